/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running text on a page that is not of its article: leads of teasers, a writer's life, comments, what a site says
 * about itself. Private to the room. */
#pragma once

#include "bayan-html-blocks.h"

G_BEGIN_DECLS

typedef struct {
  guint first, last;   /* lines of the text */
  guint shape, around; /* of the first of them */
} BayanHtmlCore;

/* So many say that a text is over. */
#define BAYAN_HTML_END_MARKS 2u

guint bayan_html_count_end_marks (const BayanDraft *draft, const BayanPageLine *line);
guint32 bayan_html_menu_find (const GArray *links, guint32 position);
gboolean bayan_html_core_find (BayanHtmlCore *self, const BayanHtmlBlocks *blocks, GArray *lines,
                               guint title);
void bayan_html_strangers_mark (const BayanHtmlCore *core, const BayanDraft *draft,
                                const BayanHtmlBlocks *blocks, GArray *lines, guint title);

G_END_DECLS
