/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"
#include "bayan-entity-item-private.h"

#include <string.h>

#include "bayan-ingest-file.h"
#include "bayan-label-reading.h"
#include "bayan-labels-csv.h"
#include "bayan-span-snap.h"

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const BayanOwnLabel *one = *(BayanOwnLabel *const *) a, *other = *(BayanOwnLabel *const *) b;

  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

/* So that lists of entities can show it */
static void
colour_items (BayanDesk *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const BayanOwnLabel *label = self->labels->pdata[i];
      g_autofree char *key = bayan_own_label_make_key (label->id);
      BayanEntityItem *item = bayan_steady_table_lookup (self->item_by_key, key);

      if (item != NULL)
        bayan_entity_item_set_colour (item, label->colour);
    }
}

/* Those of a group stand together, where the first of them stands. */
static void
put_in_order (BayanDesk *self)
{
  GPtrArray *by_position = self->labels, *grouped;

  g_ptr_array_sort (by_position, compare_labels);
  grouped = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_label_free);
  for (guint i = 0; i < by_position->len; i++)
    {
      const BayanOwnLabel *first = by_position->pdata[i];
      gboolean is_first = TRUE;

      for (guint before = 0; is_first && before < i; before++)
        is_first = strcmp (((const BayanOwnLabel *) by_position->pdata[before])->group, first->group) != 0;
      for (guint j = i; is_first && j < by_position->len; j++)
        if (strcmp (((const BayanOwnLabel *) by_position->pdata[j])->group, first->group) == 0)
          g_ptr_array_add (grouped, bayan_own_label_copy (by_position->pdata[j]));
    }
  self->labels = grouped;
  g_ptr_array_unref (by_position);
  self->labels_serial++;
  colour_items (self);
}

/* @labels: (element-type BayanOwnLabel): the code book of the library that has been opened */
void
bayan_desk_take_labels (BayanDesk *self, GPtrArray *labels)
{
  g_ptr_array_set_size (self->labels, 0);
  for (guint i = 0; i < labels->len; i++)
    g_ptr_array_add (self->labels, bayan_own_label_copy (labels->pdata[i]));
  put_in_order (self);
}

static void
forget_label (BayanDesk *self, gint64 id)
{
  for (guint i = 0; i < self->labels->len; i++)
    if (((const BayanOwnLabel *) self->labels->pdata[i])->id == id)
      {
        g_ptr_array_remove_index (self->labels, i);
        return;
      }
}

/* @changes: (element-type BayanLabelChange): by an act, its undo or redo */
void
bayan_desk_change_labels (BayanDesk *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const BayanLabelChange *change = changes->pdata[i];

      forget_label (self, change->id);
      if (change->label != NULL)
        g_ptr_array_add (self->labels, bayan_own_label_copy (change->label));
    }
  if (changes->len > 0)
    put_in_order (self);
}

/**
 * bayan_desk_get_labels:
 *
 * Returns: (transfer none) (element-type BayanOwnLabel): the code book, group by group; another array after each change
 */
GPtrArray *
bayan_desk_get_labels (BayanDesk *self)
{
  return self->labels;
}

guint
bayan_desk_get_labels_serial (BayanDesk *self)
{
  return self->labels_serial;
}

static const BayanOwnLabel *
find_label (BayanDesk *self, gint64 id)
{
  for (guint i = 0; i < self->labels->len; i++)
    if (((const BayanOwnLabel *) self->labels->pdata[i])->id == id)
      return self->labels->pdata[i];
  return NULL;
}

/**
 * bayan_desk_find_label:
 * @entity_key: (nullable)
 *
 * Returns: (transfer none) (nullable): the label that the key means
 */
const BayanOwnLabel *
bayan_desk_find_label (BayanDesk *self, const char *entity_key)
{
  gint64 id = bayan_own_label_read_key (entity_key);

  return id != 0 ? find_label (self, id) : NULL;
}

/* Returns: (transfer none) (nullable): what @key labels with */
const BayanOwnLabel *
bayan_desk_find_label_of_key (BayanDesk *self, char key)
{
  for (guint i = 0; key != '\0' && i < self->labels->len; i++)
    if (((const BayanOwnLabel *) self->labels->pdata[i])->key == key)
      return self->labels->pdata[i];
  return NULL;
}

/**
 * bayan_desk_count_label:
 * @n_statements: (out): in how many statements
 *
 * Returns: how many mentions have the label in the whole library
 */
guint
bayan_desk_count_label (BayanDesk *self, gint64 id, guint *n_statements)
{
  g_autofree char *key = bayan_own_label_make_key (id);
  BayanEntityItem *item = bayan_steady_table_lookup (self->item_by_key, key);

  *n_statements = 0;
  return item != NULL
             ? bayan_tallies_count_everywhere (self->tallies, bayan_entity_item_get_number (item), n_statements)
             : 0;
}

/* Writing */

static int
last_position (BayanDesk *self)
{
  int last = -1;

  for (guint i = 0; i < self->labels->len; i++)
    last = MAX (last, ((const BayanOwnLabel *) self->labels->pdata[i])->position);
  return last;
}

/* One key is of one label: whoever had it before has none from now on. */
static void
take_key (BayanDesk *self, BayanEdit *edit, const BayanOwnLabel *label)
{
  const BayanOwnLabel *holder = bayan_desk_find_label_of_key (self, label->key);
  g_autoptr (BayanOwnLabel) without = NULL;

  if (holder == NULL || holder->id == label->id)
    return;
  without = bayan_own_label_dup (holder);
  without->key = '\0';
  bayan_edit_set_label (edit, without);
}

static void
set_label (BayanDesk *self, BayanEdit *edit, const BayanOwnLabel *label, int position)
{
  g_autoptr (BayanOwnLabel) placed = bayan_own_label_dup (label);

  placed->position = position;
  bayan_edit_set_label (edit, placed);
}

/**
 * bayan_desk_put_own_label:
 * @label: a new one where its id is 0; it stands last. One that there is keeps its place.
 */
void
bayan_desk_put_own_label (BayanDesk *self, const BayanOwnLabel *label)
{
  const BayanOwnLabel *before = label->id != 0 ? find_label (self, label->id) : NULL;
  BayanEdit *edit;

  if (!bayan_desk_can_change (self) || (label->id != 0 && before == NULL)
      || (before != NULL && bayan_own_label_says_same (before, label)))
    return;
  edit = bayan_edit_new (before != NULL ? "change-label" : "add-label", label->name);
  take_key (self, edit, label);
  set_label (self, edit, label, before != NULL ? before->position : last_position (self) + 1);
  bayan_desk_apply_edit (self, edit);
}

/* With the mentions that are marked so */
void
bayan_desk_remove_label (BayanDesk *self, gint64 id)
{
  const BayanOwnLabel *label = find_label (self, id);
  BayanEdit *edit;

  if (label == NULL || !bayan_desk_can_change (self))
    return;
  edit = bayan_edit_new ("remove-label", label->name);
  bayan_edit_remove_label (edit, id);
  bayan_desk_apply_edit (self, edit);
}

/**
 * bayan_desk_move_label:
 * @by: -1 for one place up, 1 for one place down in the order that is shown
 *
 * One that goes beyond the first or last of its group joins the group there.
 *
 * Returns: FALSE where there is no place
 */
gboolean
bayan_desk_move_label (BayanDesk *self, gint64 id, int by)
{
  const BayanOwnLabel *label = find_label (self, id), *other;
  guint at = 0, to;
  gboolean joins;
  BayanEdit *edit;

  if (label == NULL || !bayan_desk_can_change (self) || !g_ptr_array_find (self->labels, label, &at))
    return FALSE;
  to = at + (guint) by; /* one before the first is beyond the last */
  if (to >= self->labels->len)
    return FALSE;
  other = self->labels->pdata[to];
  joins = strcmp (label->group, other->group) != 0;
  edit = bayan_edit_new ("move-label", label->name);
  for (guint i = 0; i < self->labels->len; i++)
    {
      g_autoptr (BayanOwnLabel) placed = bayan_own_label_dup (self->labels->pdata[i]);
      guint place = joins ? i : i == at ? to : i == to ? at : i;

      if (placed->position == (int) place && (i != at || !joins))
        continue;
      placed->position = (int) place;
      if (i == at)
        bayan_own_label_set_text (&placed->group, other->group);
      bayan_edit_set_label (edit, placed);
    }
  bayan_desk_apply_edit (self, edit);
  return TRUE;
}

/* Marking */

static const BayanMention *
find_mark (BayanDesk *self, BayanCleanSpan span, const char *key)
{
  GPtrArray *mentions = bayan_reading_get_mentions (self->reading);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];

      if (mention->type == BAYAN_MENTION_OWN && mention->more == NULL
          && bayan_clean_span_equal (mention->span, span) && g_strcmp0 (mention->entity_key, key) == 0)
        return mention;
    }
  return NULL;
}

/* The words have the label from then on; nothing happens where they have it.
 *
 * Returns: the mention that says so already; 0 where it is a new one */
gint64
bayan_desk_add_mark (BayanDesk *self, BayanEdit *edit, BayanCleanSpan span, const char *label_key)
{
  const BayanMention *same = find_mark (self, span, label_key);
  g_autoptr (BayanMention) mention = NULL;

  if (same != NULL)
    return same->id;
  mention = bayan_mention_new (span, BAYAN_MENTION_OWN, BAYAN_LAYER_ANALYST, "analyst");
  mention->status = BAYAN_STATUS_CONFIRMED;
  bayan_mention_set_text (&mention->entity_key, label_key);
  bayan_edit_add_mention (edit, bayan_reading_get_id (self->reading), mention, NULL);
  return 0;
}

/**
 * bayan_desk_mark:
 * @span: what the analyst selected in the reading; whole characters of it count, without white space at its ends
 * @label: the id of the label. Words that have it already are left without it.
 *
 * Whatever else stands there stays: labels of the code book say nothing of what words name.
 */
void
bayan_desk_mark (BayanDesk *self, BayanCleanSpan span, gint64 label)
{
  g_autofree char *key = bayan_own_label_make_key (label), *words = NULL;
  const BayanMention *same;
  BayanEdit *edit;

  if (self->reading == NULL || self->text_is_old || find_label (self, label) == NULL
      || !bayan_desk_can_change (self)
      || !bayan_span_snap (bayan_reading_get_statement (self->reading), &span))
    return;
  same = find_mark (self, span, key);
  words = bayan_desk_dup_words (self, span);
  edit = bayan_edit_new (same != NULL ? "unmark" : "mark", words);
  if (same != NULL)
    bayan_edit_remove_mention (edit, same->id);
  else
    bayan_desk_add_mark (self, edit, span, key);
  bayan_desk_apply_edit (self, edit);
}

/**
 * bayan_desk_unmark:
 * @mention: of the reading; nothing happens where it is none with a label of the code book
 */
void
bayan_desk_unmark (BayanDesk *self, gint64 mention)
{
  const BayanMention *found = self->reading != NULL ? bayan_reading_find_mention (self->reading, mention) : NULL;
  g_autofree char *words = NULL;
  BayanEdit *edit;

  if (found == NULL || found->type != BAYAN_MENTION_OWN || !bayan_desk_can_change (self))
    return;
  words = bayan_desk_dup_words (self, found->span);
  edit = bayan_edit_new ("unmark", words);
  bayan_edit_remove_mention (edit, mention);
  bayan_desk_apply_edit (self, edit);
}

/* Files */

/* Returns: (transfer full): the code book as a table */
char *
bayan_desk_write_labels (BayanDesk *self, char separator)
{
  return bayan_labels_csv_write (self->labels, separator);
}

static const BayanOwnLabel *
find_named (BayanDesk *self, const BayanOwnLabel *like)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const BayanOwnLabel *label = self->labels->pdata[i];

      if (strcmp (label->name, like->name) == 0 && strcmp (label->group, like->group) == 0)
        return label;
    }
  return NULL;
}

/**
 * bayan_desk_import_labels:
 * @labels: (element-type BayanOwnLabel): those that there are, by group and name, become what these say; the others are
 *   new and stand last. A key that a label has already stays with it.
 *
 * Returns: how many are new or different
 */
guint
bayan_desk_import_labels (BayanDesk *self, GPtrArray *labels)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_label_free);
  g_autofree char *subject = NULL;
  BayanEdit *edit;
  int position = last_position (self);

  if (!bayan_desk_can_change (self))
    return 0;
  for (guint i = 0; i < labels->len; i++)
    {
      const BayanOwnLabel *same = find_named (self, labels->pdata[i]);
      const BayanOwnLabel *holder;
      g_autoptr (BayanOwnLabel) label = bayan_own_label_dup (labels->pdata[i]);

      label->id = same != NULL ? same->id : 0;
      label->position = same != NULL ? same->position : ++position;
      holder = bayan_desk_find_label_of_key (self, label->key);
      if (holder != NULL && holder != same)
        label->key = same != NULL ? same->key : '\0';
      if (same == NULL || !bayan_own_label_says_same (same, label))
        g_ptr_array_add (changed, g_steal_pointer (&label));
    }
  if (changed->len == 0)
    return 0;
  subject = g_strdup_printf ("%u", changed->len);
  edit = bayan_edit_new ("import-labels", subject);
  for (guint i = 0; i < changed->len; i++)
    bayan_edit_set_label (edit, changed->pdata[i]);
  bayan_desk_apply_edit (self, edit);
  return changed->len;
}

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = bayan_ingest_read_file (data, cancellable, &error);
  guint n_left_out = 0;
  GPtrArray *labels = bytes != NULL ? bayan_label_reading_read (bytes, &n_left_out, cancellable, &error) : NULL;

  if (labels == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_object_set_data (G_OBJECT (task), "left-out", GUINT_TO_POINTER (n_left_out));
  g_task_return_pointer (task, labels, (GDestroyNotify) g_ptr_array_unref);
}

void
bayan_desk_read_labels_async (BayanDesk *self, GFile *file, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, bayan_desk_read_labels_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file);
}

/**
 * bayan_desk_read_labels_finish:
 * @n_left_out: (out): lines that are no label, or say one twice
 *
 * Returns: (transfer full) (nullable) (element-type BayanOwnLabel): what is in the file, for its reader to look through
 */
GPtrArray *
bayan_desk_read_labels_finish (GAsyncResult *result, guint *n_left_out, GError **error)
{
  *n_left_out = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (result), "left-out"));
  return g_task_propagate_pointer (G_TASK (result), error);
}
