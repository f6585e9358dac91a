/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-rtf-charset.h"

#include <string.h>

#define LATIN 1252u
#define MACINTOSH 10000u
#define UTF8 65001u
#define REPLACEMENT "\357\277\275"

static void
close_converter (gpointer data)
{
  if ((GIConv) data != (GIConv) -1)
    g_iconv_close ((GIConv) data);
}

/**
 * bayan_rtf_decoders_new:
 *
 * Returns: (transfer full): free with g_hash_table_unref()
 */
BayanRtfDecoders *
bayan_rtf_decoders_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, close_converter);
}

static GIConv
open_converter (guint code_page)
{
  g_autofree char *name = g_strdup_printf ("CP%u", code_page);
  GIConv converter = g_iconv_open ("UTF-8", code_page == MACINTOSH ? "MACINTOSH"
                                            : code_page == UTF8    ? "UTF-8"
                                                                   : name);

  return converter != (GIConv) -1 ? converter : g_iconv_open ("UTF-8", "CP1252");
}

static GIConv
get_converter (BayanRtfDecoders *self, guint code_page)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self, GUINT_TO_POINTER (code_page), NULL, &found))
    {
      found = open_converter (code_page);
      g_hash_table_insert (self, GUINT_TO_POINTER (code_page), found);
    }
  return found;
}

/**
 * bayan_rtf_decode:
 *
 * Returns: (transfer full): the text of @bytes; what the code page does not have becomes U+FFFD
 */
char *
bayan_rtf_decode (BayanRtfDecoders *self, guint code_page, const char *bytes, gsize length)
{
  GIConv converter = get_converter (self, code_page);
  gsize room = length * 4 + 8, out_left = room;
  char *text = g_malloc (room), *out = text, *in = (char *) bytes;

  while (length > 0 && converter != (GIConv) -1)
    {
      g_iconv (converter, NULL, NULL, NULL, NULL);
      if (g_iconv (converter, &in, &length, &out, &out_left) != (gsize) -1 || length == 0)
        break;
      memcpy (out, REPLACEMENT, 3);
      out += 3;
      out_left -= 3;
      in++;
      length--;
    }
  *out = '\0';
  return text;
}

/**
 * bayan_rtf_charset_to_code_page:
 * @charset: the number that a font has for it
 * @document_code_page: what the file says of itself
 */
guint
bayan_rtf_charset_to_code_page (int charset, guint document_code_page)
{
  static const struct {
    int charset;
    guint code_page;
  } PAGES[] = {
    { 77, MACINTOSH }, { 128, 932 },  { 129, 949 },  { 134, 936 },  { 136, 950 },
    { 161, 1253 },     { 162, 1254 }, { 163, 1258 }, { 177, 1255 }, { 178, 1256 },
    { 179, 1256 },     { 180, 1256 }, { 181, 1255 }, { 186, 1257 }, { 204, 1251 },
    { 222, 874 },      { 238, 1250 }, { 254, 437 },  { 255, 850 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    if (PAGES[i].charset == charset)
      return PAGES[i].code_page;
  return document_code_page != 0 ? document_code_page : LATIN;
}
