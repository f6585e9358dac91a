/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-columns.h"

#include <string.h>

/* The middle part of a row, in its heights, in which the middles of its letters are. */
#define MIDDLE 0.3f
/* In heights of a row: what a gap between columns has at least, and a column of text on average in a row. */
#define GUTTER 0.75f
#define MIN_COLUMN 5.0f
#define MIN_ROWS 3u
#define MAX_GAPS 64u
#define MAX_ROWS 400u

typedef struct {
  float start, end;
} Gap;

static void
row_free (gpointer data)
{
  g_array_unref (((BayanPdfRow *) data)->units);
  g_free (data);
}

static float
middle_of (const BayanPdfUnit *unit)
{
  return (unit->y1 + unit->y2) / 2;
}

static int
compare_height (gconstpointer a, gconstpointer b)
{
  float one = middle_of (a), other = middle_of (b);

  return one < other ? -1 : one > other;
}

static int
compare_middle (gconstpointer a, gconstpointer b)
{
  const BayanPdfUnit *one = a, *other = b;
  float x = one->x1 + one->x2, y = other->x1 + other->x2;

  return x < y ? -1 : x > y;
}

static gboolean
belongs_to (const BayanPdfRow *row, const BayanPdfUnit *unit)
{
  float height = row->y2 - row->y1, own = unit->y2 - unit->y1;
  float apart = ABS (middle_of (unit) - (row->y1 + row->y2) / 2);

  return apart <= MIDDLE * MAX (height, own);
}

static BayanPdfRow *
add_row (GPtrArray *rows)
{
  BayanPdfRow *row = g_new0 (BayanPdfRow, 1);

  row->units = g_array_new (FALSE, FALSE, sizeof (BayanPdfUnit));
  g_ptr_array_add (rows, row);
  return row;
}

/**
 * bayan_pdf_rows_make:
 * @units: (element-type BayanPdfUnit): is put into another order
 *
 * Returns: (transfer full) (element-type BayanPdfRow): what stands at one height, from above
 */
GPtrArray *
bayan_pdf_rows_make (GArray *units)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  BayanPdfRow *row = NULL;

  g_array_sort (units, compare_height);
  for (guint i = 0; i < units->len; i++)
    {
      const BayanPdfUnit *unit = &g_array_index (units, BayanPdfUnit, i);

      if (row == NULL || !belongs_to (row, unit))
        {
          row = add_row (rows);
          row->y1 = unit->y1;
          row->y2 = unit->y2;
        }
      else if (unit->y2 - unit->y1 > row->y2 - row->y1)
        {
          row->y1 = unit->y1;
          row->y2 = unit->y2;
        }
      g_array_append_val (row->units, *unit);
    }
  for (guint i = 0; i < rows->len; i++)
    g_array_sort (((BayanPdfRow *) g_ptr_array_index (rows, i))->units, compare_middle);
  return rows;
}

static guint
add_gap (Gap *gaps, guint n, float start, float end, float height)
{
  if (end - start < GUTTER * height || n == MAX_GAPS)
    return n;
  gaps[n] = (Gap) { start, end };
  return n + 1;
}

/* Where the row has nothing, from @left to @right. */
static guint
find_gaps (const BayanPdfRow *row, float left, float right, Gap *gaps)
{
  float at = left, height = row->y2 - row->y1;
  guint n = 0;

  for (guint i = 0; i < row->units->len; i++)
    {
      const BayanPdfUnit *unit = &g_array_index (row->units, BayanPdfUnit, i);

      n = add_gap (gaps, n, at, unit->x1, height);
      at = MAX (at, unit->x2);
    }
  return add_gap (gaps, n, at, right, height);
}

/* What of @gaps is in @others too stays. */
static guint
intersect (Gap *gaps, guint n, const Gap *others, guint n_others, float height)
{
  Gap both[MAX_GAPS];
  guint n_both = 0;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n_others; k++)
      n_both = add_gap (both, n_both, MAX (gaps[i].start, others[k].start), MIN (gaps[i].end, others[k].end),
                        height);
  memcpy (gaps, both, n_both * sizeof (Gap));
  return n_both;
}

/**
 * bayan_pdf_rows_find_sides:
 * @left: (out):
 * @right: (out): between which the letters of all @rows are
 */
void
bayan_pdf_rows_find_sides (const GPtrArray *rows, float *left, float *right)
{
  *left = G_MAXFLOAT;
  *right = -G_MAXFLOAT;
  for (guint i = 0; i < rows->len; i++)
    {
      const BayanPdfRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->units->len; k++)
        {
          *left = MIN (*left, g_array_index (row->units, BayanPdfUnit, k).x1);
          *right = MAX (*right, g_array_index (row->units, BayanPdfUnit, k).x2);
        }
    }
}

/* Whether in enough rows there is enough text between @left and @right for a column; a table has less. */
static gboolean
is_column (const GPtrArray *rows, guint start, guint n, float left, float right)
{
  float text = 0, height = 0;
  guint n_filled = 0;

  for (guint i = start; i < start + n; i++)
    {
      const BayanPdfRow *row = g_ptr_array_index (rows, i);
      float width = 0;

      for (guint k = 0; k < row->units->len; k++)
        {
          const BayanPdfUnit *unit = &g_array_index (row->units, BayanPdfUnit, k);

          if (unit->x1 >= left && unit->x2 <= right)
            width += unit->x2 - unit->x1;
        }
      n_filled += width > 0;
      text += width;
      height = MAX (height, row->y2 - row->y1);
    }
  return n_filled >= MIN_ROWS && text >= MIN_COLUMN * height * (float) n_filled;
}

/* Of the gaps that all rows have, those with a column at both sides. */
static void
choose_gutters (BayanPdfColumns *self, const GPtrArray *rows, guint start, const Gap *gaps, guint n_gaps,
                float left, float right)
{
  for (guint i = 0; i < n_gaps && self->n_gutters < BAYAN_PDF_MAX_GUTTERS; i++)
    {
      float before = self->n_gutters > 0 ? self->gutters[self->n_gutters - 1] : left;
      float after = i + 1 < n_gaps ? gaps[i + 1].start : right;

      if (is_column (rows, start, self->n_rows, before, gaps[i].start)
          && is_column (rows, start, self->n_rows, gaps[i].end, after))
        self->gutters[self->n_gutters++] = (gaps[i].start + gaps[i].end) / 2;
    }
}

/**
 * bayan_pdf_columns_find:
 * @rows: of a page
 * @start: the first of them that is looked at
 * @left: where the text of the page begins
 * @right: where it ends
 *
 * Returns: how many rows from @start on stand in columns, and in which; or one row in one column
 */
BayanPdfColumns
bayan_pdf_columns_find (const GPtrArray *rows, guint start, float left, float right)
{
  BayanPdfColumns self = { 0 };
  Gap gaps[MAX_GAPS], next[MAX_GAPS], both[MAX_GAPS];
  guint n_gaps, n_both;

  n_gaps = find_gaps (g_ptr_array_index (rows, start), left, right, gaps);
  for (self.n_rows = 1; start + self.n_rows < rows->len && self.n_rows < MAX_ROWS; self.n_rows++)
    {
      const BayanPdfRow *row = g_ptr_array_index (rows, start + self.n_rows);

      memcpy (both, gaps, n_gaps * sizeof (Gap));
      n_both = intersect (both, n_gaps, next, find_gaps (row, left, right, next), row->y2 - row->y1);
      if (n_both == 0)
        break;
      memcpy (gaps, both, n_both * sizeof (Gap));
      n_gaps = n_both;
    }
  choose_gutters (&self, rows, start, gaps, n_gaps, left, right);
  if (self.n_gutters == 0)
    self.n_rows = 1;
  return self;
}
