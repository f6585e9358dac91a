/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of states on the map: those that are mentioned first, none over another. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-map-atlas.h"
#include "bayan-map-counts.h"

G_BEGIN_DECLS

typedef struct _BayanMapLabels BayanMapLabels;

BayanMapLabels *bayan_map_labels_new (GtkWidget *widget);
void bayan_map_labels_free (BayanMapLabels *self);
void bayan_map_labels_forget (BayanMapLabels *self);
void bayan_map_labels_draw (BayanMapLabels *self,
                            cairo_t *cr,
                            const BayanMapCamera *camera,
                            const BayanMapCounts *counts,
                            gboolean dark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMapLabels, bayan_map_labels_free)

G_END_DECLS
