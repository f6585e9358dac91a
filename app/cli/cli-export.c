/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export: what a library holds, for other programs. */
#include "cli-common.h"

#include <glib/gi18n.h>

#include "bayan-exporter.h"

static const char *const FORMATS[BAYAN_EXPORT_N_FORMATS] = {
  [BAYAN_EXPORT_BRAT] = "brat",
  [BAYAN_EXPORT_MENTIONS] = "mentions",
  [BAYAN_EXPORT_CODE_BOOK] = "code-book",
};

typedef struct {
  BayanLibrary *library;
  BayanLibraryIndex *index;
  BayanExporter *exporter;
  GHashTable *entities; /* key → BayanEntity, borrowed */
  GHashTable *headers;  /* gint64 * → BayanHeader, borrowed */
  GHashTable *notes;    /* gint64 * statement → GPtrArray of BayanNote, borrowed */
} Export;

static gboolean
read_format (const char *word, BayanExportFormat *format)
{
  for (guint i = 0; i < BAYAN_EXPORT_N_FORMATS; i++)
    if (word == NULL || g_str_equal (word, FORMATS[i]))
      {
        *format = (BayanExportFormat) i;
        return TRUE;
      }
  return FALSE;
}

static GPtrArray *
find_entities (const Export *self, const BayanOpenStatement *open)
{
  GPtrArray *entities = g_ptr_array_new ();

  for (guint i = 0; i < open->mentions->len; i++)
    {
      const char *key = ((const BayanMention *) open->mentions->pdata[i])->entity_key;
      BayanEntity *entity = key != NULL ? g_hash_table_lookup (self->entities, key) : NULL;

      if (entity != NULL)
        g_ptr_array_add (entities, entity);
    }
  return entities;
}

static gboolean
write_statement (const Export *self, gint64 id, GError **error)
{
  const BayanHeader *header = g_hash_table_lookup (self->headers, &id);
  BayanOpenStatement *open = bayan_library_load_statement (self->library, id, error);
  GPtrArray *notes = g_hash_table_lookup (self->notes, &id);
  g_autoptr (GPtrArray) entities = NULL, none = g_ptr_array_new ();
  BayanExportPiece piece;
  gboolean written;

  if (open == NULL)
    return FALSE;
  entities = find_entities (self, open);
  piece = (BayanExportPiece) { header->title, header->source_name,         header->date, open,
                               entities,      notes != NULL ? notes : none };
  written = bayan_exporter_add (self->exporter, &piece, error);
  bayan_open_statement_free (open);
  return written;
}

static void
index_note (Export *self, BayanNote *note)
{
  GPtrArray *notes = g_hash_table_lookup (self->notes, &note->statement);

  if (notes == NULL)
    {
      notes = g_ptr_array_new ();
      g_hash_table_insert (self->notes, &note->statement, notes);
    }
  g_ptr_array_add (notes, note);
}

static void
index_all (Export *self)
{
  for (guint i = 0; i < self->index->entities->len; i++)
    {
      BayanEntity *entity = ((BayanNumberedEntity *) self->index->entities->pdata[i])->entity;

      g_hash_table_insert (self->entities, entity->key, entity);
    }
  for (guint i = 0; i < self->index->headers->len; i++)
    g_hash_table_insert (self->headers, &((BayanHeader *) self->index->headers->pdata[i])->id,
                         self->index->headers->pdata[i]);
  for (guint i = 0; i < self->index->notes->len; i++)
    index_note (self, self->index->notes->pdata[i]);
}

/* @ids: (nullable): NULL for all */
static gboolean
write_all (Export *self, BayanExportFormat format, const GArray *ids, GError **error)
{
  guint n_statements = ids != NULL ? ids->len : self->index->headers->len;

  if (format == BAYAN_EXPORT_CODE_BOOK)
    return bayan_exporter_add_labels (self->exporter, self->index->labels, error);
  for (guint i = 0; i < n_statements; i++)
    if (!write_statement (self,
                          ids != NULL ? g_array_index (ids, gint64, i)
                                      : ((const BayanHeader *) self->index->headers->pdata[i])->id,
                          error))
      return FALSE;
  return TRUE;
}

/* A folder for brat, which is made where there is none; a file otherwise */
static gboolean
run (Export *self, BayanExportFormat format, const GArray *ids, const char *library, const char *output,
     gboolean confirmed_only, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (output), written = NULL;
  g_autofree char *base_name = g_path_get_basename (library);
  g_autofree char *name = bayan_exporter_make_name (base_name);
  g_autoptr (GError) exists = NULL;

  if (format == BAYAN_EXPORT_BRAT && !g_file_make_directory_with_parents (target, NULL, &exists)
      && !g_error_matches (exists, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&exists));
      return FALSE;
    }
  self->exporter = bayan_exporter_new (format, target, name, confirmed_only, error);
  if (self->exporter == NULL || !write_all (self, format, ids, error))
    return FALSE;
  written = bayan_exporter_finish (self->exporter, error);
  if (written == NULL)
    return FALSE;
  g_print ("%s\n", g_file_peek_path (written));
  return TRUE;
}

/* @query: (nullable) */
static int export(const char *library, const char *query, BayanExportFormat format, const char *output,
                  gboolean confirmed_only)
{
  Export self = { .library = bayan_cli_open_library (library) };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (self.library == NULL)
    return BAYAN_CLI_SOME_FAILED;
  self.entities = g_hash_table_new (g_str_hash, g_str_equal);
  self.headers = g_hash_table_new (g_int64_hash, g_int64_equal);
  self.notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  ids = query != NULL ? bayan_cli_search (self.library, query, &error) : NULL;
  if (query == NULL || ids != NULL)
    self.index = bayan_library_load_index (self.library, &error);
  if (self.index != NULL)
    {
      index_all (&self);
      done = run (&self, format, ids, library, output, confirmed_only, &error);
    }
  if (!done)
    bayan_cli_complain (self.index != NULL ? output : library, error);
  g_clear_pointer (&self.exporter, bayan_exporter_free);
  g_hash_table_unref (self.entities);
  g_hash_table_unref (self.headers);
  g_hash_table_unref (self.notes);
  g_clear_pointer (&self.index, bayan_library_index_free);
  bayan_library_close (self.library);
  g_object_unref (self.library);
  return done ? BAYAN_CLI_DONE : BAYAN_CLI_SOME_FAILED;
}

int
bayan_cli_run_export (char ***arguments)
{
  g_autofree char *format_word = NULL, *output = NULL, *query = NULL;
  gboolean confirmed_only = FALSE;
  BayanExportFormat format;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_word, N_ ("What to write: brat, mentions or code-book"),
      N_ ("FORMAT") },
    { "query", 'q', 0, G_OPTION_ARG_STRING, &query, N_ ("Only the statements that it finds"), N_ ("QUERY") },
    { "confirmed", 'c', 0, G_OPTION_ARG_NONE, &confirmed_only, N_ ("Only mentions that are confirmed"),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("A folder for brat, else a file"), N_ ("WHERE") },
    { NULL },
  };

  if (!bayan_cli_parse (_ ("Writes statements of LIBRARY with what is marked in them: as brat stand-off "
                           "files in a folder of their\n"
                           "own, as a CSV table of mentions, or the code book as JSON; and says where. What "
                           "is rejected is left out."),
                        entries, _ ("LIBRARY"), arguments, 1))
    return BAYAN_CLI_USAGE;
  if (output == NULL || !read_format (format_word, &format))
    {
      g_printerr (_ ("bayan-cli export: use --output WHERE and --format brat, mentions or code-book\n"));
      return BAYAN_CLI_USAGE;
    }
  if (query != NULL && !bayan_cli_check_query (query))
    return BAYAN_CLI_USAGE;
  if (!bayan_cli_check_library ((*arguments)[1]))
    return BAYAN_CLI_SOME_FAILED;
  return export((*arguments)[1], query, format, output, confirmed_only);
}
