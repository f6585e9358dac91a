/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-text-language.h"

#include <string.h>

#define SAMPLE_BYTES (64u * 1024)

typedef struct {
  guint arabic, latin;
  guint persian, kurdish, turkish; /* letters that only these write */
  guint articles;                  /* words that begin with ال */
} Tally;

/* Sorani Kurdish, Persian and Turkish have letters of their own; the look-alikes ی and ک do not tell, for
 * Arabic is often typed with them. */
static void
tally_letter (Tally *tally, gunichar c)
{
  tally->arabic += c >= 0x620 && c <= 0x6D3;
  tally->latin += c < 0x250 && g_unichar_isalpha (c);
  tally->persian += c == 0x67E || c == 0x686 || c == 0x698 || c == 0x6AF;
  tally->kurdish += c == 0x6CE || c == 0x6C6 || c == 0x695 || c == 0x6B5 || c == 0x6D5;
  tally->turkish += c == 0x11F || c == 0x15F || c == 0x131 || c == 0x130;
}

static guint
count_words (const char *text, const char *const *words)
{
  guint count = 0;

  for (guint i = 0; words[i] != NULL; i++)
    for (const char *at = text; (at = strstr (at, words[i])) != NULL; at++)
      count++;
  return count;
}

static const char *
latin_language (const char *text, const Tally *tally)
{
  static const char *const ENGLISH[] = { " the ", " of ", " and ", " to ", " in ", " for ", " that ", NULL };
  static const char *const FRENCH[] = {
    " le ", " la ", " les ", " des ", " et ", " du ", " une ", " pour ", NULL,
  };
  g_autofree char *small = g_utf8_strdown (text, -1);
  guint english = count_words (small, ENGLISH), french = count_words (small, FRENCH);

  if (tally->turkish * 50 > tally->latin)
    return "tr";
  return french > english ? "fr" : "en";
}

/**
 * bayan_text_language_of:
 *
 * Returns: (transfer none): ISO 639-1, or "ckb" for Sorani Kurdish, which has none; "ar" for a text without
 * letters
 */
const char *
bayan_text_language_of (const char *text, gsize length)
{
  Tally tally = { 0 };
  gsize sample = length > SAMPLE_BYTES ? (gsize) (g_utf8_find_prev_char (text, text + SAMPLE_BYTES) - text)
                                       : length;
  g_autofree char *head = g_strndup (text, sample);

  for (const char *at = head; *at != '\0'; at = g_utf8_next_char (at))
    tally_letter (&tally, g_utf8_get_char (at));
  tally.articles = count_words (head, (const char *const[]) { " ال", " وال", NULL });
  if (tally.latin > tally.arabic)
    return latin_language (head, &tally);
  if (tally.kurdish * 25 > tally.arabic)
    return "ckb";
  if (tally.persian * 100 > tally.arabic && tally.articles * 100 < tally.arabic)
    return "fa";
  return "ar";
}
