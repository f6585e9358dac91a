/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons: the words behind an office or a title that are no common words; known given names with what
 * follows them; the subject of a verb of saying; and the family name of somebody named in full elsewhere in
 * the text. */
#include <string.h>

#include "bayan-person-names.h"
#include "bayan-rules.h"

typedef struct {
  BayanScan *scan;
  GHashTable *families; /* MATCH key of a family name → candidate's key; owned by the scan */
  guint64 endings;      /* bits of get_ending() of each of them */
  GString *key;         /* being made */
} Persons;

#define FAMILY_BYTES_MIN 6

/* One bit for the last two letters of a key: whether a family name ends so is asked of every word. */
static guint64
get_ending (const BayanToken *word)
{
  const guchar *end = (const guchar *) word->key + word->key_length;

  return G_GUINT64_CONSTANT (1) << ((end[-1] + 7u * end[-3]) & 63);
}

/* The last word of a name of several words is how the text may come back to the person. */
static void
remember_family (Persons *self, const BayanCandidate *person)
{
  const BayanScan *scan = self->scan;
  guint32 last = person->last - 1;

  if (person->last - person->first < 2 || scan->tokens[last].key_length < FAMILY_BYTES_MIN
      || (bayan_scan_is (scan, last, NO_NAME)
          && !(bayan_scan_is (scan, last, BAYAN_CLASS (COMMON))
               && bayan_scan_is (scan, last, BAYAN_CLASS (FAMILY)))))
    return;
  self->endings |= get_ending (&scan->tokens[last]);
  g_hash_table_insert (self->families, (gpointer) scan->tokens[last].key, (gpointer) person->key);
}

static const char *
person_key (Persons *self, guint32 first, guint32 last)
{
  const BayanScan *scan = self->scan;

  g_string_assign (self->key, "pers:");
  for (guint32 i = first; i < last; i++)
    if ((scan->tokens[i].flags & BAYAN_WORD_PUNCTUATION) == 0)
      {
        if (i > first)
          g_string_append_c (self->key, ' ');
        g_string_append_len (self->key, scan->tokens[i].key, scan->tokens[i].key_length);
      }

  return g_string_chunk_insert_len (scan->strings, self->key->str, (gssize) self->key->len);
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
static const char *const former[] = { "السابق", "السابقة", "الاسبق",   "الاسبقة", "المنتخب",
                                      "الراحل", "المقال",  "بالانابة", "المؤقت",  NULL };

static guint32
skip_honorifics (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  while (bayan_scan_goes_on (scan, at) && at - token < 6
         && (bayan_scan_is (scan, at, BAYAN_CLASS (HONORIFIC)) || bayan_scan_key_in (scan, at, former)
             || (at > token && (bayan_scan_key_is (scan, at, ".") || bayan_scan_key_is (scan, at, "/")))))
    at++;

  return at;
}

/* A comma or colon at @token with a name behind it: one that begins with a known name, or one between two
 * commas. */
static gboolean
is_apposition (const BayanScan *scan, guint32 token)
{
  guint32 end;

  if (!bayan_scan_key_is (scan, token, "،") && !bayan_scan_key_is (scan, token, ":"))
    return FALSE;
  if (bayan_person_is_name_word (scan, token + 1))
    return TRUE;
  end = bayan_scan_goes_on (scan, token + 1) ? bayan_person_parse_name (scan, token + 1) : token + 1;

  return end > token + 2 && bayan_scan_key_is (scan, end, "،");
}

/* وزير الخارجية المصري بدر عبد العاطي: the adjective of a state with a name of two words behind it is whose office it is,
 * even where it is a family's name as well. */
static gboolean
is_whose (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *nation = bayan_scan_longest (scan, token, BAYAN_TYPE (NORP), 0);

  return nation != NULL && bayan_scan_goes_on (scan, nation->last)
         && bayan_person_parse_name (scan, nation->last) > nation->last + 1;
}

/* A word that no table knows and that may close a name: شغاتي, سانو */
static gboolean
is_unknown_family (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  return bayan_scan_goes_on (scan, token) && bayan_person_is_open_word (scan, token) && word->classes == 0
         && word->n_readings == 1 && word->key_length >= 8 && !bayan_scan_key_begins (word->key, "و")
         && (!bayan_scan_is_definite (scan, token) || bayan_scan_word_ends (word, "ي"))
         && !bayan_scan_word_ends (word, "ة") && !bayan_scan_word_ends (word, "ا")
         && !bayan_scan_word_ends (word, "ه") && !bayan_scan_word_ends (word, "ات")
         && !bayan_scan_word_ends (word, "ين") && !bayan_scan_word_ends (word, "ون")
         && !bayan_scan_word_ends (word, "ت");
}

/* What closes a name for sure */
static gboolean
ends_name (const BayanScan *scan, guint32 token)
{
  static const char *const closing[] = { "ان", "بان", "إن", "انه", "انها", "،", ".", ":", "(", NULL };

  return !bayan_scan_goes_on (scan, token)
         || bayan_scan_key_in (scan, token, closing)
         /* رحيل شريف عرضا */
         || (scan->tokens[token].key_length >= 8 && bayan_scan_word_ends (&scan->tokens[token], "ا")
             && bayan_lexicon_find_word (scan->lexicon, scan->tokens[token].key,
                                         scan->tokens[token].key_length - 2u)
                    != 0)
         || bayan_scan_is (scan, token, BAYAN_CLASS (DEPUTY) | BAYAN_CLASS (MINISTER))
         || bayan_scan_reading_with (scan, token, BAYAN_OFFICE_HEADS, BAYAN_PROCLITIC_WA) != NULL;
}

/* طالب شغاتي, الوسيني سانو, تميم خلاف: a name of two words behind an office, of which the one is also a verb or a noun or has
 * an article, where nothing else can stand. Returns the token behind, or @token. */
static guint32
parse_odd_name (const BayanScan *scan, guint32 token)
{
  const BayanToken *one = &scan->tokens[token];

  if (!bayan_scan_goes_on (scan, token + 1) || (one->flags & BAYAN_WORD_ARABIC) == 0
      || bayan_scan_is (scan, token, BAYAN_CLASS (STOP)) || !ends_name (scan, token + 2))
    return token;
  if (bayan_scan_is (scan, token, BAYAN_CLASS (GIVEN)))
    return bayan_scan_is (scan, token + 1, BAYAN_CLASS (COMMON)) && !bayan_scan_is_definite (scan, token + 1)
                   && scan->tokens[token + 1].key_length <= 10
                   && !bayan_scan_word_ends (&scan->tokens[token + 1], "ة")
               ? token + 2
               : token;
  /* تحسين الخفاجي, رحيل شريف */
  if (bayan_person_is_name_word (scan, token + 1) && one->n_readings == 1 && one->key_length >= 8
      && !bayan_scan_is_definite (scan, token)
      && (bayan_scan_is (scan, token, BAYAN_CLASS (COMMON)) || one->classes == 0)
      && !bayan_scan_word_ends (one, "ة") && !bayan_scan_word_ends (one, "ا"))
    return token + 2;
  if (!is_unknown_family (scan, token + 1))
    return token;
  /* الوسيني سانو */
  if (bayan_scan_is_definite (scan, token))
    return one->classes == 0 && one->n_readings == 1 && !bayan_scan_word_ends (one, "ة")
                   && !bayan_scan_word_ends (one, "ين") && !bayan_scan_word_ends (one, "ات")
                   && bayan_phrase_nationality (scan, token) == token
                   && !bayan_scan_is_definite (scan, token + 1)
               ? token + 2
               : token;

  return one->key_length <= 8 && !bayan_scan_word_ends (one, "ت") && one->n_readings == 1
                 && bayan_phrase_name (scan, token, ~0u, BAYAN_ANY_PROCLITICS) == token
             ? token + 2
             : token;
}

/* الفريق أول رحيل شريف: a rank at @token with a name behind it */
static gboolean
has_ranked_name (const BayanScan *scan, guint32 token)
{
  guint32 at = token + 1;

  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    if (bayan_scan_get (scan, c)->type == BAYAN_MENTION_OCC && bayan_scan_get (scan, c)->last <= token + 3
        && (bayan_scan_get (scan, c)->flags & BAYAN_CANDIDATE_BARE) != 0)
      at = MAX (at, bayan_scan_get (scan, c)->last);
  at = skip_honorifics (scan, at);
  if (!bayan_scan_goes_on (scan, at))
    return FALSE;

  return bayan_person_parse_name (scan, at) > at || parse_odd_name (scan, at) > at;
}

/* Looks for a name behind an office; a bare office stands only with one. */
static void
name_office (Persons *self, gint32 number)
{
  BayanScan *scan = self->scan;
  BayanCandidate *office = bayan_scan_get (scan, number);
  const char *evidence = office->evidence;
  guint32 at = skip_honorifics (scan, office->last), end;

  if (bayan_scan_goes_on (scan, at) && is_apposition (scan, at))
    at++;
  if (!bayan_scan_goes_on (scan, at) || is_whose (scan, at))
    return;
  end = bayan_person_parse_name (scan, at);
  /* السفير الشيخ جراح جابر: behind an honorific a noun before a name is a name */
  if (end == at && at > office->last && bayan_scan_is (scan, at, BAYAN_CLASS (COMMON)) == FALSE
      && bayan_scan_is (scan, at - 1, BAYAN_CLASS (HONORIFIC)) && !bayan_scan_is_definite (scan, at)
      && !bayan_scan_is (scan, at, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))
      && bayan_scan_goes_on (scan, at + 1) && bayan_scan_is (scan, at + 1, BAYAN_CLASS (GIVEN)))
    end = MAX (bayan_person_parse_name (scan, at + 1), at);
  if (end <= at + 1
      && ((office->flags & BAYAN_CANDIDATE_BARE) == 0
          || bayan_scan_reading (scan, office->last - 1, BAYAN_CLASS (TITLE)) != NULL))
    end = MAX (end, parse_odd_name (scan, at));
  /* أمير خان متقي: a given name that is also an office, where the office is already said */
  if (end == at && (office->flags & BAYAN_CANDIDATE_BARE) == 0 && bayan_scan_key_is (scan, at, "امير")
      && bayan_scan_longest (scan, at + 1, BAYAN_TYPE (GPE), 0) == NULL)
    end = bayan_person_parse_name (scan, at + 1) > at + 1 ? bayan_person_parse_name (scan, at + 1) : at;
  if (end == at
      && (office->last > office->first + 1 || bayan_scan_word_ends (&scan->tokens[office->first], "ها")
          || bayan_scan_word_ends (&scan->tokens[office->first], "هم"))
      && bayan_scan_is (scan, at, BAYAN_CLASS (TITLE)) && has_ranked_name (scan, at))
    {
      /* رئيس المرحلة الانتقالية الكولونيل أسيمي غويتا: two offices of one person */
      office->flags &= ~(guint) BAYAN_CANDIDATE_BARE;
      return;
    }
  /* نائب الرئيس السابق أمر الله صالح: the tables know the name. */
  if (end == at && office->last > office->first + 1
      && bayan_scan_longest (scan, at, BAYAN_TYPE (PERS), 0) != NULL)
    office->flags &= ~(guint) BAYAN_CANDIDATE_BARE;
  if (end == at)
    return;
  /* أمير خان: an indefinite head alone is a name, not an office. */
  if ((office->flags & BAYAN_CANDIDATE_BARE) != 0 && office->last == office->first + 1
      && !bayan_scan_is_definite (scan, office->first)
      && bayan_scan_reading (scan, office->first, BAYAN_CLASS (TITLE)) == NULL
      && !bayan_scan_word_ends (&scan->tokens[office->first], "ه")
      && !bayan_scan_word_ends (&scan->tokens[office->first], "ها"))
    return;
  /* One unknown word behind a bare title is too little: the President said … */
  if (end == at + 1 && !bayan_person_is_name_word (scan, at) && (office->flags & BAYAN_CANDIDATE_BARE) != 0
      && bayan_scan_reading (scan, office->first, BAYAN_CLASS (TITLE)) == NULL
      && bayan_scan_reading (scan, office->last - 1, BAYAN_CLASS (TITLE)) == NULL)
    return;

  /* التقى الرئيس ضيفه: whom he meets */
  if (end == at + 1 && (office->flags & BAYAN_CANDIDATE_BARE) != 0 && !bayan_person_is_name_word (scan, at)
      && bayan_scan_word_ends (&scan->tokens[at], "ه") && !bayan_scan_word_ends (&scan->tokens[at], "يه"))
    return;

  office->flags &= ~(guint) BAYAN_CANDIDATE_BARE;
  add_person (self, at, end, "person/behind-office", evidence);
}

static void
find_behind_offices (Persons *self)
{
  guint n = self->scan->n_candidates;

  for (guint c = 0; c < n; c++)
    if (bayan_scan_get (self->scan, (gint32) c)->type == BAYAN_MENTION_OCC)
      name_office (self, (gint32) c);
}

/* الناشط الحقوقي, رجل الأعمال الأفغاني: what else is said of somebody before the name; a name of two words must follow.
 */
static guint32
skip_description (const BayanScan *scan, guint32 first, guint32 token)
{
  guint32 at = token, end;

  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_is_definite (scan, at)
      || !bayan_scan_is_definite (scan, first) || bayan_person_parse_name (scan, at) >= at + 2)
    return token;
  if (bayan_scan_is_definite (scan, at) && bayan_scan_goes_on (scan, at)
      && (g_str_has_suffix (scan->tokens[at].key, "ي") || g_str_has_suffix (scan->tokens[at].key, "ية"))
      && bayan_phrase_nationality (scan, at) == at)
    at++;
  end = bayan_phrase_nationality (scan, at);
  if (end > at)
    at = end;

  return at > token && bayan_scan_goes_on (scan, at) && bayan_person_parse_name (scan, at) >= at + 2 ? at
                                                                                                     : token;
}

/* د. محمد: TRUE for a letter with a point behind it. */
static gboolean
is_abbreviated (const BayanScan *scan, guint32 token)
{
  return scan->tokens[token].key_length == 2 && bayan_scan_goes_on (scan, token + 1)
         && bayan_scan_key_is (scan, token + 1, ".");
}

static void
find_behind_honorifics (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint32 i = 0; i < scan->n_tokens; i++)
    {
      gboolean counterpart = FALSE, described;
      guint32 at, end;

      if (bayan_scan_reading (scan, i, BAYAN_CLASS (HONORIFIC)) == NULL)
        continue;
      at = skip_description (scan, i, skip_honorifics (scan, i + 1 + is_abbreviated (scan, i)));
      described = at > i + 1 && !bayan_scan_is (scan, at - 1, BAYAN_CLASS (HONORIFIC));
      if (bayan_scan_key_begins (scan->tokens[at - 1].key, "نظير")
          || bayan_scan_word_ends (&scan->tokens[at - 1], "نظيره")
          || bayan_scan_word_ends (&scan->tokens[at - 1], "نظيرها"))
        {
          counterpart = bayan_phrase_nationality (scan, at) > at;
          at = skip_honorifics (scan, bayan_phrase_nationality (scan, at));
        }
      end = bayan_scan_goes_on (scan, at) ? bayan_person_parse_name (scan, at) : at;
      if (described && end < at + 2)
        continue;
      if (end > at
          && (bayan_person_is_name_word (scan, at) || bayan_person_is_glue (scan, at) || end > at + 1
              || counterpart))
        add_person (self, at, end, "person/behind-title", bayan_scan_text (scan, i, i + 1));
    }
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
static guint32
parse_unknown (const BayanScan *scan, guint32 token)
{
  guint32 end = bayan_person_parse_name (scan, token);
  const char *last = end > token ? scan->tokens[end - 1].key : "";

  if (end < token + 2 || g_str_has_suffix (last, "ة") || g_str_has_suffix (last, "ا")
      || (bayan_scan_is_definite (scan, end - 1) && !g_str_has_suffix (last, "ي")
          && !bayan_person_is_name_word (scan, token) && !bayan_person_is_name_word (scan, end - 1))
      || bayan_scan_is (scan, end - 1, BAYAN_CLASS (COMMON)))
    return token;

  return end;
}

/* A person's name ends before @token. */
static gboolean
ends_person (const BayanScan *scan, guint32 token)
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

static const char *const members[] = { "عضو", "عضوة", "وعضو", "العضو", "النائب", NULL };
static const char *const called[] = { "يدعى", "تدعى", "المدعو", NULL };
static const char *const business[] = { "الاعمال", NULL };
static const char *const of_business[] = { "رجل", "سيدة", "رائد", "رائدة", NULL };
static const char *const servant[] = { "عبد", NULL };
static const char *const kunyas[] = { "ابو", "ابا", "وابو", NULL };
static const char *const nicknamed[] = { "المعروف",  "المعروفة",  "الملقب", "الملقبة", "المكنى",
                                         "الشهير",   "يعرف",      "معروف",  "معروفة",  "تعرف",
                                         "والمعروف", "والمعروفة", "ويعرف",  "وتعرف",   NULL };
static const char *const prepared[] = { "اعداد", "تحرير", "كتابة", "تغطية", NULL };

void
bayan_rules_add_person_beginnings (BayanKeySet *keys)
{
  bayan_key_set_add (keys, members, BAYAN_BEGINS_PERSON);
  bayan_key_set_add (keys, called, BAYAN_BEGINS_PERSON);
  bayan_key_set_add (keys, business, BAYAN_BEGINS_PERSON);
  bayan_key_set_add (keys, servant, BAYAN_BEGINS_PERSON);
  bayan_key_set_add (keys, kunyas, BAYAN_BEGINS_PERSON);
  bayan_key_set_add (keys, nicknamed, BAYAN_BEGINS_PERSON);
  bayan_key_set_add (keys, prepared, BAYAN_BEGINS_PERSON);
}

/* المعروف أيضا باسم أبي خديجة: what else somebody is called, without quotation marks. Returns TRUE if it was one. */
static gboolean
find_alias (Persons *self, guint32 token, guint32 at)
{
  BayanScan *scan = self->scan;
  guint32 end = bayan_scan_goes_on (scan, at) ? bayan_person_parse_name (scan, at) : at;

  if (end == at || (end == at + 1 && !bayan_person_is_name_word (scan, at))
      || !(bayan_person_is_name_word (scan, at) || bayan_person_is_glue (scan, at)
           || (token > 0 && ends_person (scan, token))
           || (token > 1 && bayan_scan_key_is (scan, token - 1, "،") && ends_person (scan, token - 1))))
    return FALSE;
  add_person (self, at, end, "person/nickname", bayan_scan_text (scan, token, token + 1));

  return TRUE;
}

/* المعروف بـ"مدوبي": what somebody is called, in quotation marks. Returns TRUE if it was one. */
static gboolean
find_nickname (Persons *self, guint32 token)
{
  BayanScan *scan = self->scan;
  guint32 open = token + 1, at;

  if (!bayan_scan_key_in (scan, token, nicknamed))
    return FALSE;
  if (bayan_scan_key_is (scan, open, "ايضا"))
    open++;
  if (bayan_scan_key_is (scan, open, "باسم") && find_alias (self, token, open + 1))
    return TRUE;
  if (bayan_scan_key_is (scan, open, "ب") || bayan_scan_key_is (scan, open, "باسم"))
    open++;
  if (!bayan_scan_goes_on (scan, open) || (scan->tokens[open].flags & BAYAN_WORD_QUOTE) == 0)
    return TRUE;
  for (at = open + 1; at < open + 4 && bayan_scan_goes_on (scan, at); at++)
    if ((scan->tokens[at].flags & BAYAN_WORD_QUOTE) != 0)
      break;
    else if (bayan_scan_is (scan, at, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB)))
      return TRUE;
  if (at > open + 1 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_QUOTE) != 0
      && !bayan_scan_is (scan, open + 1, NO_NAME) && token > 0 && ends_person (scan, token))
    add_person (self, open + 1, at, "person/nickname", bayan_scan_text (scan, token, token + 1));

  return TRUE;
}

/* (إعداد ليليان وجدي - تحرير أحمد حسن): who made a report, in its last line. Returns TRUE if it was one. */
static gboolean
find_maker (Persons *self, guint32 token)
{
  BayanScan *scan = self->scan;
  guint32 end;

  if (!bayan_scan_key_in (scan, token, prepared))
    return FALSE;
  if (token == 0
      || !(bayan_scan_key_is (scan, token - 1, "(")
           || (scan->tokens[token - 1].flags & BAYAN_WORD_DASH) != 0))
    return TRUE;
  end = parse_unknown (scan, token + 1);
  if (end > token + 1)
    add_person (self, token + 1, end, "person/maker", bayan_scan_text (scan, token, token + 1));

  return TRUE;
}

/* (ونور) الدين البحيري, (وخيام) التركي: what goes on a given name that a proclitic stands before. Returns the token
 * behind it. */
static guint32
parse_behind_given (const BayanScan *scan, guint32 token)
{
  guint32 at = bayan_scan_key_is (scan, token, "الدين") || bayan_scan_key_is (scan, token, "الله") ? token + 1
                                                                                                   : token;

  if (bayan_scan_goes_on (scan, at) && bayan_scan_is_definite (scan, at)
      && bayan_scan_word_ends (&scan->tokens[at], "ي") && !bayan_scan_is (scan, at, NO_NAME))
    return at + 1;
  if (!bayan_scan_goes_on (scan, at) || !bayan_person_is_open_word (scan, at))
    return at;

  return bayan_scan_is_definite (scan, at) ? at + 1 : MAX (bayan_person_parse_name (scan, at), at);
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
          || !bayan_scan_key_begins (scan->tokens[at].key, "و") || known->last < known->first + 2
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

          person->key = person_key (self, at, end);
          remember_family (self, person);
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
          || !bayan_scan_key_begins (scan->tokens[at].key, "وال"))
        continue;
      people = bayan_phrase_name (scan, at, BAYAN_TYPE (NORP), BAYAN_PROCLITIC_WA);
      if (people != at + 1 || bayan_scan_word_ends (&scan->tokens[at], "ة")
          || bayan_scan_longest (scan, people, BAYAN_TYPE (PERS), 0) != NULL)
        continue;
      end = bayan_scan_goes_on (scan, people) ? bayan_person_parse_name (scan, people) : people;
      if (end >= people + 2)
        add_person (self, people, end, "person/counterpart", bayan_scan_text (scan, at, people));
    }
}

/* مقتل أبو طلحة الليبي: who is called after a son, wherever he stands */
static void
find_kunyas (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint32 i = 0; i + 1 < scan->n_tokens; i++)
    {
      guint32 end;
      guint skip;

      if ((scan->tokens[i].begins & BAYAN_BEGINS_PERSON) == 0 || !bayan_scan_key_in (scan, i, kunyas)
          || !bayan_scan_goes_on (scan, i + 1) || (scan->tokens[i + 1].flags & BAYAN_WORD_ARABIC) == 0
          || bayan_scan_is (scan, i + 1, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))
          || bayan_scan_longest (scan, i, ~0u, BAYAN_ANY_PROCLITICS) != NULL)
        continue;
      /* The head of a village: قرية أبو الطيور */
      if (i > 0 && bayan_scan_reading (scan, i - 1, BAYAN_CLASS (CIVIC)) != NULL)
        continue;
      skip = bayan_scan_key_begins (scan->tokens[i].key, "و") ? 1 : 0;
      end = i + 2;
      if (bayan_scan_goes_on (scan, end)
          && (bayan_person_is_name_word (scan, end)
              || (bayan_scan_is_definite (scan, end) && bayan_scan_word_ends (&scan->tokens[end], "ي")
                  && !bayan_scan_is (scan, end, NO_NAME))))
        end++;
      if (skip == 0)
        add_person (self, i, end, "person/kunya", bayan_scan_text (scan, i, i + 1));
      else
        {
          BayanReading reading = scan->tokens[i].readings[0];

          reading.start = bayan_words_get_position_in (scan->words, i, skip).byte;
          reading.proclitics = BAYAN_PROCLITIC_WA;
          bayan_scan_add (scan, BAYAN_MENTION_PERS, i, end, &reading, "person/kunya")->key =
              person_key (self, i, end);
        }
    }
}

/* رجل الأعمال الأفغاني سهراب غيراتي */
static void
find_in_business (Persons *self, guint32 token)
{
  BayanScan *scan = self->scan;
  guint32 at = token + 1, end;

  if (token == 0 || !bayan_scan_key_in (scan, token, business)
      || !bayan_scan_key_in (scan, token - 1, of_business) || !bayan_scan_goes_on (scan, at))
    return;
  at = skip_description (scan, token, at);
  end = bayan_scan_goes_on (scan, at) ? bayan_person_parse_name (scan, at) : at;
  if (end >= at + 2)
    add_person (self, at, end, "person/announced", bayan_scan_text (scan, token - 1, token + 1));
}

/* عضو الوفد X, مسؤول يدعى X: what announces a person and is no office */
static void
find_announced (Persons *self)
{
  static const char *const saying[] = { "ان", "بان", "انه", "انها", "بانه", "بانها", "،", NULL };
  BayanScan *scan = self->scan;

  for (guint32 i = 0; i + 2 < scan->n_tokens; i++)
    {
      gboolean member;
      guint32 at = i + 1, end;

      if ((scan->tokens[i].begins & BAYAN_BEGINS_PERSON) == 0)
        continue;
      if (find_nickname (self, i) || find_maker (self, i))
        continue;
      find_in_business (self, i);
      member = bayan_scan_key_in (scan, i, members);
      if (!member && !bayan_scan_key_in (scan, i, called))
        continue;
      if (member && bayan_scan_key_is (scan, at, "في"))
        at++;
      if (member)
        {
          end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), 0);
          at = end > at ? end : bayan_phrase_definites (scan, at, 2);
          /* سامي is a people's as well */
          at = bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN)) ? at : bayan_phrase_nationality (scan, at);
        }
      end = at > i + 1 || !member ? parse_unknown (scan, at) : at;
      if (end > at
          && (!member || bayan_person_is_name_word (scan, at) || bayan_scan_key_in (scan, end, saying)))
        add_person (self, at, end, "person/announced", bayan_scan_text (scan, i, i + 1));
    }
}

/* قتل X Y، أحد أبرز قادة التنظيم: two words that an apposition makes a person */
static void
find_before_apposition (Persons *self)
{
  static const char *const leading[] = { "ابرز", "كبار",  "قادة",  "قياديي", "اهم",
                                         "اخطر", "مؤسسي", "اعضاء", NULL };
  BayanScan *scan = self->scan;

  for (guint32 comma = 3; comma + 2 < scan->n_tokens; comma++)
    if ((scan->tokens[comma].flags & BAYAN_WORD_CLAUSE_END) != 0 && bayan_scan_key_is (scan, comma, "،")
        && bayan_scan_key_is (scan, comma + 1, "احد") && bayan_scan_key_in (scan, comma + 2, leading)
        && bayan_scan_goes_on (scan, comma - 1) && !bayan_scan_is_definite (scan, comma - 2)
        && parse_unknown (scan, comma - 2) == comma && !bayan_person_is_open_word (scan, comma - 3))
      add_person (self, comma - 2, comma, "person/apposition", bayan_scan_text (scan, comma + 1, comma + 3));
}

/* عمرو الجويلي، سفير مصر في بلغراد: a name that begins a clause and an office with its country behind a comma */
static void
find_before_offices (Persons *self)
{
  BayanScan *scan = self->scan;
  guint n = scan->n_candidates;

  for (guint c = 0; c < n; c++)
    {
      const BayanCandidate *office = bayan_scan_get (scan, (gint32) c);
      guint32 comma = office->first - 1;

      if (office->type != BAYAN_MENTION_OCC || office->first < 3 || office->last < office->first + 2
          || (office->flags & BAYAN_CANDIDATE_BARE) != 0 || !bayan_scan_key_is (scan, comma, "،"))
        continue;
      for (guint32 first = comma - 1; first + 4 >= comma && first-- > 0;)
        {
          gboolean begins = first == 0 || !bayan_scan_goes_on (scan, first)
                            || (scan->tokens[first - 1].flags & BAYAN_WORD_PUNCTUATION) != 0
                            || bayan_scan_is (scan, first - 1, BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER));

          if (begins && bayan_scan_longest (scan, first, ~0u, 0) == NULL
              && parse_unknown (scan, first) == comma
              && (bayan_person_is_name_word (scan, first) || is_unknown_family (scan, first)))
            add_person (self, first, comma, "person/apposition",
                        bayan_scan_text (scan, comma + 1, office->last));
          if (begins)
            break;
        }
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
  return end == token + 2 && is_unknown_family (scan, token) && is_unknown_family (scan, token + 1)
         && !bayan_scan_is_definite (scan, token) && !bayan_scan_word_ends (&scan->tokens[token], "ي")
         && !bayan_scan_word_ends (&scan->tokens[token + 1], "ي");
}

/* أعرب فؤاد سنغولي عن: a given name behind a verb of saying, and a family name that no table knows */
static void
find_new_speakers (Persons *self)
{
  static const char *const complements[] = { "ان", "بان", "انه", "عن", ":", "على", "الى", NULL };
  BayanScan *scan = self->scan;

  for (guint32 i = 1; i + 2 < scan->n_tokens; i++)
    {
      guint32 end;

      if (!may_say (scan, i - 1)
          || bayan_scan_reading_with (scan, i - 1, BAYAN_CLASS (SPEAKER), says_and (scan, i - 1)) == NULL
          || !bayan_scan_goes_on (scan, i)
          || bayan_scan_is (scan, i, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (COMMON)))
        continue;
      end = parse_unknown (scan, i);
      if (end > i
          && (((bayan_scan_is (scan, i, BAYAN_CLASS (GIVEN)) || is_foreign_pair (scan, i, end))
               && bayan_scan_key_in (scan, end, complements))
              || is_age (scan, end) || is_office_behind (scan, end)))
        add_person (self, i, end, "person/speaker", bayan_scan_text (scan, i - 1, i));
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

  return g_str_has_suffix (at->key, "ي")
         || (!g_str_has_suffix (at->key, "ة") && !g_str_has_suffix (at->key, "ين")
             && bayan_person_is_plain_given (scan, token - 1));
}

/* معروف باسم, المعروف أيضا باسم: no given name */
static gboolean
is_in_name_of (const BayanScan *scan, guint32 token)
{
  return token > 1 && bayan_scan_key_is (scan, token, "باسم")
         && bayan_scan_key_in (scan, token - 1 - bayan_scan_key_is (scan, token - 1, "ايضا"), nicknamed);
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

      if (reading == NULL || !bayan_scan_goes_on (scan, i + 1)
          || (reading->classes & (BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))) != 0
          || (i > 0 && (scan->tokens[i - 1].flags & BAYAN_WORD_NUMBER) != 0) || begins_other_name (scan, i)
          || is_in_name_of (scan, i))
        continue;
      if (!bayan_person_is_name_word (scan, i + 1) && !bayan_scan_key_is (scan, i + 1, "بن")
          && !bayan_scan_key_is (scan, i + 1, "ولد") && !bayan_scan_key_is (scan, i + 1, "ابو")
          && !bayan_scan_key_is (scan, i + 1, "الدين") && !bayan_scan_key_is (scan, i + 1, "عبد")
          && !bayan_scan_key_is (scan, i + 1, "اغ") && !is_family (scan, i + 1)
          && !(foreign && bayan_person_is_open_word (scan, i + 1)))
        continue;
      end = bayan_person_parse_name (scan, i);
      if (end == i && reading != &scan->tokens[i].readings[0])
        end = parse_behind_given (scan, i + 1);
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
  return bayan_scan_key_is (scan, token, "بن") && bayan_person_is_open_word (scan, token + 1)
         && !bayan_scan_key_begins (scan->tokens[token + 1].key, "و");
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

  for (guint32 i = 0; i + 2 < scan->n_tokens; i++)
    if ((scan->tokens[i].begins & BAYAN_BEGINS_PERSON) != 0 && bayan_scan_key_in (scan, i, servant)
        && bayan_scan_is_definite (scan, i + 1) && bayan_person_is_open_word (scan, i + 2))
      {
        guint32 end = bayan_person_parse_name (scan, i);

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
    if (!may_say (scan, i - 1))
      continue;
    else if (bayan_scan_reading_with (scan, i - 1, BAYAN_CLASS (SPEAKER), says_and (scan, i - 1)) != NULL
             && !has_possessive_shape (&scan->tokens[i]) && scan->tokens[i].readings[0].word == 0
             && bayan_person_may_begin (scan, i) && scan->tokens[i].key_length >= 8
             && !bayan_scan_word_ends (&scan->tokens[i], "ا") && !bayan_scan_word_ends (&scan->tokens[i], "ة")
             && bayan_scan_key_in (scan, i + 1, after))
      {
        add_person (self, i, i + 1, "person/speaker", bayan_scan_text (scan, i - 1, i))->flags |=
            BAYAN_CANDIDATE_WEAK;
      }
    else if (is_son_of (scan, i))
      add_person (self, i, i + 2, "person/speaker", bayan_scan_text (scan, i - 1, i));
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
      BayanReading reading;
      BayanCandidate *again;

      if (scan->tokens[i].key_length < FAMILY_BYTES_MIN
          || (self->endings & get_ending (&scan->tokens[i])) == 0)
        continue;
      person = g_hash_table_lookup (self->families, key);
      if (person == NULL && strlen (key) > 6 && strchr ("\xd9\xd8", key[0]) != NULL
          && strstr ("وفبلك", (char[]) { key[0], key[1], '\0' }) != NULL)
        {
          person = g_hash_table_lookup (self->families, key + 2);
          skip = 1;
        }
      /* A common word or a given name is the person only where it speaks: شدد القضاة, وأضاف موسى. */
      if (person == NULL
          || (bayan_scan_is (scan, i, BAYAN_CLASS (COMMON) | BAYAN_CLASS (GIVEN))
              && (i == 0 || skip > 0 || !(may_say (scan, i - 1) || take_title (scan, i)))))
        continue;
      reading = scan->tokens[i].readings[0];
      reading.start = bayan_words_get_position_in (scan->words, i, skip).byte;
      again = bayan_scan_add (scan, BAYAN_MENTION_PERS, i, i + 1, &reading, "person/named-before");
      again->key = person;
    }
}

void
bayan_rules_find_persons (BayanScan *scan)
{
  Persons self = { .scan = scan,
                   .families = g_hash_table_new (g_str_hash, g_str_equal),
                   .key = g_string_new (NULL) };

  for (guint c = 0; c < scan->n_candidates; c++)
    {
      const BayanCandidate *known = bayan_scan_get (scan, (gint32) c);

      if (known->type == BAYAN_MENTION_PERS)
        remember_family (&self, known);
    }
  find_behind_offices (&self);
  find_behind_honorifics (&self);
  find_by_given_name (&self);
  find_servants (&self);
  find_joined (&self);
  find_counterparts (&self);
  find_kunyas (&self);
  find_announced (&self);
  find_before_apposition (&self);
  find_before_offices (&self);
  find_new_speakers (&self);
  find_speakers (&self);
  find_again (&self);
  g_hash_table_unref (self.families);
  g_string_free (self.key, TRUE);
}
