/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a county declares in its submission, on its way into the city's own ledger. */
#pragma once

#include "ys-repository.h"

G_BEGIN_DECLS

/* Takes out of @ledger, as it came from @unit, what only the city can say: all is suspected, nothing selected, settled or
 * merged, figures are the county's, and what is about others goes. What was confirmed keeps its id, so that the city's own
 * row under it holds. */
void ys_declared_clean (YsLedger *ledger, const char *unit);
/* Inside the change: new ones are added; one that the city holds untouched (suspected, entered by the county) is taken
 * anew; what the city made of one since holds. */
gboolean ys_declared_store (const YsLedger *ledger, const char *unit, YsConnection *connection, GError **error);

G_END_DECLS
