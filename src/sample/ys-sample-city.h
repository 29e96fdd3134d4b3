/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who lives in the sample: the invented city, its counties with their stage, people, towns; and its dice. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  YS_STAGE_FILLING,   /* still filling in */
  YS_STAGE_SUBMITTED, /* handed in and accepted */
  YS_STAGE_RETURNED,  /* returned once and filed again */
  YS_STAGE_LATE,      /* handed in after the closing date */
} YsSampleStage;

typedef struct {
  const char *code, *name;
  YsSampleStage stage;
  guint towns;       /* 镇（街） */
  guint villages;    /* 村（社区） */
  guint inhabitants; /* 常住人口 */
  guint diligence;   /* of 100: how much is done well */
} YsSampleCounty;

#define YS_SAMPLE_CITY_CODE "9901"
#define YS_SAMPLE_CITY_NAME "云泽市"
#define YS_SAMPLE_PROVINCE_CODE "99"

const YsSampleCounty *ys_sample_county (guint index);

/* Dice that roll the same for the same seed, whatever the machine (splitmix64). */
typedef struct { guint64 state; } YsDice;
void ys_dice_init (YsDice *self, guint64 seed, const char *what);
guint ys_dice_below (YsDice *self, guint limit);
/* TRUE in @of_hundred of a hundred throws. */
gboolean ys_dice_chance (YsDice *self, guint of_hundred);
const char *ys_dice_pick (YsDice *self, const char *const *words);

/* An invented person's name. */
const char *ys_sample_person (YsDice *dice);
/* Name of the @index-th town of a county. Full. */
char *ys_sample_town (const YsSampleCounty *county, guint index);

G_END_DECLS
