/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the reader's text buffer, and where clean text is in it.
 *
 * The buffer holds the clean text and, between its paragraphs, lines of the reader's own: one for each removed region,
 * and a break wherever a paragraph is too long to be laid out in one piece. GtkTextBuffer counts code points of what
 * it holds; all else counts bytes of clean text. This type is the door between the two, and knows no widgets.
 */
#pragma once

#include "bayan-statement.h"

G_BEGIN_DECLS

/* No paragraph of the buffer is longer: Pango's time grows faster than the paragraph (shared/performance.md). */
#define BAYAN_READER_PARAGRAPH_BYTES (16 * 1024)

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanReaderText, bayan_reader_text_free)

G_END_DECLS
