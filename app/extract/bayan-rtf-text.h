/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been read of RTF so far, and what its control words do to it. Private to the room. */
#pragma once

#include "bayan-office-text.h"
#include "bayan-rtf-charset.h"
#include "bayan-rtf-words.h"

G_BEGIN_DECLS

/* What holds until the group ends. */
typedef struct {
  BayanRtfDestination destination;
  gboolean begun; /* this group is where the destination begins */
  gboolean hidden, deleted;
  guint code_page;
  int font, unicode_skip;
  guint outer_heading; /* of the paragraph in which the destination stands */
  gboolean outer_item, outer_in_table;
} BayanRtfGroup;

typedef struct {
  const char *at, *end;
  BayanOfficeText *text;
  BayanRtfDecoders *decoders;
  GHashTable *fonts;  /* number → code page */
  GHashTable *levels; /* style → level of heading */
  GHashTable *seen;   /* headers and footers that were written */
  GArray *groups;     /* of BayanRtfGroup */
  GString *bytes;     /* text in the code page of the group, to be decoded */
  GString *captured;  /* what is not text: a title, the name of a style */
  GString *notes;
  guint document_code_page;
  int default_font;
  guint skip; /* characters to leave out: they stand for one given in Unicode */
  gunichar high_surrogate;
  gboolean ignorable; /* the next word begins a group that may be ignored */
  gboolean in_table, table_open, row_open, cell_open;
  guint heading;
  gboolean item;
  int style, year, month, day;
  gsize region_start;
} BayanRtfText;

void bayan_rtf_text_init (BayanRtfText *self, GBytes *bytes);
void bayan_rtf_text_clear (BayanRtfText *self);
gboolean bayan_rtf_text_begin_group (BayanRtfText *self);
void bayan_rtf_text_end_group (BayanRtfText *self);
void bayan_rtf_text_begin_destination (BayanRtfText *self, BayanRtfDestination destination);
void bayan_rtf_text_act (BayanRtfText *self, const BayanRtfWord *word, int number);
void bayan_rtf_text_put_byte (BayanRtfText *self, char byte);
void bayan_rtf_text_put_char (BayanRtfText *self, gunichar character);
void bayan_rtf_text_flush_bytes (BayanRtfText *self);
void bayan_rtf_text_end_paragraph (BayanRtfText *self);
void bayan_rtf_text_finish (BayanRtfText *self);

G_END_DECLS
