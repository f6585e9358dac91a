/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some programs draw a mark as a raised sign without width. Poppler has it as a line of its own, of no area, which no
 * selection ever covers; searching for the mark finds it. */
#include "bayan-pdf-marks.h"

#define FATHATAN 0x064Bu
#define SUKUN 0x0652u
#define ALEF_ABOVE 0x0670u
/* Marks nearer than this and their width, in points, are the same one. */
#define SAME_PLACE 0.05f
/* A search takes as long as there are letters for each one found: more than a page of text has is not searched. */
#define MAX_GLYPHS 8000u

static gboolean
is_there (const GArray *glyphs, guint n, const BayanPdfGlyph *mark)
{
  const float near = ABS (mark->x2 - mark->x1) + SAME_PLACE;
  const BayanPdfGlyph *all = (const BayanPdfGlyph *) (gpointer) glyphs->data;

  for (guint i = 0; i < n; i++)
    if (all[i].character == mark->character && ABS (all[i].x1 - mark->x1) < near && all[i].y1 < mark->y2
        && mark->y1 < all[i].y2)
      return TRUE;
  return FALSE;
}

static void
add_mark (GArray *glyphs, PopplerPage *page, gunichar character)
{
  const guint n = glyphs->len;
  char text[7] = { 0 };
  double width, height;
  GList *found;

  g_unichar_to_utf8 (character, text);
  poppler_page_get_size (page, &width, &height);
  found = poppler_page_find_text_with_options (page, text, POPPLER_FIND_CASE_SENSITIVE);
  for (GList *at = found; at != NULL; at = at->next)
    {
      const PopplerRectangle *box = at->data; /* with y upwards */
      BayanPdfGlyph mark = {
        .character = character,
        .x1 = (float) box->x1,
        .x2 = (float) box->x2,
        .y1 = (float) (height - MAX (box->y1, box->y2)),
        .y2 = (float) (height - MIN (box->y1, box->y2)),
        .size = n > 0 ? g_array_index (glyphs, BayanPdfGlyph, 0).size : (float) (box->y2 - box->y1),
        .word = n > 0 ? g_array_index (glyphs, BayanPdfGlyph, n - 1).word + glyphs->len - n + 1 : 0,
      };

      if (!is_there (glyphs, n, &mark))
        g_array_append_val (glyphs, mark);
    }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
}

/**
 * bayan_pdf_marks_add:
 * @glyphs: (element-type BayanPdfGlyph): of @page; marks that are missing among them are added
 */
void
bayan_pdf_marks_add (GArray *glyphs, PopplerPage *page)
{
  if (glyphs->len > MAX_GLYPHS)
    return;
  for (gunichar c = FATHATAN; c <= SUKUN; c++)
    add_mark (glyphs, page, c);
  add_mark (glyphs, page, ALEF_ABOVE);
}
