/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-date.h"

#include <string.h>

static char *
put_number (char *at, guint value, guint least_digits)
{
  char digits[10];
  guint n = 0;

  for (; value > 0 || n < least_digits; value /= 10)
    digits[n++] = (char) ('0' + value % 10);
  while (n > 0)
    *at++ = digits[--n];
  return at;
}

/**
 * bayan_date_to_iso:
 *
 * Returns: (transfer full): "2021-06-28"; digits that are not known are X ("2021-06-XX", "XXXX-08-26"), and
 *   parts unknown at the end are left off ("2021", "2021-06")
 */
char *
bayan_date_to_iso (BayanDate date)
{
  char iso[] = "XXXXX-XXX-XXX", *at = iso + strlen ("XXXX"); /* room for any year, month and day of their types */

  if (date.year != 0)
    at = put_number (iso, (guint16) date.year, 4);
  if (date.month != 0 || date.day != 0)
    *at++ = '-';
  if (date.month != 0)
    at = put_number (at, (guint8) date.month, 2);
  else if (date.day != 0)
    at = stpcpy (at, "XX");
  if (date.day != 0)
    {
      *at++ = '-';
      at = put_number (at, (guint8) date.day, 2);
    }
  return g_strndup (iso, (gsize) (at - iso));
}

static int
take_digits (const char **at, int n_digits)
{
  int value = 0;
  gboolean known = TRUE;

  for (int i = 0; i < n_digits; i++, (*at)++)
    {
      if (g_ascii_isdigit (**at))
        value = value * 10 + **at - '0';
      else if (**at == 'X')
        known = FALSE;
      else
        return -1;
    }
  return known ? value : 0;
}

/**
 * bayan_date_from_iso:
 * @iso: (nullable): what bayan_date_to_iso() writes
 *
 * Returns: the date; an unset one for anything else
 */
BayanDate
bayan_date_from_iso (const char *iso)
{
  BayanDate none = { 0, 0, 0 };
  int parts[3] = { 0, 0, 0 };
  static const int N_DIGITS[3] = { 4, 2, 2 };
  static const int MOST[3] = { 9999, 12, 31 };

  if (iso == NULL || *iso == '\0')
    return none;
  for (int i = 0; i < 3 && *iso != '\0'; i++)
    {
      if (i > 0 && *iso++ != '-')
        return none;
      parts[i] = take_digits (&iso, N_DIGITS[i]);
      if (parts[i] < 0 || parts[i] > MOST[i])
        return none;
    }
  if (*iso != '\0')
    return none;
  return (BayanDate) { (gint16) parts[0], (gint8) parts[1], (gint8) parts[2] };
}

/* By year, month, day; what is unknown comes first. */
int
bayan_date_compare (BayanDate a, BayanDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  return (a.day > b.day) - (a.day < b.day);
}
