/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import and search: statements go into a library, and are looked for in it. */
#include "cli-common.h"

#include <glib/gi18n.h>

#include "bayan-act-finder.h"
#include "bayan-query.h"
#include "bayan-sketch.h"

/* What goes into the library with one transaction: so many statements, or so much text. */
#define IMPORT_BATCH 100
#define IMPORT_BATCH_BYTES (4 * 1024 * 1024)

typedef struct {
  BayanLibrary *library;
  gint64 import_id;
  GPtrArray *items;  /* of BayanImportItem: the next batch */
  gsize items_bytes; /* of their texts */
  guint n_added, n_known;
} Import;

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
}

/* All that waits goes into the library with one transaction. */
static gboolean
commit (Import *self, GError **error)
{
  GPtrArray *items = self->items;
  g_autoptr (GArray) outcomes = NULL;

  if (items->len == 0)
    return TRUE;
  if (self->import_id == 0)
    self->import_id = bayan_library_begin_import (self->library, error);
  if (self->import_id == 0)
    return FALSE;
  self->items = new_items ();
  self->items_bytes = 0;
  outcomes = bayan_library_import (self->library, self->import_id, items, error);
  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    {
      gboolean known = g_array_index (outcomes, BayanImportOutcome, i).duplicate;
      self->n_known += known;
      self->n_added += !known;
    }
  return outcomes != NULL;
}

static gboolean
take_to_import (BayanStatement *statement, BayanRecognition *recognition, const char *stem, gpointer data,
                GError **error)
{
  Import *self = data;
  BayanImportItem *item = bayan_import_item_new (statement, recognition);

  bayan_sketch_add_to_item (item);
  self->items_bytes += statement->text_length_bytes;
  g_ptr_array_add (self->items, item);
  return (self->items->len < IMPORT_BATCH && self->items_bytes < IMPORT_BATCH_BYTES) || commit (self, error);
}

/* Returns: (transfer full) (nullable): the library, which is made where there is none; NULL with what is wrong said */
BayanLibrary *
bayan_cli_open_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  BayanLibrary *library = bayan_library_open (path, &error);

  if (library == NULL)
    bayan_cli_complain (path, error);
  return library;
}

/* Opening makes a library where there is none: not for a question. */
gboolean
bayan_cli_check_library (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_printerr (_ ("bayan-cli: %s: there is no such library\n"), path);
  return FALSE;
}

int
bayan_cli_run_import (char ***arguments)
{
  g_autoptr (GError) error = NULL;
  Import import = { NULL };
  int code;

  if (!bayan_cli_parse (_ ("Adds the statements to LIBRARY, which is made where there is none."), NULL,
                        _ ("LIBRARY FILE…"), arguments, 2))
    return BAYAN_CLI_USAGE;
  import.library = bayan_cli_open_library ((*arguments)[1]);
  if (import.library == NULL)
    return BAYAN_CLI_SOME_FAILED;
  import.items = new_items ();
  code = bayan_cli_for_each_statement (*arguments + 2, take_to_import, &import);
  if (!commit (&import, &error))
    {
      bayan_cli_complain ((*arguments)[1], error);
      code = BAYAN_CLI_SOME_FAILED;
    }
  g_print (_ ("%u added, %u there already\n"), import.n_added, import.n_known);
  g_ptr_array_unref (import.items);
  bayan_library_close (import.library);
  g_object_unref (import.library);
  return code;
}

/* One line a statement: number, date, source, title. */
static void
print_found (const BayanLibraryIndex *index, const GArray *ids)
{
  g_autoptr (GHashTable) headers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < index->headers->len; i++)
    g_hash_table_insert (headers, &((BayanHeader *) index->headers->pdata[i])->id, index->headers->pdata[i]);
  for (guint i = 0; i < ids->len; i++)
    {
      const BayanHeader *header = g_hash_table_lookup (headers, &g_array_index (ids, gint64, i));
      g_autofree char *date = header != NULL ? bayan_date_to_iso (header->date) : NULL;
      g_autofree char *name = header != NULL ? bayan_cli_dup_harmless (header->source_name) : NULL;
      g_autofree char *title = header != NULL ? bayan_cli_dup_harmless (header->title) : NULL;

      if (header != NULL)
        g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", header->id, date != NULL ? date : "", name, title);
    }
}

static const char *
describe_trouble (BayanQueryTrouble trouble)
{
  switch (trouble)
    {
    case BAYAN_QUERY_UNKNOWN_FIELD:
      return _ ("there is no such field");
    case BAYAN_QUERY_NO_VALUE:
      return _ ("nothing follows the colon");
    case BAYAN_QUERY_UNKNOWN_TYPE:
      return _ ("there is no such type");
    case BAYAN_QUERY_UNKNOWN_COUNTRY:
      return _ ("there is no such country");
    case BAYAN_QUERY_UNKNOWN_ACT:
      return _ ("there is no such class of acts");
    case BAYAN_QUERY_NO_DATE:
      return _ ("this is no date and no range of dates");
    case BAYAN_QUERY_NO_OPERAND:
      return _ ("nothing stands beside it to be joined");
    case BAYAN_QUERY_STRAY_BRACKET:
      return _ ("a bracket is closed that was not opened");
    case BAYAN_QUERY_TOO_DEEP:
    case BAYAN_QUERY_FINE:
    default:
      return _ ("there are too many brackets in brackets");
    }
}

/* Says what is wrong with @query, if it cannot be understood. */
gboolean
bayan_cli_check_query (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_autofree char *place = NULL;
  g_autoptr (BayanQueryNode) root = NULL;
  BayanQueryProblem problem;

  if (bayan_query_parse (valid, &root, &problem))
    return TRUE;
  place = g_strndup (valid + problem.start, problem.end - problem.start);
  g_printerr ("bayan-cli: “%s”: %s\n", place, describe_trouble (problem.trouble));
  return FALSE;
}

static guint32
find_classes (const BayanOpenStatement *statement, gpointer data)
{
  return bayan_act_finder_find_classes (data, statement->statement, statement->mentions, statement->verdicts);
}

/* Returns: (transfer full) (nullable) (element-type gint64): what @query finds; what a search leaves out at first it finds when
 *   it is asked again */
GArray *
bayan_cli_search (BayanLibrary *library, const char *query, GError **error)
{
  BayanActFinder *finder = bayan_act_finder_new (error);
  GArray *ids = NULL;

  if (finder == NULL)
    return NULL;
  bayan_library_set_acts_func (library, find_classes, finder, (GDestroyNotify) bayan_act_finder_free);
  do
    {
      g_clear_pointer (&ids, g_array_unref);
      ids = bayan_library_search (library, query, error);
    }
  while (ids != NULL && bayan_library_get_search_left (library) > 0);
  return ids;
}

int
bayan_cli_run_search (char ***arguments)
{
  g_autoptr (BayanLibrary) library = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  BayanLibraryIndex *index = NULL;

  if (!bayan_cli_parse (
          _ ("Lists the statements that QUERY finds, newest first: words, \"phrases\", AND, OR, NOT (-),\n"
             "=exact, title: type: entity: country: date: source: act:"),
          NULL, _ ("LIBRARY QUERY"), arguments, 2))
    return BAYAN_CLI_USAGE;
  if (!bayan_cli_check_library ((*arguments)[1]))
    return BAYAN_CLI_SOME_FAILED;
  g_autofree char *query = g_strjoinv (" ", *arguments + 2);
  if (!bayan_cli_check_query (query))
    return BAYAN_CLI_USAGE;
  library = bayan_cli_open_library ((*arguments)[1]);
  if (library == NULL)
    return BAYAN_CLI_SOME_FAILED;
  ids = bayan_cli_search (library, query, &error);
  index = ids != NULL ? bayan_library_load_index (library, &error) : NULL;
  if (index != NULL)
    print_found (index, ids);
  else
    bayan_cli_complain ((*arguments)[1], error);
  bayan_library_close (library);
  if (index == NULL)
    return BAYAN_CLI_SOME_FAILED;
  bayan_library_index_free (index);
  return BAYAN_CLI_DONE;
}
