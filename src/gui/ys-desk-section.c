/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card with lines. It keeps its rows while their words stay, and gives focus back to the same line otherwise. */
#include "ys-desk-section.h"

#include <glib/gi18n-lib.h>

#include "ys-places.h"

struct _YsDeskSection {
  GtkBox parent_instance;
  GtkLabel *title, *aside;
  GtkListBox *list;
  GPtrArray *lines;
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
  self->share = -1;
  return self;
}

void
ys_desk_line_free (YsDeskLine *self)
{
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
same_line (const YsDeskLine *a, const YsDeskLine *b)
{
  return g_strcmp0 (a->icon, b->icon) == 0 && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->detail, b->detail) == 0 && g_strcmp0 (a->count, b->count) == 0
         && g_strcmp0 (a->figure, b->figure) == 0 && g_strcmp0 (a->possible, b->possible) == 0
         && (a->to != NULL) == (b->to != NULL) && (a->to == NULL || a->to->task == b->to->task);
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

static void
add_words (GtkWidget *box, const YsDeskLine *line)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, line->share < 0);
  add_label (words, line->title, NULL, 0);
  if (line->detail != NULL)
    {
      GtkWidget *detail = add_label (words, line->detail, "small", 0);
      gtk_widget_add_css_class (detail, "quiet");
      gtk_widget_set_tooltip_text (detail, line->detail);
    }
  if (line->share >= 0)
    gtk_widget_set_size_request (words, 110, -1);
  gtk_box_append (GTK_BOX (box), words);
}

static void
add_bar (GtkWidget *box, const YsDeskLine *line)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), line->share);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, line->title, -1);
  gtk_box_append (GTK_BOX (box), bar);
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
make_row (const YsDeskLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *name = dup_name (line);

  if (line->icon != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (line->icon);
      if (line->style != NULL)
        gtk_widget_add_css_class (icon, line->style);
      gtk_box_append (GTK_BOX (box), icon);
    }
  add_words (box, line);
  if (line->share >= 0)
    add_bar (box, line);
  if (line->count != NULL)
    gtk_widget_add_css_class (add_label (box, line->count, "small", 1), "num");
  if (line->figure != NULL)
    gtk_widget_add_css_class (add_label (box, line->figure, "strong", 1), "num");
  if (line->possible != NULL)
    gtk_widget_add_css_class (add_label (box, line->possible, "small", 0), "faint");
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
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (lines, i)));
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
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ys_desk_section_init (YsDeskSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self->list), GTK_OVERFLOW_HIDDEN);
}
