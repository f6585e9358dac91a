/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is learned from the analyst's decisions: whether it is, from how many, that it is forgotten, and how right
 * suggestions were over time. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_LEARNING_WINDOW (bayan_learning_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanLearningWindow, bayan_learning_window, BAYAN, LEARNING_WINDOW, AdwWindow)

GtkWidget *bayan_learning_window_new (GtkWindow *parent, BayanDesk *desk);

G_END_DECLS
