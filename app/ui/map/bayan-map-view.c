/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-view-private.h"

#include "bayan-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <gsk/gsk.h>

#include "bayan-language.h"
#include "bayan-map-words.h"

G_DEFINE_FINAL_TYPE (BayanMapView, bayan_map_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_PROJECTION, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { COUNTS_CHANGED, COMPARED, POINTED, LET_GO, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
bayan_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  bayan_map_bearings_resize (BAYAN_MAP_VIEW (widget), width, height);
}

/* Words */

/* Returns: (nullable): the entity that the library knows by @key */
static const BayanEntity *
find_entity (BayanMapView *self, const char *key)
{
  return self->desk != NULL ? bayan_desk_get_entity (self->desk, key) : NULL;
}

/* As the library calls it, where it has it, else as the tables do. */
static void
find_names (BayanMapView *self, const char *key, const char **arabic, const char **english)
{
  const BayanEntity *entity = find_entity (self, key);

  *arabic = *english = NULL;
  if (entity == NULL)
    {
      bayan_area_find_names (key, arabic, english);
      return;
    }
  *arabic = entity->name_ar;
  *english = entity->name_en;
}

/* Returns: (transfer none): what the area or the entity is called in the language of the interface */
const char *
bayan_map_view_get_name (BayanMapView *self, const char *key)
{
  const char *arabic, *english;

  find_names (self, key, &arabic, &english);
  if (arabic == NULL || english == NULL)
    return arabic != NULL ? arabic : english != NULL ? english : "";
  return bayan_language_is_arabic () ? arabic : english;
}

/* The figure of an area of the level; of what is not one of them, how often it is mentioned. */
static char *
figure_words (BayanMapView *self, const char *key)
{
  const BayanAreaFigures *area = bayan_map_counts_find_area (&self->counts, key);
  const BayanMapPlace *place = bayan_map_counts_find_place (&self->counts, key);
  int state = g_str_has_prefix (key, "iso:") ? bayan_map_atlas_find_state (self->atlas, key + strlen ("iso:"))
                                             : BAYAN_MAP_NO_STATE;
  guint n_mentions = place != NULL                 ? place->n_mentions
                     : state != BAYAN_MAP_NO_STATE ? self->counts.states[state]
                                                   : 0;

  if (area != NULL)
    return bayan_map_words_spoken (self->counts.measure, area->figure);
  return n_mentions > 0 ? bayan_map_words_spoken (BAYAN_MEASURE_MENTIONS, n_mentions)
                        : g_strdup (_ ("No mentions"));
}

/**
 * bayan_map_view_describe:
 * @key: (nullable): of an area or an entity
 *
 * Returns: (transfer full) (nullable): both its names and its figure; %NULL for the sea
 */
char *
bayan_map_view_describe (BayanMapView *self, const char *key)
{
  const char *arabic, *english, *name;
  g_autofree char *figure = NULL;

  if (key == NULL)
    return NULL;
  find_names (self, key, &arabic, &english);
  name = bayan_map_view_get_name (self, key);
  figure = figure_words (self, key);
  if (arabic == NULL || english == NULL)
    return g_strdup_printf ("%s\n%s", name, figure);
  return g_strdup_printf ("%s\n%s\n%s", name, name == arabic ? english : arabic, figure);
}

/* Acts */

/**
 * bayan_map_view_choose:
 * @key: of an area or an entity
 *
 * Shows only the statements that name what was clicked, or all again if they were those already.
 *
 * Returns: %FALSE for what has no filter
 */
gboolean
bayan_map_view_choose (BayanMapView *self, const char *key)
{
  if (self->desk == NULL)
    return FALSE;
  g_free (self->country_before);
  g_free (self->entity_before);
  self->country_before = g_strdup (bayan_desk_get_country_filter (self->desk));
  self->entity_before = g_strdup (bayan_desk_get_entity_filter (self->desk));
  return bayan_map_areas_filter (self->desk, key);
}

/* Takes the last choice back: that click was the first of two. */
void
bayan_map_view_choose_back (BayanMapView *self)
{
  if (self->desk == NULL)
    return;
  if (g_strcmp0 (self->entity_before, bayan_desk_get_entity_filter (self->desk)) != 0)
    bayan_desk_set_entity_filter (self->desk, self->entity_before);
  if (g_strcmp0 (self->country_before, bayan_desk_get_country_filter (self->desk)) != 0)
    bayan_desk_set_country_filter (self->desk, self->country_before);
}

/**
 * bayan_map_view_set_asks:
 *
 * While it @asks, a click filters nothing: it says where something lies.
 */
void
bayan_map_view_set_asks (BayanMapView *self, gboolean asks)
{
  g_return_if_fail (BAYAN_IS_MAP_VIEW (self));

  self->asks = asks;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), asks ? "crosshair" : NULL);
}

/* Beside the globe nothing lies. */
void
bayan_map_view_answer (BayanMapView *self, double x, double y)
{
  double longitude, latitude;

  if (bayan_map_camera_to_globe (&self->camera, x, y, &longitude, &latitude))
    g_signal_emit (self, signals[POINTED], 0, latitude, longitude);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
bayan_map_view_let_go (BayanMapView *self)
{
  g_signal_emit (self, signals[LET_GO], 0);
}

static gboolean
is_comparing (BayanMapView *self)
{
  return self->focused != NULL && self->compared != NULL && !g_str_equal (self->focused, self->compared);
}

static char *
describe_marks (BayanMapView *self)
{
  g_autofree char *one = bayan_map_view_describe (self, self->focused);
  g_autofree char *other = NULL;

  if (!is_comparing (self))
    return g_steal_pointer (&one);
  other = bayan_map_view_describe (self, self->compared);
  return g_strdup_printf ("%s\n%s", one, other);
}

static void
tell_assistants (BayanMapView *self)
{
  g_autofree char *description = describe_marks (self);
  guint n_named = bayan_map_counts_get_n_named (&self->counts, self->atlas);

  if (description == NULL)
    description = g_strdup_printf (ngettext ("%u country mentioned", "%u countries mentioned", n_named),
                                   n_named);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
bring_into_view (BayanMapView *self, BayanMapSpot spot)
{
  double x, y;
  double margin_x = self->camera.width * 0.12, margin_y = self->camera.height * 0.12;

  bayan_map_camera_to_screen (&self->camera, spot.x, spot.y, &x, &y);
  if (x >= margin_x && y >= margin_y && x <= self->camera.width - margin_x
      && y <= self->camera.height - margin_y)
    return;
  bayan_map_camera_pan (&self->camera, self->camera.width / 2.0 - x, self->camera.height / 2.0 - y);
  bayan_map_view_camera_moved (self);
}

static void
set_mark (BayanMapView *self, char **mark, BayanMapExtent *extent, const char *key)
{
  char *before = *mark;

  *mark = g_strdup (key);
  g_free (before);
  bayan_map_extent_set (extent, self->atlas, *mark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bayan_map_view_hover (BayanMapView *self, const char *key)
{
  if (g_strcmp0 (key, self->hovered) != 0)
    set_mark (self, &self->hovered, &self->hovered_extent, key);
}

/**
 * bayan_map_view_show_area:
 * @key: (nullable): of an area, see bayan-areas.h; %NULL lets go of the one before
 *
 * Puts the keyboard's mark on it and brings it into view.
 */
void
bayan_map_view_show_area (BayanMapView *self, const char *key)
{
  BayanMapSpot spot;

  g_return_if_fail (BAYAN_IS_MAP_VIEW (self));

  set_mark (self, &self->focused, &self->focused_extent, key);
  if (key != NULL && bayan_map_areas_find_spot (&self->counts, self->atlas, key, &spot))
    bring_into_view (self, spot);
  tell_assistants (self);
}

/* Comparing */

void
bayan_map_view_set_compared (BayanMapView *self, const char *key)
{
  if (g_strcmp0 (key, self->compared) == 0)
    return;
  set_mark (self, &self->compared, &self->compared_extent, key);
  tell_assistants (self);
  g_signal_emit (self, signals[COMPARED], 0);
}

/* The first of two is what has the keyboard's mark; the next one is compared with it, until it is another one. */
void
bayan_map_view_compare (BayanMapView *self, const char *key)
{
  gboolean is_marked = key != NULL
                       && (g_strcmp0 (key, self->compared) == 0 || g_strcmp0 (key, self->focused) == 0);

  if (self->focused == NULL)
    bayan_map_view_show_area (self, key);
  else
    bayan_map_view_set_compared (self, is_marked ? NULL : key);
}

/* By the keyboard: what is compared stays, and is compared with this one now. */
void
bayan_map_view_walk_to (BayanMapView *self, const char *key)
{
  bayan_map_view_show_area (self, key);
  if (is_comparing (self))
    g_signal_emit (self, signals[COMPARED], 0);
}

/* Of what the keyboard is on, and of what that is compared with */
void
bayan_map_view_unmark (BayanMapView *self)
{
  bayan_map_view_set_compared (self, NULL);
  bayan_map_view_show_area (self, NULL);
}

/**
 * bayan_map_view_get_pair:
 * @one: (out) (nullable): key of the area that has the keyboard's mark
 * @other: (out) (nullable): of the one that it is compared with
 *
 * Returns: %TRUE if there are two
 */
gboolean
bayan_map_view_get_pair (BayanMapView *self, const char **one, const char **other)
{
  g_return_val_if_fail (BAYAN_IS_MAP_VIEW (self), FALSE);

  *one = self->focused;
  *other = self->compared;
  return is_comparing (self);
}

/* Drawing */

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  return GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget)));
}

static void
bayan_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);
  BayanMapStyle style = bayan_map_style_get ();
  GdkRGBA sea = bayan_map_colour (BAYAN_MAP_COLOUR_SEA, style);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->camera.width, (float) self->camera.height);

  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_color (snapshot, &sea, &bounds);
  bayan_map_painter_snapshot (self->painter, snapshot, &self->camera, is_drawn_by_cairo (widget));
  bayan_map_marks_snapshot (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
bayan_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 96;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 360;
}

/* What the desk says */

static void
show_states (BayanMapView *self)
{
  g_autofree BayanMapInk *inks = bayan_map_inks_make (&self->counts, self->atlas, bayan_map_style_get ());

  bayan_map_painter_set_inks (self->painter, inks);
  tell_assistants (self);
  g_signal_emit (self, signals[COUNTS_CHANGED], 0);
}

/* It is drawn anew only where it shows something else: that costs more than all else that an act changes on screen. */
static void
desk_updated_cb (BayanMapView *self)
{
  gboolean was_empty = bayan_map_counts_get_n_named (&self->counts, self->atlas) == 0;
  BayanAreaLevel level = self->counts.level;
  BayanMapNews news = self->desk != NULL ? bayan_map_counts_take (&self->counts, self->atlas, self->desk) : 0;

  if (level != self->counts.level)
    {
      bayan_map_view_hover (self, NULL);
      bayan_map_view_unmark (self);
    }
  if ((news & BAYAN_MAP_NEWS_STATES) != 0)
    {
      show_states (self);
      if (self->may_follow || was_empty)
        bayan_map_bearings_follow (self);
      self->may_follow = FALSE;
    }
  if (news != 0 || self->filter_is_new)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->filter_is_new = FALSE;
}

/* What is filtered by has an edge: a country, or the members of a region. */
static void
filter_changed_cb (BayanMapView *self)
{
  const char *iso3 = bayan_desk_get_country_filter (self->desk);
  g_autofree char *country = iso3 != NULL ? g_strconcat ("iso:", iso3, NULL) : NULL;

  bayan_map_extent_set (&self->filter_extent, self->atlas,
                        country != NULL ? country : bayan_desk_get_entity_filter (self->desk));
  self->filter_is_new = TRUE; /* "updated" follows with the counts, and shows both */
}

/* An act never moves the map under the analyst's eyes: only another choice of statements does. */
static void
statements_changed_cb (BayanMapView *self)
{
  self->may_follow = TRUE;
}

static void
desk_state_changed_cb (BayanMapView *self)
{
  bayan_map_bearings_recall (self);
  desk_updated_cb (self);
  bayan_map_bearings_look (self);
}

static void
style_changed_cb (BayanMapView *self)
{
  g_autofree BayanMapInk *inks = bayan_map_inks_make (&self->counts, self->atlas, bayan_map_style_get ());

  bayan_map_painter_set_inks (self->painter, inks);
  bayan_map_bearings_look (self);
}

static void
bayan_map_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);

  GTK_WIDGET_CLASS (bayan_map_view_parent_class)->css_changed (widget, change);
  bayan_map_labels_forget (self->labels);
  gtk_widget_queue_draw (widget);
}

/* Life */

static void
bayan_map_view_dispose (GObject *object)
{
  BayanMapView *self = BAYAN_MAP_VIEW (object);

  bayan_map_bearings_close (self);
  bayan_map_gestures_stop (self);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  g_clear_object (&self->painter);
  g_clear_pointer (&self->labels, bayan_map_labels_free);
  bayan_map_counts_clear (&self->counts);
  g_clear_pointer (&self->hovered, g_free);
  g_clear_pointer (&self->focused, g_free);
  g_clear_pointer (&self->compared, g_free);
  bayan_map_extent_clear (&self->hovered_extent);
  bayan_map_extent_clear (&self->focused_extent);
  bayan_map_extent_clear (&self->compared_extent);
  g_clear_pointer (&self->country_before, g_free);
  g_clear_pointer (&self->entity_before, g_free);
  bayan_map_extent_clear (&self->filter_extent);
  G_OBJECT_CLASS (bayan_map_view_parent_class)->dispose (object);
}

static void
bayan_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PROJECTION)
    g_value_set_string (value, bayan_map_bearings_get_choice (BAYAN_MAP_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bayan_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PROJECTION)
    bayan_map_bearings_set_choice (BAYAN_MAP_VIEW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bayan_map_view_class_init (BayanMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = bayan_map_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = bayan_map_view_set_property;
  properties[PROP_PROJECTION] = g_param_spec_string ("projection", NULL, NULL, "automatic",
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  G_OBJECT_CLASS (klass)->dispose = bayan_map_view_dispose;
  widget_class->size_allocate = bayan_map_view_size_allocate;
  widget_class->measure = bayan_map_view_measure;
  widget_class->snapshot = bayan_map_view_snapshot;
  widget_class->css_changed = bayan_map_view_css_changed;
  signals[COUNTS_CHANGED] = g_signal_new ("counts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[POINTED] = g_signal_new ("pointed", BAYAN_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[LET_GO] = g_signal_new ("let-go", BAYAN_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[COMPARED] = g_signal_new ("compared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  bayan_map_gestures_install (widget_class);
}

static void
connect_desk (BayanMapView *self)
{
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "filter-changed", G_CALLBACK (statements_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::scope", G_CALLBACK (statements_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::reading", G_CALLBACK (statements_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::state", G_CALLBACK (desk_state_changed_cb),
                                  self);
}

static void
bayan_map_view_init (BayanMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree BayanMapInk *inks = NULL;

  self->aim = BAYAN_PROJECTION_LAEA;
  self->atlas = bayan_map_atlas_get (self->aim);
  self->painter = bayan_map_painter_new ();
  self->labels = bayan_map_labels_new (gtk_widget_get_pango_context (widget));
  self->camera = (BayanMapCamera) { .projection = self->aim, .scale = 1 };
  self->is_home = TRUE;
  bayan_map_counts_init (&self->counts, self->atlas);
  inks = bayan_map_inks_make (&self->counts, self->atlas, bayan_map_style_get ());
  bayan_map_painter_set_inks (self->painter, inks);
  connect_desk (self);
  g_signal_connect_object (self->painter, "changed", G_CALLBACK (bayan_map_bearings_arrive), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (bayan_map_bearings_look), NULL);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map of mentions"),
                                  -1);
  bayan_map_gestures_add (self);
}

/**
 * bayan_map_view_set_desk:
 *
 * Shows what @desk counts, from now on.
 */
void
bayan_map_view_set_desk (BayanMapView *self, BayanDesk *desk)
{
  g_return_if_fail (BAYAN_IS_MAP_VIEW (self));

  g_set_object (&self->desk, desk);
  g_signal_group_set_target (self->desk_signals, desk);
  bayan_map_bearings_recall (self);
  filter_changed_cb (self);
}

/* Returns: (transfer none): what the legend explains */
const BayanMapClasses *
bayan_map_view_get_classes (BayanMapView *self)
{
  g_return_val_if_fail (BAYAN_IS_MAP_VIEW (self), NULL);
  return &self->counts.classes;
}

/* Returns: how many states are mentioned */
guint
bayan_map_view_get_n_named (BayanMapView *self)
{
  g_return_val_if_fail (BAYAN_IS_MAP_VIEW (self), 0);
  return bayan_map_counts_get_n_named (&self->counts, self->atlas);
}

/* Returns: %TRUE when nothing is being drawn and what is shown is sharp */
gboolean
bayan_map_view_is_settled (BayanMapView *self)
{
  g_return_val_if_fail (BAYAN_IS_MAP_VIEW (self), FALSE);
  return self->glide_tick == 0 && self->camera.projection == self->aim
         && bayan_map_painter_is_settled (self->painter);
}

static void
home_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bayan_map_view_go_home (data);
}

static void
save_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bayan_map_export_ask (data);
}

/**
 * bayan_map_view_get_actions:
 *
 * Returns: (transfer full): what the map's menu does: projection (automatic, world, region), home, save
 */
GSimpleActionGroup *
bayan_map_view_get_actions (BayanMapView *self)
{
  static const GActionEntry ENTRIES[] = { { "home", home_activated_cb, NULL, NULL, NULL, { 0 } },
                                          { "save", save_activated_cb, NULL, NULL, NULL, { 0 } } };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) projection = g_property_action_new ("projection", self, "projection");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (projection));
  g_action_map_add_action_entries (G_ACTION_MAP (group), ENTRIES, G_N_ELEMENTS (ENTRIES), self);
  return group;
}

const BayanMapCamera *
bayan_map_view_get_camera (BayanMapView *self)
{
  g_return_val_if_fail (BAYAN_IS_MAP_VIEW (self), NULL);
  return &self->camera;
}

/**
 * bayan_map_view_zoom:
 * @factor: more than 1 comes closer, to the middle of the view
 */
void
bayan_map_view_zoom (BayanMapView *self, double factor)
{
  g_return_if_fail (BAYAN_IS_MAP_VIEW (self));

  bayan_map_gestures_stop (self);
  bayan_map_camera_zoom_at (&self->camera, factor, self->camera.width / 2.0, self->camera.height / 2.0);
  bayan_map_view_camera_moved (self);
}
