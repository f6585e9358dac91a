/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that imports held back, one after the other: how each would be read, and whether it shall be imported. It
 * closes when there is nothing left to look at; what is not decided on stays with the desk. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_REVIEW_WINDOW (bayan_review_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanReviewWindow, bayan_review_window, BAYAN, REVIEW_WINDOW, AdwWindow)

GtkWidget *bayan_review_window_new (GtkWindow *parent, BayanDesk *desk);

G_END_DECLS
