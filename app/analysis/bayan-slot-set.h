/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of statements, one bit each, by the slot that BayanTallies gives a statement. Plain data: zero it or
 * use bayan_slot_set_init() to begin. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 *words;
  guint n_words;
} BayanSlotSet;

void bayan_slot_set_init (BayanSlotSet *self);
void bayan_slot_set_clear (BayanSlotSet *self); /* frees; it is empty then and may be used again */
void bayan_slot_set_set (BayanSlotSet *self, guint slot, gboolean member);

static inline gboolean
bayan_slot_set_contains (const BayanSlotSet *self, guint slot)
{
  return slot / 64 < self->n_words && (self->words[slot / 64] >> (slot % 64) & 1) != 0;
}

G_END_DECLS
