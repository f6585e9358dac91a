/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include <string.h>

#include "bayan-countries.h"

static BayanEntityItem *
get_item (BayanDesk *self, guint32 number)
{
  return number < self->items->len ? self->items->pdata[number] : NULL;
}

/* A country of the map's twin is called as the library calls it. */
static void
rename_country (BayanDesk *self, const BayanEntity *entity)
{
  BayanEntityItem *item = g_str_has_prefix (entity->key, "iso:")
                              ? g_hash_table_lookup (self->ranking_items, entity->key + strlen ("iso:"))
                              : NULL;
  BayanEntityUpdate renamed;

  if (item == NULL)
    return;
  renamed = (BayanEntityUpdate) {
    item, { bayan_entity_item_get_count (item), bayan_entity_item_get_n_confirmed (item) }, entity
  };
  bayan_entity_list_update (self->ranking, &renamed, 1);
}

static void
learn_place (BayanDesk *self, BayanEntityItem *item, const BayanEntity *entity)
{
  if (entity->area != NULL)
    g_hash_table_add (self->placed, item);
  else
    g_hash_table_remove (self->placed, item);
}

/* An entity that the library has, or has under other names now. Its number and key stay what they are.
 * @own: (nullable): what the analyst says of it */
void
bayan_desk_learn_entity (BayanDesk *self, guint32 number, const BayanEntity *entity,
                         const BayanOwnEntity *own)
{
  BayanEntityItem *item = get_item (self, number);

  bayan_tallies_set_entity (self->tallies, number, entity);
  bayan_desk_forget_folded (self, number);
  if (item != NULL)
    {
      BayanEntityUpdate renamed = {
        item, { bayan_entity_item_get_count (item), bayan_entity_item_get_n_confirmed (item) }, entity
      };
      bayan_entity_item_set_own (item, own);
      learn_place (self, item, entity);
      bayan_entity_list_update (self->entities, &renamed, 1);
      rename_country (self, entity);
      return;
    }
  if (number >= self->items->len)
    g_ptr_array_set_size (self->items, (int) number + 1);
  item = bayan_entity_item_new (entity, number);
  bayan_entity_item_set_own (item, own);
  self->items->pdata[number] = item;
  learn_place (self, item, entity);
  bayan_steady_table_replace (self->item_by_key, g_strdup (entity->key), item);
}

/* Which statements are counted: those that match, or the one in the reader. */
void
bayan_desk_apply_scope (BayanDesk *self)
{
  guint n_statements = bayan_statement_list_get_size (self->statements);

  if (self->scope == BAYAN_SCOPE_STATEMENT)
    {
      if (self->scope_slot == BAYAN_TALLIES_NO_SLOT)
        bayan_tallies_clear_scope (self->tallies);
      else
        bayan_tallies_set_in_scope (self->tallies, self->scope_slot, FALSE);
      self->scope_slot = BAYAN_TALLIES_NO_SLOT;
      if (self->reading != NULL)
        self->scope_slot = bayan_tallies_find_slot (self->tallies, bayan_reading_get_id (self->reading));
      bayan_tallies_set_in_scope (self->tallies, self->scope_slot, TRUE);
      return;
    }
  self->scope_slot = BAYAN_TALLIES_NO_SLOT;
  for (guint i = 0; i < n_statements; i++)
    {
      guint slot = bayan_statement_item_get_slot (bayan_statement_list_peek (self->statements, i));
      bayan_tallies_set_in_scope (self->tallies, slot, bayan_slot_set_contains (&self->matching, slot));
    }
}

static void
flush_entities (BayanDesk *self)
{
  g_autoptr (GArray) changed = bayan_tallies_take_changed_entities (self->tallies);
  g_autofree BayanEntityUpdate *updates = g_new (BayanEntityUpdate, changed->len + 1);
  guint n_updates = 0;

  for (guint i = 0; i < changed->len; i++)
    {
      guint32 number = g_array_index (changed, guint32, i);
      BayanEntityItem *item = get_item (self, number);
      BayanCount count = bayan_tallies_get_count (self->tallies, number);

      if (item != NULL
          && (count.n_mentions != bayan_entity_item_get_count (item)
              || count.n_confirmed != bayan_entity_item_get_n_confirmed (item)))
        updates[n_updates++] = (BayanEntityUpdate) { item, count, NULL };
    }
  bayan_entity_list_update (self->entities, updates, n_updates);
}

/* The country as the library names it; where only its adjective or a place in it occurs, as the gazetteer
 * does. */
static BayanEntity *
make_country (BayanDesk *self, const char *iso3)
{
  g_autofree char *key = g_strconcat ("iso:", iso3, NULL);
  BayanEntityItem *known = bayan_steady_table_lookup (self->item_by_key, key);
  const BayanCountry *country = bayan_country_find (iso3);
  BayanEntity *entity;

  if (known != NULL)
    return bayan_entity_copy (bayan_entity_item_get_entity (known));
  entity = bayan_entity_new (key, BAYAN_MENTION_GPE);
  entity->iso3 = g_strdup (iso3);
  entity->name_ar = g_strdup (country != NULL ? country->name_ar : iso3);
  entity->name_en = g_strdup (country != NULL ? country->name_en : iso3);
  if (country != NULL)
    {
      entity->latitude = country->latitude;
      entity->longitude = country->longitude;
    }
  return entity;
}

static BayanEntityItem *
get_ranking_item (BayanDesk *self, const char *iso3)
{
  BayanEntityItem *item = g_hash_table_lookup (self->ranking_items, iso3);

  if (item == NULL)
    {
      g_autoptr (BayanEntity) entity = make_country (self, iso3);
      item = bayan_entity_item_new (entity, 0);
      g_hash_table_insert (self->ranking_items, g_strdup (iso3), item);
    }
  return item;
}

static void
flush_countries (BayanDesk *self)
{
  g_autoptr (GPtrArray) changed = bayan_tallies_take_changed_countries (self->tallies);
  g_autofree BayanEntityUpdate *updates = g_new (BayanEntityUpdate, changed->len + 1);

  for (guint i = 0; i < changed->len; i++)
    {
      const char *iso3 = changed->pdata[i];
      updates[i] = (BayanEntityUpdate) { get_ranking_item (self, iso3),
                                         bayan_tallies_get_country_count (self->tallies, iso3), NULL };
    }
  bayan_entity_list_update (self->ranking, updates, changed->len);
}

/* Brings the entity list and the ranking up to the tallies. */
void
bayan_desk_flush_counts (BayanDesk *self)
{
  flush_entities (self);
  flush_countries (self);
}

GListModel *
bayan_desk_get_entities (BayanDesk *self)
{
  return G_LIST_MODEL (self->entities);
}

GListModel *
bayan_desk_get_country_ranking (BayanDesk *self)
{
  return G_LIST_MODEL (self->ranking);
}

guint
bayan_desk_get_country_count (BayanDesk *self, const char *iso3)
{
  return bayan_tallies_get_country_count (self->tallies, iso3).n_mentions;
}

/**
 * bayan_desk_find_entity:
 *
 * Returns: (transfer none) (nullable): the item of that key, also when nothing in scope mentions it; for a
 * country that is only pointed to by adjectives or places, the one of the ranking
 */
BayanEntityItem *
bayan_desk_find_entity (BayanDesk *self, const char *entity_key)
{
  BayanEntityItem *item = bayan_steady_table_lookup (self->item_by_key, entity_key);

  if (item == NULL && g_str_has_prefix (entity_key, "iso:"))
    item = g_hash_table_lookup (self->ranking_items, entity_key + strlen ("iso:"));
  return item;
}

/* @key: (nullable). Returns: (nullable): what is known of the entity of that key */
const BayanEntity *
bayan_desk_get_entity (BayanDesk *self, const char *key)
{
  BayanEntityItem *item = key != NULL ? bayan_desk_find_entity (self, key) : NULL;

  return item != NULL ? bayan_entity_item_get_entity (item) : NULL;
}
