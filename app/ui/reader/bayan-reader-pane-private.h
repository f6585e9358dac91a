/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the reader pane share.
 *
 *   bayan-reader-pane.c      the object; what is shown and where
 *   bayan-reader-filling.c   the buffer: text, tags, marks
 *   bayan-reader-pointing.c  clicks, the pointer, the popover of a mention
 *   bayan-reader-actions.c   deciding and stepping, and the keys
 *   bayan-text-actions.c     the text itself: leaving out, details, how it is shown
 */
#pragma once

#include "bayan-reader-pane.h"

#include "bayan-absence-popover.h"
#include "bayan-doubt-bar.h"
#include "bayan-mention-popover.h"
#include "bayan-reader-bar.h"
#include "bayan-reader-head.h"
#include "bayan-reader-text.h"
#include "bayan-reader-twin.h"
#include "bayan-source-pane.h"

G_BEGIN_DECLS

struct _BayanReaderPane {
  AdwBin parent_instance;

  BayanDesk *desk;
  BayanReading *reading; /* what is shown; NULL for none */
  BayanReaderText *text; /* of reading */
  BayanReaderTwin *twin;
  BayanMentionPopover *popover;
  BayanAbsencePopover *absence_popover;
  gint64 wanted_mention; /* to be shown once its statement is there; 0 for none */
  guint keep_place_source;
  gboolean show_hidden;

  GtkWidget *stack;
  GtkWidget *head, *doubts, *bar;
  GtkWidget *paned, *source;
  GtkWidget *scrolled_window, *view;
};

GtkTextBuffer *bayan_reader_pane_get_buffer (BayanReaderPane *self);
const BayanStatement *bayan_reader_pane_get_statement (BayanReaderPane *self); /* NULL for none */
void bayan_reader_pane_toggle_region (BayanReaderPane *self, int region);
void bayan_reader_pane_show_span (BayanReaderPane *self, BayanCleanSpan span);
void bayan_reader_pane_show_text (BayanReaderPane *self);
void bayan_reader_pane_show_marks (BayanReaderPane *self);
void bayan_reader_pane_create_tags (BayanReaderPane *self);
void bayan_reader_pane_ask_why_not (BayanReaderPane *self);
void bayan_reader_pane_connect_pointer (BayanReaderPane *self);

G_END_DECLS
