/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The character sets that an analyst may choose from: each name may be a BayanSource's charset. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *bayan_charset_list (void);
char **bayan_charset_rank (GBytes *raw) G_GNUC_WARN_UNUSED_RESULT;
char *bayan_charset_preview (GBytes *raw, const char *charset, gsize max_chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
