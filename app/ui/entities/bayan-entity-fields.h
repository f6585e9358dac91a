/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of an entity's page: what is written in one and not kept yet stays, and what is wrong with it stands below. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void bayan_entity_fields_remember (gpointer field, const char *text);
gboolean bayan_entity_fields_is_shown (gpointer field, const char *text);
void bayan_entity_fields_show_text (AdwEntryRow *row, const char *text, gboolean anyhow);
void bayan_entity_fields_show_trouble (GtkLabel *label, GtkWidget *field, const char *trouble);

G_END_DECLS
