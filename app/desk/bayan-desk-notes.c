/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include <string.h>

static char *
make_key (BayanNoteAbout about, gint64 target)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT, (int) about, target);
}

static void
put (BayanDesk *self, const BayanNote *note)
{
  g_hash_table_replace (self->notes, g_memdup2 (&note->id, sizeof note->id), bayan_note_copy (note));
  g_hash_table_replace (self->note_of, make_key (note->about, note->target), bayan_note_copy (note));
}

static void
drop (BayanDesk *self, gint64 id)
{
  const BayanNote *note = g_hash_table_lookup (self->notes, &id);
  g_autofree char *key = note != NULL ? make_key (note->about, note->target) : NULL;

  if (key != NULL)
    g_hash_table_remove (self->note_of, key);
  g_hash_table_remove (self->notes, &id);
}

/* @notes: (element-type BayanNote): those of the library that has been opened */
void
bayan_desk_take_notes (BayanDesk *self, GPtrArray *notes)
{
  bayan_desk_drop_notes (self);
  for (guint i = 0; i < notes->len; i++)
    put (self, notes->pdata[i]);
}

/* @changes: (element-type BayanNoteChange): by an act, its undo or redo */
void
bayan_desk_change_notes (BayanDesk *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const BayanNoteChange *change = changes->pdata[i];

      drop (self, change->id);
      if (change->note != NULL)
        put (self, change->note);
    }
  if (changes->len > 0)
    self->notes_serial++;
}

void
bayan_desk_drop_notes (BayanDesk *self)
{
  g_hash_table_remove_all (self->notes);
  g_hash_table_remove_all (self->note_of);
  self->notes_serial++;
}

guint
bayan_desk_get_notes_serial (BayanDesk *self)
{
  return self->notes_serial;
}

/* What is said of a statement that was taken back is kept with it, and comes back with it. */
static gboolean
is_there (BayanDesk *self, const BayanNote *note)
{
  return note->statement == 0 || bayan_desk_find_statement (self, note->statement) != NULL;
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const BayanNote *one = *(BayanNote *const *) a, *other = *(BayanNote *const *) b;

  if (one->at != other->at)
    return one->at > other->at ? -1 : 1;
  return (one->id < other->id) - (one->id > other->id);
}

/**
 * bayan_desk_list_notes:
 * @statement: of which statement and what is in it; 0 for the whole library
 *
 * Returns: (transfer full) (element-type BayanNote): the newest first
 */
GPtrArray *
bayan_desk_list_notes (BayanDesk *self, gint64 statement)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_note_free);
  GHashTableIter iter;
  gpointer note;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    if (is_there (self, note) && (statement == 0 || ((const BayanNote *) note)->statement == statement))
      g_ptr_array_add (notes, bayan_note_copy (note));
  g_ptr_array_sort (notes, compare_notes);
  return notes;
}

/**
 * bayan_desk_find_note:
 * @target: a mention, a statement, or the number of an entity; 0 for the library
 *
 * Returns: (transfer none) (nullable): what is noted of it
 */
const BayanNote *
bayan_desk_find_note (BayanDesk *self, BayanNoteAbout about, gint64 target)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->note_of) == 0)
    return NULL;
  key = make_key (about, target);
  return g_hash_table_lookup (self->note_of, key);
}

/* Returns: what a note on the entity is about; 0 where there is no such entity */
gint64
bayan_desk_get_note_target (BayanDesk *self, const char *entity_key)
{
  BayanEntityItem *item = bayan_steady_table_lookup (self->item_by_key, entity_key);

  return item != NULL ? bayan_entity_item_get_number (item) : 0;
}

/* Who writes, and whose work it is: the real name of the account. */
static const char *
get_who (void)
{
  const char *real = g_get_real_name ();

  return strcmp (real, "Unknown") != 0 && *real != '\0' ? real : g_get_user_name ();
}

static char *
dup_entity_name (BayanDesk *self, gint64 number)
{
  BayanEntityItem *item = number < self->items->len ? self->items->pdata[number] : NULL;
  const BayanEntity *entity = item != NULL ? bayan_entity_item_get_entity (item) : NULL;

  if (entity == NULL)
    return NULL;
  return g_strdup (entity->name_ar != NULL ? entity->name_ar : entity->name_en != NULL ? entity->name_en : entity->key);
}

/* What the note is about, in words. Returns: (nullable): NULL where there is no such thing */
static char *
describe (BayanDesk *self, BayanNoteAbout about, gint64 target, gint64 *statement)
{
  const BayanMention *mention;
  BayanStatementItem *item;

  *statement = 0;
  switch (about)
    {
    case BAYAN_NOTE_OF_MENTION:
      mention = self->reading != NULL ? bayan_reading_find_mention (self->reading, target) : NULL;
      if (mention == NULL)
        return NULL;
      *statement = bayan_reading_get_id (self->reading);
      return g_strdelimit (bayan_desk_dup_words (self, mention->span), "\n", ' ');
    case BAYAN_NOTE_OF_STATEMENT:
      item = bayan_desk_find_statement (self, target);
      *statement = target;
      return item != NULL ? g_strdup (bayan_statement_item_get_title (item)) : NULL;
    case BAYAN_NOTE_OF_ENTITY:
      return dup_entity_name (self, target);
    case BAYAN_NOTE_OF_LIBRARY:
    default:
      return g_strdup ("");
    }
}

/**
 * bayan_desk_describe_target:
 *
 * Returns: (transfer full) (nullable): what a note on it is about, in words; "" for the library. NULL where there is no such
 *   thing, or it is a mention of another statement than the reading's
 */
char *
bayan_desk_describe_target (BayanDesk *self, BayanNoteAbout about, gint64 target)
{
  gint64 statement;

  return describe (self, about, target, &statement);
}

/**
 * bayan_desk_set_note:
 * @target: see bayan_desk_find_note(); a mention is one of the reading
 * @text: what is noted from now on; nothing but white space: nothing any more
 */
void
bayan_desk_set_note (BayanDesk *self, BayanNoteAbout about, gint64 target, const char *text)
{
  const BayanNote *before = bayan_desk_find_note (self, about, target);
  g_autofree char *cut = g_strndup (text, BAYAN_NOTE_MAX_BYTES);
  g_autofree char *clean = g_strstrip (g_utf8_make_valid (cut, -1));
  g_autofree char *words = NULL;
  g_autoptr (BayanNote) note = NULL;
  gint64 statement;
  BayanEdit *edit;

  if (!bayan_desk_can_change (self) || (before == NULL && *clean == '\0')
      || (before != NULL && strcmp (before->text, clean) == 0))
    return;
  words = describe (self, about, target, &statement);
  if (words == NULL && before == NULL)
    return;
  if (*clean == '\0')
    {
      edit = bayan_edit_new ("remove-note", before->words);
      bayan_edit_remove_note (edit, before->id);
    }
  else
    {
      note = bayan_note_new (about, target, before != NULL ? before->statement : statement,
                             words != NULL ? words : before->words, clean, get_who (),
                             g_get_real_time () / G_USEC_PER_SEC);
      edit = bayan_edit_new (before != NULL ? "change-note" : "add-note", note->words);
      bayan_edit_set_note (edit, before != NULL ? before->id : 0, note);
    }
  bayan_desk_apply_edit (self, edit);
}

/* Returns: (transfer full): what is noted of @target when @gone is one with it */
static BayanNote *
join_notes (BayanDesk *self, gint64 target, const BayanNote *note, const BayanNote *gone)
{
  g_autofree char *words = dup_entity_name (self, target);
  g_autofree char *text = note != NULL ? g_strconcat (note->text, "\n\n", gone->text, NULL) : g_strdup (gone->text);
  const BayanNote *newer = note != NULL && note->at > gone->at ? note : gone;

  return bayan_note_new (BAYAN_NOTE_OF_ENTITY, target, 0, words, text, newer->who, newer->at);
}

/* What is noted of the entity @from is noted of @into, below what is there; where both are too long for one note, it stays. */
void
bayan_desk_merge_notes (BayanDesk *self, BayanEdit *edit, const char *into, const char *from)
{
  gint64 target = bayan_desk_get_note_target (self, into);
  const BayanNote *gone = bayan_desk_find_note (self, BAYAN_NOTE_OF_ENTITY, bayan_desk_get_note_target (self, from));
  const BayanNote *note = bayan_desk_find_note (self, BAYAN_NOTE_OF_ENTITY, target);
  g_autoptr (BayanNote) joined = gone != NULL ? join_notes (self, target, note, gone) : NULL;

  if (joined == NULL || strlen (joined->text) > BAYAN_NOTE_MAX_BYTES)
    return;
  bayan_edit_remove_note (edit, gone->id);
  bayan_edit_set_note (edit, note != NULL ? note->id : 0, joined);
}

/* How far the work is */

static char *
name_subject (BayanDesk *self, const gint64 *statements, gsize n_statements)
{
  BayanStatementItem *item = n_statements == 1 ? bayan_desk_find_statement (self, statements[0]) : NULL;

  return item != NULL ? g_strdup (bayan_statement_item_get_title (item))
                      : g_strdup_printf ("%" G_GSIZE_FORMAT, n_statements);
}

/**
 * bayan_desk_set_stage:
 * @statements: (array length=n_statements): one act for all of them
 */
void
bayan_desk_set_stage (BayanDesk *self, const gint64 *statements, gsize n_statements, BayanStage stage)
{
  static const char *const acts[BAYAN_N_STAGES] = { "set-new", "set-in-progress", "set-done" };
  g_autofree char *subject = name_subject (self, statements, n_statements);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  BayanEdit *edit = bayan_edit_new (acts[stage], subject);

  for (gsize i = 0; i < n_statements; i++)
    {
      BayanStatementItem *item = bayan_desk_find_statement (self, statements[i]);

      if (item != NULL && bayan_statement_item_get_stage (item) != stage)
        bayan_edit_set_stage (edit, statements[i], stage, get_who (), now);
    }
  if (bayan_edit_is_empty (edit) || !bayan_desk_can_change (self))
    bayan_edit_free (edit);
  else
    bayan_desk_apply_edit (self, edit);
}

/* Returns: (transfer full): @words as a tag: in one line, without a sign before it */
static char *
clean_tag (const char *words)
{
  g_autofree char *clean = bayan_name_list_clean (words);
  const char *start = *clean == '#' ? clean + 1 : clean;

  return strlen (start) <= BAYAN_TAG_MAX_BYTES ? g_strdup (start) : g_strdup ("");
}

/**
 * bayan_desk_set_tag:
 * @statements: (array length=n_statements): one act for all of them
 * @tag: as typed
 */
void
bayan_desk_set_tag (BayanDesk *self, const gint64 *statements, gsize n_statements, const char *tag, gboolean on)
{
  g_autofree char *clean = clean_tag (tag);
  BayanEdit *edit = bayan_edit_new (on ? "add-tag" : "remove-tag", clean);

  for (gsize i = 0; *clean != '\0' && i < n_statements; i++)
    {
      BayanStatementItem *item = bayan_desk_find_statement (self, statements[i]);

      if (item != NULL && bayan_standing_has_tag (bayan_statement_item_get_standing (item), clean) != on)
        bayan_edit_set_tag (edit, statements[i], clean, on);
    }
  if (bayan_edit_is_empty (edit) || !bayan_desk_can_change (self))
    bayan_edit_free (edit);
  else
    bayan_desk_apply_edit (self, edit);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full) (element-type utf8): every tag that a statement of the library has, by name */
GPtrArray *
bayan_desk_list_tags (BayanDesk *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
  guint n_statements = bayan_statement_list_get_size (self->statements);

  for (guint i = 0; i < n_statements; i++)
    {
      const BayanStanding *standing =
          bayan_statement_item_get_standing (bayan_statement_list_peek (self->statements, i));

      for (guint t = 0; standing != NULL && t < standing->tags->len; t++)
        if (g_hash_table_add (seen, standing->tags->pdata[t]))
          g_ptr_array_add (tags, g_strdup (standing->tags->pdata[t]));
    }
  g_ptr_array_sort (tags, compare_texts);
  return tags;
}
