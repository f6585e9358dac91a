/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-variant-table.h"

#include <string.h>

#include "bayan-entity-table.h"
#include "bayan-fold.h"
#include "bayan-word-table.h"

#define WORDS "substr (CAST (text AS BLOB), start + 1, end - start)"

/* A row of each mention of one entity that is to be seen, by statement */
#define MENTIONS                                                                                             \
  "SELECT mention.id, mention.statement, " WORDS                                                             \
  ", status FROM mention JOIN body ON body.id = mention.statement"                                           \
  " WHERE entity = ?1 AND mention.statement IN (SELECT statement.id FROM statement JOIN import"              \
  " ON import.id = import WHERE NOT hidden) ORDER BY mention.statement, mention.id"

/* Reads the table; @entities forgets what it had of it. */
gboolean
bayan_variant_table_load (BayanDatabase *database, BayanEntityTable *entities, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (database, "SELECT entity, words, target FROM own_variant",
                                                error);
  BayanStep step = BAYAN_STEP_ERROR;

  bayan_entity_table_forget_variants (entities);
  while (query != NULL && (step = bayan_database_step (database, query, error)) == BAYAN_STEP_ROW)
    bayan_entity_table_set_variant (entities, (guint32) sqlite3_column_int64 (query, 0),
                                    bayan_query_get_text (query, 1),
                                    (guint32) sqlite3_column_int64 (query, 2));
  return step == BAYAN_STEP_DONE;
}

static gboolean
keep_variant (BayanStore *store, guint32 entity, const char *words, guint32 target, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "REPLACE INTO own_variant (entity, words, target) VALUES (?, ?, ?)", error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, entity);
  bayan_query_bind_text (query, 2, words);
  sqlite3_bind_int64 (query, 3, target);
  if (!bayan_database_run (store->database, query, error))
    return FALSE;
  bayan_entity_table_set_variant (store->entities, entity, words, target);
  return TRUE;
}

/* A place of a library that was damaged may cut a letter. */
static char *
fold_words (sqlite3_stmt *query, int column, BayanFoldKey key)
{
  const char *bytes = sqlite3_column_blob (query, column);
  g_autofree char *words = g_utf8_make_valid (bytes != NULL ? bytes : "",
                                              sqlite3_column_bytes (query, column));

  return bayan_fold (words, -1, key);
}

/* The mentions of @entity with one of @words. */
static GArray *
find_mentions (BayanStore *store, guint32 entity, const char *const *words, GError **error)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *query;
  BayanStep step = bayan_database_find (store->database, MENTIONS, entity, &query, error);

  for (; step == BAYAN_STEP_ROW; step = bayan_database_step (store->database, query, error))
    {
      g_autofree char *folded = fold_words (query, 2, BAYAN_FOLD_MATCH);
      gint64 id = sqlite3_column_int64 (query, 0);

      if (g_strv_contains (words, folded))
        g_array_append_val (mentions, id);
    }
  return step == BAYAN_STEP_DONE ? g_steal_pointer (&mentions) : NULL;
}

static gboolean
give_mention (BayanStore *store, gint64 mention, guint32 entity, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database,
                                                "UPDATE mention SET entity = ?2 WHERE id = ?1", error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, mention);
  sqlite3_bind_int64 (query, 2, entity);
  return bayan_database_run (store->database, query, error);
}

/* A key that no entity has: that of @entity, or one made from it that no recogniser makes. */
static char *
make_key (BayanStore *store, const BayanEntity *entity)
{
  char *key = g_strdup (entity->key);

  for (guint n = 2; bayan_entity_table_find (store->entities, key) != 0; n++)
    {
      g_free (key);
      key = g_strdup_printf ("%s#%u", entity->key, n);
    }
  return key;
}

/* Returns: the number of a new entity that says what @like says; 0 on error */
static guint32
make_entity (BayanStore *store, const BayanEntity *like, BayanLibraryChange *change, GError **error)
{
  g_autofree char *key = make_key (store, like);
  g_autoptr (BayanEntity) entity = bayan_entity_new (key, like->type);

  entity->name_ar = g_strdup (like->name_ar);
  entity->name_en = g_strdup (like->name_en);
  entity->iso3 = g_strdup (like->iso3);
  return bayan_entity_table_intern (store->entities, entity, change, error);
}

/**
 * bayan_variant_table_split:
 * @from: the key of an entity
 * @words: (array zero-terminated=1): folded to match
 * @entity: what the new one says; it gets another key where there is one with that
 *
 * Mentions of @from with these words are another entity, and so are those that come later.
 */
gboolean
bayan_variant_table_split (BayanStore *store, const char *from, const char *const *words,
                           const BayanEntity *entity, BayanLibraryChange *change, GError **error)
{
  guint32 number = bayan_entity_table_find (store->entities, from), target;
  g_autoptr (GArray) mentions = NULL;

  if (number == 0)
    {
      g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND, "no such entity");
      return FALSE;
    }
  mentions = find_mentions (store, number, words, error);
  target = mentions != NULL ? make_entity (store, entity, change, error) : 0;
  if (target == 0)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (!keep_variant (store, number, words[i], target, error))
      return FALSE;
  for (guint i = 0; i < mentions->len; i++)
    if (!give_mention (store, g_array_index (mentions, gint64, i), target, error))
      return FALSE;
  return TRUE;
}

/**
 * bayan_variant_table_read_words:
 *
 * Returns: (transfer full) (nullable): the words at @span of @statement, folded to match
 */
char *
bayan_variant_table_read_words (BayanStore *store, gint64 statement, BayanCleanSpan span, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database, "SELECT substr (CAST (text AS BLOB), ?2 + 1, ?3 - ?2) FROM body WHERE id = ?1", error);
  char *words = NULL;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, statement);
  sqlite3_bind_int64 (query, 2, span.start.byte);
  sqlite3_bind_int64 (query, 3, span.end.byte);
  switch (bayan_database_step (store->database, query, error))
    {
    case BAYAN_STEP_ROW:
      words = fold_words (query, 0, BAYAN_FOLD_MATCH);
      sqlite3_reset (query);
      return words;
    case BAYAN_STEP_DONE:
      return g_strdup ("");
    case BAYAN_STEP_ERROR:
    default:
      return NULL;
    }
}

/* Listing */

/* A variant while its mentions are counted: how often it is written which way. */
typedef struct {
  BayanVariant *variant;
  GHashTable *surfaces; /* char * → count */
  gint64 last_statement;
} Counted;

static void
counted_free (gpointer data)
{
  Counted *self = data;

  g_hash_table_unref (self->surfaces);
  g_free (self);
}

static Counted *
get_counted (GHashTable *by_words, GPtrArray *variants, const char *words)
{
  Counted *counted = g_hash_table_lookup (by_words, words);

  if (counted != NULL)
    return counted;
  counted = g_new0 (Counted, 1);
  counted->variant = g_new0 (BayanVariant, 1);
  counted->variant->words = g_strdup (words);
  counted->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (variants, counted->variant);
  g_hash_table_insert (by_words, counted->variant->words, counted);
  return counted;
}

static void
count (Counted *self, gint64 statement, const char *surface)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->surfaces, surface));

  g_hash_table_insert (self->surfaces, g_strdup (surface), GUINT_TO_POINTER (n + 1));
  self->variant->n_mentions++;
  self->variant->n_statements += statement != self->last_statement;
  self->last_statement = statement;
}

static void
choose_surface (Counted *self)
{
  GHashTableIter iter;
  gpointer surface, n;
  guint most = 0;

  g_hash_table_iter_init (&iter, self->surfaces);
  while (g_hash_table_iter_next (&iter, &surface, &n))
    if (GPOINTER_TO_UINT (n) > most
        || (GPOINTER_TO_UINT (n) == most && strcmp (surface, self->variant->surface) < 0))
      {
        most = GPOINTER_TO_UINT (n);
        g_free (self->variant->surface);
        self->variant->surface = g_strdup (surface);
      }
}

static int
compare_variants (gconstpointer a, gconstpointer b)
{
  const BayanVariant *one = *(BayanVariant *const *) a, *other = *(BayanVariant *const *) b;

  if (one->n_mentions != other->n_mentions)
    return one->n_mentions > other->n_mentions ? -1 : 1;
  return strcmp (one->words, other->words);
}

static void
count_row (BayanStore *store, sqlite3_stmt *query, GHashTable *by_words, GPtrArray *variants)
{
  g_autofree char *words = fold_words (query, 2, BAYAN_FOLD_MATCH);
  g_autofree char *surface = g_strdelimit (fold_words (query, 2, BAYAN_FOLD_CLEAN), "\n", ' ');
  BayanMentionStatus status;

  if (bayan_word_table_as_status (store->words, sqlite3_column_int64 (query, 3), &status, NULL)
      && status != BAYAN_STATUS_REJECTED)
    count (get_counted (by_words, variants, words), sqlite3_column_int64 (query, 1), surface);
}

/**
 * bayan_variant_table_list:
 *
 * Returns: (transfer full) (nullable) (element-type BayanVariant): how the entity is named, most first
 */
GPtrArray *
bayan_variant_table_list (BayanStore *store, const char *key, GError **error)
{
  g_autoptr (GPtrArray) variants = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_variant_free);
  g_autoptr (GHashTable) by_words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, counted_free);
  sqlite3_stmt *query;
  BayanStep step = bayan_database_find (store->database, MENTIONS,
                                        bayan_entity_table_find (store->entities, key), &query, error);
  GHashTableIter iter;
  gpointer counted;

  for (; step == BAYAN_STEP_ROW; step = bayan_database_step (store->database, query, error))
    count_row (store, query, by_words, variants);
  if (step == BAYAN_STEP_ERROR)
    return NULL;
  g_hash_table_iter_init (&iter, by_words);
  while (g_hash_table_iter_next (&iter, NULL, &counted))
    choose_surface (counted);
  g_ptr_array_sort (variants, compare_variants);
  return g_steal_pointer (&variants);
}
