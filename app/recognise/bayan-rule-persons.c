/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons: the words behind an office or a title that are no common words; known given names with what
 * follows them; the subject of a verb of saying; and the family name of somebody named in full elsewhere in
 * the text. */
#include <string.h>

#include "bayan-rules.h"

#define NAME_TOKENS_MAX 6
#define NO_NAME                                                                                              \
  (BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER) | BAYAN_CLASS (COMMON) |                  \
   BAYAN_CLASS (PORTFOLIO) | BAYAN_CLASS (HONORIFIC) | BAYAN_CLASS (TITLE) | BAYAN_CLASS (OFFICE) |          \
   BAYAN_CLASS (MINISTER) | BAYAN_CLASS (MINISTERS) | BAYAN_CLASS (MINISTRY) | BAYAN_CLASS (BODY) |          \
   BAYAN_CLASS (STATE_BODY) | BAYAN_CLASS (DEPUTY) | BAYAN_CLASS (OFFICE_ADJ) | BAYAN_CLASS (GATHERING) |    \
   BAYAN_CLASS (RELATIVE) | BAYAN_CLASS (DURATION) | BAYAN_CLASS (CURRENCY) | BAYAN_CLASS (GROUP) |          \
   BAYAN_CLASS (INSTRUMENT) | BAYAN_CLASS (BODY_ADJ) | BAYAN_CLASS (GATHERING_ADJ))
#define NAME_WORD (BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FAMILY) | BAYAN_CLASS (FOREIGN))

typedef struct
{
  BayanScan *scan;
  GHashTable *families; /* MATCH key of a family name → candidate's key; owned by the scan */
} Persons;

static gboolean
is_glue (const BayanScan *scan, guint32 token)
{
  return bayan_scan_is (scan, token, BAYAN_CLASS (GLUE));
}

static gboolean
is_name_word (const BayanScan *scan, guint32 token)
{
  return bayan_scan_is (scan, token, NAME_WORD);
}

/* Begins with و, ب, ل … and a word that the lexicon knows, or with an article behind one: no name. */
static gboolean
has_proclitic (const BayanScan *scan, guint32 token)
{
  static const char *const starts[] = { "وال", "بال", "كال", "فال", "لل", "ولل", "وبال", "فبال", "وكال" };
  const BayanToken *at = &scan->tokens[token];

  /* بالحاج, بالطيب */
  for (guint r = 1; r < at->n_readings; r++)
    if ((at->readings[r].classes & BAYAN_CLASS (GIVEN)) != 0 && g_str_has_prefix (at->key, "ب"))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (at->key, starts[i]) && strlen (at->key) > strlen (starts[i]) + 2)
      return TRUE;

  return at->n_readings > 1 && at->readings[0].classes == 0 && strlen (at->key) >= 8;
}

/* A present or derived verb by its shape (يفعل, تستفعل, انفعل …), or an adverb in the accusative. */
static gboolean
looks_like_verb (const char *key)
{
  gsize letters = strlen (key) / 2;

  if (letters < 4)
    return FALSE;
  if (g_str_has_prefix (key, "است") ||
      (letters > 4 && (g_str_has_prefix (key, "ست") || g_str_has_prefix (key, "سي"))))
    return TRUE;
  if (letters > 4 &&
      (g_str_has_suffix (key, "وا") || g_str_has_suffix (key, "هم") || g_str_has_suffix (key, "ها")))
    return TRUE;
  if (letters <= 6 && (g_str_has_prefix (key, "ي") || g_str_has_prefix (key, "ت")))
    return TRUE;

  return letters > 5 &&
         (g_str_has_suffix (key, "ين") || g_str_has_suffix (key, "ون") || g_str_has_suffix (key, "ية"));
}

/* A common word with a pronoun behind it: عزمه, تقديره, بلادهم. */
static gboolean
has_pronoun (const BayanScan *scan, const char *key)
{
  BayanSuffixSplit splits[BAYAN_SUFFIXES_MAX];
  guint n;

  if (g_str_has_prefix (key, "و") && strlen (key) > 8)
    key += strlen ("و");
  n = bayan_clitics_split_suffix (key, strlen (key), splits);
  for (guint i = 0; i < n; i++)
    if ((splits[i].suffix_chars > 1 || !g_str_has_suffix (key, "ي")) &&
        (bayan_lexicon_get_classes (
             scan->lexicon, bayan_lexicon_find_word (scan->lexicon, splits[i].stem, splits[i].stem_length)) &
         NO_NAME) != 0)
      return TRUE;

  return FALSE;
}

/* A place, people or organisation stands here, and the word is no name as well. */
static gboolean
is_other_name (const BayanScan *scan, guint32 token)
{
  const guint types = BAYAN_TYPE (GPE) | BAYAN_TYPE (NORP) | BAYAN_TYPE (ORG) | BAYAN_TYPE (LOC) |
                      BAYAN_TYPE (DATE) | BAYAN_TYPE (CARDINAL);
  const BayanCandidate *other = bayan_scan_longest (scan, token, types, 0);

  if (other == NULL || is_name_word (scan, token))
    return FALSE;

  /* Small towns bear the names of people. */
  return other->entry == 0 ||
         (bayan_lexicon_get_entry (scan->lexicon, other->entry)->flags & BAYAN_ENTRY_MINOR) == 0;
}

static gboolean
is_open_word (const BayanScan *scan, guint32 token)
{
  const BayanToken *at = &scan->tokens[token];

  return bayan_scan_goes_on (scan, token) && (at->flags & BAYAN_WORD_ARABIC) != 0 && strlen (at->key) >= 4 &&
         (is_name_word (scan, token) || !bayan_scan_is (scan, token, NO_NAME)) &&
         (is_name_word (scan, token) || (!has_proclitic (scan, token) && !has_pronoun (scan, at->key))) &&
         !is_other_name (scan, token);
}

/* What may begin a name behind an office. */
static gboolean
may_begin (const BayanScan *scan, guint32 token)
{
  if (is_glue (scan, token) &&
      (bayan_scan_key_is (scan, token, "ابو") || bayan_scan_key_is (scan, token, "ابن") ||
       bayan_scan_key_is (scan, token, "عبد") || bayan_scan_key_is (scan, token, "ام") ||
       bayan_scan_key_is (scan, token, "دي") || bayan_scan_key_is (scan, token, "ولد") ||
       bayan_scan_key_is (scan, token, "فان") || bayan_scan_key_is (scan, token, "بان")))
    return is_open_word (scan, token + 1) || bayan_scan_is_definite (scan, token + 1);
  if (!is_open_word (scan, token) ||
      (g_str_has_prefix (scan->tokens[token].key, "و") && !is_name_word (scan, token)))
    return FALSE;

  if (is_name_word (scan, token))
    return TRUE;
  if (bayan_scan_is_definite (scan, token))
    return FALSE;

  /* What looks like a verb may still be a foreign name if another unknown word follows: تيدروس أدهانوم. */
  return !looks_like_verb (scan->tokens[token].key) ||
         (is_open_word (scan, token + 1) && scan->tokens[token + 1].n_readings == 1 &&
          scan->tokens[token + 1].readings[0].word == 0 && !bayan_scan_is_definite (scan, token + 1) &&
          !looks_like_verb (scan->tokens[token + 1].key));
}

/* Whether a name may end before @token: a sign, a particle, a verb, و or the article stands there. */
static gboolean
ends_phrase (const BayanScan *scan, guint32 token)
{
  if (!bayan_scan_goes_on (scan, token) || (scan->tokens[token].flags & BAYAN_WORD_PUNCTUATION) != 0)
    return TRUE;
  return bayan_scan_is (scan, token, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER)) ||
         g_str_has_prefix (scan->tokens[token].key, "و") || bayan_scan_is_definite (scan, token);
}

/* The second word of a name whose first is at @token - 1. */
static gboolean
may_be_second (const BayanScan *scan, guint32 token)
{
  const char *key = scan->tokens[token].key;
  gboolean known =
      is_name_word (scan, token - 1) || is_glue (scan, token - 1) || (token > 1 && is_glue (scan, token - 2));

  if (bayan_scan_is (scan, token - 1, BAYAN_CLASS (FOREIGN)))
    return TRUE;
  if (bayan_scan_longest (scan, token - 1, BAYAN_TYPE (PERS), 0) != NULL)
    return FALSE;
  /* خالد يبحث is a verb, توماس ويست or باتريس تالون a name: behind a given name what is unknown goes on. */
  if (looks_like_verb (key))
    return known && scan->tokens[token].readings[0].word == 0 && ends_phrase (scan, token + 1);

  return TRUE;
}

/* A definite word that goes on a name: صباح الأحمد, فؤاد معصوم السوداني; not المباحثات. */
static gboolean
may_be_definite_part (const BayanScan *scan, guint32 token, guint n, gboolean arabic)
{
  const char *key = scan->tokens[token].key;
  gboolean plural = g_str_has_suffix (key, "ات") || g_str_has_suffix (key, "ية");

  if (n == 1 && !plural && scan->tokens[token].readings[0].word == 0 &&
      !bayan_scan_is (scan, token - 1, BAYAN_CLASS (FOREIGN)))
    return TRUE;
  if (!arabic || n >= 4)
    return FALSE;

  return (n == 1 && scan->tokens[token].readings[0].word == 0) || !(plural || g_str_has_suffix (key, "ة"));
}

/* Whether @token goes on a name of @n words so far, @arabic as far as its given names tell. */
static gboolean
may_follow (const BayanScan *scan, guint32 token, guint n, gboolean arabic)
{
  const char *key = token < scan->n_tokens ? scan->tokens[token].key : "";

  if (bayan_scan_goes_on (scan, token) && strcmp (key, "شيخ") == 0 && bayan_scan_goes_on (scan, token + 1))
    return is_name_word (scan, token + 1);
  if (!is_open_word (scan, token) || (arabic && g_str_has_suffix (key, "ه") && !is_name_word (scan, token) &&
                                      (n < 2 || !ends_phrase (scan, token + 1))))
    return FALSE;
  if (bayan_scan_is (scan, token, BAYAN_CLASS (DAYPART)) && !bayan_scan_is_definite (scan, token) &&
      bayan_scan_longest (scan, token + 1, BAYAN_TYPE (DATE), 0) != NULL)
    return FALSE;
  if (is_name_word (scan, token))
    return n < 4 && (arabic || !bayan_scan_is_definite (scan, token) || n < 2);
  if (bayan_scan_is_definite (scan, token))
    return may_be_definite_part (scan, token, n, arabic);
  if (g_str_has_prefix (key, "و"))
    return n == 1 && scan->tokens[token].n_readings == 1 && ends_phrase (scan, token + 1);
  if (n == 1)
    return may_be_second (scan, token);
  /* بتعديل, لاستقبال: a verbal noun behind a preposition */
  if (strlen (key) > 8 && (g_str_has_prefix (key, "ب") || g_str_has_prefix (key, "ل")) &&
      (g_str_has_prefix (key + 2, "ت") || g_str_has_prefix (key + 2, "م") || g_str_has_prefix (key + 2, "ا")))
    return FALSE;
  if (n <= 3 && scan->tokens[token].readings[0].word == 0 && ends_phrase (scan, token + 1) &&
      !g_str_has_prefix (key, "ي") && !g_str_has_prefix (key, "سي") && !g_str_has_prefix (key, "ست") &&
      !g_str_has_suffix (key, "ة") && !(arabic && looks_like_verb (key)))
    return TRUE;

  return n == 2 && !looks_like_verb (key) && !g_str_has_suffix (key, "ا") && !g_str_has_suffix (key, "ة");
}

/* Behind bin, abu or de nearly any word goes on the name: لويجي دي مايو. */
static gboolean
may_follow_glue (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token) && (scan->tokens[token].flags & BAYAN_WORD_ARABIC) != 0 &&
         (is_glue (scan, token) || is_name_word (scan, token) ||
          !bayan_scan_is (scan, token, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER)));
}

/* ثاني in عبد الله الثاني بن الحسين */
static gboolean
is_regnal (const BayanScan *scan, guint32 token)
{
  static const char *const regnal[] = { "الثاني", "الاول", "الثالث", "السادس", "الخامس", "الرابع", NULL };

  return bayan_scan_goes_on (scan, token) && bayan_scan_key_in (scan, token, regnal);
}

/* د. in غريغوري د. لوغيرفو */
static gboolean
is_initial (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token) && strlen (scan->tokens[token].key) <= 2 &&
         (scan->tokens[token].flags & (BAYAN_WORD_ARABIC | BAYAN_WORD_LATIN)) != 0 &&
         bayan_scan_key_is (scan, token + 1, ".") && is_open_word (scan, token + 2);
}

/* ذبيح الله, سعد الدين */
static const char *const second_halves[] = { "الله", "الدين", "الاسلام", NULL };

/* The token behind the name that begins at @token, or @token. */
static guint32
parse_name (const BayanScan *scan, guint32 token)
{
  guint32 at = token;
  guint n = 0;
  gboolean arabic;

  if (token >= scan->n_tokens || !may_begin (scan, token))
    return token;
  arabic = bayan_scan_is (scan, token, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (GLUE));

  while (at - token < 2 * NAME_TOKENS_MAX && n < NAME_TOKENS_MAX)
    {
      if (n > 0 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_DASH) != 0 &&
          bayan_words_touches_previous (scan->words, at) && is_open_word (scan, at + 1))
        at += 2;
      else if (bayan_scan_goes_on (scan, at) && is_glue (scan, at) && may_follow_glue (scan, at + 1))
        {
          at += is_glue (scan, at + 1) && bayan_scan_goes_on (scan, at + 2) ? 3 : 2;
          arabic |= bayan_scan_key_is (scan, at - 2, "بن");
          n = n > 0 && !arabic ? MAX (n, 2) : 1;
        }
      else if (n > 0 && is_initial (scan, at))
        at += 2;
      else if (n == 1 && bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, second_halves))
        {
          arabic = TRUE;
          at++;
        }
      else if (n == 0 || may_follow (scan, at, n, arabic) || (arabic && is_regnal (scan, at)))
        {
          at++;
          n++;
        }
      else
        break;
    }

  return at;
}

/* The last word of a name of several words is how the text may come back to the person. */
static void
remember_family (Persons *self, const BayanCandidate *person)
{
  const BayanScan *scan = self->scan;
  guint32 last = person->last - 1;

  if (person->last - person->first < 2 || strlen (scan->tokens[last].key) < 6 ||
      bayan_scan_is (scan, last, NO_NAME | BAYAN_CLASS (GIVEN)))
    return;
  g_hash_table_insert (self->families, (gpointer)scan->tokens[last].key, (gpointer)person->key);
}

static const char *
person_key (Persons *self, guint32 first, guint32 last)
{
  GString *key = g_string_new ("pers:");
  const char *kept;

  for (guint32 i = first; i < last; i++)
    if ((self->scan->tokens[i].flags & BAYAN_WORD_PUNCTUATION) == 0)
      g_string_append_printf (key, "%s%s", i > first ? " " : "", self->scan->tokens[i].key);
  kept = g_string_chunk_insert_const (self->scan->strings, key->str);
  g_string_free (key, TRUE);

  return kept;
}

static BayanCandidate *
add_person (Persons *self, guint32 first, guint32 last, const char *rule, const char *evidence)
{
  BayanCandidate *person = bayan_scan_add (self->scan, BAYAN_MENTION_PERS, first, last, NULL, rule);

  person->evidence = evidence;
  person->key = person_key (self, first, last);
  remember_family (self, person);

  return person;
}

/* Between an office and its holder's name */
static const char *const former[] = { "السابق",  "السابقة", "الاسبق", "الاسبقة",
                                      "المنتخب", "الراحل",  "المقال", NULL };

static guint32
skip_honorifics (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  while (bayan_scan_goes_on (scan, at) && at - token < 6 &&
         (bayan_scan_is (scan, at, BAYAN_CLASS (HONORIFIC)) || bayan_scan_key_in (scan, at, former) ||
          (at > token && (bayan_scan_key_is (scan, at, ".") || bayan_scan_key_is (scan, at, "/")))))
    at++;

  return at;
}

/* Looks for a name behind an office; a bare office stands only with one. */
static void
name_office (Persons *self, gint32 number)
{
  BayanScan *scan = self->scan;
  BayanCandidate *office = bayan_scan_get (scan, number);
  const char *evidence = office->evidence;
  guint32 at = skip_honorifics (scan, office->last), end;

  if (bayan_scan_goes_on (scan, at) &&
      (bayan_scan_key_is (scan, at, "،") || bayan_scan_key_is (scan, at, ":")) && is_name_word (scan, at + 1))
    at++;
  if (!bayan_scan_goes_on (scan, at))
    return;
  end = parse_name (scan, at);
  /* أمير خان متقي: a given name that is also an office, where the office is already said */
  if (end == at && (office->flags & BAYAN_CANDIDATE_BARE) == 0 && bayan_scan_key_is (scan, at, "امير") &&
      bayan_scan_longest (scan, at + 1, BAYAN_TYPE (GPE), 0) == NULL)
    end = parse_name (scan, at + 1) > at + 1 ? parse_name (scan, at + 1) : at;
  if (end == at && office->last > office->first + 1 && bayan_scan_is (scan, at, BAYAN_CLASS (TITLE)) &&
      parse_name (scan, at + 1) > at + 1)
    {
      /* رئيس المرحلة الانتقالية الكولونيل أسيمي غويتا: two offices of one person */
      office->flags &= ~(guint)BAYAN_CANDIDATE_BARE;
      return;
    }
  if (end == at)
    return;
  /* أمير خان: an indefinite head alone is a name, not an office. */
  if ((office->flags & BAYAN_CANDIDATE_BARE) != 0 && office->last == office->first + 1 &&
      !bayan_scan_is_definite (scan, office->first) &&
      bayan_scan_reading (scan, office->first, BAYAN_CLASS (TITLE)) == NULL &&
      !g_str_has_suffix (scan->tokens[office->first].key, "ه") &&
      !g_str_has_suffix (scan->tokens[office->first].key, "ها"))
    return;
  /* One unknown word behind a bare title is too little: the President said … */
  if (end == at + 1 && !is_name_word (scan, at) && (office->flags & BAYAN_CANDIDATE_BARE) != 0 &&
      bayan_scan_reading (scan, office->first, BAYAN_CLASS (TITLE)) == NULL)
    return;

  office->flags &= ~(guint)BAYAN_CANDIDATE_BARE;
  add_person (self, at, end, "person/behind-office", evidence);
}

static void
find_behind_offices (Persons *self)
{
  guint n = self->scan->candidates->len;

  for (guint c = 0; c < n; c++)
    if (bayan_scan_get (self->scan, (gint32)c)->type == BAYAN_MENTION_OCC)
      name_office (self, (gint32)c);
}

static void
find_behind_honorifics (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint32 i = 0; i < scan->n_tokens; i++)
    {
      gboolean counterpart = FALSE;
      guint32 at, end;

      if (bayan_scan_reading (scan, i, BAYAN_CLASS (HONORIFIC)) == NULL)
        continue;
      at = skip_honorifics (scan, i + 1);
      if (g_str_has_prefix (scan->tokens[at - 1].key, "نظير") ||
          g_str_has_suffix (scan->tokens[at - 1].key, "نظيره") ||
          g_str_has_suffix (scan->tokens[at - 1].key, "نظيرها"))
        {
          counterpart = bayan_phrase_nationality (scan, at) > at;
          at = skip_honorifics (scan, bayan_phrase_nationality (scan, at));
        }
      end = bayan_scan_goes_on (scan, at) ? parse_name (scan, at) : at;
      if (end > at && (is_name_word (scan, at) || is_glue (scan, at) || end > at + 1 || counterpart))
        add_person (self, at, end, "person/behind-title", bayan_scan_text (scan, i, i + 1));
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

/* محمد بن زايد, بريت ماكغورك: a given name and a name behind it */
static void
find_by_given_name (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint32 i = 0; i + 1 < scan->n_tokens; i++)
    {
      const BayanReading *reading = bayan_scan_reading (scan, i, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN));
      gboolean foreign = reading != NULL && (reading->classes & BAYAN_CLASS (FOREIGN)) != 0;
      BayanCandidate *person;
      guint32 end;

      if (begins_other_name (scan, i))
        continue;
      if (reading == NULL || !bayan_scan_goes_on (scan, i + 1) ||
          (reading->classes & (BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))) != 0)
        continue;
      if (!is_name_word (scan, i + 1) && !bayan_scan_key_is (scan, i + 1, "بن") &&
          !bayan_scan_key_is (scan, i + 1, "ولد") && !bayan_scan_key_is (scan, i + 1, "ابو") &&
          !bayan_scan_key_is (scan, i + 1, "الدين") && !(foreign && is_open_word (scan, i + 1)))
        continue;
      end = parse_name (scan, i);
      if (end == i && reading != &scan->tokens[i].readings[0] && is_open_word (scan, i + 1))
        end = MAX (parse_name (scan, i + 1), i + 2);
      if (end < i + 2)
        continue;
      person = bayan_scan_add (scan, BAYAN_MENTION_PERS, i, end, reading, "person/given-name");
      person->key = person_key (self, i, end);
      remember_family (self, person);
    }
}

/* وأكد بن فرحان */
static gboolean
is_son_of (const BayanScan *scan, guint32 token)
{
  return bayan_scan_key_is (scan, token, "بن") && is_open_word (scan, token + 1) &&
         !g_str_has_prefix (scan->tokens[token + 1].key, "و");
}

/* Which proclitics a verb of saying at @token has: و or none. */
static guint8
says_and (const BayanScan *scan, guint32 token)
{
  return bayan_scan_is (scan, token, BAYAN_CLASS (SPEAKER)) ? 0 : BAYAN_PROCLITIC_WA;
}

static gboolean
has_possessive_shape (const char *key)
{
  return g_str_has_suffix (key, "ه") || g_str_has_suffix (key, "ها") || g_str_has_suffix (key, "هم") ||
         g_str_has_suffix (key, "نا");
}

/* عبد الحق السملالي: Abd and a name of God are a given name wherever they stand. */
static void
find_servants (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint32 i = 0; i + 2 < scan->n_tokens; i++)
    if (bayan_scan_key_is (scan, i, "عبد") && bayan_scan_is_definite (scan, i + 1) &&
        is_open_word (scan, i + 2))
      {
        guint32 end = parse_name (scan, i);

        if (end > i + 2)
          add_person (self, i, end, "person/given-name", bayan_scan_text (scan, i, i + 2));
      }
}

/* قال ماكغورك إن */
static void
find_speakers (Persons *self)
{
  static const char *const after[] = { "ان", "بان", "انه", "انها", "في",   "عن", "على", "الى", ":",
                                       "،",  "\"",  "«",   "“",    "خلال", "بـ", "ب",   NULL };
  BayanScan *scan = self->scan;

  for (guint32 i = 1; i + 1 < scan->n_tokens; i++)
    if (bayan_scan_reading_with (scan, i - 1, BAYAN_CLASS (SPEAKER), says_and (scan, i - 1)) != NULL &&
        !has_possessive_shape (scan->tokens[i].key) && scan->tokens[i].readings[0].word == 0 &&
        may_begin (scan, i) && strlen (scan->tokens[i].key) >= 8 &&
        !g_str_has_suffix (scan->tokens[i].key, "ا") && !g_str_has_suffix (scan->tokens[i].key, "ة") &&
        bayan_scan_key_in (scan, i + 1, after))
      {
        add_person (self, i, i + 1, "person/speaker", bayan_scan_text (scan, i - 1, i))->flags |=
            BAYAN_CANDIDATE_WEAK;
      }
    else if (bayan_scan_reading (scan, i - 1, BAYAN_CLASS (SPEAKER)) != NULL && is_son_of (scan, i))
      add_person (self, i, i + 2, "person/speaker", bayan_scan_text (scan, i - 1, i));
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
      const char *key = scan->tokens[i].key, *person = NULL;
      guint skip = 0;
      BayanReading reading = scan->tokens[i].readings[0];
      BayanCandidate *again;

      person = g_hash_table_lookup (self->families, key);
      if (person == NULL && strlen (key) > 6 && strchr ("\xd9\xd8", key[0]) != NULL &&
          strstr ("وفبلك", (char[]){ key[0], key[1], '\0' }) != NULL)
        {
          person = g_hash_table_lookup (self->families, key + 2);
          skip = 1;
        }
      if (person == NULL)
        continue;
      reading.start = bayan_words_get_position_in (scan->words, i, skip).byte;
      again = bayan_scan_add (scan, BAYAN_MENTION_PERS, i, i + 1, &reading, "person/named-before");
      again->key = person;
    }
}

void
bayan_rules_find_persons (BayanScan *scan)
{
  Persons self = { scan, g_hash_table_new (g_str_hash, g_str_equal) };

  for (guint c = 0; c < scan->candidates->len; c++)
    {
      const BayanCandidate *known = bayan_scan_get (scan, (gint32)c);

      if (known->type == BAYAN_MENTION_PERS)
        remember_family (&self, known);
    }
  find_behind_offices (&self);
  find_behind_honorifics (&self);
  find_by_given_name (&self);
  find_servants (&self);
  find_speakers (&self);
  find_again (&self);
  g_hash_table_unref (self.families);
}
