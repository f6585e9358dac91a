/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "روما، 28 يونيو 2021 (واس) –": the dateline, and which agency it names. */
#include <string.h>

#include "bayan-date-line.h"
#include "bayan-details.h"

#define DATELINE_MAX_WORDS 16u
#define PLACE_MAX_WORDS 4u

/* News agencies as datelines name them, in the match key and in small letters. */
static const char *const AGENCIES[] = {
  "واس",     "وام",      "قنا",      "كونا",   "بنا",   "سانا",    "واع",   "نينا",    "بترا",   "وفا",
  "وال",     "واج",      "وات",      "ومع",    "سونا",  "سبا",     "سبانت", "رويترز",  "شينخوا", "تاس",
  "سبوتنيك", "الاناضول", "العمانية", "وكالات", "فرانس", "اسوشيتد", "اينا",  "ارنا",    "معا",    "يونا",
  "reuters", "afp",      "ap",       "spa",    "wam",   "kuna",    "qna",   "bna",     "sana",   "ina",
  "nina",    "petra",    "wafa",     "mena",   "lana",  "aps",     "tap",   "map",     "suna",   "saba",
  "xinhua",  "tass",     "dpa",      "efe",    "ansa",  "irna",    "upi",   "anadolu", "una",    NULL,
};

/* Agencies of several letters that stand apart: "أ ف ب". */
static const char *const SPELLED[] = { "ا ف ب", "ا ش ا", "اش ا", "د ب ا", "ا ب", "ا.ف.ب", "د.ب.ا", NULL };

static gboolean
has_flag (const BayanDetailsHead *head, guint index, guint32 flag)
{
  return index < head->words->n_words && (head->words->words[index].flags & flag) != 0;
}

/* The words from @first on and before @behind, with a space between. */
static char *
join_keys (const BayanDetailsHead *head, guint first, guint behind)
{
  GString *keys = g_string_new (NULL);

  for (guint i = first; i < behind; i++)
    g_string_append_printf (keys, "%s%s", i > first ? " " : "", bayan_words_get_key (head->words, i));
  return g_string_free (keys, FALSE);
}

static gboolean
is_agency (const BayanDetailsHead *head, guint first, guint behind)
{
  g_autofree char *keys = join_keys (head, first, behind);
  g_autofree char *small = g_utf8_strdown (keys, -1);
  g_autofree char *word = g_strndup (small, strcspn (small, " "));

  return behind - first <= 5 && (g_strv_contains (AGENCIES, word) || g_strv_contains (SPELLED, small));
}

static BayanCleanSpan
span_of_words (const BayanDetailsHead *head, guint first, guint last)
{
  return bayan_clean_span (head->words->words[first].span.start.byte, head->words->words[last].span.end.byte);
}

/* An agency in brackets, or between slashes, at @open. Returns the index of the closing sign, or 0. */
static guint
read_agency (const BayanDetailsHead *head, guint open, BayanCleanSpan *agency)
{
  gboolean slash = open < head->words->n_words && strcmp (bayan_words_get_key (head->words, open), "/") == 0;

  if (!slash && !has_flag (head, open, BAYAN_WORD_OPEN))
    return 0;
  for (guint i = open + 1; i < head->words->n_words && i <= open + 6; i++)
    {
      gboolean closes = slash ? strcmp (bayan_words_get_key (head->words, i), "/") == 0
                              : has_flag (head, i, BAYAN_WORD_CLOSE);

      if (!closes)
        continue;
      if (i == open + 1 || !is_agency (head, open + 1, i))
        return 0;
      *agency = span_of_words (head, open + 1, i - 1);
      return i;
    }
  return 0;
}

static gboolean
says_when (const BayanDetailsHead *head, BayanCleanSpan span)
{
  BayanDateLine line;

  bayan_date_line_read (&line, head->statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
  return line.n_dates > 0 && line.n_others <= PLACE_MAX_WORDS;
}

/* The beginning of the running text, up to a dash or behind an agency. Returns where it ends; 0 if it is
 * none. */
static guint
read_at_body (const BayanDetailsHead *head, guint first, BayanCleanSpan *agency)
{
  for (guint i = first; i < head->words->n_words && i < first + DATELINE_MAX_WORDS; i++)
    {
      BayanCleanSpan named;
      guint close;

      if (i > first && has_flag (head, i, BAYAN_WORD_NEWLINE_BEFORE))
        return 0;
      close = read_agency (head, i, &named);
      if (close > 0 && i > first
          && (has_flag (head, close + 1, BAYAN_WORD_DASH | BAYAN_WORD_CLAUSE_END)
              || strcmp (bayan_words_get_key (head->words, close), "/") == 0
              || says_when (head, span_of_words (head, first, i - 1))))
        {
          *agency = named;
          return close + 1;
        }
      if (i > first && has_flag (head, i, BAYAN_WORD_DASH | BAYAN_WORD_CLAUSE_END)
          && strcmp (bayan_words_get_key (head->words, i), "،") != 0
          && strcmp (bayan_words_get_key (head->words, i), ",") != 0
          && says_when (head, span_of_words (head, first, i - 1)))
        return i;
    }
  return 0;
}

/* The line on which the date stands, if it says where too. */
static BayanCleanSpan
line_of_date (const BayanStatement *statement)
{
  const char *text = statement->text, *start = text + statement->date_span.start.byte;
  const char *end = strchr (text + statement->date_span.end.byte, '\n');
  BayanDateLine line;

  while (start > text && start[-1] != '\n')
    start--;
  end = end != NULL ? end : text + statement->text_length_bytes;
  bayan_date_line_read (&line, start, (gsize) (end - start));
  if (line.n_dates == 0 || line.n_others == 0 || line.n_others > PLACE_MAX_WORDS)
    return bayan_clean_span (0, 0);
  return bayan_clean_span ((guint32) (start - text), (guint32) (end - text));
}

/* The last word of a dateline may name the agency without brackets: "الرياض 22 مارس 2024 م واس". */
static void
read_last_word (const BayanDetailsHead *head, BayanCleanSpan *agency)
{
  guint last = bayan_words_find (head->words, (BayanCleanPos) { MAX (head->dateline.end.byte, 1) - 1 });

  if (bayan_clean_span_length_bytes (head->dateline) > 0 && bayan_clean_span_length_bytes (*agency) == 0
      && last < head->words->n_words && is_agency (head, last, last + 1))
    *agency = span_of_words (head, last, last);
}

/**
 * bayan_details_find_dateline:
 *
 * Finds the dateline, at the beginning of the running text or on a line of its own, and the agency it names.
 */
void
bayan_details_find_dateline (BayanDetailsHead *head)
{
  BayanCleanSpan agency = bayan_clean_span (0, 0);
  guint first = bayan_words_find (head->words, (BayanCleanPos) { head->body });
  guint behind = read_at_body (head, first, &agency);

  if (behind > first)
    head->dateline = span_of_words (head, first, behind - 1);
  else if (bayan_clean_span_length_bytes (head->statement->date_span) > 0)
    head->dateline = line_of_date (head->statement);
  for (guint i = 0; behind == 0 && i < head->words->n_words; i++)
    if (head->words->words[i].span.end.byte <= head->dateline.end.byte
        && head->words->words[i].span.start.byte >= head->dateline.start.byte)
      read_agency (head, i, &agency);
  read_last_word (head, &agency);
  if (bayan_clean_span_length_bytes (head->dateline) > 0)
    bayan_details_take_span (head->statement, BAYAN_DETAIL_DATELINE, NULL, BAYAN_ORIGIN_TEXT, head->dateline);
  if (bayan_clean_span_length_bytes (agency) > 0)
    bayan_details_take_span (head->statement, BAYAN_DETAIL_OUTLET, NULL, BAYAN_ORIGIN_TEXT, agency);
}
