/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the statements in what an analyst points at: files as they are, folders searched through. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAYAN_FOLDER_ERROR (bayan_folder_error_quark ())
typedef enum {
  BAYAN_FOLDER_ERROR_NO_STATEMENTS, /* a folder with no file in it that could be a statement */
} BayanFolderError;
GQuark bayan_folder_error_quark (void);

/* @file: a file to read. Return FALSE to stop walking. */
typedef gboolean (*BayanFolderFound) (GFile *file, goffset size_bytes, gpointer data);
/* @file: what cannot be read, and @error why; walking goes on. */
typedef void (*BayanFolderFailed) (GFile *file, const GError *error, gpointer data);

gboolean bayan_folder_is_statement_name (const char *name);
void bayan_folder_walk (
    GFile *file, GCancellable *cancellable, BayanFolderFound found, BayanFolderFailed failed, gpointer data);

G_END_DECLS
