/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text looked through for glued words. */
#include <string.h>

#include "bayan-clitics.h"
#include "bayan-glued-lexicon.h"
#include "bayan-glued.h"

#define LETTER 2u
/* A text with more than one letter in so many that Arabic does not have is in another language. */
#define FOREIGN_SHARE 50u
#define AFTER_MIN 3u

/* A run of Arabic letters. */
typedef struct {
  guint32 start, end;
  guint letters;    /* of @key; 0 if it is no word that may be looked up */
  gboolean foreign; /* letters of other languages are in it */
  char key[BAYAN_GLUED_MAX * LETTER];
} Run;

typedef struct {
  BayanDraft *draft;
  const GArray *cuts;
  GArray *repairs;
  guint next_cut;
  guint64 letters, foreign;
} Search;

/* What a letter from U+0600 to U+06FF is. */
typedef enum {
  NONE,
  MARK,
  FOREIGN, /* a letter that Arabic does not have */
  LETTER_ITSELF,
  ALEF, /* in one of its forms, which are one in the match key */
} Sort;

static const guint8 SORTS[0x100] = {
  [0x21] = LETTER_ITSELF,
  [0x22 ... 0x23] = ALEF,
  [0x24] = LETTER_ITSELF,
  [0x25] = ALEF,
  [0x26 ... 0x3A] = LETTER_ITSELF,
  [0x3B ... 0x3F] = FOREIGN,
  [0x40] = MARK,
  [0x41 ... 0x4A] = LETTER_ITSELF,
  [0x4B ... 0x52] = MARK,
  [0x70] = MARK,
  [0x71] = ALEF,
  [0x72 ... 0xD3] = FOREIGN,
  [0xD5] = FOREIGN,
  [0xFA ... 0xFC] = FOREIGN,
};

/* What the letter at @at is; NONE if it is none of the Arabic block. */
static inline Sort
sort_at (const char *text, guint32 at)
{
  const guint8 *bytes = (const guint8 *) text + at;

  return (bytes[0] & 0xFC) == 0xD8 ? (Sort) SORTS[(bytes[0] & 3) << 6 | (bytes[1] & 0x3F)] : NONE;
}

/* Two bytes of UTF-8 that are of the Arabic block. */
static gunichar
read_point (const char *text, guint32 at)
{
  const guint8 *bytes = (const guint8 *) text + at;

  return bytes[0] >= 0xD8 && bytes[0] <= 0xDB ? (gunichar) (bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F) : 0;
}

/* Reads the run that begins at @at; it has one letter at least. */
static void
read_run (Run *run, const char *text, guint32 at)
{
  guint letters = 0;
  gboolean foreign = FALSE;

  run->start = at;
  for (Sort sort; (sort = sort_at (text, at)) != NONE; at += LETTER)
    {
      if (sort == MARK)
        continue;
      foreign |= sort == FOREIGN;
      if (letters < BAYAN_GLUED_MAX)
        memcpy (run->key + letters * LETTER, sort == ALEF ? "ا" : text + at, LETTER);
      letters++;
    }
  run->letters = letters;
  run->foreign = foreign;
  run->end = at;
}

/* Where letter @index of @run's key begins. */
static guint32
find_letter (const Run *run, const char *text, guint index)
{
  guint32 at = run->start;

  for (; sort_at (text, at) == MARK || index > 0; at += LETTER)
    index -= sort_at (text, at) == MARK ? 0 : 1;
  return at;
}

static gboolean
is_digit_at (const char *text, guint32 at)
{
  gunichar c = read_point (text, at);

  return g_ascii_isdigit (text[at]) || (c >= 0x660 && c <= 0x669);
}

/* Where the digits begin that stand directly before @at. */
static guint32
skip_digits_back (const char *text, guint32 at)
{
  while (at > 0 && is_digit_at (text, (guint32) (g_utf8_prev_char (text + at) - text)))
    at = (guint32) (g_utf8_prev_char (text + at) - text);
  return at;
}

static guint32
skip_digits (const char *text, guint32 at)
{
  while (is_digit_at (text, at))
    at = (guint32) (g_utf8_next_char (text + at) - text);
  return at;
}

/* Letters written in another way, as ligatures for instance, go on with the word. */
static gboolean
is_letter_of_script (gunichar c)
{
  return c >= 0x80 && g_unichar_isalpha (c);
}

/* A tag, an address: written as one on purpose. Or only a part of what was written. */
static gboolean
is_joined_on_purpose (const char *text, const Run *run)
{
  if ((run->start > 0 && is_letter_of_script (g_utf8_get_char (g_utf8_prev_char (text + run->start))))
      || is_letter_of_script (g_utf8_get_char (text + run->end)))
    return TRUE;
  return (run->start > 0 && strchr ("#@_/\\", text[run->start - 1]) != NULL)
         || (text[run->end] != '\0' && strchr ("_@/\\", text[run->end]) != NULL);
}

/* Where the cut or repair before @run ends; the end of the text if @run is in one. */
static guint32
find_free (Search *self, const Run *run)
{
  guint32 free = 0;

  for (; self->next_cut < self->cuts->len; self->next_cut++)
    {
      const BayanCut *cut = &g_array_index (self->cuts, BayanCut, self->next_cut);

      if (cut->span.end > run->start)
        {
          free = cut->span.start < run->end ? G_MAXUINT32 : free;
          break;
        }
      free = cut->span.end;
    }
  if (self->repairs->len > 0)
    free = MAX (free, g_array_index (self->repairs, BayanCut, self->repairs->len - 1).span.end);
  return free;
}

/* Whether three letters stand directly before @at: more than an initial. */
static gboolean
is_word_before (const char *text, guint32 at)
{
  const char *before = text + at;
  guint letters = 0;

  while (before > text && letters < AFTER_MIN)
    {
      before = g_utf8_prev_char (before);
      if (sort_at (text, (guint32) (before - text)) <= MARK)
        break;
      letters++;
    }
  return letters == AFTER_MIN;
}

/* Where a repair begins that puts a space before @run, behind a number or a full stop: with these, for a space
 * alone could not be seen. @run's start if none is missing. */
static guint32
find_start_before (const char *text, const Run *run)
{
  guint32 digits;

  if (run->letters < AFTER_MIN || run->letters > BAYAN_GLUED_MAX || run->start == 0
      || text[run->start - 1] == ' ')
    return run->start;
  digits = skip_digits_back (text, run->start);
  if (digits < run->start)
    return bayan_glued_lexicon_find_form (run->key, run->letters * LETTER) != 0 ? digits : run->start;
  return strchr (".!", text[run->start - 1]) != NULL && is_word_before (text, run->start - 1) ? run->start - 1
                                                                                              : run->start;
}

/* Whether a number stands behind @run that a space is missing before. */
static gboolean
lacks_space_behind (const char *text, const Run *run)
{
  return run->letters >= 2 && run->letters <= BAYAN_GLUED_MAX && is_digit_at (text, run->end)
         && bayan_clitics_is_function_word (run->key, run->letters * LETTER);
}

static void
add_repair (Search *self, const Run *run, guint32 start, guint n_parts, const guint8 *ends, gboolean behind)
{
  const char *text = self->draft->text->text->str;
  g_autoptr (GString) instead = g_string_new_len (text + start, (gssize) (run->start - start));
  BayanCut repair = { { start, run->end }, "glued-words", "clean/glued-words", NULL };
  guint32 at = run->start;

  if (start < run->start)
    g_string_append_c (instead, ' ');
  for (guint i = 0; i + 1 < n_parts; i++)
    {
      guint32 end = find_letter (run, text, ends[i]);

      g_string_append_len (instead, text + at, (gssize) (end - at));
      g_string_append_c (instead, ' ');
      at = end;
    }
  g_string_append_len (instead, text + at, (gssize) (run->end - at));
  if (behind)
    {
      repair.span.end = skip_digits (text, run->end);
      g_string_append_c (instead, ' ');
      g_string_append_len (instead, text + run->end, (gssize) (repair.span.end - run->end));
    }
  repair.instead = g_string_chunk_insert_const (self->draft->strings, instead->str);
  g_array_append_val (self->repairs, repair);
}

static void
look_at_run (Search *self, const Run *run)
{
  const char *text = self->draft->text->text->str;
  guint8 ends[BAYAN_GLUED_PARTS_MAX];
  guint32 start, free;
  gboolean behind;
  guint n_parts;

  self->letters++;
  self->foreign += run->foreign;
  free = find_free (self, run);
  if (run->foreign || free > run->start)
    return;
  start = MAX (find_start_before (text, run), free);
  behind = lacks_space_behind (text, run);
  n_parts = run->letters >= BAYAN_GLUED_MIN && run->letters <= BAYAN_GLUED_MAX
                ? bayan_glued_split (run->key, run->letters, ends)
                : 0;
  if ((n_parts > 1 || start < run->start || behind) && !is_joined_on_purpose (text, run))
    add_repair (self, run, start, n_parts, ends, behind);
}

/**
 * bayan_glued_find:
 * @draft: a text; what is written instead is kept with it
 * @cuts: (element-type BayanCut): what is left out of it anyway, sorted
 *
 * Finds words that lost the space between them, and full stops and numbers that lost the one beside them.
 *
 * Returns: (transfer full) (element-type BayanCut): in order, each with what to write instead
 */
GArray *
bayan_glued_find (BayanDraft *draft, const GArray *cuts)
{
  GArray *repairs = g_array_new (FALSE, FALSE, sizeof (BayanCut));
  Search self = { .draft = draft, .cuts = cuts, .repairs = repairs };
  const char *text = draft->text->text->str;

  for (guint32 at = 0; at < draft->text->text->len;)
    {
      Run run;

      if (sort_at (text, at) <= MARK)
        {
          at++;
          continue;
        }
      read_run (&run, text, at);
      look_at_run (&self, &run);
      at = run.end;
    }
  if (self.foreign * FOREIGN_SHARE > self.letters)
    g_array_set_size (repairs, 0);
  return repairs;
}
