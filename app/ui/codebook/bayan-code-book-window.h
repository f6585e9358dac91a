/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code book: the analyst's own labels, in groups. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"
#include "bayan-reader-keys.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_CODE_BOOK_WINDOW (bayan_code_book_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanCodeBookWindow, bayan_code_book_window, BAYAN, CODE_BOOK_WINDOW, AdwWindow)

GtkWidget *bayan_code_book_window_new (GtkWindow *parent, BayanDesk *desk, BayanReaderKeys *keys);

G_END_DECLS
