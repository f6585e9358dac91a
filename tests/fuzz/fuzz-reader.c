/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reader of a foreign format (READER, of HEADER): any bytes become simple HTML that is UTF-8, with doubts that lie
 * in it, or an error. */
#include HEADER
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (BayanExtract) extract = bayan_extract_new ();
  g_autoptr (GError) error = NULL;
  gboolean read = READER (extract, bytes, &error);

  g_assert_true (read == (error == NULL));
  g_assert_true (!read || g_utf8_validate (extract->html->str, (gssize) extract->html->len, NULL));
  for (guint i = 0; i < extract->doubts->len; i++)
    {
      const BayanExtractDoubt *doubt = &g_array_index (extract->doubts, BayanExtractDoubt, i);

      g_assert_cmpuint (doubt->start, <=, doubt->end);
      g_assert_cmpuint (doubt->end, <=, extract->html->len);
    }
  return 0;
}
