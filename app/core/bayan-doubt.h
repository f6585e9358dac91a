/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something about a statement that the analyst should look at: letters that were lost, two dates that contradict
 * each other, a page without text. Found at import, never a reason to leave anything out. */
#pragma once

#include <glib.h>

#include "bayan-position.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_DOUBT_REPLACEMENT, /* U+FFFD: letters that were lost before we saw the file; @subject: how many */
  BAYAN_DOUBT_QUESTION_MARKS, /* "????" where letters were; @subject: how many */
  BAYAN_DOUBT_DOUBLE_ENCODED, /* parts encoded twice that could not be repaired for certain */
  BAYAN_DOUBT_REPAIRED,    /* put right for certain; @subject: the set it was encoded twice through, "&#" for letters
                              written as numbers, "visual order" for lines stored from left to right */
  BAYAN_DOUBT_CHARSET,     /* more than one character set would do; @subject: the next best */
  BAYAN_DOUBT_NO_TEXT,     /* a page of a PDF has none, only a picture; @subject: its number */
  BAYAN_DOUBT_WRONG_TEXT,  /* a page whose text is not what it shows; @subject: its number */
  BAYAN_DOUBT_CUT_SHORT,   /* the file ends before its end */
  BAYAN_DOUBT_WEEKDAY,     /* the date is not on that weekday; @subject: the words */
  BAYAN_DOUBT_CALENDARS,   /* Hijri and Gregorian date are more than a day apart; @subject: the words */
  BAYAN_DOUBT_SPOOFING,    /* controls that make text look as it is not; @subject: "U+202E", … */
  BAYAN_DOUBT_N_KINDS
} BayanDoubtKind;

typedef struct {
  BayanDoubtKind kind;
  char *subject;       /* see above; "" if there is nothing to say */
  BayanCleanSpan span; /* where; empty if it is about the whole */
} BayanDoubt;

BayanDoubt *bayan_doubt_new (BayanDoubtKind kind, const char *subject, BayanCleanSpan span);
BayanDoubt *bayan_doubt_copy (const BayanDoubt *self);
void bayan_doubt_free (BayanDoubt *self);

const char *bayan_doubt_kind_to_string (BayanDoubtKind kind);
gboolean bayan_doubt_kind_from_string (const char *string, BayanDoubtKind *kind);
gboolean bayan_doubt_kind_is_grave (BayanDoubtKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanDoubt, bayan_doubt_free)

G_END_DECLS
