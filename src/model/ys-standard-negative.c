/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The negative list in a standard: an amount or clauses for each item of the catalogue (scoring.md, rule 9
 * and 13). After sealing the rules stand in the catalogue's order and the amounts in that of the severities.
 */
#include <glib/gi18n-lib.h>

#include "ys-standard-parts.h"
#include "ys-standard-seal.h"

/* @severity: its index; G_MAXUINT beside an amount whose severity is unknown. */
static void
place_amount (YsSealing *self, YsNegativeRule *rule, GArray *amounts, gboolean *given, guint severity,
              YsPoints amount)
{
  ys_seal_amount (self, rule->item_id, rule->line, _ ("amount"), amount);
  if (severity == G_MAXUINT)
    return;
  if (given[severity])
    ys_seal_fault (self, rule->line, rule->item_id, _ ("Item %s gives the amount for severity %s twice."),
                   rule->item_id,
                   ((YsSeverity *)g_ptr_array_index (self->standard->severities, severity))->id);
  given[severity] = TRUE;
  g_array_index (amounts, YsPoints, severity) = amount;
}

static void
seal_event (YsSealing *self, YsNegativeRule *rule)
{
  GPtrArray *severities = self->standard->severities;
  g_autoptr (GArray) amounts = g_array_new (FALSE, TRUE, sizeof (YsPoints));
  g_autofree gboolean *given = g_new0 (gboolean, severities->len + 1);

  g_array_set_size (amounts, severities->len);
  for (guint i = 0; i < rule->severity_ids->len && i < rule->amounts->len; i++)
    {
      const char *id = g_ptr_array_index (rule->severity_ids, i);
      guint severity = ys_seal_find (self, severities, id, rule->item_id, rule->line);

      place_amount (self, rule, amounts, given, severity, g_array_index (rule->amounts, YsPoints, i));
    }
  for (guint i = 0; i < severities->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (severities, i);

      if (!given[i])
        ys_seal_fault (self, rule->line, rule->item_id, _ ("Item %s lacks an amount for severity %s."),
                       rule->item_id, severity->id);
    }
  if (rule->clauses->len > 0 || rule->has_holds_up_to)
    ys_seal_fault (self, rule->line, rule->item_id,
                   _ ("Item %s is an event: it has amounts by severity only."), rule->item_id);
  g_array_unref (rule->amounts);
  rule->amounts = g_steal_pointer (&amounts);
  /* Written and sealed order agree from now on, so that an edited standard can be sealed again. */
  g_ptr_array_set_size (rule->severity_ids, 0);
  for (guint i = 0; i < severities->len; i++)
    g_ptr_array_add (rule->severity_ids, g_strdup (((YsSeverity *)g_ptr_array_index (severities, i))->id));
}

static void
seal_threshold_clause (YsSealing *self, const YsNegativeRule *rule, const YsClause *clause)
{
  const char *id = rule->item_id;

  ys_seal_id (self, clause->id, clause->line);
  ys_seal_amount (self, id, clause->line, _ ("amount"), clause->amount);
  if (clause->has_cap)
    ys_seal_amount (self, id, clause->line, _ ("cap"), clause->cap);
  if (clause->kind == YS_CLAUSE_RECORD || clause->is_range)
    ys_seal_fault (self, clause->line, id, _ ("Threshold item %s cannot deduct per record."), id);
  if (clause->in_percent)
    ys_seal_fault (self, clause->line, id, _ ("Threshold item %s cannot have steps in percent."), id);
  if (clause->gives)
    ys_seal_fault (self, clause->line, id, _ ("Threshold item %s can only deduct."), id);
  if (clause->has_bound && clause->bound.kind != YS_BOUND_NUMBER)
    ys_seal_fault (self, clause->line, id, _ ("Threshold item %s can only have numbers as bounds."), id);
  if (clause->bound.number > YS_DECIMAL_MAX || clause->bound.number < -YS_DECIMAL_MAX)
    ys_seal_fault (self, clause->line, id, _ ("%s: a bound can be at most 1,000,000,000 in size."), id);
  if (clause->kind == YS_CLAUSE_ONCE && !clause->has_bound)
    ys_seal_fault (self, clause->line, id,
                   _ ("Threshold item %s: an amount at once past a number needs the number."), id);
  if (clause->kind == YS_CLAUSE_STEP && (clause->by <= 0 || clause->by > YS_DECIMAL_MAX))
    ys_seal_fault (self, clause->line, id, _ ("Threshold item %s: a step must be above 0."), id);
}

static void
seal_threshold (YsSealing *self, YsNegativeRule *rule)
{
  if (rule->severity_ids->len > 0)
    ys_seal_fault (self, rule->line, rule->item_id,
                   _ ("Item %s is a threshold: it has no amounts by severity."), rule->item_id);
  if (rule->has_holds_up_to && (rule->holds_up_to < 0 || rule->holds_up_to > YS_FIGURE_LIMIT))
    ys_seal_fault (self, rule->line, rule->item_id, _ ("Item %s: the number of cases cannot be."),
                   rule->item_id);
  for (guint i = 0; i < rule->clauses->len; i++)
    seal_threshold_clause (self, rule, g_ptr_array_index (rule->clauses, i));
}

static void
seal_rule (YsSealing *self, YsNegativeRule *rule)
{
  if (rule->has_cap)
    ys_seal_decimals (self, rule->item_id, rule->line, _ ("cap"), rule->cap);
  if (rule->grade_id != NULL)
    rule->grade = ys_seal_find (self, self->standard->grades, rule->grade_id, rule->item_id, rule->line);
  rule->item = ys_catalogue_get_item (self->catalogue, rule->item_id);
  if (rule->item == NULL)
    ys_faults_add (self->faults, YS_ERROR_UNKNOWN_REFERENCE, self->file, rule->line, rule->item_id,
                   _ ("The catalogue has no item %s in its negative list."), rule->item_id);
  else if (rule->item->threshold)
    seal_threshold (self, rule);
  else
    seal_event (self, rule);
}

static void
seal_group_caps (YsSealing *self)
{
  YsStandard *standard = self->standard;
  g_autofree gboolean *given = g_new0 (gboolean, self->catalogue->groups->len + 1);

  for (guint i = 0; i < standard->group_caps->len; i++)
    {
      YsGroupCap *cap = g_ptr_array_index (standard->group_caps, i);

      if (cap->has_cap)
        ys_seal_decimals (self, cap->group_id, cap->line, _ ("cap"), cap->cap);
      cap->group = G_MAXUINT;
      for (guint j = 0; j < self->catalogue->groups->len; j++)
        {
          const YsNegativeGroup *group = g_ptr_array_index (self->catalogue->groups, j);

          if (g_strcmp0 (group->id, cap->group_id) == 0)
            cap->group = j;
        }
      if (cap->group == G_MAXUINT)
        ys_faults_add (self->faults, YS_ERROR_UNKNOWN_REFERENCE, self->file, cap->line, cap->group_id,
                       _ ("The catalogue has no group %s in its negative list."), cap->group_id);
      else if (given[cap->group])
        ys_seal_fault (self, cap->line, cap->group_id, _ ("Group %s is capped twice."), cap->group_id);
      else
        given[cap->group] = TRUE;
    }
  for (guint i = standard->group_caps->len; i > 0; i--)
    if (!((const YsGroupCap *)g_ptr_array_index (standard->group_caps, i - 1))->has_cap)
      g_ptr_array_remove_index (standard->group_caps, i - 1);
}

/* Puts the rules into the catalogue's order; what is lacking or stands twice is a fault. */
static void
order_rules (YsSealing *self)
{
  YsStandard *standard = self->standard;
  GPtrArray *items = self->catalogue->items;
  g_autofree YsNegativeRule **by_item = g_new0 (YsNegativeRule *, items->len + 1);
  guint known = 0;

  for (guint i = 0; i < standard->negative->len; i++)
    {
      YsNegativeRule *rule = g_ptr_array_index (standard->negative, i);

      if (rule->item == NULL)
        continue;
      if (by_item[rule->item->index] != NULL)
        ys_seal_fault (self, rule->line, rule->item_id, _ ("Item %s stands twice in the negative list."),
                       rule->item_id);
      else
        known++;
      by_item[rule->item->index] = rule;
    }
  for (guint i = 0; i < items->len; i++)
    {
      const YsNegativeItem *item = g_ptr_array_index (items, i);

      if (by_item[i] == NULL)
        ys_seal_fault (self, 0, item->id, _ ("The standard says nothing about item %s of the negative list."),
                       item->id);
    }
  if (known != items->len || standard->negative->len != items->len)
    return;
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_index (standard->negative, i) = by_item[i];
}

void
ys_seal_negative (YsSealing *self)
{
  YsStandard *standard = self->standard;

  if (standard->has_negative_cap)
    ys_seal_decimals (self, "negative", 0, _ ("cap"), standard->negative_cap);
  seal_group_caps (self);
  for (guint i = 0; i < standard->negative->len; i++)
    seal_rule (self, g_ptr_array_index (standard->negative, i));
  order_rules (self);
}
