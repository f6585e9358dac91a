/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-boxes.h"

#include <string.h>

#include "bayan-appeal.h"
#include "bayan-furniture-words.h"
#include "bayan-headline.h"
#include "bayan-wording.h"

/* A box of more than this many parts in a hundred in links is one of links. */
#define LINK_PERCENT 60u
#define MAX_WORDS 60u
/* A writer's name or a date. */
#define TOLD_MAX_WORDS 15u
#define TOLD_REACH 16u
#define SECTION_MAX_WORDS 6u
#define AD_MAX_WORDS 25u
/* A quotation that is set apart; so many of them are looked for in a page. */
#define QUOTE_MIN_WORDS 6u
#define MAX_QUOTES 32u
/* A heading over links below the text. */
#define HEADING_MAX_WORDS 8u
#define HEADLINE_MIN_WORDS 3u
#define MIN_HEADLINES 2u
/* A link of so many words that is a sentence is one of the text. */
#define SENTENCE_MIN_WORDS 25u

typedef struct {
  const BayanDraft *draft;
  const GArray *lines; /* of BayanPageLine */
  const BayanHtmlArticle *article;
  GArray *cuts;
  GString *text;  /* the words of the article's paragraphs; NULL until they are asked for */
  guint n_quotes; /* that were looked for in them */
} Search;

/* A part of the page without a line that can be nothing but text of the article. */
typedef struct {
  BayanDraftSpan span;
  guint first, end; /* its lines */
  guint n_words;
  guint32 link_bytes;
  gboolean tells;                   /* an element in it is known for what it says */
  gboolean has_strangers, has_text; /* running text that is not of the article, and such as may be */
} Box;

static const BayanPageLine *
get_line (const Search *self, guint index)
{
  return &g_array_index (self->lines, BayanPageLine, index);
}

/* Whether one of the first elements in block @index is a date or the name of a writer. */
static gboolean
tells (const GArray *blocks, guint index)
{
  guint32 end = g_array_index (blocks, BayanHtmlBlock, index).span.end;

  for (guint i = index + 1; i < blocks->len && i <= index + TOLD_REACH; i++)
    if (g_array_index (blocks, BayanHtmlBlock, i).span.start >= end)
      return FALSE;
    else if (g_array_index (blocks, BayanHtmlBlock, i).told)
      return TRUE;
  return FALSE;
}

/* Returns FALSE if the title or text that can be nothing else is in it. */
static gboolean
box_init (Box *box, const Search *self, const GArray *blocks, guint index)
{
  const BayanHtmlBlock *block = &g_array_index (blocks, BayanHtmlBlock, index);
  BayanDraftSpan title = self->article->title;

  *box = (Box) { bayan_draft_trim (self->draft, block->span), .link_bytes = block->link_bytes };
  box->tells = tells (blocks, index);
  box->first = box->end = bayan_page_lines_find (self->lines, box->span.start);
  if (title.start < title.end && title.start < box->span.end && title.end > box->span.start)
    return FALSE;
  for (; box->end < self->lines->len && get_line (self, box->end)->span.start < box->span.end; box->end++)
    {
      guint flags = get_line (self, box->end)->flags;

      if ((flags & (BAYAN_PAGE_LINE_STRONG | BAYAN_PAGE_LINE_STRANGER)) == BAYAN_PAGE_LINE_STRONG)
        return FALSE;
      box->has_strangers |= (flags & BAYAN_PAGE_LINE_STRANGER) != 0;
      box->has_text |= (flags & (BAYAN_PAGE_LINE_RUNNING | BAYAN_PAGE_LINE_OUT)) == BAYAN_PAGE_LINE_RUNNING;
      box->n_words += get_line (self, box->end)->n_words;
      if (box->n_words > 8 * MAX_WORDS)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_about (const Search *self, const BayanPageLine *line)
{
  g_auto (BayanLineView) view = { NULL };

  if (bayan_page_line_is_dated (line, self->draft))
    return TRUE;
  bayan_line_view_init (&view, self->draft, line->span);
  return bayan_headline_is_about (&view);
}

/* Whether a date or a byline above the text is in @box, among its links or one of them. */
static gboolean
has_head_line (const Search *self, const Box *box)
{
  for (guint i = box->first; i < box->end && i < self->article->first_running; i++)
    if (get_line (self, i)->link_bytes == 0 ? is_about (self, get_line (self, i))
                                            : bayan_page_line_is_dated (get_line (self, i), self->draft))
      return TRUE;
  return box->first < self->article->first_running && box->tells;
}

/* Boxes that are parts of a line, too. */
static gboolean
is_links (const Search *self, const Box *box)
{
  const BayanPageLine *before = box->first > 0 ? get_line (self, box->first - 1) : NULL;

  if ((guint64) box->link_bytes * 100 <= (guint64) (box->span.end - box->span.start) * LINK_PERCENT)
    return FALSE;
  /* The items of a list that the text announces. */
  if (before != NULL && box->first > self->article->first_running && before->flags & BAYAN_PAGE_LINE_COLON
      && before->flags & BAYAN_PAGE_LINE_RUNNING)
    return FALSE;
  if (has_head_line (self, box))
    return FALSE;
  return box->n_words < SENTENCE_MIN_WORDS
         || !bayan_line_ends_sentence (self->draft->text->text->str + box->span.start,
                                       box->span.end - box->span.start);
}

/* A heading like "Related articles" or "Source" with links below it, or what is under "Advertisement". */
static const BayanWording *
find_heading (const Search *self, const Box *box)
{
  g_auto (BayanLineView) view = { NULL };
  const BayanWording *wording;

  if (box->n_words > MAX_WORDS || box->first == box->end)
    return NULL;
  bayan_line_view_init (&view, self->draft, get_line (self, box->first)->span);
  wording = bayan_wording_find (&view);
  if (wording == NULL)
    return NULL;
  if (strcmp (wording->kind, "ad-marker") == 0)
    return box->n_words <= AD_MAX_WORDS && !box->has_text ? wording : NULL;
  return box->link_bytes > 0
                 && (g_str_has_prefix (wording->kind, "related")
                     || strcmp (wording->kind, "source-link") == 0)
             ? wording
             : NULL;
}

static gboolean
has_digit (const Search *self, const Box *box)
{
  for (guint32 at = box->span.start; at < box->span.end; at++)
    if (g_ascii_isdigit (self->draft->text->text->str[at]))
      return TRUE;
  return FALSE;
}

static gboolean
is_appeal (const Search *self, const Box *box)
{
  g_autofree char *words = NULL;

  /* Above the text a box may have the date in it, too. */
  if (box->n_words > MAX_WORDS || (box->first < self->article->first_running && has_digit (self, box)))
    return FALSE;
  words = bayan_line_dup_words (self->draft->text->text->str + box->span.start,
                                (gssize) (box->span.end - box->span.start));
  return bayan_appeal_count (words) + (box->link_bytes > 0) >= 2;
}

/* How often a page was read: a figure, and nothing else, in what is called a counter. */
static gboolean
is_figure (const Search *self, const Box *box)
{
  const char *text = self->draft->text->text->str, *end = text + box->span.end;

  for (const char *at = text + box->span.start; at < end; at = g_utf8_next_char (at))
    if (!g_unichar_isdigit (g_utf8_get_char (at)) && strchr (" .,", *at) == NULL)
      return FALSE;
  return TRUE;
}

static const char *
paragraphs (Search *self)
{
  if (self->text != NULL)
    return self->text->str;
  self->text = g_string_new (NULL);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_auto (BayanLineView) view = { NULL };

      if (get_line (self, i)->around != self->article->core.around
          || get_line (self, i)->shape != self->article->core.shape)
        continue;
      bayan_line_view_init (&view, self->draft, get_line (self, i)->span);
      g_string_append_printf (self->text, " %s |", view.words);
    }
  return self->text->str;
}

static gboolean
has_quotation (const char *folded)
{
  for (; *folded != '\0'; folded = g_utf8_next_char (folded))
    if (g_utf8_strchr ("\"«“”„", -1, g_utf8_get_char (folded)) != NULL)
      return TRUE;
  return FALSE;
}

/* A quotation set apart from the paragraphs, one of which has it too. */
static gboolean
is_pull_quote (Search *self, const Box *box)
{
  g_auto (BayanLineView) view = { NULL };
  const BayanPageLine *line = box->first < box->end ? get_line (self, box->first) : NULL;

  if (line == NULL || box->end - box->first > 1 || line->shape == self->article->core.shape
      || line->span.end > box->span.end || line->n_words < QUOTE_MIN_WORDS
      || box->first <= self->article->core.first || box->first >= self->article->core.last)
    return FALSE;
  bayan_line_view_init (&view, self->draft, line->span);
  return has_quotation (view.folded) && self->n_quotes++ < MAX_QUOTES
         && bayan_words_have_phrase (paragraphs (self), view.words);
}

/* What is called a section, and is named as sections are, above the text. */
static gboolean
is_section (const Search *self, const Box *box)
{
  g_autofree char *words = NULL;

  if (box->first >= self->article->first_running || box->n_words > SECTION_MAX_WORDS)
    return FALSE;
  words = bayan_line_dup_words (self->draft->text->text->str + box->span.start,
                                (gssize) (box->span.end - box->span.start));
  return bayan_furniture_words_fill (BAYAN_FURNITURE_SECTIONS, words);
}

static void
cut (Search *self, const Box *box, const char *kind, const char *rule)
{
  BayanCut made = { box->span, kind, rule };

  g_array_append_val (self->cuts, made);
}

/* Returns whether @box is one of these, so that what is in it need not be looked at. */
static gboolean
judge (Search *self, const Box *box)
{
  gboolean in_text = box->first > self->article->first_running;
  const BayanWording *heading;

  if (is_links (self, box))
    cut (self, box, in_text ? "related-article" : "page-furniture", "clean/html-links");
  else if ((heading = find_heading (self, box)) != NULL)
    cut (self, box, heading->kind,
         g_str_has_prefix (heading->kind, "related") ? "clean/related-teaser" : heading->rule);
  else if (box->has_strangers && !box->has_text)
    cut (self, box, "page-furniture", "clean/html-stranger");
  else if (in_text && is_pull_quote (self, box))
    cut (self, box, "page-furniture", "clean/html-pull-quote");
  else if (is_appeal (self, box))
    cut (self, box, "page-furniture", "clean/html-appeal");
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_link_line (const BayanPageLine *line)
{
  return (guint64) line->link_bytes * 100 > (guint64) (line->span.end - line->span.start) * LINK_PERCENT;
}

/* How many headlines that are links begin at line @first. */
static guint
count_headlines (const Search *self, guint first, guint end)
{
  guint count = 0;

  while (first + count < end && is_link_line (get_line (self, first + count))
         && get_line (self, first + count)->n_words >= HEADLINE_MIN_WORDS)
    count++;
  return count;
}

/* Headlines of other articles under a heading, below the text and in the same element. */
static void
cut_below (Search *self)
{
  guint end = bayan_page_lines_find (self->lines, self->article->span.end), first = end, count;

  while (first > 0 && !(get_line (self, first - 1)->flags & BAYAN_PAGE_LINE_RUNNING))
    first--;
  for (guint i = MAX (first, self->article->first_running + 1); i < end; i++)
    {
      const BayanPageLine *line = get_line (self, i);
      BayanCut made = { line->span, "related-heading", "clean/related-heading" };

      if (line->link_bytes > 0 || line->n_words > HEADING_MAX_WORDS
          || line->flags & (BAYAN_PAGE_LINE_SENTENCE | BAYAN_PAGE_LINE_OUT) || is_about (self, line)
          || (count = count_headlines (self, i + 1, end)) < MIN_HEADLINES)
        continue;
      g_array_append_val (self->cuts, made);
      i += count;
    }
}

/**
 * bayan_html_boxes_find:
 * @article: where the text is
 * @cuts: (element-type BayanCut): to which the boxes among the text are added
 *
 * Looks at the elements in @article from the outer to the inner ones, and no further into one that is left out.
 * Lines of running text are never part of such a box.
 */
void
bayan_html_boxes_find (const BayanDraft *draft, const BayanHtmlBlocks *blocks, const GArray *lines,
                       const BayanHtmlArticle *article, GArray *cuts)
{
  Search search = { draft, lines, article, cuts, NULL, 0 };
  guint32 at = article->span.start;
  BayanDraftSpan last = { 0, 0 };

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const BayanHtmlBlock *block = &g_array_index (blocks->blocks, BayanHtmlBlock, i);
      Box box;

      /* An element begins before the line breaks above its text. */
      if (bayan_draft_trim (draft, block->span).start < at || block->span.end > article->span.end
          || !box_init (&box, &search, blocks->blocks, i) || box.span.start >= box.span.end)
        continue;
      /* One around the other, and nothing else: one look is enough. */
      if (!block->told && box.span.start == last.start && box.span.end == last.end)
        continue;
      last = box.span;
      if (block->counter && is_figure (&search, &box))
        cut (&search, &box, "page-furniture", "clean/counter");
      if (block->section && is_section (&search, &box))
        cut (&search, &box, "category-label", "clean/category-label");
      if ((block->told && box.n_words <= TOLD_MAX_WORDS) || judge (&search, &box))
        at = block->span.end;
    }
  cut_below (&search);
  if (search.text != NULL)
    g_string_free (search.text, TRUE);
}
