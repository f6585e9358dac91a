/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons that something else announces: a nickname, a kunya, a member of what, who made a report, an office or rank of
 * leaders in apposition. */
#include <string.h>

#include "bayan-person-finder.h"

static const char *const members[] = {
  "عضو", "عضوة", "وعضو", "العضو", "النائب", "عضوا", "عضوي", "وعضوا", NULL
};
static const char *const called[] = { "يدعى", "تدعى", "المدعو", NULL };
static const char *const business[] = { "الاعمال", NULL };
static const char *const of_business[] = { "رجل", "سيدة", "رائد", "رائدة", NULL };
static const char *const servant[] = { "عبد", NULL };
static const char *const kunyas[] = { "ابو", "ابا", "ابي", "وابو", "وابا", "وابي", NULL };
static const char *const nicknamed[] = { "المعروف",  "المعروفة",  "الملقب", "الملقبة", "المكنى",
                                         "الشهير",   "يعرف",      "معروف",  "معروفة",  "تعرف",
                                         "والمعروف", "والمعروفة", "ويعرف",  "وتعرف",   NULL };
static const char *const prepared[] = { "اعداد", "تحرير", "كتابة", "تغطية", "كتب", "كتبت", NULL };

/* المعروف, الملقب: what somebody is called follows. */
gboolean
bayan_person_finder_is_nicknamed (const BayanScan *scan, guint32 token)
{
  return bayan_scan_key_in (scan, token, nicknamed);
}

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
           || (token > 0 && bayan_person_finder_ends_before (scan, token))
           || (token > 1 && bayan_scan_key_is (scan, token - 1, "،")
               && bayan_person_finder_ends_before (scan, token - 1))))
    return FALSE;
  bayan_person_finder_add (self, at, end, "person/nickname", bayan_scan_text (scan, token, token + 1));

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
      && !bayan_scan_is (scan, open + 1, NO_NAME) && token > 0
      && bayan_person_finder_ends_before (scan, token))
    bayan_person_finder_add (self, open + 1, at, "person/nickname", bayan_scan_text (scan, token, token + 1));

  return TRUE;
}

/* كتبت رلى الحاج نصار: – whatever stands between the verb and a colon, as long as none of it is a common word */
static guint32
parse_writer (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  while (at < token + 4 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_ARABIC) != 0
         && (!bayan_scan_is (scan, at, NO_NAME) || bayan_person_is_name_word (scan, at)
             || bayan_scan_key_is (scan, at, "الحاج")))
    at++;

  return at > token + 1 && (bayan_scan_key_is (scan, at, ":") || !bayan_scan_goes_on (scan, at)) ? at : token;
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
  end = bayan_person_finder_parse_unknown (scan, token + 1);
  if (bayan_key_begins (scan->tokens[token].key, "كتب"))
    end = parse_writer (scan, token + 1);
  if (end > token + 1)
    bayan_person_finder_add (self, token + 1, end, "person/maker", bayan_scan_text (scan, token, token + 1));

  return TRUE;
}

/* مقتل أبو طلحة الليبي: who is called after a son, wherever he stands */
void
bayan_person_finder_find_kunyas (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint m = 0; m < self->n_marked && self->marked[m] + 1 < scan->n_tokens; m++)
    {
      guint32 i = self->marked[m], end;
      guint skip;

      if ((scan->tokens[i].begins & BAYAN_BEGINS_PERSON) == 0 || !bayan_scan_key_in (scan, i, kunyas)
          || !bayan_scan_goes_on (scan, i + 1) || (scan->tokens[i + 1].flags & BAYAN_WORD_ARABIC) == 0
          || bayan_scan_is (scan, i + 1, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))
          || bayan_scan_longest (scan, i, ~0u, BAYAN_ANY_PROCLITICS) != NULL)
        continue;
      /* The head of a village: قرية أبو الطيور */
      if (i > 0 && bayan_scan_reading (scan, i - 1, BAYAN_CLASS (CIVIC)) != NULL)
        continue;
      skip = bayan_key_begins (scan->tokens[i].key, "و") ? 1 : 0;
      /* أبي الحسن الهاشمي القرشي */
      for (end = i + 2; end < i + 4 && bayan_scan_goes_on (scan, end); end++)
        if (!bayan_person_is_name_word (scan, end)
            && !(bayan_scan_is_definite (scan, end) && bayan_scan_word_ends (&scan->tokens[end], "ي")
                 && !bayan_scan_is (scan, end, NO_NAME)))
          break;
      if (skip == 0)
        bayan_person_finder_add (self, i, end, "person/kunya", bayan_scan_text (scan, i, i + 1));
      else
        {
          BayanReading reading = scan->tokens[i].readings[0];

          reading.start = bayan_words_get_position_in (scan->words, i, skip).byte;
          reading.proclitics = BAYAN_PROCLITIC_WA;
          reading.span_chars = (guint8) skip;
          bayan_scan_add (scan, BAYAN_MENTION_PERS, i, end, &reading, "person/kunya")->key =
              bayan_person_finder_make_key (self, i, end, &reading);
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
  at = bayan_person_finder_skip_description (scan, token, at);
  end = bayan_scan_goes_on (scan, at) ? bayan_person_parse_name (scan, at) : at;
  if (end >= at + 2)
    bayan_person_finder_add (self, at, end, "person/announced", bayan_scan_text (scan, token - 1, token + 1));
}

/* عضو مجلس السيادة, before a name: the seat in a body is an office. */
static void
add_membership (BayanScan *scan, guint32 first, guint32 last)
{
  BayanReading reading = scan->tokens[first].readings[0];

  if (bayan_key_begins (scan->tokens[first].key, "و"))
    reading.start = bayan_words_get_position_in (scan->words, first, 1).byte;
  bayan_scan_add (scan, BAYAN_MENTION_OCC, first, last, &reading, "office/member")->evidence =
      bayan_scan_text (scan, first, first + 1);
}

/* عضو الوفد X, مسؤول يدعى X: what announces a person, and is an office only of a body with a name */
void
bayan_person_finder_find_announced (Persons *self)
{
  static const char *const saying[] = { "ان", "بان", "انه", "انها", "بانه", "بانها", "،", NULL };
  BayanScan *scan = self->scan;

  for (guint m = 0; m < self->n_marked && self->marked[m] + 2 < scan->n_tokens; m++)
    {
      gboolean member;
      guint32 i = self->marked[m], at = i + 1, end, body = i;

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
          body = end > at ? end : i;
          at = end > at ? end : bayan_phrase_definites (scan, at, 2);
          /* سامي is a people's as well */
          at = bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN)) ? at : bayan_phrase_nationality (scan, at);
        }
      end = at > i + 1 || !member ? bayan_person_finder_parse_unknown (scan, at) : at;
      if (end > at
          && (!member || bayan_person_is_name_word (scan, at) || bayan_scan_key_in (scan, end, saying)))
        {
          bayan_person_finder_add (self, at, end, "person/announced", bayan_scan_text (scan, i, i + 1));
          if (body > i)
            add_membership (scan, i, body);
        }
    }
}

/* قتل X Y، أحد أبرز قادة التنظيم: two words that an apposition makes a person */
void
bayan_person_finder_find_before_apposition (Persons *self)
{
  static const char *const leading[] = { "ابرز", "كبار",  "قادة",  "قياديي", "اهم",
                                         "اخطر", "مؤسسي", "اعضاء", NULL };
  BayanScan *scan = self->scan;

  for (guint m = 0; m < self->n_marked && self->marked[m] + 2 < scan->n_tokens; m++)
    {
      guint32 comma = self->marked[m];

      if (comma >= 3 && (scan->tokens[comma].flags & BAYAN_WORD_CLAUSE_END) != 0
          && bayan_scan_key_is (scan, comma, "،") && bayan_scan_key_is (scan, comma + 1, "احد")
          && bayan_scan_key_in (scan, comma + 2, leading) && bayan_scan_goes_on (scan, comma - 1)
          && !bayan_scan_is_definite (scan, comma - 2)
          && bayan_person_finder_parse_unknown (scan, comma - 2) == comma
          && !bayan_person_is_open_word (scan, comma - 3))
        bayan_person_finder_add (self, comma - 2, comma, "person/apposition",
                                 bayan_scan_text (scan, comma + 1, comma + 3));
    }
}

/* انتخاب أنوتين تشارنفيراكول رئيسا للوزراء, تعيين برهان كور أوغلو قائما بأعمالها: who becomes what, behind a noun or verb that says
 * so. The office stands without a name as well. */
void
bayan_person_finder_find_before_predicates (Persons *self)
{
  static const char *const making[] = { "تعيين",  "انتخاب",  "ترشيح",  "اختيار",  "تسمية", "تكليف", "تنصيب",
                                        "عين",    "انتخب",   "رشح",    "اختار",   "سمى",   "كلف",   "نصب",
                                        "بتعيين", "بانتخاب", "لتعيين", "لانتخاب", NULL };
  BayanScan *scan = self->scan;
  guint n = scan->n_candidates;

  for (guint c = 0; c < n; c++)
    {
      const BayanCandidate *office = bayan_scan_get (scan, (gint32) c);
      guint32 last = office->first;

      if (office->type != BAYAN_MENTION_OCC || last < 3 || office->proclitics != 0
          || !bayan_scan_word_ends (&scan->tokens[last], "ا") || bayan_scan_is_definite (scan, last))
        continue;
      for (guint32 first = last - 2; first > 0 && first + 4 >= last; first--)
        if (bayan_scan_key_in (scan, first - 1, making))
          {
            if (bayan_scan_longest (scan, first, ~0u, 0) == NULL
                && MAX (bayan_person_parse_foreign (scan, first), bayan_person_parse_name (scan, first))
                       == last)
              bayan_person_finder_add (self, first, last, "person/announced",
                                       bayan_scan_text (scan, last, office->last));
            break;
          }
    }
}

/* عمرو الجويلي، سفير مصر في بلغراد: a name that begins a clause and an office with its country behind a comma */
void
bayan_person_finder_find_before_offices (Persons *self)
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
              && bayan_person_finder_parse_unknown (scan, first) == comma
              && (bayan_person_is_name_word (scan, first)
                  || bayan_person_finder_is_unknown_family (scan, first)))
            bayan_person_finder_add (self, first, comma, "person/apposition",
                                     bayan_scan_text (scan, comma + 1, office->last));
          if (begins)
            break;
        }
    }
}
