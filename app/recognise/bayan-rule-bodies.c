/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisations by their head noun: councils, committees, courts, units of an army; bayan-rule-state-bodies.c has what every state
 * has. */
#include <string.h>

#include "bayan-bodies.h"
#include "bayan-person-names.h"

#define PLACES (BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC))
#define NAMES (PLACES | BAYAN_TYPE (ORG))

/* Heads whose definite complement alone makes a name: مجلس القضاء, هيئة الرقابة. */
static const char *const naming_heads[] = { "مجلس",  "هيئة",   "لجنة",  "منظمة", "وكالة", "محكمة", "جامعة",
                                            "حزب",   "مفوضية", "صندوق", "بنك",   "معهد",  "مصرف",  "رابطة",
                                            "جمعية", "نقابة",  "جبهة",  "اتحاد", "لواء",  "كتائب", "كتيبة",
                                            "فيلق",  "سرايا",  "عصائب", "ديوان", "نادي",  "مصلحة", "مديرية",
                                            "مشيخة", "حامية",  NULL };
/* Heads that only announce an organisation with a name of its own: منظمة اليونسكو. */
static const char *const announcing_heads[] = { "وكالة", "منظمة", "شركة",  "مؤسسة", "شبكة",
                                                "حزب",   "حركة",  "جماعة", "جهاز",  NULL };
/* Behind one of these another adjective makes a name: المجلس الوطني الانتقالي. */
static const char *const national[] = { "الوطني",   "الوطنية", "الاعلى", "العليا", "المركزي",
                                        "المركزية", "العام",   "العامة", NULL };
/* These are called after people. */
static const char *const endowed[] = { "مؤسسة", "مركز", "معهد", "جامعة", "كلية", "اكاديمية", "جمعية", NULL };
static const char *const commanded[] = { "الجيش",   "الامن",  "القوات", "العمليات",
                                         "الاركان", "الشرطة", "الدرك",  NULL };
/* Before a place they mean something else. */
static const char *const of_no_place[] = { "مصلحة", "برنامج", "مديرية", NULL };
/* Heads that mean no body before these: جبهة مأرب is where people fight, هيئة الدفاع who defends in court. */
static const char *const fronts[] = { "جبهة", "جبهات", NULL };
static const char *const fighting[] = { "القتال", "الحرب", "المواجهة", "المعركة", NULL };
static const char *const services[] = { "المخابرات", "الاستخبارات", NULL };
static const char *const courts[] = { "محكمة", "المحكمة", "نيابة", "النيابة", "دائرة", NULL };
static const char *const units[] = { "اللواء", "الفرقة", "الكتيبة", "الفوج", "الفيلق",
                                     "لواء",   "فرقة",   "فوج",     NULL };
static const char *const unit_kinds[] = { "مشاة",   "قتال",     "مدرعة",    "مدرع", "مظلات", "مشاه",
                                          "صاعقة",  "معزز",     "المحمولة", "جوا",  "حماية", "دعم",
                                          "عمليات", "المجحفلة", "معززة",    NULL };
static const char *const describing[] = { "رفيعة", "رفيع",  "مشتركة", "خاصة",   "مستقلة",
                                          "دائمة", "مؤقتة", "مصغرة",  "وزارية", "فنية",
                                          "عليا",  "مشترك", "مستقل",  "متخصصة", NULL };
static const char *const taking_over[] = { "تسلمت",  "تسلم",  "تولت",   "تولى",   "تتولى",  "يتولى",
                                           "وتسلمت", "وتولت", "وتتولى", "ستتولى", "ستتسلم", NULL };
/* Not a body but who leads: برئاسة إيطاليا. */
static const char *const led_by[] = { "برئاسة", "وبرئاسة", "بادارة", "وبادارة", "لرئاسة", "برعاية", "باشراف",
                                      "بقيادة", "بمشاركة", "بحضور",  "بدعوة",   "بدعم",   NULL };
/* Joined to the name of a force or a commission: القوة متعددة الجنسيات المشتركة. */
static const char *const joint[] = { "المشتركة", "المختلطة", "الموحدة", NULL };
static const char *const joint_heads[] = {
  "القوة", "القوات", "اللجنة", "الغرفة", "القيادة", "المحكمة", NULL
};

/* برئاسة إيطاليا: who leads, no body */
gboolean
bayan_body_is_led (const BayanScan *scan, guint32 token)
{
  return bayan_scan_key_in (scan, token, led_by);
}

/* البعثة الدولية لتقصي الحقائق في السودان: where somebody inquires belongs to the name. */
static guint32
parse_inquiry (const BayanScan *scan, guint32 end)
{
  guint32 name;

  if (!bayan_scan_key_is (scan, end, "في")
      || !(bayan_scan_key_is (scan, end - 1, "الحقائق") || bayan_scan_key_is (scan, end - 1, "للتحقيق")))
    return end;
  name = bayan_phrase_name (scan, end + 1, BAYAN_TYPE (GPE), 0);

  return name > end + 1 ? name : end;
}

void
bayan_body_add (BayanScan *scan, guint32 first, guint32 last, const BayanReading *reading, const char *rule,
                guint flags)
{
  const char *evidence = bayan_scan_text (scan, first, first + 1);
  BayanCandidate *body = bayan_scan_add (scan, BAYAN_MENTION_ORG, first,
                                         bayan_scan_close_quotes (scan, first, parse_inquiry (scan, last)),
                                         reading, rule);

  body->evidence = evidence;
  body->flags |= flags;
}

/* What follows an organisation's name and belongs to it: adjectives, (التابع)? ل with an organisation or
 * country. */
static guint32
extend_body (BayanScan *scan, guint32 token, gboolean *country)
{
  guint32 at = token, end;

  for (;;)
    {
      end = bayan_phrase_nationality (scan, at);
      /* اللجنة العسكرية العليا الأمريكية-العراقية */
      if (end == at && *country && at > token && bayan_scan_goes_on (scan, at + 1)
          && (scan->tokens[at].flags & BAYAN_WORD_DASH) != 0)
        end = bayan_phrase_nationality (scan, at + 1) > at + 1 ? bayan_phrase_nationality (scan, at + 1) : at;
      if (end > at)
        *country = TRUE;
      else if (bayan_scan_goes_on (scan, at) && bayan_scan_is (scan, at, BAYAN_CLASS (BODY_ADJ))
               && !bayan_key_begins (scan->tokens[at].key, "التابع"))
        end = at + 1;
      /* اللجنة السياسية والأمنية; not الحكومة الأميركية والبريطانية */
      else if (at > token && bayan_phrase_agrees (scan, at)
               && bayan_scan_longest (scan, at, BAYAN_TYPE (NORP), BAYAN_PROCLITIC_WA) == NULL)
        end = at + 1;
      else
        break;
      at = end;
    }

  end = at;
  if (bayan_scan_goes_on (scan, end) && bayan_key_begins (scan->tokens[end].key, "التابع"))
    end++;
  end = bayan_phrase_name (scan, end, BAYAN_TYPE (ORG) | BAYAN_TYPE (GPE), BAYAN_PROCLITIC_LAM);
  if (end > at + 1
      || bayan_phrase_name (scan, at, BAYAN_TYPE (ORG) | BAYAN_TYPE (GPE), BAYAN_PROCLITIC_LAM) > at)
    {
      *country = TRUE;
      return end;
    }

  return at;
}

/* المعنية بسوريا, المعني بالهجرة: the field of a body that an adjective already describes. */
static guint32
parse_field (const BayanScan *scan, guint32 token)
{
  static const char *const concerned[] = { "المعنية", "المعني", "المكلفة", "المكلف", NULL };
  guint32 end;

  if (!bayan_scan_goes_on (scan, token + 1) || !bayan_scan_key_in (scan, token, concerned))
    return token;
  end = bayan_phrase_name (scan, token + 1, NAMES, BAYAN_PROCLITIC_BA);
  if (end > token + 1)
    return end;
  if (!bayan_key_begins (scan->tokens[token + 1].key, "ب"))
    return token;
  end = bayan_phrase_definites (scan, token + 2, 2);
  if (end > token + 2 || g_str_has_prefix (scan->tokens[token + 1].key, "بال"))
    return bayan_phrase_about (scan, MAX (end, token + 2));

  return token;
}

/* بين الكاميرون ونيجيريا: the two sides of a body that is joint. Returns the token behind, or @token. */
static guint32
parse_sides (const BayanScan *scan, guint32 token)
{
  guint32 one, two;

  if (!bayan_scan_key_is (scan, token, "بين") || !bayan_scan_goes_on (scan, token + 1)
      || !(bayan_scan_word_ends (&scan->tokens[token - 1], "المشتركة")
           || bayan_scan_word_ends (&scan->tokens[token - 1], "المشترك")
           || bayan_scan_word_ends (&scan->tokens[token - 1], "المختلطة")))
    return token;
  one = bayan_phrase_name (scan, token + 1, NAMES, 0);
  two = one > token + 1 ? bayan_phrase_name (scan, one, NAMES, BAYAN_PROCLITIC_WA) : one;

  return two > one ? two : token;
}

/* لوزراء الخارجية العرب: who sits in a council */
static guint32
parse_sitting (const BayanScan *scan, guint32 token)
{
  guint32 end;

  if (!bayan_scan_goes_on (scan, token)
      || bayan_scan_reading_with (scan, token, BAYAN_CLASS (MINISTERS), BAYAN_PROCLITIC_LAM) == NULL)
    return token;
  end = bayan_phrase_portfolio (scan, token + 1);

  return end > token + 1 ? bayan_phrase_nationality (scan, end) : token;
}

/* An organisation that the tables name, up to @last: it takes nothing but its owner. Returns FALSE for
 * another. */
static gboolean
match_owned (BayanScan *scan, guint32 token, guint32 last, const BayanReading *reading)
{
  const BayanCandidate *name = bayan_scan_longest (scan, token, BAYAN_TYPE (ORG), BAYAN_ANY_PROCLITICS);
  guint32 at, end;

  if (name == NULL || name->entry == 0 || name->last > last || (name->flags & BAYAN_CANDIDATE_HEAD) != 0)
    return FALSE;
  at = name->last;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_LAM);
  if (end > at)
    bayan_body_add (scan, token, MAX (parse_field (scan, end), end), reading, "organisation/body", 0);

  return TRUE;
}

/* المجلس الأعلى للدولة, البنك المركزي الأردني, اللجنة الوطنية لمكافحة الإرهاب */
static void
match_definite_body (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  gboolean country = FALSE;
  guint32 end, purpose;
  const BayanCandidate *state = bayan_scan_longest (scan, token, BAYAN_TYPE (GPE), BAYAN_ANY_PROCLITICS);

  /* المساعدات المالية الكلية لمصر: how much, no college */
  if (token > 0 && bayan_scan_goes_on (scan, token) && bayan_scan_key_is (scan, token, "الكلية")
      && bayan_scan_is_definite (scan, token - 1))
    return;
  /* بالاتحاد الروسي: a state that is called like a body */
  if (state != NULL && state->entry != 0 && state->last > token + 1)
    return;
  /* مجلس القيادة الرئاسي اليمني: the complement of another body */
  if (token > 0 && bayan_scan_goes_on (scan, token)
      && bayan_scan_word_ends (&scan->tokens[token - 1], "مجلس"))
    return;
  end = extend_body (scan, token + 1, &country);
  if (match_owned (scan, token, end, reading))
    return;
  if (end > token + 1 && end == bayan_phrase_purpose (scan, end))
    {
      guint32 field = parse_field (scan, end);

      country |= field > end;
      end = field;
    }
  purpose = end > token + 1 ? bayan_phrase_purpose (scan, end) : end;
  if (purpose > end)
    {
      country = TRUE;
      end = extend_body (scan, bayan_phrase_joined (scan, purpose), &country);
    }
  else if (end > token + 1)
    {
      purpose = MAX (parse_sitting (scan, end), parse_sides (scan, end));
      country |= purpose > end;
      end = MAX (purpose, end);
    }
  /* المجلس الوطني الانتخابي, اللجنة المركزية الانتخابية */
  if (!country && end == token + 2 && bayan_scan_goes_on (scan, end) && bayan_scan_is_definite (scan, end)
      && bayan_scan_key_in (scan, token + 1, national)
      && (bayan_scan_word_ends (&scan->tokens[end], "ي") || bayan_scan_word_ends (&scan->tokens[end], "ية"))
      && !bayan_scan_is (scan, end, BAYAN_CLASS (RELATIVE) | BAYAN_CLASS (STOP)))
    {
      end++;
      country = TRUE;
    }
  /* القيادة العسكرية الأميركية في أفريقيا */
  if (country && bayan_key_is_among (bayan_scan_stem (scan, token, reading), joint_heads)
      && bayan_scan_key_is (scan, end, "في"))
    end = bayan_phrase_name (scan, end + 1, BAYAN_TYPE (LOC), 0) > end + 1
              ? bayan_phrase_name (scan, end + 1, BAYAN_TYPE (LOC), 0)
              : end;
  if (country)
    bayan_body_add (scan, token, end, reading, "organisation/body", 0);
}

/* أصدقاء مرفأ بيروت: a noun in construct with a name */
static guint32
name_behind_noun (const BayanScan *scan, guint32 token)
{
  guint32 end;

  if (!bayan_phrase_is_noun (scan, token) || bayan_scan_is_definite (scan, token)
      || scan->tokens[token].n_readings > 1)
    return token;
  end = bayan_phrase_name (scan, token + 1, NAMES | BAYAN_TYPE (FAC), 0);

  return end > token + 1 ? end : token;
}

/* Nouns behind the head of a body, none of them a name: القضاء الأعلى, حقوق الإنسان, تمويل الاستقرار. */
static guint32
parse_nouns (const BayanScan *scan, guint32 token, gboolean naming)
{
  guint32 at = token, end = bayan_phrase_portfolio (scan, at);

  /* تنمية الصادرات: no portfolio ends without an article */
  if (end == at + 1 && naming && !bayan_scan_is_definite (scan, at) && bayan_scan_is_definite (scan, end))
    end = at;
  if (end == at && naming && bayan_phrase_is_noun (scan, at) && !bayan_scan_is_definite (scan, at)
      && bayan_scan_is (scan, at, BAYAN_CLASS (COMMON)) && bayan_phrase_definites (scan, at + 1, 1) > at + 1)
    end = ++at;
  if (end == at)
    end = bayan_phrase_definites (scan, at, 1);
  while (end > at && end < at + 3 && bayan_phrase_definites (scan, end, 1) > end
         && bayan_phrase_nationality (scan, end) == end
         && (bayan_key_ends (scan->tokens[end].key, "ية")
             || (bayan_key_ends (scan->tokens[end].key, "ي")
                 && (bayan_scan_is (scan, end, BAYAN_CLASS (BODY_ADJ))
                     || (naming && scan->tokens[end].readings[0].word == 0)))))
    end++;

  end = end > token ? bayan_phrase_about (scan, end) : end;

  return end > token + 1 || bayan_scan_is_definite (scan, token) ? end : token;
}

/* 5+5: how many sit in a commission, on each side. */
static guint32
parse_parity (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token + 2) && (scan->tokens[token].flags & BAYAN_WORD_NUMBER) != 0
                 && bayan_scan_key_is (scan, token + 1, "+")
                 && (scan->tokens[token + 2].flags & BAYAN_WORD_NUMBER) != 0
             ? token + 3
             : token;
}

/* مكتب المبعوث الخاص إلى سوريا, مكتب رئيس الوزراء: the office of whoever holds one */
static guint32
parse_holder (const BayanScan *scan, guint32 token, const char *stem)
{
  const BayanCandidate *holder = NULL;

  if (!bayan_key_is (stem, "مكتب") && !bayan_key_is (stem, "ديوان"))
    return token;
  for (gint32 c = bayan_scan_goes_on (scan, token) ? scan->first[token] : -1; c >= 0;
       c = bayan_scan_get (scan, c)->next)
    {
      const BayanCandidate *office = bayan_scan_get (scan, c);

      if (office->type == BAYAN_MENTION_OCC && office->proclitics == 0
          && (office->flags & BAYAN_CANDIDATE_BARE) == 0 && (holder == NULL || office->last > holder->last))
        holder = office;
    }

  return holder != NULL ? holder->last : token;
}

/* The complement in the genitive. @country is set where a name is in it. */
static guint32
parse_complement (const BayanScan *scan, guint32 token, gboolean naming, gboolean *country)
{
  guint32 end = bayan_phrase_name (scan, token, NAMES, 0);

  *country = TRUE;
  if (end > token)
    return end;
  if (naming && bayan_scan_is (scan, token, BAYAN_CLASS (MINISTERS)))
    {
      guint32 name;

      end = bayan_phrase_portfolio (scan, token + 1);
      /* الدول الأعضاء في منظمة التعاون الإسلامي */
      if (bayan_scan_key_is (scan, end, "الدول") && bayan_scan_key_is (scan, end + 1, "الاعضاء"))
        {
          guint32 in = end + 2 + bayan_scan_key_is (scan, end + 2, "في");

          name = bayan_phrase_name (scan, in, BAYAN_TYPE (ORG), in > end + 2 ? 0 : BAYAN_PROCLITIC_BA);
          if (name > in)
            return name;
        }
      name = bayan_phrase_name (scan, end, BAYAN_TYPE (ORG), 0);
      if (end > token + 1)
        return MAX (name, end);
    }
  end = naming ? name_behind_noun (scan, token) : token;
  if (end > token)
    return end;
  *country = FALSE;

  return parse_nouns (scan, token, naming);
}

/* TRUE if the head only announces a body that has a name of its own, or leads it: منظمة اليونسكو, قيادة
 * التحالف. */
static gboolean
only_announces (const BayanScan *scan, guint32 token, const BayanReading *reading, const char *stem)
{
  guint32 at = bayan_scan_skip_quote (scan, token + 1);
  const BayanCandidate *name = bayan_scan_goes_on (scan, token + 1) ? bayan_scan_longest (scan, at, NAMES, 0)
                                                                    : NULL;

  if (name == NULL)
    return FALSE;
  /* وكالة الأناضول: the agency, not the land */
  if (bayan_scan_longest (scan, at, BAYAN_TYPE (ORG), 0) != NULL
      && bayan_scan_longest (scan, at, BAYAN_TYPE (ORG), 0)->last == name->last)
    name = bayan_scan_longest (scan, at, BAYAN_TYPE (ORG), 0);
  if (bayan_key_is (stem, "قيادة"))
    return name->last != at + 1 || !bayan_scan_is (scan, at, BAYAN_CLASS (STATE_BODY));
  /* جهاز الموساد; not جهاز المخابرات العامة */
  if (bayan_key_is (stem, "جهاز")
      && bayan_scan_is (scan, at, BAYAN_CLASS (STATE_BODY) | BAYAN_CLASS (COMMON)))
    return FALSE;

  return name->type == BAYAN_MENTION_ORG
         && ((reading->classes & BAYAN_CLASS (GROUP)) != 0
             || ((name->entry != 0 || at > token + 1) && bayan_key_is_among (stem, announcing_heads)));
}

/* عملية جامعة برعاية الأمم المتحدة: what has a preposition is no complement. */
static gboolean
is_governed (const BayanScan *scan, guint32 token)
{
  return bayan_scan_is (scan, token, BAYAN_CLASS (STOP)) || bayan_body_is_led (scan, token)
         || bayan_scan_reading_with (scan, token, BAYAN_CLASS (COMMON), BAYAN_PROCLITIC_BA) != NULL;
}

/* في جبهة الكسارة غربي: where people fight, by a word that no table knows */
static gboolean
is_front_line (const BayanScan *scan, guint32 token, guint32 end)
{
  return end == token + 2 && scan->tokens[token + 1].readings[0].word == 0
         && (bayan_key_begins (scan->tokens[token].key, "ب")
             || (token > 0 && bayan_scan_key_is (scan, token - 1, "في")));
}

/* The tables know a body of several states here, up to @end or beyond, behind which a purpose is another's: اتفاقية منظمة التعاون
 * الإسلامي لمكافحة الإرهاب. */
static gboolean
is_whole_body (const BayanScan *scan, guint32 token, guint32 end)
{
  const BayanCandidate *name = bayan_scan_longest (scan, token, BAYAN_TYPE (ORG), BAYAN_ANY_PROCLITICS);

  return name != NULL && name->entry != 0 && name->last >= end && (name->flags & BAYAN_CANDIDATE_HEAD) == 0
         && strcmp (name->rule, "gazetteer/organisations.tsv") == 0
         && bayan_lexicon_get_entry (scan->lexicon, name->entry)->entity->iso3 == NULL
         && bayan_phrase_name (scan, name->last, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_LAM) == name->last
         && bayan_phrase_nationality (scan, name->last) == name->last
         && bayan_phrase_purpose (scan, name->last) > name->last;
}

/* مؤسسة سلطان بن عبدالعزيز الخيرية, مركز الملك فيصل للبحوث: a body called after somebody, with what says of which kind it is.
 * Returns the token behind, or @token. */
static guint32
parse_namesake (const BayanScan *scan, guint32 token)
{
  static const char *const schools[] = { "جامعة",  "معهد",  "كلية",  "مركز",  "مؤسسة",  "اكاديمية",
                                         "وجامعة", "ومعهد", "وكلية", "ومركز", "ومؤسسة", NULL };
  guint32 at = token, end, behind;

  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_goes_on (scan, at + 1))
    return token;
  if (bayan_scan_is (scan, at, BAYAN_CLASS (TITLE) | BAYAN_CLASS (HONORIFIC))
      && bayan_scan_is_definite (scan, at) && bayan_scan_is (scan, at + 1, BAYAN_CLASS (GIVEN)))
    at++;
  end = bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN))
            ? bayan_person_parse_name (scan, at)
            : at;
  if (end < at + (at > token ? 1 : 2))
    return token;
  behind = end;
  while (bayan_scan_goes_on (scan, behind) && bayan_scan_is (scan, behind, BAYAN_CLASS (BODY_ADJ)))
    behind++;
  behind = bayan_phrase_purpose (scan, behind);

  /* جامعة الأمير محمد بن فهد: a title before the name says enough of a school */
  return behind > end || (at > token && bayan_scan_key_in (scan, token - 1, schools)) ? behind : token;
}

/* مجلس النواب العراقي, هيئة الأمم المتحدة للمرأة, مركز الملك سلمان */
static void
match_construct_body (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  const char *stem = bayan_scan_stem (scan, token, reading);
  gboolean naming = bayan_key_is_among (stem, naming_heads), country = FALSE;
  guint32 end, purpose;

  /* قيادة الجيش, قيادة الأمن الداخلي */
  naming |= bayan_key_is (stem, "قيادة") && bayan_scan_key_in (scan, token + 1, commanded);
  /* لجنة رفيعة المستوى: described, not named */
  if (bayan_scan_key_in (scan, token + 1, describing) && !bayan_scan_is_definite (scan, token))
    return;
  /* تسلمت رئاسة المجلس: who leads it now, no body */
  if (bayan_key_is (stem, "رئاسة") && token > 0 && bayan_scan_key_in (scan, token - 1, taking_over))
    return;
  /* منتدى المغرب: a meeting */
  if (bayan_key_is (stem, "منتدى") && bayan_phrase_name (scan, token + 1, PLACES, 0) > token + 1)
    return;
  /* تحت لواء: under whose banner */
  if (only_announces (scan, token, reading, stem) || is_governed (scan, token + 1)
      || (token > 0 && bayan_key_is (stem, "لواء") && bayan_scan_key_is (scan, token - 1, "تحت")))
    return;
  /* مصلحة الأردن: what is good for it; برنامج كوريا: what it builds; مديرية بيحان: a district */
  if (bayan_key_is_among (stem, of_no_place)
      && (bayan_phrase_name (scan, token + 1, PLACES, 0) > token + 1
          || (bayan_key_is (stem, "مصلحة") && (reading->proclitics & BAYAN_PREPOSITIONS) != 0)))
    return;
  /* شبكة الأردن: a grid */
  if (bayan_key_is (stem, "شبكة") && bayan_phrase_name (scan, token + 1, PLACES, 0) > token + 1)
    return;
  end = bayan_key_is_among (stem, endowed) ? parse_namesake (scan, token + 1) : token + 1;
  if (end > token + 1)
    {
      bayan_body_add (scan, token, end, reading, "organisation/namesake", 0);
      return;
    }
  end = parse_parity (scan, token + 1);
  if (end == token + 1)
    end = parse_holder (scan, token + 1, stem);
  country = end > token + 1;
  if (!country)
    end = parse_complement (scan, token + 1, naming, &country);
  if (end == token + 1
      || (bayan_key_is_among (stem, fronts)
          && bayan_scan_longest (scan, bayan_scan_skip_quote (scan, token + 1), BAYAN_TYPE (GPE), 0) != NULL)
      || (bayan_key_is (stem, "هيئة") && bayan_scan_key_is (scan, token + 1, "الدفاع"))
      || (bayan_key_is (stem, "جبهة")
          && (bayan_scan_key_in (scan, token + 1, fighting) || is_front_line (scan, token, end))))
    return;

  if (is_whole_body (scan, token, end))
    return;
  /* بنك التصدير والاستيراد الصيني */
  if (naming && bayan_scan_goes_on (scan, end + 1) && bayan_key_begins (scan->tokens[end].key, "وال")
      && bayan_phrase_is_noun (scan, end) && bayan_scan_is_definite (scan, end + 1)
      && !bayan_scan_word_ends (&scan->tokens[end], "ي") && !bayan_scan_word_ends (&scan->tokens[end], "ية")
      && bayan_scan_longest (scan, end, ~0u, BAYAN_PROCLITIC_WA) == NULL
      && bayan_phrase_nationality (scan, end + 1) > end + 1
      && bayan_scan_word_ends (&scan->tokens[end + 1], "ية")
             == bayan_scan_word_ends (&scan->tokens[token], "ة"))
    end++;
  end = extend_body (scan, end, &country);
  /* جهاز المخابرات, where nothing says whose */
  country |= bayan_key_is (stem, "جهاز") && bayan_scan_key_in (scan, token + 1, services);
  /* هيئة الرقابة ومكافحة الفساد */
  if (naming && bayan_scan_goes_on (scan, end)
      && bayan_scan_reading_with (scan, end, BAYAN_CLASS (FIGHT), BAYAN_PROCLITIC_WA) != NULL
      && bayan_phrase_definites (scan, end + 1, 2) > end + 1)
    end = extend_body (scan, bayan_phrase_definites (scan, end + 1, 2), &country);
  purpose = bayan_phrase_purpose (scan, end);
  if (purpose > end && (naming || country))
    end = extend_body (scan, bayan_phrase_joined (scan, purpose), &country);
  else if (naming || country)
    end = MAX (MAX (end, parse_field (scan, end)), MAX (parse_sitting (scan, end), parse_sides (scan, end)));
  if (country || naming)
    bayan_body_add (scan, token, end, reading, "organisation/body", 0);
}

/* المحكمة الابتدائية بتونس, محكمة الاستئناف في الرباط: where a court sits belongs to its name. */
static gboolean
match_court (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  guint32 at = token + 1, end;

  if (!bayan_key_is_among (bayan_scan_stem (scan, token, reading), courts))
    return FALSE;
  end = bayan_phrase_definites (scan, at, 2);
  if (end == at)
    return FALSE;
  at = end;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_BA);
  if (end > at)
    bayan_body_add (scan, token, end, reading, "organisation/court", 0);

  return end > at;
}

/* اللواء 444 قتال, الفرقة الرابعة مدرعة, لواء غولاني: a unit of an army by its number. */
static gboolean
match_unit (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  BayanNumber number;
  guint32 end = token + 1;

  if (!bayan_key_is_among (bayan_scan_stem (scan, token, reading), units) || !bayan_scan_goes_on (scan, end))
    return FALSE;
  if ((scan->tokens[end].flags & BAYAN_WORD_NUMBER) != 0)
    end++;
  else if (bayan_scan_is_definite (scan, end) && bayan_scan_parse_ordinal (scan, end, &number))
    end += number.n_words;
  else
    return FALSE;
  while (bayan_scan_goes_on (scan, end) && bayan_scan_key_in (scan, end, unit_kinds))
    end++;
  bayan_body_add (scan, token, bayan_phrase_nationality (scan, end), reading, "organisation/unit", 0);

  return TRUE;
}

static void
match_general_body (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (BODY));

  if (reading == NULL || match_court (scan, token, reading) || match_unit (scan, token, reading))
    return;
  if (bayan_scan_reading_is_definite (scan, token, reading))
    match_definite_body (scan, token, reading);
  else
    match_construct_body (scan, token, reading);
}

/* القوة متعددة الجنسيات المشتركة, اللجنة العسكرية المشتركة 5+5: a body of the lexicon with an adjective or
 * number that its name may lack there. */
static void
extend_joint_bodies (BayanScan *scan, guint32 token)
{
  const BayanCandidate *known = bayan_scan_longest (scan, token, BAYAN_TYPE (ORG), BAYAN_ANY_PROCLITICS);
  BayanReading reading;
  guint32 end;

  if (known == NULL || known->entry == 0)
    return;
  reading = (BayanReading) { .start = known->start, .proclitics = known->proclitics };
  /* أوبك+ */
  if (bayan_scan_goes_on (scan, known->last) && bayan_scan_key_is (scan, known->last, "+")
      && bayan_words_touches_previous (scan->words, known->last))
    {
      for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
        if (bayan_scan_get (scan, c)->type == BAYAN_MENTION_ORG
            && bayan_scan_get (scan, c)->last == known->last)
          bayan_scan_get (scan, c)->flags |= BAYAN_CANDIDATE_DROPPED;
      bayan_body_add (scan, token, known->last + 1, &reading, known->rule, 0);
      return;
    }
  if (!bayan_key_is_among (bayan_scan_stem (scan, token, &reading), joint_heads))
    return;
  end = known->last;
  if (bayan_scan_goes_on (scan, end) && bayan_scan_key_in (scan, end, joint))
    end++;
  end = parse_parity (scan, end);
  if (end > known->last)
    bayan_body_add (scan, token, end, &reading, known->rule, 0);
}

/* بيان مشترك لمجموعة السبع بشأن السودان: what the statement is about, not the group */
static gboolean
is_stated (const BayanScan *scan, guint32 token)
{
  static const char *const statements[] = { "بيان", "البيان", "اعلان", "موقف", "تصريح", NULL };

  for (guint back = 1; back <= 4 && back <= token; back++)
    if (!bayan_scan_goes_on (scan, token - back + 1))
      return FALSE;
    else if (bayan_scan_key_in (scan, token - back, statements))
      return TRUE;

  return FALSE;
}

/* مكتب مراقبة الأصول الأجنبية التابع لوزارة الخزانة, المجموعة الخماسية بشأن اليمن: an owner or a field that is said
 * outright belongs to any body of the tables. */
static void
extend_whole_body (BayanScan *scan, guint32 token, const BayanCandidate *known)
{
  static const char *const committees[] = { "مجموعة", "المجموعة", "لجنة", "اللجنة", "آلية",     "الآلية",
                                            "الية",   "الالية",   "فريق", "الفريق", "الرباعية", NULL };
  static const char *const broadcasting[] = { "قناة", "صحيفة", "وكالة", "اذاعة", "موقع", "شبكة", NULL };
  const char *rule = known->rule, *next = scan->tokens[known->last].key;
  BayanReading reading = { .start = known->start, .proclitics = known->proclitics };
  guint32 at = known->last, end = at;

  /* التابع, المعني, بشأن: most words behind a body are none of them. */
  if (!bayan_key_begins (next, "الت") && !bayan_key_begins (next, "الم") && !bayan_key_begins (next, "بشا"))
    return;
  if (known->entry == 0 || strcmp (rule, "gazetteer/organisations.tsv") != 0
      || !bayan_scan_goes_on (scan, at))
    return;
  if (bayan_key_begins (next, "التابع") && !(token > 0 && bayan_scan_key_in (scan, token - 1, broadcasting)))
    {
      end = bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG) | BAYAN_TYPE (GPE), BAYAN_PROCLITIC_LAM);
      end = end > at + 1 ? end : at;
    }
  else if (bayan_key_is_among (bayan_scan_stem (scan, token, &reading), committees))
    {
      end = parse_field (scan, at);
      if (end == at && bayan_scan_key_is (scan, at, "بشان") && !is_stated (scan, token))
        end = bayan_phrase_name (scan, at + 1, PLACES, 0);
      end = end > at + 1 ? end : at;
    }
  if (end > at)
    bayan_body_add (scan, token, end, &reading, rule, 0);
}

/* A body of the lexicon with what makes it whole: مجلس الشيوخ الأمريكي, المجموعة المصغرة للمدراء السياسيين
 * للتحالف. */
static void
extend_known_bodies (BayanScan *scan, guint32 token)
{
  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      const BayanCandidate *candidate = bayan_scan_get (scan, c);
      BayanCandidate known;
      BayanReading reading;
      gboolean country = FALSE;
      guint32 at = candidate->last, end;

      if (candidate->type != BAYAN_MENTION_ORG || at >= scan->n_tokens)
        continue;
      if ((candidate->flags & BAYAN_CANDIDATE_HEAD) == 0)
        {
          extend_whole_body (scan, token, candidate);
          continue;
        }
      known = *candidate;
      /* المجموعة المصغرة حول سوريا */
      if (bayan_scan_goes_on (scan, at)
          && (bayan_scan_key_is (scan, at, "حول") || bayan_scan_key_is (scan, at, "بشان"))
          && bayan_scan_word_ends (&scan->tokens[token], "المجموعة")
          && bayan_phrase_name (scan, at + 1, PLACES, 0) > at + 1 && !is_stated (scan, token))
        {
          reading = (BayanReading) { .start = known.start, .proclitics = known.proclitics };
          bayan_body_add (scan, token, bayan_phrase_name (scan, at + 1, PLACES, 0), &reading, known.rule, 0);
          continue;
        }
      reading = (BayanReading) { .start = known.start, .proclitics = known.proclitics };
      if (bayan_scan_key_is (scan, at, "للمدراء") || bayan_scan_key_is (scan, at, "للمديرين"))
        at = bayan_scan_key_is (scan, at + 1, "السياسيين") ? at + 2 : at + 1;
      end = extend_body (scan, at, &country);
      if (!country)
        continue;
      bayan_body_add (scan, token, end, &reading, known.rule, 0);
      if (bayan_phrase_nationality (scan, at) == at)
        bayan_scan_get (scan, scan->first[token])->key = known.key;
    }
}

static gboolean
has_known_body (const BayanScan *scan, guint32 token)
{
  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    if (bayan_scan_get (scan, c)->type == BAYAN_MENTION_ORG)
      return TRUE;

  return FALSE;
}

void
bayan_rules_match_body (BayanScan *scan, guint32 token)
{
  if (has_known_body (scan, token))
    {
      extend_known_bodies (scan, token);
      extend_joint_bodies (scan, token);
    }
  if ((scan->tokens[token].begins & BAYAN_BEGINS_BODY) == 0)
    return;
  bayan_body_match_of_state (scan, token);
  match_general_body (scan, token);
}
