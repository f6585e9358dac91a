/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a document that is a ZIP archive, unpacked into memory within limits. Private to the room. */
#pragma once

#include "bayan-extract.h"

G_BEGIN_DECLS

#define BAYAN_PACKAGE_MAX_BYTES (200u * 1024 * 1024)
#define BAYAN_PACKAGE_MAX_RATIO 100u
#define BAYAN_PACKAGE_RATIO_FROM_BYTES (1024u * 1024)
#define BAYAN_PACKAGE_MAX_ENTRIES 10000u

typedef GHashTable BayanPackage; /* name → GBytes */

BayanPackage *bayan_package_open (GBytes *bytes, gboolean *cut_short, GError **error);
GBytes *bayan_package_get (BayanPackage *self, const char *name);
char *bayan_package_resolve (const char *base, const char *target);
gboolean bayan_package_is_encrypted_office (GBytes *bytes);

G_END_DECLS
