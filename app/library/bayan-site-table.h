/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables `site`, `site_line` and `site_choice`: what the pages of a site have in common. */
#pragma once

#include "bayan-library.h"
#include "bayan-store.h"

G_BEGIN_DECLS

gint64 bayan_site_table_intern (BayanStore *store, const char *name, GError **error);
gboolean bayan_site_table_add_pages (BayanStore *store, gint64 import_id, const GPtrArray *statements, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_site_table_choose (BayanStore *store, const char *site, guint64 line, BayanSiteChoice choice,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_site_table_read_choice (BayanStore *store, gint64 site, gint64 line, BayanLibraryChange *change,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_site_table_forget_abandoned (BayanStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_site_table_load (BayanStore *store, GError **error);

G_END_DECLS
