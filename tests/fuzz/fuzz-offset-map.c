/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An offset map read from a library that someone tampered with: refused, or one that answers. */
#include "bayan-offset-map.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (BayanOffsetMap) map = bayan_offset_map_new_from_bytes (bytes);
  g_autoptr (GBytes) again = NULL;
  guint32 length;

  if (map == NULL)
    return 0;
  length = bayan_offset_map_get_clean_length (map);
  for (guint32 at = 0; at < MIN (length, 64); at++)
    {
      BayanRawSpan raw = bayan_offset_map_to_raw (map, bayan_clean_span (at, at + 1));
      BayanCleanPos clean;

      g_assert_cmpuint (raw.start.byte, <=, raw.end.byte);
      bayan_offset_map_to_clean (map, raw.start, &clean);
      g_assert_cmpuint (clean.byte, <=, length);
    }
  again = bayan_offset_map_to_bytes (map);
  g_assert_nonnull (again);
  return 0;
}
