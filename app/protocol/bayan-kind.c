/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-kind-private.h"

#include <string.h>

/* How files that are no text begin. From the formats' own specifications. */
static const struct {
  const char *magic;
  guint length, offset;
  const char *name;
  BayanKind kind;
} MAGICS[] = {
  { "%PDF-", 5, 0, "PDF", BAYAN_KIND_PDF },
  { "PK\x03\x04", 4, 0, "ZIP", BAYAN_KIND_ARCHIVE },
  { "PK\x05\x06", 4, 0, "ZIP", BAYAN_KIND_ARCHIVE },
  { "{\\rtf", 5, 0, "RTF", BAYAN_KIND_RTF },
  { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, 0, "OLE", BAYAN_KIND_UNSUPPORTED },
  { "\x89PNG\r\n\x1A\n", 8, 0, "PNG", BAYAN_KIND_UNSUPPORTED },
  { "\xFF\xD8\xFF", 3, 0, "JPEG", BAYAN_KIND_UNSUPPORTED },
  { "GIF87a", 6, 0, "GIF", BAYAN_KIND_UNSUPPORTED },
  { "GIF89a", 6, 0, "GIF", BAYAN_KIND_UNSUPPORTED },
  { "WEBP", 4, 8, "WebP", BAYAN_KIND_UNSUPPORTED },
  { "WAVE", 4, 8, "WAV", BAYAN_KIND_UNSUPPORTED },
  { "\x7F"
    "ELF",
    4, 0, "ELF", BAYAN_KIND_UNSUPPORTED },
  { "\x1F\x8B", 2, 0, "gzip", BAYAN_KIND_COMPRESSED },
  { "1AY&SY", 6, 4, "bzip2", BAYAN_KIND_COMPRESSED },
  { "\xFD"
    "7zXZ",
    6, 0, "xz", BAYAN_KIND_COMPRESSED },
  { "\x28\xB5\x2F\xFD", 4, 0, "zstd", BAYAN_KIND_COMPRESSED },
  { "7z\xBC\xAF\x27\x1C", 6, 0, "7z", BAYAN_KIND_ARCHIVE },
  { "Rar!\x1A\x07", 6, 0, "RAR", BAYAN_KIND_UNSUPPORTED },
  { "SQLite format 3", 16, 0, "SQLite", BAYAN_KIND_UNSUPPORTED },
  { "OggS", 4, 0, "Ogg", BAYAN_KIND_UNSUPPORTED },
  { "II*\0", 4, 0, "TIFF", BAYAN_KIND_UNSUPPORTED },
  { "MM\0*", 4, 0, "TIFF", BAYAN_KIND_UNSUPPORTED },
  { "ftyp", 4, 4, "MP4", BAYAN_KIND_UNSUPPORTED },
  { "ustar", 5, 257, "tar", BAYAN_KIND_ARCHIVE },
  { "\x78\x9F\x3E\x22", 4, 0, "TNEF", BAYAN_KIND_UNSUPPORTED }, /* Outlook's winmail.dat */
};

/* What the streams of an OLE file are called says what it is. UTF-16LE, as they stand in its directory. */
static BayanKind
kind_of_ole (const guint8 *data, gsize size, const char **found)
{
  static const struct {
    const char *stream;
    gsize length;
    const char *name;
    BayanKind kind;
  } STREAMS[] = {
    { "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31, "Office", BAYAN_KIND_ENCRYPTED },
    { "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t", 23, "DOC", BAYAN_KIND_UNSUPPORTED },
    { "P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t", 37, "PPT", BAYAN_KIND_UNSUPPORTED },
    { "W\0o\0r\0k\0b\0o\0o\0k", 15, "XLS", BAYAN_KIND_UNSUPPORTED },
    { "_\0_\0s\0u\0b\0s\0t\0g\0001\0.\0000", 21, "MSG", BAYAN_KIND_UNSUPPORTED },
  };

  *found = "OLE";
  for (guint i = 0; i < G_N_ELEMENTS (STREAMS); i++)
    if (memmem (data, size, STREAMS[i].stream, STREAMS[i].length) != NULL)
      {
        *found = STREAMS[i].name;
        return STREAMS[i].kind;
      }
  return BAYAN_KIND_UNSUPPORTED;
}

/* A PDF may begin with other bytes: ISO 32000, annex H, allows it in the first kilobyte; two marks behind UTF-8's
 * own make it no text. RTF is found behind white space, as Word finds it. */
static BayanKind
kind_of_shifted (const guint8 *head, gsize size, const char **found, gsize *at)
{
  gsize start = size >= 3 && memcmp (head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  while (start < size && strchr (" \t\r\n", head[start]) != NULL && head[start] != '\0')
    start++;
  if (start == 0)
    return BAYAN_KIND_TEXT;
  *at = start;
  if (size - start > 5 && memcmp (head + start, "{\\rtf", 5) == 0)
    {
      *found = "RTF";
      return BAYAN_KIND_RTF;
    }
  if (size - start > 8 && memcmp (head + start, "%PDF-", 5) == 0 && g_ascii_isdigit (head[start + 5]))
    {
      *found = "PDF";
      return BAYAN_KIND_PDF;
    }
  return BAYAN_KIND_TEXT;
}

/* OpenDocument as one file of XML: the element at the root says so. */
static gboolean
is_flat_document (const guint8 *head, gsize size)
{
  gsize sample = MIN (size, BAYAN_KIND_HEAD_BYTES);

  return head != NULL && memmem (head, sample, "<office:document", 16) != NULL
         && memmem (head, sample, "application/vnd.oasis.opendocument.text", 39) != NULL;
}

/**
 * bayan_kind_of_head:
 * @head: the first BAYAN_KIND_HEAD_BYTES of a file, or all of it
 * @found: (out) (nullable): what it is, as its format calls itself; static
 * @at: (out): which byte decided
 *
 * Returns: what it is, as far as its beginning tells: every ZIP is an archive, every OLE file unsupported
 */
BayanKind
bayan_kind_of_head (const guint8 *head, gsize size, const char **found, gsize *at)
{
  BayanKind kind;

  *found = NULL;
  *at = 0;
  if (size == 0) /* then @head may be NULL, with which C allows nothing */
    return BAYAN_KIND_TEXT;
  for (guint i = 0; i < G_N_ELEMENTS (MAGICS); i++)
    if (size >= MAGICS[i].offset + MAGICS[i].length
        && memcmp (head + MAGICS[i].offset, MAGICS[i].magic, MAGICS[i].length) == 0)
      {
        *found = MAGICS[i].name;
        *at = MAGICS[i].offset;
        return MAGICS[i].kind;
      }
  kind = kind_of_shifted (head, size, found, at);
  if (kind != BAYAN_KIND_TEXT)
    return kind;
  *at = 0;
  if (is_flat_document (head, size))
    {
      *found = "FODT";
      return BAYAN_KIND_FODT;
    }
  kind = bayan_kind_of_mail ((const char *) head, MIN (size, BAYAN_KIND_HEAD_BYTES));
  if (kind != BAYAN_KIND_TEXT)
    *found = kind == BAYAN_KIND_MAIL ? "EML" : "MHTML";
  return kind;
}

/**
 * bayan_kind_of:
 * @data: a whole file
 *
 * As bayan_kind_of_head(), and tells what a ZIP or an OLE file holds.
 */
BayanKind
bayan_kind_of (const guint8 *data, gsize size, const char **found, gsize *at)
{
  BayanKind kind = bayan_kind_of_head (data, size, found, at);

  if (kind == BAYAN_KIND_ARCHIVE && g_strcmp0 (*found, "ZIP") == 0)
    return bayan_kind_of_zip (data, size, found);
  if (kind == BAYAN_KIND_UNSUPPORTED && g_strcmp0 (*found, "OLE") == 0)
    return kind_of_ole (data, size, found);
  return kind;
}

/**
 * bayan_kind_is_container:
 *
 * Returns: whether there may be several statements in such a file
 */
gboolean
bayan_kind_is_container (BayanKind kind)
{
  return kind == BAYAN_KIND_ARCHIVE || kind == BAYAN_KIND_COMPRESSED || kind == BAYAN_KIND_MAIL;
}

/**
 * bayan_kind_is_document:
 *
 * Returns: whether the child reads the text out of such a file
 */
gboolean
bayan_kind_is_document (BayanKind kind)
{
  return kind >= BAYAN_KIND_PDF && kind <= BAYAN_KIND_MHTML;
}
