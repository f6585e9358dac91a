/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-area-sums.h"

/* Where the mentions of an entity point to: number of the area, the bit of the way, the type that they must have. Packed,
 * as a recount looks one up for each mention; 0 is nowhere. */
#define TYPE_BITS 5
#define WAY_BITS 2
#define AREA_SHIFT (TYPE_BITS + WAY_BITS)
#define TYPE_MASK ((1u << TYPE_BITS) - 1)
#define ANY_TYPE TYPE_MASK
G_STATIC_ASSERT (BAYAN_MENTION_N_TYPES < ANY_TYPE);
G_STATIC_ASSERT (BAYAN_WAYS_ALL < 1 << (1 << WAY_BITS));
G_STATIC_ASSERT (BAYAN_MENTION_N_TYPES <= 1 << 5);
G_STATIC_ASSERT (BAYAN_STATUS_REJECTED < 1 << 2);

typedef struct {
  guint32 at[BAYAN_N_LEVELS];
} Aims;

typedef struct {
  GPtrArray *keys;     /* of char *, by number; the first is NULL */
  GHashTable *numbers; /* key → number */
} Level;

struct _BayanAreaSums {
  BayanAreaView view;
  Level levels[BAYAN_N_LEVELS];
  GHashTable *aims;              /* number of an entity → Aims; only of those that point somewhere */
  GArray *aim_of;                /* of guint32, by entity: at the view's level */
  GArray *counts[BAYAN_N_SIDES]; /* of BayanAreaCount, by area */
  GArray *seen;                  /* of guint32, by area: the last time that a statement was found there */
  guint32 time;
};

BayanAreaSums *
bayan_area_sums_new (void)
{
  BayanAreaSums *self = g_new0 (BayanAreaSums, 1);

  self->view = BAYAN_AREA_VIEW_USUAL;
  for (guint i = 0; i < BAYAN_N_LEVELS; i++)
    {
      self->levels[i].keys = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->levels[i].keys, NULL);
      self->levels[i].numbers = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self->aims = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->aim_of = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->seen = g_array_new (FALSE, TRUE, sizeof (guint32));
  for (guint side = 0; side < BAYAN_N_SIDES; side++)
    self->counts[side] = g_array_new (FALSE, TRUE, sizeof (BayanAreaCount));
  return self;
}

void
bayan_area_sums_free (BayanAreaSums *self)
{
  for (guint i = 0; i < BAYAN_N_LEVELS; i++)
    {
      g_hash_table_unref (self->levels[i].numbers);
      g_ptr_array_unref (self->levels[i].keys);
    }
  g_hash_table_unref (self->aims);
  g_array_unref (self->aim_of);
  g_array_unref (self->seen);
  for (guint side = 0; side < BAYAN_N_SIDES; side++)
    g_array_unref (self->counts[side]);
  g_free (self);
}

/* There is room for the counts of every area of the view's level. */
static void
make_room (BayanAreaSums *self)
{
  guint n_areas = self->levels[self->view.level].keys->len;

  if (n_areas <= self->seen->len)
    return;
  g_array_set_size (self->seen, n_areas);
  for (guint side = 0; side < BAYAN_N_SIDES; side++)
    g_array_set_size (self->counts[side], n_areas);
}

/* @key: (transfer full) */
static guint32
number_of_key (Level *level, char *key)
{
  gpointer known = g_hash_table_lookup (level->numbers, key);

  if (known != NULL)
    {
      g_free (key);
      return GPOINTER_TO_UINT (known);
    }
  g_ptr_array_add (level->keys, key);
  g_hash_table_insert (level->numbers, key, GUINT_TO_POINTER (level->keys->len - 1));
  return level->keys->len - 1;
}

static guint32
pack (BayanAreaSums *self, BayanAreaLevel level, const BayanEntity *entity)
{
  BayanAreaAim aim = bayan_area_aim (level, entity);
  guint32 type = aim.type == BAYAN_MENTION_N_TYPES ? ANY_TYPE : (guint32) aim.type;
  guint32 way = (guint32) g_bit_nth_lsf (aim.way, -1);

  return aim.key == NULL
             ? 0
             : number_of_key (&self->levels[level], aim.key) << AREA_SHIFT | way << TYPE_BITS | type;
}

static void
set_aim (BayanAreaSums *self, guint32 number, guint32 aim)
{
  if (number >= self->aim_of->len)
    {
      if (aim == 0)
        return;
      g_array_set_size (self->aim_of, number + 1);
    }
  g_array_index (self->aim_of, guint32, number) = aim;
}

/* Returns: whether its mentions point elsewhere now, as this view sees it: those that are counted must be counted anew */
gboolean
bayan_area_sums_set_entity (BayanAreaSums *self, guint32 number, const BayanEntity *entity)
{
  Aims *before = g_hash_table_lookup (self->aims, GUINT_TO_POINTER (number)), now;
  guint32 was = before != NULL ? before->at[self->view.level] : 0, any = 0;

  for (guint level = 0; level < BAYAN_N_LEVELS; level++)
    any |= now.at[level] = pack (self, (BayanAreaLevel) level, entity);
  if (any != 0)
    g_hash_table_insert (self->aims, GUINT_TO_POINTER (number), g_memdup2 (&now, sizeof now));
  else
    g_hash_table_remove (self->aims, GUINT_TO_POINTER (number));
  make_room (self);
  set_aim (self, number, now.at[self->view.level]);
  return was != now.at[self->view.level];
}

/* Returns: whether it is another one: all is to be counted anew, from 0 */
gboolean
bayan_area_sums_set_view (BayanAreaSums *self, const BayanAreaView *view)
{
  GHashTableIter iter;
  gpointer number, aims;

  if (view->level == self->view.level && view->ways == self->view.ways
      && view->confirmed_only == self->view.confirmed_only)
    return FALSE;
  self->view = *view;
  g_array_set_size (self->aim_of, 0);
  g_hash_table_iter_init (&iter, self->aims);
  while (g_hash_table_iter_next (&iter, &number, &aims))
    set_aim (self, GPOINTER_TO_UINT (number), ((const Aims *) aims)->at[view->level]);
  g_array_set_size (self->seen, 0);
  for (guint side = 0; side < BAYAN_N_SIDES; side++)
    g_array_set_size (self->counts[side], 0);
  make_room (self);
  return TRUE;
}

const BayanAreaView *
bayan_area_sums_get_view (const BayanAreaSums *self)
{
  return &self->view;
}

void
bayan_area_sums_reset (BayanAreaSums *self, BayanAreaSide side)
{
  g_array_set_size (self->counts[side], 0);
  g_array_set_size (self->counts[side], self->seen->len);
}

static inline gboolean
goes_by_way (const BayanAreaSums *self, guint32 aim)
{
  return ((guint32) self->view.ways >> (aim >> TYPE_BITS & ((1u << WAY_BITS) - 1)) & 1) != 0;
}

/* Returns: the area that @row counts for, 0 for none */
static inline guint32
find_area (const BayanAreaSums *self, BayanTallyRow row)
{
  guint32 aim = row.entity < self->aim_of->len ? g_array_index (self->aim_of, guint32, row.entity) : 0;

  if (aim == 0 || row.status == BAYAN_STATUS_REJECTED
      || (self->view.confirmed_only && row.status != BAYAN_STATUS_CONFIRMED))
    return 0;
  if (!goes_by_way (self, aim))
    return 0;
  return (aim & TYPE_MASK) == ANY_TYPE || (aim & TYPE_MASK) == row.type ? aim >> AREA_SHIFT : 0;
}

/**
 * bayan_area_sums_move:
 * @rows: (array length=n_rows): all mentions of one statement
 * @step: 1 when it comes into the sums, -1 when it leaves them
 */
void
bayan_area_sums_move (BayanAreaSums *self, BayanAreaSide side, const BayanTallyRow *rows, guint n_rows,
                      int step)
{
  BayanAreaCount *counts = (BayanAreaCount *) self->counts[side]->data;
  guint32 *seen = (guint32 *) self->seen->data;
  guint by = (guint) step;

  self->time++;
  for (guint i = 0; i < n_rows; i++)
    {
      guint32 area = find_area (self, rows[i]);

      if (area == 0)
        continue;
      counts[area].n_mentions += by;
      counts[area].n_confirmed += rows[i].status == BAYAN_STATUS_CONFIRMED ? by : 0;
      counts[area].n_statements += seen[area] != self->time ? by : 0;
      seen[area] = self->time;
    }
}

/* Returns: the highest number of an area */
guint
bayan_area_sums_get_n_areas (const BayanAreaSums *self)
{
  return self->levels[self->view.level].keys->len - 1;
}

const char *
bayan_area_sums_get_key (const BayanAreaSums *self, guint area)
{
  return self->levels[self->view.level].keys->pdata[area];
}

/* Returns: its number, 0 where nothing ever pointed there */
guint
bayan_area_sums_find (const BayanAreaSums *self, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->levels[self->view.level].numbers, key));
}

BayanAreaCount
bayan_area_sums_get (const BayanAreaSums *self, BayanAreaSide side, guint area)
{
  return area < self->counts[side]->len ? g_array_index (self->counts[side], BayanAreaCount, area)
                                        : (BayanAreaCount) { 0, 0, 0 };
}

guint
bayan_area_sums_find_area_of (const BayanAreaSums *self, BayanTallyRow row)
{
  return find_area (self, row);
}

/* Returns: one more than the highest number of an entity that points to an area */
guint
bayan_area_sums_get_n_entities (const BayanAreaSums *self)
{
  return self->aim_of->len;
}

/**
 * bayan_area_sums_find_type:
 * @points_there: (out): whether mentions of @entity count for @area
 *
 * Returns: only those of this type do, %BAYAN_MENTION_N_TYPES: those of any
 */
BayanMentionType
bayan_area_sums_find_type (const BayanAreaSums *self, guint area, guint32 entity, gboolean *points_there)
{
  guint32 aim = entity < self->aim_of->len ? g_array_index (self->aim_of, guint32, entity) : 0;

  *points_there = aim != 0 && aim >> AREA_SHIFT == area && goes_by_way (self, aim);
  return (aim & TYPE_MASK) == ANY_TYPE ? BAYAN_MENTION_N_TYPES : (BayanMentionType) (aim & TYPE_MASK);
}
