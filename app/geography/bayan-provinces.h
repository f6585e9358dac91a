/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Provinces of the states that the statements speak of most. From data/gazetteer/admin1.tsv; read at first
 * use, from any thread; everything stays as it is for as long as the program runs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What to know before a name is believed. */
typedef enum
{
  BAYAN_NAME_IS_WORD = 1 << 0,   /* also an ordinary word, an adjective or a personal name */
  BAYAN_NAME_IS_STATE = 1 << 1,  /* also the name of a state, which goes first */
  BAYAN_NAME_IS_SHARED = 1 << 2, /* the name of more than one province */
} BayanNameFlags;

BayanNameFlags bayan_name_flags_from_string (const char *string);

typedef struct
{
  const char *key;        /* "IRQ-3471": as in "adm1:IRQ-3471" */
  const char *iso3;       /* the state it is a part of */
  const char *iso_3166_2; /* not unique in the source: for people, not for joins */
  const char *unit;       /* the unit of the map that it is drawn in: itself, or what holds it */
  const char *name_en;
  const char *name_ar; /* without محافظة، ولاية … */
  const char *const *variants_ar;
  double latitude, longitude;
  BayanNameFlags flags;
} BayanProvince;

const BayanProvince *bayan_provinces_get_all (guint *n_provinces);
const BayanProvince *bayan_province_find (const char *key);

G_END_DECLS
