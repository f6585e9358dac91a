/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of bayan-kind.h. Private to the room. */
#pragma once

#include "bayan-kind.h"

G_BEGIN_DECLS

BayanKind bayan_kind_of_zip (const guint8 *data, gsize size, const char **found);
BayanKind bayan_kind_of_mail (const char *head, gsize size);

G_END_DECLS
