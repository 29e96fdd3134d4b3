/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 操作日志: who did what and when, newest first. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_JOURNAL_PAGE (ys_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (YsJournalPage, ys_journal_page, YS, JOURNAL_PAGE, GtkBox)

G_END_DECLS
