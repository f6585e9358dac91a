/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-tallies.h"

#include <string.h>

#include "bayan-location.h"
#include "bayan-steady-table.h"

/* What a recount asks for before it comes there, and in what portions the memory hands it over. */
#define FETCHED_AHEAD 4
#define CACHE_LINE 64

typedef struct {
  gint64 statement; /* 0: the slot is free */
  BayanTallyRow *rows;
  guint n_rows, n_allocated;
} Slot;

/* Counts by number, and which of them have changed since they were last asked for. */
typedef struct {
  GArray *counts;  /* of BayanCount */
  GArray *changed; /* of guint32 */
  BayanSlotSet is_changed;
} Counter;

struct _BayanTallies {
  GArray *slots;             /* of Slot */
  GArray *free_slots;        /* of guint */
  BayanSteadyTable *slot_of; /* gint64 * → slot + 1 */
  BayanSlotSet scope;
  BayanSlotSet before;         /* what the scope is compared with */
  GArray *country_of;          /* of guint32, by entity: number of its country; 0 for none */
  GPtrArray *countries;        /* of char *, by number; the first is NULL */
  GHashTable *country_numbers; /* ISO 3166-1 alpha-3 → number */
  Counter entities;
  Counter by_country;

  /* By area: what is touched of a statement leaves the sums, and comes back when somebody asks for them. */
  BayanAreaSums *areas;
  BayanSlotSet is_out;
  GArray *out;          /* of guint: those slots */
  gboolean areas_moved; /* an entity points elsewhere: all are to be counted anew */
};

static void
counter_init (Counter *self)
{
  self->counts = g_array_new (FALSE, TRUE, sizeof (BayanCount));
  self->changed = g_array_new (FALSE, FALSE, sizeof (guint32));
  bayan_slot_set_init (&self->is_changed);
}

static void
counter_clear (Counter *self)
{
  g_array_unref (self->counts);
  g_array_unref (self->changed);
  bayan_slot_set_clear (&self->is_changed);
}

static BayanCount
counter_get (const Counter *self, guint32 number)
{
  return number < self->counts->len ? g_array_index (self->counts, BayanCount, number)
                                    : (BayanCount) { 0, 0 };
}

/* @step: 1 to add @by, -1 to take it away */
static void
counter_move (Counter *self, guint32 number, BayanCount by, int step)
{
  BayanCount *count;

  if (number >= self->counts->len)
    g_array_set_size (self->counts, number + 1);
  count = &g_array_index (self->counts, BayanCount, number);
  count->n_mentions += (guint) step * by.n_mentions;
  count->n_confirmed += (guint) step * by.n_confirmed;
  if (bayan_slot_set_contains (&self->is_changed, number))
    return;
  bayan_slot_set_set (&self->is_changed, number, TRUE);
  g_array_append_val (self->changed, number);
}

static GArray *
counter_take_changed (Counter *self)
{
  GArray *changed = self->changed;

  self->changed = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < changed->len; i++)
    bayan_slot_set_set (&self->is_changed, g_array_index (changed, guint32, i), FALSE);
  return changed;
}

BayanTallies *
bayan_tallies_new (void)
{
  BayanTallies *self = g_new0 (BayanTallies, 1);

  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  self->free_slots = g_array_new (FALSE, FALSE, sizeof (guint));
  self->slot_of = bayan_steady_table_new (g_int64_hash, g_int64_equal, g_free);
  self->country_of = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->countries = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->countries, NULL);
  self->country_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  counter_init (&self->entities);
  counter_init (&self->by_country);
  self->areas = bayan_area_sums_new ();
  self->out = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
bayan_tallies_free (BayanTallies *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    g_free (g_array_index (self->slots, Slot, i).rows);
  g_array_unref (self->slots);
  g_array_unref (self->free_slots);
  bayan_steady_table_free (self->slot_of);
  bayan_slot_set_clear (&self->scope);
  g_array_unref (self->country_of);
  g_hash_table_unref (self->country_numbers);
  g_ptr_array_unref (self->countries);
  counter_clear (&self->entities);
  counter_clear (&self->by_country);
  bayan_slot_set_clear (&self->before);
  bayan_slot_set_clear (&self->is_out);
  bayan_area_sums_free (self->areas);
  g_array_unref (self->out);
  g_free (self);
}

/* By area */

static void
move_areas (BayanTallies *self, guint slot, int step)
{
  const Slot *at = &g_array_index (self->slots, Slot, slot);

  if (bayan_slot_set_contains (&self->scope, slot))
    bayan_area_sums_move (self->areas, BAYAN_SIDE_NOW, at->rows, at->n_rows, step);
  if (bayan_slot_set_contains (&self->before, slot))
    bayan_area_sums_move (self->areas, BAYAN_SIDE_BEFORE, at->rows, at->n_rows, step);
}

/* To be called before anything of the statement in @slot changes, or whether it counts. */
static void
touch (BayanTallies *self, guint slot)
{
  if (bayan_slot_set_contains (&self->is_out, slot))
    return;
  move_areas (self, slot, -1);
  bayan_slot_set_set (&self->is_out, slot, TRUE);
  g_array_append_val (self->out, slot);
}

/* Each statement's mentions lie in a place of their own, which the processor does not foresee. */
static void
fetch_rows (const BayanTallies *self, guint slot)
{
  const Slot *at = slot < self->slots->len ? &g_array_index (self->slots, Slot, slot) : NULL;

  if (at == NULL
      || (!bayan_slot_set_contains (&self->scope, slot) && !bayan_slot_set_contains (&self->before, slot)))
    return;
  for (guint i = 0; i < at->n_rows; i += CACHE_LINE / sizeof *at->rows)
    __builtin_prefetch (&at->rows[i]);
}

static void
count_areas_anew (BayanTallies *self)
{
  for (guint side = 0; side < BAYAN_N_SIDES; side++)
    bayan_area_sums_reset (self->areas, (BayanAreaSide) side);
  for (guint slot = 0; slot < self->slots->len; slot++)
    {
      fetch_rows (self, slot + FETCHED_AHEAD);
      move_areas (self, slot, 1);
    }
}

static void
settle (BayanTallies *self)
{
  for (guint i = 0; i < self->out->len; i++)
    {
      guint slot = g_array_index (self->out, guint, i);

      bayan_slot_set_set (&self->is_out, slot, FALSE);
      if (!self->areas_moved)
        move_areas (self, slot, 1);
    }
  g_array_set_size (self->out, 0);
  if (self->areas_moved)
    count_areas_anew (self);
  self->areas_moved = FALSE;
}

/**
 * bayan_tallies_set_view:
 *
 * Says what the counts by area are of; at first that is %BAYAN_AREA_VIEW_USUAL.
 */
void
bayan_tallies_set_view (BayanTallies *self, const BayanAreaView *view)
{
  self->areas_moved |= bayan_area_sums_set_view (self->areas, view);
}

const BayanAreaView *
bayan_tallies_get_view (const BayanTallies *self)
{
  return bayan_area_sums_get_view (self->areas);
}

/**
 * bayan_tallies_set_is_before:
 * @is_before: whether the statement in @slot is one of those that the scope is compared with
 */
void
bayan_tallies_set_is_before (BayanTallies *self, guint slot, gboolean is_before)
{
  if (slot >= self->slots->len || bayan_slot_set_contains (&self->before, slot) == !!is_before)
    return;
  touch (self, slot);
  bayan_slot_set_set (&self->before, slot, is_before);
}

/**
 * bayan_tallies_get_n_areas:
 *
 * Returns: the highest number of an area at the view's level; they begin with 1, and keep their numbers
 */
guint
bayan_tallies_get_n_areas (const BayanTallies *self)
{
  return bayan_area_sums_get_n_areas (self->areas);
}

/* Returns: its key, see bayan-areas.h; stays */
const char *
bayan_tallies_get_area_key (const BayanTallies *self, guint area)
{
  return bayan_area_sums_get_key (self->areas, area);
}

/* Returns: 0 where nothing ever pointed there */
guint
bayan_tallies_find_area (const BayanTallies *self, const char *key)
{
  return bayan_area_sums_find (self->areas, key);
}

BayanAreaCount
bayan_tallies_get_area_count (BayanTallies *self, BayanAreaSide side, guint area)
{
  settle (self);
  return bayan_area_sums_get (self->areas, side, area);
}

/**
 * bayan_tallies_names_area:
 *
 * Returns: whether the statement in @slot has a mention that counts for @area, in scope or not
 */
gboolean
bayan_tallies_names_area (const BayanTallies *self, guint slot, guint area)
{
  const Slot *at = slot < self->slots->len ? &g_array_index (self->slots, Slot, slot) : NULL;

  for (guint i = 0; at != NULL && i < at->n_rows; i++)
    if (bayan_area_sums_find_area_of (self->areas, at->rows[i]) == area)
      return TRUE;
  return FALSE;
}

/**
 * bayan_tallies_foreach_entity:
 * @func: (scope call): its type is %BAYAN_MENTION_N_TYPES where mentions of any count
 */
void
bayan_tallies_foreach_entity (const BayanTallies *self, guint area, BayanAreaEntityFunc func, gpointer data)
{
  guint n_entities = bayan_area_sums_get_n_entities (self->areas);

  for (guint32 entity = 1; entity < n_entities; entity++)
    {
      gboolean points_there;
      BayanMentionType type = bayan_area_sums_find_type (self->areas, area, entity, &points_there);

      if (points_there)
        func (entity, type, data);
    }
}

static guint32
country_number (BayanTallies *self, const char *iso3)
{
  gpointer known = g_hash_table_lookup (self->country_numbers, iso3);
  char *name;

  if (known != NULL)
    return GPOINTER_TO_UINT (known);
  name = g_strdup (iso3);
  g_ptr_array_add (self->countries, name);
  g_hash_table_insert (self->country_numbers, name, GUINT_TO_POINTER (self->countries->len - 1));
  return self->countries->len - 1;
}

static guint32
country_of_entity (const BayanTallies *self, guint32 entity)
{
  return entity < self->country_of->len ? g_array_index (self->country_of, guint32, entity) : 0;
}

/**
 * bayan_tallies_set_entity:
 * @number: of the entity in the library
 *
 * Says what the entity with that number is. What it counts already follows it to its country.
 */
void
bayan_tallies_set_entity (BayanTallies *self, guint32 number, const BayanEntity *entity)
{
  const char *iso3 = bayan_location_get_country (entity->key, entity->iso3, entity->area);
  guint32 before = country_of_entity (self, number);
  guint32 now = iso3 != NULL && *iso3 != '\0' ? country_number (self, iso3) : 0;
  BayanCount count = counter_get (&self->entities, number);

  /* A new one has no mentions yet. */
  self->areas_moved |= bayan_area_sums_set_entity (self->areas, number, entity)
                       && number < self->country_of->len;
  if (number >= self->country_of->len)
    g_array_set_size (self->country_of, number + 1);
  g_array_index (self->country_of, guint32, number) = now;
  if (count.n_mentions == 0 || before == now)
    return;
  if (before != 0)
    counter_move (&self->by_country, before, count, -1);
  if (now != 0)
    counter_move (&self->by_country, now, count, 1);
}

/* @step: 1 when the row comes into the counts, -1 when it leaves them */
static void
count_row (BayanTallies *self, BayanTallyRow row, int step)
{
  BayanCount one = { 1, row.status == BAYAN_STATUS_CONFIRMED };
  guint32 country;

  if (row.status == BAYAN_STATUS_REJECTED || row.entity == 0)
    return;
  counter_move (&self->entities, row.entity, one, step);
  country = country_of_entity (self, row.entity);
  if (country != 0)
    counter_move (&self->by_country, country, one, step);
}

static void
count_slot (BayanTallies *self, const Slot *slot, int step)
{
  for (guint i = 0; i < slot->n_rows; i++)
    count_row (self, slot->rows[i], step);
}

static guint
take_free_slot (BayanTallies *self)
{
  guint slot;

  if (self->free_slots->len == 0)
    {
      g_array_set_size (self->slots, self->slots->len + 1);
      return self->slots->len - 1;
    }
  slot = g_array_index (self->free_slots, guint, self->free_slots->len - 1);
  g_array_set_size (self->free_slots, self->free_slots->len - 1);
  return slot;
}

/**
 * bayan_tallies_find_slot:
 *
 * Returns: the slot of @statement, BAYAN_TALLIES_NO_SLOT if it was not added
 */
guint
bayan_tallies_find_slot (const BayanTallies *self, gint64 statement)
{
  gpointer found = bayan_steady_table_lookup (self->slot_of, &statement);

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : BAYAN_TALLIES_NO_SLOT;
}

/**
 * bayan_tallies_add_statement:
 *
 * Adds a statement without mentions and out of scope; does nothing if it is there.
 *
 * Returns: its slot, which it keeps until it is removed
 */
guint
bayan_tallies_add_statement (BayanTallies *self, gint64 statement)
{
  guint slot = bayan_tallies_find_slot (self, statement);

  if (slot != BAYAN_TALLIES_NO_SLOT)
    return slot;
  slot = take_free_slot (self);
  g_array_index (self->slots, Slot, slot).statement = statement;
  bayan_steady_table_replace (self->slot_of, g_memdup2 (&statement, sizeof statement),
                              GUINT_TO_POINTER (slot + 1));
  return slot;
}

/**
 * bayan_tallies_remove_statement:
 *
 * Removes a statement and what is left of its mentions. Its slot will be another statement's one day.
 */
void
bayan_tallies_remove_statement (BayanTallies *self, gint64 statement)
{
  guint slot = bayan_tallies_find_slot (self, statement);
  Slot *gone;

  if (slot == BAYAN_TALLIES_NO_SLOT)
    return;
  bayan_tallies_set_in_scope (self, slot, FALSE);
  bayan_tallies_set_is_before (self, slot, FALSE);
  touch (self, slot);
  gone = &g_array_index (self->slots, Slot, slot);
  g_free (gone->rows);
  memset (gone, 0, sizeof *gone);
  bayan_steady_table_remove (self->slot_of, &statement);
  g_array_append_val (self->free_slots, slot);
}

/* Those of one statement; there is no room to spare where they are its first. */
static void
add_rows (BayanTallies *self, const BayanTally *tallies, guint n_tallies)
{
  guint at = bayan_tallies_find_slot (self, tallies->statement);
  Slot *slot;

  if (at == BAYAN_TALLIES_NO_SLOT)
    return;
  touch (self, at);
  slot = &g_array_index (self->slots, Slot, at);
  if (slot->n_rows + n_tallies > slot->n_allocated)
    {
      slot->n_allocated = MAX (slot->n_rows + n_tallies, slot->n_allocated + slot->n_allocated / 2);
      slot->rows = g_renew (BayanTallyRow, slot->rows, slot->n_allocated);
    }
  for (guint i = 0; i < n_tallies; i++)
    {
      BayanTallyRow row = { tallies[i].entity, tallies[i].type, tallies[i].status };

      slot->rows[slot->n_rows++] = row;
      if (bayan_slot_set_contains (&self->scope, at))
        count_row (self, row, 1);
    }
}

/**
 * bayan_tallies_add:
 * @tallies: (array length=n_tallies): mentions of statements that were added; those of a statement should stand
 * together
 */
void
bayan_tallies_add (BayanTallies *self, const BayanTally *tallies, guint n_tallies)
{
  for (guint i = 0, n = 0; i < n_tallies; i += n)
    {
      for (n = 1; i + n < n_tallies && tallies[i + n].statement == tallies[i].statement; n++)
        ;
      add_rows (self, &tallies[i], n);
    }
}

/**
 * bayan_tallies_remove:
 * @tally: as it was added
 *
 * Takes one such mention away; does nothing where there is none.
 */
void
bayan_tallies_remove (BayanTallies *self, const BayanTally *tally)
{
  guint at = bayan_tallies_find_slot (self, tally->statement);
  Slot *slot = at != BAYAN_TALLIES_NO_SLOT ? &g_array_index (self->slots, Slot, at) : NULL;

  for (guint i = 0; slot != NULL && i < slot->n_rows; i++)
    {
      BayanTallyRow row = slot->rows[i];
      if (row.entity != tally->entity || row.type != tally->type || row.status != tally->status)
        continue;
      touch (self, at);
      slot->rows[i] = slot->rows[--slot->n_rows];
      if (bayan_slot_set_contains (&self->scope, at))
        count_row (self, row, -1);
      return;
    }
}

/**
 * bayan_tallies_set_in_scope:
 * @slot: of a statement
 * @in_scope: whether its mentions count from now on
 */
void
bayan_tallies_set_in_scope (BayanTallies *self, guint slot, gboolean in_scope)
{
  if (slot >= self->slots->len || bayan_slot_set_contains (&self->scope, slot) == !!in_scope)
    return;
  touch (self, slot);
  bayan_slot_set_set (&self->scope, slot, in_scope);
  count_slot (self, &g_array_index (self->slots, Slot, slot), in_scope ? 1 : -1);
}

gboolean
bayan_tallies_is_in_scope (const BayanTallies *self, guint slot)
{
  return bayan_slot_set_contains (&self->scope, slot);
}

/* Takes every statement out of scope. */
void
bayan_tallies_clear_scope (BayanTallies *self)
{
  for (guint slot = 0; slot < self->slots->len; slot++)
    bayan_tallies_set_in_scope (self, slot, FALSE);
}

BayanCount
bayan_tallies_get_count (const BayanTallies *self, guint32 entity)
{
  return counter_get (&self->entities, entity);
}

BayanCount
bayan_tallies_get_country_count (const BayanTallies *self, const char *iso3)
{
  gpointer number = g_hash_table_lookup (self->country_numbers, iso3);

  return counter_get (&self->by_country, GPOINTER_TO_UINT (number));
}

/**
 * bayan_tallies_take_changed_entities:
 *
 * Returns: (transfer full) (element-type guint32): each entity whose count was moved since the last call,
 * once, even if it was moved back
 */
GArray *
bayan_tallies_take_changed_entities (BayanTallies *self)
{
  return counter_take_changed (&self->entities);
}

/**
 * bayan_tallies_take_changed_countries:
 *
 * Returns: (transfer full) (element-type utf8): the same for countries, as ISO 3166-1 alpha-3; strings
 * borrowed
 */
GPtrArray *
bayan_tallies_take_changed_countries (BayanTallies *self)
{
  g_autoptr (GArray) numbers = counter_take_changed (&self->by_country);
  GPtrArray *names = g_ptr_array_sized_new (numbers->len);

  for (guint i = 0; i < numbers->len; i++)
    g_ptr_array_add (names, self->countries->pdata[g_array_index (numbers, guint32, i)]);
  return names;
}

/**
 * bayan_tallies_country_of:
 *
 * Returns: (nullable): ISO 3166-1 alpha-3 of the country that mentions of @entity point to
 */
const char *
bayan_tallies_country_of (const BayanTallies *self, guint32 entity)
{
  return self->countries->pdata[country_of_entity (self, entity)];
}

static guint
count_rows (const Slot *slot, guint32 entity)
{
  guint n_mentions = 0;

  for (guint i = 0; i < slot->n_rows; i++)
    n_mentions += slot->rows[i].entity == entity && slot->rows[i].status != BAYAN_STATUS_REJECTED;
  return n_mentions;
}

/* Returns: how many mentions of @entity that are not rejected the statement in @slot has, in scope or not */
guint
bayan_tallies_count_in (const BayanTallies *self, guint slot, guint32 entity)
{
  return slot < self->slots->len ? count_rows (&g_array_index (self->slots, Slot, slot), entity) : 0;
}

/**
 * bayan_tallies_names_entity:
 *
 * Returns: whether the statement in @slot has a mention of @entity that is not rejected
 */
gboolean
bayan_tallies_names_entity (const BayanTallies *self, guint slot, guint32 entity)
{
  const Slot *at = slot < self->slots->len ? &g_array_index (self->slots, Slot, slot) : NULL;

  for (guint i = 0; at != NULL && i < at->n_rows; i++)
    if (at->rows[i].entity == entity && at->rows[i].status != BAYAN_STATUS_REJECTED)
      return TRUE;
  return FALSE;
}

/**
 * bayan_tallies_count_everywhere:
 * @n_statements: (out): in how many statements
 *
 * Returns: how many mentions of @entity there are that are not rejected, in scope or not; one pass over all of them
 */
guint
bayan_tallies_count_everywhere (const BayanTallies *self, guint32 entity, guint *n_statements)
{
  guint n_mentions = 0;

  *n_statements = 0;
  for (guint i = 0; i < self->slots->len; i++)
    {
      guint n_here = count_rows (&g_array_index (self->slots, Slot, i), entity);

      n_mentions += n_here;
      *n_statements += n_here > 0;
    }
  return n_mentions;
}

/**
 * bayan_tallies_points_to:
 *
 * Returns: whether the statement in @slot has a mention that points to the country @iso3 and is not rejected
 */
gboolean
bayan_tallies_points_to (const BayanTallies *self, guint slot, const char *iso3)
{
  guint32 country = GPOINTER_TO_UINT (g_hash_table_lookup (self->country_numbers, iso3));
  const Slot *at = slot < self->slots->len && country != 0 ? &g_array_index (self->slots, Slot, slot) : NULL;

  for (guint i = 0; at != NULL && i < at->n_rows; i++)
    if (at->rows[i].status != BAYAN_STATUS_REJECTED
        && country_of_entity (self, at->rows[i].entity) == country)
      return TRUE;
  return FALSE;
}
