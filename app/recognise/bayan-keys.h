/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the MATCH keys of words, of each of them many times: without a call. Where a constant is compared, its length
 * costs nothing, and the length of one key is counted once for all endings that it is asked about. Private to this room. */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* TRUE if both say the same. Most words differ in one of their first letters. */
static G_ALWAYS_INLINE inline gboolean
bayan_key_is (const char *key, const char *other)
{
  while (*key == *other && *key != '\0')
    {
      key++;
      other++;
    }

  return *key == *other;
}

/* For a constant @beginning of a few letters */
static G_ALWAYS_INLINE inline gboolean
bayan_key_begins (const char *key, const char *beginning)
{
  for (; *beginning != '\0'; beginning++, key++)
    if (*key != *beginning)
      return FALSE;

  return TRUE;
}

/* The same of its @end */
static G_ALWAYS_INLINE inline gboolean
bayan_key_ends (const char *key, const char *end)
{
  gsize length_bytes = strlen (key), n = strlen (end);

  return length_bytes >= n && memcmp (key + length_bytes - n, end, n) == 0;
}

/* @keys: not empty ones, NULL terminated */
static inline gboolean
bayan_key_is_among (const char *key, const char *const *keys)
{
  const char first = key[0], second = first != '\0' ? key[1] : '\0';

  for (; *keys != NULL; keys++)
    if ((*keys)[0] == first && (*keys)[1] == second && bayan_key_is (key, *keys))
      return TRUE;

  return FALSE;
}

G_END_DECLS
