/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define CHUNK_BYTES (64u * 1024)

/* What an archive has come to. */
typedef struct {
  struct archive *archive;
  GHashTable *parts;
  gsize packed_bytes, unpacked_bytes;
  guint n_entries;
  gboolean cut_short;
} Unpacking;

static gboolean
fail (GError **error, BayanExtractError code, const char *message)
{
  g_set_error_literal (error, BAYAN_EXTRACT_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
is_within_limits (const Unpacking *self)
{
  return self->unpacked_bytes <= BAYAN_PACKAGE_MAX_BYTES
         && (self->unpacked_bytes <= BAYAN_PACKAGE_RATIO_FROM_BYTES
             || self->unpacked_bytes / BAYAN_PACKAGE_MAX_RATIO <= self->packed_bytes);
}

/* Pictures and fonts are not unpacked. */
static gboolean
is_wanted (const char *name)
{
  return name != NULL
         && (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels")
             || strcmp (name, "mimetype") == 0);
}

/* Reads the member at hand; what is there of one that is cut off is kept. */
static gboolean
unpack_member (Unpacking *self, const char *name, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  la_ssize_t got;

  while ((got = archive_read_data (self->archive, chunk, CHUNK_BYTES)) > 0)
    {
      self->unpacked_bytes += (gsize) got;
      if (!is_within_limits (self))
        return fail (error, BAYAN_EXTRACT_ERROR_TOO_LARGE, "too much when unpacked");
      g_byte_array_append (data, chunk, (guint) got);
    }
  self->cut_short |= got < 0;
  if (!g_hash_table_contains (self->parts, name))
    g_hash_table_insert (self->parts, g_strdup (name), g_byte_array_free_to_bytes (g_steal_pointer (&data)));
  return TRUE;
}

static gboolean
unpack (Unpacking *self, GError **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);

      if (++self->n_entries > BAYAN_PACKAGE_MAX_ENTRIES)
        return fail (error, BAYAN_EXTRACT_ERROR_TOO_MANY, "too many members");
      if (archive_entry_is_data_encrypted (entry))
        return fail (error, BAYAN_EXTRACT_ERROR_ENCRYPTED, "a member is encrypted");
      if (is_wanted (name) && !unpack_member (self, name, error))
        return FALSE;
    }
  self->cut_short |= status != ARCHIVE_EOF;
  return g_hash_table_size (self->parts) > 0 || fail (error, BAYAN_EXTRACT_ERROR_DAMAGED, "not a document");
}

/**
 * bayan_package_open:
 * @cut_short: (out): something of it could not be read
 *
 * Returns: (transfer full): its XML parts; free with g_hash_table_unref(). NULL with BAYAN_EXTRACT_ERROR
 */
BayanPackage *
bayan_package_open (GBytes *bytes, gboolean *cut_short, GError **error)
{
  Unpacking self = { archive_read_new () };
  gboolean good;

  self.parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self.packed_bytes = g_bytes_get_size (bytes);
  archive_read_support_format_zip (self.archive);
  good = archive_read_open_memory (self.archive, g_bytes_get_data (bytes, NULL), self.packed_bytes)
                 == ARCHIVE_OK
             ? unpack (&self, error)
             : fail (error, BAYAN_EXTRACT_ERROR_DAMAGED, "not an archive");
  archive_read_free (self.archive);
  *cut_short = self.cut_short;
  if (!good)
    g_clear_pointer (&self.parts, g_hash_table_unref);
  return self.parts;
}

/**
 * bayan_package_get:
 *
 * Returns: (transfer none) (nullable): the part of that name
 */
GBytes *
bayan_package_get (BayanPackage *self, const char *name)
{
  return g_hash_table_lookup (self, name);
}

/**
 * bayan_package_resolve:
 * @base: the name of the part that refers to it
 * @target: as it refers to it
 *
 * Returns: (transfer full): the name of the part
 */
char *
bayan_package_resolve (const char *base, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *absolute = NULL;

  if (*target == '/')
    absolute = g_canonicalize_filename (target, "/");
  else
    {
      g_autofree char *from = g_strconcat ("/", strcmp (folder, ".") == 0 ? "" : folder, NULL);

      absolute = g_canonicalize_filename (target, from);
    }
  return g_strdup (absolute + 1);
}

/**
 * bayan_package_is_encrypted_office:
 *
 * An encrypted DOCX is a compound file with a stream called EncryptedPackage, its name in UTF-16.
 *
 * Returns: whether @bytes is one
 */
gboolean
bayan_package_is_encrypted_office (GBytes *bytes)
{
  static const char MAGIC[] = { '\xD0', '\xCF', '\x11', '\xE0', '\xA1', '\xB1', '\x1A', '\xE1' };
  static const char NAME[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > sizeof MAGIC && memcmp (data, MAGIC, sizeof MAGIC) == 0
         && memmem (data, length, NAME, sizeof NAME) != NULL;
}
