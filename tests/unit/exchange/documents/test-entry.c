/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type into an item: taken, or refused with the reason and without a change (cases, 7 and 102).
 * The small standard has a metric in percent, one per 10,000, and a count that belongs to no task. */
#include <string.h>

#include "small-documents.h"
#include "ys-facts-parts.h"

typedef struct
{
  guint task;
  const char *key, *typed;
  const char *text; /* what stands there afterwards; NULL: refused */
} Row;

static const Row rows[] = {
  { 1, "state", "done", "done" },
  { 1, "state", "基本完成", "mostly" },
  { 1, "state", "", "not" },
  { 1, "state", "finished", NULL },
  { 1, "completed", "２０２１年１１月５日", "2021-11-05" },
  { 1, "completed", "2021/2/30", NULL },
  { 1, "completed", "", "" },
  { 1, "person", " 张三\n", "张三" },
  { 1, "narrative.effect", "第一行\v第二行", "第一行\n第二行" },
  { 1, "na_reason", "无此事项", "无此事项" },
  { 1, "metric.M1", "388/400", "388/400" },
  { 1, "metric.M1", "３８８／４００", "388/400" },
  { 1, "metric.M1", "１２，３４５ / 1,234,500", "12345/1234500" },
  { 1, "metric.M1", "=９６．５％", "=96.5" },
  { 1, "metric.M1", "＝-３", "=-3" },
  { 1, "metric.M1", "0/100", "0/100" },
  { 1, "metric.M1", "/100", "/100" },
  { 1, "metric.M1", "0/0", "0/0" },
  { 1, "metric.M1", "/", "" },
  { 1, "metric.M1", "", "" },
  { 1, "metric.M1", "96.5", NULL },
  { 1, "metric.M1", "九十六点五", NULL },
  { 1, "metric.M1", "=九十六点五", NULL },
  { 1, "metric.M1", "=96,5", NULL },
  { 1, "metric.M1", "=1e3", NULL },
  { 1, "metric.M1", "-1/4", NULL },
  { 1, "metric.M1", "1.5/4", NULL },
  { 1, "metric.M1", "1/2/3", NULL },
  { 1, "metric.M1", "=96.50001", NULL },
  { 1, "metric.M1", "1000000000001/4", NULL },
  { 1, "metric.M1@2020", "90/100", "90/100" },
  { 1, "metric.M1@20", "90/100", NULL },
  { 1, "metric.M1.numerator", "１２，３４５", "12345" },
  { 1, "metric.M1.denominator", " 96 ", "96" },
  { 1, "metric.M1.value", "1,234.50", "1234.5" },
  { 1, "metric.M1.source", "省级调查", "省级调查" },
  { 1, "metric.M3", "3", NULL },  /* the city answers for it */
  { 1, "metric.M2", "=3", NULL }, /* of another task */
  { 2, "metric.M2", "=12.5%", NULL },
  { 2, "metric.M2", "=-12.5", "=-12.5" },
  { 1, "document.D1-2.title", "实施 办法", "实施 办法" },
  { 1, "document.D1-2.number", "无文号", "无文号" },
  { 1, "document.D1-2.date", "2021.3.4", "2021-03-04" },
  { 1, "document.D1-1.title", "市级文件", NULL }, /* the city's own */
  { 1, "document.D1-2", "x", NULL },
  { 1, "self.P1.1", "２．５", "2.5" },
  { 1, "self.P1.1", "3.001", NULL },
  { 1, "self.P1.1", "2.5%", NULL },
  { 1, "self.P1.1", "", "" },
  { 2, "self.P2.1", "-2", "-2" },
  { 2, "self.P2.1", "25", "25" },
  { 2, "self.P2.1", "-2.001", NULL },
  { 1, "self.P2.1", "1", NULL },
  { 1, "self.B1", "1", NULL },
  { 1, "self.P1.1.reason", "理由", "理由" },
  { 2, "claim.P2.3", "没有督办", "没有督办" },
  { 1, "colour", "red", NULL },
};

static void
test_rows (void)
{
  g_autoptr (YsStandard) standard = small_standard ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (YsItem) item = ys_item_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      item->task = row->task;
      item->state = YS_STATE_NOT;
      g_test_message ("%s = %s", row->key, row->typed);
      if (row->text == NULL)
        {
          g_assert_false (ys_item_set_entry (item, row->key, row->typed, standard, 2021, &error));
          g_assert_cmpstr (ys_error_get_where (error), ==, row->key);
          g_assert_cmpuint (item->figures->len + item->documents->len + item->self->len, ==, 0);
          continue;
        }
      g_assert_true (ys_item_set_entry (item, row->key, row->typed, standard, 2021, &error));
      g_assert_no_error (error);
      text = ys_item_dup_entry (item, row->key, 2021);
      g_assert_cmpstr (text, ==, row->text);
    }
}

static void
set (YsItem *item, const YsStandard *standard, const char *key, const char *text)
{
  g_autoptr (GError) error = NULL;

  ys_item_set_entry (item, key, text, standard, 2021, &error);
  g_assert_no_error (error);
}

/* A refused text leaves what stood there. */
static void
test_unchanged (void)
{
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (YsItem) item = ys_item_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  item->task = 1;
  set (item, standard, "metric.M1", "388/400");
  g_assert_false (ys_item_set_entry (item, "metric.M1", "389/abc", standard, 2021, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_VALUE);
  text = ys_item_dup_entry (item, "metric.M1", 2021);
  g_assert_cmpstr (text, ==, "388/400");
}

/* A figure typed in halves, and that a value does not silently take their place. */
static void
test_halves (void)
{
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (YsItem) item = ys_item_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = NULL, *half = NULL;
  const YsRecordedFigure *figure;

  item->task = 1;
  set (item, standard, "metric.M1.numerator", "388");
  figure = g_ptr_array_index (item->figures, 0);
  g_assert_true (ys_figure_is_missing (&figure->figure));
  set (item, standard, "metric.M1.denominator", "400");
  g_assert_false (ys_figure_is_missing (&figure->figure));
  whole = ys_item_dup_entry (item, "metric.M1", 2021);
  g_assert_cmpstr (whole, ==, "388/400");
  g_assert_false (ys_item_set_entry (item, "metric.M1.value", "97", standard, 2021, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_VALUE);
  set (item, standard, "metric.M1.numerator", "");
  half = ys_item_dup_entry (item, "metric.M1", 2021);
  g_assert_cmpstr (half, ==, "/400");
  set (item, standard, "metric.M1.denominator", "");
  g_assert_cmpuint (item->figures->len, ==, 0);
}

/* Where the source is typed first the figure is still nothing, not 0. */
static void
test_source_alone (void)
{
  g_autoptr (YsStandard) standard = small_standard ();
  g_autoptr (YsItem) item = ys_item_new ();
  const YsRecordedFigure *figure;

  item->task = 1;
  set (item, standard, "metric.M1.source", "调查");
  figure = g_ptr_array_index (item->figures, 0);
  g_assert_cmpint (figure->figure.kind, ==, YS_FIGURE_NONE);
  g_assert_true (ys_figure_is_missing (&figure->figure));
  set (item, standard, "metric.M1.source", "");
  g_assert_cmpuint (item->figures->len, ==, 0);
}

static void
test_keys (void)
{
  static const char *const wanted[] = {
    "state",
    "na_reason",
    "completed",
    "person",
    "narrative.effect",
    "narrative.problem",
    "narrative.measure",
    "metric.M1",
    "metric.M1.source",
    "document.D1-2.title",
    "document.D1-2.number",
    "document.D1-2.issuer",
    "document.D1-2.date",
    "self.P1.1",
    "self.P1.1.reason",
    "claim.P1.1",
  };
  g_autoptr (YsStandard) standard = small_standard ();
  g_auto (GStrv) keys = ys_item_dup_keys (standard, 1);
  g_auto (GStrv) none = ys_item_dup_keys (standard, 99);
  g_autoptr (YsItem) item = ys_item_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (keys[i], ==, wanted[i]);
  g_assert_cmpuint (g_strv_length (keys), ==, 13 + 5 * 3);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  /* Every key of a form can be emptied and read. */
  item->task = 1;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *text = NULL, *nothing = ys_item_dup_entry (NULL, keys[i], 2021);

      set (item, standard, keys[i], "");
      text = ys_item_dup_entry (item, keys[i], 2021);
      g_assert_cmpstr (text, ==, i == 0 ? "not" : "");
      g_assert_cmpstr (nothing, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/entry/rows", test_rows);
  g_test_add_func ("/exchange/entry/unchanged", test_unchanged);
  g_test_add_func ("/exchange/entry/halves", test_halves);
  g_test_add_func ("/exchange/entry/source-alone", test_source_alone);
  g_test_add_func ("/exchange/entry/keys", test_keys);
  return g_test_run ();
}
