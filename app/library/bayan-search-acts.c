/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What statements do is in no table: it is found anew whenever it is asked for, by whoever opened the library, and
 * remembered here. Reading a statement for it takes as long as a whole search for words: of those that are not known yet
 * a query reads a few, newest first, and leaves out the others until it is asked again. */
#include "bayan-search-private.h"

/* About a tenth of a second */
#define READ_MAX 100

/* @func: (nullable). In the worker. */
void
bayan_search_set_acts_func (BayanSearch *self, BayanActsFunc func, gpointer data, GDestroyNotify destroy)
{
  if (self->acts_destroy != NULL)
    self->acts_destroy (self->acts_data);
  self->read_acts = func;
  self->acts_data = data;
  self->acts_destroy = destroy;
  g_array_set_size (self->acts, 0);
}

static void
forget (BayanSearch *self, gint64 statement)
{
  bayan_search_marks_forget (self->marks, statement);
  bayan_search_exact_forget (self, statement);
  if (statement > 0 && statement < self->acts->len)
    g_array_index (self->acts, guint32, statement) = 0;
}

/**
 * bayan_search_follow:
 * @change: (nullable): what has happened to the statements
 *
 * Forgets what is remembered of them.
 */
void
bayan_search_follow (BayanSearch *self, const BayanLibraryChange *change)
{
  if (change == NULL)
    return;
  for (guint i = 0; i < change->texts_changed->len; i++)
    forget (self, g_array_index (change->texts_changed, gint64, i));
  for (guint i = 0; i < change->details_changed->len; i++)
    forget (self, g_array_index (change->details_changed, gint64, i));
  for (guint i = 0; i < change->statements_removed->len; i++)
    forget (self, g_array_index (change->statements_removed, gint64, i));
  for (guint i = 0; i < change->tallies_added->len; i++)
    forget (self, g_array_index (change->tallies_added, BayanTally, i).statement);
  for (guint i = 0; i < change->tallies_removed->len; i++)
    forget (self, g_array_index (change->tallies_removed, BayanTally, i).statement);
  for (guint i = 0; i < change->verdicts_changed->len; i++)
    forget (self, g_array_index (change->verdicts_changed, BayanPlacedVerdict, i).statement);
}

static gboolean
read_one (BayanSearch *self, gint64 id, GError **error)
{
  BayanOpenStatement *statement = bayan_store_load_statement (self->store, id, error);

  if (statement == NULL)
    return FALSE;
  g_array_index (self->acts, guint32, id) = self->read_acts (statement, self->acts_data)
                                            | BAYAN_SEARCH_ACTS_READ;
  bayan_open_statement_free (statement);
  return TRUE;
}

guint8 *
bayan_search_filter_acts (BayanSearch *self, const BayanQueryNode *field, const guint8 *within,
                          GError **error)
{
  g_autofree guint8 *set = g_new0 (guint8, self->order->len + 1);
  guint n_read = 0;

  if (self->read_acts == NULL)
    return g_steal_pointer (&set);
  if (self->acts->len < self->ranks->len)
    g_array_set_size (self->acts, self->ranks->len);
  for (guint i = 0; i < self->order->len; i++)
    {
      gint64 id = g_array_index (self->order, BayanDated, i).id;

      if (within != NULL && !within[i])
        continue;
      if (g_array_index (self->acts, guint32, id) == 0 && n_read == READ_MAX)
        {
          bayan_search_leave_out (self, i);
          continue;
        }
      if (g_array_index (self->acts, guint32, id) == 0)
        {
          n_read++;
          if (!read_one (self, id, error))
            return NULL;
        }
      set[i] = (g_array_index (self->acts, guint32, id) >> field->number) & 1;
    }
  return g_steal_pointer (&set);
}
