/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that come by mouse or clipboard. Some file managers offer the portal's transfer beside plain addresses even
 * where no portal answers, so that an empty or refused transfer falls back to the addresses; GNOME's own clipboard format
 * has a verb before them, which is only read over: "cut" never moves the original. */
#include "ys-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define URI_LIST "text/uri-list"
#define PORTAL "application/vnd.portal.filetransfer"
#define PORTAL_OLD "application/vnd.portal.files"
#define GNOME_COPIED "x-special/gnome-copied-files"

typedef struct
{
  GtkWidget *widget; /* unowned: what it accepts goes with it */
  YsWorkspace *workspace;
  YsTaskFunc get_task;
  gpointer data;
} Accept;

static void
accept_free (gpointer data)
{
  Accept *accept = data;

  g_object_unref (accept->workspace);
  g_free (accept);
}

/* ---- lists of addresses ---- */

static GListModel *
parse_addresses (const char *text)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* the verb of GNOME's format and comments are no addresses */
      g_autofree char *scheme = g_uri_parse_scheme (lines[i]);
      g_autoptr (GFile) file = scheme != NULL ? g_file_new_for_uri (lines[i]) : NULL;

      if (file != NULL)
        g_list_store_append (files, file);
    }
  return G_LIST_MODEL (files);
}

static void
take (Accept *accept, GListModel *files)
{
  ys_attach_files (accept->widget, accept->workspace, accept->get_task (accept->data), files);
}

static void
tell_nothing (GtkWidget *widget)
{
  ys_tell (widget, _ ("The other program handed over no files. Please use “Add files…” instead."));
}

/* A stream of addresses being read; the widget may go meanwhile. */
typedef struct
{
  GWeakRef widget;
  GdkDrop *drop; /* NULL: from the clipboard */
} Reading;

static Reading *
reading_new (Accept *accept, GdkDrop *drop)
{
  Reading *reading = g_new0 (Reading, 1);

  g_weak_ref_init (&reading->widget, accept->widget);
  reading->drop = drop != NULL ? g_object_ref (drop) : NULL;
  return reading;
}

/* Ends the drop, and frees. */
static void
reading_end (Reading *reading, gboolean taken)
{
  if (reading->drop != NULL)
    gdk_drop_finish (reading->drop, taken ? GDK_ACTION_COPY : 0);
  g_clear_object (&reading->drop);
  g_weak_ref_clear (&reading->widget);
  g_free (reading);
}

static void
take_list (Reading *reading, GListModel *files)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&reading->widget);
  Accept *accept = widget != NULL ? g_object_get_data (G_OBJECT (widget), "ys-attach-accept") : NULL;
  gboolean some = files != NULL && g_list_model_get_n_items (files) > 0;

  reading_end (reading, some);
  if (accept != NULL && some)
    take (accept, files);
  else if (accept != NULL)
    tell_nothing (widget);
}

static void
on_spliced (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GListModel) files = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    {
      g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      files = parse_addresses (text != NULL ? text : "");
    }
  take_list (data, files);
}

static void
read_addresses (GInputStream *stream, Reading *reading)
{
  g_autoptr (GInputStream) input = stream;
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      take_list (reading, NULL);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced, reading);
}

/* ---- dropped ---- */

static void
on_drop_addresses (GObject *source, GAsyncResult *result, gpointer data)
{
  read_addresses (gdk_drop_read_finish (GDK_DROP (source), result, NULL, NULL), data);
}

static void
read_drop_addresses (GdkDrop *drop, Reading *reading)
{
  static const char *const types[] = { URI_LIST, NULL };

  if (gdk_content_formats_contain_mime_type (gdk_drop_get_formats (drop), URI_LIST))
    gdk_drop_read_async (drop, (const char **)types, G_PRIORITY_DEFAULT, NULL, on_drop_addresses, reading);
  else
    take_list (reading, NULL);
}

static void
on_drop_transfer (GObject *source, GAsyncResult *result, gpointer data)
{
  GdkDrop *drop = GDK_DROP (source);
  const GValue *value = gdk_drop_read_value_finish (drop, result, NULL);
  GSList *list = value != NULL ? g_value_get_boxed (value) : NULL;
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (; list != NULL; list = list->next)
    g_list_store_append (files, list->data);
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) > 0)
    take_list (data, G_LIST_MODEL (files));
  else
    read_drop_addresses (drop, data);
}

static gboolean
on_drop (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, Accept *accept)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  Reading *reading = reading_new (accept, drop);

  gtk_widget_unset_state_flags (accept->widget, GTK_STATE_FLAG_DROP_ACTIVE); /* GTK 4.8 forgets that for this target */
  /* inside Flatpak only the transfer leads to files that can be opened, so that it comes first */
  if (gdk_content_formats_contain_mime_type (formats, PORTAL) || gdk_content_formats_contain_mime_type (formats, PORTAL_OLD)
      || gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_drop_transfer, reading);
  else
    read_drop_addresses (drop, reading);
  return TRUE;
}

/* ---- pasted ---- */

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer data)
{
  read_addresses (gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL), data);
}

static gboolean
on_paste (GtkWidget *widget, GVariant *args, gpointer data)
{
  static const char *const types[] = { GNOME_COPIED, URI_LIST, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (!gdk_content_formats_contain_mime_type (formats, GNOME_COPIED)
      && !gdk_content_formats_contain_mime_type (formats, URI_LIST))
    return FALSE;
  gdk_clipboard_read_async (clipboard, (const char **)types, G_PRIORITY_DEFAULT, NULL, on_pasted,
                            reading_new (data, NULL));
  return TRUE;
}

void
ys_attach_accept (GtkWidget *widget, YsWorkspace *workspace, YsTaskFunc get_task, gpointer data)
{
  static const char *const types[] = { PORTAL, PORTAL_OLD, URI_LIST };
  Accept *accept = g_new0 (Accept, 1);
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  GtkDropTargetAsync *target;
  GtkEventController *keys = gtk_shortcut_controller_new ();

  accept->widget = widget;
  accept->workspace = g_object_ref (workspace);
  accept->get_task = get_task;
  accept->data = data;
  g_object_set_data_full (G_OBJECT (widget), "ys-attach-accept", accept, accept_free);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    gdk_content_formats_builder_add_mime_type (builder, types[i]);
  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  target = gtk_drop_target_async_new (gdk_content_formats_builder_free_to_formats (builder), GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), accept);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_paste, accept, NULL)));
  gtk_widget_add_controller (widget, keys);
}
