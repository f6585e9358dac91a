/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-store.h"

#include <string.h>

#include "bayan-changeset.h"
#include "bayan-edit.h"
#include "bayan-entity-table.h"
#include "bayan-group-table.h"
#include "bayan-header-table.h"
#include "bayan-journal-table.h"
#include "bayan-label-table.h"
#include "bayan-lesson-table.h"
#include "bayan-mention-rows.h"
#include "bayan-mention-table.h"
#include "bayan-name-table.h"
#include "bayan-note-table.h"
#include "bayan-own-entity-table.h"
#include "bayan-pair-table.h"
#include "bayan-relation-table.h"
#include "bayan-search.h"
#include "bayan-site-table.h"
#include "bayan-standing-table.h"
#include "bayan-statement-table.h"
#include "bayan-variant-table.h"
#include "bayan-verdict-table.h"

static gboolean
intern_entities (BayanStore *self, const GPtrArray *entities, BayanLibraryChange *change, GError **error)
{
  for (guint i = 0; i < entities->len; i++)
    if (bayan_entity_table_intern (self->entities, g_ptr_array_index (entities, i), change, error) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
insert_mention (BayanStore *self, gint64 statement, const BayanMention *mention, guint32 entity,
                GError **error)
{
  g_autoptr (BayanMentionRows) rows = bayan_mention_rows_new ();
  g_autoptr (BayanMention) copy = NULL;
  gint64 id;

  if (!bayan_mention_rows_add (rows, self, statement, mention, entity, error)
      || !bayan_mention_rows_write (rows, self, &id, error))
    return FALSE;
  if (mention->more == NULL)
    return TRUE;
  copy = bayan_mention_copy (mention);
  copy->id = id;
  return bayan_mention_table_update (self, copy, entity, error);
}

/* Writes a mention as it is now: a new one where it has no id. */
static gboolean
write_mention (BayanStore *self, gint64 statement, const BayanMention *mention, BayanLibraryChange *change,
               GError **error)
{
  guint32 entity = bayan_mention_table_find_entity (self, statement, mention, change, error);

  if (entity == 0 && mention->entity_key != NULL)
    return FALSE;
  if (mention->id != 0)
    return bayan_mention_table_update (self, mention, entity, error);
  return insert_mention (self, statement, mention, entity, error);
}

static gboolean
add_mention (BayanStore *self, BayanEditStep *step, BayanLibraryChange *change, GError **error)
{
  step->mention->id = 0;
  return bayan_statement_table_is_visible (self, step->statement, error)
         && write_mention (self, step->statement, step->mention, change, error);
}

static gboolean
set_status (BayanStore *self, const BayanEditStep *step, BayanLibraryChange *change, GError **error)
{
  BayanPlacedMention *placed = bayan_mention_table_read (self, step->mention_id, error);
  gboolean written;

  if (placed == NULL)
    return FALSE;
  placed->mention->status = step->status;
  written = write_mention (self, placed->statement, placed->mention, change, error);
  bayan_placed_mention_free (placed);
  return written;
}

/* Who says so is the analyst now. A value belonged to the old type. */
static void
retype (BayanMention *mention, const BayanEditStep *step)
{
  const BayanEntity *entity = step->entities->len > 0 ? g_ptr_array_index (step->entities, 0) : NULL;

  mention->layer = BAYAN_LAYER_ANALYST;
  bayan_mention_set_text (&mention->rule, "analyst");
  bayan_mention_set_text (&mention->evidence, NULL);
  if (mention->type != step->type)
    bayan_mention_set_text (&mention->value, NULL);
  mention->type = step->type;
  bayan_mention_set_text (&mention->entity_key, entity != NULL ? entity->key : NULL);
}

static gboolean
set_parts (BayanStore *self, const BayanEditStep *step, BayanLibraryChange *change, GError **error)
{
  BayanPlacedMention *placed = bayan_mention_table_read (self, step->mention_id, error);
  const BayanEntity *entity = step->entities->len > 0 ? g_ptr_array_index (step->entities, 0) : NULL;
  BayanMention *mention;
  gboolean written;

  if (placed == NULL)
    return FALSE;
  mention = bayan_mention_copy (step->mention);
  mention->id = step->mention_id;
  mention->type = placed->mention->type;
  mention->status = BAYAN_STATUS_CONFIRMED;
  mention->layer = BAYAN_LAYER_ANALYST;
  bayan_mention_set_text (&mention->rule, "analyst");
  bayan_mention_set_text (&mention->evidence, NULL);
  bayan_mention_set_text (&mention->value, NULL);
  bayan_mention_set_text (&mention->entity_key, entity != NULL ? entity->key : placed->mention->entity_key);
  written = write_mention (self, placed->statement, mention, change, error);
  bayan_mention_free (mention);
  bayan_placed_mention_free (placed);
  return written;
}

static gboolean
set_type (BayanStore *self, const BayanEditStep *step, BayanLibraryChange *change, GError **error)
{
  BayanPlacedMention *placed = bayan_mention_table_read (self, step->mention_id, error);
  gboolean written;

  if (placed == NULL)
    return FALSE;
  retype (placed->mention, step);
  written = write_mention (self, placed->statement, placed->mention, change, error);
  bayan_placed_mention_free (placed);
  return written;
}

/* What the analyst has decided on stays, and what is anything to others. */
static gboolean
remove_suggestion (BayanStore *self, gint64 mention, GError **error)
{
  BayanPlacedMention *placed = bayan_mention_table_read (self, mention, error);
  gboolean is_suggested, is_related;

  if (placed == NULL)
    return FALSE;
  is_suggested = placed->mention->status == BAYAN_STATUS_SUGGESTED;
  bayan_placed_mention_free (placed);
  if (!is_suggested)
    return TRUE;
  return bayan_relation_table_find (self, mention, &is_related, error)
         && (is_related || bayan_mention_table_delete (self, mention, error));
}

static gboolean
contains (const GPtrArray *mentions, gint64 id)
{
  for (guint i = 0; i < mentions->len; i++)
    if (((const BayanMention *) g_ptr_array_index (mentions, i))->id == id)
      return TRUE;
  return FALSE;
}

/* Mentions that do not stand in the new text go; one that claims an id must be of this statement. */
static gboolean
replace_mentions (BayanStore *self, const BayanEditStep *step, BayanLibraryChange *change, GError **error)
{
  g_autoptr (GPtrArray) old = bayan_mention_table_load (self, step->statement, error);

  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    {
      gint64 id = ((const BayanMention *) g_ptr_array_index (old, i))->id;

      if (!contains (step->mentions, id) && !bayan_mention_table_delete (self, id, error))
        return FALSE;
    }
  for (guint i = 0; i < step->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (step->mentions, i);

      if (mention->id != 0 && !contains (old, mention->id))
        {
          g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND, "no such mention");
          return FALSE;
        }
      if (!write_mention (self, step->statement, mention, change, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_text (BayanStore *self, const BayanEditStep *step, BayanLibraryChange *change, GError **error)
{
  return bayan_statement_table_is_visible (self, step->statement, error)
         && bayan_statement_table_replace_text (self, step->statement, step->text, error)
         && replace_mentions (self, step, change, error);
}

/* What the analyst notes, and keeps for himself. */
static gboolean
do_own_step (BayanStore *self, const BayanEditStep *step, GError **error)
{
  switch (step->kind)
    {
    case BAYAN_EDIT_SET_LABEL:
      return bayan_label_table_set (self, step->label, error);
    case BAYAN_EDIT_REMOVE_LABEL:
      return bayan_label_table_remove (self, step->name_id, error);
    case BAYAN_EDIT_SET_NOTE:
      return bayan_note_table_set (self, step->name_id, step->note, error);
    case BAYAN_EDIT_REMOVE_NOTE:
      return bayan_note_table_remove (self, step->name_id, error);
    case BAYAN_EDIT_SET_STAGE:
      return bayan_statement_table_is_visible (self, step->statement, error)
             && bayan_standing_table_set_stage (self, step->statement, step->stage, step->words, step->at,
                                                error);
    case BAYAN_EDIT_SET_TAG:
      return bayan_statement_table_is_visible (self, step->statement, error)
             && bayan_standing_table_set_tag (self, step->statement, step->words, step->on, error);
    case BAYAN_EDIT_ADD_RELATION:
      return bayan_relation_table_add (self, &step->relation, error);
    case BAYAN_EDIT_REMOVE_RELATION:
      return bayan_relation_table_remove (self, &step->relation, error);
    case BAYAN_EDIT_HAND_OVER_RELATIONS:
      return bayan_relation_table_hand_over (self, step->mention_id, step->heir, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
do_step (BayanStore *self, BayanEditStep *step, BayanLibraryChange *change, GError **error)
{
  if (!intern_entities (self, step->entities, change, error))
    return FALSE;
  switch (step->kind)
    {
    case BAYAN_EDIT_ADD_MENTION:
      return add_mention (self, step, change, error);
    case BAYAN_EDIT_SET_STATUS:
      return set_status (self, step, change, error);
    case BAYAN_EDIT_SET_TYPE:
      return set_type (self, step, change, error);
    case BAYAN_EDIT_SET_PARTS:
      return set_parts (self, step, change, error);
    case BAYAN_EDIT_SET_TEXT:
      return set_text (self, step, change, error);
    case BAYAN_EDIT_SET_DETAIL:
      return bayan_store_set_detail (self, step->statement, step->detail, error);
    case BAYAN_EDIT_CLEAR_DETAIL:
      return bayan_store_clear_detail (self, step->statement, step->field, error);
    case BAYAN_EDIT_SET_GROUP:
      return bayan_group_table_decide (self, step->group, error);
    case BAYAN_EDIT_CHOOSE_LINE:
      return bayan_site_table_choose (self, step->site, step->line, step->choice, error);
    case BAYAN_EDIT_REMOVE_SUGGESTION:
      return remove_suggestion (self, step->mention_id, error);
    case BAYAN_EDIT_TEACH:
      return bayan_lesson_table_set (self, step->lesson, error);
    case BAYAN_EDIT_FORGET_LESSONS:
      return bayan_lesson_table_forget_all (self, error);
    case BAYAN_EDIT_FORGET_LESSON:
      return bayan_lesson_table_forget (self, step->mention_id, step->type, error);
    case BAYAN_EDIT_SET_NAME:
      return bayan_name_table_set (self, step->name, error);
    case BAYAN_EDIT_REMOVE_NAME:
      return bayan_name_table_remove (self, step->name_id, error);
    case BAYAN_EDIT_SET_LABEL:
    case BAYAN_EDIT_REMOVE_LABEL:
    case BAYAN_EDIT_SET_NOTE:
    case BAYAN_EDIT_REMOVE_NOTE:
    case BAYAN_EDIT_SET_STAGE:
    case BAYAN_EDIT_SET_TAG:
    case BAYAN_EDIT_ADD_RELATION:
    case BAYAN_EDIT_REMOVE_RELATION:
    case BAYAN_EDIT_HAND_OVER_RELATIONS:
      return do_own_step (self, step, error);
    case BAYAN_EDIT_REMOVE_MENTION:
      return bayan_mention_table_delete (self, step->mention_id, error);
    case BAYAN_EDIT_JUDGE_ACT:
      return bayan_statement_table_is_visible (self, step->statement, error)
             && bayan_verdict_table_set (self, step->statement, &step->verdict, error);
    case BAYAN_EDIT_MERGE_ENTITIES:
      return bayan_pair_table_merge (self, step->keys[0], step->keys[1], error);
    case BAYAN_EDIT_PART_ENTITIES:
      return bayan_pair_table_part (self, step->keys[0], step->keys[1], error);
    case BAYAN_EDIT_SET_ENTITY:
      return bayan_own_entity_table_set (self, step->keys[0], step->own, error);
    case BAYAN_EDIT_SPLIT_ENTITY:
      return bayan_variant_table_split (self, step->keys[0], (const char *const *) step->variants,
                                        step->entity, change, error);
    case BAYAN_EDIT_N_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
do_steps (BayanStore *self, const BayanEdit *edit, BayanLibraryChange *change, GError **error)
{
  for (guint i = 0; i < edit->steps->len; i++)
    if (!do_step (self, g_ptr_array_index (edit->steps, i), change, error))
      return FALSE;
  return TRUE;
}

/* Does the steps under the eyes of a session. */
static GBytes *
record (BayanStore *self, const BayanEdit *edit, BayanLibraryChange *change, GError **error)
{
  g_autoptr (BayanSession) session = bayan_session_begin (self, error);

  return session != NULL && do_steps (self, edit, change, error) ? bayan_session_read (self, session, error)
                                                                 : NULL;
}

/* An edit that leaves everything as it was is no act: it does not cost the analyst what could be redone. */
static gboolean
do_edit (BayanStore *self, const BayanEdit *edit, BayanLibraryChange *change, GError **error)
{
  g_autoptr (GBytes) changeset = record (self, edit, change, error);

  if (changeset == NULL)
    return FALSE;
  return (g_bytes_get_size (changeset) == 0
          || (bayan_changeset_describe (self, changeset, change, error)
              && bayan_journal_table_add_edit (self, edit->act, edit->subject, changeset, error)))
         && bayan_journal_table_read_labels (self, &change->undo, &change->redo, error);
}

/* What the groups are before is asked before. */
static gboolean
begin (BayanStore *self, GError **error)
{
  return bayan_group_table_remember (self, error) && bayan_store_begin (self, error);
}

/* Ends the transaction one way or the other. */
static gboolean
finish (BayanStore *self, gboolean done, const BayanLibraryChange *change, GError **error)
{
  if (!done)
    {
      bayan_store_rollback (self);
      return FALSE;
    }
  if (!bayan_store_commit (self, error))
    return FALSE;
  if (change->headers_added->len > 0 || change->statements_removed->len > 0 || change->texts_changed->len > 0
      || change->details_changed->len > 0)
    bayan_search_forget_order (self->search);
  return TRUE;
}

/**
 * bayan_store_apply:
 *
 * Does all of @edit or nothing of it.
 */
gboolean
bayan_store_apply (BayanStore *self, const BayanEdit *edit, BayanLibraryChange *change, GError **error)
{
  return begin (self, error) && finish (self, do_edit (self, edit, change, error), change, error);
}

/* TRUE in @is_last if what undo takes next is the act that @edit belongs to, and there is nothing to redo. */
static gboolean
find_act (BayanStore *self, const BayanEdit *edit, BayanJournalEntry *entry, gboolean *is_last,
          GError **error)
{
  BayanActLabel *undo = NULL, *redo = NULL;
  gboolean found = bayan_journal_table_read_labels (self, &undo, &redo, error)
                   && bayan_journal_table_find (self, FALSE, entry, error);

  *is_last = redo == NULL && undo != NULL && entry->changeset != NULL && g_str_equal (undo->act, edit->act)
             && g_str_equal (undo->subject, edit->subject);
  g_clear_pointer (&undo, bayan_act_label_free);
  g_clear_pointer (&redo, bayan_act_label_free);
  return found;
}

static gboolean
extend (BayanStore *self, const BayanEdit *edit, BayanLibraryChange *change, GError **error)
{
  g_auto (BayanJournalEntry) entry = { 0 };
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GBytes) both = NULL;
  gboolean is_last = FALSE;

  if (!find_act (self, edit, &entry, &is_last, error))
    return FALSE;
  if (is_last)
    {
      changeset = record (self, edit, change, error);
      both = changeset != NULL ? bayan_changeset_join (entry.changeset, changeset, error) : NULL;
      if (both == NULL || !bayan_changeset_describe (self, changeset, change, error)
          || !bayan_journal_table_set_changeset (self, entry.id, both, error))
        return FALSE;
    }
  return bayan_journal_table_read_labels (self, &change->undo, &change->redo, error);
}

/**
 * bayan_store_extend:
 *
 * Does all of @edit or nothing of it, as a part of the act that was done last; nothing where that is another one.
 */
gboolean
bayan_store_extend (BayanStore *self, const BayanEdit *edit, BayanLibraryChange *change, GError **error)
{
  return begin (self, error) && finish (self, extend (self, edit, change, error), change, error);
}

static gboolean
hide_import (BayanStore *self, gint64 import_id, BayanLibraryChange *change, GError **error)
{
  g_autoptr (GPtrArray) headers = bayan_header_table_load (self, import_id, error);

  for (guint i = 0; headers != NULL && i < headers->len; i++)
    {
      gint64 id = ((const BayanHeader *) g_ptr_array_index (headers, i))->id;

      g_array_append_val (change->statements_removed, id);
      if (!bayan_mention_table_tally_statement (self, id, change->tallies_removed, error))
        return FALSE;
    }
  return headers != NULL && bayan_import_table_set_hidden (self, import_id, TRUE, error);
}

static gboolean
show_import (BayanStore *self, gint64 import_id, BayanLibraryChange *change, GError **error)
{
  GPtrArray *headers = bayan_header_table_load (self, import_id, error);

  if (headers == NULL)
    return FALSE;
  g_ptr_array_unref (change->headers_added);
  change->headers_added = headers;
  for (guint i = headers->len; i > 0; i--)
    {
      const BayanHeader *header = g_ptr_array_index (headers, i - 1);

      if (!bayan_mention_table_tally_statement (self, header->id, change->tallies_added, error))
        return FALSE;
    }
  bayan_header_table_count (headers, change->tallies_added);
  return bayan_import_table_set_hidden (self, import_id, FALSE, error);
}

static gboolean
travel_edit (BayanStore *self, const BayanJournalEntry *entry, gboolean back, BayanLibraryChange *change,
             GError **error)
{
  g_autoptr (GBytes) changeset = back ? bayan_changeset_invert (entry->changeset, error)
                                      : g_bytes_ref (entry->changeset);

  return changeset != NULL && bayan_changeset_apply (self, changeset, error)
         && bayan_changeset_describe (self, changeset, change, error);
}

static gboolean
travel_import (BayanStore *self, gint64 import_id, gboolean back, BayanLibraryChange *change, GError **error)
{
  return (back ? hide_import (self, import_id, change, error) : show_import (self, import_id, change, error))
         && bayan_group_table_follow (self, change, error);
}

/* One act back or forth. */
static gboolean
travel (BayanStore *self, gboolean back, BayanLibraryChange *change, GError **error)
{
  g_auto (BayanJournalEntry) entry = { 0 };
  gboolean done;

  if (!bayan_journal_table_find (self, !back, &entry, error))
    return FALSE;
  if (entry.id == 0)
    done = TRUE;
  else if (entry.changeset != NULL)
    done = travel_edit (self, &entry, back, change, error);
  else
    done = travel_import (self, entry.import_id, back, change, error);
  return done && (entry.id == 0 || bayan_journal_table_set_undone (self, entry.id, back, error))
         && bayan_journal_table_read_labels (self, &change->undo, &change->redo, error);
}

/**
 * bayan_store_propose_groups:
 * @groups: (element-type BayanStatementGroup)
 */
gboolean
bayan_store_propose_groups (BayanStore *self, const GPtrArray *groups, BayanLibraryChange *change,
                            GError **error)
{
  return begin (self, error)
         && finish (self,
                    bayan_group_table_propose (self, groups, error)
                        && bayan_group_table_follow (self, change, error)
                        && bayan_journal_table_read_labels (self, &change->undo, &change->redo, error),
                    change, error);
}

/**
 * bayan_store_undo:
 *
 * Takes back the newest act that stands; nothing where there is none.
 */
gboolean
bayan_store_undo (BayanStore *self, BayanLibraryChange *change, GError **error)
{
  return begin (self, error) && finish (self, travel (self, TRUE, change, error), change, error);
}

/**
 * bayan_store_redo:
 *
 * Does again what was undone last; nothing where there is nothing.
 */
gboolean
bayan_store_redo (BayanStore *self, BayanLibraryChange *change, GError **error)
{
  return begin (self, error) && finish (self, travel (self, FALSE, change, error), change, error);
}
