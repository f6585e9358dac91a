/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions in text.
 *
 * A source's raw bytes and a statement's clean text are two different coordinate systems. They are two
 * different C types, so that a position of one handed to the other does not compile. Both count bytes; code
 * points and UTF-16 units exist only at the doors (see bayan-code-points.h).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint32 byte;
} BayanRawPos;

typedef struct {
  guint32 byte;
} BayanCleanPos;

/* Half open: the end is the first byte behind the span. */
typedef struct {
  BayanRawPos start, end;
} BayanRawSpan;

typedef struct {
  BayanCleanPos start, end;
} BayanCleanSpan;

static inline BayanRawSpan
bayan_raw_span (guint32 start_byte, guint32 end_byte)
{
  return (BayanRawSpan) { { start_byte }, { end_byte } };
}

static inline BayanCleanSpan
bayan_clean_span (guint32 start_byte, guint32 end_byte)
{
  return (BayanCleanSpan) { { start_byte }, { end_byte } };
}

static inline guint32
bayan_clean_span_length_bytes (BayanCleanSpan span)
{
  return span.end.byte - span.start.byte;
}

static inline gboolean
bayan_clean_span_equal (BayanCleanSpan a, BayanCleanSpan b)
{
  return a.start.byte == b.start.byte && a.end.byte == b.end.byte;
}

/* TRUE if the two share at least one byte. */
static inline gboolean
bayan_clean_span_overlaps (BayanCleanSpan a, BayanCleanSpan b)
{
  return a.start.byte < b.end.byte && b.start.byte < a.end.byte;
}

/* TRUE if inner lies in outer; a span contains itself. */
static inline gboolean
bayan_clean_span_contains (BayanCleanSpan outer, BayanCleanSpan inner)
{
  return outer.start.byte <= inner.start.byte && inner.end.byte <= outer.end.byte;
}

/* Sorts by start, and of two that start together the longer first: a span comes before all that lie in it. */
static inline int
bayan_clean_span_compare (BayanCleanSpan a, BayanCleanSpan b)
{
  if (a.start.byte != b.start.byte)
    return a.start.byte < b.start.byte ? -1 : 1;
  if (a.end.byte != b.end.byte)
    return a.end.byte > b.end.byte ? -1 : 1;
  return 0;
}

G_END_DECLS
