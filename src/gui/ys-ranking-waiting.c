/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line: name, a chip for its state, and in words why it has no place. */
#include "ys-ranking-waiting.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-negative-view.h"

static void
add_text (GString *text, char *part)
{
  g_autofree char *owned = part;

  if (owned != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", owned);
}

/* Why it has no place, and what it stands at. Full. */
static char *
dup_reason (const YsRankingView *view, const YsRankingEntry *entry)
{
  const YsSheetUnit *unit = entry->unit;
  GString *text;
  g_autofree char *total = NULL, *thresholds = NULL, *cost = NULL;
  guint points, decided, suspected;
  YsPoints would = 0;

  if (unit == NULL)
    return g_strdup (_ ("No self-check was received"));
  text = g_string_new (unit->no_rank_reason);
  points = ys_sheet_unit_count_points (unit, &decided);
  suspected = ys_sheet_unit_count_suspected (unit, &would);
  thresholds = ys_sheet_unit_dup_open_thresholds (unit, NULL);
  total = ys_points_to_display (unit->total);
  cost = ys_deduction_dup_text (would);
  add_text (text, g_strdup_printf (_ ("%u of %u points decided"), decided, points));
  add_text (text, g_strdup_printf (_ ("for now %s, %s"), total, ys_score_figure_label (unit->figure)));
  if (thresholds != NULL)
    add_text (text, g_strdup_printf (_ ("figures missing: %s"), thresholds));
  if (suspected > 0)
    add_text (text, g_strdup_printf (ngettext ("%u suspected (%s)", "%u suspected (%s)", suspected), suspected, cost));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_chip (const char *kind, const char *text)
{
  GtkWidget *chip = ys_fill_label ("", "chip");

  ys_fill_chip_set (chip, kind, text);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

GtkWidget *
ys_ranking_waiting_row_new (const YsRankingView *view, const YsRankingEntry *entry)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = ys_fill_label (entry->info->name, "name"), *words;
  g_autofree char *reason = dup_reason (view, entry);
  g_autofree char *late = entry->days_late > 0 ? g_strdup_printf (ngettext ("! late, %u day", "! late, %u days", entry->days_late), entry->days_late) : NULL;

  gtk_widget_add_css_class (line, "waiting-line");
  gtk_label_set_width_chars (GTK_LABEL (name), 8);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), make_chip (entry->unit != NULL ? "info" : "open", entry->unit != NULL ? ys_submission_state_label (entry->unit->state) : _ ("not received")));
  if (late != NULL)
    gtk_box_append (GTK_BOX (line), make_chip ("open", late));
  words = ys_fill_label (reason, "quiet num");
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  return line;
}
