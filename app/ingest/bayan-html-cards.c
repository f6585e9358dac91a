/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-cards.h"

#include <string.h>

#include "bayan-wording.h"

/* A teaser: its headline, a lead, who wrote it and when. */
#define MAX_LINES 12u
#define MAX_WORDS 90u
#define LEAD_MAX_WORDS 60u
#define MAX_LEADS 2u
#define HEADLINE_MIN_WORDS 3u
#define LINK_PERCENT 80u
#define MIN_CARDS 2u

#define NONE G_MAXUINT

typedef struct {
  const BayanDraft *draft;
  const char *declared; /* the words of the title */
  guint title;          /* the line that has it, or G_MAXUINT */
  const GArray *blocks; /* of BayanHtmlBlock */
  GArray *lines;        /* of BayanPageLine */
  GArray *cards;        /* of Card: one for each block */
} Search;

/* An element as one of several side by side. */
typedef struct {
  guint last_card;  /* the last of the cards in it that begins so far, or NONE */
  guint before;     /* the card before it in its list, or NONE */
  guint n_cards;    /* how many there are up to it; 0 if it is none */
  guint first, end; /* its lines */
  guint headline;   /* which of them */
} Card;

static BayanPageLine *
get_line (const Search *self, guint index)
{
  return &g_array_index (self->lines, BayanPageLine, index);
}

static gboolean
is_link (const BayanPageLine *line)
{
  return (guint64) line->link_bytes * 100 >= (guint64) (line->span.end - line->span.start) * LINK_PERCENT;
}

/* "Read more" below a headline that is no link itself. */
static gboolean
is_more (const BayanDraft *draft, const BayanPageLine *line)
{
  g_auto (BayanLineView) view = { NULL };
  const BayanWording *wording;

  bayan_line_view_init (&view, draft, line->span);
  wording = bayan_wording_find (&view);
  return wording != NULL && strcmp (wording->rule, "clean/read-more") == 0;
}

/* Returns whether @block has what a teaser has, and nothing else. The article is no teaser of itself. */
static gboolean
read_card (Card *card, const Search *self, const BayanHtmlBlock *block)
{
  guint n_words = 0, n_leads = 0;

  card->first = card->end = bayan_page_lines_find (self->lines, block->span.start);
  card->headline = NONE;
  if (block->link_bytes == 0)
    return FALSE;
  for (; card->end < self->lines->len && get_line (self, card->end)->span.start < block->span.end;
       card->end++)
    {
      const BayanPageLine *line = get_line (self, card->end);

      n_words += line->n_words;
      n_leads += (line->flags & BAYAN_PAGE_LINE_RUNNING) != 0;
      if (card->end - card->first >= MAX_LINES || n_words > MAX_WORDS || n_leads > MAX_LEADS
          || (line->flags & BAYAN_PAGE_LINE_RUNNING && line->n_words > LEAD_MAX_WORDS))
        return FALSE;
      if (card->headline == NONE && is_link (line)
          && (line->n_words >= HEADLINE_MIN_WORDS
              || (card->end > card->first && is_more (self->draft, line))))
        card->headline = line->n_words >= HEADLINE_MIN_WORDS ? card->end : card->first;
    }
  return card->headline != NONE && (self->title < card->first || self->title >= card->end)
         && !bayan_page_line_is_declared (get_line (self, card->headline), self->draft, self->declared);
}

/* Buttons say the same below each part of a text. */
static gboolean
says_other (const Search *self, const Card *a, const Card *b)
{
  BayanDraftSpan first = get_line (self, a->headline)->span, second = get_line (self, b->headline)->span;
  const char *text = self->draft->text->text->str;

  return first.end - first.start != second.end - second.start
         || memcmp (text + first.start, text + second.start, first.end - first.start) != 0;
}

/* Finds out whether block @index is a card, and of which list. */
static void
place (Search *self, guint index)
{
  const BayanHtmlBlock *block = &g_array_index (self->blocks, BayanHtmlBlock, index);
  Card *card = &g_array_index (self->cards, Card, index);
  guint *last, before;

  *card = (Card) { .last_card = NONE, .before = NONE };
  if (block->parent == BAYAN_HTML_NO_BLOCK || !read_card (card, self, block))
    return;
  last = &g_array_index (self->cards, Card, block->parent).last_card;
  before = *last;
  *last = index;
  card->n_cards = 1;
  if (before == NONE || g_array_index (self->blocks, BayanHtmlBlock, before).shape != block->shape
      || !says_other (self, &g_array_index (self->cards, Card, before), card))
    return;
  card->before = before;
  card->n_cards = g_array_index (self->cards, Card, before).n_cards + 1;
}

static void
mark (Search *self, const Card *card)
{
  for (guint i = card->first; i < card->end; i++)
    get_line (self, i)->flags |= BAYAN_PAGE_LINE_CARD;
}

/**
 * bayan_html_cards_mark:
 * @declared: the words of what the page declares as its title
 * @lines: (element-type BayanPageLine): those of lists of teasers are marked
 * @title: the line that has most of it; G_MAXUINT if none has it
 *
 * Takes time linear in the number of elements, but for the logarithm of a binary search.
 */
void
bayan_html_cards_mark (const BayanDraft *draft, const char *declared, const BayanHtmlBlocks *blocks,
                       GArray *lines, guint title)
{
  g_autoptr (GArray) cards = g_array_sized_new (FALSE, FALSE, sizeof (Card), blocks->blocks->len);
  Search search = { draft, declared, title, blocks->blocks, lines, cards };

  g_array_set_size (cards, blocks->blocks->len);
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const Card *card = &g_array_index (cards, Card, i);

      place (&search, i);
      if (card->n_cards >= MIN_CARDS)
        mark (&search, card);
      if (card->n_cards == MIN_CARDS)
        mark (&search, &g_array_index (cards, Card, card->before));
    }
}
