/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the manual, as Mallard writes it: what Bayan's pages use of it, made into labels. Other programs that read
 * help read the same files. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  char *title;
  GtkWidget *body; /* a box of labels; links have the address "help:PAGE" */
} BayanHelpPage;

BayanHelpPage *bayan_help_page_read (const char *path, GError **error);
void bayan_help_page_free (BayanHelpPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanHelpPage, bayan_help_page_free)

G_END_DECLS
