/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-library.h"

#include "bayan-entity-table.h"
#include "bayan-lesson-table.h"
#include "bayan-library-file.h"
#include "bayan-name-table.h"
#include "bayan-word-table.h"

static gboolean
load (BayanStore *store, GPtrArray *lessons, GPtrArray *names, GError **error)
{
  return bayan_word_table_load (store->words, error) && bayan_lesson_table_load (store, lessons, error)
         && bayan_name_table_load (store, names, error);
}

/**
 * bayan_library_read_knowledge:
 * @lessons: (element-type BayanLesson): where what decisions teach is added
 * @names: (element-type BayanOwnName): where the analyst's list of names is added
 *
 * Reads what a library knows beside the tables, and changes nothing: neither in the file nor beside it. For programs
 * without a main loop (bayan-cli).
 *
 * Returns: FALSE with an error where the library cannot be read, or holds changes that are not in the file yet as another
 *   program has it open
 */
gboolean
bayan_library_read_knowledge (const char *path, GPtrArray *lessons, GPtrArray *names, GError **error)
{
  g_autoptr (BayanDatabase) database = bayan_library_file_open_for_reading (path, error);
  BayanStore store = { .database = database };
  gboolean done;

  if (database == NULL)
    return FALSE;
  store.words = bayan_word_table_new (database);
  store.entities = bayan_entity_table_new (database, store.words);
  done = load (&store, lessons, names, error);
  bayan_entity_table_free (store.entities);
  bayan_word_table_free (store.words);
  return done;
}
