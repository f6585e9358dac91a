/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file around the database: what may be opened, how a new one comes to be, who holds it. */
#pragma once

#include "bayan-database.h"

G_BEGIN_DECLS

/* At byte 68 of the file: "Bayn" */
#define BAYAN_APPLICATION_ID 0x4261796E

BayanDatabase *bayan_library_file_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanDatabase *bayan_library_file_open_for_reading (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_library_file_close (BayanDatabase *database);
void bayan_library_file_set_system_error (GError **error, int system_error);
void bayan_library_file_sync_folder (const char *path);

G_END_DECLS
