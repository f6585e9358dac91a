/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons: known given names with what follows them; the subject of a verb of saying; and the family name of somebody named
 * in full elsewhere in the text. bayan-person-behind.c and bayan-person-announced.c find the others. */
#include <string.h>

#include "bayan-person-finder.h"

#define FAMILY_BYTES_MIN 6

static guint
hash_key (gconstpointer key)
{
  return bayan_word_hash (key, strlen (key));
}

static gboolean
has_hash (const Persons *self, guint32 hash)
{
  return (self->hashes[hash % BAYAN_FAMILY_HASH_BITS / 64] >> hash % 64 & 1) != 0;
}

/* The last word of a name of several words is how the text may come back to the person. */
void
bayan_person_finder_remember_family (Persons *self, const BayanCandidate *person)
{
  const BayanScan *scan = self->scan;
  guint32 last = person->last - 1, hash;

  if (person->last - person->first < 2 || scan->tokens[last].key_length < FAMILY_BYTES_MIN
      || (bayan_scan_is (scan, last, NO_NAME)
          && !(bayan_scan_is (scan, last, BAYAN_CLASS (COMMON))
               && bayan_scan_is (scan, last, BAYAN_CLASS (FAMILY)))))
    return;
  hash = scan->words->words[last].hash;
  self->hashes[hash % BAYAN_FAMILY_HASH_BITS / 64] |= G_GUINT64_CONSTANT (1) << hash % 64;
  g_hash_table_insert (self->families, (gpointer) scan->tokens[last].key, (gpointer) person->key);
}

/* @reading: (nullable): how the first word is read, of which a proclitic is no part of the name: وفؤاد */
const char *
bayan_person_finder_make_key (Persons *self, guint32 first, guint32 last, const BayanReading *reading)
{
  static const char scheme[] = "pers:";
  const BayanScan *scan = self->scan;
  gsize length_bytes = strlen (scheme), skip = reading != NULL ? strlen ("و") * reading->span_chars : 0;
  char *end;

  for (guint32 i = first; i < last; i++)
    length_bytes += scan->tokens[i].key_length + 1u;
  g_string_set_size (self->key, length_bytes);
  end = mempcpy (self->key->str, scheme, strlen (scheme));
  for (guint32 i = first; i < last; i++)
    if ((scan->tokens[i].flags & BAYAN_WORD_PUNCTUATION) == 0)
      {
        if (i > first)
          *end++ = ' ';
        end = mempcpy (end, scan->tokens[i].key + skip, scan->tokens[i].key_length - skip);
        skip = 0;
      }

  return g_string_chunk_insert_len (scan->strings, self->key->str, end - self->key->str);
}

BayanCandidate *
bayan_person_finder_add (Persons *self, guint32 first, guint32 last, const char *rule, const char *evidence)
{
  BayanCandidate *person = bayan_scan_add (self->scan, BAYAN_MENTION_PERS, first, last, NULL, rule);

  person->evidence = evidence;
  person->key = bayan_person_finder_make_key (self, first, last, NULL);
  bayan_person_finder_remember_family (self, person);

  return person;
}

static gboolean
may_say (const BayanScan *scan, guint32 token)
{
  return (scan->tokens[token].classes & BAYAN_CLASS (SPEAKER)) != 0;
}

/* Which proclitics a verb of saying at @token has: و or none. */
static guint8
says_and (const BayanScan *scan, guint32 token)
{
  return bayan_scan_is (scan, token, BAYAN_CLASS (SPEAKER)) ? 0 : BAYAN_PROCLITIC_WA;
}

/* Two words or more that may be a name, none of which says so: what stands behind must close it. */
guint32
bayan_person_finder_parse_unknown (const BayanScan *scan, guint32 token)
{
  guint32 end = bayan_person_parse_name (scan, token);
  const char *last = end > token ? scan->tokens[end - 1].key : "";

  if (end < token + 2 || bayan_key_ends (last, "ة") || bayan_key_ends (last, "ا")
      || (bayan_scan_is_definite (scan, end - 1) && !bayan_key_ends (last, "ي")
          && !bayan_person_is_name_word (scan, token) && !bayan_person_is_name_word (scan, end - 1))
      || bayan_scan_is (scan, end - 1, BAYAN_CLASS (COMMON)))
    return token;

  return end;
}

/* A person's name ends before @token. */
gboolean
bayan_person_finder_ends_before (const BayanScan *scan, guint32 token)
{
  for (guint back = 1; back <= 5 && back <= token; back++)
    {
      const BayanCandidate *name = bayan_scan_longest (scan, token - back, BAYAN_TYPE (PERS),
                                                       BAYAN_ANY_PROCLITICS);

      if (name != NULL && name->last == token)
        return TRUE;
    }

  return FALSE;
}

/* (وأبي) الحسن الهاشمي القرشي: the token behind the families at @token, two at most. */
static guint32
skip_families (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  while (at < token + 2 && bayan_scan_goes_on (scan, at) && bayan_scan_is_definite (scan, at)
         && bayan_scan_word_ends (&scan->tokens[at], "ي") && !bayan_scan_is (scan, at, NO_NAME))
    at++;

  return at;
}

/* (ونور) الدين البحيري, (وخيام) التركي: what goes on a given name that a proclitic stands before. Returns the token
 * behind it. */
static guint32
parse_behind_given (const BayanScan *scan, guint32 token)
{
  guint32 at = bayan_scan_key_is (scan, token, "الدين") || bayan_scan_key_is (scan, token, "الله") ? token + 1
                                                                                                   : token;

  if (skip_families (scan, at) > at)
    return at + 1;
  if (!bayan_scan_goes_on (scan, at) || !bayan_person_is_open_word (scan, at))
    return at;

  return bayan_scan_is_definite (scan, at) ? skip_families (scan, at + 1)
                                           : MAX (bayan_person_parse_name (scan, at), at);
}

/* كمال لطيف وخيام التركي وعصام الشابي: persons joined to one who is known; only the new ones are tried again. */
static void
find_joined (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint c = 0; c < scan->n_candidates; c++)
    {
      const BayanCandidate *known = bayan_scan_get (scan, (gint32) c);
      const BayanReading *given;
      guint32 at = known->last, end;

      if (known->type != BAYAN_MENTION_PERS || at >= scan->n_tokens
          || !bayan_key_begins (scan->tokens[at].key, "و") || known->last < known->first + 2
          || bayan_scan_longest (scan, at, BAYAN_TYPE (PERS), BAYAN_PROCLITIC_WA) != NULL)
        continue;
      given = bayan_scan_reading_with (scan, at, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN),
                                       BAYAN_PROCLITIC_WA);
      if (given == NULL || !bayan_scan_goes_on (scan, at) || bayan_scan_is (scan, at, NO_NAME))
        continue;
      end = parse_behind_given (scan, at + 1);
      if (end > at + 1)
        {
          BayanCandidate *person = bayan_scan_add (scan, BAYAN_MENTION_PERS, at, end, given, "person/joined");

          person->key = bayan_person_finder_make_key (self, at, end, given);
          bayan_person_finder_remember_family (self, person);
        }
    }
}

/* نظرائه المالي عبد الله ديوب والنيجري باكاري ياوو سانغاري: one more of a people, joined to somebody; only the new ones are
 * tried again. */
static void
find_counterparts (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint c = 0; c < scan->n_candidates; c++)
    {
      const BayanCandidate *known = bayan_scan_get (scan, (gint32) c);
      guint32 at = known->last, people, end;

      if (known->type != BAYAN_MENTION_PERS || !bayan_scan_goes_on (scan, at)
          || !bayan_key_begins (scan->tokens[at].key, "وال"))
        continue;
      people = bayan_phrase_name (scan, at, BAYAN_TYPE (NORP), BAYAN_PROCLITIC_WA);
      if (people != at + 1 || bayan_scan_word_ends (&scan->tokens[at], "ة")
          || bayan_scan_longest (scan, people, BAYAN_TYPE (PERS), 0) != NULL)
        continue;
      end = bayan_scan_goes_on (scan, people) ? bayan_person_parse_name (scan, people) : people;
      if (end >= people + 2)
        bayan_person_finder_add (self, people, end, "person/counterpart", bayan_scan_text (scan, at, people));
    }
}

/* ، 41 عاما or (38 سنة: how old somebody is who was just named */
static gboolean
is_age (const BayanScan *scan, guint32 token)
{
  static const char *const years[] = { "عاما", "سنة", "سنوات", "اعوام", NULL };

  return bayan_scan_goes_on (scan, token + 2)
         && (bayan_scan_key_is (scan, token, "،") || bayan_scan_key_is (scan, token, "("))
         && (scan->tokens[token + 1].flags & BAYAN_WORD_NUMBER) != 0
         && bayan_scan_key_in (scan, token + 2, years);
}

/* ، رئيسة المنظمة: what office somebody holds who was just named */
static gboolean
is_office_behind (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *office;

  if (!bayan_scan_goes_on (scan, token + 1) || !bayan_scan_key_is (scan, token, "،"))
    return FALSE;
  office = bayan_scan_longest (scan, token + 1, BAYAN_TYPE (OCC), 0);

  return office != NULL && office->last > token + 2;
}

/* فلادو أزينوفيتش: two words that no table knows, neither of them an adjective or a plural */
static gboolean
is_foreign_pair (const BayanScan *scan, guint32 token, guint32 end)
{
  return end == token + 2 && bayan_person_finder_is_unknown_family (scan, token)
         && bayan_person_finder_is_unknown_family (scan, token + 1) && !bayan_scan_is_definite (scan, token)
         && !bayan_scan_word_ends (&scan->tokens[token], "ي")
         && !bayan_scan_word_ends (&scan->tokens[token + 1], "ي");
}

/* أعرب فؤاد سنغولي عن: a given name behind a verb of saying, and a family name that no table knows */
static void
find_new_speakers (Persons *self)
{
  static const char *const complements[] = { "ان", "بان", "انه", "عن", ":", "على", "الى", NULL };
  BayanScan *scan = self->scan;

  for (guint m = 0; m < self->n_marked && self->marked[m] + 3 < scan->n_tokens; m++)
    {
      guint32 i = self->marked[m] + 1, end, foreign;

      if (!may_say (scan, i - 1)
          || bayan_scan_reading_with (scan, i - 1, BAYAN_CLASS (SPEAKER), says_and (scan, i - 1)) == NULL
          || !bayan_scan_goes_on (scan, i)
          || bayan_scan_is (scan, i, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (COMMON)))
        continue;
      foreign = bayan_person_parse_foreign (scan, i);
      end = MAX (bayan_person_finder_parse_unknown (scan, i), foreign);
      if (end > i
          && (((bayan_scan_is (scan, i, BAYAN_CLASS (GIVEN)) || is_foreign_pair (scan, i, end)
                || end == foreign)
               && bayan_scan_key_in (scan, end, complements))
              || is_age (scan, end) || is_office_behind (scan, end)))
        bayan_person_finder_add (self, i, end, "person/speaker", bayan_scan_text (scan, i - 1, i));
    }
}

/* فرانس برس: a name of several words that is nobody's. */
static gboolean
begins_other_name (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *other = bayan_scan_longest (
      scan, token, BAYAN_TYPE (ORG) | BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), BAYAN_ANY_PROCLITICS);

  return other != NULL && other->last > token + 1 && other->entry != 0;
}

/* أحمد الكزبري, سامر العبداللات: a definite word that no table knows, behind a given name. One that ends in ي is a
 * family's; any other only behind a name that is no noun. */
static gboolean
is_family (const BayanScan *scan, guint32 token)
{
  const BayanToken *at = &scan->tokens[token];

  if (!bayan_scan_is_definite (scan, token) || at->readings[0].classes != 0 || at->n_readings > 1
      || bayan_scan_reading (scan, token - 1, BAYAN_CLASS (GIVEN)) == NULL
      || bayan_scan_is (scan, token - 1, BAYAN_CLASS (STOP) | BAYAN_CLASS (COMMON)))
    return FALSE;

  return bayan_key_ends (at->key, "ي")
         || (!bayan_key_ends (at->key, "ة") && !bayan_key_ends (at->key, "ين")
             && bayan_person_is_plain_given (scan, token - 1));
}

/* مهسا أميني: an unknown word in ي without an article behind a name that is no noun, where the name ends */
static gboolean
is_new_family (const BayanScan *scan, guint32 token)
{
  return bayan_person_is_plain_given (scan, token - 1) && bayan_person_finder_is_unknown_family (scan, token)
         && bayan_scan_word_ends (&scan->tokens[token], "ي") && scan->tokens[token].key_length >= 10
         && (!bayan_scan_goes_on (scan, token + 1)
             || bayan_scan_is (scan, token + 1, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB)));
}

/* موسى (داديس) كامارا: an unknown word between a name and a family of the tables */
static gboolean
is_middle_name (const BayanScan *scan, guint32 token)
{
  return scan->tokens[token].readings[0].word == 0 && bayan_person_is_open_word (scan, token)
         && !bayan_scan_is_definite (scan, token) && bayan_scan_goes_on (scan, token + 1)
         && bayan_scan_is (scan, token + 1, BAYAN_CLASS (FAMILY))
         && !bayan_scan_is (scan, token + 1, NO_NAME);
}

/* معروف باسم, المعروف أيضا باسم: no given name */
static gboolean
is_in_name_of (const BayanScan *scan, guint32 token)
{
  return token > 1 && bayan_scan_key_is (scan, token, "باسم")
         && bayan_person_finder_is_nicknamed (scan, token - 1 - bayan_scan_key_is (scan, token - 1, "ايضا"));
}

/* شيخ الأزهر: the end of an office that the tables know, though somebody may be called so */
static gboolean
ends_known_office (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *office =
      token > 0 ? bayan_scan_longest (scan, token - 1, BAYAN_TYPE (OCC), BAYAN_ANY_PROCLITICS) : NULL;

  return office != NULL && office->entry != 0 && office->last == token + 1;
}

/* (باني) بانغو: a foreign name of a few letters behind a preposition, which is rather the beginning of another word */
static gboolean
is_short_behind_preposition (const BayanScan *scan, guint32 token, const BayanReading *reading)
{
  return (reading->proclitics & BAYAN_PREPOSITIONS) != 0
         && scan->tokens[token].end - reading->start < FAMILY_BYTES_MIN + 4;
}

/* محمد بن زايد, بريت ماكغورك: a given name and a name behind it */
static void
find_by_given_name (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint m = 0; m < self->n_marked; m++)
    {
      guint32 i = self->marked[m];
      const BayanReading *reading = bayan_scan_reading (scan, i, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN));
      gboolean foreign = reading != NULL && (reading->classes & BAYAN_CLASS (FOREIGN)) != 0;
      BayanCandidate *person;
      guint32 end;

      if (reading == NULL || i + 1 >= scan->n_tokens || !bayan_scan_goes_on (scan, i + 1)
          || (reading->classes & (BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))) != 0
          || (i > 0 && (scan->tokens[i - 1].flags & BAYAN_WORD_NUMBER) != 0) || begins_other_name (scan, i)
          || is_in_name_of (scan, i) || ends_known_office (scan, i))
        continue;
      if (!bayan_person_is_name_word (scan, i + 1) && !bayan_scan_key_is (scan, i + 1, "بن")
          && !bayan_scan_key_is (scan, i + 1, "ولد") && !bayan_scan_key_is (scan, i + 1, "ابو")
          && !bayan_scan_key_is (scan, i + 1, "الدين") && !bayan_scan_key_is (scan, i + 1, "عبد")
          && !bayan_scan_key_is (scan, i + 1, "اغ") && !is_family (scan, i + 1)
          && !is_new_family (scan, i + 1) && !is_middle_name (scan, i + 1)
          && !(foreign && !is_short_behind_preposition (scan, i, reading)
               && bayan_person_is_open_word (scan, i + 1)))
        continue;
      end = bayan_person_parse_name (scan, i);
      if (foreign && reading == &scan->tokens[i].readings[0])
        end = MAX (end, bayan_person_parse_foreign (scan, i));
      if (end == i && reading != &scan->tokens[i].readings[0])
        end = parse_behind_given (scan, i + 1);
      if (end < i + 2)
        continue;
      person = bayan_scan_add (scan, BAYAN_MENTION_PERS, i, end, reading, "person/given-name");
      person->key = bayan_person_finder_make_key (self, i, end, reading);
      bayan_person_finder_remember_family (self, person);
    }
}

/* وأكد بن فرحان */
static gboolean
is_son_of (const BayanScan *scan, guint32 token)
{
  return bayan_scan_key_is (scan, token, "بن") && bayan_person_is_open_word (scan, token + 1)
         && !bayan_key_begins (scan->tokens[token + 1].key, "و");
}

static gboolean
has_possessive_shape (const BayanToken *word)
{
  return bayan_scan_word_ends (word, "ه") || bayan_scan_word_ends (word, "ها")
         || bayan_scan_word_ends (word, "هم") || bayan_scan_word_ends (word, "نا");
}

/* عبد الحق السملالي: Abd and a name of God are a given name wherever they stand. */
static void
find_servants (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint m = 0; m < self->n_marked; m++)
    {
      guint32 i = self->marked[m];

      if ((scan->tokens[i].begins & BAYAN_BEGINS_PERSON) != 0 && i + 2 < scan->n_tokens
          && bayan_scan_key_is (scan, i, "عبد") && bayan_scan_is_definite (scan, i + 1)
          && bayan_person_is_open_word (scan, i + 2))
        {
          guint32 end = bayan_person_parse_name (scan, i);

          if (end > i + 2)
            bayan_person_finder_add (self, i, end, "person/given-name", bayan_scan_text (scan, i, i + 2));
        }
    }
}

/* خسائر, رسائل: things, by the shape of the word */
static gboolean
is_broken_plural (const BayanToken *word)
{
  return word->key_length == 2 * 5 && memcmp (word->key + 2 * 2, "ا", 2) == 0
         && memcmp (word->key + 2 * 3, "ئ", 2) == 0;
}

/* قال ماكغورك إن */
static void
find_speakers (Persons *self)
{
  static const char *const after[] = { "ان", "بان", "انه", "انها", "في",   "عن", "على", "الى", ":",
                                       "،",  "\"",  "«",   "“",    "خلال", "بـ", "ب",   NULL };
  BayanScan *scan = self->scan;

  for (guint m = 0; m < self->n_marked && self->marked[m] + 2 < scan->n_tokens; m++)
    {
      guint32 i = self->marked[m] + 1;

      if (!may_say (scan, i - 1))
        continue;
      if (bayan_scan_reading_with (scan, i - 1, BAYAN_CLASS (SPEAKER), says_and (scan, i - 1)) != NULL
          && !has_possessive_shape (&scan->tokens[i]) && !is_broken_plural (&scan->tokens[i])
          && scan->tokens[i].readings[0].word == 0 && bayan_person_may_begin (scan, i)
          && scan->tokens[i].key_length >= 8 && !bayan_scan_word_ends (&scan->tokens[i], "ا")
          && !bayan_scan_word_ends (&scan->tokens[i], "ة") && bayan_scan_key_in (scan, i + 1, after))
        bayan_person_finder_add (self, i, i + 1, "person/speaker", bayan_scan_text (scan, i - 1, i))->flags |=
            BAYAN_CANDIDATE_WEAK;
      else if (is_son_of (scan, i))
        bayan_person_finder_add (self, i, i + 2, "person/speaker", bayan_scan_text (scan, i - 1, i));
    }
}

/* السفير القضاة: a title alone before the family name of somebody named before, of which it is the office now */
static gboolean
take_title (BayanScan *scan, guint32 token)
{
  gboolean found = FALSE;

  for (gint32 c = scan->first[token - 1]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      BayanCandidate *title = bayan_scan_get (scan, c);

      if (title->type == BAYAN_MENTION_OCC && title->last == token
          && bayan_scan_reading (scan, token - 1, BAYAN_CLASS (TITLE)) != NULL)
        {
          title->flags &= ~(guint) BAYAN_CANDIDATE_BARE;
          found = TRUE;
        }
    }

  return found;
}

/* Returns: (nullable): the key of whose family name the word is. @skip: (out): 1 behind a proclitic */
static const char *
find_family (const Persons *self, guint32 token, guint *skip)
{
  const BayanToken *word = &self->scan->tokens[token];
  const char *key = word->key, *person;

  *skip = 0;
  if (word->key_length < FAMILY_BYTES_MIN)
    return NULL;
  if (has_hash (self, self->scan->words->words[token].hash))
    {
      person = g_hash_table_lookup (self->families, key);
      if (person != NULL)
        return person;
    }
  if (word->key_length <= 6
      || !(bayan_key_begins (key, "و") || bayan_key_begins (key, "ف") || bayan_key_begins (key, "ب")
           || bayan_key_begins (key, "ل") || bayan_key_begins (key, "ك"))
      || !has_hash (self, bayan_word_hash (key + 2, word->key_length - 2u)))
    return NULL;
  *skip = 1;
  return g_hash_table_lookup (self->families, key + 2);
}

/* وشدد السوداني على: where somebody speaks whose family is called like a people, it is no adjective. */
static void
drop_nationality (BayanScan *scan, guint32 token)
{
  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    if (bayan_scan_get (scan, c)->type == BAYAN_MENTION_NORP && bayan_scan_get (scan, c)->last == token + 1)
      bayan_scan_get (scan, c)->flags |= BAYAN_CANDIDATE_DROPPED;
}

/* The family name of somebody named in full, wherever else it stands. */
static void
find_again (Persons *self)
{
  BayanScan *scan = self->scan;

  if (g_hash_table_size (self->families) == 0)
    return;

  for (guint32 i = 0; i < scan->n_tokens; i++)
    {
      guint skip;
      const char *person = find_family (self, i, &skip);
      BayanReading reading;
      BayanCandidate *again;

      /* A common word or a given name is the person only where it speaks: شدد القضاة, وأضاف موسى. */
      if (person == NULL
          || (bayan_scan_is (scan, i, BAYAN_CLASS (COMMON) | BAYAN_CLASS (GIVEN))
              && (i == 0 || skip > 0 || !(may_say (scan, i - 1) || take_title (scan, i)))))
        continue;
      if (skip == 0 && i > 0 && may_say (scan, i - 1) && !bayan_scan_is (scan, i + 1, BAYAN_CLASS (GIVEN)))
        drop_nationality (scan, i);
      reading = scan->tokens[i].readings[0];
      reading.start = bayan_words_get_position_in (scan->words, i, skip).byte;
      /* عبد العاطي is the family, not العاطي. */
      if (skip == 0 && i > 0 && bayan_scan_goes_on (scan, i) && bayan_scan_key_is (scan, i - 1, "عبد"))
        again = bayan_scan_add (scan, BAYAN_MENTION_PERS, i - 1, i + 1, NULL, "person/named-before");
      else
        again = bayan_scan_add (scan, BAYAN_MENTION_PERS, i, i + 1, &reading, "person/named-before");
      again->key = person;
    }
}

/* مختار باباييف (Mukhtar Babayev): the same person in Latin letters */
static void
find_in_latin (Persons *self)
{
  BayanScan *scan = self->scan;
  guint n = scan->n_candidates;

  for (guint c = 0; c < n; c++)
    {
      const BayanCandidate *person = bayan_scan_get (scan, (gint32) c);
      guint32 first = person->last + 1, at = first;

      if (person->type != BAYAN_MENTION_PERS || !bayan_scan_goes_on (scan, first)
          || !bayan_scan_key_is (scan, person->last, "("))
        continue;
      while (at < first + 5 && bayan_scan_goes_on (scan, at)
             && (scan->tokens[at].flags & BAYAN_WORD_LATIN) != 0
             && g_ascii_isalpha (scan->text[scan->tokens[at].start]))
        at++;
      if (at >= first + 2 && bayan_scan_key_is (scan, at, ")")
          && g_ascii_isupper (scan->text[scan->tokens[first].start])
          && g_ascii_isupper (scan->text[scan->tokens[at - 1].start]))
        {
          const char *key = person->key, *words = bayan_scan_text (scan, person->first, person->last);
          BayanCandidate *again = bayan_scan_add (scan, BAYAN_MENTION_PERS, first, at, NULL,
                                                  "person/in-latin");

          again->key = key;
          again->evidence = words;
        }
    }
}

/* What find_by_given_name() and the others go through: names, titles, verbs of saying, what announces a person, and commas. */
static void
mark_words (Persons *self)
{
  const guint64 classes = BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN) | BAYAN_CLASS (HONORIFIC)
                          | BAYAN_CLASS (SPEAKER);
  const BayanScan *scan = self->scan;

  self->marked = g_new (guint32, scan->n_tokens + 1);
  for (guint32 i = 0; i < scan->n_tokens; i++)
    if ((scan->tokens[i].classes & classes) != 0 || (scan->tokens[i].begins & BAYAN_BEGINS_PERSON) != 0
        || (scan->tokens[i].flags & BAYAN_WORD_CLAUSE_END) != 0)
      self->marked[self->n_marked++] = i;
}

void
bayan_rules_find_persons (BayanScan *scan)
{
  Persons self = { .scan = scan,
                   .families = g_hash_table_new (hash_key, g_str_equal),
                   .key = g_string_new (NULL) };

  for (guint c = 0; c < scan->n_candidates; c++)
    {
      const BayanCandidate *known = bayan_scan_get (scan, (gint32) c);

      if (known->type == BAYAN_MENTION_PERS)
        bayan_person_finder_remember_family (&self, known);
    }
  mark_words (&self);
  bayan_person_finder_find_behind_offices (&self);
  bayan_person_finder_find_behind_honorifics (&self);
  find_by_given_name (&self);
  find_servants (&self);
  find_joined (&self);
  find_counterparts (&self);
  bayan_person_finder_find_kunyas (&self);
  bayan_person_finder_find_announced (&self);
  bayan_person_finder_find_before_apposition (&self);
  bayan_person_finder_find_before_offices (&self);
  bayan_person_finder_find_before_predicates (&self);
  find_new_speakers (&self);
  find_speakers (&self);
  find_again (&self);
  find_in_latin (&self);
  g_free (self.marked);
  g_hash_table_unref (self.families);
  g_string_free (self.key, TRUE);
}
