/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a BayanLibraryChange. Private to this room. */
#pragma once

#include "bayan-library.h"

G_BEGIN_DECLS

BayanLibraryChange *bayan_library_change_new (void);
void bayan_library_change_free (BayanLibraryChange *self);
BayanLibraryChange *
bayan_library_change_take_part (BayanLibraryChange *self, guint n_statements, guint *n_told_tallies);
void bayan_library_site_line_free (gpointer data);
gboolean bayan_library_change_is_empty (const BayanLibraryChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanLibraryChange, bayan_library_change_free)

G_END_DECLS
