/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-format.h"

#include <string.h>

#include "bayan-ingest-error.h"

#define SAMPLE_BYTES (64u * 1024)

/**
 * bayan_format_refuse_unread:
 * @raw: a whole source
 * @kind: (out): what it is
 *
 * Returns: FALSE with BAYAN_INGEST_ERROR if @raw is in a format that neither we nor the child program read as one
 * statement
 */
gboolean
bayan_format_refuse_unread (GBytes *raw, BayanKind *kind, GError **error)
{
  gsize size, at;
  const guint8 *data = g_bytes_get_data (raw, &size);
  const char *found;

  *kind = bayan_kind_of (data, size, &found, &at);
  if (*kind == BAYAN_KIND_ENCRYPTED)
    return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_ENCRYPTED, at, found, "Encrypted: %s", found);
  if (*kind == BAYAN_KIND_TEXT || bayan_kind_is_document (*kind))
    return TRUE;
  return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_UNSUPPORTED, at, found, "Not text but %s", found);
}

/**
 * bayan_format_refuse_foreign:
 *
 * Returns: FALSE with BAYAN_INGEST_ERROR_UNSUPPORTED if @raw begins as a format does that is no text
 */
gboolean
bayan_format_refuse_foreign (const guint8 *raw, gsize size, GError **error)
{
  const char *found;
  gsize at;
  BayanKind kind = bayan_kind_of_head (raw, size, &found, &at);

  if (kind == BAYAN_KIND_TEXT || kind == BAYAN_KIND_MAIL || kind == BAYAN_KIND_MHTML
      || kind == BAYAN_KIND_FODT)
    return TRUE;
  return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_UNSUPPORTED, at, found, "Not text but %s", found);
}

/* Whether one of the eight bytes at @at is below 0x20: hardly any are. */
static inline gboolean
has_controls (const guint8 *at)
{
  const guint64 each = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 bytes;

  memcpy (&bytes, at, sizeof bytes);
  return ((bytes - each * 0x20) & ~bytes & each * 0x80) != 0;
}

/**
 * bayan_format_refuse_binary:
 * @raw: bytes that are not UTF-16 or UTF-32
 *
 * A stray control character happens; in text they are no two in a hundred.
 *
 * Returns: FALSE with BAYAN_INGEST_ERROR_BINARY if @raw is full of control characters
 */
gboolean
bayan_format_refuse_binary (const guint8 *raw, gsize size, GError **error)
{
  gsize sample = MIN (size, SAMPLE_BYTES), controls = 0, first = 0;

  for (gsize i = 0; i < sample; i++)
    {
      while (sample - i >= sizeof (guint64) && !has_controls (raw + i))
        i += sizeof (guint64);
      if (i < sample && raw[i] < 0x20 && (raw[i] == 0 || strchr ("\t\n\v\f\r\x1B\x1A", raw[i]) == NULL))
        first = controls++ == 0 ? i : first;
    }
  if (controls <= 2 + sample / 64)
    return TRUE;
  return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_BINARY, first, NULL,
                              "Not text: control characters from byte %" G_GSIZE_FORMAT " on", first);
}

static gboolean
is_html_tag (const char *at, gsize left)
{
  static const char *const NAMES[] = {
    "!doctype html", "html",    "head",  "body", "meta",   "title", "div", "p",  "br", "span", "article",
    "main",          "section", "table", "ul",   "ol",     "li",    "h1",  "h2", "h3", "a",    "b",
    "strong",        "em",      "i",     "img",  "script", "style", "nav",
  };
  gsize from = left > 1 && at[1] == '/' ? 2 : 1;

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      gsize length = strlen (NAMES[i]);

      if (left > from + length && g_ascii_strncasecmp (at + from, NAMES[i], length) == 0
          && strchr (" \t\n/>", at[from + length]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * bayan_format_of_text:
 * @text: decoded text
 *
 * Returns: BAYAN_FORMAT_HTML if @text begins with a tag of HTML, or has more than a few of them
 */
BayanFormat
bayan_format_of_text (const char *text, gsize length)
{
  gsize sample = MIN (length, SAMPLE_BYTES);
  const char *start = text + strspn (text, " \t\n"), *end = text + sample;
  guint tags = 0;

  if (g_str_has_prefix (start, "<?xml") || g_str_has_prefix (start, "<!--"))
    start = memchr (start + 1, '<', (gsize) (text + length - start - 1));
  if (start != NULL && *start == '<' && is_html_tag (start, (gsize) (text + length - start)))
    return BAYAN_FORMAT_HTML;
  for (const char *at = text; tags < 4 && at < end && (at = memchr (at, '<', (gsize) (end - at))) != NULL;
       at++)
    tags += is_html_tag (at, (gsize) (end - at));
  return tags >= 4 ? BAYAN_FORMAT_HTML : BAYAN_FORMAT_TEXT;
}
