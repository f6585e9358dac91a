/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way in which an entity is named. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *words;   /* folded to match */
  char *surface; /* as it is written most often */
  guint n_mentions, n_statements; /* not rejected */
} BayanVariant;

void bayan_variant_free (BayanVariant *self);

G_END_DECLS
