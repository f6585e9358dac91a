/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to the text of a page and stands below the element that has its paragraphs. Private to the room. */
#pragma once

#include "bayan-html-blocks.h"

G_BEGIN_DECLS

guint32 bayan_html_foot_find (const BayanDraft *draft, const BayanHtmlBlocks *blocks, const GArray *lines,
                              BayanDraftSpan text);

G_END_DECLS
