/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-sentences.h"

#include <string.h>

#include "bayan-clitics.h"
#include "bayan-phrase-table.h"

#define LETTER_BYTES 2
/* Marks that close only after this many words do not keep a sentence together. */
#define QUOTED_WORDS_MAX 60
/* Lines of a text that was wrapped by hand or by a mail program. */
#define WRAPPED_CHARS_MIN 40
#define WRAPPED_CHARS_MAX 110

typedef struct {
  const BayanWords *words;
  guint *partners;
  gboolean wrapped; /* a single line end is no end of a paragraph */
  guint kept_until; /* the word that closes the marks at hand; stops before it do not end the sentence */
  GArray *sentences, *clauses;
  guint sentence_at, clause_at; /* their first words */
  gboolean only_items;          /* clauses are not looked for */
} Cutter;

/* Participles that go on with what was said, and conjunctions that do: with a comma before them a clause
 * begins. */
static const BayanPhrase CONTINUATIONS[] = {
  { "كما", 1 },    { "فيما", 1 },    { "بينما", 1 },   { "حيث", 1 },    { "مشيرا", 1 },  { "مشيرة", 1 },
  { "مشيرين", 1 }, { "مؤكدا", 1 },   { "مؤكدة", 1 },   { "مؤكدين", 1 }, { "داعيا", 1 },  { "داعية", 1 },
  { "داعين", 1 },  { "معربا", 1 },   { "معربة", 1 },   { "معربين", 1 }, { "مشددا", 1 },  { "مشددة", 1 },
  { "مشددين", 1 }, { "محذرا", 1 },   { "محذرة", 1 },   { "محذرين", 1 }, { "مجددا", 1 },  { "مجددة", 1 },
  { "مجددين", 1 }, { "مثمنا", 1 },   { "مثمنة", 1 },   { "مثمنين", 1 }, { "مضيفا", 1 },  { "مضيفة", 1 },
  { "موضحا", 1 },  { "موضحة", 1 },   { "موضحين", 1 },  { "لافتا", 1 },  { "لافتة", 1 },  { "لافتين", 1 },
  { "منوها", 1 },  { "منوهة", 1 },   { "منوهين", 1 },  { "مرحبا", 1 },  { "مرحبة", 1 },  { "مرحبين", 1 },
  { "مشيدا", 1 },  { "مشيدة", 1 },   { "مشيدين", 1 },  { "معتبرا", 1 }, { "معتبرة", 1 }, { "معتبرين", 1 },
  { "مطالبا", 1 }, { "مطالبة", 1 },  { "مطالبين", 1 }, { "مبينا", 1 },  { "مبينة", 1 },  { "متعهدا", 1 },
  { "متعهدة", 1 }, { "متعهدين", 1 }, { "معلنا", 1 },   { "معلنة", 1 },  { "معلنين", 1 }, { "مستنكرا", 1 },
  { "منددا", 1 },  { "منددة", 1 },   { "منددين", 1 },  { "مدينا", 1 },  { "مثنيا", 1 },  { "مثنية", 1 },
  { "مثنين", 1 },  { "مبرزا", 1 },
};

static const BayanWord *
get_word (const Cutter *self, guint index)
{
  return &self->words->words[index];
}

static const char *
get_key (const Cutter *self, guint index)
{
  return bayan_words_get_key (self->words, index);
}

static gboolean
has_flag (const Cutter *self, guint index, guint32 flag)
{
  return index < self->words->n_words && (get_word (self, index)->flags & flag) != 0;
}

static BayanCleanSpan
span_of (const Cutter *self, guint first_word, guint end_word)
{
  return (BayanCleanSpan) { get_word (self, first_word)->span.start,
                            get_word (self, end_word - 1)->span.end };
}

static void
end_clause (Cutter *self, guint end_word)
{
  BayanClause clause = { .first_word = self->clause_at, .end_word = end_word };

  if (end_word == self->clause_at)
    return;
  clause.span = span_of (self, clause.first_word, end_word);
  g_array_append_val (self->clauses, clause);
  self->clause_at = end_word;
}

static void
end_sentence (Cutter *self, guint end_word)
{
  guint first_clause =
      self->sentences->len == 0
          ? 0
          : g_array_index (self->sentences, BayanSentence, self->sentences->len - 1).end_clause;
  BayanSentence sentence = { .first_word = self->sentence_at,
                             .end_word = end_word,
                             .first_clause = first_clause };

  if (end_word == self->sentence_at)
    return;
  end_clause (self, end_word);
  sentence.end_clause = self->clauses->len;
  sentence.span = span_of (self, sentence.first_word, end_word);
  sentence.begins_paragraph = has_flag (
      self, sentence.first_word, self->wrapped ? BAYAN_WORD_PARAGRAPH_BEFORE : BAYAN_WORD_NEWLINE_BEFORE);
  g_array_append_val (self->sentences, sentence);
  self->sentence_at = end_word;
}

/* The characters of the text from word @first to word @end, roughly: letters of Arabic are two bytes. */
static guint
chars_between (const Cutter *self, guint first, guint end)
{
  BayanCleanSpan span = span_of (self, first, end);

  return (guint) g_utf8_strlen (self->words->text + span.start.byte, bayan_clean_span_length_bytes (span));
}

/* A text is wrapped if no line is long and most that do not end a paragraph are of a width and end in
 * mid-sentence. */
static gboolean
is_wrapped (const Cutter *self)
{
  guint n_lines = 0, n_broken = 0, line_at = 0;

  for (guint i = 1; i <= self->words->n_words; i++)
    {
      gboolean paragraph = i == self->words->n_words || has_flag (self, i, BAYAN_WORD_PARAGRAPH_BEFORE);
      guint chars;

      if (!paragraph && !has_flag (self, i, BAYAN_WORD_NEWLINE_BEFORE))
        continue;
      chars = chars_between (self, line_at, i);
      if (chars > WRAPPED_CHARS_MAX)
        return FALSE;
      if (!paragraph)
        {
          n_lines++;
          n_broken += chars >= WRAPPED_CHARS_MIN && !has_flag (self, i - 1, BAYAN_WORD_SENTENCE_END);
        }
      line_at = i;
    }
  return n_lines >= 3 && n_broken * 3 >= n_lines * 2;
}

/* - text, • text, 1. text, 1 - text, (1) text at the beginning of a line. */
static gboolean
is_list_item (const Cutter *self, guint index)
{
  static const char *const BULLETS[] = { "-", "–", "—", "•", "*", "▪", "●", "◦", "‣", "ـ", "·", "■" };

  if (has_flag (self, index, BAYAN_WORD_NUMBER))
    return has_flag (self, index + 1, BAYAN_WORD_DASH) || has_flag (self, index + 1, BAYAN_WORD_CLOSE)
           || (index + 1 < self->words->n_words && strcmp (get_key (self, index + 1), ".") == 0);
  for (guint i = 0; has_flag (self, index, BAYAN_WORD_PUNCTUATION) && i < G_N_ELEMENTS (BULLETS); i++)
    if (strcmp (get_key (self, index), BULLETS[i]) == 0)
      return TRUE;
  return has_flag (self, index, BAYAN_WORD_OPEN) && has_flag (self, index + 1, BAYAN_WORD_NUMBER)
         && has_flag (self, index + 2, BAYAN_WORD_CLOSE);
}

/* د. أ.د. ص. ق.م. and J. stand for a word. م and هـ behind a number are the calendar: there the sentence may
 * well end, unless it goes on with the other date. */
static gboolean
is_abbreviation (const Cutter *self, guint stop)
{
  const BayanWord *letter;

  if (stop == 0 || !bayan_words_touches_previous (self->words, stop)
      || strcmp (get_key (self, stop), ".") != 0)
    return FALSE;
  letter = get_word (self, stop - 1);
  if ((letter->flags & BAYAN_WORD_LATIN) != 0)
    return letter->key_length == 1 && (letter->flags & BAYAN_WORD_UPPER_FIRST) != 0;
  if ((letter->flags & BAYAN_WORD_ARABIC) == 0 || letter->key_length != LETTER_BYTES)
    return FALSE;
  if (stop >= 2 && has_flag (self, stop - 2, BAYAN_WORD_NUMBER))
    return stop + 1 < self->words->n_words
           && (strcmp (get_key (self, stop + 1), "الموافق") == 0
               || has_flag (self, stop + 1, BAYAN_WORD_DASH));
  return TRUE;
}

/* The full stop of "1." at the beginning of a line. */
static gboolean
is_list_number (const Cutter *self, guint stop)
{
  return stop > 0 && has_flag (self, stop - 1, BAYAN_WORD_NUMBER)
         && has_flag (self, stop - 1, BAYAN_WORD_NEWLINE_BEFORE);
}

/* a.b, or .5 */
static gboolean
is_inside_word (const Cutter *self, guint stop)
{
  return stop + 1 < self->words->n_words && bayan_words_touches_previous (self->words, stop + 1)
         && strcmp (get_key (self, stop), ".") == 0
         && has_flag (self, stop + 1, BAYAN_WORD_LATIN | BAYAN_WORD_NUMBER);
}

/* Where the sentence ends that the stop at @stop ends: behind further stops, and behind the marks that close
 * there. */
static guint
end_behind (const Cutter *self, guint stop)
{
  guint end = stop + 1;

  while (end < self->words->n_words && !has_flag (self, end, BAYAN_WORD_NEWLINE_BEFORE)
         && (has_flag (self, end, BAYAN_WORD_SENTENCE_END) || self->partners[end] < end
             || (has_flag (self, end, BAYAN_WORD_CLOSE) && bayan_words_touches_previous (self->words, end))))
    end++;
  return end;
}

static gboolean
ends_sentence (const Cutter *self, guint index)
{
  return has_flag (self, index, BAYAN_WORD_SENTENCE_END) && end_behind (self, index) > self->kept_until
         && !is_abbreviation (self, index) && !is_list_number (self, index) && !is_inside_word (self, index);
}

/* Only with one of these, perhaps behind أ, can a word be joined. */
static gboolean
may_join (const char *key)
{
  static const char *const first[] = { "و", "ف", "ا" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (memcmp (key, first[i], LETTER_BYTES) == 0)
      return TRUE;
  return FALSE;
}

/* و and ف that join, not those of وزير; or a word that goes on. */
static gboolean
continues (const Cutter *self, guint index)
{
  static BayanPhraseTable table;
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint32 value;
  guint n;

  if (!has_flag (self, index, BAYAN_WORD_ARABIC))
    return FALSE;
  bayan_phrase_table_fill (&table, CONTINUATIONS, G_N_ELEMENTS (CONTINUATIONS));
  if (bayan_phrase_table_match (&table, self->words, index, 0, &value) > 0)
    return TRUE;
  if (!may_join (get_key (self, index)))
    return FALSE;
  n = bayan_clitics_split (get_key (self, index), get_word (self, index)->key_length, splits);
  for (guint i = 0; i < n; i++)
    if ((splits[i].proclitics & (BAYAN_PROCLITIC_WA | BAYAN_PROCLITIC_FA)) != 0)
      return TRUE;
  return bayan_clitics_get_lone_proclitics (get_key (self, index), get_word (self, index)->key_length)
         == BAYAN_PROCLITIC_WA;
}

static gboolean
ends_clause (const Cutter *self, guint index)
{
  const char *key = get_key (self, index);

  if (!has_flag (self, index, BAYAN_WORD_CLAUSE_END))
    return FALSE;
  if (strcmp (key, "؛") == 0 || strcmp (key, ";") == 0)
    return TRUE;
  return (strcmp (key, "،") == 0 || strcmp (key, ",") == 0) && continues (self, index + 1);
}

static void
take_line_end (Cutter *self, guint index)
{
  if (has_flag (self, index, BAYAN_WORD_PARAGRAPH_BEFORE))
    end_sentence (self, index);
  else if (has_flag (self, index, BAYAN_WORD_NEWLINE_BEFORE) && is_list_item (self, index))
    end_clause (self, index);
  else if (has_flag (self, index, BAYAN_WORD_NEWLINE_BEFORE) && !self->wrapped)
    end_sentence (self, index);
}

/* Nothing can end at any other word. */
#define ENDINGS                                                                                              \
  (BAYAN_WORD_NEWLINE_BEFORE | BAYAN_WORD_PARAGRAPH_BEFORE | BAYAN_WORD_SENTENCE_END | BAYAN_WORD_CLAUSE_END)

static void
take_word (Cutter *self, guint index)
{
  guint partner = self->partners[index];

  if (partner <= index && !has_flag (self, index, ENDINGS))
    return;
  take_line_end (self, index);
  if (partner > index && partner - index <= QUOTED_WORDS_MAX && partner > self->kept_until)
    self->kept_until = partner;
  if (ends_sentence (self, index))
    end_sentence (self, end_behind (self, index));
  else if (!self->only_items && ends_clause (self, index))
    end_clause (self, index + 1);
}

static BayanSentences *
cut (const BayanWords *words, gboolean only_items)
{
  BayanSentences *self = g_new0 (BayanSentences, 1);
  Cutter cutter = { .words = words, .partners = bayan_words_pair_marks (words), .only_items = only_items };

  cutter.sentences = g_array_sized_new (FALSE, FALSE, sizeof (BayanSentence), words->n_words / 16 + 1);
  cutter.clauses = g_array_sized_new (FALSE, FALSE, sizeof (BayanClause), words->n_words / 16 + 1);
  cutter.wrapped = is_wrapped (&cutter);
  for (guint i = 0; i < words->n_words; i = MAX (i + 1, cutter.sentence_at))
    take_word (&cutter, i);
  if (words->n_words > 0)
    end_sentence (&cutter, words->n_words);
  self->n_sentences = cutter.sentences->len;
  self->sentences = (BayanSentence *) g_array_free (cutter.sentences, FALSE);
  self->n_clauses = cutter.clauses->len;
  self->clauses = (BayanClause *) g_array_free (cutter.clauses, FALSE);
  self->partners = cutter.partners;
  return self;
}

/**
 * bayan_sentences_new:
 * @words: the words of a text
 *
 * Returns: (transfer full): its sentences and their clauses; together they hold every word once
 */
BayanSentences *
bayan_sentences_new (const BayanWords *words)
{
  return cut (words, FALSE);
}

/**
 * bayan_sentences_new_with_items:
 *
 * The same at less cost: only items of a list are clauses of their own.
 */
BayanSentences *
bayan_sentences_new_with_items (const BayanWords *words)
{
  return cut (words, TRUE);
}

void
bayan_sentences_free (BayanSentences *self)
{
  if (self == NULL)
    return;
  g_free (self->sentences);
  g_free (self->clauses);
  g_free (self->partners);
  g_free (self);
}

/**
 * bayan_sentences_find:
 * @word: the index of a word
 *
 * Returns: the index of the sentence that holds it; n_sentences if there is none
 */
guint
bayan_sentences_find (const BayanSentences *self, guint word)
{
  guint low = 0, high = self->n_sentences;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (self->sentences[middle].end_word <= word)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
