/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-cleaning-details.h"

#include <string.h>

#include "bayan-appeal.h"
#include "bayan-date-line.h"
#include "bayan-furniture-words.h"

#define HEAD_LINES 6u
#define SHARING_MAX_WORDS 16u
#define CAPTION_MAX_WORDS 40u
#define BEHIND_MAX_WORDS 24u
#define UPDATED_MAX_WORDS 8u

static BayanDraftSpan
line_span (const BayanCleaningPage *page, guint index)
{
  return g_array_index (page->lines, BayanLine, index).span;
}

static guint
cut_span (BayanCleaningPage *page, BayanDraftSpan span, const char *rule)
{
  BayanCut cut = { span, "page-furniture", rule };

  g_array_append_val (page->cuts, cut);
  return 1;
}

static guint
count_dates (const BayanCleaningPage *page, BayanDraftSpan span)
{
  BayanDateLine dates;

  bayan_date_line_read (&dates, page->draft->text->text->str + span.start, span.end - span.start);
  return dates.n_dates;
}

static gboolean
has_number (const char *words)
{
  static const char *const IN_WORDS[] = { "دقيقه", "دقيقتان", "دقيقتين" };

  if (strpbrk (words, "0123456789") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (IN_WORDS); i++)
    if (bayan_words_have_phrase (words, IN_WORDS[i]))
      return TRUE;
  return FALSE;
}

/* Whether @words are numbers and what they count: "0 152 2 minutes". */
static gboolean
are_counters (const char *words)
{
  return has_number (words) && bayan_furniture_words_make_counted (BAYAN_FURNITURE_COUNTERS, words);
}

static gboolean
begins_with_update (const char *words)
{
  static const char *const STARTS[] = { "اخر تحديث", "تم التحديث", "last updated",
                                        "updated",   "mis a jour", "mise a jour" };

  for (guint i = 0; i < G_N_ELEMENTS (STARTS); i++)
    if (g_str_has_prefix (words, STARTS[i]) && words[strlen (STARTS[i])] == ' ')
      return strpbrk (words, "0123456789") != NULL;
  return FALSE;
}

/* The rule for @words behind a date; NULL if they may be anything. */
static const char *
name_behind (const char *words)
{
  if (bayan_furniture_words_make (BAYAN_FURNITURE_SHARING, words))
    return "clean/share-buttons";
  if (are_counters (words))
    return "clean/counter";
  if (bayan_furniture_words_make_counted (BAYAN_FURNITURE_LISTENING, words))
    return "clean/player";
  if (bayan_furniture_words_make (BAYAN_FURNITURE_SECTIONS, words))
    return "clean/category-label";
  return begins_with_update (words) ? "clean/updated" : NULL;
}

/* What is behind the date, or behind it and the writer's name: buttons, counters, a section. */
guint
bayan_cleaning_rule_behind_date (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan span = line_span (page, index);
  const char *text = page->draft->text->text->str, *end = text + span.end;
  guint n_dates;

  if (page->n_seen > HEAD_LINES || view->n_words > BEHIND_MAX_WORDS || view->n_words < 2
      || (n_dates = count_dates (page, span)) == 0)
    return 0;
  for (const char *at = text + span.start + 1; at < end; at++)
    {
      g_autofree char *words = NULL;
      const char *rule;

      if (at[-1] != ' ' && (!g_ascii_isdigit (at[-1]) || g_ascii_isdigit (*at)))
        continue;
      words = bayan_line_dup_words (at, end - at);
      if ((rule = name_behind (words)) != NULL
          && count_dates (page, (BayanDraftSpan) { span.start, (guint32) (at - text) }) == n_dates)
        return cut_span (page, (BayanDraftSpan) { (guint32) (at - text), span.end }, rule);
    }
  return 0;
}

/* Whether @words are buttons and counters behind them: "Print Send to a friend 2291 visits". */
static gboolean
are_buttons_and_counters (const char *words)
{
  if (bayan_furniture_words_make_counted (BAYAN_FURNITURE_LISTENING, words))
    return FALSE;
  for (const char *space = strchr (words, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      g_autofree char *buttons = g_strndup (words, (gsize) (space - words));

      if (are_counters (space + 1) && bayan_furniture_words_make (BAYAN_FURNITURE_SHARING, buttons))
        return TRUE;
    }
  return FALSE;
}

/* Whether there are nothing but figures and pictures on the line: "👍 12". */
static gboolean
are_reactions (const char *text, gsize length)
{
  gboolean has_digit = FALSE, has_picture = FALSE;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      has_digit |= g_unichar_isdigit (c);
      has_picture |= c >= 0x1F000 || c == 0x2764; /* emoji, and the heart */
      if (g_unichar_isalpha (c))
        return FALSE;
    }
  return has_digit && has_picture;
}

guint
bayan_cleaning_rule_counters (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan span = line_span (page, index);
  const char *text = page->draft->text->text->str;

  if (view->n_words > SHARING_MAX_WORDS)
    return 0;
  if (view->n_words > 0 && are_reactions (text + span.start, span.end - span.start))
    return cut_span (page, span, "clean/counter");
  /* "27/6/2021 318 views" is numbers to the end, and the first three are the date of the article. */
  if (view->n_words < 2 || !(are_counters (view->words) || are_buttons_and_counters (view->words))
      || count_dates (page, span) > 0)
    return 0;
  return cut_span (page, span, "clean/counter");
}

/* "(Getty Images)" behind the caption of a picture: only pictures come from there. The caption stays. */
guint
bayan_cleaning_rule_picture (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  static const char *const SELLERS[] = { "غيتي",  "غيتي ايميجز",  "جيتي",         "جيتي ايميجز", "شترستوك",
                                         "getty", "getty images", "shutterstock", "istock",      "alamy",
                                         NULL };
  BayanDraftSpan span = line_span (page, index);
  const char *text = page->draft->text->text->str, *end = text + span.end, *at = end;
  g_autofree char *words = NULL;

  if (view->n_words > CAPTION_MAX_WORDS || end[-1] != ')')
    return 0;
  while (at > text + span.start && *at != '(')
    at--;
  words = bayan_line_dup_words (at, end - at);
  if (g_strv_contains (SELLERS, words))
    cut_span (page, (BayanDraftSpan) { (guint32) (at - text), span.end }, "clean/picture-credit");
  return 0;
}

/* "Date:", alone on the line above a date. */
guint
bayan_cleaning_rule_label (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  static const char *const LABELS[] = {
    "التاريخ", "تاريخ",     "تاريخ النشر",  "تاريخ الخبر", "نشر في",    "نشر بتاريخ",
    "date",    "published", "published on", "posted on",   "publie le", NULL,
  };

  if (page->n_seen > HEAD_LINES || index + 1 >= page->lines->len || !g_strv_contains (LABELS, view->words)
      || count_dates (page, line_span (page, index + 1)) == 0)
    return 0;
  return cut_span (page, line_span (page, index), "clean/label");
}

/* When a page was changed last, if that is no date of the article: "Updated 10:44". */
guint
bayan_cleaning_rule_updated (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  if (view->n_words <= UPDATED_MAX_WORDS && begins_with_update (view->words)
      && count_dates (page, line_span (page, index)) == 0)
    return cut_span (page, line_span (page, index), "clean/updated");
  return 0;
}
