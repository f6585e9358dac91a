/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument texts: made by hand, one question each, and by LibreOffice. */
#include <string.h>

#include "bayan-odt.h"
#include "support-extract.h"

#define O "xmlns:o=\"o\" xmlns:t=\"t\" xmlns:b=\"b\" xmlns:s=\"s\" xmlns:f=\"f\" xmlns:d=\"d\" xmlns:c=\"c\""
#define CONTENT(styles, body)                                                                                \
  "<o:document-content " O "><o:automatic-styles>" styles "</o:automatic-styles><o:body><o:text>" body       \
  "</o:text></o:body></o:document-content>"
#define P(text) "<t:p>" text "</t:p>"

static void
assert_html (const char *content, const char *expected)
{
  g_autoptr (GBytes) bytes = make_zip ("content.xml", content, NULL);
  g_auto (Outcome) outcome = outcome_of (bayan_odt_read, bytes);

  g_assert_cmpstr (outcome_html (&outcome), ==, expected);
}

static void
test_text (void)
{
  assert_html (CONTENT ("", "<t:h t:outline-level=\"2\">عنوان</t:h>" P (
                                "أكد<t:s t:c=\"2\"/>الوزير<t:tab/>قال<t:line-break/><t:span>سطر\n "
                                "آخر</t:span><t:soft-page-break/>") "<t:p t:style-name=\"Title\">بيان</t:p>"),
               "<h2>عنوان</h2>\n<p>أكد  الوزير\tقال<br>\nسطر  آخر</p>\n<h1>بيان</h1>\n");
}

static void
test_structure (void)
{
  assert_html (CONTENT ("", "<t:list><t:list-item>" P ("بند") "<t:list><t:list-item>" P (
                                "فرع") "</t:list-item></t:list></t:list-item></t:list>" P ("نص")),
               "<ul><li>بند</li>\n<li>فرع</li>\n</ul>\n<p>نص</p>\n");
  assert_html (
      CONTENT ("", "<b:table><b:table-row><b:table-cell>" P ("دولة") "</b:table-cell><b:table-cell>" P (
                       "3") "</b:table-cell></b:table-row></b:table>"),
      "<table><tr><td>دولة</td>\n<td>3</td>\n</tr>\n</table>\n");
  assert_html (CONTENT ("", P ("قبل<d:frame><d:text-box>" P (
                                "إطار") "</d:text-box><s:title>صورة</s:title></d:frame> بعد")),
               "<p>إطار</p>\n<p>قبل بعد</p>\n");
}

static void
test_notes_and_changes (void)
{
  assert_html (CONTENT ("", "<t:tracked-changes><t:changed-region><t:deletion>" P (
                                "محذوف") "</t:deletion></t:changed-region></"
                                         "t:tracked-changes>" P (
                                             "نص<t:note><t:note-citation>1</"
                                             "t:note-citation><t:note-"
                                             "body>" P ("حاشية") P ("ثانية") "</"
                                                                             "t:note-body></"
                                                                             "t:note> "
                                                                             "باق<o:"
                                                                             "annotation"
                                                                             ">" P ("تعليق") "<"
                                                                                             "/"
                                                                                             "o"
                                                                                             ":"
                                                                                             "a"
                                                                                             "n"
                                                                                             "n"
                                                                                             "o"
                                                                                             "t"
                                                                                             "a"
                                                                                             "t"
                                                                                             "i"
                                                                                             "o"
                                                                                             "n"
                                                                                             ">") P ("آخر")),
               "<p>نص باق</p>\n<p>آخر</p>\n<p>حاشية</p>\n<p>ثانية</p>\n");
  assert_html (
      CONTENT ("<s:style s:name=\"T1\"><s:text-properties t:display=\"none\"/></s:style>",
               P ("ظاهر<t:span t:style-name=\"T1\">خفي</t:span>") "<t:section t:display=\"none\">" P (
                   "خفي") "</t:section>"
                          "<t:hidden-paragraph t:is-hidden=\"true\">x</t:hidden-paragraph>"),
      "<p>ظاهر</p>\n");
}

static void
test_parts (void)
{
  g_autoptr (GBytes) bytes = make_zip (
      "content.xml", CONTENT ("", P ("المتن")), "styles.xml",
      "<o:document-styles " O
      "><o:master-styles><s:master-page><s:header>" P ("ترويسة") "</s:header><s:footer>" P (
          "صفحة 1") "</s:footer></s:master-page><s:master-page><s:header>" P ("ترويسة") "</s:header></"
                                                                                        "s:master-page></"
                                                                                        "o:master-styles></"
                                                                                        "o:document-styles>",
      "meta.xml",
      "<o:document-meta " O "><o:meta><c:title>بيان</c:title><f:initial-creator>الأمانة</f:initial-creator>"
      "<c:creator>آخر</c:creator><f:creation-date>2024-05-14T08:00:00</f:creation-date></o:meta></"
      "o:document-meta>",
      NULL);
  g_auto (Outcome) outcome = outcome_of (bayan_odt_read, bytes);

  g_assert_cmpstr (outcome_html (&outcome), ==,
                   "<header><p>ترويسة</p>\n</header>\n<p>المتن</p>\n<footer><p>صفحة 1</p>\n</footer>\n");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_TITLE), ==, "بيان");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_AUTHOR), ==, "الأمانة");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_DATE), ==, "2024-05-14");
}

/* All in one file of XML. */
static void
test_flat (void)
{
  static const char TEXT[] = "<o:document " O "><o:meta><c:title>بيان</c:title></"
                             "o:meta><o:master-styles><s:master-page><s:header>" P (
                                 "ترويسة") "</s:header></s:master-page></"
                                           "o:master-styles><o:body><o:text>" P ("المتن<c:title>بيان</"
                                                                                 "c:title>") "</o:text></"
                                                                                             "o:body></"
                                                                                             "o:document>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_auto (Outcome) outcome = outcome_of (bayan_fodt_read, bytes);

  g_assert_cmpstr (outcome_html (&outcome), ==, "<header><p>ترويسة</p>\n</header>\n<p>المتنبيان</p>\n");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_TITLE), ==, "بيان");
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) encrypted = make_zip (
      "META-INF/manifest.xml", "<m><e:encryption-data xmlns:e=\"e\"/></m>", "content.xml", "\x01\x02", NULL);
  g_autoptr (GBytes) none = make_zip ("meta.xml", "<d/>", NULL);
  g_autoptr (GBytes) doctype = make_zip ("content.xml",
                                         "<!DOCTYPE d [<!ENTITY x SYSTEM \"/etc/passwd\">]><d>&x;</d>", NULL);
  g_autoptr (GBytes) cut = make_zip ("content.xml", "<o:d " O "><o:body>" P ("نص") "<t:p>قط", NULL);
  g_auto (Outcome) outcome = outcome_of (bayan_odt_read, cut);

  assert_refused (bayan_odt_read, encrypted, BAYAN_EXTRACT_ERROR_ENCRYPTED);
  assert_refused (bayan_odt_read, none, BAYAN_EXTRACT_ERROR_DAMAGED);
  assert_refused (bayan_odt_read, doctype, BAYAN_EXTRACT_ERROR_DAMAGED);
  g_assert_cmpstr (outcome_html (&outcome), ==, "<p>نص</p>\n");
  g_assert_true (outcome_has_doubt (&outcome, BAYAN_DOUBT_CUT_SHORT, ""));
}

/* What LibreOffice wrote, headings, list, table, note and all. */
static void
test_whole (void)
{
  g_autoptr (GBytes) bytes = load_data ("rich.odt");
  g_autoptr (GBytes) expected = load_data ("rich.html");
  g_auto (Outcome) outcome = outcome_of (bayan_odt_read, bytes);
  g_autofree char *text = g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));

  g_assert_cmpstr (outcome_html (&outcome), ==, text);
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_AUTHOR), ==, "أمانة التحالف");
  try_truncated (bayan_odt_read, bytes, 50);
  try_damaged (bayan_odt_read, bytes, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/odt/text", test_text);
  g_test_add_func ("/odt/structure", test_structure);
  g_test_add_func ("/odt/notes-and-changes", test_notes_and_changes);
  g_test_add_func ("/odt/parts", test_parts);
  g_test_add_func ("/odt/flat", test_flat);
  g_test_add_func ("/odt/damaged", test_damaged);
  g_test_add_func ("/odt/whole", test_whole);
  return g_test_run ();
}
