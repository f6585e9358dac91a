/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-edges.h"

#include <string.h>

/* How far from the edge a header or footer is, in heights of a page. */
#define EDGE 0.14f
/* How much higher or lower one may stand on another page, in points. */
#define PLACE_STEP 12.0f
#define HEADER_MAX_CHARS 80
/* How much higher the letters of a headline are. */
#define BIG 1.18f

/* The same text on other pages, whatever their number, has the same key; so has what stands at the same place. */
static char *
make_key (const BayanPdfLine *line, int shift)
{
  GString *key = g_string_new (NULL);

  for (const char *at = line->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isdigit (c))
        g_string_append_unichar (key, c);
      else if (key->len == 0 || key->str[key->len - 1] != '#')
        g_string_append_c (key, '#');
    }
  g_string_append_printf (key, "|%d", (int) (line->y1 / PLACE_STEP) + shift);
  return g_string_free (key, FALSE);
}

static BayanPdfRole
find_edge (const BayanPdfLine *line, float height)
{
  if (line->y2 < height * EDGE)
    return BAYAN_PDF_HEADER;
  return line->y1 > height * (1 - EDGE) ? BAYAN_PDF_FOOTER : BAYAN_PDF_TEXT;
}

/* "3", "- 3 -", "3 / 7", "صفحة 3 من 7", "Page 3 of 7". */
static gboolean
is_page_number (const char *text)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex, g_regex_new ("^[\\s\\-–—|(\\[]*(صفحة|الصفحة|ص|page|p\\.?)?[\\s.:]*\\d{1,3}[\\s\\-–—|)\\]]*"
                             "((من|of|/)\\s*(أصل\\s*)?\\d{1,3})?[\\s\\-–—|)\\]]*$",
                             G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, text, 0, NULL);
}

/* Counts on how many pages each key stands at an edge; the lines of a page are in a row. */
static GHashTable *
count_keys (const GArray *lines, const float *page_heights)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const BayanPdfLine *line = &g_array_index (lines, BayanPdfLine, i);
      char *key;

      if (find_edge (line, page_heights[line->page]) == BAYAN_PDF_TEXT)
        continue;
      key = make_key (line, 0);
      g_hash_table_replace (counts, key,
                            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  return counts;
}

static gboolean
recurs (const BayanPdfLine *line, GHashTable *counts, guint n_pages)
{
  guint count = 0;

  if (n_pages < 2)
    return FALSE;
  for (int shift = -1; shift <= 1; shift++)
    {
      g_autofree char *key = make_key (line, shift);

      count += GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
    }
  return count >= MAX (2, n_pages * 3 / 10);
}

/* Where pages are numbered, a short line above the headline of the first page is a header, too: there need not be
 * another page that it recurs on. */
static gboolean
is_above_headline (const GArray *lines, const guint8 *roles)
{
  const BayanPdfLine *first = &g_array_index (lines, BayanPdfLine, 0);
  gboolean numbered = FALSE;

  if (lines->len < 3 || first[1].page != 0 || g_utf8_strlen (first->text, -1) > HEADER_MAX_CHARS
      || bayan_pdf_line_height (&first[1]) < BIG * bayan_pdf_line_height (first)
      || strpbrk (first->text, "0123456789"))
    return FALSE;
  for (guint i = 0; i < lines->len && g_array_index (lines, BayanPdfLine, i).page == 0; i++)
    numbered |= roles[i] == BAYAN_PDF_FOOTER && is_page_number (g_array_index (lines, BayanPdfLine, i).text);
  return numbered;
}

/**
 * bayan_pdf_edges_find:
 * @lines: (element-type BayanPdfLine): of all pages
 * @page_heights: in points
 *
 * What stands at the same edge of several pages in the same words, but for numbers, runs along it; so does a page
 * number, also of a page alone.
 *
 * Returns: (transfer full): a BayanPdfRole for each line
 */
guint8 *
bayan_pdf_edges_find (const GArray *lines, const float *page_heights, guint n_pages)
{
  guint8 *roles = g_malloc0 (lines->len + 1);
  g_autoptr (GHashTable) counts = count_keys (lines, page_heights);

  for (guint i = 0; i < lines->len; i++)
    {
      const BayanPdfLine *line = &g_array_index (lines, BayanPdfLine, i);
      BayanPdfRole edge = find_edge (line, page_heights[line->page]);

      if (edge != BAYAN_PDF_TEXT && (recurs (line, counts, n_pages) || is_page_number (line->text)))
        roles[i] = (guint8) edge;
    }
  if (lines->len > 0
      && find_edge (&g_array_index (lines, BayanPdfLine, 0), page_heights[0]) == BAYAN_PDF_HEADER
      && is_above_headline (lines, roles))
    roles[0] = BAYAN_PDF_HEADER;
  return roles;
}
