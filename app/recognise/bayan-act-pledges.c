/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pledges: who gives how much, in which currency, for what, by when. */
#include "bayan-act-scan.h"

#include <string.h>

#define RELIEF_WORDS_MAX 6
#define GIVER_WORDS_MAX 5
#define DEADLINE_WORDS_MAX 3 /* between خلال, حتى … and the date */

static gboolean
is_money (const BayanActMention *mention)
{
  return mention != NULL && mention->mention->type == BAYAN_MENTION_MONEY;
}

/* أكثر من 600 مليون, نحو 20 مليون */
static BayanCleanSpan
find_modifier (const BayanActScan *scan, guint amount)
{
  for (guint back = 1; back <= 2 && back <= amount; back++)
    {
      guint64 classes = bayan_act_scan_get_classes (scan, amount - back);
      const char *key = bayan_act_scan_get_key (scan, amount - back);

      if ((classes & BAYAN_AW (MORE_THAN)) != 0 || bayan_key_begins (key, "باكثر")
          || bayan_key_begins (key, "بنحو"))
        return bayan_act_scan_get_span (scan, amount - back, amount);
    }
  return bayan_clean_span (0, 0);
}

/* من أصل 670 مليون دولار: the amount is a part of that */
static gboolean
is_total (const BayanActScan *scan, guint amount)
{
  return amount >= 2
         && (bayan_act_scan_is (scan, amount - 1, "اصل") || bayan_act_scan_is (scan, amount - 1, "مجموع")
             || bayan_act_scan_is (scan, amount - 1, "اجمالي"));
}

/* في صندوق إعادة الاستقرار, إلى برنامج الأغذية العالمي */
static gboolean
is_fund (const BayanActScan *scan, guint at)
{
  static const char *const funds[] = { "صندوق", "الصندوق", "برنامج", "البرنامج",
                                       "مشروع", "مشاريع",  "خطة",    NULL };
  const BayanActMention *mention = bayan_act_scan_get_mention (scan, at);

  return bayan_key_is_among (bayan_act_scan_get_key (scan, at), funds)
         || (mention != NULL && mention->mention->type == BAYAN_MENTION_ORG);
}

/* Where the purpose begins behind an amount: with ل, من أجل, كمساعدات, بهدف, or an aid noun before it. */
static guint
find_purpose (const BayanActScan *scan, guint at, guint end)
{
  for (guint i = at; i < end; i++)
    {
      const char *key = bayan_act_scan_get_key (scan, i);
      guint noun;

      if (bayan_act_get_preposition (scan, i, &noun) == BAYAN_NEEDS_LI || bayan_key_begins (key, "كمساعد")
          || bayan_key_begins (key, "كمساهم") || bayan_key_begins (key, "كمنح")
          || bayan_key_begins (key, "كدعم") || bayan_key_is (key, "بهدف") || bayan_key_is (key, "بغية")
          || bayan_key_is (key, "لصالح"))
        return i;
      if (bayan_key_is (key, "من") && bayan_act_scan_is (scan, i + 1, "اجل"))
        return i;
      if ((bayan_key_is (key, "في") || bayan_key_is (key, "الى")) && is_fund (scan, i + 1))
        return i;
    }
  return end;
}

/* Without what follows a comma that begins something else, and marks at the end. */
static guint
trim (const BayanActScan *scan, guint first, guint end)
{
  for (guint i = first; i + 1 < end; i++)
    if ((bayan_act_scan_is (scan, i, "،") || bayan_act_scan_is (scan, i, ","))
        && (bayan_act_scan_is (scan, i + 1, "منها") || bayan_act_scan_skip_joint (scan, i + 1) > 0
            || (bayan_act_scan_get_whole (scan, i + 1) & (BAYAN_AW (PREPOSITION) | BAYAN_AW (OPENER))) != 0))
      end = i;
  while (end > first + 1 && bayan_act_scan_has_flag (scan, end - 1, BAYAN_WORD_PUNCTUATION))
    end--;
  return end;
}

/* The word that makes a date a deadline, before the date at word @date and behind @at; BAYAN_NO_WORD where none does. */
static guint
find_until (const BayanActScan *scan, guint at, guint date)
{
  static const char *const until[] = { "خلال", "حتى", "بحلول", "قبل", "في", "لعام", "لغاية", NULL };

  if (bayan_key_begins (bayan_act_scan_get_key (scan, date), "لعام"))
    return date;
  for (guint back = 1; back <= DEADLINE_WORDS_MAX && back <= date - at; back++)
    if (bayan_key_is_among (bayan_act_scan_get_key (scan, date - back), until))
      return date - back;
  return BAYAN_NO_WORD;
}

static gboolean
is_date (const BayanActMention *mention)
{
  return mention != NULL && mention->mention->type == BAYAN_MENTION_DATE;
}

/* خلال عام 2024, حتى نهاية 2025, بحلول …; خلال عامي 2025 و2026 is one. Returns where it begins; @end where there is none. */
static guint
find_deadline (const BayanActScan *scan, guint at, guint end, BayanPledge *pledge)
{
  for (guint i = at; i < end; i++)
    {
      const BayanActMention *date = bayan_act_scan_get_mention (scan, i), *next;
      guint until = is_date (date) ? find_until (scan, at, i) : BAYAN_NO_WORD;

      if (until == BAYAN_NO_WORD)
        continue;
      next = date->end < end ? bayan_act_scan_get_mention (scan, date->end) : NULL;
      pledge->deadline = date->mention->span;
      if (is_date (next) && bayan_act_scan_skip_joint (scan, next->first) > 0)
        pledge->deadline.end = next->mention->span.end;
      pledge->deadline_value = g_strdup (date->mention->value);
      return until;
    }
  return end;
}

/* 148 مليون دولار من الولايات المتحدة */
static gboolean
find_giver_behind (const BayanActScan *scan, guint at, guint end, BayanActPhrase *giver)
{
  BayanActPhrase other;

  if (!bayan_act_scan_is (scan, at, "من") || !bayan_act_parse_phrase (scan, at + 1, end, FALSE, &other)
      || other.kind == BAYAN_PHRASE_NAME)
    return FALSE;
  *giver = other;
  return TRUE;
}

static BayanPledge *
new_pledge (BayanActScan *scan, BayanCleanSpan verb, const BayanActPhrase *who, const char *rule)
{
  BayanPledge *pledge = bayan_pledge_new (verb, rule);

  bayan_act_fill_actors (pledge->actors, who);
  g_ptr_array_add (scan->acts->pledges, pledge);
  return pledge;
}

/* An amount with what stands behind it, up to the next amount. */
static BayanPledge *
take_amount (BayanActScan *scan, BayanCleanSpan verb, const BayanActPhrase *who,
             const BayanActMention *amount, guint end, const char *rule)
{
  BayanPledge *pledge = new_pledge (scan, verb, who, rule);
  guint purpose, behind;

  pledge->amount = g_strdup (amount->mention->value);
  pledge->amount_span = amount->mention->span;
  pledge->modifier = find_modifier (scan, amount->first);
  behind = find_deadline (scan, amount->end, end, pledge);
  purpose = find_purpose (scan, amount->end, end);
  if (purpose < behind)
    pledge->purpose = bayan_act_scan_get_span (scan, purpose, trim (scan, purpose, behind));
  else if (purpose < end && behind + 1 < purpose)
    pledge->purpose = bayan_act_scan_get_span (scan, purpose, trim (scan, purpose, end));
  return pledge;
}

static guint
find_money (const BayanActScan *scan, guint at, guint end)
{
  while (at < end && !is_money (bayan_act_scan_get_mention (scan, at)))
    at++;
  return at;
}

/* تكفلت قطر بدفع الرواتب حتى مارس بقيمة 60 مليون: what it is for, and until when, may stand before the amount. */
static void
read_before_amount (const BayanActScan *scan, const BayanActDecision *decision, guint amount,
                    BayanPledge *pledge)
{
  static const char *const worth[] = { "بقيمة", "بمبلغ", "بنحو", "قدرها", "قدره", "قيمتها", "بحوالي", NULL };
  guint end = decision->content, until;

  if (pledge->purpose.end.byte > 0
      || (bayan_act_scan_get_noun (scan, decision->content) & (BAYAN_AW (AID) | BAYAN_AW (COMMIT))) != 0)
    return;
  while (end < amount && !bayan_key_is_among (bayan_act_scan_get_key (scan, end), worth))
    end++;
  if (end == amount || end < decision->content + 2)
    return;
  until = pledge->deadline.end.byte > 0 ? end : find_deadline (scan, decision->content, end, pledge);
  if (until > decision->content + 1)
    pledge->purpose = bayan_act_get_target (scan, decision, decision->content, until);
}

/* Without an amount only relief is a pledge: تعهد بتحقيق الاستقرار */
static void
take_relief (BayanActScan *scan, BayanCleanSpan verb, const BayanActPhrase *who,
             const BayanActDecision *decision, const char *rule)
{
  guint limit = MIN (decision->end, decision->content + RELIEF_WORDS_MAX);

  for (guint i = decision->content; i < limit; i++)
    if ((bayan_act_scan_get_noun (scan, i) & BAYAN_AW (RELIEF)) != 0)
      {
        BayanPledge *pledge = new_pledge (scan, verb, who, rule);

        pledge->purpose = bayan_act_scan_get_span (scan, decision->content,
                                                   trim (scan, decision->content, decision->end));
        find_deadline (scan, decision->content, decision->end, pledge);
        return;
      }
}

/* تعهدت تركيا بـ…، والسعودية بـ…: who stands right before a further amount gives it. */
static void
find_giver (const BayanActScan *scan, guint amount, BayanActPhrase *giver)
{
  BayanActPhrase other;

  for (guint back = 1; back <= GIVER_WORDS_MAX && back < amount; back++)
    if (bayan_act_scan_skip_joint (scan, amount - back) > 0
        && bayan_act_parse_phrase (scan, amount - back, amount, TRUE, &other) && other.end + 1 >= amount)
      {
        *giver = other;
        return;
      }
}

/**
 * bayan_act_take_pledges:
 * @verb: of the act
 * @who: whose it is
 * @decision: what was found of it
 *
 * Adds a pledge for each amount that the verb governs; one without amount where relief is pledged.
 */
void
bayan_act_take_pledges (BayanActScan *scan, BayanCleanSpan verb, const BayanActPhrase *who,
                        const BayanActDecision *decision, const char *rule)
{
  BayanPledge *pledge = NULL;
  BayanActPhrase giver = *who;
  guint at;

  if (decision->money < 0)
    {
      take_relief (scan, verb, who, decision, rule);
      return;
    }
  at = scan->mentions[decision->money].first;
  while (at < decision->end)
    {
      const BayanActMention *amount = bayan_act_scan_get_mention (scan, at);
      guint next = find_money (scan, amount->end, decision->end);
      gboolean is_first = FALSE;

      if (find_giver_behind (scan, amount->end, next, &giver))
        pledge = take_amount (scan, verb, &giver, amount, next, rule);
      else if (pledge != NULL && bayan_act_scan_is (scan, at - 1, "منها"))
        ; /* a part of it, of which nothing more is said */
      else if (pledge != NULL && is_total (scan, at))
        {
          g_free (pledge->total);
          pledge->total = g_strdup (amount->mention->value);
        }
      else
        {
          if (pledge != NULL)
            find_giver (scan, at, &giver);
          else
            is_first = TRUE;
          pledge = take_amount (scan, verb, &giver, amount, next, rule);
          if (is_first)
            read_before_amount (scan, decision, at, pledge);
        }
      at = next;
    }
}
