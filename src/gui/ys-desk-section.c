/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card with lines. It keeps its rows while their words stay, and gives focus back to the same line otherwise. */
#include "ys-desk-section.h"

#include <glib/gi18n-lib.h>

#include "ys-places.h"

enum { COLUMN_WORDS, COLUMN_COUNT, COLUMN_FIGURE, COLUMN_POSSIBLE, N_COLUMNS };

struct _YsDeskSection {
  GtkBox parent_instance;
  GtkLabel *title, *aside, *note;
  GtkButton *jump;
  YsLocation *jump_to;
  GtkListBox *list;
  GPtrArray *lines;
  GtkSizeGroup *columns[N_COLUMNS]; /* of lines beside a chart */
  char *nothing;
};

G_DEFINE_FINAL_TYPE (YsDeskSection, ys_desk_section, GTK_TYPE_BOX)

YsDeskLine *
ys_desk_line_new (const char *icon, const char *style, char *title, char *detail, char *figure, YsLocation *to)
{
  YsDeskLine *self = g_new0 (YsDeskLine, 1);

  self->icon = g_strdup (icon);
  self->style = g_strdup (style);
  self->title = title;
  self->detail = detail;
  self->figure = figure;
  self->to = to;
  return self;
}

void
ys_desk_line_take_chart (YsDeskLine *self, GtkWidget *chart)
{
  self->chart = g_object_ref_sink (chart);
}

void
ys_desk_line_free (YsDeskLine *self)
{
  g_clear_object (&self->chart);
  g_free (self->icon);
  g_free (self->style);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->count);
  g_free (self->figure);
  g_free (self->possible);
  ys_location_free (self->to);
  g_free (self);
}

GPtrArray *
ys_desk_lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ys_desk_line_free);
}

static gboolean
same_chart (const YsDeskLine *a, const YsDeskLine *b)
{
  if (a->chart == NULL || b->chart == NULL)
    return a->chart == b->chart;
  return g_str_equal (ys_chart_view_get_text (YS_CHART_VIEW (a->chart)),
                      ys_chart_view_get_text (YS_CHART_VIEW (b->chart)));
}

static gboolean
same_line (const YsDeskLine *a, const YsDeskLine *b)
{
  return g_strcmp0 (a->icon, b->icon) == 0 && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->detail, b->detail) == 0 && g_strcmp0 (a->count, b->count) == 0
         && g_strcmp0 (a->figure, b->figure) == 0 && g_strcmp0 (a->possible, b->possible) == 0
         && same_chart (a, b) && (a->to != NULL) == (b->to != NULL) && (a->to == NULL || a->to->task == b->to->task);
}

static gboolean
same_lines (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!same_line (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/* ---- a row ---- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style, double align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), (float) align);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_words (GtkWidget *box, const YsDeskLine *line, gboolean beside_chart)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, !beside_chart);
  add_label (words, line->title, NULL, 0);
  if (line->detail != NULL)
    {
      GtkWidget *detail = add_label (words, line->detail, "small", 0);
      gtk_widget_add_css_class (detail, "quiet");
      gtk_widget_set_tooltip_text (detail, line->detail);
    }
  gtk_box_append (GTK_BOX (box), words);
  return words;
}

static char *
dup_name (const YsDeskLine *line)
{
  const char *const parts[] = { line->title, line->detail, line->count, line->figure, line->possible };
  GString *name = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", parts[i]);
  return g_string_free (name, FALSE);
}

static gboolean
leads (const YsDeskLine *line)
{
  return line->to != NULL && ys_places_get (line->to->place) != NULL;
}

static GtkWidget *
make_icon (const YsDeskLine *line)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (line->icon);

  if (line->style != NULL)
    gtk_widget_add_css_class (icon, line->style);
  return icon;
}

static void
add_cell (YsDeskSection *self, GtkWidget *box, int column, const char *text, const char *style, double align)
{
  GtkWidget *cell = add_label (box, text, style, align);

  gtk_widget_add_css_class (cell, column == COLUMN_POSSIBLE ? "faint" : "num");
  gtk_size_group_add_widget (self->columns[column], cell);
}

/* What is right of the words, each in its column; without a chart the count takes its place. */
static void
add_columns (YsDeskSection *self, GtkWidget *box, const YsDeskLine *line)
{
  if (line->chart != NULL)
    {
      gtk_box_append (GTK_BOX (box), line->chart);
      add_cell (self, box, COLUMN_COUNT, line->count, "small", 1);
    }
  else
    {
      GtkWidget *words = add_label (box, line->count, "small", 0);
      gtk_widget_add_css_class (words, "num");
      gtk_widget_set_hexpand (words, TRUE);
    }
  add_cell (self, box, COLUMN_FIGURE, line->figure, "strong", 1);
  add_cell (self, box, COLUMN_POSSIBLE, line->possible, "small", 0);
}

static void
add_figures (GtkWidget *box, const YsDeskLine *line)
{
  if (line->count != NULL)
    gtk_widget_add_css_class (add_label (box, line->count, line->count_is_jump ? "jump" : "small", 1), "num");
  if (line->figure != NULL)
    gtk_widget_add_css_class (add_label (box, line->figure, "strong", 1), "num");
  if (line->possible != NULL)
    gtk_widget_add_css_class (add_label (box, line->possible, "small", 0), "faint");
}

static GtkWidget *
make_row (YsDeskSection *self, const YsDeskLine *line, gboolean with_charts)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *words;
  g_autofree char *name = dup_name (line);

  if (line->icon != NULL)
    gtk_box_append (GTK_BOX (box), make_icon (line));
  words = add_words (box, line, with_charts);
  if (with_charts)
    {
      gtk_size_group_add_widget (self->columns[COLUMN_WORDS], words);
      add_columns (self, box, line);
    }
  else
    add_figures (box, line);
  if (leads (line))
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), leads (line));
  gtk_widget_add_css_class (row, line->detail != NULL ? "line" : "low");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
on_row_activated (YsDeskSection *self, GtkListBoxRow *row)
{
  const YsDeskLine *line = g_ptr_array_index (self->lines, gtk_list_box_row_get_index (row));

  if (leads (line))
    ys_go (GTK_WIDGET (self), line->to);
}

/* ---- the card ---- */

void
ys_desk_section_set_title (YsDeskSection *self, const char *title)
{
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
ys_desk_section_set_aside (YsDeskSection *self, const char *aside)
{
  gtk_label_set_text (self->aside, aside != NULL ? aside : "");
}

void
ys_desk_section_set_note (YsDeskSection *self, const char *note)
{
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

void
ys_desk_section_set_jump (YsDeskSection *self, const char *label, YsLocation *to)
{
  g_clear_pointer (&self->jump_to, ys_location_free);
  self->jump_to = to;
  gtk_button_set_label (self->jump, label);
  gtk_widget_set_visible (GTK_WIDGET (self->jump), TRUE);
}

static void
on_jump (YsDeskSection *self)
{
  ys_go (GTK_WIDGET (self), self->jump_to);
}

static void
show_nothing (YsDeskSection *self, const char *nothing)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_widget_add_css_class (add_label (box, nothing, NULL, 0), "quiet");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "low");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, nothing, -1);
  gtk_list_box_append (self->list, row);
}

/* Which row has the focus; -1: none. */
static int
focused_row (YsDeskSection *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

static gboolean
has_charts (const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (((const YsDeskLine *) g_ptr_array_index (lines, i))->chart != NULL)
      return TRUE;
  return FALSE;
}

void
ys_desk_section_take_lines (YsDeskSection *self, GPtrArray *lines, const char *nothing)
{
  int focused = focused_row (self);
  GtkListBoxRow *row;

  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0 || nothing != NULL);
  if (same_lines (self->lines, lines) && g_strcmp0 (nothing, self->nothing) == 0)
    {
      g_ptr_array_unref (lines);
      return;
    }
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = lines;
  g_free (self->nothing);
  self->nothing = g_strdup (nothing);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (lines, i), has_charts (lines)));
  if (lines->len == 0 && nothing != NULL)
    show_nothing (self, nothing);
  row = focused >= 0 ? gtk_list_box_get_row_at_index (self->list, focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
ys_desk_section_finalize (GObject *object)
{
  YsDeskSection *self = YS_DESK_SECTION (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_object_unref (self->columns[i]);
  g_clear_pointer (&self->jump_to, ys_location_free);
  g_free (self->nothing);
  G_OBJECT_CLASS (ys_desk_section_parent_class)->finalize (object);
}

static void
ys_desk_section_class_init (YsDeskSectionClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ys_desk_section_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-desk-section.ui");
  gtk_widget_class_bind_template_child (widget_class, YsDeskSection, title);
  gtk_widget_class_bind_template_child (widget_class, YsDeskSection, aside);
  gtk_widget_class_bind_template_child (widget_class, YsDeskSection, list);
  gtk_widget_class_bind_template_child (widget_class, YsDeskSection, note);
  gtk_widget_class_bind_template_child (widget_class, YsDeskSection, jump);
  gtk_widget_class_bind_template_callback (widget_class, on_jump);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ys_desk_section_init (YsDeskSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_set_overflow (GTK_WIDGET (self->list), GTK_OVERFLOW_HIDDEN);
}
