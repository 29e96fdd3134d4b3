/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped plan, for those above who may not see how documents are read. */
#include "ys-workspace-plan.h"
#include "ys-data.h"

GBytes *
ys_plan_load_shipped (const char *name, GError **error)
{
  return ys_data_load_bytes (name, error);
}
