/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-assembly.h"

#include <string.h>

typedef struct {
  BayanDraftSpan draft;
  guint32 clean;
} Slice;

/* Line breaks are written before the next line that has something in it, never behind the last one: so a line
 * that is cut out takes its break along, and of several empty lines in a row one is left. */
typedef struct {
  const BayanDraft *draft;
  BayanAssembly *out;
  GArray *cuts;    /* of BayanCut: sorted, what is left out */
  GArray *changes; /* of BayanCut: sorted, what is written in another way */
  guint next_cut, next_change;
  gboolean has_text, has_empty_line;
  guint32 line_break; /* the break behind the last line written, if @has_text */
  guint32 empty_line; /* the break of the first empty line behind that, if @has_empty_line */
} Writer;

static void
write_slice (Writer *self, BayanDraftSpan span)
{
  Slice slice = { span, (guint32) self->out->text->len };

  if (span.start == span.end)
    return;
  g_string_append_len (self->out->text, self->draft->text->text->str + span.start, span.end - span.start);
  bayan_offset_map_append_slice (self->out->map, self->draft->text->map,
                                 bayan_clean_span (span.start, span.end));
  g_array_append_val (self->out->slices, slice);
}

/* Writes @text as one piece that came from all of @span. */
static void
write_unit (Writer *self, BayanDraftSpan span, const char *text)
{
  Slice slice = { span, (guint32) self->out->text->len };
  BayanRawSpan raw = bayan_draft_to_raw (self->draft, span);

  if (*text == '\0')
    return;
  g_string_append (self->out->text, text);
  bayan_offset_map_append (self->out->map, raw.start, (guint32) strlen (text), raw.end.byte - raw.start.byte,
                           1);
  if (span.start < span.end)
    g_array_append_val (self->out->slices, slice);
}

static gboolean
is_added_space (const char *instead, const char *at, const char *end)
{
  return *instead == ' ' && (at == end || *at != ' ');
}

/* Letters that stay keep their place in the source one by one; a space that was missing has none. */
static void
write_change (Writer *self, const BayanCut *change)
{
  const char *text = self->draft->text->text->str;
  const char *at = text + change->span.start, *end = text + change->span.end, *instead = change->instead;

  while (*instead != '\0')
    {
      const char *from = at;

      for (; at < end && *at == *instead; at++)
        instead++;
      for (; at > from && ((guchar) *instead & 0xC0) == 0x80; at--)
        instead--;
      write_slice (self, (BayanDraftSpan) { (guint32) (from - text), (guint32) (at - text) });
      if (is_added_space (instead, at, end))
        {
          write_unit (self, (BayanDraftSpan) { (guint32) (at - text), (guint32) (at - text) }, " ");
          instead++;
        }
      else if (*instead != '\0')
        {
          write_unit (self, (BayanDraftSpan) { (guint32) (at - text), change->span.end }, instead);
          return;
        }
    }
}

/* Writes @span, what is to be changed in it as it is to be. */
static void
write_span (Writer *self, BayanDraftSpan span)
{
  for (; self->next_change < self->changes->len; self->next_change++)
    {
      const BayanCut *change = &g_array_index (self->changes, BayanCut, self->next_change);

      if (change->span.end > span.end)
        break;
      if (change->span.start < span.start)
        continue;
      write_slice (self, (BayanDraftSpan) { span.start, change->span.start });
      write_change (self, change);
      span.start = change->span.end;
    }
  write_slice (self, span);
}

static void
write_pending_breaks (Writer *self)
{
  if (self->has_text)
    write_span (self, (BayanDraftSpan) { self->line_break, self->line_break + 1 });
  if (self->has_text && self->has_empty_line)
    write_span (self, (BayanDraftSpan) { self->empty_line, self->empty_line + 1 });
  self->has_empty_line = FALSE;
}

/* The cut that begins or goes on in @span, or NULL. */
static const BayanCut *
find_cut (Writer *self, BayanDraftSpan span)
{
  const BayanCut *cut;

  while (self->next_cut < self->cuts->len
         && g_array_index (self->cuts, BayanCut, self->next_cut).span.end <= span.start)
    self->next_cut++;
  if (self->next_cut == self->cuts->len)
    return NULL;
  cut = &g_array_index (self->cuts, BayanCut, self->next_cut);
  return cut->span.start < span.end ? cut : NULL;
}

/* Writes @piece, of a line of which other parts are cut out: white space beside a cut is written once. @held
 * is the space at the end of the piece before. */
static void
write_piece (Writer *self, BayanDraftSpan piece, gboolean first, BayanDraftSpan *held)
{
  BayanDraftSpan trimmed = bayan_draft_trim (self->draft, piece);

  if (first)
    write_pending_breaks (self);
  else if (trimmed.start == piece.start)
    write_span (self, *held);
  write_span (self, (BayanDraftSpan) { first ? trimmed.start : piece.start, trimmed.end });
  *held = (BayanDraftSpan) { trimmed.end, piece.end };
}

/* Returns whether anything of @line was written. */
static gboolean
write_line_with_cuts (Writer *self, BayanDraftSpan line)
{
  BayanDraftSpan rest = line, held = { 0, 0 };
  gboolean written = FALSE;

  while (rest.start < rest.end)
    {
      const BayanCut *cut = find_cut (self, rest);
      BayanDraftSpan piece = { rest.start, cut != NULL ? MAX (cut->span.start, rest.start) : rest.end };

      if (!bayan_draft_is_blank (self->draft, piece))
        {
          write_piece (self, piece, !written, &held);
          written = TRUE;
        }
      rest.start = cut != NULL ? MIN (cut->span.end, rest.end) : rest.end;
    }
  return written;
}

static void
write_line (Writer *self, BayanDraftSpan line)
{
  gboolean written = TRUE;

  if (bayan_draft_is_blank (self->draft, line))
    {
      if (!self->has_empty_line)
        self->empty_line = line.end;
      self->has_empty_line = TRUE;
      return;
    }
  if (find_cut (self, line) != NULL)
    written = write_line_with_cuts (self, line);
  else
    {
      write_pending_breaks (self);
      write_span (self, line);
    }
  if (written)
    self->line_break = line.end;
  self->has_text |= written;
}

static void
writer_init (Writer *self, const GArray *cuts)
{
  self->cuts = g_array_new (FALSE, FALSE, sizeof (BayanCut));
  self->changes = g_array_new (FALSE, FALSE, sizeof (BayanCut));
  for (guint i = 0; i < cuts->len; i++)
    {
      const BayanCut *cut = &g_array_index (cuts, BayanCut, i);

      g_array_append_vals (cut->instead != NULL ? self->changes : self->cuts, cut, 1);
    }
}

static void
writer_clear (Writer *self)
{
  g_array_unref (self->cuts);
  g_array_unref (self->changes);
}

/**
 * bayan_assembly_new:
 * @range: the part of the draft to write
 * @cuts: (element-type BayanCut): what to leave out of it or to write in another way, sorted
 *
 * Lines are written as they stand. Of several empty lines in a row one is left, at the ends none.
 *
 * Returns: (transfer full): the text of @range without @cuts
 */
BayanAssembly *
bayan_assembly_new (const BayanDraft *draft, BayanDraftSpan range, const GArray *cuts)
{
  BayanAssembly *self = g_new0 (BayanAssembly, 1);
  Writer writer = { .draft = draft, .out = self };
  const char *text = draft->text->text->str;

  writer_init (&writer, cuts);
  self->text = g_string_sized_new (range.end - range.start);
  self->map = bayan_offset_map_new ();
  self->slices = g_array_new (FALSE, FALSE, sizeof (Slice));
  for (guint32 at = range.start; at < range.end;)
    {
      const char *line_end = memchr (text + at, '\n', range.end - at);
      guint32 end = line_end != NULL ? (guint32) (line_end - text) : range.end;

      write_line (&writer, (BayanDraftSpan) { at, end });
      at = end + 1;
    }
  writer_clear (&writer);
  return self;
}

void
bayan_assembly_free (BayanAssembly *self)
{
  g_string_free (self->text, TRUE);
  bayan_offset_map_unref (self->map);
  g_array_unref (self->slices);
  g_free (self);
}

/**
 * bayan_assembly_find:
 *
 * Returns: where the letter at @draft_position was written; where it was left out, where the next one that
 * was not is
 */
BayanCleanPos
bayan_assembly_find (const BayanAssembly *self, guint32 draft_position)
{
  guint low = 0, high = self->slices->len;
  const Slice *slice;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->slices, Slice, middle).draft.end <= draft_position)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->slices->len)
    return (BayanCleanPos) { (guint32) self->text->len };
  slice = &g_array_index (self->slices, Slice, low);
  return (BayanCleanPos) { slice->clean + MAX (draft_position, slice->draft.start) - slice->draft.start };
}

/**
 * bayan_assembly_find_span:
 *
 * Returns: where the letters of @span were written; empty if none was
 */
BayanCleanSpan
bayan_assembly_find_span (const BayanAssembly *self, BayanDraftSpan span)
{
  BayanCleanPos start = bayan_assembly_find (self, span.start);

  if (span.start >= span.end)
    return (BayanCleanSpan) { start, start };
  return (BayanCleanSpan) { start, bayan_assembly_find (self, span.end) };
}
