/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives and mails taken apart: any bytes give parts with names that can be shown, within the limits, or errors. */
#include "bayan-parts.h"

#include <string.h>

#include "fuzz.h"

static gboolean
found_cb (const char *path, GBytes *bytes, gpointer data)
{
  g_assert_true (g_utf8_validate (path, -1, NULL));
  g_assert_false (g_str_has_prefix (path, "../"));
  g_assert_null (strstr (path, "/../"));
  g_assert_true (bytes == NULL || g_bytes_get_size (bytes) <= BAYAN_PARTS_MAX_PART_BYTES);
  return TRUE;
}

static gboolean
failed_cb (const char *path, const GError *error, gpointer data)
{
  g_assert_true (g_utf8_validate (path, -1, NULL));
  g_assert_nonnull (error);
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  BayanParts parts = { .found = found_cb, .failed = failed_cb, .size_bytes = size };

  bayan_parts_unpack (&parts, bytes);
  return 0;
}
