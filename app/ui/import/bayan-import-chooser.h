/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file dialogs of the import. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*BayanFilesChosen) (GListModel *files, gpointer data); /* of GFile */

void bayan_import_chooser_choose_files (GtkWindow *parent, BayanFilesChosen chosen, gpointer data);
void bayan_import_chooser_choose_folder (GtkWindow *parent, BayanFilesChosen chosen, gpointer data);
void bayan_import_chooser_choose_watched (GtkWindow *parent, BayanFilesChosen chosen, gpointer data);

G_END_DECLS
