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

/* Returns (transfer full): the letters and digits of @folded, everything between them one space. */
static char *
words_of (const char *folded)
{
  GString *words = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
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

  return words_of (folded);
}

static guint
count_words (const char *words)
{
  guint count = *words != '\0';

  for (const char *at = words; (at = strchr (at, ' ')) != NULL; at++)
    count++;
  return count;
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
  self->words = words_of (self->folded);
  self->n_words = count_words (self->words);
}

void
bayan_line_view_clear (BayanLineView *self)
{
  g_free (self->folded);
  g_free (self->words);
}
