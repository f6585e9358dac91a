/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of one site have in common, learned from them and from the analyst: lines that stand on many
 * pages are furniture; what the analyst took back or left out on one page counts on the next.
 *
 * May be used from any thread. */
#pragma once

#include <glib.h>

#include "bayan-site-line.h"

G_BEGIN_DECLS

typedef struct _BayanSiteMemory BayanSiteMemory;

BayanSiteMemory *bayan_site_memory_new (void);
BayanSiteMemory *bayan_site_memory_ref (BayanSiteMemory *self);
void bayan_site_memory_unref (BayanSiteMemory *self);

/* A line is known by the hash of its words in the search key. */
guint64 bayan_site_memory_hash_line (const char *line, gssize length_bytes);

void bayan_site_memory_add_pages (BayanSiteMemory *self, const char *site, guint64 line, guint n_pages);
guint bayan_site_memory_get_pages (BayanSiteMemory *self, const char *site, guint64 line);
void bayan_site_memory_choose (BayanSiteMemory *self, const char *site, guint64 line, BayanSiteChoice choice);
BayanSiteChoice bayan_site_memory_get_choice (BayanSiteMemory *self, const char *site, guint64 line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanSiteMemory, bayan_site_memory_unref)

G_END_DECLS
