/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: its kind, its title and warning, the pages that its kind fills, and its last words.
 * Everything here is Chinese whatever the reader's language, for it leaves the office as a document. */
#include "ys-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-report-private.h"

static const struct
{
  const char *nick, *label;
  gboolean needs_unit;
} kinds[YS_N_REPORTS] = {
  [YS_REPORT_SELF_CHECK] = { "self-check", "自查报告", TRUE },
  [YS_REPORT_CITY] = { "city", "汇总及排名", FALSE },
  [YS_REPORT_NEGATIVE] = { "negative", "负面清单认定书", TRUE },
  [YS_REPORT_OPINION] = { "opinion", "审核意见书", FALSE },
};

const char *
ys_report_kind_nick (YsReportKind kind)
{
  return kinds[kind].nick;
}

gboolean
ys_report_kind_from_nick (const char *nick, YsReportKind *kind)
{
  for (guint i = 0; i < YS_N_REPORTS; i++)
    if (strcmp (kinds[i].nick, nick) == 0)
      {
        *kind = (YsReportKind)i;
        return TRUE;
      }
  return FALSE;
}

const char *
ys_report_kind_label (YsReportKind kind)
{
  return kinds[kind].label;
}

gboolean
ys_report_kind_needs_unit (YsReportKind kind)
{
  return kinds[kind].needs_unit;
}

/* The name of the city whose counties the sheet holds. */
static const char *
city_name (const YsSheet *sheet)
{
  const YsAssessment *assessment = sheet->facts->assessment;

  for (guint i = 0; i < assessment->units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (assessment->units, i);

      if (unit->kind == YS_OFFICE_CITY)
        return unit->name;
    }
  return "全市";
}

static char *
make_title (const YsReport *self)
{
  return g_strconcat (self->unit != NULL ? ys_report_unit_name (self->unit) : city_name (self->sheet),
                      self->sheet->facts->assessment->title, kinds[self->kind].label, NULL);
}

YsReport *
ys_report_new (YsReportKind kind, YsSheet *sheet, const char *unit, const YsReportOpinions *opinions, GError **error)
{
  g_autoptr (YsReport) self = g_new0 (YsReport, 1);
  g_autofree char *warning = NULL;

  self->kind = kind;
  self->sheet = ys_sheet_ref (sheet);
  self->unit = unit != NULL && kind != YS_REPORT_CITY ? ys_sheet_get_unit (sheet, unit) : NULL;
  if (self->unit == NULL && (kinds[kind].needs_unit || (unit != NULL && kind == YS_REPORT_OPINION)))
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _ ("There is no score of this unit to report."));
      return NULL;
    }
  self->title = make_title (self);
  self->folio = ys_folio_new (self->title);
  if (!ys_fonts_have_chinese (ys_folio_get_fonts (self->folio)))
    {
      ys_set_error (error, YS_ERROR_FONTS, NULL, _ ("No font of this computer has Chinese characters."));
      return NULL;
    }
  warning = ys_report_warning (sheet, self->unit);
  ys_folio_set_head (self->folio, self->title, warning);
  switch (kind)
    {
    case YS_REPORT_SELF_CHECK:
      ys_report_add_self_check (self);
      break;
    case YS_REPORT_CITY:
      ys_report_add_city (self);
      break;
    case YS_REPORT_NEGATIVE:
      ys_report_add_negative (self);
      break;
    case YS_REPORT_OPINION:
      ys_report_add_opinions (self, opinions);
      break;
    case YS_N_REPORTS:
    default:
      g_assert_not_reached ();
    }
  ys_report_add_colophon (self);
  return g_steal_pointer (&self);
}

void
ys_report_free (YsReport *self)
{
  if (self == NULL)
    return;
  ys_folio_free (self->folio);
  g_free (self->title);
  ys_sheet_unref (self->sheet);
  g_free (self);
}

const char *
ys_report_get_title (const YsReport *self)
{
  return self->title;
}

guint
ys_report_count_pages (const YsReport *self)
{
  return ys_folio_count_pages (self->folio);
}

void
ys_report_draw_page (YsReport *self, guint page, cairo_t *cr)
{
  ys_folio_draw_page (self->folio, page, cr);
}

GBytes *
ys_report_dup_pdf (YsReport *self, GError **error)
{
  return ys_folio_dup_pdf (self->folio, NULL, NULL, error);
}

char *
ys_report_dup_missing (const YsReport *self)
{
  return ys_fonts_dup_missing (ys_folio_get_fonts (self->folio));
}
