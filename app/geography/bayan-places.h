/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cities, towns and seats of conferences. From data/gazetteer/places.tsv and cities.tsv, one after the other;
 * read at first use, from any thread; everything stays as it is for as long as the program runs. */
#pragma once

#include "bayan-provinces.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;   /* "99072": as in "place:99072"; GeoNames' number, or a word where it has none */
  const char *iso3; /* "" where no state is named (Jerusalem) */
  const char *name_en;
  const char *name_ar;
  const char *const *variants_ar;
  double latitude, longitude;
  guint population; /* 0 if unknown */
  guint rank; /* 1 capital, 2 a million people, 3 seat of a province or important in the genre, 4 the rest */
  BayanNameFlags flags;
} BayanPlace;

const BayanPlace *bayan_places_get_all (guint *n_places);
const BayanPlace *bayan_place_find (const char *id);

G_END_DECLS
