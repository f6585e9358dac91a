/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the notice about cookies that web pages leave in a text. Private to the room. */
#pragma once

#include "bayan-lines.h"

G_BEGIN_DECLS

gboolean bayan_cookie_notice_is_possible (const BayanDraft *draft);
gboolean bayan_cookie_notice_find (const BayanDraft *draft, BayanDraftSpan line, const BayanLineView *close,
                                   BayanDraftSpan *notice);

G_END_DECLS
