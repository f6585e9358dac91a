/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-row.h"

#include "bayan-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bayan-label-style.h"
#include "bayan-language.h"
#include "bayan-row-text.h"
#include "bayan-share-bar.h"
#include "bayan-type-style.h"

#define LEAST_WIDTH_PIXELS 140
#define PADDING_PIXELS 2
#define GAP_PIXELS 8
#define ARROW_PIXELS 16
#define BAR_LENGTH_PIXELS 48
#define LEAST_OTHER_NAME_PIXELS 28
#define DIGIT_PIXELS 8
#define LEAST_COUNT_DIGITS 3
#define DIM 0.55f

struct _BayanEntityRow {
  GtkWidget parent_instance;

  BayanEntityItem *item;   /* NULL on a heading */
  BayanEntityGroup *group; /* the heading, or that of @item; NULL while the row rests */
  GSignalGroup *item_signals;
  GSignalGroup *group_signals;

  /* Made when the row is first drawn with its line; the first and last together */
  PangoLayout *name;
  PangoLayout *other_name; /* nullable */
  PangoLayout *count;
};

G_DEFINE_FINAL_TYPE (BayanEntityRow, bayan_entity_row, GTK_TYPE_WIDGET)

/* Words */

static char *
describe_counts (BayanEntityRow *self)
{
  guint n_mentions = bayan_entity_item_get_count (self->item);
  guint n_confirmed = bayan_entity_item_get_n_confirmed (self->item);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions),
                                               n_mentions);
  g_autofree char *confirmed = g_strdup_printf (ngettext ("%u confirmed", "%u confirmed", n_confirmed),
                                                n_confirmed);

  return g_strdup_printf ("%s, %s", mentions, confirmed);
}

/* Name, other name and counts, with @separator between them. */
static char *
describe_entity (BayanEntityRow *self, const char *separator)
{
  const BayanEntity *entity = bayan_entity_item_get_entity (self->item);
  const char *other = bayan_language_get_entity_other_name (entity);
  g_autofree char *counts = describe_counts (self);

  if (other == NULL)
    return g_strjoin (separator, bayan_language_get_entity_name (entity), counts, NULL);
  return g_strjoin (separator, bayan_language_get_entity_name (entity), other, counts, NULL);
}

static const char *
get_heading (BayanEntityRow *self)
{
  return bayan_type_style_get_heading (bayan_entity_group_get_mention_type (self->group));
}

/* The list item is what has the focus, not this widget inside it. */
static void
name_list_item (BayanEntityRow *self)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (list_item == NULL)
    return;
  if (self->item != NULL)
    {
      name = describe_entity (self, ", ");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_STATE_EXPANDED);
    }
  else
    {
      name = g_strdup_printf ("%s, %u", get_heading (self), bayan_entity_group_get_n_entities (self->group));
      gtk_accessible_update_state (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_STATE_EXPANDED,
                                   !bayan_entity_group_get_folded (self->group), -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Drawing */

static void
forget_layouts (BayanEntityRow *self)
{
  g_clear_object (&self->name);
  g_clear_object (&self->other_name);
  g_clear_object (&self->count);
}

static void
make_layouts (BayanEntityRow *self)
{
  GtkWidget *row = GTK_WIDGET (self);
  const BayanEntity *entity = self->item != NULL ? bayan_entity_item_get_entity (self->item) : NULL;
  const char *other = entity != NULL ? bayan_language_get_entity_other_name (entity) : NULL;
  guint count = self->item != NULL ? bayan_entity_item_get_count (self->item)
                                   : bayan_entity_group_get_n_entities (self->group);
  g_autofree char *digits = g_strdup_printf ("%u", count);

  if (entity != NULL)
    self->name = bayan_row_text_new (row, BAYAN_ROW_TEXT_BODY, bayan_language_get_entity_name (entity));
  else
    self->name = bayan_row_text_new (row, BAYAN_ROW_TEXT_TITLE, get_heading (self));
  if (other != NULL)
    self->other_name = bayan_row_text_new (row, BAYAN_ROW_TEXT_SMALL, other);
  self->count = bayan_row_text_new (row, BAYAN_ROW_TEXT_SMALL, digits);
}

static int
get_baseline (BayanEntityRow *self)
{
  GtkWidget *row = GTK_WIDGET (self);
  int line_height = bayan_row_text_get_line_height (row, BAYAN_ROW_TEXT_TITLE);

  return (gtk_widget_get_height (row) - line_height) / 2
         + bayan_row_text_get_baseline (row, BAYAN_ROW_TEXT_TITLE);
}

/* The bars of a group end below one another: each count takes the room of the largest. */
static int
get_count_width (BayanEntityRow *self)
{
  int n_digits = 1;

  for (guint most = bayan_entity_group_get_most (self->group); most >= 10; most /= 10)
    n_digits++;
  return MAX (n_digits, LEAST_COUNT_DIGITS) * DIGIT_PIXELS;
}

static void
draw_count (BayanEntityRow *self, GtkSnapshot *snapshot, float alpha)
{
  int width = get_count_width (self);

  bayan_row_text_draw_on_baseline (GTK_WIDGET (self), snapshot, self->count, BAYAN_ROW_TEXT_END,
                                   gtk_widget_get_width (GTK_WIDGET (self)) - width, width,
                                   get_baseline (self), alpha);
}

/* In the direction of what is below it, or of what it hides. */
static void
draw_arrow (BayanEntityRow *self, GtkSnapshot *snapshot)
{
  GtkWidget *row = GTK_WIDGET (self);
  gboolean mirrored = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (row));
  const char *name = bayan_entity_group_get_folded (self->group) ? "pan-end-symbolic" : "pan-down-symbolic";
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, name, NULL, ARROW_PIXELS, gtk_widget_get_scale_factor (row), gtk_widget_get_direction (row), 0);
  float left = mirrored ? (float) (gtk_widget_get_width (row) - ARROW_PIXELS) : 0;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (row), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (left, (float) (gtk_widget_get_height (row) - ARROW_PIXELS) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ARROW_PIXELS,
                                            ARROW_PIXELS, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_heading (BayanEntityRow *self, GtkSnapshot *snapshot)
{
  int start = ARROW_PIXELS + GAP_PIXELS / 2;
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - start - get_count_width (self) - GAP_PIXELS;

  draw_arrow (self, snapshot);
  bayan_row_text_draw_on_baseline (GTK_WIDGET (self), snapshot, self->name, BAYAN_ROW_TEXT_START, start,
                                   width, get_baseline (self), 0.8f);
  draw_count (self, snapshot, DIM);
}

static void
draw_bar (BayanEntityRow *self, GtkSnapshot *snapshot, int start)
{
  GtkWidget *row = GTK_WIDGET (self);
  gboolean mirrored = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;
  int left = mirrored ? gtk_widget_get_width (row) - start - BAR_LENGTH_PIXELS : start;
  int top = (gtk_widget_get_height (row) - BAYAN_SHARE_BAR_PIXELS) / 2;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  guint32 own;
  GdkRGBA colour = bayan_entity_item_get_colour (self->item, &own)
                       ? bayan_label_style_get_shade (own, dark)
                       : bayan_type_style_get_colour (bayan_entity_item_get_mention_type (self->item), dark);
  double most = MAX (bayan_entity_group_get_most (self->group), 1);

  bayan_share_bar_draw (snapshot, &GRAPHENE_RECT_INIT (left, top, BAR_LENGTH_PIXELS, BAYAN_SHARE_BAR_PIXELS),
                        &colour, bayan_entity_item_get_count (self->item) / most,
                        bayan_entity_item_get_n_confirmed (self->item) / most, mirrored);
}

/* The first name has the room that it needs; the other what is left, if that is worth it. */
static void
draw_names (BayanEntityRow *self, GtkSnapshot *snapshot, int width)
{
  GtkWidget *row = GTK_WIDGET (self);
  int baseline = get_baseline (self);
  int name_width = MIN (bayan_row_text_get_width (self->name), width);
  int other_start = name_width + GAP_PIXELS;
  gboolean both = self->other_name != NULL && width - other_start >= LEAST_OTHER_NAME_PIXELS;

  bayan_row_text_draw_on_baseline (row, snapshot, self->name, BAYAN_ROW_TEXT_START, 0, name_width, baseline,
                                   1);
  if (both)
    bayan_row_text_draw_on_baseline (row, snapshot, self->other_name, BAYAN_ROW_TEXT_START, other_start,
                                     width - other_start, baseline, DIM);
}

static void
draw_entity (BayanEntityRow *self, GtkSnapshot *snapshot)
{
  int bar_start = gtk_widget_get_width (GTK_WIDGET (self)) - get_count_width (self) - GAP_PIXELS
                  - BAR_LENGTH_PIXELS;

  draw_names (self, snapshot, bar_start - GAP_PIXELS);
  draw_bar (self, snapshot, bar_start);
  draw_count (self, snapshot, 1);
}

static void
bayan_entity_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BayanEntityRow *self = BAYAN_ENTITY_ROW (widget);

  if (self->group == NULL)
    return;
  if (self->name == NULL)
    make_layouts (self);
  if (self->item != NULL)
    draw_entity (self, snapshot);
  else
    draw_heading (self, snapshot);
}

static void
bayan_entity_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH_PIXELS;
  else
    *minimum = *natural = bayan_row_text_get_line_height (widget, BAYAN_ROW_TEXT_TITLE) + 2 * PADDING_PIXELS;
}

static void
bayan_entity_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bayan_entity_row_parent_class)->css_changed (widget, change);
  forget_layouts (BAYAN_ENTITY_ROW (widget));
  gtk_widget_queue_draw (widget);
}

static void
bayan_entity_row_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  forget_layouts (BAYAN_ENTITY_ROW (widget));
  gtk_widget_queue_draw (widget);
}

static gboolean
bayan_entity_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  BayanEntityRow *self = BAYAN_ENTITY_ROW (widget);
  g_autofree char *words = self->item != NULL ? describe_entity (self, "\n") : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* Life */

static void
line_changed_cb (BayanEntityRow *self)
{
  if (self->group == NULL)
    return;
  forget_layouts (self);
  name_list_item (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bayan_entity_row_dispose (GObject *object)
{
  BayanEntityRow *self = BAYAN_ENTITY_ROW (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->group_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->group);
  forget_layouts (self);
  G_OBJECT_CLASS (bayan_entity_row_parent_class)->dispose (object);
}

static void
bayan_entity_row_class_init (BayanEntityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_entity_row_dispose;
  widget_class->snapshot = bayan_entity_row_snapshot;
  widget_class->measure = bayan_entity_row_measure;
  widget_class->css_changed = bayan_entity_row_css_changed;
  widget_class->direction_changed = bayan_entity_row_direction_changed;
  widget_class->query_tooltip = bayan_entity_row_query_tooltip;
}

static void
bayan_entity_row_init (BayanEntityRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->item_signals = g_signal_group_new (BAYAN_TYPE_ENTITY_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (line_changed_cb), self);
  self->group_signals = g_signal_group_new (BAYAN_TYPE_ENTITY_GROUP);
  g_signal_group_connect_swapped (self->group_signals, "changed", G_CALLBACK (line_changed_cb), self);
}

GtkWidget *
bayan_entity_row_new (void)
{
  return g_object_new (BAYAN_TYPE_ENTITY_ROW, NULL);
}

/**
 * bayan_entity_row_show:
 * @lines: the list that @line is of
 * @line: (nullable): a BayanEntityGroup or BayanEntityItem to show and to follow; NULL when the row is put
 * aside
 */
void
bayan_entity_row_show (BayanEntityRow *self, BayanEntityLines *lines, GObject *line)
{
  BayanEntityItem *item = BAYAN_IS_ENTITY_ITEM (line) ? BAYAN_ENTITY_ITEM (line) : NULL;
  BayanEntityGroup *group = NULL;

  g_return_if_fail (BAYAN_IS_ENTITY_ROW (self));

  if (item != NULL)
    group = bayan_entity_lines_get_group (lines, bayan_entity_item_get_mention_type (item));
  else if (line != NULL)
    group = BAYAN_ENTITY_GROUP (line);
  g_set_object (&self->item, item);
  g_set_object (&self->group, group);
  g_signal_group_set_target (self->item_signals, item);
  g_signal_group_set_target (self->group_signals, group);
  line_changed_cb (self);
}

/**
 * bayan_entity_row_get_line:
 *
 * Returns: (transfer none) (nullable): what the row shows
 */
GObject *
bayan_entity_row_get_line (BayanEntityRow *self)
{
  g_return_val_if_fail (BAYAN_IS_ENTITY_ROW (self), NULL);
  return self->item != NULL ? G_OBJECT (self->item) : (GObject *) self->group;
}
