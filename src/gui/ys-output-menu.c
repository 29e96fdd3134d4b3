/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu button whose entries are "output.print" and "output.save" with the document and the county as target. While a
 * report is being made for the printer the button turns and waits. */
#include "ys-output-menu.h"

#include <glib/gi18n-lib.h>

#include "ys-output.h"
#include "ys-place.h"

typedef struct
{
  const char *nick;
  const char *name;  /* as it stands in the menu */
  int kind;          /* YsReportKind; -1: none, so it can't be printed */
  gboolean of_unit, workbook;
} Document;

static const Document documents[YS_N_OUTPUTS] = {
  [YS_OUTPUT_SELF_CHECK] = { "self-check", N_ ("Self-check Report"), YS_REPORT_SELF_CHECK, TRUE, FALSE },
  [YS_OUTPUT_SCORES] = { "scores", N_ ("Score Sheet"), -1, TRUE, TRUE },
  [YS_OUTPUT_CITY] = { "city", N_ ("Summary with Ranking"), YS_REPORT_CITY, FALSE, FALSE },
  [YS_OUTPUT_RANKING] = { "ranking", N_ ("Ranking Table"), -1, FALSE, TRUE },
  [YS_OUTPUT_NEGATIVE] = { "negative", N_ ("Record of the Negative List"), YS_REPORT_NEGATIVE, TRUE, FALSE },
  [YS_OUTPUT_PAPER] = { "paper", NULL, -1, FALSE, FALSE },
};

struct _YsOutputMenu
{
  GtkWidget parent_instance;
  YsWorkspace *workspace;
  GtkMenuButton *button;
  GtkWidget *spinner;
  GtkStack *stack;
  char *paper_name;
  YsPaperFunc make_paper;
  GWeakRef page;
  const Document *offered[YS_N_OUTPUTS];
  guint n_offered;
};

G_DEFINE_FINAL_TYPE (YsOutputMenu, ys_output_menu, GTK_TYPE_WIDGET)

static const Document *
find_document (const char *nick)
{
  for (guint i = 0; i < YS_N_OUTPUTS; i++)
    if (g_str_equal (documents[i].nick, nick))
      return &documents[i];
  return NULL;
}

/* ---- what the entries do ---- */

static void
on_made (gpointer data)
{
  g_autoptr (YsOutputMenu) self = data;

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->button));
}

static void
output_paper (YsOutputMenu *self, gboolean to_printer)
{
  g_autoptr (GtkWidget) page = g_weak_ref_get (&self->page);
  g_autoptr (YsPaper) paper = page != NULL ? self->make_paper (page) : NULL;

  if (paper == NULL)
    return;
  if (to_printer)
    ys_paper_print (paper, GTK_WIDGET (self));
  else
    ys_paper_save_with_dialog (paper, GTK_WIDGET (self));
}

static void
print (YsOutputMenu *self, const Document *document, const char *unit)
{
  if (document->kind < 0)
    {
      output_paper (self, TRUE);
      return;
    }
  gtk_stack_set_visible_child (self->stack, self->spinner);
  ys_output_print_report (GTK_WIDGET (self), self->workspace, (YsReportKind)document->kind, unit, on_made,
                          g_object_ref (self));
}

static void
save (YsOutputMenu *self, const Document *document, const char *unit)
{
  if (document->workbook)
    ys_output_save_workbook (GTK_WIDGET (self), self->workspace, unit);
  else if (document->kind >= 0)
    ys_output_save_report (GTK_WIDGET (self), self->workspace, (YsReportKind)document->kind, unit);
  else
    output_paper (self, FALSE);
}

static void
on_output (GtkWidget *widget, const char *action, GVariant *target)
{
  YsOutputMenu *self = YS_OUTPUT_MENU (widget);
  const char *nick, *unit;
  const Document *document;

  g_variant_get (target, "(&s&s)", &nick, &unit);
  document = find_document (nick);
  if (document == NULL || (document->kind < 0 && !document->workbook && self->make_paper == NULL))
    return;
  if (*unit == '\0')
    unit = NULL;
  if (g_str_equal (action, "output.print"))
    print (self, document, unit);
  else
    save (self, document, unit);
}

/* Whether the county is chosen in the menu. */
static gboolean
asks_for_county (YsOutputMenu *self, const Document *document)
{
  return document->of_unit && ys_workspace_get_office (self->workspace) != YS_OFFICE_COUNTY;
}

void
ys_output_menu_print (YsOutputMenu *self)
{
  if (gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->button))
    return; /* still at the last one */
  for (guint i = 0; i < self->n_offered; i++)
    if (!self->offered[i]->workbook && !asks_for_county (self, self->offered[i]))
      {
        print (self, self->offered[i], NULL);
        return;
      }
  gtk_menu_button_popup (self->button); /* the county has to be chosen */
}

/* ---- the menu ---- */

static void
add_entry (GMenu *menu, const char *label, const char *action, const Document *document, const char *unit)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ss)", document->nick, unit);
  g_menu_append_item (menu, item);
}

/* @labels: of the two entries. */
static void
add_entries (GMenu *menu, const Document *document, const char *print_label, const char *save_label,
             const char *unit)
{
  if (!document->workbook)
    add_entry (menu, print_label, "output.print", document, unit);
  add_entry (menu, save_label, "output.save", document, unit);
}

/* One county below another, of those that have a score. */
static void
add_counties (YsOutputMenu *self, GMenu *menu, const Document *document)
{
  g_autoptr (YsSheet) sheet = ys_workspace_dup_sheet (self->workspace);
  g_autoptr (GMenu) printing = g_menu_new (), saving = g_menu_new ();
  g_autofree char *print_label = g_strdup_printf (_ ("Print %s"), _ (document->name));
  g_autofree char *save_label
      = g_strdup_printf (document->workbook ? _ ("Export %s (Excel)") : _ ("Export %s (PDF)"), _ (document->name));

  for (guint i = 0; sheet != NULL && i < sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (sheet->units, i);

      if (unit->unit == NULL)
        continue;
      add_entry (printing, unit->unit->name, "output.print", document, unit->unit->id);
      add_entry (saving, unit->unit->name, "output.save", document, unit->unit->id);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (saving)) == 0)
    return;
  if (!document->workbook)
    g_menu_append_submenu (menu, print_label, G_MENU_MODEL (printing));
  g_menu_append_submenu (menu, save_label, G_MENU_MODEL (saving));
}

static void
add_document (YsOutputMenu *self, GMenu *menu, const Document *document)
{
  const char *name = document->name != NULL ? _ (document->name) : self->paper_name;
  g_autofree char *print_label = g_strdup_printf (_ ("Print %s…"), name);
  g_autofree char *save_label
      = g_strdup_printf (document->workbook ? _ ("Export %s (Excel)…") : _ ("Export %s (PDF)…"), name);

  if (asks_for_county (self, document))
    add_counties (self, menu, document);
  else
    add_entries (menu, document, print_label, save_label, "");
}

void
ys_output_menu_set_paper (YsOutputMenu *self, const char *name, YsPaperFunc make, GtkWidget *page)
{
  self->paper_name = g_strdup (name);
  self->make_paper = make;
  g_weak_ref_set (&self->page, page);
}

/* Anew each time it opens, for counties come in. */
static void
on_create_popup (GtkMenuButton *button, gpointer data)
{
  YsOutputMenu *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < self->n_offered; i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      add_document (self, section, self->offered[i]);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
ys_output_menu_set_up (YsOutputMenu *self, YsWorkspace *workspace, const YsOutput *outputs, guint n)
{
  g_set_object (&self->workspace, workspace);
  self->n_offered = MIN (n, YS_N_OUTPUTS);
  for (guint i = 0; i < self->n_offered; i++)
    self->offered[i] = &documents[outputs[i]];
  gtk_menu_button_set_create_popup_func (self->button, on_create_popup, self, NULL);
}

/* ---- made and gone ---- */

static void
ys_output_menu_dispose (GObject *object)
{
  YsOutputMenu *self = YS_OUTPUT_MENU (object);

  g_clear_object (&self->workspace);
  g_clear_pointer ((GtkWidget **)&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (ys_output_menu_parent_class)->dispose (object);
}

static void
ys_output_menu_finalize (GObject *object)
{
  YsOutputMenu *self = YS_OUTPUT_MENU (object);

  g_weak_ref_clear (&self->page);
  g_free (self->paper_name);
  G_OBJECT_CLASS (ys_output_menu_parent_class)->finalize (object);
}

static void
ys_output_menu_class_init (YsOutputMenuClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_output_menu_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_output_menu_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "output.print", "(ss)", on_output);
  gtk_widget_class_install_action (widget_class, "output.save", "(ss)", on_output);
}

static void
ys_output_menu_init (YsOutputMenu *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  g_weak_ref_init (&self->page, NULL);
  self->button = GTK_MENU_BUTTON (button);
  self->spinner = gtk_spinner_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_menu_button_set_icon_name (self->button, "printer-symbolic");
  gtk_menu_button_set_has_frame (self->button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Print and Export"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Print and Export"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The pages are being made…"), -1);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), TRUE);
  gtk_stack_add_child (self->stack, button);
  gtk_stack_add_child (self->stack, self->spinner);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
