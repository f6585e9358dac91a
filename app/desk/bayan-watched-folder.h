/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder that statements are put into. Says which files have come to rest there: new ones, and ones that are
 * different now, once neither their size nor their time has changed for a second.
 *
 * Whenever something happens in it, and every half minute (not every disk tells), the whole folder is looked through on
 * a thread of its own.
 *
 * Signals
 *   settled (GListModel *files)   of GFile; each file once, and again when it has changed
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_WATCHED_FOLDER (bayan_watched_folder_get_type ())
G_DECLARE_FINAL_TYPE (BayanWatchedFolder, bayan_watched_folder, BAYAN, WATCHED_FOLDER, GObject)

BayanWatchedFolder *bayan_watched_folder_new (GFile *folder);
void bayan_watched_folder_stop (BayanWatchedFolder *self);         /* no signal any more */
GFile *bayan_watched_folder_get_folder (BayanWatchedFolder *self);
gboolean bayan_watched_folder_get_lost (BayanWatchedFolder *self); /* property "lost": it cannot be read at present */

G_END_DECLS
