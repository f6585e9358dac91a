/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code book as JSON, for programs. */
#pragma once

#include "bayan-own-label.h"

G_BEGIN_DECLS

char *bayan_labels_json_write (const GPtrArray *labels);

G_END_DECLS
