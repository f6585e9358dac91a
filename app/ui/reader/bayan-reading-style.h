/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the text of statements looks, as the settings say: face, size, line height, width of the column. What is changed there
 * is seen at once. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_READING_STYLE (bayan_reading_style_get_type ())
G_DECLARE_FINAL_TYPE (BayanReadingStyle, bayan_reading_style, BAYAN, READING_STYLE, GObject)

BayanReadingStyle *bayan_reading_style_new (GSettings *settings, GdkDisplay *display);
void bayan_reading_style_zoom (BayanReadingStyle *self, int steps); /* 0: as it comes */

char *bayan_reading_style_make_css (const char *family, double size_points);

G_END_DECLS
