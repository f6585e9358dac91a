/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a watched folder at one moment: the files that could be statements, and the folders in it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More is not watched: somebody has chosen their whole disk. */
#define BAYAN_FOLDER_SCAN_MAX_FILES 20000
#define BAYAN_FOLDER_SCAN_MAX_FOLDERS 500
#define BAYAN_FOLDER_SCAN_MAX_DEPTH 16

typedef struct {
  GFile *file;
  goffset size_bytes;
  gint64 modified_us; /* real time */
} BayanScannedFile;

typedef struct {
  GPtrArray *files;   /* of BayanScannedFile */
  GPtrArray *folders; /* of GFile, the first of them the watched one */
} BayanFolderScan;

BayanFolderScan *bayan_folder_scan_new (GFile *folder, GCancellable *cancellable, GError **error);
void bayan_folder_scan_free (BayanFolderScan *self);
gboolean bayan_folder_scan_is_partial_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanFolderScan, bayan_folder_scan_free)

G_END_DECLS
