/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-change.h"
#include "bayan-library.h"
#include "bayan-prepared.h"

GQuark
bayan_library_error_quark (void)
{
  return g_quark_from_static_string ("bayan-library-error-quark");
}

BayanHeader *
bayan_header_copy (const BayanHeader *self)
{
  BayanHeader *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->source_name = g_strdup (self->source_name);
  copy->language = g_strdup (self->language);
  copy->outlet = g_strdup (self->outlet);
  copy->issuer = g_strdup (self->issuer);
  copy->standing = bayan_standing_copy (self->standing);
  return copy;
}

void
bayan_header_free (BayanHeader *self)
{
  g_free (self->title);
  g_free (self->source_name);
  g_free (self->language);
  g_free (self->outlet);
  g_free (self->issuer);
  g_clear_pointer (&self->standing, bayan_standing_free);
  g_free (self);
}

void
bayan_numbered_entity_free (BayanNumberedEntity *self)
{
  bayan_entity_free (self->entity);
  g_clear_pointer (&self->own, bayan_own_entity_free);
  g_free (self);
}

void
bayan_placed_mention_free (BayanPlacedMention *self)
{
  bayan_mention_free (self->mention);
  g_free (self);
}

static void
clear_occurrence (BayanOccurrence *self)
{
  g_ptr_array_unref (self->mentions);
  g_free (self->within);
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  g_free (self->previous);
  g_free (self->next);
}

BayanOccurrence *
bayan_occurrence_ref (BayanOccurrence *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bayan_occurrence_unref (BayanOccurrence *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_occurrence);
}

void
bayan_placed_sketch_free (BayanPlacedSketch *self)
{
  g_bytes_unref (self->sketch);
  g_free (self);
}

void
bayan_history_entry_free (BayanHistoryEntry *self)
{
  g_free (self->act);
  g_free (self->subject);
  g_free (self);
}

BayanActLabel *
bayan_act_label_copy (const BayanActLabel *self)
{
  BayanActLabel *copy = g_new (BayanActLabel, 1);

  copy->id = self->id;
  copy->act = g_strdup (self->act);
  copy->subject = g_strdup (self->subject);
  return copy;
}

void
bayan_act_label_free (BayanActLabel *self)
{
  g_free (self->act);
  g_free (self->subject);
  g_free (self);
}

void
bayan_library_index_free (BayanLibraryIndex *self)
{
  g_clear_pointer (&self->headers, g_ptr_array_unref); /* NULL where it could not be read */
  g_ptr_array_unref (self->entities);
  g_array_unref (self->tallies);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->lessons);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->pairs);
  g_clear_pointer (&self->state, g_hash_table_unref);
  g_clear_pointer (&self->undo, bayan_act_label_free);
  g_clear_pointer (&self->redo, bayan_act_label_free);
  g_free (self);
}

void
bayan_open_statement_free (BayanOpenStatement *self)
{
  g_clear_pointer (&self->statement, bayan_statement_unref);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_clear_pointer (&self->verdicts, g_array_unref);
  g_clear_pointer (&self->relations, g_array_unref);
  g_free (self);
}

/**
 * bayan_import_item_new:
 * @statement: (transfer full)
 * @recognition: (transfer full) (nullable)
 */
BayanImportItem *
bayan_import_item_new (BayanStatement *statement, BayanRecognition *recognition)
{
  BayanImportItem *self = g_new0 (BayanImportItem, 1);

  self->statement = statement;
  self->recognition = recognition;
  return self;
}

void
bayan_import_item_prepare (BayanImportItem *self, const BayanWords *words)
{
  if (self->prepared == NULL)
    self->prepared = bayan_prepared_new (self->statement, words);
}

void
bayan_import_item_free (BayanImportItem *self)
{
  bayan_statement_unref (self->statement);
  g_clear_pointer (&self->recognition, bayan_recognition_free);
  g_clear_pointer (&self->sketch, g_bytes_unref);
  if (self->prepared != NULL)
    bayan_prepared_free (self->prepared);
  g_free (self);
}

/* A line whose site is a GRefString: many lines are of one site. */
void
bayan_library_site_line_free (gpointer data)
{
  BayanSiteLine *line = data;

  g_ref_string_release (line->site);
  g_free (line);
}

void
bayan_lesson_change_free (BayanLessonChange *self)
{
  g_clear_pointer (&self->lesson, bayan_lesson_free);
  g_free (self);
}

void
bayan_name_change_free (BayanNameChange *self)
{
  g_clear_pointer (&self->name, bayan_own_name_free);
  g_free (self);
}

void
bayan_label_change_free (BayanLabelChange *self)
{
  g_clear_pointer (&self->label, bayan_own_label_free);
  g_free (self);
}

void
bayan_note_change_free (BayanNoteChange *self)
{
  g_clear_pointer (&self->note, bayan_note_free);
  g_free (self);
}

BayanLibraryChange *
bayan_library_change_new (void)
{
  BayanLibraryChange *self = g_new0 (BayanLibraryChange, 1);

  self->headers_added = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_header_free);
  self->headers_changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_header_free);
  self->statements_removed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->entities_added = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_numbered_entity_free);
  self->tallies_removed = g_array_new (FALSE, FALSE, sizeof (BayanTally));
  self->tallies_added = g_array_new (FALSE, FALSE, sizeof (BayanTally));
  self->mentions_changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_placed_mention_free);
  self->mentions_removed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->texts_changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->details_changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->groups_changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);
  self->groups_removed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lessons_changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_change_free);
  self->names_changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_name_change_free);
  self->labels_changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_label_change_free);
  self->notes_changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_note_change_free);
  self->verdicts_changed = g_array_new (FALSE, FALSE, sizeof (BayanPlacedVerdict));
  self->pairs_changed = g_array_new (FALSE, FALSE, sizeof (BayanEntityPair));
  self->relations_changed = g_array_new (FALSE, FALSE, sizeof (BayanRelationChange));
  self->site_lines_changed = g_ptr_array_new_with_free_func (bayan_library_site_line_free);
  return self;
}

void
bayan_library_change_free (BayanLibraryChange *self)
{
  g_ptr_array_unref (self->headers_added);
  g_ptr_array_unref (self->headers_changed);
  g_array_unref (self->statements_removed);
  g_ptr_array_unref (self->entities_added);
  g_array_unref (self->tallies_removed);
  g_array_unref (self->tallies_added);
  g_ptr_array_unref (self->mentions_changed);
  g_array_unref (self->mentions_removed);
  g_array_unref (self->texts_changed);
  g_array_unref (self->details_changed);
  g_ptr_array_unref (self->groups_changed);
  g_array_unref (self->groups_removed);
  g_ptr_array_unref (self->site_lines_changed);
  g_ptr_array_unref (self->lessons_changed);
  g_array_unref (self->pairs_changed);
  g_array_unref (self->relations_changed);
  g_ptr_array_unref (self->names_changed);
  g_ptr_array_unref (self->labels_changed);
  g_ptr_array_unref (self->notes_changed);
  g_array_unref (self->verdicts_changed);
  g_clear_pointer (&self->undo, bayan_act_label_free);
  g_clear_pointer (&self->redo, bayan_act_label_free);
  g_free (self);
}

/* TRUE if the act left everything as it was. */
gboolean
bayan_library_change_is_empty (const BayanLibraryChange *self)
{
  return self->headers_added->len == 0 && self->headers_changed->len == 0
         && self->statements_removed->len == 0 && self->entities_added->len == 0
         && self->groups_changed->len == 0 && self->groups_removed->len == 0
         && self->site_lines_changed->len == 0 && self->lessons_changed->len == 0
         && self->names_changed->len == 0 && self->labels_changed->len == 0 && self->notes_changed->len == 0
         && self->verdicts_changed->len == 0 && self->pairs_changed->len == 0
         && self->relations_changed->len == 0;
}

/* The tallies of the statements up to @newest, which come in their order. Tallies already told stay where they are. */
static void
take_tallies (BayanLibraryChange *self, gint64 newest, BayanLibraryChange *part, guint *n_told)
{
  guint from = *n_told;

  while (*n_told < self->tallies_added->len
         && g_array_index (self->tallies_added, BayanTally, *n_told).statement <= newest)
    (*n_told)++;
  if (*n_told > from)
    g_array_append_vals (part->tallies_added, &g_array_index (self->tallies_added, BayanTally, from),
                         *n_told - from);
}

/* The last part is what is left of the change itself. */
static void
drop_told_tallies (BayanLibraryChange *self, guint *n_told)
{
  if (*n_told > 0)
    g_array_remove_range (self->tallies_added, 0, *n_told);
  *n_told = 0;
}

/**
 * bayan_library_change_take_part:
 * @n_statements: fewer than it adds
 * @n_told_tallies: (inout): 0 at first
 *
 * Takes the oldest of the statements that it adds out of a change, with all that their lines need: the entities, their
 * tallies, the labels of undo and redo. What it changes besides stays for the last.
 *
 * Returns: (transfer full): a change of its own
 */
BayanLibraryChange *
bayan_library_change_take_part (BayanLibraryChange *self, guint n_statements, guint *n_told_tallies)
{
  BayanLibraryChange *part = bayan_library_change_new ();
  GPtrArray *headers = self->headers_added;
  guint first = headers->len - n_statements;
  GPtrArray *entities = part->entities_added;

  part->entities_added = self->entities_added;
  self->entities_added = entities;
  for (guint i = first; i < headers->len; i++)
    g_ptr_array_add (part->headers_added, g_steal_pointer (&headers->pdata[i]));
  g_ptr_array_set_free_func (headers, NULL);
  g_ptr_array_set_size (headers, (int) first);
  g_ptr_array_set_free_func (headers, (GDestroyNotify) bayan_header_free);
  take_tallies (self, ((const BayanHeader *) part->headers_added->pdata[0])->id, part, n_told_tallies);
  if (first <= n_statements)
    drop_told_tallies (self, n_told_tallies);
  part->undo = self->undo != NULL ? bayan_act_label_copy (self->undo) : NULL;
  part->redo = self->redo != NULL ? bayan_act_label_copy (self->redo) : NULL;
  return part;
}
