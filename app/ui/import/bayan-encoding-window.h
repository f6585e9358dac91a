/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The encoding of the statement in the reader: chosen from a list, with the text as it would be then. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENCODING_WINDOW (bayan_encoding_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanEncodingWindow, bayan_encoding_window, BAYAN, ENCODING_WINDOW, AdwWindow)

GtkWidget *bayan_encoding_window_new (GtkWindow *parent, BayanDesk *desk);

G_END_DECLS
