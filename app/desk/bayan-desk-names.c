/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include <string.h>

#include "bayan-countries.h"
#include "bayan-fold.h"
#include "bayan-ingest-file.h"
#include "bayan-name-item-private.h"
#include "bayan-name-reading.h"
#include "bayan-names-csv.h"

/* So many names are set at once; of more no longer than this at a time. */
#define AT_ONCE_MAX 40
#define SLICE_US 4000

/* A name of the list with what it teaches. */
typedef struct {
  BayanOwnName *name;
  GPtrArray *lessons; /* of BayanLesson */
} Listed;

static void
listed_free (gpointer data)
{
  Listed *self = data;

  bayan_own_name_free (self->name);
  g_ptr_array_unref (self->lessons);
  g_free (self);
}

static BayanRecogniser *
get_recogniser (BayanDesk *self)
{
  return self->maker != NULL ? bayan_recogniser_maker_get (self->maker, NULL) : NULL;
}

static GPtrArray *
make_lessons (BayanDesk *self, const BayanOwnName *name)
{
  BayanRecogniser *recogniser = get_recogniser (self);

  return recogniser != NULL ? bayan_recogniser_make_name_lessons (recogniser, name)
                            : g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
}

static void
follow (BayanDesk *self, const char *surface)
{
  if (self->to_follow == NULL)
    self->to_follow = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->to_follow, g_strdup (surface));
}

static void
follow_lessons (BayanDesk *self, const GPtrArray *lessons)
{
  for (guint i = 0; i < lessons->len; i++)
    follow (self, ((const BayanLesson *) lessons->pdata[i])->surface);
}

/* @name: (nullable) */
static void
set_name (BayanDesk *self, gint64 id, const BayanOwnName *name)
{
  BayanRecogniser *recogniser = get_recogniser (self);
  const Listed *before = g_hash_table_lookup (self->names, &id);
  Listed *listed = NULL;

  if (before != NULL && self->follows_names)
    follow_lessons (self, before->lessons);

  if (name != NULL)
    {
      listed = g_new (Listed, 1);
      *listed = (Listed) { bayan_own_name_copy (name), make_lessons (self, name) };
    }
  if (recogniser != NULL)
    bayan_learner_set_name (bayan_recogniser_get_learner (recogniser), id,
                            listed != NULL ? listed->lessons : NULL);
  if (listed != NULL && self->follows_names)
    follow_lessons (self, listed->lessons);
  if (listed != NULL)
    g_hash_table_replace (self->names, g_memdup2 (&id, sizeof id), listed);
  else
    g_hash_table_remove (self->names, &id);
  self->names_serial++;
}

static BayanNameChange *
change_new (gint64 id, const BayanOwnName *name)
{
  BayanNameChange *change = g_new (BayanNameChange, 1);

  change->id = id;
  change->name = name != NULL ? bayan_own_name_copy (name) : NULL;
  return change;
}

static gboolean
set_names_cb (gpointer data)
{
  BayanDesk *self = data;
  gint64 until_us = g_get_monotonic_time () + SLICE_US;

  while (!g_queue_is_empty (&self->names_to_set) && g_get_monotonic_time () < until_us)
    {
      BayanNameChange *change = g_queue_pop_head (&self->names_to_set);

      set_name (self, change->id, change->name);
      bayan_name_change_free (change);
    }
  if (!g_queue_is_empty (&self->names_to_set))
    return G_SOURCE_CONTINUE;
  self->names_source = 0;
  bayan_desk_announce (self, 0);
  bayan_desk_follow_up (self);
  return G_SOURCE_REMOVE;
}

/* A few names at once; a long list bit by bit, so that the window does not wait for it. */
static void
set_names (BayanDesk *self, GPtrArray *changes)
{
  gboolean at_once = self->names_source == 0 && changes->len <= AT_ONCE_MAX;

  for (guint i = 0; i < changes->len; i++)
    if (at_once)
      set_name (self, ((const BayanNameChange *) changes->pdata[i])->id,
                ((const BayanNameChange *) changes->pdata[i])->name);
    else
      g_queue_push_tail (&self->names_to_set,
                         change_new (((const BayanNameChange *) changes->pdata[i])->id,
                                     ((const BayanNameChange *) changes->pdata[i])->name));
  if (!at_once && changes->len > 0 && self->names_source == 0)
    self->names_source = g_idle_add (set_names_cb, self);
}

/* @names: (element-type BayanOwnName): the list of the library that has been opened */
void
bayan_desk_take_names (BayanDesk *self, GPtrArray *names)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_name_change_free);

  if (self->names == NULL)
    self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, listed_free);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (changes, change_new (((const BayanOwnName *) names->pdata[i])->id, names->pdata[i]));
  set_names (self, changes);
}

/* @changes: (element-type BayanNameChange): by an act, its undo or redo */
void
bayan_desk_change_names (BayanDesk *self, GPtrArray *changes)
{
  if (self->names != NULL)
    set_names (self, changes);
}

/* The learner forgets them with all else. */
void
bayan_desk_drop_names (BayanDesk *self)
{
  g_clear_handle_id (&self->names_source, g_source_remove);
  g_queue_clear_full (&self->names_to_set, (GDestroyNotify) bayan_name_change_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  self->follows_names = FALSE;
  self->names_serial++;
}

/* Returns: (transfer full) (nullable): what @words name as a @type, as the list has it */
BayanEntity *
bayan_desk_link_own_name (BayanDesk *self, const char *words, BayanMentionType type)
{
  g_autofree char *folded = bayan_fold (words, -1, BAYAN_FOLD_MATCH);
  GHashTableIter iter;
  gpointer value;

  if (self->names == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Listed *listed = value;

      for (guint i = 0; listed->name->type == type && i < listed->lessons->len; i++)
        {
          const BayanLesson *lesson = listed->lessons->pdata[i];

          if (strcmp (lesson->surface, folded) == 0)
            return bayan_entity_copy (lesson->entity);
        }
    }
  return NULL;
}

/* Listing */

static gboolean
is_name (BayanMentionType type)
{
  return type <= BAYAN_MENTION_LAW;
}

static char *
make_number (BayanMentionType type, const char *what)
{
  return g_strdup_printf ("%u %s", type, what);
}

/* The tables know it without him. */
static gboolean
is_known (BayanRecogniser *recogniser, const BayanLesson *lesson)
{
  g_autoptr (BayanEntity) known = bayan_recogniser_link (recogniser, lesson->surface, lesson->type);

  return known != NULL && (lesson->entity == NULL || strcmp (known->key, lesson->entity->key) == 0);
}

/* What decisions on the same words say together. */
typedef struct {
  GPtrArray *lessons; /* of BayanLesson */
  guint n_right, n_wrong;
  const BayanEntity *entity; /* nullable: what they were last said to name */
} Taught;

static void
taught_free (gpointer data)
{
  g_ptr_array_unref (((Taught *) data)->lessons);
  g_free (data);
}

/* Returns: (element-type utf8 Taught): by type and words */
static GHashTable *
gather (const GPtrArray *lessons)
{
  GHashTable *taught = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, taught_free);

  for (guint i = 0; i < lessons->len; i++)
    {
      BayanLesson *lesson = lessons->pdata[i];
      g_autofree char *number = make_number (lesson->type, lesson->surface);
      Taught *same = is_name (lesson->type) ? g_hash_table_lookup (taught, number) : NULL;

      if (!is_name (lesson->type))
        continue;
      if (same == NULL)
        {
          same = g_new0 (Taught, 1);
          same->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
          g_hash_table_insert (taught, g_steal_pointer (&number), same);
        }
      g_ptr_array_add (same->lessons, bayan_lesson_copy (lesson));
      same->n_right += lesson->is_right;
      same->n_wrong += !lesson->is_right;
      if (lesson->is_right && lesson->entity != NULL)
        same->entity = lesson->entity;
    }
  return taught;
}

static void
add_taught (BayanNameItem *item, const Taught *taught)
{
  item->n_right += taught->n_right;
  item->n_wrong += taught->n_wrong;
  for (guint i = 0; i < taught->lessons->len; i++)
    g_ptr_array_add (item->lessons, bayan_lesson_copy (taught->lessons->pdata[i]));
}

/* What decisions say of the words of a name on the list belongs to it, and is taken out of @taught. */
static BayanNameItem *
make_listed (const Listed *listed, GHashTable *taught)
{
  BayanNameItem *item = bayan_name_item_new (bayan_own_name_copy (listed->name));

  for (guint i = 0; i < listed->lessons->len; i++)
    {
      const BayanLesson *lesson = listed->lessons->pdata[i];
      g_autofree char *number = make_number (lesson->type, lesson->surface);
      const Taught *same = g_hash_table_lookup (taught, number);

      if (same == NULL)
        continue;
      add_taught (item, same);
      g_hash_table_remove (taught, number);
    }
  return item;
}

/* Decisions on other spellings of the same thing are one name. @by_entity: (element-type utf8 BayanNameItem) */
static void
list_taught (const Taught *taught, GHashTable *by_entity, GPtrArray *items)
{
  const BayanLesson *first = taught->lessons->pdata[0];
  const BayanEntity *entity = taught->entity;
  g_autofree char *number = make_number (first->type, entity != NULL ? entity->key : first->surface);
  BayanNameItem *item = g_hash_table_lookup (by_entity, number);
  const char *words = entity != NULL && entity->name_ar != NULL ? entity->name_ar : first->surface;
  g_autofree char *folded = bayan_fold (words, -1, BAYAN_FOLD_MATCH);

  if (item == NULL)
    {
      BayanOwnName *name = bayan_own_name_new (first->type, words);

      name->iso3 = entity != NULL ? g_strdup (entity->iso3) : NULL;
      item = bayan_name_item_new (name);
      g_ptr_array_add (items, item);
      g_hash_table_insert (by_entity, g_steal_pointer (&number), item);
    }
  if (strcmp (folded, first->surface) != 0)
    bayan_own_name_add_spelling (item->name, first->surface);
  add_taught (item, taught);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const BayanOwnName *one = (*(BayanNameItem *const *) a)->name, *other = (*(BayanNameItem *const *) b)->name;
  int order = g_utf8_collate (one->name, other->name);

  if (order != 0)
    return order;
  if (one->type != other->type)
    return (int) one->type - (int) other->type;
  return (one->id > other->id) - (one->id < other->id);
}

/**
 * bayan_desk_list_names:
 *
 * Returns: (transfer full) (element-type BayanNameItem): the analyst's list, and what decisions taught and no table knows;
 *   by name
 */
GPtrArray *
bayan_desk_list_names (BayanDesk *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  BayanRecogniser *recogniser = get_recogniser (self);
  g_autoptr (GPtrArray) lessons = NULL;
  g_autoptr (GHashTable) taught = NULL;
  g_autoptr (GHashTable) by_entity = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer value;

  if (recogniser == NULL || self->names == NULL)
    return items;
  lessons = bayan_learner_dup_lessons (bayan_recogniser_get_learner (recogniser));
  taught = gather (lessons);
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (items, make_listed (value, taught));
  g_hash_table_iter_init (&iter, taught);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Taught *same = value;

      if (same->n_right > same->n_wrong && !is_known (recogniser, same->lessons->pdata[0]))
        list_taught (same, by_entity, items);
    }
  g_ptr_array_sort (items, compare_items);
  return items;
}

/* Goes up whenever bayan_desk_list_names() may answer otherwise. */
guint
bayan_desk_get_names_serial (BayanDesk *self)
{
  return self->names_serial;
}

/* Acts */

/* What is set by the act that is to come is suggested, or no longer, wherever the words stand. */
static void
apply_and_follow (BayanDesk *self, BayanEdit *edit)
{
  self->follows_names = TRUE;
  bayan_desk_apply_edit (self, edit);
}

/**
 * bayan_desk_put_name:
 * @item: (nullable): what @name takes the place of; NULL for a new one. What decisions taught becomes a name of the list.
 */
void
bayan_desk_put_name (BayanDesk *self, BayanNameItem *item, const BayanOwnName *name)
{
  g_autoptr (BayanOwnName) put = bayan_own_name_dup (name);
  gboolean is_change = item != NULL && item->name->id != 0;
  BayanEdit *edit;

  if (!bayan_desk_can_change (self) || (is_change && bayan_own_name_says_same (item->name, name)))
    return;
  put->id = is_change ? item->name->id : 0;
  edit = bayan_edit_new (is_change ? "change-name" : "add-name", name->name);
  bayan_edit_set_name (edit, put);
  apply_and_follow (self, edit);
}

/* The name on the list that @entity has by a merge before; NULL for none */
static const BayanOwnName *
find_merged (BayanDesk *self, const BayanEntity *entity)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BayanOwnName *name = ((const Listed *) value)->name;

      if (name->type == entity->type && g_strcmp0 (name->key, entity->key) == 0)
        return name;
    }
  return NULL;
}

/**
 * bayan_desk_teach_merge:
 * @edit: the act that makes @from one with @into
 * @into: (nullable)
 * @from: (nullable)
 *
 * From then on the name of @from is another spelling of @into, as a name on the list that goes with the act when it is
 * undone.
 */
void
bayan_desk_teach_merge (BayanDesk *self, BayanEdit *edit, const BayanEntity *into, const BayanEntity *from)
{
  const BayanOwnName *before;
  g_autoptr (BayanOwnName) name = NULL;

  if (self->names == NULL || into == NULL || from == NULL || into->name_ar == NULL || from->name_ar == NULL
      || !is_name (into->type) || into->type != from->type)
    return;
  before = find_merged (self, into);
  name = before != NULL ? bayan_own_name_dup (before) : bayan_own_name_new (into->type, into->name_ar);
  if (before == NULL)
    {
      name->key = g_strdup (into->key);
      name->iso3 = g_strdup (into->iso3);
      name->origin = BAYAN_NAME_ORIGIN_MERGE;
    }
  bayan_own_name_add_spelling (name, from->name_ar);
  bayan_edit_set_name (edit, name);
  self->follows_names = TRUE;
}

static void
take_off (BayanDesk *self, BayanEdit *edit, const BayanNameItem *item)
{
  if (item->name->id != 0)
    bayan_edit_remove_name (edit, item->name->id);
  for (guint i = 0; i < item->lessons->len; i++)
    {
      const BayanLesson *lesson = item->lessons->pdata[i];

      bayan_edit_forget_lesson (edit, lesson->mention, lesson->type);
      follow (self, lesson->surface);
    }
}

/**
 * bayan_desk_remove_name:
 *
 * Takes the name off the list, and forgets what decisions taught of it. The decisions themselves stay.
 */
void
bayan_desk_remove_name (BayanDesk *self, BayanNameItem *item)
{
  BayanEdit *edit;

  if (!bayan_desk_can_change (self))
    return;
  edit = bayan_edit_new ("remove-name", item->name->name);
  take_off (self, edit, item);
  apply_and_follow (self, edit);
}

/* Lists from elsewhere */

/* A code, or a name in one of the two languages */
static const char *
find_country (const char *cell)
{
  g_autofree char *upper = g_ascii_strup (cell, -1);
  const BayanCountry *found = bayan_country_find (upper);
  const BayanCountry *all;
  guint n;

  if (found == NULL)
    found = bayan_country_find_iso2 (upper);
  if (found != NULL)
    return found->iso3;
  all = bayan_countries_get_all (&n);
  for (guint i = 0; i < n; i++)
    if (strcmp (all[i].name_ar, cell) == 0 || g_ascii_strcasecmp (all[i].name_en, cell) == 0
        || strcmp (all[i].label_ar, cell) == 0)
      return all[i].iso3;
  return NULL;
}

/**
 * bayan_desk_find_country:
 * @words: a code of two or three letters, or a name
 *
 * Returns: (nullable): its ISO 3166-1 alpha-3 code
 */
const char *
bayan_desk_find_country (const char *words)
{
  return find_country (words);
}

/* Returns: (transfer full): @words as searches compare them: without vowel marks, in lower case, with one form of each letter */
char *
bayan_desk_fold_words (const char *words)
{
  g_autofree char *lower = g_utf8_strdown (words, -1);

  return bayan_fold (lower, -1, BAYAN_FOLD_SEARCH);
}

static void
read_list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GBytes) raw = bayan_ingest_read_file (file, cancellable, &error);
  BayanNameList *list = raw != NULL ? bayan_name_reading_read (raw, shown, find_country, cancellable, &error)
                                    : NULL;

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify) bayan_name_list_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Reads a list of names. It changes nothing yet. */
void
bayan_desk_read_names_async (BayanDesk *self, GFile *file, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, bayan_desk_read_names_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_list);
}

/* Returns: (transfer full) (nullable) */
BayanNameList *
bayan_desk_read_names_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GHashTable *
index_items (const GPtrArray *items)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const BayanNameItem *item = items->pdata[i];
      g_autofree char *number = make_number (item->name->type, item->name->name);

      if (!g_hash_table_contains (index, number))
        g_hash_table_insert (index, g_steal_pointer (&number), items->pdata[i]);
    }
  return index;
}

static BayanNameItem *
find_item (GHashTable *index, const BayanOwnName *name)
{
  g_autofree char *number = make_number (name->type, name->name);

  return g_hash_table_lookup (index, number);
}

static BayanNameNews
compare (const BayanNameItem *item, const BayanOwnName *name)
{
  if (item == NULL)
    return BAYAN_NAME_NEW;
  if (bayan_own_name_says_same (item->name, name))
    return BAYAN_NAME_KNOWN;
  return item->name->id != 0 ? BAYAN_NAME_DIFFERENT : BAYAN_NAME_NEW;
}

/**
 * bayan_desk_compare_names:
 *
 * Returns: (transfer full) (element-type BayanNameNews): what each row of @list would be in this library; rows with a
 *   problem are known
 */
GArray *
bayan_desk_compare_names (BayanDesk *self, const BayanNameList *list)
{
  g_autoptr (GPtrArray) items = bayan_desk_list_names (self);
  g_autoptr (GHashTable) index = index_items (items);
  GArray *news = g_array_sized_new (FALSE, FALSE, sizeof (BayanNameNews), list->rows->len);

  for (guint i = 0; i < list->rows->len; i++)
    {
      const BayanNameRow *row = list->rows->pdata[i];
      BayanNameNews what = row->name != NULL ? compare (find_item (index, row->name), row->name)
                                             : BAYAN_NAME_KNOWN;

      g_array_append_val (news, what);
    }
  return news;
}

/**
 * bayan_desk_import_names:
 *
 * Puts all names of @list that are not known on the analyst's list, or in the place of those that are different: one act.
 *
 * Returns: how many that were; 0 where nothing is done
 */
guint
bayan_desk_import_names (BayanDesk *self, const BayanNameList *list)
{
  g_autoptr (GPtrArray) items = bayan_desk_list_names (self);
  g_autoptr (GHashTable) index = index_items (items);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_name_free);
  g_autofree char *subject = NULL;
  BayanEdit *edit;

  if (!bayan_desk_can_change (self))
    return 0;
  for (guint i = 0; i < list->rows->len; i++)
    {
      const BayanNameRow *row = list->rows->pdata[i];
      BayanNameItem *item = row->name != NULL ? find_item (index, row->name) : NULL;
      BayanOwnName *put;

      if (row->name == NULL || compare (item, row->name) == BAYAN_NAME_KNOWN)
        continue;
      put = bayan_own_name_dup (row->name);
      put->id = item != NULL ? item->name->id : 0;
      g_ptr_array_add (names, put);
    }
  if (names->len == 0)
    return 0;
  subject = g_strdup_printf ("%u", names->len);
  edit = bayan_edit_new ("import-names", subject);
  for (guint i = 0; i < names->len; i++)
    bayan_edit_set_name (edit, names->pdata[i]);
  apply_and_follow (self, edit);
  return names->len;
}

/**
 * bayan_desk_write_names:
 * @separator: ',' or '\t'
 *
 * Returns: (transfer full): all names that bayan_desk_list_names() lists, as a file
 */
char *
bayan_desk_write_names (BayanDesk *self, char separator)
{
  g_autoptr (GPtrArray) items = bayan_desk_list_names (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (names, ((BayanNameItem *) items->pdata[i])->name);
  return bayan_names_csv_write (names, separator);
}
