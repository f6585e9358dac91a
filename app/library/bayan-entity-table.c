/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-table.h"

#include <math.h>

#include "bayan-own-entity-table.h"
#include "bayan-variant-table.h"
#include "bayan-word-table.h"

/* What an entity that is known by key still lacks: a later import may bring it. */
enum {
  LACKS_NAME_AR = 1 << 0,
  LACKS_NAME_EN = 1 << 1,
  LACKS_ISO3 = 1 << 2,
  LACKS_PLACE = 1 << 3,
};

typedef struct {
  const char *key; /* owned by the table of numbers */
  guint8 lacks;
  guint8 found_type;   /* BayanMentionType */
  guint8 type;         /* as the analyst wants it */
  guint8 has_variants; /* whether some words name another one */
  guint32 target;      /* what it is the same as; 0: itself */
} Known;

struct _BayanEntityTable {
  BayanDatabase *database;
  BayanWordTable *words;
  GHashTable *numbers;  /* key → number */
  GArray *known;        /* of Known, by number; holes have no key */
  GHashTable *owns;     /* number → BayanOwnEntity: what the analyst says */
  GHashTable *variants; /* "NUMBER words" → number: see bayan-variant-table.h */
  gboolean maps_types;  /* whether what comes may have to have another type */
};

BayanEntityTable *
bayan_entity_table_new (BayanDatabase *database, BayanWordTable *words)
{
  BayanEntityTable *self = g_new0 (BayanEntityTable, 1);

  self->database = database;
  self->words = words;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known = g_array_new (FALSE, TRUE, sizeof (Known));
  self->owns = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) bayan_own_entity_free);
  self->variants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
bayan_entity_table_free (BayanEntityTable *self)
{
  g_hash_table_unref (self->numbers);
  g_array_unref (self->known);
  g_hash_table_unref (self->owns);
  g_hash_table_unref (self->variants);
  g_free (self);
}

static guint8
lacks_of (const BayanEntity *entity)
{
  return (entity->name_ar == NULL ? LACKS_NAME_AR : 0) | (entity->name_en == NULL ? LACKS_NAME_EN : 0)
         | (entity->iso3 == NULL ? LACKS_ISO3 : 0)
         | (isnan (entity->latitude) || isnan (entity->longitude) ? LACKS_PLACE : 0);
}

/**
 * bayan_entity_table_get_own:
 *
 * Returns: (transfer none) (nullable): what the analyst says of it
 */
const BayanOwnEntity *
bayan_entity_table_get_own (BayanEntityTable *self, guint32 number)
{
  return g_hash_table_lookup (self->owns, GUINT_TO_POINTER (number));
}

static guint8
type_of (BayanEntityTable *self, guint32 number, guint8 found_type)
{
  const BayanOwnEntity *own = bayan_entity_table_get_own (self, number);

  return own != NULL && own->type >= 0 ? (guint8) own->type : found_type;
}

static void
remember (BayanEntityTable *self, guint32 number, const BayanEntity *entity)
{
  Known known = { g_strdup (entity->key),
                  lacks_of (entity),
                  (guint8) entity->type,
                  type_of (self, number, (guint8) entity->type),
                  FALSE,
                  0 };

  if (self->known->len <= number)
    g_array_set_size (self->known, number + 1);
  self->maps_types |= known.type != known.found_type;
  g_array_index (self->known, Known, number) = known;
  g_hash_table_insert (self->numbers, (gpointer) known.key, GUINT_TO_POINTER (number));
}

static double
read_degrees (sqlite3_stmt *query, int column)
{
  return sqlite3_column_type (query, column) == SQLITE_NULL ? NAN : sqlite3_column_double (query, column);
}

/**
 * bayan_entity_table_read_names:
 * @column: where in @query name_ar, name_en, iso3, latitude and longitude begin
 */
void
bayan_entity_table_read_names (sqlite3_stmt *query, int column, BayanEntity *entity)
{
  entity->name_ar = bayan_query_dup_text (query, column);
  entity->name_en = bayan_query_dup_text (query, column + 1);
  entity->iso3 = bayan_query_dup_text (query, column + 2);
  entity->latitude = read_degrees (query, column + 3);
  entity->longitude = read_degrees (query, column + 4);
}

static BayanEntity *
read_entity (BayanEntityTable *self, sqlite3_stmt *query, GError **error)
{
  BayanMentionType type;
  BayanEntity *entity;

  if (!bayan_word_table_as_type (self->words, sqlite3_column_int64 (query, 2), &type, error))
    return NULL;
  entity = bayan_entity_new (bayan_query_get_text (query, 1), type);
  bayan_entity_table_read_names (query, 3, entity);
  return entity;
}

/* @found: as its sources have it */
static void
add_numbered (BayanEntityTable *self, GPtrArray *entities, guint32 number, const BayanEntity *found)
{
  BayanNumberedEntity *numbered = g_new (BayanNumberedEntity, 1);
  const BayanOwnEntity *own = bayan_entity_table_get_own (self, number);

  numbered->number = number;
  numbered->entity = bayan_own_entity_apply (own, found);
  numbered->own = own != NULL ? bayan_own_entity_copy (own) : NULL;
  g_ptr_array_add (entities, numbered);
}

static gboolean
load_row (BayanEntityTable *self, sqlite3_stmt *query, GPtrArray *entities, GError **error)
{
  g_autoptr (BayanEntity) entity = read_entity (self, query, error);
  gint64 number = sqlite3_column_int64 (query, 0);

  if (entity == NULL)
    return FALSE;
  if (number < 1 || number > G_MAXINT32 / 64)
    {
      g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
                   "no entity has number %" G_GINT64_FORMAT, number);
      return FALSE;
    }
  remember (self, (guint32) number, entity);
  if (entities != NULL)
    add_numbered (self, entities, (guint32) number, entity);
  return TRUE;
}

static gboolean
load_targets (BayanEntityTable *self, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      self->database, "SELECT one + other - target, target FROM entity_pair WHERE target IS NOT NULL", error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    bayan_entity_table_set_target (self, (guint32) sqlite3_column_int64 (query, 0),
                                   (guint32) sqlite3_column_int64 (query, 1));
  return step == BAYAN_STEP_DONE;
}

/**
 * bayan_entity_table_load:
 * @entities: (nullable) (element-type BayanNumberedEntity): where to add all of them
 *
 * Reads the table; again after a transaction that was rolled back.
 */
gboolean
bayan_entity_table_load (BayanEntityTable *self, GPtrArray *entities, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      self->database, "SELECT id, key, type, name_ar, name_en, iso3, latitude, longitude FROM entity", error);
  BayanStep step = BAYAN_STEP_ERROR;

  g_hash_table_remove_all (self->numbers);
  g_array_set_size (self->known, 0);
  g_hash_table_remove_all (self->owns);
  self->maps_types = FALSE;
  if (query == NULL || !bayan_own_entity_table_load (self->database, self->words, self->owns, error))
    return FALSE;
  while ((step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    if (!load_row (self, query, entities, error))
      {
        sqlite3_reset (query);
        return FALSE;
      }
  return step == BAYAN_STEP_DONE && load_targets (self, error)
         && bayan_variant_table_load (self->database, self, error);
}

static void
bind_degrees (sqlite3_stmt *query, int parameter, double degrees)
{
  /* SQLite stores NaN as NULL. */
  sqlite3_bind_double (query, parameter, degrees);
}

static gboolean
write_entity (BayanEntityTable *self, sqlite3_stmt *query, const BayanEntity *entity, GError **error)
{
  gint64 type = bayan_word_table_of_type (self->words, entity->type, error);

  if (query == NULL || type == 0)
    return FALSE;
  bayan_query_bind_text (query, 1, entity->key);
  sqlite3_bind_int64 (query, 2, type);
  bayan_query_bind_text (query, 3, entity->name_ar);
  bayan_query_bind_text (query, 4, entity->name_en);
  bayan_query_bind_text (query, 5, entity->iso3);
  bind_degrees (query, 6, entity->latitude);
  bind_degrees (query, 7, entity->longitude);
  return bayan_database_run (self->database, query, error);
}

static guint32
insert (BayanEntityTable *self, const BayanEntity *entity, BayanLibraryChange *change, GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (self->database,
                              "INSERT INTO entity (key, type, name_ar, name_en, iso3, latitude, longitude)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                              error);
  guint32 number;

  if (!write_entity (self, query, entity, error))
    return 0;
  number = (guint32) sqlite3_last_insert_rowid (bayan_database_get_handle (self->database));
  remember (self, number, entity);
  add_numbered (self, change->entities_added, number, entity);
  return number;
}

/**
 * bayan_entity_table_tell:
 *
 * Says in @change what the entity with @number is now.
 */
gboolean
bayan_entity_table_tell (BayanEntityTable *self, guint32 number, BayanLibraryChange *change, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      self->database,
      "SELECT id, key, type, name_ar, name_en, iso3, latitude, longitude FROM entity WHERE id = ?", error);
  g_autoptr (BayanEntity) entity = NULL;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, number);
  if (bayan_database_step (self->database, query, error) != BAYAN_STEP_ROW)
    return FALSE;
  entity = read_entity (self, query, error);
  sqlite3_reset (query);
  if (entity == NULL)
    return FALSE;
  g_array_index (self->known, Known, number).lacks = lacks_of (entity);
  add_numbered (self, change->entities_added, number, entity);
  return TRUE;
}

/* What is there stays: an analyst may have chosen it. */
static gboolean
complete (BayanEntityTable *self, guint32 number, const BayanEntity *entity, BayanLibraryChange *change,
          GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (self->database,
                                                "UPDATE entity SET name_ar = coalesce (name_ar, ?3), name_en "
                                                "= coalesce (name_en, ?4), iso3 = coalesce (iso3, ?5),"
                                                " latitude = coalesce (latitude, ?6), longitude = coalesce "
                                                "(longitude, ?7) WHERE key = ?1 AND ?2 IS NOT NULL",
                                                error);

  return write_entity (self, query, entity, error) && bayan_entity_table_tell (self, number, change, error);
}

/* Returns: the number of what it is the same as, which may be the same as a third; or @number */
guint32
bayan_entity_table_follow (BayanEntityTable *self, guint32 number)
{
  for (guint i = 0; number != 0 && i < self->known->len; i++)
    {
      guint32 target = g_array_index (self->known, Known, number).target;

      if (target == 0)
        break;
      number = target;
    }
  return number;
}

/**
 * bayan_entity_table_intern:
 * @change: where a new entity, or one that has new names, is added
 *
 * Returns: the number of @entity, which is added if its key is new and completed if it brings what was
 * lacking; 0 on error
 */
guint32
bayan_entity_table_intern (BayanEntityTable *self, const BayanEntity *entity, BayanLibraryChange *change,
                           GError **error)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, entity->key));

  if (number == 0)
    return insert (self, entity, change, error);
  if (bayan_entity_table_follow (self, number) != number)
    return bayan_entity_table_follow (self, number);
  if ((g_array_index (self->known, Known, number).lacks & ~lacks_of (entity)) != 0
      && !complete (self, number, entity, change, error))
    return 0;
  return number;
}

/**
 * bayan_entity_table_rename:
 *
 * What has the key of @entity is called as @entity is from now on, and by no other name; it is added where there is none.
 */
gboolean
bayan_entity_table_rename (BayanEntityTable *self, const BayanEntity *entity, BayanLibraryChange *change,
                           GError **error)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, entity->key));
  sqlite3_stmt *query;

  if (number == 0)
    return insert (self, entity, change, error) != 0;
  query = bayan_database_prepare (self->database,
                                  "UPDATE entity SET name_ar = ?2, name_en = ?3 WHERE id = ?1", error);
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, number);
  bayan_query_bind_text (query, 2, entity->name_ar);
  bayan_query_bind_text (query, 3, entity->name_en);
  return bayan_database_run (self->database, query, error)
         && bayan_entity_table_tell (self, number, change, error);
}

/**
 * bayan_entity_table_find:
 *
 * Returns: the number of the entity with @key, or of what it is the same as; or 0
 */
guint32
bayan_entity_table_find (BayanEntityTable *self, const char *key)
{
  return bayan_entity_table_follow (self, GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key)));
}

/* From now on @number is @target. A number that no entity has is passed over. */
void
bayan_entity_table_set_target (BayanEntityTable *self, guint32 number, guint32 target)
{
  if (number >= self->known->len || target >= self->known->len || number == target)
    return;
  g_array_index (self->known, Known, number).target = target;
  self->maps_types = TRUE;
}

/* Neither is the other any more. */
void
bayan_entity_table_part (BayanEntityTable *self, guint32 one, guint32 other)
{
  const guint32 numbers[] = { one, other };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i] < self->known->len
        && g_array_index (self->known, Known, numbers[i]).target == numbers[1 - i])
      g_array_index (self->known, Known, numbers[i]).target = 0;
}

/**
 * bayan_entity_table_set_own:
 * @own: (nullable): what the analyst says of the entity from now on
 */
void
bayan_entity_table_set_own (BayanEntityTable *self, guint32 number, const BayanOwnEntity *own)
{
  Known *known;

  if (own != NULL)
    g_hash_table_replace (self->owns, GUINT_TO_POINTER (number), bayan_own_entity_copy (own));
  else
    g_hash_table_remove (self->owns, GUINT_TO_POINTER (number));
  if (number >= self->known->len)
    return;
  known = &g_array_index (self->known, Known, number);
  known->type = type_of (self, number, known->found_type);
  self->maps_types |= known->type != known->found_type;
}

/* Returns: the type of the entity with @number, which there is, as the analyst wants it */
BayanMentionType
bayan_entity_table_get_type_of (BayanEntityTable *self, guint32 number)
{
  return (BayanMentionType) g_array_index (self->known, Known, number).type;
}

/**
 * bayan_entity_table_map_type:
 * @key: (nullable): of what something that comes names
 * @type: that it has
 * @number: of the entity that it is in this library
 *
 * Returns: the type that it has to have: that of the entity, as the analyst wants it, where it comes as what its key is
 */
BayanMentionType
bayan_entity_table_map_type (BayanEntityTable *self, const char *key, BayanMentionType type, guint32 number)
{
  guint32 before = self->maps_types && key != NULL
                       ? GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key))
                       : 0;

  if (before == 0 || number == 0 || g_array_index (self->known, Known, before).found_type != type)
    return type;
  return bayan_entity_table_get_type_of (self, number);
}

/* Variants */

static char *
make_variant_key (guint32 number, const char *words)
{
  return g_strdup_printf ("%u %s", number, words);
}

void
bayan_entity_table_forget_variants (BayanEntityTable *self)
{
  if (g_hash_table_size (self->variants) == 0)
    return;
  for (guint i = 0; i < self->known->len; i++)
    g_array_index (self->known, Known, i).has_variants = FALSE;
  g_hash_table_remove_all (self->variants);
}

/* From now on @words, folded to match, that come as @number are @target. */
void
bayan_entity_table_set_variant (BayanEntityTable *self, guint32 number, const char *words, guint32 target)
{
  if (number >= self->known->len || target >= self->known->len || number == target)
    return;
  g_array_index (self->known, Known, number).has_variants = TRUE;
  self->maps_types = TRUE;
  g_hash_table_replace (self->variants, make_variant_key (number, words), GUINT_TO_POINTER (target));
}

/* Whether what comes with @key may be one of several entities, as its words are. */
gboolean
bayan_entity_table_asks_words (BayanEntityTable *self, const char *key)
{
  guint32 number;

  if (g_hash_table_size (self->variants) == 0)
    return FALSE;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  for (guint i = 0; number != 0 && i < self->known->len; i++)
    {
      const Known *known = &g_array_index (self->known, Known, number);

      if (known->has_variants)
        return TRUE;
      number = known->target;
    }
  return FALSE;
}

/**
 * bayan_entity_table_find_variant:
 * @words: folded to match
 *
 * Returns: the number of the entity that comes as @key with these words, or 0. What was split from an entity before that
 *   became another one is not the other one.
 */
guint32
bayan_entity_table_find_variant (BayanEntityTable *self, const char *key, const char *words)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  for (guint i = 0; number != 0 && i < self->known->len; i++)
    {
      const Known *known = &g_array_index (self->known, Known, number);
      g_autofree char *variant = known->has_variants ? make_variant_key (number, words) : NULL;
      guint32 next = variant != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->variants, variant)) : 0;

      if (next == 0)
        next = known->target;
      if (next == 0)
        break;
      number = next;
    }
  return number;
}

/**
 * bayan_entity_table_get_key:
 * @number: 0 is none
 *
 * Returns: (nullable): its key
 */
const char *
bayan_entity_table_get_key (BayanEntityTable *self, gint64 number)
{
  return number > 0 && number < self->known->len ? g_array_index (self->known, Known, number).key : NULL;
}
