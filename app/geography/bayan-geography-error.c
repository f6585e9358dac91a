/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-geography-error.h"

G_DEFINE_QUARK (bayan - geography - error - quark, bayan_geography_error)
