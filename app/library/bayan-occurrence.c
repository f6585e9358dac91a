/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-occurrence.h"

#include "bayan-text-line.h"

/* What is marked there */
static void
add_mentions (BayanOccurrence *occurrence, GPtrArray *mentions, const char *text)
{
  const BayanMention *around = NULL;

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];

      /* What stands here and elsewhere is not what these words alone are. */
      if (mention->more != NULL)
        continue;
      if (bayan_clean_span_equal (mention->span, occurrence->span))
        g_ptr_array_add (occurrence->mentions, bayan_mention_copy (mention));
      else if (mention->status != BAYAN_STATUS_REJECTED && mention->type != BAYAN_MENTION_OWN
               && bayan_clean_span_overlaps (mention->span, occurrence->span)
               && !bayan_clean_span_contains (occurrence->span, mention->span)
               && (around == NULL
                   || bayan_clean_span_length_bytes (mention->span)
                          < bayan_clean_span_length_bytes (around->span)))
        around = mention;
    }
  if (around == NULL)
    return;
  occurrence->within = bayan_text_line_dup (text + around->span.start.byte, text + around->span.end.byte);
  occurrence->is_cut = !bayan_clean_span_contains (around->span, occurrence->span);
}

/**
 * bayan_occurrence_new:
 * @text: of @statement
 * @span: of @text
 * @mentions: (element-type BayanMention): all of @statement
 *
 * Returns: (transfer full)
 */
BayanOccurrence *
bayan_occurrence_new (gint64 statement, const char *text, gsize text_length_bytes, BayanCleanSpan span,
                      GPtrArray *mentions)
{
  BayanOccurrence *self = g_atomic_rc_box_new0 (BayanOccurrence);
  const char *start = text + span.start.byte, *end = text + span.end.byte;

  self->statement = statement;
  self->span = span;
  self->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  add_mentions (self, mentions, text);
  self->before = bayan_text_line_dup_before (text, start);
  self->words = bayan_text_line_dup (start, end);
  self->after = bayan_text_line_dup_after (end, text + text_length_bytes);
  return self;
}
