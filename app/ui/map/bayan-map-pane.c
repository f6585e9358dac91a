/* SPDX-License-Identifier: GPL-3.0-or-later */
/*   country ranking of the desk   BayanEntityItem of each country in scope, most first
 *   └ GtkSingleSelection          marks the state on the map
 *     └ GtkListView
 */
#include "bayan-map-pane.h"

#include "bayan-list-top.h"
#include "bayan-map-asking.h"
#include "bayan-map-legend.h"
#include "bayan-map-row.h"

#define ZOOM_STEP 1.5
#define MEMORY_KEY "map-ranking"

struct _BayanMapPane {
  AdwBin parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;
  GtkSingleSelection *selection;
  GPtrArray *rows; /* of the bound BayanMapRow, not owned: they share one highest count */
  gboolean show_ranking;

  BayanMapView *view;
  BayanMapLegend *legend;
  BayanMapAsking *asking;
  GtkStack *ranking_stack;
  GtkListView *ranking;
};

enum { PROP_DESK = 1, PROP_SHOW_RANKING, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanMapPane, bayan_map_pane, ADW_TYPE_BIN)

/* The ranking */

static guint
get_most (BayanMapPane *self)
{
  g_autoptr (BayanEntityItem) first = g_list_model_get_item (bayan_desk_get_country_ranking (self->desk), 0);

  return first != NULL ? bayan_entity_item_get_count (first) : 0;
}

static const char *
get_iso3 (BayanEntityItem *item)
{
  return bayan_entity_item_get_key (item) + strlen ("iso:");
}

/* A country that is no longer mentioned leaves the list and the selection with it: that is no act of the
 * analyst. */
static void
selected_cb (BayanMapPane *self)
{
  BayanEntityItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    bayan_map_view_show_state (self->view, get_iso3 (item));
}

static void
row_activated_cb (BayanMapPane *self, guint position)
{
  g_autoptr (BayanEntityItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const char *iso3 = get_iso3 (item);
  gboolean is_on = g_strcmp0 (iso3, bayan_desk_get_country_filter (self->desk)) == 0;

  bayan_desk_set_country_filter (self->desk, is_on ? NULL : iso3);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanMapPane *self)
{
  gtk_list_item_set_child (list_item, bayan_map_row_new ());
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanMapPane *self)
{
  BayanMapRow *row = BAYAN_MAP_ROW (gtk_list_item_get_child (list_item));

  g_ptr_array_add (self->rows, row);
  bayan_map_row_set_most (row, get_most (self));
  bayan_map_row_show (row, gtk_list_item_get_item (list_item));
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanMapPane *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_ptr_array_remove_fast (self->rows, row);
  bayan_map_row_show (BAYAN_MAP_ROW (row), NULL);
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
  guint n_countries = g_list_model_get_n_items (bayan_desk_get_country_ranking (self->desk));
  guint most = get_most (self);

  for (guint i = 0; i < self->rows->len; i++)
    bayan_map_row_set_most (self->rows->pdata[i], most);
  gtk_stack_set_visible_child_name (self->ranking_stack, n_countries > 0 ? "ranking" : "nothing");
}

/* Other statements, another ranking: it is read from its top. */
static void
filter_changed_cb (BayanMapPane *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->ranking), "list.scroll-to-item", "u", 0u);
}

static void
set_show_ranking (BayanMapPane *self, gboolean show)
{
  if (self->show_ranking == show)
    return;
  self->show_ranking = show;
  gtk_widget_set_visible (GTK_WIDGET (self->ranking_stack), show);
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

/* Life */

static void
connect_desk (BayanMapPane *self)
{
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::reading", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::scope", G_CALLBACK (desk_updated_cb), self);
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
  gtk_single_selection_set_model (self->selection, bayan_desk_get_country_ranking (self->desk));
  bayan_map_view_set_desk (self->view, self->desk);
  connect_desk (self);
  counts_changed_cb (self);
  desk_state_changed_cb (self);
}

static void
bayan_map_pane_dispose (GObject *object)
{
  BayanMapPane *self = BAYAN_MAP_PANE (object);

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_map_pane_parent_class)->dispose (object);
}

static void
bayan_map_pane_finalize (GObject *object)
{
  g_ptr_array_unref (BAYAN_MAP_PANE (object)->rows);
  G_OBJECT_CLASS (bayan_map_pane_parent_class)->finalize (object);
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
  gtk_widget_class_install_property_action (widget_class, "map.show-ranking", "show-ranking");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BAYAN_TYPE_MAP_VIEW);
  g_type_ensure (BAYAN_TYPE_MAP_LEGEND);
  g_type_ensure (BAYAN_TYPE_MAP_ASKING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/map/bayan-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, view);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, legend);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, asking);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, ranking_stack);
  gtk_widget_class_bind_template_child (widget_class, BayanMapPane, ranking);
  gtk_widget_class_bind_template_callback (widget_class, counts_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bayan_map_pane_class_init (BayanMapPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = bayan_map_pane_constructed;
  object_class->dispose = bayan_map_pane_dispose;
  object_class->finalize = bayan_map_pane_finalize;
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
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_ptr_array_new ();
  self->show_ranking = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, 0);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->ranking, factory);
  gtk_list_view_set_model (self->ranking, GTK_SELECTION_MODEL (self->selection));
  bayan_list_top_keep (self->ranking);
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
