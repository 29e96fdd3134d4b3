/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a dossier: read in the background with progress and a way to stop, shown card by card, taken in only after
 * it was confirmed in numbers. */
#include "ys-dossier-receipt-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-dossier-receipt-cards.h"
#include "ys-error-dialog.h"
#include "ys-places.h"
#include "ys-progress-box.h"
#include "ys-receipt-run.h"
#include "ys-receipt-widgets.h"
#include "ys-width-watch.h"

/* Two columns side by side need a window of this width; the right one keeps its own. */
#define WIDTH_TWO_COLUMNS 1200
#define RIGHT_WIDTH 440

struct _YsDossierReceiptPage {
  GtkBox parent_instance;
  YsWorkspace *workspace;    /* NULL: no workspace is open */
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkBox *busy, *columns, *left, *right;
  AdwStatusPage *failed;
  GtkLabel *title, *subtitle, *chip, *note;
  GtkWidget *foot, *close, *import;
  char *path;
  YsDossierReceipt *receipt; /* NULL while it is being read */
  GCancellable *working;     /* NULL unless it is being read or imported */
  char *imported;            /* id that it was given; NULL: not imported here */
  gboolean closed;
};

static void ys_dossier_receipt_page_place_init (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsDossierReceiptPage, ys_dossier_receipt_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_dossier_receipt_page_place_init))

gboolean
ys_dossier_is_folder (const char *path)
{
  static const char *const own[] = { "bagit.txt", "workspace.db" };
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *file = g_build_filename (path, own[i], NULL);
      if (g_file_test (file, G_FILE_TEST_EXISTS))
        return FALSE;
    }
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *bag = g_build_filename (path, name, "bagit.txt", NULL);
      if (g_str_has_suffix (name, ".yanshou.zip") || g_file_test (bag, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* ---- what is shown ---- */

static void
append_card (GtkBox *column, GtkWidget *card)
{
  if (card != NULL)
    gtk_box_append (column, card);
}

static void
on_review (YsDossierReceiptPage *self)
{
  g_autoptr (YsLocation) to = ys_location_new (YS_PLACE_EXAMINE);

  to->item = g_strdup (self->receipt->city);
  ys_go (GTK_WIDGET (self), to);
}

/* It is here now, and the way on. */
static GtkWidget *
make_done (YsDossierReceiptPage *self)
{
  GtkWidget *card = ys_card_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = ys_words_new (_ ("It is imported. Its packages are kept as they came; nothing in them was changed."), NULL);
  GtkWidget *jump = gtk_button_new_with_label (_ ("Begin the Review"));

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (jump, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (jump, "suggested-action");
  g_signal_connect_object (jump, "clicked", G_CALLBACK (on_review), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), jump);
  gtk_widget_add_css_class (row, "verdict");
  gtk_box_append (GTK_BOX (card), row);
  return card;
}

static void
show_chip (YsDossierReceiptPage *self)
{
  const char *const styles[] = { "ok", "bad", "info" };
  gboolean good = self->imported != NULL || self->receipt->can_import;
  gboolean bad = !good && (self->workspace != NULL || self->receipt->complete != YS_COMPLETE_SOUND);

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->chip), styles[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->chip), good ? "ok" : bad ? "bad" : "info");
  gtk_label_set_text (self->chip, self->imported != NULL ? _ ("✓ imported")
                                  : good                 ? _ ("✓ can be imported")
                                  : bad                  ? _ ("✗ can't be imported")
                                                         : _ ("i only to look at"));
}

static void
show_foot (YsDossierReceiptPage *self)
{
  gboolean can = self->receipt != NULL && self->receipt->can_import && self->imported == NULL && self->working == NULL;
  const char *note = self->imported != NULL    ? ""
                     : can                     ? _ ("Nothing is changed before importing")
                     : self->workspace == NULL ? _ ("No workspace is open: open one to import it there")
                                               : _ ("Nothing was changed");

  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), self->receipt != NULL && self->working == NULL);
  gtk_widget_set_visible (self->import, can);
  gtk_button_set_label (GTK_BUTTON (self->import), _ ("Import the Dossier"));
  gtk_button_set_label (GTK_BUTTON (self->close), can ? _ ("Look Only, Don't Import") : _ ("Close"));
}

static void
show_receipt (YsDossierReceiptPage *self)
{
  g_autofree char *title = ys_dossier_dup_title (self->receipt), *subtitle = ys_dossier_dup_subtitle (self->receipt);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  show_chip (self);
  ys_box_empty (GTK_WIDGET (self->left));
  ys_box_empty (GTK_WIDGET (self->right));
  if (self->imported != NULL)
    append_card (self->left, make_done (self));
  else if (!self->receipt->can_import && self->workspace != NULL && self->receipt->why_not != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("It can't be imported: %s."), self->receipt->why_not);
      append_card (self->left, ys_words_new (text, "note"));
    }
  append_card (self->left, ys_dossier_card_verdicts (self->receipt, self->workspace));
  append_card (self->left, ys_dossier_card_advice (self->receipt));
  append_card (self->left, ys_dossier_card_packages (self->receipt));
  append_card (self->right, ys_dossier_card_facts (self->receipt));
  append_card (self->right, ys_dossier_card_units (self->receipt));
  gtk_stack_set_visible_child_name (self->stack, "receipt");
  show_foot (self);
}

/* ---- reading ---- */

/* Shows @title with progress; returns the box to report to. */
static GtkWidget *
show_busy (YsDossierReceiptPage *self, const char *title)
{
  g_autofree char *shown = g_filename_display_name (self->path);
  GtkWidget *progress, *about = ys_words_new (shown, "small quiet");

  g_clear_object (&self->working);
  self->working = g_cancellable_new ();
  progress = ys_progress_box_new (title, self->working);
  ys_progress_box_set_bytes (YS_PROGRESS_BOX (progress), TRUE);
  ys_box_empty (GTK_WIDGET (self->busy));
  gtk_label_set_max_width_chars (GTK_LABEL (about), 60);
  gtk_box_append (self->busy, progress);
  gtk_box_append (self->busy, about);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  show_foot (self);
  return progress;
}

static void
leave (YsDossierReceiptPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), self->workspace != NULL ? "win.back" : "win.first", NULL);
}

/* Whether @result is of the work that the page still waits for; it is over then. */
static gboolean
take_end (YsDossierReceiptPage *self, GAsyncResult *result)
{
  if (self->closed || self->working != g_task_get_cancellable (G_TASK (result)))
    return FALSE;
  g_clear_object (&self->working);
  return TRUE;
}

static void
on_examined (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsDossierReceiptPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDossierReceipt) receipt = ys_receipt_examine_dossier_finish (result, &error);
  gboolean stopped = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));

  if (!take_end (self, result))
    return;
  g_clear_pointer (&self->receipt, ys_dossier_receipt_free);
  self->receipt = g_steal_pointer (&receipt);
  if (self->receipt != NULL)
    show_receipt (self);
  else if (stopped)
    leave (self);
  else
    {
      g_autofree char *text = ys_error_dup_text (error), *escaped = g_markup_escape_text (text, -1);
      adw_status_page_set_description (self->failed, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
}

static void
read_dossier (YsDossierReceiptPage *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_pointer (&self->imported, g_free);
  g_clear_pointer (&self->receipt, ys_dossier_receipt_free);
  GtkWidget *progress = show_busy (self, _ ("Reading and checking the dossier…"));
  ys_receipt_examine_dossier (self->workspace, self->path, progress, self->working, on_examined, g_object_ref (self));
}

/* ---- importing ---- */

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsDossierReceiptPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ys_receipt_import_dossier_finish (result, &error);

  if (!take_end (self, result))
    return;
  self->imported = g_steal_pointer (&id);
  show_receipt (self);
  if (self->imported == NULL)
    ys_tell_error (GTK_WIDGET (self), _ ("It was not imported; nothing was changed"), error);
}

static void
on_answer (AdwMessageDialog *dialog, const char *response, YsDossierReceiptPage *self)
{
  if (!g_str_equal (response, "import") || self->working != NULL || self->receipt == NULL)
    return;
  GtkWidget *progress = show_busy (self, _ ("Importing the dossier…"));
  ys_receipt_import_dossier (self->workspace, self->path, progress, self->working, on_imported, g_object_ref (self));
}

static void
on_import (YsDossierReceiptPage *self)
{
  const YsDossierReceipt *receipt = self->receipt;
  g_autofree char *size = g_format_size (receipt->size);
  g_autofree char *body
    = g_strdup_printf (_ ("%u packages with %u PDFs, %s, of %u counties are kept here as they came.\n\nThis can't be undone."),
                       receipt->bags->len + 1, receipt->evidence, size, receipt->units->len);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _ ("Import the Dossier?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "import", _ ("_Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- as a place ---- */

static void
on_close (YsDossierReceiptPage *self)
{
  leave (self);
}

static void
on_again (YsDossierReceiptPage *self)
{
  read_dossier (self);
}

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsDossierReceiptPage *self = YS_DOSSIER_RECEIPT_PAGE (place);

  if (location->key == NULL)
    return;
  g_free (self->path);
  self->path = g_strdup (location->key);
  read_dossier (self);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsLocation *here = ys_location_new (YS_PLACE_DOSSIER_RECEIPT);

  here->key = g_strdup (YS_DOSSIER_RECEIPT_PAGE (place)->path);
  return here;
}

static void
ys_dossier_receipt_page_place_init (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
}

static void
on_width (GtkWidget *widget, int width)
{
  YsDossierReceiptPage *self = YS_DOSSIER_RECEIPT_PAGE (widget);
  gboolean two = width >= WIDTH_TWO_COLUMNS;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  two ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->right), two ? RIGHT_WIDTH : -1, -1);
}

/* ---- made and gone ---- */

static void
ys_dossier_receipt_page_dispose (GObject *object)
{
  YsDossierReceiptPage *self = YS_DOSSIER_RECEIPT_PAGE (object);

  self->closed = TRUE;
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_dossier_receipt_page_parent_class)->dispose (object);
}

static void
ys_dossier_receipt_page_finalize (GObject *object)
{
  YsDossierReceiptPage *self = YS_DOSSIER_RECEIPT_PAGE (object);

  g_clear_pointer (&self->receipt, ys_dossier_receipt_free);
  g_free (self->path);
  g_free (self->imported);
  G_OBJECT_CLASS (ys_dossier_receipt_page_parent_class)->finalize (object);
}

static void
ys_dossier_receipt_page_class_init (YsDossierReceiptPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_dossier_receipt_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_dossier_receipt_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-dossier-receipt-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, busy);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, columns);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, left);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, right);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, failed);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, title);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, chip);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, note);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, foot);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, close);
  gtk_widget_class_bind_template_child (widget_class, YsDossierReceiptPage, import);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
}

static void
ys_dossier_receipt_page_init (YsDossierReceiptPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_width_watch (GTK_WIDGET (self), on_width);
}

GtkWidget *
ys_dossier_receipt_page_new (YsWorkspace *workspace)
{
  YsDossierReceiptPage *self = g_object_new (YS_TYPE_DOSSIER_RECEIPT_PAGE, NULL);

  g_set_object (&self->workspace, workspace);
  return GTK_WIDGET (self);
}
