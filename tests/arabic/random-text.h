/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts made of what goes wrong: every script and form in one word, and bytes that are no text. */
#pragma once

#include <glib.h>

static inline gunichar
random_character (GRand *rand)
{
  static const gunichar RANGES[][2] = {
    { 0x20, 0x7E },     { 0x20, 0x7E },     { 0x621, 0x64A },   { 0x621, 0x64A },   { 0x621, 0x64A },
    { 0x621, 0x64A },   { 0x64B, 0x65F },   { 0x640, 0x640 },   { 0x660, 0x66D },   { 0x670, 0x6FF },
    { 0xA0, 0x24F },    { 0x300, 0x36F },   { 0x200B, 0x200F }, { 0x2010, 0x2060 }, { 0xFB50, 0xFDFF },
    { 0xFE70, 0xFEFC }, { 0xFEF5, 0xFEFC }, { 0x1F600, 0x1F64F }, { 0x0A, 0x0D },   { 0x4E00, 0x4E10 },
    { 0x8A0, 0x8FF },
  };
  gint32 range = g_rand_int_range (rand, 0, G_N_ELEMENTS (RANGES));

  return (gunichar) g_rand_int_range (rand, (gint32) RANGES[range][0], (gint32) RANGES[range][1] + 1);
}

static inline char *
random_text (GRand *rand, guint n_chars)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_chars; i++)
    g_string_append_unichar (text, random_character (rand));
  return g_string_free (text, FALSE);
}

/* NUL terminated, with no other NUL unless @with_nul. */
static inline char *
random_bytes (GRand *rand, gsize n, gboolean with_nul)
{
  char *bytes = g_malloc (n + 1);

  for (gsize i = 0; i < n; i++)
    bytes[i] = (char) g_rand_int_range (rand, with_nul ? 0 : 1, 256);
  bytes[n] = '\0';
  return bytes;
}
