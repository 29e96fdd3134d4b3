/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock of a workspace folder between processes: the second is refused with the holder's name, a dead holder's
 * lock is free, and no other descriptor of the file that is closed takes it away. */
#include "ys-lock.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ys-lock-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "lock", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Another process that takes the lock as @holder and keeps it until it is killed. */
static pid_t
start_holder (Fixture *fixture, const char *holder)
{
  int ends[2];
  char word = 0;
  pid_t pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      word = ys_lock_take (fixture->folder, holder, NULL) >= 0 ? 'y' : 'n';
      if (write (ends[1], &word, 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ends[0], &word, 1), ==, 1);
  g_assert_cmpint (word, ==, 'y');
  close (ends[0]);
  close (ends[1]);
  return pid;
}

static void
stop_holder (pid_t pid)
{
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

static void
assert_busy (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ys_lock_take (fixture->folder, "王秀英", &error), ==, -1);
  g_assert_error (error, YS_ERROR, YS_ERROR_STORE_BUSY);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_second_process (Fixture *fixture, gconstpointer data)
{
  pid_t pid = start_holder (fixture, "验收程序（李建国）");
  g_autofree char *number = g_strdup_printf ("%d", (int) pid);

  assert_busy (fixture, "验收程序（李建国）");
  assert_busy (fixture, number);
  stop_holder (pid);
}

static void
test_dead_holder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  pid_t pid = start_holder (fixture, "李建国");
  int fd;

  stop_holder (pid);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS)); /* its file is still there */
  fd = ys_lock_take (fixture->folder, "王秀英", &error);
  g_assert_no_error (error);
  g_assert_cmpint (fd, >=, 0);
  assert_busy (fixture, "王秀英"); /* and no word of the dead one */
  close (fd);
}

static void
test_other_descriptor_closed (Fixture *fixture, gconstpointer data)
{
  int fd = ys_lock_take (fixture->folder, "李建国", NULL);
  int other = open (fixture->path, O_RDWR | O_CLOEXEC);
  int status;
  pid_t pid;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (other, >=, 0);
  close (other); /* a POSIX lock of this process would be gone now */
  pid = fork ();
  if (pid == 0)
    {
      close (fd); /* what a child inherits is no hold of its own */
      _exit (ys_lock_take (fixture->folder, "王秀英", NULL) >= 0 ? 1 : 0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  close (fd);
}

static void
test_not_inherited (Fixture *fixture, gconstpointer data)
{
  int fd = ys_lock_take (fixture->folder, "李建国", NULL);

  /* a worker started later must not keep the lock after its parent is gone */
  g_assert_cmpint (fcntl (fd, F_GETFD) & FD_CLOEXEC, ==, FD_CLOEXEC);
  close (fd);
}

static void
test_link_in_its_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (target, "mine", 4, NULL));
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);
  g_assert_cmpint (ys_lock_take (fixture->folder, "李建国", &error), ==, -1);
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (target, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_unlink (target);
}

static void
test_readers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) busy = NULL;
  g_autoptr (GError) error = NULL;
  int writer, reader, other;

  /* nobody ever wrote here: reading needs no lock file and makes none */
  g_assert_true (ys_lock_share (fixture->folder, &reader, &error));
  g_assert_cmpint (reader, ==, -1);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  writer = ys_lock_take (fixture->folder, "李建国", &error);
  g_assert_no_error (error);
  g_assert_false (ys_lock_share (fixture->folder, &reader, &busy));
  g_assert_error (busy, YS_ERROR, YS_ERROR_STORE_BUSY);
  g_assert_nonnull (strstr (busy->message, "李建国"));
  g_clear_error (&busy);
  close (writer);
  g_assert_true (ys_lock_share (fixture->folder, &reader, &error));
  g_assert_true (ys_lock_share (fixture->folder, &other, &error));
  g_assert_cmpint (reader, >=, 0);
  g_assert_cmpint (other, >=, 0);
  g_assert_cmpint (ys_lock_take (fixture->folder, "王秀英", &busy), ==, -1);
  g_assert_error (busy, YS_ERROR, YS_ERROR_STORE_BUSY);
  /* who wrote last is not who reads now */
  g_assert_null (strstr (busy->message, "李建国"));
  close (reader);
  close (other);
}

#define CASE(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("/lock/second-process", test_second_process);
  CASE ("/lock/dead-holder", test_dead_holder);
  CASE ("/lock/other-descriptor-closed", test_other_descriptor_closed);
  CASE ("/lock/not-inherited", test_not_inherited);
  CASE ("/lock/link-in-its-place", test_link_in_its_place);
  CASE ("/lock/readers", test_readers);
  return g_test_run ();
}
