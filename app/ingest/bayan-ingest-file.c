/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-ingest-file.h"

#include "bayan-ingest-error.h"

#define CHUNK_BYTES (64u * 1024)

/* What may go wrong with a file, in the words of this room. */
static gboolean
refuse_io (GError **error, const GError *cause)
{
  BayanIngestError code = BAYAN_INGEST_ERROR_READ;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (cause));
      return FALSE;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    code = BAYAN_INGEST_ERROR_NOT_FOUND;
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    code = BAYAN_INGEST_ERROR_PERMISSION;
  return bayan_ingest_refuse (error, code, 0, NULL, "%s", cause->message);
}

/* Looks at the file without opening it: opening a pipe may wait for ever. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info == NULL)
    return refuse_io (error, cause);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_DIRECTORY, 0, NULL, "A folder, not a file");
  /* A link whose target is missing is reported as itself. */
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_SYMBOLIC_LINK)
    return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_NOT_FOUND, 0, NULL, "A link that leads nowhere");
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_NOT_REGULAR, 0, NULL, "Not a regular file");
  if (g_file_info_get_size (info) > (goffset) BAYAN_INGEST_MAX_BYTES)
    return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_TOO_LARGE, (guint64) g_file_info_get_size (info),
                                NULL, "The file has %" G_GOFFSET_FORMAT " bytes, more than %u",
                                g_file_info_get_size (info), BAYAN_INGEST_MAX_BYTES);
  return TRUE;
}

/* Reads to the end, wherever that is by now: the file may have grown since it was looked at. What is kept is as large
 * as the file: an import keeps a thousand of them. */
static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  g_autoptr (GError) cause = NULL;
  gssize taken;

  do
    {
      taken = g_input_stream_read (stream, chunk, CHUNK_BYTES, cancellable, &cause);
      if (taken > 0)
        g_byte_array_append (bytes, chunk, (guint) taken);
    }
  while (taken > 0 && bytes->len <= BAYAN_INGEST_MAX_BYTES);
  if (taken < 0)
    {
      refuse_io (error, cause);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * bayan_ingest_read_file:
 * @file: a file
 * @cancellable: (nullable)
 *
 * Reads @file; blocks while it does. What is no regular file, or too large, is refused without opening it.
 *
 * Returns: (transfer full): its bytes; or NULL with BAYAN_INGEST_ERROR or G_IO_ERROR_CANCELLED
 */
GBytes *
bayan_ingest_read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;

  if (!check_file (file, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    {
      refuse_io (error, cause);
      return NULL;
    }
  return read_stream (G_INPUT_STREAM (stream), cancellable, error);
}
