/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums of the files that were seen last, as words that the library can remember. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BAYAN_SEEN_SUMS_MAX 1000

typedef struct _BayanSeenSums BayanSeenSums;

BayanSeenSums *bayan_seen_sums_new (const char *words);
void bayan_seen_sums_free (BayanSeenSums *self);
void bayan_seen_sums_add (BayanSeenSums *self, const char *sha256);
gboolean bayan_seen_sums_has (BayanSeenSums *self, const char *sha256);
char *bayan_seen_sums_to_string (BayanSeenSums *self);

G_END_DECLS
