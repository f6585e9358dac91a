/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-geography-error.h"

/* The name is not a subtraction. */
/* clang-format off */
G_DEFINE_QUARK (bayan-geography-error-quark, bayan_geography_error)
/* clang-format on */
