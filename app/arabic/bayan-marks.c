/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which quotation marks and brackets belong together. */
#include <string.h>

#include "bayan-sentences.h"

#define DEPTH_MAX 16

typedef enum {
  FAMILY_NONE,
  FAMILY_ROUND,
  FAMILY_SQUARE,
  FAMILY_CURLY,
  FAMILY_GUILLEMETS, /* « » and the mirrored » « */
  FAMILY_ANGLES,     /* ‹ › */
  FAMILY_DOUBLE,     /* “ ” „, in whatever order a keyboard gave them */
  FAMILY_STRAIGHT,   /* ", which may also end what “ began, and the other way round */
  FAMILY_SINGLE,     /* ‘ ’ */
} Family;

static const struct {
  const char *mark;
  Family family;
} MARKS[] = {
  { "(", FAMILY_ROUND },  { ")", FAMILY_ROUND },  { "[", FAMILY_SQUARE },     { "]", FAMILY_SQUARE },
  { "{", FAMILY_CURLY },  { "}", FAMILY_CURLY },  { "«", FAMILY_GUILLEMETS }, { "»", FAMILY_GUILLEMETS },
  { "‹", FAMILY_ANGLES }, { "›", FAMILY_ANGLES }, { "“", FAMILY_DOUBLE },     { "”", FAMILY_DOUBLE },
  { "„", FAMILY_DOUBLE }, { "‟", FAMILY_DOUBLE }, { "\"", FAMILY_STRAIGHT },  { "‘", FAMILY_SINGLE },
  { "’", FAMILY_SINGLE }, { "‚", FAMILY_SINGLE },
};

typedef struct {
  guint word;
  Family family;
} Opening;

typedef struct {
  const BayanWords *words;
  guint *partners;
  Opening open[DEPTH_MAX];
  guint depth;
} Pairer;

static Family
family_of (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (strcmp (MARKS[i].mark, key) == 0)
      return MARKS[i].family;
  return FAMILY_NONE;
}

static gboolean
is_bracket (Family family)
{
  return family <= FAMILY_CURLY;
}

/* A full stack forgets its oldest mark: writing nests three deep. */
static void
open_mark (Pairer *self, guint word, Family family)
{
  if (self->depth == DEPTH_MAX)
    memmove (self->open, self->open + 1, --self->depth * sizeof (Opening));
  self->open[self->depth++] = (Opening) { word, family };
}

/* Closes the last open mark of @family; what was opened since has no partner. */
static void
close_mark (Pairer *self, guint word, Family family)
{
  for (guint i = self->depth; i > 0; i--)
    if (self->open[i - 1].family == family)
      {
        self->partners[word] = self->open[i - 1].word;
        self->partners[self->open[i - 1].word] = word;
        self->depth = i - 1;
        return;
      }
}

static gboolean
is_open (const Pairer *self, Family family)
{
  for (guint i = 0; i < self->depth; i++)
    if (self->open[i].family == family)
      return TRUE;
  return FALSE;
}

/* Of two marks of one kind the same one opens again inside («… «…» …»), any other closes. */
static gboolean
opens_again (const Pairer *self, guint word)
{
  const char *key = bayan_words_get_key (self->words, word);

  return (self->words->words[word].flags & BAYAN_WORD_OPEN) != 0 && self->depth > 0
         && strcmp (key, bayan_words_get_key (self->words, self->open[self->depth - 1].word)) == 0;
}

/* TRUE if @word stands like a mark that closes: close behind a word and not before one. */
static gboolean
stands_behind (const Pairer *self, guint word)
{
  guint next = word + 1;

  return word > 0 && bayan_words_touches_previous (self->words, word)
         && (next == self->words->n_words || !bayan_words_touches_previous (self->words, next)
             || (self->words->words[next].flags & BAYAN_WORD_PUNCTUATION) != 0);
}

/* The mark that @word closes, if it is one of those that people mix. */
static Family
mixed_family (const Pairer *self, guint word, Family family)
{
  if (family == FAMILY_STRAIGHT && !is_open (self, FAMILY_STRAIGHT) && is_open (self, FAMILY_DOUBLE)
      && stands_behind (self, word))
    return FAMILY_DOUBLE;
  if (family == FAMILY_DOUBLE && !is_open (self, FAMILY_DOUBLE) && is_open (self, FAMILY_STRAIGHT)
      && stands_behind (self, word))
    return FAMILY_STRAIGHT;
  return family;
}

static void
take_mark (Pairer *self, guint word, Family family)
{
  guint32 flags = self->words->words[word].flags;

  if (is_bracket (family))
    {
      if ((flags & BAYAN_WORD_OPEN) != 0)
        open_mark (self, word, family);
      else
        close_mark (self, word, family);
    }
  else if (family == FAMILY_SINGLE && (flags & BAYAN_WORD_CLOSE) != 0)
    close_mark (self, word, family); /* else an apostrophe */
  else if (is_open (self, family) && !opens_again (self, word))
    close_mark (self, word, family);
  else
    open_mark (self, word, family);
}

/**
 * bayan_words_pair_marks:
 *
 * Returns: (transfer full): for each word the index of its partner if it is a quotation mark or bracket that
 *   has one in its paragraph; its own index otherwise. Free with g_free().
 */
guint *
bayan_words_pair_marks (const BayanWords *words)
{
  Pairer pairer = { words, g_new (guint, words->n_words + 1), { { 0 } }, 0 };

  for (guint i = 0; i < words->n_words; i++)
    {
      guint32 flags = words->words[i].flags;
      Family family;

      pairer.partners[i] = i;
      if ((flags & BAYAN_WORD_PARAGRAPH_BEFORE) != 0)
        pairer.depth = 0;
      if ((flags & (BAYAN_WORD_OPEN | BAYAN_WORD_CLOSE | BAYAN_WORD_QUOTE)) == 0)
        continue;
      family = family_of (bayan_words_get_key (words, i));
      if (family != FAMILY_NONE)
        take_mark (&pairer, i, mixed_family (&pairer, i, family));
    }
  return pairer.partners;
}
