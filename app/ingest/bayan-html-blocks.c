/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-blocks.h"

#include <string.h>

#include "bayan-date-line.h"
#include "bayan-lines.h"

/* In words: what running text has at least. */
#define STRONG_WORDS 30u
#define STRONG_SENTENCES_WORDS 15u
#define RUNNING_WORDS 20u
#define RUNNING_SENTENCE_WORDS 8u
#define TEXT_LINK_PERCENT 40u
#define DATED_MAX_WORDS 16u
#define DATED_MAX_OTHERS 6u
#define TITLE_MIN_WORDS 3u
#define TITLE_MAX_WORDS 40u

BayanHtmlBlocks *
bayan_html_blocks_new (void)
{
  BayanHtmlBlocks *self = g_new0 (BayanHtmlBlocks, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (BayanHtmlBlock));
  self->links = g_array_new (FALSE, FALSE, sizeof (BayanDraftSpan));
  self->current = BAYAN_HTML_NO_BLOCK;
  return self;
}

void
bayan_html_blocks_free (BayanHtmlBlocks *self)
{
  g_array_unref (self->blocks);
  g_array_unref (self->links);
  g_free (self);
}

/**
 * bayan_html_shape:
 * @name: of an element
 * @classes: (nullable): the value of its class attribute
 *
 * Themes number the items of a list, or add words to the class of every other one: the beginning says what it is.
 *
 * Returns: what elements of the same kind have in common
 */
guint
bayan_html_shape (const char *name, const char *classes)
{
  guint shape = g_str_hash (name);

  for (const char *at = classes;
       at != NULL && *at != '\0' && !g_ascii_isspace (*at) && !g_ascii_isdigit (*at); at++)
    shape = shape * 33 + (guchar) *at;
  return shape;
}

guint
bayan_html_blocks_begin (BayanHtmlBlocks *self, gsize position, gboolean told, guint shape)
{
  BayanHtmlBlock block = {
    .span = { (guint32) position, (guint32) position }, .told = told, .parent = self->current, .shape = shape
  };

  g_array_append_val (self->blocks, block);
  self->current = self->blocks->len - 1;
  return self->current;
}

/* An element without text is as if it had not been. */
void
bayan_html_blocks_end (BayanHtmlBlocks *self, guint block, gsize position, guint32 link_bytes)
{
  BayanHtmlBlock *ended = &g_array_index (self->blocks, BayanHtmlBlock, block);

  ended->span.end = (guint32) position;
  ended->link_bytes = link_bytes;
  self->current = ended->parent;
  if (ended->span.start == ended->span.end && block + 1 == self->blocks->len)
    g_array_set_size (self->blocks, block);
}

void
bayan_html_blocks_add_link (BayanHtmlBlocks *self, gsize start, gsize end)
{
  BayanDraftSpan span = { (guint32) start, (guint32) end };

  if (start < end)
    g_array_append_val (self->links, span);
}

/**
 * bayan_html_blocks_find_around:
 * @end: of the page
 *
 * Returns: the innermost element that @span is in, or the page
 */
BayanDraftSpan
bayan_html_blocks_find_around (const BayanHtmlBlocks *self, BayanDraftSpan span, gsize end)
{
  BayanDraftSpan best = { 0, (guint32) end };

  for (guint i = 0; i < self->blocks->len; i++)
    {
      BayanDraftSpan around = g_array_index (self->blocks, BayanHtmlBlock, i).span;

      if (around.start <= span.start && around.end >= span.end)
        best = around;
    }
  return best;
}

/* How many bytes of @span are in links; @next is the first link that may still matter. */
static guint32
count_link_bytes (const GArray *links, guint *next, BayanDraftSpan span)
{
  guint32 count = 0;

  while (*next < links->len && g_array_index (links, BayanDraftSpan, *next).end <= span.start)
    (*next)++;
  for (guint i = *next; i < links->len; i++)
    {
      BayanDraftSpan link = g_array_index (links, BayanDraftSpan, i);

      if (link.start >= span.end)
        break;
      count += MIN (link.end, span.end) - MAX (link.start, span.start);
    }
  return count;
}

static gboolean
is_sentence_end (const char *at, const char *end)
{
  if (*at == '.' || *at == '!' || *at == '?')
    return at + 1 == end || g_ascii_isspace (at[1]);
  return (guchar) *at == 0xD8 && end - at >= 2 && (guchar) at[1] == 0x9F;
}

/* Counts words by their spaces: close enough, and cheap. */
static void
measure (BayanPageLine *line, const char *text)
{
  const char *end = text + line->span.end;
  guint n_sentences = 0;

  line->n_words = 1;
  for (const char *at = text + line->span.start; at < end; at++)
    if (*at == ' ' || *at == '\t')
      line->n_words++;
    else if (is_sentence_end (at, end))
      n_sentences++;
  if (bayan_line_ends_sentence (text + line->span.start, line->span.end - line->span.start))
    line->flags |= BAYAN_PAGE_LINE_SENTENCE;
  if (end[-1] == ':')
    line->flags |= BAYAN_PAGE_LINE_COLON;
  if ((guint64) line->link_bytes * 100 > (guint64) (line->span.end - line->span.start) * TEXT_LINK_PERCENT)
    return;
  if (line->n_words >= STRONG_WORDS || (line->n_words >= STRONG_SENTENCES_WORDS && n_sentences >= 2))
    line->flags |= BAYAN_PAGE_LINE_STRONG | BAYAN_PAGE_LINE_RUNNING;
  else if (line->n_words >= RUNNING_WORDS
           || (line->n_words >= RUNNING_SENTENCE_WORDS && (line->flags & BAYAN_PAGE_LINE_SENTENCE) != 0))
    line->flags |= BAYAN_PAGE_LINE_RUNNING;
}

static void
add_line (GArray *self, const BayanDraft *draft, const BayanHtmlBlocks *blocks, BayanDraftSpan span,
          guint *next)
{
  BayanPageLine line = { bayan_draft_trim (draft, span) };

  if (line.span.start == line.span.end)
    return;
  line.link_bytes = count_link_bytes (blocks->links, next, line.span);
  measure (&line, draft->text->text->str);
  g_array_append_val (self, line);
}

/**
 * bayan_page_lines_new:
 *
 * Returns: (transfer full) (element-type BayanPageLine): the lines of @draft that are not empty. Of a row of a
 * table each cell is one: pages are laid out with tables.
 */
GArray *
bayan_page_lines_new (const BayanDraft *draft, const BayanHtmlBlocks *blocks)
{
  g_autoptr (GArray) lines = bayan_lines_new (draft);
  GArray *self = g_array_sized_new (FALSE, TRUE, sizeof (BayanPageLine), lines->len);
  guint next = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      BayanDraftSpan rest = g_array_index (lines, BayanLine, i).span;

      while (rest.start < rest.end)
        {
          const char *text = draft->text->text->str,
                     *tab = memchr (text + rest.start, '\t', rest.end - rest.start);
          guint32 end = tab != NULL ? (guint32) (tab - text) : rest.end;

          add_line (self, draft, blocks, (BayanDraftSpan) { rest.start, end }, &next);
          rest.start = MIN (end + 1, rest.end);
        }
    }
  return self;
}

/**
 * bayan_page_lines_find:
 *
 * Returns: the index of the first line that begins at @position or behind it
 */
guint
bayan_page_lines_find (const GArray *lines, guint32 position)
{
  guint low = 0, high = lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (lines, BayanPageLine, middle).span.start < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * bayan_page_line_is_dated:
 *
 * Returns: whether the line is a date, or a time, and little else, as the lines around a title are
 */
gboolean
bayan_page_line_is_dated (const BayanPageLine *self, const BayanDraft *draft)
{
  BayanDateLine dates;

  if (self->n_words > DATED_MAX_WORDS)
    return FALSE;
  bayan_date_line_read (&dates, draft->text->text->str + self->span.start, self->span.end - self->span.start);
  return (dates.n_dates > 0 && dates.n_others <= DATED_MAX_OTHERS)
         || (dates.n_times > 0 && dates.n_others == 0);
}

/**
 * bayan_page_line_is_declared:
 * @declared: the words of what the page declares as its title
 *
 * Returns: whether the words of the line are in @declared
 */
gboolean
bayan_page_line_is_declared (const BayanPageLine *self, const BayanDraft *draft, const char *declared)
{
  g_auto (BayanLineView) view = { NULL };
  const char *found;

  if (self->n_words > TITLE_MAX_WORDS || *declared == '\0')
    return FALSE;
  bayan_line_view_init (&view, draft, self->span);
  if (view.n_words < TITLE_MIN_WORDS || (found = strstr (declared, view.words)) == NULL)
    return FALSE;
  return (found == declared || found[-1] == ' ') && strchr (" ", found[strlen (view.words)]) != NULL;
}
