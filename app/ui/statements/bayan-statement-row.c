/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-language.h"
#include "bayan-row-text.h"
#include "bayan-share-bar.h"
#include "bayan-statement-marks.h"

#define LEAST_WIDTH_PIXELS 140
#define TITLE_LINES 2
#define PADDING_PIXELS 6
#define SPACING_PIXELS 3
#define GAP_PIXELS 8
#define BAR_LENGTH_PIXELS 40
#define DIM 0.55f

struct _BayanStatementRow {
  GtkWidget parent_instance;

  GSignalGroup *item_signals; /* its target is the item that is shown; NULL while the row rests */

  /* Made when the row is first drawn with the item; all of them or none */
  PangoLayout *title;
  PangoLayout *date;
  PangoLayout *source;
  PangoLayout *count;
  BayanStatementMarks marks;
};

G_DEFINE_FINAL_TYPE (BayanStatementRow, bayan_statement_row, GTK_TYPE_WIDGET)

/* Words */

static const char *
get_title (BayanStatementItem *item)
{
  const char *title = bayan_statement_item_get_title (item);

  return title != NULL && *title != '\0' ? title : _ ("Untitled statement");
}

static const char *
get_source (BayanStatementItem *item)
{
  const char *name = bayan_statement_item_get_source_name (item);

  return name != NULL && *name != '\0' ? name : _ ("Pasted text");
}

static char *
describe_dates (BayanStatementItem *item)
{
  char *words = bayan_date_words_both (bayan_statement_item_get_date (item),
                                       bayan_statement_item_get_hijri (item));

  if (*words != '\0')
    return words;
  g_free (words);
  return g_strdup (_ ("No date"));
}

static guint
count_decided (BayanStatementItem *item)
{
  return bayan_statement_item_get_n_confirmed (item) + bayan_statement_item_get_n_rejected (item);
}

static guint
count_mentions (BayanStatementItem *item)
{
  return count_decided (item) + bayan_statement_item_get_n_suggested (item);
}

static char *
describe_progress (BayanStatementItem *item)
{
  guint n_mentions = count_mentions (item);

  return g_strdup_printf (ngettext ("%u of %u mention decided", "%u of %u mentions decided", n_mentions),
                          count_decided (item), n_mentions);
}

/* What a screen reader says of the row: the list item is what has the focus, not this widget inside it. */
static void
name_list_item (BayanStatementRow *self, BayanStatementItem *item)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *dates = describe_dates (item);
  g_autofree char *progress = describe_progress (item);
  g_autofree char *groups = bayan_statement_marks_describe (item, ", ");
  g_autofree char *name = g_strdup_printf ("%s, %s, %s%s%s, %s", get_title (item), dates, get_source (item),
                                           *groups != '\0' ? ", " : "", groups, progress);

  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Drawing */

static void
forget_layouts (BayanStatementRow *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->date);
  g_clear_object (&self->source);
  g_clear_object (&self->count);
  bayan_statement_marks_clear (&self->marks);
}

static void
make_layouts (BayanStatementRow *self, BayanStatementItem *item)
{
  GtkWidget *row = GTK_WIDGET (self);
  g_autofree char *dates = describe_dates (item);
  g_autofree char *count = g_strdup_printf ("%u/%u", count_decided (item), count_mentions (item));

  self->title = bayan_row_text_new (row, BAYAN_ROW_TEXT_TITLE, get_title (item));
  pango_layout_set_wrap (self->title, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->title, -TITLE_LINES);
  self->date = bayan_row_text_new (row, BAYAN_ROW_TEXT_SMALL, dates);
  self->source = bayan_row_text_new (row, BAYAN_ROW_TEXT_SMALL, get_source (item));
  pango_layout_set_ellipsize (self->source, PANGO_ELLIPSIZE_MIDDLE);
  self->count = bayan_row_text_new (row, BAYAN_ROW_TEXT_SMALL, count);
  bayan_statement_marks_make (&self->marks, row, item);
}

static void
draw_progress (BayanStatementRow *self, GtkSnapshot *snapshot, BayanStatementItem *item, int end, int top)
{
  GtkWidget *row = GTK_WIDGET (self);
  gboolean mirrored = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;
  double progress = bayan_statement_item_get_progress (item);
  int left = mirrored ? gtk_widget_get_width (row) - end : end - BAR_LENGTH_PIXELS;
  int middle = top + bayan_row_text_get_line_height (row, BAYAN_ROW_TEXT_SMALL) / 2;
  GdkRGBA accent;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (row), "accent_color", &accent))
    gtk_style_context_get_color (gtk_widget_get_style_context (row), &accent);
  bayan_share_bar_draw (snapshot,
                        &GRAPHENE_RECT_INIT (left, middle, BAR_LENGTH_PIXELS, BAYAN_SHARE_BAR_PIXELS),
                        &accent, progress, progress, mirrored);
}

/* Source, bar and count, from the start of the line to its end. */
static void
draw_last_line (BayanStatementRow *self, GtkSnapshot *snapshot, BayanStatementItem *item, int top)
{
  GtkWidget *row = GTK_WIDGET (self);
  int width = gtk_widget_get_width (row);
  int count_width = MAX (bayan_row_text_get_width (self->count), BAR_LENGTH_PIXELS);
  int bar_end = width - count_width - GAP_PIXELS;
  int source_width = bar_end - BAR_LENGTH_PIXELS - GAP_PIXELS;

  bayan_row_text_draw (row, snapshot, self->source, BAYAN_ROW_TEXT_START, 0, source_width, top, DIM);
  draw_progress (self, snapshot, item, bar_end, top);
  bayan_row_text_draw (row, snapshot, self->count, BAYAN_ROW_TEXT_END, width - count_width, count_width, top,
                       DIM);
}

static void
bayan_statement_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BayanStatementRow *self = BAYAN_STATEMENT_ROW (widget);
  g_autoptr (BayanStatementItem) item = g_signal_group_dup_target (self->item_signals);
  int width = gtk_widget_get_width (widget);
  int small_height = bayan_row_text_get_line_height (widget, BAYAN_ROW_TEXT_SMALL);
  int title_height, top, marks_width;

  if (item == NULL)
    return;
  if (self->title == NULL)
    make_layouts (self, item);
  pango_layout_set_width (self->title, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->title, NULL, &title_height);
  /* A title of one line leaves the same room above the text and below. */
  top = (gtk_widget_get_height (widget) - title_height - 2 * (small_height + SPACING_PIXELS)) / 2;
  bayan_row_text_draw (widget, snapshot, self->title, BAYAN_ROW_TEXT_NATURAL, 0, width, top, 1);
  top += title_height + SPACING_PIXELS;
  marks_width = bayan_statement_marks_draw (&self->marks, widget, snapshot, top);
  bayan_row_text_draw (widget, snapshot, self->date, BAYAN_ROW_TEXT_START, 0, width - marks_width, top, 1);
  draw_last_line (self, snapshot, item, top + small_height + SPACING_PIXELS);
}

static void
bayan_statement_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH_PIXELS;
  else
    *minimum = *natural =
        TITLE_LINES * bayan_row_text_get_line_height (widget, BAYAN_ROW_TEXT_TITLE)
        + 2 * (bayan_row_text_get_line_height (widget, BAYAN_ROW_TEXT_SMALL) + SPACING_PIXELS)
        + 2 * PADDING_PIXELS;
}

static void
bayan_statement_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bayan_statement_row_parent_class)->css_changed (widget, change);
  forget_layouts (BAYAN_STATEMENT_ROW (widget));
  gtk_widget_queue_draw (widget);
}

static void
bayan_statement_row_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  forget_layouts (BAYAN_STATEMENT_ROW (widget));
  gtk_widget_queue_draw (widget);
}

/* What does not fit into the row. */
static gboolean
bayan_statement_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autoptr (BayanStatementItem) item =
      g_signal_group_dup_target (BAYAN_STATEMENT_ROW (widget)->item_signals);
  g_autofree char *progress = item != NULL ? describe_progress (item) : NULL;
  g_autofree char *groups = item != NULL ? bayan_statement_marks_describe (item, "\n") : NULL;
  g_autofree char *words = item != NULL
                               ? g_strdup_printf ("%s\n%s\n%s%s%s", get_title (item), get_source (item),
                                                  progress, *groups != '\0' ? "\n" : "", groups)
                               : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* A click on a mark shows the group; elsewhere it is the list's, which selects the row. */
static void
pressed_cb (BayanStatementRow *self, int n_presses, double x, double y, GtkGestureClick *click)
{
  g_autoptr (BayanStatementItem) item = g_signal_group_dup_target (self->item_signals);
  BayanGroupKind kind;

  if (item == NULL || !bayan_statement_marks_find (&self->marks, GTK_WIDGET (self), x, y, &kind))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), "statements.show-group", "(xu)",
                              bayan_statement_item_get_id (item), (guint) kind);
}

/* Life */

static void
item_notified_cb (BayanStatementItem *item, GParamSpec *property, BayanStatementRow *self)
{
  forget_layouts (self);
  name_list_item (self, item);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bayan_statement_row_dispose (GObject *object)
{
  BayanStatementRow *self = BAYAN_STATEMENT_ROW (object);

  g_clear_object (&self->item_signals);
  forget_layouts (self);
  G_OBJECT_CLASS (bayan_statement_row_parent_class)->dispose (object);
}

static void
bayan_statement_row_class_init (BayanStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_statement_row_dispose;
  widget_class->snapshot = bayan_statement_row_snapshot;
  widget_class->measure = bayan_statement_row_measure;
  widget_class->css_changed = bayan_statement_row_css_changed;
  widget_class->direction_changed = bayan_statement_row_direction_changed;
  widget_class->query_tooltip = bayan_statement_row_query_tooltip;
}

static void
bayan_statement_row_init (BayanStatementRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  self->item_signals = g_signal_group_new (BAYAN_TYPE_STATEMENT_ITEM);
  g_signal_group_connect (self->item_signals, "notify", G_CALLBACK (item_notified_cb), self);
}

GtkWidget *
bayan_statement_row_new (void)
{
  return g_object_new (BAYAN_TYPE_STATEMENT_ROW, NULL);
}

/**
 * bayan_statement_row_set_item:
 * @item: (nullable): what to show and to follow from now on; NULL when the row is put aside
 */
void
bayan_statement_row_set_item (BayanStatementRow *self, BayanStatementItem *item)
{
  g_return_if_fail (BAYAN_IS_STATEMENT_ROW (self));

  g_signal_group_set_target (self->item_signals, item);
  forget_layouts (self);
  if (item != NULL)
    name_list_item (self, item);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
