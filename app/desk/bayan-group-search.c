/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-group-search.h"

#include "bayan-kinship-groups.h"

#define PAGE_SKETCHES 1000 /* so many are read at a time: a few milliseconds on the main thread */

typedef struct {
  BayanLibrary *library; /* main thread only */
  GArray *statements;    /* of gint64: those to find doubles of */
  GPtrArray *known;      /* of BayanStatementGroup */
  BayanKinshipIndex *index;
} Search;

static void read_page (GTask *task, gint64 after);

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_object (&search->library);
  g_array_unref (search->statements);
  g_ptr_array_unref (search->known);
  bayan_kinship_index_free (search->index);
  g_free (search);
}

static void
compare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (
      task, bayan_kinship_groups_propose (search->index, search->statements, search->known, cancellable),
      (GDestroyNotify) g_ptr_array_unref);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) page = bayan_library_load_sketches_finish (BAYAN_LIBRARY (source), result, &error);
  gint64 last = 0;

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < page->len; i++)
    {
      const BayanPlacedSketch *placed = page->pdata[i];
      bayan_kinship_index_add (search->index, placed->statement, placed->sketch);
      last = placed->statement;
    }
  if (page->len > 0)
    {
      read_page (task, last);
      return;
    }
  g_clear_object (&search->library); /* a thread that still compares does not keep it open */
  g_task_run_in_thread (task, compare);
}

static void
read_page (GTask *task, gint64 after)
{
  Search *search = g_task_get_task_data (task);

  bayan_library_load_sketches_async (search->library, after, PAGE_SKETCHES, g_task_get_cancellable (task),
                                     page_read_cb, g_object_ref (task));
}

/**
 * bayan_group_search_run_async:
 * @statements: (element-type gint64) (transfer full): those that are new
 * @known: (element-type BayanStatementGroup) (transfer full): all groups of @library, split ones too
 */
void
bayan_group_search_run_async (BayanLibrary *library, GArray *statements, GPtrArray *known,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Search *search = g_new0 (Search, 1);

  search->library = g_object_ref (library);
  search->statements = statements;
  search->known = known;
  search->index = bayan_kinship_index_new ();
  g_task_set_task_data (task, search, search_free);
  g_task_set_source_tag (task, bayan_group_search_run_async);
  g_task_set_priority (task, G_PRIORITY_LOW);
  read_page (task, 0);
}

/* Returns: (element-type BayanStatementGroup) (transfer full): what to propose; may be empty */
GPtrArray *
bayan_group_search_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
