/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-group-set.h"

#include <string.h>

/* What the analyst has decided about one kind of groups. */
typedef struct {
  GHashTable *taken;  /* of gint64: statements that are in a group; in the end also in one that is proposed */
  GHashTable *splits; /* gint64 → GPtrArray of the groups split that the statement was in */
} Decisions;

static gboolean
is_seen (const BayanStatementGroup *group)
{
  return group->statements->len >= 2;
}

static void
note_split (Decisions *self, BayanStatementGroup *group, gint64 *statement)
{
  GPtrArray *splits = g_hash_table_lookup (self->splits, statement);

  if (splits == NULL)
    {
      splits = g_ptr_array_new ();
      g_hash_table_insert (self->splits, statement, splits);
    }
  g_ptr_array_add (splits, group);
}

/* The keys are those of the groups, which live longer. */
static void
take (const Decisions *self, const BayanStatementGroup *group)
{
  for (guint i = 0; i < group->statements->len; i++)
    g_hash_table_add (self->taken, &g_array_index (group->statements, gint64, i));
}

static void
decisions_note (Decisions *self, BayanStatementGroup *group)
{
  if (group->state != BAYAN_GROUP_SPLIT)
    take (self, group);
  for (guint i = 0; group->state == BAYAN_GROUP_SPLIT && i < group->statements->len; i++)
    note_split (self, group, &g_array_index (group->statements, gint64, i));
}

static gboolean
contains (const BayanStatementGroup *group, gint64 statement)
{
  for (guint i = 0; i < group->statements->len; i++)
    if (g_array_index (group->statements, gint64, i) == statement)
      return TRUE;
  return FALSE;
}

static gboolean
contains_all (const BayanStatementGroup *group, const BayanStatementGroup *others)
{
  for (guint i = 0; i < others->statements->len; i++)
    if (!contains (group, g_array_index (others->statements, gint64, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_split (const Decisions *self, const BayanStatementGroup *group)
{
  GPtrArray *splits = g_hash_table_lookup (self->splits, group->statements->data);

  for (guint i = 0; splits != NULL && i < splits->len; i++)
    if (contains_all (g_ptr_array_index (splits, i), group))
      return TRUE;
  return FALSE;
}

/* Takes out of a proposal what the analyst has grouped, or an older proposal. */
static void
leave_out_taken (const Decisions *self, BayanStatementGroup *group)
{
  guint n_kept = 0;

  for (guint i = 0; i < group->statements->len; i++)
    {
      gint64 statement = g_array_index (group->statements, gint64, i);

      if (!g_hash_table_contains (self->taken, &statement))
        g_array_index (group->statements, gint64, n_kept++) = statement;
    }
  g_array_set_size (group->statements, n_kept);
}

static gint64
id_at (GPtrArray *groups, guint i)
{
  return i < groups->len ? ((const BayanStatementGroup *) g_ptr_array_index (groups, i))->id : G_MAXINT64;
}

static void
add_if_seen (GPtrArray *groups, const BayanStatementGroup *group)
{
  if (is_seen (group))
    g_ptr_array_add (groups, bayan_statement_group_copy (group));
}

static gboolean
is_split_from (const Decisions *self, gint64 statement, const BayanStatementGroup *group)
{
  GPtrArray *splits = g_hash_table_lookup (self->splits, &statement);

  for (guint i = 0; splits != NULL && i < splits->len; i++)
    for (guint j = 0; j < group->statements->len; j++)
      if (contains (g_ptr_array_index (splits, i), g_array_index (group->statements, gint64, j)))
        return TRUE;
  return FALSE;
}

/* What a proposal that began with all of a confirmed group makes of it: that group with more, for the analyst to
 * look at once more. NULL if it has no more, or has lost a part. The proposal is used up then. */
static BayanStatementGroup *
extend (const Decisions *self, const BayanStatementGroup *group, BayanStatementGroup *proposal)
{
  BayanStatementGroup *extended;

  if (group->state != BAYAN_GROUP_CONFIRMED || !is_seen (group) || !contains_all (proposal, group))
    return NULL;
  extended = bayan_statement_group_new (group->kind, BAYAN_GROUP_PROPOSED);
  extended->id = group->id;
  for (guint i = 0; i < proposal->statements->len; i++)
    {
      gint64 statement = g_array_index (proposal->statements, gint64, i);

      if (contains (group, statement)
          || (!g_hash_table_contains (self->taken, &statement) && !is_split_from (self, statement, group)))
        g_array_append_val (extended->statements, statement);
    }
  if (extended->statements->len > group->statements->len)
    {
      g_array_set_size (proposal->statements, 0);
      return extended;
    }
  bayan_statement_group_free (extended);
  return NULL;
}

static void
add_decided (const Decisions *decisions, GPtrArray *merged, const BayanStatementGroup *group,
             GHashTable *extensions)
{
  BayanStatementGroup *proposal = g_hash_table_lookup (extensions, &group->id);
  BayanStatementGroup *extended = proposal != NULL ? extend (&decisions[group->kind], group, proposal) : NULL;

  if (extended != NULL)
    {
      take (&decisions[group->kind], extended);
      g_ptr_array_add (merged, extended);
    }
  else
    add_if_seen (merged, group);
}

/* Both are by id; a decision stands for the proposal with its id, and of two proposals the older one comes first. */
static GPtrArray *
merge_by_id (const Decisions *decisions, GPtrArray *decided, GPtrArray *proposed, GHashTable *extensions)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);
  guint i = 0, j = 0;

  while (i < decided->len || j < proposed->len)
    {
      BayanStatementGroup *group;

      if (id_at (decided, i) <= id_at (proposed, j))
        {
          j += id_at (decided, i) == id_at (proposed, j);
          add_decided (decisions, merged, g_ptr_array_index (decided, i++), extensions);
          continue;
        }
      group = g_ptr_array_index (proposed, j++);
      leave_out_taken (&decisions[group->kind], group);
      if (!is_seen (group) || is_split (&decisions[group->kind], group))
        continue;
      take (&decisions[group->kind], group);
      g_ptr_array_add (merged, bayan_statement_group_copy (group));
    }
  return merged;
}

/**
 * bayan_group_set_merge:
 * @decided: (element-type BayanStatementGroup): by id
 * @proposed: (element-type BayanStatementGroup): by id; altered
 * @extensions: (element-type gint64 BayanStatementGroup): id of a decided group → the one of @proposed that adds to
 * it; that has a greater id
 *
 * Returns: (transfer full) (element-type BayanStatementGroup): what there is to be seen, by id
 */
GPtrArray *
bayan_group_set_merge (GPtrArray *decided, GPtrArray *proposed, GHashTable *extensions)
{
  Decisions decisions[BAYAN_GROUP_SAME_EVENT + 1];
  GPtrArray *merged;

  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      decisions[i].taken = g_hash_table_new (g_int64_hash, g_int64_equal);
      decisions[i].splits = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                   (GDestroyNotify) g_ptr_array_unref);
    }
  for (guint i = 0; i < decided->len; i++)
    {
      BayanStatementGroup *group = g_ptr_array_index (decided, i);
      decisions_note (&decisions[group->kind], group);
    }
  merged = merge_by_id (decisions, decided, proposed, extensions);
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_hash_table_unref (decisions[i].taken);
      g_hash_table_unref (decisions[i].splits);
    }
  return merged;
}

static gboolean
is_same (const BayanStatementGroup *a, const BayanStatementGroup *b)
{
  return a->kind == b->kind && a->state == b->state && a->statements->len == b->statements->len
         && memcmp (a->statements->data, b->statements->data, a->statements->len * sizeof (gint64)) == 0;
}

/**
 * bayan_group_set_compare:
 * @before: (element-type BayanStatementGroup): by id
 * @now: (element-type BayanStatementGroup): by id
 * @change: where the difference is added
 */
void
bayan_group_set_compare (GPtrArray *before, GPtrArray *now, BayanLibraryChange *change)
{
  guint i = 0, j = 0;

  while (i < before->len || j < now->len)
    {
      gint64 old = id_at (before, i), new = id_at (now, j);

      if (old < new)
        g_array_append_val (change->groups_removed, old);
      else if (old > new || !is_same (g_ptr_array_index (before, i), g_ptr_array_index (now, j)))
        g_ptr_array_add (change->groups_changed, bayan_statement_group_copy (g_ptr_array_index (now, j)));
      i += old <= new;
      j += new <= old;
    }
}
