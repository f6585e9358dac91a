/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements of a page as they lie in its draft: what is nested in what, and how much of each is links. Private
 * to the room. */
#pragma once

#include "bayan-draft.h"

G_BEGIN_DECLS

typedef struct {
  BayanDraftSpan span;
  guint32 link_bytes; /* how much of it is in links */
  gboolean told;      /* its class says that it is a date or the name of a writer */
  gboolean writer;    /* it says something about the writer */
  gboolean section;   /* its class says that it names a section of the site */
  gboolean counter;   /* its class says that it counts readers */
  gboolean item;      /* of a list */
  gboolean caption;   /* it says what is to be seen in a picture */
  guint parent;       /* the index of the block around it, or BAYAN_HTML_NO_BLOCK */
  guint shape;        /* the same for elements of one name whose first class is the same, but for a number */
} BayanHtmlBlock;

#define BAYAN_HTML_NO_BLOCK G_MAXUINT

typedef struct {
  GArray *blocks; /* of BayanHtmlBlock: in the order in which they begin, an outer one before those in it */
  GArray *links;  /* of BayanDraftSpan: in order, none in another */
  guint current;  /* the innermost block that has not ended, or BAYAN_HTML_NO_BLOCK */
} BayanHtmlBlocks;

BayanHtmlBlocks *bayan_html_blocks_new (void);
void bayan_html_blocks_free (BayanHtmlBlocks *self);
BayanDraftSpan bayan_html_blocks_find_around (const BayanHtmlBlocks *self, BayanDraftSpan span, gsize end);
guint bayan_html_shape (const char *name, const char *classes);
guint bayan_html_blocks_begin (BayanHtmlBlocks *self, gsize position, gboolean told, guint shape);
void bayan_html_blocks_end (BayanHtmlBlocks *self, guint block, gsize position, guint32 link_bytes);
void bayan_html_blocks_add_link (BayanHtmlBlocks *self, gsize start, gsize end);

/* A line of a page as it is judged. */
typedef enum {
  BAYAN_PAGE_LINE_RUNNING = 1 << 0,  /* running text */
  BAYAN_PAGE_LINE_STRONG = 1 << 1,   /* so much of it that it is hardly anything else */
  BAYAN_PAGE_LINE_OUT = 1 << 2,      /* in a zone that is left out, or beside the content */
  BAYAN_PAGE_LINE_SENTENCE = 1 << 3, /* ends as a sentence does */
  BAYAN_PAGE_LINE_COLON = 1 << 4,    /* ends with a colon */
  BAYAN_PAGE_LINE_CARD = 1 << 5,     /* in a list of teasers */
  BAYAN_PAGE_LINE_STRANGER = 1 << 6, /* running text, but not of the article */
} BayanPageLineFlags;

typedef struct {
  BayanDraftSpan span;
  guint32 link_bytes;
  guint32 n_words;
  guint flags;
  guint holder;        /* the innermost element in which it is not alone, or BAYAN_HTML_NO_BLOCK */
  guint shape, around; /* of the element that is this line, and of the one of whose paragraphs it is one */
} BayanPageLine;

GArray *bayan_page_lines_new (const BayanDraft *draft, const BayanHtmlBlocks *blocks);
guint bayan_page_lines_find (const GArray *lines, guint32 position);
gboolean bayan_page_line_is_dated (const BayanPageLine *self, const BayanDraft *draft);
gboolean bayan_page_line_is_declared (const BayanPageLine *self, const BayanDraft *draft,
                                      const char *declared);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanHtmlBlocks, bayan_html_blocks_free)

G_END_DECLS
