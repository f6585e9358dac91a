/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mapped-text.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include "bayan-presentation-forms.h"

/**
 * bayan_mapped_text_new:
 * @size_hint: about how many bytes there will be
 *
 * Returns: (transfer full): no text as yet
 */
BayanMappedText *
bayan_mapped_text_new (gsize size_hint)
{
  BayanMappedText *self = g_new0 (BayanMappedText, 1);
  UErrorCode status = U_ZERO_ERROR;

  self->text = g_string_sized_new (size_hint);
  self->map = bayan_offset_map_new ();
  self->nfc = unorm2_getNFCInstance (&status);
  return self;
}

void
bayan_mapped_text_free (BayanMappedText *self)
{
  g_string_free (self->text, TRUE);
  bayan_offset_map_unref (self->map);
  g_free (self);
}

static void
append_unit (BayanMappedText *self, const char *utf8, guint32 length, guint32 raw, guint32 raw_length)
{
  g_string_append_len (self->text, utf8, length);
  /* Where both sides have as many bytes, runs of 1:1 join over letters of different length. */
  if (length == raw_length)
    bayan_offset_map_append (self->map, (BayanRawPos) { raw }, 1, 1, length);
  else
    bayan_offset_map_append (self->map, (BayanRawPos) { raw }, length, raw_length, 1);
}

/* Latin, Greek without accents and Arabic letters stand in every text: known to be normal without asking ICU.
 */
static gboolean
is_normal_alone (gunichar c)
{
  return c < 0x340 || (c >= 0x600 && c < 0x700)
         || u_getIntPropertyValue ((UChar32) c, UCHAR_NFC_QUICK_CHECK) != UNORM_NO;
}

/* Composes the cluster into @utf8. Returns FALSE if it is normal as it stands. */
static gboolean
compose_cluster (BayanMappedText *self, char *utf8, gsize size, gint32 *length)
{
  UChar32 points[BAYAN_MAPPED_TEXT_MAX_MARKS + 1];
  UChar given[2 * G_N_ELEMENTS (points)], made[8 * G_N_ELEMENTS (points)];
  gint32 given_length, made_length;
  UErrorCode status = U_ZERO_ERROR;

  for (guint i = 0; i < self->cluster_length; i++)
    points[i] = (UChar32) self->cluster[i].point;
  u_strFromUTF32 (given, G_N_ELEMENTS (given), &given_length, points, (gint32) self->cluster_length, &status);
  if (U_FAILURE (status) || unorm2_quickCheck (self->nfc, given, given_length, &status) == UNORM_YES)
    return FALSE;
  made_length = unorm2_normalize (self->nfc, given, given_length, made, G_N_ELEMENTS (made), &status);
  if (U_FAILURE (status) || u_strCompare (given, given_length, made, made_length, FALSE) == 0)
    return FALSE;
  u_strToUTF8 (utf8, (gint32) size, length, made, made_length, &status);
  return U_SUCCESS (status);
}

/* How many letters of the cluster from @first on were read from the same raw bytes. */
static guint
count_of_one_source (const BayanMappedText *self, guint first)
{
  const BayanMappedPoint *point = &self->cluster[first];
  guint end = first + 1;

  while (end < self->cluster_length && point->raw_length > 0 && self->cluster[end].raw == point->raw)
    end++;
  return end - first;
}

/* Writes the cluster as it stands. What a ligature stands for is one unit: each of its letters is traced to
 * all of it. */
static void
write_cluster (BayanMappedText *self)
{
  for (guint i = 0, count; i < self->cluster_length; i += count)
    {
      const BayanMappedPoint *point = &self->cluster[i];
      gsize before = self->text->len;

      count = count_of_one_source (self, i);
      if (count == 1)
        {
          char utf8[6];

          append_unit (self, utf8, (guint32) g_unichar_to_utf8 (point->point, utf8), point->raw,
                       point->raw_length);
          continue;
        }
      for (guint j = i; j < i + count; j++)
        g_string_append_unichar (self->text, self->cluster[j].point);
      bayan_offset_map_append (self->map, (BayanRawPos) { point->raw }, (guint32) (self->text->len - before),
                               point->raw_length, 1);
    }
}

static void
flush_cluster (BayanMappedText *self)
{
  char utf8[24 * (BAYAN_MAPPED_TEXT_MAX_MARKS + 1)];
  const BayanMappedPoint *last = &self->cluster[MAX (self->cluster_length, 1) - 1];
  gboolean plain = self->cluster_length == 1 && is_normal_alone (self->cluster[0].point);
  gint32 length;

  if (self->cluster_length > 0 && !plain && compose_cluster (self, utf8, sizeof utf8, &length))
    append_unit (self, utf8, (guint32) length, self->cluster[0].raw,
                 last->raw + last->raw_length - self->cluster[0].raw);
  else
    write_cluster (self);
  self->cluster_length = 0;
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Control characters and noncharacters say nothing, and XML, SQLite and Pango each stumble over some of them.
 */
static gboolean
is_dropped (gunichar c)
{
  return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE
         || (c >= 0xFDD0 && c <= 0xFDEF);
}

static void
put_line_break (BayanMappedText *self, guint32 raw, guint32 raw_length)
{
  flush_cluster (self);
  append_unit (self, "\n", 1, raw, raw_length);
}

/* Returns TRUE if @point was the LF of a CR LF. */
static gboolean
settle_cr (BayanMappedText *self, const BayanMappedPoint *point)
{
  guint32 end = point != NULL && point->point == '\n' ? point->raw + point->raw_length : 0;

  self->has_cr = FALSE;
  put_line_break (self, self->cr.raw, (end > 0 ? end : self->cr.raw + self->cr.raw_length) - self->cr.raw);
  return end > 0;
}

static gboolean
is_of_last_source (const BayanMappedText *self, const BayanMappedPoint *point)
{
  const BayanMappedPoint *last = &self->cluster[MAX (self->cluster_length, 1) - 1];

  return self->cluster_length > 0 && point->raw_length > 0 && last->raw == point->raw;
}

static void
put_letter (BayanMappedText *self, const BayanMappedPoint *point)
{
  if (!is_of_last_source (self, point)
      && (point->point < 0x300 || unorm2_hasBoundaryBefore (self->nfc, (UChar32) point->point)))
    flush_cluster (self);
  if (self->cluster_length < G_N_ELEMENTS (self->cluster))
    self->cluster[self->cluster_length++] = *point;
}

/* The shapes that letters have within a word, and ligatures of them, as old programs write them: the letters
 * themselves. */
static gboolean
put_presentation_form (BayanMappedText *self, BayanMappedPoint point)
{
  const char *letters = bayan_presentation_form (point.point);

  if (*letters == '\0')
    return FALSE;
  for (; *letters != '\0'; letters = g_utf8_next_char (letters))
    {
      point.point = g_utf8_get_char (letters);
      put_letter (self, &point);
    }
  return TRUE;
}

/**
 * bayan_mapped_text_put:
 * @point: a code point
 * @raw: the first raw byte it was read from; not before the end of the one put before, but for a letter of
 *   the same ligature
 * @raw_length: how many raw bytes
 */
void
bayan_mapped_text_put (BayanMappedText *self, gunichar point, guint32 raw, guint32 raw_length)
{
  BayanMappedPoint mapped = { point, raw, raw_length };

  if (self->has_cr && settle_cr (self, &mapped))
    return;
  if (point == '\r')
    {
      self->has_cr = TRUE;
      self->cr = mapped;
    }
  else if (is_line_break (point))
    put_line_break (self, raw, raw_length);
  else if (!is_dropped (point))
    {
      if (point < 0xFB50 || !put_presentation_form (self, mapped))
        put_letter (self, &mapped);
    }
}

/**
 * bayan_mapped_text_put_run:
 * @utf8: ASCII without CR and other control characters but TAB and LF, and letters and signs of the Arabic
 *   block that are no marks, and « and »; U+064B to U+0652, but no two in a row and not first
 * @length: in bytes
 * @raw: where it was read from, byte by byte; what follows it is no mark either
 *
 * As bayan_mapped_text_put() of each letter, only faster. Not behind a CR.
 */
void
bayan_mapped_text_put_run (BayanMappedText *self, const char *utf8, guint32 length, guint32 raw)
{
  g_return_if_fail (!self->has_cr);
  flush_cluster (self);
  g_string_append_len (self->text, utf8, length);
  bayan_offset_map_append (self->map, (BayanRawPos) { raw }, 1, 1, length);
}

/**
 * bayan_mapped_text_put_added:
 * @point: a line break or space that the source says by other means than a letter
 * @raw: where
 */
void
bayan_mapped_text_put_added (BayanMappedText *self, gunichar point, guint32 raw)
{
  char utf8[6];

  bayan_mapped_text_flush (self);
  append_unit (self, utf8, (guint32) g_unichar_to_utf8 (point, utf8), raw, 0);
}

/**
 * bayan_mapped_text_flush:
 *
 * Writes out what was held back because it might have changed with the next code point. To be called before
 * @text and @map are read.
 */
void
bayan_mapped_text_flush (BayanMappedText *self)
{
  if (self->has_cr)
    settle_cr (self, NULL);
  flush_cluster (self);
}
