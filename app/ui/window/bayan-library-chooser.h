/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file dialogs of libraries. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*BayanLibraryChosen) (const char *path, gpointer data);

void bayan_library_chooser_open (GtkWindow *parent, BayanLibraryChosen chosen, gpointer data);
void bayan_library_chooser_copy (GtkWindow *parent, const char *path, BayanLibraryChosen chosen, gpointer data);
void bayan_library_chooser_make (GtkWindow *parent, BayanLibraryChosen chosen, gpointer data);

G_END_DECLS
