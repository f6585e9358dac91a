/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-extract-error.h"

/* The name is not a subtraction. */
/* clang-format off */
G_DEFINE_QUARK (bayan-extract-error-quark, bayan_extract_error)
/* clang-format on */
