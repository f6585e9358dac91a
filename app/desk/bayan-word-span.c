/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-word-span.h"

#include <string.h>

#include "bayan-clitics.h"
#include "bayan-words.h"

/* One paragraph as words. */
typedef struct {
  BayanWords *words;
  guint32 start; /* of the paragraph in the text */
  BayanKnownWord known;
  gpointer data;
} Paragraph;

static void
open_paragraph (Paragraph *self, const BayanStatement *statement, guint32 at, BayanKnownWord known,
                gpointer data)
{
  const char *text = statement->text, *end;
  guint32 start = MIN (at, (guint32) statement->text_length_bytes);

  while (start > 0 && text[start - 1] != '\n')
    start--;
  end = memchr (text + start, '\n', statement->text_length_bytes - start);
  self->start = start;
  self->words = bayan_words_new (text + start, end != NULL ? (gssize) (end - text - start)
                                                           : (gssize) statement->text_length_bytes - start);
  self->known = known;
  self->data = data;
}

static void
close_paragraph (Paragraph *self)
{
  bayan_words_free (self->words);
}

static gboolean
is_word (const BayanWord *word)
{
  return (word->flags & (BAYAN_WORD_SENTENCE_END | BAYAN_WORD_CLAUSE_END | BAYAN_WORD_DASH)) == 0;
}

static guint32
get_start (const Paragraph *self, guint index)
{
  return self->start + self->words->words[index].span.start.byte;
}

static guint32
get_end (const Paragraph *self, guint index)
{
  return self->start + self->words->words[index].span.end.byte;
}

/* Where what a mention of the word would be begins. */
static guint32
get_bare_start (const Paragraph *self, guint index)
{
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint n_splits = bayan_clitics_split (bayan_words_get_key (self->words, index),
                                        self->words->words[index].key_length, splits);
  guint best = n_splits > 1 ? bayan_clitics_find_best (splits, n_splits, self->known, self->data) : 0;

  if (n_splits == 0 || splits[best].span_chars == 0 || splits[best].function_word)
    return get_start (self, index);
  return self->start + bayan_words_get_position_in (self->words, index, splits[best].span_chars).byte;
}

/* The word that holds the byte @at, or ends there; -1 for none. */
static int
find_word (const Paragraph *self, guint32 at, gboolean or_ends)
{
  int found = -1;

  for (guint i = 0; i < self->words->n_words && get_start (self, i) <= at; i++)
    if (is_word (&self->words->words[i])
        && (at < get_end (self, i) || (or_ends && found < 0 && at == get_end (self, i))))
      found = (int) i;
  return found;
}

/**
 * bayan_word_span_find:
 * @at: a place in the text: in a word, or right behind one
 * @known: (nullable): says whether a word without its particles is one; see bayan_clitics_find_best()
 * @word: (out): that word
 *
 * Returns: FALSE if there is none
 */
gboolean
bayan_word_span_find (const BayanStatement *statement, BayanCleanPos at, BayanKnownWord known, gpointer data,
                      BayanWordSpan *word)
{
  Paragraph paragraph;
  int index;

  open_paragraph (&paragraph, statement, at.byte, known, data);
  index = find_word (&paragraph, at.byte, TRUE);
  if (index >= 0)
    {
      word->whole = bayan_clean_span (get_start (&paragraph, (guint) index),
                                      get_end (&paragraph, (guint) index));
      word->bare = bayan_clean_span (get_bare_start (&paragraph, (guint) index), word->whole.end.byte);
    }
  close_paragraph (&paragraph);
  return index >= 0;
}

/**
 * bayan_word_span_snap:
 * @span: (inout): what a hand has drawn; on return it begins and ends with words
 *
 * A span that begins inside a word, or lies in one, begins where a mention of that word would: a hand that was drawn
 * through والعراق meant العراق. One that begins with a word and goes on to others keeps its particles: it may be a
 * passage.
 */
void
bayan_word_span_snap (const BayanStatement *statement, BayanKnownWord known, gpointer data,
                      BayanCleanSpan *span)
{
  Paragraph paragraph;
  int first, last;

  open_paragraph (&paragraph, statement, span->start.byte, known, data);
  first = find_word (&paragraph, span->start.byte, FALSE);
  if (first >= 0)
    {
      gboolean within = span->end.byte <= get_end (&paragraph, (guint) first);

      if (span->start.byte > get_start (&paragraph, (guint) first) || within)
        span->start.byte = get_bare_start (&paragraph, (guint) first);
    }
  close_paragraph (&paragraph);

  open_paragraph (&paragraph, statement, span->end.byte, known, data);
  last = find_word (&paragraph, span->end.byte, FALSE);
  if (last >= 0 && span->end.byte > get_start (&paragraph, (guint) last))
    span->end.byte = get_end (&paragraph, (guint) last);
  close_paragraph (&paragraph);
}

/* Where a span may begin, the particles of a word apart, or end: the nearest such place beyond @from. */
static gboolean
find_stop (const Paragraph *self, BayanSpanEdge edge, gboolean forward, guint32 from, guint32 *stop)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->words->n_words; i++)
    {
      guint32 places[2] = { 0, 0 };

      if (!is_word (&self->words->words[i]))
        continue;
      places[0] = edge == BAYAN_EDGE_END ? get_end (self, i) : get_start (self, i);
      places[1] = edge == BAYAN_EDGE_END ? places[0] : get_bare_start (self, i);
      for (guint n = 0; n < G_N_ELEMENTS (places); n++)
        if (forward ? places[n] > from && (!found || places[n] < *stop)
                    : places[n] < from && (!found || places[n] > *stop))
          {
            *stop = places[n];
            found = TRUE;
          }
    }
  return found;
}

/**
 * bayan_word_span_step:
 * @edge: which end of the span moves
 * @extend: outwards, or inwards
 * @span: (inout): left alone where it cannot
 *
 * Moves an end of @span by a word; the particles of a first word count as one.
 *
 * Returns: FALSE at the end of the paragraph, or where nothing would be left
 */
gboolean
bayan_word_span_step (const BayanStatement *statement, BayanSpanEdge edge, gboolean extend,
                      BayanKnownWord known, gpointer data, BayanCleanSpan *span)
{
  guint32 *moved = edge == BAYAN_EDGE_START ? &span->start.byte : &span->end.byte;
  gboolean forward = (edge == BAYAN_EDGE_END) == extend;
  Paragraph paragraph;
  guint32 stop = *moved;
  gboolean can;

  open_paragraph (&paragraph, statement, *moved, known, data);
  can = find_stop (&paragraph, edge, forward, *moved, &stop)
        && (edge == BAYAN_EDGE_START ? stop < span->end.byte : stop > span->start.byte);
  if (can)
    *moved = stop;
  close_paragraph (&paragraph);
  return can;
}
