/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-key-set.h"

#include <string.h>

/* Where @key is, or the free slot where it would go. */
static guint
find_slot (const BayanKeySet *self, const char *key, guint32 hash)
{
  guint slot = hash % BAYAN_KEY_SET_SLOTS;

  while (self->slots[slot] != NULL && strcmp (self->slots[slot], key) != 0)
    slot = (slot + 1) % BAYAN_KEY_SET_SLOTS;

  return slot;
}

/* Adds static @keys, NULL terminated. A set is never more than half full, so that a search ends soon. */
void
bayan_key_set_add (BayanKeySet *self, const char *const *keys)
{
  for (; *keys != NULL; keys++)
    {
      guint slot = find_slot (self, *keys, bayan_word_hash (*keys, strlen (*keys)));

      if (self->slots[slot] != NULL)
        continue;
      g_return_if_fail (self->n_keys < BAYAN_KEY_SET_SLOTS / 2);
      self->slots[slot] = *keys;
      self->n_keys++;
    }
}

gboolean
bayan_key_set_has (const BayanKeySet *self, const BayanWords *words, guint index)
{
  return self->slots[find_slot (self, bayan_words_get_key (words, index), words->words[index].hash)] != NULL;
}
