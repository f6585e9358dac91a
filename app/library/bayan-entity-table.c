/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-table.h"

#include <math.h>

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
  guint32 target; /* what it is the same as; 0: itself */
} Known;

struct _BayanEntityTable {
  BayanDatabase *database;
  BayanWordTable *words;
  GHashTable *numbers; /* key → number */
  GArray *known;       /* of Known, by number; holes have no key */
};

BayanEntityTable *
bayan_entity_table_new (BayanDatabase *database, BayanWordTable *words)
{
  BayanEntityTable *self = g_new0 (BayanEntityTable, 1);

  self->database = database;
  self->words = words;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known = g_array_new (FALSE, TRUE, sizeof (Known));
  return self;
}

void
bayan_entity_table_free (BayanEntityTable *self)
{
  g_hash_table_unref (self->numbers);
  g_array_unref (self->known);
  g_free (self);
}

static guint8
lacks_of (const BayanEntity *entity)
{
  return (entity->name_ar == NULL ? LACKS_NAME_AR : 0) | (entity->name_en == NULL ? LACKS_NAME_EN : 0)
         | (entity->iso3 == NULL ? LACKS_ISO3 : 0)
         | (isnan (entity->latitude) || isnan (entity->longitude) ? LACKS_PLACE : 0);
}

static void
remember (BayanEntityTable *self, guint32 number, const BayanEntity *entity)
{
  Known known = { g_strdup (entity->key), lacks_of (entity), 0 };

  if (self->known->len <= number)
    g_array_set_size (self->known, number + 1);
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

static void
add_numbered (GPtrArray *entities, guint32 number, BayanEntity *entity)
{
  BayanNumberedEntity *numbered = g_new (BayanNumberedEntity, 1);

  numbered->number = number;
  numbered->entity = entity;
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
    add_numbered (entities, (guint32) number, g_steal_pointer (&entity));
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
  if (query == NULL)
    return FALSE;
  while ((step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    if (!load_row (self, query, entities, error))
      {
        sqlite3_reset (query);
        return FALSE;
      }
  return step == BAYAN_STEP_DONE && load_targets (self, error);
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
  add_numbered (change->entities_added, number, bayan_entity_copy (entity));
  return number;
}

static gboolean
read_again (BayanEntityTable *self, guint32 number, BayanLibraryChange *change, GError **error)
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
  add_numbered (change->entities_added, number, g_steal_pointer (&entity));
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

  return write_entity (self, query, entity, error) && read_again (self, number, change, error);
}

/* What is the same as another is that one, which may be the same as a third. */
static guint32
follow (BayanEntityTable *self, guint32 number)
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
  if (follow (self, number) != number)
    return follow (self, number);
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
  query = bayan_database_prepare (self->database, "UPDATE entity SET name_ar = ?2, name_en = ?3 WHERE id = ?1",
                                  error);
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, number);
  bayan_query_bind_text (query, 2, entity->name_ar);
  bayan_query_bind_text (query, 3, entity->name_en);
  return bayan_database_run (self->database, query, error) && read_again (self, number, change, error);
}

/**
 * bayan_entity_table_find:
 *
 * Returns: the number of the entity with @key, or of what it is the same as; or 0
 */
guint32
bayan_entity_table_find (BayanEntityTable *self, const char *key)
{
  return follow (self, GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key)));
}

/* From now on @number is @target. A number that no entity has is passed over. */
void
bayan_entity_table_set_target (BayanEntityTable *self, guint32 number, guint32 target)
{
  if (number < self->known->len && target < self->known->len && number != target)
    g_array_index (self->known, Known, number).target = target;
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
