/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the reader pane share.
 *
 *   bayan-reader-pane.c      the object; what is shown and where
 *   bayan-reader-filling.c   the buffer: text, tags, marks
 *   bayan-reader-pointing.c  clicks, the pointer, the popover of a mention
 *   bayan-reader-actions.c   deciding and stepping, and the keys
 *   bayan-reader-decisions.c what can be decided now, in the bar below the text
 *   bayan-span-actions.c     an end of a mention moved by a word
 *   bayan-part-actions.c     a mention in several parts
 *   bayan-relation-actions.c what one mention is to another
 *   bayan-reader-find.c      words looked for in the text
 *   bayan-reader-margin.c    acts in the margin
 *   bayan-reader-settings.c  how it looks, as the settings say; zooming
 *   bayan-text-actions.c     the text itself: leaving out, details, how it is shown
 */
#pragma once

#include "bayan-reader-pane.h"

#include "bayan-absence-popover.h"
#include "bayan-act-list.h"
#include "bayan-decision-bar.h"
#include "bayan-doubt-bar.h"
#include "bayan-find-bar.h"
#include "bayan-mention-popover.h"
#include "bayan-reader-bar.h"
#include "bayan-reader-head.h"
#include "bayan-reader-keys.h"
#include "bayan-reader-minimap.h"
#include "bayan-reader-text.h"
#include "bayan-reader-twin.h"
#include "bayan-reading-style.h"
#include "bayan-source-pane.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_MOVE_EXTEND_LEFT,
  BAYAN_MOVE_EXTEND_RIGHT,
  BAYAN_MOVE_SHRINK_LEFT,
  BAYAN_MOVE_SHRINK_RIGHT,
  BAYAN_MOVE_JOIN,
} BayanSpanMove;

struct _BayanReaderPane {
  AdwBin parent_instance;

  BayanDesk *desk;
  BayanReading *reading; /* what is shown; NULL for none */
  BayanReaderText *text; /* of reading */
  BayanReaderTwin *twin;
  BayanMentionPopover *popover;
  BayanAbsencePopover *absence_popover;
  gint64 wanted_mention; /* to be shown once its statement is there; 0 for none */
  gint64 wanted_statement; /* of which words are to be shown once it is there; 0 for none */
  BayanCleanSpan wanted_words;
  guint labels_serial, notes_serial; /* of the code book and the notes that are shown */
  guint keep_place_source;
  gboolean show_hidden;

  GSettings *settings;       /* nullable: all is as it comes */
  BayanReadingStyle *style;  /* nullable */
  BayanReaderKeys *keys;

  GArray *hits;              /* of BayanReaderRange: where what is looked for stands; nullable */
  int hit;                   /* the one that is shown; -1 for none */
  int find_from;             /* buffer offset from where is looked */

  gboolean is_moving;        /* an end of a mention moves: another mention comes for it, */
  BayanCleanSpan moved_span; /* there, */
  BayanMentionType moved_type; /* of that type */
  GArray *moves;             /* of BayanSpanMove: what was pressed meanwhile */

  gint64 relating;           /* the mention with which the relation that is being made begins; 0 for none */
  GArray *offers;            /* of BayanRelation: what it can be to the current one */

  gint64 parting;            /* the mention to which a part is being added; 0 for none */

  BayanActList *act_list;    /* nullable: while acts are looked for, */
  guint acts_source;         /* or will be in a moment */

  guint n_press;             /* of the button that is down: 2 for a double click */
  double press_x, press_y;
  BayanCleanSpan last_word;  /* what the last double click took */

  GtkWidget *stack;
  GtkWidget *head, *doubts, *find_bar, *bar, *relate_bar, *decisions;
  GtkWidget *paned, *source;
  GtkWidget *scrolled_window, *clamp, *view, *minimap;
};

GtkTextBuffer *bayan_reader_pane_get_buffer (BayanReaderPane *self);
const BayanStatement *bayan_reader_pane_get_statement (BayanReaderPane *self); /* NULL for none */
void bayan_reader_pane_toggle_region (BayanReaderPane *self, int region);
void bayan_reader_pane_show_span (BayanReaderPane *self, BayanCleanSpan span);
void bayan_reader_pane_show_text (BayanReaderPane *self);
void bayan_reader_pane_show_marks (BayanReaderPane *self);
void bayan_reader_pane_follow_mentions (BayanReaderPane *self);
void bayan_reader_pane_create_tags (BayanReaderPane *self);
void bayan_reader_pane_ask_why_not (BayanReaderPane *self);
void bayan_reader_pane_connect_pointer (BayanReaderPane *self);
int bayan_reader_pane_get_caret (BayanReaderPane *self); /* a buffer offset */
gint64 bayan_reader_pane_find_at_caret (BayanReaderPane *self);
void bayan_reader_pane_keep (BayanReaderPane *self, gint64 mention, gboolean relates);
void bayan_reader_pane_select (BayanReaderPane *self, BayanCleanSpan span);
const BayanMention *bayan_reader_pane_get_current (BayanReaderPane *self);
void bayan_reader_pane_update_decisions (BayanReaderPane *self);
void bayan_reader_pane_connect_decisions (BayanReaderPane *self);
gboolean bayan_reader_pane_is_right_to_left (BayanReaderPane *self, BayanCleanPos at);
void bayan_reader_pane_show_acts (BayanReaderPane *self);
void bayan_reader_pane_forget_acts (BayanReaderPane *self);

G_END_DECLS
