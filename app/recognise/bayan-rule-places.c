/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions by compass: شمال شرق سوريا, الشمال السوري. */
#include <string.h>

#include "bayan-rules.h"

static const char *const definite_compass[] = { "الشمال", "الجنوب", "الشرق", "الغرب", NULL };
static const char *const definite_corner[] = { "الشرقي", "الغربي", "الشمالي", "الجنوبي", NULL };

/* They announce a place. */
static const char *const announcing[] = { "مدينة",  "بلدة",    "قرية",   "ضاحية", "قضاء",   "ناحية",
                                          "مديرية", "محافظة",  "ولاية",  "حي",    "مخيم",   "جزيرة",
                                          "واحة",   "مستوطنة", "ومقرها", "ومقره", "مقاطعة", NULL };
/* They begin the names of many villages: أم الكيف, تل عران. */
static const char *const name_heads[] = { "ام",   "تل",  "عين", "بئر", "كفر",  "دير",  "راس", "بيت", "ابو",
                                          "خربة", "خان", "حوش", "بني", "حمام", "وادي", "ود",  "باب", NULL };
/* and these several */
static const char *const announcing_several[] = {
  "مدينتي", "بلدتي",   "قريتي",   "ولايتي",  "محافظتي", "مخيمي", "مدن",   "بلدات", "ولايات", "محافظات", "قرى",
  "مخيمات", "مقاطعات", "مديريتي", "مديريات", "احياء",   "بلدتا", "اقضية", "قضاءي", "مدينتا", NULL
};
static const char *const rivers[] = { "نهر", "بحيرة", "مضيق", NULL };
static const char *const features[] = { "وادي",   "جبل",   "جبال",    "نهر", "بحيرة", "هضبة", "مضيق", "خليج",
                                        "ارخبيل", "صحراء", "مرتفعات", "خور", "غابة",  "ممر",  "شبه",  NULL };
/* ممر لبنان: a corridor of a state is no name. */
static const char *const narrow[] = { "ممر", "خور", "غابة", "صحراء", NULL };
static const char *const near[] = { "قرب", "بالقرب", NULL };

void
bayan_rules_add_place_beginnings (BayanKeySet *keys)
{
  bayan_key_set_add (keys, definite_compass, BAYAN_BEGINS_PLACE);
  bayan_key_set_add (keys, announcing, BAYAN_BEGINS_PLACE);
  bayan_key_set_add (keys, announcing_several, BAYAN_BEGINS_PLACE);
  bayan_key_set_add (keys, near, BAYAN_BEGINS_PLACE);
  bayan_key_set_add (keys, features, BAYAN_BEGINS_PLACE);
}

static void
add_region (BayanScan *scan, guint32 first, guint32 last, const BayanReading *reading)
{
  BayanCandidate *region;
  const char *evidence = bayan_scan_text (scan, first, first + 1);

  region = bayan_scan_add (scan, BAYAN_MENTION_LOC, first, last, reading, "place/compass");
  region->evidence = evidence;
}

static gboolean
is_state_or_region (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *name = bayan_scan_longest (scan, token, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0);

  return name != NULL
         && (name->type == BAYAN_MENTION_LOC
             || (bayan_lexicon_get_entry (scan->lexicon, name->entry)->flags & BAYAN_ENTRY_STATE) != 0);
}

/* الشمال الشرقي السوري */
static void
match_definite (BayanScan *scan, guint32 token)
{
  guint32 at = token + 1, end;

  if (bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, definite_corner))
    at++;
  end = bayan_phrase_nationality (scan, at);
  if (end > at)
    add_region (scan, token, end, NULL);
}

/* قرية نائية, بلدة مزدهرة, مدينة بعيدة: an adjective by its shape. */
static gboolean
is_feminine_adjective (const char *key)
{
  if (!bayan_key_ends (key, "ة"))
    return FALSE;

  return bayan_key_ends (key, "ية") || bayan_key_begins (key, "م")
         || (strlen (key) == 10 && bayan_key_begins (key + 4, "ي"));
}

/* The word as it stands is a name of the tables: جزيرة العرب. A town that its letters hold behind a preposition is none:
 * وبليون. */
static gboolean
is_known_name (const BayanScan *scan, guint32 token)
{
  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    if ((bayan_scan_get (scan, c)->proclitics & BAYAN_PREPOSITIONS) == 0)
      return TRUE;

  return FALSE;
}

/* A word that no table knows and that may name a place, behind و if it is @joined to others. */
static gboolean
may_be_place (const BayanScan *scan, guint32 token, guint8 joined)
{
  const BayanToken *word;
  const char *key;

  if (!bayan_scan_goes_on (scan, token))
    return FALSE;
  word = &scan->tokens[token];
  if (joined != 0 && !bayan_key_begins (word->key, "و"))
    return FALSE;
  key = joined != 0 ? word->key + strlen ("و") : word->key;

  return (word->flags & BAYAN_WORD_ARABIC) != 0 && word->classes == 0 && strlen (key) >= 6
         && (joined == 0 && bayan_scan_is_definite (scan, token) ? TRUE : !is_feminine_adjective (key))
         && !bayan_key_ends (key, "اء") && !is_known_name (scan, token);
}

/* تحبني, منزله, وانسحبوا, وتوقفت: a verb or a noun with a pronoun by its shape. */
static gboolean
is_inflected (const char *key)
{
  static const char *const endings[] = { "وا", "ه", "ها", "هم", "ني", "ت", "تم" };
  static const char *const beginnings[] = { "ي", "است", "ست", "سي" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (bayan_key_ends (key, endings[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (bayan_key_begins (key, beginnings[i]))
      return TRUE;

  return bayan_key_begins (key, "ت") && strlen (key) <= 10;
}

/* A list of places may end before @token: no noun or verb of the same clause stands there. */
static gboolean
list_may_end (const BayanScan *scan, guint32 token)
{
  return !bayan_scan_goes_on (scan, token) || (scan->tokens[token].flags & BAYAN_WORD_PUNCTUATION) != 0
         || bayan_key_begins (scan->tokens[token].key, "و")
         || bayan_scan_reading_with (scan, token, BAYAN_CLASS (CIVIC), BAYAN_PROCLITIC_BA) != NULL
         || bayan_scan_is (scan, token, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER))
         || bayan_phrase_nationality (scan, token) > token;
}

static void
add_announced (BayanScan *scan, guint32 token, guint32 last, guint skip_chars, const char *evidence)
{
  BayanReading reading = scan->tokens[token].readings[0];

  reading.start = bayan_words_get_position_in (scan->words, token, skip_chars).byte;
  reading.proclitics = skip_chars > 0 ? BAYAN_PROCLITIC_WA : 0;
  bayan_scan_add (scan, BAYAN_MENTION_GPE, token, last, &reading, "place/announced")->evidence = evidence;
}

/* أم الكيف, وتل عران: the head of a village's name and the word behind it, behind و if it is @joined. Returns the token
 * behind, or @token. */
static guint32
parse_village (const BayanScan *scan, guint32 token, guint8 joined)
{
  const char *key = scan->tokens[token].key;

  if (joined != 0 && !bayan_key_begins (key, "و"))
    return token;
  if (!bayan_scan_goes_on (scan, token) || !bayan_scan_goes_on (scan, token + 1)
      || !bayan_key_is_among (joined != 0 ? key + strlen ("و") : key, name_heads)
      || (scan->tokens[token + 1].flags & BAYAN_WORD_ARABIC) == 0
      || bayan_scan_is (scan, token + 1, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER)))
    return token;

  return token + 2;
}

/* The same for rules of other names */
guint32
bayan_phrase_village (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token) ? parse_village (scan, token, 0) : token;
}

/* تشاسيف يار, دشت بارتشي: a second word of a town's name that no table knows, where the name ends */
static gboolean
may_be_second (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  return may_be_place (scan, token, 0) && word->n_readings == 1 && !bayan_scan_is_definite (scan, token)
         && !is_inflected (word->key) && !bayan_phrase_is_adjective (scan, token)
         && !bayan_scan_word_ends (word, "ة") && !bayan_scan_word_ends (word, "ا")
         && !bayan_scan_word_ends (word, "ين") && !bayan_scan_word_ends (word, "ون")
         && !bayan_key_begins (word->key, "و") && !bayan_key_begins (word->key, "ب")
         && !bayan_key_begins (word->key, "ل") && !bayan_key_begins (word->key, "ف")
         && !bayan_key_begins (word->key, "م") && !bayan_scan_is_definite (scan, token - 1)
         && list_may_end (scan, token + 1);
}

/* What tells two villages of one name apart */
static const char *const which_of_two[] = { "الغربية",  "الشرقية",  "الشمالية", "الجنوبية", "الكبرى",
                                            "الصغرى",   "الكبيرة",  "الصغيرة",  "الفوقا",   "التحتا",
                                            "الفوقاني", "التحتاني", "الجديدة",  "القديمة",  NULL };

/* مدينة X, ضاحية X: a word that the tables do not know, behind a noun that announces a place. */
static void
match_announced (BayanScan *scan, guint32 token)
{
  gboolean announces = bayan_scan_key_in (scan, token, announcing);
  /* Behind a feminine noun an adjective has ة: قرية جميل is a name. */
  gboolean masculine = bayan_scan_word_ends (&scan->tokens[token], "حي")
                       || bayan_scan_word_ends (&scan->tokens[token], "مخيم")
                       || bayan_scan_word_ends (&scan->tokens[token], "قضاء");
  guint32 end;

  if (!announces && bayan_scan_reading (scan, token, BAYAN_CLASS (CIVIC)) != NULL
      && strlen (scan->tokens[token].key) > 8)
    announces = bayan_key_is_among (scan->tokens[token].key + strlen ("ب"), announcing);
  if (!announces || !bayan_scan_goes_on (scan, token + 1)
      || (token > 0 && bayan_scan_word_ends (&scan->tokens[token - 1], "شبه"))
      || bayan_phrase_name (scan, token + 1, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0) > token + 1)
    return;
  end = parse_village (scan, token + 1, 0);
  /* 19 بلدة استعيدت: a verb */
  if (end == token + 1 && may_be_place (scan, token + 1, 0)
      && !(masculine && bayan_phrase_is_adjective (scan, token + 1))
      && !(token > 0 && (scan->tokens[token - 1].flags & BAYAN_WORD_NUMBER) != 0))
    {
      end += may_be_second (scan, end + 1) ? 2 : 1;
      /* الصمدانية الغربية */
      if (bayan_scan_goes_on (scan, end) && bayan_scan_is_definite (scan, end - 1)
          && bayan_scan_key_in (scan, end, which_of_two))
        end++;
    }
  if (end > token + 1)
    add_announced (scan, token + 1, end, 0, bayan_scan_text (scan, token, token + 1));
}

/* أقضية نورغل وسوكي ووتبور: two more unknown words joined to the first of a list, or a place of the tables */
static gboolean
goes_on_in_list (const BayanScan *scan, guint32 token)
{
  if (bayan_phrase_name (scan, token, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_WA) > token)
    return TRUE;
  for (guint32 at = token; at < token + 2; at++)
    if (!may_be_place (scan, at, BAYAN_PROCLITIC_WA) || is_inflected (scan->tokens[at].key + strlen ("و")))
      return FALSE;

  return TRUE;
}

/* وبليون among villages is no town of Lyon. */
static void
drop_others (BayanScan *scan, guint32 token)
{
  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    bayan_scan_get (scan, c)->flags |= BAYAN_CANDIDATE_DROPPED;
}

/* بلدتي X وY, ولايات X وY وZ, مخيمات مثل X وY: nouns for several places, with words that the tables do not
 * know. */
static void
match_announced_list (BayanScan *scan, guint32 token)
{
  guint32 at = token + 1, end;
  guint n = 0;
  gboolean like;

  for (guint r = 0; r < scan->tokens[token].n_readings && n == 0; r++)
    n = bayan_key_is_among (bayan_scan_stem (scan, token, &scan->tokens[token].readings[r]),
                            announcing_several);
  if (n == 0)
    return;
  like = bayan_scan_key_is (scan, at, "مثل");
  if (like)
    at++;

  for (n = 0; n < 8; n++)
    {
      guint8 joined = n > 0 ? BAYAN_PROCLITIC_WA : 0;

      end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), joined);
      /* A list of unknown words alone needs the dual or مثل: ولايات كثيرة is none. */
      if (end == at && may_be_place (scan, at, joined)
          && !is_inflected (scan->tokens[at].key + (n > 0 ? strlen ("و") : 0)) && list_may_end (scan, at + 1)
          && (n > 0 || like || bayan_key_ends (scan->tokens[token].key, "تي")
              || goes_on_in_list (scan, at + 1)))
        {
          drop_others (scan, at);
          add_announced (scan, at, at + 1, joined != 0 ? 1 : 0, bayan_scan_text (scan, token, token + 1));
          end = at + 1;
        }
      if (end == at && parse_village (scan, at, joined) > at)
        {
          end = parse_village (scan, at, joined);
          add_announced (scan, at, end, joined != 0 ? 1 : 0, bayan_scan_text (scan, token, token + 1));
        }
      if (end == at)
        return;
      at = bayan_phrase_nationality (scan, end);
    }
}

/* قرب X في ولاية: an unknown word where a province behind it says that it is a place. */
static void
match_near (BayanScan *scan, guint32 token)
{
  static const char *const provincial[] = { "ولاية", "محافظة", "اقليم", "مقاطعة", "ريف", NULL };
  guint32 at = bayan_scan_key_is (scan, token + 1, "من") ? token + 2 : token + 1;

  if (!bayan_scan_key_in (scan, token, near) || !may_be_place (scan, at, 0)
      || !bayan_scan_goes_on (scan, at + 2) || bayan_scan_is_definite (scan, at)
      || is_inflected (scan->tokens[at].key))
    return;
  if ((bayan_scan_key_is (scan, at + 1, "في") || bayan_scan_key_is (scan, at + 1, "ب"))
      && bayan_scan_key_in (scan, at + 2, provincial)
      && bayan_phrase_name (scan, at + 3, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0) > at + 3)
    add_announced (scan, at, at + 1, 0, bayan_scan_text (scan, token, token + 1));
}

/* وادي الشاي, جبل عامل: a feature of the land whose name no table knows */
static void
match_feature (BayanScan *scan, guint32 token)
{
  static const char *const no_name[] = { "الجليد", "الثلج", "الملح", NULL };
  guint32 at = token + 1;
  const BayanToken *word = &scan->tokens[at];
  BayanReading reading = scan->tokens[token].readings[0];
  const char *key = scan->tokens[token].key;
  guint32 end;

  if (!bayan_scan_goes_on (scan, at) || (word->flags & BAYAN_WORD_ARABIC) == 0)
    return;
  if (!bayan_key_is_among (key, features))
    {
      if (!bayan_key_is_among (key + strlen ("ب"), features) || strchr ("\xd9\xd8", key[0]) == NULL)
        return;
      reading.start = bayan_words_get_position_in (scan->words, token, 1).byte;
      reading.proclitics = bayan_key_begins (key, "و")   ? BAYAN_PROCLITIC_WA
                           : bayan_key_begins (key, "ل") ? BAYAN_PROCLITIC_LAM
                                                         : BAYAN_PROCLITIC_BA;
    }
  if (bayan_scan_longest (scan, token, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), BAYAN_ANY_PROCLITICS) != NULL)
    return;
  /* شبه جزيرة أفونجي */
  if (bayan_scan_word_ends (&scan->tokens[token], "شبه"))
    {
      if (!bayan_scan_key_is (scan, at, "جزيرة") || !bayan_scan_goes_on (scan, at + 1))
        return;
      word = &scan->tokens[++at];
    }
  /* وادي بنجشير, جبال تورا بورا */
  end = bayan_key_is_among (bayan_scan_stem (scan, token, &reading), rivers)
            ? at
            : bayan_phrase_name (scan, at, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0);
  if (end > at && bayan_scan_key_in (scan, token, narrow))
    return;
  if (end > at)
    {
      bayan_scan_add (scan, BAYAN_MENTION_LOC, token, end, &reading, "place/feature");
      return;
    }
  /* نهر عطبرة: a river that a town is called after */
  if (end == at && bayan_scan_word_ends (&scan->tokens[token], "نهر") && scan->first[at] >= 0
      && bayan_scan_get (scan, scan->first[at])->type == BAYAN_MENTION_GPE
      && bayan_scan_get (scan, scan->first[at])->last == at + 1)
    {
      bayan_scan_add (scan, BAYAN_MENTION_LOC, token, at + 1, &reading, "place/feature");
      return;
    }
  if ((word->readings[0].classes & ~(BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FAMILY))) != 0 || word->n_readings > 1
      || word->key_length < 6 || (bayan_scan_word_ends (word, "ة") && !bayan_scan_is_definite (scan, at))
      || is_inflected (word->key) || bayan_phrase_is_adjective (scan, at)
      || bayan_scan_key_in (scan, at, no_name) || bayan_phrase_nationality (scan, at) > at)
    return;
  bayan_scan_add (scan, BAYAN_MENTION_LOC, token, at + 1, &reading, "place/feature");
}

static const char *const nautical[] = { "بحريا", "بحرية", NULL };

void
bayan_rules_match_place (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (COMPASS));
  guint32 at = token + 1, end;

  if (bayan_scan_key_in (scan, token, definite_compass))
    match_definite (scan, token);
  match_announced (scan, token);
  match_announced_list (scan, token);
  match_near (scan, token);
  match_feature (scan, token);
  /* 30 كيلومترا شرقي تكريت: a bearing, no region */
  if (reading == NULL || (token > 0 && bayan_scan_is (scan, token - 1, BAYAN_CLASS (UNIT))))
    return;

  /* 57 ميلا بحريا جنوب غربي عدن */
  for (guint back = 1; back <= 2 && back < token; back++)
    if (bayan_scan_is (scan, token - back - 1, BAYAN_CLASS (UNIT))
        && (bayan_scan_is (scan, token - back, BAYAN_CLASS (COMPASS))
            || bayan_scan_key_in (scan, token - back, nautical)))
      return;
  while (bayan_scan_goes_on (scan, at) && at - token < 3
         && (bayan_scan_is (scan, at, BAYAN_CLASS (COMPASS))
             || bayan_scan_reading_with (scan, at, BAYAN_CLASS (COMPASS), BAYAN_PROCLITIC_WA) != NULL))
    at++;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0);
  /* وسط بغداد: in the middle of a town is no region */
  if (end > at && bayan_scan_key_is (scan, at - 1, "وسط") && !is_state_or_region (scan, at))
    return;
  if (end > at)
    add_region (scan, token, end, reading);
}
