/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a web page says of itself beside its text: OpenGraph, Dublin Core, schema.org, links. Private to
 * the room. */
#pragma once

#include "bayan-draft.h"

G_BEGIN_DECLS

void bayan_page_head_take_meta (BayanDraft *draft, const char *key, const char *content);
void bayan_page_head_take_link (BayanDraft *draft, const char *relation, const char *address);
void bayan_page_head_take_time (BayanDraft *draft, const char *datetime, gboolean is_publication);
void bayan_page_head_take_script (BayanDraft *draft, const char *text, gsize length);

G_END_DECLS
