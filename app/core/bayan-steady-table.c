/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-steady-table.h"

#define PART_BITS 6
#define N_PARTS (1 << PART_BITS)

struct _BayanSteadyTable {
  GHashFunc hash;
  GHashTable *parts[N_PARTS];
};

/**
 * bayan_steady_table_new:
 * @free_key: (nullable)
 */
BayanSteadyTable *
bayan_steady_table_new (GHashFunc hash, GEqualFunc equal, GDestroyNotify free_key)
{
  BayanSteadyTable *self = g_new (BayanSteadyTable, 1);

  self->hash = hash;
  for (guint i = 0; i < N_PARTS; i++)
    self->parts[i] = g_hash_table_new_full (hash, equal, free_key, NULL);
  return self;
}

void
bayan_steady_table_free (BayanSteadyTable *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_hash_table_unref (self->parts[i]);
  g_free (self);
}

/* Not by the bits that GHashTable goes by. */
static GHashTable *
find_part (const BayanSteadyTable *self, gconstpointer key)
{
  return self->parts[(guint32) (self->hash (key) * 0x9e3779b1u) >> (32 - PART_BITS)];
}

/**
 * bayan_steady_table_replace:
 * @key: (transfer full)
 * @value: (transfer none): not NULL
 */
void
bayan_steady_table_replace (BayanSteadyTable *self, gpointer key, gpointer value)
{
  g_hash_table_replace (find_part (self, key), key, value);
}

/* Returns: (nullable) */
gpointer
bayan_steady_table_lookup (const BayanSteadyTable *self, gconstpointer key)
{
  return g_hash_table_lookup (find_part (self, key), key);
}

void
bayan_steady_table_remove (BayanSteadyTable *self, gconstpointer key)
{
  g_hash_table_remove (find_part (self, key), key);
}

void
bayan_steady_table_remove_all (BayanSteadyTable *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_hash_table_remove_all (self->parts[i]);
}
