/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-cleaning.h"

#include <string.h>

#include "bayan-cookie-notice.h"
#include "bayan-date-line.h"
#include "bayan-furniture-words.h"
#include "bayan-wording.h"

#define CANCEL_EVERY 4096u
#define HEAD_LINES 6u /* where a section label may stand */
#define LABEL_MAX_WORDS 3u
#define MAX_TEASERS 12u
#define FOOT_LINES 40u
#define MAX_TAGS 20u
#define TAG_MAX_WORDS 5u
#define TEASER_MAX_WORDS 25u
#define SHARING_MAX_WORDS 16u

/* The draft while the rules look at it. Rules see one line after the other, and never one that is cut
 * already. */
typedef struct {
  const BayanDraft *draft;
  const GArray *lines;
  GArray *cuts;
  gboolean cookies_possible;
  guint n_seen;           /* lines looked at; those that the page itself leaves out are not */
  gboolean after_text;    /* a line that may be the title was kept already */
  gboolean after_cookies; /* the line before was a notice about cookies, or its buttons */
} Page;

/* Looks at line @index, of which @view is a close view. Cuts what it recognises. Returns how many lines that
 * settled. */
typedef guint (*Rule) (Page *page, guint index, const BayanLineView *view);

static BayanDraftSpan
line_span (const Page *page, guint index)
{
  return g_array_index (page->lines, BayanLine, index).span;
}

static void
add_cut (Page *page, BayanDraftSpan span, const char *kind, const char *rule)
{
  BayanCut cut = { span, kind, rule };

  g_array_append_val (page->cuts, cut);
}

static guint
cut_line (Page *page, guint index, const char *kind, const char *rule)
{
  add_cut (page, line_span (page, index), kind, rule);
  return 1;
}

/* "[ad_1]", "[ad]", "[إعلان]": looks at what is between the brackets. */
static gboolean
is_ad_marker (const char *inside, gsize length)
{
  static const char *const WORDS[] = {
    "ad", "ads", "adsense", "advert", "advertisement", "sponsored", "اعلان", "اعلانات", NULL,
  };
  g_autofree char *words = bayan_line_dup_words (inside, (gssize) length);
  char *number = words + strcspn (words, " 0123456789");

  if (number[strspn (number, " 0123456789")] != '\0')
    return FALSE;
  *number = '\0';
  return g_strv_contains (WORDS, words);
}

static guint
rule_ad_marker (Page *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan span = line_span (page, index);
  const char *text = page->draft->text->text->str;
  const char *at = text + span.start, *end = text + span.end, *close;
  guint marked = 0;

  while ((at = memchr (at, '[', (gsize) (end - at))) != NULL)
    {
      close = memchr (at, ']', MIN ((gsize) (end - at), 40));
      if (close != NULL && is_ad_marker (at + 1, (gsize) (close - at - 1)))
        {
          BayanDraftSpan marker = { (guint32) (at - text), (guint32) (close + 1 - text) };

          add_cut (page, marker, "ad-marker", "clean/ad-marker");
          marked = (guint) (close + 1 - at);
        }
      at++;
    }
  return marked == span.end - span.start ? 1 : 0;
}

static guint
rule_cookie_notice (Page *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan notice;
  gboolean after = page->after_cookies;

  page->after_cookies = FALSE;
  if (after && bayan_furniture_words_make (BAYAN_FURNITURE_CONSENT, view->words))
    {
      page->after_cookies = TRUE;
      return cut_line (page, index, "cookie-banner", "clean/cookie-banner");
    }
  if (!page->cookies_possible || !bayan_cookie_notice_find (page->draft, line_span (page, index), &notice))
    return 0;
  page->after_cookies = TRUE;
  add_cut (page, notice, "cookie-banner", "clean/cookie-banner");
  return 1;
}

/* Whether no running text comes any more from line @first on. */
static gboolean
is_foot (Page *page, guint first)
{
  if (page->lines->len - first > FOOT_LINES)
    return FALSE;
  for (guint i = first; i < page->lines->len; i++)
    {
      g_auto (BayanLineView) view = { NULL };

      bayan_line_view_init (&view, page->draft, line_span (page, i));
      if (view.n_words == 0 || view.n_words > TEASER_MAX_WORDS || (view.ends_sentence && view.n_words > 8))
        return FALSE;
    }
  return TRUE;
}

/* The lines below a heading like "Related articles": short, no sentences. At the foot of the page any number
 * of them; above running text those that follow at once, for the next short line may be a heading in that
 * text. */
static guint
count_teasers (Page *page, guint first)
{
  gboolean foot = is_foot (page, first);
  guint count = 0;

  for (guint i = first; i < page->lines->len && count < MAX_TEASERS; i++, count++)
    {
      g_auto (BayanLineView) view = { NULL };

      if (!foot && g_array_index (page->lines, BayanLine, i).empty_before)
        break;
      bayan_line_view_init (&view, page->draft, line_span (page, i));
      if (view.n_words < 3 || view.n_words > TEASER_MAX_WORDS || view.ends_sentence
          || bayan_wording_find (&view) != NULL)
        break;
    }
  return count;
}

/* The lines below "Tags" alone on a line: a word or a few each, at the foot of the page. */
static guint
count_tags (Page *page, guint first)
{
  guint count = 0;

  if (!is_foot (page, first))
    return 0;
  for (guint i = first; i < page->lines->len && count < MAX_TAGS; i++, count++)
    {
      g_auto (BayanLineView) view = { NULL };

      if (count > 0 && g_array_index (page->lines, BayanLine, i).empty_before)
        break;
      bayan_line_view_init (&view, page->draft, line_span (page, i));
      if (view.n_words > TAG_MAX_WORDS || view.ends_sentence || bayan_wording_find (&view) != NULL)
        break;
    }
  return count;
}

static guint
cut_heading (Page *page, guint index)
{
  guint teasers = count_teasers (page, index + 1);

  cut_line (page, index, "related-heading", "clean/related-heading");
  for (guint i = 1; i <= teasers; i++)
    cut_line (page, index + i, "related-article", "clean/related-teaser");
  return 1 + teasers;
}

static guint
rule_wording (Page *page, guint index, const BayanLineView *view)
{
  const BayanWording *wording = bayan_wording_find (view);
  guint tags = 0;

  if (wording == NULL)
    return 0;
  if (strcmp (wording->kind, "related-article") == 0 && bayan_wording_is_alone (wording, view))
    return cut_heading (page, index);
  if (strcmp (wording->rule, "clean/tags") == 0 && bayan_wording_is_alone (wording, view))
    tags = count_tags (page, index + 1);
  for (guint i = 0; i <= tags; i++)
    cut_line (page, index + i, wording->kind, wording->rule);
  return 1 + tags;
}

static guint
rule_sharing (Page *page, guint index, const BayanLineView *view)
{
  if (view->n_words > SHARING_MAX_WORDS || !bayan_furniture_words_make (BAYAN_FURNITURE_SHARING, view->words))
    return 0;
  return cut_line (page, index, "page-furniture", "clean/share-buttons");
}

/* A line of nothing but hashtags. */
static guint
rule_hashtags (Page *page, guint index, const BayanLineView *view)
{
  g_auto (GStrv) words = NULL;
  guint count = 0;

  if (view->folded[0] != '#')
    return 0;
  words = g_strsplit (view->folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == '#')
      count++;
    else if (words[i][0] != '\0')
      return 0;
  return count >= 2 ? cut_line (page, index, "page-furniture", "clean/tags") : 0;
}

static guint
rule_copyright (Page *page, guint index, const BayanLineView *view)
{
  const char *text = page->draft->text->text->str + line_span (page, index).start;

  if (view->n_words > TEASER_MAX_WORDS || !g_str_has_prefix (text, "©"))
    return 0;
  return cut_line (page, index, "page-furniture", "clean/copyright");
}

/* "Home > News > World" */
static gboolean
is_breadcrumb (const BayanLineView *view)
{
  static const char *const STARTS[] = { "الرييسيه", "home", "accueil" };
  static const char *const SEPARATORS = ">»›/|";

  for (guint i = 0; i < G_N_ELEMENTS (STARTS); i++)
    if (g_str_has_prefix (view->folded, STARTS[i]))
      {
        const char *rest = view->folded + strlen (STARTS[i]);

        while (*rest == ' ')
          rest++;
        return *rest != '\0' && g_utf8_strchr (SEPARATORS, -1, g_utf8_get_char (rest)) != NULL;
      }
  return FALSE;
}

/* The name of a site's section above the title, often several glued together. */
static guint
rule_category_label (Page *page, guint index, const BayanLineView *view)
{
  if (page->n_seen > HEAD_LINES)
    return 0;
  if (!is_breadcrumb (view)
      && (page->after_text || index + 1 >= page->lines->len
          || !bayan_furniture_words_make (BAYAN_FURNITURE_SECTIONS, view->words)))
    return 0;
  return cut_line (page, index, "category-label", "clean/category-label");
}

/* The first to settle a line decides. Markers are asked first: they may stand in a line that stays. */
static const Rule RULES[] = {
  rule_ad_marker, rule_cookie_notice, rule_category_label, rule_wording,
  rule_sharing,   rule_hashtags,      rule_copyright,
};

static gboolean
may_be_title (Page *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan span = line_span (page, index);
  BayanDateLine dates;

  bayan_date_line_read (&dates, page->draft->text->text->str + span.start, span.end - span.start);
  return (view->n_words == 0 || view->n_words > LABEL_MAX_WORDS) && dates.n_others > 1;
}

static guint
apply_rules (Page *page, guint index)
{
  g_auto (BayanLineView) view = { NULL };
  guint settled = 0;

  page->n_seen++;
  bayan_line_view_init (&view, page->draft, line_span (page, index));
  for (guint i = 0; settled == 0 && i < G_N_ELEMENTS (RULES); i++)
    settled = RULES[i](page, index, &view);
  if (settled == 0 && page->n_seen <= HEAD_LINES)
    page->after_text |= may_be_title (page, index, &view);
  return MAX (settled, 1);
}

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

/* The title once more, further down; scraping may even repeat it within the line. */
static void
cut_repeated_titles (Page *page, const BayanHeadline *headline)
{
  g_auto (BayanLineView) title = { NULL };
  g_autofree char *twice = NULL;
  guint next = 0, cuts_before = page->cuts->len;
  g_autoptr (GArray) before = g_array_copy (page->cuts);

  bayan_line_view_init (&title, page->draft, headline->span);
  twice = g_strdup_printf ("%s %s", title.words, title.words);
  for (guint i = headline->line + 1; title.n_words >= 3 && i < page->lines->len; i++)
    {
      BayanDraftSpan span = line_span (page, i);
      g_auto (BayanLineView) view = { NULL };

      if (span.end - span.start > 4 * (headline->span.end - headline->span.start)
          || is_cut (before, &next, span))
        continue;
      bayan_line_view_init (&view, page->draft, span);
      if (strcmp (view.words, title.words) == 0 || strcmp (view.words, twice) == 0)
        cut_line (page, i, "repeated-title", "clean/repeated-title");
    }
  if (page->cuts->len > cuts_before)
    g_array_sort (page->cuts, compare_cuts);
}

/* Neighbours that one rule cut become one region: one click takes them back. Of cuts that overlap, the first
 * and longest stands. */
static GArray *
join_neighbours (const BayanDraft *draft, const GArray *cuts)
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

/* Whether @cuts would leave nothing. */
static gboolean
take_everything (const BayanDraft *draft, const GArray *cuts)
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
  Page page = { draft, lines, made, bayan_cookie_notice_is_possible (draft), 0, FALSE, FALSE };
  guint next = 0;

  /* Counted apart from the lines, of which a rule may settle several at once. */
  for (guint i = 0, count = 0; i < lines->len; count++)
    {
      if (count % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      i += is_cut (draft->cuts, &next, line_span (&page, i)) ? 1 : apply_rules (&page, i);
    }
  g_array_sort (made, compare_cuts);
  cuts = join_neighbours (draft, made);
  if (take_everything (draft, cuts))
    g_array_set_size (cuts, 0);
  *headline = bayan_headline_find (draft, lines, cuts);
  if (!headline->found)
    return g_steal_pointer (&cuts);
  page.cuts = cuts;
  cut_repeated_titles (&page, headline);
  return join_neighbours (draft, cuts);
}
