/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-foot.h"

#include <string.h>

#include "bayan-appeal.h"
#include "bayan-headline.h"
#include "bayan-wording.h"

/* So many elements below a text may belong to it. */
#define MAX_PARTS 5u
/* A byline or date. */
#define TOLD_MAX_WORDS 12u
/* A list, and the heading over it. */
#define LIST_MIN_ITEMS 2u
#define HEADING_MAX_WORDS 8u

typedef struct {
  const BayanDraft *draft;
  const GArray *blocks; /* of BayanHtmlBlock */
  const GArray *lines;  /* of BayanPageLine */
} Search;

/* An element below the text. */
typedef struct {
  BayanDraftSpan span;
  guint n_lines, n_words, n_items; /* how many of a list */
  gboolean goes_on;                /* it leads nowhere, and says nothing that is said around texts */
} Part;

static const BayanPageLine *
get_line (const Search *self, guint index)
{
  return &g_array_index (self->lines, BayanPageLine, index);
}

/* Whether line @index is the caption of a picture, or says who wrote the text or when. */
static gboolean
is_told (const Search *self, guint index)
{
  const BayanPageLine *line = get_line (self, index);
  g_auto (BayanLineView) view = { NULL };

  if (line->link_bytes > 0 || line->flags & BAYAN_PAGE_LINE_OUT)
    return FALSE;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const BayanHtmlBlock *block = &g_array_index (self->blocks, BayanHtmlBlock, i);

      if (block->span.start <= line->span.start && block->span.end >= line->span.end && block->link_bytes == 0
          && (block->caption || (block->told && line->n_words <= TOLD_MAX_WORDS)))
        return TRUE;
    }
  bayan_line_view_init (&view, self->draft, line->span);
  return line->n_words <= TOLD_MAX_WORDS && bayan_headline_is_about (&view);
}

static gboolean
may_go_on (const Search *self, const BayanPageLine *line)
{
  g_auto (BayanLineView) view = { NULL };

  if (line->link_bytes > 0 || line->flags & BAYAN_PAGE_LINE_OUT)
    return FALSE;
  bayan_line_view_init (&view, self->draft, line->span);
  return bayan_wording_find (&view) == NULL && bayan_appeal_count (view.words) == 0
         && strchr (view.folded, '@') == NULL;
}

/* Reads the outermost element below @above that line @index is in, or that line if it is in none. */
static void
read_part (Part *part, const Search *self, guint32 above, guint index)
{
  gboolean found = FALSE;

  *part = (Part) { get_line (self, index)->span, .goes_on = TRUE };
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const BayanHtmlBlock *block = &g_array_index (self->blocks, BayanHtmlBlock, i);

      if (!found && block->span.start >= above && block->span.start <= part->span.start
          && block->span.end >= part->span.end)
        {
          part->span = block->span;
          found = TRUE;
        }
      part->n_items += found && block->item && block->span.start >= part->span.start
                       && block->span.end <= part->span.end && block->span.start < block->span.end;
    }
  for (guint i = index; i < self->lines->len && get_line (self, i)->span.start < part->span.end; i++)
    {
      part->n_lines++;
      part->n_words += get_line (self, i)->n_words;
      part->goes_on &= may_go_on (self, get_line (self, i));
    }
}

static gboolean
is_list (const Part *part)
{
  return part->goes_on && part->n_items >= LIST_MIN_ITEMS;
}

/* The innermost element that has @span and something else; empty if that is the page. */
static BayanDraftSpan
find_around (const Search *self, BayanDraftSpan span)
{
  BayanDraftSpan best = { 0, 0 };

  for (guint i = 0; i < self->blocks->len; i++)
    {
      BayanDraftSpan block = bayan_draft_trim (self->draft,
                                               g_array_index (self->blocks, BayanHtmlBlock, i).span);

      if (block.start <= span.start && block.end >= span.end
          && (block.start < span.start || block.end > span.end))
        best = block;
    }
  return best;
}

/* Where the list ends that begins at line @index, its heading first if that stands apart; 0 if there is none. What is
 * @behind_list may be a line as well: it signs the text. */
static guint32
find_list_end (const Search *self, guint32 above, guint index, gboolean behind_list)
{
  Part part, behind;

  read_part (&part, self, above, index);
  if (is_list (&part) || (behind_list && part.goes_on && part.n_lines == 1))
    return part.span.end;
  if (!part.goes_on || part.n_lines != 1 || part.n_words > HEADING_MAX_WORDS || index + 1 >= self->lines->len)
    return 0;
  read_part (&behind, self, part.span.end, index + 1);
  return is_list (&behind) ? behind.span.end : 0;
}

/**
 * bayan_html_foot_find:
 * @lines: (element-type BayanPageLine):
 * @text: the element with the paragraphs
 *
 * Right below the text a caption, a byline and a date belong to it. So do a list with its heading, if no link leads
 * away from it, and the line that signs it, in the element around the text. Takes time linear in the number of
 * elements.
 *
 * Returns: where the text ends with all of that
 */
guint32
bayan_html_foot_find (const BayanDraft *draft, const BayanHtmlBlocks *blocks, const GArray *lines,
                      BayanDraftSpan text)
{
  Search search = { draft, blocks->blocks, lines };
  BayanDraftSpan around = find_around (&search, text);
  gboolean behind_list = FALSE;

  for (guint n = 0; n < MAX_PARTS; n++)
    {
      guint next = bayan_page_lines_find (lines, text.end);
      guint32 end = 0;

      if (next == lines->len)
        break;
      if (is_told (&search, next))
        end = get_line (&search, next)->span.end;
      else if (get_line (&search, next)->span.end <= around.end)
        {
          end = find_list_end (&search, text.end, next, behind_list);
          behind_list = TRUE;
        }
      if (end == 0 || end > MAX (around.end, get_line (&search, next)->span.end))
        break;
      text.end = end;
    }
  return text.end;
}
