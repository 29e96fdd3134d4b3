/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a dossier shares with a single package is said by the cards of the receipt; here is what it has beside: its
 * packages one by one, and its counties. */
#include "ys-dossier-receipt-cards.h"

#include <glib/gi18n-lib.h>

#include "ys-receipt-cards.h"
#include "ys-receipt-widgets.h"
#include "ys-register-words.h"

/* The part that a dossier has in common with a package, as such; borrows everything from @receipt. */
static YsReceipt
as_package (const YsDossierReceipt *receipt)
{
  return (YsReceipt){
    .path = receipt->path,
    .name = receipt->name,
    .id = receipt->id,
    .kind = (char *) "dossier",
    .from = receipt->from,
    .from_name = receipt->from_name,
    .to = receipt->to,
    .to_name = receipt->to_name,
    .round = receipt->round,
    .round_title = receipt->round_title,
    .digest = receipt->digest,
    .number = receipt->number,
    .made_at = receipt->made_at,
    .size = receipt->size,
    .facts_reliable = receipt->complete == YS_COMPLETE_SOUND,
    .complete = receipt->complete,
    .origin = receipt->origin,
    .order = receipt->order,
    .complete_detail = receipt->complete_detail,
    .origin_detail = receipt->origin_detail,
    .order_detail = receipt->order_detail,
    .faults = receipt->faults,
    .ask_sender = receipt->ask_sender,
  };
}

static GtkWidget *
with_title (const char *title, const char *aside, GtkWidget *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), ys_card_title_new (title, aside));
  gtk_box_append (GTK_BOX (box), card);
  return box;
}

/* ---- words ---- */

char *
ys_dossier_dup_title (const YsDossierReceipt *receipt)
{
  const char *from = receipt->from_name != NULL ? receipt->from_name : receipt->from;

  if (from == NULL)
    return g_strdup (_ ("A dossier that does not say from whom it is"));
  if (receipt->city_name != NULL && g_strcmp0 (receipt->city, receipt->from) != 0)
    return g_strdup_printf (_ ("Dossier of %s passed on by %s"), receipt->city_name, from);
  return g_strdup_printf (_ ("Dossier handed in by %s"), from);
}

char *
ys_dossier_dup_subtitle (const YsDossierReceipt *receipt)
{
  g_autofree char *size = g_format_size (receipt->size);

  return g_strdup_printf (_ ("%u packages · %s · %s"), receipt->bags->len + 1, receipt->name, size);
}

/* ---- verdicts ---- */

static void
judge_complete (const YsDossierReceipt *receipt, YsVerdictWords *words)
{
  gboolean sound = receipt->complete == YS_COMPLETE_SOUND;

  words->name = C_ ("verdict", "Complete");
  words->icon = "ys-package-sound-symbolic";
  words->chip = sound ? _ ("✓ complete") : _ ("✗ damaged");
  words->style = sound ? "ok" : "bad";
  words->title = sound ? g_strdup_printf (_ ("All %u packages are there, and each checks"), receipt->bags->len + 1)
                       : g_strdup (receipt->complete_detail);
  if (sound)
    words->detail = g_strdup_printf (_ ("%u pieces of evidence · %s"), receipt->evidence,
                                     receipt->complete_detail != NULL ? receipt->complete_detail : "");
}

GtkWidget *
ys_dossier_card_verdicts (const YsDossierReceipt *receipt, YsWorkspace *workspace)
{
  const YsReceipt common = as_package (receipt);
  GtkWidget *card = ys_card_new ();

  for (guint i = 0; i < YS_N_VERDICT_LINES; i++)
    {
      g_auto (YsVerdictWords) words = { 0 };

      if (i == YS_VERDICT_LINE_COMPLETE)
        judge_complete (receipt, &words);
      else
        ys_receipt_get_verdict (&common, workspace, (YsVerdictLine) i, &words);
      gtk_box_append (GTK_BOX (card),
                      ys_receipt_verdict_new (&words, i == YS_VERDICT_LINE_COMPLETE
                                                        && receipt->complete != YS_COMPLETE_SOUND ? receipt->faults : NULL));
    }
  return with_title (_ ("Three Checks"), NULL, card);
}

/* ---- packages ---- */

static GtkWidget *
make_bag (const YsDossierBagInfo *bag)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *unit = bag->unit_name != NULL ? bag->unit_name : bag->unit;
  g_autofree char *size = g_format_size (bag->size);
  g_autofree char *title = g_strdup_printf ("%s · %s", unit != NULL ? unit : "", ys_register_kind_label (bag->kind));
  g_autofree char *detail = !bag->present ? g_strdup (bag->file)
                            : bag->sound  ? g_strdup_printf (_ ("%u PDFs · %s"), bag->evidence, size)
                                          : g_strdup_printf ("%s · %s", bag->detail != NULL ? bag->detail : "", bag->file);
  GtkWidget *words = ys_words_new (detail, "small quiet num");

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_tooltip_text (row, bag->file);
  gtk_box_append (GTK_BOX (texts), ys_words_new (title, NULL));
  gtk_box_append (GTK_BOX (texts), words);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), ys_chip_new (!bag->present ? _ ("✗ missing")
                                              : bag->sound  ? _ ("✓ complete")
                                                            : _ ("✗ damaged"),
                                              bag->sound && bag->present ? "ok" : "bad"));
  gtk_widget_add_css_class (row, "verdict");
  return row;
}

static void
add_bags (GtkWidget *card, const GPtrArray *bags, gboolean good)
{
  for (guint i = 0; i < bags->len; i++)
    {
      const YsDossierBagInfo *bag = g_ptr_array_index (bags, i);
      if ((bag->present && bag->sound) == good)
        gtk_box_append (GTK_BOX (card), make_bag (bag));
    }
}

GtkWidget *
ys_dossier_card_packages (const YsDossierReceipt *receipt)
{
  GtkWidget *card;
  guint good = 0;

  if (receipt->bags->len == 0)
    return NULL;
  for (guint i = 0; i < receipt->bags->len; i++)
    {
      const YsDossierBagInfo *bag = g_ptr_array_index (receipt->bags, i);
      good += bag->present && bag->sound;
    }
  g_autofree char *aside = g_strdup_printf (_ ("%u of %u whole"), good, receipt->bags->len);
  card = ys_card_new ();
  add_bags (card, receipt->bags, FALSE);
  add_bags (card, receipt->bags, TRUE);
  return with_title (_ ("Packages Inside"), aside, card);
}

/* ---- facts, counties, advice ---- */

GtkWidget *
ys_dossier_card_facts (const YsDossierReceipt *receipt)
{
  const YsReceipt common = as_package (receipt);

  return ys_receipt_card_facts (&common);
}

static void
add_cell (GtkGrid *grid, int column, int row, const char *text, const char *styles, gboolean words)
{
  GtkWidget *cell = words ? ys_words_new (text, styles) : ys_figure_new (text, styles);

  gtk_widget_set_hexpand (cell, column == 1);
  gtk_widget_set_valign (cell, GTK_ALIGN_FILL);
  gtk_grid_attach (grid, cell, column, row, 1, 1);
}

static void
add_unit (GtkGrid *grid, int row, const YsDossierUnitInfo *unit)
{
  g_autofree char *rank = unit->rank > 0 ? g_strdup_printf ("%u", unit->rank) : g_strdup ("—");
  g_autofree char *deduction = unit->deduction > 0 ? ys_points_to_display (-unit->deduction) : g_strdup ("—");
  g_autofree char *total = ys_points_to_display (unit->total);

  add_cell (grid, 0, row, rank, "td low", FALSE);
  add_cell (grid, 1, row, unit->name != NULL ? unit->name : unit->unit, "td low", TRUE);
  add_cell (grid, 2, row, deduction, "td low", FALSE);
  add_cell (grid, 3, row, total, "td low strong", FALSE);
  add_cell (grid, 4, row, unit->unranked != NULL ? unit->unranked : unit->grade != NULL ? unit->grade : "—", "td low small", TRUE);
}

GtkWidget *
ys_dossier_card_units (const YsDossierReceipt *receipt)
{
  static const char *const heads[] = { N_ ("Place"), N_ ("County"), N_ ("Deducted"), N_ ("Total"), N_ ("Grade") };
  GtkWidget *card, *grid;

  if (receipt->units->len == 0)
    return NULL;
  card = ys_card_new ();
  grid = gtk_grid_new ();
  gtk_widget_add_css_class (grid, "grid");
  for (int i = 0; i < (int) G_N_ELEMENTS (heads); i++)
    add_cell (GTK_GRID (grid), i, 0, _ (heads[i]), "th", i == 1 || i == 4);
  for (guint i = 0; i < receipt->units->len; i++)
    add_unit (GTK_GRID (grid), (int) i + 1, g_ptr_array_index (receipt->units, i));
  gtk_box_append (GTK_BOX (card), grid);
  return with_title (_ ("Counties"), receipt->standard, card);
}

GtkWidget *
ys_dossier_card_advice (const YsDossierReceipt *receipt)
{
  const YsReceipt common = as_package (receipt);

  return ys_receipt_card_advice (&common);
}
