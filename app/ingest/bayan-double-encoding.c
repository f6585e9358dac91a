/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-double-encoding.h"

#include <string.h>

#include "bayan-code-source.h"
#include "bayan-damage.h"

#define SAMPLE_LETTERS 192u
#define SAMPLE_POINTS 384u
/* So many letters in a row read the other way are no accident. */
#define LEAST_LETTERS 3u

static gboolean
is_lead (int byte)
{
  return byte >= 0xC2 && byte <= 0xF4;
}

static gboolean
is_continuation (int byte)
{
  return byte >= 0x80 && byte < 0xC0;
}

/* The beginning of a text: enough of it to have so many letters beyond ASCII. */
typedef struct {
  gunichar points[SAMPLE_POINTS];
  guint n_points, n_letters;
} Sample;

static void
take_sample (Sample *sample, const BayanCharset *charset, const guint8 *raw, gsize size)
{
  BayanCodeSource source;
  BayanDecoding unused = { 0 };
  BayanMappedPoint point;

  sample->n_points = sample->n_letters = 0;
  bayan_code_source_init (&source, charset, raw, size, &unused);
  while (sample->n_letters < SAMPLE_LETTERS && sample->n_points < SAMPLE_POINTS
         && bayan_code_source_next (&source, &point))
    if (point.point >= 0x80 || sample->n_points == 0 || sample->points[sample->n_points - 1] != ' ')
      {
        sample->n_letters += point.point >= 0x80;
        sample->points[sample->n_points++] = point.point < 0x80 ? ' ' : point.point;
      }
}

/* Whether the letters beyond ASCII are mostly such as the bytes of UTF-8 are if they are taken for that
 * set. */
static gboolean
looks_like (const Sample *sample, const BayanCharsetReverse *through)
{
  guint parts = 0;
  int before = 0;

  for (guint i = 0; i < sample->n_points; i++)
    {
      int byte = bayan_charset_reverse_to_byte (through, sample->points[i]);

      if (is_continuation (byte))
        parts += is_lead (before) ? 2 : is_continuation (before);
      before = byte;
    }
  return sample->n_letters >= 4 && parts * 10 >= sample->n_letters * 6;
}

/* Whether looks_like() may be true of any set: nearly no text has so many letters that go on with another. */
static gboolean
may_look_like (const Sample *sample)
{
  const guint8 *continuing = bayan_charset_reverse_get_continuing ();
  guint parts = 0;

  for (guint i = 0; i < sample->n_points; i++)
    if (sample->points[i] <= 0xFFFF)
      parts += (continuing[sample->points[i] / 8] >> sample->points[i] % 8 & 1) * 2u;
  return parts * 10 >= sample->n_letters * 6;
}

/* Whether what was read is text in our languages, without anything that does not fit. */
static gboolean
is_certain (const BayanDecoding *found)
{
  gsize letters = found->arabic + found->latin + found->others;

  return found->strange == 0 && found->others * 20 <= letters && found->guessed * 4 <= found->arabic
         && (found->arabic >= LEAST_LETTERS || (found->arabic == 0 && found->latin >= 2));
}

static gboolean
fits (const BayanCharset *charset, const guint8 *raw, gsize size, GCancellable *cancellable)
{
  BayanCodeSource source;
  BayanDecoding found = { 0 };
  BayanMappedPoint point;

  bayan_code_source_init (&source, charset, raw, size, &found);
  for (guint count = 0; found.strange == 0 && bayan_code_source_next (&source, &point); count++)
    if (count % 65536 == 0 && g_cancellable_is_cancelled (cancellable))
      return FALSE;
  return is_certain (&found);
}

/**
 * bayan_double_encoding_find:
 * @charset: what @raw is in; learns that it was encoded again, if that is certain
 *
 * It is certain if every letter beyond ASCII is a part of one of the text below, and that is Arabic or Latin.
 *
 * Returns: whether it was encoded again
 */
gboolean
bayan_double_encoding_find (BayanCharset *charset, const guint8 *raw, gsize size, GCancellable *cancellable)
{
  Sample sample, below;

  take_sample (&sample, charset, raw, size);
  if (!may_look_like (&sample))
    return FALSE;
  for (guint i = 0; i < bayan_charset_reverse_count (); i++)
    {
      const BayanCharsetReverse *through = bayan_charset_reverse_get (i);
      BayanCharset once, twice;

      if (!looks_like (&sample, through))
        continue;
      once = twice = *charset;
      bayan_charset_add_layers (&once, through, 1);
      take_sample (&below, &once, raw, size);
      if (looks_like (&below, through))
        {
          bayan_charset_add_layers (&twice, through, 2);
          if (fits (&twice, raw, size, cancellable))
            {
              *charset = twice;
              return TRUE;
            }
        }
      if (fits (&once, raw, size, cancellable))
        {
          *charset = once;
          return TRUE;
        }
    }
  return FALSE;
}

/* A run of letters that read as others. */
typedef struct {
  gsize start, end;
  guint letters;
  gboolean arabic;
} Run;

/* Reads a letter that stands for another at @at. Returns its length in bytes; 0 if there is none. */
static gsize
read_other_letter (const BayanCharsetReverse *through, const char *at, gunichar *made)
{
  int byte = bayan_charset_reverse_to_byte (through, g_utf8_get_char (at));
  guint wanted = byte >= 0xC2 && byte < 0xE0 ? 2 : byte >= 0xE0 && byte < 0xF0 ? 3 : 0;
  const char *next = g_utf8_next_char (at);

  if (wanted == 0)
    return 0;
  *made = (gunichar) byte & (0x7Fu >> wanted);
  for (guint i = 1; i < wanted; i++, next = g_utf8_next_char (next))
    {
      byte = bayan_charset_reverse_to_byte (through, g_utf8_get_char (next));
      if (!is_continuation (byte))
        return 0;
      *made = *made << 6 | (gunichar) (byte & 0x3F);
    }
  return (gsize) (next - at);
}

static gboolean
is_likely_letter (gunichar c)
{
  return (c >= 0x600 && c < 0x700) || (c >= 0xA0 && c < 0x180) || (c >= 0x2010 && c < 0x2040);
}

static void
finish_run (Run *run, GArray *runs, guint *accents)
{
  if (run->letters >= LEAST_LETTERS || (run->letters > 0 && !run->arabic))
    {
      *accents += run->arabic ? 2 : run->letters;
      g_array_append_val (runs, *run);
    }
  run->letters = 0;
}

/* The runs that read as something else, with nothing but what is no letter between them. */
static void
find_runs (const BayanCharsetReverse *through, const char *text, gsize length, GArray *runs, guint *accents)
{
  Run run = { 0 };
  gunichar made;

  for (gsize at = 0, taken; at < length; at += taken)
    {
      const char *here = text + at;

      taken = (guchar) *here < 0x80 ? 0 : read_other_letter (through, here, &made);
      if (taken > 0 && is_likely_letter (made))
        {
          if (run.letters++ == 0)
            {
              run.start = at;
              run.arabic = FALSE;
            }
          run.arabic |= made >= 0x600 && made < 0x700;
          run.end = at + taken;
          continue;
        }
      taken = (gsize) (g_utf8_next_char (here) - here);
      if (run.letters > 0 && (*here == '\n' || g_unichar_isalpha (g_utf8_get_char (here))))
        finish_run (&run, runs, accents);
    }
  finish_run (&run, runs, accents);
}

/* Whether @text has one of the letters without which there is none of these texts: the first half of ا and
 * ل, or of an accented letter. */
static gboolean
may_have_parts (guint through, const char *text, gsize length)
{
  const char *name = bayan_charset_reverse_get (through)->name;

  if (strcmp (name, "windows-1256") == 0)
    return strstr (text, "§") != NULL;
  if (strcmp (name, "ibm-437") == 0)
    return strstr (text, "╪") != NULL;
  return memchr (text, 0xC3, length) != NULL;
}

/**
 * bayan_double_encoding_find_parts:
 * @text: clean text
 * @doubts: (element-type BayanDoubt): where the parts that were encoded twice are added
 */
void
bayan_double_encoding_find_parts (const char *text, gsize length, GPtrArray *doubts)
{
  for (guint i = 0; i < bayan_charset_reverse_count (); i++)
    {
      g_autoptr (GArray) runs = NULL;
      guint accents = 0;

      if (!may_have_parts (i, text, length))
        continue;
      runs = g_array_new (FALSE, FALSE, sizeof (Run));
      find_runs (bayan_charset_reverse_get (i), text, length, runs, &accents);
      for (guint r = 0; accents >= 2 && r < runs->len; r++)
        {
          const Run *run = &g_array_index (runs, Run, r);

          bayan_damage_add (doubts, BAYAN_DOUBT_DOUBLE_ENCODED, run->letters, run->start, run->end, r);
        }
      if (accents >= 2)
        return;
    }
}
