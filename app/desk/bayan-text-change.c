/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-text-change.h"

/* The first byte behind the character that holds byte @at. */
static guint32
end_of_character (const BayanStatement *statement, guint32 at)
{
  for (at++; at < statement->text_length_bytes && (statement->text[at] & 0xC0) == 0x80; at++)
    ;
  return at;
}

/**
 * bayan_text_change_move_span:
 * @before: a statement
 * @after: the same with other regions left out
 * @span: in @before
 * @moved: (out): the same raw bytes in @after
 *
 * Returns: FALSE if its first or last character is not in @after
 */
gboolean
bayan_text_change_move_span (const BayanStatement *before, const BayanStatement *after, BayanCleanSpan span,
                             BayanCleanSpan *moved)
{
  BayanRawSpan raw = bayan_offset_map_to_raw (before->map, span);
  BayanCleanPos start, last;

  if (raw.start.byte >= raw.end.byte || !bayan_offset_map_to_clean (after->map, raw.start, &start)
      || !bayan_offset_map_to_clean (after->map, (BayanRawPos) { raw.end.byte - 1 }, &last))
    return FALSE;
  *moved = bayan_clean_span (start.byte, end_of_character (after, last.byte));
  return TRUE;
}

/* @parts: those that are left of @n_parts: at least one. What lost one was decided on for more: it is suggested, as itself. */
static BayanMention *
move_to_parts (const BayanMention *mention, const GArray *parts)
{
  BayanMention *copy = bayan_mention_copy (mention);

  bayan_mention_set_parts (copy, (const BayanCleanSpan *) parts->data, parts->len);
  if (parts->len == bayan_mention_get_n_parts (mention))
    return copy;
  if (copy->status == BAYAN_STATUS_CONFIRMED)
    copy->status = BAYAN_STATUS_SUGGESTED;
  bayan_mention_set_text (&copy->evidence, BAYAN_EVIDENCE_EDITED);
  return copy;
}

/**
 * bayan_text_change_move_mentions:
 * @mentions: (element-type BayanMention): of @before
 *
 * Returns: (transfer full) (element-type BayanMention): copies, with their ids, of those that stand in @after
 * too, at their places there
 */
GPtrArray *
bayan_text_change_move_mentions (const BayanStatement *before, const BayanStatement *after,
                                 GPtrArray *mentions)
{
  GPtrArray *moved = g_ptr_array_new_full (mentions->len, (GDestroyNotify) bayan_mention_free);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
      BayanCleanSpan span;

      for (guint p = 0; p < bayan_mention_get_n_parts (mention); p++)
        if (bayan_text_change_move_span (before, after, bayan_mention_get_part (mention, p), &span))
          g_array_append_val (parts, span);
      if (parts->len > 0)
        g_ptr_array_add (moved, move_to_parts (mention, parts));
    }
  return moved;
}

/**
 * bayan_text_change_edit_mentions:
 * @edit: some words written anew
 * @mentions: (element-type BayanMention): of the text before
 *
 * Returns: (transfer full) (nullable) (element-type BayanMention): copies of all of them, with their ids, at their places
 * after it. What held words that are different now was decided on for others: it is suggested, as itself. NULL where
 * nothing would be left of one that is not rejected
 */
GPtrArray *
bayan_text_change_edit_mentions (const BayanTextEdit *edit, GPtrArray *mentions)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new_full (mentions->len, (GDestroyNotify) bayan_mention_free);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
      gboolean touched = FALSE;
      BayanMention *copy;

      for (guint p = 0; p < bayan_mention_get_n_parts (mention); p++)
        {
          gboolean part_touched;
          BayanCleanSpan span = bayan_text_edit_move (edit, bayan_mention_get_part (mention, p),
                                                      &part_touched);

          touched |= part_touched;
          if (bayan_clean_span_length_bytes (span) > 0)
            g_array_append_val (parts, span);
        }
      if (parts->len == 0 && mention->status == BAYAN_STATUS_REJECTED)
        continue;
      if (parts->len == 0)
        return NULL;
      copy = move_to_parts (mention, parts);
      if (touched && copy->status == BAYAN_STATUS_CONFIRMED)
        copy->status = BAYAN_STATUS_SUGGESTED;
      if (touched)
        bayan_mention_set_text (&copy->evidence, BAYAN_EVIDENCE_EDITED);
      g_ptr_array_add (moved, copy);
    }
  return g_steal_pointer (&moved);
}

static gboolean
lies_in (const BayanStatement *statement, BayanCleanSpan span, BayanRawSpan region)
{
  BayanRawSpan raw = bayan_offset_map_to_raw (statement->map, span);

  return raw.start.byte < region.end.byte && region.start.byte < raw.end.byte;
}

static gboolean
has_mention (GPtrArray *mentions, const BayanMention *wanted)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      if (mention->type == wanted->type && bayan_clean_span_equal (mention->span, wanted->span))
        return TRUE;
    }
  return FALSE;
}

/**
 * bayan_text_change_add_suggestions:
 * @region: the raw bytes that were taken back
 * @recognition: of @after
 * @mentions: (element-type BayanMention): those that stand in @after; suggestions that touch @region are
 * added to it, without ids. Elsewhere the analyst's work stays what it is.
 */
void
bayan_text_change_add_suggestions (const BayanStatement *after, BayanRawSpan region,
                                   const BayanRecognition *recognition, GPtrArray *mentions)
{
  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = recognition->mentions->pdata[i];
      if (lies_in (after, mention->span, region) && !has_mention (mentions, mention))
        g_ptr_array_add (mentions, bayan_mention_copy (mention));
    }
}

/**
 * bayan_text_change_add_new_suggestions:
 * @recognition: of @after
 * @mentions: (element-type BayanMention): those that stand in @after; suggestions in what was not in @before are
 * added to it, without ids
 */
void
bayan_text_change_add_new_suggestions (const BayanStatement *before, const BayanStatement *after,
                                       const BayanRecognition *recognition, GPtrArray *mentions)
{
  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = recognition->mentions->pdata[i];
      BayanCleanSpan span;

      if (!bayan_text_change_move_span (after, before, mention->span, &span)
          && !has_mention (mentions, mention))
        g_ptr_array_add (mentions, bayan_mention_copy (mention));
    }
}
