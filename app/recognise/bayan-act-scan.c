/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-scan.h"

#include <string.h>

/* How many words ahead what the tables know of one is fetched from the memory */
#define WORDS_AHEAD 8
/* Classes of nouns, not of particles. */
#define NOUNS (~(BAYAN_AW (PEOPLE) - 1))

/* The bytes of a letter, as 0xD8A7 for alef */
static inline guint16
read_letter (const char *letter)
{
  return (guint16) ((guchar) letter[0] << 8 | (guchar) letter[1]);
}

static inline gboolean
is_joint (const char *key, gsize length)
{
  guint16 first = length > 2 * BAYAN_LETTER_BYTES ? read_letter (key) : 0;

  return first == 0xD988 || first == 0xD981; /* و, ف */
}

static const BayanActWord *
find_rest (const BayanActLexicon *lexicon, const char *key, gsize length)
{
  return bayan_act_lexicon_find (lexicon, key, length, bayan_word_hash (key, length));
}

/* TRUE of the last letter of ـه, ـها, ـهم and ـهما */
static inline gboolean
may_end_pronoun (const char *letter)
{
  switch (read_letter (letter))
    {
    case 0xD8A7: /* ا */
    case 0xD985: /* م */
    case 0xD987: /* ه */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Few words may have an object pronoun behind a verb. */
static inline gboolean
may_have_pronoun (const char *key, gsize length)
{
  return length >= 4 * BAYAN_LETTER_BYTES && may_end_pronoun (key + length - BAYAN_LETTER_BYTES);
}

/* شجبته, تدينها: a verb that is surely one, behind whose object pronoun nothing else is known; NULL else. @next: the word
 * behind it; طالبهم بالإفراج is no demand of theirs. */
static const BayanActWord *
find_verb_with_pronoun (const BayanActLexicon *lexicon, const char *key, gsize length, const char *next)
{
  const gsize letter = BAYAN_LETTER_BYTES;
  const char *end = key + length;
  const BayanActWord *word;
  gsize cut;

  if (memcmp (end - letter, "ه", letter) == 0)
    cut = letter;
  else if (memcmp (end - 2 * letter, "ها", 2 * letter) == 0
           || memcmp (end - 2 * letter, "هم", 2 * letter) == 0)
    cut = 2 * letter;
  else if (length > 5 * letter && memcmp (end - 3 * letter, "هما", 3 * letter) == 0)
    cut = 3 * letter;
  else
    return NULL;
  if (length < cut + 3 * letter)
    return NULL;
  word = find_rest (lexicon, key, length - cut);
  if (word != NULL && word->form != 0 && word->classes == 0)
    {
      const BayanVerbForm *form = bayan_act_lexicon_get_form (lexicon, word->form);

      if ((form->tense == BAYAN_TENSE_PAST || form->tense == BAYAN_TENSE_PRESENT)
          && (!form->plain || (form->senses->flags & BAYAN_VERB_NOUN) == 0
              || ((form->senses->needs & BAYAN_NEEDS_BI) != 0 && bayan_key_begins (next, "ب")))
          && (form->senses->flags & (BAYAN_VERB_HOST | BAYAN_VERB_CHAIR)) == 0
          && (form->senses->flags & (BAYAN_VERB_SILENT | BAYAN_VERB_PART)) != BAYAN_VERB_SILENT)
        return word;
    }
  return NULL;
}

static void
read_pronoun (BayanActScan *self, guint index, const char *key, gsize length)
{
  BayanActToken *token = &self->tokens[index];
  const char *next;

  if (!may_have_pronoun (key, length) || token->word != NULL || token->rest != NULL)
    return;
  next = bayan_act_scan_get_key (self, index + 1);
  token->word = find_verb_with_pronoun (self->lexicon, key, length, next);
  if (token->word == NULL && length >= 5 * BAYAN_LETTER_BYTES && is_joint (key, length))
    token->rest = find_verb_with_pronoun (self->lexicon, key + BAYAN_LETTER_BYTES,
                                          length - BAYAN_LETTER_BYTES, next);
  token->has_pronoun = token->word != NULL || token->rest != NULL;
}

static void
read_words (BayanActScan *self)
{
  for (guint i = 0; i < self->n_tokens; i++)
    {
      const BayanWord *word = &self->words->words[i];
      const char *key = bayan_words_get_key (self->words, i);
      BayanActToken *token = &self->tokens[i];

      if (i + WORDS_AHEAD < self->n_tokens)
        bayan_act_lexicon_fetch (self->lexicon, word[WORDS_AHEAD].hash);
      *token = (BayanActToken) { .mention = -1 };
      if ((word->flags & BAYAN_WORD_ARABIC) == 0)
        continue;
      token->word = bayan_act_lexicon_find (self->lexicon, key, word->key_length, word->hash);
      if (is_joint (key, word->key_length))
        token->rest = find_rest (self->lexicon, key + BAYAN_LETTER_BYTES,
                                 word->key_length - BAYAN_LETTER_BYTES);
      read_pronoun (self, i, key, word->key_length);
      if ((token->word != NULL || token->rest != NULL)
          && (bayan_act_may_tell_role (token->word) || bayan_act_may_tell_role (token->rest)))
        g_array_append_val (self->cues, i);
    }
}

/* The words of a mention, from word @from on. */
static BayanActMention
find_words (const BayanActScan *self, const BayanMention *mention, guint *from)
{
  BayanActMention found = { .mention = mention };

  while (*from < self->n_tokens && self->words->words[*from].span.end.byte <= mention->span.start.byte)
    (*from)++;
  found.first = found.end = *from;
  while (found.end < self->n_tokens && self->words->words[found.end].span.start.byte < mention->span.end.byte)
    found.end++;
  return found;
}

static void
add_mention (BayanActScan *self, const BayanActMention *mention)
{
  for (guint w = mention->first; w < mention->end; w++)
    if (self->tokens[w].mention < 0)
      self->tokens[w].mention = (gint32) self->n_mentions;
  self->mentions[self->n_mentions++] = *mention;
}

/* Both lists are in the order of the text: one walk. */
static void
read_mentions (BayanActScan *self)
{
  GPtrArray *mentions = self->recognition->mentions;
  guint word = 0;

  for (guint i = 0; i < mentions->len;)
    {
      const BayanMention *mention = mentions->pdata[i];
      BayanActMention outer;

      if (mention->status == BAYAN_STATUS_REJECTED)
        {
          i++;
          continue;
        }
      outer = find_words (self, mention, &word);
      outer.nested = i + 1;
      for (i++; i < mentions->len
                && ((const BayanMention *) mentions->pdata[i])->span.start.byte < mention->span.end.byte;)
        i++;
      outer.end_nested = i;
      if (outer.end == outer.first)
        continue;
      if (mention->type == BAYAN_MENTION_PERS)
        g_hash_table_insert (self->names, GUINT_TO_POINTER (self->words->words[outer.end - 1].hash),
                             GUINT_TO_POINTER (self->n_mentions + 1));
      add_mention (self, &outer);
    }
}

/* Who acts acts under any name: where the analyst has rejected one, its plain words are who it is. */
static void
read_rejected (BayanActScan *self)
{
  const guint32 who = 1u << BAYAN_MENTION_PERS | 1u << BAYAN_MENTION_OCC | 1u << BAYAN_MENTION_GPE
                      | 1u << BAYAN_MENTION_ORG;
  GPtrArray *mentions = self->recognition->mentions;
  guint word = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      BayanActMention plain;
      gboolean is_free;

      if (mention->status != BAYAN_STATUS_REJECTED || (1u << mention->type & who) == 0)
        continue;
      plain = find_words (self, mention, &word);
      plain.nested = plain.end_nested = i + 1;
      is_free = plain.end > plain.first;
      for (guint w = plain.first; is_free && w < plain.end; w++)
        is_free = self->tokens[w].mention < 0;
      if (is_free)
        add_mention (self, &plain);
    }
}

static guint32
hash_key (const char *key)
{
  return bayan_word_hash (key, strlen (key));
}

/* Entities that have a country, each where the hash of its key says or behind. Every second place is free. */
static void
read_entities (BayanActScan *self)
{
  GPtrArray *entities = self->recognition->entities;
  guint n_places = 2;

  while (n_places < 2 * entities->len + 2)
    n_places *= 2;
  self->entities = g_new0 (const BayanEntity *, n_places);
  self->entity_mask = n_places - 1;
  for (guint i = 0; i < entities->len; i++)
    {
      const BayanEntity *entity = entities->pdata[i];
      guint32 at;

      if (entity->iso3 == NULL)
        continue;
      for (at = hash_key (entity->key) & self->entity_mask; self->entities[at] != NULL;)
        at = (at + 1) & self->entity_mask;
      self->entities[at] = entity;
    }
}

/* All of it is linear in the text. Nothing that is handed in may go before the scan. */
BayanActScan *
bayan_act_scan_new (const BayanActLexicon *lexicon, const BayanWords *words,
                    const BayanRecognition *recognition)
{
  BayanActScan *self = g_new0 (BayanActScan, 1);

  self->lexicon = lexicon;
  self->words = words;
  self->recognition = recognition;
  self->sentences = bayan_sentences_new_with_items (words);
  self->partners = self->sentences->partners;
  self->n_tokens = words->n_words;
  self->tokens = g_new (BayanActToken, words->n_words + 1);
  self->tokens[self->n_tokens] = (BayanActToken) { 0 };
  self->mentions = g_new (BayanActMention, recognition->mentions->len + 1);
  self->countries = g_hash_table_new (NULL, NULL);
  self->names = g_hash_table_new (NULL, NULL);
  self->cues = g_array_new (FALSE, FALSE, sizeof (guint));
  read_entities (self);
  read_words (self);
  read_mentions (self);
  read_rejected (self);
  self->acts = bayan_acts_new ();
  return self;
}

void
bayan_act_scan_free (BayanActScan *self)
{
  bayan_sentences_free (self->sentences);
  g_free (self->tokens);
  g_free (self->mentions);
  g_free (self->entities);
  g_hash_table_unref (self->countries);
  g_hash_table_unref (self->names);
  g_array_unref (self->cues);
  g_clear_pointer (&self->acts, bayan_acts_free);
  g_free (self);
}

/* Bytes of the key of @index that are its و or ف: of a mention that begins behind it, or of a word that is known
 * without it. 0 if it has none. */
guint
bayan_act_scan_skip_joint (const BayanActScan *self, guint index)
{
  const BayanActMention *mention;
  const char *key = bayan_act_scan_get_key (self, index);

  if (bayan_act_scan_is (self, index, "و"))
    return BAYAN_LETTER_BYTES;
  if (index >= self->n_tokens || !is_joint (key, self->words->words[index].key_length))
    return 0;
  mention = bayan_act_scan_get_mention (self, index);
  if (mention != NULL)
    return mention->mention->span.start.byte > self->words->words[index].span.start.byte ? BAYAN_LETTER_BYTES
                                                                                         : 0;
  return self->tokens[index].rest != NULL && self->tokens[index].word == NULL ? BAYAN_LETTER_BYTES : 0;
}

/* Of the words [first, end), without the و of the first one. */
BayanCleanSpan
bayan_act_scan_get_span (const BayanActScan *self, guint first, guint end)
{
  BayanCleanSpan span = { self->words->words[first].span.start, self->words->words[end - 1].span.end };
  guint skip = bayan_act_scan_skip_joint (self, first);

  if (skip > 0)
    span.start = bayan_words_get_position_in (self->words, first, skip / BAYAN_LETTER_BYTES);
  return span;
}

static guint64
look_up (const BayanActScan *self, const char *key, gsize length)
{
  const BayanActWord *word = find_rest (self->lexicon, key, length);

  return word != NULL ? word->classes & NOUNS : 0;
}

/* What may stand behind a noun, the longer before the shorter */
typedef struct {
  const char *letters;
  guint8 length_bytes;
} Ending;

#define ENDING(letters)                                                                                      \
  {                                                                                                          \
    letters, sizeof letters - 1                                                                              \
  }

static const Ending endings[] = {
  ENDING ("هما"), ENDING ("يها"), ENDING ("يه"), ENDING ("ها"), ENDING ("هم"), ENDING ("نا"), ENDING ("كم"),
  ENDING ("ين"),  ENDING ("ون"),  ENDING ("ه"),  ENDING ("ي"),  ENDING ("ا"),  ENDING ("ة"),
};

/* TRUE of the last letter of one of them: few words have none of these, so this is no call. */
static inline gboolean
may_end_ending (const char *letter)
{
  switch (read_letter (letter))
    {
    case 0xD8A7: /* ا */
    case 0xD8A9: /* ة */
    case 0xD985: /* م */
    case 0xD986: /* ن */
    case 0xD987: /* ه */
    case 0xD98A: /* ي */
      return TRUE;
    default:
      return FALSE;
    }
}

/* التزامهم, بإدانتها, تحديثا, ملتزمين: without what stands behind the noun. */
static guint64
look_up_stem (const BayanActScan *self, const char *key, gsize length)
{
  guint64 classes = look_up (self, key, length);

  if (classes != 0 || length < 3 * BAYAN_LETTER_BYTES || !may_end_ending (key + length - BAYAN_LETTER_BYTES))
    return classes;
  for (guint i = 0; classes == 0 && i < G_N_ELEMENTS (endings); i++)
    {
      gsize cut = endings[i].length_bytes;
      char other[BAYAN_LETTER_BYTES * 24];

      if (length < cut + 2 * BAYAN_LETTER_BYTES || !bayan_key_begins (key + length - cut, endings[i].letters))
        continue;
      classes = look_up (self, key, length - cut);
      if (classes == 0 && length - cut < sizeof other
          && memcmp (key + length - cut - BAYAN_LETTER_BYTES, "ت", BAYAN_LETTER_BYTES) == 0)
        {
          memcpy (other, key, length - cut - BAYAN_LETTER_BYTES);
          memcpy (other + length - cut - BAYAN_LETTER_BYTES, "ة", BAYAN_LETTER_BYTES);
          classes = look_up (self, other, length - cut);
        }
    }
  return classes;
}

static guint64
find_noun (const BayanActScan *self, guint index)
{
  const char *key = bayan_act_scan_get_key (self, index);
  gsize length = self->words->words[index].key_length, at = 0;
  guint64 classes = 0;

  for (guint n = 0; n < 3 && classes == 0 && at + 2 * BAYAN_LETTER_BYTES <= length;
       n++, at += BAYAN_LETTER_BYTES)
    {
      const char *stem = key + at;
      gsize left = length - at;

      if (left > 4 * BAYAN_LETTER_BYTES
          && (memcmp (stem, "ال", 2 * BAYAN_LETTER_BYTES) == 0
              || memcmp (stem, "لل", 2 * BAYAN_LETTER_BYTES) == 0))
        classes = look_up_stem (self, stem + 2 * BAYAN_LETTER_BYTES, left - 2 * BAYAN_LETTER_BYTES);
      if (classes == 0)
        classes = look_up_stem (self, stem, left);
      if (memcmp (stem, "و", BAYAN_LETTER_BYTES) != 0 && memcmp (stem, "ف", BAYAN_LETTER_BYTES) != 0
          && memcmp (stem, "ب", BAYAN_LETTER_BYTES) != 0 && memcmp (stem, "ل", BAYAN_LETTER_BYTES) != 0
          && memcmp (stem, "ك", BAYAN_LETTER_BYTES) != 0)
        break;
    }
  return classes;
}

/* The classes of a noun whatever article, proclitic or pronoun it has. */
guint64
bayan_act_scan_get_noun (const BayanActScan *self, guint index)
{
  BayanActToken *token;

  if (!bayan_act_scan_has_flag (self, index, BAYAN_WORD_ARABIC))
    return 0;
  token = &self->tokens[index];
  if (!token->has_noun)
    token->noun = find_noun (self, index);
  token->has_noun = TRUE;
  return token->noun;
}

/* TRUE of what may stand behind a noun: nothing, an accusative, a pronoun. */
static gboolean
is_ending (const char *rest)
{
  static const char *const behind[] = { "", "ا", "ه", "ها", "هم", "هما", "ي", "نا", "ين", NULL };

  return g_strv_contains (behind, rest);
}

/* TRUE if the word is one of @words, NULL terminated, perhaps with the article, a proclitic or such an ending. */
gboolean
bayan_act_scan_has_word (const BayanActScan *self, guint index, char **words)
{
  const char *key = bayan_act_scan_get_key (self, index);

  for (; *words != NULL; words++)
    {
      const char *found = strstr (key, *words);

      if (found != NULL && found - key <= 3 * BAYAN_LETTER_BYTES && is_ending (found + strlen (*words)))
        return TRUE;
    }
  return FALSE;
}

/* The country of what @mention names by itself; NULL if it has none */
const char *
bayan_act_scan_get_own_country (const BayanActScan *self, const BayanMention *mention)
{
  const char *key = mention->entity_key;

  if (key == NULL)
    return NULL;
  for (guint32 at = hash_key (key) & self->entity_mask; self->entities[at] != NULL;
       at = (at + 1) & self->entity_mask)
    if (self->entities[at]->key == key || strcmp (self->entities[at]->key, key) == 0)
      return self->entities[at]->iso3;
  return NULL;
}

/* The country that a mention is, or that its office or body belongs to; NULL if nobody says. */
const char *
bayan_act_scan_get_country (const BayanActScan *self, const BayanActMention *mention)
{
  const BayanMention *outer = mention->mention;
  const char *country;

  if (outer->status == BAYAN_STATUS_REJECTED)
    return NULL;
  country = outer->type != BAYAN_MENTION_OCC ? bayan_act_scan_get_own_country (self, outer) : NULL;

  for (guint i = mention->nested; country == NULL && i < mention->end_nested; i++)
    country = bayan_act_scan_get_own_country (self, self->recognition->mentions->pdata[i]);
  return country != NULL ? country : bayan_act_scan_get_own_country (self, outer);
}
