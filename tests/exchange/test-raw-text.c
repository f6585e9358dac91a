/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-raw-text.h"

/* The same text in a character set, and how many code points lie before each of its characters. */
static void
check_every_character (const char *text, const char *charset, const char *name_told)
{
  gsize written;
  char *encoded = g_convert (text, -1, charset, "UTF-8", NULL, &written, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, written);
  g_autoptr (BayanRawText) raw = bayan_raw_text_new (bytes, name_told);
  guint32 expected = 0, at_byte = 0;

  g_assert_nonnull (encoded);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), expected++)
    {
      gsize width_bytes;
      g_autofree char *one = g_convert (at, g_utf8_next_char (at) - at, charset, "UTF-8", NULL, &width_bytes,
                                        NULL);
      g_autofree char *back =
          bayan_raw_text_dup_slice (raw, bayan_raw_span (at_byte, at_byte + (guint32) width_bytes));
      g_autofree char *wanted = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));

      g_assert_cmpuint (bayan_raw_text_count_code_points (raw, (BayanRawPos) { at_byte }), ==, expected);
      g_assert_cmpstr (back, ==, wanted);
      at_byte += (guint32) width_bytes;
    }
  g_assert_cmpuint (bayan_raw_text_count_code_points (raw, (BayanRawPos) { at_byte }), ==, expected);
  g_assert_cmpuint (bayan_raw_text_count_code_points (raw, (BayanRawPos) { at_byte + 999 }), ==, expected);
}

static char *
long_text (const char *piece)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 200; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
test_utf8 (void)
{
  g_autofree char *text = long_text ("\357\273\277اجتماع 🇮🇶 العراق\r\n");
  check_every_character (text, "UTF-8", "UTF-8");
}

static void
test_utf16 (void)
{
  g_autofree char *text = long_text ("اجتماع 🇮🇶 العراق\r\n");
  check_every_character (text, "UTF-16LE", "UTF-16LE");
  check_every_character (text, "UTF-16BE", "UTF-16BE");
}

/* The order of a file that is only known as UTF-16 is in its mark, which is a code point of the file. */
static void
test_utf16_mark (void)
{
  static const guint8 BYTES[] = { 0xFE, 0xFF, 0x06, 0x27, 0x06, 0x44 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES, sizeof BYTES);
  g_autoptr (BayanRawText) raw = bayan_raw_text_new (bytes, "UTF-16");
  g_autofree char *slice = bayan_raw_text_dup_slice (raw, bayan_raw_span (2, 6));

  g_assert_cmpuint (bayan_raw_text_count_code_points (raw, (BayanRawPos) { 2 }), ==, 1);
  g_assert_cmpuint (bayan_raw_text_count_code_points (raw, (BayanRawPos) { 6 }), ==, 3);
  g_assert_cmpstr (slice, ==, "ال");
}

static void
test_single_bytes (void)
{
  g_autofree char *text = long_text ("البيان الختامي، 28 حزيران\r\n");
  check_every_character (text, "WINDOWS-1256", "windows-1256");
  check_every_character (text, "ISO-8859-6", "ISO-8859-6");
}

static void
test_not_text (void)
{
  static const guint8 BYTES[] = { 0xD8, 0xA7, 0xFF, 0xFE, 0x41 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES, sizeof BYTES);
  g_autoptr (BayanRawText) raw = bayan_raw_text_new (bytes, "UTF-8");

  g_assert_null (bayan_raw_text_dup_slice (raw, bayan_raw_span (0, 5)));
  g_assert_cmpuint (bayan_raw_text_count_code_points (raw, (BayanRawPos) { 5 }), ==, 4);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (BayanRawText) raw = bayan_raw_text_new (bytes, "UTF-8");

  g_assert_cmpuint (bayan_raw_text_count_code_points (raw, (BayanRawPos) { 0 }), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/raw-text/utf8", test_utf8);
  g_test_add_func ("/raw-text/utf16", test_utf16);
  g_test_add_func ("/raw-text/utf16-mark", test_utf16_mark);
  g_test_add_func ("/raw-text/single-bytes", test_single_bytes);
  g_test_add_func ("/raw-text/not-text", test_not_text);
  g_test_add_func ("/raw-text/empty", test_empty);
  return g_test_run ();
}
