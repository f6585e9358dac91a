/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-trouble.h"

static gboolean
may_begin (BayanDesk *self)
{
  return (self->job == NULL || !bayan_import_job_get_running (self->job))
         && self->state != BAYAN_DESK_OPENING;
}

static void
finished_cb (BayanImportJob *job, BayanDesk *self)
{
  g_autoptr (BayanDesk) keep = g_object_ref (self);
  const GError *error = bayan_import_job_get_error (job);

  bayan_desk_announce_rest (self);
  if (error != NULL)
    bayan_desk_fail_act (self, error);
  if (job == self->job)
    bayan_desk_start_next_job (self);
}

/* Why nothing can be imported; NULL if it can. */
static GError *
find_obstacle (BayanDesk *self)
{
  const GError *why = self->state == BAYAN_DESK_FAILED ? self->failure : bayan_desk_get_read_only (self);

  if (why != NULL)
    return g_error_copy (why);
  if (self->library == NULL)
    return g_error_new_literal (BAYAN_DESK_ERROR, BAYAN_DESK_ERROR_NO_LIBRARY, "no library is open");
  return NULL;
}

static void
start (BayanDesk *self, BayanImportJob *job)
{
  g_autoptr (GError) obstacle = find_obstacle (self);

  g_set_object (&self->job, job);
  bayan_desk_notify (self, BAYAN_DESK_PROP_JOB);
  if (obstacle != NULL)
    bayan_import_job_fail (job, obstacle);
  else
    bayan_import_job_start (job, self->library, self->maker, self->sites, self->held);
}

/* The next that waits, if nothing runs. */
void
bayan_desk_start_next_job (BayanDesk *self)
{
  while (may_begin (self) && !g_queue_is_empty (&self->jobs))
    {
      g_autoptr (BayanImportJob) job = g_queue_pop_head (&self->jobs);
      if (bayan_import_job_get_running (job)) /* not cancelled while it waited */
        start (self, job);
    }
}

/* Ends the job that runs and those that wait. */
void
bayan_desk_abandon_jobs (BayanDesk *self)
{
  g_autoptr (BayanImportJob) running = self->job != NULL ? g_object_ref (self->job) : NULL;
  BayanImportJob *job;

  while ((job = g_queue_pop_head (&self->jobs)) != NULL)
    {
      bayan_import_job_abandon (job);
      g_object_unref (job);
    }
  if (running != NULL)
    bayan_import_job_abandon (running);
}

/* Runs @job when it is its turn. */
void
bayan_desk_push_job (BayanDesk *self, BayanImportJob *job)
{

  g_signal_connect_object (job, "finished", G_CALLBACK (finished_cb), self, 0);
  g_queue_push_tail (&self->jobs, g_object_ref (job));
  bayan_desk_start_next_job (self);
}

/* @requests: (transfer full); @number: (nullable): of the import that it goes on with */
BayanImportJob *
bayan_desk_queue_job (BayanDesk *self, BayanImportCause cause, GPtrArray *requests, gint64 *number)
{
  BayanImportJob *job = bayan_import_job_new (cause, requests, number);

  bayan_desk_push_job (self, job);
  return job;
}

static GPtrArray *
new_requests (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_request_unref);
}

static BayanImportJob *
import_files (BayanDesk *self, GListModel *files, BayanImportHold hold)
{
  GPtrArray *requests = new_requests ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      BayanImportRequest *request = bayan_import_request_new (file, NULL);

      request->hold = hold;
      g_ptr_array_add (requests, request);
    }
  return bayan_desk_queue_job (self, BAYAN_IMPORT_BY_HAND, requests, NULL);
}

/**
 * bayan_desk_import_files:
 * @files: (element-type GFile): files, which are read whatever they are called, and folders, which are walked
 *
 * Returns: (transfer full): the import, which runs from now on or when the one before it is done. While the
 * library is still being opened it waits for it.
 */
BayanImportJob *
bayan_desk_import_files (BayanDesk *self, GListModel *files)
{
  return import_files (self, files, BAYAN_IMPORT_HOLD_DOUBTFUL);
}

/**
 * bayan_desk_review_files:
 * @files: (element-type GFile): as for bayan_desk_import_files()
 *
 * Returns: (transfer full): an import that holds all of them back, for the analyst to look at
 */
BayanImportJob *
bayan_desk_review_files (BayanDesk *self, GListModel *files)
{
  return import_files (self, files, BAYAN_IMPORT_HOLD_ALL);
}

/**
 * bayan_desk_import_bytes:
 * @bytes: what was pasted or dropped, in any format that is recognised by its content
 * @address: (nullable): of the page that it comes from
 *
 * Returns: (transfer full): the import of one statement without a name
 */
BayanImportJob *
bayan_desk_import_bytes (BayanDesk *self, GBytes *bytes, const char *address)
{
  g_autoptr (BayanSource) source = bayan_source_new ("", address);
  GPtrArray *requests = new_requests ();

  source->raw = g_bytes_ref (bytes);
  g_ptr_array_add (requests, bayan_import_request_new (NULL, source));
  return bayan_desk_queue_job (self, BAYAN_IMPORT_BY_HAND, requests, NULL);
}

/**
 * bayan_desk_import_text:
 * @text: what was pasted
 *
 * Returns: (transfer full): the import of one statement without a name
 */
BayanImportJob *
bayan_desk_import_text (BayanDesk *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return bayan_desk_import_bytes (self, bytes, NULL);
}

BayanImportJob *
bayan_desk_get_job (BayanDesk *self)
{
  return self->job;
}

BayanWatch *
bayan_desk_get_watch (BayanDesk *self)
{
  return self->watch;
}
