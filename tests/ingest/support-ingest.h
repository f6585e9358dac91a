/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the ingest room share. */
#pragma once

#include "bayan-ingest.h"

G_BEGIN_DECLS

BayanStatement *ingest_text (const char *text);
BayanStatement *ingest_data (const void *data, gsize size);
void assert_refused (const void *data, gsize size, BayanIngestError code);
void assert_consistent (const BayanStatement *statement);
gboolean is_removed (const BayanStatement *statement, const char *text);
const BayanRemovedRegion *find_region (const BayanStatement *statement, const char *text);
char *without_space (const char *text);
char *shared_path (const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
