/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button whose list has one line for each package that could be made. What is sent never changes again, so each is
 * asked about; afterwards the package is offered for the stick at once. */
#include "ys-said-send.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-place.h"
#include "ys-receipt-widgets.h"
#include "ys-register-export.h"
#include "ys-register-words.h"

struct _YsSaidSend {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GtkWidget *words, *button, *list;
  char *shown; /* what the list stands for */
};

G_DEFINE_FINAL_TYPE (YsSaidSend, ys_said_send, GTK_TYPE_BOX)

typedef struct {
  const char *kind;      /* of the package */
  gboolean (*send) (YsWorkspace *workspace, const char *to, GError **error);
} Kind;

static const Kind kinds[] = {
  { "answer", ys_workspace_send_answers },
  { "opinion", ys_workspace_send_opinions },
  { "finding", ys_workspace_send_findings },
};

typedef struct {
  YsSaidSend *self;
  const Kind *kind;
  char *to;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_object_unref (sending->self);
  g_free (sending->to);
  g_free (sending);
}

static gpointer
send (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Sending *sending = data;

  return GINT_TO_POINTER (sending->kind->send (workspace, sending->to, error));
}

/* The newest package of the kind that was made for @sending's office. */
static const YsPackageInfo *
find_made (const GPtrArray *packages, const Sending *sending)
{
  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (packages, i);
      if (!info->incoming && g_strcmp0 (info->kind, sending->kind->kind) == 0 && g_strcmp0 (info->to, sending->to) == 0)
        return info;
    }
  return NULL;
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  Sending *sending = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error) != NULL;

  if (done && sending->self->workspace != NULL)
    {
      g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (YS_WORKSPACE (source));
      const YsPackageInfo *made = find_made (packages, sending);
      if (made != NULL)
        ys_register_export (GTK_WIDGET (sending->self), YS_WORKSPACE (source), made);
    }
  else if (error != NULL)
    ys_tell_error (GTK_WIDGET (sending->self), _("The package could not be made"), error);
  sending_free (sending);
}

static void
on_answer (AdwMessageDialog *dialog, const char *response, Sending *sending)
{
  if (!g_str_equal (response, "make"))
    {
      sending_free (sending);
      return;
    }
  /* freed when it has ended, for the end still needs it */
  ys_workspace_run_async (sending->self->workspace, send, sending, NULL, NULL, NULL, on_sent, sending);
}

static char *
dup_line (YsWorkspace *workspace, const Kind *kind, const char *to)
{
  const char *name = ys_register_unit_name (workspace, to);

  if (kind->send == ys_workspace_send_answers)
    return g_strdup_printf (_("Answers for %s"), name);
  return kind->send == ys_workspace_send_opinions ? g_strdup_printf (_("Opinions for %s"), name)
                                                  : g_strdup_printf (_("Findings for %s"), name);
}

static void
ask (YsSaidSend *self, const Kind *kind, const char *to)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *line = dup_line (self->workspace, kind, to);
  g_autofree char *title = g_strdup_printf (_("%s: make the package?"), line);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title,
    _("It holds all that this office has not been sent yet. What has been sent can't be changed any more; one says "
      "something new instead."));
  Sending *sending = g_new0 (Sending, 1);

  sending->self = g_object_ref (self);
  sending->kind = kind;
  sending->to = g_strdup (to);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Not Yet"), "make", _("_Make Package"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "make", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answer), sending);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_clicked (GtkButton *button, YsSaidSend *self)
{
  const Kind *kind = g_object_get_data (G_OBJECT (button), "kind");
  g_autofree char *to = g_strdup (g_object_get_data (G_OBJECT (button), "to"));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  ask (self, kind, to);
}

static void
add_line (YsSaidSend *self, const Kind *kind, const char *to)
{
  g_autofree char *line = dup_line (self->workspace, kind, to);
  GtkWidget *button = gtk_button_new_with_label (line);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) kind);
  g_object_set_data_full (G_OBJECT (button), "to", g_strdup (to), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  gtk_box_append (GTK_BOX (self->list), button);
}

/* "answer 61\nfinding 610302\n": the packages that could be made. Full. */
static char *
list_packages (YsWorkspace *workspace, guint *count)
{
  GString *text = g_string_new (NULL);

  *count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) offices = ys_workspace_dup_addressees (workspace, kinds[i].kind);
      for (guint o = 0; o < offices->len; o++)
        g_string_append_printf (text, "%" G_GSIZE_FORMAT " %s\n", i, (const char *) g_ptr_array_index (offices, o));
      *count += offices->len;
    }
  return g_string_free (text, FALSE);
}

void
ys_said_send_update (YsSaidSend *self, YsWorkspace *workspace)
{
  guint count;
  g_autofree char *packages = list_packages (workspace, &count);
  g_auto (GStrv) lines = g_strsplit (packages, "\n", -1);
  g_autofree char *words = count == 0 ? g_strdup (_("All that was said has been sent."))
                                      : g_strdup_printf (ngettext ("%u package waits to be sent",
                                                                   "%u packages wait to be sent", count),
                                                         count);

  g_set_object (&self->workspace, workspace);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->button, count > 0);
  if (g_strcmp0 (packages, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&packages);
  ys_box_empty (self->list);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    add_line (self, &kinds[lines[i][0] - '0'], lines[i] + 2);
}

static void
ys_said_send_dispose (GObject *object)
{
  YsSaidSend *self = YS_SAID_SEND (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (ys_said_send_parent_class)->dispose (object);
}

static void
ys_said_send_class_init (YsSaidSendClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_said_send_dispose;
}

static void
ys_said_send_init (YsSaidSend *self)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->words = ys_words_new ("", "small quiet num");
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), self->list);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Send"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Send"), -1);
  gtk_box_append (GTK_BOX (self), self->words);
  gtk_box_append (GTK_BOX (self), self->button);
}
