/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The highlights of a statement in buffer offsets, and which stands above which. Knows no widgets. */
#pragma once

#include "bayan-mention.h"
#include "bayan-reader-text.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id;               /* of the mention */
  int start, end;          /* buffer offsets, code points */
  BayanMentionType type;
  BayanMentionStatus status;
  guint32 colour;          /* of its label, 0xRRGGBB, where has_colour */
  gboolean has_colour;
  gboolean has_note;
  gboolean is_part;        /* one of several, and not the first */
  gboolean right_to_left;  /* where has_note: its paragraph begins on the right */
  gboolean is_dressed;     /* colour and note are what the code book and the notes say */
  const BayanMention *mention; /* of the marks' mentions */
  guint level;             /* 0 for a mark that holds no other; above every mark that it holds or crosses */
} BayanReaderMark;

/* Invariant: marks are sorted by start, longer first; reach[i] is the furthest end of marks 0…i, so that a search
 * for what touches a range can stop early. */
typedef struct {
  GArray *marks; /* of BayanReaderMark */
  GArray *reach; /* of int */
  GPtrArray *mentions; /* of BayanMention: what is marked */
} BayanReaderMarks;

BayanReaderMarks *bayan_reader_marks_new (GPtrArray *mentions, const BayanReaderText *text);
BayanReaderMarks *bayan_reader_marks_renew (const BayanReaderMarks *before, GPtrArray *mentions,
                                            const BayanReaderText *text);
void bayan_reader_marks_free (BayanReaderMarks *self);

/* The first mark that may touch offsets from @start_chars on. Go on until a mark begins at or behind the range's end. */
guint bayan_reader_marks_first (const BayanReaderMarks *self, int start_chars);
const BayanReaderMark *bayan_reader_marks_find (const BayanReaderMarks *self, gint64 id);
const BayanReaderMark *bayan_reader_marks_step (const BayanReaderMarks *self, gint64 from, int offset_chars,
                                                gboolean forward, gboolean only_suggested);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanReaderMarks, bayan_reader_marks_free)

G_END_DECLS
