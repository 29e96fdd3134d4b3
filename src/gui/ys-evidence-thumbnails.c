/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stack of wishes and at most one job: scrolling fast through hundreds of PDFs makes those that are in view now. A PDF
 * that can't be drawn (locked, broken, missing) keeps its plain tile. */
#include "ys-evidence-thumbnails.h"

#include "ys-pdf-document.h"

#include <unistd.h>

#define WIDTH 126 /* application pixels */

struct _YsEvidenceThumbnails
{
  GObject parent_instance;
  YsWorkspace *workspace;
  GQueue waiting;      /* of YsEvidenceEntry, the last wish at the head */
  GHashTable *settled; /* digests that were tried */
  GCancellable *making;
  int scale_factor;
};

G_DEFINE_FINAL_TYPE (YsEvidenceThumbnails, ys_evidence_thumbnails, G_TYPE_OBJECT)

typedef struct
{
  char *digest;
  guint width;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->digest);
  g_free (job);
}

static gpointer
make_job (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  int fd = ys_workspace_open_evidence (workspace, job->digest, error);
  g_autoptr (YsPdfDocument) document = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  YsPdfView view;

  if (fd < 0)
    return NULL;
  document = ys_pdf_document_new_for_fd (fd, job->digest, error);
  close (fd);
  if (document == NULL || !ys_pdf_document_open (document, NULL, cancellable, error))
    return NULL;
  pages = ys_pdf_document_load_pages (document, cancellable, error);
  if (pages == NULL)
    return NULL;
  const YsPdfPage *first = g_ptr_array_index (pages, 0);
  ys_pdf_view_init_page (&view, 0, first->width, first->height, job->width / MAX (first->width, 1.0), 0);
  return ys_pdf_document_render (document, &view, cancellable, error);
}

static void make_next (YsEvidenceThumbnails *self);

typedef struct
{
  YsEvidenceThumbnails *thumbnails;
  YsEvidenceEntry *entry;
} Made;

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Made *made = data;
  g_autoptr (YsEvidenceThumbnails) self = made->thumbnails;
  g_autoptr (YsEvidenceEntry) entry = made->entry;
  g_autoptr (YsPdfPicture) picture = ys_workspace_run_finish (YS_WORKSPACE (source), result, NULL);

  if (picture != NULL)
    {
      g_autoptr (GdkTexture) texture = gdk_memory_texture_new ((int)picture->width, (int)picture->height,
                                                               GDK_MEMORY_DEFAULT, picture->pixels, picture->stride);
      ys_evidence_entry_set_thumbnail (entry, texture);
    }
  g_clear_object (&self->making);
  make_next (self);
}

static void
make_next (YsEvidenceThumbnails *self)
{
  YsEvidenceEntry *entry = g_queue_pop_head (&self->waiting);
  Job *job;
  Made *made;

  if (entry == NULL)
    return;
  self->making = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->digest = g_strdup (ys_evidence_entry_get_info (entry)->digest);
  job->width = (guint)(WIDTH * self->scale_factor);
  made = g_new0 (Made, 1);
  made->thumbnails = g_object_ref (self);
  made->entry = entry;
  ys_workspace_run_async (self->workspace, make_job, job, job_free, (GDestroyNotify)ys_pdf_picture_free, self->making,
                          on_made, made);
}

void
ys_evidence_thumbnails_want (YsEvidenceThumbnails *self, YsEvidenceEntry *entry, int scale_factor)
{
  const YsEvidenceInfo *info = ys_evidence_entry_get_info (entry);

  self->scale_factor = scale_factor;
  if (ys_evidence_entry_get_thumbnail (entry) != NULL || !info->present
      || !g_hash_table_add (self->settled, g_strdup (info->digest)))
    return;
  g_queue_push_head (&self->waiting, g_object_ref (entry));
  if (self->making == NULL)
    make_next (self);
}

void
ys_evidence_thumbnails_stop (YsEvidenceThumbnails *self)
{
  YsEvidenceEntry *entry;

  while ((entry = g_queue_pop_head (&self->waiting)) != NULL)
    {
      g_hash_table_remove (self->settled, ys_evidence_entry_get_info (entry)->digest);
      g_object_unref (entry);
    }
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
}

static void
ys_evidence_thumbnails_finalize (GObject *object)
{
  YsEvidenceThumbnails *self = YS_EVIDENCE_THUMBNAILS (object);

  g_queue_clear_full (&self->waiting, g_object_unref);
  g_hash_table_unref (self->settled);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_evidence_thumbnails_parent_class)->finalize (object);
}

static void
ys_evidence_thumbnails_class_init (YsEvidenceThumbnailsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_evidence_thumbnails_finalize;
}

static void
ys_evidence_thumbnails_init (YsEvidenceThumbnails *self)
{
  g_queue_init (&self->waiting);
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->scale_factor = 1;
}

YsEvidenceThumbnails *
ys_evidence_thumbnails_new (YsWorkspace *workspace)
{
  YsEvidenceThumbnails *self = g_object_new (YS_TYPE_EVIDENCE_THUMBNAILS, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}
