/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words behind bayan-furniture-words.h, as they are written. Private to the room. */
#pragma once

#include "bayan-furniture-words.h"

G_BEGIN_DECLS

/* A weak word does not make a line on its own: "العراق" may be a dateline, "أخبار العراق" is a section. */
typedef struct {
  gboolean strong;
  const char *word;
} BayanFurnitureEntry;

typedef struct {
  const BayanFurnitureEntry *entries;
  guint n_entries;
} BayanFurnitureLexicon;

extern const BayanFurnitureLexicon BAYAN_FURNITURE_LEXICA[BAYAN_FURNITURE_N];

G_END_DECLS
