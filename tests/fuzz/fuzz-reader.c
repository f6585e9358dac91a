/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reader of a foreign format (READER, of HEADER): any bytes become simple HTML, with doubts that lie in it, or an
 * error. It is UTF-8, but for mails and saved pages that do not say what they are in (IS_GUESSED). */
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
  g_assert_true (!read || IS_GUESSED || g_utf8_validate (extract->html->str, (gssize) extract->html->len, NULL));
  for (guint i = 0; i < extract->doubts->len; i++)
    {
      const BayanExtractDoubt *doubt = &g_array_index (extract->doubts, BayanExtractDoubt, i);

      g_assert_cmpuint (doubt->start, <=, doubt->end);
      g_assert_cmpuint (doubt->end, <=, extract->html->len);
    }
  return 0;
}
