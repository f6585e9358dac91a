/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-library.h"

#include "bayan-edit.h"
#include "bayan-state-table.h"
#include "bayan-search.h"
#include "bayan-store.h"

struct _BayanLibrary
{
  GObject parent_instance;

  char *path;
  GMainContext *context; /* where answers and "changed" go */
  GThread *worker;       /* NULL once closed */
  GAsyncQueue *jobs;     /* of Job */

  /* The worker's alone */
  BayanStore *store; /* NULL before it is open and where it could not be opened */

  GError *read_only; /* nullable; written by the worker before open is answered, then constant */
};

G_DEFINE_FINAL_TYPE (BayanLibrary, bayan_library, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct _Job Job;

/* Runs in the worker; leaves a result or an error in the job. */
typedef void (*JobFunc) (BayanLibrary *self, Job *job);

/* One call, on its way to the worker and back. Owned by one thread at a time. */
struct _Job
{
  BayanLibrary *library; /* not a reference: closing waits for the worker */
  JobFunc func;          /* NULL ends the worker */

  gint64 id; /* arguments, as far as the call has them */
  char *text, *text_value;
  GPtrArray *items;
  BayanEdit *edit;

  gpointer result; /* nullable */
  GDestroyNotify result_free;
  gint64 number;
  gboolean success;
  BayanLibraryChange *change;
  GError *error;

  GTask *task; /* who asked; NULL if somebody waits, or nobody */
  gboolean is_waited_for;
  gboolean is_done; /* under the lock */
  GMutex lock;
  GCond done;
};

static Job *
job_new (BayanLibrary *self, JobFunc func)
{
  Job *job = g_new0 (Job, 1);

  job->library = self;
  job->func = func;
  g_mutex_init (&job->lock);
  g_cond_init (&job->done);
  return job;
}

static void
job_free (Job *job)
{
  g_free (job->text);
  g_free (job->text_value);
  g_clear_pointer (&job->items, g_ptr_array_unref);
  g_clear_pointer (&job->edit, bayan_edit_free);
  if (job->result != NULL)
    job->result_free (job->result);
  g_clear_pointer (&job->change, bayan_library_change_free);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_mutex_clear (&job->lock);
  g_cond_clear (&job->done);
  g_free (job);
}

/* The worker */

static void
run_open (BayanLibrary *self, Job *job)
{
  const GError *reason;

  self->store = bayan_store_open (self->path, &job->error);
  if (self->store == NULL)
    return;
  reason = bayan_database_get_read_only (self->store->database);
  self->read_only = reason != NULL ? g_error_copy (reason) : NULL;
  job->success = TRUE;
}

static void
run_load_index (BayanLibrary *self, Job *job)
{
  job->result = bayan_store_load_index (self->store, &job->error);
  job->result_free = (GDestroyNotify) bayan_library_index_free;
}

static void
run_load_statement (BayanLibrary *self, Job *job)
{
  job->result = bayan_store_load_statement (self->store, job->id, &job->error);
  job->result_free = (GDestroyNotify) bayan_open_statement_free;
}

static void
run_begin_import (BayanLibrary *self, Job *job)
{
  job->number = bayan_store_begin_import (self->store, &job->error);
}

static void
run_import (BayanLibrary *self, Job *job)
{
  job->change = bayan_library_change_new ();
  job->result = bayan_store_import (self->store, job->id, job->items, job->change, &job->error);
  job->result_free = (GDestroyNotify) g_array_unref;
}

static void
run_search (BayanLibrary *self, Job *job)
{
  job->result = bayan_search_run (self->store->search, job->text, &job->error);
  job->result_free = (GDestroyNotify) g_array_unref;
}

static void
run_apply (BayanLibrary *self, Job *job)
{
  job->change = bayan_library_change_new ();
  job->success = bayan_store_apply (self->store, job->edit, job->change, &job->error);
}

static void
run_undo (BayanLibrary *self, Job *job)
{
  job->change = bayan_library_change_new ();
  job->success = bayan_store_undo (self->store, job->change, &job->error);
}

static void
run_redo (BayanLibrary *self, Job *job)
{
  job->change = bayan_library_change_new ();
  job->success = bayan_store_redo (self->store, job->change, &job->error);
}

static void
run_check (BayanLibrary *self, Job *job)
{
  job->success = bayan_store_check (self->store, &job->error);
}

static void
run_set_state (BayanLibrary *self, Job *job)
{
  job->success = bayan_state_table_set (self->store, job->text, job->text_value, &job->error);
}

/* What was cancelled before its turn is not begun; what has begun is finished, and its answer is the truth.
 */
static void
run_job (BayanLibrary *self, Job *job)
{
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    return;
  if (self->store == NULL && job->func != run_open)
    g_set_error_literal (&job->error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FAILED,
                         "the library is not open");
  else
    job->func (self, job);
  if (job->error != NULL)
    g_clear_pointer (&job->change, bayan_library_change_free);
}

/* Back in the thread of who asked */

static void
emit_change (BayanLibrary *self, Job *job)
{
  if (job->change != NULL && !bayan_library_change_is_empty (job->change))
    g_signal_emit (self, signals[CHANGED], 0, job->change);
}

static gboolean
deliver (gpointer data)
{
  Job *job = data;

  emit_change (job->library, job);
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->func == run_open)
    g_task_return_pointer (job->task, g_object_ref (job->library), g_object_unref);
  else if (job->result != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
  else
    g_task_return_int (job->task, job->number != 0 ? (gssize) job->number : job->success);
  job_free (job);
  return G_SOURCE_REMOVE;
}

static void
send_back (BayanLibrary *self, Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, job, NULL);
  g_source_set_static_name (source, "bayan_library answer");
  g_source_attach (source, self->context);
}

static void
answer (BayanLibrary *self, Job *job)
{
  if (job->task != NULL)
    send_back (self, job);
  else if (!job->is_waited_for)
    job_free (job);
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

  while (self->store != NULL && g_async_queue_length (self->jobs) <= 0 &&
         bayan_store_tidy (self->store, &error))
    ;
  if (error != NULL)
    g_debug ("%s: tidying up: %s", self->path, error->message);
}

static gpointer
work (gpointer data)
{
  BayanLibrary *self = data;
  Job *job;

  while ((job = g_async_queue_pop (self->jobs))->func != NULL)
    {
      run_job (self, job);
      answer (self, job);
      tidy_while_idle (self);
    }
  job_free (job);
  g_clear_pointer (&self->store, bayan_store_close);
  return NULL;
}

/* Asking */

static void
call_async (BayanLibrary *self,
            Job *job,
            gpointer source_object,
            gpointer tag,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer data)
{
  job->task = g_task_new (source_object, cancellable, callback, data);
  g_task_set_source_tag (job->task, tag);
  g_task_set_check_cancellable (job->task, FALSE);
  if (self->worker != NULL)
    {
      g_async_queue_push (self->jobs, job);
      return;
    }
  g_task_return_new_error (job->task, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FAILED,
                           "the library is closed");
  job_free (job);
}

/* Returns the job, answered; the caller frees it. */
static Job *
call_and_wait (BayanLibrary *self, Job *job)
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

static gpointer
wait_for_pointer (BayanLibrary *self, Job *job, GError **error)
{
  gpointer result = g_steal_pointer (&call_and_wait (self, job)->result);

  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return result;
}

static gboolean
wait_for_boolean (BayanLibrary *self, Job *job, GError **error)
{
  gboolean success = call_and_wait (self, job)->success;

  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return success;
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
}

static void
bayan_library_init (BayanLibrary *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->jobs = g_async_queue_new_full ((GDestroyNotify) job_free);
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
bayan_library_open_async (const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  BayanLibrary *self = library_new (path);

  /* The task keeps the library alive until it is answered. */
  call_async (self, job_new (self, run_open), self, bayan_library_open_async, cancellable, callback, data);
  g_object_unref (self);
}

/**
 * bayan_library_open_finish:
 *
 * Returns: (transfer full) (nullable): the library; errors: all of BayanLibraryError but FULL and NOT_FOUND,
 * which come with a file that is there only if it has to be brought to a newer version
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

  return wait_for_boolean (self, job_new (self, run_open), error) ? g_steal_pointer (&self) : NULL;
}

const char *
bayan_library_get_path (BayanLibrary *self)
{
  return self->path;
}

/**
 * bayan_library_get_read_only:
 *
 * Returns: (transfer none) (nullable): why nothing can be changed: BAYAN_LIBRARY_ERROR_NEWER or _READ_ONLY
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
  g_async_queue_push (self->jobs, job_new (self, NULL));
  g_thread_join (g_steal_pointer (&self->worker));
}

static gpointer
finish_pointer (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The answer of the calls that succeed or fail. */
static gboolean
finish_boolean (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_int (G_TASK (result), error) > 0;
}

void
bayan_library_load_index_async (BayanLibrary *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  call_async (self, job_new (self, run_load_index), self, bayan_library_load_index_async, cancellable,
              callback, data);
}

BayanLibraryIndex *
bayan_library_load_index_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

BayanLibraryIndex *
bayan_library_load_index (BayanLibrary *self, GError **error)
{
  return wait_for_pointer (self, job_new (self, run_load_index), error);
}

static Job *
load_statement_job (BayanLibrary *self, gint64 id)
{
  Job *job = job_new (self, run_load_statement);

  job->id = id;
  return job;
}

void
bayan_library_load_statement_async (
    BayanLibrary *self, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  call_async (self, load_statement_job (self, id), self, bayan_library_load_statement_async, cancellable,
              callback, data);
}

BayanOpenStatement *
bayan_library_load_statement_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

BayanOpenStatement *
bayan_library_load_statement (BayanLibrary *self, gint64 id, GError **error)
{
  return wait_for_pointer (self, load_statement_job (self, id), error);
}

void
bayan_library_begin_import_async (BayanLibrary *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  call_async (self, job_new (self, run_begin_import), self, bayan_library_begin_import_async, cancellable,
              callback, data);
}

/**
 * bayan_library_begin_import_finish:
 *
 * Returns: the import's number, or -1 on error
 */
gint64
bayan_library_begin_import_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  return g_task_propagate_int (G_TASK (result), error);
}

/**
 * bayan_library_begin_import:
 *
 * Returns: the import's number, or -1 on error
 */
gint64
bayan_library_begin_import (BayanLibrary *self, GError **error)
{
  Job *job = call_and_wait (self, job_new (self, run_begin_import));
  gint64 number = job->error == NULL ? job->number : -1;

  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return number;
}

static Job *
import_job (BayanLibrary *self, gint64 import_id, GPtrArray *items)
{
  Job *job = job_new (self, run_import);

  job->id = import_id;
  job->items = items;
  return job;
}

void
bayan_library_import_async (BayanLibrary *self,
                            gint64 import_id,
                            GPtrArray *items,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  call_async (self, import_job (self, import_id, items), self, bayan_library_import_async, cancellable,
              callback, data);
}

GArray *
bayan_library_import_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GArray *
bayan_library_import (BayanLibrary *self, gint64 import_id, GPtrArray *items, GError **error)
{
  return wait_for_pointer (self, import_job (self, import_id, items), error);
}

static Job *
search_job (BayanLibrary *self, const char *query)
{
  Job *job = job_new (self, run_search);

  job->text = g_strdup (query);
  return job;
}

void
bayan_library_search_async (BayanLibrary *self,
                            const char *query,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  call_async (self, search_job (self, query), self, bayan_library_search_async, cancellable, callback, data);
}

GArray *
bayan_library_search_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GArray *
bayan_library_search (BayanLibrary *self, const char *query, GError **error)
{
  return wait_for_pointer (self, search_job (self, query), error);
}

static Job *
apply_job (BayanLibrary *self, BayanEdit *edit)
{
  Job *job = job_new (self, run_apply);

  job->edit = edit;
  return job;
}

void
bayan_library_apply_async (BayanLibrary *self,
                           BayanEdit *edit,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  call_async (self, apply_job (self, edit), self, bayan_library_apply_async, cancellable, callback, data);
}

gboolean
bayan_library_apply_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

gboolean
bayan_library_apply (BayanLibrary *self, BayanEdit *edit, GError **error)
{
  return wait_for_boolean (self, apply_job (self, edit), error);
}

void
bayan_library_undo_async (BayanLibrary *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  call_async (self, job_new (self, run_undo), self, bayan_library_undo_async, cancellable, callback, data);
}

gboolean
bayan_library_undo_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

gboolean
bayan_library_undo (BayanLibrary *self, GError **error)
{
  return wait_for_boolean (self, job_new (self, run_undo), error);
}

void
bayan_library_redo_async (BayanLibrary *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  call_async (self, job_new (self, run_redo), self, bayan_library_redo_async, cancellable, callback, data);
}

gboolean
bayan_library_redo_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

gboolean
bayan_library_redo (BayanLibrary *self, GError **error)
{
  return wait_for_boolean (self, job_new (self, run_redo), error);
}

gboolean
bayan_library_check (BayanLibrary *self, GError **error)
{
  return wait_for_boolean (self, job_new (self, run_check), error);
}

/**
 * bayan_library_set_state:
 * @key: what is remembered
 * @value: (nullable): NULL forgets it
 *
 * Nobody waits for it, and a library that cannot be written forgets it when it is closed.
 */
void
bayan_library_set_state (BayanLibrary *self, const char *key, const char *value)
{
  Job *job;

  if (self->worker == NULL)
    return;
  job = job_new (self, run_set_state);
  job->text = g_strdup (key);
  job->text_value = g_strdup (value);
  g_async_queue_push (self->jobs, job);
}
