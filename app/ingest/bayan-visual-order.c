/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-visual-order.h"

#include <unicode/uchar.h>

/* So many letters whose shapes only fit the other way round are certain. */
#define LEAST_JOINS 2u
#define LEAST_FORMS 3u

/* Whether a letter in the shape of @c joins the one before it, and the one behind it. */
static gboolean
read_shape (gunichar c, gboolean *joins_before, gboolean *joins_behind)
{
  int type = c >= 0xFB50 && c <= 0xFEFC ? u_getIntPropertyValue ((UChar32) c, UCHAR_DECOMPOSITION_TYPE) : 0;

  *joins_before = type == U_DT_FINAL || type == U_DT_MEDIAL;
  *joins_behind = type == U_DT_INITIAL || type == U_DT_MEDIAL;
  return type == U_DT_FINAL || type == U_DT_MEDIAL || type == U_DT_INITIAL || type == U_DT_ISOLATED;
}

/* Whether the shapes of the letters fit each other from the end of the line to its beginning, and not the
 * other way.
 */
static gboolean
is_visual (const BayanMappedPoint *line, guint n_points)
{
  guint forms = 0, logical = 0, visual = 0;
  gboolean before_joins_before = FALSE, before_joins_behind = FALSE;

  for (guint i = 0; i < n_points; i++)
    {
      gboolean joins_before, joins_behind;

      forms += read_shape (line[i].point, &joins_before, &joins_behind);
      logical += before_joins_behind && joins_before;
      visual += before_joins_before && joins_behind;
      before_joins_before = joins_before;
      before_joins_behind = joins_behind;
    }
  return forms >= LEAST_FORMS && visual >= LEAST_JOINS && visual > 3 * logical;
}

/* What is read from left to right in any text: Latin letters, figures, and what stands between two of
 * these. */
static gboolean
is_left_to_right (const gunichar *points, guint n_points, guint index)
{
  gunichar c = points[index];
  gboolean between = index > 0 && index + 1 < n_points && u_charDirection ((UChar32) c) != U_RIGHT_TO_LEFT
                     && u_charDirection ((UChar32) c) != U_RIGHT_TO_LEFT_ARABIC && c != ' ';

  if ((c < 0x600 && g_unichar_isalnum (c)) || (c >= 0x660 && c <= 0x669))
    return TRUE;
  return between && g_unichar_isalnum (points[index - 1]) && points[index - 1] < 0x670
         && g_unichar_isalnum (points[index + 1]) && points[index + 1] < 0x670;
}

static void
reverse (gunichar *points, guint n_points)
{
  for (guint i = 0; i < n_points / 2; i++)
    {
      gunichar c = points[i];

      points[i] = points[n_points - 1 - i];
      points[n_points - 1 - i] = c;
    }
}

/**
 * bayan_visual_order_repair:
 * @line: the letters of a line
 *
 * Puts the letters of a line that was stored as it looks in the order in which they are read. A letter is
 * traced to the raw bytes at its place in the line, for a map cannot go backwards: to the line, that is, and
 * not to the letter.
 *
 * Returns: whether it was such a line for certain
 */
gboolean
bayan_visual_order_repair (BayanMappedPoint *line, guint n_points)
{
  g_autofree gunichar *points = NULL;

  if (!is_visual (line, n_points))
    return FALSE;
  points = g_new (gunichar, n_points);
  for (guint i = 0; i < n_points; i++)
    points[i] = (gunichar) u_charMirror ((UChar32) line[n_points - 1 - i].point);
  for (guint i = 0, end; i < n_points; i = end + 1)
    {
      for (end = i; end < n_points && is_left_to_right (points, n_points, end);)
        end++;
      reverse (points + i, end - i);
    }
  for (guint i = 0; i < n_points; i++)
    line[i].point = points[i];
  return TRUE;
}
