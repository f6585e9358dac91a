/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "bayan-kind.h"

#define CHUNK_BYTES (64u * 1024)

typedef struct {
  BayanParts *parts;
  struct archive *archive;
  const char *path;
  guint depth;
} Unpacking;

/* What comes along with pages and folders and is no statement, by its name: nothing is said of it. */
static gboolean
is_companion (const char *path)
{
  static const char *const SUFFIXES[] = {
    ".css", ".js",   ".mjs",  ".map", ".png",  ".jpg",       ".jpeg",      ".gif",
    ".svg", ".webp", ".avif", ".ico", ".bmp",  ".woff",      ".woff2",     ".ttf",
    ".otf", ".eot",  ".mp3",  ".mp4", ".webm", "/.ds_store", "/thumbs.db", "/desktop.ini",
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);
  const char *base_name = strrchr (path, '/');

  base_name = base_name != NULL ? base_name + 1 : path;
  if (g_str_has_prefix (base_name, "._") || strstr (path, "__MACOSX/") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    if (g_str_has_suffix (lower, SUFFIXES[i]) || g_str_equal (lower, SUFFIXES[i] + 1))
      return TRUE;
  return FALSE;
}

/* What is wrong, where libarchive says so: it does not always. */
static const char *
explain (struct archive *archive)
{
  const char *message = archive_error_string (archive);

  return message != NULL ? message : "Damaged";
}

/* Of a ZIP libarchive reads the whole directory first, which takes seconds for a million names. Without the directory
 * it goes from member to member, and may be stopped. */
static void
support_zip (struct archive *archive, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (bayan_kind_has_more_entries (data, size, BAYAN_PARTS_MAX_ENTRIES))
    archive_read_support_format_zip_streamable (archive);
  else
    archive_read_support_format_zip (archive);
}

/* Only what statements come in: the fewer parsers, the better. */
static struct archive *
open_archive (GBytes *bytes, gboolean compressed)
{
  struct archive *archive = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  support_zip (archive, bytes);
  archive_read_support_format_tar (archive);
  archive_read_support_format_7zip (archive);
  if (compressed)
    {
      archive_read_support_filter_gzip (archive);
      archive_read_support_filter_bzip2 (archive);
      archive_read_support_filter_xz (archive);
      archive_read_support_filter_zstd (archive);
      archive_read_support_format_raw (archive);
    }
  if (archive_read_open_memory (archive, data, size) == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  return NULL;
}

/* One member's bytes; NULL if that failed, which has been told then. */
static GBytes *
read_member (Unpacking *self, const char *path, gboolean encrypted)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize taken;

  do
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + CHUNK_BYTES);
      taken = archive_read_data (self->archive, bytes->data + before, CHUNK_BYTES);
      g_byte_array_set_size (bytes, before + (guint) MAX (taken, 0));
      if (taken > 0 && !bayan_parts_count_bytes (self->parts, path, (gsize) taken))
        return NULL;
    }
  while (taken > 0 && bytes->len <= BAYAN_PARTS_MAX_PART_BYTES);
  if (taken == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  if (taken > 0)
    bayan_parts_fail (self->parts, path, BAYAN_EXTRACT_ERROR_TOO_LARGE, "Too large for one statement");
  else if (encrypted)
    bayan_parts_fail (self->parts, path, BAYAN_EXTRACT_ERROR_ENCRYPTED, "Encrypted");
  else
    bayan_parts_fail (self->parts, path, BAYAN_EXTRACT_ERROR_DAMAGED, explain (self->archive));
  return NULL;
}

static void
take_member (Unpacking *self, struct archive_entry *entry)
{
  const char *raw_name = archive_entry_pathname (entry);
  g_autofree char *name = bayan_archive_decode_name (raw_name != NULL ? raw_name : "");
  gboolean raw = archive_format (self->archive) == ARCHIVE_FORMAT_RAW;
  g_autofree char *path = bayan_parts_join (self->path, raw ? "" : name);
  g_autoptr (GBytes) bytes = NULL;

  if ((archive_entry_filetype (entry) != AE_IFREG && archive_entry_filetype (entry) != 0)
      || archive_entry_hardlink (entry) != NULL || is_companion (path))
    return;
  if (archive_entry_size_is_set (entry) && archive_entry_size (entry) > BAYAN_PARTS_MAX_PART_BYTES)
    {
      bayan_parts_fail (self->parts, path, BAYAN_EXTRACT_ERROR_TOO_LARGE, "Too large for one statement");
      return;
    }
  bytes = read_member (self, path, archive_entry_is_encrypted (entry));
  if (bytes != NULL && g_bytes_get_size (bytes) == 0 && archive_entry_is_encrypted (entry))
    bayan_parts_fail (self->parts, path, BAYAN_EXTRACT_ERROR_ENCRYPTED, "Encrypted");
  else if (bytes != NULL)
    bayan_parts_take (self->parts, path, bytes, self->depth + 1);
}

/* TRUE while there is one more. */
static gboolean
next_member (Unpacking *self, struct archive_entry **entry)
{
  int result;

  do
    result = archive_read_next_header (self->archive, entry);
  while (result == ARCHIVE_RETRY);
  if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
    return bayan_parts_count_entry (self->parts, self->path);
  if (result == ARCHIVE_EOF)
    return FALSE;
  if (archive_read_has_encrypted_entries (self->archive) > 0)
    bayan_parts_fail (self->parts, self->path, BAYAN_EXTRACT_ERROR_ENCRYPTED, "Encrypted");
  else
    bayan_parts_fail (self->parts, self->path, BAYAN_EXTRACT_ERROR_DAMAGED, explain (self->archive));
  return FALSE;
}

/**
 * bayan_archive_unpack:
 * @path: of @bytes in the whole
 * @depth: how many containers @bytes is in
 *
 * Tells @parts of every member, and takes apart those that are archives again. What comes before a break is told of.
 */
void
bayan_archive_unpack (BayanParts *parts, const char *path, GBytes *bytes, guint depth)
{
  gsize size, at;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *found;
  gboolean compressed = bayan_kind_of_head (data, size, &found, &at) == BAYAN_KIND_COMPRESSED;
  Unpacking self = { parts, open_archive (bytes, compressed), path, depth };
  struct archive_entry *entry;

  if (self.archive == NULL)
    {
      bayan_parts_fail (parts, path, BAYAN_EXTRACT_ERROR_DAMAGED, "No archive");
      return;
    }
  while (!parts->stopped && next_member (&self, &entry))
    take_member (&self, entry);
  archive_read_free (self.archive);
}
