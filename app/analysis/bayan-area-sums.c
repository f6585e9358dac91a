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
#define N_STATUSES 4
G_STATIC_ASSERT (BAYAN_STATUS_REJECTED < N_STATUSES);

typedef struct {
  GPtrArray *keys;     /* of char *, by number; the first is NULL */
  GHashTable *numbers; /* key → number */
} Level;

/* What a recount touches of an area stands in one line of the cache. */
typedef struct {
  BayanAreaCount count;
  guint32 seen; /* the last time that a statement was found there */
} Sum;

struct _BayanAreaSums {
  BayanAreaView view;
  Level levels[BAYAN_N_LEVELS];
  GArray *aims[BAYAN_N_LEVELS]; /* of guint32, by entity */
  GArray *aim_of;               /* those of the view's level and ways */
  GArray *sums[BAYAN_N_SIDES];  /* of Sum, by area */
  guint32 time;
  guint32 accepted[N_STATUSES][1 << TYPE_BITS]; /* 0 for what never counts */
};

/* Which kinds of aim a mention of this type and status counts for: a bit for each type that an aim can ask for. */
static void
accept_rows (BayanAreaSums *self)
{
  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    {
      guint32 accepted = 1u << type | 1u << ANY_TYPE;

      self->accepted[BAYAN_STATUS_CONFIRMED][type] = accepted;
      self->accepted[BAYAN_STATUS_SUGGESTED][type] = self->view.confirmed_only ? 0 : accepted;
    }
}

BayanAreaSums *
bayan_area_sums_new (void)
{
  BayanAreaSums *self = g_new0 (BayanAreaSums, 1);

  self->view = BAYAN_AREA_VIEW_USUAL;
  accept_rows (self);
  for (guint i = 0; i < BAYAN_N_LEVELS; i++)
    {
      self->levels[i].keys = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->levels[i].keys, NULL);
      self->levels[i].numbers = g_hash_table_new (g_str_hash, g_str_equal);
      self->aims[i] = g_array_new (FALSE, TRUE, sizeof (guint32));
    }
  self->aim_of = g_array_new (FALSE, TRUE, sizeof (guint32));
  for (guint side = 0; side < BAYAN_N_SIDES; side++)
    self->sums[side] = g_array_new (FALSE, TRUE, sizeof (Sum));
  return self;
}

void
bayan_area_sums_free (BayanAreaSums *self)
{
  for (guint i = 0; i < BAYAN_N_LEVELS; i++)
    {
      g_hash_table_unref (self->levels[i].numbers);
      g_ptr_array_unref (self->levels[i].keys);
      g_array_unref (self->aims[i]);
    }
  g_array_unref (self->aim_of);
  for (guint side = 0; side < BAYAN_N_SIDES; side++)
    g_array_unref (self->sums[side]);
  g_free (self);
}

/* There is room for the counts of every area of the view's level. */
static void
make_room (BayanAreaSums *self)
{
  guint n_areas = self->levels[self->view.level].keys->len;

  for (guint side = 0; side < BAYAN_N_SIDES; side++)
    if (n_areas > self->sums[side]->len)
      g_array_set_size (self->sums[side], n_areas);
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

/* As the view sees it: what goes by other ways points nowhere. */
static guint32
filter_aim (const BayanAreaSums *self, guint32 aim)
{
  return ((guint32) self->view.ways >> (aim >> TYPE_BITS & ((1u << WAY_BITS) - 1)) & 1) != 0 ? aim : 0;
}

static guint32
get_aim (const GArray *aims, guint32 number)
{
  return number < aims->len ? g_array_index (aims, guint32, number) : 0;
}

/* There is no room for those that point nowhere behind the last one that does not. */
static void
set_aim (GArray *aims, guint32 number, guint32 aim)
{
  if (number >= aims->len)
    {
      if (aim == 0)
        return;
      g_array_set_size (aims, number + 1);
    }
  g_array_index (aims, guint32, number) = aim;
}

/* Returns: whether its mentions point elsewhere now, as this view sees it: those that are counted must be counted anew */
gboolean
bayan_area_sums_set_entity (BayanAreaSums *self, guint32 number, const BayanEntity *entity)
{
  guint32 was = get_aim (self->aims[self->view.level], number), now;

  for (guint level = 0; level < BAYAN_N_LEVELS; level++)
    set_aim (self->aims[level], number, pack (self, (BayanAreaLevel) level, entity));
  make_room (self);
  now = get_aim (self->aims[self->view.level], number);
  set_aim (self->aim_of, number, filter_aim (self, now));
  return was != now;
}

/* Returns: whether it is another one: all is to be counted anew, from 0 */
gboolean
bayan_area_sums_set_view (BayanAreaSums *self, const BayanAreaView *view)
{
  const GArray *aims = self->aims[view->level];

  if (view->level == self->view.level && view->ways == self->view.ways
      && view->confirmed_only == self->view.confirmed_only)
    return FALSE;
  self->view = *view;
  accept_rows (self);
  g_array_set_size (self->aim_of, aims->len);
  for (guint32 number = 0; number < aims->len; number++)
    g_array_index (self->aim_of, guint32, number) = filter_aim (self, g_array_index (aims, guint32, number));
  for (guint side = 0; side < BAYAN_N_SIDES; side++)
    g_array_set_size (self->sums[side], 0);
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
  g_array_set_size (self->sums[side], 0);
  make_room (self);
}

/* Returns: the area that @row counts for, 0 for none. Without a branch: whether a mention counts is not to be foreseen. */
static inline guint32
find_area (const BayanAreaSums *self, const guint32 *aims, guint n_aims, BayanTallyRow row)
{
  guint32 aim = row.entity < n_aims ? aims[row.entity] : 0;
  guint32 counts = self->accepted[row.status][row.type] >> (aim & TYPE_MASK) & 1;

  return (aim >> AREA_SHIFT) & (0 - counts);
}

/* So many rows are looked at before those of them are counted that count. */
#define PART 256

/* The rows that count: twice their area, and one more where the mention is confirmed.
 *
 * Returns: how many those are */
static inline guint
pick_rows (const BayanAreaSums *self, const BayanTallyRow *rows, guint n_rows, guint32 *picked)
{
  const guint32 *aims = (const guint32 *) (const void *) self->aim_of->data;
  guint n_aims = self->aim_of->len, n = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      guint32 area = find_area (self, aims, n_aims, rows[i]);

      picked[n] = area << 1 | (guint32) (rows[i].status == BAYAN_STATUS_CONFIRMED);
      n += area != 0;
    }
  return n;
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
  guint by = (guint) step;
  Sum *sums = (Sum *) (void *) self->sums[side]->data;
  guint32 picked[PART], time = ++self->time;

  for (guint from = 0; from < n_rows; from += PART)
    {
      guint n = pick_rows (self, rows + from, MIN (n_rows - from, PART), picked);

      for (guint i = 0; i < n; i++)
        {
          Sum *sum = &sums[picked[i] >> 1];

          sum->count.n_mentions += by;
          sum->count.n_confirmed += by & (0 - (picked[i] & 1));
          sum->count.n_statements += by & (0 - (guint) (sum->seen != time));
          sum->seen = time;
        }
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
  return area < self->sums[side]->len ? g_array_index (self->sums[side], Sum, area).count
                                      : (BayanAreaCount) { 0, 0, 0 };
}

guint
bayan_area_sums_find_area_of (const BayanAreaSums *self, BayanTallyRow row)
{
  return find_area (self, (const guint32 *) (const void *) self->aim_of->data, self->aim_of->len, row);
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

  *points_there = aim != 0 && aim >> AREA_SHIFT == area;
  return (aim & TYPE_MASK) == ANY_TYPE ? BAYAN_MENTION_N_TYPES : (BayanMentionType) (aim & TYPE_MASK);
}
