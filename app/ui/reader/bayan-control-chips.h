/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The characters of a text that nobody sees: controls of direction, spaces and joiners without width. Each is shown as
 * a small label over its place; the text itself is left as it is. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-reader-text.h"

G_BEGIN_DECLS

typedef struct _BayanControlChips BayanControlChips;

BayanControlChips *bayan_control_chips_new (const BayanStatement *statement, const BayanReaderText *text);
void bayan_control_chips_free (BayanControlChips *self);
guint bayan_control_chips_count (const BayanControlChips *self, gboolean all);
const char *bayan_control_chips_get_label (const BayanControlChips *self, guint i, int *offset_chars);

/* @start_chars: what is on screen; @all: FALSE for those alone that make text look as it is not */
void bayan_control_chips_paint (const BayanControlChips *self, GtkTextView *view, GtkSnapshot *snapshot, int start_chars,
                                int end_chars, gboolean all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanControlChips, bayan_control_chips_free)

G_END_DECLS
