/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-job-private.h"

#include "bayan-import-pace.h"
#include "bayan-import-pipe.h"
#include "bayan-import-tally.h"
#include "bayan-import-writer.h"

/* So long a batch that is not full waits for more. */
#define BATCH_MAX_WAIT_MS 250
#define FRACTION_MIN_WAIT_US (G_USEC_PER_SEC / 10)

struct _BayanImportJob {
  GObject parent_instance;
  BayanImportCause cause;
  GPtrArray *requests; /* of BayanImportRequest */
  BayanLibrary *library;
  BayanRecogniserMaker *maker;
  BayanHeldList *held;
  BayanImportPipe *pipe;     /* nullable */
  BayanImportWriter *writer; /* nullable */
  GPtrArray *ready;          /* of BayanImportParcel: taken from the pipe, to go into the next batch */
  guint flush_timer;
  gboolean flush_due; /* what is ready has waited long enough */
  gboolean pumping;

  gboolean finished, cancelled;
  double fraction;
  gint64 fraction_told_at_us;
  BayanImportPace pace;
  guint n_found;
  BayanImportTally tally;
  GError *error;
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
  g_clear_pointer (&self->writer, bayan_import_writer_stop);
  g_clear_pointer (&self->ready, g_ptr_array_unref);
  g_clear_object (&self->held);
  g_clear_object (&self->library);
  g_clear_pointer (&self->maker, bayan_recogniser_maker_unref);
}

static void
finalize (GObject *object)
{
  BayanImportJob *self = BAYAN_IMPORT_JOB (object);

  drop_work (self);
  g_ptr_array_unref (self->requests);
  bayan_import_tally_clear (&self->tally);
  g_clear_error (&self->error);
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
}

static GPtrArray *
new_parcels (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_parcel_free);
}

/* @requests: (element-type BayanImportRequest) (transfer full); @number: (nullable): of the import that it goes on with */
BayanImportJob *
bayan_import_job_new (BayanImportCause cause, GPtrArray *requests, gint64 *number)
{
  BayanImportJob *self = g_object_new (BAYAN_TYPE_IMPORT_JOB, NULL);

  self->cause = cause;
  self->requests = requests;
  bayan_import_tally_init (&self->tally, number);
  self->ready = new_parcels ();
  return self;
}

static void
tell_progress (BayanImportJob *self)
{
  guint n_total = bayan_import_job_get_n_total (self);
  gint64 now = g_get_monotonic_time ();
  double reached = n_total > 0 ? (double) self->tally.n_done / n_total : 0;

  bayan_import_pace_note (&self->pace, now, self->tally.n_done);
  /* A folder found later makes the whole larger; the bar waits then, it does not go back. */
  self->fraction = MAX (self->fraction,
                        self->finished && self->error == NULL && !self->cancelled ? 1 : reached);
  if (!self->finished && now - self->fraction_told_at_us < FRACTION_MIN_WAIT_US)
    return;
  self->fraction_told_at_us = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

/* What the analyst has let through and what did not get there waits again. */
static void
release_held (BayanImportJob *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      const BayanImportRequest *request = self->requests->pdata[i];
      if (request->held != NULL && bayan_held_file_get_state (request->held) == BAYAN_HELD_IMPORTING)
        bayan_held_file_set_state (request->held, BAYAN_HELD_WAITING);
    }
}

static void
finish (BayanImportJob *self)
{
  if (self->finished)
    return;
  drop_work (self);
  self->finished = TRUE;
  g_object_ref (self);
  release_held (self);
  tell_progress (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_signal_emit (self, finished_signal, 0);
  g_object_unref (self);
}

/* Batches */

/* After an error nothing more is read; what is on its way to the library still counts. */
static void
written_cb (GPtrArray *parcels, GArray *outcomes, const GError *error, gpointer data)
{
  BayanImportJob *self = data;

  if (self->pipe != NULL)
    bayan_import_pipe_release (self->pipe, parcels);
  if (error == NULL)
    bayan_import_tally_note (&self->tally, parcels, outcomes, self->held);
  else if (self->error == NULL)
    {
      self->error = g_error_copy (error);
      stop_pipe (self);
    }
  pump (self);
}

static void
flush (BayanImportJob *self)
{
  guint n_parcels = MIN (self->ready->len, BAYAN_IMPORT_WRITER_MAX_PARCELS);
  GPtrArray *batch = new_parcels ();

  g_clear_handle_id (&self->flush_timer, g_source_remove);
  self->flush_due = FALSE;
  for (guint i = 0; i < n_parcels; i++)
    g_ptr_array_add (batch, self->ready->pdata[i]);
  g_ptr_array_set_free_func (self->ready, NULL); /* they moved */
  g_ptr_array_remove_range (self->ready, 0, n_parcels);
  g_ptr_array_set_free_func (self->ready, (GDestroyNotify) bayan_import_parcel_free);
  bayan_import_writer_put (self->writer, batch);
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

/* Takes what the pipe has. Returns whether that was the last. */
static gboolean
take_ready (BayanImportJob *self)
{
  gboolean last = bayan_import_pipe_is_drained (self->pipe);

  bayan_import_pipe_take (self->pipe, self->ready);
  return last || bayan_import_pipe_is_drained (self->pipe);
}

static gboolean
is_batch_due (BayanImportJob *self, gboolean last)
{
  return self->ready->len >= BAYAN_IMPORT_WRITER_MAX_PARCELS
         || (self->ready->len > 0 && (last || self->flush_due));
}

/* Commits what is enough, has waited enough, or is the end. */
static void
pump_batches (BayanImportJob *self)
{
  gboolean last = TRUE;

  while (self->pipe != NULL)
    {
      last = take_ready (self);
      if (bayan_import_writer_is_full (self->writer) || !is_batch_due (self, last))
        break;
      flush (self);
    }
  if (bayan_import_writer_is_idle (self->writer) && (self->pipe == NULL || (last && self->ready->len == 0)))
    finish (self);
  else if (self->pipe != NULL && self->ready->len > 0 && self->flush_timer == 0)
    self->flush_timer = g_timeout_add (BATCH_MAX_WAIT_MS, flush_due_cb, self);
}

static void
pump (BayanImportJob *self)
{
  if (self->finished || self->writer == NULL || self->pumping)
    return;
  g_object_ref (self);
  self->pumping = TRUE;
  pump_batches (self);
  self->pumping = FALSE;
  if (!self->finished)
    tell_progress (self);
  g_object_unref (self);
}

static void
arrived_cb (gpointer data)
{
  pump (data);
}

/* Starts the threads. */
void
bayan_import_job_start (BayanImportJob *self, BayanLibrary *library, BayanRecogniserMaker *maker,
                        BayanSiteMemory *sites, BayanHeldList *held)
{
  if (self->finished)
    return;
  self->library = g_object_ref (library);
  self->maker = bayan_recogniser_maker_ref (maker);
  self->held = g_object_ref (held);
  self->writer = bayan_import_writer_new (library, self->tally.number, written_cb, self);
  self->pipe = bayan_import_pipe_new (self->requests, maker, sites, arrived_cb, self);
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
  if (self->writer != NULL)
    pump (self);
  else
    finish (self);
}

BayanImportCause
bayan_import_job_get_cause (BayanImportJob *self)
{
  return self->cause;
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
  return self->tally.n_done;
}

guint
bayan_import_job_get_n_total (BayanImportJob *self)
{
  return self->pipe != NULL ? bayan_import_pipe_get_n_found (self->pipe) : self->n_found;
}

double
bayan_import_job_get_rate (BayanImportJob *self)
{
  return bayan_import_pace_get_rate (&self->pace);
}

int
bayan_import_job_get_seconds_left (BayanImportJob *self)
{
  if (self->pipe == NULL || !bayan_import_pipe_is_walked (self->pipe))
    return -1;
  return bayan_import_pace_get_seconds_left (&self->pace,
                                             bayan_import_job_get_n_total (self) - self->tally.n_done);
}

char *
bayan_import_job_dup_current (BayanImportJob *self)
{
  return self->pipe != NULL ? bayan_import_pipe_dup_current (self->pipe) : NULL;
}

guint
bayan_import_job_get_n_added (BayanImportJob *self)
{
  return self->tally.n_added;
}

guint
bayan_import_job_get_n_known (BayanImportJob *self)
{
  return self->tally.n_known;
}

guint
bayan_import_job_get_n_held (BayanImportJob *self)
{
  return self->tally.n_held;
}

guint
bayan_import_job_get_n_refused (BayanImportJob *self)
{
  return self->tally.n_refused;
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
  return G_LIST_MODEL (self->tally.notes);
}
