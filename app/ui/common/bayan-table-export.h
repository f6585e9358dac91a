/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of the analyst's, written as a table to a file that the analyst chooses. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a window, or a widget in one, writes. One that is closed meanwhile is asked and told all the same. */
typedef struct {
  const char *title, *accept; /* of the dialog */
  const char *name;           /* of the file, without what follows the dot */
  gboolean or_tabs;           /* a table with tabs is offered too */
  char *(*write) (GtkWidget *window, char separator); /* NULL where there is nothing any more */
  void (*say) (GtkWidget *window, const char *sentence);
  /* Nullable: another format that is offered too, and what its files end with */
  const char *other_format, *other_suffix;
  char *(*write_other) (GtkWidget *window);
} BayanTableExport;

void bayan_table_export_run (const BayanTableExport *self, GtkWidget *window);
void bayan_table_export_add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes);

G_END_DECLS
