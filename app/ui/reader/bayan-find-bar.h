/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words in the text of the reader: an entry, how many places there are, and the way from one to the next. What is
 * found is the business of whoever shows the text.
 *
 * Signals
 *   changed ()          other words are looked for: see bayan_find_bar_get_text()
 *   step (gboolean)     to the next place, or the one before
 *   closed ()           the keyboard goes back to the text
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_FIND_BAR (bayan_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (BayanFindBar, bayan_find_bar, BAYAN, FIND_BAR, AdwBin)

void bayan_find_bar_open (BayanFindBar *self, const char *words);
void bayan_find_bar_close (BayanFindBar *self);
gboolean bayan_find_bar_is_open (BayanFindBar *self);
const char *bayan_find_bar_get_text (BayanFindBar *self);
void bayan_find_bar_show_count (BayanFindBar *self, int place, guint n_places);

G_END_DECLS
