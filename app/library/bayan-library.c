/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-library.h"

#include "bayan-library-private.h"
#include "bayan-store.h"

struct _BayanLibrary {
  GObject parent_instance;

  char *path;
  GMainContext *context; /* where answers and "changed" go */
  GThread *worker;       /* NULL once closed */
  GAsyncQueue *jobs;     /* of BayanJob */

  GMutex outbox_lock;
  GQueue
      outbox; /* of BayanJob: answered, in the order of the calls; while there are any, one source is on its way */

  /* The worker's alone */
  BayanStore *store; /* NULL before it is open and where it could not be opened */

  guint search_left;   /* atomic: of the last search */
  GError *read_only;   /* nullable; written by the worker before open is answered, then by who gets answers */
  gboolean is_damaged; /* the worker's: it is known that a page is not what was written */
};

/* Below what is painted and what the analyst types (GDK draws at 120), above what is idle. */
#define PART_PRIORITY (G_PRIORITY_HIGH_IDLE + 30)
#define PART_STATEMENTS 25
/* So long nobody has asked for anything before the worker looks for something to do. */
#define QUIET_US (2 * G_USEC_PER_SEC)

G_DEFINE_FINAL_TYPE (BayanLibrary, bayan_library, G_TYPE_OBJECT)

enum {
  CHANGED,
  FOUND_DAMAGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The worker */

/* The first job of every worker: the others need the store that it makes. */
static void
run_open (BayanLibrary *self, BayanJob *job)
{
  const GError *reason;

  self->store = bayan_store_open (self->path, &job->error);
  if (self->store == NULL)
    return;
  reason = bayan_database_get_read_only (self->store->database);
  self->read_only = reason != NULL ? g_error_copy (reason) : NULL;
  self->is_damaged = g_error_matches (reason, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED);
  job->success = TRUE;
}

/* Whoever gets the answer that was read from a damaged page is told with it. What nobody waits for cannot tell. */
static void
look_for_damage (BayanLibrary *self, BayanJob *job)
{
  const GError *reason;

  if (self->is_damaged || (job->task == NULL && !job->is_waited_for))
    return;
  reason = bayan_database_get_read_only (self->store->database);
  self->is_damaged = g_error_matches (reason, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED);
  job->damage = self->is_damaged ? g_error_copy (reason) : NULL;
}

static void
run_job (BayanLibrary *self, BayanJob *job)
{
  if (bayan_job_is_cancelled (job))
    return;
  if (job->kind == BAYAN_JOB_OPEN)
    run_open (self, job);
  else if (self->store != NULL)
    {
      bayan_job_run (job, self->store);
      bayan_job_dispose_items (job);
      look_for_damage (self, job);
    }
  else
    g_set_error_literal (&job->error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FAILED,
                         "the library is not open");
}

/* Back in the thread of who asked */

static void
emit_change (BayanLibrary *self, BayanJob *job)
{
  if (job->damage != NULL)
    {
      g_clear_error (&self->read_only);
      self->read_only = g_steal_pointer (&job->damage);
      g_signal_emit (self, signals[FOUND_DAMAGED], 0);
    }
  if (job->change != NULL && !bayan_library_change_is_empty (job->change))
    g_signal_emit (self, signals[CHANGED], 0, job->change);
}

static void schedule (BayanLibrary *self, int priority);

static void
return_answer (BayanJob *job)
{
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->kind == BAYAN_JOB_OPEN)
    g_task_return_pointer (job->task, g_object_ref (job->library), g_object_unref);
  else if (job->result != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
  else
    g_task_return_int (job->task, job->number != 0 ? (gssize) job->number : job->success);
}

/* What an import brings comes in parts, so that the window is never busy with it for longer than a frame. */
static gboolean
deliver_part (BayanLibrary *self, BayanJob *job)
{
  g_autoptr (BayanLibraryChange) part = NULL;

  if (job->change == NULL || job->change->headers_added->len <= PART_STATEMENTS)
    return FALSE;
  part = bayan_library_change_take_part (job->change, PART_STATEMENTS, &job->n_told_tallies);
  schedule (self, PART_PRIORITY);
  g_signal_emit (self, signals[CHANGED], 0, part);
  return TRUE;
}

/* The next answer, or a part of what belongs to it. The job's task keeps the library alive. */
static gboolean
deliver_cb (gpointer data)
{
  BayanLibrary *self = data;
  BayanJob *job;

  g_mutex_lock (&self->outbox_lock);
  job = g_queue_peek_head (&self->outbox);
  g_mutex_unlock (&self->outbox_lock);
  if (deliver_part (self, job))
    return G_SOURCE_REMOVE;
  g_mutex_lock (&self->outbox_lock);
  g_queue_pop_head (&self->outbox);
  if (!g_queue_is_empty (&self->outbox))
    schedule (self, G_PRIORITY_DEFAULT);
  g_mutex_unlock (&self->outbox_lock);
  emit_change (self, job);
  return_answer (job);
  bayan_job_free (job);
  return G_SOURCE_REMOVE;
}

static void
schedule (BayanLibrary *self, int priority)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, priority);
  g_source_set_callback (source, deliver_cb, self, NULL);
  g_source_set_static_name (source, "bayan_library answer");
  g_source_attach (source, self->context);
}

static void
send_back (BayanLibrary *self, BayanJob *job)
{
  g_mutex_lock (&self->outbox_lock);
  g_queue_push_tail (&self->outbox, job);
  if (self->outbox.length == 1)
    schedule (self, G_PRIORITY_DEFAULT);
  g_mutex_unlock (&self->outbox_lock);
}

static void
answer (BayanLibrary *self, BayanJob *job)
{
  if (job->task != NULL)
    send_back (self, job);
  else if (!job->is_waited_for)
    bayan_job_free (job);
  else
    {
      g_mutex_lock (&job->lock);
      job->is_done = TRUE;
      g_cond_signal (&job->done);
      g_mutex_unlock (&job->lock);
    }
}

/* With nothing else to do: bit by bit, so that a call never waits for long. */
static void
tidy_while_idle (BayanLibrary *self)
{
  g_autoptr (GError) error = NULL;

  while (self->store != NULL && g_async_queue_length (self->jobs) <= 0
         && bayan_store_tidy (self->store, &error))
    ;
  if (error != NULL)
    g_debug ("%s: tidying up: %s", self->path, error->message);
}

static gboolean
merge_index (BayanLibrary *self)
{
  g_autoptr (GError) error = NULL;
  gboolean goes_on = self->store != NULL && bayan_store_merge_index (self->store, &error);

  if (error != NULL)
    g_debug ("%s: merging the index: %s", self->path, error->message);
  return goes_on;
}

/* Between two batches of an import there is a pause, too: what takes long begins when it is quiet. */
static BayanJob *
wait_for_job (BayanLibrary *self)
{
  BayanJob *job = g_async_queue_timeout_pop (self->jobs, QUIET_US);

  while (job == NULL && merge_index (self))
    job = g_async_queue_try_pop (self->jobs);
  return job != NULL ? job : g_async_queue_pop (self->jobs);
}

static gpointer
work (gpointer data)
{
  BayanLibrary *self = data;
  BayanJob *job;

  while ((job = wait_for_job (self))->kind != BAYAN_JOB_END)
    {
      run_job (self, job);
      answer (self, job);
      tidy_while_idle (self);
    }
  bayan_job_free (job);
  g_clear_pointer (&self->store, bayan_store_close);
  return NULL;
}

/* Asking */

/**
 * bayan_library_call_async:
 * @job: (transfer full)
 * @tag: the function that asks
 *
 * Asks the worker; the answer comes in the library's main context.
 */
void
bayan_library_call_async (BayanLibrary *self, BayanJob *job, gpointer tag, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  job->task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (job->task, tag);
  g_task_set_check_cancellable (job->task, FALSE);
  if (self->worker != NULL)
    {
      g_async_queue_push (self->jobs, job);
      return;
    }
  g_task_return_new_error (job->task, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FAILED,
                           "the library is closed");
  bayan_job_free (job);
}

/**
 * bayan_library_post:
 * @job: (transfer full): one for whose answer nobody waits
 */
void
bayan_library_post (BayanLibrary *self, BayanJob *job)
{
  if (self->worker != NULL)
    g_async_queue_push (self->jobs, job);
  else
    bayan_job_free (job);
}

/* Returns the job, answered; the caller frees it. */
static BayanJob *
call_and_wait (BayanLibrary *self, BayanJob *job)
{
  if (self->worker == NULL)
    {
      g_set_error_literal (&job->error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FAILED,
                           "the library is closed");
      return job;
    }
  job->is_waited_for = TRUE;
  g_async_queue_push (self->jobs, job);
  g_mutex_lock (&job->lock);
  while (!job->is_done)
    g_cond_wait (&job->done, &job->lock);
  g_mutex_unlock (&job->lock);
  emit_change (self, job);
  return job;
}

/**
 * bayan_library_wait_for_pointer:
 * @job: (transfer full)
 *
 * Asks the worker and waits.
 *
 * Returns: (transfer full) (nullable): the answer
 */
gpointer
bayan_library_wait_for_pointer (BayanLibrary *self, BayanJob *job, GError **error)
{
  gpointer result = g_steal_pointer (&call_and_wait (self, job)->result);

  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  bayan_job_free (job);
  return result;
}

/**
 * bayan_library_wait_for_number:
 * @job: (transfer full)
 *
 * Asks the worker and waits.
 *
 * Returns: the number that it gives, or whether it succeeded; 0 on error
 */
gint64
bayan_library_wait_for_number (BayanLibrary *self, BayanJob *job, GError **error)
{
  gint64 number = call_and_wait (self, job)->number;

  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  else if (number == 0)
    number = job->success;
  bayan_job_free (job);
  return number;
}

/* The object */

static void
bayan_library_dispose (GObject *object)
{
  bayan_library_close (BAYAN_LIBRARY (object));
  G_OBJECT_CLASS (bayan_library_parent_class)->dispose (object);
}

static void
bayan_library_finalize (GObject *object)
{
  BayanLibrary *self = BAYAN_LIBRARY (object);

  g_async_queue_unref (self->jobs);
  g_mutex_clear (&self->outbox_lock);
  g_main_context_unref (self->context);
  g_clear_error (&self->read_only);
  g_free (self->path);
  G_OBJECT_CLASS (bayan_library_parent_class)->finalize (object);
}

static void
bayan_library_class_init (BayanLibraryClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = bayan_library_dispose;
  object_class->finalize = bayan_library_finalize;

  /**
   * BayanLibrary::changed:
   * @change: (type BayanLibraryChange): what one commit changed; valid during the signal
   */
  signals[CHANGED] = g_signal_new ("changed", BAYAN_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * BayanLibrary::found-damaged:
   *
   * Something has been read that is not what was written. From now on nothing is written; bayan_library_get_read_only() says
   * why.
   */
  signals[FOUND_DAMAGED] = g_signal_new ("found-damaged", BAYAN_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
bayan_library_init (BayanLibrary *self)
{
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->outbox_lock);
  self->jobs = g_async_queue_new_full ((GDestroyNotify) bayan_job_free);
}

static BayanLibrary *
library_new (const char *path)
{
  BayanLibrary *self = g_object_new (BAYAN_TYPE_LIBRARY, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->worker = g_thread_new ("bayan-library", work, self);
  return self;
}

/**
 * bayan_library_open_async:
 * @path: its file
 *
 * Finish with bayan_library_open_finish(). The callback and all later answers come in the main context that
 * is the thread's default now.
 */
void
bayan_library_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  BayanLibrary *self = library_new (path);

  /* The task keeps the library alive until it is answered. */
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_OPEN), bayan_library_open_async, cancellable,
                            callback, data);
  g_object_unref (self);
}

/**
 * bayan_library_open_finish:
 *
 * Returns: (transfer full) (nullable): the library. BAYAN_LIBRARY_ERROR_NOT_LIBRARY, _DAMAGED, _BUSY; _FULL where a
 *   new one has no room; _FAILED for the rest, such as a folder that is not there
 */
BayanLibrary *
bayan_library_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * bayan_library_open:
 *
 * Returns: (transfer full) (nullable): the library
 */
BayanLibrary *
bayan_library_open (const char *path, GError **error)
{
  g_autoptr (BayanLibrary) self = library_new (path);

  return bayan_library_wait_for_number (self, bayan_job_new (self, BAYAN_JOB_OPEN), error) > 0
             ? g_steal_pointer (&self)
             : NULL;
}

/**
 * bayan_library_get_search_left:
 *
 * Returns: how many statements the last search left out because it does not know yet whether it finds them
 */
guint
bayan_library_get_search_left (BayanLibrary *self)
{
  return (guint) g_atomic_int_get (&self->search_left);
}

void
bayan_library_note_search_left (BayanLibrary *self, guint search_left)
{
  g_atomic_int_set (&self->search_left, search_left);
}

const char *
bayan_library_get_path (BayanLibrary *self)
{
  return self->path;
}

/**
 * bayan_library_get_read_only:
 *
 * Returns: (transfer none) (nullable): why nothing can be changed: BAYAN_LIBRARY_ERROR_NEWER,
 *   _READ_ONLY or, also later, _DAMAGED; see #BayanLibrary::found-damaged
 */
const GError *
bayan_library_get_read_only (BayanLibrary *self)
{
  return self->read_only;
}

/**
 * bayan_library_close:
 *
 * Waits until all that was asked is done, then closes the file. Answers that are still on their way arrive;
 * calls that come later fail.
 */
void
bayan_library_close (BayanLibrary *self)
{
  if (self->worker == NULL)
    return;
  g_async_queue_push (self->jobs, bayan_job_new (self, BAYAN_JOB_END));
  g_thread_join (g_steal_pointer (&self->worker));
}
