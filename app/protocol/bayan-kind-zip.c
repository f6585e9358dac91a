/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a ZIP holds: a document of an office suite, or files. From the names of its members alone: nothing is unpacked.
 * PKWARE's application note, 4.3. */
#include <string.h>

#include "bayan-kind-private.h"

#define MAX_ENTRIES_LOOKED_AT 4096
#define LOCAL_HEAD_BYTES 30u
#define CENTRAL_HEAD_BYTES 46u
#define END_BYTES 22u
#define LOCATOR_BYTES 20u
#define END64_BYTES 56u

typedef struct {
  gboolean has_types; /* [Content_Types].xml: an Office Open XML file */
  const char *application;
  BayanKind kind;
} Office;

static guint32
read_u16 (const guint8 *at)
{
  return (guint32) at[0] | (guint32) at[1] << 8;
}

static guint32
read_u32 (const guint8 *at)
{
  return read_u16 (at) | read_u16 (at + 2) << 16;
}

/* The `mimetype` that comes first, unpacked, in OpenDocument and EPUB files. */
static gboolean
read_mimetype (const guint8 *data, gsize size, BayanKind *kind, const char **found)
{
  static const struct {
    const char *type;
    const char *name;
    BayanKind kind;
  } TYPES[] = {
    { "application/vnd.oasis.opendocument.text", "ODT", BAYAN_KIND_ODT },
    { "application/vnd.oasis.opendocument.spreadsheet", "ODS", BAYAN_KIND_UNSUPPORTED },
    { "application/vnd.oasis.opendocument.presentation", "ODP", BAYAN_KIND_UNSUPPORTED },
    { "application/vnd.oasis.opendocument", "OpenDocument", BAYAN_KIND_UNSUPPORTED },
    { "application/epub+zip", "EPUB", BAYAN_KIND_UNSUPPORTED },
  };
  gsize start = LOCAL_HEAD_BYTES + 8;

  if (size < start || read_u16 (data + 26) != 8 || memcmp (data + LOCAL_HEAD_BYTES, "mimetype", 8) != 0)
    return FALSE;
  start += read_u16 (data + 28);
  for (guint i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if (start + strlen (TYPES[i].type) <= size
        && memcmp (data + start, TYPES[i].type, strlen (TYPES[i].type)) == 0)
      {
        *kind = TYPES[i].kind;
        *found = TYPES[i].name;
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_prefix (const guint8 *name, gsize length, const char *prefix)
{
  return length >= strlen (prefix) && g_ascii_strncasecmp ((const char *) name, prefix, strlen (prefix)) == 0;
}

static void
look_at_name (Office *office, const guint8 *name, gsize length)
{
  if (has_prefix (name, length, "[Content_Types].xml"))
    office->has_types = TRUE;
  else if (has_prefix (name, length, "word/"))
    *office = (Office) { office->has_types, "DOCX", BAYAN_KIND_DOCX };
  else if (has_prefix (name, length, "xl/"))
    *office = (Office) { office->has_types, "XLSX", BAYAN_KIND_UNSUPPORTED };
  else if (has_prefix (name, length, "ppt/"))
    *office = (Office) { office->has_types, "PPTX", BAYAN_KIND_UNSUPPORTED };
}

/* Where the directory of a large archive begins, whose end record stands at @end: 4.3.14 and 4.3.15. */
static gsize
find_directory64 (const guint8 *data, gsize end)
{
  const guint8 *locator = data + end - LOCATOR_BYTES;
  gsize at;

  if (end < LOCATOR_BYTES + END64_BYTES || read_u32 (locator) != 0x07064B50)
    return G_MAXSIZE;
  at = read_u32 (locator + 8);
  if (at > end - LOCATOR_BYTES - END64_BYTES || read_u32 (data + at) != 0x06064B50)
    return G_MAXSIZE;
  return read_u32 (data + at + 48);
}

/* Where the directory at the end begins; G_MAXSIZE if there is none. */
static gsize
find_directory (const guint8 *data, gsize size)
{
  gsize least = size > END_BYTES + G_MAXUINT16 ? size - END_BYTES - G_MAXUINT16 : 0;

  if (size < END_BYTES)
    return G_MAXSIZE;
  for (gsize at = size - END_BYTES + 1; at-- > least;)
    if (read_u32 (data + at) == 0x06054B50)
      {
        gsize start = read_u32 (data + at + 16);

        start = start == G_MAXUINT32 ? find_directory64 (data, at) : start;
        return start < at ? start : G_MAXSIZE;
      }
  return G_MAXSIZE;
}

/* Looks at up to @most names, and returns how many there were. */
static guint
look_at_directory (Office *office, const guint8 *data, gsize size, guint most)
{
  gsize at = find_directory (data, size);
  guint n = 0;

  for (; n < most && at < size && size - at >= CENTRAL_HEAD_BYTES && read_u32 (data + at) == 0x02014B50; n++)
    {
      gsize name = read_u16 (data + at + 28);

      if (size - at - CENTRAL_HEAD_BYTES < name)
        break;
      look_at_name (office, data + at + CENTRAL_HEAD_BYTES, name);
      at += CENTRAL_HEAD_BYTES + name + read_u16 (data + at + 30) + read_u16 (data + at + 32);
    }
  return n;
}

/* The members' own heads, for a file whose end is missing; as far as they say how long their members are. */
static void
look_at_members (Office *office, const guint8 *data, gsize size)
{
  gsize at = 0;

  for (guint i = 0; i < MAX_ENTRIES_LOOKED_AT && at < size && size - at >= LOCAL_HEAD_BYTES
                    && read_u32 (data + at) == 0x04034B50;
       i++)
    {
      gsize name = read_u16 (data + at + 26);

      if (size - at - LOCAL_HEAD_BYTES < name)
        break;
      look_at_name (office, data + at + LOCAL_HEAD_BYTES, name);
      at += LOCAL_HEAD_BYTES + name + read_u16 (data + at + 28) + read_u32 (data + at + 18);
    }
}

/* What @data, a ZIP, holds. */
BayanKind
bayan_kind_of_zip (const guint8 *data, gsize size, const char **found)
{
  Office office = { FALSE, NULL, BAYAN_KIND_ARCHIVE };
  BayanKind kind;

  if (read_mimetype (data, size, &kind, found))
    return kind;
  look_at_directory (&office, data, size, MAX_ENTRIES_LOOKED_AT);
  if (!office.has_types)
    look_at_members (&office, data, size);
  if (!office.has_types || office.application == NULL)
    return BAYAN_KIND_ARCHIVE;
  *found = office.application;
  return office.kind;
}

/**
 * bayan_kind_has_more_entries:
 * @data: a ZIP
 *
 * Returns: whether its directory names more than @n members
 */
gboolean
bayan_kind_has_more_entries (const guint8 *data, gsize size, guint n)
{
  Office office = { FALSE, NULL, BAYAN_KIND_ARCHIVE };

  return look_at_directory (&office, data, size, n + 1) > n;
}
