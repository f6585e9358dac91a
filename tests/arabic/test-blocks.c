/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-blocks.h"

#include <string.h>

/* A text of @unit over and over, several blocks long, that has @once behind three quarters of the first block. */
static GString *
make_text (const char *unit, const char *once)
{
  GString *text = g_string_new (NULL);

  while (text->len < BAYAN_BLOCK_BYTES / 4 * 3)
    g_string_append (text, unit);
  g_string_append (text, once);
  while (text->len < 3 * BAYAN_BLOCK_BYTES)
    g_string_append (text, unit);
  return text;
}

static void
test_short (void)
{
  g_assert_cmpuint (bayan_block_length ("", 0), ==, 0);
  g_assert_cmpuint (bayan_block_length ("بيان. ختامي", strlen ("بيان. ختامي")), ==, strlen ("بيان. ختامي"));
}

/* Each is cut at the best place that there is. */
static void
test_cuts (void)
{
  static const struct {
    const char *unit, *once, *end;
  } CASES[] = {
    { "بيان. وختام ", "\n\n", "\n\n" }, { "بيان\n", "\n", "\n\n" }, { "بيان. وختام ", "\n", "\n" },
    { "بيان وختام ", ". ", ". " },      { "بيان", " ", " " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GString) text = make_text (CASES[i].unit, CASES[i].once);
      gsize n = bayan_block_length (text->str, text->len), end = strlen (CASES[i].end);

      g_assert_cmpuint (n, >=, BAYAN_BLOCK_BYTES / 4 * 3);
      g_assert_cmpuint (n, <=, BAYAN_BLOCK_BYTES / 4 * 3 + 32);
      g_assert_cmpmem (text->str + n - end, end, CASES[i].end, end);
    }
}

/* Whatever stands in it, a text has few blocks, all of whole characters. */
static void
test_whole_characters (void)
{
  static const char *const UNITS[] = { "ن", "aن", "\U0001F54A", "\u064E", "\n", " " };

  for (guint i = 0; i < G_N_ELEMENTS (UNITS); i++)
    {
      g_autoptr (GString) text = make_text (UNITS[i], "");
      guint n_blocks = 0;

      for (gsize at = 0, n; at < text->len; at += n, n_blocks++)
        {
          n = bayan_block_length (text->str + at, text->len - at);
          g_assert_cmpuint (n, <=, BAYAN_BLOCK_BYTES);
          g_assert_true (g_utf8_validate (text->str + at, (gssize) n, NULL));
        }
      g_assert_cmpuint (n_blocks, <=, 6);
    }
}

/* Bytes that are no text at all end as well. */
static void
test_no_text (void)
{
  g_autofree char *bytes = g_malloc (3 * BAYAN_BLOCK_BYTES);

  memset (bytes, 0x80, 3 * BAYAN_BLOCK_BYTES);
  g_assert_cmpuint (bayan_block_length (bytes, 3 * BAYAN_BLOCK_BYTES), ==, BAYAN_BLOCK_BYTES / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arabic/blocks/short", test_short);
  g_test_add_func ("/arabic/blocks/cuts", test_cuts);
  g_test_add_func ("/arabic/blocks/whole-characters", test_whole_characters);
  g_test_add_func ("/arabic/blocks/no-text", test_no_text);
  return g_test_run ();
}
