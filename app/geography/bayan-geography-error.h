/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BAYAN_GEOGRAPHY_ERROR (bayan_geography_error_quark ())

typedef enum
{
  BAYAN_GEOGRAPHY_ERROR_CORRUPT, /* not a map, or not all of one */
} BayanGeographyError;

GQuark bayan_geography_error_quark (void);

G_END_DECLS
