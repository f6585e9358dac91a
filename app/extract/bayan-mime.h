/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What mails and saved pages have in common. Private to the room. */
#pragma once

#include <gmime/gmime.h>

#include "bayan-extract.h"

G_BEGIN_DECLS

GMimeMessage *bayan_mime_parse (GBytes *bytes, gboolean *cut_short, GError **error);
GBytes *bayan_mime_get_content (GMimeObject *part);
gboolean bayan_mime_is_cut_short (GMimeObject *part);
char *bayan_mime_decode (GMimeObject *part, GBytes *content);
char *bayan_mime_get_header (GMimeObject *object, const char *name);

G_END_DECLS
