/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a statement with its marks.
 *
 * A GtkTextView, so that screen readers can read it. Marks are painted beneath the text and touch no attribute of it:
 * they cannot change how a letter is shaped, and adding one lays out nothing again.
 *
 * Property line-height (double): the room below each line, as a multiple of what the underlines of nested marks need.
 *
 * Signals
 *   current-changed ()   keys act on another mention
 */
#pragma once

#include <gtk/gtk.h>

#include "bayan-control-chips.h"
#include "bayan-reader-marks.h"
#include "bayan-relation.h"

G_BEGIN_DECLS

/* A part of the buffer, in code points. */
typedef struct {
  int start, end;
} BayanReaderRange;

/* What stands in the margin beside the line of a place. */
typedef struct {
  int offset;             /* in the buffer */
  guint family;           /* BayanActFamily */
  gboolean right_to_left; /* its paragraph begins on the right */
} BayanMarginMark;

#define BAYAN_TYPE_READER_VIEW (bayan_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (BayanReaderView, bayan_reader_view, BAYAN, READER_VIEW, GtkTextView)

void bayan_reader_view_take_marks (BayanReaderView *self, BayanReaderMarks *marks);
const BayanReaderMarks *bayan_reader_view_get_marks (BayanReaderView *self);
void bayan_reader_view_set_type_visible (BayanReaderView *self, BayanMentionType type, gboolean visible);
gboolean bayan_reader_view_get_type_visible (BayanReaderView *self, BayanMentionType type);

void bayan_reader_view_take_chips (BayanReaderView *self, BayanControlChips *chips);
void bayan_reader_view_set_all_chips (BayanReaderView *self, gboolean all_chips);
void bayan_reader_view_set_twin (BayanReaderView *self, int start_chars, int end_chars);

void bayan_reader_view_set_hits (BayanReaderView *self, GArray *hits);
void bayan_reader_view_set_hit (BayanReaderView *self, int hit);
void bayan_reader_view_take_acts (BayanReaderView *self, GArray *acts);
int bayan_reader_view_find_act_at (BayanReaderView *self, double x, double y);
GPtrArray *bayan_reader_view_list_noted_at (BayanReaderView *self, double x, double y);
void bayan_reader_view_set_dims_others (BayanReaderView *self, gboolean dims_others);
gboolean bayan_reader_view_get_dims_others (BayanReaderView *self);

void bayan_reader_view_set_relations (BayanReaderView *self, GArray *relations);
void bayan_reader_view_set_kept (BayanReaderView *self, gint64 mention, gboolean leads);

void bayan_reader_view_set_current (BayanReaderView *self, gint64 mention);
gint64 bayan_reader_view_get_current (BayanReaderView *self);
void bayan_reader_view_get_caret_iter (BayanReaderView *self, int offset_chars, GtkTextIter *iter);
void bayan_reader_view_scroll_to_mark (BayanReaderView *self, const BayanReaderMark *mark);
gboolean bayan_reader_view_get_mark_rectangle (BayanReaderView *self, gint64 mention, GdkRectangle *rectangle);
int bayan_reader_view_get_offset_at (BayanReaderView *self, double x, double y);

G_END_DECLS
