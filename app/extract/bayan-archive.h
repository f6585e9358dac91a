/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives: ZIP, tar and 7z; and single files packed with gzip, bzip2, xz or zstd. Private to the room. */
#pragma once

#include "bayan-parts.h"

G_BEGIN_DECLS

void bayan_archive_unpack (BayanParts *parts, const char *path, GBytes *bytes, guint depth);
char *bayan_archive_decode_name (const char *name);

G_END_DECLS
