/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States and territories of ISO 3166-1, with Kosovo (XKX). From data/gazetteer/countries.tsv; read at first
 * use, from any thread; everything stays as it is for as long as the program runs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *iso3; /* "IRQ": the key, as in "iso:IRQ" */
  const char *iso2; /* "IQ" */
  const char *m49;  /* "368"; "" for Kosovo */
  const char *name_en;
  const char *name_ar;
  const char *label_ar; /* the short name, for the map */
  const char *const *variants_ar; /* further names in use, without name_ar; all vectors end with NULL */
  const char *const *variants_en;
  const char *capital_en; /* "" where none is named */
  const char *capital_ar;
  double latitude, longitude; /* of the capital, or of the middle of the land; degrees, NAN if unknown */
  double label_latitude, label_longitude; /* where the name stands best on the map; NAN if it is not drawn */
  double area_km2;                        /* as drawn; 0 if it is not */
  const char *const *m49_groups; /* from the world ("001") down, then the groupings outside that chain */
  gboolean is_un_member;
} BayanCountry;

const BayanCountry *bayan_countries_get_all (guint *n_countries);
const BayanCountry *bayan_country_find (const char *iso3);
const BayanCountry *bayan_country_find_iso2 (const char *iso2);
const BayanCountry *bayan_country_find_m49 (const char *m49);
gboolean bayan_country_is_in (const BayanCountry *self, const char *m49_group);

G_END_DECLS
