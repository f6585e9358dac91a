/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the reader view share.
 *
 *   bayan-reader-view.c      the object: what it shows, and where things are in it
 *   bayan-reader-painting.c  what is painted beneath the text and above it
 *   bayan-reader-links.c     relations between marks
 *   bayan-reader-noted.c     notes in the margin
 */
#pragma once

#include "bayan-reader-view.h"

#include "bayan-text-shape.h"

G_BEGIN_DECLS

struct _BayanReaderView {
  GtkTextView parent_instance;

  BayanReaderMarks *marks;  /* never NULL */
  GArray *shapes;           /* of BayanTextShape, beside marks->marks */
  int measured_width;       /* the width that shapes were measured at */
  gint64 current;           /* mention; 0 for none */
  GArray *relations;        /* of BayanRelation: nullable */
  gint64 kept;              /* mention that is framed as the current one is; 0 for none */
  gboolean kept_leads;      /* a line leads from it to the current one */
  BayanControlChips *chips; /* nullable */
  gboolean all_chips;
  int twin_start, twin_end; /* buffer offsets of what is shown in the pane beside; -1 for none */
  gboolean hidden_types[BAYAN_MENTION_N_TYPES];
  GArray *hits;             /* of BayanReaderRange, in order: what is looked for; nullable */
  int hit;                  /* the one that is shown; -1 for none */
  GArray *acts;             /* of BayanMarginMark, in order; nullable */
  gboolean dims_others;     /* all paragraphs but that of the caret */
  double line_height;       /* a multiple of the least room below a line */
};

void bayan_reader_view_forget_shapes (BayanReaderView *self);
const BayanTextShape *bayan_reader_view_get_shape (BayanReaderView *self, guint i);
void bayan_reader_view_paint (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot);
void bayan_reader_view_paint_links (BayanReaderView *self, GtkSnapshot *snapshot);
void bayan_reader_view_paint_parts (BayanReaderView *self, GtkSnapshot *snapshot, int start, int end, gboolean dark);
void bayan_reader_view_paint_noted (BayanReaderView *self, GtkSnapshot *snapshot, const BayanReaderMark *mark);
gboolean bayan_reader_view_get_note_rectangle (BayanReaderView *self, const BayanReaderMark *mark,
                                               GdkRectangle *rectangle);
GdkRGBA bayan_reader_mark_get_colour (const BayanReaderMark *mark, gboolean dark);
gboolean bayan_reader_view_get_margin_rectangle (BayanReaderView *self, const BayanMarginMark *mark,
                                                 GdkRectangle *rectangle);

G_END_DECLS
