/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a text buffer for a text: the text, lines of the reader's own between its parts, and a break wherever
 * a paragraph is too long to be laid out in one piece. Controls that could turn a line round stand as characters that
 * do nothing, one for one. GtkTextBuffer counts code points of what it holds; the text is counted in bytes. This type
 * is the door between the two, and knows no widgets.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No paragraph of a buffer is longer: Pango's time grows faster than the paragraph (shared/performance.md). */
#define BAYAN_READER_PARAGRAPH_BYTES (16 * 1024)

typedef struct _BayanShownText BayanShownText;

/* Building, from front to back. @text has to live as long as that takes. */
BayanShownText *bayan_shown_text_new (const char *text, gsize length_bytes, gboolean neutral_isolates);
void bayan_shown_text_show (BayanShownText *self, guint32 to_byte);
void bayan_shown_text_insert_line (BayanShownText *self, const char *line, int number);
void bayan_shown_text_finish (BayanShownText *self);
void bayan_shown_text_free (BayanShownText *self);

/* Asking */
const char *bayan_shown_text_get_string (const BayanShownText *self);
int bayan_shown_text_to_buffer (const BayanShownText *self, guint32 byte);
int bayan_shown_text_end_to_buffer (const BayanShownText *self, guint32 end_byte);
guint32 bayan_shown_text_from_buffer (const BayanShownText *self, int offset_chars);
int bayan_shown_text_find_line (const BayanShownText *self, int offset_chars);
gboolean bayan_shown_text_get_line (const BayanShownText *self, int number, int *start_chars, int *end_chars);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanShownText, bayan_shown_text_free)

G_END_DECLS
