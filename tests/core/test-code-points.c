/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-code-points.h"

#include <string.h>

/* The example of shared/interchange.md: three units, three numbers for one place. */
static void
test_three_units (void)
{
  const char *text = "وسنبقى ملتزمين 🇮🇶 بدعم العراق";
  g_autoptr (BayanCodePoints) index = bayan_code_points_new (text, strlen (text));
  guint32 byte = (guint32) (strstr (text, "العراق") - text);

  g_assert_cmpuint (byte, ==, 46);
  g_assert_cmpuint (bayan_code_points_from_byte (index, byte), ==, 23);
  g_assert_cmpuint (bayan_code_points_utf16_from_byte (index, byte), ==, 25);
  g_assert_cmpuint (bayan_code_points_to_byte (index, 23), ==, 46);
}

static void
test_against_glib (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BayanCodePoints) index = NULL;
  static const gunichar LETTERS[] = { 'a', '\n', 0x0628, 0x064E, 0x2019, 0xFEFB, 0x1F1EE };
  guint32 utf16 = 0;

  for (int i = 0; i < 3000; i++)
    g_string_append_unichar (text, LETTERS[g_test_rand_int_range (0, G_N_ELEMENTS (LETTERS))]);
  index = bayan_code_points_new (text->str, text->len);
  g_assert_cmpuint (bayan_code_points_get_length (index), ==, 3000);
  for (const char *at = text->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint32 byte = (guint32) (at - text->str);
      guint32 n = (guint32) g_utf8_pointer_to_offset (text->str, at);
      g_assert_cmpuint (bayan_code_points_from_byte (index, byte), ==, n);
      g_assert_cmpuint (bayan_code_points_to_byte (index, n), ==, byte);
      g_assert_cmpuint (bayan_code_points_utf16_from_byte (index, byte), ==, utf16);
      utf16 += g_utf8_get_char (at) > 0xFFFF ? 2 : 1;
    }
  g_assert_cmpuint (bayan_code_points_to_byte (index, 5000), ==, text->len);
}

static void
test_empty (void)
{
  g_autoptr (BayanCodePoints) index = bayan_code_points_new ("", 0);

  g_assert_cmpuint (bayan_code_points_get_length (index), ==, 0);
  g_assert_cmpuint (bayan_code_points_to_byte (index, 0), ==, 0);
  g_assert_cmpuint (bayan_code_points_from_byte (index, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/code-points/three-units", test_three_units);
  g_test_add_func ("/core/code-points/against-glib", test_against_glib);
  g_test_add_func ("/core/code-points/empty", test_empty);
  return g_test_run ();
}
