/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of an entity: what it is called and is, how statements name it. Each field is kept by itself, and undone by
 * itself. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITY_WINDOW (bayan_entity_window_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntityWindow, bayan_entity_window, BAYAN, ENTITY_WINDOW, AdwWindow)

GtkWidget *bayan_entity_window_new (GtkWindow *parent, BayanDesk *desk);
void bayan_entity_window_show_entity (BayanEntityWindow *self, const char *entity_key);

G_END_DECLS
