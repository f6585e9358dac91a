/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in archives. ZIP says only whether a name is UTF-8; else it is in what the packing computer used: in Arabic
 * countries Windows' own set (1256) or that of its command line (720), elsewhere 437. The one with most Arabic letters
 * is taken. */
#include "bayan-archive.h"

#include <unicode/ucnv.h>

#define N_HIGH 128

/* The letters of the upper half of a single-byte set. */
typedef struct {
  const char *name; /* as ICU calls it */
  UChar letters[N_HIGH];
} Table;

static Table windows_1256 = { "windows-1256", { 0 } }, dos_720 = { "ibm-720", { 0 } },
             dos_437 = { "ibm-437", { 0 } };

static void
fill_table (Table *table)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (table->name, &status);
  char bytes[N_HIGH];

  for (guint i = 0; i < N_HIGH; i++)
    bytes[i] = (char) (N_HIGH + i);
  if (U_SUCCESS (status))
    ucnv_toUChars (converter, table->letters, N_HIGH, bytes, N_HIGH, &status);
  ucnv_close (converter);
}

static void
fill_tables (void)
{
  static gsize filled = 0;

  if (!g_once_init_enter (&filled))
    return;
  fill_table (&windows_1256);
  fill_table (&dos_720);
  fill_table (&dos_437);
  g_once_init_leave (&filled, 1);
}

/* How many of the letters of @name are Arabic in @table. */
static guint
count_arabic (const char *name, const Table *table)
{
  guint n = 0;

  for (const guint8 *at = (const guint8 *) name; *at != '\0'; at++)
    n += *at >= 0x80 && table->letters[*at - 0x80] >= 0x621 && table->letters[*at - 0x80] <= 0x64A;
  return n;
}

static guint
count_high (const char *name)
{
  guint n = 0;

  for (const guint8 *at = (const guint8 *) name; *at != '\0'; at++)
    n += *at >= 0x80;
  return n;
}

static char *
decode (const char *name, const Table *table)
{
  GString *decoded = g_string_new (NULL);

  for (const guint8 *at = (const guint8 *) name; *at != '\0'; at++)
    g_string_append_unichar (decoded, *at < 0x80 ? *at : table->letters[*at - 0x80]);
  return g_string_free (decoded, FALSE);
}

/**
 * bayan_archive_decode_name:
 * @name: as it stands in an archive
 *
 * Returns: (transfer full): UTF-8
 */
char *
bayan_archive_decode_name (const char *name)
{
  guint high, windows, command_line;

  if (g_utf8_validate (name, -1, NULL))
    return g_strdup (name);
  fill_tables ();
  high = count_high (name);
  windows = count_arabic (name, &windows_1256);
  command_line = count_arabic (name, &dos_720);
  if (MAX (windows, command_line) * 10 < high * 7)
    return decode (name, &dos_437);
  return decode (name, windows >= command_line ? &windows_1256 : &dos_720);
}
