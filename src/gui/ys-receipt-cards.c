/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of the receipt page: verdicts with their faults, figures stated and recomputed, where it comes from, what it
 * would change, and what to do with one that can't come in. */
#include "ys-receipt-cards.h"

#include <glib/gi18n-lib.h>

#include "ys-place.h"
#include "ys-receipt-widgets.h"
#include "ys-receipt-words.h"
#include "ys-text-window.h"
#include "ys-register-words.h"

/* Faults shown in the card; all of them are in the printed receipt. */
#define FAULTS_SHOWN 12

static GtkWidget *
with_title (const char *title, const char *aside, GtkWidget *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), ys_card_title_new (title, aside));
  gtk_box_append (GTK_BOX (box), card);
  return box;
}

/* ---- verdicts ---- */

static void
add_faults (GtkWidget *box, const YsFaults *faults)
{
  guint n = ys_faults_get_n (faults);

  for (guint i = 0; i < MIN (n, FAULTS_SHOWN); i++)
    {
      g_autofree char *text = ys_receipt_dup_fault (ys_faults_get (faults, i));
      gtk_box_append (GTK_BOX (box), ys_copyable_words_new (text, "small quiet"));
    }
  if (n <= FAULTS_SHOWN)
    return;
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more, see the printed receipt",
                                                     "and %u more, see the printed receipt", n - FAULTS_SHOWN),
                                           n - FAULTS_SHOWN);
  gtk_box_append (GTK_BOX (box), ys_words_new (more, "small quiet"));
}

static const char *
icon_style (const char *style)
{
  if (g_strcmp0 (style, "ok") == 0)
    return "success";
  if (g_strcmp0 (style, "bad") == 0)
    return "error";
  return g_strcmp0 (style, "open") == 0 ? "warning" : "quiet";
}

GtkWidget *
ys_receipt_verdict_new (const YsVerdictWords *words, const YsFaults *faults)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (words->icon);
  GtkWidget *name = ys_words_new (words->name, "strong");
  GtkWidget *chip = ys_chip_new (words->chip, words->style);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 18);
  gtk_widget_add_css_class (icon, icon_style (words->style));
  gtk_label_set_wrap (GTK_LABEL (name), FALSE);
  gtk_widget_set_size_request (name, 44, -1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), ys_words_new (words->title, NULL));
  if (words->detail != NULL)
    gtk_box_append (GTK_BOX (texts), ys_words_new (words->detail, "small quiet"));
  if (faults != NULL)
    {
      add_faults (texts, faults);
      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_set_valign (name, GTK_ALIGN_START);
      gtk_widget_set_valign (chip, GTK_ALIGN_START);
    }
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), chip);
  gtk_widget_add_css_class (row, "verdict");
  return row;
}

static GtkWidget *
make_verdict (const YsReceipt *receipt, YsWorkspace *workspace, YsVerdictLine line)
{
  g_auto (YsVerdictWords) words = { 0 };
  gboolean damaged = line == YS_VERDICT_LINE_COMPLETE && receipt->complete != YS_COMPLETE_SOUND;

  ys_receipt_get_verdict (receipt, workspace, line, &words);
  return ys_receipt_verdict_new (&words, damaged ? receipt->faults : NULL);
}

GtkWidget *
ys_receipt_card_verdicts (const YsReceipt *receipt, YsWorkspace *workspace)
{
  GtkWidget *card = ys_card_new ();

  for (guint i = 0; i < YS_N_VERDICT_LINES; i++)
    gtk_box_append (GTK_BOX (card), make_verdict (receipt, workspace, (YsVerdictLine) i));
  return with_title (_("Three Checks"), NULL, card);
}

/* ---- scores ---- */

static guint
count_columns (const YsReceipt *receipt)
{
  guint n = 0;

  while (n < G_N_ELEMENTS (receipt->score_names) && receipt->score_names[n] != NULL)
    n++;
  return n;
}

static void
add_cell (GtkGrid *grid, guint column, int row, const char *text, const char *styles)
{
  /* an empty label would be read out by the name of its class */
  GtkWidget *cell = ys_figure_new (*text != '\0' ? text : NULL, styles);

  if (column == 0)
    gtk_label_set_xalign (GTK_LABEL (cell), 0);
  if (*text == '\0')
    gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_hexpand (cell, column == 0);
  gtk_grid_attach (grid, cell, (int) column, row, 1, 1);
}

static void
add_head (GtkGrid *grid, const YsReceipt *receipt, guint n)
{
  add_cell (grid, 0, 0, "", "th");
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *name = ys_words_new (receipt->score_names[i], "th");
      gtk_label_set_xalign (GTK_LABEL (name), 1);
      gtk_label_set_justify (GTK_LABEL (name), GTK_JUSTIFY_RIGHT);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (name), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_width_chars (GTK_LABEL (name), 8);
      gtk_label_set_max_width_chars (GTK_LABEL (name), 8);
      gtk_grid_attach (grid, name, (int) i + 1, 0, 1, 1);
    }
}

/* @a minus @b (nullable) in each column. */
static void
add_points (GtkGrid *grid, int row, const char *name, const YsPoints *a, const YsPoints *b, guint n, const char *styles)
{
  add_cell (grid, 0, row, name, styles);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = ys_points_to_display (a[i] - (b != NULL ? b[i] : 0));
      add_cell (grid, i + 1, row, text, styles);
    }
}

/* What is possible: no figure where there is none (the deduction). */
static void
add_possible (GtkGrid *grid, int row, const YsReceipt *receipt, guint n)
{
  add_cell (grid, 0, row, _("Full"), "td low quiet");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = receipt->possible[i] != 0 ? ys_points_to_display (receipt->possible[i]) : g_strdup ("");
      add_cell (grid, i + 1, row, text, "td low quiet");
    }
}

static void
add_here (GtkGrid *grid, int row, const YsReceipt *receipt, guint n)
{
  g_autofree char *total = ys_points_to_display (receipt->here_total);

  add_cell (grid, 0, row, _("With what is known here"), "td low last");
  for (guint i = 0; i < n; i++)
    add_cell (grid, i + 1, row, i + 1 == n ? total : "", "td low last");
}

static char *
dup_standard (const YsReceipt *receipt)
{
  if (receipt->standard == NULL)
    return NULL;
  return receipt->standard_differs ? g_strdup_printf (_("%s, differs from the one here"), receipt->standard)
                                   : g_strdup (receipt->standard);
}

static GtkWidget *
make_table (const YsReceipt *receipt, guint n)
{
  GtkWidget *table = gtk_grid_new ();
  GtkGrid *grid = GTK_GRID (table);
  int row = 1;

  gtk_widget_add_css_class (table, "grid");
  add_head (grid, receipt, n);
  add_possible (grid, row++, receipt, n);
  add_points (grid, row++, _("Computed, as stated"), receipt->stated, NULL, n, "td low");
  add_points (grid, row++, _("Computed, done anew here"), receipt->recomputed, NULL, n, "td low");
  add_points (grid, row++, _("Difference"), receipt->stated, receipt->recomputed, n,
              receipt->scores_equal ? "td low sum" : "td low sum error");
  add_points (grid, row++, _("Self score"), receipt->self, NULL, n, receipt->has_here ? "td low" : "td low last");
  if (receipt->has_here)
    add_here (grid, row, receipt, n);
  return table;
}

GtkWidget *
ys_receipt_card_scores (const YsReceipt *receipt)
{
  g_autofree char *aside = dup_standard (receipt);
  GtkWidget *card;

  if (!receipt->has_scores)
    return NULL;
  card = ys_card_new ();
  if (count_columns (receipt) > 0)
    gtk_box_append (GTK_BOX (card), make_table (receipt, count_columns (receipt)));
  if (!receipt->scores_equal && receipt->complete == YS_COMPLETE_SOUND)
    {
      GtkWidget *faults = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      gtk_widget_add_css_class (faults, "verdict");
      add_faults (faults, receipt->faults);
      gtk_box_append (GTK_BOX (card), faults);
    }
  return with_title (_("Scores Compared"), aside, card);
}

/* ---- facts ---- */

static void
add_fact (GtkGrid *grid, int *row, const char *name, char *value)
{
  if (value != NULL && *value != '\0')
    ys_grid_add_fact (grid, (*row)++, name, value);
  g_free (value);
}

GtkWidget *
ys_receipt_card_facts (const YsReceipt *receipt)
{
  GtkWidget *card = ys_card_new ();
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_widget_add_css_class (grid, "facts");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  add_fact (GTK_GRID (grid), &row, _("From"), ys_receipt_dup_office (receipt->from_name, receipt->from));
  add_fact (GTK_GRID (grid), &row, _("To"), ys_receipt_dup_office (receipt->to_name, receipt->to));
  if (receipt->kind != NULL)
    add_fact (GTK_GRID (grid), &row, _("Kind"), g_strdup (ys_register_kind_label (receipt->kind)));
  add_fact (GTK_GRID (grid), &row, _("Round"),
            g_strdup (receipt->round_title != NULL ? receipt->round_title : receipt->round));
  if (receipt->number > 0)
    add_fact (GTK_GRID (grid), &row, _("Number"),
              receipt->revision > 0
                ? g_strdup_printf (_("package No. %u · hand-in No. %u"), receipt->number, receipt->revision)
                : g_strdup_printf (_("package No. %u"), receipt->number));
  if (receipt->made_at != 0)
    add_fact (GTK_GRID (grid), &row, _("Made"), ys_time_to_display (receipt->made_at));
  if (receipt->digest != NULL)
    {
      g_autofree char *digest = ys_register_dup_digest_lines (receipt->digest);
      gtk_widget_add_css_class (ys_grid_add_fact (GTK_GRID (grid), row, _("Check number"), digest), "digest");
    }
  gtk_box_append (GTK_BOX (card), grid);
  return with_title (_("Where It Comes From"),
                     receipt->facts_reliable ? NULL : _("taken from the package, not reliable"), card);
}

/* ---- changes, advice ---- */

/* Lines of one paragraph of the window that lists them. */
#define LINES_TOGETHER 40

static void
on_differences (GtkButton *button, gpointer data)
{
  const GPtrArray *differences = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  GtkWindow *window = ys_text_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Change by Change"), 640, 560);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      g_string_append (text, g_ptr_array_index (differences, i));
      if ((i + 1) % LINES_TOGETHER != 0 && i + 1 < differences->len)
        g_string_append_c (text, '\n');
      else
        {
          ys_text_window_add (window, text->str, NULL);
          g_string_truncate (text, 0);
        }
    }
  g_string_free (text, TRUE);
  gtk_window_present (window);
}

static void
free_array (gpointer array, GClosure *closure)
{
  g_ptr_array_unref (array);
}

/* The door to what differs, field by field. */
static GtkWidget *
make_differences (GPtrArray *differences)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u change one by one", "Show %u changes one by one", differences->len),
                                            differences->len);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "jump");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_start (button, 8);
  gtk_widget_set_margin_top (button, 4);
  gtk_widget_set_margin_bottom (button, 4);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_differences), g_ptr_array_ref (differences), free_array, 0);
  return button;
}

GtkWidget *
ys_receipt_card_changes (const YsReceipt *receipt, gboolean done)
{
  if (receipt->changes->len == 0)
    return NULL;
  GtkWidget *card = ys_card_new ();
  for (guint i = 0; i < receipt->changes->len; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      GtkWidget *words = ys_words_new (g_ptr_array_index (receipt->changes, i), NULL);
      gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (done ? "object-select-symbolic" : "list-add-symbolic"));
      gtk_widget_set_hexpand (words, TRUE);
      gtk_box_append (GTK_BOX (row), words);
      gtk_widget_add_css_class (row, "change");
      gtk_box_append (GTK_BOX (card), row);
    }
  if (receipt->differences != NULL && receipt->differences->len > 0)
    gtk_box_append (GTK_BOX (card), make_differences (receipt->differences));
  return with_title (done ? _("What Was Changed") : _("What Importing Changes"),
                     receipt->replaces > 0 ? _("earlier ones are kept") : NULL, card);
}

static void
on_copy (GtkButton *button, gpointer text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  ys_tell (GTK_WIDGET (button), _("Copied. Paste it into your message to the sender."));
}

static void
free_text (gpointer text, GClosure *closure)
{
  g_free (text);
}

GtkWidget *
ys_receipt_card_advice (const YsReceipt *receipt)
{
  if (receipt->ask_sender == NULL)
    return NULL;
  GtkWidget *card = ys_card_new ();
  GtkWidget *words = ys_copyable_words_new (receipt->ask_sender, "advice");
  GtkWidget *box = with_title (_("What to Do"), NULL, card);
  GtkWidget *copy = gtk_button_new_with_label (_("Copy These Words"));
  gtk_widget_add_css_class (copy, "jump");
  ys_name_widget (words, _("What to ask the sender for"));
  g_signal_connect_data (copy, "clicked", G_CALLBACK (on_copy), g_strdup (receipt->ask_sender), free_text, 0);
  gtk_box_append (GTK_BOX (gtk_widget_get_first_child (box)), copy);
  gtk_box_append (GTK_BOX (card), words);
  return box;
}
