/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-geography-error.h"

/* clang-format off: the name is not a subtraction */
G_DEFINE_QUARK (bayan-geography-error-quark, bayan_geography_error)
/* clang-format on */
