/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

/* So often, at most, the counts of an import that runs are brought up to date: below what is painted. Where that takes
 * long, with lists and map, it has a tenth of the time. */
#define ARRIVALS_EVERY_US (G_USEC_PER_SEC / 10)
#define ARRIVALS_PART 10
#define ARRIVALS_MAX_WAIT_US G_USEC_PER_SEC
#define ARRIVALS_PRIORITY (G_PRIORITY_HIGH_IDLE + 30)

/**
 * bayan_desk_announce:
 * @news: what is new besides counts and lists
 *
 * Brings the lists of entities and countries up to the tallies, then says that something is different,
 * "updated" once and last.
 */
void
bayan_desk_announce (BayanDesk *self, BayanDeskNews news)
{
  g_autoptr (BayanDesk) keep = g_object_ref (self);
  gint64 began_us = g_get_monotonic_time ();

  g_clear_handle_id (&self->counts_later, g_source_remove);
  bayan_desk_flush_counts (self);
  if ((news & BAYAN_NEWS_FILTER) != 0)
    g_signal_emit_by_name (self, "filter-changed");
  if ((news & BAYAN_NEWS_GROUPS) != 0)
    g_signal_emit_by_name (self, "groups-changed");
  if ((news & BAYAN_NEWS_MENTIONS) != 0)
    g_signal_emit_by_name (self, "mentions-changed");
  g_signal_emit_by_name (self, "updated");
  self->announced_at_us = g_get_monotonic_time ();
  self->announcing_us = self->announced_at_us - began_us;
}

static gboolean
announce_later_cb (gpointer data)
{
  BayanDesk *self = data;

  self->counts_later = 0;
  bayan_desk_announce (self, 0);
  return G_SOURCE_REMOVE;
}

/**
 * bayan_desk_announce_later:
 * @delay_ms: after which the lists of entities and countries follow the tallies
 */
void
bayan_desk_announce_later (BayanDesk *self, guint delay_ms, int priority)
{
  g_clear_handle_id (&self->counts_later, g_source_remove);
  self->counts_later = g_timeout_add_full (priority, delay_ms, announce_later_cb, self, NULL);
}

/* Says at once what was to be said later. */
void
bayan_desk_announce_rest (BayanDesk *self)
{
  if (self->counts_later != 0)
    bayan_desk_announce (self, 0);
}

/* While an import runs its statements arrive faster than anybody can read their counts, and each change of those costs
 * the lists and the map as much as many statements. */
static void
announce_arrival (BayanDesk *self)
{
  gint64 pause_us = CLAMP (self->announcing_us * ARRIVALS_PART, ARRIVALS_EVERY_US, ARRIVALS_MAX_WAIT_US);
  gint64 wait_us = self->announced_at_us + pause_us - g_get_monotonic_time ();

  if (wait_us <= 0)
    bayan_desk_announce (self, 0);
  else if (self->counts_later == 0)
    bayan_desk_announce_later (self, (guint) (wait_us / 1000) + 1, ARRIVALS_PRIORITY);
}

static BayanActLabel *
copy_label (const BayanActLabel *label)
{
  return label != NULL ? bayan_act_label_copy (label) : NULL;
}

static void
take_labels (BayanDesk *self, const BayanActLabel *undo, const BayanActLabel *redo)
{
  gboolean could_undo = self->undo != NULL, could_redo = self->redo != NULL;

  g_clear_pointer (&self->undo, bayan_act_label_free);
  g_clear_pointer (&self->redo, bayan_act_label_free);
  self->undo = copy_label (undo);
  self->redo = copy_label (redo);
  if (could_undo != (undo != NULL))
    bayan_desk_notify (self, BAYAN_DESK_PROP_CAN_UNDO);
  if (could_redo != (redo != NULL))
    bayan_desk_notify (self, BAYAN_DESK_PROP_CAN_REDO);
}

static void
learn_entities (BayanDesk *self, GPtrArray *entities)
{
  for (guint i = 0; i < entities->len; i++)
    {
      const BayanNumberedEntity *numbered = entities->pdata[i];
      bayan_desk_learn_entity (self, numbered->number, numbered->entity, numbered->own);
    }
}

/* The items are handed back: they go into the list when their mentions are counted and the filter knows them.
 */
static GPtrArray *
make_items (BayanDesk *self, GPtrArray *headers)
{
  GPtrArray *items = g_ptr_array_new_full (headers->len, g_object_unref);

  for (guint i = 0; i < headers->len; i++)
    {
      const BayanHeader *header = headers->pdata[i];
      if (bayan_statement_list_find (self->statements, header->id) == NULL)
        g_ptr_array_add (items, bayan_statement_item_new (
                                    header, bayan_tallies_add_statement (self->tallies, header->id)));
    }
  return items;
}

/* Whether any matches that did not, or does not that did. */
static gboolean
filter_items (BayanDesk *self, GPtrArray *items)
{
  gboolean any = FALSE;

  for (guint i = 0; i < items->len; i++)
    any |= bayan_desk_filter_item (self, items->pdata[i]);
  return any;
}

/* Fills the list of the empty desk. */
void
bayan_desk_take_outline (BayanDesk *self, const BayanLibraryIndex *outline)
{
  g_autoptr (GPtrArray) items = NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, outline->state);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_replace (self->memory, g_strdup (key), g_strdup (value));
  items = make_items (self, outline->headers);
  filter_items (self, items);
  bayan_statement_list_add (self->statements, items);
  take_labels (self, outline->undo, outline->redo);
}

static void
remove_statements (BayanDesk *self, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint slot = bayan_tallies_find_slot (self->tallies, id);

      if (slot == BAYAN_TALLIES_NO_SLOT)
        continue;
      bayan_desk_forget_slot (self, slot);
      bayan_tallies_remove_statement (self->tallies, id);
      if (id == self->selected)
        bayan_desk_forget_selection (self);
    }
  bayan_statement_list_remove (self->statements, ids);
}

typedef struct {
  BayanStatementList *list;
  GHashTable *seen;
  GPtrArray *items;
} Touched;

static void
touch (Touched *self, gint64 id)
{
  BayanStatementItem *item = bayan_statement_list_find (self->list, id);

  if (item != NULL && g_hash_table_add (self->seen, item))
    g_ptr_array_add (self->items, item);
}

/* Those of a statement stand together. */
static void
touch_counted (Touched *self, const GArray *tallies)
{
  gint64 before = 0;

  for (guint i = 0; i < tallies->len; i++)
    {
      gint64 id = g_array_index (tallies, BayanTally, i).statement;
      if (id != before)
        touch (self, id);
      before = id;
    }
}

/* The statements of which a line, a mention or the text is another one now. */
static GPtrArray *
collect_touched (BayanDesk *self, const BayanLibraryChange *change)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Touched touched = { self->statements, seen, g_ptr_array_new () };

  for (guint i = 0; i < change->headers_changed->len; i++)
    touch (&touched, ((const BayanHeader *) change->headers_changed->pdata[i])->id);
  touch_counted (&touched, change->tallies_removed);
  touch_counted (&touched, change->tallies_added);
  return touched.items;
}

static void
move_tallies (BayanDesk *self, const BayanLibraryChange *change)
{
  for (guint i = 0; i < change->tallies_removed->len; i++)
    bayan_tallies_remove (self->tallies, &g_array_index (change->tallies_removed, BayanTally, i));
  bayan_tallies_add (self->tallies, (const BayanTally *) change->tallies_added->data,
                     change->tallies_added->len);
}

static void
update_headers (BayanDesk *self, GPtrArray *headers)
{
  for (guint i = 0; i < headers->len; i++)
    {
      const BayanHeader *header = headers->pdata[i];
      BayanStatementItem *item = bayan_statement_list_find (self->statements, header->id);
      if (item != NULL)
        bayan_statement_item_update (item, header);
    }
}

static gboolean
holds_reading (BayanDesk *self, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == bayan_reading_get_id (self->reading))
      return TRUE;
  return FALSE;
}

/* Positions in another text mean nothing here: they come with the text when it is loaded. */
static BayanDeskNews
update_reading (BayanDesk *self, const BayanLibraryChange *change)
{
  if (self->reading == NULL)
    return 0;
  if (holds_reading (self, change->texts_changed) || holds_reading (self, change->details_changed))
    bayan_desk_reload_reading (self);
  else if (!self->text_is_old && bayan_reading_apply_change (self->reading, change))
    return BAYAN_NEWS_MENTIONS;
  return 0;
}

/* Counts what the list of statements holds already. */
void
bayan_desk_take_counts (BayanDesk *self, const BayanLibraryIndex *index)
{
  learn_entities (self, index->entities);
  bayan_tallies_add (self->tallies, (const BayanTally *) index->tallies->data, index->tallies->len);
  update_headers (self, index->headers);
  bayan_desk_take_groups (self, index->groups);
  bayan_desk_note_uncompared (self, index->headers);
  bayan_desk_take_lessons (self, index->lessons);
  bayan_desk_take_names (self, index->names);
  bayan_desk_take_labels (self, index->labels);
  bayan_desk_take_notes (self, index->notes);
  bayan_desk_take_pairs (self, index->pairs);
  self->counted = TRUE;
  bayan_desk_filter_quietly (self);
  bayan_desk_announce (self, BAYAN_NEWS_FILTER | BAYAN_NEWS_GROUPS);
  bayan_desk_look_for_groups (self);
}

/* Whether there is nothing in @change but what a running import has brought. */
static gboolean
is_arrival (BayanDesk *self, const BayanLibraryChange *change, const GPtrArray *touched, BayanDeskNews news)
{
  return change->headers_added->len > 0 && touched->len == 0 && news == 0
         && change->statements_removed->len == 0 && change->site_lines_changed->len == 0
         && change->lessons_changed->len == 0 && self->job != NULL
         && bayan_import_job_get_running (self->job);
}

/* What one commit changed, in the order in which one thing needs the other. What is new comes into the list with the
 * filter's answer: those that were there are not asked again. */
void
bayan_desk_take_change (BayanDesk *self, const BayanLibraryChange *change)
{
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GPtrArray) touched = NULL;
  BayanDeskNews news = 0;

  learn_entities (self, change->entities_added);
  added = make_items (self, change->headers_added);
  move_tallies (self, change);
  update_headers (self, change->headers_changed);
  touched = collect_touched (self, change);
  filter_items (self, added);
  if (filter_items (self, touched))
    news |= BAYAN_NEWS_FILTER;
  bayan_statement_list_add (self->statements, added);
  remove_statements (self, change->statements_removed);
  bayan_desk_note_new_statements (self, change->headers_added);
  if (bayan_desk_change_groups (self, change))
    news |= BAYAN_NEWS_GROUPS;
  news |= update_reading (self, change);
  take_labels (self, change->undo, change->redo);
  bayan_desk_take_choices (self, change->site_lines_changed);
  bayan_desk_change_lessons (self, change->lessons_changed);
  bayan_desk_change_names (self, change->names_changed);
  bayan_desk_change_labels (self, change->labels_changed);
  bayan_desk_change_notes (self, change->notes_changed);
  if (change->headers_added->len > 0 || change->texts_changed->len > 0)
    {
      self->lengths_are_old = TRUE;
      bayan_desk_renew_search (self);
    }
  bayan_desk_take_pairs (self, change->pairs_changed);
  if (is_arrival (self, change, touched, news))
    announce_arrival (self);
  else
    bayan_desk_announce (self, news);
}

/* Back to an empty desk. */
void
bayan_desk_drop_contents (BayanDesk *self)
{
  bayan_desk_drop_reading (self);
  bayan_desk_drop_groups (self);
  bayan_desk_drop_names (self);
  bayan_desk_drop_lessons (self);
  bayan_desk_drop_notes (self);
  g_ptr_array_set_size (self->labels, 0);
  self->labels_serial++;
  take_labels (self, NULL, NULL);
  self->destination = -1;
  self->counted = FALSE;
  bayan_statement_list_clear (self->statements);
  bayan_entity_list_clear (self->entities);
  bayan_entity_list_clear (self->ranking);
  bayan_tallies_free (self->tallies);
  self->tallies = bayan_tallies_new ();
  bayan_tallies_set_view (self->tallies, &self->area_view);
  bayan_desk_drop_lengths (self);
  bayan_steady_table_remove_all (self->item_by_key);
  g_hash_table_remove_all (self->ranking_items);
  bayan_desk_drop_folded (self);
  g_hash_table_remove_all (self->placed);
  g_ptr_array_set_size (self->items, 0);
  g_hash_table_remove_all (self->memory);
  g_hash_table_remove_all (self->pairs);
  bayan_slot_set_clear (&self->found);
  self->has_found = FALSE;
  self->searching++;
  self->awaits_found = FALSE;
  self->search_left = 0;
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->entity_filter, g_free);
  g_clear_pointer (&self->country_filter, g_free);
  g_clear_pointer (&self->tag_filter, g_free);
  self->stage_filter = -1;
  self->from = self->to = (BayanDate) { 0, 0, 0 };
  bayan_slot_set_clear (&self->matching);
  self->n_matching = 0;
}
