/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-damage.h"

#include <string.h>

#include "bayan-double-encoding.h"

#define REPLACEMENT "\xEF\xBF\xBD"
/* So many question marks in a row, or of them inside words, are no punctuation. */
#define LEAST_MARKS 3u

/**
 * bayan_damage_add:
 * @count: how many letters it is about
 * @index: how many of its kind there are already
 *
 * Adds a doubt; from BAYAN_DAMAGE_MAX_DOUBTS on, the last one grows.
 */
void
bayan_damage_add (GPtrArray *doubts, BayanDoubtKind kind, gsize count, gsize start, gsize end, guint index)
{
  g_autofree char *subject = NULL;
  BayanDoubt *last = doubts->len > 0 ? doubts->pdata[doubts->len - 1] : NULL;

  if (index >= BAYAN_DAMAGE_MAX_DOUBTS && last != NULL && last->kind == kind)
    {
      subject = g_strdup_printf ("%" G_GUINT64_FORMAT, g_ascii_strtoull (last->subject, NULL, 10) + count);
      last->span.end.byte = (guint32) end;
      g_free (last->subject);
      last->subject = g_steal_pointer (&subject);
      return;
    }
  subject = g_strdup_printf ("%" G_GSIZE_FORMAT, count);
  g_ptr_array_add (doubts,
                   bayan_doubt_new (kind, subject, bayan_clean_span ((guint32) start, (guint32) end)));
}

static void
find_replacements (const char *text, GPtrArray *doubts)
{
  const char *at = text;
  guint runs = 0;

  while ((at = strstr (at, REPLACEMENT)) != NULL)
    {
      const char *start = at;

      while (g_str_has_prefix (at, REPLACEMENT))
        at += strlen (REPLACEMENT);
      bayan_damage_add (doubts, BAYAN_DOUBT_REPLACEMENT, (gsize) (at - start) / strlen (REPLACEMENT),
                        (gsize) (start - text), (gsize) (at - text), runs++);
    }
}

/* A piece of a line with question marks in place of words. */
typedef struct {
  gsize start, end;
  gsize marks, words;
} Gap;

static gboolean
is_arabic_at (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c >= 0x621 && c < 0x6F0 && c != 0x66A;
}

static gboolean
is_between_letters (const char *text, const char *start, const char *end)
{
  return start > text && is_arabic_at (g_utf8_prev_char (start)) && is_arabic_at (end);
}

/* Reads words of nothing but question marks, and the spaces, figures and punctuation between them. */
static Gap
read_gap (const char *text, const char *at)
{
  Gap gap = { (gsize) (at - text), (gsize) (at - text), 0, 0 };

  while (*at != '\0')
    {
      gsize marks = strspn (at, "?");

      gap.marks += marks;
      gap.words += marks > 0;
      at += marks;
      if (marks > 0)
        gap.end = (gsize) (at - text);
      if (*at == '\0' || strchr (" \t.,:;-/()0123456789", *at) == NULL)
        break;
      at++;
    }
  return gap;
}

/* Whether question marks stand where words were: several such words, or one in the middle of a line. At the
 * end of a word they are a question that is asked loudly. */
static gboolean
is_in_place_of_words (const char *text, const Gap *gap)
{
  const char *start = text + gap->start, *end = text + gap->end;
  gboolean alone = start == text || strchr (" \t\n(\"", start[-1]) != NULL;
  gsize first = strspn (start, "?");

  if (!alone || gap->marks < LEAST_MARKS)
    return FALSE;
  if (gap->words > 1)
    return gap->marks >= 5;
  return first >= 4 || (*end == ' ' && g_unichar_isalpha (g_utf8_get_char (end + 1)));
}

static void
find_question_marks (const char *text, gsize length, GPtrArray *doubts)
{
  g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (Gap));
  guint found = 0;

  for (const char *at = text; (at = memchr (at, '?', length - (gsize) (at - text))) != NULL;)
    {
      Gap gap = read_gap (text, at);
      gsize run = strspn (at, "?");
      Gap alone = { (gsize) (at - text), (gsize) (at - text) + run, run, 1 };

      if (is_in_place_of_words (text, &gap))
        bayan_damage_add (doubts, BAYAN_DOUBT_QUESTION_MARKS, gap.marks, gap.start, gap.end, found++);
      else if (is_between_letters (text, at, at + run))
        g_array_append_val (inside, alone);
      at = text + MAX (gap.end, alone.end);
    }
  for (guint i = 0; inside->len >= LEAST_MARKS && i < inside->len; i++)
    {
      const Gap *gap = &g_array_index (inside, Gap, i);

      bayan_damage_add (doubts, BAYAN_DOUBT_QUESTION_MARKS, gap->marks, gap->start, gap->end, i);
    }
}

/**
 * bayan_damage_find:
 * @text: clean text
 * @doubts: (element-type BayanDoubt): where to add what there is to doubt
 *
 * Finds what letters were lost and changed into: U+FFFD, question marks, and other letters, by encoding
 * twice.
 */
void
bayan_damage_find (const char *text, gsize length, GPtrArray *doubts)
{
  find_replacements (text, doubts);
  if (memchr (text, '?', length) != NULL)
    find_question_marks (text, length, doubts);
  bayan_double_encoding_find_parts (text, length, doubts);
}
