/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the interface, and what follows from it: direction, which of two names comes first, text of
 * one direction set into text of the other. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-entity.h"

G_BEGIN_DECLS

void bayan_language_prepare (void);
void bayan_language_apply (const char *choice);
gboolean bayan_language_is_arabic (void);
GtkTextDirection bayan_language_get_direction (void);

const char *bayan_language_get_entity_name (const BayanEntity *entity);
const char *bayan_language_get_entity_other_name (const BayanEntity *entity);

gboolean bayan_language_is_rtl_text (const char *text);
char *bayan_language_isolate (const char *text);

G_END_DECLS
