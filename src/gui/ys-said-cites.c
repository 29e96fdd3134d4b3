/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button with a list of all PDFs to tick. The ticked ones stand in a draft as digests divided by blanks, so they
 * survive like the words beside them. */
#include "ys-said-cites.h"

#include <glib/gi18n-lib.h>

#include "ys-facts-parts.h"
#include "ys-fill-card.h"
#include "ys-pdf-window.h"
#include "ys-place.h"
#include "ys-receipt-widgets.h"
#include "ys-workspace-typed.h"

struct _YsSaidCites {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  char *key;
  GtkWidget *button, *list, *chosen;
};

G_DEFINE_FINAL_TYPE (YsSaidCites, ys_said_cites, GTK_TYPE_BOX)

/* ---- doors ---- */

typedef struct {
  YsWorkspace *workspace; /* unowned: outlives its pages */
  char *digest;
  guint page;
} Door;

static void
door_free (gpointer data, GClosure *closure)
{
  Door *door = data;

  g_free (door->digest);
  g_free (door);
}

static void
on_door (GtkWidget *button, const Door *door)
{
  ys_pdf_window_present (button, door->workspace, 0, door->digest, door->page, NULL);
}

static GtkWidget *
make_door (YsWorkspace *workspace, const YsCitation *citation)
{
  YsEvidenceInfo *info = ys_workspace_dup_evidence_info (workspace, citation->evidence);
  g_autofree char *pages = ys_citation_dup_pages (citation);
  g_autofree char *text
    = g_strdup_printf ("%s · %s", info != NULL ? info->title : _("PDF that is not here"), pages);
  g_autofree char *name = g_strdup_printf (_("Show %s, %s"), info != NULL ? info->title : _("PDF that is not here"), pages);
  GtkWidget *button = ys_fill_named_jump (text, name);
  Door *door = g_new0 (Door, 1);

  door->workspace = workspace;
  door->digest = g_strdup (citation->evidence);
  door->page = ys_citation_get_first_page (citation);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, info != NULL && info->present);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_door), door, door_free, 0);
  g_clear_pointer (&info, ys_evidence_info_free);
  return button;
}

GtkWidget *
ys_said_cites_new_doors (YsWorkspace *workspace, const GPtrArray *citations)
{
  GtkWidget *box;

  if (citations == NULL || citations->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < citations->len; i++)
    gtk_box_append (GTK_BOX (box), make_door (workspace, g_ptr_array_index (citations, i)));
  return box;
}

/* ---- what is chosen ---- */

static GStrv
dup_chosen (YsSaidCites *self)
{
  g_autofree char *text = ys_workspace_dup_entry (self->workspace, 0, self->key);

  return *text != '\0' ? g_strsplit (text, " ", -1) : g_new0 (char *, 1);
}

GPtrArray *
ys_said_cites_dup_citations (YsSaidCites *self)
{
  GPtrArray *citations = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_citation_free);
  g_auto (GStrv) chosen = dup_chosen (self);

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      YsCitation *citation = ys_citation_new ();
      citation->evidence = g_strdup (chosen[i]);
      g_ptr_array_add (citations, citation);
    }
  return citations;
}

static void
show_chosen (YsSaidCites *self)
{
  g_autoptr (GPtrArray) citations = ys_said_cites_dup_citations (self);
  g_autofree char *label = citations->len > 0 ? g_strdup_printf (_("Evidence %u"), citations->len)
                                              : g_strdup (_("Evidence…"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  ys_box_empty (self->chosen);
  for (guint i = 0; i < citations->len; i++)
    gtk_box_append (GTK_BOX (self->chosen), make_door (self->workspace, g_ptr_array_index (citations, i)));
}

static void
on_check (GtkCheckButton *check, YsSaidCites *self)
{
  const char *digest = g_object_get_data (G_OBJECT (check), "digest");
  g_auto (GStrv) chosen = dup_chosen (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; chosen[i] != NULL; i++)
    if (!g_str_equal (chosen[i], digest))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", chosen[i]);
  if (gtk_check_button_get_active (check))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", digest);
  ys_workspace_type (self->workspace, 0, self->key, text->str);
  show_chosen (self);
}

static void
add_check (YsSaidCites *self, const YsEvidenceInfo *info, const char *const *chosen)
{
  GtkWidget *check = gtk_check_button_new_with_label (info->title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains (chosen, info->digest));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, info->title, -1);
  g_object_set_data_full (G_OBJECT (check), "digest", g_strdup (info->digest), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check), self, 0);
  gtk_box_append (GTK_BOX (self->list), check);
}

static void
on_attach (YsSaidCites *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  ys_attach_with_dialog (GTK_WIDGET (self), self->workspace, 0);
}

/* Made anew each time it opens: what was attached meanwhile is in it. */
static void
on_show (YsSaidCites *self)
{
  g_autoptr (GPtrArray) all = ys_workspace_dup_evidence (self->workspace);
  g_auto (GStrv) chosen = dup_chosen (self);

  ys_box_empty (self->list);
  for (guint i = 0; i < all->len; i++)
    add_check (self, g_ptr_array_index (all, i), (const char *const *) chosen);
  if (all->len == 0)
    gtk_box_append (GTK_BOX (self->list), ys_words_new (_("No PDF is in this workspace yet."), "quiet"));
}

void
ys_said_cites_bind (YsSaidCites *self, YsWorkspace *workspace, const char *key)
{
  g_set_object (&self->workspace, workspace);
  g_free (self->key);
  self->key = g_strdup (key);
  show_chosen (self);
}

static void
ys_said_cites_dispose (GObject *object)
{
  YsSaidCites *self = YS_SAID_CITES (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (ys_said_cites_parent_class)->dispose (object);
}

static void
ys_said_cites_class_init (YsSaidCitesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_said_cites_dispose;
}

static void
ys_said_cites_init (YsSaidCites *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *attach = gtk_button_new_with_label (_("Attach a PDF…"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_focusable (scrolled, FALSE);
  g_signal_connect_swapped (attach, "clicked", G_CALLBACK (on_attach), self);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), attach);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_show), self);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  self->chosen = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_append (GTK_BOX (self), self->chosen);
}

GtkWidget *
ys_said_cites_new (void)
{
  return g_object_new (YS_TYPE_SAID_CITES, NULL);
}
