/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-lines.h"

#include <string.h>

#include "bayan-fold.h"

/**
 * bayan_lines_new:
 *
 * Returns: (transfer full) (element-type BayanLine): the lines of @draft that are not empty
 */
GArray *
bayan_lines_new (const BayanDraft *draft)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (BayanLine));
  const GString *text = draft->text->text;
  gboolean empty_before = TRUE;

  for (gsize at = 0; at < text->len;)
    {
      const char *line_end = memchr (text->str + at, '\n', text->len - at);
      gsize end = line_end != NULL ? (gsize) (line_end - text->str) : text->len;
      BayanLine line = { bayan_draft_trim (draft, (BayanDraftSpan) { (guint32) at, (guint32) end }),
                         empty_before };

      empty_before = line.span.start == line.span.end;
      if (!empty_before)
        g_array_append_val (lines, line);
      at = end + 1;
    }
  return lines;
}

#define NARROW 0x800u /* letters below are one or two bytes of UTF-8 */

/* Whether each of the letters below NARROW is a letter or digit: asked once, not of each letter of each line. */
static const guint8 *
narrow_words (void)
{
  static guint8 table[NARROW];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      for (gunichar c = 0; c < NARROW; c++)
        table[c] = g_unichar_isalnum (c);
      g_once_init_leave (&filled, 1);
    }
  return table;
}

/* Returns (transfer full): the letters and digits of @folded, everything between them one space. */
static char *
words_of (const char *folded, guint *n_words)
{
  const guint8 *narrow = narrow_words ();
  char *words = g_malloc (strlen (folded) + 1), *out = words;
  gboolean within = FALSE;
  guint count = 0;

  for (const guchar *at = (const guchar *) folded; *at != '\0';)
    {
      gsize length = *at < 0x80 ? 1 : *at < 0xE0 ? 2 : (gsize) g_utf8_skip[*at];
      gunichar c = length == 1 ? *at : (*at & 0x1Fu) << 6 | (at[1] & 0x3Fu);
      gboolean word = length <= 2 ? narrow[c] : g_unichar_isalnum (g_utf8_get_char ((const char *) at));

      if (word && !within && count++ > 0)
        *out++ = ' ';
      within = word;
      if (word && length == 2) /* nearly all */
        out = mempcpy (out, at, 2);
      else if (word)
        out = mempcpy (out, at, length);
      at += length;
    }
  *out = '\0';
  *n_words = count;
  return words;
}

/**
 * bayan_line_dup_words:
 * @text: anything that is compared with a line, as it is written
 * @length_bytes: its length, or -1 if it ends with NUL
 *
 * Returns: (transfer full): its words, as BayanLineView has those of a line
 */
char *
bayan_line_dup_words (const char *text, gssize length_bytes)
{
  g_autofree char *folded = bayan_fold (text, length_bytes, BAYAN_FOLD_SEARCH);
  guint n_words;

  return words_of (folded, &n_words);
}

/**
 * bayan_line_ends_sentence:
 *
 * Returns: whether @text ends as a sentence does, quotation marks and brackets behind the full stop passed over
 */
gboolean
bayan_line_ends_sentence (const char *text, gsize length)
{
  static const char *const PASSED = "\"'”“»)]’";
  const char *at = text + length;

  while (at > text)
    {
      gunichar c;

      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      if (g_utf8_strchr (PASSED, -1, c) == NULL && !g_unichar_isspace (c))
        return c == '.' || c == '!' || c == 0x06D4 || c == 0x2026;
    }
  return FALSE;
}

/**
 * bayan_line_view_init:
 * @span: a line of @draft, or a part of one
 *
 * Looks at it as the rules need it. A line that is too long to be furniture has no words.
 */
void
bayan_line_view_init (BayanLineView *self, const BayanDraft *draft, BayanDraftSpan span)
{
  const char *text = draft->text->text->str + span.start;
  gsize length = span.end - span.start;

  self->ends_sentence = bayan_line_ends_sentence (text, length);
  self->folded = length <= BAYAN_LINE_VIEW_MAX_BYTES ? bayan_fold (text, (gssize) length, BAYAN_FOLD_SEARCH)
                                                     : g_strdup ("");
  self->words = words_of (self->folded, &self->n_words);
  self->cut_short = FALSE;
}

/* Whether a word begins at @at that is one in any key. */
static inline gboolean
begins_word (const guchar *at)
{
  return g_ascii_isalnum (*at) || (*at == 0xD8 && at[1] >= 0xA2 && at[1] <= 0xBA)
         || (*at == 0xD9 && at[1] >= 0x81 && at[1] <= 0x8A);
}

/* How many words there are at least, counted no further than need be. */
static guint
count_words (const char *text, gsize length)
{
  const char *at = text, *end = text + length;
  guint count = 0;

  while (count <= BAYAN_LINE_VIEW_MANY_WORDS)
    {
      count += begins_word ((const guchar *) at) ? 1 : 0;
      at = memchr (at, ' ', (gsize) (end - at));
      if (at == NULL || ++at == end)
        break;
    }
  return count;
}

/**
 * bayan_line_view_init_short:
 *
 * As bayan_line_view_init(), but of a line that no rule takes for furniture there is only the beginning.
 */
void
bayan_line_view_init_short (BayanLineView *self, const BayanDraft *draft, BayanDraftSpan span)
{
  const char *text = draft->text->text->str + span.start;
  gsize length = span.end - span.start, enough = BAYAN_LINE_VIEW_MANY_BYTES * 3 / 2;
  const char *space = length > enough && length <= BAYAN_LINE_VIEW_MAX_BYTES
                          ? memchr (text + enough, ' ', length - enough)
                          : NULL;
  guint count = space != NULL ? count_words (text, length) : 0;

  if (count > BAYAN_LINE_VIEW_MANY_WORDS)
    {
      bayan_line_view_init (self, draft,
                            (BayanDraftSpan) { span.start, span.start + (guint32) (space - text) });
      self->ends_sentence = bayan_line_ends_sentence (text, length);
      self->n_words = MAX (self->n_words, count);
      self->cut_short = TRUE;
      if (strlen (self->words) > BAYAN_LINE_VIEW_MANY_BYTES)
        return;
      bayan_line_view_clear (self);
    }
  bayan_line_view_init (self, draft, span);
}

void
bayan_line_view_clear (BayanLineView *self)
{
  g_free (self->folded);
  g_free (self->words);
}
