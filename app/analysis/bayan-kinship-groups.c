/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-kinship-groups.h"

#include <string.h>

#define MAX_EDGES 16    /* so many of a statement's kin, the nearest, are enough to bring it into its group */
#define MAX_LOOKED_AT 8 /* so many members of a group stand for it */
#define LEAST_SUPPORT 0.3  /* of the pairs between two groups so many have to be kin before they are one, */
#define MOST_CONTRARY 0.25 /* and no more may be kept apart by days and places */

/* Statements that are one group so far. */
typedef struct {
  GArray *members;  /* of gint64 */
  gint64 group;     /* of the library; 0 for none */
  gboolean has_new; /* one joined it */
} Cluster;

typedef struct {
  gint64 a, b;
  BayanKinship kinship;
} Edge;

typedef struct {
  BayanKinshipIndex *index;
  BayanGroupKind kind;
  GHashTable *cluster_of; /* &statement in @ids → Cluster */
  GPtrArray *clusters;    /* of Cluster; emptied ones among them */
  GPtrArray *ids;         /* of gint64 * */
  GHashTable *split;      /* of "a b", see make_pair() */
} Grouping;

static void
cluster_free (gpointer data)
{
  Cluster *cluster = data;

  g_array_unref (cluster->members);
  g_free (cluster);
}

static char *
make_pair (gint64 a, gint64 b)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MIN (a, b), MAX (a, b));
}

static void
join (Grouping *self, Cluster *cluster, gint64 statement)
{
  gint64 *id = g_memdup2 (&statement, sizeof statement);

  g_ptr_array_add (self->ids, id);
  g_array_append_val (cluster->members, statement);
  g_hash_table_replace (self->cluster_of, id, cluster);
}

static Cluster *
make_cluster (Grouping *self, gint64 group)
{
  Cluster *cluster = g_new0 (Cluster, 1);

  cluster->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  cluster->group = group;
  g_ptr_array_add (self->clusters, cluster);
  return cluster;
}

static Cluster *
find_cluster (Grouping *self, gint64 statement)
{
  Cluster *cluster = g_hash_table_lookup (self->cluster_of, &statement);

  if (cluster == NULL)
    {
      cluster = make_cluster (self, 0);
      join (self, cluster, statement);
    }
  return cluster;
}

static gint64
get_member (const GArray *members, guint i)
{
  return g_array_index (members, gint64, i);
}

/* What the library holds: groups of this kind, to join, and pairs to keep apart, whichever kind they were split from. */
static void
take_known (Grouping *self, GPtrArray *known)
{
  for (guint g = 0; g < known->len; g++)
    {
      const BayanStatementGroup *group = known->pdata[g];
      Cluster *cluster;

      if (group->kind != self->kind && group->state != BAYAN_GROUP_SPLIT)
        continue;
      cluster = group->state == BAYAN_GROUP_SPLIT ? NULL : make_cluster (self, group->id);
      for (guint i = 0; i < group->statements->len; i++)
        {
          if (cluster != NULL)
            join (self, cluster, get_member (group->statements, i));
          for (guint j = 0; cluster == NULL && j < i; j++)
            g_hash_table_add (self->split, make_pair (get_member (group->statements, i),
                                                      get_member (group->statements, j)));
        }
    }
}

static gboolean
is_kin (const Grouping *self, const BayanKinship *kinship)
{
  return kinship->kind == BAYAN_KINSHIP_DUPLICATE
         || (kinship->kind == BAYAN_KINSHIP_SAME_EVENT && self->kind == BAYAN_GROUP_SAME_EVENT);
}

static gboolean
is_split (const Grouping *self, const Cluster *a, const Cluster *b)
{
  for (guint i = 0; i < a->members->len && g_hash_table_size (self->split) > 0; i++)
    for (guint j = 0; j < b->members->len; j++)
      {
        g_autofree char *pair = make_pair (get_member (a->members, i), get_member (b->members, j));
        if (g_hash_table_contains (self->split, pair))
          return TRUE;
      }
  return FALSE;
}

/* Whether the members of both are near to each other as a whole. */
static gboolean
may_merge (Grouping *self, const Cluster *a, const Cluster *b)
{
  guint n_a = MIN (a->members->len, MAX_LOOKED_AT), n_b = MIN (b->members->len, MAX_LOOKED_AT);
  guint n_kin = 0, n_contrary = 0;

  if (a == b || (a->group != 0 && b->group != 0) || is_split (self, a, b))
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      {
        BayanKinship kinship = bayan_kinship_index_compare (self->index, get_member (a->members, i),
                                                            get_member (b->members, j));
        n_kin += is_kin (self, &kinship);
        n_contrary += kinship.contrary;
      }
  return n_kin >= LEAST_SUPPORT * n_a * n_b && n_contrary <= MOST_CONTRARY * n_a * n_b;
}

static void
merge (Grouping *self, Cluster *a, Cluster *b)
{
  Cluster *into = b->group != 0 ? b : a, *from = into == a ? b : a;

  for (guint i = 0; i < from->members->len; i++)
    join (self, into, get_member (from->members, i));
  g_array_set_size (from->members, 0);
  into->has_new = TRUE;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *x = a, *y = b;
  int order = (int) x->kinship.kind - (int) y->kinship.kind;

  if (order == 0)
    order = (x->kinship.score < y->kinship.score) - (x->kinship.score > y->kinship.score);
  if (order == 0)
    order = (x->a > y->a) - (x->a < y->a);
  return order != 0 ? order : (x->b > y->b) - (x->b < y->b);
}

static void
add_edges (BayanKinshipIndex *index, gint64 statement, GArray *edges)
{
  g_autoptr (GArray) found = bayan_kinship_index_find (index, statement);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint i = 0; i < found->len; i++)
    {
      const BayanKinshipFind *find = &g_array_index (found, BayanKinshipFind, i);
      Edge edge = { statement, find->statement, find->kinship };
      g_array_append_val (own, edge);
    }
  g_array_sort (own, compare_edges);
  g_array_append_vals (edges, own->data, MIN (own->len, MAX_EDGES));
}

/* The kin of each new statement, nearest first: one text before one event. */
static GArray *
collect_edges (BayanKinshipIndex *index, const GArray *new_statements, GCancellable *cancellable)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint i = 0; i < new_statements->len && !g_cancellable_is_cancelled (cancellable); i++)
    add_edges (index, get_member (new_statements, i), edges);
  g_array_sort (edges, compare_edges);
  return edges;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static BayanStatementGroup *
make_group (const Grouping *self, const Cluster *cluster)
{
  BayanStatementGroup *group = bayan_statement_group_new (self->kind, BAYAN_GROUP_PROPOSED);

  group->id = cluster->group;
  g_array_append_vals (group->statements, cluster->members->data, cluster->members->len);
  g_array_sort (group->statements, compare_ids);
  return group;
}

/* Copies of one text are no two tellings of an event. */
static gboolean
is_one_text (const Cluster *cluster, const Grouping *texts)
{
  gint64 first = get_member (cluster->members, 0);
  const Cluster *text = g_hash_table_lookup (texts->cluster_of, &first);

  for (guint i = 1; i < cluster->members->len; i++)
    {
      gint64 statement = get_member (cluster->members, i);
      if (text == NULL || g_hash_table_lookup (texts->cluster_of, &statement) != text)
        return FALSE;
    }
  return TRUE;
}

static void
begin (Grouping *self, BayanKinshipIndex *index, BayanGroupKind kind, GPtrArray *known)
{
  self->index = index;
  self->kind = kind;
  self->cluster_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->clusters = g_ptr_array_new_with_free_func (cluster_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->split = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  take_known (self, known);
}

static void
end (Grouping *self)
{
  g_hash_table_unref (self->cluster_of);
  g_hash_table_unref (self->split);
  g_ptr_array_unref (self->clusters);
  g_ptr_array_unref (self->ids);
}

static void
group_by (Grouping *self, const GArray *edges)
{
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      Cluster *a, *b;

      if (!is_kin (self, &edge->kinship))
        continue;
      a = find_cluster (self, edge->a);
      b = find_cluster (self, edge->b);
      if (may_merge (self, a, b))
        merge (self, a, b);
    }
}

/* The copies of a text come into the groups of events together. */
static void
take_texts (Grouping *events, const Grouping *texts)
{
  for (guint i = 0; i < texts->clusters->len; i++)
    {
      const Cluster *text = texts->clusters->pdata[i];
      for (guint m = 1; m < text->members->len; m++)
        {
          Cluster *a = find_cluster (events, get_member (text->members, 0));
          Cluster *b = find_cluster (events, get_member (text->members, m));
          if (a != b && (a->group == 0 || b->group == 0) && !is_split (events, a, b))
            merge (events, a, b);
        }
    }
}

static void
take_groups (const Grouping *self, const Grouping *texts, GPtrArray *groups)
{
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const Cluster *cluster = self->clusters->pdata[i];
      if (cluster->has_new && cluster->members->len >= 2 && (texts == NULL || !is_one_text (cluster, texts)))
        g_ptr_array_add (groups, make_group (self, cluster));
    }
}

/**
 * bayan_kinship_groups_propose:
 * @index: with all statements of the library, the new ones too
 * @new_statements: (element-type gint64): those to find kin for
 * @known: (element-type BayanStatementGroup): all groups of the library, split ones too
 * @cancellable: (nullable): what it gives after that is of no use
 *
 * Returns: (element-type BayanStatementGroup) (transfer full): what to propose: new groups with id 0, and groups of
 *   the library, with their ids, that new statements join
 */
GPtrArray *
bayan_kinship_groups_propose (BayanKinshipIndex *index, GArray *new_statements, GPtrArray *known,
                              GCancellable *cancellable)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);
  g_autoptr (GArray) edges = collect_edges (index, new_statements, cancellable);
  Grouping texts, events;

  begin (&texts, index, BAYAN_GROUP_DUPLICATE, known);
  group_by (&texts, edges);
  take_groups (&texts, NULL, groups);
  begin (&events, index, BAYAN_GROUP_SAME_EVENT, known);
  take_texts (&events, &texts);
  group_by (&events, edges);
  take_groups (&events, &texts, groups);
  end (&events);
  end (&texts);
  return groups;
}
