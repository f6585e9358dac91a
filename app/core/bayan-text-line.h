/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around a place of a text, in one line. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bayan_text_line_dup (const char *start, const char *end);
char *bayan_text_line_dup_before (const char *text, const char *at);
char *bayan_text_line_dup_after (const char *at, const char *text_end);

G_END_DECLS
