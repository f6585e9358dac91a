/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name of the analyst's list, to be written or changed. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_NAME_EDITOR (bayan_name_editor_get_type ())
G_DECLARE_FINAL_TYPE (BayanNameEditor, bayan_name_editor, BAYAN, NAME_EDITOR, AdwWindow)

GtkWidget *bayan_name_editor_new (GtkWindow *parent, BayanDesk *desk, BayanNameItem *item, const char *words);

G_END_DECLS
