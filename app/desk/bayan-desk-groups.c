/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-group-search.h"
#include "bayan-group-view-private.h"

/* Looking for doubles */

/* Under this key the library keeps up to which statement all were compared. A search that did not end, because the window
 * was closed, is begun anew for the rest when the library is opened; so is what bayan-cli brought. */
#define COMPARED_KEY "compared-through"

static gint64
get_last (const GArray *statements)
{
  gint64 last = 0;

  for (guint i = 0; i < statements->len; i++)
    last = MAX (last, g_array_index (statements, gint64, i));
  return last;
}

static gint64
get_compared (BayanDesk *self)
{
  const char *word = g_hash_table_lookup (self->memory, COMPARED_KEY);

  return word != NULL ? g_ascii_strtoll (word, NULL, 10) : 0;
}

static void
keep_compared (BayanDesk *self, gint64 last)
{
  g_autofree char *word = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (last, get_compared (self)));

  bayan_desk_set_state_word (self, COMPARED_KEY, word);
}

/* Once it is cancelled there may be no desk any more. What cannot be written is not worth a word: whatever the analyst
 * does next cannot be written either, and says so. */
static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) groups = bayan_group_search_run_finish (result, NULL);
  BayanDesk *self = data;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->group_search);
  if (groups != NULL && groups->len > 0)
    bayan_library_propose_groups_async (self->library, g_steal_pointer (&groups), NULL, NULL, NULL);
  keep_compared (self, self->comparing_through);
  bayan_desk_look_for_groups (self);
}

static GPtrArray *
copy_groups (BayanDesk *self)
{
  g_autoptr (GPtrArray) groups = bayan_group_book_list (self->groups);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (copies, bayan_statement_group_copy (groups->pdata[i]));
  return copies;
}

/* For what came since the last time, when no import runs and what is grouped already is known. */
void
bayan_desk_look_for_groups (BayanDesk *self)
{
  GArray *statements;

  if (self->to_group->len == 0 || self->group_search != NULL || !self->counted
      || bayan_desk_get_read_only (self) != NULL
      || (self->job != NULL && bayan_import_job_get_running (self->job)))
    return;
  statements = g_steal_pointer (&self->to_group);
  self->comparing_through = get_last (statements);
  self->to_group = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->group_search = g_cancellable_new ();
  bayan_group_search_run_async (self->library, statements, copy_groups (self), self->group_search,
                                searched_cb, self);
}

/* When a library is opened. @headers: of BayanHeader, all of it */
void
bayan_desk_note_uncompared (BayanDesk *self, const GPtrArray *headers)
{
  gint64 compared = get_compared (self);

  for (guint i = 0; i < headers->len; i++)
    if (((const BayanHeader *) headers->pdata[i])->id > compared)
      g_array_append_val (self->to_group, ((const BayanHeader *) headers->pdata[i])->id);
}

static void
job_finished_cb (BayanImportJob *job, BayanDesk *self)
{
  bayan_desk_look_for_groups (self);
}

/* What an import brings is compared when it is done; what redo brings back is in its groups already. */
void
bayan_desk_note_new_statements (BayanDesk *self, GPtrArray *headers)
{
  if (headers->len == 0 || self->job == NULL || !bayan_import_job_get_running (self->job))
    return;
  g_signal_handlers_disconnect_by_func (self->job, job_finished_cb, self);
  g_signal_connect_object (self->job, "finished", G_CALLBACK (job_finished_cb), self, G_CONNECT_AFTER);
  for (guint i = 0; i < headers->len; i++)
    g_array_append_val (self->to_group, ((const BayanHeader *) headers->pdata[i])->id);
}

/* What the library says of groups */

/* The lines of the list of statements show their groups. */
static void
mark_items (BayanDesk *self, const BayanStatementGroup *group)
{
  g_autoptr (GArray) statements = bayan_desk_order_group (self, group);

  for (guint i = 0; i < statements->len; i++)
    bayan_statement_item_set_mark (
        bayan_statement_list_find (self->statements, g_array_index (statements, gint64, i)), group->kind,
        (BayanGroupMark) { i + 1, statements->len, group->state });
}

/* Of those that are in the group that the library no longer has as it was. */
static void
unmark_items (BayanDesk *self, gint64 id)
{
  const BayanStatementGroup *group = bayan_desk_get_group (self, id);

  for (guint i = 0; group != NULL && i < group->statements->len; i++)
    {
      gint64 statement = g_array_index (group->statements, gint64, i);
      BayanStatementItem *item = bayan_statement_list_find (self->statements, statement);

      if (item != NULL && bayan_group_book_find (self->groups, group->kind, statement) == group)
        bayan_statement_item_set_mark (item, group->kind, (BayanGroupMark) { 0 });
    }
}

void
bayan_desk_take_groups (BayanDesk *self, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const BayanStatementGroup *group = groups->pdata[i];

      unmark_items (self, group->id);
      bayan_group_book_set (self->groups, group);
      if (group->state != BAYAN_GROUP_SPLIT)
        mark_items (self, group);
    }
}

/* TRUE if any is another one. */
gboolean
bayan_desk_change_groups (BayanDesk *self, const BayanLibraryChange *change)
{
  for (guint i = 0; i < change->groups_removed->len; i++)
    {
      gint64 id = g_array_index (change->groups_removed, gint64, i);
      unmark_items (self, id);
      bayan_group_book_remove (self->groups, id);
    }
  bayan_desk_take_groups (self, change->groups_changed);
  return change->groups_changed->len > 0 || change->groups_removed->len > 0;
}

void
bayan_desk_drop_groups (BayanDesk *self)
{
  if (self->group_search != NULL)
    g_cancellable_cancel (self->group_search);
  g_clear_object (&self->group_search);
  g_array_set_size (self->to_group, 0);
  bayan_group_book_clear (self->groups);
}

/* For ui */

/**
 * bayan_desk_find_group:
 *
 * Returns: (nullable): the group of @kind that @statement is in, proposed or confirmed; until the next "groups-changed"
 */
const BayanStatementGroup *
bayan_desk_find_group (BayanDesk *self, gint64 statement, BayanGroupKind kind)
{
  return bayan_group_book_find (self->groups, kind, statement);
}

/**
 * bayan_desk_get_group:
 *
 * Returns: (nullable): the group with the number @id, if it was not split; until the next "groups-changed"
 */
const BayanStatementGroup *
bayan_desk_get_group (BayanDesk *self, gint64 id)
{
  const BayanStatementGroup *group = bayan_group_book_get (self->groups, id);

  return group != NULL && group->state != BAYAN_GROUP_SPLIT ? group : NULL;
}

/**
 * bayan_desk_get_groups:
 *
 * Returns: (element-type BayanStatementGroup) (transfer container): the groups in @state, oldest first; until the next
 *   "groups-changed"
 */
GPtrArray *
bayan_desk_get_groups (BayanDesk *self, BayanGroupState state)
{
  GPtrArray *groups = bayan_group_book_list (self->groups);

  for (guint i = groups->len; i > 0; i--)
    if (((const BayanStatementGroup *) groups->pdata[i - 1])->state != state)
      g_ptr_array_remove_index (groups, i - 1);
  return groups;
}

/* The order in which statements came: by date, those without one last; then by import. */
static int
compare_statements (gconstpointer a, gconstpointer b, gpointer data)
{
  BayanStatementItem *x = bayan_statement_list_find (data, *(const gint64 *) a);
  BayanStatementItem *y = bayan_statement_list_find (data, *(const gint64 *) b);
  BayanDate date_x = bayan_statement_item_get_date (x), date_y = bayan_statement_item_get_date (y);
  int order = (date_x.year == 0) - (date_y.year == 0);

  if (order == 0)
    order = bayan_date_compare (date_x, date_y);
  return order != 0
             ? order
             : (*(const gint64 *) a > *(const gint64 *) b) - (*(const gint64 *) a < *(const gint64 *) b);
}

/* Returns: (element-type gint64) (transfer full): those of @group that are there, in the order in which they came */
GArray *
bayan_desk_order_group (BayanDesk *self, const BayanStatementGroup *group)
{
  GArray *statements = g_array_copy (group->statements);

  for (guint i = statements->len; i > 0; i--)
    if (bayan_statement_list_find (self->statements, g_array_index (statements, gint64, i - 1)) == NULL)
      g_array_remove_index (statements, i - 1);
  g_array_sort_with_data (statements, compare_statements, self->statements);
  return statements;
}

/* Whether the dates say which came first. */
static gboolean
is_first_known (BayanDesk *self, const GArray *statements)
{
  BayanDate dates[2] = { { 0 } };

  for (guint i = 0; i < statements->len && i < G_N_ELEMENTS (dates); i++)
    dates[i] = bayan_statement_item_get_date (
        bayan_statement_list_find (self->statements, g_array_index (statements, gint64, i)));
  return bayan_date_is_complete (dates[0]) && bayan_date_compare (dates[0], dates[1]) != 0;
}

/**
 * bayan_desk_view_group_async:
 * @id: a group that is there
 *
 * Reads its statements and compares them.
 */
void
bayan_desk_view_group_async (BayanDesk *self, gint64 id, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  const BayanStatementGroup *group = bayan_desk_get_group (self, id);
  GArray *statements;

  if (group == NULL)
    {
      g_task_report_new_error (self, callback, data, bayan_desk_view_group_async, G_IO_ERROR,
                               G_IO_ERROR_NOT_FOUND, "there is no such group");
      return;
    }
  statements = bayan_desk_order_group (self, group);
  bayan_group_view_make_async (self->library, id, statements, is_first_known (self, statements), cancellable,
                               callback, data);
}

/* Returns: (transfer full) (nullable): NULL where it was cancelled */
BayanGroupView *
bayan_desk_view_group_finish (BayanDesk *self, GAsyncResult *result, GError **error)
{
  return bayan_group_view_make_finish (result, error);
}

/* Acts */

/* What the undo menu calls a group: the title of its first statement. */
static char *
name_group (BayanDesk *self, const BayanStatementGroup *group)
{
  g_autoptr (GArray) statements = bayan_desk_order_group (self, group);

  if (statements->len == 0)
    return g_strdup ("");
  return g_strdup (bayan_statement_item_get_title (
      bayan_statement_list_find (self->statements, g_array_index (statements, gint64, 0))));
}

static void
set_group_state (BayanDesk *self, gint64 id, BayanGroupState state, const char *act)
{
  const BayanStatementGroup *group = bayan_desk_get_group (self, id);
  g_autoptr (BayanStatementGroup) changed = NULL;
  g_autofree char *name = NULL;
  BayanEdit *edit;

  if (group == NULL || group->state == state || !bayan_desk_can_change (self))
    return;
  name = name_group (self, group);
  changed = bayan_statement_group_copy (group);
  changed->state = state;
  edit = bayan_edit_new (act, name);
  bayan_edit_set_group (edit, changed);
  bayan_desk_apply_edit (self, edit);
}

/* They are the same. */
void
bayan_desk_confirm_group (BayanDesk *self, gint64 id)
{
  set_group_state (self, id, BAYAN_GROUP_CONFIRMED, "confirm-group");
}

/* None of them is the same as another one; that is not proposed again. */
void
bayan_desk_split_group (BayanDesk *self, gint64 id)
{
  set_group_state (self, id, BAYAN_GROUP_SPLIT, "split-group");
}

/* That @statement and each of the others are not the same. */
static void
set_apart (BayanEdit *edit, const BayanStatementGroup *group, gint64 statement)
{
  for (guint i = 0; i < group->statements->len; i++)
    {
      g_autoptr (BayanStatementGroup) pair = bayan_statement_group_new (group->kind, BAYAN_GROUP_SPLIT);
      gint64 other = g_array_index (group->statements, gint64, i);

      g_array_append_val (pair->statements, other);
      g_array_append_val (pair->statements, statement);
      bayan_edit_set_group (edit, pair);
    }
}

/**
 * bayan_desk_take_out_of_group:
 * @statement: one of the group: it is not the same as the others, who stay together
 */
void
bayan_desk_take_out_of_group (BayanDesk *self, gint64 id, gint64 statement)
{
  const BayanStatementGroup *group = bayan_desk_get_group (self, id);
  BayanStatementItem *item = bayan_statement_list_find (self->statements, statement);
  g_autoptr (BayanStatementGroup) rest = NULL;
  BayanEdit *edit;

  if (group == NULL || item == NULL || !bayan_desk_can_change (self))
    return;
  if (group->statements->len <= 2)
    {
      bayan_desk_split_group (self, id);
      return;
    }
  rest = bayan_statement_group_copy (group);
  for (guint i = rest->statements->len; i > 0; i--)
    if (g_array_index (rest->statements, gint64, i - 1) == statement)
      g_array_remove_index (rest->statements, i - 1);
  edit = bayan_edit_new ("take-out-of-group", bayan_statement_item_get_title (item));
  bayan_edit_set_group (edit, rest);
  set_apart (edit, rest, statement);
  bayan_desk_apply_edit (self, edit);
}
