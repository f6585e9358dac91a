/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the reader's text buffer, and where clean text is in it: the clean text and, between its paragraphs, a
 * line for each region that was left out. Knows no widgets; see bayan-shown-text.h.
 */
#pragma once

#include "bayan-shown-text.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

typedef struct _BayanReaderText BayanReaderText;

/* What the line of a removed region says, newly allocated, one line without its newline. */
typedef char *(*BayanReaderLine) (const BayanRemovedRegion *region, gpointer data);

BayanReaderText *bayan_reader_text_new (const BayanStatement *statement, BayanReaderLine line, gpointer data);
void bayan_reader_text_free (BayanReaderText *self);

const char *bayan_reader_text_get_string (const BayanReaderText *self);
int bayan_reader_text_to_buffer (const BayanReaderText *self, BayanCleanPos clean);
int bayan_reader_text_end_to_buffer (const BayanReaderText *self, BayanCleanPos end);
BayanCleanPos bayan_reader_text_to_clean (const BayanReaderText *self, int offset_chars);
int bayan_reader_text_find_region (const BayanReaderText *self, int offset_chars);
gboolean bayan_reader_text_get_region_line (const BayanReaderText *self, guint region, int *start_chars, int *end_chars);
int bayan_reader_text_find_repair (const BayanReaderText *self, int offset_chars);
guint bayan_reader_text_get_n_repairs (const BayanReaderText *self);
void bayan_reader_text_get_repair (const BayanReaderText *self, guint i, int *start_chars, int *end_chars);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanReaderText, bayan_reader_text_free)

G_END_DECLS
