/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst writes some words of the text anew: a typo, a lost letter. The source stays what it is; what is written instead
 * is a change of it like the words that cleaning put right, and can be taken back like those. */
#include "bayan-reshape.h"

#include <string.h>

#include "bayan-repair.h"

/* What is written instead of what. */
typedef struct {
  const BayanStatement *statement;
  guint32 start, end; /* in its clean text */
  GString *words;     /* what stands there then */
} Piece;

static const char *
text_of (const Piece *self)
{
  return self->statement->text;
}

static gboolean
is_continuation (char byte)
{
  return ((guchar) byte & 0xC0) == 0x80;
}

/* What both have in common at their ends is not written anew. */
static void
shrink (Piece *self)
{
  const char *old = text_of (self) + self->start;
  gsize old_length = self->end - self->start, n_start = 0, n_end = 0;

  while (n_start < old_length && n_start < self->words->len && old[n_start] == self->words->str[n_start])
    n_start++;
  while (n_start > 0 && ((n_start < old_length && is_continuation (old[n_start]))
                         || (n_start < self->words->len && is_continuation (self->words->str[n_start]))))
    n_start--;
  while (n_end < old_length - n_start && n_end < self->words->len - n_start
         && old[old_length - 1 - n_end] == self->words->str[self->words->len - 1 - n_end])
    n_end++;
  while (n_end > 0 && is_continuation (old[old_length - n_end]))
    n_end--;
  g_string_truncate (self->words, self->words->len - n_end);
  g_string_erase (self->words, 0, (gssize) n_start);
  self->start += (guint32) n_start;
  self->end -= (guint32) n_end;
}

static gboolean
is_white_at (const Piece *self, guint32 at)
{
  return g_unichar_isspace (g_utf8_get_char (text_of (self) + at));
}

static guint32
character_before (const Piece *self, guint32 at)
{
  return (guint32) (g_utf8_prev_char (text_of (self) + at) - text_of (self));
}

static guint32
character_behind (const Piece *self, guint32 at)
{
  return (guint32) (g_utf8_next_char (text_of (self) + at) - text_of (self));
}

static gboolean
begins_line (const Piece *self)
{
  return self->start == 0 || text_of (self)[self->start - 1] == '\n';
}

static gboolean
ends_line (const Piece *self)
{
  return self->end >= self->statement->text_length_bytes || text_of (self)[self->end] == '\n';
}

static void
grow_to (Piece *self, guint32 start, guint32 end)
{
  if (start < self->start)
    {
      g_string_prepend_len (self->words, text_of (self) + start, self->start - start);
      self->start = start;
    }
  if (end > self->end)
    {
      g_string_append_len (self->words, text_of (self) + self->end, end - self->end);
      self->end = end;
    }
}

static gboolean
holds_nothing (const Piece *self)
{
  return self->start == self->end || self->words->len == 0;
}

/* A place of the source needs letters to hold on to: what is nothing, becomes nothing, or begins or ends with a space, takes
 * the letters beside it along. */
static void
hold_on_to_letters (Piece *self)
{
  while ((holds_nothing (self) || is_white_at (self, self->start)) && !begins_line (self))
    grow_to (self, character_before (self, self->start), self->end);
  while ((holds_nothing (self) || is_white_at (self, character_before (self, self->end))) && !ends_line (self))
    grow_to (self, self->start, character_behind (self, self->end));
}

/* A line neither begins nor ends with a space. */
static void
strip_at_ends_of_line (Piece *self)
{
  gsize n_spaces = 0;

  while (ends_line (self) && self->words->len > 0 && g_ascii_isspace (self->words->str[self->words->len - 1]))
    g_string_truncate (self->words, self->words->len - 1);
  while (begins_line (self) && g_ascii_isspace (self->words->str[n_spaces]))
    n_spaces++;
  g_string_erase (self->words, 0, (gssize) n_spaces);
}

/* Words that were put right before are written anew as a whole. Returns: whether it grew */
static gboolean
take_in_changes (Piece *self)
{
  gboolean grew = FALSE;

  for (guint i = 0; i < self->statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = self->statement->removed->pdata[i];
      BayanCleanSpan span;

      if (region->instead == NULL)
        continue;
      span = bayan_repair_find_words (self->statement, region);
      if (span.end.byte <= self->start || span.start.byte >= self->end
          || (span.start.byte >= self->start && span.end.byte <= self->end))
        continue;
      grow_to (self, MIN (span.start.byte, self->start), MAX (span.end.byte, self->end));
      grew = TRUE;
    }
  return grew;
}

static gboolean
is_cut_in_two (const Piece *self)
{
  for (guint i = 0; i < self->statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = self->statement->removed->pdata[i];

      if (region->instead == NULL && !region->restored && region->at.byte > self->start && region->at.byte < self->end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_not_editable (GError **error)
{
  g_set_error_literal (error, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_NOT_EDITABLE,
                       "these words cannot be written anew in one piece");
  return FALSE;
}

static gboolean
make_piece (Piece *self, GError **error)
{
  do
    hold_on_to_letters (self);
  while (take_in_changes (self));
  if (self->start < self->end && self->words->len > 0 && memchr (text_of (self) + self->start, '\n', self->end - self->start) == NULL
      && strchr (self->words->str, '\n') == NULL && !is_cut_in_two (self))
    return TRUE;
  return set_not_editable (error);
}

/* Puts @change among @changes in the order of the source, in the place of those that it takes in. */
static void
put_in (GArray *changes, const BayanReshapeChange *change)
{
  guint at = 0;

  for (guint i = changes->len; i > 0; i--)
    {
      const BayanReshapeChange *other = &g_array_index (changes, BayanReshapeChange, i - 1);

      if (other->cut.instead != NULL && other->cut.span.start < change->cut.span.end
          && other->cut.span.end > change->cut.span.start)
        g_array_remove_index (changes, i - 1);
    }
  while (at < changes->len && g_array_index (changes, BayanReshapeChange, at).cut.span.start < change->cut.span.start)
    at++;
  g_array_insert_vals (changes, at, change, 1);
}

static gboolean *
copy_restored (const BayanStatement *statement)
{
  gboolean *restored = g_new0 (gboolean, statement->removed->len + 1);

  for (guint i = 0; i < statement->removed->len; i++)
    restored[i] = ((const BayanRemovedRegion *) statement->removed->pdata[i])->restored;
  return restored;
}

/* The rest of the text is what it was, to the byte. */
static gboolean
is_as_wanted (const Piece *self, const BayanStatement *made)
{
  gsize n_behind = self->statement->text_length_bytes - self->end;

  return made->text_length_bytes == self->start + self->words->len + n_behind
         && memcmp (made->text, text_of (self), self->start) == 0
         && memcmp (made->text + self->start, self->words->str, self->words->len) == 0
         && memcmp (made->text + self->start + self->words->len, text_of (self) + self->end, n_behind) == 0;
}

static BayanStatement *
write_piece (const Piece *self, GError **error)
{
  g_autoptr (BayanStatement) made = bayan_statement_new ();
  g_autoptr (BayanDraft) draft = bayan_reshape_read_draft (self->statement, &made->format, error);
  g_autofree gboolean *restored = copy_restored (self->statement);
  g_autoptr (BayanAssembly) assembly = NULL;
  g_autoptr (GArray) changes = NULL;
  BayanReshapeChange change = { { { 0, 0 }, "edited", "analyst", NULL }, 0, FALSE };
  BayanRawSpan raw;

  if (draft == NULL)
    return NULL;
  raw = bayan_offset_map_to_raw (self->statement->map, bayan_clean_span (self->start, self->end));
  change.cut.span = bayan_reshape_find_in_draft (draft, raw);
  change.cut.instead = g_string_chunk_insert_const (draft->strings, self->words->str);
  changes = bayan_reshape_list_changes (self->statement, restored, draft);
  put_in (changes, &change);
  assembly = bayan_reshape_write_text (made, draft, changes);
  bayan_reshape_copy_source (made, self->statement);
  if (is_as_wanted (self, made))
    return g_steal_pointer (&made);
  set_not_editable (error);
  return NULL;
}

/* Details and doubts */

static void
move_field (const BayanTextEdit *edit, BayanCleanSpan from, BayanCleanSpan *to)
{
  *to = bayan_clean_span_length_bytes (from) > 0 ? bayan_text_edit_move (edit, from, NULL) : bayan_clean_span (0, 0);
}

/* A title that stands in the text is written anew with it; of all else the analyst decides. */
static char *
move_title (const BayanStatement *from, const BayanStatement *made, const BayanTextEdit *edit)
{
  gsize length = bayan_clean_span_length_bytes (from->title_span);

  if (length == 0 || strlen (from->title) != length || memcmp (from->text + from->title_span.start.byte, from->title, length) != 0)
    return g_strdup (from->title);
  return g_strndup (made->text + made->title_span.start.byte, bayan_clean_span_length_bytes (made->title_span));
}

static void
move_details (BayanStatement *made, const BayanStatement *from, const BayanTextEdit *edit)
{
  move_field (edit, from->title_span, &made->title_span);
  move_field (edit, from->date_span, &made->date_span);
  move_field (edit, from->hijri_span, &made->hijri_span);
  made->title = move_title (from, made, edit);
  made->date = from->date;
  made->hijri = from->hijri;
  made->language = g_strdup (from->language);
  for (guint i = 0; i < from->details->len; i++)
    {
      const BayanDetail *detail = from->details->pdata[i];
      gboolean is_title = detail->field == BAYAN_DETAIL_TITLE && g_strcmp0 (detail->value, from->title) == 0;
      BayanCleanSpan span;

      move_field (edit, detail->span, &span);
      bayan_statement_take_detail (made, bayan_detail_new (detail->field, is_title ? made->title : detail->value,
                                                           detail->origin, span, detail->words));
    }
  for (guint i = 0; i < from->doubts->len; i++)
    {
      const BayanDoubt *doubt = from->doubts->pdata[i];
      BayanCleanSpan span;

      move_field (edit, doubt->span, &span);
      g_ptr_array_add (made->doubts, bayan_doubt_new (doubt->kind, doubt->subject, span));
    }
}

static gboolean
is_letter_at (const char *text, guint32 at, guint32 length)
{
  return at < length && !g_unichar_isspace (g_utf8_get_char (text + at));
}

/* What is only added at the end of a word, or before it, makes it another word. */
static void
look_beside (BayanTextEdit *edit, const char *text, guint32 length)
{
  guint32 start = edit->before.start.byte, end = start + edit->length_after_bytes;

  if (bayan_clean_span_length_bytes (edit->before) > 0 || start == end)
    return;
  edit->grows_before = start > 0 && is_letter_at (text, start, length)
                       && is_letter_at (text, (guint32) (g_utf8_prev_char (text + start) - text), length);
  edit->grows_behind = is_letter_at (text, end, length)
                       && is_letter_at (text, (guint32) (g_utf8_prev_char (text + end) - text), length);
}

static gboolean
is_grown_by (const BayanTextEdit *self, BayanCleanSpan span)
{
  return (self->grows_before && span.end.byte == self->before.start.byte)
         || (self->grows_behind && span.start.byte == self->before.start.byte);
}

/**
 * bayan_text_edit_move:
 * @span: in the text before
 * @touched: (out) (optional): whether what was written anew lies in it, even in part
 *
 * Returns: the same words in the text after: none is lost. What was written anew goes with the span that holds a part of it.
 */
BayanCleanSpan
bayan_text_edit_move (const BayanTextEdit *self, BayanCleanSpan span, gboolean *touched)
{
  guint32 start = self->before.start.byte, end = self->before.end.byte;
  guint32 end_after = start + self->length_after_bytes;
  guint32 from = span.start.byte, to = span.end.byte;

  if (touched != NULL)
    *touched = (from < end && to > start) || is_grown_by (self, span);
  if (is_grown_by (self, span))
    return bayan_clean_span (from, from == start && to >= end ? to - end + end_after : end_after);
  if (from >= end)
    from = from - end + end_after;
  else if (from > start)
    from = start;
  if (to > start)
    to = to >= end ? to - end + end_after : end_after;
  /* One without a letter, where words were put in, lies behind them. */
  return bayan_clean_span (from, MAX (from, to));
}

/**
 * bayan_ingest_edit:
 * @statement: a statement
 * @span: whole characters of its clean text, on one line
 * @words: what stands there instead; not empty, without line breaks
 * @edit: (out): what of it is different: only that counts as written anew
 *
 * Makes a removed region of kind "edited", which takes in others of words put right that it touches. To restore it writes
 * the words of the source.
 *
 * Returns: (transfer full): the new statement; or NULL with BAYAN_INGEST_ERROR_NOT_EDITABLE or another error of this room
 */
BayanStatement *
bayan_ingest_edit (const BayanStatement *statement, BayanCleanSpan span, const char *words, BayanTextEdit *edit,
                   GError **error)
{
  g_autoptr (GString) instead = g_string_new (words);
  Piece piece = { statement, span.start.byte, span.end.byte, instead };
  BayanTextEdit different = { 0 };
  BayanStatement *made;

  if (!g_utf8_validate (words, -1, NULL) || span.end.byte > statement->text_length_bytes || span.start.byte > span.end.byte)
    {
      set_not_editable (error);
      return NULL;
    }
  strip_at_ends_of_line (&piece);
  shrink (&piece);
  different.before = bayan_clean_span (piece.start, piece.end);
  different.length_after_bytes = (guint32) piece.words->len;
  made = make_piece (&piece, error) ? write_piece (&piece, error) : NULL;
  if (made == NULL)
    return NULL;
  look_beside (&different, made->text, (guint32) made->text_length_bytes);
  different.raw = bayan_offset_map_to_raw (statement->map, bayan_clean_span (piece.start, piece.end));
  move_details (made, statement, &different);
  *edit = different;
  return made;
}
