/* SPDX-License-Identifier: GPL-3.0-or-later */
/*   BayanAreaList            BayanAreaItem of each area of the desk's level, by figure or by name
 *   └ GtkMultiSelection      one marks the area on the map, two are compared
 *     └ GtkListView
 */
#include "bayan-map-ranking.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-area-list.h"
#include "bayan-list-top.h"
#include "bayan-map-areas.h"
#include "bayan-map-row.h"
#include "bayan-map-words.h"
#include "bayan-row-menu.h"

struct _BayanMapRanking {
  GtkWidget parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;
  BayanAreaList *areas;
  GtkMultiSelection *selection;
  GPtrArray *rows; /* of the bound BayanMapRow, not owned: they share one scale */
  GtkWidget *menu; /* nullable */
  char *order;     /* "figure" or "name" */

  GtkLabel *figure_heading;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *nothing;
  GtkRevealer *compared;
  GtkLabel *names[2], *figures[2];
  GtkLabel *difference;
  GMenuModel *area_menu;
};

enum { PROP_0, PROP_ORDER, N_PROPS };
static GParamSpec *properties[N_PROPS];
enum { AREA_SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanMapRanking, bayan_map_ranking, GTK_TYPE_WIDGET)

/* What is selected */

/* Returns: (transfer full) (element-type BayanAreaItem) */
static GPtrArray *
list_selected (BayanMapRanking *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  return items;
}

static void
show_difference (BayanMapRanking *self, BayanAreaItem *one, BayanAreaItem *other)
{
  double a = bayan_area_item_get_figure (one), b = bayan_area_item_get_figure (other);
  g_autofree char *times = NULL;

  if (a > 0 && b > 0)
    /* Translators: how many times as much the one has as the other */
    times = g_strdup_printf (_ ("%.1f times as much"), MAX (a, b) / MIN (a, b));
  gtk_label_set_label (self->difference, times != NULL ? times : "");
  gtk_widget_set_visible (GTK_WIDGET (self->difference), times != NULL);
}

static void
show_compared (BayanMapRanking *self, GPtrArray *items)
{
  BayanMeasure measure = bayan_desk_get_measure (self->desk);

  gtk_revealer_set_reveal_child (self->compared, items->len == 2);
  if (items->len != 2)
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *figure = bayan_map_words_spoken (measure,
                                                        bayan_area_item_get_figure (items->pdata[i]));

      gtk_label_set_label (self->names[i], bayan_map_words_area (items->pdata[i], NULL));
      gtk_label_set_label (self->figures[i], figure);
    }
  show_difference (self, items->pdata[0], items->pdata[1]);
}

/* An area that is no longer mentioned leaves the list and the selection with it: that is no act of the
 * analyst. */
static void
selection_changed_cb (BayanMapRanking *self)
{
  g_autoptr (GPtrArray) items = list_selected (self);

  show_compared (self, items);
  if (items->len == 1)
    g_signal_emit (self, signals[AREA_SELECTED], 0, bayan_area_item_get_key (items->pdata[0]));
}

/* Rows */

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanMapRanking *self)
{
  gtk_list_item_set_child (list_item, bayan_map_row_new ());
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanMapRanking *self)
{
  BayanMapRow *row = BAYAN_MAP_ROW (gtk_list_item_get_child (list_item));

  g_ptr_array_add (self->rows, row);
  bayan_map_row_set_scale (row, bayan_desk_get_measure (self->desk), bayan_area_list_get_most (self->areas));
  bayan_map_row_show (row, gtk_list_item_get_item (list_item));
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanMapRanking *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_ptr_array_remove_fast (self->rows, row);
  bayan_map_row_show (BAYAN_MAP_ROW (row), NULL);
}

/* Acts */

/* Returns: (nullable): the row that has the keyboard, or whose menu it is */
static BayanAreaItem *
get_item (BayanMapRanking *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return BAYAN_IS_MAP_ROW (row) ? bayan_map_row_get_item (BAYAN_MAP_ROW (row)) : NULL;
}

static void
show_mentions (BayanMapRanking *self, BayanAreaItem *item)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-area", "(ss)", bayan_area_item_get_key (item),
                              bayan_map_words_area (item, NULL));
}

static void
row_activated_cb (BayanMapRanking *self, guint position)
{
  g_autoptr (BayanAreaItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  show_mentions (self, item);
}

static void
mentions_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanAreaItem *item = get_item (BAYAN_MAP_RANKING (widget));

  if (item != NULL)
    show_mentions (BAYAN_MAP_RANKING (widget), item);
}

/* Shows only the statements that name the area, or all again if they were those already. */
static void
filter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanMapRanking *self = BAYAN_MAP_RANKING (widget);
  BayanAreaItem *item = get_item (self);

  if (item == NULL || !bayan_map_areas_filter (self->desk, bayan_area_item_get_key (item)))
    gtk_widget_error_bell (widget);
}

/* Returns: (transfer full): what is selected, or all where nothing is, with tabs */
static char *
write_lines (BayanMapRanking *self)
{
  g_autoptr (GPtrArray) items = list_selected (self);
  GListModel *model = G_LIST_MODEL (self->selection);
  GString *text = g_string_new (NULL);

  for (guint i = 0; items->len == 0 && i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));
  for (guint i = 0; i < items->len; i++)
    {
      const char *other, *name = bayan_map_words_area (items->pdata[i], &other);

      g_string_append_printf (text, "%s\t%s\t%g\n", name, other,
                              bayan_area_item_get_figure (items->pdata[i]));
    }
  return g_string_free (text, FALSE);
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *text = write_lines (BAYAN_MAP_RANKING (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
open_menu (BayanMapRanking *self, GtkWidget *row)
{
  if (self->menu == NULL)
    self->menu = bayan_row_menu_new (GTK_WIDGET (self), self->area_menu);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  bayan_row_menu_open (self->menu, row);
}

static void
menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanMapRanking *self = BAYAN_MAP_RANKING (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (get_item (self) != NULL)
    open_menu (self, gtk_widget_get_first_child (focus));
}

static void
secondary_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, BayanMapRanking *self)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  row = row != NULL ? gtk_widget_get_ancestor (row, BAYAN_TYPE_MAP_ROW) : NULL;
  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, row);
}

/* Order */

static int
compare_names (BayanAreaItem *a, BayanAreaItem *b)
{
  return g_utf8_collate (bayan_map_words_area (a, NULL), bayan_map_words_area (b, NULL));
}

static void
set_order (BayanMapRanking *self, const char *order)
{
  if (g_strcmp0 (order, self->order) == 0)
    return;
  g_free (self->order);
  self->order = g_strdup (order);
  if (self->areas != NULL)
    bayan_area_list_set_order (self->areas,
                               g_str_equal (order, "name") ? compare_names : bayan_area_compare_figures);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

/* What the desk says */

static void
name_list (BayanMapRanking *self)
{
  BayanAreaLevel level = bayan_desk_get_area_view (self->desk)->level;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bayan_map_words_list (level), -1);
  gtk_label_set_label (self->nothing, bayan_map_words_nothing (level));
  gtk_label_set_label (self->figure_heading, bayan_map_words_measure (bayan_desk_get_measure (self->desk)));
}

static void
desk_updated_cb (BayanMapRanking *self)
{
  guint n_areas = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  BayanMeasure measure = bayan_desk_get_measure (self->desk);
  double most = bayan_area_list_get_most (self->areas);
  g_autoptr (GPtrArray) items = list_selected (self);

  for (guint i = 0; i < self->rows->len; i++)
    bayan_map_row_set_scale (self->rows->pdata[i], measure, most);
  gtk_stack_set_visible_child_name (self->stack, n_areas > 0 ? "list" : "nothing");
  name_list (self);
  show_compared (self, items);
}

/* Other statements, another ranking: it is read from its top. */
static void
filter_changed_cb (BayanMapRanking *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0u);
}

/* Life */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ORDER)
    g_value_set_string (value, BAYAN_MAP_RANKING (object)->order);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ORDER)
    set_order (BAYAN_MAP_RANKING (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dispose (GObject *object)
{
  BayanMapRanking *self = BAYAN_MAP_RANKING (object);
  GtkWidget *child;

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->areas);
  g_clear_object (&self->desk);
  self->menu = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bayan_map_ranking_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  BayanMapRanking *self = BAYAN_MAP_RANKING (object);

  g_ptr_array_unref (self->rows);
  g_free (self->order);
  G_OBJECT_CLASS (bayan_map_ranking_parent_class)->finalize (object);
}

/* A popover is presented by the widget that has it. */
static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BayanMapRanking *self = BAYAN_MAP_RANKING (widget);

  GTK_WIDGET_CLASS (bayan_map_ranking_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/map/bayan-map-ranking.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanMapRanking, figure_heading);
  gtk_widget_class_bind_template_child (widget_class, BayanMapRanking, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanMapRanking, list);
  gtk_widget_class_bind_template_child (widget_class, BayanMapRanking, nothing);
  gtk_widget_class_bind_template_child (widget_class, BayanMapRanking, compared);
  gtk_widget_class_bind_template_child_full (widget_class, "name_one", FALSE,
                                             G_STRUCT_OFFSET (BayanMapRanking, names[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "name_two", FALSE,
                                             G_STRUCT_OFFSET (BayanMapRanking, names[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "figure_one", FALSE,
                                             G_STRUCT_OFFSET (BayanMapRanking, figures[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "figure_two", FALSE,
                                             G_STRUCT_OFFSET (BayanMapRanking, figures[1]));
  gtk_widget_class_bind_template_child (widget_class, BayanMapRanking, difference);
  gtk_widget_class_bind_template_child (widget_class, BayanMapRanking, area_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
}

static void
bayan_map_ranking_class_init (BayanMapRankingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  properties[PROP_ORDER] = g_param_spec_string (
      "order", NULL, NULL, "figure", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[AREA_SELECTED] = g_signal_new ("area-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "areas.show-mentions", NULL, mentions_action);
  gtk_widget_class_install_action (widget_class, "areas.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "areas.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "areas.menu", NULL, menu_action);
  gtk_widget_class_install_property_action (widget_class, "areas.order", "order");
  bind_template (widget_class);
}

static void
bayan_map_ranking_init (BayanMapRanking *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_ptr_array_new ();
  self->order = g_strdup ("figure");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, 0);
  self->selection = gtk_multi_selection_new (NULL);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  bayan_list_top_keep (self->list);
}

/* To be called once. */
void
bayan_map_ranking_set_desk (BayanMapRanking *self, BayanDesk *desk)
{
  g_return_if_fail (BAYAN_IS_MAP_RANKING (self));

  self->desk = g_object_ref (desk);
  self->areas = bayan_area_list_new (desk); /* it hears "updated" before we do */
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->areas));
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::state", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_set_target (self->desk_signals, self->desk);
  desk_updated_cb (self);
}

/**
 * bayan_map_ranking_compare:
 * @one: key of an area
 * @other: key of another one
 *
 * Selects both of them, where both have a figure: the card below compares them.
 */
void
bayan_map_ranking_compare (BayanMapRanking *self, const char *one, const char *other)
{
  guint n_areas = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint positions[2] = { bayan_area_list_find (self->areas, one), bayan_area_list_find (self->areas, other) };
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty (), all = gtk_bitset_new_range (0, n_areas);

  g_return_if_fail (BAYAN_IS_MAP_RANKING (self));
  if (positions[0] == G_MAXUINT || positions[1] == G_MAXUINT)
    return;
  for (guint i = 0; i < 2; i++)
    gtk_bitset_add (selected, positions[i]);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
}
