/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place of the window (工作台, 自查填报 …): what every page offers to the frame, and how one page leads to another.
 * The frame keeps history, counts and the strip; a page knows nothing of other pages but locations. */
#pragma once

#include <gtk/gtk.h>
#include "ys-workspace.h"

G_BEGIN_DECLS

typedef enum {
  YS_PLACE_DESK, YS_PLACE_FILL, YS_PLACE_EVIDENCE, YS_PLACE_NEGATIVE, YS_PLACE_CHECK, YS_PLACE_REGISTER,
  YS_PLACE_JOURNAL, YS_PLACE_PEOPLE, YS_PLACE_RECEIPT, YS_PLACE_ASSESS, YS_PLACE_RANKING,
  YS_PLACE_DOSSIER, YS_PLACE_RECTIFY,
  YS_PLACE_DOSSIER_RECEIPT, YS_PLACE_EXAMINE, YS_PLACE_OPINIONS,
  YS_N_PLACES
} YsPlaceId;

/* Where one can go: a place and what is meant inside it. Strings may be NULL. Value type as GVariant "(uussssud)". */
typedef struct {
  YsPlaceId place;
  guint task;       /* 0: none */
  char *key;        /* form key, scoring point ("point:ID"), filter ("filter:late"), negative item, or path of a package
                     * or dossier */
  char *evidence;   /* digest */
  char *item;       /* negative item, occurrence or package id; in the reviews the unit */
  char *text;       /* search text */
  guint page;       /* page of the PDF, 1-based, 0: none */
  double scroll;    /* scroll place, for going back */
} YsLocation;

YsLocation *ys_location_new (YsPlaceId place);
YsLocation *ys_location_new_task (guint task, const char *key);
YsLocation *ys_location_copy (const YsLocation *self);
void ys_location_free (YsLocation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsLocation, ys_location_free)
GVariant *ys_location_to_variant (const YsLocation *self); /* floating */
YsLocation *ys_location_from_variant (GVariant *variant);

/* Goes to @to from anywhere inside the window: activates "win.go". Takes nothing. */
void ys_go (GtkWidget *from, const YsLocation *to);
/* A short message at the foot of the window (AdwToast) from anywhere inside it. */
void ys_tell (GtkWidget *from, const char *message);
/* The same with a button named @offer, such as 撤销, that calls @func with @from; @data is freed with the message. */
typedef void (*YsOfferFunc) (GtkWidget *from, gpointer data);
void ys_tell_offering (GtkWidget *from, const char *message, const char *offer, YsOfferFunc func, gpointer data,
                       GDestroyNotify free_data);
/* An error in words: what happened, to what, what to do now; all faults where there are several. */
void ys_tell_error (GtkWidget *from, const char *title, const GError *error);

/* What a page shows that came from another office and can't be changed here: what the strip says of it. */
typedef struct {
  char *text;          /* "阳州市 2022-03-04 报来的上报材料" */
  YsLocation *origin;  /* where it came from */
  gboolean sample;     /* its figures rest on a sample standard */
} YsReading;
YsReading *ys_reading_new (char *text, YsLocation *origin, gboolean sample); /* takes both */
void ys_reading_free (YsReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsReading, ys_reading_free)

/* Keys that only a page can serve reach it as actions: a page installs (gtk_widget_class_install_action) those of
 * "place.next-task", "place.previous-task" (Ctrl+PageDown/Up) and "place.toggle-evidence" (F9) that it knows; the
 * window's actions "win.next-task", "win.previous-task" and "win.toggle-evidence" activate them on the page in view. */
#define YS_TYPE_PLACE (ys_place_get_type ())
G_DECLARE_INTERFACE (YsPlace, ys_place, YS, PLACE, GtkWidget)

struct _YsPlaceInterface {
  GTypeInterface parent;
  /* Shows @location (of this place); called each time the place is entered. */
  void (*show_location) (YsPlace *self, const YsLocation *location);
  /* Where it is now, for history; full. */
  YsLocation *(*dup_location) (YsPlace *self);
  /* Hands over text still in composition or pending to the workspace (leaving, closing, undo). Optional. */
  void (*settle) (YsPlace *self);
  /* What F6 goes round: the next pane after the one with focus. Optional. */
  gboolean (*next_pane) (YsPlace *self, gboolean backward);
  /* Ctrl+P. Optional. */
  void (*print) (YsPlace *self);
  /* What is read here, full; NULL: nothing yet. Optional; signal "reading-changed" () says that it is another. */
  YsReading *(*dup_reading) (YsPlace *self);
};

void ys_place_show_location (YsPlace *self, const YsLocation *location);
YsLocation *ys_place_dup_location (YsPlace *self);
void ys_place_settle (YsPlace *self);
gboolean ys_place_next_pane (YsPlace *self, gboolean backward);
gboolean ys_place_can_print (YsPlace *self);
void ys_place_print (YsPlace *self);
YsReading *ys_place_dup_reading (YsPlace *self);
void ys_place_reading_changed (YsPlace *self);

/* Makers of the pages; each file pair ys-<name>-page.[ch] defines its own. All take an open workspace;
 * receipt and dossier also NULL: looked at before there is a workspace. A page that is there gets its line in
 * ys-places.c; without one the frame knows nothing of it. */
GtkWidget *ys_desk_page_new (YsWorkspace *workspace);
GtkWidget *ys_fill_page_new (YsWorkspace *workspace);
GtkWidget *ys_evidence_page_new (YsWorkspace *workspace);
GtkWidget *ys_negative_page_new (YsWorkspace *workspace);
GtkWidget *ys_check_page_new (YsWorkspace *workspace);
GtkWidget *ys_register_page_new (YsWorkspace *workspace);
GtkWidget *ys_journal_page_new (YsWorkspace *workspace);
GtkWidget *ys_people_page_new (YsWorkspace *workspace);
GtkWidget *ys_receipt_page_new (YsWorkspace *workspace);
GtkWidget *ys_assess_page_new (YsWorkspace *workspace);
GtkWidget *ys_ranking_page_new (YsWorkspace *workspace);
GtkWidget *ys_dossier_page_new (YsWorkspace *workspace);
GtkWidget *ys_rectify_page_new (YsWorkspace *workspace);
GtkWidget *ys_dossier_receipt_page_new (YsWorkspace *workspace);
GtkWidget *ys_examine_page_new (YsWorkspace *workspace);
GtkWidget *ys_opinions_page_new (YsWorkspace *workspace);

/* ---- the PDF pane (src/gui/ys-pdf-view.[ch], by the evidence pages; used beside the form and in 佐证材料) ---- */
#define YS_TYPE_PDF_PANE (ys_pdf_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsPdfPane, ys_pdf_pane, YS, PDF_PANE, GtkWidget)
/* The pane of fill.png's right side: title, which of the task's evidence, page, zoom, search, pages, cite bar.
 * Signals: "cited" (char *citation) after a citation was made; "close" (). */
GtkWidget *ys_pdf_pane_new (YsWorkspace *workspace);
/* Shows the evidence cited by @task (0: just @digest), opened at @page (0: first cited). */
void ys_pdf_pane_show (YsPdfPane *self, guint task, const char *digest, guint page);
/* What a new citation is for: "引用到" preselects this scoring point (NULL: the task). */
void ys_pdf_pane_set_target (YsPdfPane *self, guint task, const char *point);
/* Lets the person attach PDFs (dialog), or attaches @files (GListModel of GFile: drop, paste) for @task. */
void ys_attach_with_dialog (GtkWidget *from, YsWorkspace *workspace, guint task);
void ys_attach_files (GtkWidget *from, YsWorkspace *workspace, guint task, GListModel *files);
/* Makes @widget accept dropped and pasted files for the task that @get_task tells. */
typedef guint (*YsTaskFunc) (gpointer data);
void ys_attach_accept (GtkWidget *widget, YsWorkspace *workspace, YsTaskFunc get_task, gpointer data);

G_END_DECLS
