/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-lexicon.h"
#include "bayan-span-snap.h"

/* A word of a class, or one that is a name by itself: the tables hold والعراق too, as a part of a longer name. */
static gboolean
is_known_word (const char *stem, gsize length_bytes, gpointer lexicon)
{
  guint32 word = bayan_lexicon_find_word (lexicon, stem, length_bytes);
  guint32 node = word != 0 ? bayan_lexicon_step (lexicon, BAYAN_LEXICON_ROOT, word) : 0;

  return word != 0
         && (bayan_lexicon_get_classes (lexicon, word) != 0
             || (node != 0 && bayan_lexicon_first_match (lexicon, node) != 0));
}

/* The tables know what is a word, and what is one with a particle: وفرنسا. @known: (out): NULL before they are read */
static gpointer
get_lexicon (BayanDesk *self, BayanKnownWord *known)
{
  BayanRecogniser *recogniser = self->maker != NULL ? bayan_recogniser_maker_get (self->maker, NULL) : NULL;

  *known = recogniser != NULL ? is_known_word : NULL;
  return recogniser != NULL ? (gpointer) bayan_recogniser_get_lexicon (recogniser) : NULL;
}

/**
 * bayan_desk_find_word:
 * @at: a place in the reading's text: in a word, or right behind one
 * @word: (out): that word, whole and without the particles before it
 *
 * Returns: FALSE if there is no word
 */
gboolean
bayan_desk_find_word (BayanDesk *self, BayanCleanPos at, BayanWordSpan *word)
{
  BayanKnownWord known;
  gpointer lexicon = get_lexicon (self, &known);

  return self->reading != NULL
         && bayan_word_span_find (bayan_reading_get_statement (self->reading), at, known, lexicon, word);
}

/* @span: (inout): drawn by hand in the reading's text; see bayan_word_span_snap() */
void
bayan_desk_snap_to_words (BayanDesk *self, BayanCleanSpan *span)
{
  BayanKnownWord known;
  gpointer lexicon = get_lexicon (self, &known);

  if (self->reading != NULL)
    bayan_word_span_snap (bayan_reading_get_statement (self->reading), known, lexicon, span);
}

/* @span: (inout): in the reading's text; see bayan_word_span_step() */
gboolean
bayan_desk_step_span (BayanDesk *self, BayanSpanEdge edge, gboolean extend, BayanCleanSpan *span)
{
  BayanKnownWord known;
  gpointer lexicon = get_lexicon (self, &known);

  return self->reading != NULL
         && bayan_word_span_step (bayan_reading_get_statement (self->reading), edge, extend, known, lexicon,
                                  span);
}

/* What was suggested is rejected, and that is learned. What the analyst drew alone goes without a trace: on the way to four
 * words nobody says that three were wrong. */
static void
give_up (BayanDesk *self, BayanEdit *edit, const BayanMention *mention)
{
  if (mention->layer != BAYAN_LAYER_ANALYST)
    {
      bayan_edit_set_status (edit, mention->id, BAYAN_STATUS_REJECTED);
      bayan_desk_teach (self, edit, mention, BAYAN_STATUS_REJECTED, NULL);
      return;
    }
  bayan_edit_forget_lesson (edit, mention->id, mention->type);
  bayan_edit_set_status (edit, mention->id, BAYAN_STATUS_SUGGESTED);
  bayan_edit_remove_suggestion (edit, mention->id);
}

/* What @mention says comes at @span: its type, or the label of the code book. What it and @other (nullable) are to others
 * comes with it, and both go. */
static void
move_to (BayanDesk *self, BayanEdit *edit, const BayanMention *mention, const BayanMention *other,
         BayanCleanSpan span)
{
  gint64 heir = mention->type == BAYAN_MENTION_OWN
                    ? bayan_desk_add_mark (self, edit, span, mention->entity_key)
                    : bayan_desk_put_label (self, edit, span, mention->type);

  bayan_edit_hand_over_relations (edit, mention->id, heir);
  if (other != NULL)
    bayan_edit_hand_over_relations (edit, other->id, heir);
  give_up (self, edit, mention);
  if (other != NULL)
    give_up (self, edit, other);
}

/* One in several parts stays itself: its first part is where @span is. */
static void
move_first_part (BayanDesk *self, const BayanMention *mention, BayanCleanSpan span)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));

  g_array_append_val (parts, span);
  g_array_append_vals (parts, mention->more->data, mention->more->len);
  bayan_desk_set_parts (self, mention, parts, "change-span");
}

/**
 * bayan_desk_set_span:
 * @mention: of the reading
 * @span: where it stands, says the analyst, who thereby confirms it
 *
 * One act. The mention itself goes and another one of its type comes, or the one that was there: look for it by @span
 * after "mentions-changed".
 *
 * Returns: FALSE if there is nothing to do
 */
gboolean
bayan_desk_set_span (BayanDesk *self, gint64 mention, BayanCleanSpan span)
{
  const BayanMention *found = self->reading != NULL ? bayan_reading_find_mention (self->reading, mention)
                                                    : NULL;
  g_autofree char *words = NULL;
  BayanEdit *edit;

  if (found == NULL || self->text_is_old || !bayan_desk_can_change (self)
      || !bayan_span_snap (bayan_reading_get_statement (self->reading), &span)
      || bayan_clean_span_equal (found->span, span))
    return FALSE;
  if (found->more != NULL)
    {
      move_first_part (self, found, span);
      return TRUE;
    }
  words = bayan_desk_dup_words (self, span);
  edit = bayan_edit_new ("change-span", words);
  move_to (self, edit, found, NULL, span);
  bayan_desk_apply_edit (self, edit);
  return TRUE;
}

/**
 * bayan_desk_join:
 * @mention: of the reading: of its type is what comes
 * @other: another one, which ends behind it. Neither stands in several parts
 *
 * From the beginning of the one to the end of the other it is one mention. One act, as bayan_desk_set_span().
 *
 * Returns: FALSE if there is nothing to do
 */
gboolean
bayan_desk_join (BayanDesk *self, gint64 mention, gint64 other)
{
  const BayanMention *first = self->reading != NULL ? bayan_reading_find_mention (self->reading, mention)
                                                    : NULL;
  const BayanMention *last = first != NULL ? bayan_reading_find_mention (self->reading, other) : NULL;
  g_autofree char *words = NULL;
  BayanCleanSpan span;
  BayanEdit *edit;

  if (last == NULL || last->span.end.byte <= first->span.end.byte || first->more != NULL || last->more != NULL
      || self->text_is_old || !bayan_desk_can_change (self))
    return FALSE;
  span = bayan_clean_span (first->span.start.byte, last->span.end.byte);
  words = bayan_desk_dup_words (self, span);
  edit = bayan_edit_new ("join", words);
  move_to (self, edit, first, last, span);
  bayan_desk_apply_edit (self, edit);
  return TRUE;
}

/**
 * bayan_desk_find_in_text:
 * @text: what to look for, folded as the search of the library folds
 *
 * Returns: (transfer full) (element-type BayanCleanSpan): where it stands in the reading's text, in any place of a word;
 *   no two of them overlap
 */
GArray *
bayan_desk_find_in_text (BayanDesk *self, const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *wanted = g_strstrip (bayan_fold (valid, -1, BAYAN_FOLD_SEARCH));
  const BayanStatement *statement = self->reading != NULL ? bayan_reading_get_statement (self->reading)
                                                          : NULL;
  gsize length = strlen (wanted);

  if (statement == NULL || length == 0)
    return found;

  g_autoptr (BayanFolded) folded =
      bayan_fold_with_offsets (statement->text, (gssize) statement->text_length_bytes, BAYAN_FOLD_SEARCH);
  for (const char *at = strstr (folded->text, wanted); at != NULL; at = strstr (at + length, wanted))
    {
      guint32 start = (guint32) (at - folded->text);
      BayanCleanSpan span;

      bayan_folded_to_original (folded, statement->text, start, start + (guint32) length, &span.start.byte,
                                &span.end.byte);
      g_array_append_val (found, span);
    }
  return found;
}
