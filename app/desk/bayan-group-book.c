/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-group-book.h"

#define N_KINDS (BAYAN_GROUP_SAME_EVENT + 1)

struct _BayanGroupBook {
  GHashTable *groups; /* &id → BayanStatementGroup */
  GHashTable
      *by_member[N_KINDS]; /* &statement, in the group's array → BayanStatementGroup; not of split ones */
};

BayanGroupBook *
bayan_group_book_new (void)
{
  BayanGroupBook *self = g_new0 (BayanGroupBook, 1);

  self->groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                        (GDestroyNotify) bayan_statement_group_free);
  for (guint i = 0; i < N_KINDS; i++)
    self->by_member[i] = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

void
bayan_group_book_free (BayanGroupBook *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    g_hash_table_unref (self->by_member[i]);
  g_hash_table_unref (self->groups);
  g_free (self);
}

static gint64 *
get_member (const BayanStatementGroup *group, guint i)
{
  return &g_array_index (group->statements, gint64, i);
}

/* @group: copied; takes the place of the one with its number */
void
bayan_group_book_set (BayanGroupBook *self, const BayanStatementGroup *group)
{
  BayanStatementGroup *copy = bayan_statement_group_copy (group);

  bayan_group_book_remove (self, group->id);
  g_hash_table_replace (self->groups, &copy->id, copy);
  for (guint i = 0; copy->state != BAYAN_GROUP_SPLIT && i < copy->statements->len; i++)
    g_hash_table_replace (self->by_member[copy->kind], get_member (copy, i), copy);
}

void
bayan_group_book_remove (BayanGroupBook *self, gint64 id)
{
  const BayanStatementGroup *group = bayan_group_book_get (self, id);

  if (group == NULL)
    return;
  for (guint i = 0; i < group->statements->len; i++)
    if (bayan_group_book_find (self, group->kind, *get_member (group, i)) == group)
      g_hash_table_remove (self->by_member[group->kind], get_member (group, i));
  g_hash_table_remove (self->groups, &id);
}

void
bayan_group_book_clear (BayanGroupBook *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    g_hash_table_remove_all (self->by_member[i]);
  g_hash_table_remove_all (self->groups);
}

gboolean
bayan_group_book_is_empty (const BayanGroupBook *self)
{
  return g_hash_table_size (self->groups) == 0;
}

/* Returns: (nullable): also a split one */
const BayanStatementGroup *
bayan_group_book_get (const BayanGroupBook *self, gint64 id)
{
  return g_hash_table_lookup (self->groups, &id);
}

/* Returns: (nullable): the group of @kind that @statement is in */
const BayanStatementGroup *
bayan_group_book_find (const BayanGroupBook *self, BayanGroupKind kind, gint64 statement)
{
  return g_hash_table_lookup (self->by_member[kind], &statement);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const BayanStatementGroup *const *x = a, *const *y = b;

  return ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

/* Returns: (element-type BayanStatementGroup) (transfer container): all of them, split ones too, oldest first */
GPtrArray *
bayan_group_book_list (const BayanGroupBook *self)
{
  GPtrArray *list = g_ptr_array_sized_new (g_hash_table_size (self->groups));
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_add (list, group);
  g_ptr_array_sort (list, compare_ids);
  return list;
}
