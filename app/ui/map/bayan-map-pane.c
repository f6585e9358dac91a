/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-pane.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-area-export.h"
#include "bayan-file-export.h"
#include "bayan-map-asking.h"
#include "bayan-map-choices.h"
#include "bayan-map-legend.h"
#include "bayan-map-ranking.h"
#include "bayan-map-timeline.h"
#include "bayan-map-words.h"
#include "bayan-toast.h"

#define ZOOM_STEP 1.5
#define PLAY_STEP_MS 700
#define MEMORY_KEY "map-ranking"

struct _BayanMapPane {
  AdwBin parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;
  gboolean show_ranking;

  BayanMapView *view;
  BayanMapLegend *legend;
  BayanMapAsking *asking;
  GtkLabel *measured;
  BayanMapChoices *choices;
  BayanMapRanking *ranking;
  BayanMapTimeline *timeline;
  GtkToggleButton *play;
  guint playing; /* source: the range moves on; 0 while it rests */
};

enum { PROP_DESK = 1, PROP_SHOW_RANKING, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanMapPane, bayan_map_pane, ADW_TYPE_BIN)

static void
area_selected_cb (BayanMapPane *self, const char *key)
{
  bayan_map_view_show_area (self->view, key);
}

/* Two areas were marked on the map. */
static void
compared_cb (BayanMapPane *self)
{
  const char *one, *other;

  if (bayan_map_view_get_pair (self->view, &one, &other))
    bayan_map_ranking_compare (self->ranking, one, other);
}

/* What the desk says */

static void
counts_changed_cb (BayanMapPane *self)
{
  bayan_map_legend_set_classes (self->legend, bayan_map_view_get_classes (self->view));
}

static void
answered_cb (BayanMapPane *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
desk_updated_cb (BayanMapPane *self)
{
  g_autofree char *words = bayan_map_words_legend (self->desk);

  gtk_label_set_label (self->measured, words);
  bayan_map_legend_set_measure (self->legend, bayan_desk_get_measure (self->desk));
}

static void
set_show_ranking (BayanMapPane *self, gboolean show)
{
  if (self->show_ranking == show)
    return;
  self->show_ranking = show;
  gtk_widget_set_visible (GTK_WIDGET (self->ranking), show);
  if (bayan_desk_get_state (self->desk) == BAYAN_DESK_READY)
    bayan_desk_set_memory (self->desk, MEMORY_KEY, show ? NULL : "hidden");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_RANKING]);
}

static void
desk_state_changed_cb (BayanMapPane *self)
{
  if (bayan_desk_get_state (self->desk) == BAYAN_DESK_READY)
    set_show_ranking (self, g_strcmp0 (bayan_desk_get_memory (self->desk, MEMORY_KEY), "hidden") != 0);
  desk_updated_cb (self);
}

/* Playing */

static void
stop_playing (BayanMapPane *self)
{
  g_clear_handle_id (&self->playing, g_source_remove);
  gtk_toggle_button_set_active (self->play, FALSE);
}

static gboolean
play_cb (gpointer data)
{
  BayanMapPane *self = data;

  if (bayan_map_timeline_step (self->timeline))
    return G_SOURCE_CONTINUE;
  self->playing = 0;
  stop_playing (self);
  return G_SOURCE_REMOVE;
}

static gboolean
may_move (BayanMapPane *self)
{
  gboolean animate;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  return animate;
}

/* Who wants nothing to move by itself goes on by one step with each press. */
static void
play_toggled_cb (BayanMapPane *self)
{
  gboolean plays = gtk_toggle_button_get_active (self->play);

  gtk_button_set_icon_name (GTK_BUTTON (self->play),
                            plays ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  g_clear_handle_id (&self->playing, g_source_remove);
  if (!plays)
    return;
  if (!may_move (self))
    {
      if (!bayan_map_timeline_step (self->timeline))
        bayan_map_timeline_begin (self->timeline);
      gtk_toggle_button_set_active (self->play, FALSE);
      return;
    }
  bayan_map_timeline_begin (self->timeline);
  self->playing = g_timeout_add (PLAY_STEP_MS, play_cb, self);
}

/* Actions */

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_map_view_zoom (BAYAN_MAP_PANE (widget)->view, ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_map_view_zoom (BAYAN_MAP_PANE (widget)->view, 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_map_view_fit (BAYAN_MAP_PANE (widget)->view);
}

/* The figures as a file */

static const BayanFileFormat geojson = { N_ ("GeoJSON, for maps"), { "geojson", NULL } };

static GBytes *
write_figures (GtkWidget *widget, const BayanFileFormat *format)
{
  BayanMapPane *self = BAYAN_MAP_PANE (widget);

  if (self->desk == NULL)
    return NULL;
  return bayan_file_export_take_text (
      format == &geojson ? bayan_area_export_geojson (self->desk)
                         : bayan_area_export_csv (self->desk, format == &bayan_file_tsv ? '\t' : ','));
}

static void
save_figures_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const BayanFileExport figures = {
    N_ ("Save the Figures"),
    N_ ("_Save"),
    N_ ("map"),
    { &bayan_file_csv, &bayan_file_tsv, &geojson, NULL },
    write_figures,
    bayan_toast_say,
  };

  bayan_file_export_run (&figures, widget);
}

/* Life */

static void
connect_desk (BayanMapPane *self)
{
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::state", G_CALLBACK (desk_state_changed_cb),
                                  self);
  g_signal_group_set_target (self->desk_signals, self->desk);
}

static void
bayan_map_pane_constructed (GObject *object)
{
  BayanMapPane *self = BAYAN_MAP_PANE (object);
  g_autoptr (GSimpleActionGroup) actions = bayan_map_view_get_actions (self->view);

  G_OBJECT_CLASS (bayan_map_pane_parent_class)->constructed (object);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "picture", G_ACTION_GROUP (actions));
  bayan_map_view_set_desk (self->view, self->desk);
  bayan_map_ranking_set_desk (self->ranking, self->desk);
  bayan_map_choices_set_desk (self->choices, self->desk);
  bayan_map_timeline_set_desk (self->timeline, self->desk);
  connect_desk (self);
  counts_changed_cb (self);
  desk_state_changed_cb (self);
}

static void
bayan_map_pane_dispose (GObject *object)
{
  BayanMapPane *self = BAYAN_MAP_PANE (object);

  g_clear_handle_id (&self->playing, g_source_remove);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_map_pane_parent_class)->dispose (object);
}

static void
bayan_map_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanMapPane *self = BAYAN_MAP_PANE (object);

  switch (id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_SHOW_RANKING:
      g_value_set_boolean (value, self->show_ranking);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bayan_map_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BayanMapPane *self = BAYAN_MAP_PANE (object);

  switch (id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_SHOW_RANKING:
      set_show_ranking (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "map.save-figures", NULL, save_figures_cb);
  gtk_widget_class_install_property_action (widget_class, "map.show-ranking", "show-ranking");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BAYAN_TYPE_MAP_VIEW);
  g_type_ensure (BAYAN_TYPE_MAP_LEGEND);
  g_type_ensure (BAYAN_TYPE_MAP_CHOICES);
  g_type_ensure (BAYAN_TYPE_MAP_RANKING);
  g_type_ensure (BAYAN_TYPE_MAP_TIMELINE);
  g_type_ensure (BAYAN_TYPE_MAP_ASKING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/map/bayan-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, view);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, legend);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, asking);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, measured);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, choices);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, ranking);
  gtk_widget_class_bind_template_callback (widget_class, counts_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, timeline);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, play);
  gtk_widget_class_bind_template_callback (widget_class, area_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, compared_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_toggled_cb);
}

static void
bayan_map_pane_class_init (BayanMapPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = bayan_map_pane_constructed;
  object_class->dispose = bayan_map_pane_dispose;
  object_class->get_property = bayan_map_pane_get_property;
  object_class->set_property = bayan_map_pane_set_property;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BAYAN_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                   | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_RANKING] = g_param_spec_boolean (
      "show-ranking", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ANSWERED] = g_signal_new ("answered", BAYAN_TYPE_MAP_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
bayan_map_pane_init (BayanMapPane *self)
{
  self->show_ranking = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: (transfer none): the map itself */
BayanMapView *
bayan_map_pane_get_view (BayanMapPane *self)
{
  g_return_val_if_fail (BAYAN_IS_MAP_PANE (self), NULL);
  return self->view;
}

/**
 * bayan_map_pane_ask_for_place:
 * @entity_key: see bayan_desk_can_place_entity()
 *
 * The next click on the map says where the entity lies; "answered" follows.
 */
void
bayan_map_pane_ask_for_place (BayanMapPane *self, const char *entity_key)
{
  g_return_if_fail (BAYAN_IS_MAP_PANE (self));
  bayan_map_asking_ask (self->asking, self->view, self->desk, entity_key);
}
