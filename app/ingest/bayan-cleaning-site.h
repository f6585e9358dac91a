/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the other pages of a site, and the analyst, say about a page of it. Private to the room. */
#pragma once

#include "bayan-draft.h"
#include "bayan-source.h"

G_BEGIN_DECLS

char *bayan_cleaning_site_find (const BayanSource *source, const BayanDraft *draft);
GArray *bayan_cleaning_site_lines (const BayanDraft *draft, const GArray *cuts);
GArray *bayan_cleaning_site_apply (const BayanDraft *draft, const GArray *cuts, BayanSiteMemory *sites,
                                   const char *site, gboolean counted);
void bayan_cleaning_site_learn (BayanSiteMemory *sites, const char *site, const GArray *site_lines);
void bayan_cleaning_site_keep_words (BayanSiteMemory *sites, const char *site, const BayanDraft *draft,
                                     GArray *repairs);

G_END_DECLS
