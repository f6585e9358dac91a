/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-unpack.h"

#include <unistd.h>

#include "bayan-child.h"
#include "bayan-head.h"
#include "bayan-ingest-error.h"
#include "bayan-ingest.h"
#include "bayan-kind.h"

/* As much of a text as decides whether it is a table. */
#define TABLE_SAMPLE_BYTES (256u * 1024)

typedef struct {
  const BayanUnpackHandlers *handlers;
  GCancellable *cancellable;
  BayanSource *whole; /* what is unpacked */
  char *path;         /* of the part that was announced; its bytes are next */
  gboolean stopped;
} Unpack;

static void
tell_found (Unpack *self, BayanSource *source)
{
  if (!self->stopped && !self->handlers->found (source, self->handlers->data))
    self->stopped = TRUE;
}

static void
tell_failed (Unpack *self, const char *name, const char *uri, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->stopped = TRUE;
  if (!self->stopped)
    self->handlers->failed (name, uri, error, self->handlers->data);
}

/* "letters.zip" and "iraq/1.txt" → "letters.zip/iraq/1.txt" */
static char *
name_part (const Unpack *self, const char *path)
{
  return g_strconcat (self->whole->name, *path != '\0' ? "/" : "", path, NULL);
}

static char *
address_part (const Unpack *self, const char *path)
{
  g_autofree char *escaped = g_uri_escape_string (path, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, TRUE);

  if (self->whole->uri == NULL || *path == '\0')
    return g_strdup (self->whole->uri);
  return g_strconcat (self->whole->uri, "#", escaped, NULL);
}

/* Tables */

typedef struct {
  Unpack *unpack;
  const BayanSource *source;
} Rows;

static gboolean
row_found_cb (BayanSource *source, gpointer data)
{
  Unpack *self = ((Rows *) data)->unpack;

  tell_found (self, source);
  return !self->stopped;
}

static void
row_failed_cb (guint number, const GError *error, gpointer data)
{
  Rows *rows = data;
  g_autofree char *name = g_strdup_printf ("%s · %u", rows->source->name, number);

  tell_failed (rows->unpack, name, rows->source->uri, error);
}

/* JSON without any text describes something else, and its source is nothing to be read. */
static void
refuse_json (Unpack *self, const BayanTable *table, const BayanSource *source)
{
  g_autoptr (GError) error = NULL;

  bayan_table_refuse (table, &error);
  tell_failed (self, source->name, source->uri, error);
}

/* FALSE if @source is to be read as text. */
static gboolean
take_table (Unpack *self, BayanSource *source, GBytes *raw)
{
  g_autoptr (BayanTable) table = bayan_table_new (raw, source->charset);
  BayanTableDecision decision = BAYAN_TABLE_READ;
  Rows rows = { self, source };

  if (table == NULL)
    return FALSE;
  if (bayan_table_get_format (table) == BAYAN_FORMAT_JSONL && !bayan_table_can_read (table))
    {
      refuse_json (self, table, source);
      return TRUE;
    }
  if (self->handlers->table != NULL)
    decision = self->handlers->table (table, source, self->handlers->data);
  else if (!bayan_table_can_read (table))
    decision = BAYAN_TABLE_AS_TEXT;
  if (decision == BAYAN_TABLE_READ)
    bayan_table_for_each_row (table, source->name, source->uri, self->cancellable, row_found_cb,
                              row_failed_cb, &rows);
  return decision != BAYAN_TABLE_AS_TEXT;
}

/* @source has its bytes and is no archive and no mail. */
static void
take_bytes (Unpack *self, BayanSource *source)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (source->raw, &size);

  if (!bayan_table_is_likely (data, MIN (size, TABLE_SAMPLE_BYTES), size <= TABLE_SAMPLE_BYTES)
      || !take_table (self, source, source->raw))
    tell_found (self, source);
}

/* Archives and mails */

static void
take_part (Unpack *self, const char *path, GBytes *bytes)
{
  g_autofree char *name = name_part (self, path);
  g_autofree char *uri = address_part (self, path);
  g_autoptr (BayanSource) part = bayan_source_new (name, uri);

  part->raw = g_bytes_ref (bytes);
  take_bytes (self, part);
}

static void
take_failure (Unpack *self, GBytes *frame)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = bayan_child_read_failure (frame, &path);
  g_autofree char *name = name_part (self, path);
  g_autofree char *uri = address_part (self, path);

  tell_failed (self, name, uri, error);
}

static gboolean
frame_cb (BayanFrameKind kind, GBytes *frame, gpointer data)
{
  Unpack *self = data;

  if (kind == BAYAN_FRAME_PART)
    {
      g_autoptr (GVariant) variant = bayan_frame_get_variant (frame, BAYAN_FRAME_PART_TYPE);
      gboolean is_whole;

      g_clear_pointer (&self->path, g_free);
      g_variant_get (variant, BAYAN_FRAME_PART_TYPE, &is_whole, &self->path);
      if (is_whole)
        tell_found (self, self->whole);
    }
  else if (kind == BAYAN_FRAME_BYTES && self->path != NULL)
    take_part (self, self->path, frame);
  else if (kind == BAYAN_FRAME_FAILURE)
    take_failure (self, frame);
  return !self->stopped;
}

/* @file: a descriptor of the archive or mail that is the whole; taken */
static void
take_apart (Unpack *self, BayanKind kind, int file)
{
  g_autoptr (GError) error = NULL;

  if (!bayan_child_run (BAYAN_VERB_UNPACK, kind, file, self->cancellable, frame_cb, self, &error))
    tell_failed (self, self->whole->name, self->whole->uri, error);
  g_clear_pointer (&self->path, g_free);
  close (file);
}

/* What the analyst points at */

static void
take_whole_bytes (Unpack *self)
{
  gsize size, at;
  const guint8 *data = g_bytes_get_data (self->whole->raw, &size);
  const char *found;
  BayanKind kind = bayan_kind_of (data, size, &found, &at);
  g_autoptr (GError) error = NULL;
  int file;

  if (!bayan_kind_is_container (kind))
    {
      take_bytes (self, self->whole);
      return;
    }
  file = bayan_child_make_file (self->whole->raw, &error);
  if (file >= 0)
    take_apart (self, kind, file);
  else
    tell_failed (self, self->whole->name, self->whole->uri, error);
}

/* Reads a file that may be more than one statement. What it is then is found out from all of it; @head was not enough.
 */
static void
take_suspect (Unpack *self, BayanHead *head)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) raw = NULL;
  BayanKind kind = head->kind;

  if (head->size_bytes > BAYAN_UNPACK_MAX_BYTES)
    bayan_ingest_refuse (&error, BAYAN_INGEST_ERROR_TOO_LARGE, head->size_bytes, head->found,
                         "Too large to be unpacked");
  /* No document is so large. */
  else if (head->size_bytes <= BAYAN_INGEST_MAX_BYTES && kind == BAYAN_KIND_ARCHIVE)
    {
      gsize size, at;
      const guint8 *data;
      const char *found;

      raw = bayan_head_read_all (head, &error);
      data = raw != NULL ? g_bytes_get_data (raw, &size) : NULL;
      kind = raw != NULL ? bayan_kind_of (data, size, &found, &at) : kind;
    }
  if (error != NULL)
    tell_failed (self, self->whole->name, self->whole->uri, error);
  else if (bayan_kind_is_container (kind))
    take_apart (self, kind, bayan_head_steal_file (head));
  else
    tell_found (self, self->whole);
}

static void
take_likely_table (Unpack *self, BayanHead *head)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) raw = bayan_head_read_all (head, &error);
  gsize size;
  const guint8 *data = raw != NULL ? g_bytes_get_data (raw, &size) : NULL;

  if (raw == NULL)
    tell_failed (self, self->whole->name, self->whole->uri, error);
  else if (!bayan_table_is_likely (data, MIN (size, TABLE_SAMPLE_BYTES), size <= TABLE_SAMPLE_BYTES)
           || !take_table (self, self->whole, raw))
    tell_found (self, self->whole);
}

static void
take_file (Unpack *self)
{
  BayanHead head;

  /* What cannot be looked at is told when it is read, in the words of that. */
  if (!bayan_head_read (&head, self->whole->file, self->cancellable))
    {
      tell_found (self, self->whole);
      return;
    }
  if (bayan_kind_is_container (head.kind))
    take_suspect (self, &head);
  else if (head.kind == BAYAN_KIND_TEXT && head.size_bytes <= BAYAN_INGEST_MAX_BYTES
           && bayan_table_is_likely (head.bytes, head.n_bytes, head.size_bytes <= head.n_bytes))
    take_likely_table (self, &head);
  else
    tell_found (self, self->whole);
  bayan_head_clear (&head);
}

/**
 * bayan_unpack_source:
 * @source: with a file or raw bytes
 * @cancellable: (nullable): stops at once; nothing is said of what was not reached
 *
 * Calls @handlers for every statement in @source, or for @source itself if it is one. Of an ordinary file only the
 * first kilobytes are read.
 *
 * Returns: FALSE if it was stopped
 */
gboolean
bayan_unpack_source (BayanSource *source, const BayanUnpackHandlers *handlers, GCancellable *cancellable)
{
  Unpack self = { handlers, cancellable, source, NULL, FALSE };

  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  if (source->raw != NULL)
    take_whole_bytes (&self);
  else
    take_file (&self);
  return !self.stopped;
}

/**
 * bayan_unpack_file:
 *
 * As bayan_unpack_source() for a file that nothing more is known of.
 */
gboolean
bayan_unpack_file (GFile *file, const BayanUnpackHandlers *handlers, GCancellable *cancellable)
{
  g_autoptr (BayanSource) source = bayan_source_new_for_file (file);

  return bayan_unpack_source (source, handlers, cancellable);
}
