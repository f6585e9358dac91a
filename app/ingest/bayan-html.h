/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web page → a draft: its text in lines and paragraphs, what stands around it marked as cuts. Private to
 * the room. */
#pragma once

#include "bayan-draft.h"

G_BEGIN_DECLS

BayanDraft *bayan_html_read (const BayanMappedText *source, gboolean document, GCancellable *cancellable,
                             GError **error);

G_END_DECLS
