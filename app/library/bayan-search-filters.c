/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a query that are not in the index. Each looks only at statements that are left. */
#include "bayan-search-private.h"

#include <string.h>

#include "bayan-entity-table.h"
#include "bayan-fold.h"
#include "bayan-location.h"
#include "bayan-query-values.h"

/* Dates: as the list's own range takes them: what is not known of a date may be anything. */

static gboolean
can_lie (gint32 day, gint32 from, gint32 to)
{
  gint32 month = day / 100 % 100, of_month = day % 100;
  gint32 first = day / 10000 * 10000 + MAX (month, 1) * 100 + MAX (of_month, 1);
  gint32 last = day / 10000 * 10000 + (month != 0 ? month : 99) * 100 + (of_month != 0 ? of_month : 99);

  return day >= 10000 && last >= from && first <= to;
}

static guint8 *
filter_dates (BayanSearch *self, const BayanQueryNode *field, const guint8 *within)
{
  guint8 *set = g_new0 (guint8, self->order->len + 1);

  for (guint i = 0; i < self->order->len; i++)
    set[i] = (within == NULL || within[i])
             && can_lie (g_array_index (self->order, BayanDated, i).day, field->from, field->to);
  return set;
}

/* Entities by name */

/* Whether the words of @wanted stand in @name, with ال or without it. Both are folded, and @wanted has no ال. */
static gboolean
holds_words (const char *name, const char *wanted)
{
  gsize length = strlen (wanted);

  for (const char *at = strstr (name, wanted); at != NULL; at = strstr (at + 1, wanted))
    {
      const char *before = at;

      if (before - name >= (gssize) strlen ("ال") && g_str_has_prefix (before - strlen ("ال"), "ال"))
        before -= strlen ("ال");
      if ((before == name || before[-1] == ' ' || at == name || at[-1] == ' ')
          && (at[length] == '\0' || at[length] == ' '))
        return TRUE;
    }
  return FALSE;
}

/* @name: (nullable) */
static gboolean
is_called (const char *name, const char *wanted)
{
  g_autofree char *folded = name != NULL ? bayan_fold (name, -1, BAYAN_FOLD_SEARCH) : NULL;

  return folded != NULL && holds_words (folded, wanted);
}

/* @own: (nullable): what the analyst calls it; it is found as what it was called, too: so texts have it */
static gboolean
is_entity (sqlite3_stmt *query, const BayanOwnEntity *own, const char *typed, const char *wanted)
{
  return g_strcmp0 ((const char *) sqlite3_column_text (query, 1), typed) == 0
         || (*wanted != '\0'
             && (is_called ((const char *) sqlite3_column_text (query, 2), wanted)
                 || is_called ((const char *) sqlite3_column_text (query, 3), wanted)
                 || (own != NULL && (is_called (own->name_ar, wanted) || is_called (own->name_en, wanted)))));
}

static gboolean
points_to (sqlite3_stmt *query, const BayanOwnEntity *own, const char *iso3)
{
  const char *country = bayan_location_get_country (
      (const char *) sqlite3_column_text (query, 1), (const char *) sqlite3_column_text (query, 4),
      own != NULL && bayan_own_entity_is_placed (own) ? own->area : NULL);

  return g_strcmp0 (country, iso3) == 0;
}

/**
 * bayan_search_find_entities:
 * @field: ENTITY or COUNTRY
 *
 * Returns: (transfer full) (nullable): the numbers of those that it means, and of what those are the same as
 */
GHashTable *
bayan_search_find_entities (BayanSearch *self, const BayanQueryNode *field, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self->database,
                                                "SELECT id, key, name_ar, name_en, iso3 FROM entity", error);
  g_autoptr (GHashTable) entities = g_hash_table_new (NULL, NULL);
  g_autofree char *wanted = bayan_query_fold_name (field->text);
  BayanStep step;

  if (query == NULL)
    return NULL;
  while ((step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    {
      guint32 number = (guint32) sqlite3_column_int64 (query, 0);
      const BayanOwnEntity *own = bayan_entity_table_get_own (self->store->entities, number);

      if (field->kind == BAYAN_QUERY_ENTITY && is_entity (query, own, field->text, wanted))
        g_hash_table_add (entities,
                          GUINT_TO_POINTER (bayan_entity_table_follow (self->store->entities, number)));
      else if (field->kind == BAYAN_QUERY_COUNTRY && points_to (query, own, field->text))
        g_hash_table_add (entities, GUINT_TO_POINTER (number));
    }
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&entities) : NULL;
}

static guint8 *
filter_entities (BayanSearch *self, const BayanQueryNode *field, const guint8 *within, GError **error)
{
  g_autoptr (GHashTable) entities = bayan_search_find_entities (self, field, error);

  return entities != NULL ? bayan_search_filter_marks (self, 0, entities, within, error) : NULL;
}

/* Sources */

/* The same few names again and again: what is found of one is kept. */
static gboolean
holds (GHashTable *known, const char *name, const char *wanted)
{
  gpointer found;
  g_autofree char *folded = NULL;

  if (name == NULL)
    return FALSE;
  if (g_hash_table_lookup_extended (known, name, NULL, &found))
    return GPOINTER_TO_INT (found);
  folded = bayan_fold (name, -1, BAYAN_FOLD_SEARCH);
  found = GINT_TO_POINTER (strstr (folded, wanted) != NULL);
  g_hash_table_insert (known, g_strdup (name), found);
  return GPOINTER_TO_INT (found);
}

static guint8 *
filter_sources (BayanSearch *self, const BayanQueryNode *field, const guint8 *within, GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (self->database,
                              "SELECT statement.id, outlet, issuer, site.name, source.name FROM statement"
                              " JOIN source ON source.id = source LEFT JOIN site ON site.id = site",
                              error);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *set = g_new0 (guint8, self->order->len + 1);
  g_autofree char *wanted = g_strstrip (bayan_fold (field->text, -1, BAYAN_FOLD_SEARCH));
  BayanStep step;

  if (query == NULL)
    return NULL;
  while ((step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    for (int column = 1; column <= 4; column++)
      if (holds (known, (const char *) sqlite3_column_text (query, column), wanted))
        {
          bayan_search_mark (self, set, sqlite3_column_int64 (query, 0));
          break;
        }
  for (guint i = 0; within != NULL && i < self->order->len; i++)
    set[i] &= within[i];
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&set) : NULL;
}

guint8 *
bayan_search_filter (BayanSearch *self, const BayanQueryNode *field, const guint8 *within, GError **error)
{
  switch (field->kind)
    {
    case BAYAN_QUERY_DATE:
      return filter_dates (self, field, within);
    case BAYAN_QUERY_TYPE:
      return bayan_search_filter_marks (self, field->number, NULL, within, error);
    case BAYAN_QUERY_ENTITY:
    case BAYAN_QUERY_COUNTRY:
      return filter_entities (self, field, within, error);
    case BAYAN_QUERY_SOURCE:
      return filter_sources (self, field, within, error);
    case BAYAN_QUERY_ACT:
      return bayan_search_filter_acts (self, field, within, error);
    default:
      g_return_val_if_reached (NULL);
    }
}
