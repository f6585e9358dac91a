/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-cleaning-details.h"

#include <string.h>

#include "bayan-date-line.h"
#include "bayan-furniture-words.h"

#define HEAD_LINES 6u
#define SHARING_MAX_WORDS 16u
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

/* Whether @words are numbers and what they count: "0 152 2 minutes". */
static gboolean
are_counters (const char *words)
{
  return strpbrk (words, "0123456789") != NULL
         && bayan_furniture_words_make_counted (BAYAN_FURNITURE_COUNTERS, words);
}

/* Buttons or counters behind the dates on a line. Returns where they begin; 0 if they do not. */
static guint32
find_behind (const BayanCleaningPage *page, BayanDraftSpan span, guint n_dates)
{
  const char *text = page->draft->text->text->str, *at = text + span.start, *end = text + span.end;

  for (at++; at < end; at++)
    {
      g_autofree char *words = NULL;

      if (at[-1] != ' ' && (!g_ascii_isdigit (at[-1]) || g_ascii_isdigit (*at)))
        continue;
      words = bayan_line_dup_words (at, end - at);
      if ((bayan_furniture_words_make (BAYAN_FURNITURE_SHARING, words) || are_counters (words))
          && count_dates (page, (BayanDraftSpan) { span.start, (guint32) (at - text) }) == n_dates)
        return (guint32) (at - text);
    }
  return 0;
}

/* What is behind the date, or behind it and the writer's name. */
guint
bayan_cleaning_rule_behind_date (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan span = line_span (page, index);
  guint n_dates;
  guint32 start;

  if (page->n_seen > HEAD_LINES || view->n_words > SHARING_MAX_WORDS || view->n_words < 2
      || (n_dates = count_dates (page, span)) == 0 || (start = find_behind (page, span, n_dates)) == 0)
    return 0;
  return cut_span (page, (BayanDraftSpan) { start, span.end }, "clean/share-buttons");
}

guint
bayan_cleaning_rule_counters (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan span = line_span (page, index);

  /* "27/6/2021 318 views" is numbers to the end, and the first three are the date of the article. */
  if (view->n_words < 2 || view->n_words > SHARING_MAX_WORDS || !are_counters (view->words)
      || count_dates (page, span) > 0)
    return 0;
  return cut_span (page, span, "clean/counter");
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
  static const char *const STARTS[] = { "اخر تحديث", "تم التحديث", "last updated", "updated", "mis a jour" };

  if (view->n_words > UPDATED_MAX_WORDS || strpbrk (view->words, "0123456789") == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (STARTS); i++)
    if (g_str_has_prefix (view->words, STARTS[i]) && view->words[strlen (STARTS[i])] == ' '
        && count_dates (page, line_span (page, index)) == 0)
      return cut_span (page, line_span (page, index), "clean/updated");
  return 0;
}
