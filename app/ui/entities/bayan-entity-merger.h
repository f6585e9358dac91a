/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window that makes one entity of two: the other one is searched for, and what the merge will touch is shown before it is
 * done.
 *
 * Signals
 *   merged (char *)   it was done: the key of the entity that both are now
 */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITY_MERGER (bayan_entity_merger_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntityMerger, bayan_entity_merger, BAYAN, ENTITY_MERGER, AdwWindow)

GtkWidget *bayan_entity_merger_new (GtkWindow *parent, BayanDesk *desk, const char *entity_key);

G_END_DECLS
