/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rich Text Format: made by hand, one question each, and by LibreOffice. */
#include <string.h>

#include "bayan-rtf.h"
#include "support-extract.h"

#define FONTS "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset178 Arial (Arabic);}}"

static void
assert_html (const char *rtf, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (rtf, strlen (rtf));
  g_auto (Outcome) outcome = outcome_of (bayan_rtf_read, bytes);

  g_assert_cmpstr (outcome_html (&outcome), ==, expected);
}

static void
test_characters (void)
{
  assert_html ("{\\rtf1\\ansi" FONTS "\\f1\\'c3\\'df\\'cf {\\f0 caf\\'e9} \\'cd\\par}",
               "<p>أكد café ح</p>\n");
  assert_html ("{\\rtf1\\ansi\\ansicpg1256 \\'c3\\'df\\'cf\\par}", "<p>أكد</p>\n");
  assert_html ("{\\rtf1\\uc1\\u1571?\\u-3?\\uc2\\u1603\\'3f\\'3f\\uc0\\u1583\\u-10179\\u-8704!\\par}",
               "<p>أ\357\277\275كد\xF0\x9F\x98\x80!</p>\n");
  assert_html ("{\\rtf1 a\\emdash\\lquote b\\rquote\\~\\{c\\}\\\\\\tab d\\line e\\_f\\-g\\par}",
               "<p>a—‘b’\xC2\xA0{c}\\\td<br>\ne‑fg</p>\n");
}

/* As Word writes Arabic: fonts whose sets go by number, letters as numbers with bytes of those sets beside them for who
 * cannot read these, and runs from right to left that name a second font. */
static void
test_word (void)
{
  static const char RTF[] =
      "{\\rtf1\\adeflang1025\\ansi\\ansicpg1256\\uc1\\adeff31507\\deff0\\stshfdbch31505"
      "{\\fonttbl{\\f0\\fbidi \\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}"
      "{\\f37\\fbidi \\fswiss\\fcharset178\\fprq2{\\*\\panose 020b0604020202020204}Arial (Arabic){\\*\\falt "
      "\\'c7};}"
      "{\\fhiminor\\f31506\\fbidi \\fswiss\\fcharset238 Calibri CE;}}"
      "\\pard\\plain \\rtlpar\\qr "
      "{\\rtlch\\fcs1 \\af37 \\ltrch\\fcs0 \\f37\\lang1025 \\u1576\\'c8\\u1610\\'ed\\u1575\\'c7\\u1606\\'e4 }"
      "{\\rtlch\\fcs1 \\af37 \\ltrch\\fcs0 \\f37 \\'e3\\'d4\\'ca\\'d1\\'df }"
      "{\\ltrch\\fcs0 \\f31506 \\'e8}{\\ltrch\\fcs0 \\f0 \\'e9}"
      "{\\uc0 \\u1608 \\u1575 }{\\uc2\\u1587\\'d3\\'20}\\u1606\\'e4\\par}";

  assert_html (RTF, "<p>بيان مشترك čéواسن</p>\n");
}

static void
test_left_out (void)
{
  assert_html (
      "{\\rtf1{\\colortbl;\\red0;}{\\*\\unknown x}{\\pict\\bin6 }{\\}}}}{\\v hidden}\\v x\\v0{\\deleted old }"
      "a{\\field{\\*\\fldinst DATE}{\\fldrslt b}}{\\upr{old}{\\*\\ud{c}}}\\par}",
      "<p>abc</p>\n");
}

static void
test_structure (void)
{
  assert_html ("{\\rtf1{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}\\pard\\s1 "
               "Head\\par\\pard Text\\par"
               "\\pard{\\listtext\\pard\\bullet\\tab}\\ls1 one\\par{\\listtext x}two\\par\\pard end}",
               "<h1>Head</h1>\n<p>Text</p>\n<ul><li>one</li>\n<li>two</li>\n</ul>\n<p>end</p>\n");
  assert_html (
      "{\\rtf1\\trowd\\pard\\intbl a\\cell b\\par c\\cell\\row\\trowd\\pard\\intbl d\\cell\\row\\pard "
      "e\\par}",
      "<table><tr><td>a</td>\n<td>b<p>c</p>\n</td>\n</tr>\n<tr><td>d</td>\n</tr>\n</table>\n<p>e</p>\n");
}

static void
test_parts (void)
{
  static const char RTF[] =
      "{\\rtf1" FONTS
      "{\\info{\\title A statement}{\\author\\f1 \\'c3\\'df\\'cf}{\\creatim\\yr2024\\mo5\\dy14\\hr8}}"
      "{\\header\\pard top\\par}{\\headerf\\pard top\\par}{\\footer\\pard 1\\par}\\pard "
      "text{\\footnote\\pard note} more"
      "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard box\\par}}{\\shprslt box}}\\par}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (RTF, strlen (RTF));
  g_auto (Outcome) outcome = outcome_of (bayan_rtf_read, bytes);

  g_assert_cmpstr (outcome_html (&outcome), ==,
                   "<header><p>top</p>\n</header>\n<footer><p>1</p>\n</footer>\n<p>box</p>\n<p>text "
                   "more</p>\n<p>note</p>\n");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_TITLE), ==, "A statement");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_AUTHOR), ==, "أكد");
  g_assert_cmpstr (outcome_detail (&outcome, BAYAN_DETAIL_DATE), ==, "2024-05-14");
}

static void
test_damaged (void)
{
  static const char *const ODD[] = { "{\\rtf1 a",
                                     "{\\rtf1\\u",
                                     "{\\rtf1\\'4",
                                     "{\\rtf1\\",
                                     "{\\rtf1\\bin99999999 x}",
                                     "{\\rtf1}}}}a",
                                     "{\\rtf1\\u99999999999999\\fs-\\cell\\row\\row}",
                                     "{\\rtf1{{{\\header{\\footnote" };
  g_autoptr (GBytes) other = g_bytes_new_static ("rtf", 3);
  g_autofree char *braces = g_strnfill (1000000, '{');
  g_autofree char *deep = g_strconcat ("{\\rtf1 ", braces, NULL);
  g_autoptr (GBytes) deep_bytes = g_bytes_new_static (deep, strlen (deep));
  g_autoptr (GBytes) whole = load_data ("rich.rtf");

  assert_refused (bayan_rtf_read, other, BAYAN_EXTRACT_ERROR_DAMAGED);
  assert_refused (bayan_rtf_read, deep_bytes, BAYAN_EXTRACT_ERROR_TOO_DEEP);
  for (guint i = 0; i < G_N_ELEMENTS (ODD); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (ODD[i], strlen (ODD[i]));
      g_auto (Outcome) outcome = outcome_of (bayan_rtf_read, bytes);

      g_assert_true (outcome.good);
      g_assert_true (i != 0 || outcome_has_doubt (&outcome, BAYAN_DOUBT_CUT_SHORT, ""));
    }
  try_truncated (bayan_rtf_read, whole, 50);
  try_damaged (bayan_rtf_read, whole, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rtf/characters", test_characters);
  g_test_add_func ("/rtf/word", test_word);
  g_test_add_func ("/rtf/left-out", test_left_out);
  g_test_add_func ("/rtf/structure", test_structure);
  g_test_add_func ("/rtf/parts", test_parts);
  g_test_add_func ("/rtf/damaged", test_damaged);
  return g_test_run ();
}
