/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that was damaged before we saw it: put right where that is certain, flagged where it is not. */
#include <string.h>

#include "support-ingest.h"

#define ARABIC                                                                                                                                                                               \
  "بيان مشترك\n\nأكد الوزراء في ختام اجتماعهم بنواكشوط التزام بلدانهم بدعم الأمن والاستقرار في المنطقة، " \
  "ورحبوا بنتائج الحوار."
#define FRENCH "Les ministres réunis à Nouakchott ont salué l’élargissement de la coopération."

/* @text as it becomes if a program takes its bytes for @charset. What @charset has no letter for becomes the
 * control character of that number, as in browsers. */
static char *
take_for (const char *text, const char *charset)
{
  GString *made = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      g_autofree char *letter = g_convert (at, 1, "UTF-8", charset, NULL, NULL, NULL);

      if (letter != NULL)
        g_string_append (made, letter);
      else
        g_string_append_unichar (made, (guchar) *at);
    }
  return g_string_free (made, FALSE);
}

static const BayanDoubt *
find_doubt (const BayanStatement *statement, BayanDoubtKind kind)
{
  for (guint i = 0; i < statement->doubts->len; i++)
    if (((const BayanDoubt *) statement->doubts->pdata[i])->kind == kind)
      return statement->doubts->pdata[i];
  return NULL;
}

static guint
count_doubts (const BayanStatement *statement, BayanDoubtKind kind)
{
  guint count = 0;

  for (guint i = 0; i < statement->doubts->len; i++)
    count += ((const BayanDoubt *) statement->doubts->pdata[i])->kind == kind;
  return count;
}

static void
assert_sound (const char *text)
{
  g_autoptr (BayanStatement) statement = ingest_text (text);

  for (guint i = 0; i < statement->doubts->len; i++)
    g_test_message ("%s", bayan_doubt_kind_to_string (((BayanDoubt *) statement->doubts->pdata[i])->kind));
  g_assert_cmpuint (statement->doubts->len, ==, 0);
}

/* Each letter is traced to all the bytes that it became. */
static void
check_map (const BayanStatement *statement, const char *raw, const char *charset)
{
  for (const char *at = statement->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint32 start = (guint32) (at - statement->text),
              end = (guint32) (g_utf8_next_char (at) - statement->text);
      BayanRawSpan span = bayan_offset_map_to_raw (statement->map, bayan_clean_span (start, end));
      g_autofree char *letter = g_strndup (at, end - start), *wanted = take_for (letter, charset);
      g_autofree char *found = g_strndup (raw + span.start.byte, span.end.byte - span.start.byte);

      g_assert_cmpstr (found, ==, wanted);
    }
}

static void
test_double (void)
{
  static const char *const SETS[] = { "windows-1252", "ISO-8859-1", "windows-1256",
                                      "macintosh",    "IBM437",     "IBM850" };
  static const char *const NAMES[] = {
    "UTF-8 (double, windows-1252)", "UTF-8 (double, ISO-8859-1)", "UTF-8 (double, windows-1256)",
    "UTF-8 (double, macintosh)",    "UTF-8 (double, ibm-437)",    "UTF-8 (double, ibm-850)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (SETS); i++)
    {
      g_autofree char *raw = take_for (ARABIC, SETS[i]);
      g_autoptr (BayanStatement) statement = ingest_text (raw), again = NULL;
      gboolean restored[1] = { FALSE };

      g_assert_cmpstr (statement->text, ==, ARABIC);
      g_assert_cmpstr (statement->charset, ==, NAMES[i]);
      g_assert_nonnull (find_doubt (statement, BAYAN_DOUBT_REPAIRED));
      g_assert_cmpuint (statement->doubts->len, ==, 1);
      check_map (statement, raw, SETS[i]);
      again = bayan_ingest_restore (statement, restored, NULL);
      g_assert_cmpstr (again->text, ==, ARABIC);
      g_assert_cmpstr (again->charset, ==, NAMES[i]);
    }
}

static void
test_triple (void)
{
  static const char *const SETS[] = { "windows-1252", "ISO-8859-1", "windows-1256" };

  for (guint i = 0; i < G_N_ELEMENTS (SETS); i++)
    {
      g_autofree char *once = take_for (ARABIC, SETS[i]), *raw = take_for (once, SETS[i]);
      g_autoptr (BayanStatement) statement = ingest_text (raw);
      g_autofree char *name = g_strdup_printf ("UTF-8 (triple, %s)", SETS[i]);

      g_assert_cmpstr (statement->text, ==, ARABIC);
      g_assert_cmpstr (statement->charset, ==, name);
    }
}

static void
test_double_latin (void)
{
  g_autofree char *raw = take_for (FRENCH, "windows-1252");
  g_autoptr (BayanStatement) statement = ingest_text (raw);

  g_assert_cmpstr (statement->text, ==, FRENCH);
  check_map (statement, raw, "windows-1252");
}

static void
test_double_page (void)
{
  g_autofree char *inner = take_for (ARABIC, "windows-1252");
  g_autofree char *page = g_strdup_printf ("<html><head><title>x</title></head><body><p>%s</p></body></html>",
                                           inner);
  g_autoptr (BayanStatement) statement = ingest_text (page);

  g_assert_nonnull (strstr (statement->text, "التزام بلدانهم"));
  g_assert_cmpstr (statement->charset, ==, "UTF-8 (double, windows-1252)");
}

/* Some programs lose the five bytes that windows-1252 has no letter for. The half that is left of ف is known
 * by it; that it was put back is said. */
static void
test_double_with_losses (void)
{
  static const char *const INSTEAD[] = { "", "?", "\xEF\xBF\xBD" };

  for (guint i = 0; i < G_N_ELEMENTS (INSTEAD); i++)
    {
      g_autofree char *whole = take_for (ARABIC, "windows-1252");
      g_auto (GStrv) parts = g_strsplit (whole, "\xC2\x81", -1);
      g_autofree char *raw = g_strjoinv (INSTEAD[i], parts);
      g_autoptr (BayanStatement) statement = ingest_text (raw);

      g_assert_cmpstr (statement->text, ==, ARABIC);
      g_assert_cmpstr (find_doubt (statement, BAYAN_DOUBT_DOUBLE_ENCODED)->subject, ==, "2");
      g_assert_true (bayan_statement_is_doubtful (statement));
    }
}

/* A part is left as it is. */
static void
test_double_in_part (void)
{
  static const char *const SETS[] = { "windows-1252", "windows-1256", "macintosh", "IBM437" };

  for (guint i = 0; i < G_N_ELEMENTS (SETS); i++)
    {
      g_autofree char *part = take_for ("التزام بلدانهم بدعم الأمن", SETS[i]);
      g_autofree char *raw = g_strconcat (ARABIC "\nوفي الختام، ", part, " كما جاء في البيان.", NULL);
      g_autoptr (BayanStatement) statement = ingest_text (raw);
      const BayanDoubt *doubt = find_doubt (statement, BAYAN_DOUBT_DOUBLE_ENCODED);
      g_autofree char *found = NULL;

      g_assert_cmpstr (statement->text, ==, raw);
      g_assert_cmpstr (statement->charset, ==, "UTF-8");
      g_assert_nonnull (doubt);
      found = g_strndup (statement->text + doubt->span.start.byte,
                         bayan_clean_span_length_bytes (doubt->span));
      g_assert_cmpstr (found, ==, part);
    }
}

static void
test_sound (void)
{
  assert_sound (ARABIC);
  assert_sound (FRENCH);
  assert_sound ("Ängström und Öl: Ã ist ein Buchstabe, São Tomé ein Land, naïveté ein Wort.");
  assert_sound ("وسط الضغط ظهرت حظوظ الحفاظ على الخطوط، وظل الوسطاء «يضغطون» في محيط طرطوس.");
  assert_sound ("هل تم الاتفاق؟؟؟ نعم!!! ومتى يبدأ التنفيذ؟");
  assert_sound ("هل تم الاتفاق??? نعم، ومتى يبدأ التنفيذ? غدا ???");
  assert_sound ("انظر https://example.org/page?id=12&x=3?y الرابط.");
}

static void
test_question_marks (void)
{
  g_autoptr (BayanStatement) all = ingest_text ("???? ?????\n\n??? ??????? ?? ???? ???????? 2021.");
  g_autoptr (BayanStatement) some = ingest_text ("أكد الوزراء ????? ?? ?????? دعمهم للحوار.");
  g_autoptr (BayanStatement) one = ingest_text ("أكد الوزراء في ????? دعمهم للحوار.");
  g_autoptr (BayanStatement) inside = ingest_text ("أكد الو?راء في اج?ماعهم دع?هم للحوار بين الأط??اف.");
  const BayanDoubt *doubt = find_doubt (some, BAYAN_DOUBT_QUESTION_MARKS);

  g_assert_cmpuint (count_doubts (all, BAYAN_DOUBT_QUESTION_MARKS), ==, 2);
  g_assert_cmpstr (doubt->subject, ==, "13");
  g_assert_true (strncmp (some->text + doubt->span.start.byte, "????? ?? ?????? د", 17) == 0);
  g_assert_cmpuint (bayan_clean_span_length_bytes (doubt->span), ==, 15);
  g_assert_nonnull (find_doubt (one, BAYAN_DOUBT_QUESTION_MARKS));
  g_assert_cmpuint (count_doubts (inside, BAYAN_DOUBT_QUESTION_MARKS), ==, 4);
}

static void
test_replacements (void)
{
  g_autoptr (BayanStatement) some =
      ingest_text ("أكد ال\xEF\xBF\xBD\xEF\xBF\xBDراء في اج\xEF\xBF\xBDماعهم دعمهم.");
  GString *many = g_string_new (ARABIC);
  g_autofree char *owned = NULL;

  g_assert_cmpuint (count_doubts (some, BAYAN_DOUBT_REPLACEMENT), ==, 2);
  g_assert_cmpstr (find_doubt (some, BAYAN_DOUBT_REPLACEMENT)->subject, ==, "2");
  for (guint i = 0; i < 200; i++)
    g_string_append (many, " وا\xEF\xBF\xBDد");
  owned = g_string_free (many, FALSE);
  g_autoptr (BayanStatement) capped = ingest_text (owned);
  const BayanDoubt *last = capped->doubts->pdata[capped->doubts->len - 1];

  g_assert_cmpuint (count_doubts (capped, BAYAN_DOUBT_REPLACEMENT), ==, 50);
  g_assert_cmpstr (last->subject, ==, "151");
  g_assert_cmpuint (last->span.end.byte, >, capped->text_length_bytes - 6);
}

/* What is not the letter it was meant as leaves a mark, and the rest is read. */
static void
test_bad_bytes (void)
{
  static const char *const DAMAGES[] = { "\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xD8", "\xF5\x80\x80\x80" };

  for (guint i = 0; i < G_N_ELEMENTS (DAMAGES); i++)
    {
      g_autofree char *raw = g_strconcat (ARABIC, DAMAGES[i], ARABIC, NULL);
      g_autoptr (BayanStatement) statement = ingest_text (raw);
      const BayanDoubt *doubt = find_doubt (statement, BAYAN_DOUBT_REPLACEMENT);
      BayanRawSpan bytes;

      g_assert_cmpstr (statement->text, ==, ARABIC "\xEF\xBF\xBD" ARABIC);
      g_assert_cmpstr (doubt->subject, ==, "1");
      bytes = bayan_offset_map_to_raw (statement->map, doubt->span);
      g_assert_cmpuint (bytes.start.byte, ==, strlen (ARABIC));
      g_assert_cmpuint (bytes.end.byte, ==, strlen (ARABIC) + strlen (DAMAGES[i]));
      g_assert_true (bayan_statement_is_doubtful (statement));
    }
}

static void
test_cut_short (void)
{
  static const char WIDE[] = "\xFF\xFE\x28\x06\x4A\x06\x27\x06\x46";
  g_autoptr (BayanStatement) narrow = ingest_data (ARABIC, strlen ("بيان") - 1);
  g_autoptr (BayanStatement) wide = ingest_data (WIDE, sizeof WIDE - 1);

  g_assert_cmpstr (narrow->text, ==, "بيا");
  g_assert_nonnull (find_doubt (narrow, BAYAN_DOUBT_CUT_SHORT));
  g_assert_cmpstr (wide->text, ==, "بيا");
  g_assert_nonnull (find_doubt (wide, BAYAN_DOUBT_CUT_SHORT));
}

/* Letters as numbers, where they would be shown as numbers. */
static void
test_references (void)
{
  static const char NUMBERS[] = "&#1576;&#1610;&#1575;&#1606; &#x0645;&#x0634;&#x062A;&#x0631;&#x0643;";
  g_autofree char *escaped =
      g_strdup_printf ("<html><body><p>%s</p></body></html>",
                       "&amp;#1576;&amp;#1610;&amp;#1575;&amp;#1606; &amp;quot;2021&amp;quot;");
  g_autoptr (BayanStatement) text = ingest_text (NUMBERS), page = ingest_text (escaped);
  BayanRawSpan first = bayan_offset_map_to_raw (text->map, bayan_clean_span (0, 2));

  g_assert_cmpstr (text->text, ==, "بيان مشترك");
  g_assert_cmpstr (find_doubt (text, BAYAN_DOUBT_REPAIRED)->subject, ==, "&#");
  g_assert_cmpuint (first.start.byte, ==, 0);
  g_assert_cmpuint (first.end.byte, ==, strlen ("&#1576;"));
  g_assert_cmpstr (page->text, ==, "بيان \"2021\"");
  assert_sound ("راسلونا على AT&T &#1576; وعلى R&D.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/damage/double", test_double);
  g_test_add_func ("/ingest/damage/triple", test_triple);
  g_test_add_func ("/ingest/damage/double-latin", test_double_latin);
  g_test_add_func ("/ingest/damage/double-page", test_double_page);
  g_test_add_func ("/ingest/damage/double-with-losses", test_double_with_losses);
  g_test_add_func ("/ingest/damage/double-in-part", test_double_in_part);
  g_test_add_func ("/ingest/damage/sound", test_sound);
  g_test_add_func ("/ingest/damage/question-marks", test_question_marks);
  g_test_add_func ("/ingest/damage/replacements", test_replacements);
  g_test_add_func ("/ingest/damage/bad-bytes", test_bad_bytes);
  g_test_add_func ("/ingest/damage/cut-short", test_cut_short);
  g_test_add_func ("/ingest/damage/references", test_references);
  return g_test_run ();
}
