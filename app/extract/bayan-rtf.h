/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rich Text Format. */
#pragma once

#include "bayan-extract.h"

G_BEGIN_DECLS

gboolean bayan_rtf_read (BayanExtract *self, GBytes *bytes, GError **error);

G_END_DECLS
