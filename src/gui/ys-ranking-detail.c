/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lists of lines, the largest first; what is left over is one line 其余 N 项 that opens to them.
 * The lines are the reports' (ys-gap.h), so that they sum to the gap to the last digit. */
#include "ys-ranking-detail.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-gap.h"
#include "ys-negative-view.h"
#include "ys-place.h"
#include "ys-sheet-window.h"

#define SHOWN 4 /* lines before 其余 N 项 */
#define FIGURE_CHARS 7

/* "+2.00", "−3.00". Full. */
static char *
dup_signed (YsPoints points)
{
  g_autofree char *text = ys_points_to_display (ABS (points));

  return g_strconcat (points < 0 ? "−" : "+", text, NULL);
}

/* "8.40", "−3.00". Full. */
static char *
dup_amount (YsPoints points)
{
  g_autofree char *text = ys_points_to_display (ABS (points));

  return g_strconcat (points < 0 ? "−" : "", text, NULL);
}

/* ---- lines ---- */

static void
add_cell (GtkWidget *line, const char *text, const char *classes)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_widget_add_css_class (label, "num");
  gtk_label_set_width_chars (GTK_LABEL (label), FIGURE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_box_append (GTK_BOX (line), label);
}

static GtkWidget *
make_line (const char *title, const char *classes)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = ys_fill_label (title, classes);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

/* Where a line leads; NULL: nowhere. Full. */
static YsLocation *
dup_destination (const YsGapLine *line, const char *unit)
{
  YsLocation *to;

  switch (line->kind)
    {
    case YS_GAP_TASK:
      to = ys_location_new (YS_PLACE_ASSESS);
      to->task = (guint)g_ascii_strtoull (line->id, NULL, 10);
      to->item = g_strdup (unit);
      return to;
    case YS_GAP_THRESHOLD:
    case YS_GAP_OCCURRENCE:
    case YS_GAP_BONUS:
    case YS_GAP_REST:
    default:
      return NULL;
    }
}

static void
on_line (GtkButton *button, gpointer data)
{
  ys_go (GTK_WIDGET (button), data);
}

static void
free_location (gpointer location, GClosure *closure)
{
  ys_location_free (location);
}

static GtkWidget *
make_gap_line (const YsGapLine *shown, const YsRankingEntry *entry)
{
  GtkWidget *line = make_line (shown->title, "name"), *button;
  g_autofree char *own = dup_amount (shown->own), *other = dup_amount (shown->other);
  g_autofree char *difference = dup_signed (shown->difference);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s %s, %s %s, difference %s"), shown->title, entry->info->name, own,
                                           entry->beside->unit->name, other, difference);
  YsLocation *to = dup_destination (shown, entry->info->id);

  add_cell (line, own, "");
  add_cell (line, other, "");
  add_cell (line, difference, shown->difference < 0 ? "strong error" : "strong success");
  gtk_widget_set_tooltip_text (line, shown->title);
  if (to == NULL)
    {
      gtk_widget_add_css_class (line, "gap-line");
      return line;
    }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "gap-line");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_line), to, free_location, 0);
  return button;
}

static void
on_rest (GtkButton *button, GtkWidget *rest)
{
  GtkWidget *next = gtk_widget_get_first_child (rest);

  gtk_widget_set_visible (rest, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
  if (!gtk_widget_child_focus (rest, GTK_DIR_TAB_FORWARD) && next != NULL)
    gtk_widget_grab_focus (next);
}

/* 其余 N 项, and the lines that it stands for, hidden. */
static void
add_rest (GtkWidget *card, const GPtrArray *lines, const YsRankingEntry *entry)
{
  guint n = lines->len - SHOWN;
  g_autofree char *title = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  g_autofree char *sum = dup_signed (ys_gap_sum_from (lines, SHOWN));
  g_autofree char *name = g_strdup_printf (_ ("%s, together %s: show them"), title, sum);
  GtkWidget *line = make_line (title, "quiet"), *button = gtk_button_new ();
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_cell (line, sum, "quiet");
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "gap-line");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = SHOWN; i < lines->len; i++)
    gtk_box_append (GTK_BOX (rest), make_gap_line (g_ptr_array_index (lines, i), entry));
  gtk_widget_set_visible (rest, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_rest), rest, 0);
  gtk_box_append (GTK_BOX (card), button);
  gtk_box_append (GTK_BOX (card), rest);
}

static GtkWidget *
make_card (const char *title, const GPtrArray *lines, YsPoints sum, const YsRankingEntry *entry)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = make_line (title, "small quiet"), *foot = make_line (_ ("Together"), "strong");
  g_autofree char *sum_text = dup_signed (sum);

  gtk_widget_set_css_classes (card, (const char *[]){ "card", "tight", NULL });
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_widget_set_css_classes (head, (const char *[]){ "gap-line", "head", NULL });
  add_cell (head, entry->info->name, "small quiet");
  add_cell (head, entry->beside->unit->name, "small quiet");
  add_cell (head, C_ ("points", "Difference"), "small quiet");
  gtk_box_append (GTK_BOX (card), head);
  for (guint i = 0; i < lines->len && (i < SHOWN || lines->len == SHOWN + 1); i++)
    gtk_box_append (GTK_BOX (card), make_gap_line (g_ptr_array_index (lines, i), entry));
  if (lines->len > SHOWN + 1)
    add_rest (card, lines, entry);
  gtk_widget_set_css_classes (foot, (const char *[]){ "gap-line", "sum", NULL });
  add_cell (foot, lines->len > 0 ? sum_text : "0.00", "strong");
  gtk_box_append (GTK_BOX (card), foot);
  return card;
}

static GtkWidget *
make_lists (const YsRankingView *view, const YsRankingEntry *entry)
{
  g_autoptr (YsGap) gap = ys_gap_new (view->sheet, entry->unit, entry->beside);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *less = g_strdup_printf (_ ("Less than %s, place %u"), entry->beside->unit->name, entry->beside->rank);
  g_autofree char *more = g_strdup_printf (_ ("More than %s, place %u"), entry->beside->unit->name, entry->beside->rank);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), make_card (less, gap->costs, gap->cost, entry));
  gtk_box_append (GTK_BOX (box), make_card (more, gap->gains, gap->gain, entry));
  return box;
}

/* ---- what the total rests on ---- */

/* "Range 62.10 to 71.30 · 38 points open · figures missing: N1.1 · 2 suspected, confirmed one by one −3.50". Full. */
static char *
dup_footing (const YsSheetUnit *unit)
{
  GString *text = g_string_new (NULL);
  g_autofree char *low = ys_points_to_display (unit->low), *high = ys_points_to_display (unit->high);
  g_autofree char *thresholds = ys_sheet_unit_dup_open_thresholds (unit, NULL);
  YsPoints would = 0;
  guint suspected = ys_sheet_unit_count_suspected (unit, &would);

  if (unit->low == unit->high && unit->open_points == 0)
    g_string_append (text, _ ("Nothing is open: the total has no range"));
  else
    g_string_append_printf (text, _ ("Range of the total %s to %s"), low, high);
  if (unit->open_points > 0)
    g_string_append_printf (text, ngettext (" · %u scoring point open", " · %u scoring points open", unit->open_points),
                            unit->open_points);
  if (thresholds != NULL)
    g_string_append_printf (text, _ (" · threshold figures missing: %s"), thresholds);
  if (suspected > 0)
    {
      g_autofree char *cost = ys_deduction_dup_text (would);
      g_string_append_printf (text,
                              ngettext (" · %u suspected occurrence, confirmed it would make %s",
                                        " · %u suspected occurrences, confirmed one by one they would make %s", suspected),
                              suspected, cost);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  YsSheet *sheet;
  char *unit;
} Total;

static void
total_free (gpointer data, GClosure *closure)
{
  Total *total = data;

  ys_sheet_unref (total->sheet);
  g_free (total->unit);
  g_free (total);
}

static void
on_total (GtkButton *button, gpointer data)
{
  const Total *total = data;
  const YsSheetUnit *unit = ys_sheet_get_unit (total->sheet, total->unit);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  gtk_window_present (ys_sheet_window_new (GTK_WINDOW (root), total->sheet, unit, unit->figure));
}

static GtkWidget *
make_footing (const YsRankingView *view, const YsRankingEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label, *jump = ys_fill_jump (_ ("How It Comes About"));
  g_autofree char *text = dup_footing (entry->unit);
  g_autofree char *name = g_strdup_printf ("%s · %s", _ ("How It Comes About"), entry->info->name);
  Total *total = g_new0 (Total, 1);

  label = ys_fill_label (text, "small quiet num");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  total->sheet = ys_sheet_ref (view->sheet);
  total->unit = g_strdup (entry->info->id);
  g_signal_connect_data (jump, "clicked", G_CALLBACK (on_total), total, total_free, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (jump), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), jump);
  return box;
}

GtkWidget *
ys_ranking_detail_new (const YsRankingView *view, const YsRankingEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_css_classes (row, (const char *[]){ "ranking-row", "open", "detail", NULL });
  if (entry->beside != NULL)
    gtk_box_append (GTK_BOX (box), make_lists (view, entry));
  gtk_box_append (GTK_BOX (box), make_footing (view, entry));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}
