/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-group-view-private.h"

#include "bayan-additions.h"

typedef struct {
  BayanLibrary *library; /* main thread only */
  BayanGroupView *view;
  GArray *statements; /* of gint64: in order */
  GPtrArray *opened;  /* of BayanOpenStatement: those that are read */
} Making;

static void read_next (GTask *task);

static void
member_free (gpointer data)
{
  BayanGroupMember *member = data;

  g_ptr_array_unref (member->sentences);
  g_ptr_array_unref (member->numbers);
  g_ptr_array_unref (member->names);
  g_free (member);
}

void
bayan_group_view_free (BayanGroupView *self)
{
  g_ptr_array_unref (self->members);
  g_free (self);
}

static void
making_free (gpointer data)
{
  Making *making = data;

  g_clear_object (&making->library);
  g_clear_pointer (&making->view, bayan_group_view_free);
  g_array_unref (making->statements);
  g_ptr_array_unref (making->opened);
  g_free (making);
}

static GPtrArray *
copy_words (const BayanStatement *statement, const GArray *spans)
{
  GPtrArray *words = g_ptr_array_new_full (spans->len, g_free);

  for (guint i = 0; i < spans->len; i++)
    {
      BayanCleanSpan span = g_array_index (spans, BayanCleanSpan, i);
      g_ptr_array_add (words,
                       g_strndup (statement->text + span.start.byte, bayan_clean_span_length_bytes (span)));
    }
  return words;
}

/* What the statement at @which adds to those from @from to @to. */
static BayanAdditions *
compare_with (GPtrArray *opened, guint which, guint from, guint to)
{
  const BayanOpenStatement *one = opened->pdata[which];
  g_autoptr (GPtrArray) others = g_ptr_array_new (), mentions = g_ptr_array_new ();

  for (guint i = from; i < to; i++)
    {
      const BayanOpenStatement *other = opened->pdata[i];
      g_ptr_array_add (others, other->statement);
      g_ptr_array_add (mentions, other->mentions);
    }
  return bayan_additions_new (one->statement, one->mentions, others, mentions);
}

static BayanGroupMember *
make_member (GPtrArray *opened, guint which)
{
  const BayanOpenStatement *one = opened->pdata[which];
  g_autoptr (BayanAdditions) added = compare_with (opened, which, 0, which);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
  gboolean is_first = which == 0;
  BayanGroupMember *member = g_new0 (BayanGroupMember, 1);

  member->statement = one->id;
  member->n_sentences = added->n_sentences;
  member->sentences = copy_words (one->statement, is_first ? none : added->sentences);
  member->numbers = copy_words (one->statement, is_first ? none : added->numbers);
  member->names = copy_words (one->statement, is_first ? none : added->names);
  if (!is_first)
    {
      g_autoptr (BayanAdditions) left_out = compare_with (opened, 0, which, which + 1);
      member->n_left_out = left_out->sentences->len;
    }
  return member;
}

static void
compare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;

  for (guint i = 0; i < making->opened->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (making->view->members, make_member (making->opened, i));
  g_task_return_pointer (task, g_steal_pointer (&making->view), (GDestroyNotify) bayan_group_view_free);
}

/* One that is gone meanwhile is left out. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Making *making = g_task_get_task_data (task);
  BayanOpenStatement *opened = bayan_library_load_statement_finish (BAYAN_LIBRARY (source), result, NULL);

  if (opened != NULL)
    g_ptr_array_add (making->opened, opened);
  g_array_remove_index (making->statements, 0);
  read_next (task);
}

static void
read_next (GTask *task)
{
  Making *making = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (making->statements->len > 0)
    {
      bayan_library_load_statement_async (making->library, g_array_index (making->statements, gint64, 0),
                                          g_task_get_cancellable (task), read_cb, g_object_ref (task));
      return;
    }
  g_clear_object (&making->library);
  g_task_run_in_thread (task, compare);
}

/**
 * bayan_group_view_make_async:
 * @statements: (element-type gint64) (transfer full): those of the group, in the order in which they came
 */
void
bayan_group_view_make_async (BayanLibrary *library, gint64 group, GArray *statements, gboolean first_known,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Making *making = g_new0 (Making, 1);

  making->library = g_object_ref (library);
  making->view = g_new0 (BayanGroupView, 1);
  making->view->group = group;
  making->view->first_known = first_known;
  making->view->members = g_ptr_array_new_with_free_func (member_free);
  making->statements = statements;
  making->opened = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_open_statement_free);
  g_array_set_size (statements, MIN (statements->len, BAYAN_GROUP_VIEW_MAX_MEMBERS));
  g_task_set_task_data (task, making, making_free);
  g_task_set_source_tag (task, bayan_group_view_make_async);
  read_next (task);
}

BayanGroupView *
bayan_group_view_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
