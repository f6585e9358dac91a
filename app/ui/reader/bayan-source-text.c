/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-source-text.h"

struct _BayanSourceText {
  BayanSourceView *source;
  BayanShownText *shown;
};

/* A word or two inside of a paragraph are tinted, and have no caption: it would tear the paragraph apart. */
static gboolean
stands_alone (const char *text, const BayanSourceSegment *segment)
{
  return segment->region >= 0 && segment->state != BAYAN_SOURCE_REPAIRED
         && (segment->start.byte == 0 || text[segment->start.byte - 1] == '\n')
         && (text[segment->end.byte] == '\0' || text[segment->end.byte] == '\n');
}

static void
insert_captions (BayanSourceText *self, const char *text, BayanSourceCaption caption, gpointer data)
{
  GPtrArray *removed = bayan_source_view_get_statement (self->source)->removed;

  for (guint i = 0; i < bayan_source_view_get_n_segments (self->source); i++)
    {
      const BayanSourceSegment *segment = bayan_source_view_get_segment (self->source, i);
      g_autofree char *line = NULL;

      if (!stands_alone (text, segment))
        continue;
      line = caption (removed->pdata[segment->region], data);
      bayan_shown_text_show (self->shown, segment->start.byte);
      bayan_shown_text_insert_line (self->shown, line, segment->region);
    }
}

/**
 * bayan_source_text_new:
 * @caption: says what a region is
 *
 * Returns: (transfer full): what the buffer shall hold for @source
 */
BayanSourceText *
bayan_source_text_new (BayanSourceView *source, BayanSourceCaption caption, gpointer data)
{
  BayanSourceText *self = g_new0 (BayanSourceText, 1);
  gsize length;
  const char *text = bayan_source_view_get_text (source, &length);

  self->source = bayan_source_view_ref (source);
  self->shown = bayan_shown_text_new (text, length, TRUE);
  insert_captions (self, text, caption, data);
  bayan_shown_text_finish (self->shown);
  return self;
}

void
bayan_source_text_free (BayanSourceText *self)
{
  bayan_shown_text_free (self->shown);
  bayan_source_view_unref (self->source);
  g_free (self);
}

const char *
bayan_source_text_get_string (const BayanSourceText *self)
{
  return bayan_shown_text_get_string (self->shown);
}

/**
 * bayan_source_text_get_range:
 * @start_chars: (out): where @segment begins in the buffer, without its caption
 * @end_chars: (out): behind its last character
 */
void
bayan_source_text_get_range (const BayanSourceText *self, const BayanSourceSegment *segment, int *start_chars,
                             int *end_chars)
{
  *start_chars = bayan_shown_text_to_buffer (self->shown, segment->start.byte);
  *end_chars = bayan_shown_text_end_to_buffer (self->shown, segment->end.byte);
}

/**
 * bayan_source_text_get_caption:
 *
 * Returns: FALSE if @segment has none
 */
gboolean
bayan_source_text_get_caption (const BayanSourceText *self, const BayanSourceSegment *segment,
                               int *start_chars, int *end_chars)
{
  return segment->region >= 0
         && bayan_shown_text_get_line (self->shown, segment->region, start_chars, end_chars);
}

/**
 * bayan_source_text_to_source:
 *
 * Returns: the place in the source's text; for a caption the place that it stands above
 */
BayanSourcePos
bayan_source_text_to_source (const BayanSourceText *self, int offset_chars)
{
  return (BayanSourcePos) { bayan_shown_text_from_buffer (self->shown, offset_chars) };
}

/**
 * bayan_source_text_find_segment:
 *
 * Returns: (transfer none) (nullable): what is at @offset_chars; for a caption what it stands above
 */
const BayanSourceSegment *
bayan_source_text_find_segment (const BayanSourceText *self, int offset_chars)
{
  return bayan_source_view_find_segment (self->source, bayan_source_text_to_source (self, offset_chars));
}

/**
 * bayan_source_text_to_clean:
 * @clean: (out): the place in clean text, or where it would be
 *
 * Returns: FALSE if the character at @offset_chars is not part of the clean text
 */
gboolean
bayan_source_text_to_clean (const BayanSourceText *self, int offset_chars, BayanCleanPos *clean)
{
  gboolean in_text = bayan_source_view_to_clean (self->source,
                                                 bayan_source_text_to_source (self, offset_chars), clean);

  return in_text && bayan_shown_text_find_line (self->shown, offset_chars) < 0;
}

int
bayan_source_text_from_source (const BayanSourceText *self, BayanSourcePos at)
{
  return bayan_shown_text_to_buffer (self->shown, at.byte);
}

int
bayan_source_text_from_clean (const BayanSourceText *self, BayanCleanPos clean)
{
  return bayan_shown_text_to_buffer (self->shown, bayan_source_view_from_clean (self->source, clean).byte);
}
