/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-glyphs.h"

#include <string.h>

#include "bayan-pdf-marks.h"
#include "bayan-pdf-match.h"

#define LRE 0x202Au
#define RLE 0x202Bu
#define PDF 0x202Cu
/* Two letters of one piece touch each other exactly, but for rounding. */
#define TOUCHING 0.01
#define DEFAULT_SIZE 12.0f
/* How many points along the edge of a page are tried, and how near to the best one we get. */
#define POINTS 24u
#define POINT_STEP 1.0
/* Of a hundred runs of signs: how many must be found for what is said of spaces to hold. The others may be marks. */
#define MIN_FOUND 30u
/* Of a hundred signs: how many may stand for more letters than any does, and of as many runs how many may not be
 * found. */
#define MAX_LONG 2u
#define MAX_MISSING 5u
/* No text has longer words on average. */
#define LETTERS_OF_WORDS 20u

/* A page's text as poppler gives it: the characters by words, and for each its rectangle. Within a word the
 * characters are put into reading order, between embedding controls; the rectangles are not, they go from left to
 * right. Here the order of the characters is undone. */
typedef struct {
  const char *text;
  PopplerRectangle *boxes;
  guint n_boxes;
} Layout;

/* A piece while it is read: characters with the group that they stand in. */
typedef struct {
  GArray *characters; /* of gunichar, with the controls */
  guint first_box, n_boxes;
} Piece;

/* What is selected between a point above the page and one below it. Poppler begins with the block of text that is
 * nearest to the first point and ends with the one nearest to the second, and within these at the points
 * themselves: only with the right points nothing is lost. */
typedef struct {
  PopplerPage *page;
  double width, height;
  double start_x, end_x;
  char *text; /* the most that was found; nullable */
  gsize found_bytes;
} Selection;

static PopplerRectangle
selected_area (const Selection *self)
{
  return (PopplerRectangle) { self->start_x, 0, self->end_x, self->height };
}

/* Keeps @x as the one or the other point if that finds more, or as much and @or_equal. */
static gboolean
try_point (Selection *self, double *point, double x, gboolean or_equal)
{
  double before = *point;
  PopplerRectangle area;
  g_autofree char *text = NULL;
  gsize found;

  *point = x;
  area = selected_area (self);
  text = poppler_page_get_text_for_area (self->page, &area);
  found = text != NULL ? strlen (text) : 0;
  if (found < self->found_bytes || (found == self->found_bytes && !or_equal))
    {
      *point = before;
      return FALSE;
    }
  self->found_bytes = found;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  return TRUE;
}

/* More is selected the further out the point is, until it is beyond its block and another one is nearer. */
static void
refine_point (Selection *self, double *point, double step)
{
  double near = *point;

  for (guint side = 0; side < 2; side++)
    for (double far = near + (side == 0 ? step : -step), middle; ABS (far - near) > POINT_STEP;)
      {
        middle = (near + far) / 2;
        if (try_point (self, point, middle, TRUE))
          near = middle;
        else
          far = middle;
      }
}

static void
find_point (Selection *self, double *point)
{
  double step = self->width / POINTS;

  for (guint i = 0; i <= POINTS; i++)
    try_point (self, point, step * i, FALSE);
  refine_point (self, point, step);
}

static gboolean
is_arabic (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_ARABIC)
      return TRUE;
  return FALSE;
}

/* From one corner to the other. */
static void
begin_selection (Selection *self, PopplerPage *page)
{
  self->page = page;
  poppler_page_get_size (page, &self->width, &self->height);
  self->end_x = self->width;
  try_point (self, &self->start_x, 0, TRUE);
  if (try_point (self, &self->start_x, self->width, FALSE))
    self->end_x = 0;
  try_point (self, &self->end_x, self->width - self->end_x, FALSE);
}

static void
extend_selection (Selection *self)
{
  find_point (self, &self->start_x);
  find_point (self, &self->end_x);
}

static void
append_reversed (GArray *to, const gunichar *from, guint length)
{
  for (guint i = length; i > 0; i--)
    g_array_append_val (to, from[i - 1]);
}

/* From left to right what stands in one right-to-left group, whose inner groups are left-to-right ones. */
static void
append_right_to_left (GArray *to, const gunichar *from, guint length)
{
  for (guint i = length; i > 0;)
    {
      guint start = i - 1;

      if (from[start] != PDF)
        {
          g_array_append_val (to, from[start]);
          i = start;
          continue;
        }
      while (start > 0 && from[start] != LRE)
        start--;
      g_array_append_vals (to, from + start + 1, i - start - 2);
      i = start;
    }
}

/* Where the group ends that begins at @start. */
static guint
find_group_end (const GArray *characters, guint start)
{
  guint depth = 0, i = start;

  for (; i < characters->len; i++)
    {
      gunichar c = g_array_index (characters, gunichar, i);

      depth += c == RLE || c == LRE;
      if (c == PDF && --depth == 0)
        break;
    }
  return i;
}

static GArray *
undo_order (const GArray *characters)
{
  GArray *visual = g_array_new (FALSE, FALSE, sizeof (gunichar));
  const gunichar *all = (const gunichar *) (gpointer) characters->data;

  for (guint i = 0; i < characters->len;)
    {
      guint end = all[i] == RLE ? find_group_end (characters, i) : i;

      if (all[i] == RLE)
        append_right_to_left (visual, all + i + 1, end - i - 1);
      else if (all[i] != LRE && all[i] != PDF)
        append_reversed (visual, all + i, 1);
      i = end + 1;
    }
  return visual;
}

static void
end_piece (Piece *piece, const Layout *layout, GArray *glyphs, guint *word)
{
  g_autoptr (GArray) visual = undo_order (piece->characters);

  for (guint i = 0; i < visual->len && i < piece->n_boxes; i++)
    {
      const PopplerRectangle *box = &layout->boxes[piece->first_box + i];
      BayanPdfGlyph glyph = {
        g_array_index (visual, gunichar, i), (float) box->x1, (float) box->x2, (float) MIN (box->y1, box->y2),
        (float) MAX (box->y1, box->y2),      DEFAULT_SIZE,    *word,           0
      };

      g_array_append_val (glyphs, glyph);
    }
  if (piece->n_boxes > 0)
    (*word)++;
  g_array_set_size (piece->characters, 0);
  piece->n_boxes = 0;
}

static gboolean
goes_on (const Piece *piece, const Layout *layout, guint box)
{
  const PopplerRectangle *last = &layout->boxes[box - (box > 0)], *next = &layout->boxes[box];

  return piece->n_boxes == 0
         || (ABS (last->x2 - next->x1) < TOUCHING && ABS (last->y1 - next->y1) < TOUCHING
             && ABS (last->y2 - next->y2) < TOUCHING);
}

/* A group that was begun belongs to the piece that is begun by the character after it. */
static guint
steal_open_groups (GArray *characters)
{
  guint n = 0;

  while (n < characters->len && g_array_index (characters, gunichar, characters->len - 1 - n) != PDF
         && (g_array_index (characters, gunichar, characters->len - 1 - n) == RLE
             || g_array_index (characters, gunichar, characters->len - 1 - n) == LRE))
    n++;
  return n;
}

static void
begin_next_piece (Piece *piece, const Layout *layout, GArray *glyphs, guint *word)
{
  gunichar opened[2];
  guint n = MIN (steal_open_groups (piece->characters), G_N_ELEMENTS (opened));

  for (guint i = 0; i < n; i++)
    opened[i] = g_array_index (piece->characters, gunichar, piece->characters->len - n + i);
  g_array_set_size (piece->characters, piece->characters->len - n);
  end_piece (piece, layout, glyphs, word);
  g_array_append_vals (piece->characters, opened, n);
}

static void
read_layout (const Layout *layout, GArray *glyphs)
{
  g_autoptr (GArray) characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  Piece piece = { characters };
  guint box = 0, word = 0;

  for (const char *at = layout->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (box == layout->n_boxes && c != PDF)
        break;
      if (c == RLE || c == LRE || c == PDF)
        {
          g_array_append_val (characters, c);
          continue;
        }
      if (c == ' ' || c == '\n')
        end_piece (&piece, layout, glyphs, &word);
      else
        {
          if (!goes_on (&piece, layout, box))
            begin_next_piece (&piece, layout, glyphs, &word);
          piece.first_box = piece.n_boxes == 0 ? box : piece.first_box;
          piece.n_boxes++;
          g_array_append_val (characters, c);
        }
      box++;
    }
  end_piece (&piece, layout, glyphs, &word);
}

void
bayan_pdf_glyphs_free (BayanPdfGlyphs *self)
{
  g_array_unref (self->glyphs);
  g_array_unref (self->spaces);
  g_free (self);
}

static void
read_selection (BayanPdfGlyphs *self, const Selection *selection)
{
  PopplerRectangle area = selected_area (selection);
  Layout layout = { .text = selection->text };

  g_array_set_size (self->glyphs, 0);
  if (layout.text != NULL
      && poppler_page_get_text_layout_for_area (selection->page, &area, &layout.boxes, &layout.n_boxes))
    read_layout (&layout, self->glyphs);
  g_free (layout.boxes);
}

static BayanPdfMatch
match (BayanPdfGlyphs *self, const BayanPdfSigns *signs)
{
  BayanPdfMatch match = bayan_pdf_match (self->glyphs, signs, self->spaces);

  self->has_spaces = self->spaces->len * LETTERS_OF_WORDS > self->glyphs->len
                     && match.n_found * 100 >= match.n_runs * MIN_FOUND;
  return match;
}

/* Selects what is missing: at first by points beside it, which is enough as a rule. Returns what still is. */
static BayanPdfMatch
complete (BayanPdfGlyphs *self, const BayanPdfSigns *signs, Selection *selection)
{
  for (guint i = 0; i < 2; i++)
    {
      BayanPdfMatch found = match (self, signs);
      double points[] = { found.missing_x1 - POINT_STEP, found.missing_x2 + DEFAULT_SIZE };

      if (found.n_missing == 0)
        return found;
      for (guint k = 0; i == 0 && k < G_N_ELEMENTS (points); k++)
        {
          try_point (selection, &selection->end_x, points[k], FALSE);
          try_point (selection, &selection->start_x, points[k], FALSE);
        }
      if (i > 0)
        extend_selection (selection);
      read_selection (self, selection);
    }
  return match (self, signs);
}

/* Some programs say of one sign that it is the whole word, and of the others nothing; signs of which nothing is said
 * are not found. */
static gboolean
has_lost_letters (const BayanPdfSigns *signs, const BayanPdfMatch *found)
{
  return signs->n_long * 100 > signs->signs->len * MAX_LONG
         || found->n_missing * 100 > found->n_runs * MAX_MISSING;
}

/**
 * bayan_pdf_glyphs_read:
 * @pen: of the document
 *
 * Returns: (transfer full): the letters of @page, piece by piece, in each from left to right
 */
BayanPdfGlyphs *
bayan_pdf_glyphs_read (PopplerPage *page, BayanPdfPen *pen)
{
  BayanPdfGlyphs *self = g_new0 (BayanPdfGlyphs, 1);
  g_autoptr (BayanPdfSigns) signs = NULL;
  Selection selection = { 0 };

  self->glyphs = g_array_new (FALSE, FALSE, sizeof (BayanPdfGlyph));
  self->spaces = g_array_new (FALSE, FALSE, sizeof (BayanPdfSpace));
  begin_selection (&selection, page);
  if (selection.text != NULL && is_arabic (selection.text))
    signs = bayan_pdf_pen_draw (pen, page);
  if (signs == NULL)
    extend_selection (&selection);
  read_selection (self, &selection);
  if (signs != NULL)
    {
      BayanPdfMatch found = complete (self, signs, &selection);

      self->is_wrong = has_lost_letters (signs, &found);
    }
  if (signs == NULL || signs->may_have_marks)
    bayan_pdf_marks_add (self->glyphs, page);
  g_free (selection.text);
  return self;
}
