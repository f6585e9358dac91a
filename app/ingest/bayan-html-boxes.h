/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes among the text of a page that are none of it: teasers, buttons, appeals to the reader. Private to the room.
 */
#pragma once

#include "bayan-html-article.h"

G_BEGIN_DECLS

void bayan_html_boxes_find (const BayanDraft *draft, const BayanHtmlBlocks *blocks, const GArray *lines,
                            const BayanHtmlArticle *article, GArray *cuts);

G_END_DECLS
