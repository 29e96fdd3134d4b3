/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a scoring point. What it opens to is made when first opened: most rows never are. */
#include "ys-score-row.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-score-rule-text.h"

enum
{
  LINE_RULE,
  LINE_FILLED,
  LINE_EVIDENCE,
  LINE_SCORE,
  N_LINES
};

struct _YsScoreRow
{
  GtkBox parent_instance;
  const YsPoint *point;
  YsWorkspace *workspace; /* unowned: outlives the form */
  guint task;
  GtkWidget *toggle, *arrow, *possible, *computed, *more, *texts[N_LINES], *pages, *hint;
  YsEntryField *self_score, *reason, *claim;
  GtkWidget *show_claim, *claim_box;
  char *shown_pages;
};

G_DEFINE_FINAL_TYPE (YsScoreRow, ys_score_row, GTK_TYPE_BOX)

const YsPoint *
ys_score_row_get_point (YsScoreRow *self)
{
  return self->point;
}

GtkWidget *
ys_score_figure_new (const char *classes, int width)
{
  GtkWidget *label = ys_fill_label ("", classes);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_size_request (label, width, -1);
  return label;
}

/* ---- what it opens to ---- */

static void
on_page (GtkWidget *button)
{
  ys_fill_show_page (button, g_object_get_data (G_OBJECT (button), "evidence"),
                     GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "page")));
}

static void
add_line (YsScoreRow *self, GtkGrid *grid, int row, const char *name)
{
  GtkWidget *label = ys_fill_label (name, "small quiet");

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  self->texts[row] = ys_fill_label ("", "why-text");
  gtk_label_set_wrap (GTK_LABEL (self->texts[row]), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->texts[row]), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->texts[row]), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (self->texts[row], TRUE);
  gtk_grid_attach (grid, self->texts[row], 1, row, 1, 1);
}

static GtkWidget *
make_why (YsScoreRow *self)
{
  GtkWidget *grid = gtk_grid_new ();
  const char *const names[N_LINES] = { _ ("Rule"), _ ("Filled in"), _ ("Cited"), _ ("Score") };

  gtk_widget_add_css_class (grid, "why");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (int i = 0; i < N_LINES; i++)
    add_line (self, GTK_GRID (grid), i, names[i]);
  self->pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_grid_remove (GTK_GRID (grid), self->texts[LINE_EVIDENCE]);
  self->texts[LINE_EVIDENCE] = NULL;
  gtk_grid_attach (GTK_GRID (grid), self->pages, 1, LINE_EVIDENCE, 1, 1);
  return grid;
}

static GtkWidget *
make_reason (YsScoreRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *key = g_strdup_printf ("self.%s.reason", self->point->id);
  g_autofree char *name = g_strdup_printf (_ ("%s: reason for the self score"), self->point->title);

  gtk_box_append (GTK_BOX (head), ys_fill_label (_ ("Reason for the self score"), "small strong"));
  self->hint = ys_fill_label ("", "small problem");
  gtk_box_append (GTK_BOX (head), self->hint);
  self->reason = YS_ENTRY_FIELD (ys_entry_field_new (TRUE));
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "reason");
  ys_entry_field_bind (self->reason, self->workspace, self->task, key, name);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  return box;
}

void
ys_score_row_show_claim (YsScoreRow *self)
{
  gtk_widget_set_visible (self->claim_box, TRUE);
  gtk_widget_set_visible (self->show_claim, FALSE);
  ys_entry_field_reveal (self->claim);
}

/* That the point does not apply here is claimed with a reason, and decided by the city (scoring.md 4). */
static GtkWidget *
make_claim (YsScoreRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *key = g_strdup_printf ("claim.%s", self->point->id);
  g_autofree char *name = g_strdup_printf (_ ("%s: why it does not apply"), self->point->title);
  g_autofree char *text = ys_workspace_dup_entry (self->workspace, self->task, key);

  self->show_claim = ys_fill_jump (_ ("This point does not apply here…"));
  gtk_widget_set_halign (self->show_claim, GTK_ALIGN_START);
  g_signal_connect_object (self->show_claim, "clicked", G_CALLBACK (ys_score_row_show_claim), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->show_claim);
  self->claim_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->claim_box),
                  ys_fill_label (_ ("Why it does not apply here (the city decides on it)"), "small strong"));
  self->claim = YS_ENTRY_FIELD (ys_entry_field_new (TRUE));
  gtk_widget_add_css_class (GTK_WIDGET (self->claim), "reason");
  ys_entry_field_bind (self->claim, self->workspace, self->task, key, name);
  gtk_box_append (GTK_BOX (self->claim_box), GTK_WIDGET (self->claim));
  gtk_widget_set_visible (self->claim_box, *text != '\0');
  gtk_widget_set_visible (self->show_claim, *text == '\0');
  gtk_box_append (GTK_BOX (box), self->claim_box);
  return box;
}

static void
make_more (YsScoreRow *self)
{
  self->more = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (self->more, "score-more");
  gtk_box_append (GTK_BOX (self->more), make_why (self));
  gtk_box_append (GTK_BOX (self->more), make_reason (self));
  gtk_box_append (GTK_BOX (self->more), make_claim (self));
  gtk_box_append (GTK_BOX (self), self->more);
}

static void
add_cited (YsScoreRow *self, const YsFillView *view, const YsCitation *citation)
{
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (view->workspace, citation->evidence);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = ys_fill_label (info != NULL ? info->title : "", "why-text");
  g_autofree char *pages = ys_citation_dup_pages (citation);
  GtkWidget *button = ys_fill_jump (pages);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  g_object_set_data_full (G_OBJECT (button), "evidence", g_strdup (citation->evidence), g_free);
  g_object_set_data (G_OBJECT (button), "page", GUINT_TO_POINTER (ys_citation_get_first_page (citation)));
  g_signal_connect (button, "clicked", G_CALLBACK (on_page), NULL);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->pages), line);
}

/* The citations of the point itself; where there are none, those of the whole task. */
static void
show_cited (YsScoreRow *self, const YsFillView *view)
{
  gboolean own = ys_fill_view_get_citation (view, self->point->id) != NULL;
  GString *now = g_string_new (NULL);

  for (guint i = 0; i < view->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (view->citations, i);
      g_string_append_printf (now, "%s %s\n", citation->id, citation->pages != NULL ? citation->pages : "");
    }
  g_autofree char *text = g_string_free (now, FALSE);
  if (g_strcmp0 (text, self->shown_pages) == 0)
    return;
  g_free (self->shown_pages);
  self->shown_pages = g_steal_pointer (&text);
  ys_fill_clear_box (self->pages);
  for (guint i = 0; i < view->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (view->citations, i);
      if (g_strcmp0 (citation->point, own ? self->point->id : NULL) == 0)
        add_cited (self, view, citation);
    }
  if (gtk_widget_get_first_child (self->pages) == NULL)
    gtk_box_append (GTK_BOX (self->pages), ys_fill_label (_ ("nothing cited"), "why-text quiet"));
}

static const YsSheetPoint *
find_detail (YsScoreRow *self, const YsFillView *view)
{
  return view->unit != NULL ? ys_sheet_unit_get_point (view->unit, self->point->id) : NULL;
}

static void
show_hint (YsScoreRow *self, const YsSheetPoint *detail)
{
  g_autofree char *text = NULL;

  if (detail != NULL && detail->has_self && detail->score[YS_SELF] > detail->score[YS_COMPUTED])
    {
      g_autofree char *above = ys_points_to_display (detail->score[YS_SELF] - detail->score[YS_COMPUTED]);
      text = g_strdup_printf (_ ("%s above the computed score: say why"), above);
    }
  gtk_label_set_text (GTK_LABEL (self->hint), text != NULL ? text : "");
}

static void
show_more (YsScoreRow *self, const YsFillView *view)
{
  const YsSheetPoint *detail = find_detail (self, view);
  g_autofree char *rule = ys_point_dup_rule_text (view->standard, self->point);
  g_autofree char *why = detail != NULL ? ys_sheet_why_to_text (detail->why) : g_strdup ("");
  const char *open = detail != NULL ? ys_open_label (detail->open[YS_COMPUTED]) : NULL;
  const char *filled = detail != NULL && detail->measure_text != NULL ? detail->measure_text
                       : open != NULL                                 ? open
                                                                      : "—";

  gtk_label_set_text (GTK_LABEL (self->texts[LINE_RULE]), rule);
  gtk_label_set_text (GTK_LABEL (self->texts[LINE_FILLED]), filled);
  gtk_label_set_text (GTK_LABEL (self->texts[LINE_SCORE]), why);
  show_cited (self, view);
  show_hint (self, detail);
  ys_entry_field_set_editable (self->reason, view->can_edit);
  ys_entry_field_set_editable (self->claim, view->can_edit);
  gtk_widget_set_sensitive (self->show_claim, view->can_edit);
}

/* ---- the row ---- */

void
ys_score_row_update (YsScoreRow *self, const YsFillView *view)
{
  const YsSheetPoint *detail = find_detail (self, view);
  g_autofree char *computed = detail != NULL && detail->counts
                                  ? ys_points_to_display (detail->score[YS_COMPUTED])
                                  : g_strdup (detail != NULL ? _ ("n/a") : "—");
  GtkWidget *entry = ys_entry_field_get_input (self->self_score);

  gtk_label_set_text (GTK_LABEL (self->computed), computed);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), computed);
  if (detail != NULL && detail->has_self && detail->score[YS_SELF] != detail->score[YS_COMPUTED])
    gtk_widget_add_css_class (entry, "changed");
  else
    gtk_widget_remove_css_class (entry, "changed");
  ys_entry_field_set_editable (self->self_score, view->can_edit);
  if (self->more != NULL && gtk_widget_get_visible (self->more))
    show_more (self, view);
}

static void
show_open (YsScoreRow *self, gboolean open)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "sel");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "sel");
}

static void
on_toggled (YsScoreRow *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));

  show_open (self, open);
  if (open && self->more == NULL)
    make_more (self);
  if (self->more != NULL)
    gtk_widget_set_visible (self->more, open);
  if (!open)
    return;
  g_autoptr (YsFillView) view = ys_fill_view_new (self->workspace, self->task);
  show_more (self, view);
}

void
ys_score_row_open (YsScoreRow *self, gboolean open, gboolean focus)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), open);
  if (focus)
    gtk_widget_grab_focus (self->toggle);
}

/* A figure that differs from the computed one asks for its reason: the row opens by itself when the figure is
 * left. */
static void
on_self_left (YsScoreRow *self)
{
  g_autofree char *text = ys_entry_field_dup_text (self->self_score);

  if (*text != '\0' && gtk_widget_has_css_class (ys_entry_field_get_input (self->self_score), "changed"))
    ys_score_row_open (self, TRUE, FALSE);
}

static GtkWidget *
make_toggle (YsScoreRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = ys_fill_label (self->point->title, "name");

  self->arrow = gtk_image_new ();
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, self->point->title);
  gtk_box_append (GTK_BOX (box), self->arrow);
  gtk_box_append (GTK_BOX (box), label);
  self->toggle = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->toggle), box);
  gtk_widget_add_css_class (self->toggle, "score-toggle");
  gtk_widget_set_hexpand (self->toggle, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->point->title, -1);
  return self->toggle;
}

static void
ys_score_row_finalize (GObject *object)
{
  g_free (YS_SCORE_ROW (object)->shown_pages);
  G_OBJECT_CLASS (ys_score_row_parent_class)->finalize (object);
}

static void
ys_score_row_class_init (YsScoreRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_score_row_finalize;
}

static void
ys_score_row_init (YsScoreRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "score-row");
}

GtkWidget *
ys_score_row_new (const YsFillView *view, const YsPoint *point)
{
  YsScoreRow *self = g_object_new (YS_TYPE_SCORE_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *key = g_strdup_printf ("self.%s", point->id);
  g_autofree char *name = g_strdup_printf (_ ("%s: self score"), point->title);
  g_autofree char *possible = ys_points_to_display (point->points);

  self->point = point;
  self->workspace = view->workspace;
  self->task = view->task->number;
  gtk_widget_add_css_class (line, "score-line");
  gtk_box_append (GTK_BOX (line), make_toggle (self));
  self->possible = ys_score_figure_new ("num faint", YS_SCORE_COLUMN);
  gtk_label_set_text (GTK_LABEL (self->possible), possible);
  self->computed = ys_score_figure_new ("num", YS_SCORE_COLUMN);
  gtk_box_append (GTK_BOX (line), self->possible);
  gtk_box_append (GTK_BOX (line), self->computed);
  self->self_score = YS_ENTRY_FIELD (ys_entry_field_new (FALSE));
  ys_entry_field_set_points (self->self_score, TRUE);
  ys_entry_field_bind (self->self_score, view->workspace, self->task, key, name);
  gtk_widget_add_css_class (ys_entry_field_get_input (self->self_score), "mini");
  gtk_widget_set_size_request (GTK_WIDGET (self->self_score), YS_SCORE_COLUMN_SELF - 14, -1);
  gtk_widget_set_margin_start (GTK_WIDGET (self->self_score), 14);
  gtk_widget_set_hexpand (GTK_WIDGET (self->self_score), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->self_score), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->self_score));
  gtk_box_append (GTK_BOX (self), line);
  GtkWidget *problem = ys_entry_field_lift_problem (self->self_score);
  gtk_widget_set_margin_start (problem, 12);
  gtk_box_append (GTK_BOX (self), problem);
  g_object_unref (problem);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_self_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->self_score), focus);
  g_signal_connect_object (self->toggle, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  show_open (self, FALSE);
  return GTK_WIDGET (self);
}
