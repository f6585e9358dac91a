/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the entity sidebar: a heading, or an entity with its count. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-entity-lines.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITY_ROW (bayan_entity_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntityRow, bayan_entity_row, BAYAN, ENTITY_ROW, GtkWidget)

GtkWidget *bayan_entity_row_new (void);
void bayan_entity_row_show (BayanEntityRow *self, BayanEntityLines *lines, GObject *line);
GObject *bayan_entity_row_get_line (BayanEntityRow *self);

G_END_DECLS
