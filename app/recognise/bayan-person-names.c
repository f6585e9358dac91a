/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-person-names.h"

#include <string.h>

#include "bayan-rules.h"

#define NAME_TOKENS_MAX 6

gboolean
bayan_person_is_glue (const BayanScan *scan, guint32 token)
{
  return bayan_scan_is (scan, token, BAYAN_CLASS (GLUE));
}

gboolean
bayan_person_is_name_word (const BayanScan *scan, guint32 token)
{
  return bayan_scan_is (scan, token, NAME_WORD);
}

/* باستكمال, لتعزيز, بإجراء: a verbal noun with a preposition */
static gboolean
is_governed_noun (const char *written, const char *key, gsize length_bytes)
{
  if (!bayan_key_begins (key, "ب") && !bayan_key_begins (key, "ل"))
    return FALSE;
  if (bayan_key_begins (written + 2, "إ"))
    return TRUE;
  if (length_bytes < 12)
    return FALSE;

  return bayan_key_begins (key + 2, "است")
         || (bayan_key_begins (key + 2, "ت") && memcmp (key + length_bytes - 4, "ي", 2) == 0);
}

/* Without a letter before it the word is one of a class, or begins a name; كانديا is no word of The Times of India. */
static gboolean
has_known_reading (const BayanScan *scan, const BayanToken *word)
{
  for (guint r = 1; r < word->n_readings; r++)
    if (word->readings[r].classes != 0
        || bayan_lexicon_step (scan->lexicon, BAYAN_LEXICON_ROOT, word->readings[r].word) != 0)
      return TRUE;

  return FALSE;
}

/* جون برينان, السيد فيان, جويل فاول: behind a foreign given name or an honorific, a word in which only another name can be read
 * behind a letter, or no verb behind ف, is a name itself. */
static gboolean
is_foreign_by_chance (const BayanScan *scan, guint32 token)
{
  const BayanToken *at = &scan->tokens[token];

  if (token == 0 || !bayan_scan_is (scan, token - 1, BAYAN_CLASS (FOREIGN) | BAYAN_CLASS (HONORIFIC)))
    return FALSE;
  for (guint r = 1; r < at->n_readings; r++)
    if (bayan_key_begins (at->key, "ف")
            ? (at->readings[r].classes & (BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER))) != 0
            : (at->readings[r].classes & ~(guint64) NAME_WORD) != 0
                  || (at->readings[r].proclitics & BAYAN_PROCLITIC_WA) != 0)
      return FALSE;

  return TRUE;
}

/* Begins with و, ب, ل … and a word that the lexicon knows, or with an article behind one: no name. */
static gboolean
has_proclitic (const BayanScan *scan, guint32 token)
{
  static const char *const starts[] = { "وال", "بال", "كال", "فال", "لل", "ولل", "وبال", "فبال", "وكال" };
  const BayanToken *at = &scan->tokens[token];

  /* بالحاج, بالطيب */
  for (guint r = 1; r < at->n_readings; r++)
    if ((at->readings[r].classes & BAYAN_CLASS (GIVEN)) != 0 && bayan_key_begins (at->key, "ب"))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (bayan_key_begins (at->key, starts[i]) && at->key_length > strlen (starts[i]) + 2)
      /* هيمش فالكونر: no word of the tables is in it */
      return !bayan_key_begins (at->key, "فال") || at->n_readings > 1;

  if (is_governed_noun (scan->text + at->start, at->key, at->key_length))
    return TRUE;

  return has_known_reading (scan, at) && at->readings[0].classes == 0 && at->key_length >= 8
         && !is_foreign_by_chance (scan, token);
}

/* A present or derived verb by its shape (يفعل, تستفعل, انفعل …), or an adverb in the accusative. */
static gboolean
looks_like_verb (const BayanScan *scan, guint32 token)
{
  const char *key = scan->tokens[token].key, *written = scan->text + scan->tokens[token].start;
  gsize letters = strlen (key) / 2;

  /* ياوو, تالون: a verb would have a hamza on its alef. */
  if (letters >= 4 && (bayan_key_begins (written, "يا") || bayan_key_begins (written, "تا"))
      && !bayan_key_ends (key, "وا") && !bayan_key_ends (key, "ا"))
    return FALSE;

  if (letters == 3 && bayan_key_begins (key, "ي"))
    return TRUE;
  /* ياكوبو: no Arabic verb of many letters ends so. */
  if (letters < 4 || (letters > 4 && bayan_key_ends (key, "و")))
    return FALSE;
  /* توراي, تالوار: no verb has these endings */
  if ((letters >= 5 && bayan_key_ends (key, "اي"))
      || (letters == 6 && bayan_key_begins (key, "تا") && memcmp (key + 2 * 4, "ا", 2) == 0
          && !bayan_key_ends (key, "ات")))
    return FALSE;
  /* متأخرا, مستعينا: how somebody does it */
  if ((bayan_key_begins (key, "مت") || bayan_key_begins (key, "مست")) && bayan_key_ends (key, "ا"))
    return TRUE;
  if (bayan_key_begins (key, "است")
      || (letters > 4 && (bayan_key_begins (key, "ست") || bayan_key_begins (key, "سي"))))
    return TRUE;
  /* يتحملان: two of them do */
  if (letters > 5
      && (bayan_key_begins (key, "يت") || bayan_key_begins (key, "تت") || bayan_key_begins (key, "ين"))
      && bayan_key_ends (key, "ان"))
    return TRUE;
  if (letters > 4 && (bayan_key_ends (key, "وا") || bayan_key_ends (key, "هم") || bayan_key_ends (key, "ها")))
    return TRUE;
  if (letters <= 6 && (bayan_key_begins (key, "ي") || bayan_key_begins (key, "ت")))
    return TRUE;

  return letters > 5
         && (bayan_key_ends (key, "ين") || bayan_key_ends (key, "ون") || bayan_key_ends (key, "ية"));
}

/* A place, people or organisation stands here, and the word is no name as well. */
static gboolean
is_other_name (const BayanScan *scan, guint32 token)
{
  const guint types = BAYAN_TYPE (GPE) | BAYAN_TYPE (NORP) | BAYAN_TYPE (ORG) | BAYAN_TYPE (LOC)
                      | BAYAN_TYPE (DATE) | BAYAN_TYPE (CARDINAL);
  const BayanCandidate *other = bayan_scan_longest (scan, token, types, 0);

  if (other == NULL || bayan_person_is_name_word (scan, token))
    return FALSE;
  /* إنريكي مورا: behind a foreign given name a town is a family name, a state none. */
  if (token > 0 && other->type == BAYAN_MENTION_GPE && other->last == token + 1
      && bayan_scan_is (scan, token - 1, BAYAN_CLASS (FOREIGN)))
    return other->entry != 0
           && (bayan_lexicon_get_entry (scan->lexicon, other->entry)->flags & BAYAN_ENTRY_STATE) != 0;

  /* Small towns bear the names of people. */
  return other->entry == 0
         || (bayan_lexicon_get_entry (scan->lexicon, other->entry)->flags & BAYAN_ENTRY_MINOR) == 0;
}

/* Letter @n of @key, two bytes each as Arabic has them, is @letter. */
static gboolean
has_letter (const char *key, guint n, const char *letter)
{
  return memcmp (key + 2 * n, letter, 2) == 0;
}

/* A verbal noun by its shape: إرسال, انسحاب, اعتقال, مصادقة. Names of these shapes are known as such. */
gboolean
bayan_person_is_verbal_noun (const BayanScan *scan, guint32 token)
{
  const char *key = scan->tokens[token].key;
  gsize letters = scan->tokens[token].key_length / 2;

  if (letters == 5 && has_letter (key, 3, "ا")
      && bayan_key_begins (scan->text + scan->tokens[token].start, "إ"))
    return TRUE;
  if (letters == 6 && has_letter (key, 0, "ا") && has_letter (key, 4, "ا"))
    return has_letter (key, 1, "ن") || has_letter (key, 2, "ت");

  return letters == 6 && has_letter (key, 0, "م") && has_letter (key, 2, "ا") && has_letter (key, 5, "ة");
}

/* يتقاعس, يستلطف: a present verb of the derived forms, as which no name begins */
static gboolean
begins_as_verb (const BayanToken *word)
{
  return word->key_length >= 10
         && (bayan_key_begins (word->key, "يت") || bayan_key_begins (word->key, "يست"));
}

/* A word that may be in a name, wherever it stands. */
static gboolean
is_open (const BayanScan *scan, guint32 token)
{
  const BayanToken *at = &scan->tokens[token];

  return token < scan->n_tokens && (at->flags & BAYAN_WORD_ARABIC) != 0 && at->key_length >= 4
         && (bayan_person_is_name_word (scan, token) || !bayan_scan_is (scan, token, NO_NAME))
         && (bayan_person_is_name_word (scan, token)
             || ((at->shapes & BAYAN_SHAPE_PRONOUN) == 0 && !begins_as_verb (at)
                 && !has_proclitic (scan, token) && !bayan_person_is_verbal_noun (scan, token)))
         && !is_other_name (scan, token);
}

/* The same where it goes on with what stands before it. */
gboolean
bayan_person_is_open_word (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token) && is_open (scan, token);
}

/* يستقبل وفدا, يفتتح مستشفى: a present verb of a headline with its object, whatever shape the object has. */
static gboolean
governs_object (const BayanScan *scan, guint32 token)
{
  const char *key = scan->tokens[token].key;
  const char *next = bayan_scan_goes_on (scan, token + 1) ? scan->tokens[token + 1].key : "";

  if (bayan_key_begins (key, "يست") || bayan_key_begins (key, "تست") || bayan_key_begins (key, "ست"))
    return TRUE;

  return bayan_key_begins (key, "ي") && strlen (key) >= 8
         && (bayan_key_ends (next, "ا") || bayan_key_ends (next, "ة") || bayan_key_ends (next, "ى"));
}

/* بزعامة, لحماية, بتمديد: a noun behind a preposition by its shape. */
static gboolean
looks_governed (const char *key)
{
  gsize letters = strlen (key) / 2;

  if (!bayan_key_begins (key, "ب") && !bayan_key_begins (key, "ل"))
    return FALSE;

  return (letters >= 5 && bayan_key_ends (key, "ة"))
         || (letters == 6 && bayan_key_begins (key + 2, "ت") && memcmp (key + 8, "ي", 2) == 0);
}

/* قدم سكوت ريمبرانت عرضا: a common word in the accusative */
static gboolean
is_indefinite_object (const BayanScan *scan, guint32 token)
{
  const BayanToken *at = &scan->tokens[token];

  return at->key_length >= 8 && bayan_scan_word_ends (at, "ا")
         && (bayan_lexicon_get_classes (scan->lexicon,
                                        bayan_lexicon_find_word (scan->lexicon, at->key, at->key_length - 2))
             & (BAYAN_CLASS (COMMON) | BAYAN_CLASS (THING) | BAYAN_CLASS (GATHERING)
                | BAYAN_CLASS (INSTRUMENT)))
                != 0;
}

/* ورقنه جبيهو: two words that no table knows in any reading, the first of which only looks as if it had و before it */
static gboolean
is_unknown_pair (const BayanScan *scan, guint32 token)
{
  for (guint32 at = token; at < token + 2; at++)
    if (!bayan_person_is_open_word (scan, at) || scan->tokens[at].classes != 0
        || scan->tokens[at].n_readings > 1 || bayan_scan_is_definite (scan, at)
        || scan->tokens[at].key_length < 10)
      return FALSE;

  return !bayan_scan_word_ends (&scan->tokens[token], "ت")
         && !bayan_scan_word_ends (&scan->tokens[token + 1], "ة");
}

/* What may begin a name behind an office. */
gboolean
bayan_person_may_begin (const BayanScan *scan, guint32 token)
{
  if (bayan_person_is_glue (scan, token)
      && (bayan_scan_key_is (scan, token, "ابو") || bayan_scan_key_is (scan, token, "ابن")
          || bayan_scan_key_is (scan, token, "عبد") || bayan_scan_key_is (scan, token, "ام")
          || bayan_scan_key_is (scan, token, "دي") || bayan_scan_key_is (scan, token, "ولد")
          || bayan_scan_key_is (scan, token, "فان") || bayan_scan_key_is (scan, token, "بان")))
    return bayan_person_is_open_word (scan, token + 1) || bayan_scan_is_definite (scan, token + 1);
  /* مساعد بن محمد: whatever stands before بن is a name. */
  if (bayan_scan_key_is (scan, token + 1, "بن") && bayan_scan_goes_on (scan, token + 1)
      && !bayan_scan_is (scan, token, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (HONORIFIC))
      && !bayan_scan_is_definite (scan, token))
    return TRUE;
  /* A line may begin with a name. */
  if (!is_open (scan, token)
      || (bayan_key_begins (scan->tokens[token].key, "و") && !bayan_person_is_name_word (scan, token)
          && !is_unknown_pair (scan, token)))
    return FALSE;

  /* رئيس الوزراء العراقي يصل: whose office it is, though families are called so, too */
  if (bayan_scan_is_definite (scan, token) && bayan_scan_longest (scan, token, BAYAN_TYPE (NORP), 0) != NULL)
    return FALSE;
  /* القضاة: a common word that is a family's name as well is so behind a given name only. */
  if (bayan_person_is_name_word (scan, token)
      && !(bayan_scan_is (scan, token, BAYAN_CLASS (FAMILY))
           && bayan_scan_is (scan, token, BAYAN_CLASS (COMMON)) && bayan_scan_is_definite (scan, token)))
    return TRUE;
  if (bayan_scan_is_definite (scan, token) || looks_governed (scan->tokens[token].key))
    return FALSE;

  if (governs_object (scan, token) || is_indefinite_object (scan, token))
    return FALSE;
  /* What looks like a verb may still be a foreign name if another unknown word follows: تيدروس أدهانوم. */
  return !looks_like_verb (scan, token)
         || (bayan_person_is_open_word (scan, token + 1) && scan->tokens[token + 1].n_readings == 1
             && (scan->tokens[token + 1].readings[0].classes & ~(guint64) (NAME_WORD)) == 0
             && !bayan_scan_is_definite (scan, token + 1) && !looks_like_verb (scan, token + 1));
}

/* رالف الحاج إن, فلادو أزينوفيتش: two words or more that can be nothing but a name, as none of the tables knows them or
 * somebody says something behind them. */
gboolean
bayan_person_opens_name (const BayanScan *scan, guint32 token)
{
  static const char *const saying[] = { "ان", "بان", "انه", "انها", ":", "،", NULL };
  guint32 end = bayan_scan_goes_on (scan, token) ? bayan_person_parse_name (scan, token) : token;

  if (end < token + 2)
    return FALSE;

  return bayan_person_is_name_word (scan, token) || bayan_person_is_glue (scan, token)
         || bayan_scan_key_in (scan, end, saying)
         || (!bayan_scan_is_definite (scan, end - 1) && scan->tokens[token].classes == 0
             && scan->tokens[token + 1].classes == 0);
}

/* A given name that is no noun or adjective as well, as صالح, جمال or حسن are. */
gboolean
bayan_person_is_plain_given (const BayanScan *scan, guint32 token)
{
  static const char *const nouns[] = { "حسن",  "جمال", "كمال", "نور",  "صالح", "امين", "ضياء", "عادل", "سعيد",
                                       "كريم", "شريف", "ناصر", "هادي", "قاسم", "سيف",  "عز",   "بدر",  "علي",
                                       "ثاني", "نصر",  "سعد",  "فوز",  "مراد", "معين", "نادر", "وسام", "هدى",
                                       "منى",  "ندى",  "صباح", "سلام", "هاني", "ماجد", "قيس",  NULL };

  const BayanReading *given = bayan_scan_reading (scan, token, BAYAN_CLASS (GIVEN));

  return given != NULL && (given->classes & NO_NAME) == 0
         && !bayan_key_is_among (bayan_scan_stem (scan, token, given), nouns);
}

/* Whether a name may end before @token: a sign, a particle, a verb, و or the article stands there. */
static gboolean
ends_phrase (const BayanScan *scan, guint32 token)
{
  if (!bayan_scan_goes_on (scan, token) || (scan->tokens[token].flags & BAYAN_WORD_PUNCTUATION) != 0)
    return TRUE;
  return bayan_scan_is (scan, token,
                        BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER) | BAYAN_CLASS (OFFICE)
                            | BAYAN_CLASS (MINISTER) | BAYAN_CLASS (DEPUTY))
         || bayan_key_begins (scan->tokens[token].key, "و") || bayan_scan_is_definite (scan, token);
}

/* محمد النقيب: a rank behind a given name alone is a family's. */
static gboolean
is_family_rank (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token) && bayan_scan_is (scan, token, BAYAN_CLASS (TITLE))
         && bayan_scan_is (scan, token - 1, BAYAN_CLASS (GIVEN)) && bayan_scan_is_definite (scan, token)
         && ends_phrase (scan, token + 1);
}

/* The second word of a name whose first is at @token - 1. */
static gboolean
may_be_second (const BayanScan *scan, guint32 token)
{
  const char *key = scan->tokens[token].key;
  gboolean known = bayan_person_is_name_word (scan, token - 1) || bayan_person_is_glue (scan, token - 1)
                   || (token > 1 && bayan_person_is_glue (scan, token - 2));

  if (bayan_scan_is (scan, token - 1, BAYAN_CLASS (FOREIGN)))
    return TRUE;
  if (bayan_scan_longest (scan, token - 1, BAYAN_TYPE (PERS), 0) != NULL)
    return FALSE;
  /* Six letters with ت are no past verb of a man: تراوري. */
  if (known && bayan_key_begins (key, "ت") && strlen (key) >= 12 && scan->tokens[token].readings[0].word == 0)
    return TRUE;
  /* خالد يبحث is a verb, توماس ويست or باتريس تالون a name: behind a given name what is unknown goes on. */
  if (looks_like_verb (scan, token))
    return known && scan->tokens[token].readings[0].word == 0 && ends_phrase (scan, token + 1);

  return TRUE;
}

/* A definite word that goes on a name: صباح الأحمد, فؤاد معصوم السوداني; not المباحثات. */
static gboolean
may_be_definite_part (const BayanScan *scan, guint32 token, guint n, gboolean arabic)
{
  const char *key = scan->tokens[token].key;
  gboolean plural = bayan_key_ends (key, "ات") || bayan_key_ends (key, "ية")
                    || (bayan_key_ends (key, "ين") && strlen (key) >= 16);

  /* الزعيمين, المسؤولين: two or more of somebody, whatever stands before */
  if (plural && bayan_key_ends (key, "ين"))
    return FALSE;

  /* افتتح فهد السعدون المعرض: two words with the article, of which the second is no adjective, are no one name.
   * عبد الله الراشد is, as no table knows the last word. */
  if ((n >= 2
       || (token > 1 && bayan_person_is_glue (scan, token - 2)
           && (scan->tokens[token].readings[0].word != 0
               || (token > 2 && bayan_person_is_name_word (scan, token - 3)))))
      && bayan_scan_is_definite (scan, token - 1) && !bayan_key_ends (key, "ي"))
    return FALSE;

  if (n == 1 && !plural && scan->tokens[token].readings[0].word == 0
      && !bayan_scan_is (scan, token - 1, BAYAN_CLASS (FOREIGN)))
    return TRUE;
  /* سامر العبداللات: behind a given name that is nothing else, where the phrase ends */
  if (n == 1 && plural && bayan_key_ends (key, "ات") && bayan_person_is_plain_given (scan, token - 1)
      && scan->tokens[token].readings[0].word == 0 && ends_phrase (scan, token + 1))
    return TRUE;
  if (!arabic || n >= 4)
    return FALSE;

  return (n == 1 && scan->tokens[token].readings[0].word == 0) || !(plural || bayan_key_ends (key, "ة"));
}

/* Whether @token goes on a name of @n words so far, @arabic as far as its given names tell. */
static gboolean
may_follow (const BayanScan *scan, guint32 token, guint n, gboolean arabic)
{
  static const char *const second_givens[] = { "اصغر", "اكبر", NULL };
  const char *key = token < scan->n_tokens ? scan->tokens[token].key : "";

  if (bayan_scan_goes_on (scan, token) && bayan_key_is (key, "شيخ") && bayan_scan_goes_on (scan, token + 1))
    return bayan_person_is_name_word (scan, token + 1);
  if (arabic && n == 1 && is_family_rank (scan, token))
    return TRUE;
  /* غسان السيد أحمد: behind a given name and before another, no honorific */
  if (arabic && n == 1 && bayan_key_is (key, "السيد") && bayan_scan_goes_on (scan, token + 1)
      && bayan_scan_is (scan, token - 1, BAYAN_CLASS (GIVEN)))
    return bayan_scan_is (scan, token + 1, BAYAN_CLASS (GIVEN));
  /* حسين الحاج حسن, رالف الحاج */
  if (n == 1 && bayan_key_is (key, "الحاج") && bayan_scan_goes_on (scan, token)
      && bayan_scan_is (scan, token - 1, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN)))
    return ends_phrase (scan, token + 1) || bayan_person_is_name_word (scan, token + 1);
  /* علي أصغر, علي أكبر: given names of two words */
  if (n == 1 && bayan_scan_goes_on (scan, token + 1) && bayan_scan_key_in (scan, token, second_givens)
      && bayan_scan_key_is (scan, token - 1, "علي"))
    return bayan_person_is_open_word (scan, token + 1);
  /* خالد اليماني: behind a given name an adjective of a people is a family's */
  if (arabic && bayan_scan_is_definite (scan, token) && bayan_key_ends (key, "ي")
      && bayan_scan_goes_on (scan, token) && bayan_scan_is (scan, token - 1, BAYAN_CLASS (GIVEN))
      && ends_phrase (scan, token + 1) && bayan_scan_longest (scan, token, BAYAN_TYPE (NORP), 0) != NULL)
    return TRUE;
  /* تيموثي موسى كابا، : behind a foreign name what only looks as if a preposition stood in it, where the name ends */
  if (!arabic && n > 0 && n <= 3 && bayan_scan_goes_on (scan, token)
      && scan->tokens[token].readings[0].word == 0 && scan->tokens[token].key_length >= 8
      && (scan->tokens[token].flags & BAYAN_WORD_ARABIC) != 0
      && (bayan_key_begins (key, "ك") || bayan_key_begins (key, "ف")) && !bayan_key_begins (key, "كال")
      && !bayan_key_begins (key, "فال") && bayan_scan_goes_on (scan, token + 1)
      && (scan->tokens[token + 1].flags & BAYAN_WORD_PUNCTUATION) != 0)
    return TRUE;
  if (!bayan_person_is_open_word (scan, token)
      || (arabic && bayan_key_ends (key, "ه") && !bayan_person_is_name_word (scan, token)
          && (n < 2 || !ends_phrase (scan, token + 1))))
    return FALSE;
  if (bayan_scan_is (scan, token, BAYAN_CLASS (DAYPART)) && !bayan_scan_is_definite (scan, token)
      && bayan_scan_longest (scan, token + 1, BAYAN_TYPE (DATE), 0) != NULL)
    return FALSE;
  if (bayan_person_is_name_word (scan, token))
    return n < 4 && (arabic || !bayan_scan_is_definite (scan, token) || n < 2);
  if (bayan_scan_is_definite (scan, token))
    return may_be_definite_part (scan, token, n, arabic);
  /* أما نعيم قاسم فيلقي كلمة: and then he does */
  if (arabic && (bayan_key_begins (key, "في") || bayan_key_begins (key, "فت"))
      && scan->tokens[token].key_length >= 8)
    return FALSE;
  /* بحث فؤاد حسين هاتفيا: how somebody does it */
  if (is_indefinite_object (scan, token)
      || (arabic && bayan_key_ends (key, "يا") && scan->tokens[token].key_length >= 12))
    return FALSE;
  /* جورج ويكوف: behind a foreign name, what no table knows without و either */
  if (bayan_key_begins (key, "و") && n == 1 && bayan_scan_is (scan, token - 1, BAYAN_CLASS (FOREIGN))
      && scan->tokens[token].n_readings == 1 && scan->tokens[token].classes == 0 && strlen (key) >= 10)
    return bayan_lexicon_find_word (scan->lexicon, key + strlen ("و"), strlen (key) - strlen ("و")) == 0
           && !bayan_key_ends (key, "ت") && !bayan_key_ends (key, "ة");
  if (bayan_key_begins (key, "و"))
    return n <= 2 && scan->tokens[token].n_readings == 1 && scan->tokens[token].classes == 0
           && !bayan_key_begins (key + strlen ("و"), "م") && (n == 1 || strlen (key) >= 10)
           && bayan_lexicon_find_word (scan->lexicon, key + strlen ("و"), strlen (key) - strlen ("و")) == 0
           && ends_phrase (scan, token + 1);
  /* هيثم متوجها: how somebody goes */
  if (arabic && n == 1 && bayan_key_begins (key, "م") && bayan_key_ends (key, "ا") && strlen (key) >= 12)
    return FALSE;
  /* صالح عيدروس بشهادته: with his what */
  if (n >= 2 && (bayan_key_begins (key, "ب") || bayan_key_begins (key, "ل"))
      && (bayan_key_ends (key, "ته") || bayan_key_ends (key, "تها") || bayan_key_ends (key, "تهم")))
    return FALSE;
  if (n == 1)
    return may_be_second (scan, token);
  /* عبد الأمير رشيد يار الله */
  if (arabic && n == 2 && bayan_scan_goes_on (scan, token + 1) && bayan_scan_key_is (scan, token + 1, "الله")
      && scan->tokens[token].classes == 0)
    return TRUE;
  /* بتعديل, لاستقبال: a verbal noun behind a preposition */
  if (strlen (key) > 8 && !bayan_key_ends (key, "ي")
      && (bayan_key_begins (key, "ب") || bayan_key_begins (key, "ل"))
      && (bayan_key_begins (key + 2, "ت") || bayan_key_begins (key + 2, "م")
          || bayan_key_begins (key + 2, "ا")))
    return FALSE;
  if (n <= 3 && scan->tokens[token].classes == 0 && ends_phrase (scan, token + 1)
      && !(bayan_key_begins (scan->text + scan->tokens[token].start, "إ")
           && bayan_scan_is_definite (scan, token + 1))
      && !bayan_key_begins (key, "ي") && !bayan_key_begins (key, "سي") && !bayan_key_begins (key, "ست")
      && !bayan_key_ends (key, "ة") && !bayan_key_ends (key, "اءها") && !bayan_key_ends (key, "اءه")
      && !(arabic && looks_like_verb (scan, token)))
    return TRUE;

  return n == 2 && !looks_like_verb (scan, token) && !bayan_key_ends (key, "ا") && !bayan_key_ends (key, "ة");
}

/* Behind bin, abu or de nearly any word goes on the name: لويجي دي مايو. */
static gboolean
may_follow_glue (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token) && (scan->tokens[token].flags & BAYAN_WORD_ARABIC) != 0
         && (bayan_person_is_glue (scan, token) || bayan_person_is_name_word (scan, token)
             || !bayan_scan_is (scan, token,
                                BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER)));
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
  return bayan_scan_goes_on (scan, token) && scan->tokens[token].key_length <= 2
         && (scan->tokens[token].flags & (BAYAN_WORD_ARABIC | BAYAN_WORD_LATIN)) != 0
         && bayan_scan_key_is (scan, token + 1, ".") && bayan_person_is_open_word (scan, token + 2);
}

/* عين أنطونيو غوتيريش بنتو كيتا: who is known by two foreign words or more has no third that nobody knows. */
static gboolean
ends_known_person (const BayanScan *scan, guint32 token, guint32 at)
{
  const BayanCandidate *known;

  if (at < token + 2 || !bayan_scan_goes_on (scan, at) || bayan_person_is_glue (scan, at))
    return FALSE;
  /* مظلوم عبدي (التوصل): nor one with the article that is no family's */
  if (bayan_scan_is_definite (scan, at)
          ? bayan_scan_word_ends (&scan->tokens[at], "ي") || bayan_person_is_name_word (scan, at)
          : !bayan_scan_is (scan, token, BAYAN_CLASS (FOREIGN)))
    return FALSE;
  known = bayan_scan_longest (scan, token, BAYAN_TYPE (PERS), 0);

  return known != NULL && known->entry != 0 && known->last == at;
}

/* ذبيح الله, سعد الدين */
static const char *const second_halves[] = { "الله", "الدين", "الاسلام", "العابدين", "الزمان", NULL };

/* The token behind the name that begins at @token, or @token. */
guint32
bayan_person_parse_name (const BayanScan *scan, guint32 token)
{
  guint32 at = token;
  guint n = 0;
  gboolean arabic;

  if (token >= scan->n_tokens || !bayan_person_may_begin (scan, token))
    return token;
  arabic = bayan_scan_is (scan, token, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (GLUE));

  while (at - token < 2 * NAME_TOKENS_MAX && n < NAME_TOKENS_MAX && !ends_known_person (scan, token, at))
    {
      if (n > 0 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_DASH) != 0
          && bayan_words_touches_previous (scan->words, at) && bayan_person_is_open_word (scan, at + 1))
        at += 2;
      else if (bayan_scan_goes_on (scan, at) && bayan_person_is_glue (scan, at)
               && may_follow_glue (scan, at + 1))
        {
          gboolean house = n > 0 && bayan_scan_key_is (scan, at, "ال");

          at += bayan_person_is_glue (scan, at + 1) && bayan_scan_goes_on (scan, at + 2) ? 3 : 2;
          /* محمد بن زايد آل نهيان: the name of the house comes last */
          if (house)
            break;
          arabic |= bayan_scan_key_is (scan, at - 2, "بن");
          n = n > 0 && !arabic ? MAX (n, 2) : 1;
        }
      else if (n > 0 && is_initial (scan, at))
        at += 2;
      else if (n > 0 && n <= 3 && bayan_scan_goes_on (scan, at)
               && bayan_scan_key_in (scan, at, second_halves))
        {
          arabic = TRUE;
          at++;
        }
      else if (n == 0 || may_follow (scan, at, n, arabic) || (arabic && is_regnal (scan, at)))
        {
          /* ثابت محمد العباسي: the second name tells that the first is one. */
          arabic |= bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN));
          at++;
          n++;
        }
      else
        break;
    }

  return at;
}
