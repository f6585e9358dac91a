/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window to write a label of the code book, or to change one. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"
#include "bayan-reader-keys.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_LABEL_EDITOR (bayan_label_editor_get_type ())
G_DECLARE_FINAL_TYPE (BayanLabelEditor, bayan_label_editor, BAYAN, LABEL_EDITOR, AdwWindow)

GtkWidget *bayan_label_editor_new (GtkWindow *parent, BayanDesk *desk, BayanReaderKeys *keys,
                                  const BayanOwnLabel *label);

G_END_DECLS
