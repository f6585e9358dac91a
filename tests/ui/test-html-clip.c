/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-clip.h"

#include <string.h>

#define WORDS "<p>أكد <b>الوزراء</b> دعم العراق</p>"
#define PAGE "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n"

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
check_page (GBytes *clip, const char *expected, const char *expected_address)
{
  g_autofree char *address = NULL;
  g_autoptr (GBytes) page = bayan_html_clip_to_page (clip, &address);

  g_assert_cmpmem (g_bytes_get_data (page, NULL), g_bytes_get_size (page), expected, strlen (expected));
  g_assert_cmpstr (address, ==, expected_address);
}

static void
test_plain (void)
{
  g_autoptr (GBytes) clip = bytes_of (WORDS);

  check_page (clip, PAGE WORDS, NULL);
}

/* Only what was selected, not the page around it. */
static void
test_fragment (void)
{
  g_autoptr (GBytes) clip = bytes_of ("<html><body><div>menu</div><!--StartFragment-->" WORDS
                                      "<!--EndFragment--></body></html>");

  check_page (clip, PAGE WORDS, NULL);
}

static void
test_windows (void)
{
  g_autoptr (GBytes) clip = bytes_of ("Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000228\r\n"
                                      "SourceURL:https://example.org/news/7\r\n<html><body>\r\n"
                                      "<!--StartFragment-->" WORDS "<!--EndFragment-->\r\n</body></html>");

  check_page (clip, PAGE WORDS, "https://example.org/news/7");
}

static void
test_utf16 (void)
{
  const char *const sets[] = { "UTF-16LE", "UTF-16" }; /* bare, and with a mark */

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      gsize length;
      char *wide = g_convert (WORDS, -1, sets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GBytes) clip = g_bytes_new_take (wide, length);

      check_page (clip, PAGE WORDS, NULL);
    }
}

/* Bytes in no known encoding are handed on as they are: the import finds out. */
static void
test_other (void)
{
  const char *const clips[] = { "<p>\xC8\xED\xC7\xE4</p>", "", "<", "Version:0.9" };

  for (guint i = 0; i < G_N_ELEMENTS (clips); i++)
    {
      g_autoptr (GBytes) clip = bytes_of (clips[i]);
      g_autoptr (GBytes) page = bayan_html_clip_to_page (clip, NULL);

      g_assert_nonnull (page);
    }
}

static void
test_words (void)
{
  g_autoptr (GBytes) page = bytes_of (WORDS), picture = bytes_of (PAGE "<img src=\"x.png\" alt=\"y\">\n ");

  g_assert_true (bayan_html_clip_has_words (page));
  g_assert_false (bayan_html_clip_has_words (picture));
}

static void
test_address (void)
{
  g_autoptr (GBytes) good = bytes_of ("https://example.org/a\nTitle"), bad = bytes_of ("javascript:x");
  g_autofree char *address = bayan_html_clip_read_address (good);
  gsize length;
  char *wide = g_convert ("https://example.org/b", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) firefox = g_bytes_new_take (wide, length);
  g_autofree char *second = bayan_html_clip_read_address (firefox);

  g_assert_cmpstr (address, ==, "https://example.org/a");
  g_assert_cmpstr (second, ==, "https://example.org/b");
  g_assert_null (bayan_html_clip_read_address (bad));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-clip/plain", test_plain);
  g_test_add_func ("/html-clip/fragment", test_fragment);
  g_test_add_func ("/html-clip/windows", test_windows);
  g_test_add_func ("/html-clip/utf16", test_utf16);
  g_test_add_func ("/html-clip/other", test_other);
  g_test_add_func ("/html-clip/words", test_words);
  g_test_add_func ("/html-clip/address", test_address);
  return g_test_run ();
}
