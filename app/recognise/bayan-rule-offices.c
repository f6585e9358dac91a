/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offices: a head (minister, president, envoy) with its complement and nationality. An office that has
 * neither is kept as BARE: it stands where a person's name takes it up. */
#include "bayan-office-finder.h"
#include "bayan-person-names.h"

static const char *const ranks[] = { "اول",   "ركن",    "الركن", "طيار",  "حقوقي",   "كولونيل", "البحري",
                                     "الجوي", "الطيار", "بحري",  "مهندس", "المهندس", "جنرال",   NULL };
/* What stands between the head and its complement: أمين عام, أمين سر, ولي عهد, رئيس وزراء. */
static const char *const second_heads[] = { "وفد",  "عام",   "خاص",   "عهد",   "سر",   "وزراء",
                                            "خاصة", "خاصا",  "سامي",  "ساميا", "عامة", "عاما",
                                            "دائم", "دائما", "دائمة", "شخصيا", NULL };
/* What somebody is director or head of, before its name: مدير إدارة شؤون المشرق */
static const char *const divisions[] = { "قضايا", "شؤون", "ملف", "برامج", NULL };
static const char *const at_affairs[] = { "بالاعمال", "باعمال", "باعمالها", "باعماله", NULL };
static const char *const at_whose_affairs[] = { "باعمالها", "باعماله", NULL };
/* No office by themselves, whatever follows: only somebody's who is named */
static const char *const reporters[] = { "مراسل", "مراسلة", NULL };
static const char *const states[] = { "دول", "بلدان", "الدول", "حكومات", NULL };
/* Of the state that was named before: رئيس حكومتها, a complement that only a name behind it makes whole */
static const char *const pronominal[] = { "حكومتها",  "حكومته", "حكومتهم", "وزرائها", "وزرائه",
                                          "برلمانها", "دولتها", "اركانها", "اركانه",  NULL };
static const char *const own_complement[] = { "الوزراء",  "الحكومة",  "الجمهورية", "الدولة",
                                              "البرلمان", "الاركان",  "العهد",     "الشعب",
                                              "الكنيست",  "الكونغرس", "الديوان",   NULL };

static gboolean
is_town (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *name = bayan_scan_longest (scan, token, BAYAN_TYPE (GPE), 0);

  return name != NULL && name->entry != 0
         && (bayan_lexicon_get_entry (scan->lexicon, name->entry)->flags & BAYAN_ENTRY_STATE) == 0;
}

/* وزير الخارجية والتعاون المغربي, وزراء خارجية التحالف الدولي, وزير الدولة للشؤون الخارجية */
static guint32
parse_minister (Office *office, guint32 token)
{
  BayanScan *scan = office->scan;
  guint32 at = bayan_phrase_portfolio (scan, token), end;

  /* وزير أوروبا والشؤون الخارجية: a region first */
  if (at == token && bayan_scan_goes_on (scan, at))
    {
      end = bayan_phrase_name (scan, at, BAYAN_TYPE (LOC), 0);
      at = end > at && bayan_phrase_joined (scan, end) > end ? bayan_phrase_joined (scan, end) : at;
    }
  /* لشؤون السكان is a matter of the office like any other. */
  if (bayan_scan_reading_with (scan, at, BAYAN_CLASS (PORTFOLIO), BAYAN_PROCLITIC_LAM) != NULL
      && bayan_scan_goes_on (scan, at)
      && !(at > token && bayan_scan_key_is (scan, at, "لشؤون")
           && bayan_phrase_portfolio (scan, at + 1) == at + 1))
    at = MAX (bayan_phrase_portfolio (scan, at + 1), at + 1);
  /* وزراء مجلس التعاون, وزير ديوان الرئاسة */
  if (at == token)
    {
      end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), 0);
      office->complete |= end > at;
      at = end;
    }
  /* وزير الشأن الثقافي الرواندي جيمس X: a portfolio that no table knows, before its holder's name */
  if (at == token && !office->plural && !bayan_scan_is_definite (scan, office->head))
    {
      end = bayan_phrase_definites (scan, token, 3);
      at = end > token && bayan_office_finder_name_follows (scan, end) ? end : token;
    }
  if (at == token)
    return bayan_office_finder_parse_adjectives (office, at);

  if (!office->plural)
    office->complete = TRUE;
  end = bayan_office_finder_parse_adjectives (office, at);
  if (end == at)
    {
      guint32 name = bayan_scan_key_in (scan, at, states) ? at + 1 : at;

      end = bayan_phrase_name (scan, name, NAMES, 0);
      /* وزير الخارجية بول كاغامي: a portfolio with the article has no town behind it */
      if (end == name + 1 && name == at && bayan_scan_is_definite (scan, at - 1) && is_town (scan, at)
          && bayan_person_is_open_word (scan, at + 1))
        return at;
      /* الوزير لشؤون أوروبا وأوراسيا */
      if (end > name && bayan_scan_key_is (scan, name - 1, "لشؤون"))
        end = bayan_office_finder_parse_second_matter (scan, end);
      if (end > name)
        office->complete = TRUE;
      else if (name > at && bayan_phrase_nationality (scan, name) > name
               && bayan_scan_is_definite (scan, name))
        end = bayan_phrase_nationality (scan, name);
      else
        end = at;
    }

  return end;
}

/* مجلس الشورى, القيادة العامة: an institution that no table names, behind the head of an office. */
static guint32
parse_institution (Office *office, guint32 token)
{
  const BayanScan *scan = office->scan;
  static const char *const houses[] = { "شركة", "مؤسسة", "قناة", "وكالة", "صحيفة", "مجموعة", "بنك", NULL };
  const guint64 bodies = BAYAN_CLASS (BODY) | BAYAN_CLASS (STATE_BODY) | BAYAN_CLASS (MINISTRY);
  guint32 end;

  if (bayan_scan_key_in (scan, token, own_complement))
    end = token + 1;
  else if (bayan_scan_reading_with (scan, token, bodies, 0) != NULL && !bayan_scan_is_definite (scan, token))
    {
      guint32 at = token + 1;

      /* جهاز مكافحة الشغب */
      if (bayan_scan_is (scan, at, BAYAN_CLASS (COMMON) | BAYAN_CLASS (FIGHT))
          && !bayan_scan_is_definite (scan, at) && bayan_phrase_is_noun (scan, at))
        at++;
      if (bayan_scan_key_in (scan, at, divisions))
        at++;
      /* مكتب جلالة الملك */
      while (bayan_scan_goes_on (scan, at) && at < token + 4
             && bayan_scan_is (scan, at, BAYAN_CLASS (HONORIFIC)))
        at++;
      if ((at > token + 1 || bayan_scan_key_is (scan, token, "مكتب")) && bayan_scan_goes_on (scan, at)
          && bayan_office_finder_is_sovereign (scan, at))
        {
          office->complete = TRUE;
          return at + 1;
        }
      /* رئيس مجلس إدارة شركة أرامكو */
      if (bayan_scan_key_in (scan, at, houses) && bayan_phrase_name (scan, at, NAMES, 0) == at
          && bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), 0) > at + 1)
        at++;
      end = bayan_phrase_name (scan, at, NAMES, 0);
      if (end == at)
        {
          end = bayan_phrase_definites (scan, at, 2);
          /* مركز البحوث الأمنية: what somebody is director of is a body, whatever its name */
          if (end > at && bayan_scan_reading_with (scan, token, BAYAN_CLASS (BODY), 0) != NULL
              && bayan_phrase_name (scan, token, BAYAN_TYPE (ORG), 0) == token)
            bayan_scan_add (office->scan, BAYAN_MENTION_ORG, token, end, NULL, "organisation/of-office");
        }
      end = end > at ? end : token;
    }
  else
    return token;
  office->complete |= end > token;

  return end;
}

/* The complement in the genitive: رئيس الوزراء, أمير قطر, قائد القيادة المركزية, أمين عام الأمم المتحدة */
static guint32
parse_genitive (Office *office, guint32 token)
{
  BayanScan *scan = office->scan;
  guint32 at = token, end;

  /* رؤساء دول وحكومات إيغاد */
  while (office->plural && (bayan_scan_key_in (scan, at, states) || bayan_scan_key_is (scan, at, "وحكومات")))
    at++;
  if (!bayan_scan_is_definite (scan, at) && bayan_scan_reading_with (scan, at, BAYAN_CLASS (CIVIC), 0) != NULL
      && bayan_phrase_name (scan, at, NAMES | BAYAN_TYPE (FAC), 0) == at
      && bayan_phrase_name (scan, at + 1, PLACES, 0) > at + 1)
    at++;
  /* رئيس جمهورية أرض الصومال */
  else if (bayan_scan_key_is (scan, at, "جمهورية") && bayan_phrase_name (scan, at, PLACES, 0) == at
           && bayan_phrase_name (scan, at + 1, PLACES, 0) > at + 1)
    at++;
  else if (bayan_scan_key_in (scan, at, second_heads)
           || (bayan_scan_reading_with (scan, at, BAYAN_CLASS (GROUP), 0) != NULL
               && bayan_phrase_name (scan, at, NAMES, 0) == at))
    at++;
  /* رئيس وزراء إقليم كردستان */
  if (at > token && bayan_scan_key_is (scan, at - 1, "وزراء") && bayan_scan_goes_on (scan, at)
      && bayan_scan_reading_with (scan, at, BAYAN_CLASS (CIVIC), 0) != NULL
      && bayan_phrase_name (scan, at, NAMES, 0) == at && bayan_phrase_name (scan, at + 1, PLACES, 0) > at + 1)
    at++;
  while (bayan_scan_goes_on (scan, at) && at < token + 2 && bayan_scan_key_in (scan, at, divisions))
    at++;
  if (!bayan_scan_goes_on (scan, at))
    return token;
  end = bayan_phrase_name (scan, at, NAMES, 0);
  if (end > at)
    {
      office->complete = TRUE;
      return at > token ? bayan_office_finder_parse_second_matter (scan, end) : end;
    }
  /* شؤون مكافحة الإرهاب */
  if (at > token && bayan_scan_key_in (scan, at - 1, divisions)
      && bayan_scan_is (scan, at, BAYAN_CLASS (COMMON) | BAYAN_CLASS (FIGHT))
      && !bayan_scan_is_definite (scan, at) && bayan_phrase_definites (scan, at + 1, 2) > at + 1)
    return bayan_office_finder_parse_second_matter (scan, bayan_phrase_definites (scan, at + 1, 2));
  if (at > token && bayan_scan_key_in (scan, at - 1, divisions))
    return bayan_office_finder_parse_second_matter (scan, bayan_phrase_definites (scan, at, 2));
  if (at > token)
    return at;
  /* منسق مكافحة الإرهاب */
  if (bayan_scan_is (scan, at, BAYAN_CLASS (FIGHT)) && bayan_phrase_definites (scan, at + 1, 2) > at + 1)
    return bayan_phrase_definites (scan, at + 1, 2);
  if (bayan_scan_key_in (scan, at, pronominal))
    return at + 1;
  /* مفوضة شؤون المتوسط */
  if (bayan_scan_key_is (scan, at, "شؤون") && bayan_phrase_name (scan, at + 1, NAMES, 0) > at + 1)
    {
      office->complete = TRUE;
      return bayan_phrase_name (scan, at + 1, NAMES, 0);
    }

  if (bayan_scan_reading_with (scan, at, BAYAN_CLASS (TITLE), 0) != NULL
      || bayan_scan_longest (scan, at, BAYAN_TYPE (OCC), 0) != NULL)
    end = bayan_office_finder_parse_holder (office, at);
  if (end == at)
    end = parse_institution (office, at);
  if (end > at)
    return end;

  end = bayan_phrase_definites (scan, at, 2);
  if (end == at)
    return end;
  at = end;
  end = bayan_phrase_joined (scan, at);
  /* مديرة العمليات والمناصرة في أوتشا: what no table knows, before the house */
  if (end == at && bayan_scan_goes_on (scan, at + 1) && bayan_key_begins (scan->tokens[at].key, "وال")
      && bayan_scan_key_is (scan, at + 1, "في")
      && bayan_phrase_name (scan, at + 2, BAYAN_TYPE (ORG), 0) > at + 2)
    end++;

  return end;
}

/* A deputy is one span with the office he is deputy of. */
static guint32
parse_deputy (Office *office, guint32 token)
{
  BayanScan *scan = office->scan;
  guint32 at = bayan_office_finder_parse_adjectives (office, token);
  /* النائب العام: whatever has no ل behind it is no complement. */
  gboolean definite = bayan_scan_is_definite (scan, office->head)
                      && bayan_scan_is (scan, office->head, BAYAN_CLASS (DEPUTY));

  if (bayan_scan_goes_on (scan, at) && office->depth < 4 && !definite
      && bayan_scan_reading_with (scan, at, HEADS, 0) != NULL)
    {
      office->depth++;
      return bayan_office_finder_parse (office, at, bayan_scan_reading_with (scan, at, HEADS, 0)->classes);
    }
  if (bayan_scan_goes_on (scan, at) && office->depth < 4
      && bayan_scan_reading_with (scan, at, HEADS, BAYAN_PROCLITIC_LAM) != NULL)
    {
      office->depth++;
      return bayan_office_finder_parse (
          office, at, bayan_scan_reading_with (scan, at, HEADS, BAYAN_PROCLITIC_LAM)->classes);
    }

  return bayan_office_finder_parse_tails (office, definite ? at : parse_genitive (office, at));
}

/* القائمة is a list where no affairs follow, القائم what stands, مساعدة help where no office does, ممثلا what somebody does where it is not
 * said how. */
static gboolean
is_rarely_office (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  if (bayan_scan_word_ends (word, "القائمة") || bayan_scan_word_ends (word, "القائم"))
    return !bayan_scan_key_in (scan, token + 1, at_affairs);
  if (bayan_scan_word_ends (word, "مساعدة"))
    return bayan_scan_reading_with (scan, token + 1, HEADS, 0) == NULL;

  return bayan_scan_word_ends (word, "ممثلا") && !bayan_scan_key_in (scan, token + 1, second_heads);
}

/* رئيسها, قائدهم: whose it is stands in the word. */
static gboolean
has_owner (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  return bayan_scan_word_ends (word, "ها") || bayan_scan_word_ends (word, "هم")
         || bayan_scan_word_ends (word, "ه");
}

/* Returns the token behind the office whose head is @token. */
guint32
bayan_office_finder_parse (Office *office, guint32 token, guint64 classes)
{
  BayanScan *scan = office->scan;
  const BayanReading *reading = bayan_scan_reading (scan, token, HEADS);
  guint32 at = token + 1;

  office->head = token;
  while (bayan_scan_goes_on (scan, at) && (classes & BAYAN_CLASS (TITLE)) != 0
         && bayan_scan_key_in (scan, at, ranks))
    at++;
  if (at > token + 1)
    return bayan_phrase_nationality (scan, at);
  if (bayan_scan_word_ends (&scan->tokens[token], "مساعدة")
      && bayan_scan_reading_with (scan, at, HEADS, 0) == NULL)
    return at;
  if (is_rarely_office (scan, token))
    return at;
  if (bayan_scan_key_is (scan, at, "بالاعمال") && bayan_scan_goes_on (scan, at))
    return bayan_office_finder_parse_tails (office, at + 1);
  /* قائما بأعمالها */
  if (bayan_scan_key_in (scan, at, at_whose_affairs) && bayan_scan_goes_on (scan, at))
    {
      office->complete = TRUE;
      return at + 1;
    }
  if (bayan_scan_key_is (scan, at, "باعمال") && bayan_scan_goes_on (scan, at))
    return parse_deputy (office, at + 1);
  if ((classes & BAYAN_CLASS (DEPUTY)) != 0)
    return parse_deputy (office, at);
  if ((classes & (BAYAN_CLASS (MINISTER) | BAYAN_CLASS (MINISTERS))) != 0)
    at = parse_minister (office, at);
  else if ((reading == NULL || !bayan_scan_reading_is_definite (scan, token, reading))
           && !(has_owner (scan, token) && bayan_scan_is (scan, at, BAYAN_CLASS (TITLE))))
    at = parse_genitive (office, at);

  return bayan_office_finder_parse_tails (office, at);
}

/* An office of the tables with its nationality and whose it is: رئيس أركان الجيش الجزائري, ولي العهد السعودي.
 */
static void
extend_known_offices (BayanScan *scan, guint32 token)
{
  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      const BayanCandidate *candidate = bayan_scan_get (scan, c);
      Office office;
      BayanCandidate known;
      BayanReading reading;
      guint32 end;

      if (candidate->type != BAYAN_MENTION_OCC || (candidate->flags & BAYAN_CANDIDATE_HEAD) == 0)
        continue;
      office = (Office) { .scan = scan, .head = token, .complete = TRUE };
      known = *candidate;
      reading = (BayanReading) { .start = known.start, .proclitics = known.proclitics };
      /* رئيس أركان الجيش الوطني الشعبي: the last word begins a body of its own. */
      end = known.last > token + 1 ? bayan_phrase_name (scan, known.last - 1, BAYAN_TYPE (ORG), 0)
                                   : known.last;
      end = bayan_office_finder_parse_adjectives (&office, MAX (end, known.last));
      end = bayan_office_finder_parse_charge (&office, end);
      if (end > known.last)
        bayan_scan_add (scan, BAYAN_MENTION_OCC, token, end, &reading, known.rule)->evidence = known.evidence;
    }
}

/* رئيس عربي, وزراء خارجية أفارقة: somebody of a people, not the office of a state. */
static gboolean
is_somebody (const BayanScan *scan, guint32 first, guint32 last)
{
  const BayanReading *reading = bayan_scan_reading (scan, first, HEADS);

  if (last < first + 2 || (reading != NULL && bayan_scan_reading_is_definite (scan, first, reading)))
    return FALSE;
  for (guint32 i = first + 1; i < last; i++)
    if (bayan_scan_is_definite (scan, i) || bayan_scan_longest (scan, i, NAMES, BAYAN_ANY_PROCLITICS) != NULL)
      return FALSE;

  return bayan_phrase_nationality (scan, last - 1) == last;
}

/* مبعوث الأمين العام: the head at @token is whom an envoy is of. */
static gboolean
is_sender (const BayanScan *scan, guint32 token, const BayanReading *reading)
{
  Office envoy = { .scan = (BayanScan *) scan, .head = token };

  if (token == 0 || !bayan_scan_goes_on (scan, token) || (reading->proclitics & BAYAN_PROCLITIC_LAM) == 0)
    return FALSE;
  envoy.head--;
  while (envoy.head > 0
         && (bayan_scan_is (scan, envoy.head, BAYAN_CLASS (OFFICE_ADJ))
             || bayan_scan_key_in (scan, envoy.head, second_heads)))
    envoy.head--;

  return bayan_office_finder_is_resident (&envoy);
}

/* أمر الرئيس: the verb, not آمر; المجلس العسكري الحاكم, القرار القاضي بتمديد: an adjective of the noun before. */
static gboolean
is_no_head (const BayanScan *scan, guint32 token)
{
  if (bayan_scan_key_is (scan, token, "امر"))
    return !bayan_key_begins (scan->text + scan->tokens[token].start, "آ");
  if (bayan_scan_key_is (scan, token, "القاضي"))
    return bayan_scan_goes_on (scan, token + 1) && bayan_key_begins (scan->tokens[token + 1].key, "ب")
           && !bayan_person_is_name_word (scan, token + 1);

  return token > 0 && bayan_scan_key_is (scan, token, "الحاكم") && bayan_scan_goes_on (scan, token)
         && bayan_scan_is_definite (scan, token - 1);
}

void
bayan_rules_match_office (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, HEADS);
  Office office;
  guint32 end;
  BayanCandidate *candidate;
  const char *evidence;

  extend_known_offices (scan, token);
  if (reading == NULL || is_no_head (scan, token))
    return;
  office = (Office) { .scan = scan, .head = token };
  office.sender = is_sender (scan, token, reading);
  office.plural = (reading->classes & (BAYAN_CLASS (MINISTERS) | BAYAN_CLASS (OFFICES))) != 0;
  end = bayan_office_finder_parse (&office, token, reading->classes);
  office.complete = office.complete && !is_somebody (scan, token, end);
  if (office.plural && !office.complete)
    return;
  if (end == token + 1 && (reading->classes & (BAYAN_CLASS (TITLE) | BAYAN_CLASS (OFFICE))) == 0)
    return;

  evidence = bayan_scan_text (scan, token, token + 1);
  candidate = bayan_scan_add (scan, BAYAN_MENTION_OCC, token, bayan_scan_close_quotes (scan, token, end),
                              reading, "office/head-and-complement");
  candidate->evidence = evidence;
  if (!office.complete || bayan_key_is_among (bayan_scan_stem (scan, token, reading), reporters))
    candidate->flags |= BAYAN_CANDIDATE_BARE;
}
