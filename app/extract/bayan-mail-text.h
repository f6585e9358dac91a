/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain text of a mail as simple HTML. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bayan_mail_text_unflow (const char *text, gboolean delete_space);
void bayan_mail_text_put (GString *html, const char *text, gsize length_bytes);

G_END_DECLS
