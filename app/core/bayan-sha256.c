/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-sha256.h"

#include <nettle/sha2.h>

/**
 * bayan_sha256_of_bytes:
 *
 * What g_compute_checksum_for_bytes() gives, which needs 45 instructions a byte for it: Nettle has the processor's
 * own where it has one.
 *
 * Returns: (transfer full): the SHA-256 of @bytes in hexadecimal digits
 */
char *
bayan_sha256_of_bytes (GBytes *bytes)
{
  static const char DIGITS[] = "0123456789abcdef";
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];
  char *sum = g_malloc (2 * SHA256_DIGEST_SIZE + 1);
  gsize length_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &length_bytes);

  sha256_init (&context);
  sha256_update (&context, length_bytes, data);
  sha256_digest (&context, sizeof digest, digest);
  for (guint i = 0; i < sizeof digest; i++)
    {
      sum[2 * i] = DIGITS[digest[i] >> 4];
      sum[2 * i + 1] = DIGITS[digest[i] & 0xF];
    }
  sum[2 * sizeof digest] = '\0';
  return sum;
}
