/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program for the Python tests: `write FOLDER` makes a small package there, `export PACKAGE OUTPUT
 * folder|archive` passes one on, `read PATH…` reads packages in the confined reader; each prints a line of
 * tab-separated facts. */
#include <locale.h>
#include <string.h>

#include "ys-id.h"
#include "ys-package-journal.h"
#include "ys-package-read.h"
#include "ys-package-writer.h"

#define PDF "%PDF-1.7\nfictional\n%%EOF\n"
#define ID "017e4b5a-0000-7000-8000-000000000a1b"

static YsPackageFacts *
make_facts (void)
{
  YsPackageFacts *facts = ys_package_facts_new ();
  g_autofree char *id = ys_digest_of_bytes (PDF, strlen (PDF));

  facts->id = g_strdup (ID);
  facts->kind = YS_PACKAGE_SUBMISSION;
  facts->year = 2021;
  facts->number = 1;
  facts->time = G_GINT64_CONSTANT (1641954720) * G_USEC_PER_SEC;
  facts->from = g_strdup ("610302");
  facts->from_name = g_strdup ("渭滨区");
  facts->to = g_strdup ("6103");
  facts->to_name = g_strdup ("宝鸡市");
  facts->round = g_strdup ("bj-2021");
  facts->round_title = g_strdup ("2021年度考核");
  ys_package_facts_add_evidence (facts, id, "关于印发《方案》的通知", NULL, "通知.pdf", 1, strlen (PDF));
  return facts;
}

static int
say_error (const GError *error)
{
  g_print ("%s\t%s\n", error->domain == YS_ERROR ? ys_error_code_nick ((YsErrorCode)error->code) : "-",
           error->message);
  return 1;
}

static int
write_package (const char *folder)
{
  g_autoptr (YsPackageWriter) writer = ys_package_writer_new (make_facts ());
  g_autoptr (YsPackageJournal) journal = ys_package_journal_new ();
  g_autoptr (GBytes) document = ys_package_journal_to_xml (journal, NULL);
  g_autofree char *id = ys_digest_of_bytes (PDF, strlen (PDF));
  g_autofree char *pdf = g_build_filename (folder, "evidence.pdf", NULL);
  g_autofree char *path = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (pdf, PDF, -1, &error))
    return say_error (error);
  ys_package_writer_add_document (writer, "journal", document);
  ys_package_writer_add_evidence (writer, id, pdf);
  path = ys_package_writer_write (writer, folder, NULL, &digest, &error);
  if (path == NULL)
    return say_error (error);
  g_print ("%s\t%s\n", path, digest);
  return 0;
}

static int
export_package (const char *package, const char *output, gboolean as_folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_package_export (package, output, as_folder, NULL, &error);

  if (path == NULL)
    return say_error (error);
  g_print ("%s\n", path);
  return 0;
}

/* path, sound|damaged|error, usable|-, digest|-, sender|-, name|-, origin, then code:file for each fault. */
static void
read_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPackageReading) reading = ys_package_read (path, NULL, NULL, NULL, &error);
  const YsPackageFacts *facts;
  const YsFaults *faults;
  const char *digest;

  if (reading == NULL)
    {
      g_print ("%s\terror\t-\t-\t-\t-\t-\t%s:%s\n", path, ys_error_code_nick ((YsErrorCode)error->code),
               error->message);
      return;
    }
  facts = ys_package_reading_get_facts (reading);
  faults = ys_package_reading_get_faults (reading);
  digest = ys_package_reading_get_digest (reading);
  g_print ("%s\t%s\t%s\t%s\t%s\t%s\t%s", path,
           ys_package_complete_nick (ys_package_reading_get_verdict (reading)->complete),
           ys_package_reading_is_usable (reading) ? "usable" : "-", digest != NULL ? digest : "-",
           facts != NULL ? facts->from_name : "-", ys_package_reading_get_name (reading),
           ys_package_origin_nick (ys_package_reading_get_verdict (reading)->origin));
  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);

      g_print ("\t%s:%s", ys_error_code_nick (fault->code), fault->file != NULL ? fault->file : "");
    }
  g_print ("\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc == 3 && strcmp (argv[1], "write") == 0)
    return write_package (argv[2]);
  if (argc == 5 && strcmp (argv[1], "export") == 0)
    return export_package (argv[2], argv[3], strcmp (argv[4], "folder") == 0);
  for (int i = 2; i < argc; i++)
    read_package (argv[i]);
  return 0;
}
