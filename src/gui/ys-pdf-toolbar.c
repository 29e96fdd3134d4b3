/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number typed as page is the place in the file; where another page carries it in print, both are offered. The zoom
 * that was chosen is remembered. */
#include "ys-pdf-toolbar.h"

#include "ys-pdf-open.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _YsPdfToolbar
{
  GtkBox parent_instance;
  GtkButton *previous, *next, *smaller, *larger;
  GtkEntry *page;
  GtkLabel *total;
  GtkMenuButton *zoom;
  GtkToggleButton *find;
  GtkWidget *choices; /* popover of several pages with that number */
  YsPdfCanvas *canvas;  /* unowned */
  GPtrArray *pages;
  GSettings *settings;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (YsPdfToolbar, ys_pdf_toolbar, GTK_TYPE_BOX)

/* ---- page ---- */

static void
show_page (YsPdfToolbar *self)
{
  guint page = ys_pdf_canvas_get_page (self->canvas), n_pages = self->pages != NULL ? self->pages->len : 0;
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("/ %u", n_pages);
  g_autofree char *words = n_pages > 0 ? ys_pdf_page_dup_words (self->pages, page) : NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), n_pages > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous), page > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), page + 1 < n_pages);
  gtk_label_set_text (self->total, total);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->page), words);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->page)))))
    gtk_editable_set_text (GTK_EDITABLE (self->page), n_pages > 0 ? number : "");
}

static void
go_to (YsPdfToolbar *self, guint page)
{
  ys_pdf_canvas_go_to (self->canvas, page);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  show_page (self);
}

static void
on_step (GtkButton *button, YsPdfToolbar *self)
{
  guint page = ys_pdf_canvas_get_page (self->canvas);

  ys_pdf_canvas_go_to (self->canvas, button == self->next ? page + 1 : page - MIN (page, 1));
}

static void
on_choice (GtkWidget *button, YsPdfToolbar *self)
{
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "page"));

  gtk_popover_popdown (GTK_POPOVER (self->choices));
  go_to (self, page);
}

static void
offer (YsPdfToolbar *self, const guint *found, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = ys_pdf_page_dup_words (self->pages, found[i]);
      GtkWidget *button = gtk_button_new_with_label (words);

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "page", GUINT_TO_POINTER (found[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (on_choice), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (self->choices), box);
  gtk_popover_popup (GTK_POPOVER (self->choices));
}

static void
on_page_entered (YsPdfToolbar *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->page))));
  g_autofree char *words = g_utf8_normalize (typed, -1, G_NORMALIZE_ALL_COMPOSE); /* full-width digits too */
  guint found[4], n = 0;
  guint64 number;

  if (g_ascii_string_to_unsigned (words, 10, 1, self->pages->len, &number, NULL))
    found[n++] = (guint)number - 1;
  for (guint i = 0; i < self->pages->len && n < G_N_ELEMENTS (found); i++)
    if (g_strcmp0 (ys_pdf_page_get_label (self->pages, i), typed) == 0)
      found[n++] = i;
  if (n == 1)
    go_to (self, found[0]);
  else if (n > 1)
    offer (self, found, n);
  else
    {
      gtk_widget_error_bell (GTK_WIDGET (self->page));
      gtk_editable_select_region (GTK_EDITABLE (self->page), 0, -1);
    }
}

static void
on_page_left (YsPdfToolbar *self)
{
  if (self->pages != NULL)
    show_page (self);
}

void
ys_pdf_toolbar_ask_page (YsPdfToolbar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

/* ---- zoom ---- */

static const struct
{
  const char *nick, *label;
  YsPdfFit fit;
} fits[] = { { "text", N_ ("Text width"), YS_PDF_FIT_TEXT },
             { "width", N_ ("Fit width"), YS_PDF_FIT_WIDTH },
             { "page", N_ ("Whole page"), YS_PDF_FIT_PAGE } };

static char *
dup_fit_nick (YsPdfToolbar *self)
{
  YsPdfFit fit = ys_pdf_canvas_get_fit (self->canvas);

  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    if (fits[i].fit == fit)
      return g_strdup (fits[i].nick);
  return g_strdup_printf ("%d", (int)lround (ys_pdf_canvas_get_percent (self->canvas)));
}

static void
show_zoom (YsPdfToolbar *self)
{
  g_autofree char *nick = dup_fit_nick (self);
  g_autofree char *label = g_strconcat (nick, "%", NULL);
  g_autofree char *percent = g_strdup_printf (_ ("Shown at %d %% of its size"), (int)lround (ys_pdf_canvas_get_percent (self->canvas)));

  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    if (g_str_equal (nick, fits[i].nick))
      {
        g_free (label);
        label = g_strdup (_ (fits[i].label));
      }
  gtk_menu_button_set_label (self->zoom, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->zoom), percent);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "fit")),
                             g_variant_new_string (nick));
}

static void
apply_fit (YsPdfToolbar *self, const char *nick)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    if (g_str_equal (nick, fits[i].nick))
      {
        ys_pdf_canvas_set_fit (self->canvas, fits[i].fit, 100);
        return;
      }
  guint64 percent = g_ascii_strtoull (nick, NULL, 10);
  ys_pdf_canvas_set_fit (self->canvas, YS_PDF_FIT_PERCENT, percent > 0 ? (double)percent : 100);
}

static void
remember_fit (YsPdfToolbar *self)
{
  g_autofree char *nick = dup_fit_nick (self);

  g_settings_set_string (self->settings, "evidence-zoom", nick);
}

static void
on_fit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsPdfToolbar *self = data;

  apply_fit (self, g_variant_get_string (parameter, NULL));
  remember_fit (self);
}

static void
on_rotate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ys_pdf_canvas_rotate (YS_PDF_TOOLBAR (data)->canvas);
}

void
ys_pdf_toolbar_zoom (YsPdfToolbar *self, gboolean larger)
{
  ys_pdf_canvas_zoom (self->canvas, larger);
  remember_fit (self);
}

void
ys_pdf_toolbar_fit_text (YsPdfToolbar *self)
{
  apply_fit (self, "text");
  remember_fit (self);
}

static void
on_zoom_button (GtkButton *button, YsPdfToolbar *self)
{
  ys_pdf_toolbar_zoom (self, button == self->larger);
}

/* ---- made and gone ---- */

void
ys_pdf_toolbar_set_canvas (YsPdfToolbar *self, YsPdfCanvas *canvas, GtkSearchBar *find)
{
  g_autofree char *nick = g_settings_get_string (self->settings, "evidence-zoom");

  self->canvas = canvas;
  g_signal_connect_object (canvas, "page-changed", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "zoom-changed", G_CALLBACK (show_zoom), self, G_CONNECT_SWAPPED);
  g_object_bind_property (find, "search-mode-enabled", self->find, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  apply_fit (self, nick);
  show_zoom (self);
}

void
ys_pdf_toolbar_set_pages (YsPdfToolbar *self, GPtrArray *pages)
{
  if (pages != NULL)
    g_ptr_array_ref (pages);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = pages;
  show_page (self);
  show_zoom (self);
}

static void
ys_pdf_toolbar_dispose (GObject *object)
{
  YsPdfToolbar *self = YS_PDF_TOOLBAR (object);

  g_clear_pointer (&self->choices, gtk_widget_unparent);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (ys_pdf_toolbar_parent_class)->dispose (object);
}

static void
ys_pdf_toolbar_class_init (YsPdfToolbarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_pdf_toolbar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-pdf-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, YsPdfToolbar, previous);
  gtk_widget_class_bind_template_child (widget_class, YsPdfToolbar, next);
  gtk_widget_class_bind_template_child (widget_class, YsPdfToolbar, smaller);
  gtk_widget_class_bind_template_child (widget_class, YsPdfToolbar, larger);
  gtk_widget_class_bind_template_child (widget_class, YsPdfToolbar, page);
  gtk_widget_class_bind_template_child (widget_class, YsPdfToolbar, total);
  gtk_widget_class_bind_template_child (widget_class, YsPdfToolbar, zoom);
  gtk_widget_class_bind_template_child (widget_class, YsPdfToolbar, find);
}

static void
ys_pdf_toolbar_init (YsPdfToolbar *self)
{
  static const GActionEntry entries[] = { { .name = "fit", .activate = on_fit, .parameter_type = "s", .state = "'text'" },
                                          { .name = "rotate", .activate = on_rotate } };
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("io.github.yanshou.Yanshou");
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "pdf", G_ACTION_GROUP (self->actions));
  self->choices = gtk_popover_new ();
  gtk_widget_set_parent (self->choices, GTK_WIDGET (self->page));
  g_signal_connect (self->previous, "clicked", G_CALLBACK (on_step), self);
  g_signal_connect (self->next, "clicked", G_CALLBACK (on_step), self);
  g_signal_connect (self->smaller, "clicked", G_CALLBACK (on_zoom_button), self);
  g_signal_connect (self->larger, "clicked", G_CALLBACK (on_zoom_button), self);
  g_signal_connect_swapped (self->page, "activate", G_CALLBACK (on_page_entered), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_page_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->page), focus);
}
