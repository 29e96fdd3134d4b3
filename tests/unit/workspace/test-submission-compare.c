/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two submissions: tasks by what is written in them, citations by what they point at. */
#include "ys-facts-parts.h"
#include "ys-submission-compare.h"

static const char digest_a[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
static const char digest_b[] = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

static void
cite (YsSubmission *submission, guint task, const char *id, const char *digest, const char *pages)
{
  YsCitation *citation = ys_citation_new ();

  citation->id = g_strdup (id);
  citation->evidence = g_strdup (digest);
  citation->task = task;
  citation->pages = g_strdup (pages);
  g_ptr_array_add (ys_submission_ensure_item (submission, task)->citations, citation);
  if (ys_submission_get_evidence (submission, digest) != NULL)
    return;
  YsEvidence *evidence = ys_evidence_new ();
  evidence->digest = g_strdup (digest);
  g_ptr_array_add (submission->evidence, evidence);
}

/* Task 7 with a cited page, task 20 with a text. */
static YsSubmission *
make (const char *citation, const char *effect)
{
  YsSubmission *submission = ys_submission_new ();

  cite (submission, 7, citation, digest_a, "1");
  ys_submission_ensure_item (submission, 20)->effect = g_strdup (effect);
  return submission;
}

static void
test_same (void)
{
  g_auto (YsSubmissionDifference) difference = { 0 };
  g_autoptr (YsSubmission) older = make ("one", "成效"), newer = make ("another id", "成效");

  ys_submission_compare (older, newer, &difference);
  g_assert_cmpuint (difference.tasks->len, ==, 0);
  g_assert_cmpuint (difference.new_evidence, ==, 0);
  g_assert_cmpuint (difference.new_citations, ==, 0);
  g_assert_cmpuint (difference.withdrawn_citations, ==, 0);
}

static void
test_changed (void)
{
  g_auto (YsSubmissionDifference) difference = { 0 };
  g_autoptr (YsSubmission) older = make ("one", "成效"), newer = make ("one", "更大的成效");

  cite (newer, 7, "two", digest_b, "3-5");       /* one more page, of a new PDF */
  ys_submission_ensure_item (newer, 3)->problem = g_strdup ("问题");
  cite (older, 62, "three", digest_a, "2");      /* the only thing of task 62, gone */
  ys_submission_compare (older, newer, &difference);
  g_assert_cmpuint (difference.tasks->len, ==, 4);
  g_assert_cmpuint (g_array_index (difference.tasks, guint, 0), ==, 3);
  g_assert_cmpuint (g_array_index (difference.tasks, guint, 1), ==, 7);
  g_assert_cmpuint (g_array_index (difference.tasks, guint, 2), ==, 20);
  g_assert_cmpuint (g_array_index (difference.tasks, guint, 3), ==, 62);
  g_assert_cmpuint (difference.new_evidence, ==, 1);
  g_assert_cmpuint (difference.new_citations, ==, 1);
  g_assert_cmpuint (difference.withdrawn_citations, ==, 1);
}

static void
test_first (void)
{
  g_auto (YsSubmissionDifference) difference = { 0 };
  g_autoptr (YsSubmission) newer = make ("one", "成效");

  ys_submission_compare (NULL, newer, &difference);
  g_assert_cmpuint (difference.tasks->len, ==, 2);
  g_assert_cmpuint (difference.new_evidence, ==, 1);
  g_assert_cmpuint (difference.new_citations, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/submission-compare/same", test_same);
  g_test_add_func ("/submission-compare/changed", test_changed);
  g_test_add_func ("/submission-compare/first", test_first);
  return g_test_run ();
}
