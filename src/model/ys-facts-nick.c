/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The enumerations of facts by their stable names in files, and as Chinese words for people.
 * The words never pass gettext: they go into packages, reports and the journal too. */
#include "ys-facts.h"

typedef struct
{
  const char *nick, *label;
} Name;

static gboolean
find_nick (const Name *names, guint n_names, const char *nick, guint *index)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_strcmp0 (names[i].nick, nick) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* The three functions of one enumeration over its table. */
#define DEFINE_NAMES(Type, name, table)                               \
  const char *ys_##name##_nick (Type value)                           \
  {                                                                   \
    g_return_val_if_fail ((guint)value < G_N_ELEMENTS (table), NULL); \
    return table[value].nick;                                         \
  }                                                                   \
  gboolean ys_##name##_from_nick (const char *nick, Type *value)      \
  {                                                                   \
    guint index;                                                      \
                                                                      \
    if (!find_nick (table, G_N_ELEMENTS (table), nick, &index))       \
      return FALSE;                                                   \
    *value = (Type)index;                                             \
    return TRUE;                                                      \
  }
#define DEFINE_LABEL(Type, name, table)                               \
  const char *ys_##name##_label (Type value)                          \
  {                                                                   \
    g_return_val_if_fail ((guint)value < G_N_ELEMENTS (table), NULL); \
    return table[value].label;                                        \
  }

static const Name item_states[] = {
  [YS_STATE_DONE] = { "done", "已完成" },     [YS_STATE_MOSTLY] = { "mostly", "基本完成" },
  [YS_STATE_PARTLY] = { "partly", "推进中" }, [YS_STATE_NOT] = { "not", "未开始" },
  [YS_STATE_NA] = { "na", "不适用" },
};
static const Name submission_states[] = {
  [YS_SUBMISSION_DRAFT] = { "draft", "填报中" },       [YS_SUBMISSION_PENDING] = { "pending", "待审核" },
  [YS_SUBMISSION_APPROVED] = { "approved", "已审核" }, [YS_SUBMISSION_SUBMITTED] = { "submitted", "已报送" },
  [YS_SUBMISSION_RETURNED] = { "returned", "退回" },   [YS_SUBMISSION_ACCEPTED] = { "accepted", "已受理" },
  [YS_SUBMISSION_SCORED] = { "scored", "已评审" },     [YS_SUBMISSION_FINAL] = { "final", "已定档" },
};
static const Name verifications[] = {
  [YS_VERIFY_SUSPECTED] = { "suspected", "待核实" },
  [YS_VERIFY_CONFIRMED] = { "confirmed", "已认定" },
  [YS_VERIFY_CLEARED] = { "cleared", "已排除" },
};
static const Name verdicts[] = {
  [YS_VERDICT_SUFFICIENT] = { "sufficient", "充分" },
  [YS_VERDICT_PARTIAL] = { "partial", "部分" },
  [YS_VERDICT_INSUFFICIENT] = { "insufficient", "不足" },
  [YS_VERDICT_MISMATCHED] = { "mismatched", "不相符" },
};
static const Name office_kinds[] = {
  [YS_OFFICE_CENTRAL] = { "central", "中央" },
  [YS_OFFICE_PROVINCE] = { "province", "省级" },
  [YS_OFFICE_CITY] = { "city", "市级" },
  [YS_OFFICE_COUNTY] = { "county", "县区" },
};

DEFINE_NAMES (YsItemState, item_state, item_states)
DEFINE_NAMES (YsSubmissionState, submission_state, submission_states)
DEFINE_NAMES (YsVerification, verification, verifications)
DEFINE_NAMES (YsVerdict, verdict, verdicts)
DEFINE_NAMES (YsOfficeKind, office_kind, office_kinds)
DEFINE_LABEL (YsItemState, item_state, item_states)
DEFINE_LABEL (YsSubmissionState, submission_state, submission_states)
DEFINE_LABEL (YsVerification, verification, verifications)
DEFINE_LABEL (YsOfficeKind, office_kind, office_kinds)
