/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-strangers.h"

#include <string.h>

#include "bayan-furniture-words.h"
#include "bayan-wording.h"

/* The text has at least this part of all running text. */
#define CORE_PERCENT 30u
#define CORE_MIN_BYTES 200u
/* A cell of a table that lays out the page has the text if it has this part of what all cells have, or, above the
 * title that the page declares, this part. */
#define CELL_PERCENT 50u
#define CELL_ABOVE_PERCENT 75u
/* So many links between a line and the title below it: the menu. */
#define MENU_LINKS 3u
/* A link of so many words leads to another text. Two of them below a text are its end. */
#define TEASER_MIN_WORDS 4u
#define LINK_PERCENT 50u

/* The innermost element in which the line is not alone; BAYAN_HTML_NO_BLOCK if there is none. @shape is that of the
 * outermost one in which it is. */
static guint
find_holder (const BayanHtmlBlocks *blocks, const GArray *lines, guint line, guint block, guint *shape)
{
  guint32 before = line > 0 ? g_array_index (lines, BayanPageLine, line - 1).span.end : 0;
  guint32 behind = line + 1 < lines->len ? g_array_index (lines, BayanPageLine, line + 1).span.start
                                         : G_MAXUINT32;

  while (block != BAYAN_HTML_NO_BLOCK)
    {
      const BayanHtmlBlock *around = &g_array_index (blocks->blocks, BayanHtmlBlock, block);

      if ((line > 0 && around->span.start < before) || around->span.end > behind)
        break;
      *shape = around->shape;
      block = around->parent;
    }
  return block;
}

static guint
shape_of (const BayanHtmlBlocks *blocks, guint block)
{
  const BayanHtmlBlock *found;

  if (block == BAYAN_HTML_NO_BLOCK)
    return 0;
  found = &g_array_index (blocks->blocks, BayanHtmlBlock, block);
  return found->shape * 31
         + (found->parent != BAYAN_HTML_NO_BLOCK
                ? g_array_index (blocks->blocks, BayanHtmlBlock, found->parent).shape
                : 0);
}

/* Gives each line its shapes. */
static void
find_shapes (const BayanHtmlBlocks *blocks, GArray *lines)
{
  guint inner = BAYAN_HTML_NO_BLOCK;

  for (guint i = 0, next = 0; i < lines->len; i++)
    {
      BayanPageLine *line = &g_array_index (lines, BayanPageLine, i);
      BayanDraftSpan span = line->span;

      while (next < blocks->blocks->len
             && g_array_index (blocks->blocks, BayanHtmlBlock, next).span.start <= span.start)
        inner = next++;
      while (inner != BAYAN_HTML_NO_BLOCK
             && g_array_index (blocks->blocks, BayanHtmlBlock, inner).span.end < span.end)
        inner = g_array_index (blocks->blocks, BayanHtmlBlock, inner).parent;
      line->shape = 0;
      line->holder = find_holder (blocks, lines, i, inner, &line->shape);
      line->around = shape_of (blocks, line->holder);
    }
}

static gboolean
is_running (const BayanPageLine *line)
{
  return (line->flags & (BAYAN_PAGE_LINE_RUNNING | BAYAN_PAGE_LINE_OUT | BAYAN_PAGE_LINE_CARD))
         == BAYAN_PAGE_LINE_RUNNING;
}

/* The shape of which there is most running text; @most is how much. */
static guint
find_main_shape (const GArray *lines, guint32 *most)
{
  g_autoptr (GHashTable) sums = g_hash_table_new (NULL, NULL);
  guint best = 0;

  *most = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const BayanPageLine *line = &g_array_index (lines, BayanPageLine, i);
      guint sum;

      if (!is_running (line))
        continue;
      sum = GPOINTER_TO_UINT (g_hash_table_lookup (sums, GUINT_TO_POINTER (line->around)))
            + (line->span.end - line->span.start);
      g_hash_table_insert (sums, GUINT_TO_POINTER (line->around), GUINT_TO_POINTER (sum));
      if (sum > *most)
        {
          *most = sum;
          best = line->around;
        }
    }
  return best;
}

/* How much running text there is of the shape @around in the cell @holder of a table: 0 if it is no such cell. */
static guint32
add_to_cell (GHashTable *sums, const BayanHtmlBlocks *blocks, const BayanPageLine *line, guint around)
{
  guint32 sum;

  if (!is_running (line) || line->around != around || line->holder == BAYAN_HTML_NO_BLOCK
      || g_array_index (blocks->blocks, BayanHtmlBlock, line->holder).shape != bayan_html_shape ("td", NULL))
    return 0;
  sum = GPOINTER_TO_UINT (g_hash_table_lookup (sums, GUINT_TO_POINTER (line->holder)))
        + (line->span.end - line->span.start);
  g_hash_table_insert (sums, GUINT_TO_POINTER (line->holder), GUINT_TO_POINTER (sum));
  return sum;
}

/* Where a table lays out the page its cells are all alike: the one with most of the running text of the shape
 * @around, which has @most, or else the first with some below @title; BAYAN_HTML_NO_BLOCK if that is not in cells. */
static guint
find_main_cell (const BayanHtmlBlocks *blocks, const GArray *lines, guint around, guint32 most, guint title)
{
  g_autoptr (GHashTable) sums = g_hash_table_new (NULL, NULL);
  guint below = BAYAN_HTML_NO_BLOCK;

  for (guint i = 0; i < lines->len; i++)
    {
      const BayanPageLine *line = &g_array_index (lines, BayanPageLine, i);
      guint32 sum = add_to_cell (sums, blocks, line, around);
      guint percent = title == G_MAXUINT || i > title ? CELL_PERCENT : CELL_ABOVE_PERCENT;

      if (sum > 0 && (guint64) sum * 100 >= (guint64) most * percent)
        return line->holder;
      if (below == BAYAN_HTML_NO_BLOCK && i > title && sum >= CORE_MIN_BYTES)
        below = line->holder;
    }
  return below;
}

static guint32
count_running (const GArray *lines)
{
  guint32 sum = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const BayanPageLine *line = &g_array_index (lines, BayanPageLine, i);

      if ((line->flags & (BAYAN_PAGE_LINE_RUNNING | BAYAN_PAGE_LINE_OUT)) == BAYAN_PAGE_LINE_RUNNING)
        sum += line->span.end - line->span.start;
    }
  return sum;
}

/**
 * bayan_html_core_find:
 * @lines: (element-type BayanPageLine):
 * @title: the line with what the page declares as its title; G_MAXUINT if none has that
 *
 * The paragraphs of a text are in elements of one kind, or in one cell of a table.
 *
 * Returns: FALSE if no kind of element has a good part of the running text of a page
 */
gboolean
bayan_html_core_find (BayanHtmlCore *self, const BayanHtmlBlocks *blocks, GArray *lines, guint title)
{
  guint32 most;
  guint cell;

  find_shapes (blocks, lines);
  *self = (BayanHtmlCore) { .around = find_main_shape (lines, &most) };
  if (most < CORE_MIN_BYTES || (guint64) most * 100 < (guint64) count_running (lines) * CORE_PERCENT)
    return FALSE;
  self->first = lines->len;
  cell = find_main_cell (blocks, lines, self->around, most, title);
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, BayanPageLine, i).around == self->around
        && (cell == BAYAN_HTML_NO_BLOCK || g_array_index (lines, BayanPageLine, i).holder == cell)
        && is_running (&g_array_index (lines, BayanPageLine, i)))
      {
        if (i < self->first)
          self->shape = g_array_index (lines, BayanPageLine, i).shape;
        self->first = MIN (self->first, i);
        self->last = i;
      }
  return TRUE;
}

/**
 * bayan_html_menu_find:
 * @links: (element-type BayanDraftSpan):
 *
 * Returns: where the last few links above @position begin: a menu, as a rule; 0 if there are not so many
 */
guint32
bayan_html_menu_find (const GArray *links, guint32 position)
{
  guint n_links = 0;

  for (guint i = links->len; i > 0; i--)
    {
      guint32 start = g_array_index (links, BayanDraftSpan, i - 1).start;

      n_links += start < position;
      if (n_links == MENU_LINKS)
        return start;
    }
  return 0;
}

/**
 * bayan_html_count_end_marks:
 *
 * Returns: how much @line says that the text above it is over
 */
guint
bayan_html_count_end_marks (const BayanDraft *draft, const BayanPageLine *line)
{
  g_auto (BayanLineView) view = { NULL };
  const BayanWording *wording;

  bayan_line_view_init (&view, draft, line->span);
  if ((guint64) line->link_bytes * 100 >= (guint64) (line->span.end - line->span.start) * LINK_PERCENT)
    return line->n_words >= TEASER_MIN_WORDS
           && !bayan_furniture_words_make (BAYAN_FURNITURE_SHARING, view.words);
  wording = bayan_wording_find (&view);
  if (wording == NULL)
    return 0;
  return strcmp (wording->kind, "related-article") == 0 || strcmp (wording->rule, "clean/comments") == 0
                 || strcmp (wording->rule, "clean/copyright") == 0
             ? BAYAN_HTML_END_MARKS
             : 0;
}

static void
mark (BayanPageLine *line)
{
  if (line->flags & BAYAN_PAGE_LINE_RUNNING)
    line->flags |= BAYAN_PAGE_LINE_STRANGER | BAYAN_PAGE_LINE_OUT;
}

/* What is said about the writer below the text. */
static void
mark_lives (const BayanHtmlCore *core, const BayanHtmlBlocks *blocks, GArray *lines)
{
  guint32 end = g_array_index (lines, BayanPageLine, core->last).span.end;

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const BayanHtmlBlock *block = &g_array_index (blocks->blocks, BayanHtmlBlock, i);

      if (!block->writer || block->span.start < end)
        continue;
      end = block->span.end;
      for (guint line = bayan_page_lines_find (lines, block->span.start);
           line < lines->len && g_array_index (lines, BayanPageLine, line).span.start < end; line++)
        mark (&g_array_index (lines, BayanPageLine, line));
    }
}

/**
 * bayan_html_strangers_mark:
 * @lines: (element-type BayanPageLine): those of running text that are not of the article are marked
 * @title: the line that is the title; G_MAXUINT if that is not known
 *
 * What stands above the menu, and what stands below teasers in elements of another kind than the text, and not in
 * the one that has all of that: its parts need not be alike.
 */
void
bayan_html_strangers_mark (const BayanHtmlCore *core, const BayanDraft *draft, const BayanHtmlBlocks *blocks,
                           GArray *lines, guint title)
{
  guint32 menu = title < core->first ? bayan_html_menu_find (
                     blocks->links, g_array_index (lines, BayanPageLine, title).span.start)
                                     : 0;
  BayanDraftSpan text = { g_array_index (lines, BayanPageLine, core->first).span.start,
                          g_array_index (lines, BayanPageLine, core->last).span.end };
  guint32 end = bayan_html_blocks_find_around (blocks, text, draft->text->text->len).end;
  guint n_marks = 0;

  for (guint i = 0; i < lines->len && g_array_index (lines, BayanPageLine, i).span.end <= menu; i++)
    mark (&g_array_index (lines, BayanPageLine, i));
  mark_lives (core, blocks, lines);
  for (guint i = core->last + 1; i < lines->len; i++)
    {
      BayanPageLine *line = &g_array_index (lines, BayanPageLine, i);

      if (line->span.start >= end && (n_marks >= BAYAN_HTML_END_MARKS || line->flags & BAYAN_PAGE_LINE_CARD))
        mark (line);
      n_marks += n_marks < BAYAN_HTML_END_MARKS ? bayan_html_count_end_marks (draft, line) : 0;
    }
}
