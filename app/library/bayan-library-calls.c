/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls of a library: each a job for the worker, with somebody who is called back or who waits. */
#include "bayan-library-private.h"

static gpointer
finish_pointer (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
wait_for_boolean (BayanLibrary *self, BayanJob *job, GError **error)
{
  return bayan_library_wait_for_number (self, job, error) > 0;
}

/* The answer of the calls that succeed or fail. */
static gboolean
finish_boolean (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_int (G_TASK (result), error) > 0;
}

void
bayan_library_load_outline_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data)
{
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_LOAD_OUTLINE),
                            bayan_library_load_outline_async, cancellable, callback, data);
}

BayanLibraryIndex *
bayan_library_load_outline_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

void
bayan_library_load_index_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data)
{
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_LOAD_INDEX), bayan_library_load_index_async,
                            cancellable, callback, data);
}

BayanLibraryIndex *
bayan_library_load_index_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

BayanLibraryIndex *
bayan_library_load_index (BayanLibrary *self, GError **error)
{
  return bayan_library_wait_for_pointer (self, bayan_job_new (self, BAYAN_JOB_LOAD_INDEX), error);
}

static BayanJob *
load_statement_job (BayanLibrary *self, gint64 id)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_LOAD_STATEMENT);

  job->id = id;
  return job;
}

void
bayan_library_load_statement_async (BayanLibrary *self, gint64 id, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, load_statement_job (self, id), bayan_library_load_statement_async,
                            cancellable, callback, data);
}

BayanOpenStatement *
bayan_library_load_statement_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

BayanOpenStatement *
bayan_library_load_statement (BayanLibrary *self, gint64 id, GError **error)
{
  return bayan_library_wait_for_pointer (self, load_statement_job (self, id), error);
}

void
bayan_library_begin_import_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data)
{
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_BEGIN_IMPORT),
                            bayan_library_begin_import_async, cancellable, callback, data);
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
  gint64 number = bayan_library_wait_for_number (self, bayan_job_new (self, BAYAN_JOB_BEGIN_IMPORT), error);

  return number > 0 ? number : -1;
}

static BayanJob *
import_job (BayanLibrary *self, gint64 import_id, GPtrArray *items)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_IMPORT);

  job->id = import_id;
  job->items = items;
  return job;
}

void
bayan_library_import_async (BayanLibrary *self, gint64 import_id, GPtrArray *items, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, import_job (self, import_id, items), bayan_library_import_async,
                            cancellable, callback, data);
}

GArray *
bayan_library_import_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GArray *
bayan_library_import (BayanLibrary *self, gint64 import_id, GPtrArray *items, GError **error)
{
  return bayan_library_wait_for_pointer (self, import_job (self, import_id, items), error);
}

/**
 * bayan_library_set_acts_func:
 * @data: (transfer full)
 */
void
bayan_library_set_acts_func (BayanLibrary *self, BayanActsFunc func, gpointer data, GDestroyNotify destroy)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_SET_ACTS_FUNC);

  job->acts_func = func;
  job->acts_data = data;
  job->acts_destroy = destroy;
  bayan_library_post (self, job);
}

static BayanJob *
search_job (BayanLibrary *self, const char *query)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_SEARCH);

  job->text = g_strdup (query);
  return job;
}

void
bayan_library_search_async (BayanLibrary *self, const char *query, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, search_job (self, query), bayan_library_search_async, cancellable, callback,
                            data);
}

GArray *
bayan_library_search_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GArray *
bayan_library_search (BayanLibrary *self, const char *query, GError **error)
{
  return bayan_library_wait_for_pointer (self, search_job (self, query), error);
}

static BayanJob *
find_occurrences_job (BayanLibrary *self, const char *words, guint n_max)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_FIND_OCCURRENCES);

  job->text = g_strdup (words);
  job->n_max = n_max;
  return job;
}

void
bayan_library_find_occurrences_async (BayanLibrary *self, const char *words, guint n_max,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, find_occurrences_job (self, words, n_max),
                            bayan_library_find_occurrences_async, cancellable, callback, data);
}

GPtrArray *
bayan_library_find_occurrences_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GPtrArray *
bayan_library_find_occurrences (BayanLibrary *self, const char *words, guint n_max, GError **error)
{
  return bayan_library_wait_for_pointer (self, find_occurrences_job (self, words, n_max), error);
}

static BayanJob *
find_lines_job (BayanLibrary *self, const char *query, guint n_max)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_FIND_LINES);

  job->text = g_strdup (query);
  job->n_max = n_max;
  return job;
}

void
bayan_library_find_lines_async (BayanLibrary *self, const char *query, guint n_max, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, find_lines_job (self, query, n_max), bayan_library_find_lines_async,
                            cancellable, callback, data);
}

GPtrArray *
bayan_library_find_lines_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GPtrArray *
bayan_library_find_lines (BayanLibrary *self, const char *query, guint n_max, GError **error)
{
  return bayan_library_wait_for_pointer (self, find_lines_job (self, query, n_max), error);
}

static BayanJob *
find_mentions_job (BayanLibrary *self, BayanMentionsWanted *wanted, guint n_max)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_FIND_MENTIONS);

  job->wanted = bayan_mentions_wanted_ref (wanted);
  job->n_max = n_max;
  return job;
}

void
bayan_library_find_mentions_async (BayanLibrary *self, BayanMentionsWanted *wanted, guint n_max,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, find_mentions_job (self, wanted, n_max), bayan_library_find_mentions_async,
                            cancellable, callback, data);
}

GPtrArray *
bayan_library_find_mentions_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GPtrArray *
bayan_library_find_mentions (BayanLibrary *self, BayanMentionsWanted *wanted, guint n_max, GError **error)
{
  return bayan_library_wait_for_pointer (self, find_mentions_job (self, wanted, n_max), error);
}

void
bayan_library_load_lengths_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data)
{
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_LOAD_LENGTHS),
                            bayan_library_load_lengths_async, cancellable, callback, data);
}

GArray *
bayan_library_load_lengths_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GArray *
bayan_library_load_lengths (BayanLibrary *self, GError **error)
{
  return bayan_library_wait_for_pointer (self, bayan_job_new (self, BAYAN_JOB_LOAD_LENGTHS), error);
}

static BayanJob *
find_sources_job (BayanLibrary *self, GPtrArray *sha256)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_FIND_SOURCES);

  job->items = sha256;
  return job;
}

void
bayan_library_find_sources_async (BayanLibrary *self, GPtrArray *sha256, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, find_sources_job (self, sha256), bayan_library_find_sources_async,
                            cancellable, callback, data);
}

GArray *
bayan_library_find_sources_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GArray *
bayan_library_find_sources (BayanLibrary *self, GPtrArray *sha256, GError **error)
{
  return bayan_library_wait_for_pointer (self, find_sources_job (self, sha256), error);
}

void
bayan_library_load_sites_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data)
{
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_LOAD_SITES), bayan_library_load_sites_async,
                            cancellable, callback, data);
}

GPtrArray *
bayan_library_load_sites_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GPtrArray *
bayan_library_load_sites (BayanLibrary *self, GError **error)
{
  return bayan_library_wait_for_pointer (self, bayan_job_new (self, BAYAN_JOB_LOAD_SITES), error);
}

static BayanJob *
load_sketches_job (BayanLibrary *self, gint64 after, guint n_max)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_LOAD_SKETCHES);

  job->id = after;
  job->n_max = n_max;
  return job;
}

void
bayan_library_load_sketches_async (BayanLibrary *self, gint64 after, guint n_max, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, load_sketches_job (self, after, n_max), bayan_library_load_sketches_async,
                            cancellable, callback, data);
}

GPtrArray *
bayan_library_load_sketches_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GPtrArray *
bayan_library_load_sketches (BayanLibrary *self, gint64 after, guint n_max, GError **error)
{
  return bayan_library_wait_for_pointer (self, load_sketches_job (self, after, n_max), error);
}

void
bayan_library_load_decisions_async (BayanLibrary *self, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_LOAD_DECISIONS),
                            bayan_library_load_decisions_async, cancellable, callback, data);
}

GArray *
bayan_library_load_decisions_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GArray *
bayan_library_load_decisions (BayanLibrary *self, GError **error)
{
  return bayan_library_wait_for_pointer (self, bayan_job_new (self, BAYAN_JOB_LOAD_DECISIONS), error);
}

static BayanJob *
load_history_job (BayanLibrary *self, guint n_max)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_LOAD_HISTORY);

  job->n_max = n_max;
  return job;
}

void
bayan_library_load_history_async (BayanLibrary *self, guint n_max, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, load_history_job (self, n_max), bayan_library_load_history_async,
                            cancellable, callback, data);
}

GPtrArray *
bayan_library_load_history_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GPtrArray *
bayan_library_load_history (BayanLibrary *self, guint n_max, GError **error)
{
  return bayan_library_wait_for_pointer (self, load_history_job (self, n_max), error);
}

static BayanJob *
find_act_place_job (BayanLibrary *self, gint64 act)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_FIND_ACT_PLACE);

  job->id = act;
  return job;
}

void
bayan_library_find_act_place_async (BayanLibrary *self, gint64 act, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, find_act_place_job (self, act), bayan_library_find_act_place_async,
                            cancellable, callback, data);
}

BayanActPlace *
bayan_library_find_act_place_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

BayanActPlace *
bayan_library_find_act_place (BayanLibrary *self, gint64 act, GError **error)
{
  return bayan_library_wait_for_pointer (self, find_act_place_job (self, act), error);
}

static BayanJob *
load_variants_job (BayanLibrary *self, const char *key)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_LOAD_VARIANTS);

  job->text = g_strdup (key);
  return job;
}

void
bayan_library_load_variants_async (BayanLibrary *self, const char *key, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, load_variants_job (self, key), bayan_library_load_variants_async,
                            cancellable, callback, data);
}

GPtrArray *
bayan_library_load_variants_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, error);
}

GPtrArray *
bayan_library_load_variants (BayanLibrary *self, const char *key, GError **error)
{
  return bayan_library_wait_for_pointer (self, load_variants_job (self, key), error);
}

static BayanJob *
propose_groups_job (BayanLibrary *self, GPtrArray *groups)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_PROPOSE_GROUPS);

  job->items = groups;
  return job;
}

void
bayan_library_propose_groups_async (BayanLibrary *self, GPtrArray *groups, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, propose_groups_job (self, groups), bayan_library_propose_groups_async,
                            cancellable, callback, data);
}

gboolean
bayan_library_propose_groups_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

gboolean
bayan_library_propose_groups (BayanLibrary *self, GPtrArray *groups, GError **error)
{
  return wait_for_boolean (self, propose_groups_job (self, groups), error);
}

static BayanJob *
apply_job (BayanLibrary *self, BayanEdit *edit)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_APPLY);

  job->edit = edit;
  return job;
}

void
bayan_library_apply_async (BayanLibrary *self, BayanEdit *edit, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, apply_job (self, edit), bayan_library_apply_async, cancellable, callback,
                            data);
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

static BayanJob *
extend_job (BayanLibrary *self, BayanEdit *edit)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_EXTEND);

  job->edit = edit;
  return job;
}

void
bayan_library_extend_async (BayanLibrary *self, BayanEdit *edit, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, extend_job (self, edit), bayan_library_extend_async, cancellable, callback,
                            data);
}

gboolean
bayan_library_extend_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

gboolean
bayan_library_extend (BayanLibrary *self, BayanEdit *edit, GError **error)
{
  return wait_for_boolean (self, extend_job (self, edit), error);
}

void
bayan_library_undo_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_UNDO), bayan_library_undo_async, cancellable,
                            callback, data);
}

gboolean
bayan_library_undo_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

gboolean
bayan_library_undo (BayanLibrary *self, GError **error)
{
  return wait_for_boolean (self, bayan_job_new (self, BAYAN_JOB_UNDO), error);
}

void
bayan_library_redo_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_REDO), bayan_library_redo_async, cancellable,
                            callback, data);
}

gboolean
bayan_library_redo_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

gboolean
bayan_library_redo (BayanLibrary *self, GError **error)
{
  return wait_for_boolean (self, bayan_job_new (self, BAYAN_JOB_REDO), error);
}

gboolean
bayan_library_check (BayanLibrary *self, GError **error)
{
  return wait_for_boolean (self, bayan_job_new (self, BAYAN_JOB_CHECK), error);
}

void
bayan_library_check_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data)
{
  bayan_library_call_async (self, bayan_job_new (self, BAYAN_JOB_CHECK), bayan_library_check_async,
                            cancellable, callback, data);
}

gboolean
bayan_library_check_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

static BayanJob *
copy_job (BayanLibrary *self, const char *path)
{
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_COPY);

  job->text = g_strdup (path);
  return job;
}

void
bayan_library_copy_async (BayanLibrary *self, const char *path, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_call_async (self, copy_job (self, path), bayan_library_copy_async, cancellable, callback,
                            data);
}

gboolean
bayan_library_copy_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

gboolean
bayan_library_copy (BayanLibrary *self, const char *path, GError **error)
{
  return wait_for_boolean (self, copy_job (self, path), error);
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
  BayanJob *job = bayan_job_new (self, BAYAN_JOB_SET_STATE);

  job->text = g_strdup (key);
  job->text_value = g_strdup (value);
  bayan_library_post (self, job);
}
