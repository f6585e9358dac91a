/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-timeline.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-date-words.h"

#define BARS_PIXELS 26
#define LABEL_PIXELS 14
#define END_PIXELS 6       /* so near to an end of the range it is that end that is dragged */
#define LEAST_BAR_PIXELS 3 /* where a month has less, bars are years */
#define LABEL_GAP_PIXELS 34
#define FONT_POINTS 8

typedef enum {
  GRIP_NONE,
  GRIP_START,
  GRIP_END,
  GRIP_WHOLE,
  GRIP_NEW,
} Grip;

struct _BayanMapTimeline {
  GtkWidget parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;

  int first_month; /* of the first bar: twelve times the year and the month from 0 */
  GArray *months;  /* of guint: statements of each month from that on */
  guint step;      /* months of a bar: 1 or 12 */
  guint n_bars, most;
  int start, end; /* the bars of the range, both of them in it */
  gboolean has_range;

  Grip grip;
  int gripped, gripped_start, gripped_end; /* bars when the drag began */
};

G_DEFINE_FINAL_TYPE (BayanMapTimeline, bayan_map_timeline, GTK_TYPE_WIDGET)

/* Bars */

static int
month_of_bar (BayanMapTimeline *self, int bar)
{
  return self->first_month + bar * (int) self->step;
}

static guint
count_bar (BayanMapTimeline *self, int bar)
{
  guint n = 0;

  for (guint i = 0; i < self->step; i++)
    {
      guint month = (guint) bar * self->step + i;

      n += month < self->months->len ? g_array_index (self->months, guint, month) : 0;
    }
  return n;
}

static gboolean
is_mirrored (BayanMapTimeline *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
bar_width (BayanMapTimeline *self)
{
  return (double) gtk_widget_get_width (GTK_WIDGET (self)) / MAX (self->n_bars, 1);
}

/* Where a bar begins, in the direction of reading: its left edge on screen. */
static double
bar_x (BayanMapTimeline *self, int bar)
{
  double width = bar_width (self);

  return is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - (bar + 1) * width : bar * width;
}

static int
bar_at (BayanMapTimeline *self, double x)
{
  if (is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return CLAMP ((int) (x / bar_width (self)), 0, (int) self->n_bars - 1);
}

static BayanDate
first_day (BayanMapTimeline *self, int bar)
{
  int month = month_of_bar (self, bar);

  return (BayanDate) { (gint16) (month / 12), (gint8) (month % 12 + 1), 1 };
}

static BayanDate
last_day (BayanMapTimeline *self, int bar)
{
  int month = month_of_bar (self, bar + 1) - 1;
  guint8 day = g_date_get_days_in_month ((GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));

  return (BayanDate) { (gint16) (month / 12), (gint8) (month % 12 + 1), (gint8) day };
}

/* Words */

static char *
describe_range (BayanMapTimeline *self)
{
  BayanDate from = first_day (self, self->start), to = last_day (self, self->end);
  guint n_statements = bayan_desk_get_n_matching (self->desk);
  g_autofree char *count = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements),
                                            n_statements);
  g_autofree char *first = NULL, *last = NULL;

  from.day = to.day = 0;
  first = bayan_date_words_gregorian (from);
  last = bayan_date_words_gregorian (to);
  if (!self->has_range)
    return g_strdup_printf (_ ("All dates, %s"), count);
  if (g_str_equal (first, last))
    return g_strdup_printf ("%s, %s", first, count);
  /* Translators: a month, a month, "12 statements" */
  return g_strdup_printf (_ ("%1$s – %2$s, %3$s"), first, last, count);
}

static void
tell_assistants (BayanMapTimeline *self)
{
  g_autofree char *words = describe_range (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) MAX (self->n_bars, 1) - 1,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->end,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), words) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
}

/* What is shown */

static void
choose_step (BayanMapTimeline *self)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);

  self->step = (int) self->months->len * LEAST_BAR_PIXELS > width ? 12 : 1;
  if (self->step == 12)
    {
      guint n_before = (guint) (self->first_month % 12);

      g_array_set_size (self->months, self->months->len + n_before);
      memmove (self->months->data + n_before * sizeof (guint), self->months->data,
               (self->months->len - n_before) * sizeof (guint));
      memset (self->months->data, 0, n_before * sizeof (guint));
      self->first_month -= (int) n_before;
    }
  self->n_bars = (self->months->len + self->step - 1) / self->step;
  self->most = 0;
  for (guint bar = 0; bar < self->n_bars; bar++)
    self->most = MAX (self->most, count_bar (self, (int) bar));
}

static int
bar_of_date (BayanMapTimeline *self, BayanDate date, int otherwise)
{
  if (date.year == 0)
    return otherwise;
  return CLAMP ((date.year * 12 + MAX (date.month, 1) - 1 - self->first_month) / (int) self->step, 0,
                (int) self->n_bars - 1);
}

/* What the filter says of dates, which the analyst may have typed. */
static void
take_range (BayanMapTimeline *self)
{
  BayanDate from, to;

  bayan_desk_get_date_range (self->desk, &from, &to);
  if (to.year != 0 && to.month == 0)
    to.month = 12;
  self->has_range = from.year != 0 || to.year != 0;
  self->start = bar_of_date (self, from, 0);
  self->end = MAX (bar_of_date (self, to, (int) self->n_bars - 1), self->start);
}

static void
refresh (BayanMapTimeline *self)
{
  g_clear_pointer (&self->months, g_array_unref);
  self->months = bayan_desk_count_months (self->desk, &self->first_month);
  choose_step (self);
  if (self->grip == GRIP_NONE)
    take_range (self);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self)), self->n_bars > 1);
  tell_assistants (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_range (BayanMapTimeline *self, int start, int end)
{
  int last = (int) self->n_bars - 1;
  BayanDate open = { 0, 0, 0 };

  start = CLAMP (start, 0, last);
  end = CLAMP (end, start, last);
  if (self->has_range && start == self->start && end == self->end)
    return;
  self->start = start;
  self->end = end;
  self->has_range = start > 0 || end < last;
  if (self->has_range)
    bayan_desk_set_date_range (self->desk, first_day (self, start), last_day (self, end));
  else
    bayan_desk_set_date_range (self->desk, open, open);
  tell_assistants (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_all (BayanMapTimeline *self)
{
  set_range (self, 0, (int) self->n_bars - 1);
}

/* Drawing */

static void
append_bars (BayanMapTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *text, const GdkRGBA *chosen)
{
  double width = bar_width (self);

  for (guint bar = 0; bar < self->n_bars; bar++)
    {
      guint n = count_bar (self, (int) bar);
      double height = self->most > 0 ? (double) n * (BARS_PIXELS - 2) / self->most : 0;
      gboolean inside = self->has_range && (int) bar >= self->start && (int) bar <= self->end;
      GdkRGBA colour = inside ? *chosen : *text;

      if (n == 0)
        continue;
      colour.alpha *= inside ? 1.0f : self->has_range ? 0.28f : 0.5f;
      height = MAX (height, 2);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT ((float) bar_x (self, (int) bar) + 0.5f,
                                                      (float) (BARS_PIXELS - height),
                                                      (float) MAX (width - 1, 1), (float) height));
    }
}

static void
append_range (BayanMapTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *chosen)
{
  double one = bar_x (self, self->start), other = bar_x (self, self->end);
  double left = MIN (one, other), right = MAX (one, other) + bar_width (self);
  GdkRGBA ground = *chosen;

  ground.alpha = 0.14f;
  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT ((float) left, 0, (float) (right - left), BARS_PIXELS));
  gtk_snapshot_append_color (snapshot, chosen, &GRAPHENE_RECT_INIT ((float) left, 0, 2, BARS_PIXELS));
  gtk_snapshot_append_color (snapshot, chosen, &GRAPHENE_RECT_INIT ((float) right - 2, 0, 2, BARS_PIXELS));
}

static void
append_year (BayanMapTimeline *self, GtkSnapshot *snapshot, int year, double x, const GdkRGBA *text)
{
  g_autofree char *words = g_strdup_printf ("%d", year);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_size_new (FONT_POINTS * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (is_mirrored (self) ? x - width : x, 0,
             MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width, 0));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, BARS_PIXELS + 1));
  gtk_snapshot_append_layout (snapshot, layout, text);
  gtk_snapshot_restore (snapshot);
}

/* Each year where it begins, or as many as there is room for. */
static void
append_years (BayanMapTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *text)
{
  double last = -2 * LABEL_GAP_PIXELS;
  GdkRGBA quiet = *text;

  quiet.alpha *= 0.7f;
  for (guint bar = 0; bar < self->n_bars; bar++)
    {
      int month = month_of_bar (self, (int) bar);
      double along = bar * bar_width (self);

      if ((bar > 0 && month % 12 != 0) || along - last < LABEL_GAP_PIXELS)
        continue;
      last = along;
      append_year (self, snapshot, month / 12,
                   is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - along : along, &quiet);
    }
}

static void
bayan_map_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BayanMapTimeline *self = BAYAN_MAP_TIMELINE (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA text, chosen;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &chosen))
    chosen = text;
  if (self->has_range)
    append_range (self, snapshot, &chosen);
  append_bars (self, snapshot, &text, &chosen);
  append_years (self, snapshot, &text);
}

static void
bayan_map_timeline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : BARS_PIXELS + LABEL_PIXELS;
}

static void
bayan_map_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BayanMapTimeline *self = BAYAN_MAP_TIMELINE (widget);
  gboolean are_months = (int) self->months->len * LEAST_BAR_PIXELS <= width;

  if (self->desk != NULL && are_months != (self->step == 1))
    {
      choose_step (self);
      take_range (self);
    }
}

/* The mouse */

static Grip
find_grip (BayanMapTimeline *self, double x)
{
  double one = bar_x (self, self->start), other = bar_x (self, self->end), width = bar_width (self);
  double start = is_mirrored (self) ? one + width : one, end = is_mirrored (self) ? other : other + width;

  if (!self->has_range)
    return GRIP_NEW;
  if (ABS (x - end) <= END_PIXELS)
    return GRIP_END;
  if (ABS (x - start) <= END_PIXELS)
    return GRIP_START;
  return x > MIN (start, end) && x < MAX (start, end) ? GRIP_WHOLE : GRIP_NEW;
}

static void
drag_begin_cb (BayanMapTimeline *self, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->grip = find_grip (self, x);
  self->gripped = bar_at (self, x);
  self->gripped_start = self->start;
  self->gripped_end = self->end;
}

static void
drag_update_cb (BayanMapTimeline *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  double x, y;
  int bar, by, length = self->gripped_end - self->gripped_start;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  bar = bar_at (self, x + offset_x);
  by = CLAMP (bar - self->gripped, -self->gripped_start, (int) self->n_bars - 1 - self->gripped_end);
  if (self->grip == GRIP_START)
    set_range (self, MIN (bar, self->gripped_end), self->gripped_end);
  else if (self->grip == GRIP_END)
    set_range (self, self->gripped_start, MAX (bar, self->gripped_start));
  else if (self->grip == GRIP_WHOLE)
    set_range (self, self->gripped_start + by, self->gripped_start + by + length);
  else if (self->grip == GRIP_NEW && ABS (offset_x) > 2)
    set_range (self, MIN (bar, self->gripped), MAX (bar, self->gripped));
}

/* A click on a bar outside of the range chooses that bar. */
static void
drag_end_cb (BayanMapTimeline *self, double offset_x, double offset_y)
{
  Grip grip = self->grip;

  self->grip = GRIP_NONE;
  if (grip == GRIP_NEW && ABS (offset_x) <= 2)
    set_range (self, self->gripped, self->gripped);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, BayanMapTimeline *self)
{
  if (n_press != 2)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_all (self);
}

/* The keys */

static gboolean
move (BayanMapTimeline *self, int by, GdkModifierType state)
{
  int length = self->end - self->start;

  if ((state & GDK_SHIFT_MASK) != 0)
    set_range (self, self->start, MAX (self->end + by, self->start));
  else if ((state & GDK_CONTROL_MASK) != 0)
    set_range (self, MIN (self->start + by, self->end), self->end);
  else if (!self->has_range)
    bayan_map_timeline_begin (self);
  else
    {
      int start = CLAMP (self->start + by, 0, (int) self->n_bars - 1 - length);

      set_range (self, start, start + length);
    }
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                BayanMapTimeline *self)
{
  int later = is_mirrored (self) ? -1 : 1, length = self->end - self->start, last = (int) self->n_bars - 1;

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, later, state);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, -later, state);
    case GDK_KEY_Home:
      set_range (self, 0, length < last ? length : 0);
      return TRUE;
    case GDK_KEY_End:
      set_range (self, length < last ? last - length : last, last);
      return TRUE;
    case GDK_KEY_Escape:
      if (!self->has_range)
        return FALSE;
      show_all (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * bayan_map_timeline_begin:
 *
 * Shows the first bar alone, unless there is a range that can go on from where it is.
 */
void
bayan_map_timeline_begin (BayanMapTimeline *self)
{
  int length = self->end - self->start;

  g_return_if_fail (BAYAN_IS_MAP_TIMELINE (self));
  if (!self->has_range)
    set_range (self, 0, 0);
  else if (self->end == (int) self->n_bars - 1)
    set_range (self, 0, length);
}

/**
 * bayan_map_timeline_step:
 *
 * Moves the range one bar later.
 *
 * Returns: FALSE where it is the last one already, or there is none
 */
gboolean
bayan_map_timeline_step (BayanMapTimeline *self)
{
  g_return_val_if_fail (BAYAN_IS_MAP_TIMELINE (self), FALSE);

  if (!self->has_range || self->end >= (int) self->n_bars - 1)
    return FALSE;
  set_range (self, self->start + 1, self->end + 1);
  return TRUE;
}

/* Life */

static void
bayan_map_timeline_dispose (GObject *object)
{
  BayanMapTimeline *self = BAYAN_MAP_TIMELINE (object);

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_map_timeline_parent_class)->dispose (object);
}

static void
bayan_map_timeline_finalize (GObject *object)
{
  g_array_unref (BAYAN_MAP_TIMELINE (object)->months);
  G_OBJECT_CLASS (bayan_map_timeline_parent_class)->finalize (object);
}

static void
bayan_map_timeline_class_init (BayanMapTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bayan_map_timeline_dispose;
  object_class->finalize = bayan_map_timeline_finalize;
  widget_class->snapshot = bayan_map_timeline_snapshot;
  widget_class->measure = bayan_map_timeline_measure;
  widget_class->size_allocate = bayan_map_timeline_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "maptimeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
bayan_map_timeline_init (BayanMapTimeline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->months = g_array_new (FALSE, TRUE, sizeof (guint));
  self->step = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Dates of the statements"), -1);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* To be called once. Its parent is hidden where there is nothing to choose from. */
void
bayan_map_timeline_set_desk (BayanMapTimeline *self, BayanDesk *desk)
{
  g_return_if_fail (BAYAN_IS_MAP_TIMELINE (self));

  self->desk = g_object_ref (desk);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->desk_signals, "filter-changed", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::state", G_CALLBACK (refresh), self);
  g_signal_group_set_target (self->desk_signals, self->desk);
  refresh (self);
}
