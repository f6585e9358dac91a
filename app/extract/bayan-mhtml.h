/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages saved with everything in one file (RFC 2557), as browsers do. */
#pragma once

#include "bayan-extract.h"

G_BEGIN_DECLS

gboolean bayan_mhtml_read (BayanExtract *self, GBytes *bytes, GError **error);

G_END_DECLS
