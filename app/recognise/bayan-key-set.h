/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small constant set of MATCH keys, each with bits of its own, for a question that is asked of every word. Private
 * to this room. */
#pragma once

#include "bayan-words.h"

G_BEGIN_DECLS

#define BAYAN_KEY_SET_SLOTS 1024

typedef struct {
  const char *slots[BAYAN_KEY_SET_SLOTS];
  guint32 bits[BAYAN_KEY_SET_SLOTS];
  guint n_keys;
} BayanKeySet;

void bayan_key_set_add (BayanKeySet *self, const char *const *keys, guint32 bits);
guint32 bayan_key_set_get (const BayanKeySet *self, const char *key, gsize length_bytes);

G_END_DECLS
