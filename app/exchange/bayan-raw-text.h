/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The raw bytes of a source, seen as text: what an editor shows that opens the file with the right character
 * set.
 *
 * Stand-off formats count code points of the file as it is on disk. A byte order mark is one of them and CRLF
 * two, because nothing is taken away before counting.
 */
#pragma once

#include "bayan-statement.h"

G_BEGIN_DECLS

typedef struct _BayanRawText BayanRawText;

BayanRawText *bayan_raw_text_new (GBytes *raw, const char *charset);
BayanRawText *bayan_raw_text_new_of_statement (const BayanStatement *statement);
void bayan_raw_text_free (BayanRawText *self);

guint32 bayan_raw_text_count_code_points (const BayanRawText *self, BayanRawPos until);
char *bayan_raw_text_dup_slice (const BayanRawText *self, BayanRawSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanRawText, bayan_raw_text_free)

G_END_DECLS
