/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents as LibreOffice and Chromium write them, and such as no one should. */
#include <string.h>

#include "bayan-pdf.h"
#include "support-extract.h"

/* The words of @name are those of the sample, or of the text beside it, that it was made from. */
static void
assert_same_words (const char *name, const char *text_path)
{
  g_autoptr (GBytes) bytes = load_data (name);
  g_auto (Outcome) outcome = outcome_of (bayan_pdf_read, bytes);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, text_path, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *expected_words = NULL;
  g_autofree char *words = visible_text (outcome_html (&outcome));

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  expected_words = visible_text (expected);
  g_assert_cmpstr (words, ==, expected_words);
}

static void
test_same_words (void)
{
  assert_same_words ("01-coalition-communique-chromium.pdf",
                     "../../data/samples/01-coalition-communique.txt");
  assert_same_words ("04-joint-statement-chromium.pdf", "../../data/samples/04-joint-statement.txt");
  assert_same_words ("06-levantine-dates-libreoffice.pdf", "../../data/samples/06-levantine-dates.txt");
  assert_same_words ("07-hijri-date-line-chromium.pdf", "../../data/samples/07-hijri-date-line.txt");
  assert_same_words ("10-joint-statement-english-chromium.pdf",
                     "../../data/samples/10-joint-statement-english.txt");
}

/* Lines that are filled by drawing letters out, with signs that come as semicolons; raised marks without width. */
static void
test_drawn_out (void)
{
  assert_same_words ("drawn-out-libreoffice.pdf", "data/drawn-out.txt");
}

/* Letters that share their place with a mark, some of them cut short by the letter after it. */
static void
test_marks (void)
{
  assert_same_words ("marks-chromium.pdf", "data/marks.txt");
}

/* Spaces that are hardly wider than the fine tuning of letters; lam-alefs of one sign and of two. */
static void
test_spaces (void)
{
  assert_same_words ("spaces-libreoffice.pdf", "data/spaces.txt");
  assert_same_words ("spaces-pango.pdf", "data/spaces.txt");
}

/* Numbers in names and addresses, and in the cells of a table, row by row. */
static void
test_numbers (void)
{
  assert_same_words ("numbers-chromium.pdf", "data/numbers.txt");
}

/* Most signs are said to mean nothing, and some to mean whole words: what is read of it is doubted. */
static void
test_wrong_map (void)
{
  g_autoptr (GBytes) bytes = load_data ("map-weasyprint.pdf");
  g_auto (Outcome) outcome = outcome_of (bayan_pdf_read, bytes);

  g_assert_true (outcome_has_doubt (&outcome, BAYAN_DOUBT_WRONG_TEXT, "1"));
}

/* Three pages, with a header and page numbers: once in two columns, from the right, once in one. */
static void
test_pages (void)
{
  static const char *const NAMES[] = { "columns-libreoffice.pdf", "pages-libreoffice.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autoptr (GBytes) bytes = load_data (NAMES[i]);
      g_auto (Outcome) outcome = outcome_of (bayan_pdf_read, bytes);

      assert_same_words (NAMES[i], "data/columns.txt");
      assert_contains (outcome_html (&outcome), "<header>الأمانة العامة للتحالف الدولي</header>\n");
      assert_contains (outcome_html (&outcome), "<footer>صفحة 2 من 3</footer>\n");
      assert_contains (outcome_html (&outcome),
                       "<h1>البيان الختامي للاجتماع الوزاري للتحالف الدولي لمكافحة تمويل الإرهاب</h1>\n");
      assert_contains (outcome_html (&outcome), "على حسن الضيافة.</p>\n<p>عقدت مجموعة الاتصال");
      g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_TITLE), ==, "البيان الختامي");
      g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_AUTHOR), ==, "أمانة التحالف");
      g_assert_cmpuint (outcome.extract->doubts->len, ==, 0);
    }
}

/* A PDF with @pages as its tree of pages; without a table of where things are, which is made anew. */
static GBytes *
make_pdf (const char *pages, const char *content)
{
  char *text = g_strdup_printf (
      "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n%s\nendobj\n"
      "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
      "/Resources << /Font << /F 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length %zu >>\nstream\n"
      "%s\nendstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
      "/Encoding /WinAnsiEncoding >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\n%%%%EOF\n",
      pages, strlen (content), content);

  return g_bytes_new_take (text, strlen (text));
}

#define ONE_PAGE "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"

static void
test_doubts (void)
{
  g_autoptr (GBytes) empty = make_pdf (ONE_PAGE, "0 0 10 10 re f");
  g_autoptr (GBytes) half = make_pdf ("<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>",
                                      "BT /F 12 Tf 72 700 Td (A statement) Tj ET");
  g_autoptr (GBytes) wrong = make_pdf (
      ONE_PAGE,
      "BT /F 12 Tf 72 700 Td (\\310\\355\\307\\344 \\325\\307\\317\\321 \\332\\344 \\346\\322\\307\\321\\311 "
      "\\307\\341\\316\\307\\321\\314\\355\\311) Tj ET");
  g_auto (Outcome) good = outcome_of (bayan_pdf_read, half);
  g_auto (Outcome) bad = outcome_of (bayan_pdf_read, wrong);

  assert_refused (bayan_pdf_read, empty, BAYAN_EXTRACT_ERROR_NO_TEXT);
  assert_contains (outcome_html (&good), "A statement");
  g_assert_cmpuint (good.extract->doubts->len, ==, 0);
  g_assert_true (outcome_has_doubt (&bad, BAYAN_DOUBT_WRONG_TEXT, "1"));
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) other = g_bytes_new_static ("%PDF-1.7\nno more", 16);
  g_autoptr (GBytes) million = make_pdf ("<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", "");
  g_autoptr (GBytes) loop = make_pdf ("<< /Type /Pages /Kids [2 0 R] /Count 3 >>", "");
  g_autoptr (GBytes) whole = load_data ("06-levantine-dates-libreoffice.pdf");
  g_auto (Outcome) looping = outcome_of (bayan_pdf_read, loop);
  g_auto (Outcome) countless = outcome_of (bayan_pdf_read, million);

  assert_refused (bayan_pdf_read, nothing, BAYAN_EXTRACT_ERROR_DAMAGED);
  assert_refused (bayan_pdf_read, other, BAYAN_EXTRACT_ERROR_DAMAGED);
  g_assert_false (looping.good);
  g_assert_false (countless.good);
  try_truncated (bayan_pdf_read, whole, 10);
  try_damaged (bayan_pdf_read, whole, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/same-words", test_same_words);
  g_test_add_func ("/pdf/drawn-out", test_drawn_out);
  g_test_add_func ("/pdf/marks", test_marks);
  g_test_add_func ("/pdf/spaces", test_spaces);
  g_test_add_func ("/pdf/numbers", test_numbers);
  g_test_add_func ("/pdf/wrong-map", test_wrong_map);
  g_test_add_func ("/pdf/pages", test_pages);
  g_test_add_func ("/pdf/doubts", test_doubts);
  g_test_add_func ("/pdf/damaged", test_damaged);
  return g_test_run ();
}
