/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of teasers on a page, whatever they are called: elements side by side that each lead to another text.
 * Private to the room. */
#pragma once

#include "bayan-html-blocks.h"

G_BEGIN_DECLS

void bayan_html_cards_mark (const BayanDraft *draft, const char *declared, const BayanHtmlBlocks *blocks,
                            GArray *lines, guint title);

G_END_DECLS
