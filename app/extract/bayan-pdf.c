/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf.h"

#include <fcntl.h>
#include <unistd.h>

#include "bayan-pdf-edges.h"
#include "bayan-pdf-health.h"
#include "bayan-pdf-paragraphs.h"

#define MAX_PAGES 10000
#define MAX_PAGE_LETTERS 400000u

typedef struct {
  PopplerDocument *document;
  BayanPdfPen *pen;
  guint n_pages;
  GArray *lines;  /* of BayanPdfLine */
  float *heights; /* of the pages */
  guint8 *wrong;  /* whether a page's letters are wrong */
  guint8 *blank;  /* whether it has a picture and no letters */
  gsize n_letters;
  gboolean too_large, cut_short;
} Reading;

static gboolean
fail (GError **error, BayanExtractError code, const char *message)
{
  g_set_error_literal (error, BAYAN_EXTRACT_ERROR, (int) code, message);
  return FALSE;
}

/* Poppler writes what it does not like to the standard error output, whoever asks. */
static int
silence (void)
{
  int before = dup (STDERR_FILENO), nothing = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  if (nothing >= 0)
    {
      dup2 (nothing, STDERR_FILENO);
      close (nothing);
    }
  return before;
}

static void
end_silence (int before)
{
  if (before < 0)
    return;
  dup2 (before, STDERR_FILENO);
  close (before);
}

static PopplerDocument *
open_document (GBytes *bytes, GError **error)
{
  g_autoptr (GError) problem = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &problem);

  if (document != NULL)
    return document;
  if (g_error_matches (problem, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    fail (error, BAYAN_EXTRACT_ERROR_ENCRYPTED, "needs a password");
  else
    fail (error, BAYAN_EXTRACT_ERROR_DAMAGED, "not a PDF that can be read");
  return NULL;
}

static gboolean
has_picture (PopplerPage *page)
{
  GList *pictures = poppler_page_get_image_mapping (page);
  gboolean has = pictures != NULL;

  poppler_page_free_image_mapping (pictures);
  return has;
}

static void
read_page (Reading *self, PopplerPage *page, guint number)
{
  g_autoptr (BayanPdfGlyphs) all = bayan_pdf_glyphs_read (page, self->pen);
  const GArray *glyphs = all->glyphs;
  g_autoptr (GArray) units = NULL;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  self->heights[number] = (float) height;
  self->n_letters += glyphs->len;
  self->too_large |= glyphs->len > MAX_PAGE_LETTERS || self->n_letters > BAYAN_EXTRACT_MAX_TEXT_BYTES / 2;
  if (self->too_large)
    return;
  self->blank[number] = glyphs->len == 0 && has_picture (page);
  self->wrong[number] = all->is_wrong || bayan_pdf_looks_wrong (glyphs);
  units = bayan_pdf_units_make (all);
  bayan_pdf_lines_add (self->lines, units, number, all->has_spaces);
}

static void
read_pages (Reading *self)
{
  for (guint i = 0; i < self->n_pages && !self->too_large; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, (int) i);

      self->cut_short |= page == NULL;
      if (page != NULL)
        read_page (self, page, i);
      g_clear_object (&page);
    }
}

static void
add_page_doubt (BayanExtract *extract, BayanDoubtKind kind, guint page, gsize start, gsize end)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  BayanExtractDoubt *doubt;

  bayan_extract_add_doubt (extract, kind, number, start);
  doubt = &g_array_index (extract->doubts, BayanExtractDoubt, extract->doubts->len - 1);
  doubt->end = (guint32) MAX (start, end);
}

static void
add_doubts (const Reading *self, BayanExtract *extract, const gsize *page_starts)
{
  for (guint i = 0; i < self->n_pages; i++)
    {
      gsize start = page_starts[i], end = i + 1 < self->n_pages ? page_starts[i + 1] : extract->html->len;

      if (self->blank[i])
        add_page_doubt (extract, BAYAN_DOUBT_NO_TEXT, i, start, end);
      else if (self->wrong[i] || bayan_pdf_reads_wrong (extract->html->str + start, end - start))
        add_page_doubt (extract, BAYAN_DOUBT_WRONG_TEXT, i, start, end);
    }
  if (self->cut_short)
    bayan_extract_add_doubt (extract, BAYAN_DOUBT_CUT_SHORT, NULL, G_MAXSIZE);
}

static gboolean
write_text (Reading *self, BayanExtract *extract, GError **error)
{
  g_autofree gsize *page_starts = g_new0 (gsize, self->n_pages + 1);
  g_autofree guint8 *roles = NULL;

  if (self->too_large)
    return fail (error, BAYAN_EXTRACT_ERROR_TOO_LARGE, "too much text");
  if (self->lines->len == 0)
    return fail (error, BAYAN_EXTRACT_ERROR_NO_TEXT, "no text on any page");
  roles = bayan_pdf_edges_find (self->lines, self->heights, self->n_pages);
  bayan_pdf_paragraphs_write (extract, self->lines, roles, self->n_pages, page_starts);
  add_doubts (self, extract, page_starts);
  return !extract->too_large || fail (error, BAYAN_EXTRACT_ERROR_TOO_LARGE, "too much text");
}

static void
add_details (PopplerDocument *document, BayanExtract *extract)
{
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);
  g_autofree char *words = created != NULL ? g_date_time_format_iso8601 (created) : NULL;
  g_autofree char *date = created != NULL ? g_date_time_format (created, "%Y-%m-%d") : NULL;

  bayan_extract_add_detail (extract, BAYAN_DETAIL_TITLE, title, title);
  bayan_extract_add_detail (extract, BAYAN_DETAIL_AUTHOR, author, author);
  bayan_extract_add_detail (extract, BAYAN_DETAIL_DATE, date, words);
}

static gboolean
read_document (PopplerDocument *document, GBytes *bytes, BayanExtract *extract, GError **error)
{
  Reading self = { document };
  int n_pages = poppler_document_get_n_pages (document);
  gboolean good;

  if (n_pages <= 0)
    return fail (error, BAYAN_EXTRACT_ERROR_DAMAGED, "no pages");
  if (n_pages > MAX_PAGES)
    return fail (error, BAYAN_EXTRACT_ERROR_TOO_MANY_PAGES, "too many pages");
  self.n_pages = (guint) n_pages;
  self.pen = bayan_pdf_pen_new (bytes);
  self.lines = g_array_new (FALSE, FALSE, sizeof (BayanPdfLine));
  g_array_set_clear_func (self.lines, bayan_pdf_line_clear);
  self.heights = g_new0 (float, self.n_pages);
  self.wrong = g_new0 (guint8, self.n_pages);
  self.blank = g_new0 (guint8, self.n_pages);
  read_pages (&self);
  add_details (document, extract);
  good = write_text (&self, extract, error);
  g_array_unref (self.lines);
  bayan_pdf_pen_free (self.pen);
  g_free (self.heights);
  g_free (self.wrong);
  g_free (self.blank);
  return good;
}

/**
 * bayan_pdf_read:
 *
 * A #BayanExtractReader. The text is made anew from where the letters stand: lines, columns, paragraphs. What runs
 * along the edges of the pages becomes headers and footers, each text once.
 */
gboolean
bayan_pdf_read (BayanExtract *self, GBytes *bytes, GError **error)
{
  int before = silence ();
  PopplerDocument *document = open_document (bytes, error);
  gboolean good = document != NULL && read_document (document, bytes, self, error);

  g_clear_object (&document);
  end_silence (before);
  return good;
}
