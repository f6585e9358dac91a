/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-charset-choice.h"

#include <string.h>

#include "bayan-charset-score.h"
#include "bayan-source-reading.h"

#define RANKED_BYTES 16384u

/* The likelier first. */
static const char *const SETS[] = {
  "UTF-8",
  "windows-1256",
  "ISO-8859-6",
  "MacArabic",
  "DOS-720",
  "IBM864",
  "UTF-16LE",
  "UTF-16BE",
  "UTF-32LE",
  "UTF-32BE",
  "windows-1252",
  "windows-1254",
  "macintosh",
  "UTF-8 (double, windows-1252)",
  "UTF-8 (double, ISO-8859-1)",
  "UTF-8 (double, windows-1256)",
  "UTF-8 (double, macintosh)",
  "UTF-8 (double, ibm-437)",
  "UTF-8 (double, ibm-850)",
  "UTF-8 (triple, windows-1252)",
  "UTF-8 (triple, windows-1256)",
  NULL,
};

/**
 * bayan_charset_list:
 *
 * Returns: (transfer none): the names of the character sets that texts may be read in, the likelier first;
 *   ends with NULL
 */
const char *const *
bayan_charset_list (void)
{
  return SETS;
}

/* The first @size bytes of @raw as they read in @charset. */
static BayanMappedText *
read_sample (GBytes *raw, const char *charset, gsize size, BayanDecoding *decoding)
{
  BayanCharset set;
  gsize whole;
  const guint8 *data = g_bytes_get_data (raw, &whole);

  if (!bayan_charset_load (&set, charset, data, MIN (whole, size)))
    return NULL;
  return bayan_decoder_decode (&set, data, MIN (whole, size), decoding, NULL, NULL);
}

/* How much the text reads like one: bits a letter, as bayan_charset_score_arabic(). */
static double
score (GBytes *raw, const char *charset)
{
  BayanDecoding decoding;
  g_autoptr (BayanMappedText) text = read_sample (raw, charset, RANKED_BYTES, &decoding);
  double sum = 0;
  guint letters = 0, before = 0;

  for (const char *at = text != NULL ? text->text->str : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint class = c >= 0x621 && c <= 0x63A ? c - 0x620 : c >= 0x641 && c <= 0x64A ? c - 0x641 + 27 : 0;

      letters += class > 0 || c >= 'A';
      if (class > 0 || (before > 0 && class == 0))
        sum += bayan_arabic_bigram (before, class) / 8.0;
      else if (c < 0x80 && g_ascii_isalpha ((char) c))
        sum += 0.5;
      else if (c >= 0x80 && !(c >= 0x600 && c < 0x700) && !(c >= 0x2000 && c < 0x2070))
        sum -= c == 0xFFFD ? 8 : 1;
      before = class;
    }
  return sum / MAX (letters, 1) - (decoding.strange > 0 ? 1 : 0);
}

typedef struct {
  const char *name;
  double score;
  guint index;
} Guess;

static int
compare_guesses (gconstpointer a, gconstpointer b)
{
  const Guess *one = a, *other = b;

  return one->score > other->score   ? -1
         : one->score < other->score ? 1
                                     : (int) one->index - (int) other->index;
}

/**
 * bayan_charset_rank:
 * @raw: a source, not empty
 *
 * Looks at the beginning of @raw only: takes a few milliseconds.
 *
 * Returns: (transfer full): the names of bayan_charset_list(), the one in which @raw reads best first
 */
char **
bayan_charset_rank (GBytes *raw)
{
  Guess guesses[G_N_ELEMENTS (SETS)];
  const char *found = NULL;
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (raw, 0, MIN (g_bytes_get_size (raw), RANKED_BYTES));
  g_autoptr (BayanMappedText) text = NULL;
  GPtrArray *names = g_ptr_array_new ();

  if (g_bytes_get_size (head) > 0)
    text = bayan_source_reading_read (head, NULL, &found, NULL, NULL, NULL);
  for (guint i = 0; SETS[i] != NULL; i++)
    guesses[i] = (Guess) { SETS[i], g_strcmp0 (SETS[i], found) == 0 ? G_MAXDOUBLE : score (raw, SETS[i]), i };
  qsort (guesses, G_N_ELEMENTS (SETS) - 1, sizeof (Guess), compare_guesses);
  for (guint i = 0; SETS[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (guesses[i].name));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/**
 * bayan_charset_preview:
 * @charset: one of bayan_charset_list()
 * @max_chars: how much to read
 *
 * Returns: (transfer full): how the beginning of @raw reads in @charset, tags and all
 */
char *
bayan_charset_preview (GBytes *raw, const char *charset, gsize max_chars)
{
  BayanDecoding decoding;
  g_autoptr (BayanMappedText) text = read_sample (raw, charset, max_chars * 4 + 4, &decoding);

  if (text == NULL)
    return g_strdup ("");
  if (max_chars < (gsize) g_utf8_strlen (text->text->str, (gssize) text->text->len))
    g_string_truncate (text->text, (gsize) (g_utf8_offset_to_pointer (text->text->str, (glong) max_chars)
                                            - text->text->str));
  return g_strdup (text->text->str);
}
