/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-span-snap.h"

/* A mark belongs to the letter before it. */
static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK
         || type == G_UNICODE_SPACING_MARK;
}

/* White space, and the controls that only say which way to write. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069) || c == 0x061C || c == 0xFEFF;
}

static gboolean
is_inside_character (const char *at)
{
  return (*at & 0xC0) == 0x80;
}

static const char *
snap_start (const char *text, const char *at)
{
  while (at > text && is_inside_character (at))
    at--;
  while (at > text && is_mark (g_utf8_get_char (at)))
    at = g_utf8_prev_char (at);
  return at;
}

static const char *
snap_end (const char *at, const char *text_end)
{
  while (at < text_end && is_inside_character (at))
    at++;
  while (at < text_end && is_mark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/**
 * bayan_span_snap:
 * @statement: what was selected in
 * @span: (inout): any span; on return whole characters with their marks, without white space at the ends
 *
 * Returns: FALSE if nothing is left
 */
gboolean
bayan_span_snap (const BayanStatement *statement, BayanCleanSpan *span)
{
  const char *text = statement->text, *text_end = text + statement->text_length_bytes;
  const char *start = text + MIN (span->start.byte, statement->text_length_bytes);
  const char *end = text + MIN (span->end.byte, statement->text_length_bytes);

  if (start >= end)
    return FALSE;
  start = snap_start (text, start);
  end = snap_end (end, text_end);
  while (start < end && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  *span = bayan_clean_span ((guint32) (start - text), (guint32) (end - text));
  return start < end;
}
