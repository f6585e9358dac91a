/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sum by which a source is known. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bayan_sha256_of_bytes (GBytes *bytes);

G_END_DECLS
