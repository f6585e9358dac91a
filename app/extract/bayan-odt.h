/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument text: LibreOffice and others, in a package or as one file of XML. */
#pragma once

#include "bayan-extract.h"

G_BEGIN_DECLS

gboolean bayan_odt_read (BayanExtract *self, GBytes *bytes, GError **error);
gboolean bayan_fodt_read (BayanExtract *self, GBytes *bytes, GError **error);

G_END_DECLS
