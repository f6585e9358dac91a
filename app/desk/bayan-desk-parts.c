/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mention in several parts: وزيرا خارجية العراق … وسوريا. Nothing is learned of one: each of its parts alone is something
 * else. */
#include "bayan-desk-private.h"

#include "bayan-span-snap.h"

/* NULL where nothing can be done to it */
static const BayanMention *
find_mention (BayanDesk *self, gint64 id)
{
  const BayanMention *found = self->reading != NULL ? bayan_reading_find_mention (self->reading, id) : NULL;

  return found != NULL && found->status != BAYAN_STATUS_REJECTED && !self->text_is_old
                 && bayan_desk_can_change (self)
             ? found
             : NULL;
}

static GArray *
list_parts (const BayanMention *mention)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));

  for (guint i = 0; i < bayan_mention_get_n_parts (mention); i++)
    {
      BayanCleanSpan part = bayan_mention_get_part (mention, i);

      g_array_append_val (parts, part);
    }
  return parts;
}

/* What it was taken for before taught of words that are not all of it, or are more. */
static void
forget_lessons (BayanEdit *edit, const BayanMention *mention)
{
  if (mention->type != BAYAN_MENTION_OWN)
    bayan_edit_forget_lesson (edit, mention->id, mention->type);
}

/**
 * bayan_desk_set_parts:
 * @mention: of the reading
 * @parts: (element-type BayanCleanSpan): where it stands, says the analyst, who thereby confirms it
 * @act: "add-part", …
 *
 * One act. The mention stays itself, with all that it is to others and what is noted of it; what it names is looked up by
 * all of its words.
 */
void
bayan_desk_set_parts (BayanDesk *self, const BayanMention *mention, GArray *parts, const char *act)
{
  g_autoptr (BayanMention) like = bayan_mention_copy (mention);
  g_autoptr (BayanEntity) entity = NULL;
  g_autofree char *words = NULL;
  BayanEdit *edit;

  bayan_mention_set_parts (like, (const BayanCleanSpan *) parts->data, parts->len);
  words = bayan_reading_dup_words (self->reading, like);
  if (mention->type != BAYAN_MENTION_OWN)
    entity = bayan_desk_link_words (self, words, mention->type);
  edit = bayan_edit_new (act, words);
  bayan_edit_set_parts (edit, mention->id, like, entity);
  forget_lessons (edit, mention);
  bayan_desk_apply_edit (self, edit);
}

/**
 * bayan_desk_add_part:
 * @mention: of the reading
 * @span: what the analyst selected there; whole characters of it count, without white space at its ends
 *
 * What is selected belongs to the mention, too.
 *
 * Returns: FALSE where it does already, or nothing can be changed
 */
gboolean
bayan_desk_add_part (BayanDesk *self, gint64 mention, BayanCleanSpan span)
{
  const BayanMention *found = find_mention (self, mention);
  g_autoptr (GArray) parts = NULL;

  if (found == NULL || !bayan_span_snap (bayan_reading_get_statement (self->reading), &span))
    return FALSE;
  parts = list_parts (found);
  for (guint i = 0; i < parts->len; i++)
    if (bayan_clean_span_contains (g_array_index (parts, BayanCleanSpan, i), span))
      return FALSE;
  g_array_append_val (parts, span);
  bayan_desk_set_parts (self, found, parts, "add-part");
  return TRUE;
}

/**
 * bayan_desk_take_part:
 * @mention: of the reading, in several parts
 * @span: each part that it touches goes
 *
 * Returns: FALSE where it touches none, or nothing would be left, or nothing can be changed
 */
gboolean
bayan_desk_take_part (BayanDesk *self, gint64 mention, BayanCleanSpan span)
{
  const BayanMention *found = find_mention (self, mention);
  g_autoptr (GArray) parts = found != NULL ? list_parts (found) : NULL;
  guint n_before = parts != NULL ? parts->len : 0;

  for (guint i = n_before; i-- > 0;)
    if (bayan_clean_span_overlaps (g_array_index (parts, BayanCleanSpan, i), span))
      g_array_remove_index (parts, i);
  if (parts == NULL || parts->len == 0 || parts->len == n_before)
    return FALSE;
  bayan_desk_set_parts (self, found, parts, "take-part");
  return TRUE;
}
