/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something of the analyst's, written to a file that the analyst chooses: a table, a picture. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  const char *label;       /* of the filter in the dialog */
  const char *suffixes[3]; /* what its files end with, without the dot; the first is the usual one; ends with NULL */
} BayanFileFormat;

/* The formats of a table */
extern const BayanFileFormat bayan_file_csv, bayan_file_tsv;

/* What a window, or a widget in one, writes. One that is closed meanwhile is asked and told all the same. */
typedef struct {
  const char *title, *accept; /* of the dialog */
  const char *name;           /* of the file, without what follows the dot */
  const BayanFileFormat *formats[4]; /* ends with NULL; a file whose name says none of them is of the first */
  GBytes *(*write) (GtkWidget *widget, const BayanFileFormat *format); /* NULL where there is nothing any more */
  void (*say) (GtkWidget *widget, const char *sentence);
  gboolean adds_suffix; /* to a name that says none */
} BayanFileExport;

void bayan_file_export_run (const BayanFileExport *self, GtkWidget *widget);
void bayan_file_export_add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes);
GFile *bayan_file_export_take_chosen (GtkNativeDialog *dialog, int response);
GBytes *bayan_file_export_take_text (char *text);

G_END_DECLS
