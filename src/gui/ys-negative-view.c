/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of the own unit, put in the order in which the page shows it. */
#include "ys-negative-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Newest first, those without a date before all others: they lack something. */
static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const YsOccurrence *first = (*(YsSheetOccurrence *const *)a)->occurrence;
  const YsOccurrence *second = (*(YsSheetOccurrence *const *)b)->occurrence;

  if ((first->date == 0) != (second->date == 0))
    return first->date == 0 ? -1 : 1;
  if (first->date != second->date)
    return first->date > second->date ? -1 : 1;
  return g_strcmp0 (second->id, first->id);
}

static void
add_counties (YsNegativeView *self)
{
  const char *own = ys_workspace_get_unit (self->workspace);

  for (guint i = 0; i < self->assessment->units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (self->assessment->units, i);
      if (self->is_city ? unit->kind == YS_OFFICE_COUNTY && g_strcmp0 (unit->parent, own) == 0
                        : g_strcmp0 (unit->id, own) == 0)
        g_ptr_array_add (self->counties, (gpointer)unit);
    }
}

/* What was registered about a county that has not handed in is readable already. */
static void
add_unscored (YsNegativeView *self)
{
  const GPtrArray *all = self->sheet->facts->ledger->occurrences;

  for (guint i = 0; i < all->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (all, i);
      if (ys_sheet_get_unit (self->sheet, occurrence->unit) != NULL)
        continue;
      g_ptr_array_add (self->unscored, ys_sheet_occurrence_new (occurrence));
      g_ptr_array_add (self->occurrences, g_ptr_array_index (self->unscored, self->unscored->len - 1));
    }
}

static void
add_occurrences (YsNegativeView *self, const YsSheetUnit *unit)
{
  for (guint i = 0; unit != NULL && i < unit->occurrences->len; i++)
    g_ptr_array_add (self->occurrences, g_ptr_array_index (unit->occurrences, i));
}

YsNegativeView *
ys_negative_view_new (YsWorkspace *workspace)
{
  YsNegativeView *self = g_new0 (YsNegativeView, 1);

  self->workspace = g_object_ref (workspace);
  self->standard = ys_workspace_get_standard (workspace);
  self->assessment = ys_workspace_get_assessment (workspace);
  self->is_city = ys_workspace_get_office (workspace) == YS_OFFICE_CITY;
  self->sheet = ys_workspace_dup_sheet (workspace);
  self->unit = self->sheet != NULL ? ys_workspace_get_own_unit (workspace, self->sheet) : NULL;
  self->counties = g_ptr_array_new ();
  self->occurrences = g_ptr_array_new ();
  self->unscored = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_occurrence_free);
  add_counties (self);
  add_occurrences (self, self->unit);
  for (guint i = 0; self->is_city && self->sheet != NULL && i < self->sheet->units->len; i++)
    add_occurrences (self, g_ptr_array_index (self->sheet->units, i));
  if (self->is_city && self->sheet != NULL)
    add_unscored (self);
  g_ptr_array_sort (self->occurrences, compare_newest_first);
  self->can_edit = ys_workspace_can_register_occurrence (workspace, &self->why_not);
  return self;
}

void
ys_negative_view_free (YsNegativeView *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->counties);
  g_ptr_array_unref (self->occurrences);
  g_ptr_array_unref (self->unscored);
  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_clear_object (&self->workspace);
  g_free (self->why_not);
  g_free (self);
}

const YsSheetOccurrence *
ys_negative_view_get_occurrence (const YsNegativeView *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (self->occurrences, i);
      if (g_str_equal (shown->occurrence->id, id))
        return shown;
    }
  return NULL;
}

static const YsSheetUnit *
find_unit (const YsNegativeView *self, const char *unit)
{
  if (unit == NULL || self->sheet == NULL)
    return self->unit;
  return ys_sheet_get_unit (self->sheet, unit);
}

const YsSheetThreshold *
ys_negative_view_get_threshold (const YsNegativeView *self, const char *unit, const char *item)
{
  const YsSheetUnit *of = find_unit (self, unit);

  for (guint i = 0; of != NULL && i < of->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (of->thresholds, i);
      if (g_str_equal (threshold->item->id, item))
        return threshold;
    }
  return NULL;
}

const YsSheetContained *
ys_negative_view_get_contained (const YsNegativeView *self, const char *unit, const char *item)
{
  const YsSheetUnit *of = find_unit (self, unit);

  for (guint i = 0; of != NULL && i < of->contained->len; i++)
    {
      const YsSheetContained *contained = g_ptr_array_index (of->contained, i);
      if (g_str_equal (contained->item->id, item))
        return contained;
    }
  return NULL;
}

const char *
ys_negative_view_get_unit_name (const YsNegativeView *self, const char *unit)
{
  const YsUnitInfo *info = ys_assessment_get_unit (self->assessment, unit);

  return info != NULL ? info->name : unit;
}

gboolean
ys_occurrence_has_item (const YsOccurrence *occurrence, const char *item)
{
  for (guint i = 0; i < occurrence->ticks->len; i++)
    if (g_str_equal (((const YsTick *)g_ptr_array_index (occurrence->ticks, i))->item, item))
      return TRUE;
  return FALSE;
}

/* ---- words ---- */

char *
ys_deduction_dup_text (YsPoints points)
{
  g_autofree char *text = ys_points_to_display (ABS (points));

  return g_strconcat (points > 0 ? "−" : points < 0 ? "+" : "", text, NULL);
}

char *
ys_occurrence_dup_deduction (const YsSheetOccurrence *shown)
{
  g_autofree char *text = NULL;

  if (shown->occurrence->merged_into != NULL)
    return g_strdup (_ ("merged"));
  if (shown->would_be_contained)
    return g_strdup_printf ("（%s）", _ ("in the threshold"));
  if (shown->has_would_deduct)
    {
      text = ys_deduction_dup_text (shown->would_deduct);
      return g_strdup_printf ("（%s）", text);
    }
  if (shown->contained)
    return g_strdup (_ ("in the threshold"));
  return shown->counted != NULL ? ys_deduction_dup_text (shown->deduction) : g_strdup ("—");
}

char *
ys_occurrence_dup_items (const YsOccurrence *occurrence)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < occurrence->ticks->len; i++)
    g_ptr_array_add (ids, ((const YsTick *)g_ptr_array_index (occurrence->ticks, i))->item);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" · ", (char **)ids->pdata);
}

char *
ys_occurrence_dup_date (const YsOccurrence *occurrence)
{
  return occurrence->date != 0 ? ys_date_to_text (occurrence->date) : g_strdup (_ ("no date"));
}

const char *
ys_verification_icon (YsVerification state)
{
  static const char *const icons[] = { [YS_VERIFY_SUSPECTED] = "ys-state-partly-symbolic",
                                       [YS_VERIFY_CONFIRMED] = "ys-state-done-symbolic",
                                       [YS_VERIFY_CLEARED] = "ys-state-na-symbolic" };

  return icons[state];
}

const char *
ys_verification_class (YsVerification state)
{
  static const char *const classes[] = {
    [YS_VERIFY_SUSPECTED] = "warning", [YS_VERIFY_CONFIRMED] = "error", [YS_VERIFY_CLEARED] = "quiet"
  };

  return classes[state];
}

const char *
ys_standard_get_severity_name (const YsStandard *standard, const char *id)
{
  for (guint i = 0; id != NULL && i < standard->severities->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (standard->severities, i);
      if (g_str_equal (severity->id, id))
        return severity->name;
    }
  return NULL;
}
