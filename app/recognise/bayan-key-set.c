/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-key-set.h"

#include <string.h>

/* Where @key is, or the free slot where it would go. */
static guint
find_slot (const BayanKeySet *self, const char *key, gsize length_bytes)
{
  guint slot = bayan_word_hash (key, length_bytes) % BAYAN_KEY_SET_SLOTS;

  while (self->slots[slot] != NULL && strcmp (self->slots[slot], key) != 0)
    slot = (slot + 1) % BAYAN_KEY_SET_SLOTS;

  return slot;
}

/* Adds @bits to each of static @keys, NULL terminated. A set is never more than half full, so that a search ends
 * soon. */
void
bayan_key_set_add (BayanKeySet *self, const char *const *keys, guint32 bits)
{
  for (; *keys != NULL; keys++)
    {
      guint slot = find_slot (self, *keys, strlen (*keys));

      self->bits[slot] |= bits;
      if (self->slots[slot] != NULL)
        continue;
      g_return_if_fail (self->n_keys < BAYAN_KEY_SET_SLOTS / 2);
      self->slots[slot] = *keys;
      self->n_keys++;
    }
}

/* The bits of @key, NUL terminated; 0 where it is not in the set. */
guint32
bayan_key_set_get (const BayanKeySet *self, const char *key, gsize length_bytes)
{
  return self->bits[find_slot (self, key, length_bytes)];
}
