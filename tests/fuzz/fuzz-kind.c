/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by its first bytes and by all of them. */
#include <glib.h>

#include "bayan-kind.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *found = NULL;
  gsize at = 0;

  bayan_kind_of (data, size, &found, &at);
  g_assert_cmpuint (at, <=, size);
  bayan_kind_of_head (data, MIN (size, 4096), &found, &at);
  return 0;
}
