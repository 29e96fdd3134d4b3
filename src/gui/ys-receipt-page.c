/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The receipt page. It reads the package anew each time it is entered, for the stick may hold another one by then, and
 * changes nothing before "import" is pressed and confirmed. */
#include "ys-receipt-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-error-dialog.h"
#include "ys-places.h"
#include "ys-progress-box.h"
#include "ys-receipt-cards.h"
#include "ys-receipt-print.h"
#include "ys-receipt-run.h"
#include "ys-receipt-widgets.h"
#include "ys-receipt-words.h"

/* Two columns side by side need a window of this width; the right one keeps its own. */
#define WIDTH_TWO_COLUMNS 1200
#define RIGHT_WIDTH 420

struct _YsReceiptPage {
  GtkBox parent_instance;
  YsWorkspace *workspace; /* NULL: no workspace is open */
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkBox *busy, *columns, *left, *right;
  AdwStatusPage *failed;
  GtkLabel *title, *subtitle, *chip, *note;
  GtkWidget *foot, *close, *import;
  char *path;
  YsReceipt *receipt;      /* NULL while it is being read */
  GCancellable *working;   /* NULL unless it is being read or imported */
  GdkSurface *surface;     /* of the window, once shown */
  gboolean imported, closed;
};

static void ys_receipt_page_place_init (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsReceiptPage, ys_receipt_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_receipt_page_place_init))

/* ---- what is shown ---- */

static void
append_card (GtkBox *column, GtkWidget *card)
{
  if (card != NULL)
    gtk_box_append (column, card);
}

static void
on_jump (YsReceiptPage *self)
{
  g_autoptr (YsLocation) to
    = ys_location_new (ys_workspace_get_office (self->workspace) == YS_OFFICE_COUNTY ? YS_PLACE_CHECK : YS_PLACE_REGISTER);

  if (to->place == YS_PLACE_REGISTER)
    to->item = g_strdup (self->receipt->id);
  ys_go (GTK_WIDGET (self), to);
}

/* What happened, and the way on. */
static GtkWidget *
make_done (YsReceiptPage *self)
{
  gboolean county = ys_workspace_get_office (self->workspace) == YS_OFFICE_COUNTY;
  GtkWidget *card = ys_card_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = ys_words_new (county ? _("It is imported. What it says stands with the self-check now.")
                                          : _("It is imported. The receipt for the sender lies in the register, to be "
                                              "exported and passed on."),
                                   NULL);
  GtkWidget *jump = gtk_button_new_with_label (county ? _("See Where It Stands") : _("Go to the Register"));

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (jump, GTK_ALIGN_CENTER);
  g_signal_connect_object (jump, "clicked", G_CALLBACK (on_jump), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), jump);
  gtk_widget_add_css_class (row, "verdict");
  gtk_box_append (GTK_BOX (card), row);
  return card;
}

/* A package that names others is looked at together with them. */
static GtkWidget *
make_whole (const YsReceipt *receipt)
{
  GtkWidget *card = ys_card_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = ys_words_new (_("This package names the others of a dossier. They are looked at and imported together."), NULL);
  GtkWidget *jump = gtk_button_new_with_label (_("Look at the Whole Dossier"));

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (jump, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (jump), "win.look-dossier");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (jump), "s", receipt->path);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), jump);
  gtk_widget_add_css_class (row, "verdict");
  gtk_box_append (GTK_BOX (card), row);
  return card;
}

static GtkWidget *
make_refusal (const YsReceipt *receipt)
{
  g_autofree char *text = g_strdup_printf (_("It can't be imported: %s."), receipt->why_not);

  return ys_words_new (text, "note");
}

static void
show_chip (YsReceiptPage *self)
{
  const char *const styles[] = { "ok", "bad", "info" };
  gboolean open = self->workspace != NULL;
  gboolean good = self->imported || self->receipt->can_import;
  gboolean bad = !good && (open || self->receipt->complete != YS_COMPLETE_SOUND);

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->chip), styles[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->chip), good ? "ok" : bad ? "bad" : "info");
  gtk_label_set_text (self->chip, self->imported ? _("✓ imported")
                                  : good         ? _("✓ can be imported")
                                  : bad          ? _("✗ can't be imported")
                                                 : _("i only to look at"));
}

static void
show_foot (YsReceiptPage *self)
{
  gboolean can = self->receipt != NULL && self->receipt->can_import && !self->imported && self->working == NULL;
  const char *note = self->imported            ? ""
                     : can                     ? _("Nothing is changed before importing")
                     : self->workspace == NULL ? _("No workspace is open: open one to import it there")
                                               : _("Nothing was changed");

  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (self->foot, self->receipt != NULL && self->working == NULL);
  gtk_widget_set_visible (self->import, can);
  gtk_button_set_label (GTK_BUTTON (self->close), can ? _("Look Only, Don't Import") : _("Close"));
  if (!can)
    return;
  g_autofree char *label = ys_receipt_dup_import_label (self->receipt);
  gtk_button_set_label (GTK_BUTTON (self->import), label);
}

static void
show_receipt (YsReceiptPage *self)
{
  g_autofree char *title = ys_receipt_dup_title (self->receipt);
  g_autofree char *subtitle = ys_receipt_dup_subtitle (self->receipt);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  show_chip (self);
  ys_box_empty (GTK_WIDGET (self->left));
  ys_box_empty (GTK_WIDGET (self->right));
  if (g_strcmp0 (self->receipt->kind, "dossier") == 0)
    append_card (self->left, make_whole (self->receipt));
  if (self->imported)
    append_card (self->left, make_done (self));
  else if (!self->receipt->can_import && self->workspace != NULL && self->receipt->complete == YS_COMPLETE_SOUND)
    append_card (self->left, make_refusal (self->receipt));
  append_card (self->left, ys_receipt_card_verdicts (self->receipt, self->workspace));
  append_card (self->left, ys_receipt_card_scores (self->receipt));
  append_card (self->left, ys_receipt_card_advice (self->receipt));
  append_card (self->right, ys_receipt_card_facts (self->receipt));
  append_card (self->right, ys_receipt_card_changes (self->receipt, self->imported));
  gtk_stack_set_visible_child_name (self->stack, "receipt");
  show_foot (self);
}

/* ---- reading ---- */

/* Shows @title with progress; returns the box to report to. */
static GtkWidget *
show_busy (YsReceiptPage *self, const char *title)
{
  g_autofree char *shown = g_filename_display_name (self->path);
  GtkWidget *progress;
  GtkWidget *about = ys_words_new (shown, "small quiet");

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
leave (YsReceiptPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), self->workspace != NULL ? "win.back" : "win.first", NULL);
}

static void
show_failure (YsReceiptPage *self, const GError *error)
{
  g_autofree char *text = ys_error_dup_text (error);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* Whether @result is of the work that the page still waits for; it is over then. */
static gboolean
take_end (YsReceiptPage *self, GAsyncResult *result)
{
  if (self->closed || self->working != g_task_get_cancellable (G_TASK (result)))
    return FALSE;
  g_clear_object (&self->working);
  return TRUE;
}

static void
on_examined (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsReceiptPage) self = data;
  g_autoptr (GError) error = NULL;
  YsReceipt *receipt = ys_receipt_examine_finish (result, &error);
  gboolean stopped = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));

  if (!take_end (self, result))
    {
      ys_receipt_free (receipt);
      return;
    }
  g_clear_pointer (&self->receipt, ys_receipt_free);
  self->receipt = receipt;
  if (receipt != NULL)
    show_receipt (self);
  else if (stopped)
    leave (self);
  else
    show_failure (self, error);
}

static void
read_package (YsReceiptPage *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  self->imported = FALSE;
  g_clear_pointer (&self->receipt, ys_receipt_free);
  GtkWidget *progress = show_busy (self, _("Reading and checking the package…"));
  ys_receipt_examine (self->workspace, self->path, progress, self->working, on_examined, g_object_ref (self));
}

/* ---- importing ---- */

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsReceiptPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ys_receipt_import_finish (result, &error);

  if (!take_end (self, result))
    return;
  self->imported = done;
  show_receipt (self);
  if (!done)
    ys_tell_error (GTK_WIDGET (self), _("It was not imported; nothing was changed"), error);
}

static void
on_answer (AdwMessageDialog *dialog, const char *response, YsReceiptPage *self)
{
  if (!g_str_equal (response, "import") || self->working != NULL || self->receipt == NULL)
    return;
  GtkWidget *progress = show_busy (self, _("Importing the package…"));
  ys_receipt_import (self->workspace, self->path, progress, self->working, on_imported, g_object_ref (self));
}

static void
on_import (YsReceiptPage *self)
{
  g_autofree char *label = ys_receipt_dup_import_label (self->receipt);
  g_autofree char *title = g_strdup_printf (_("%s?"), label);
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < self->receipt->changes->len; i++)
    g_string_append_printf (body, "%s\n", (const char *) g_ptr_array_index (self->receipt->changes, i));
  g_string_append_printf (body, "\n%s", _("This can't be undone."));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, body->str);
  g_string_free (body, TRUE);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "import", _("_Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- as a place ---- */

static void
on_close (YsReceiptPage *self)
{
  leave (self);
}

static void
on_again (YsReceiptPage *self)
{
  read_package (self);
}

static void
output (YsReceiptPage *self, void (*put_out) (YsPaper *, GtkWidget *))
{
  if (self->receipt == NULL)
    return;
  g_autoptr (YsPaper) paper = ys_receipt_paper_new (self->receipt, self->workspace, self->imported);
  put_out (paper, GTK_WIDGET (self));
}

static void
print (YsPlace *place)
{
  output (YS_RECEIPT_PAGE (place), ys_paper_print);
}

static void
on_keep (YsReceiptPage *self)
{
  output (self, ys_paper_save_with_dialog);
}

static void
on_print (YsReceiptPage *self)
{
  print (YS_PLACE (self));
}

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsReceiptPage *self = YS_RECEIPT_PAGE (place);

  if (location->key == NULL)
    return;
  g_free (self->path);
  self->path = g_strdup (location->key);
  read_package (self);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsLocation *here = ys_location_new (YS_PLACE_RECEIPT);

  here->key = g_strdup (YS_RECEIPT_PAGE (place)->path);
  return here;
}

static void
ys_receipt_page_place_init (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->print = print;
}

/* ---- width ---- */

static void
on_width (YsReceiptPage *self)
{
  gboolean two = gdk_surface_get_width (self->surface) >= WIDTH_TWO_COLUMNS;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  two ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->right), two ? RIGHT_WIDTH : -1, -1);
}

static void
on_map (YsReceiptPage *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  if (self->surface == surface)
    return;
  if (self->surface != NULL)
    g_signal_handlers_disconnect_by_data (self->surface, self);
  g_set_object (&self->surface, surface);
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (on_width), self, G_CONNECT_SWAPPED);
  on_width (self);
}

/* ---- made and gone ---- */

static void
ys_receipt_page_dispose (GObject *object)
{
  YsReceiptPage *self = YS_RECEIPT_PAGE (object);

  self->closed = TRUE;
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_object (&self->surface);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_receipt_page_parent_class)->dispose (object);
}

static void
ys_receipt_page_finalize (GObject *object)
{
  YsReceiptPage *self = YS_RECEIPT_PAGE (object);

  g_clear_pointer (&self->receipt, ys_receipt_free);
  g_free (self->path);
  G_OBJECT_CLASS (ys_receipt_page_parent_class)->finalize (object);
}

static void
ys_receipt_page_class_init (YsReceiptPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_receipt_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_receipt_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-receipt-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, busy);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, columns);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, left);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, right);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, failed);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, title);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, chip);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, note);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, foot);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, close);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPage, import);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
}

static void
ys_receipt_page_init (YsReceiptPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self, "map", G_CALLBACK (on_map), self);
}

GtkWidget *
ys_receipt_page_new (YsWorkspace *workspace)
{
  YsReceiptPage *self = g_object_new (YS_TYPE_RECEIPT_PAGE, NULL);

  g_set_object (&self->workspace, workspace);
  return GTK_WIDGET (self);
}
