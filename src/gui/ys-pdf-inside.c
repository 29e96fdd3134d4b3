/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker hands each file over as a nameless one in memory; attaching wants a path, so that they are written into a
 * folder of this person's own for the moment. Names from inside a PDF are never used as paths without being cleaned. */
#include "ys-pdf-inside.h"

#include "ys-attach-private.h"
#include "ys-error.h"
#include "ys-place.h"

#include <adwaita.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define LONGEST_NAME 200 /* bytes; file systems allow 255 */

typedef struct
{
  GtkWidget *from;
  YsWorkspace *workspace;
  YsPdfDocument *document;
  guint task;
  GPtrArray *files;   /* of YsPdfAttachment */
  GPtrArray *buttons; /* GtkCheckButton, one for each; of the dialog */
  gboolean *chosen;
  char *folder;
} Inside;

static void
inside_free (gpointer data)
{
  Inside *inside = data;

  g_object_unref (inside->from);
  g_object_unref (inside->workspace);
  g_object_unref (inside->document);
  g_clear_pointer (&inside->files, g_ptr_array_unref);
  g_clear_pointer (&inside->buttons, g_ptr_array_unref);
  g_free (inside->chosen);
  g_free (inside->folder);
  g_free (inside);
}

/* ---- taking them out ---- */

static char *
dup_file_name (const char *name, guint index)
{
  g_autofree char *clean = g_strdelimit (g_strdup (name), "/\\", '-');
  char *end = clean;

  while ((gsize)(g_utf8_next_char (end) - clean) <= LONGEST_NAME && *end != '\0')
    end = g_utf8_next_char (end);
  *end = '\0';
  /* the number keeps two of one name apart, and a name from beginning with a point */
  return g_strdup_printf ("%u %s", index + 1, clean);
}

static gboolean
copy_content (int from, const char *path, GError **error)
{
  int to = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  char block[65536];
  ssize_t n = 0;

  if (to < 0)
    {
      ys_set_error_from_errno (error, errno, path, _ ("Taking the file out"));
      return FALSE;
    }
  while ((n = read (from, block, sizeof block)) > 0)
    if (write (to, block, (size_t)n) != n)
      {
        n = -1;
        break;
      }
  if (n < 0)
    ys_set_error_from_errno (error, errno, path, _ ("Taking the file out"));
  close (to);
  return n == 0;
}

static gpointer
extract_job (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Inside *inside = data;
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_attach_item_free);

  inside->folder = g_dir_make_tmp ("yanshou-XXXXXX", NULL);
  for (guint i = 0; i < inside->files->len; i++)
    {
      const YsPdfAttachment *file = g_ptr_array_index (inside->files, i);
      g_autofree char *name = dup_file_name (file->name, i);
      g_autofree char *path = g_build_filename (inside->folder != NULL ? inside->folder : "", name, NULL);
      g_autofree char *title = NULL;
      YsAttachItem *item;
      int fd;

      if (!inside->chosen[i])
        continue;
      title = g_str_has_suffix (file->name, ".pdf") ? g_strndup (file->name, strlen (file->name) - 4)
                                                    : g_strdup (file->name);
      item = ys_attach_item_new (path, title);
      g_ptr_array_add (items, item);
      fd = ys_pdf_document_extract (inside->document, i, cancellable, &item->error);
      if (fd < 0)
        continue;
      copy_content (fd, path, &item->error);
      close (fd);
    }
  return items;
}

static void
on_extracted (GObject *source, GAsyncResult *result, gpointer data)
{
  Inside *inside = data;
  GPtrArray *items = ys_workspace_run_finish (YS_WORKSPACE (source), result, NULL);

  ys_attach_items (inside->from, inside->workspace, inside->task, items, inside->folder);
  inside_free (inside);
}

/* ---- asking which ---- */

static void
on_response (AdwMessageDialog *dialog, const char *response, Inside *inside)
{
  gboolean some = FALSE;

  inside->chosen = g_new0 (gboolean, inside->files->len);
  for (guint i = 0; i < inside->buttons->len; i++)
    {
      inside->chosen[i] = gtk_check_button_get_active (g_ptr_array_index (inside->buttons, i));
      some = some || inside->chosen[i];
    }
  if (some && g_str_equal (response, "attach"))
    ys_workspace_run_async (inside->workspace, extract_job, inside, NULL, NULL, NULL, on_extracted, inside);
  else
    inside_free (inside);
}

static GtkWidget *
make_list (Inside *inside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *scroller = gtk_scrolled_window_new ();

  inside->buttons = g_ptr_array_new ();
  for (guint i = 0; i < inside->files->len; i++)
    {
      const YsPdfAttachment *file = g_ptr_array_index (inside->files, i);
      g_autofree char *size = g_format_size (file->size);
      gboolean known = file->size <= G_MAXINT64; /* many PDFs don't say how large their files are */
      g_autofree char *label = g_strdup_printf ("%s%s%s", file->name, known ? " · " : "", known ? size : "");
      GtkWidget *button = gtk_check_button_new_with_label (label);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
      gtk_box_append (GTK_BOX (box), button);
      g_ptr_array_add (inside->buttons, button);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_widget_set_focusable (scroller, FALSE);
  return scroller;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Inside *inside = data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (inside->from);
  GtkWidget *dialog;

  inside->files = ys_pdf_document_list_attachments_finish (YS_PDF_DOCUMENT (source), result, &error);
  if (inside->files == NULL || root == NULL)
    {
      if (error != NULL && root != NULL)
        ys_tell_error (inside->from, _ ("The files inside can't be listed"), error);
      inside_free (inside);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Attach Files Inside This PDF"),
                                   _ ("Each becomes evidence of its own, with pages that can be cited. What is no PDF is "
                                      "refused."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (inside));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "attach", _ ("Attach"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "attach");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "attach", ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), inside);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ys_pdf_inside_offer (GtkWidget *from, YsWorkspace *workspace, YsPdfDocument *document, guint task)
{
  g_autofree char *why = NULL;
  Inside *inside;

  if (!ys_workspace_can_edit (workspace, &why))
    {
      ys_tell (from, why);
      return;
    }
  inside = g_new0 (Inside, 1);
  inside->from = g_object_ref (from);
  inside->workspace = g_object_ref (workspace);
  inside->document = g_object_ref (document);
  inside->task = task;
  ys_pdf_document_list_attachments_async (document, NULL, on_listed, inside);
}
