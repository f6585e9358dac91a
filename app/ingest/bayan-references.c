/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-references.h"

#include <string.h>

#include "bayan-html-scanner.h"

/* So many Arabic letters written in this way are no example of it. */
#define LEAST_LETTERS 4u

#define ESCAPED_AMPERSAND "&amp;"

/* Reads "&#1593;", or "&amp;#1593;", at @at. Returns its letter and sets @length; 0 if there is none. */
static gunichar
read_reference (const char *at, const char *end, gsize *length)
{
  gsize skipped = g_str_has_prefix (at, ESCAPED_AMPERSAND) ? strlen (ESCAPED_AMPERSAND) - 1 : 0;
  char reference[12] = "&";
  gsize size = MIN ((gsize) (end - at) - skipped - 1, sizeof reference - 2);
  gunichar c;

  memcpy (reference + 1, at + skipped + 1, size);
  c = bayan_html_read_reference (reference, reference + size + 1, length);
  *length += skipped;
  return c;
}

/**
 * bayan_references_need_repair:
 * @html: whether it will be read as a page, so that references which are escaped once are nothing strange
 *
 * Returns: whether @text has Arabic letters that would be shown as numbers
 */
gboolean
bayan_references_need_repair (const BayanMappedText *text, gboolean html)
{
  const char *prefix = html ? ESCAPED_AMPERSAND "#" : "&";
  const char *at = text->text->str, *end = at + text->text->len;
  guint letters = 0;
  gsize length;

  while (letters < LEAST_LETTERS && (at = strstr (at, prefix)) != NULL)
    {
      gunichar c = read_reference (at, end, &length);

      letters += c >= 0x600 && c < 0x700;
      at += strlen (prefix);
    }
  return letters >= LEAST_LETTERS;
}

/**
 * bayan_references_repair:
 *
 * Returns: (transfer full): @text with letters for references; of a page, with one escape less
 */
BayanMappedText *
bayan_references_repair (const BayanMappedText *text, gboolean html)
{
  BayanMappedText *made = bayan_mapped_text_new (text->text->len);
  const char *start = text->text->str, *end = start + text->text->len;

  for (const char *at = start; at < end;)
    {
      gsize length = (gsize) (g_utf8_next_char (at) - at), taken = 0;
      gunichar c = g_utf8_get_char (at);
      BayanRawSpan raw;

      if (c == '&' && html && g_str_has_prefix (at, ESCAPED_AMPERSAND))
        length = strlen (ESCAPED_AMPERSAND);
      else if (c == '&' && !html)
        {
          gunichar letter = read_reference (at, end, &taken);

          c = letter != 0 ? letter : c;
          length = letter != 0 ? taken : length;
        }
      raw = bayan_offset_map_to_raw (
          text->map, bayan_clean_span ((guint32) (at - start), (guint32) (at - start + (gssize) length)));
      bayan_mapped_text_put (made, c, raw.start.byte, raw.end.byte - raw.start.byte);
      at += length;
    }
  bayan_mapped_text_flush (made);
  return made;
}
