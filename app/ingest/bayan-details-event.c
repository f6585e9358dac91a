/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When what a statement is about took place, from its first sentences: "عُقد الاجتماع يوم 28 يونيو 2021",
 * "اليوم", "أمس الاثنين". When it was published is something else. */
#include <stdlib.h>
#include <string.h>

#include "bayan-calendar.h"
#include "bayan-details.h"
#include "bayan-numbers.h"

#define SENTENCES 3u
#define VERB_MAX_DISTANCE 25u /* words between what happened and when */

/* What happens on a day, in the match key. */
static const char *const EVENTS[] = {
  "عقد",      "عقدت",     "عقدوا",    "انعقد",     "انعقدت",  "اجتمع",    "اجتمعت", "اجتماع",  "اجتماعا",
  "اجتماعهم", "الاجتماع", "اجتماعها", "التقى",     "التقت",   "لقاء",     "استضاف", "استضافت", "تراس",
  "تراست",    "شارك",     "شاركت",    "نظم",       "نظمت",    "افتتح",    "افتتحت", "اختتم",   "اختتمت",
  "وقع",      "وقعت",     "زار",      "زيارة",     "استقبل",  "استقبلت",  "بحث",    "بحثت",    "مؤتمر",
  "المؤتمر",  "قمة",      "القمة",    "جلسة",      "الجلسة",  "شهد",      "شهدت",   "انطلقت",  "انطلق",
  "اكد",      "اكدت",     "اعلن",     "اعلنت",     "رحب",     "رحبت",     "ادان",   "ادانت",   "قال",
  "قالت",     "اعرب",     "اعربت",    "دعا",       "دعت",     "وصل",      "وصلت",   "التام",   "احتضنت",
  "held",     "met",      "hosted",   "convened",  "meeting", "gathered", "signed", "visited", "opened",
  "réunis",   "tenue",    "réunion",  "rencontré", "reçu",    "signé",    NULL,
};
static const char *const TODAY[] = { "اليوم", "today", NULL };
static const char *const YESTERDAY[] = { "امس", "البارحة", "yesterday", "hier", NULL };
static const char *const BEFORE[] = { "اول", NULL };
static const char *const YEAR_WORDS[] = { "عام", "سنة", "من", "لعام", "لسنة", NULL };
static const char *const TO[] = { "الى", "و", "-", "–", "حتى", "to", "and", "au", "et", NULL };
/* Behind these, a day is one that is spoken of: "منذ 3 مايو", "اتفاق 12 يوليو". */
static const char *const SPOKEN_OF[] = { "منذ",  "قبل",   "حتى",   "بحلول",  "اتفاق", "قرار",
                                         "بيان", "since", "until", "before", NULL };

/* Behind these it is about something else: another meeting, or what a thing is remembered for. */
static const char *const ELSEWHERE[] = { "اخر",     "اخرى",  "مقبل",     "المقبل",    "المقبلة", "القادم",
                                         "القادمة", "سيعقد", "ستعقد",    "التي",      "الذي",    "which",
                                         "qui",     "next",  "prochain", "prochaine", NULL };

#define MATTER_BITS 2048u

/* Whether a word may be one of EVENTS or of ELSEWHERE, by its hash: nearly none is. */
static gboolean
may_matter (guint32 hash)
{
  static guint8 bits[MATTER_BITS / 8];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      const char *const *const lists[] = { EVENTS, ELSEWHERE };

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        for (const char *const *key = lists[i]; *key != NULL; key++)
          {
            guint32 bit = bayan_word_hash (*key, strlen (*key)) % MATTER_BITS;

            bits[bit / 8] |= (guint8) (1u << bit % 8);
          }
      g_once_init_leave (&filled, 1);
    }
  return (bits[hash % MATTER_BITS / 8] >> hash % 8 & 1) != 0;
}

typedef struct {
  BayanDate from, to; /* @to is unset for a single day */
  gboolean derived;
  guint n_words;
} EventDate;

static const char *
key_at (const BayanDetailsHead *head, guint index)
{
  return index < head->words->n_words ? bayan_words_get_key (head->words, index) : "";
}

static gboolean
has_flag (const BayanDetailsHead *head, guint index, guint32 flag)
{
  return index < head->words->n_words && (head->words->words[index].flags & flag) != 0;
}

/* A number of at most @digits digits at @index; "و29" counts too. -1 if there is none. */
static gint
read_number (const BayanDetailsHead *head, guint index, gsize digits)
{
  const char *key = key_at (head, index);
  gsize length = strspn (key, "0123456789");

  return length > 0 && length <= digits && key[length] == '\0' ? atoi (key) : -1;
}

/* The day that is @days after @date. */
static BayanDate
move_date (BayanDate date, gint days)
{
  GDate *moved = g_date_new_dmy ((GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year);

  if (days < 0)
    g_date_subtract_days (moved, (guint) -days);
  else
    g_date_add_days (moved, (guint) days);
  date = (BayanDate) { (gint16) g_date_get_year (moved), (gint8) g_date_get_month (moved),
                       (gint8) g_date_get_day (moved) };
  g_date_free (moved);
  return date;
}

/* The year that is not said is the one in which the day comes nearest before publication. */
static gint
guess_year (BayanDate published, gint month, gint day)
{
  BayanDate same = { published.year, (gint8) month, (gint8) day };

  if (!bayan_date_is_complete (published) || !bayan_calendar_is_valid (BAYAN_CALENDAR_GREGORIAN, same))
    return 0;
  return bayan_calendar_get_days_between (published, same) > 31 ? published.year - 1 : published.year;
}

static guint
read_month (const BayanDetailsHead *head, guint index, gint *month)
{
  static const char *const LATIN[] = {
    "january",   "february", "march",    "april",    "may",       "june",    "july",     "august",
    "september", "october",  "november", "december", "janvier",   "février", "mars",     "avril",
    "mai",       "juin",     "juillet",  "août",     "septembre", "octobre", "novembre", "décembre"
  };
  BayanMonthName name, again;
  g_autofree char *small = NULL;

  if (index >= head->words->n_words)
    return 0;
  if (bayan_calendar_match_month (head->words, index, &name))
    {
      if (name.calendar != BAYAN_CALENDAR_GREGORIAN)
        return 0;
      *month = name.month;
      if (strcmp (key_at (head, index + name.n_words), "/") == 0
          && bayan_calendar_match_month (head->words, index + name.n_words + 1, &again))
        return name.n_words + 1u + again.n_words;
      return name.n_words;
    }
  small = g_utf8_strdown (key_at (head, index), -1);
  for (guint i = 0; i < G_N_ELEMENTS (LATIN); i++)
    if (strcmp (small, LATIN[i]) == 0)
      {
        *month = (gint) (i % 12) + 1;
        return 1;
      }
  return 0;
}

/* A second day behind the first: "28-29", "28 و29", "28 إلى 30". Returns how many words. */
static guint
read_second_day (const BayanDetailsHead *head, guint index, gint *day)
{
  guint at = index;
  const char *key = key_at (head, at);

  if (g_str_has_prefix (key, "و") && key[strlen ("و")] != '\0')
    key += strlen ("و");
  else if (bayan_details_is_word (head, at, TO))
    key = key_at (head, ++at);
  else
    return 0;
  if (strlen (key) == 0 || strspn (key, "0123456789") != strlen (key) || strlen (key) > 2)
    return 0;
  *day = atoi (key);
  return *day >= 1 && *day <= 31 ? at + 1 - index : 0;
}

/* "28 يونيو 2021", "27-28 أيار/مايو", "28 June 2021" */
static gboolean
read_day_month (const BayanDetailsHead *head, guint index, EventDate *found)
{
  gint day = read_number (head, index, 2), second = 0, month, year;
  guint at = index + 1, taken;

  if (day < 1 || day > 31)
    return FALSE;
  at += read_second_day (head, at, &second);
  while (bayan_details_is_word (head, at, (const char *const[]) { "من", "شهر", NULL }))
    at++;
  taken = read_month (head, at, &month);
  if (taken == 0)
    return FALSE;
  at += taken;
  taken = bayan_details_is_word (head, at, YEAR_WORDS)
                  || (has_flag (head, at, BAYAN_WORD_CLAUSE_END) && read_number (head, at + 1, 4) > 1900)
              ? 1
              : 0;
  year = read_number (head, at + taken, 4);
  if (year < 1900 || year > 2199)
    {
      year = guess_year (head->statement->date, month, day);
      found->derived = TRUE;
    }
  else
    at += taken + 1;
  found->from = (BayanDate) { (gint16) year, (gint8) month, (gint8) day };
  if (second > day)
    found->to = (BayanDate) { (gint16) year, (gint8) month, (gint8) second };
  found->n_words = at - index;
  return year > 0 && bayan_calendar_is_valid (BAYAN_CALENDAR_GREGORIAN, found->from);
}

/* "June 28, 2021" */
static gboolean
read_month_day (const BayanDetailsHead *head, guint index, EventDate *found)
{
  gint month = 0, day, year;
  guint taken = has_flag (head, index, BAYAN_WORD_LATIN) ? read_month (head, index, &month) : 0;

  if (taken == 0)
    return FALSE;
  day = read_number (head, index + taken, 2);
  year = strcmp (key_at (head, index + taken + 1), ",") == 0 ? read_number (head, index + taken + 2, 4) : -1;
  found->n_words = taken + 1 + (year > 1900 ? 2 : 0);
  found->derived = year <= 1900;
  year = year > 1900 ? year : guess_year (head->statement->date, month, MAX (day, 1));
  found->from = (BayanDate) { (gint16) year, (gint8) month, (gint8) day };
  return day >= 1 && day <= 31 && year > 0 && bayan_calendar_is_valid (BAYAN_CALENDAR_GREGORIAN, found->from);
}

/* "اليوم", "أمس", "أول أمس", "الاثنين": from the day of publication. */
static gboolean
read_relative (const BayanDetailsHead *head, guint index, EventDate *found)
{
  BayanDate published = head->statement->date;
  guint n_words = 1, prefix, weekday;

  if (!bayan_date_is_complete (published))
    return FALSE;
  found->derived = TRUE;
  found->n_words = 1;
  if (bayan_details_is_word (head, index, TODAY) || bayan_details_is_word (head, index, YESTERDAY))
    {
      gboolean today = bayan_details_is_word (head, index, TODAY);
      gboolean before = !today && index > 0 && bayan_details_is_word (head, index - 1, BEFORE);

      found->from = move_date (published, today ? 0 : before ? -2 : -1);
      return TRUE;
    }
  weekday = bayan_calendar_match_weekday (head->words, index, &n_words, &prefix);
  if (weekday == 0)
    return FALSE;
  found->n_words = MAX (n_words, 1);
  found->from = move_date (published, -(gint) ((bayan_calendar_get_weekday (published) + 7 - weekday) % 7));
  return TRUE;
}

static gboolean
read_event_date (const BayanDetailsHead *head, guint index, EventDate *found)
{
  *found = (EventDate) { 0 };
  if (read_day_month (head, index, found))
    return TRUE;
  *found = (EventDate) { 0 };
  return read_month_day (head, index, found);
}

/* The date may stand behind the day's name: "اليوم الاثنين 28 يونيو". */
static gboolean
read_with_weekday (const BayanDetailsHead *head, guint index, EventDate *found)
{
  EventDate exact;

  *found = (EventDate) { 0 };
  if (!read_relative (head, index, found))
    return read_event_date (head, index, found);
  for (guint at = index + found->n_words; at <= index + found->n_words + 3; at++)
    if (read_event_date (head, at, &exact))
      {
        *found = exact;
        found->n_words += at - index;
        break;
      }
  return TRUE;
}

/* Whether an event of @found can be what the statement tells of: past, or of the same day, when it was
 * published. */
static gboolean
is_likely (const BayanDetailsHead *head, guint index, const EventDate *found)
{
  BayanDate published = head->statement->date;

  if (index > 0 && bayan_details_is_word (head, index - 1, SPOKEN_OF))
    return FALSE;
  if (!bayan_date_is_complete (published))
    return !found->derived;
  return bayan_calendar_get_days_between (published, found->from) <= 1
         && bayan_calendar_get_days_between (found->from, published) <= 366;
}

static void
take (BayanDetailsHead *head, guint index, const EventDate *found)
{
  const BayanWord *words = head->words->words;
  g_autofree char *from = bayan_date_to_iso (found->from);
  g_autofree char *to = bayan_date_is_set (found->to) ? bayan_date_to_iso (found->to) : NULL;
  g_autofree char *value = to != NULL ? g_strdup_printf ("%s/%s", from, to) : NULL;

  bayan_details_take_span (
      head->statement, BAYAN_DETAIL_EVENT_DATE, value != NULL ? value : from,
      found->derived ? BAYAN_ORIGIN_DERIVED : BAYAN_ORIGIN_TEXT,
      bayan_clean_span (words[index].span.start.byte, words[index + found->n_words - 1].span.end.byte));
}

/**
 * bayan_details_find_event_date:
 *
 * Finds the first day behind something that happens, in the first sentences; in the first one only if it is
 * not known when the statement was published.
 */
void
bayan_details_find_event_date (BayanDetailsHead *head)
{
  guint first = bayan_words_find (head->words, (BayanCleanPos) { MAX (head->body, head->dateline.end.byte) });
  guint since = VERB_MAX_DISTANCE + 1, sentences = 0;
  gboolean dated = bayan_date_is_complete (head->statement->date);

  if (head->dateline.start.byte > head->body)
    first = bayan_words_find (head->words, (BayanCleanPos) { head->body });
  for (guint i = first; i < head->words->n_words && sentences < (dated ? SENTENCES : 1); i++, since++)
    {
      EventDate found;

      if (has_flag (head, i, BAYAN_WORD_SENTENCE_END)
          || (i > first && has_flag (head, i, BAYAN_WORD_NEWLINE_BEFORE)))
        {
          sentences++;
          since = VERB_MAX_DISTANCE + 1;
        }
      if (may_matter (head->words->words[i].hash))
        since = bayan_details_is_word (head, i, EVENTS)      ? 0
                : bayan_details_is_word (head, i, ELSEWHERE) ? VERB_MAX_DISTANCE + 1
                                                             : since;
      if (since <= VERB_MAX_DISTANCE && read_with_weekday (head, i, &found) && is_likely (head, i, &found))
        {
          take (head, i, &found);
          return;
        }
    }
}
