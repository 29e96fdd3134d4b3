/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Details of a package. Exporting again gives the same bytes, for a package is made once and kept. */
#include "ys-register-pane.h"

#include <glib/gi18n-lib.h>

#include "ys-place.h"
#include "ys-register-export.h"
#include "ys-register-facts.h"
#include "ys-register-return.h"
#include "ys-register-words.h"

struct _YsRegisterPane {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsPackageInfo *info;
  GtkStack *stack;
  GtkLabel *title, *state;
  GtkBox *facts_box;
  GtkWidget *facts, *export_button, *receipt_button, *print_button, *pdf_button, *return_button;
};

G_DEFINE_FINAL_TYPE (YsRegisterPane, ys_register_pane, GTK_TYPE_BOX)

/* "回执 第1号，2022-01-13 10:00": the package @id, or NULL. Full. */
static char *
dup_other (const GPtrArray *packages, const char *id)
{
  for (guint i = 0; id != NULL && i < packages->len; i++)
    {
      const YsPackageInfo *other = g_ptr_array_index (packages, i);
      if (g_strcmp0 (other->id, id) != 0)
        continue;
      g_autofree char *number = ys_register_dup_number (other->kind, other->number, other->revision);
      g_autofree char *time = ys_time_to_display (other->at);
      return g_strdup_printf (_("%s %s, %s"), ys_register_kind_label (other->kind), number, time);
    }
  return NULL;
}

static char *
dup_unit (YsWorkspace *workspace, const char *id)
{
  return g_strdup_printf ("%s（%s）", ys_register_unit_name (workspace, id), id);
}

static void
show_facts (YsRegisterPane *self, const GPtrArray *packages)
{
  const YsPackageInfo *info = self->info;
  g_autofree char *from = dup_unit (self->workspace, info->from), *to = dup_unit (self->workspace, info->to);
  g_autofree char *number = ys_register_dup_number (info->kind, info->number, info->revision);
  g_autofree char *time = ys_time_to_display (info->at), *size = g_format_size (info->size);
  g_autofree char *digest = ys_register_dup_digest_lines (info->digest);
  g_autofree char *replaces = dup_other (packages, info->replaces), *reply = dup_other (packages, info->reply);
  const YsAssessment *assessment = ys_workspace_get_assessment (self->workspace);
  const char *round = g_strcmp0 (info->round, assessment->id) == 0 ? assessment->title : info->round;

  ys_register_facts_clear (self->facts);
  ys_register_facts_add (self->facts, _("From"), from, NULL);
  ys_register_facts_add (self->facts, _("For"), to, NULL);
  ys_register_facts_add (self->facts, _("Round"), round, NULL);
  ys_register_facts_add (self->facts, _("Running number"), number, NULL);
  ys_register_facts_add (self->facts, info->incoming ? _("Imported") : _("Made"), time, NULL);
  ys_register_facts_add (self->facts, _("Size"), size, NULL);
  ys_register_facts_add (self->facts, _("File"), info->name, NULL);
  ys_register_facts_add (self->facts, _("Replaces"), replaces, NULL);
  ys_register_facts_add (self->facts, _("Answered by"), reply, NULL);
  ys_register_facts_add (self->facts, _("Digest"), digest, "digest");
}

void
ys_register_pane_show (YsRegisterPane *self, YsWorkspace *workspace, const YsPackageInfo *info,
                       const GPtrArray *packages)
{
  g_autofree char *title = NULL;

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->info, ys_package_info_free);
  gtk_stack_set_visible_child_name (self->stack, info != NULL ? "package" : "nothing");
  if (info == NULL)
    return;
  self->info = ys_package_info_copy (info);
  title = g_strdup_printf (info->incoming ? _("Incoming: %s") : _("Outgoing: %s"), ys_register_kind_label (info->kind));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, info->state);
  show_facts (self, packages);
  gtk_widget_set_visible (self->print_button, !info->incoming);
  gtk_widget_set_visible (self->pdf_button, !info->incoming);
  gtk_widget_set_visible (self->return_button, ys_register_can_return (workspace, info, packages));
}

static void
on_export (YsRegisterPane *self)
{
  ys_register_export (GTK_WIDGET (self), self->workspace, self->info);
}

static void
on_print (YsRegisterPane *self)
{
  ys_register_print_form (GTK_WIDGET (self), self->workspace, self->info, FALSE);
}

static void
on_pdf (YsRegisterPane *self)
{
  ys_register_print_form (GTK_WIDGET (self), self->workspace, self->info, TRUE);
}

static void
on_return (YsRegisterPane *self)
{
  ys_register_return (GTK_WIDGET (self), self->workspace, self->info);
}

static void
on_receipt (YsRegisterPane *self)
{
  g_autoptr (YsLocation) to = ys_location_new (YS_PLACE_RECEIPT);

  to->key = ys_register_dup_path (self->workspace, self->info);
  ys_go (GTK_WIDGET (self), to);
}

static void
ys_register_pane_dispose (GObject *object)
{
  YsRegisterPane *self = YS_REGISTER_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->info, ys_package_info_free);
  G_OBJECT_CLASS (ys_register_pane_parent_class)->dispose (object);
}

static void
ys_register_pane_class_init (YsRegisterPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_register_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-register-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPane, stack);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPane, title);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPane, state);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPane, facts_box);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPane, export_button);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPane, receipt_button);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPane, print_button);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPane, pdf_button);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPane, return_button);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_receipt);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_pdf);
  gtk_widget_class_bind_template_callback (widget_class, on_return);
}

static void
ys_register_pane_init (YsRegisterPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = ys_register_facts_new ();
  gtk_box_append (self->facts_box, self->facts);
}
