/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the word processors' formats have in common: paragraphs, headings, lists and tables, written into an extract
 * as they come. A paragraph is collected until it ends, because only then is known what it is. Private to the room. */
#pragma once

#include "bayan-extract.h"

G_BEGIN_DECLS

typedef struct {
  BayanExtract *extract;
  GString *paragraph; /* of the paragraph that is open; '\n' is a line break in it */
  GPtrArray *outer;   /* of GString: paragraphs in which the open one stands, in a box of theirs */
  gboolean in_list;
  GByteArray *cells;  /* for each table that is open, whether its cell has begun: see Cell */
  char *region;       /* nullable: "header" or "footer", to be opened when there is something to write */
  gboolean region_open;
  gsize put_bytes;
} BayanOfficeText;

BayanOfficeText *bayan_office_text_new (BayanExtract *extract);
void bayan_office_text_free (BayanOfficeText *self);

void bayan_office_text_put (BayanOfficeText *self, const char *text);
void bayan_office_text_put_char (BayanOfficeText *self, gunichar character);
void bayan_office_text_end_paragraph (BayanOfficeText *self, guint heading, gboolean item);
void bayan_office_text_begin_box (BayanOfficeText *self);
void bayan_office_text_end_box (BayanOfficeText *self);
void bayan_office_text_begin_table (BayanOfficeText *self);
void bayan_office_text_begin_row (BayanOfficeText *self);
void bayan_office_text_begin_cell (BayanOfficeText *self);
void bayan_office_text_end_cell (BayanOfficeText *self);
void bayan_office_text_end_row (BayanOfficeText *self);
void bayan_office_text_end_table (BayanOfficeText *self);
void bayan_office_text_begin_region (BayanOfficeText *self, const char *element);
void bayan_office_text_end_region (BayanOfficeText *self);
gboolean bayan_office_text_finish (BayanOfficeText *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanOfficeText, bayan_office_text_free)

G_END_DECLS
