/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents: made by hand, one question each, and by LibreOffice. */
#include <string.h>

#include "bayan-docx.h"
#include "support-extract.h"

#define W                                                                                                    \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                                \
  "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                                \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define DOCUMENT(body) "<?xml version=\"1.0\"?><w:document " W "><w:body>" body "</w:body></w:document>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(content) "<w:p>" content "</w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" R (text) "</w:p>"

static GBytes *
make_docx (const char *document)
{
  return make_zip ("word/document.xml", document, NULL);
}

static void
assert_html (const char *document, const char *expected)
{
  g_autoptr (GBytes) bytes = make_docx (document);
  g_auto (Outcome) outcome = outcome_of (bayan_docx_read, bytes);

  g_assert_cmpstr (outcome_html (&outcome), ==, expected);
}

static void
test_paragraphs (void)
{
  assert_html (DOCUMENT (P (R ("أكد ") R (
                   "الوزير &amp; نظيره") "<w:r><w:tab/><w:t>قال</w:t><w:br/><w:t>سطر</w:t></w:r>") P ("")
                             P (R ("ثانٍ"))),
               "<p>أكد الوزير &amp; نظيره\tقال<br>\nسطر</p>\n<p>ثانٍ</p>\n");
}

static void
test_headings (void)
{
  static const char STYLES[] =
      "<w:styles " W "><w:style w:styleId=\"a1\"><w:name w:val=\"Title\"/></w:style>"
      "<w:style w:styleId=\"2\"><w:name w:val=\"heading 2\"/></w:style>"
      "<w:style w:styleId=\"x\"><w:name w:val=\"x\"/><w:basedOn w:val=\"y\"/></w:style>"
      "<w:style w:styleId=\"y\"><w:name w:val=\"y\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:basedOn "
      "w:val=\"x\"/></w:style>"
      "<w:style w:styleId=\"h\"><w:name w:val=\"h\"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
  g_autoptr (GBytes) bytes = make_zip ("word/styles.xml", STYLES, "word/document.xml",
                                       DOCUMENT (STYLED ("a1", "بيان") STYLED ("2", "أولا") STYLED (
                                           "x", "ثانيا") STYLED ("h", "خفي") STYLED ("none", "نص")),
                                       NULL);
  g_auto (Outcome) outcome = outcome_of (bayan_docx_read, bytes);

  g_assert_cmpstr (outcome_html (&outcome), ==, "<h1>بيان</h1>\n<h2>أولا</h2>\n<h3>ثانيا</h3>\n<p>نص</p>\n");
}

static void
test_lists_and_tables (void)
{
#define ITEM(text)                                                                                           \
  P ("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" R (text))
#define CELL(content) "<w:tc>" content "</w:tc>"
  assert_html (DOCUMENT (ITEM ("بند") ITEM ("آخر") P (R ("نص"))),
               "<ul><li>بند</li>\n<li>آخر</li>\n</ul>\n<p>نص</p>\n");
  assert_html (
      DOCUMENT ("<w:tbl><w:tr>" CELL (P (R ("دولة")))
                    CELL (P (R ("وفد")) P (R ("كبير"))) "</w:tr><w:tr>" CELL (
                        "<w:tbl><w:tr>" CELL (P (R ("داخل"))) "</w:tr></w:tbl>" P ("")) "</w:tr></w:tbl>"),
      "<table><tr><td>دولة</td>\n<td>وفد<p>كبير</p>\n</td>\n</tr>\n<tr><td><table><tr><td>داخل</td>\n</tr>\n"
      "</table>\n</td>\n</tr>\n</table>\n");
}

/* A box stands in the file twice, for old and new programs. */
static void
test_boxes (void)
{
#define BOX(text) "<w:drawing><w:txbxContent>" P (R (text)) "</w:txbxContent></w:drawing>"
  assert_html (
      DOCUMENT (
          P (R ("قبل ") "<w:r><mc:AlternateContent><mc:Choice>" BOX ("إطار") "</mc:Choice><mc:Fallback>" BOX (
              "إطار") "</mc:Fallback></mc:AlternateContent></w:r>" R ("بعد"))),
      "<p>إطار</p>\n<p>قبل بعد</p>\n");
}

static void
test_changes (void)
{
  assert_html (DOCUMENT (P (R ("أكد ") "<w:del><w:r><w:delText>أمس </w:delText></w:r></w:del><w:ins>" R (
                   "اليوم") "</w:ins>") P ("<w:moveFrom>" R ("منقول") "</w:moveFrom>")
                             P ("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R ("أول ")) P (R ("وتتمته"))
                                 P ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>خفي</w:t></w:r>"
                                    "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>ظاهر</w:t></w:r>")
                                     P ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" R ("باق"))),
               "<p>أكد اليوم</p>\n<p>أول وتتمته</p>\n<p>ظاهر</p>\n<p>باق</p>\n");
}

static void
test_fields (void)
{
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
  assert_html (
      DOCUMENT (P (FIELD ("begin") "<w:r><w:instrText>DATE</w:instrText></w:r>" FIELD ("begin") R ("تعليمة")
                       FIELD ("separate") R ("داخل التعليمة") FIELD ("end") FIELD ("separate") R ("14 مايو")
                           FIELD ("end") R (" 2024"))
                    P ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" R (
                        "اكتب هنا") "</w:sdtContent></w:sdt>"
                                    "<w:sdt><w:sdtContent><w:smartTag>" R (
                                        "مضمون") "</w:smartTag></w:sdtContent></w:sdt>")
                        P ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A7\"/><w:noBreakHyphen/></w:r>")),
      "<p>14 مايو 2024</p>\n<p>مضمون</p>\n<p>▪‑</p>\n");
}

#define RELATION(kind, target)                                                                               \
  "<Relationship Id=\"" target "\" Type=\"http://x/relationships/" kind "\" Target=\"" target "\"/>"

/* Headers each once, notes after the text, properties; nothing outside of the file is asked for. */
static void
test_parts (void)
{
  g_autoptr (GBytes) bytes = make_zip (
      "_rels/.rels",
      "<Relationships>" RELATION ("officeDocument", "w/main.xml")
          RELATION ("core-properties", "core.xml") "</Relationships>",
      "w/_rels/main.xml.rels",
      "<Relationships>" RELATION ("header", "h1.xml") RELATION ("header", "h2.xml")
          RELATION ("header", "h3.xml") RELATION ("footer", "/w/f.xml")
              RELATION ("footnotes",
                        "n.xml") "<Relationship Type=\"http://x/header\" "
                                 "TargetMode=\"External\" Target=\"http://example.org/\"/></Relationships>",
      "w/main.xml", DOCUMENT (P (R ("المتن"))), "w/h1.xml", "<w:hdr " W ">" P (R ("ترويسة")) "</w:hdr>",
      "w/h2.xml", "<w:hdr " W ">" P (R ("ترويسة")) "</w:hdr>", "w/h3.xml", "<w:hdr " W ">" P ("") "</w:hdr>",
      "w/f.xml", "<w:ftr " W ">" P (R ("صفحة 1")) "</w:ftr>", "w/n.xml",
      "<w:footnotes " W "><w:footnote w:type=\"separator\">" P (R ("خط")) "</w:footnote><w:footnote>" P (
          R ("حاشية")) "</w:footnote></w:footnotes>",
      "core.xml",
      "<c "
      "xmlns:d=\"d\"><d:title>بيان</d:title><d:creator>الأمانة</d:creator><d:created>2024-05-14T08:00:00Z</"
      "d:created></c>",
      NULL);
  g_auto (Outcome) outcome = outcome_of (bayan_docx_read, bytes);

  g_assert_cmpstr (
      outcome_html (&outcome), ==,
      "<header><p>ترويسة</p>\n</header>\n<p>المتن</p>\n<p>حاشية</p>\n<footer><p>صفحة 1</p>\n</footer>\n");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_TITLE), ==, "بيان");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_AUTHOR), ==, "الأمانة");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_DATE), ==, "2024-05-14");
}

static char *
repeat (const char *head, const char *part, guint times, const char *tail)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
  g_string_append (text, tail);
  return g_string_free (text, FALSE);
}

static void
assert_document_refused (const char *document, BayanExtractError code)
{
  g_autoptr (GBytes) bytes = make_docx (document);

  assert_refused (bayan_docx_read, bytes, code);
}

static void
test_entities (void)
{
  assert_document_refused ("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                           "<d>&x;</d>",
                           BAYAN_EXTRACT_ERROR_DAMAGED);
  assert_document_refused ("<!DOCTYPE d SYSTEM \"http://example.org/d.dtd\"><d/>",
                           BAYAN_EXTRACT_ERROR_DAMAGED);
  assert_document_refused (
      "<!DOCTYPE d [<!ENTITY a \"ههههههههههههه\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY e \"&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]><d>&e;</d>",
      BAYAN_EXTRACT_ERROR_DAMAGED);
}

static void
test_limits (void)
{
  g_autofree char *deep = repeat ("<d>", "<w>", 1000, "");
  g_autofree char *zeros = repeat ("", "          ", 1100000, "");
  g_autofree char *bomb = g_strconcat ("<d>", zeros, "</d>", NULL);
  g_autofree char *wide = repeat ("<w:document " W "><w:body>", P (R ("س")), 100000,
                                  "</w:body></w:document>");
  g_autoptr (GBytes) wide_bytes = make_docx (wide);

  assert_document_refused (deep, BAYAN_EXTRACT_ERROR_TOO_DEEP);
  assert_document_refused (bomb, BAYAN_EXTRACT_ERROR_TOO_LARGE);
  /* A small text over and over packs better than anything that is written, too. */
  assert_refused (bayan_docx_read, wide_bytes, BAYAN_EXTRACT_ERROR_TOO_LARGE);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) none = make_zip ("word/other.xml", "<d/>", NULL);
  g_autoptr (GBytes) encrypted = g_bytes_new_static (
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 45);
  g_autoptr (GBytes) broken = make_docx ("<d><w:p xmlns:w=\"w\">" R ("نص") "</w:p><w:");
  g_auto (Outcome) cut = outcome_of (bayan_docx_read, broken);

  assert_refused (bayan_docx_read, empty, BAYAN_EXTRACT_ERROR_DAMAGED);
  assert_refused (bayan_docx_read, none, BAYAN_EXTRACT_ERROR_DAMAGED);
  assert_refused (bayan_docx_read, encrypted, BAYAN_EXTRACT_ERROR_ENCRYPTED);
  g_assert_cmpstr (outcome_html (&cut), ==, "<p>نص</p>\n");
  g_assert_true (outcome_has_doubt (&cut, BAYAN_DOUBT_CUT_SHORT, ""));
}

/* What LibreOffice wrote, headings, list, table, note and all. */
static void
test_whole (void)
{
  g_autoptr (GBytes) bytes = load_data ("rich.docx");
  g_autoptr (GBytes) expected = load_data ("rich.html");
  g_auto (Outcome) outcome = outcome_of (bayan_docx_read, bytes);
  g_autofree char *text = g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));

  g_assert_cmpstr (outcome_html (&outcome), ==, text);
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_AUTHOR), ==, "أمانة التحالف");
  try_truncated (bayan_docx_read, bytes, 50);
  try_damaged (bayan_docx_read, bytes, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx/paragraphs", test_paragraphs);
  g_test_add_func ("/docx/headings", test_headings);
  g_test_add_func ("/docx/lists-and-tables", test_lists_and_tables);
  g_test_add_func ("/docx/boxes", test_boxes);
  g_test_add_func ("/docx/changes", test_changes);
  g_test_add_func ("/docx/fields", test_fields);
  g_test_add_func ("/docx/parts", test_parts);
  g_test_add_func ("/docx/entities", test_entities);
  g_test_add_func ("/docx/limits", test_limits);
  g_test_add_func ("/docx/damaged", test_damaged);
  g_test_add_func ("/docx/whole", test_whole);
  return g_test_run ();
}
