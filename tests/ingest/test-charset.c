/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same words in every character set, each letter traced to its bytes; and what is refused. */
#include <string.h>

#include "bayan-charset-choice.h"
#include "support-ingest.h"

#define ARABIC                                                                                                                                                                               \
  "بيان مشترك\n\nأكد الوزراء في ختام اجتماعهم بنواكشوط التزام بلدانهم بدعم الأمن والاستقرار في المنطقة، " \
  "ورحبوا بنتائج الحوار.\n"

/* MacArabic, which iconv does not have: letters stand as in ISO-8859-6, figures and quotation marks have
 * places of their own. */
static char *
encode_mac (const char *text, gsize *size)
{
  GString *made = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_c (made, (char) (c < 0x80                   ? c
                                       : c == 0xAB                ? 0x8C
                                       : c == 0xBB                ? 0x98
                                       : c == 0x66A               ? 0xA5
                                       : c >= 0x660 && c <= 0x669 ? c - 0x660 + 0xB0
                                                                  : c - 0x60C + 0xAC));
    }
  *size = made->len;
  return g_string_free (made, FALSE);
}

/* @text in @charset, as iconv writes it. */
static GBytes *
encode (const char *text, const char *charset, const char *mark, gsize mark_size)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree char *encoded = strcmp (charset, "MacArabic") == 0
                                 ? encode_mac (text, &size)
                                 : g_convert (text, -1, charset, "UTF-8", NULL, &size, &error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) mark_size);
  g_byte_array_append (bytes, (const guint8 *) encoded, (guint) size);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
check_letters (const BayanStatement *statement, const char *charset)
{
  const char *raw = g_bytes_get_data (statement->raw, NULL);

  for (const char *at = statement->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint32 start = (guint32) (at - statement->text);
      BayanRawSpan span = bayan_offset_map_to_raw (
          statement->map, bayan_clean_span (start, start + (guint32) (g_utf8_next_char (at) - at)));
      g_autofree char *back = g_convert (raw + span.start.byte, span.end.byte - span.start.byte, "UTF-8",
                                         charset, NULL, NULL, NULL);
      g_autofree char *letter = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));

      g_assert_cmpstr (back, ==, letter);
    }
}

static void
check_charset (const char *charset, const char *mark, gsize mark_size, const char *name)
{
  g_autoptr (GBytes) raw = encode (ARABIC, charset, mark, mark_size);
  g_autoptr (BayanStatement) statement = ingest_data (g_bytes_get_data (raw, NULL), g_bytes_get_size (raw));
  g_autofree char *wanted = g_strndup (ARABIC, strlen (ARABIC) - 1);

  g_assert_cmpstr (statement->text, ==, wanted);
  g_assert_cmpstr (statement->charset, ==, name);
  g_assert_cmpstr (statement->title, ==, "بيان مشترك");
  check_letters (statement, charset);
}

static void
test_same_words (void)
{
  check_charset ("UTF-8", "", 0, "UTF-8");
  check_charset ("UTF-8", "\xEF\xBB\xBF", 3, "UTF-8");
  check_charset ("UTF-16LE", "\xFF\xFE", 2, "UTF-16LE");
  check_charset ("UTF-16BE", "\xFE\xFF", 2, "UTF-16BE");
  check_charset ("UTF-16LE", "", 0, "UTF-16LE");
  check_charset ("UTF-16BE", "", 0, "UTF-16BE");
  check_charset ("UTF-32LE", "\xFF\xFE\0\0", 4, "UTF-32LE");
  check_charset ("UTF-32BE", "\0\0\xFE\xFF", 4, "UTF-32BE");
  check_charset ("UTF-32LE", "", 0, "UTF-32LE");
  check_charset ("UTF-32BE", "", 0, "UTF-32BE");
  check_charset ("WINDOWS-1256", "", 0, "windows-1256");
  check_charset ("ISO-8859-6", "", 0, "ISO-8859-6");
}

/* A few words suffice to tell the Arabic tables apart. */
static void
test_short_texts (void)
{
  static const char *const TEXTS[] = {
    "بيان",
    "التحالف الدولي",
    "قطر",
    "الجمهورية العربية السورية",
    "مؤتمر روما 2021",
    "وزير الخارجية الأمير فيصل بن فرحان",
    "عقد الوزراء اجتماعا",
    "رحب المجلس بالاتفاق",
    "زيارة إلى عمّان",
    "قوى الأمن الداخلي، بيروت",
    "شكر وتقدير",
    "نص الكلمة",
    "هل يصمد الاتفاق؟",
    "الأمم المتحدة: دعوة إلى ضبط النفس",
  };
  static const char *const CHARSETS[] = { "windows-1256", "ISO-8859-6", "MacArabic" };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    for (guint c = 0; c < G_N_ELEMENTS (CHARSETS); c++)
      {
        g_autoptr (GBytes) raw = encode (TEXTS[i], CHARSETS[c], "", 0);
        g_autoptr (BayanStatement) statement = ingest_data (g_bytes_get_data (raw, NULL),
                                                            g_bytes_get_size (raw));

        g_assert_cmpstr (statement->text, ==, TEXTS[i]);
      }
}

/* What MacArabic has and ISO-8859-6 has not tells that it is MacArabic. */
static void
test_mac (void)
{
  static const char TEXT[] = "قال الوزير: «اتفقنا في ٢٨ يونيو ٢٠٢١ على ٥٠٪ من البنود»، وغادر.";
  g_autoptr (GBytes) raw = encode (TEXT, "MacArabic", "", 0);
  g_autoptr (BayanStatement) statement = ingest_data (g_bytes_get_data (raw, NULL), g_bytes_get_size (raw));

  g_assert_cmpstr (statement->text, ==, TEXT);
  g_assert_cmpstr (statement->charset, ==, "MacArabic");
}

/* "عقد الوزراء اجتماعا في تونس" as DOS wrote it: facts from Microsoft's table of code page 720. */
static void
test_dos (void)
{
  static const char TEXT[] = "\xE3\xE7\xA7 \x9F\xE9\xED\xAA\xA9\x9F\x98 \x9F\xA4\xA2\xEA\x9F\xE3\x9F "
                             "\xE5\xEF \xA2\xED\xEB\xAB";
  g_autoptr (BayanStatement) statement = ingest_data (TEXT, sizeof TEXT - 1);

  g_assert_cmpstr (statement->text, ==, "عقد الوزراء اجتماعا في تونس");
  g_assert_cmpstr (statement->charset, ==, "DOS-720");
}

/* Bytes that could be UTF-16 only by their look. */
static void
test_nonsense_wide (void)
{
  static const char PATTERN[] = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
  guint8 noise[600] = { 0xFF, 0xFE };
  g_autoptr (BayanStatement) spaced = ingest_text (PATTERN);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  g_assert_cmpstr (spaced->text, ==, PATTERN);
  for (guint i = 2; i < sizeof noise; i++)
    noise[i] = (guint8) g_rand_int_range (random, 0, 256);
  bytes = g_bytes_new (noise, sizeof noise);
  g_assert_null (bayan_ingest_bytes (bytes, "", NULL, NULL, NULL));
  for (guint i = 0; i < sizeof noise; i += 2)
    {
      noise[i] = (guint8) g_rand_int_range (random, 0, 256);
      noise[i + 1] = 0x06;
    }
  assert_refused (noise, sizeof noise, BAYAN_INGEST_ERROR_BINARY);
}

/* What the analyst chooses is obeyed, whatever it gives; and nothing is refused then. */
static void
test_chosen (void)
{
  g_autoptr (GBytes) raw = encode (ARABIC, "windows-1256", "", 0);
  const char *const *list = bayan_charset_list ();

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autoptr (BayanSource) source = bayan_source_new ("x.txt", NULL);
      g_autoptr (BayanStatement) statement = NULL, again = NULL;
      gboolean restored[16] = { FALSE };

      source->raw = g_bytes_ref (raw);
      source->charset = g_strdup (list[i]);
      statement = bayan_ingest_source (source, NULL, NULL, NULL);
      g_assert_nonnull (statement);
      g_assert_cmpstr (statement->charset, ==, list[i]);
      for (guint d = 0; d < statement->doubts->len; d++)
        g_assert_cmpint (((BayanDoubt *) statement->doubts->pdata[d])->kind, !=, BAYAN_DOUBT_CHARSET);
      again = bayan_ingest_restore (statement, restored, NULL);
      g_assert_cmpstr (again->text, ==, statement->text);
    }
}

static void
check_ranked (const char *charset, const char *text)
{
  g_autoptr (GBytes) raw = encode (text, charset, "", 0);
  g_auto (GStrv) ranked = bayan_charset_rank (raw);
  g_autofree char *preview = bayan_charset_preview (raw, ranked[0], 10);

  g_assert_cmpuint (g_strv_length (ranked), ==, g_strv_length ((char **) bayan_charset_list ()));
  g_assert_cmpstr (ranked[0], ==, charset);
  g_assert_true (g_str_has_prefix (text, preview));
  g_assert_cmpint (g_utf8_strlen (preview, -1), ==, 10);
}

static void
test_ranked (void)
{
  check_ranked ("windows-1256", ARABIC);
  check_ranked ("ISO-8859-6", ARABIC);
  check_ranked ("UTF-8", ARABIC);
  check_ranked ("UTF-16BE", ARABIC);
  check_ranked ("windows-1252", "Les ministres réunis à Nouakchott ont salué cet élargissement.");
}

/* Lines stored as they look are put in the order in which they are read, each as far as it is certain. */
static void
test_visual_order (void)
{
  g_autoptr (BayanStatement) statement =
      ingest_text ("ﻙﺮﺘﺸﻣ ﻥﺎﻴﺑ\n(2021 ﻮﻴﻧﻮﻳ 28) ﺎﻣﻭﺭ ﺮﻤﺗﺆﻣ ﻲﻓ\nﺑﻴﺎﻥ ﻣﺸﺘﺮﻙ\nﺏ ﺍ");
  BayanRawSpan line = bayan_offset_map_to_raw (statement->map, bayan_clean_span (0, 19));

  g_assert_cmpstr (statement->text, ==, "بيان مشترك\nفي مؤتمر روما (28 يونيو 2021)\nبيان مشترك\nب ا");
  g_assert_cmpuint (line.start.byte, ==, 0);
  g_assert_cmpuint (line.end.byte, ==, strlen ("ﻙﺮﺘﺸﻣ ﻥﺎﻴﺑ"));
  g_assert_cmpstr (((BayanDoubt *) statement->doubts->pdata[0])->subject, ==, "visual order");
}

/* The shapes of letters within a word become the letters, each traced to its shape. */
static void
test_presentation_forms (void)
{
  static const char TEXT[] = "ﺑﻴﺎﻥ ﺍﻟﺪﻭﻟﻲ ﻻ ﷲ ﷺ";
  g_autoptr (BayanStatement) statement = ingest_text (TEXT);
  g_autofree char *html = g_strdup_printf ("<p>%s</p>", TEXT);
  g_autoptr (BayanStatement) page = ingest_text (html);
  const char *lam = strstr (statement->text, "لا ");
  guint32 at = (guint32) (lam - statement->text);
  gsize form = (gsize) (strstr (TEXT, "ﻻ") - TEXT);

  g_assert_cmpstr (statement->text, ==, "بيان الدولي لا الله ﷺ");
  g_assert_cmpstr (page->text, ==, statement->text);
  for (guint i = 0; i < 3; i++)
    {
      static const guint32 SPANS[3][2] = { { 0, 2 }, { 2, 4 }, { 0, 4 } };
      BayanRawSpan raw = bayan_offset_map_to_raw (statement->map,
                                                  bayan_clean_span (at + SPANS[i][0], at + SPANS[i][1]));

      g_assert_cmpuint (raw.start.byte, ==, form);
      g_assert_cmpuint (raw.end.byte, ==, form + 3);
      raw = bayan_offset_map_to_raw (page->map, bayan_clean_span (at + SPANS[i][0], at + SPANS[i][1]));
      g_assert_cmpuint (raw.start.byte, ==, form + 3);
      g_assert_cmpuint (raw.end.byte, ==, form + 6);
    }
}

static void
test_latin (void)
{
  static const char *const FRENCH =
      "Les ministres réunis à Nouakchott ont salué l’élargissement de la coopération.";
  g_autoptr (GBytes) raw = encode (FRENCH, "WINDOWS-1252", "", 0);
  g_autoptr (BayanStatement) statement = ingest_data (g_bytes_get_data (raw, NULL), g_bytes_get_size (raw));
  static const char *const TURKISH = "Komşu ülkelerin dışişleri bakanları başkentte bir araya geldi.";
  g_autoptr (GBytes) raw_turkish = encode (TURKISH, "WINDOWS-1254", "", 0);
  g_autoptr (BayanStatement) turkish = ingest_data (g_bytes_get_data (raw_turkish, NULL),
                                                    g_bytes_get_size (raw_turkish));
  g_autoptr (BayanStatement) english =
      ingest_text ("The ministers agreed to meet again in the spring of the next year.");

  g_assert_cmpstr (statement->text, ==, FRENCH);
  g_assert_cmpstr (statement->charset, ==, "windows-1252");
  g_assert_cmpstr (statement->language, ==, "fr");
  g_assert_cmpstr (turkish->charset, ==, "windows-1254");
  g_assert_cmpstr (turkish->language, ==, "tr");
  g_assert_cmpstr (english->charset, ==, "UTF-8");
  g_assert_cmpstr (english->language, ==, "en");
}

static void
check_encoding_refused (const void *data, gsize size, guint64 byte)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (bayan_ingest_bytes (raw, "", NULL, NULL, &error));
  g_assert_error (error, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_ENCODING);
  g_assert_cmpuint (bayan_ingest_error_get_byte (error), ==, byte);
}

/* Damaged beyond reading: too little is left to be sure of. */
static void
test_damaged (void)
{
  check_encoding_refused ("\xFF\xFE\x28\x06\x00\xD8\x4A\x06", 8, 4);
  check_encoding_refused ("\xEF\xBB\xBF\xC8\xED\xC7\xE4", 7, 3);
}

/* Half a source in one character set and half in another is refused, at the first letter of the other. */
static void
test_glued (void)
{
  g_autoptr (GBytes) other = encode (ARABIC, "windows-1256", ARABIC, strlen (ARABIC));

  check_encoding_refused (g_bytes_get_data (other, NULL), g_bytes_get_size (other), strlen (ARABIC));
}

static void
test_mapped_letters (void)
{
  g_autoptr (BayanStatement) statement = ingest_text ("أ\r\nا\xD9\x94\rx\xE2\x80\xA8y\x01z\n\0");

  /* Both ways of writing the letter give the same one, and all line ends LF. */
  g_assert_cmpstr (statement->text, ==, "أ\nأ\nx\nyz");
}

/* Marks beyond the thirtieth would make the reader slow and say nothing. */
static void
test_many_marks (void)
{
  GString *text = g_string_new ("ب");
  g_autofree char *owned = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "َ");
  g_string_append (text, "يان");
  owned = g_string_free (text, FALSE);
  g_autoptr (BayanStatement) statement = ingest_text (owned);

  g_assert_cmpint (g_utf8_strlen (statement->text, -1), ==, 4 + 30);
}

static void
test_refused (void)
{
  static const guint8 NOISE[64] = {
    1, 2, 3, 0, 5, 6, 7, 8, 0xFE, 0x10, 0x11, 0x12, 0x80, 0, 0, 0, 0x55, 3, 2
  };

  assert_refused ("", 0, BAYAN_INGEST_ERROR_EMPTY);
  assert_refused (" \n\t\r\n ", 6, BAYAN_INGEST_ERROR_BLANK);
  assert_refused ("\xE2\x80\x8F\xC2\xA0\n", 6, BAYAN_INGEST_ERROR_BLANK);
  assert_refused ("\xEF\xBB\xBF", 3, BAYAN_INGEST_ERROR_BLANK);
  assert_refused ("\x89PNG\r\n\x1A\n\0\0", 10, BAYAN_INGEST_ERROR_UNSUPPORTED);
  assert_refused ("PK\x03\x04\x14\0", 6, BAYAN_INGEST_ERROR_UNSUPPORTED);
  assert_refused ("\x7F"
                  "ELF\2\1\1\0",
                  8, BAYAN_INGEST_ERROR_UNSUPPORTED);
  assert_refused (NOISE, sizeof NOISE, BAYAN_INGEST_ERROR_BINARY);
}

static void
test_found (void)
{
  g_autoptr (GBytes) raw = g_bytes_new_static ("GIF89a\1\0\1", 9);
  g_autoptr (GError) error = NULL;

  g_assert_null (bayan_ingest_bytes (raw, "", NULL, NULL, &error));
  g_assert_cmpstr (bayan_ingest_error_get_found (error), ==, "GIF");
}

static void
test_too_large (void)
{
  g_autofree char *spaces = g_strnfill (BAYAN_INGEST_MAX_BYTES + 1, 'x');

  assert_refused (spaces, BAYAN_INGEST_MAX_BYTES + 1, BAYAN_INGEST_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) raw = g_bytes_new_static (ARABIC, strlen (ARABIC));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bayan_ingest_bytes (raw, "", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/charset/same-words", test_same_words);
  g_test_add_func ("/ingest/charset/short-texts", test_short_texts);
  g_test_add_func ("/ingest/charset/mac", test_mac);
  g_test_add_func ("/ingest/charset/dos", test_dos);
  g_test_add_func ("/ingest/charset/nonsense-wide", test_nonsense_wide);
  g_test_add_func ("/ingest/charset/chosen", test_chosen);
  g_test_add_func ("/ingest/charset/ranked", test_ranked);
  g_test_add_func ("/ingest/charset/presentation-forms", test_presentation_forms);
  g_test_add_func ("/ingest/charset/visual-order", test_visual_order);
  g_test_add_func ("/ingest/charset/latin", test_latin);
  g_test_add_func ("/ingest/charset/damaged", test_damaged);
  g_test_add_func ("/ingest/charset/glued", test_glued);
  g_test_add_func ("/ingest/charset/mapped-letters", test_mapped_letters);
  g_test_add_func ("/ingest/charset/many-marks", test_many_marks);
  g_test_add_func ("/ingest/charset/refused", test_refused);
  g_test_add_func ("/ingest/charset/found", test_found);
  g_test_add_func ("/ingest/charset/too-large", test_too_large);
  g_test_add_func ("/ingest/charset/cancelled", test_cancelled);
  return g_test_run ();
}
