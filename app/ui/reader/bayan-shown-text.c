/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-shown-text.h"

#include <string.h>

#include "bayan-code-points.h"

/* U+2060 WORD JOINER: invisible, orders nothing, joins nothing and parts nothing; as many bytes as each control that it
 * stands for. */
#define NEUTRAL "\u2060"

/* Something of the reader's own in the buffer. */
typedef struct {
  guint32 at;     /* before this byte of the text */
  guint32 shown;  /* where it begins in the shown text, bytes */
  guint32 length; /* bytes */
  int line;       /* the number of the line; -1 for a break */
} Insertion;

struct _BayanShownText {
  const char *text; /* only while it is built */
  guint32 length;
  guint32 done; /* so much of the text is shown */
  gboolean neutral_isolates;
  GString *shown;
  GArray *insertions; /* of Insertion, in order */
  GArray *lines;      /* of guint: which of them are lines, in order */
  BayanCodePoints *index;
};

/**
 * bayan_shown_text_new:
 * @text: UTF-8
 * @neutral_isolates: whether isolates (U+2066–U+2069) lose their effect too, as embeddings and overrides
 *   (U+202A–U+202E) always do
 */
BayanShownText *
bayan_shown_text_new (const char *text, gsize length_bytes, gboolean neutral_isolates)
{
  BayanShownText *self = g_new0 (BayanShownText, 1);

  self->text = text;
  self->length = (guint32) length_bytes;
  self->neutral_isolates = neutral_isolates;
  self->shown = g_string_sized_new (length_bytes + 256);
  self->insertions = g_array_new (FALSE, FALSE, sizeof (Insertion));
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
bayan_shown_text_free (BayanShownText *self)
{
  g_clear_pointer (&self->index, bayan_code_points_free);
  g_array_unref (self->lines);
  g_array_unref (self->insertions);
  g_string_free (self->shown, TRUE);
  g_free (self);
}

/* @at: the first of three bytes of UTF-8 that begin with E2 */
static gboolean
turns_lines_round (const BayanShownText *self, const char *at)
{
  const guchar *bytes = (const guchar *) at;

  if (bytes[1] == 0x80)
    return bytes[2] >= 0xAA && bytes[2] <= 0xAE;
  return self->neutral_isolates && bytes[1] == 0x81 && bytes[2] >= 0xA6 && bytes[2] <= 0xA9;
}

static void
copy (BayanShownText *self, guint32 to)
{
  gsize start = self->shown->len;
  char *at, *end;

  g_string_append_len (self->shown, self->text + self->done, to - self->done);
  self->done = to;
  end = self->shown->str + self->shown->len;
  for (at = self->shown->str + start; (at = memchr (at, 0xE2, (gsize) (end - at))) != NULL; at++)
    if (end - at >= 3 && turns_lines_round (self, at))
      memcpy (at, NEUTRAL, strlen (NEUTRAL));
}

static void
insert (BayanShownText *self, int line, const char *text)
{
  Insertion insertion = { self->done, (guint32) self->shown->len, (guint32) strlen (text), line };

  g_string_append (self->shown, text);
  if (line >= 0)
    g_array_append_val (self->lines, self->insertions->len);
  g_array_append_val (self->insertions, insertion);
}

/* Where a paragraph that begins at @from and is too long may be broken: behind the last space, else between two
 * characters. */
static guint32
find_break (const BayanShownText *self)
{
  const char *start = self->text + self->done;
  const char *limit = start + BAYAN_READER_PARAGRAPH_BYTES;
  const char *space = memrchr (start, ' ', BAYAN_READER_PARAGRAPH_BYTES);

  if (space != NULL && space > start)
    return (guint32) (space - self->text) + 1;
  while ((*limit & 0xC0) == 0x80)
    limit--;
  return (guint32) (limit - self->text);
}

/**
 * bayan_shown_text_show:
 * @to_byte: of the text
 *
 * Goes on with the text up to @to_byte.
 */
void
bayan_shown_text_show (BayanShownText *self, guint32 to_byte)
{
  guint32 to = MIN (to_byte, self->length);

  while (self->done < to)
    {
      const char *newline = memchr (self->text + self->done, '\n', to - self->done);
      guint32 end = newline != NULL ? (guint32) (newline - self->text) + 1 : to;

      while (end - self->done > BAYAN_READER_PARAGRAPH_BYTES)
        {
          copy (self, find_break (self));
          insert (self, -1, "\n");
        }
      copy (self, end);
    }
}

/**
 * bayan_shown_text_insert_line:
 * @line: without a newline
 * @number: what to know it by; higher than that of the line before
 *
 * Puts a line of the reader's own behind what is shown so far.
 */
void
bayan_shown_text_insert_line (BayanShownText *self, const char *line, int number)
{
  gboolean at_line_start = self->shown->len == 0 || self->shown->str[self->shown->len - 1] == '\n';
  g_autofree char *text = g_strconcat (at_line_start ? "" : "\n", line, self->done < self->length ? "\n" : "",
                                       NULL);

  insert (self, number, text);
}

/**
 * bayan_shown_text_finish:
 *
 * Shows the rest of the text. From now on places can be asked for.
 */
void
bayan_shown_text_finish (BayanShownText *self)
{
  bayan_shown_text_show (self, self->length);
  self->text = NULL;
  self->index = bayan_code_points_new (self->shown->str, self->shown->len);
}

const char *
bayan_shown_text_get_string (const BayanShownText *self)
{
  return self->shown->str;
}

/* How many insertions stand before byte @byte; those right at it count only where @with_equal. */
static guint
count_insertions (const BayanShownText *self, guint32 byte, gboolean with_equal)
{
  guint low = 0, high = self->insertions->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      guint32 at = g_array_index (self->insertions, Insertion, middle).at;
      if (at < byte || (with_equal && at == byte))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static int
shown_offset (const BayanShownText *self, guint32 byte, guint n_before)
{
  guint32 shown = MIN (byte, self->length);

  if (n_before > 0)
    {
      const Insertion *last = &g_array_index (self->insertions, Insertion, n_before - 1);
      shown = last->shown + last->length + (shown - last->at);
    }
  return (int) bayan_code_points_from_byte (self->index, shown);
}

/**
 * bayan_shown_text_to_buffer:
 *
 * Returns: the buffer offset, in code points, of the character at @byte
 */
int
bayan_shown_text_to_buffer (const BayanShownText *self, guint32 byte)
{
  return shown_offset (self, byte, count_insertions (self, byte, TRUE));
}

/**
 * bayan_shown_text_end_to_buffer:
 * @end_byte: the end of a span
 *
 * Returns: the buffer offset, in code points, right behind the character before @end_byte: the reader's own lines that
 *   stand there are not part of the span
 */
int
bayan_shown_text_end_to_buffer (const BayanShownText *self, guint32 end_byte)
{
  return shown_offset (self, end_byte, count_insertions (self, end_byte, FALSE));
}

/* The last insertion that begins at or before @shown; NULL if none does. */
static const Insertion *
find_insertion (const BayanShownText *self, guint32 shown)
{
  guint low = 0, high = self->insertions->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->insertions, Insertion, middle).shown <= shown)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &g_array_index (self->insertions, Insertion, low - 1) : NULL;
}

/**
 * bayan_shown_text_from_buffer:
 * @offset_chars: a buffer offset in code points
 *
 * Returns: the byte of the text; for an offset in a line of the reader's own, the byte where that line stands
 */
guint32
bayan_shown_text_from_buffer (const BayanShownText *self, int offset_chars)
{
  guint32 shown = bayan_code_points_to_byte (self->index, (guint32) MAX (offset_chars, 0));
  const Insertion *last = find_insertion (self, shown);

  if (last == NULL)
    return shown;
  if (shown < last->shown + last->length)
    return last->at;
  return last->at + (shown - last->shown - last->length);
}

/**
 * bayan_shown_text_find_line:
 *
 * Returns: the number of the reader's own line that holds the character at @offset_chars; -1 for none
 */
int
bayan_shown_text_find_line (const BayanShownText *self, int offset_chars)
{
  guint32 shown = bayan_code_points_to_byte (self->index, (guint32) MAX (offset_chars, 0));
  const Insertion *last = find_insertion (self, shown);

  if (last == NULL || shown >= last->shown + last->length)
    return -1;
  return last->line;
}

/* The insertion with the line @number; NULL if there is none. */
static const Insertion *
find_numbered (const BayanShownText *self, int number)
{
  guint low = 0, high = self->lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Insertion *at = &g_array_index (self->insertions, Insertion,
                                            g_array_index (self->lines, guint, middle));
      if (at->line == number)
        return at;
      if (at->line < number)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/**
 * bayan_shown_text_get_line:
 * @start_chars: (out): where the line begins in the buffer
 * @end_chars: (out): where it ends, without its newline
 *
 * Returns: FALSE if there is no line @number
 */
gboolean
bayan_shown_text_get_line (const BayanShownText *self, int number, int *start_chars, int *end_chars)
{
  const Insertion *at = find_numbered (self, number);
  const char *text;

  if (at == NULL)
    return FALSE;
  text = self->shown->str + at->shown;
  *start_chars = (int) bayan_code_points_from_byte (self->index, at->shown + (text[0] == '\n' ? 1 : 0));
  *end_chars = (int) bayan_code_points_from_byte (self->index, at->shown + at->length
                                                                   - (text[at->length - 1] == '\n' ? 1 : 0));
  return TRUE;
}
