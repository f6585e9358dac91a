/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes what another program offers, on the clipboard or in a drag, in the form that says most of it: a web page with
 * its headings and links before bare words. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  GListModel *files; /* nullable: of GFile */
  GBytes *bytes;     /* nullable: a page, rich text, plain text */
  char *address;     /* nullable: of the page that @bytes come from */
  gboolean picture;  /* there is nothing but a picture */
} BayanIntake;

/* @intake: valid during the call; nothing in it where there is nothing to be had. */
typedef void (*BayanIntakeDone) (const BayanIntake *intake, gpointer data);

GdkContentFormats *bayan_intake_get_formats (void);
gboolean bayan_intake_accepts (GdkContentFormats *formats);
void bayan_intake_read_clipboard (GdkClipboard *clipboard, BayanIntakeDone done, gpointer data);
void bayan_intake_read_drop (GdkDrop *drop, BayanIntakeDone done, gpointer data);

G_END_DECLS
