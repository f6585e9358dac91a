/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of names that somebody else keeps: CSV or TSV with the columns type, name, other spellings (a bar between them),
 * country and entity, named in a first line or in this order; or a file of JSON lines with members called so. What cannot
 * be used is said line by line, and nothing of such a line is taken. */
#pragma once

#include <gio/gio.h>

#include "bayan-name-list.h"

G_BEGIN_DECLS

/* Returns: (nullable): the ISO 3166-1 alpha-3 code of what is in a cell; NULL for no country */
typedef const char *(*BayanFindCountry) (const char *cell);

BayanNameList *bayan_name_reading_read (GBytes *raw, const char *source, BayanFindCountry find_country,
                                        GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
