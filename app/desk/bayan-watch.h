/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder that the open library watches: which one, whether it does, and what became of the files in it. What
 * appears there is imported, quietly where the library has it already.
 *
 * Properties
 *   folder   (GFile)    nullable
 *   enabled  (gboolean)
 *   lost     (gboolean) it is watched, and cannot be read at present
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_WATCH (bayan_watch_get_type ())
G_DECLARE_FINAL_TYPE (BayanWatch, bayan_watch, BAYAN, WATCH, GObject)

GFile *bayan_watch_get_folder (BayanWatch *self);
gboolean bayan_watch_get_enabled (BayanWatch *self);
gboolean bayan_watch_get_lost (BayanWatch *self);
void bayan_watch_set_folder (BayanWatch *self, GFile *folder); /* and begins to watch it */
void bayan_watch_set_enabled (BayanWatch *self, gboolean enabled);

G_END_DECLS
