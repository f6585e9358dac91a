/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What deceives: overrides; embeddings and isolates that are not closed on their line, or that turn letters
 * round which would stand the other way without them; what is invisible inside a word; heaps of controls.
 * What does not: the joiners of Persian, Kurdish and emoji, direction marks beside figures, punctuation
 * and between words, and what sets the direction of a whole line. */
#include "bayan-spoofing.h"

#include <string.h>

/* As deep as the Unicode bidirectional algorithm goes. */
#define MAX_DEPTH 125u
#define MAX_DOUBTS 50u
#define HEAP 4u
#define NAMED_BYTES 64u
#define MAX_LINE_TAIL 16u

enum {
  LRM = 0x200E,
  RLM = 0x200F,
  ALM = 0x61C,
  ZWNJ = 0x200C,
  ZWJ = 0x200D,
  LRE = 0x202A,
  RLE,
  PDF,
  LRO,
  RLO,
  LRI = 0x2066,
  RLI,
  FSI,
  PDI,
};

/* An embedding or isolate that is open. */
typedef struct {
  gunichar control;
  gsize at;
  guint latin, arabic; /* letters on the line before it */
} Opening;

/* A line that is read. */
typedef struct {
  const char *text;
  GPtrArray *doubts;
  Opening open[MAX_DEPTH];
  guint depth;
  guint latin, arabic; /* letters seen on the line */
  gboolean latin_first;
  gunichar before; /* the last character that was no control */
  gsize heap_start;
  guint heap; /* controls in a row */
} Line;

static gboolean
is_control (gunichar c)
{
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)
         || c == ALM || c == 0xFEFF || c == 0x180E;
}

static gboolean
is_arabic (gunichar c)
{
  return (c >= 0x620 && c <= 0x65F) || (c >= 0x66E && c <= 0x6D5) || (c >= 0x6EE && c < 0x780)
         || (c >= 0x8A0 && c < 0x900);
}

static gboolean
is_other_letter (gunichar c)
{
  return c >= 'A' && !is_arabic (c) && g_unichar_isalpha (c);
}

/* Adds to @names which controls there are from @start on, each once. A look at the first few says enough. */
static void
name_controls (GString *names, const char *text, gsize start, gsize end)
{
  const char *stop = text + MIN (end, start + NAMED_BYTES);

  for (const char *at = text + start; at < stop && names->len < 48; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      char name[16];

      g_snprintf (name, sizeof name, "U+%04X", c);
      if (is_control (c) && strstr (names->str, name) == NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
}

static void
flag (Line *line, gsize start, gsize end)
{
  BayanDoubt *last = line->doubts->len > 0 ? line->doubts->pdata[line->doubts->len - 1] : NULL;
  gboolean joined = last != NULL && last->kind == BAYAN_DOUBT_SPOOFING && start <= last->span.end.byte;
  g_autoptr (GString) names = g_string_new (joined ? last->subject : NULL);

  name_controls (names, line->text, start, end);
  if (joined)
    {
      start = MIN (start, last->span.start.byte);
      end = MAX (end, last->span.end.byte);
      g_ptr_array_set_size (line->doubts, (int) line->doubts->len - 1);
    }
  g_ptr_array_add (line->doubts, bayan_doubt_new (BAYAN_DOUBT_SPOOFING, names->str,
                                                  bayan_clean_span ((guint32) start, (guint32) end)));
}

/* Whether @opening began before all letters of the line, and now, @end, there are none to come: it says how the line
 * runs, and takes nothing out of its place in it. UAX #9, 2.1 and HL1. */
static gboolean
is_whole_line (const Line *line, const Opening *opening, gsize end)
{
  const char *at = line->text + end;

  if (opening->latin > 0 || opening->arabic > 0)
    return FALSE;
  for (guint passed = 0; passed < MAX_LINE_TAIL && *at != '\0' && *at != '\n'; passed++)
    {
      if (g_unichar_isalnum (g_utf8_get_char (at)))
        return FALSE;
      at = g_utf8_next_char (at);
    }
  return *at == '\0' || *at == '\n';
}

/* Whether what stands between @opening and its end, now, at @end, stands otherwise than it would without. */
static gboolean
turns_round (const Line *line, const Opening *opening, gsize end)
{
  gboolean latin = line->latin > opening->latin, arabic = line->arabic > opening->arabic;

  switch (opening->control)
    {
    case LRE:
    case LRI:
      return arabic;
    case RLE:
    case RLI:
      return latin && (!arabic || (line->latin_first && !is_whole_line (line, opening, end)));
    default:
      return FALSE;
    }
}

static void
open_at (Line *line, gunichar control, gsize at)
{
  if (line->depth < MAX_DEPTH)
    line->open[line->depth++] = (Opening) { control, at, line->latin, line->arabic };
}

static void
close_at (Line *line, gunichar control, gsize at)
{
  gsize end = at + 3;

  if (line->depth == 0)
    flag (line, at, end);
  else
    {
      const Opening *opening = &line->open[--line->depth];
      gboolean isolate = opening->control >= LRI;

      if (isolate != (control == PDI) || opening->control == LRO || opening->control == RLO
          || turns_round (line, opening, end))
        flag (line, opening->at, end);
    }
}

/* A control that has no end: whether it stands inside a word, which it cuts for a program and not for the
 * eye. */
static gboolean
cuts_word (const Line *line, gunichar c, gunichar next)
{
  gboolean arabic = is_arabic (line->before) && is_arabic (next);
  gboolean other = is_other_letter (line->before) && is_other_letter (next);

  return c == ZWNJ || c == ZWJ ? other : arabic || other;
}

static void
read_control (Line *line, gunichar c, gsize at, gunichar next)
{
  if (line->heap++ == 0)
    line->heap_start = at;
  if ((c >= LRE && c <= RLO && c != PDF) || (c >= LRI && c <= FSI))
    open_at (line, c, at);
  else if (c == PDF || c == PDI)
    close_at (line, c, at);
  else if (cuts_word (line, c, next))
    flag (line, at, at + (c == ALM ? 2 : 3));
}

/* The end of a line, or of the text: what is open now is never closed. */
static void
end_line (Line *line, gsize at)
{
  if (line->depth > 0)
    flag (line, line->open[0].at, at);
  line->depth = line->latin = line->arabic = 0;
}

static void
end_heap (Line *line, gsize at)
{
  if (line->heap > HEAP)
    flag (line, line->heap_start, at);
  line->heap = 0;
}

/* Any of the controls but the joiners, quickly: nearly every text has none. */
static gboolean
has_controls (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *at = text; (at = memchr (at, 0xE2, (gsize) (end - at))) != NULL; at += 3)
    if (is_control (g_utf8_get_char (at)))
      return TRUE;
  return strstr (text, "\xD8\x9C") != NULL || strstr (text, "\xEF\xBB\xBF") != NULL
         || strstr (text, "\xE1\xA0\x8E") != NULL;
}

static gunichar
first_letter_behind (const char *at)
{
  guint passed = 0;

  while (passed++ <= HEAP && is_control (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return g_utf8_get_char (at);
}

static void
read_letter (Line *line, gunichar c)
{
  if (is_arabic (c))
    line->arabic++;
  else if (is_other_letter (c))
    {
      line->latin_first |= line->arabic == 0 && line->latin == 0;
      line->latin++;
    }
  line->before = c;
}

/**
 * bayan_spoofing_find:
 * @text: clean text
 * @doubts: (element-type BayanDoubt): where to add what may deceive
 */
void
bayan_spoofing_find (const char *text, gsize length, GPtrArray *doubts)
{
  guint before = doubts->len;
  Line line;

  if (!has_controls (text, length))
    return;
  memset (&line, 0, sizeof line);
  line.text = text;
  line.doubts = doubts;
  for (const char *at = text; *at != '\0' && doubts->len - before < MAX_DOUBTS; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gsize here = (gsize) (at - text);

      if (is_control (c))
        {
          read_control (&line, c, here, first_letter_behind (g_utf8_next_char (at)));
          continue;
        }
      end_heap (&line, here);
      if (c == '\n')
        {
          end_line (&line, here);
          line.latin_first = FALSE;
        }
      read_letter (&line, c);
    }
  end_heap (&line, length);
  end_line (&line, length);
}
