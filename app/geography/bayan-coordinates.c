/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-coordinates.h"

#include <math.h>
#include <string.h>

/* A metre, about */
#define WRITTEN "%.5f"

/* Degrees, minutes and seconds: the last one may have a fraction, and its mark may be left out. */
#define WHOLE "([0-9]{1,3})"
#define BROKEN "([0-9]{1,3}(?:\\.[0-9]*)?)"
#define DEGREE_MARK "[°º˚]"
#define MINUTE_MARK "['′’]"
#define SECOND_MARK "(?:\"|″|”|'')"
#define BETWEEN(mark) "(?:\\s*" mark "\\s*|\\s+)"
#define LAST(mark) "\\s*" mark "?\\s*"
#define COORDINATE(numbers) "\\s*([NSEW]?)\\s*([-+]?)" numbers "([NSEW]?)\\s*"
#define PAIR(numbers) "^" COORDINATE (numbers) "(?:[,;/]|(?<=[^0-9.]))" COORDINATE (numbers) "$"

#define MOST_BYTES 120

/* Both are written alike, so that four numbers can only be read in one way. */
static const char *const PATTERNS[] = {
  PAIR (BROKEN LAST (DEGREE_MARK)),
  PAIR (WHOLE BETWEEN (DEGREE_MARK) BROKEN LAST (MINUTE_MARK)),
  PAIR (WHOLE BETWEEN (DEGREE_MARK) WHOLE BETWEEN (MINUTE_MARK) BROKEN LAST (SECOND_MARK)),
};

static const struct {
  const char *word; /* in lower case; the longer before what it begins with */
  char direction;
} DIRECTIONS[] = {
  { "north", 'N' }, { "south", 'S' }, { "east", 'E' },  { "west", 'W' }, { "n", 'N' },     { "s", 'S' },
  { "e", 'E' },     { "w", 'W' },     { "شمالا", 'N' }, { "شمال", 'N' }, { "جنوبا", 'S' }, { "جنوب", 'S' },
  { "شرقا", 'E' },  { "شرق", 'E' },   { "غربا", 'W' },  { "غرب", 'W' },
};

static const struct {
  const char *from;
  const char *to;
} MARKS[] = { { "٫", "." }, { "−", "-" }, { "،", "," }, { "؛", ";" } };

/* One of the two */
typedef struct {
  double degrees;
  char before, behind; /* directions; 0 where none is written */
  gboolean has_sixty;
  gboolean is_unclear;
} Coordinate;

/* Vowel marks, a stretched letter, and what only orders letters on the screen say nothing. */
static gboolean
is_silent (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return letter == 0x0640 || type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_FORMAT;
}

/* Returns: (transfer full): @typed with the digits of a program, in lower case */
static char *
fold (const char *typed)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (at));
      int digit = g_unichar_digit_value (letter);

      if (digit >= 0)
        g_string_append_c (folded, (char) ('0' + digit));
      else if (!is_silent (letter))
        g_string_append_unichar (folded, letter);
    }
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    g_string_replace (folded, MARKS[i].from, MARKS[i].to, 0);
  for (guint i = 0; i < G_N_ELEMENTS (DIRECTIONS); i++)
    g_string_replace (folded, DIRECTIONS[i].word, (char[]) { DIRECTIONS[i].direction, '\0' }, 0);
  return g_string_free (folded, FALSE);
}

static char
fetch_direction (GMatchInfo *match, guint group)
{
  g_autofree char *letter = g_match_info_fetch (match, (int) group);

  return *letter;
}

static double
fetch_number (GMatchInfo *match, guint group)
{
  g_autofree char *number = g_match_info_fetch (match, (int) group);

  return g_ascii_strtod (number, NULL);
}

/* @group: its first one; there are @n_numbers and three more */
static Coordinate
fetch (GMatchInfo *match, guint group, guint n_numbers)
{
  g_autofree char *sign = g_match_info_fetch (match, (int) group + 1);
  Coordinate found = { .before = fetch_direction (match, group),
                       .behind = fetch_direction (match, group + 2 + n_numbers) };
  double unit = 1;

  for (guint i = 0; i < n_numbers; i++, unit /= 60)
    {
      double number = fetch_number (match, group + 2 + i);

      found.has_sixty |= i > 0 && number >= 60;
      found.degrees += number * unit;
    }
  found.is_unclear = found.before != '\0' && *sign != '\0';
  if (*sign == '-')
    found.degrees = -found.degrees;
  return found;
}

/* Returns: its direction, by which it is positive to the north and the east from here on; 0 where none is written */
static char
take_direction (Coordinate *self)
{
  char direction = self->before != '\0' ? self->before : self->behind;

  self->is_unclear |= (self->before != '\0' && self->behind != '\0')
                      || (direction != '\0' && self->degrees < 0);
  if (direction == 'S' || direction == 'W')
    self->degrees = -self->degrees;
  return direction;
}

static gboolean
is_north_south (char direction)
{
  return direction == 'N' || direction == 'S';
}

/* The latitude is written first, if no direction says otherwise. */
static gboolean
put_in_order (Coordinate *first, Coordinate *second)
{
  Coordinate other;
  char one, two;

  /* "S 33.9 E 18.4": what stands between them belongs to the second. */
  if (first->before != '\0' && first->behind != '\0' && second->before == '\0' && second->behind == '\0')
    {
      second->before = first->behind;
      first->behind = '\0';
    }
  one = take_direction (first);
  two = take_direction (second);
  if (first->is_unclear || second->is_unclear
      || (one != '\0' && two != '\0' && is_north_south (one) == is_north_south (two)))
    return FALSE;
  if ((one == '\0' || is_north_south (one)) && !is_north_south (two))
    return TRUE;
  other = *first;
  *first = *second;
  *second = other;
  return TRUE;
}

static gboolean
match_pair (const char *folded, Coordinate *first, Coordinate *second)
{
  for (guint i = 0; i < G_N_ELEMENTS (PATTERNS); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (PATTERNS[i], 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match (regex, folded, 0, &match))
        continue;
      *first = fetch (match, 1, i + 1);
      *second = fetch (match, 1 + i + 4, i + 1);
      return TRUE;
    }
  return FALSE;
}

/**
 * bayan_coordinates_read:
 * @typed: "36.34, 43.13", "36°20′N 43°8′E", "٣٦٫٣٤، ٤٣٫١٣", "36 20 43 08": decimal degrees, or degrees, minutes and seconds,
 *   the latitude first where no direction says otherwise
 * @latitude: (out): degrees
 * @longitude: (out): degrees
 */
BayanCoordinatesProblem
bayan_coordinates_read (const char *typed, double *latitude, double *longitude)
{
  g_autofree char *folded = fold (typed);
  Coordinate first, second;

  if (strlen (folded) > MOST_BYTES || !match_pair (folded, &first, &second)
      || !put_in_order (&first, &second))
    return BAYAN_COORDINATES_UNCLEAR;
  if (first.has_sixty || second.has_sixty)
    return BAYAN_COORDINATES_MINUTES;
  if (fabs (first.degrees) > 90)
    return BAYAN_COORDINATES_LATITUDE;
  if (fabs (second.degrees) > 180)
    return BAYAN_COORDINATES_LONGITUDE;
  *latitude = first.degrees;
  *longitude = second.degrees;
  return BAYAN_COORDINATES_FINE;
}

static void
append (GString *written, double degrees)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (number, sizeof number, WRITTEN, degrees);
  for (length = strlen (number); number[length - 1] == '0' && number[length - 2] != '.'; length--)
    ;
  g_string_append_len (written, number, (gssize) length);
}

/**
 * bayan_coordinates_write:
 *
 * Returns: (transfer full): "36.34, 43.13", as bayan_coordinates_read() takes it, to a metre; "" where one is NAN
 */
char *
bayan_coordinates_write (double latitude, double longitude)
{
  GString *written = g_string_new (NULL);

  if (!isnan (latitude) && !isnan (longitude))
    {
      append (written, latitude);
      g_string_append (written, ", ");
      append (written, longitude);
    }
  return g_string_free (written, FALSE);
}
