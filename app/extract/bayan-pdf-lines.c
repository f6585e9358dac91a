/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-lines.h"

#include <string.h>

#include "bayan-pdf-columns.h"
#include "bayan-pdf-order.h"
#include "bayan-pdf-strokes.h"

/* A gap that ends the first word of a line, in its heights. */
#define WORD_GAP 0.1f
/* How many drawn-out letters make a habit. */
#define MIN_STRETCHED 3u

void
bayan_pdf_line_clear (gpointer line)
{
  g_free (((BayanPdfLine *) line)->text);
}

float
bayan_pdf_line_height (const BayanPdfLine *line)
{
  return line->y2 - line->y1;
}

/* How many letters there are that are read from right to left, less the others. */
static int
count_direction (const BayanPdfUnit *units, guint n, guint *n_right_to_left)
{
  int balance = 0;

  for (guint i = 0; i < n; i++)
    {
      gunichar c = units[i].characters[0];

      if (!g_unichar_isalpha (c))
        continue;
      balance += g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC ? 1 : -1;
      *n_right_to_left += g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC;
    }
  return balance;
}

static gboolean
has_letters (const BayanPdfUnit *units, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_unichar_isalpha (units[i].characters[0]))
      return TRUE;
  return FALSE;
}

static gboolean
reads_right_to_left (const GArray *units)
{
  guint n_right_to_left = 0;

  return count_direction ((const BayanPdfUnit *) (gpointer) units->data, units->len, &n_right_to_left) > 0;
}

static float
measure_first_word (const BayanPdfUnit *units, guint n, gboolean right_to_left, float height)
{
  for (guint i = 1; i < n; i++)
    {
      guint left = right_to_left ? n - 1 - i : i - 1;

      if (units[left + 1].x1 - units[left].x2 > WORD_GAP * height)
        return right_to_left ? units[n - 1].x2 - units[left + 1].x1 : units[left].x2 - units[0].x1;
    }
  return units[n - 1].x2 - units[0].x1;
}

/* What is the same for all lines of a page. */
typedef struct {
  GArray *lines;
  gboolean right_to_left;
  BayanPdfHabits habits;
  guint page;
} Page;

/* A line without Arabic letters that ends in an opening bracket, or begins with a closing one. */
static gboolean
is_bracketed_backwards (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (strchr (")]}", text[0]) != NULL || strchr ("([{", text[length - 1]) != NULL);
}

static void
turn_brackets (char *text)
{
  static const char FROM[] = "()[]{}", TO[] = ")(][}{";

  for (char *at = text; *at != '\0'; at++)
    {
      const char *found = strchr (FROM, *at);

      if (found != NULL)
        *at = TO[found - FROM];
    }
}

static void
add_line (Page *page, const BayanPdfUnit *units, guint n, guint column)
{
  BayanPdfLine line = {
    .page = page->page, .column = column, .x1 = units[0].x1, .y1 = units[0].y1, .y2 = units[0].y2
  };
  guint n_right_to_left = 0;

  count_direction (units, n, &n_right_to_left);
  line.right_to_left = page->right_to_left && (n_right_to_left > 0 || !has_letters (units, n));
  for (guint i = 0; i < n; i++)
    {
      line.x1 = MIN (line.x1, units[i].x1);
      line.x2 = MAX (line.x2, units[i].x2);
      if (units[i].y2 - units[i].y1 > line.y2 - line.y1)
        {
          line.y1 = units[i].y1;
          line.y2 = units[i].y2;
        }
    }
  line.text = g_strstrip (bayan_pdf_order_read (units, n, line.right_to_left, &page->habits));
  if (page->right_to_left && !line.right_to_left && is_bracketed_backwards (line.text))
    turn_brackets (line.text);
  line.first_word = measure_first_word (units, n, line.right_to_left, line.y2 - line.y1);
  if (*line.text != '\0')
    g_array_append_val (page->lines, line);
  else
    g_free (line.text);
}

/* What of a row stands between two gutters. */
static void
add_part (Page *page, const BayanPdfRow *row, float left, float right, guint column)
{
  const BayanPdfUnit *units = (const BayanPdfUnit *) (gpointer) row->units->data;
  guint start = 0, end;

  while (start < row->units->len && (units[start].x1 + units[start].x2) / 2 < left)
    start++;
  for (end = start; end < row->units->len && (units[end].x1 + units[end].x2) / 2 < right;)
    end++;
  if (end > start)
    add_line (page, &units[start], end - start, column);
}

static void
set_columns (GArray *lines, guint first)
{
  float left = G_MAXFLOAT, right = -G_MAXFLOAT;

  for (guint i = first; i < lines->len; i++)
    {
      left = MIN (left, g_array_index (lines, BayanPdfLine, i).x1);
      right = MAX (right, g_array_index (lines, BayanPdfLine, i).x2);
    }
  for (guint i = first; i < lines->len; i++)
    {
      g_array_index (lines, BayanPdfLine, i).column_x1 = left;
      g_array_index (lines, BayanPdfLine, i).column_x2 = right;
    }
}

/* Columns of a page that is read from right to left begin at the right. */
static void
add_columns (Page *page, const GPtrArray *rows, guint start, const BayanPdfColumns *columns, guint column)
{
  guint n = columns->n_gutters + 1;

  for (guint i = 0; i < n; i++)
    {
      guint place = page->right_to_left ? n - 1 - i : i, first = page->lines->len;
      float left = place > 0 ? columns->gutters[place - 1] : -G_MAXFLOAT;
      float right = place + 1 < n ? columns->gutters[place] : G_MAXFLOAT;

      for (guint k = start; k < start + columns->n_rows; k++)
        add_part (page, g_ptr_array_index (rows, k), left, right, column + i);
      if (columns->n_gutters > 0)
        set_columns (page->lines, first);
    }
}

static const BayanPdfUnit *
get_units (const GPtrArray *rows, guint row)
{
  return (const BayanPdfUnit *) (gpointer) ((BayanPdfRow *) g_ptr_array_index (rows, row))->units->data;
}

static guint
get_length (const GPtrArray *rows, guint row)
{
  return ((BayanPdfRow *) g_ptr_array_index (rows, row))->units->len;
}

/* Whether the first bracket of @text opens: 1; closes: -1; there is none: 0. */
static int
judge_brackets (const char *text)
{
  const char *first = strpbrk (text, "()[]");

  return first == NULL ? 0 : *first == '(' || *first == '[' ? 1 : -1;
}

static void
find_forms (BayanPdfHabits *self, const GPtrArray *rows)
{
  g_autoptr (GHashTable) strokes = bayan_pdf_strokes_new ();

  self->forms = bayan_pdf_forms_new ();
  for (guint i = 0; i < rows->len; i++)
    bayan_pdf_strokes_collect (strokes, get_units (rows, i), get_length (rows, i));
  for (guint i = 0; i < rows->len; i++)
    bayan_pdf_forms_collect (self->forms, get_units (rows, i), get_length (rows, i), !self->stretched,
                             strokes);
  for (guint i = 0; i < rows->len; i++)
    bayan_pdf_strokes_judge (strokes, get_units (rows, i), get_length (rows, i), self->forms);
  for (guint i = 0; i < rows->len; i++)
    bayan_pdf_strokes_remove (strokes, ((BayanPdfRow *) g_ptr_array_index (rows, i))->units);
}

static void
find_habits (BayanPdfHabits *self, const GPtrArray *rows)
{
  guint n_stretched = 0;
  int opening = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *text = bayan_pdf_order_read (get_units (rows, i), get_length (rows, i), TRUE, self);

      opening += judge_brackets (text);
      n_stretched += bayan_pdf_order_count_stretched (get_units (rows, i), get_length (rows, i));
    }
  self->mirrored = opening < 0;
  self->stretched = n_stretched >= MIN_STRETCHED;
  find_forms (self, rows);
}

/**
 * bayan_pdf_lines_add:
 * @lines: (element-type BayanPdfLine): what is added to
 * @units: (element-type BayanPdfUnit): of the page; is put into another order
 * @page: its number
 * @spaced: the spaces of the page are drawn
 */
void
bayan_pdf_lines_add (GArray *lines, GArray *units, guint page, gboolean spaced)
{
  Page self = { lines, reads_right_to_left (units), { 0 }, page };
  g_autoptr (GPtrArray) rows = bayan_pdf_rows_make (units);
  guint column = 0, first_single = lines->len;
  float left, right;

  self.habits.spaced = spaced;
  if (self.right_to_left)
    find_habits (&self.habits, rows);
  bayan_pdf_rows_find_sides (rows, &left, &right);
  for (guint i = 0; i < rows->len;)
    {
      BayanPdfColumns columns = bayan_pdf_columns_find (rows, i, left, right);
      gboolean many = columns.n_gutters > 0;

      if (many && lines->len > first_single)
        {
          set_columns (lines, first_single);
          column++;
        }
      add_columns (&self, rows, i, &columns, column);
      if (many)
        {
          column += columns.n_gutters + 1;
          first_single = lines->len;
        }
      i += columns.n_rows;
    }
  if (lines->len > first_single)
    set_columns (lines, first_single);
  g_clear_pointer (&self.habits.forms, bayan_pdf_forms_free);
}
