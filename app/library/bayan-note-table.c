/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-note-table.h"

#include "bayan-word-table.h"

#define SELECT "SELECT id, about, target, statement, words, text, who, at FROM note"

/**
 * bayan_note_table_set:
 * @id: which note is @note from now on; 0: it is new
 */
gboolean
bayan_note_table_set (BayanStore *store, gint64 id, const BayanNote *note, GError **error)
{
  gint64 about = bayan_word_table_intern (store->words, bayan_note_about_to_string (note->about), error);
  sqlite3_stmt *query = about != 0 ? bayan_database_prepare (
                            store->database,
                            "INSERT INTO note (id, about, target, statement, words, text, who, at)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                            " ON CONFLICT (id) DO UPDATE SET words = ?5, text = ?6, who = ?7, at = ?8",
                            error)
                                   : NULL;

  if (query == NULL)
    return FALSE;
  if (id != 0)
    sqlite3_bind_int64 (query, 1, id);
  sqlite3_bind_int64 (query, 2, about);
  sqlite3_bind_int64 (query, 3, note->target);
  sqlite3_bind_int64 (query, 4, note->statement);
  bayan_query_bind_text (query, 5, note->words);
  bayan_query_bind_text (query, 6, note->text);
  bayan_query_bind_text (query, 7, note->who);
  sqlite3_bind_int64 (query, 8, note->at);
  return bayan_database_run (store->database, query, error);
}

gboolean
bayan_note_table_remove (BayanStore *store, gint64 id, GError **error)
{
  return bayan_database_run_with (store->database, "DELETE FROM note WHERE id = ?", id, error);
}

/* Returns: (nullable): NULL for one about something that this program does not know */
static BayanNote *
read_note (BayanStore *store, sqlite3_stmt *query)
{
  BayanNoteAbout about;
  BayanNote *note;

  if (!bayan_note_about_from_string (bayan_word_table_get (store->words, sqlite3_column_int64 (query, 1)),
                                     &about))
    return NULL;
  note = bayan_note_new (about, sqlite3_column_int64 (query, 2), sqlite3_column_int64 (query, 3),
                         bayan_query_get_text (query, 4), bayan_query_get_text (query, 5),
                         bayan_query_get_text (query, 6), sqlite3_column_int64 (query, 7));
  note->id = sqlite3_column_int64 (query, 0);
  return note;
}

/* Adds all to @notes, in the order in which they were written. */
gboolean
bayan_note_table_load (BayanStore *store, GPtrArray *notes, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, SELECT " ORDER BY id", error);
  BayanStep step = BAYAN_STEP_ERROR;

  while (query != NULL && (step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    {
      BayanNote *note = read_note (store, query);

      if (note != NULL)
        g_ptr_array_add (notes, note);
    }
  return step == BAYAN_STEP_DONE;
}

/* Says in @change what note @id says now. */
gboolean
bayan_note_table_read (BayanStore *store, gint64 id, BayanLibraryChange *change, GError **error)
{
  sqlite3_stmt *query;
  BayanStep step = bayan_database_find (store->database, SELECT " WHERE id = ?", id, &query, error);
  BayanNoteChange *told;

  if (step == BAYAN_STEP_ERROR)
    return FALSE;
  told = g_new0 (BayanNoteChange, 1);
  told->id = id;
  told->note = step == BAYAN_STEP_ROW ? read_note (store, query) : NULL;
  g_ptr_array_add (change->notes_changed, told);
  if (step == BAYAN_STEP_ROW)
    sqlite3_reset (query);
  return TRUE;
}
