/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of list rows, drawn by the row itself.
 *
 * GTK's list view makes and measures some two hundred rows before it shows ten. A row of labels shapes all
 * its text to be measured; a row that draws says its height from the font alone and shapes nothing until it
 * is seen.
 *
 * Positions count pixels from the start of the row, on whichever side that is.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_ROW_TEXT_BODY,
  BAYAN_ROW_TEXT_TITLE,
  BAYAN_ROW_TEXT_SMALL,
  BAYAN_ROW_TEXT_N_STYLES
} BayanRowTextStyle;

typedef enum {
  BAYAN_ROW_TEXT_START,   /* the text stands at the start of its room */
  BAYAN_ROW_TEXT_END,     /* at its end */
  BAYAN_ROW_TEXT_NATURAL, /* on the side on which its letters begin */
} BayanRowTextSide;

PangoLayout *bayan_row_text_new (GtkWidget *row, BayanRowTextStyle style, const char *text);
int bayan_row_text_get_width (PangoLayout *text);
int bayan_row_text_get_line_height (GtkWidget *row, BayanRowTextStyle style);
int bayan_row_text_get_baseline (GtkWidget *row, BayanRowTextStyle style);

void bayan_row_text_draw (GtkWidget *row,
                          GtkSnapshot *snapshot,
                          PangoLayout *text,
                          BayanRowTextSide side,
                          int start,
                          int width,
                          int top,
                          float alpha);
void bayan_row_text_draw_on_baseline (GtkWidget *row,
                                      GtkSnapshot *snapshot,
                                      PangoLayout *text,
                                      BayanRowTextSide side,
                                      int start,
                                      int width,
                                      int baseline,
                                      float alpha);

G_END_DECLS
