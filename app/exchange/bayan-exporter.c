/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-exporter.h"

#include <string.h>

#include "bayan-brat.h"
#include "bayan-labels-json.h"
#include "bayan-mentions-csv.h"

#define MOST_STEM_BYTES 120
#define MOST_TRIES 1000
#define LIBRARY_SUFFIX ".bayan"

struct _BayanExporter {
  BayanExportFormat format;
  gboolean confirmed_only;
  GFile *target;         /* what is written in the end */
  GFile *part;           /* nullable once it has taken that place: what is being written */
  GOutputStream *stream; /* nullable: of one file */
  GHashTable *stems;     /* set of char *, in lower case: names that statements have */
  GHashTable *types;     /* set of char *: types that brat has to know */
};

/* A folder that is not there yet: NAME, NAME-2, … @target: (out) */
static gboolean
find_folder (GFile *folder, const char *name, GFile **target, GError **error)
{
  for (guint i = 1; i < MOST_TRIES; i++)
    {
      g_autofree char *numbered = i > 1 ? g_strdup_printf ("%s-%u", name, i) : g_strdup (name);
      g_autoptr (GFile) child = g_file_get_child (folder, numbered);

      if (g_file_query_exists (child, NULL))
        continue;
      *target = g_steal_pointer (&child);
      return TRUE;
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "there is no free name");
  return FALSE;
}

static GFile *
make_part (GFile *target)
{
  g_autoptr (GFile) parent = g_file_get_parent (target);
  g_autofree char *name = g_file_get_basename (target);
  g_autofree char *part = g_strdup_printf (".%s.%08x.part", name, g_random_int ());

  return g_file_get_child (parent, part);
}

static gboolean
begin (BayanExporter *self, GError **error)
{
  GFileOutputStream *stream;

  self->part = make_part (self->target);
  if (self->format == BAYAN_EXPORT_BRAT)
    return g_file_make_directory (self->part, NULL, error);
  stream = g_file_create (self->part, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    return FALSE;
  self->stream = g_buffered_output_stream_new (G_OUTPUT_STREAM (stream));
  g_object_unref (stream);
  return self->format != BAYAN_EXPORT_MENTIONS || bayan_mentions_csv_write_head (self->stream, error);
}

/**
 * bayan_exporter_make_name:
 * @library: the name of its file
 *
 * Returns: (transfer full): of the folder that its statements go to as brat files
 */
char *
bayan_exporter_make_name (const char *library)
{
  gsize length = strlen (library)
                 - (g_str_has_suffix (library, LIBRARY_SUFFIX) ? strlen (LIBRARY_SUFFIX) : 0);

  return g_strdup_printf ("%.*s-brat", (int) length, library);
}

/**
 * bayan_exporter_new:
 * @target: for BRAT a folder that is there, in which one of its own is made; otherwise a file, which is replaced at the end
 * @name: of the folder that BRAT makes
 * @confirmed_only: leaves out what is only suggested; what is rejected is left out anyway
 *
 * Returns: (transfer full) (nullable): NULL where nothing can be written there
 */
BayanExporter *
bayan_exporter_new (BayanExportFormat format, GFile *target, const char *name, gboolean confirmed_only,
                    GError **error)
{
  g_autoptr (BayanExporter) self = g_new0 (BayanExporter, 1);

  self->format = format;
  self->confirmed_only = confirmed_only;
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (format != BAYAN_EXPORT_BRAT)
    self->target = g_object_ref (target);
  else if (!find_folder (target, name, &self->target, error))
    return NULL;
  return begin (self, error) ? g_steal_pointer (&self) : NULL;
}

/* What cannot be helped is left: nobody would be served by another error. */
static void
delete_part (GFile *part)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      part, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    g_file_delete (child, NULL, NULL);
  g_file_delete (part, NULL, NULL);
}

/* What is not finished goes. */
void
bayan_exporter_free (BayanExporter *self)
{
  g_clear_object (&self->stream);
  if (self->part != NULL)
    delete_part (self->part);
  g_clear_object (&self->part);
  g_clear_object (&self->target);
  g_hash_table_unref (self->stems);
  g_hash_table_unref (self->types);
  g_free (self);
}

/* Names of files */

static gboolean
may_be_in_name (gunichar letter)
{
  return g_unichar_isprint (letter) && (letter >= 0x80 || strchr ("/\\:*?\"<>|", (int) letter) == NULL);
}

/* With what no system allows in a name replaced. @length: of @name, in bytes */
static char *
make_stem (const char *name, gsize length)
{
  GString *stem = g_string_new (NULL);

  for (const char *at = name; at < name + length && stem->len + 6 <= MOST_STEM_BYTES;
       at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (stem,
                               may_be_in_name (letter) && !(stem->len == 0 && letter == '.') ? letter : '_');
    }
  g_strstrip (stem->str);
  return stem->str[0] != '\0' ? g_string_free (stem, FALSE)
                              : (g_string_free (stem, TRUE), g_strdup ("statement"));
}

/* That of the file that it came from; what was pasted came from none, and has its title. */
static char *
name_piece (const BayanExportPiece *piece)
{
  const char *dot = strrchr (piece->source_name, '.');

  if (*piece->source_name == '\0')
    return make_stem (piece->title, strlen (piece->title));
  return make_stem (piece->source_name, dot != NULL && dot > piece->source_name
                                            ? (gsize) (dot - piece->source_name)
                                            : strlen (piece->source_name));
}

/* Unlike all others, also where letters of both cases are one */
static char *
take_stem (BayanExporter *self, const BayanExportPiece *piece)
{
  g_autofree char *stem = name_piece (piece);

  for (guint i = 1;; i++)
    {
      g_autofree char *numbered = i > 1 ? g_strdup_printf ("%s-%u", stem, i) : g_strdup (stem);

      if (g_hash_table_add (self->stems, g_utf8_casefold (numbered, -1)))
        return g_steal_pointer (&numbered);
    }
}

/* brat */

static GOutputStream *
create (BayanExporter *self, const char *stem, const char *suffix, GError **error)
{
  g_autofree char *name = g_strconcat (stem, suffix, NULL);
  g_autoptr (GFile) file = g_file_get_child (self->part, name);

  return G_OUTPUT_STREAM (g_file_create (file, G_FILE_CREATE_NONE, NULL, error));
}

static gboolean
write_text (BayanExporter *self, const char *stem, const char *suffix, const char *text, gsize length,
            GError **error)
{
  g_autoptr (GOutputStream) stream = create (self, stem, suffix, error);

  return stream != NULL && g_output_stream_write_all (stream, text, length, NULL, NULL, error)
         && g_output_stream_close (stream, NULL, error);
}

static void
note_types (BayanExporter *self, const BayanExportPiece *piece, const GPtrArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    g_hash_table_add (self->types, bayan_brat_make_type (mentions->pdata[i], piece->entities));
}

static gboolean
add_brat (BayanExporter *self, const BayanExportPiece *piece, GPtrArray *mentions, GError **error)
{
  const BayanStatement *statement = piece->open->statement;
  g_autofree char *stem = take_stem (self, piece);
  g_autoptr (GOutputStream) stream = NULL;

  note_types (self, piece, mentions);
  if (!write_text (self, stem, ".txt", statement->text, statement->text_length_bytes, error))
    return FALSE;
  stream = create (self, stem, ".ann", error);
  return stream != NULL
         && bayan_brat_write (statement, mentions, piece->entities, piece->open->relations, piece->notes,
                              BAYAN_BRAT_CLEAN, stream, error)
         && g_output_stream_close (stream, NULL, error);
}

/* brat shows nothing of a type that is not declared beside the files. */
static gboolean
write_configuration (BayanExporter *self, GError **error)
{
  g_autoptr (GList) types = g_list_sort (g_hash_table_get_keys (self->types), (GCompareFunc) strcmp);
  g_autoptr (GString) text = g_string_new ("[entities]\n");

  for (const GList *type = types; type != NULL; type = type->next)
    g_string_append_printf (text, "%s\n", (const char *) type->data);
  g_string_append (text, "\n[relations]\n");
  for (guint kind = 0; kind < BAYAN_N_RELATIONS; kind++)
    g_string_append_printf (text, "%s\tArg1:<ENTITY>, Arg2:<ENTITY>\n", bayan_relation_kind_to_string (kind));
  g_string_append (text,
                   "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n"
                   "Status\tArg:<ENTITY>, Value:suggested|confirmed\n");
  return write_text (self, "annotation", ".conf", text->str, text->len, error);
}

/* All of them */

static GPtrArray *
choose_mentions (const BayanExporter *self, const BayanExportPiece *piece)
{
  GPtrArray *mentions = g_ptr_array_new ();

  for (guint i = 0; i < piece->open->mentions->len; i++)
    {
      const BayanMention *mention = piece->open->mentions->pdata[i];

      if (mention->status == BAYAN_STATUS_CONFIRMED
          || (mention->status == BAYAN_STATUS_SUGGESTED && !self->confirmed_only))
        g_ptr_array_add (mentions, (gpointer) mention);
    }
  return mentions;
}

/* Writes one statement. For BRAT and MENTIONS. */
gboolean
bayan_exporter_add (BayanExporter *self, const BayanExportPiece *piece, GError **error)
{
  g_autoptr (GPtrArray) mentions = choose_mentions (self, piece);

  if (self->format == BAYAN_EXPORT_BRAT)
    return add_brat (self, piece, mentions, error);
  return bayan_mentions_csv_write (piece, mentions, self->stream, error);
}

/**
 * bayan_exporter_add_labels:
 * @labels: (element-type BayanOwnLabel): the code book, in its order
 *
 * For CODE_BOOK.
 */
gboolean
bayan_exporter_add_labels (BayanExporter *self, const GPtrArray *labels, GError **error)
{
  g_autofree char *json = bayan_labels_json_write (labels);

  return g_output_stream_write_all (self->stream, json, strlen (json), NULL, NULL, error);
}

/**
 * bayan_exporter_finish:
 *
 * Puts what is written where it belongs.
 *
 * Returns: (transfer full) (nullable): the folder or file that is there now
 */
GFile *
bayan_exporter_finish (BayanExporter *self, GError **error)
{
  if (self->format == BAYAN_EXPORT_BRAT ? !write_configuration (self, error)
                                        : !g_output_stream_close (self->stream, NULL, error))
    return NULL;
  if (!g_file_move (self->part, self->target,
                    G_FILE_COPY_NO_FALLBACK_FOR_MOVE
                        | (self->format == BAYAN_EXPORT_BRAT ? G_FILE_COPY_NONE : G_FILE_COPY_OVERWRITE),
                    NULL, NULL, NULL, error))
    return NULL;
  g_clear_object (&self->part);
  return g_object_ref (self->target);
}
