/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-marks.h"

#include "bayan-group-words.h"
#include "bayan-row-text.h"
#include "bayan-stage-words.h"

#define ICON_PIXELS 14
#define ICON_GAP_PIXELS 3
#define GAP_PIXELS 8
#define REACH_PIXELS 4 /* so far beside a mark a click is still on it */
#define DIM 0.55f

#define MOST_TAG_LETTERS 14

static const char *const ICONS[BAYAN_STATEMENT_MARK_STAGE] = { "edit-copy-symbolic", "x-office-calendar-symbolic" };

/* What there is room for */
static char *
shorten_tags (const BayanStanding *standing)
{
  g_autofree char *tags = bayan_stage_words_join_tags (standing);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (tags, -1) <= MOST_TAG_LETTERS)
    return g_steal_pointer (&tags);
  cut = g_utf8_substring (tags, 0, MOST_TAG_LETTERS);
  return g_strconcat (cut, "…", NULL);
}

static void
make_standing (BayanStatementMarks *self, GtkWidget *row, BayanStatementItem *item)
{
  const BayanStanding *standing = bayan_statement_item_get_standing (item);
  BayanStage stage = bayan_statement_item_get_stage (item);
  g_autofree char *tags = NULL;

  if (stage != BAYAN_STAGE_NEW)
    {
      self->texts[BAYAN_STATEMENT_MARK_STAGE] = bayan_row_text_new (row, BAYAN_ROW_TEXT_SMALL, "");
      self->icons[BAYAN_STATEMENT_MARK_STAGE] = bayan_stage_words_get_icon (stage);
    }
  if (standing == NULL || standing->tags->len == 0)
    return;
  tags = shorten_tags (standing);
  self->texts[BAYAN_STATEMENT_MARK_TAGS] = bayan_row_text_new (row, BAYAN_ROW_TEXT_SMALL, tags);
  self->icons[BAYAN_STATEMENT_MARK_TAGS] = NULL;
}

void
bayan_statement_marks_make (BayanStatementMarks *self, GtkWidget *row, BayanStatementItem *item)
{
  for (guint i = 0; i < BAYAN_STATEMENT_MARK_STAGE; i++)
    {
      BayanGroupMark mark = bayan_statement_item_get_mark (item, (BayanGroupKind) i);
      g_autofree char *words = NULL;

      if (mark.place == 0)
        continue;
      words = bayan_group_words_mark_short ((BayanGroupKind) i, mark);
      self->texts[i] = bayan_row_text_new (row, BAYAN_ROW_TEXT_SMALL, words);
      self->proposed[i] = mark.state == BAYAN_GROUP_PROPOSED;
      self->icons[i] = ICONS[i];
    }
  make_standing (self, row, item);
}

void
bayan_statement_marks_clear (BayanStatementMarks *self)
{
  for (guint i = 0; i < BAYAN_STATEMENT_N_MARKS; i++)
    g_clear_object (&self->texts[i]);
}

static void
get_colour (GtkWidget *row, gboolean proposed, GdkRGBA *colour)
{
  GtkStyleContext *style = gtk_widget_get_style_context (row);

  if (proposed && gtk_style_context_lookup_color (style, "accent_color", colour))
    return;
  gtk_style_context_get_color (style, colour);
  colour->alpha *= DIM;
}

static void
draw_icon (GtkWidget *row, GtkSnapshot *snapshot, const char *name, float left, float top,
           const GdkRGBA *colour)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (row));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, name, NULL, ICON_PIXELS, gtk_widget_get_scale_factor (row), gtk_widget_get_direction (row), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, top));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_PIXELS, ICON_PIXELS,
                                            colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *text, float left, float top, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, top));
  gtk_snapshot_append_layout (snapshot, text, colour);
  gtk_snapshot_restore (snapshot);
}

/* One mark whose room ends @from_end pixels before the end of the row: icon, then text, as one reads. */
static int
draw_mark (BayanStatementMarks *self, guint i, GtkWidget *row, GtkSnapshot *snapshot, int from_end, int top)
{
  gboolean mirrored = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;
  int icon_width = self->icons[i] != NULL ? ICON_PIXELS + ICON_GAP_PIXELS : 0;
  int text_width = bayan_row_text_get_width (self->texts[i]), width = icon_width + text_width;
  int height = bayan_row_text_get_line_height (row, BAYAN_ROW_TEXT_SMALL);
  float left = (float) (mirrored ? from_end : gtk_widget_get_width (row) - from_end - width);
  float text_left = mirrored ? left : left + (float) icon_width;
  float icon_left = mirrored ? left + (float) text_width + ICON_GAP_PIXELS : left;
  GdkRGBA colour;

  get_colour (row, self->proposed[i], &colour);
  if (self->icons[i] != NULL)
    draw_icon (row, snapshot, self->icons[i], icon_left, (float) top + (float) (height - ICON_PIXELS) / 2, &colour);
  draw_text (snapshot, self->texts[i], text_left, (float) top, &colour);
  self->areas[i] = GRAPHENE_RECT_INIT (left, (float) top, (float) width, (float) height);
  return width;
}

/**
 * bayan_statement_marks_draw:
 * @top: of the line at whose end they stand
 *
 * Returns: the pixels that they take from the end of the row, with a gap before them; 0 where there are none
 */
int
bayan_statement_marks_draw (BayanStatementMarks *self, GtkWidget *row, GtkSnapshot *snapshot, int top)
{
  int from_end = 0;

  for (guint i = 0; i < BAYAN_STATEMENT_N_MARKS; i++)
    if (self->texts[i] != NULL)
      from_end += draw_mark (self, i, row, snapshot, from_end, top) + GAP_PIXELS;
  return from_end;
}

/**
 * bayan_statement_marks_find:
 * @kind: (out): the group whose mark is at the point
 *
 * Returns: FALSE where there is none
 */
gboolean
bayan_statement_marks_find (const BayanStatementMarks *self, GtkWidget *row, double x, double y,
                            BayanGroupKind *kind)
{
  for (guint i = 0; i < BAYAN_STATEMENT_MARK_STAGE; i++)
    {
      graphene_rect_t area;

      if (self->texts[i] == NULL)
        continue;
      graphene_rect_inset_r (&self->areas[i], -REACH_PIXELS, -REACH_PIXELS, &area);
      if (!graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        continue;
      *kind = (BayanGroupKind) i;
      return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full): the groups of @item in words, and what was said of it; "" where there is nothing */
char *
bayan_statement_marks_describe (BayanStatementItem *item, const char *separator)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < BAYAN_STATEMENT_MARK_STAGE; i++)
    {
      BayanGroupMark mark = bayan_statement_item_get_mark (item, (BayanGroupKind) i);
      g_autofree char *words = mark.place != 0 ? bayan_group_words_mark ((BayanGroupKind) i, mark) : NULL;

      if (words != NULL)
        g_string_append_printf (all, "%s%s", all->len > 0 ? separator : "", words);
    }
  if (bayan_statement_item_get_standing (item) != NULL)
    {
      g_autofree char *words = bayan_stage_words_describe (item);

      g_string_append_printf (all, "%s%s", all->len > 0 ? separator : "", words);
    }
  return g_string_free (all, FALSE);
}
