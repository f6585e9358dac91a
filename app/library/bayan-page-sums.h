/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that carry a sum of what was written, so that a bit that has changed since is noticed wherever it is read.
 *
 * A layer between SQLite and the system's files. The sum stands in the last eight bytes of each page, which SQLite leaves
 * alone where they are reserved (https://www.sqlite.org/fileformat.html §1.3.4); a file without them is read and written as
 * it is. A page whose sum is wrong is given out all the same: whoever reads asks bayan_page_sums_get_damaged() afterwards, and
 * says so, instead of hiding all that is still whole. The write-ahead log has sums of its own.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

const char *bayan_page_sums_get_system (void);
gboolean bayan_page_sums_want (sqlite3 *handle);
gboolean bayan_page_sums_reserve (sqlite3 *handle);
gboolean bayan_page_sums_are_kept (sqlite3 *handle);
guint32 bayan_page_sums_get_damaged (sqlite3 *handle);
int bayan_page_sums_write (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
