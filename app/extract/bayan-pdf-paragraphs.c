/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-paragraphs.h"

#include <stdlib.h>
#include <string.h>

#include "bayan-pdf-edges.h"

/* How much more than usual is between two lines of different paragraphs. */
#define WIDE_PITCH 1.2f
/* How much higher the letters of a heading are than those of the text. */
#define BIG 1.18f
#define WIDE_HEADLINE 1.9f
#define HEADING_MAX_BYTES 600u
/* In heights of a line. */
#define INDENT 0.7f
#define FLUSH 0.3f
#define SPACE 0.25f
#define SLACK 0.3f

typedef struct {
  BayanExtract *extract;
  float pitch, height; /* of the usual line */
  GString *paragraph;
  const BayanPdfLine *first, *last; /* nullable: of the paragraph that is open */
  gboolean aligned_at_end;
  gboolean has_title;
  GPtrArray *edges;       /* of EdgeLine: what stands between the lines of the paragraph that is open */
  GHashTable *edge_texts; /* what has been written of it */
} Writing;

/* A line along the edge of a page. */
typedef struct {
  const BayanPdfLine *line;
  BayanPdfRole role;
} EdgeLine;

static int
compare_float (gconstpointer a, gconstpointer b)
{
  const float *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

static float
find_median (GArray *values, float otherwise)
{
  if (values->len == 0)
    return otherwise;
  g_array_sort (values, compare_float);
  return g_array_index (values, float, values->len / 2);
}

static gboolean
is_next_line (const BayanPdfLine *last, const BayanPdfLine *line)
{
  return last->page == line->page && last->column == line->column && line->y1 > last->y1;
}

static float
get_pitch (const BayanPdfLine *last, const BayanPdfLine *line)
{
  return (line->y1 + line->y2 - last->y1 - last->y2) / 2;
}

/* How much is free at the end of a line, and how far in it begins. */
static float
get_end_gap (const BayanPdfLine *line)
{
  return line->right_to_left ? line->x1 - line->column_x1 : line->column_x2 - line->x2;
}

static float
get_indent (const BayanPdfLine *line)
{
  return line->right_to_left ? line->column_x2 - line->x2 : line->x1 - line->column_x1;
}

/* How far lines are from each other as a rule, and how high they are. */
static void
measure (Writing *self, const GArray *lines)
{
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (float));
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (float));
  guint n_at_start = 0, n_at_end = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const BayanPdfLine *line = &g_array_index (lines, BayanPdfLine, i);
      float height = bayan_pdf_line_height (line);

      g_array_append_val (heights, height);
      n_at_start += get_indent (line) < FLUSH * height;
      n_at_end += get_end_gap (line) < FLUSH * height;
      if (i > 0 && is_next_line (line - 1, line))
        {
          float pitch = get_pitch (line - 1, line);

          g_array_append_val (pitches, pitch);
        }
    }
  self->aligned_at_end = n_at_end > n_at_start * 2;
  self->height = find_median (heights, 12);
  self->pitch = find_median (pitches, self->height * 1.2f);
}

/* What is free of a line: where lines are aligned at their ends, it is at their beginnings. */
static float
get_room (const Writing *self, const BayanPdfLine *line)
{
  return get_end_gap (line) + (self->aligned_at_end ? get_indent (line) : 0);
}

/* The first word of @line would have had room in @last, had it gone on. */
static gboolean
ends_early (const Writing *self, const BayanPdfLine *last, const BayanPdfLine *line)
{
  float height = bayan_pdf_line_height (last);

  return get_room (self, last) > line->first_word + (SPACE + SLACK) * height;
}

static gboolean
is_centred (const BayanPdfLine *line)
{
  float height = bayan_pdf_line_height (line);

  return get_indent (line) > height * 2 && ABS (get_indent (line) - get_end_gap (line)) < height;
}

static gboolean
begins_item (const char *text)
{
  static const char *const BULLETS[] = { "•", "▪", "●", "◦", "■", "➢", "✓", "* ", "- ", "– ", "— " };

  for (guint i = 0; i < G_N_ELEMENTS (BULLETS); i++)
    if (g_str_has_prefix (text, BULLETS[i]))
      return TRUE;
  return FALSE;
}

static gboolean
ends_sentence (const GString *text)
{
  static const char *const ENDS[] = { ".", "؟", "!", ":", "…", ".\"", ".»", ".”", ".)" };

  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    if (g_str_has_suffix (text->str, ENDS[i]))
      return TRUE;
  return FALSE;
}

/* Whether @line, which stands below the last one, begins a paragraph of its own. */
static gboolean
breaks_below (const Writing *self, const BayanPdfLine *line)
{
  const BayanPdfLine *last = self->last;
  float height = bayan_pdf_line_height (line);
  gboolean indented = get_indent (line) > INDENT * height;
  gboolean was_indented = get_indent (last) > INDENT * height;

  /* The lines of a headline end where the sense has them end. */
  if (MIN (height, bayan_pdf_line_height (last)) > BIG * self->height)
    return get_pitch (last, line) > WIDE_HEADLINE * height;
  if (get_pitch (last, line)
      > WIDE_PITCH * MAX (self->pitch, MIN (height, bayan_pdf_line_height (last)) * 0.9f))
    return TRUE;
  if (indented && !was_indented && !is_centred (line) && !self->aligned_at_end)
    return TRUE;
  if (is_centred (line) && is_centred (last))
    return ends_sentence (self->paragraph);
  return ends_early (self, last, line);
}

static gboolean
breaks (const Writing *self, const BayanPdfLine *line)
{
  const BayanPdfLine *last = self->last;
  float one = bayan_pdf_line_height (line), other = bayan_pdf_line_height (last);

  if (begins_item (line->text) || MAX (one, other) > BIG * MIN (one, other))
    return TRUE;
  if (last->right_to_left != line->right_to_left && get_room (self, last) > bayan_pdf_line_height (last))
    return TRUE;
  if (is_next_line (last, line))
    return breaks_below (self, line);
  return ends_sentence (self->paragraph) || get_room (self, last) > line->first_word + 2 * one
         || (get_indent (line) > INDENT * one && !self->aligned_at_end);
}

static void
write_edges (Writing *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      const EdgeLine *edge = g_ptr_array_index (self->edges, i);
      const char *element = edge->role == BAYAN_PDF_HEADER ? "header" : "footer";

      if (!g_hash_table_add (self->edge_texts, edge->line->text))
        continue;
      bayan_extract_open (self->extract, element);
      bayan_extract_put (self->extract, edge->line->text, -1);
      bayan_extract_close (self->extract, element);
    }
  g_ptr_array_set_size (self->edges, 0);
}

static const char *
choose_element (Writing *self)
{
  if (bayan_pdf_line_height (self->first) < BIG * self->height || self->paragraph->len > HEADING_MAX_BYTES)
    return "p";
  if (self->has_title)
    return "h2";
  self->has_title = TRUE;
  return "h1";
}

static void
end_paragraph (Writing *self)
{
  if (self->first != NULL)
    {
      const char *element = choose_element (self);

      bayan_extract_open (self->extract, element);
      bayan_extract_put (self->extract, self->paragraph->str, (gssize) self->paragraph->len);
      bayan_extract_close (self->extract, element);
    }
  g_string_truncate (self->paragraph, 0);
  self->first = self->last = NULL;
  write_edges (self);
}

/* A line may end after a stroke between two words or numbers: "تموز/يوليو", "2019–2021". */
static gboolean
ends_within_pair (const GString *paragraph, const char *next)
{
  static const gunichar STROKES[] = { '/', '-', 0x2013 };
  const char *end = paragraph->str + paragraph->len;
  const char *last = g_utf8_find_prev_char (paragraph->str, end), *before;
  gboolean is_stroke = FALSE;

  before = last != NULL ? g_utf8_find_prev_char (paragraph->str, last) : NULL;
  for (guint i = 0; before != NULL && i < G_N_ELEMENTS (STROKES); i++)
    is_stroke |= g_utf8_get_char (last) == STROKES[i];
  return is_stroke && g_unichar_isalnum (g_utf8_get_char (before))
         && g_unichar_isalnum (g_utf8_get_char (next));
}

/* A word that is cut at the end of a line by a hyphen, in Latin letters, is one again. */
static void
join_lines (GString *paragraph, const char *next)
{
  gsize length = paragraph->len;

  if (length > 1 && paragraph->str[length - 1] == '-' && g_ascii_islower (paragraph->str[length - 2])
      && g_ascii_islower (*next))
    g_string_truncate (paragraph, length - 1);
  else if (length > 0 && !ends_within_pair (paragraph, next))
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, next);
}

static void
add_line (Writing *self, const BayanPdfLine *line)
{
  if (self->last != NULL && breaks (self, line))
    end_paragraph (self);
  if (self->first == NULL)
    self->first = line;
  self->last = line;
  join_lines (self->paragraph, line->text);
}

static void
add_edge (Writing *self, const BayanPdfLine *line, BayanPdfRole role)
{
  EdgeLine *edge = g_new (EdgeLine, 1);

  *edge = (EdgeLine) { line, role };
  g_ptr_array_add (self->edges, edge);
  if (self->first == NULL)
    write_edges (self);
}

static void
write_lines (Writing *self, const GArray *lines, const guint8 *roles, guint n_pages, gsize *page_starts)
{
  guint page = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const BayanPdfLine *line = &g_array_index (lines, BayanPdfLine, i);

      for (; page <= line->page; page++)
        page_starts[page] = self->extract->html->len;
      if (roles[i] == BAYAN_PDF_TEXT)
        add_line (self, line);
      else
        add_edge (self, line, roles[i]);
    }
  end_paragraph (self);
  for (; page < n_pages; page++)
    page_starts[page] = self->extract->html->len;
}

/**
 * bayan_pdf_paragraphs_write:
 * @lines: (element-type BayanPdfLine): of all pages, as they are read
 * @roles: a BayanPdfRole for each
 * @page_starts: (out): for each page where in the extract its text begins, with what goes on from the page before
 */
void
bayan_pdf_paragraphs_write (BayanExtract *extract, const GArray *lines, const guint8 *roles, guint n_pages,
                            gsize *page_starts)
{
  Writing self = { extract };

  self.paragraph = g_string_new (NULL);
  self.edges = g_ptr_array_new_with_free_func (g_free);
  self.edge_texts = g_hash_table_new (g_str_hash, g_str_equal);
  measure (&self, lines);
  write_lines (&self, lines, roles, n_pages, page_starts);
  g_string_free (self.paragraph, TRUE);
  g_ptr_array_unref (self.edges);
  g_hash_table_unref (self.edge_texts);
}
