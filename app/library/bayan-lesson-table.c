/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-lesson-table.h"

#include "bayan-entity-table.h"
#include "bayan-word-table.h"

#define SELECT                                                                                               \
  "SELECT mention, lesson.type, is_right, surface, context, steps, key, name_ar, name_en, iso3, latitude, "  \
  "longitude FROM lesson LEFT JOIN entity ON entity.id = lesson.entity"

static gboolean
bind (BayanStore *store, sqlite3_stmt *query, const BayanLesson *lesson, GError **error)
{
  gint64 type = bayan_word_table_of_type (store->words, lesson->type, error);

  if (type == 0)
    return FALSE;
  if (lesson->mention != 0)
    sqlite3_bind_int64 (query, 1, lesson->mention);
  else
    sqlite3_bind_null (query, 1);
  sqlite3_bind_int64 (query, 2, type);
  sqlite3_bind_int (query, 3, lesson->is_right);
  bayan_query_bind_text (query, 4, lesson->surface);
  bayan_query_bind_text (query, 5, lesson->context);
  if (lesson->entity != NULL)
    sqlite3_bind_int64 (query, 6, bayan_entity_table_find (store->entities, lesson->entity->key));
  else
    sqlite3_bind_null (query, 6);
  if (lesson->steps != NULL)
    bayan_query_bind_bytes (query, 7, lesson->steps);
  else
    sqlite3_bind_null (query, 7);
  return TRUE;
}

/**
 * bayan_lesson_table_set:
 * @lesson: takes the place of the one of its mention and type; one whose mention is 0 is of the newest mention. Its
 *   entity is in the table of entities.
 */
gboolean
bayan_lesson_table_set (BayanStore *store, const BayanLesson *lesson, GError **error)
{
  sqlite3_stmt *query =
      bayan_database_prepare (store->database,
                              "REPLACE INTO lesson (mention, type, is_right, surface, context, entity, steps)"
                              " VALUES (ifnull (?1, (SELECT max (id) FROM mention)), ?2, ?3, ?4, ?5, ?6, ?7)",
                              error);

  return query != NULL && bind (store, query, lesson, error)
         && bayan_database_run (store->database, query, error);
}

gboolean
bayan_lesson_table_forget (BayanStore *store, gint64 mention, BayanMentionType type, GError **error)
{
  gint64 word = bayan_word_table_of_type (store->words, type, error);
  sqlite3_stmt *query =
      word != 0 ? bayan_database_prepare (store->database,
                                          "DELETE FROM lesson WHERE mention = ?1 AND type = ?2", error)
                : NULL;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, mention);
  sqlite3_bind_int64 (query, 2, word);
  return bayan_database_run (store->database, query, error);
}

gboolean
bayan_lesson_table_forget_all (BayanStore *store, GError **error)
{
  /* A condition, so that a session sees each row go. */
  return bayan_database_exec (store->database, "DELETE FROM lesson WHERE mention IS NOT NULL", error);
}

static BayanEntity *
read_entity (sqlite3_stmt *query, BayanMentionType type)
{
  BayanEntity *entity;

  if (sqlite3_column_type (query, 6) == SQLITE_NULL)
    return NULL;
  entity = bayan_entity_new ((const char *) sqlite3_column_text (query, 6), type);
  bayan_entity_table_read_names (query, 7, entity);
  return entity;
}

/* Returns: (nullable): NULL for one of a type that this program does not know */
static BayanLesson *
read_lesson (BayanStore *store, sqlite3_stmt *query)
{
  BayanMentionType type;
  BayanLesson *lesson;

  if (!bayan_word_table_as_type (store->words, sqlite3_column_int64 (query, 1), &type, NULL))
    return NULL;
  lesson = bayan_lesson_new (type, sqlite3_column_int (query, 2) != 0,
                             bayan_query_get_text (query, 3),
                             bayan_query_get_text (query, 4));
  lesson->mention = sqlite3_column_int64 (query, 0);
  if (sqlite3_column_type (query, 5) != SQLITE_NULL)
    lesson->steps = bayan_query_dup_bytes (query, 5);
  lesson->entity = read_entity (query, type);
  return lesson;
}

/* Adds all lessons that stand to @lessons. */
gboolean
bayan_lesson_table_load (BayanStore *store, GPtrArray *lessons, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, SELECT, error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanLesson *lesson = read_lesson (store, query);

      if (lesson != NULL)
        g_ptr_array_add (lessons, lesson);
    }
  return step == BAYAN_STEP_DONE;
}

/* Says in @change what @mention teaches now as a @type (its word). */
gboolean
bayan_lesson_table_read (BayanStore *store, gint64 mention, gint64 type, BayanLibraryChange *change,
                         GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database,
                                                SELECT " WHERE mention = ?1 AND lesson.type = ?2", error);
  BayanMentionType known;
  BayanLessonChange *told;
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, mention);
  sqlite3_bind_int64 (query, 2, type);
  step = bayan_database_step (store->database, query, error);
  if (step == BAYAN_STEP_ERROR)
    return FALSE;
  if (bayan_word_table_as_type (store->words, type, &known, NULL))
    {
      told = g_new0 (BayanLessonChange, 1);
      told->mention = mention;
      told->type = known;
      told->lesson = step == BAYAN_STEP_ROW ? read_lesson (store, query) : NULL;
      g_ptr_array_add (change->lessons_changed, told);
    }
  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  return TRUE;
}
