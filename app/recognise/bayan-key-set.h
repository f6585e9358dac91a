/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small constant set of MATCH keys, for a question that is asked of every word. Private to this room. */
#pragma once

#include "bayan-words.h"

G_BEGIN_DECLS

#define BAYAN_KEY_SET_SLOTS 256

typedef struct
{
  gsize filled; /* for g_once_init_enter() */
  const char *slots[BAYAN_KEY_SET_SLOTS];
  guint n_keys;
} BayanKeySet;

void bayan_key_set_add (BayanKeySet *self, const char *const *keys);
gboolean bayan_key_set_has (const BayanKeySet *self, const BayanWords *words, guint index);

G_END_DECLS
