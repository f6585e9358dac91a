/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Controls that cannot be seen and make text look as it is not. Private to the room. */
#pragma once

#include "bayan-doubt.h"

G_BEGIN_DECLS

void bayan_spoofing_find (const char *text, gsize length, GPtrArray *doubts);

G_END_DECLS
