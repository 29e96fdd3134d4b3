/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The invented city of 云泽, its twelve counties and what they are called.
 * Codes begin with 99, which no real place has; troubles are never told of a real one. */
#include "ys-sample-city.h"

#include <string.h>

static const YsSampleCounty counties[] = {
  { "990102", "澜川区", YS_STAGE_FILLING, 10, 96, 412000, 82 },
  { "990103", "青浦区", YS_STAGE_SUBMITTED, 11, 118, 468000, 93 },
  { "990104", "石渠区", YS_STAGE_SUBMITTED, 15, 204, 521000, 88 },
  { "990121", "望溪县", YS_STAGE_SUBMITTED, 12, 163, 386000, 84 },
  { "990122", "临岚县", YS_STAGE_RETURNED, 9, 131, 297000, 76 },
  { "990123", "南麓县", YS_STAGE_SUBMITTED, 10, 147, 334000, 90 },
  { "990124", "安陵县", YS_STAGE_SUBMITTED, 8, 122, 243000, 86 },
  { "990125", "白泉县", YS_STAGE_LATE, 7, 98, 187000, 71 },
  { "990126", "松岗县", YS_STAGE_SUBMITTED, 8, 87, 132000, 80 },
  { "990127", "青屏县", YS_STAGE_FILLING, 7, 66, 98000, 68 },
  { "990128", "云岭县", YS_STAGE_SUBMITTED, 9, 74, 104000, 87 },
  { "990129", "碧潭县", YS_STAGE_SUBMITTED, 6, 52, 67000, 78 },
};

const YsSampleCounty *
ys_sample_county (guint index)
{
  return &counties[index % G_N_ELEMENTS (counties)];
}

static guint64
next (YsDice *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

void
ys_dice_init (YsDice *self, guint64 seed, const char *what)
{
  self->state = seed;
  for (gsize i = 0; what[i] != '\0'; i++)
    self->state = self->state * 31 + (guchar) what[i];
  next (self);
}

guint
ys_dice_below (YsDice *self, guint limit)
{
  return (guint) (next (self) % limit);
}

gboolean
ys_dice_chance (YsDice *self, guint of_hundred)
{
  return ys_dice_below (self, 100) < of_hundred;
}

const char *
ys_dice_pick (YsDice *self, const char *const *words)
{
  return words[ys_dice_below (self, g_strv_length ((char **) words))];
}

const char *
ys_sample_person (YsDice *dice)
{
  static const char *const people[] = { "周明远", "吴静怡", "郑开平", "冯秀兰", "陈志安", "褚建业", "卫国栋", "蒋丽萍",
                                        "沈宏伟", "韩玉梅", "杨立新", "朱晓燕", "秦守信", "尤佳慧", "许长河", "何春生",
                                        "吕志强", "施雅琴", "张怀民", "孔令辉", NULL };

  return ys_dice_pick (dice, people);
}

char *
ys_sample_town (const YsSampleCounty *county, guint index)
{
  static const char *const heads[] = { "金水", "平川", "清河", "柳林", "桥头", "石门", "东岭", "西塬",
                                       "北湾", "高台", "长宁", "兴隆", "永丰", "新集", "古渡" };

  return g_strdup_printf ("%s%s", heads[index % G_N_ELEMENTS (heads)],
                          strstr (county->name, "区") != NULL ? "街道" : "镇");
}
