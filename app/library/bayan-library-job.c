/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-library-job.h"

#include "bayan-decision-history.h"
#include "bayan-edit.h"
#include "bayan-history-table.h"
#include "bayan-library-backup.h"
#include "bayan-library-private.h"
#include "bayan-line-search.h"
#include "bayan-occurrence-search.h"
#include "bayan-search-table.h"
#include "bayan-search.h"
#include "bayan-site-table.h"
#include "bayan-sketch-table.h"
#include "bayan-state-table.h"
#include "bayan-variant-table.h"
#include "bayan-statement-table.h"

/* In any thread. Returns: (transfer full) */
BayanJob *
bayan_job_new (BayanLibrary *library, BayanJobKind kind)
{
  BayanJob *self = g_new0 (BayanJob, 1);

  self->library = library;
  self->kind = kind;
  g_mutex_init (&self->lock);
  g_cond_init (&self->done);
  return self;
}

/* Not in the worker if it has a task: that may hold the last reference to the library, which waits for the worker. */
void
bayan_job_free (BayanJob *self)
{
  g_free (self->text);
  g_free (self->text_value);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, bayan_mentions_wanted_unref);
  g_clear_pointer (&self->edit, bayan_edit_free);
  if (self->acts_destroy != NULL)
    self->acts_destroy (self->acts_data);
  if (self->result != NULL)
    self->result_free (self->result);
  g_clear_pointer (&self->change, bayan_library_change_free);
  g_clear_error (&self->error);
  g_clear_error (&self->damage);
  g_clear_object (&self->task);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->done);
  g_free (self);
}

/**
 * bayan_job_is_cancelled:
 *
 * What was cancelled before its turn is not begun; what has begun is finished, and its answer is the truth.
 *
 * Returns: TRUE if the job is not to be begun; its error says so
 */
gboolean
bayan_job_is_cancelled (BayanJob *self)
{
  GCancellable *cancellable = self->task != NULL ? g_task_get_cancellable (self->task) : NULL;

  return g_cancellable_set_error_if_cancelled (cancellable, &self->error);
}

static void
run_load_outline (BayanJob *self, BayanStore *store)
{
  self->result = bayan_store_load_outline (store, &self->error);
  self->result_free = (GDestroyNotify) bayan_library_index_free;
}

static void
run_load_index (BayanJob *self, BayanStore *store)
{
  self->result = bayan_store_load_index (store, &self->error);
  self->result_free = (GDestroyNotify) bayan_library_index_free;
}

static void
run_load_statement (BayanJob *self, BayanStore *store)
{
  self->result = bayan_store_load_statement (store, self->id, &self->error);
  self->result_free = (GDestroyNotify) bayan_open_statement_free;
}

static void
run_begin_import (BayanJob *self, BayanStore *store)
{
  self->number = bayan_store_begin_import (store, &self->error);
}

static void
run_import (BayanJob *self, BayanStore *store)
{
  self->change = bayan_library_change_new ();
  self->result = bayan_store_import (store, self->id, self->items, self->change, &self->error);
  self->result_free = (GDestroyNotify) g_array_unref;
}

static void
run_set_acts_func (BayanJob *self, BayanStore *store)
{
  bayan_search_set_acts_func (store->search, self->acts_func, self->acts_data,
                              g_steal_pointer (&self->acts_destroy));
}

static void
run_search (BayanJob *self, BayanStore *store)
{
  self->result = bayan_search_run (store->search, self->text, &self->error);
  self->result_free = (GDestroyNotify) g_array_unref;
  bayan_library_note_search_left (self->library, bayan_search_get_left (store->search));
}

static void
run_find_occurrences (BayanJob *self, BayanStore *store)
{
  self->result = bayan_occurrence_search_run (store, self->text, self->n_max, &self->error);
  self->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static void
run_find_lines (BayanJob *self, BayanStore *store)
{
  GCancellable *cancellable = self->task != NULL ? g_task_get_cancellable (self->task) : NULL;

  self->result = bayan_line_search_run (store, self->text, self->n_max, cancellable, &self->error);
  self->result_free = (GDestroyNotify) g_ptr_array_unref;
  bayan_library_note_search_left (self->library, bayan_search_get_left (store->search));
}

static void
run_find_mentions (BayanJob *self, BayanStore *store)
{
  GCancellable *cancellable = self->task != NULL ? g_task_get_cancellable (self->task) : NULL;

  self->result = bayan_line_search_run_mentions (store, self->wanted, self->n_max, cancellable, &self->error);
  self->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static void
run_load_lengths (BayanJob *self, BayanStore *store)
{
  self->result = bayan_search_table_load_lengths (store, &self->error);
  self->result_free = (GDestroyNotify) g_array_unref;
}

static void
run_find_sources (BayanJob *self, BayanStore *store)
{
  self->result = bayan_statement_table_find_all (store, self->items, &self->error);
  self->result_free = (GDestroyNotify) g_array_unref;
}

static void
run_load_sites (BayanJob *self, BayanStore *store)
{
  self->result = bayan_site_table_load (store, &self->error);
  self->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static void
run_load_sketches (BayanJob *self, BayanStore *store)
{
  self->result = bayan_sketch_table_load (store, self->id, self->n_max, &self->error);
  self->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static void
run_load_decisions (BayanJob *self, BayanStore *store)
{
  self->result = bayan_decision_history_load (store, &self->error);
  self->result_free = (GDestroyNotify) g_array_unref;
}

static void
run_load_variants (BayanJob *self, BayanStore *store)
{
  self->result = bayan_variant_table_list (store, self->text, &self->error);
  self->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static void
run_load_history (BayanJob *self, BayanStore *store)
{
  self->result = bayan_history_table_load (store, self->n_max, &self->error);
  self->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static void
run_find_act_place (BayanJob *self, BayanStore *store)
{
  self->result = bayan_history_table_find_place (store, self->id, &self->error);
  self->result_free = g_free;
}

static void
run_propose_groups (BayanJob *self, BayanStore *store)
{
  self->change = bayan_library_change_new ();
  self->success = bayan_store_propose_groups (store, self->items, self->change, &self->error);
}

static void
run_apply (BayanJob *self, BayanStore *store)
{
  self->change = bayan_library_change_new ();
  self->success = bayan_store_apply (store, self->edit, self->change, &self->error);
}

static void
run_extend (BayanJob *self, BayanStore *store)
{
  self->change = bayan_library_change_new ();
  self->success = bayan_store_extend (store, self->edit, self->change, &self->error);
}

static void
run_undo (BayanJob *self, BayanStore *store)
{
  self->change = bayan_library_change_new ();
  self->success = bayan_store_undo (store, self->change, &self->error);
}

static void
run_redo (BayanJob *self, BayanStore *store)
{
  self->change = bayan_library_change_new ();
  self->success = bayan_store_redo (store, self->change, &self->error);
}

static void
run_check (BayanJob *self, BayanStore *store)
{
  self->success = bayan_store_check (store, &self->error);
}

static void
run_copy (BayanJob *self, BayanStore *store)
{
  GCancellable *cancellable = self->task != NULL ? g_task_get_cancellable (self->task) : NULL;

  self->success = bayan_library_backup_write (store->database, self->text, cancellable, &self->error);
}

static void
run_set_state (BayanJob *self, BayanStore *store)
{
  self->success = bayan_state_table_set (store, self->text, self->text_value, &self->error);
}

typedef void (*RunFunc) (BayanJob *self, BayanStore *store);

static const RunFunc RUN[BAYAN_JOB_END] = {
  [BAYAN_JOB_LOAD_OUTLINE] = run_load_outline,
  [BAYAN_JOB_LOAD_INDEX] = run_load_index,
  [BAYAN_JOB_LOAD_STATEMENT] = run_load_statement,
  [BAYAN_JOB_BEGIN_IMPORT] = run_begin_import,
  [BAYAN_JOB_IMPORT] = run_import,
  [BAYAN_JOB_FIND_SOURCES] = run_find_sources,
  [BAYAN_JOB_LOAD_SITES] = run_load_sites,
  [BAYAN_JOB_LOAD_SKETCHES] = run_load_sketches,
  [BAYAN_JOB_LOAD_DECISIONS] = run_load_decisions,
  [BAYAN_JOB_LOAD_HISTORY] = run_load_history,
  [BAYAN_JOB_FIND_ACT_PLACE] = run_find_act_place,
  [BAYAN_JOB_LOAD_VARIANTS] = run_load_variants,
  [BAYAN_JOB_PROPOSE_GROUPS] = run_propose_groups,
  [BAYAN_JOB_SET_ACTS_FUNC] = run_set_acts_func,
  [BAYAN_JOB_SEARCH] = run_search,
  [BAYAN_JOB_FIND_OCCURRENCES] = run_find_occurrences,
  [BAYAN_JOB_FIND_LINES] = run_find_lines,
  [BAYAN_JOB_FIND_MENTIONS] = run_find_mentions,
  [BAYAN_JOB_LOAD_LENGTHS] = run_load_lengths,
  [BAYAN_JOB_APPLY] = run_apply,
  [BAYAN_JOB_EXTEND] = run_extend,
  [BAYAN_JOB_UNDO] = run_undo,
  [BAYAN_JOB_REDO] = run_redo,
  [BAYAN_JOB_CHECK] = run_check,
  [BAYAN_JOB_COPY] = run_copy,
  [BAYAN_JOB_SET_STATE] = run_set_state,
};

/**
 * bayan_job_run:
 * @self: any job but the first and the last
 *
 * In the worker. Leaves an answer in the job; where that is an error, nothing was changed.
 */
void
bayan_job_run (BayanJob *self, BayanStore *store)
{
  RUN[self->kind](self, store);
  if (self->error != NULL)
    g_clear_pointer (&self->change, bayan_library_change_free);
  bayan_search_follow (store->search, self->change);
}

static void
dispose_cb (gpointer items, gpointer data)
{
  g_ptr_array_unref (items);
}

static gpointer
new_disposer (gpointer data)
{
  return g_thread_pool_new (dispose_cb, NULL, 1, FALSE, NULL);
}

/**
 * bayan_job_dispose_items:
 *
 * What an import has brought is thousands of small pieces: neither the worker nor the window is kept waiting until
 * they are given back.
 */
void
bayan_job_dispose_items (BayanJob *self)
{
  static GOnce once = G_ONCE_INIT;

  if (self->items != NULL && self->items->len > 0)
    g_thread_pool_push (g_once (&once, new_disposer, NULL), g_steal_pointer (&self->items), NULL);
}
