/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: one window for one workspace. A second start raises the first window, and hands it what it was
 * asked to open. */
#include "ys-application.h"

#include <glib/gi18n-lib.h>

#include "ys-config.h"
#include "ys-loop-watch.h"
#include "ys-pdf-document.h"
#include "ys-tooltips.h"
#include "ys-window.h"

struct _YsApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (YsApplication, ys_application, ADW_TYPE_APPLICATION)

/* Keys of the window; those of a place are its own. */
static const struct {
  const char *action;
  const char *keys[3];
} keys[] = {
  { "win.back", { "<Alt>Left", NULL } },
  { "win.forward", { "<Alt>Right", NULL } },
  { "win.search", { "<Control>k", NULL } },
  { "win.next-task", { "<Control>Page_Down", NULL } },
  { "win.previous-task", { "<Control>Page_Up", NULL } },
  { "win.toggle-evidence", { "F9", NULL } },
  { "win.next-pane", { "F6", NULL } },
  { "win.previous-pane", { "<Shift>F6", NULL } },
  { "win.undo", { "<Control>z", NULL } },
  { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
  { "win.print", { "<Control>p", NULL } },
  { "win.help", { "F1", NULL } },
  { "win.shortcuts", { "<Control>question", NULL } },
  { "win.open-workspace", { "<Control>o", NULL } },
  { "win.close", { "<Control>w", NULL } },
  { "app.quit", { "<Control>q", NULL } },
};

static YsWindow *
ensure_window (YsApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !YS_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? YS_WINDOW (window) : ys_window_new (ADW_APPLICATION (self));
}

static void
ys_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (YS_APPLICATION (application))));
}

static void
ys_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  YsWindow *window = ensure_window (YS_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  ys_window_open (window, files[0]);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  for (GList *at = gtk_application_get_windows (data); at != NULL; at = at->next)
    if (YS_IS_WINDOW (at->data))
      {
        gtk_window_close (at->data);
        return;
      }
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *developers[] = { _("The developers of Yanshou"), NULL };
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "application-name", _("Yanshou"), "application-icon", YS_APP_ID, "version", YS_VERSION,
                "developer-name", developers[0], "developers", developers, "license-type", GTK_LICENSE_GPL_3_0,
                "comments",
                _("Self-check, evidence and scores for the acceptance of modernised social governance. Everything stays "
                  "on this computer; no network is used."),
                NULL);
  gtk_window_set_transient_for (GTK_WINDOW (about), gtk_application_get_active_window (data));
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}

static void
ys_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = { { .name = "quit", .activate = on_quit },
                                          { .name = "about", .activate = on_about } };

  G_APPLICATION_CLASS (ys_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (YS_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action, keys[i].keys);
  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.place-number(%u)", i);
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i);
      const char *both[] = { key, NULL };
      gtk_application_set_accels_for_action (GTK_APPLICATION (application), action, both);
    }
  ys_loop_watch_start ();
  ys_tooltips_mend ();
}

/* Workers that read PDFs end with the window. */
static void
ys_application_shutdown (GApplication *application)
{
  ys_pdf_shut_down ();
  G_APPLICATION_CLASS (ys_application_parent_class)->shutdown (application);
}

static void
ys_application_class_init (YsApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->activate = ys_application_activate;
  application_class->open = ys_application_open;
  application_class->startup = ys_application_startup;
  application_class->shutdown = ys_application_shutdown;
}

static void
ys_application_init (YsApplication *self)
{
}

YsApplication *
ys_application_new (void)
{
  return g_object_new (YS_TYPE_APPLICATION, "application-id", YS_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/yanshou/Yanshou", NULL);
}
