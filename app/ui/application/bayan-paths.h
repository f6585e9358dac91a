/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program finds what belongs to it: installed, or in the tree it was built from. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void bayan_paths_prepare (void);
const char *bayan_paths_get_locale_dir (void);
char *bayan_paths_get_samples_dir (void);
char *bayan_paths_get_help_dir (const char *language);
char *bayan_paths_get_fonts_dir (void);
char *bayan_paths_get_icons_dir (void);
char *bayan_paths_get_default_library (void);

G_END_DECLS
