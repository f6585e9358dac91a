/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command of the reader and its key. Pressed, it waits for another key; one that another command has can be swapped with
 * it. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"
#include "bayan-reader-keys.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_KEY_ROW (bayan_key_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanKeyRow, bayan_key_row, BAYAN, KEY_ROW, AdwActionRow)

GtkWidget *bayan_key_row_new (BayanReaderKeys *keys, BayanDesk *desk, guint command);

G_END_DECLS
