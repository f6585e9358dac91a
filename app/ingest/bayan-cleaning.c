/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-cleaning.h"

#include <string.h>

#include "bayan-cleaning-rules.h"
#include "bayan-cookie-notice.h"

#define CANCEL_EVERY 4096u

/* Whether @span lies in one of @cuts, which are sorted; @next is the first that may still matter. */
static gboolean
is_cut (const GArray *cuts, guint *next, BayanDraftSpan span)
{
  while (*next < cuts->len && g_array_index (cuts, BayanCut, *next).span.end <= span.start)
    (*next)++;
  return *next < cuts->len && g_array_index (cuts, BayanCut, *next).span.start <= span.start
         && g_array_index (cuts, BayanCut, *next).span.end >= span.end;
}

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  const BayanCut *first = a, *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  return first->span.end > second->span.end ? -1 : first->span.end < second->span.end;
}

/* @line without those of @cuts, @first to @end, that are at its ends. */
static BayanDraftSpan
trim_line (const BayanDraft *draft, BayanDraftSpan line, guint first, guint end)
{
  const BayanCut *cuts = (const BayanCut *) (gpointer) draft->cuts->data;

  for (guint i = first; i < end && cuts[i].span.start <= line.start; i++)
    line = bayan_draft_trim (draft, (BayanDraftSpan) { MIN (cuts[i].span.end, line.end), line.end });
  for (guint i = end; i > first && cuts[i - 1].span.end >= line.end && cuts[i - 1].span.start > line.start;
       i--)
    line = bayan_draft_trim (draft, (BayanDraftSpan) { line.start, cuts[i - 1].span.start });
  return line;
}

/* What the page itself leaves out at the ends of a line is no part of it for the rules. */
static void
trim_lines (const BayanDraft *draft, GArray *lines)
{
  for (guint i = 0, first = 0, end = 0; i < lines->len; i++)
    {
      BayanDraftSpan *line = &g_array_index (lines, BayanLine, i).span, trimmed;

      while (first < draft->cuts->len && g_array_index (draft->cuts, BayanCut, first).span.end <= line->start)
        first++;
      for (end = MAX (end, first);
           end < draft->cuts->len && g_array_index (draft->cuts, BayanCut, end).span.start < line->end; end++)
        ;
      trimmed = trim_line (draft, *line, first, end);
      if (trimmed.start < trimmed.end)
        *line = trimmed;
    }
}

/* The title once more, further down; scraping may even repeat it within the line. */
static void
cut_repeated_titles (BayanCleaningPage *page, const BayanHeadline *headline)
{
  g_auto (BayanLineView) title = { NULL };
  g_autofree char *twice = NULL;
  guint next = 0, cuts_before = page->cuts->len;
  g_autoptr (GArray) before = g_array_copy (page->cuts);

  bayan_line_view_init (&title, page->draft, headline->span);
  twice = g_strdup_printf ("%s %s", title.words, title.words);
  for (guint i = headline->line + 1; title.n_words >= 3 && i < page->lines->len; i++)
    {
      BayanDraftSpan span = g_array_index (page->lines, BayanLine, i).span;
      g_auto (BayanLineView) view = { NULL };

      if (span.end - span.start > 4 * (headline->span.end - headline->span.start)
          || is_cut (before, &next, span))
        continue;
      bayan_line_view_init (&view, page->draft, span);
      if (strcmp (view.words, title.words) == 0 || strcmp (view.words, twice) == 0)
        {
          BayanCut cut = { span, "repeated-title", "clean/repeated-title" };

          g_array_append_val (page->cuts, cut);
        }
    }
  if (page->cuts->len > cuts_before)
    g_array_sort (page->cuts, compare_cuts);
}

/**
 * bayan_cleaning_join:
 * @cuts: (element-type BayanCut): sorted by their starts
 *
 * Neighbours that one rule cut become one region: one click takes them back. Of cuts that overlap, the first
 * and longest stands.
 *
 * Returns: (transfer full) (element-type BayanCut): what is cut, none of which overlaps another
 */
GArray *
bayan_cleaning_join (const BayanDraft *draft, const GArray *cuts)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (BayanCut));

  for (guint i = 0; i < cuts->len; i++)
    {
      BayanCut cut = g_array_index (cuts, BayanCut, i);
      BayanCut *last = joined->len > 0 ? &g_array_index (joined, BayanCut, joined->len - 1) : NULL;

      if (last != NULL)
        cut.span.start = MAX (cut.span.start, last->span.end);
      cut.span = bayan_draft_trim (draft,
                                   (BayanDraftSpan) { cut.span.start, MAX (cut.span.start, cut.span.end) });
      if (cut.span.start == cut.span.end)
        continue;
      if (last != NULL && strcmp (last->rule, cut.rule) == 0
          && bayan_draft_is_blank (draft, (BayanDraftSpan) { last->span.end, cut.span.start }))
        last->span.end = cut.span.end;
      else
        g_array_append_val (joined, cut);
    }
  return joined;
}

/**
 * bayan_cleaning_takes_everything:
 *
 * Returns: whether @cuts would leave nothing
 */
gboolean
bayan_cleaning_takes_everything (const BayanDraft *draft, const GArray *cuts)
{
  guint32 at = 0;

  for (guint i = 0; i < cuts->len; i++)
    {
      const BayanCut *cut = &g_array_index (cuts, BayanCut, i);

      if (!bayan_draft_is_blank (draft, (BayanDraftSpan) { at, cut->span.start }))
        return FALSE;
      at = cut->span.end;
    }
  return bayan_draft_is_blank (draft, (BayanDraftSpan) { at, (guint32) draft->text->text->len });
}

/**
 * bayan_cleaning_find_cuts:
 * @headline: (out): the title, found on the way
 *
 * A source of which nothing would be left is left as it is: then the furniture is what the analyst wanted.
 *
 * Returns: (transfer full) (element-type BayanCut): what to leave out, sorted; or NULL with
 * G_IO_ERROR_CANCELLED
 */
GArray *
bayan_cleaning_find_cuts (const BayanDraft *draft, BayanHeadline *headline, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GArray) lines = bayan_lines_new (draft);
  g_autoptr (GArray) made = g_array_copy (draft->cuts);
  g_autoptr (GArray) cuts = NULL;
  BayanCleaningPage page = {
    .draft = draft, .lines = lines, .cuts = made, .cookies_possible = bayan_cookie_notice_is_possible (draft)
  };
  guint next = 0;

  trim_lines (draft, lines);
  /* Counted apart from the lines, of which a rule may settle several at once. */
  for (guint i = 0, count = 0; i < lines->len; count++)
    {
      if (count % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      i += is_cut (draft->cuts, &next, g_array_index (lines, BayanLine, i).span)
               ? 1
               : bayan_cleaning_apply_rules (&page, i);
    }
  g_array_sort (made, compare_cuts);
  cuts = bayan_cleaning_join (draft, made);
  if (bayan_cleaning_takes_everything (draft, cuts))
    g_array_set_size (cuts, 0);
  *headline = bayan_headline_find (draft, lines, cuts);
  if (!headline->found)
    return g_steal_pointer (&cuts);
  page.cuts = cuts;
  cut_repeated_titles (&page, headline);
  return bayan_cleaning_join (draft, cuts);
}
