/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-offset-map.h"

/* Raw: "ab" <removed 3> "&amp;" then two one-byte Arabic letters; clean: "ab" "\n" "&" and two two-byte
 * letters. */
static BayanOffsetMap *
build_map (void)
{
  BayanOffsetMap *map = bayan_offset_map_new ();

  bayan_offset_map_append (map, (BayanRawPos) { 0 }, 1, 1, 2);
  bayan_offset_map_append (map, (BayanRawPos) { 5 }, 1, 0, 1);
  bayan_offset_map_append (map, (BayanRawPos) { 5 }, 1, 5, 1);
  bayan_offset_map_append (map, (BayanRawPos) { 10 }, 2, 1, 2);
  return map;
}

static void
assert_raw (const BayanOffsetMap *map, guint32 clean_start, guint32 clean_end, guint32 start, guint32 end)
{
  BayanRawSpan raw = bayan_offset_map_to_raw (map, bayan_clean_span (clean_start, clean_end));

  g_assert_cmpuint (raw.start.byte, ==, start);
  g_assert_cmpuint (raw.end.byte, ==, end);
}

static void
assert_clean (const BayanOffsetMap *map, guint32 raw, gboolean kept, guint32 expected)
{
  BayanCleanPos clean;

  g_assert_cmpint (bayan_offset_map_to_clean (map, (BayanRawPos) { raw }, &clean), ==, kept);
  g_assert_cmpuint (clean.byte, ==, expected);
}

static void
check_map (const BayanOffsetMap *map)
{
  g_assert_cmpuint (bayan_offset_map_get_clean_length (map), ==, 8);
  assert_raw (map, 0, 2, 0, 2);
  assert_raw (map, 1, 4, 1, 10);
  assert_raw (map, 3, 4, 5, 10);
  assert_raw (map, 4, 6, 10, 11);
  assert_raw (map, 6, 8, 11, 12);
  assert_raw (map, 8, 8, 12, 12);
  assert_clean (map, 1, TRUE, 1);
  assert_clean (map, 3, FALSE, 2);
  assert_clean (map, 7, TRUE, 3);
  assert_clean (map, 11, TRUE, 6);
  assert_clean (map, 12, FALSE, 8);
}

static void
test_both_ways (void)
{
  g_autoptr (BayanOffsetMap) map = build_map ();

  check_map (map);
}

static void
test_bytes_round_trip (void)
{
  g_autoptr (BayanOffsetMap) map = build_map ();
  g_autoptr (GBytes) bytes = bayan_offset_map_to_bytes (map);
  g_autoptr (BayanOffsetMap) again = bayan_offset_map_new_from_bytes (bytes);

  g_assert_nonnull (again);
  check_map (again);
}

/* The spans of a map follow one another, and it can be kept as any other. */
static void
check_order (const BayanOffsetMap *map)
{
  g_autoptr (GBytes) bytes = bayan_offset_map_to_bytes (map);
  g_autoptr (BayanOffsetMap) again = bayan_offset_map_new_from_bytes (bytes);
  guint32 length = bayan_offset_map_get_clean_length (map), raw_start = 0;

  g_assert_nonnull (again);
  g_assert_cmpuint (bayan_offset_map_get_clean_length (again), ==, length);
  for (guint32 i = 0; i < MIN (length, 64); i++)
    {
      BayanRawSpan raw = bayan_offset_map_to_raw (map, bayan_clean_span (i, i + 1));

      g_assert_cmpuint (raw.start.byte, >=, raw_start);
      g_assert_cmpuint (raw.end.byte, >=, raw.start.byte);
      raw_start = raw.start.byte;
    }
}

/* Whatever is cut off or flipped, the answer is a map that holds together or none. */
static void
test_damaged_bytes (void)
{
  g_autoptr (BayanOffsetMap) map = build_map ();
  g_autoptr (GBytes) bytes = bayan_offset_map_to_bytes (map);
  gsize size = g_bytes_get_size (bytes);
  guint n_maps = 0;

  for (int i = 0; i < 2000; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      gsize cut = (gsize) g_test_rand_int_range (0, (gint32) size + 1);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (BayanOffsetMap) read = NULL;

      copy[g_test_rand_int_range (0, (gint32) size)] = (guint8) g_test_rand_int_range (0, 256);
      damaged = g_bytes_new (copy, cut);
      read = bayan_offset_map_new_from_bytes (damaged);
      if (read == NULL)
        continue;
      check_order (read);
      n_maps++;
    }
  g_assert_cmpuint (n_maps, >, 0);
  g_assert_cmpuint (n_maps, <, 2000);
}

/* Numbers that lead out of 32 bits are no map. */
static void
test_huge_numbers (void)
{
  static const guint8 TOO_MUCH_CLEAN[] = { 'O', 'M', 'P', '1', 0, 2, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F };
  static const guint8 TOO_MUCH_RAW[] = { 'O', 'M', 'P', '1', 1, 1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F };
  static const guint8 TOO_LONG_A_NUMBER[] = { 'O', 'M', 'P', '1', 0, 1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F };
  static const guint8 NOTHING_CLEAN[] = { 'O', 'M', 'P', '1', 0, 0, 1, 1 };
  static const struct {
    const guint8 *data;
    gsize size;
  } CASES[] = {
    { TOO_MUCH_CLEAN, sizeof TOO_MUCH_CLEAN },
    { TOO_MUCH_RAW, sizeof TOO_MUCH_RAW },
    { TOO_LONG_A_NUMBER, sizeof TOO_LONG_A_NUMBER },
    { NOTHING_CLEAN, sizeof NOTHING_CLEAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (CASES[i].data, CASES[i].size);

      g_assert_null (bayan_offset_map_new_from_bytes (bytes));
    }
}

static void
test_slices (void)
{
  g_autoptr (BayanOffsetMap) map = build_map ();
  g_autoptr (BayanOffsetMap) cut = bayan_offset_map_new ();

  bayan_offset_map_append_slice (cut, map, bayan_clean_span (1, 2));
  bayan_offset_map_append_slice (cut, map, bayan_clean_span (4, 8));
  g_assert_cmpuint (bayan_offset_map_get_clean_length (cut), ==, 5);
  assert_raw (cut, 0, 1, 1, 2);
  assert_raw (cut, 1, 3, 10, 11);
  assert_raw (cut, 3, 5, 11, 12);
}

/* A part of a ligature is traced to all of it. */
static void
test_cut_units (void)
{
  g_autoptr (BayanOffsetMap) map = bayan_offset_map_new ();
  g_autoptr (BayanOffsetMap) end = bayan_offset_map_new (), both = bayan_offset_map_new ();

  bayan_offset_map_append (map, (BayanRawPos) { 0 }, 4, 3, 2);
  bayan_offset_map_append_slice (end, map, bayan_clean_span (2, 8));
  g_assert_cmpuint (bayan_offset_map_get_clean_length (end), ==, 6);
  assert_raw (end, 0, 2, 0, 3);
  assert_raw (end, 2, 6, 3, 6);
  bayan_offset_map_append_slice (both, map, bayan_clean_span (0, 2));
  bayan_offset_map_append_slice (both, map, bayan_clean_span (2, 5));
  g_assert_cmpuint (bayan_offset_map_get_clean_length (both), ==, 5);
  assert_raw (both, 0, 2, 0, 3);
  assert_raw (both, 4, 5, 3, 6);
}

static void
test_empty (void)
{
  g_autoptr (BayanOffsetMap) map = bayan_offset_map_new ();

  assert_raw (map, 0, 0, 0, 0);
  assert_clean (map, 4, FALSE, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/offset-map/both-ways", test_both_ways);
  g_test_add_func ("/core/offset-map/bytes-round-trip", test_bytes_round_trip);
  g_test_add_func ("/core/offset-map/damaged-bytes", test_damaged_bytes);
  g_test_add_func ("/core/offset-map/huge-numbers", test_huge_numbers);
  g_test_add_func ("/core/offset-map/slices", test_slices);
  g_test_add_func ("/core/offset-map/cut-units", test_cut_units);
  g_test_add_func ("/core/offset-map/empty", test_empty);
  return g_test_run ();
}
