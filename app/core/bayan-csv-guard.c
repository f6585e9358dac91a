/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-csv-guard.h"

#include <string.h>

#define GUARD '\''

static gboolean
is_unseen (gunichar c)
{
  return c == 0xfeff || c == 0xad || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gboolean
calculates (gunichar c)
{
  static const gunichar wide[] = { 0xff1d, 0xff0b, 0xff0d, 0xff20, 0x2212, 0xfe62, 0xfe63, 0xfe66, 0xfe6b };

  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (c == wide[i])
      return TRUE;
  return c != 0 && c < 0x80 && strchr ("=+-@\t\r\n", (int) c) != NULL;
}

/* TRUE if a spreadsheet may calculate with @cell, or if it begins like one that is guarded. */
gboolean
bayan_csv_needs_guard (const char *cell)
{
  while (*cell == GUARD)
    cell++;
  for (; *cell != '\0'; cell = g_utf8_next_char (cell))
    {
      gunichar c = g_utf8_get_char (cell);

      if (calculates (c))
        return TRUE;
      if (!is_unseen (c))
        return FALSE;
    }
  return FALSE;
}

/* TRUE if the apostrophe that @cell begins with is a guard. */
gboolean
bayan_csv_is_guarded (const char *cell)
{
  return *cell == GUARD && bayan_csv_needs_guard (cell);
}
