/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-article.h"

#include <string.h>

#include "bayan-cookie-notice.h"
#include "bayan-html-cards.h"
#include "bayan-html-foot.h"
#include "bayan-html-strangers.h"
#include "bayan-lines.h"

/* The element that holds the text holds this much of all running text. */
#define CONTAINER_PERCENT 75u
/* A page with less running text says nothing about where it is. */
#define RUNNING_MIN_BYTES 200u
/* How far above the text its title may stand, in lines. */
#define TITLE_REACH 60u
/* What stands above the title and belongs to it: "in the margins of the summit". */
#define KICKER_LINES 2u
#define KICKER_MAX_WORDS 12u
/* What is kept above a text whose title is not known. */
#define HEAD_LINES 6u
#define LINKED_TITLE_MIN_WORDS 5u
/* What a page declares as its title has the site's name beside it, which may have fewer words. */
#define DECLARED_MIN_WORDS 3u

typedef struct {
  const BayanDraft *draft;
  const GArray *blocks; /* of BayanHtmlBlock */
  const BayanHtmlBlocks *elements;
  const GArray *lines; /* of BayanPageLine */
  guint32 *running;    /* bytes of running text before each line; one more than there are lines */
  char *declared;      /* the words of the title that the page declares; "" if it does not */
} Search;

static const BayanPageLine *
get_line (const Search *self, guint index)
{
  return &g_array_index (self->lines, BayanPageLine, index);
}

static gboolean
counts (const BayanPageLine *line, guint flag)
{
  return (line->flags & flag) != 0 && (line->flags & BAYAN_PAGE_LINE_OUT) == 0;
}

static void
add_up (Search *self)
{
  self->running[0] = 0;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const BayanPageLine *line = get_line (self, i);

      self->running[i + 1] =
          self->running[i] + (counts (line, BAYAN_PAGE_LINE_RUNNING) ? line->span.end - line->span.start : 0);
    }
}

static guint32
running_in (const Search *self, BayanDraftSpan span)
{
  return self->running[bayan_page_lines_find (self->lines, span.end)]
         - self->running[bayan_page_lines_find (self->lines, span.start)];
}

/* The innermost element with most of the running text. */
static BayanDraftSpan
find_container (const Search *self, guint32 total)
{
  BayanDraftSpan best = { 0, (guint32) self->draft->text->text->len };

  for (guint i = 0; i < self->blocks->len; i++)
    {
      BayanDraftSpan span = g_array_index (self->blocks, BayanHtmlBlock, i).span;

      if (span.start >= best.start && span.end <= best.end
          && (guint64) running_in (self, span) * 100 >= (guint64) total * CONTAINER_PERCENT)
        best = span;
    }
  return best;
}

/* Whether line @index can be nothing but text. Notices about cookies are as long, and say so. */
static gboolean
is_text (const Search *self, guint index)
{
  BayanDraftSpan notice;

  return counts (get_line (self, index), BAYAN_PAGE_LINE_STRONG)
         && !bayan_cookie_notice_find (self->draft, get_line (self, index)->span, NULL, &notice);
}

/* Text stays, wherever it stands around the rest. */
static void
stretch_to_text (const Search *self, BayanDraftSpan *span)
{
  guint first = 0, last = self->lines->len;

  while (first < self->lines->len && get_line (self, first)->span.start < span->start
         && !is_text (self, first))
    first++;
  if (first < self->lines->len)
    span->start = MIN (span->start, get_line (self, first)->span.start);
  while (last > 0 && get_line (self, last - 1)->span.end > span->end && !is_text (self, last - 1))
    last--;
  if (last > 0)
    span->end = MAX (span->end, get_line (self, last - 1)->span.end);
}

static gboolean
is_marked (const Search *self, const BayanPageLine *line)
{
  const GArray *headlines = self->draft->headlines;

  for (guint i = 0; i < headlines->len; i++)
    {
      BayanDraftSpan span = g_array_index (headlines, BayanDraftSpan, i);

      if (span.start < line->span.end && span.end > line->span.start)
        return TRUE;
    }
  return FALSE;
}

/* The line above @first that is the title; G_MAXUINT if there is none. The closest one counts: lists and paths
 * above may have it too. */
static guint
find_title (const Search *self, guint first)
{
  guint marked = G_MAXUINT, likely = G_MAXUINT;

  for (guint i = MIN (first + 1, self->lines->len); i > 0 && first + 1 - i < TITLE_REACH; i--)
    {
      const BayanPageLine *line = get_line (self, i - 1);
      gboolean heading = (line->flags & BAYAN_PAGE_LINE_OUT) == 0 && is_marked (self, line);

      if ((line->flags & BAYAN_PAGE_LINE_OUT) == 0
          && bayan_page_line_is_declared (line, self->draft, self->declared))
        {
          if (heading)
            return i - 1;
          likely = likely == G_MAXUINT ? i - 1 : likely;
        }
      else if (heading && marked == G_MAXUINT && i - 1 != first)
        marked = i - 1;
    }
  return likely != G_MAXUINT ? likely : marked;
}

/* The innermost element that has both @a and @b. */
static BayanDraftSpan
find_common (const Search *self, BayanDraftSpan a, BayanDraftSpan b)
{
  return bayan_html_blocks_find_around (self->elements,
                                        (BayanDraftSpan) { MIN (a.start, b.start), MAX (a.end, b.end) },
                                        self->draft->text->text->len);
}

static guint
parent_of (const Search *self, guint block)
{
  return block != BAYAN_HTML_NO_BLOCK ? g_array_index (self->blocks, BayanHtmlBlock, block).parent : block;
}

/* The container may hold most of the text and leave out a last short part that is beside it and as it is. */
static BayanDraftSpan
add_last_part (const Search *self, BayanDraftSpan container, const BayanHtmlCore *core)
{
  guint n_marks = 0, last = 0, parent;

  if (core->around == 0)
    return container;
  parent = parent_of (self, get_line (self, core->first)->holder);

  for (guint i = bayan_page_lines_find (self->lines, container.end);
       i <= core->last && n_marks < BAYAN_HTML_END_MARKS; i++)
    {
      const BayanPageLine *line = get_line (self, i);

      n_marks += bayan_html_count_end_marks (self->draft, line);
      if (line->around == core->around && parent_of (self, line->holder) == parent
          && counts (line, BAYAN_PAGE_LINE_RUNNING))
        last = i;
    }
  return last > 0 ? find_common (self, container, get_line (self, last)->span) : container;
}

/* The first line that the caption of a picture between @start and @end has; @none if there is none. */
static guint
find_caption (const Search *self, guint32 start, guint32 end, guint none)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const BayanHtmlBlock *block = &g_array_index (self->blocks, BayanHtmlBlock, i);

      if (block->caption && block->span.start >= start && block->span.end <= end)
        return bayan_page_lines_find (self->lines, block->span.start);
    }
  return none;
}

/* The date and the caption of the picture may stand above @first, the line of the title, with a few links between
 * them, but not with a menu. */
static guint
find_head (const Search *self, guint first, BayanDraftSpan common)
{
  guint32 title = get_line (self, first)->span.start;
  guint32 menu = MAX (bayan_html_menu_find (self->elements->links, title), common.start);
  guint found = first;

  for (guint i = first; i > 0 && first - i < HEAD_LINES && get_line (self, i - 1)->span.start >= menu; i--)
    if (get_line (self, i - 1)->link_bytes == 0 && !(get_line (self, i - 1)->flags & BAYAN_PAGE_LINE_OUT)
        && bayan_page_line_is_dated (get_line (self, i - 1), self->draft))
      found = i - 1;
  menu = MAX (bayan_html_menu_find (self->elements->links, title),
              get_line (self, first - MIN (first, HEAD_LINES))->span.start);
  return MIN (found, find_caption (self, menu, title, found));
}

/* The name of a site stands with its address. */
static gboolean
has_address (const Search *self, const BayanPageLine *line)
{
  const char *text = self->draft->text->text->str + line->span.start;
  gssize length = (gssize) (line->span.end - line->span.start);

  return g_strstr_len (text, length, "://") != NULL || g_strstr_len (text, length, "www.") != NULL;
}

/* Where the text begins whose title is line @title. A date may stand above the element that has both. */
static guint32
find_start (const Search *self, guint title, BayanDraftSpan container)
{
  BayanDraftSpan common = find_common (self, get_line (self, title)->span, container);
  guint first = title, n_kickers = 0;

  while (first > 0)
    {
      const BayanPageLine *line = get_line (self, first - 1);
      gboolean dated = bayan_page_line_is_dated (line, self->draft);

      if (line->link_bytes > 0 || line->n_words > KICKER_MAX_WORDS || has_address (self, line)
          || (line->flags & BAYAN_PAGE_LINE_OUT) != 0 || (line->span.start < common.start && !dated)
          || (!dated && ++n_kickers > KICKER_LINES))
        break;
      first--;
    }
  return get_line (self, find_head (self, first, common))->span.start;
}

/* Where a text begins of which the title is not known, below links and what is left out. */
static guint32
find_untitled_start (const Search *self, guint first)
{
  guint start = first;

  while (start > 0 && first - start < HEAD_LINES && get_line (self, start - 1)->link_bytes == 0
         && (get_line (self, start - 1)->flags & BAYAN_PAGE_LINE_OUT) == 0)
    start--;
  return get_line (self, start)->span.start;
}

/* Where a page does not say what its title is and the line above the text that leads to it does; G_MAXUINT if there
 * is none. */
static guint
find_linked_title (const Search *self, guint first, BayanDraftSpan container)
{
  BayanDraftSpan around = { 0, (guint32) self->draft->text->text->len };

  for (guint i = 0; i < self->blocks->len; i++)
    {
      BayanDraftSpan span = g_array_index (self->blocks, BayanHtmlBlock, i).span;

      if (span.start < container.start && span.end >= container.end)
        around = span;
    }
  for (guint i = first; i > 0 && first - i < HEAD_LINES && get_line (self, i - 1)->span.start >= around.start;
       i--)
    {
      const BayanPageLine *line = get_line (self, i - 1);

      if (line->link_bytes == line->span.end - line->span.start && line->n_words >= LINKED_TITLE_MIN_WORDS
          && (line->flags & BAYAN_PAGE_LINE_OUT) == 0)
        return i - 1;
    }
  return G_MAXUINT;
}

static guint
find_first_running (const Search *self, BayanDraftSpan container)
{
  guint i = bayan_page_lines_find (self->lines, container.start);

  while (!counts (get_line (self, i), BAYAN_PAGE_LINE_RUNNING))
    i++;
  return i;
}

static void
settle (const Search *self, BayanDraftSpan container, BayanHtmlArticle *article)
{
  guint title;

  container = add_last_part (self, container, &article->core);
  container.end = bayan_html_foot_find (self->draft, self->elements, self->lines, container);
  article->first_running = find_first_running (self, container);
  title = find_title (self, article->first_running);
  if (title == G_MAXUINT)
    title = find_linked_title (self, article->first_running, container);
  article->title = title != G_MAXUINT ? get_line (self, title)->span : (BayanDraftSpan) { 0, 0 };
  article->span = container;
  if (title != G_MAXUINT)
    article->span.start = find_start (self, title, container);
  else
    article->span.start = MIN (container.start, find_untitled_start (self, article->first_running));
  stretch_to_text (self, &article->span);
}

/* The line with most of what the page declares as its title, not with the site's name; G_MAXUINT if none has it. */
static guint
find_declared (const Search *self)
{
  guint found = G_MAXUINT, n_words = DECLARED_MIN_WORDS - 1;

  for (guint i = 0; i < self->lines->len; i++)
    if (!(get_line (self, i)->flags & BAYAN_PAGE_LINE_OUT) && get_line (self, i)->n_words > n_words
        && bayan_page_line_is_declared (get_line (self, i), self->draft, self->declared))
      {
        found = i;
        n_words = get_line (self, i)->n_words;
      }
  return found;
}

/* Running text that is not of the article says nothing about where that is. */
static void
set_strangers_apart (Search *self, const BayanHtmlBlocks *blocks, GArray *lines, BayanHtmlCore *core)
{
  guint declared = find_declared (self);

  bayan_html_cards_mark (self->draft, self->declared, blocks, lines, declared);
  if (!bayan_html_core_find (core, blocks, lines, declared))
    return;
  bayan_html_strangers_mark (core, self->draft, blocks, lines, find_title (self, core->first));
  add_up (self);
}

/**
 * bayan_html_article_find:
 * @lines: (element-type BayanPageLine): of @draft; those of text that is not of the article are marked
 *
 * The text of a page is where most of its running text is, in one element, with the title above it and what
 * stands between. Takes time linear in the number of elements, but for the logarithm of a binary search.
 *
 * Returns: FALSE if the page has too little running text to tell
 */
gboolean
bayan_html_article_find (BayanHtmlArticle *self, const BayanDraft *draft, const BayanHtmlBlocks *blocks,
                         GArray *lines)
{
  g_autofree guint32 *running = g_new (guint32, lines->len + 1);
  g_autofree char *declared =
      bayan_line_dup_words (draft->declared_title != NULL ? draft->declared_title : "", -1);
  Search search = { draft, blocks->blocks, blocks, lines, running, declared };

  add_up (&search);
  if (running[lines->len] < RUNNING_MIN_BYTES)
    return FALSE;
  set_strangers_apart (&search, blocks, lines, &self->core);
  settle (&search, find_container (&search, running[lines->len]), self);
  return TRUE;
}
