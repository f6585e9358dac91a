/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mail-text.h"

#include <string.h>

/* How deep a line is quoted. */
static gsize
count_quotes (const char *line, gsize length)
{
  gsize n = 0;

  while (n < length && line[n] == '>')
    n++;
  return n;
}

/**
 * bayan_mail_text_unflow:
 * @text: format=flowed
 * @delete_space: the parameter DelSp
 *
 * Returns: (transfer full): @text with each paragraph on one line again. RFC 3676, 4
 */
char *
bayan_mail_text_unflow (const char *text, gboolean delete_space)
{
  GString *flowed = g_string_sized_new (strlen (text));
  gboolean is_open = FALSE; /* the line before goes on */
  gsize open_quotes = 0;

  while (*text != '\0')
    {
      gsize whole = strcspn (text, "\n"), length = whole - (whole > 0 && text[whole - 1] == '\r');
      gsize quotes = count_quotes (text, length);
      gboolean stuffed = quotes < length && text[quotes] == ' ';
      const char *content = text + quotes + stuffed;
      gsize content_length = length - quotes - stuffed;
      gboolean is_signature = content_length == 3 && memcmp (content, "-- ", 3) == 0;

      if (is_open && (quotes != open_quotes || is_signature))
        is_open = (g_string_append_c (flowed, '\n'), FALSE);
      if (!is_open)
        g_string_append_len (flowed, text, (gssize) quotes);
      is_open = content_length > 0 && content[content_length - 1] == ' ' && !is_signature;
      g_string_append_len (flowed, content, (gssize) (content_length - (is_open && delete_space)));
      if (!is_open)
        g_string_append_c (flowed, '\n');
      open_quotes = quotes;
      text += whole + (text[whole] == '\n');
    }
  return g_string_free (flowed, FALSE);
}

static void
put_escaped (GString *html, char letter)
{
  switch (letter)
    {
    case '&':
      g_string_append (html, "&amp;");
      break;
    case '<':
      g_string_append (html, "&lt;");
      break;
    case '>':
      g_string_append (html, "&gt;");
      break;
    default:
      g_string_append_c (html, letter);
    }
}

static gboolean
is_blank (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr (" \t\r", line[i]) == NULL || line[i] == '\0')
      return FALSE;
  return TRUE;
}

/**
 * bayan_mail_text_put:
 * @text: in any character set that has ASCII in it
 *
 * Adds @text to @html: empty lines part paragraphs, and each line stays one.
 */
void
bayan_mail_text_put (GString *html, const char *text, gsize length_bytes)
{
  const char *end = text + length_bytes;
  gboolean is_open = FALSE;

  while (text < end)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));
      const char *next = stop != NULL ? stop + 1 : end;

      stop = stop != NULL ? stop : end;
      if (is_blank (text, (gsize) (stop - text)))
        {
          if (is_open)
            g_string_append (html, "</p>\n");
          is_open = FALSE;
        }
      else
        {
          g_string_append (html, is_open ? "<br>\n" : "<p>");
          is_open = TRUE;
          for (; text < stop; text++)
            if (*text != '\r')
              put_escaped (html, *text);
        }
      text = next;
    }
  if (is_open)
    g_string_append (html, "</p>\n");
}
