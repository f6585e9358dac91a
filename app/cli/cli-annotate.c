/* SPDX-License-Identifier: GPL-3.0-or-later */
/* annotate: what is recognised, as brat stand-off files. */
#include "cli-common.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

#include "bayan-brat.h"

typedef struct {
  const char *folder;
  BayanBratOffsets offsets;
  GHashTable *written; /* stem → file that it was written for */
} Annotate;

static gboolean
write_annotations (GFile *file, const BayanStatement *statement, const BayanRecognition *recognition,
                   BayanBratOffsets offsets, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);

  return stream != NULL
         && bayan_brat_write (statement, recognition->mentions, recognition->entities, NULL, NULL, offsets,
                              G_OUTPUT_STREAM (stream), error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/* A file that is there under its name is whole. */
static gboolean
save_annotations (const char *path, const BayanStatement *statement, const BayanRecognition *recognition,
                  BayanBratOffsets offsets, GError **error)
{
  g_autofree char *part_path = g_strconcat (path, ".part", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), part = g_file_new_for_path (part_path);

  if (write_annotations (part, statement, recognition, offsets, error)
      && g_file_move (part, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return TRUE;
  g_file_delete (part, NULL, NULL);
  return FALSE;
}

static gboolean
take_to_annotate (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                  GError **error)
{
  Annotate *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;
  g_autofree char *base_name = g_strconcat (stem, ".ann", NULL);
  g_autofree char *path = g_build_filename (self->folder, base_name, NULL);

  if (g_hash_table_contains (self->written, stem))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("%s was written for another file of that name"),
                   path);
      return FALSE;
    }
  if (!save_annotations (path, statement, recognition, self->offsets, error))
    return FALSE;
  g_hash_table_add (self->written, g_strdup (stem));
  return TRUE;
}

int
bayan_cli_run_annotate (char ***arguments)
{
  g_autofree char *format = NULL, *library = NULL, *offsets = NULL, *output = NULL;
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GOptionEntry entries[] = {
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &library,
      N_ ("A library whose decisions and list of names are followed; it is not changed"), N_ ("LIBRARY") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("Format of the annotations: brat"), N_ ("FORMAT") },
    { "offsets", 0, 0, G_OPTION_ARG_STRING, &offsets,
      N_ ("What offsets count: code points of the file (raw) or of the cleaned text (clean)"),
      N_ ("raw|clean") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write"), N_ ("FOLDER") },
    { NULL },
  };
  Annotate annotate = { NULL, BAYAN_BRAT_RAW, written };

  if (!bayan_cli_parse (
          _ ("Writes what is recognised in each file to FOLDER/NAME.ann; of several statements in one "
             "file the second "
             "goes to NAME-2.ann. Raw offsets of a file that is no text (PDF, DOCX, a mail, a row of a "
             "table) count "
             "the text that was read out of it."),
          entries, _ ("FILE…"), arguments, 1))
    return BAYAN_CLI_USAGE;
  if (output == NULL || (format != NULL && !g_str_equal (format, "brat"))
      || !bayan_cli_read_offsets (offsets, &annotate.offsets))
    {
      g_printerr (_ ("bayan-cli annotate: use --output FOLDER, --format brat and --offsets raw or clean\n"));
      return BAYAN_CLI_USAGE;
    }
  if (g_mkdir_with_parents (output, 0777) != 0)
    {
      g_printerr ("bayan-cli: %s: %s\n", output, g_strerror (errno));
      return BAYAN_CLI_SOME_FAILED;
    }
  annotate.folder = output;
  return bayan_cli_for_each_statement_with (library, *arguments + 1, take_to_annotate, &annotate);
}
