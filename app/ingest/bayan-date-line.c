/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-date-line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bayan-key.h"
#include "bayan-numbers.h"

/* How much of a paragraph is read: a dateline stands at its beginning. */
#define READ_BYTES 600u
/* How many words behind a date, such as the name of an agency, the dash of a dateline may come. */
#define SEPARATOR_WORDS 5u
/* A line shorter than this may be nothing but the name of a day. */
#define SHORT_BYTES 60u
/* With so many other words, and no date near, no date makes a line one about dates. */
#define ENOUGH_OTHERS 8u
/* What a line that goes on behind what is read adds to its words: more than any limit on them. */
#define UNREAD_WORDS 1000u

typedef struct {
  const BayanWords *words;
  BayanDateLine *out;
  guint weekday, weekday_at, weekday_behind; /* the last one read, and which words it is */
} Reader;

/* Days of the week as other languages have them, Monday first. */
static const char *const LATIN_WEEKDAYS[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday",   "saturday", "sunday",
  "lundi",  "mardi",   "mercredi",  "jeudi",    "vendredi", "samedi",   "dimanche",
};

/* Month names that the Arabic room does not have, in small letters. */
static const struct {
  const char *name;
  guint8 month;
} LATIN_MONTHS[] = {
  { "january", 1 },   { "february", 2 },  { "march", 3 },     { "april", 4 },     { "may", 5 },
  { "june", 6 },      { "july", 7 },      { "august", 8 },    { "september", 9 }, { "october", 10 },
  { "november", 11 }, { "december", 12 }, { "jan", 1 },       { "feb", 2 },       { "mar", 3 },
  { "apr", 4 },       { "jun", 6 },       { "jul", 7 },       { "aug", 8 },       { "sep", 9 },
  { "sept", 9 },      { "oct", 10 },      { "nov", 11 },      { "dec", 12 },      { "janvier", 1 },
  { "février", 2 },   { "fevrier", 2 },   { "mars", 3 },      { "avril", 4 },     { "mai", 5 },
  { "juin", 6 },      { "juillet", 7 },   { "août", 8 },      { "aout", 8 },      { "septembre", 9 },
  { "octobre", 10 },  { "novembre", 11 }, { "décembre", 12 }, { "decembre", 12 },
};

/* Words that announce a date or belong to it, in the match key and in small letters. */
static const char *const ANNOUNCING[] = {
  "في",       "بتاريخ",   "تاريخ",  "التاريخ", "يوم",       "نشر",     "النشر",     "نشرت",     "صدر",
  "الموافق",  "الموافقة", "موافق",  "اخر",     "تحديث",     "التحديث", "الساعة",    "بتوقيت",   "مساء",
  "صباحا",    "ظهرا",     "ص",      "م",       "ه",         "هـ",      "هجرية",     "هجري",     "ميلادية",
  "ميلادي",   "من",       "شهر",    "عام",     "سنة",       "لعام",    "لسنة",      "غرينتش",   "جرينتش",
  "مكة",      "المكرمة",  "on",     "at",      "published", "updated", "posted",    "last",     "date",
  "issued",   "the",      "of",     "am",      "pm",        "gmt",     "utc",       "est",      "edt",
  "cet",      "le",       "publié", "à",       "monday",    "tuesday", "wednesday", "thursday", "friday",
  "saturday", "sunday",   "lundi",  "mardi",   "mercredi",  "jeudi",   "vendredi",  "samedi",   "dimanche",
  "st",       "nd",       "rd",     "th",
};

static const BayanWord *
word_at (const Reader *self, guint index)
{
  return index < self->words->n_words ? &self->words->words[index] : NULL;
}

static gboolean
has_flag (const Reader *self, guint index, guint32 flag)
{
  const BayanWord *word = word_at (self, index);

  return word != NULL && (word->flags & flag) != 0;
}

static gboolean
is_word (const Reader *self, guint index, const char *key)
{
  return word_at (self, index) != NULL && strcmp (bayan_words_get_key (self->words, index), key) == 0;
}

/* Returns (transfer full) (nullable): the word in small letters; NULL if it is not Latin. */
static char *
dup_small (const Reader *self, guint index)
{
  return has_flag (self, index, BAYAN_WORD_LATIN)
             ? g_utf8_strdown (bayan_words_get_key (self->words, index), -1)
             : NULL;
}

static gboolean
is_any_word (const Reader *self, guint index, const char *const *keys, guint n_keys)
{
  g_autofree char *small = NULL;
  const char *key;

  if (word_at (self, index) == NULL)
    return FALSE;
  small = dup_small (self, index);
  key = small != NULL ? small : bayan_words_get_key (self->words, index);
  for (guint i = 0; i < n_keys; i++)
    if (bayan_key_equal (key, keys[i]))
      return TRUE;
  return FALSE;
}

/* A number of at most four digits at @index, or -1. */
static gint
read_digits (const Reader *self, guint index)
{
  const char *key;
  gsize length;

  if (!has_flag (self, index, BAYAN_WORD_NUMBER))
    return -1;
  key = bayan_words_get_key (self->words, index);
  length = strspn (key, "0123456789");
  return key[length] == '\0' && length <= 4 ? atoi (key) : -1;
}

/* The day of a month in figures or as an ordinal ("الثامن والعشرين"). Returns how many words it takes. */
static guint
read_day (const Reader *self, guint index, gint *day)
{
  BayanNumber number;

  *day = read_digits (self, index);
  if (*day >= 0)
    return *day >= 1 && *day <= 31 ? 1 : 0;
  if (!has_flag (self, index, BAYAN_WORD_ARABIC)
      || !bayan_numbers_parse_ordinal (self->words, index, &number))
    return 0;
  *day = (gint) number.mantissa;
  return number.n_words;
}

/* A year in figures or in words ("ألفين وواحد وعشرين"). Returns how many words it takes. */
static guint
read_year (const Reader *self, guint index, gint *year)
{
  BayanNumber number;

  *year = read_digits (self, index);
  if (*year >= 0 || !has_flag (self, index, BAYAN_WORD_ARABIC))
    return *year >= 0 ? 1 : 0;
  if (!bayan_numbers_parse (self->words, index, &number) || number.decimals > 0 || number.mantissa > 2199)
    return 0;
  *year = (gint) number.mantissa;
  return number.n_words;
}

/* A month name at @index in whatever language. Returns how many words it takes. */
static guint
read_month (const Reader *self, guint index, BayanCalendar *calendar, gint8 *month)
{
  g_autofree char *small = NULL;
  BayanMonthName name;

  if (word_at (self, index) == NULL)
    return 0;
  if (bayan_calendar_match_month (self->words, index, &name) && name.prefix_chars == 0)
    {
      *calendar = name.calendar;
      *month = (gint8) name.month;
      return name.n_words;
    }
  small = dup_small (self, index);
  for (guint i = 0; small != NULL && i < G_N_ELEMENTS (LATIN_MONTHS); i++)
    if (bayan_key_equal (small, LATIN_MONTHS[i].name))
      {
        *calendar = BAYAN_CALENDAR_GREGORIAN;
        *month = (gint8) LATIN_MONTHS[i].month;
        return 1;
      }
  return 0;
}

static gboolean
is_year (BayanCalendar calendar, gint year)
{
  return calendar == BAYAN_CALENDAR_HIJRI ? year >= 1300 && year <= 1600 : year >= 1800 && year <= 2199;
}

/* "هـ", "م" and the like behind a year. Returns how many words. */
static guint
skip_era (const Reader *self, guint index, BayanCalendar *calendar)
{
  static const char *const HIJRI[] = { "ه", "هـ", "هجرية", "هجري", "ah" };
  static const char *const GREGORIAN[] = { "م", "ميلادية", "ميلادي", "ad" };

  if (is_any_word (self, index, HIJRI, G_N_ELEMENTS (HIJRI)))
    {
      *calendar = BAYAN_CALENDAR_HIJRI;
      /* The kashida of "هـ" may be a sign of its own. */
      return has_flag (self, index + 1, BAYAN_WORD_DASH)
                     && bayan_words_touches_previous (self->words, index + 1)
                 ? 2
                 : 1;
    }
  return is_any_word (self, index, GREGORIAN, G_N_ELEMENTS (GREGORIAN)) ? 1 : 0;
}

static gboolean
keep_date (BayanDateInLine *found, BayanCalendar calendar, gint year, gint month, gint day)
{
  found->calendar = calendar;
  found->date = (BayanDate) { (gint16) year, (gint8) month, (gint8) day };
  return is_year (calendar, year) && month >= 1 && month <= 12 && day >= 1
         && bayan_calendar_is_valid (calendar, found->date);
}

/* "28 June 2021", "28 حزيران/يونيو من عام 2021م": returns how many words. */
static guint
read_day_month_year (const Reader *self, guint index, BayanDateInLine *found)
{
  static const char *const BETWEEN[] = { "من", "شهر", "عام", "سنة", "لعام", "لسنة", "of" };
  static const char *const ORDINALS[] = { "st", "nd", "rd", "th", "er" };
  gint day, year;
  guint at = index + read_day (self, index, &day), taken;
  BayanCalendar other;
  gint8 month, again;

  if (at == index)
    return 0;
  if (is_any_word (self, at, ORDINALS, G_N_ELEMENTS (ORDINALS))
      && bayan_words_touches_previous (self->words, at))
    at++;
  while (is_any_word (self, at, BETWEEN, G_N_ELEMENTS (BETWEEN)))
    at++;
  taken = read_month (self, at, &found->calendar, &month);
  if (taken == 0)
    return 0;
  at += taken;
  if (is_word (self, at, "/") && (taken = read_month (self, at + 1, &other, &again)) > 0)
    at += 1 + taken;
  while (is_any_word (self, at, BETWEEN, G_N_ELEMENTS (BETWEEN))
         || has_flag (self, at, BAYAN_WORD_CLAUSE_END))
    at++;
  taken = read_year (self, at, &year);
  if (taken == 0 || !keep_date (found, found->calendar, year, month, day))
    return 0;
  at += taken;
  return at + skip_era (self, at, &found->calendar) - index;
}

/* "June 28, 2021" */
static guint
read_month_day_year (const Reader *self, guint index, BayanDateInLine *found)
{
  gint8 month;
  guint at = index;

  if (has_flag (self, index, BAYAN_WORD_LATIN))
    at += read_month (self, index, &found->calendar, &month);
  if (at == index)
    return 0;
  if (is_word (self, at, "."))
    at++;
  if (!is_word (self, at + 1, ",")
      || !keep_date (found, found->calendar, read_digits (self, at + 2), month, read_digits (self, at)))
    return 0;
  return at + 3 - index;
}

/* Three numbers that @separator and nothing else parts. Returns how many words. */
static guint
read_three_numbers (const Reader *self, guint index, gint *numbers)
{
  const char *separator = NULL;

  for (guint i = 0; i < 5; i++)
    {
      const BayanWord *word = word_at (self, index + i);

      if (word == NULL || (i > 0 && !bayan_words_touches_previous (self->words, index + i)))
        return 0;
      if (i % 2 == 0 && (numbers[i / 2] = read_digits (self, index + i)) < 0)
        return 0;
      if (i == 1)
        separator = bayan_words_get_key (self->words, index + 1);
      if (i == 1 && strcmp (separator, "/") != 0 && strcmp (separator, "-") != 0
          && strcmp (separator, "\\") != 0)
        return 0;
      if (i == 3 && !is_word (self, index + 3, separator))
        return 0;
    }
  return 5;
}

/* "28.6.2021" is one word. */
static gboolean
read_dotted_numbers (const Reader *self, guint index, gint *numbers)
{
  const char *key = bayan_words_get_key (self->words, index);
  int length = 0;

  return sscanf (key, "%4d.%4d.%4d%n", &numbers[0], &numbers[1], &numbers[2], &length) == 3
         && key[length] == '\0';
}

/* "28/6/2021", "2021-06-28", "28.6.2021": day first, unless the year is. */
static guint
read_numeric (const Reader *self, guint index, BayanDateInLine *found)
{
  gint numbers[3];
  guint taken;
  BayanCalendar calendar;
  gboolean year_first;
  gint year;

  if (!has_flag (self, index, BAYAN_WORD_NUMBER))
    return 0;
  taken = read_three_numbers (self, index, numbers);
  if (taken == 0 && read_dotted_numbers (self, index, numbers))
    taken = 1;
  if (taken == 0)
    return 0;
  year_first = numbers[0] > 31;
  year = numbers[year_first ? 0 : 2];
  calendar = year < 1700 ? BAYAN_CALENDAR_HIJRI : BAYAN_CALENDAR_GREGORIAN;
  if (!keep_date (found, calendar, year, numbers[1], numbers[year_first ? 2 : 0]))
    return 0;
  return taken + skip_era (self, index + taken, &calendar);
}

static guint
read_date (const Reader *self, guint index, BayanDateInLine *found)
{
  static guint (*const PATTERNS[]) (const Reader *, guint, BayanDateInLine *) = {
    read_day_month_year,
    read_month_day_year,
    read_numeric,
  };

  for (guint i = 0; i < G_N_ELEMENTS (PATTERNS); i++)
    {
      guint taken = PATTERNS[i](self, index, found);

      if (taken > 0)
        return taken;
    }
  return 0;
}

/* "07:23", "07:23:15" */
static guint
read_time (const Reader *self, guint index)
{
  guint at = index;

  if (read_digits (self, at) < 0 || read_digits (self, at) > 24)
    return 0;
  while ((is_word (self, at + 1, ":") || is_word (self, at + 1, ".")) && read_digits (self, at + 2) >= 0)
    at += 2;
  return at > index ? at + 1 - index : 0;
}

/* Returns how many words the name of a day at @index takes, or 0. */
static guint
read_weekday (Reader *self, guint index)
{
  guint n_words = 1, prefix, weekday = bayan_calendar_match_weekday (self->words, index, &n_words, &prefix);
  g_autofree char *small = weekday == 0 ? dup_small (self, index) : NULL;

  for (guint i = 0; small != NULL && weekday == 0 && i < G_N_ELEMENTS (LATIN_WEEKDAYS); i++)
    weekday = bayan_key_equal (small, LATIN_WEEKDAYS[i]) ? i % 7 + 1 : 0;
  if (weekday == 0)
    return 0;
  self->weekday = weekday;
  self->weekday_at = index;
  self->weekday_behind = index + MAX (n_words, 1);
  return MAX (n_words, 1);
}

/* The day of the week belongs to the date that comes at once, or with "the" or a comma between. */
static void
take_weekday (const Reader *self, guint index, BayanDateInLine *found)
{
  for (guint i = self->weekday_behind; i < index; i++)
    if (!has_flag (self, i, BAYAN_WORD_CLAUSE_END)
        && !is_any_word (self, i, ANNOUNCING, G_N_ELEMENTS (ANNOUNCING)))
      return;
  if (self->weekday == 0)
    return;
  found->weekday = self->weekday;
  found->weekday_start = self->words->words[self->weekday_at].span.start.byte;
}

static void
record_date (Reader *self, guint index, guint taken, BayanDateInLine *found)
{
  found->start = self->words->words[index].span.start.byte;
  found->end = self->words->words[index + taken - 1].span.end.byte;
  found->words_before = self->out->n_others;
  take_weekday (self, index, found);
  if (self->out->n_dates < BAYAN_DATE_LINE_MAX_DATES)
    self->out->dates[self->out->n_dates++] = *found;
}

static gboolean
is_dateline_separator (const Reader *self, guint index)
{
  return has_flag (self, index, BAYAN_WORD_DASH | BAYAN_WORD_CLOSE) || is_word (self, index, ":")
         || is_word (self, index, "/");
}

/* Takes what stands at @index. Returns how many words that is. */
static guint
read_one (Reader *self, guint index, guint *since_date)
{
  BayanDateInLine found = { 0 };
  guint taken;

  (*since_date)++;
  if ((taken = read_date (self, index, &found)) > 0)
    {
      record_date (self, index, taken, &found);
      *since_date = 0;
      return taken;
    }
  if ((taken = read_time (self, index)) > 0)
    self->out->n_times++;
  else if ((taken = read_weekday (self, index)) > 0)
    return taken;
  else if (has_flag (self, index, BAYAN_WORD_PUNCTUATION))
    {
      if (self->out->n_dates > 0 && *since_date <= SEPARATOR_WORDS && is_dateline_separator (self, index))
        self->out->dates[self->out->n_dates - 1].separator_behind = TRUE;
    }
  else if (!is_any_word (self, index, ANNOUNCING, G_N_ELEMENTS (ANNOUNCING)))
    self->out->n_others++;
  return MAX (taken, 1);
}

/* Whether there may be a date or a time: figures, or a year in words, which has a thousand in it. Nearly no
 * line has any. */
static gboolean
may_have_date (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) text[i], next = i + 1 < length ? (guchar) text[i + 1] : 0;

      if (g_ascii_isdigit ((char) byte) || (byte == 0xD9 && next >= 0xA0 && next <= 0xA9)
          || (byte == 0xDB && next >= 0xB0))
        return TRUE;
    }
  return g_strstr_len (text, (gssize) length, "لف") != NULL;
}

/**
 * bayan_date_line_read:
 * @text: a line, or the beginning of a paragraph
 *
 * Reads the complete dates in the first words of @text, and counts the words that have nothing to do with
 * any, up to as many as matter to anyone.
 */
void
bayan_date_line_read (BayanDateLine *self, const char *text, gsize length)
{
  g_autoptr (BayanWords) words = NULL;
  Reader reader = { .out = self };
  guint since_date = SEPARATOR_WORDS + 1;
  gsize read = length;

  if (length > READ_BYTES)
    read = (gsize) (g_utf8_find_prev_char (text, text + READ_BYTES) - text);
  memset (self, 0, sizeof *self);
  if (read > SHORT_BYTES && !may_have_date (text, read))
    {
      self->n_others = UNREAD_WORDS;
      return;
    }
  words = bayan_words_new (text, (gssize) read);
  reader.words = words;
  for (guint i = 0; i < words->n_words && (self->n_others <= ENOUGH_OTHERS || since_date <= SEPARATOR_WORDS);)
    i += read_one (&reader, i, &since_date);
  self->n_others += read < length ? UNREAD_WORDS : 0;
}
