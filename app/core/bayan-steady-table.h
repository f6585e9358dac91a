/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash table for the main thread that is never busy for long. A GHashTable that grows moves all that is in it at
 * once: with a hundred thousand names that takes longer than a frame may. This one is many small ones. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BayanSteadyTable BayanSteadyTable;

BayanSteadyTable *bayan_steady_table_new (GHashFunc hash, GEqualFunc equal, GDestroyNotify free_key);
void bayan_steady_table_free (BayanSteadyTable *self);
void bayan_steady_table_replace (BayanSteadyTable *self, gpointer key, gpointer value);
gpointer bayan_steady_table_lookup (const BayanSteadyTable *self, gconstpointer key);
void bayan_steady_table_remove (BayanSteadyTable *self, gconstpointer key);
void bayan_steady_table_remove_all (BayanSteadyTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanSteadyTable, bayan_steady_table_free)

G_END_DECLS
