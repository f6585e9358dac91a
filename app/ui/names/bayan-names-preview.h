/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of names from elsewhere, before any of it is taken in: what is new, what is different, and what is the matter with
 * the lines that cannot be used. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_NAMES_PREVIEW (bayan_names_preview_get_type ())
G_DECLARE_FINAL_TYPE (BayanNamesPreview, bayan_names_preview, BAYAN, NAMES_PREVIEW, AdwWindow)

/* @list: (transfer full) */
GtkWidget *bayan_names_preview_new (GtkWindow *parent, BayanDesk *desk, const char *file_name, BayanNameList *list);

G_END_DECLS
