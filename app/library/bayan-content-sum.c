/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-content-sum.h"

#include "bayan-library.h"

/**
 * bayan_content_sum:
 *
 * FNV-1a, 64 bits (Fowler, Noll & Vo): each step can be undone, so that no single changed byte goes
 * unnoticed.
 */
gint64
bayan_content_sum (gconstpointer data, gsize length_bytes)
{
  const guint8 *bytes = data;
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length_bytes; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return (gint64) hash;
}

/**
 * bayan_content_set_damaged:
 * @what: "text", "source", …
 *
 * Returns: FALSE
 */
gboolean
bayan_content_set_damaged (GError **error, gint64 statement, const char *what)
{
  g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
               "statement %" G_GINT64_FORMAT ": the %s is not what was written", statement, what);
  return FALSE;
}
