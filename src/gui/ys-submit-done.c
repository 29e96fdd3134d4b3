/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was handed in. The digest stands here in the same groups as on the stamped form, so that both can be compared
 * by eye. */
#include "ys-submit-done.h"

#include <glib/gi18n-lib.h>

#include "ys-register-export.h"
#include "ys-register-words.h"

struct _YsSubmitDone {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsPackageInfo *package;
  GtkLabel *title, *state, *name, *to, *size, *evidence, *time, *digest, *next;
};

G_DEFINE_FINAL_TYPE (YsSubmitDone, ys_submit_done, GTK_TYPE_BOX)

static const char *
next_words (YsSubmissionState state, const char *package_state)
{
  if (state != YS_SUBMISSION_SUBMITTED)
    return _("The city has it. Corrections are possible only after it was returned.");
  if (g_strcmp0 (package_state, "待送出") == 0)
    return _("Export the package to a stick, print the hand-over form and have it stamped, hand both over. "
             "Then import the city's receipt under Packages.");
  return _("Exported. Hand it over with the stamped form, then import the city's receipt under Packages.");
}

void
ys_submit_done_show (YsSubmitDone *self, YsWorkspace *workspace, const YsSubmitData *data)
{
  const YsPackageInfo *package = data->package;
  g_autofree char *title = g_strdup_printf (_("Handed in for the %uth time"), package->revision);
  g_autofree char *to = g_strdup_printf ("%s（%s）", ys_register_unit_name (workspace, package->to), package->to);
  g_autofree char *size = g_format_size (package->size);
  g_autofree char *evidence = g_strdup_printf (ngettext ("%u PDF", "%u PDFs", data->evidence), data->evidence);
  g_autofree char *time = ys_time_to_display (package->at);
  g_autofree char *digest = ys_register_dup_digest_lines (package->digest);

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->package, ys_package_info_free);
  self->package = ys_package_info_copy (package);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, package->state);
  gtk_label_set_text (self->name, package->name);
  gtk_label_set_text (self->to, to);
  gtk_label_set_text (self->size, size);
  gtk_label_set_text (self->evidence, evidence);
  gtk_label_set_text (self->time, time);
  gtk_label_set_text (self->digest, digest);
  gtk_label_set_text (self->next, next_words (ys_workspace_get_state (workspace), package->state));
}

static void
on_export (YsSubmitDone *self)
{
  ys_register_export (GTK_WIDGET (self), self->workspace, self->package);
}

static void
on_print (YsSubmitDone *self)
{
  ys_register_print_form (GTK_WIDGET (self), self->workspace, self->package, FALSE);
}

static void
on_pdf (YsSubmitDone *self)
{
  ys_register_print_form (GTK_WIDGET (self), self->workspace, self->package, TRUE);
}

static void
ys_submit_done_dispose (GObject *object)
{
  YsSubmitDone *self = YS_SUBMIT_DONE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->package, ys_package_info_free);
  G_OBJECT_CLASS (ys_submit_done_parent_class)->dispose (object);
}

static void
ys_submit_done_class_init (YsSubmitDoneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_submit_done_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-submit-done.ui");
  gtk_widget_class_bind_template_child (widget_class, YsSubmitDone, title);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitDone, state);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitDone, name);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitDone, to);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitDone, size);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitDone, evidence);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitDone, time);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitDone, digest);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitDone, next);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_pdf);
}

static void
ys_submit_done_init (YsSubmitDone *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
