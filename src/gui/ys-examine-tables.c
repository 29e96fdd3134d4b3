/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of labels in columns of fixed width, which rows of a list keep without a grid. */
#include "ys-examine-tables.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-receipt-widgets.h"

#define FIGURE_WIDTH 48
#define RECORD_WIDTH 124

/* ---- cells ---- */

static GtkWidget *
add_cell (GtkWidget *line, const char *text, const char *classes, int width, float xalign)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_ellipsize (GTK_LABEL (label), xalign > 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_size_request (label, width, -1);
  gtk_widget_set_hexpand (label, width < 0);
  if (xalign <= 0 && text != NULL)
    gtk_widget_set_tooltip_text (label, text);
  gtk_box_append (GTK_BOX (line), label);
  return label;
}

static void
add_points (GtkWidget *line, gboolean has, YsPoints points, const char *classes)
{
  g_autofree char *text = has ? ys_points_to_display (points) : g_strdup ("—");

  add_cell (line, text, classes, FIGURE_WIDTH, 1);
}

static GtkWidget *
new_line (const char *class)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_css_classes (line, (const char *[]){ "score-line", "plain", class, NULL });
  return line;
}

static GtkWidget *
new_table (GtkWidget *head, GtkWidget **list, const char *name)
{
  GtkWidget *table = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *list = gtk_list_box_new ();
  gtk_widget_add_css_class (*list, "examine-table");
  ys_name_widget (*list, name);
  gtk_box_append (GTK_BOX (table), head);
  gtk_box_append (GTK_BOX (table), *list);
  return table;
}

static void
add_row (GtkWidget *list, GtkWidget *line, const char *id, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  ys_name_widget (row, name);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

const char *
ys_examine_row_point (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

const char *
ys_examine_row_unit (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

/* ---- scoring points ---- */

/* What the county recorded for the point, in words. */
static char *
dup_record (const YsItem *item, const YsSheetPoint *sheet)
{
  const YsMeasure *measure = &sheet->point->measure;

  if (measure->kind == YS_MEASURE_STATE)
    return g_strdup (ys_item_state_label (item != NULL ? item->state : YS_STATE_NOT));
  for (guint i = 0; measure->kind == YS_MEASURE_DOCUMENT && item != NULL && i < item->documents->len; i++)
    {
      const YsIssuedDocument *document = g_ptr_array_index (item->documents, i);
      if (measure->document != NULL && g_strcmp0 (document->document, measure->document->id) == 0)
        return g_strdup (document->number != NULL ? document->number : document->title);
    }
  if (sheet->measure_text != NULL)
    return g_strdup (sheet->measure_text);
  return g_strdup (sheet->point->rule == YS_RULE_MANUAL || measure->kind == YS_MEASURE_WORD ? _ ("judged") : "—");
}

static void
add_point (GtkWidget *list, const YsItem *item, const YsSheetPoint *sheet)
{
  GtkWidget *line = new_line ("row");
  g_autofree char *record = dup_record (item, sheet), *decided = ys_points_to_display (sheet->score[YS_DECIDED]);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s, decided %s"), sheet->point->title, record != NULL ? record : "", decided);

  add_cell (line, sheet->point->title, "", -1, 0);
  add_cell (line, record, "num", RECORD_WIDTH, 0);
  add_points (line, TRUE, sheet->point->points, "num faint");
  add_points (line, sheet->open[YS_COMPUTED] == YS_OPEN_NOT, sheet->score[YS_COMPUTED], "num quiet");
  add_points (line, sheet->has_self, sheet->score[YS_SELF], "num quiet");
  add_points (line, TRUE, sheet->score[YS_DECIDED], "num strong");
  add_row (list, line, sheet->point->id, name);
}

static GtkWidget *
make_head (void)
{
  static const char *const figures[] = { NC_ ("column", "Full"), NC_ ("column", "Computed"), NC_ ("column", "Self"), NC_ ("column", "Decided") };
  GtkWidget *line = new_line ("head");

  add_cell (line, _ ("Scoring point"), "small quiet", -1, 0);
  add_cell (line, _ ("County's record"), "small quiet", RECORD_WIDTH, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    add_cell (line, g_dpgettext2 (GETTEXT_PACKAGE, "column", figures[i]), "small quiet", FIGURE_WIDTH, 1);
  return line;
}

GtkWidget *
ys_examine_points_new (const YsExamineData *data, const char *unit, guint task, GtkWidget **list)
{
  const YsSheetUnit *of = ys_sheet_get_unit (ys_dossier_get_sheet (data->dossier), unit);
  const YsSheetTask *sheet = of != NULL ? ys_sheet_unit_get_task (of, task) : NULL;
  const YsItem *item = ys_dossier_get_item (data->dossier, unit, task);
  GtkWidget *table = new_table (make_head (), list, _ ("Scoring points")), *sum = new_line ("sum");

  for (guint i = 0; sheet != NULL && i < sheet->details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (sheet->details, i);
      if (point->applies)
        add_point (*list, item, point);
    }
  add_cell (sum, sheet != NULL && sheet->late[YS_DECIDED] != 0 ? _ ("Sum, less what lateness takes") : _ ("Sum"), "strong", -1, 0);
  add_points (sum, sheet != NULL, sheet != NULL ? sheet->points : 0, "num strong");
  add_points (sum, sheet != NULL, sheet != NULL ? sheet->score[YS_COMPUTED] : 0, "num strong");
  add_points (sum, sheet != NULL, sheet != NULL ? sheet->score[YS_SELF] : 0, "num strong");
  add_points (sum, sheet != NULL, sheet != NULL ? sheet->score[YS_DECIDED] : 0, "num strong");
  gtk_box_append (GTK_BOX (table), sum);
  return table;
}

/* ---- deductions ---- */

static const YsSheetOccurrence *
find_occurrence (const YsSheetUnit *unit, const char *item)
{
  for (guint i = 0; unit != NULL && i < unit->occurrences->len; i++)
    {
      const YsSheetOccurrence *one = g_ptr_array_index (unit->occurrences, i);
      if (g_strcmp0 (one->occurrence->id, item) == 0)
        return one;
    }
  return NULL;
}

static const YsSheetThreshold *
find_threshold (const YsSheetUnit *unit, const char *item)
{
  for (guint i = 0; unit != NULL && i < unit->thresholds->len; i++)
    {
      const YsSheetThreshold *one = g_ptr_array_index (unit->thresholds, i);
      if (g_strcmp0 (one->item->id, item) == 0)
        return one;
    }
  return NULL;
}

static void
add_fact (GtkWidget *grid, int *row, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    ys_grid_add_fact (GTK_GRID (grid), (*row)++, name, value);
}

static GtkWidget *
new_facts (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "facts");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  return grid;
}

static void
add_occurrence (GtkWidget *grid, const YsSheetOccurrence *one)
{
  const YsOccurrence *occurrence = one->occurrence;
  g_autofree char *date = occurrence->date != 0 ? ys_date_to_text (occurrence->date) : NULL;
  g_autofree char *deaths = occurrence->has_deaths ? g_strdup_printf ("%" G_GINT64_FORMAT, occurrence->deaths) : NULL;
  g_autofree char *deduction = ys_points_to_display (one->deduction), *why = ys_sheet_why_to_text (one->why);
  g_autofree char *item = one->own != NULL ? g_strdup_printf ("%s %s", one->own->id, one->own->name) : NULL;
  int row = 0;

  add_fact (grid, &row, _ ("Item"), item);
  add_fact (grid, &row, C_ ("occurrence", "Date"), date);
  add_fact (grid, &row, _ ("State"), ys_verification_label (occurrence->state));
  add_fact (grid, &row, _ ("Deaths"), deaths);
  add_fact (grid, &row, C_ ("occurrence", "What happened"), occurrence->summary);
  add_fact (grid, &row, _ ("Deducted"), one->contained ? _ ("stands in a threshold's figure") : deduction);
  add_fact (grid, &row, C_ ("deduction", "How it comes about"), why);
}

static void
add_threshold (GtkWidget *grid, const YsSheetThreshold *one)
{
  g_autofree char *value = one->value != NULL ? ys_figure_to_text (&one->value->figure) : NULL;
  g_autofree char *deduction = ys_points_to_display (one->deduction), *why = ys_sheet_why_to_text (one->why);
  g_autofree char *item = g_strdup_printf ("%s %s", one->item->id, one->item->name);
  int row = 0;

  add_fact (grid, &row, _ ("Item"), item);
  add_fact (grid, &row, _ ("Value"), value != NULL ? value : _ ("missing"));
  add_fact (grid, &row, _ ("Source"), one->value != NULL ? one->value->source : NULL);
  add_fact (grid, &row, _ ("Falls short by"), one->shortfall);
  add_fact (grid, &row, _ ("Deducted"), deduction);
  add_fact (grid, &row, C_ ("deduction", "How it comes about"), why);
}

GtkWidget *
ys_examine_deduction_new (const YsExamineData *data, const char *unit, const char *item)
{
  const YsSheetUnit *of = ys_sheet_get_unit (ys_dossier_get_sheet (data->dossier), unit);
  const YsSheetOccurrence *occurrence = find_occurrence (of, item);
  const YsSheetThreshold *threshold = find_threshold (of, item);
  GtkWidget *grid = new_facts ();

  if (occurrence != NULL)
    add_occurrence (grid, occurrence);
  else if (threshold != NULL)
    add_threshold (grid, threshold);
  return grid;
}

/* ---- units ---- */

static void
add_part (GtkWidget *list, const YsSheetPart *part)
{
  GtkWidget *line = new_line ("row");
  g_autofree char *decided = ys_points_to_display (part->score[YS_DECIDED]);
  g_autofree char *name = g_strdup_printf (_ ("%s, decided %s"), part->heading->name, decided);

  add_cell (line, part->heading->name, "", -1, 0);
  for (guint f = 0; f < 4; f++)
    {
      const YsPoints points[] = { part->points, part->score[YS_COMPUTED], part->score[YS_SELF], part->score[YS_DECIDED] };
      g_autofree char *text = ys_points_to_display (points[f]);
      add_cell (line, text, f == 3 ? "num strong" : "num quiet", FIGURE_WIDTH + 16, 1);
    }
  add_row (list, line, NULL, name);
}

GtkWidget *
ys_examine_unit_new (const YsExamineData *data, const char *unit)
{
  static const char *const figures[] = { NC_ ("column", "Full"), NC_ ("column", "Computed"), NC_ ("column", "Self"), NC_ ("column", "Decided") };
  const YsSheetUnit *of = ys_sheet_get_unit (ys_dossier_get_sheet (data->dossier), unit);
  const YsDossierUnitInfo *info = ys_examine_data_get_unit (data, unit);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *grid = new_facts (), *head = new_line ("head"), *list;
  g_autofree char *place = info->rank > 0 ? g_strdup_printf (_ ("%u of %u"), info->rank, ys_dossier_get_units (data->dossier)->len)
                                          : g_strdup (info->unranked);
  g_autofree char *total = ys_points_to_display (info->total), *base = ys_points_to_display (info->base);
  g_autofree char *bonus = ys_points_to_display (info->bonus), *deduction = ys_points_to_display (info->deduction);
  g_autofree char *sum = g_strdup_printf ("%s = %s + %s − %s", total, base, bonus, deduction);
  int row = 0;

  add_fact (grid, &row, _ ("Place"), place);
  add_fact (grid, &row, _ ("Grade"), info->grade);
  add_fact (grid, &row, _ ("Total"), sum);
  add_fact (grid, &row, _ ("Settled by"), info->person);
  gtk_box_append (GTK_BOX (box), grid);
  add_cell (head, _ ("Part"), "small quiet", -1, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    add_cell (head, g_dpgettext2 (GETTEXT_PACKAGE, "column", figures[i]), "small quiet", FIGURE_WIDTH + 16, 1);
  gtk_box_append (GTK_BOX (box), new_table (head, &list, _ ("Parts")));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; of != NULL && i < of->parts->len; i++)
    if (((const YsSheetPart *) g_ptr_array_index (of->parts, i))->points > 0)
      add_part (list, g_ptr_array_index (of->parts, i));
  return box;
}

static void
add_county (GtkWidget *list, const YsExamineData *data, const YsDossierUnitInfo *info)
{
  GtkWidget *line = new_line ("row");
  g_autofree char *rank = info->rank > 0 ? g_strdup_printf ("%u", info->rank) : g_strdup ("—");
  g_autofree char *total = ys_points_to_display (info->total);
  YsExamineCounts counts;

  ys_examine_data_count (data, info->unit, &counts);
  g_autofree char *done = g_strdup_printf ("%u/%u", counts.agree + counts.query + counts.disagree, counts.all);
  g_autofree char *open = g_strdup_printf ("%u", counts.query + counts.disagree);
  g_autofree char *name = g_strdup_printf (_ ("%s, total %s, looked at %s, queried or disagreed %s"), info->name, total, done, open);
  add_cell (line, rank, "num", 36, 1);
  add_cell (line, info->name, "", -1, 0);
  add_cell (line, total, "num strong", FIGURE_WIDTH + 16, 1);
  add_cell (line, info->unranked != NULL ? info->unranked : info->grade, "small", 64, 0);
  add_cell (line, done, "num", FIGURE_WIDTH + 12, 1);
  add_cell (line, open, counts.query + counts.disagree > 0 ? "num lacking" : "num faint", FIGURE_WIDTH + 30, 1);
  add_row (list, line, info->unit, name);
}

GtkWidget *
ys_examine_city_new (const YsExamineData *data, GtkWidget **list)
{
  const GPtrArray *units = ys_dossier_get_units (data->dossier);
  GtkWidget *head = new_line ("head"), *table;

  add_cell (head, _ ("Place"), "small quiet", 36, 1);
  add_cell (head, _ ("County"), "small quiet", -1, 0);
  add_cell (head, _ ("Total"), "small quiet", FIGURE_WIDTH + 16, 1);
  add_cell (head, _ ("Grade"), "small quiet", 64, 0);
  add_cell (head, _ ("Looked at"), "small quiet", FIGURE_WIDTH + 12, 1);
  add_cell (head, _ ("Queried, disagreed"), "small quiet", FIGURE_WIDTH + 30, 1);
  table = new_table (head, list, _ ("Counties"));
  for (guint i = 0; i < units->len; i++)
    add_county (*list, data, g_ptr_array_index (units, i));
  return table;
}

/* ---- reasons and citations ---- */

static void
add_reasons (GString *text, const YsExamineData *data, const char *unit, const YsPoint *point)
{
  const YsDecision *decision = ys_dossier_get_decision (data->dossier, unit, point->id);
  g_autoptr (GPtrArray) scores = ys_dossier_dup_scores (data->dossier, unit, point->id);

  if (decision != NULL)
    {
      if (decision->reason != NULL)
        g_string_append_printf (text, "%s%s：%s", text->len > 0 ? "\n" : "", point->title, decision->reason);
      return;
    }
  for (guint i = 0; i < scores->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (scores, i);
      if (score->reason != NULL)
        g_string_append_printf (text, "%s%s：%s", text->len > 0 ? "\n" : "", point->title, score->reason);
    }
}

char *
ys_examine_dup_reasons (const YsExamineData *data, const char *unit, guint task, const char *item)
{
  const YsSheetUnit *of = ys_sheet_get_unit (ys_dossier_get_sheet (data->dossier), unit);
  const YsSheetTask *sheet = of != NULL && task != 0 ? ys_sheet_unit_get_task (of, task) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; sheet != NULL && i < sheet->details->len; i++)
    add_reasons (text, data, unit, ((const YsSheetPoint *) g_ptr_array_index (sheet->details, i))->point);
  return g_string_free (text, FALSE);
}

GPtrArray *
ys_examine_dup_citations (const YsExamineData *data, const char *unit, guint task, const char *item)
{
  g_autoptr (GPtrArray) occurrences = NULL;
  GPtrArray *citations;

  if (task != 0)
    return ys_dossier_dup_citations (data->dossier, unit, task, NULL);
  citations = g_ptr_array_new ();
  occurrences = ys_dossier_dup_occurrences (data->dossier, unit);
  for (guint i = 0; i < occurrences->len; i++)
    {
      const YsOccurrence *one = g_ptr_array_index (occurrences, i);
      for (guint c = 0; g_strcmp0 (one->id, item) == 0 && one->citations != NULL && c < one->citations->len; c++)
        g_ptr_array_add (citations, g_ptr_array_index (one->citations, c));
    }
  return citations;
}
