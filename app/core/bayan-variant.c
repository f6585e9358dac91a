/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-variant.h"

void
bayan_variant_free (BayanVariant *self)
{
  g_free (self->words);
  g_free (self->surface);
  g_free (self);
}
