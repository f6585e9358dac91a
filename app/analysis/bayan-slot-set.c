/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-slot-set.h"

#include <string.h>

void
bayan_slot_set_init (BayanSlotSet *self)
{
  self->words = NULL;
  self->n_words = 0;
}

void
bayan_slot_set_clear (BayanSlotSet *self)
{
  g_free (self->words);
  bayan_slot_set_init (self);
}

static void
make_room (BayanSlotSet *self, guint n_words)
{
  guint wanted = MAX (n_words, self->n_words * 2);

  self->words = g_renew (guint64, self->words, wanted);
  memset (self->words + self->n_words, 0, (wanted - self->n_words) * sizeof *self->words);
  self->n_words = wanted;
}

/**
 * bayan_slot_set_set:
 * @member: whether @slot shall be in the set
 */
void
bayan_slot_set_set (BayanSlotSet *self, guint slot, gboolean member)
{
  guint64 bit = (guint64) 1 << (slot % 64);

  if (slot / 64 >= self->n_words)
    {
      if (!member)
        return;
      make_room (self, slot / 64 + 1);
    }
  if (member)
    self->words[slot / 64] |= bit;
  else
    self->words[slot / 64] &= ~bit;
}
