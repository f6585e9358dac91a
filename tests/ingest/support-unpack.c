/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support-unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* More than the heads of a member take, and those of an archive. */
#define HEAD_BYTES 4096
#define FRAME_BYTES (64 * 1024)

/* The room that an archive needs whose packer does its worst. */
static gsize
measure (const Member *members, guint n_members)
{
  gsize size = FRAME_BYTES;

  for (guint i = 0; i < n_members; i++)
    size += HEAD_BYTES + 2 * (members[i].size > 0 ? members[i].size : strlen (members[i].bytes));
  return size;
}

/**
 * make_archive:
 * @format: as libarchive calls it: "zip", "pax", "7zip", "raw"
 * @filter: (nullable): "gzip"
 * @password: (nullable): ZIP only
 */
GBytes *
make_archive (const char *format, const char *filter, const char *password, const Member *members,
              guint n_members)
{
  struct archive *archive = archive_write_new ();
  gsize room = measure (members, n_members);
  char *buffer = g_malloc (room);
  size_t used = 0;
  GBytes *bytes;

  g_assert_cmpint (archive_write_set_format_by_name (archive, format), ==, ARCHIVE_OK);
  if (filter != NULL)
    g_assert_cmpint (archive_write_add_filter_by_name (archive, filter), ==, ARCHIVE_OK);
  archive_write_set_options (archive, password != NULL ? "zip:encryption=traditional" : NULL);
  archive_write_set_passphrase (archive, password);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, room, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_members; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize size = members[i].size > 0 ? members[i].size : strlen (members[i].bytes);

      archive_entry_set_pathname (entry, members[i].name);
      archive_entry_set_size (entry, (la_int64_t) size);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), >=, ARCHIVE_WARN);
      g_assert_cmpint (archive_write_data (archive, members[i].bytes, size), ==, (int) size);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  bytes = g_bytes_new (buffer, used);
  g_free (buffer);
  return bytes;
}

static gboolean
found_cb (BayanSource *source, gpointer data)
{
  Unpacked *self = data;

  g_ptr_array_add (self->found, bayan_source_ref (source));
  return self->found->len != self->stop_after;
}

static void
failed_cb (const char *name, const char *uri, const GError *error, gpointer data)
{
  Unpacked *self = data;

  g_assert_cmpuint (error->domain, ==, BAYAN_INGEST_ERROR);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_ptr_array_add (self->failed, g_strdup_printf ("%s: %d", name, error->code));
}

Unpacked *
unpack_until (GBytes *bytes, const char *name, guint stop_after)
{
  Unpacked *self = g_new0 (Unpacked, 1);
  g_autoptr (BayanSource) source = bayan_source_new (name, "file:///x");
  const BayanUnpackHandlers handlers = { found_cb, failed_cb, NULL, self };

  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_source_unref);
  self->failed = g_ptr_array_new_with_free_func (g_free);
  self->stop_after = stop_after;
  source->raw = g_bytes_ref (bytes);
  g_assert_true (bayan_unpack_source (source, &handlers, NULL)
                 == (stop_after == 0 || self->found->len < stop_after));
  return self;
}

Unpacked *
unpack_bytes (GBytes *bytes, const char *name)
{
  return unpack_until (bytes, name, 0);
}

void
unpacked_free (Unpacked *self)
{
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->failed);
  g_free (self);
}

/* @raw: (nullable): what it has to hold */
void
assert_found (const Unpacked *self, guint index, const char *name, const char *raw)
{
  const BayanSource *source;

  g_assert_cmpuint (self->found->len, >, index);
  source = self->found->pdata[index];
  g_assert_cmpstr (source->name, ==, name);
  if (raw != NULL)
    g_assert_cmpmem (g_bytes_get_data (source->raw, NULL), g_bytes_get_size (source->raw), raw, strlen (raw));
}

void
assert_failed (const Unpacked *self, guint index, const char *name, BayanIngestError code)
{
  g_autofree char *expected = g_strdup_printf ("%s: %d", name, (int) code);

  g_assert_cmpuint (self->failed->len, >, index);
  g_assert_cmpstr (self->failed->pdata[index], ==, expected);
}
