/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words are kept as they are typed; they become the answer by the button, and travel with the next package. */
#include "ys-said-answer.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-fill-card.h"
#include "ys-place.h"
#include "ys-receipt-widgets.h"
#include "ys-said-cites.h"
#include "ys-workspace-typed.h"

struct _YsSaidAnswer {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  char *id, *unsent, *keys[3];
  YsEntryField *text, *changed;
  YsSaidCites *cites;
  GtkWidget *title, *card, *button, *again, *refusal, *why;
};

enum { KEY_TEXT, KEY_CHANGED, KEY_CITES };
static const char *const whats[] = { "answer", "changed", "cites" };

G_DEFINE_FINAL_TYPE (YsSaidAnswer, ys_said_answer, GTK_TYPE_BOX)

/* ---- answering ---- */

typedef struct {
  YsSaidAnswer *self;
  char *id, *text, *changed, *keys[G_N_ELEMENTS (whats)];
  GPtrArray *citations;
} Answering;

static void
answering_free (gpointer data)
{
  Answering *answering = data;

  g_object_unref (answering->self);
  g_free (answering->id);
  g_free (answering->text);
  g_free (answering->changed);
  for (gsize i = 0; i < G_N_ELEMENTS (whats); i++)
    g_free (answering->keys[i]);
  g_ptr_array_unref (answering->citations);
  g_free (answering);
}

static gpointer
answer (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Answering *answering = data;
  g_autofree char *id
    = ys_workspace_answer (workspace, answering->id, answering->text, answering->changed, answering->citations, error);

  if (id == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (whats); i++)
    if (!ys_workspace_forget_typed (workspace, answering->keys[i], error))
      return NULL;
  return g_steal_pointer (&id);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsSaidAnswer) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->refusal), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->refusal, error != NULL);
  if (id == NULL)
    return;
  ys_entry_field_reveal (self->changed); /* both take what is kept now: nothing */
  ys_entry_field_reveal (self->text);
  ys_said_cites_bind (self->cites, self->workspace, self->keys[KEY_CITES]);
  ys_tell (GTK_WIDGET (self), _("Answered; it goes with the next package"));
}

static void
on_answer (YsSaidAnswer *self)
{
  Answering *answering = g_new0 (Answering, 1);

  answering->self = g_object_ref (self);
  answering->id = g_strdup (self->id);
  answering->text = ys_entry_field_dup_text (self->text);
  answering->changed = ys_entry_field_dup_text (self->changed);
  answering->citations = ys_said_cites_dup_citations (self->cites);
  for (gsize i = 0; i < G_N_ELEMENTS (whats); i++)
    answering->keys[i] = g_strdup (self->keys[i]);
  ys_workspace_run_async (self->workspace, answer, answering, answering_free, g_free, NULL, on_answered,
                          g_object_ref (self));
}

/* Puts the words of the answer that has not travelled back into the field. */
static void
on_again (YsSaidAnswer *self)
{
  if (self->unsent != NULL)
    ys_workspace_type (self->workspace, 0, self->keys[KEY_TEXT], self->unsent);
  ys_entry_field_reveal (self->text);
}

/* ---- shown ---- */

static void
bind (YsSaidAnswer *self, YsWorkspace *workspace, const char *id)
{
  g_set_object (&self->workspace, workspace);
  g_free (self->id);
  self->id = g_strdup (id);
  for (gsize i = 0; i < G_N_ELEMENTS (whats); i++)
    {
      g_free (self->keys[i]);
      self->keys[i] = ys_workspace_dup_typed_key (workspace, whats[i], id);
    }
  ys_entry_field_bind (self->text, workspace, 0, self->keys[KEY_TEXT], _("Answer"));
  ys_entry_field_bind (self->changed, workspace, 0, self->keys[KEY_CHANGED], _("Scoring point or record that was changed"));
  ys_said_cites_bind (self->cites, workspace, self->keys[KEY_CITES]);
  gtk_widget_set_visible (self->refusal, FALSE);
}

void
ys_said_answer_show (YsSaidAnswer *self, YsWorkspace *workspace, const char *id, const YsStatement *unsent)
{
  g_autofree char *why = NULL;
  gboolean can = ys_workspace_can_answer (workspace, id, &why);
  g_autofree char *key = ys_workspace_dup_typed_key (workspace, whats[KEY_TEXT], id);

  if (self->workspace != workspace || g_strcmp0 (self->keys[KEY_TEXT], key) != 0) /* another one, or another person */
    bind (self, workspace, id);
  g_free (self->unsent);
  self->unsent = unsent != NULL ? g_strdup (unsent->text) : NULL;
  gtk_widget_set_visible (self->again, can && unsent != NULL);
  gtk_widget_set_visible (self->card, can);
  gtk_button_set_label (GTK_BUTTON (self->button), unsent != NULL ? _("Change the Answer") : _("Answer"));
  gtk_label_set_text (GTK_LABEL (self->why), why != NULL ? why : "");
  gtk_widget_set_visible (self->why, !can);
}

/* ---- made and gone ---- */

static void
ys_said_answer_dispose (GObject *object)
{
  YsSaidAnswer *self = YS_SAID_ANSWER (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->unsent, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (whats); i++)
    g_clear_pointer (&self->keys[i], g_free);
  G_OBJECT_CLASS (ys_said_answer_parent_class)->dispose (object);
}

static void
ys_said_answer_class_init (YsSaidAnswerClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_said_answer_dispose;
}

static GtkWidget *
make_foot (YsSaidAnswer *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_hexpand (GTK_WIDGET (self->changed), TRUE);
  self->button = gtk_button_new_with_label (_("Answer"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_answer), self);
  gtk_box_append (GTK_BOX (foot), ys_fill_label (_("Changed because of it"), "small quiet"));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->changed));
  gtk_box_append (GTK_BOX (foot), self->button);
  return foot;
}

static void
ys_said_answer_init (YsSaidAnswer *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->again = ys_fill_jump (_("Take Up the Words Again"));
  g_signal_connect_swapped (self->again, "clicked", G_CALLBACK (on_again), self);
  self->title = ys_fill_card_head (_("Our Answer"), self->again);
  self->text = YS_ENTRY_FIELD (ys_entry_field_new (TRUE));
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "reason");
  gtk_widget_set_size_request (ys_entry_field_get_input (self->text), -1, 64);
  self->changed = YS_ENTRY_FIELD (ys_entry_field_new (FALSE));
  g_object_set (ys_entry_field_get_input (self->changed), "placeholder-text", _("like P7.1; may be left out"), NULL);
  self->cites = YS_SAID_CITES (ys_said_cites_new ());
  self->refusal = ys_words_new ("", "small problem");
  self->why = ys_words_new ("", "small quiet");
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->card, "card");
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->cites));
  gtk_box_append (GTK_BOX (self->card), make_foot (self));
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->card);
  gtk_box_append (GTK_BOX (self), self->refusal);
  gtk_box_append (GTK_BOX (self), self->why);
}

GtkWidget *
ys_said_answer_new (void)
{
  return g_object_new (YS_TYPE_SAID_ANSWER, NULL);
}
