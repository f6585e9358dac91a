/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the Security Council passed its resolutions: resolutions.tsv. Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BayanResolutions BayanResolutions;

BayanResolutions *bayan_resolutions_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_resolutions_free (BayanResolutions *self);
guint bayan_resolutions_get_year (const BayanResolutions *self, guint number);
void bayan_resolutions_append (const BayanResolutions *self, GString *symbols, guint number, guint year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanResolutions, bayan_resolutions_free)

G_END_DECLS
