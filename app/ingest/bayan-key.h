/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of words compared with lists of them. Private to the room. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Whether two keys are one. Nearly none are, and their first letter, of two bytes, says so without a call. */
static inline gboolean
bayan_key_equal (const char *one, const char *other)
{
  return one[0] == other[0] && (one[0] == '\0' || (one[1] == other[1] && strcmp (one, other) == 0));
}

#define BAYAN_KEY_INITIALS 0x100u

/* By what keys are kept that begin alike: in Arabic it is the second byte that tells letters apart. */
static inline guint8
bayan_key_initial (const char *key)
{
  return (guint8) ((guchar) key[0] < 0x80 ? key[0] : key[1]);
}

G_END_DECLS
