/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-writer.h"

#include "bayan-held-file-private.h"

#define MAX_BATCHES 2

typedef enum {
  NUMBER_UNKNOWN, /* there is none yet, or it is that of an older import, which may have been undone since */
  NUMBER_ASKED,
  NUMBER_KNOWN,
} NumberState;

struct _BayanImportWriter {
  grefcount ref_count;
  BayanLibrary *library;
  gint64 *number;
  NumberState state;
  BayanImportWritten written; /* NULL once stopped */
  gpointer data;
  GQueue batches; /* of Batch: oldest first */
};

typedef struct {
  BayanImportWriter *writer;
  GPtrArray *parcels;
  gboolean waits_for_items, waits_for_known; /* has not been answered in that */
  gboolean is_sent;
  GArray *outcomes; /* nullable */
  GError *error;    /* nullable */
} Batch;

static void ask_number (BayanImportWriter *self);

static void
writer_unref (BayanImportWriter *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->library);
  g_rc_box_release (self->number);
  g_free (self);
}

static void
batch_free (Batch *self)
{
  writer_unref (self->writer);
  g_ptr_array_unref (self->parcels);
  g_clear_pointer (&self->outcomes, g_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* Of what was held back. */
static const char *
get_sum (const BayanImportParcel *parcel)
{
  return parcel->held != NULL ? bayan_held_file_get_sha256 (parcel->held) : NULL;
}

static gboolean
is_done (const Batch *self)
{
  return !self->waits_for_items && !self->waits_for_known;
}

/* Hands back what is done, oldest first. */
static void
hand_back (BayanImportWriter *self)
{
  Batch *batch;

  g_ref_count_inc (&self->ref_count);
  while ((batch = g_queue_peek_head (&self->batches)) != NULL && is_done (batch))
    {
      g_queue_pop_head (&self->batches);
      if (self->written != NULL)
        self->written (batch->parcels, batch->outcomes, batch->error, self->data);
      batch_free (batch);
    }
  writer_unref (self);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Batch *batch = data;

  batch->outcomes = bayan_library_import_finish (BAYAN_LIBRARY (source), result, &batch->error);
  batch->waits_for_items = FALSE;
  hand_back (batch->writer);
}

/* A file that was held back and is in the library already needs no look. */
static void
known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Batch *batch = data;
  g_autoptr (GArray) statements = bayan_library_find_sources_finish (BAYAN_LIBRARY (source), result, NULL);
  guint next = 0;

  for (guint i = 0; statements != NULL && i < batch->parcels->len; i++)
    {
      BayanImportParcel *parcel = batch->parcels->pdata[i];
      if (get_sum (parcel) != NULL)
        parcel->known = g_array_index (statements, gint64, next++);
    }
  batch->waits_for_known = FALSE;
  hand_back (batch->writer);
}

static void
ask_known (Batch *batch)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < batch->parcels->len; i++)
    if (get_sum (batch->parcels->pdata[i]) != NULL)
      g_ptr_array_add (sums, g_strdup (get_sum (batch->parcels->pdata[i])));
  bayan_library_find_sources_async (batch->writer->library, sums, NULL, known_cb, batch);
}

/* The parcels keep their names for the notes, the library takes what is in them. */
static void
send (Batch *batch)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);

  for (guint i = 0; i < batch->parcels->len; i++)
    {
      BayanImportParcel *parcel = batch->parcels->pdata[i];
      if (parcel->item != NULL)
        g_ptr_array_add (items, g_steal_pointer (&parcel->item));
    }
  batch->is_sent = TRUE;
  bayan_library_import_async (batch->writer->library, *batch->writer->number, items, NULL, imported_cb,
                              batch);
}

static void
send_all (BayanImportWriter *self)
{
  for (GList *at = self->batches.head; at != NULL; at = at->next)
    {
      Batch *batch = at->data;
      if (batch->waits_for_items && !batch->is_sent)
        send (batch);
    }
}

static void
fail_all (BayanImportWriter *self, const GError *error)
{
  for (GList *at = self->batches.head; at != NULL; at = at->next)
    {
      Batch *batch = at->data;
      if (!batch->waits_for_items || batch->is_sent)
        continue;
      batch->error = g_error_copy (error);
      batch->waits_for_items = FALSE;
    }
  hand_back (self);
}

/* Whether nobody waits any more: the library is being closed. */
static gboolean
is_stopped (BayanImportWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (self->written != NULL)
    return FALSE;
  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the import was stopped");
  fail_all (self, error);
  return TRUE;
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanImportWriter *self = data;
  g_autoptr (GError) error = NULL;

  *self->number = bayan_library_begin_import_finish (BAYAN_LIBRARY (source), result, &error);
  self->state = error == NULL ? NUMBER_KNOWN : NUMBER_UNKNOWN;
  if (error != NULL)
    fail_all (self, error);
  else if (!is_stopped (self))
    send_all (self);
  writer_unref (self);
}

/* The older import takes more, or, since it was undone, it does not: then this is one of its own. */
static void
probed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanImportWriter *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) none = bayan_library_import_finish (BAYAN_LIBRARY (source), result, &error);

  self->state = none != NULL ? NUMBER_KNOWN : NUMBER_UNKNOWN;
  if (is_stopped (self))
    ;
  else if (none != NULL)
    send_all (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      *self->number = 0;
      ask_number (self);
    }
  else
    fail_all (self, error);
  writer_unref (self);
}

static void
ask_number (BayanImportWriter *self)
{
  GPtrArray *none;

  if (self->state == NUMBER_ASKED)
    return;
  self->state = NUMBER_ASKED;
  g_ref_count_inc (&self->ref_count);
  if (*self->number == 0)
    {
      bayan_library_begin_import_async (self->library, NULL, begun_cb, self);
      return;
    }
  none = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  bayan_library_import_async (self->library, *self->number, none, NULL, probed_cb, self);
}

static void
look_through (Batch *batch)
{
  for (guint i = 0; i < batch->parcels->len; i++)
    {
      const BayanImportParcel *parcel = batch->parcels->pdata[i];
      batch->waits_for_items |= parcel->item != NULL;
      batch->waits_for_known |= get_sum (parcel) != NULL;
    }
}

/**
 * bayan_import_writer_new:
 * @number: (transfer none): in a box of g_rc_box_new0(): the import to go on with, 0 for a new one
 */
BayanImportWriter *
bayan_import_writer_new (BayanLibrary *library, gint64 *number, BayanImportWritten written, gpointer data)
{
  BayanImportWriter *self = g_new0 (BayanImportWriter, 1);

  g_ref_count_init (&self->ref_count);
  self->library = g_object_ref (library);
  self->number = g_rc_box_acquire (number);
  self->written = written;
  self->data = data;
  return self;
}

void
bayan_import_writer_stop (BayanImportWriter *self)
{
  self->written = NULL;
  writer_unref (self);
}

/**
 * bayan_import_writer_put:
 * @parcels: (transfer full) (element-type BayanImportParcel): a batch; with nothing in it for the library it comes
 * back at once, when those before it are back
 */
void
bayan_import_writer_put (BayanImportWriter *self, GPtrArray *parcels)
{
  Batch *batch = g_new0 (Batch, 1);

  g_ref_count_inc (&self->ref_count);
  batch->writer = self;
  batch->parcels = parcels;
  look_through (batch);
  g_queue_push_tail (&self->batches, batch);
  if (batch->waits_for_known)
    ask_known (batch);
  if (!batch->waits_for_items)
    hand_back (self);
  else if (self->state == NUMBER_KNOWN)
    send (batch);
  else
    ask_number (self);
}

/* Whether there is enough for the library to do. */
gboolean
bayan_import_writer_is_full (const BayanImportWriter *self)
{
  return self->batches.length >= MAX_BATCHES;
}

gboolean
bayan_import_writer_is_idle (const BayanImportWriter *self)
{
  return self->batches.length == 0;
}
