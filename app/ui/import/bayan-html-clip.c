/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-clip.h"

#include <string.h>

#define START "<!--StartFragment-->"
#define END "<!--EndFragment-->"
#define PAGE "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n"
/* The head that Windows puts before it is a few lines. */
#define MAX_HEAD_BYTES 1024

/* Little-endian where nothing says so: nobody else leaves the mark out. */
static char *
from_utf16 (const guint8 *data, gsize size, gsize *length)
{
  const char *set = size >= 2 && data[0] == 0xFE && data[1] == 0xFF ? "UTF-16BE" : "UTF-16LE";
  gsize skip = size >= 2 && (data[0] ^ data[1]) == 1 && (data[0] & data[1]) == 0xFE ? 2 : 0;

  return g_convert_with_fallback ((const char *) data + skip, (gssize) ((size - skip) & ~(gsize) 1), "UTF-8",
                                  set, "\357\277\275", NULL, length, NULL);
}

/* Markup and addresses begin with letters of one byte. */
static gboolean
is_utf16 (const guint8 *data, gsize size)
{
  return size >= 4
         && ((data[0] == 0xFF && data[1] == 0xFE) || (data[0] == 0xFE && data[1] == 0xFF)
             || (data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0));
}

/* Returns: (transfer full) (nullable): as UTF-8, ended by a NUL; NULL if it is in neither encoding */
static char *
to_utf8 (GBytes *bytes, gsize *length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (data != NULL && is_utf16 (data, size))
    return from_utf16 (data, size, length);
  while (size > 0 && data[size - 1] == '\0')
    size--;
  if (data == NULL || !g_utf8_validate ((const char *) data, (gssize) size, NULL))
    return NULL;
  *length = size;
  return g_strndup ((const char *) data, size);
}

/* The head that Windows puts before it, as programs under Wine hand it on. Returns where the page begins. */
static const char *
skip_head (const char *text, char **address)
{
  const char *page = strchr (text, '<');
  const char *source;

  if (!g_str_has_prefix (text, "Version:") || page == NULL || page - text > MAX_HEAD_BYTES)
    return text;
  source = g_strstr_len (text, page - text, "SourceURL:");
  if (source != NULL && address != NULL && *address == NULL)
    *address = g_strndup (source + strlen ("SourceURL:"), strcspn (source + strlen ("SourceURL:"), "\r\n"));
  return page;
}

/**
 * bayan_html_clip_to_page:
 * @clip: what another program offers as text/html
 * @address: (inout) (optional): of the page it comes from, where that is said; left as it is where there is one already
 *
 * Returns: (transfer full): what was selected, as a page in UTF-8; @clip itself where it cannot be read so
 */
GBytes *
bayan_html_clip_to_page (GBytes *clip, char **address)
{
  gsize length = 0;
  g_autofree char *text = to_utf8 (clip, &length);
  const char *start, *end;

  if (text == NULL || strlen (text) != length)
    return g_bytes_ref (clip);
  start = skip_head (text, address);
  if (strstr (start, START) != NULL)
    start = strstr (start, START) + strlen (START);
  end = strstr (start, END);
  if (end == NULL)
    end = text + length;

  GString *page = g_string_new (PAGE);
  g_string_append_len (page, start, end - start);
  return g_string_free_to_bytes (page);
}

/* Whether there is anything but tags and white space: a picture alone has none. */
gboolean
bayan_html_clip_has_words (GBytes *page)
{
  gsize size;
  const char *data = g_bytes_get_data (page, &size);
  gboolean in_tag = FALSE;

  for (gsize i = 0; i < size; i++)
    if (data[i] == '<')
      in_tag = TRUE;
    else if (data[i] == '>')
      in_tag = FALSE;
    else if (!in_tag && !g_ascii_isspace (data[i]))
      return TRUE;
  return FALSE;
}

/**
 * bayan_html_clip_read_address:
 * @offered: what a browser says of where a selection comes from, in its own way
 *
 * Returns: (transfer full) (nullable): the address, if it is one of the web
 */
char *
bayan_html_clip_read_address (GBytes *offered)
{
  gsize length = 0;
  g_autofree char *text = to_utf8 (offered, &length);

  if (text == NULL)
    return NULL;
  text[strcspn (text, "\r\n")] = '\0';
  if (!g_str_has_prefix (text, "http://") && !g_str_has_prefix (text, "https://"))
    return NULL;
  return g_steal_pointer (&text);
}
