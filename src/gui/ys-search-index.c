/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that can be found, folded once, and ranked at each keystroke: a task's number before its title, the
 * title before pinyin initials, those before words of the requirement and units. */
#include "ys-search-index.h"

#include <glib/gi18n-lib.h>

#include "ys-desk-upper.h"
#include "ys-id.h"
#include "ys-places.h"
#include "ys-workspace-evidence.h"

struct _YsSearchIndex {
  GPtrArray *findings; /* of YsSearchHit */
};

typedef struct {
  const YsSearchHit *finding;
  guint rank; /* lower is better */
  guint order;
} Hit;

#define TITLES_AT_A_TIME 4

enum { RANK_NUMBER, RANK_BEGINNING, RANK_TITLE, RANK_INITIALS, RANK_REST, RANK_NONE };

static const struct {
  const char *label, *action;
} commands[] = {
  { N_ ("Back up now"), "win.backup" },
  { N_ ("Verify the workspace"), "win.verify" },
  { N_ ("Restore a backup"), "win.restore" },
  { N_ ("Open a received package"), "win.open-package" },
  { N_ ("Open the folder of a dossier"), "win.open-dossier" },
  { N_ ("Open another workspace"), "win.open-workspace" },
  { N_ ("Show the scoring standard"), "win.standard" },
  { N_ ("Diagnosis"), "win.diagnosis" },
  { N_ ("Keyboard shortcuts"), "win.shortcuts" },
  { N_ ("Help for this place"), "win.help" },
  { N_ ("Close the workspace"), "win.close-workspace" },
};

/* Initials cost far more than all else here and titles stay what they are: each is worked out once. Main loop only.
 * Unowned. */
static const char *
get_initials (const char *title)
{
  static GHashTable *known;
  const char *initials;

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  initials = g_hash_table_lookup (known, title);
  if (initials == NULL)
    {
      g_hash_table_insert (known, g_strdup (title), ys_text_pinyin_initials (title));
      initials = g_hash_table_lookup (known, title);
    }
  return initials;
}

static void
finding_free (gpointer data)
{
  YsSearchHit *finding = data;

  g_free (finding->title);
  g_free (finding->detail);
  g_free (finding->icon);
  ys_location_free (finding->location);
  g_free (finding->name);
  g_free (finding->rest);
  g_free (finding->initials);
  g_free (finding);
}

/* Takes @detail and @rest. Without initials the caller sets them. */
static YsSearchHit *
add (YsSearchIndex *self, const char *title, char *detail, const char *icon, char *rest, gboolean with_initials)
{
  YsSearchHit *finding = g_new0 (YsSearchHit, 1);
  g_autofree char *searched = rest;

  finding->title = g_strdup (title);
  finding->detail = detail;
  finding->icon = g_strdup (icon);
  finding->name = ys_text_fold (title);
  finding->rest = searched != NULL ? ys_text_fold (searched) : g_strdup ("");
  if (with_initials)
    finding->initials = g_strdup (get_initials (title));
  g_ptr_array_add (self->findings, finding);
  return finding;
}

static void
add_places (YsSearchIndex *self, YsOfficeKind office)
{
  for (guint id = 0; id < YS_N_PLACES; id++)
    {
      const YsPlaceRow *row = ys_places_get (id);
      gboolean elsewhere = row != NULL && row->navigation != 0 && (row->navigation & 1u << office) == 0;

      if (row == NULL || elsewhere || id == YS_PLACE_RECEIPT || id == YS_PLACE_DOSSIER_RECEIPT)
        continue;
      add (self, _ (row->title), g_strdup (_("place")), row->icon, NULL, TRUE)->location = ys_location_new (id);
    }
}

static void
add_tasks (YsSearchIndex *self, const YsCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->tasks->len; i++)
    {
      const YsTask *task = g_ptr_array_index (catalogue->tasks, i);
      g_autofree char *leads = g_strjoinv ("、", task->leads);
      g_autofree char *others = g_strjoinv ("、", task->responsibles);
      g_autofree char *title = g_strdup_printf ("%u %s", task->number, task->title);
      YsSearchHit *finding = add (self, title, g_strdup_printf ("%s · %s", task->heading->name, leads),
                                "ys-fill-symbolic",
                                g_strdup_printf ("%s %s %s", task->requirement, leads, others), FALSE);
      finding->location = ys_location_new_task (task->number, NULL);
      finding->number = task->number;
      finding->initials = g_strdup (get_initials (task->title));
    }
}

static void
add_evidence (YsSearchIndex *self, YsWorkspace *workspace)
{
  g_autoptr (GPtrArray) all = ys_workspace_dup_evidence (workspace);

  for (guint i = 0; i < all->len; i++)
    {
      const YsEvidenceInfo *one = g_ptr_array_index (all, i);
      YsSearchHit *finding = add (self, one->title, g_strdup (one->number != NULL ? one->number : _("evidence")),
                                "ys-evidence-symbolic",
                                g_strdup_printf ("%s %s", one->number != NULL ? one->number : "",
                                                 one->original_name != NULL ? one->original_name : ""), TRUE);
      finding->location = ys_location_new (YS_PLACE_EVIDENCE);
      finding->location->evidence = g_strdup (one->digest);
    }
}

gboolean
ys_search_index_prepare (YsWorkspace *workspace, guint *next)
{
  const YsCatalogue *catalogue = ys_workspace_get_standard (workspace)->catalogue;

  for (guint i = 0; i < TITLES_AT_A_TIME && *next < catalogue->tasks->len; i++, (*next)++)
    get_initials (((const YsTask *) g_ptr_array_index (catalogue->tasks, *next))->title);
  return *next < catalogue->tasks->len;
}

YsSearchIndex *
ys_search_index_new (YsWorkspace *workspace)
{
  YsSearchIndex *self = g_new0 (YsSearchIndex, 1);

  self->findings = g_ptr_array_new_with_free_func (finding_free);
  add_places (self, ys_workspace_get_office (workspace));
  if (ys_places_get (YS_PLACE_FILL) != NULL && !ys_desk_is_upper (workspace)) /* above the cities a task is one of many counties */
    add_tasks (self, ys_workspace_get_standard (workspace)->catalogue);
  if (ys_places_get (YS_PLACE_EVIDENCE) != NULL)
    add_evidence (self, workspace);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    add (self, _ (commands[i].label), g_strdup (_("command")), "system-run-symbolic", NULL, TRUE)->action
      = commands[i].action;
  return self;
}

void
ys_search_index_free (YsSearchIndex *self)
{
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static guint
rank (const YsSearchHit *finding, const char *query, guint64 number)
{
  const char *at = strstr (finding->name, query);

  if (number != 0 && finding->number == number)
    return RANK_NUMBER;
  if (at == finding->name)
    return RANK_BEGINNING;
  if (at != NULL)
    return RANK_TITLE;
  if (strstr (finding->initials, query) != NULL)
    return RANK_INITIALS;
  return strstr (finding->rest, query) != NULL ? RANK_REST : RANK_NONE;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

GPtrArray *
ys_search_index_find (YsSearchIndex *self, const char *query, guint limit)
{
  g_autofree char *clean = ys_text_clean_line (query, -1);
  g_autofree char *folded = ys_text_fold (clean);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray *found = g_ptr_array_new ();
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (folded, 10, 1, 9999, &number, NULL))
    number = 0;
  for (guint i = 0; i < self->findings->len; i++)
    {
      const YsSearchHit *finding = g_ptr_array_index (self->findings, i);
      Hit hit = { finding, *folded != '\0' ? rank (finding, folded, number) : RANK_NONE, i };
      if (*folded == '\0' && finding->number == 0 && (finding->location == NULL || finding->location->evidence == NULL))
        hit.rank = RANK_TITLE;
      if (hit.rank != RANK_NONE)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len && i < limit; i++)
    g_ptr_array_add (found, (gpointer) g_array_index (hits, Hit, i).finding);
  return found;
}
