/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-seen-sums.h"

#include <string.h>

/* Enough to tell a thousand files apart. */
#define SUM_CHARS 16

struct _BayanSeenSums {
  GQueue sums;       /* of char *: oldest first */
  GHashTable *known; /* the same */
};

/**
 * bayan_seen_sums_new:
 * @words: (nullable): of bayan_seen_sums_to_string()
 */
BayanSeenSums *
bayan_seen_sums_new (const char *words)
{
  BayanSeenSums *self = g_new0 (BayanSeenSums, 1);
  g_auto (GStrv) sums = g_strsplit (words != NULL ? words : "", " ", -1);

  g_queue_init (&self->sums);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; sums[i] != NULL; i++)
    bayan_seen_sums_add (self, sums[i]);
  return self;
}

void
bayan_seen_sums_free (BayanSeenSums *self)
{
  g_hash_table_unref (self->known);
  g_queue_clear_full (&self->sums, g_free);
  g_free (self);
}

/* The oldest makes room. */
void
bayan_seen_sums_add (BayanSeenSums *self, const char *sha256)
{
  char *sum;

  if (strlen (sha256) < SUM_CHARS || bayan_seen_sums_has (self, sha256))
    return;
  sum = g_strndup (sha256, SUM_CHARS);
  g_queue_push_tail (&self->sums, sum);
  g_hash_table_add (self->known, sum);
  if (self->sums.length <= BAYAN_SEEN_SUMS_MAX)
    return;
  sum = g_queue_pop_head (&self->sums);
  g_hash_table_remove (self->known, sum);
  g_free (sum);
}

gboolean
bayan_seen_sums_has (BayanSeenSums *self, const char *sha256)
{
  g_autofree char *sum = g_strndup (sha256, SUM_CHARS);

  return g_hash_table_contains (self->known, sum);
}

char *
bayan_seen_sums_to_string (BayanSeenSums *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (GList *at = self->sums.head; at != NULL; at = at->next)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", (const char *) at->data);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
