/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-job-private.h"

#include "bayan-import-pipe.h"

/* A batch is one transaction. Large ones cost the disk less, small ones show something sooner and lose less
 * when the machine stops. */
#define BATCH_MAX_PARCELS 100
#define BATCH_MAX_WAIT_MS 250
#define FRACTION_MIN_WAIT_US (G_USEC_PER_SEC / 10)

struct _BayanImportJob {
  GObject parent_instance;
  GPtrArray *files; /* of GFile, until the pipe has them */
  GBytes *text;
  BayanLibrary *library;
  BayanImportPipe *pipe;
  GPtrArray *ready; /* of BayanImportParcel: taken from the pipe, to go into the next batch */
  GPtrArray *batch; /* of BayanImportParcel: being committed; nullable */
  gint64 import_id; /* 0 until the first batch */
  guint flush_timer;
  gboolean flush_due; /* what is ready has waited long enough */

  gboolean finished, cancelled;
  double fraction;
  gint64 fraction_told_at_us;
  guint n_found, n_done, n_added, n_known, n_refused;
  GError *error;
  GListStore *notes; /* of BayanImportNote */
};

G_DEFINE_FINAL_TYPE (BayanImportJob, bayan_import_job, G_TYPE_OBJECT)

enum { PROP_0, PROP_RUNNING, PROP_FRACTION, N_PROPS };
static GParamSpec *properties[N_PROPS];
static guint finished_signal;

static void pump (BayanImportJob *self);

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanImportJob *self = BAYAN_IMPORT_JOB (object);

  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, !self->finished);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stop_pipe (BayanImportJob *self)
{
  if (self->pipe != NULL)
    self->n_found = bayan_import_pipe_get_n_found (self->pipe);
  g_clear_pointer (&self->pipe, bayan_import_pipe_stop);
}

static void
drop_work (BayanImportJob *self)
{
  g_clear_handle_id (&self->flush_timer, g_source_remove);
  stop_pipe (self);
  g_clear_pointer (&self->ready, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
}

static void
finalize (GObject *object)
{
  BayanImportJob *self = BAYAN_IMPORT_JOB (object);

  drop_work (self);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_object (&self->library);
  g_clear_error (&self->error);
  g_object_unref (self->notes);
  G_OBJECT_CLASS (bayan_import_job_parent_class)->finalize (object);
}

static void
bayan_import_job_class_init (BayanImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, TRUE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
bayan_import_job_init (BayanImportJob *self)
{
  self->notes = g_list_store_new (BAYAN_TYPE_IMPORT_NOTE);
}

static GPtrArray *
new_parcels (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_parcel_free);
}

/* @files: (nullable): of GFile; @text: (nullable): pasted */
BayanImportJob *
bayan_import_job_new (GListModel *files, GBytes *text)
{
  BayanImportJob *self = g_object_new (BAYAN_TYPE_IMPORT_JOB, NULL);
  guint n_files = files != NULL ? g_list_model_get_n_items (files) : 0;

  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_list_model_get_item (files, i));
  self->text = text != NULL ? g_bytes_ref (text) : NULL;
  self->ready = new_parcels ();
  return self;
}

static void
tell_fraction (BayanImportJob *self)
{
  guint n_total = bayan_import_job_get_n_total (self);
  gint64 now = g_get_monotonic_time ();
  double reached = n_total > 0 ? (double) self->n_done / n_total : 0;

  /* A folder found later makes the whole larger; the bar waits then, it does not go back. */
  self->fraction = MAX (self->fraction,
                        self->finished && self->error == NULL && !self->cancelled ? 1 : reached);
  if (!self->finished && now - self->fraction_told_at_us < FRACTION_MIN_WAIT_US)
    return;
  self->fraction_told_at_us = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static void
finish (BayanImportJob *self)
{
  if (self->finished)
    return;
  drop_work (self);
  self->finished = TRUE;
  g_object_ref (self);
  tell_fraction (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_signal_emit (self, finished_signal, 0);
  g_object_unref (self);
}

/* @outcome: (nullable): what the library says of a parcel that was not refused */
static BayanImportNote *
note_parcel (BayanImportJob *self, const BayanImportParcel *parcel, const BayanImportOutcome *outcome)
{
  self->n_done++;
  if (self->pipe != NULL)
    bayan_import_pipe_release (self->pipe, parcel);
  if (outcome == NULL)
    {
      self->n_refused++;
      return bayan_import_note_new_refused (parcel->name, parcel->error);
    }
  if (outcome->duplicate)
    self->n_known++;
  else
    self->n_added++;
  return bayan_import_note_new (parcel->name, outcome);
}

/* Notes for the whole batch, with one splice. @outcomes: of those that were not refused, in order */
static void
note_batch (BayanImportJob *self, GArray *outcomes)
{
  g_autoptr (GPtrArray) batch = g_steal_pointer (&self->batch);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  guint next = 0;

  for (guint i = 0; i < batch->len; i++)
    {
      const BayanImportParcel *parcel = batch->pdata[i];
      const BayanImportOutcome *outcome = NULL;

      if (parcel->error == NULL)
        outcome = &g_array_index (outcomes, BayanImportOutcome, next++);
      g_ptr_array_add (notes, note_parcel (self, parcel, outcome));
    }
  g_list_store_splice (self->notes, g_list_model_get_n_items (G_LIST_MODEL (self->notes)), 0, notes->pdata,
                       notes->len);
  tell_fraction (self);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanImportJob) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) outcomes = bayan_library_import_finish (BAYAN_LIBRARY (source), result, &error);

  if (outcomes != NULL)
    note_batch (self, outcomes);
  else
    bayan_import_job_fail (self, error);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  pump (self);
}

/* The parcels keep their names for the notes, the library takes what is in them. */
static void
commit_batch (BayanImportJob *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);

  for (guint i = 0; i < self->batch->len; i++)
    {
      BayanImportParcel *parcel = self->batch->pdata[i];
      if (parcel->item != NULL)
        g_ptr_array_add (items, g_steal_pointer (&parcel->item));
    }
  bayan_library_import_async (self->library, self->import_id, items, NULL, imported_cb, g_object_ref (self));
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanImportJob) self = data;
  g_autoptr (GError) error = NULL;

  self->import_id = bayan_library_begin_import_finish (BAYAN_LIBRARY (source), result, &error);
  if (error != NULL)
    bayan_import_job_fail (self, error);
  if (self->finished || self->cancelled)
    {
      g_clear_pointer (&self->batch, g_ptr_array_unref);
      pump (self);
    }
  else
    commit_batch (self);
}

static gboolean
has_items (GPtrArray *parcels)
{
  for (guint i = 0; i < parcels->len; i++)
    if (((BayanImportParcel *) parcels->pdata[i])->item != NULL)
      return TRUE;
  return FALSE;
}

static void
flush (BayanImportJob *self)
{
  guint n_parcels = MIN (self->ready->len, BATCH_MAX_PARCELS);

  g_clear_handle_id (&self->flush_timer, g_source_remove);
  self->flush_due = FALSE;
  self->batch = new_parcels ();
  for (guint i = 0; i < n_parcels; i++)
    g_ptr_array_add (self->batch, self->ready->pdata[i]);
  g_ptr_array_set_free_func (self->ready, NULL); /* they moved */
  g_ptr_array_remove_range (self->ready, 0, n_parcels);
  g_ptr_array_set_free_func (self->ready, (GDestroyNotify) bayan_import_parcel_free);
  if (!has_items (self->batch))
    note_batch (self, NULL);
  else if (self->import_id == 0)
    bayan_library_begin_import_async (self->library, NULL, begun_cb, g_object_ref (self));
  else
    commit_batch (self);
}

static gboolean
flush_due_cb (gpointer data)
{
  BayanImportJob *self = data;

  self->flush_timer = 0;
  self->flush_due = TRUE;
  pump (self);
  return G_SOURCE_REMOVE;
}

/* Takes what the pipe has, and commits it if it is enough, has waited enough, or is the end. */
static void
pump (BayanImportJob *self)
{
  g_autoptr (BayanImportJob) keep = g_object_ref (self);

  while (!self->finished && self->batch == NULL)
    {
      gboolean last;

      if (self->cancelled)
        {
          finish (self);
          return;
        }
      last = bayan_import_pipe_is_drained (self->pipe);
      bayan_import_pipe_take (self->pipe, self->ready);
      last = last || bayan_import_pipe_is_drained (self->pipe);
      if (self->ready->len == 0 && last)
        finish (self);
      else if (self->ready->len >= BATCH_MAX_PARCELS || (self->ready->len > 0 && (last || self->flush_due)))
        flush (self);
      else
        break;
    }
  if (!self->finished && self->batch == NULL && self->ready->len > 0 && self->flush_timer == 0)
    self->flush_timer = g_timeout_add (BATCH_MAX_WAIT_MS, flush_due_cb, self);
}

static void
arrived_cb (gpointer data)
{
  pump (data);
}

void
bayan_import_job_start (BayanImportJob *self, BayanLibrary *library, BayanRecogniserMaker *maker)
{
  if (self->finished)
    return;
  self->library = g_object_ref (library);
  self->pipe = bayan_import_pipe_new (self->files, self->text, maker, arrived_cb, self);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
}

/* Ends the job: nothing more can be kept. */
void
bayan_import_job_fail (BayanImportJob *self, const GError *error)
{
  if (self->finished)
    return;
  self->error = g_error_copy (error);
  finish (self);
}

void
bayan_import_job_abandon (BayanImportJob *self)
{
  self->cancelled = TRUE;
  finish (self);
}

/**
 * bayan_import_job_cancel:
 *
 * Stops reading. What is being committed at this moment is still kept and noted; then the job is no longer
 * running.
 */
void
bayan_import_job_cancel (BayanImportJob *self)
{
  if (self->finished || self->cancelled)
    return;
  self->cancelled = TRUE;
  stop_pipe (self);
  pump (self);
}

gboolean
bayan_import_job_get_running (BayanImportJob *self)
{
  return !self->finished;
}

double
bayan_import_job_get_fraction (BayanImportJob *self)
{
  return self->fraction;
}

guint
bayan_import_job_get_n_done (BayanImportJob *self)
{
  return self->n_done;
}

guint
bayan_import_job_get_n_total (BayanImportJob *self)
{
  return self->pipe != NULL ? bayan_import_pipe_get_n_found (self->pipe) : self->n_found;
}

guint
bayan_import_job_get_n_added (BayanImportJob *self)
{
  return self->n_added;
}

guint
bayan_import_job_get_n_known (BayanImportJob *self)
{
  return self->n_known;
}

guint
bayan_import_job_get_n_refused (BayanImportJob *self)
{
  return self->n_refused;
}

gboolean
bayan_import_job_get_cancelled (BayanImportJob *self)
{
  return self->cancelled;
}

const GError *
bayan_import_job_get_error (BayanImportJob *self)
{
  return self->error;
}

GListModel *
bayan_import_job_get_notes (BayanImportJob *self)
{
  return G_LIST_MODEL (self->notes);
}
