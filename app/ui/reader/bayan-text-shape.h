/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a part of a text view's text is drawn. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One rectangle a display line that the part touches, relative to the top of its first paragraph: scrolling, and what
 * GtkTextView learns of the heights above, do not move it. All zero is a shape not measured yet. */
typedef struct {
  guint n_rectangles;
  graphene_rect_t *rectangles;
} BayanTextShape;

void bayan_text_shape_measure (BayanTextShape *self, GtkTextView *view, int start_chars, int end_chars);
void bayan_text_shape_clear (BayanTextShape *self);

G_END_DECLS
