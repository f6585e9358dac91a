/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-preview.h"

#include "bayan-held-file-private.h"
#include "bayan-charset-choice.h"
#include "bayan-ingest-file.h"
#include "bayan-ingest.h"
#include "bayan-unpack.h"

/* What the thread needs; nobody else touches it meanwhile. */
typedef struct {
  BayanSource *source;
  GArray *roles; /* nullable: of BayanColumnRole: it is a table */
  BayanPreview *preview;
  BayanTable *table; /* nullable: as it was read this time */
} Work;

void
bayan_preview_free (BayanPreview *self)
{
  g_clear_pointer (&self->statement, bayan_statement_unref);
  g_clear_error (&self->error);
  g_strfreev (self->charsets);
  g_free (self);
}

static void
work_free (gpointer data)
{
  Work *self = data;

  bayan_source_unref (self->source);
  g_clear_pointer (&self->roles, g_array_unref);
  g_clear_pointer (&self->preview, bayan_preview_free);
  g_clear_pointer (&self->table, bayan_table_unref);
  g_free (self);
}

static BayanTableDecision
table_cb (BayanTable *table, BayanSource *source, gpointer data)
{
  Work *work = data;

  bayan_held_file_apply_roles (work->roles, table);
  g_clear_pointer (&work->table, bayan_table_unref);
  work->table = bayan_table_ref (table);
  return BAYAN_TABLE_READ;
}

/* The first row is enough to see what the columns do. */
static gboolean
row_cb (BayanSource *source, gpointer data)
{
  BayanPreview *preview = ((Work *) data)->preview;

  g_clear_error (&preview->error);
  preview->statement = bayan_ingest_source (source, NULL, NULL, &preview->error);
  return preview->statement == NULL;
}

static void
failed_cb (const char *name, const char *uri, const GError *error, gpointer data)
{
  BayanPreview *preview = ((Work *) data)->preview;

  g_clear_error (&preview->error);
  preview->error = g_error_copy (error);
}

/* There is something to choose where the source is text itself. */
static void
list_charsets (Work *work, GCancellable *cancellable)
{
  const BayanStatement *statement = work->preview->statement;
  g_autoptr (GBytes) raw = NULL;

  if (work->roles == NULL && statement != NULL && statement->extract != NULL)
    return;
  if (work->source->raw != NULL)
    raw = g_bytes_ref (work->source->raw);
  else
    raw = bayan_ingest_read_file (work->source->file, cancellable, NULL);
  if (raw != NULL)
    work->preview->charsets = bayan_charset_rank (raw);
}

static void
read_source (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  BayanUnpackHandlers handlers = { row_cb, failed_cb, table_cb, work };

  if (work->roles != NULL)
    bayan_unpack_source (work->source, &handlers, cancellable);
  else
    work->preview->statement = bayan_ingest_source (work->source, NULL, cancellable, &work->preview->error);
  list_charsets (work, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&work->preview), (GDestroyNotify) bayan_preview_free);
}

/* @source: taken; @roles: (nullable): taken */
static void
start (gpointer owner, BayanSource *source, GArray *roles, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (owner, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->source = source;
  work->roles = roles;
  work->preview = g_new0 (BayanPreview, 1);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, read_source);
}

/**
 * bayan_preview_held_async:
 *
 * Reads @held as the analyst has said by now; of a table, its first row.
 */
void
bayan_preview_held_async (BayanHeldFile *held, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  start (held, bayan_held_file_make_source (held), bayan_held_file_copy_roles (held), cancellable, callback,
         data);
}

/* Returns: (transfer full) (nullable): NULL where it was cancelled */
BayanPreview *
bayan_preview_held_finish (BayanHeldFile *held, GAsyncResult *result, GError **error)
{
  BayanPreview *preview = g_task_propagate_pointer (G_TASK (result), error);
  Work *work = g_task_get_task_data (G_TASK (result));

  if (preview != NULL && work->table != NULL)
    bayan_held_file_take_table (held, g_steal_pointer (&work->table));
  return preview;
}

/**
 * bayan_preview_statement_async:
 * @statement: of the library
 * @charset: what to read its source in
 */
void
bayan_preview_statement_async (const BayanStatement *statement, const char *charset,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  BayanSource *source = bayan_source_new (statement->name, statement->uri);

  source->raw = g_bytes_ref (statement->raw);
  source->charset = g_strdup (charset);
  start (NULL, source, NULL, cancellable, callback, data);
}

BayanPreview *
bayan_preview_statement_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
