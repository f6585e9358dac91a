/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mails (RFC 5322 and MIME): the text of one, and what is attached to it. */
#pragma once

#include "bayan-extract.h"
#include "bayan-parts.h"

G_BEGIN_DECLS

gboolean bayan_mail_read (BayanExtract *self, GBytes *bytes, GError **error);
void bayan_mail_unpack (BayanParts *parts, const char *path, GBytes *bytes, guint depth);

G_END_DECLS
