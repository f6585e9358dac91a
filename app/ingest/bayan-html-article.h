/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a page its text is, whatever the page says of it: where running text is dense and links are few.
 * Private to the room. */
#pragma once

#include "bayan-html-strangers.h"

G_BEGIN_DECLS

typedef struct {
  BayanDraftSpan span;  /* with the title above it */
  BayanDraftSpan title; /* empty if none was found */
  guint first_running;  /* its first line of running text */
  BayanHtmlCore core;   /* its paragraphs; all 0 if they are of no one kind */
} BayanHtmlArticle;

gboolean bayan_html_article_find (BayanHtmlArticle *self, const BayanDraft *draft,
                                  const BayanHtmlBlocks *blocks, GArray *lines);

G_END_DECLS
