/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list shows, from the desk upwards:
 *
 *   statements of the desk        every BayanStatementItem, newest import first
 *   └ GtkSortListModel            BayanStatementSorter, by the sort menu; beneath the filter, so that a
 *     │                           letter more in the search sorts nothing again
 *     └ GtkFilterListModel        those that bayan_desk_matches() lets through; asked again on
 *       │                         "filter-changed"
 *       └ GtkSingleSelection      follows the desk's selected statement; none where the filter hides it
 *         └ GtkListView
 */
#include "bayan-statements-pane.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-filter-chips.h"
#include "bayan-group-window.h"
#include "bayan-list-top.h"
#include "bayan-statement-row.h"
#include "bayan-statement-sorter.h"

struct _BayanStatementsPane {
  AdwBin parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;
  char *sort_order;

  GtkFilter *filter;
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  gboolean following; /* the selection is being set to the desk's: not an act of the analyst */

  GtkLabel *count;
  GtkMenuButton *sort_button;
  BayanFilterChips *chips;
  GtkButton *groups_button;
  GtkStack *stack;
  GtkListView *list;
};

enum { PROP_DESK = 1, PROP_SORT_ORDER, PROP_STAGE_FILTER, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BayanStatementsPane, bayan_statements_pane, ADW_TYPE_BIN)

/* Rows */

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, bayan_statement_row_new ());
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_statement_row_set_item (BAYAN_STATEMENT_ROW (gtk_list_item_get_child (list_item)),
                                gtk_list_item_get_item (list_item));
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_statement_row_set_item (BAYAN_STATEMENT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static GtkListItemFactory *
new_row_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbound_cb), NULL);
  return factory;
}

/* Selection */

static guint
find_position (BayanStatementsPane *self, gint64 id)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; id != 0 && i < n_items; i++)
    {
      g_autoptr (BayanStatementItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (bayan_statement_item_get_id (item) == id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gint64
get_shown_id (BayanStatementsPane *self)
{
  BayanStatementItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? bayan_statement_item_get_id (item) : 0;
}

static void
follow_desk_selection (BayanStatementsPane *self)
{
  gint64 id = bayan_desk_get_selected (self->desk);
  BayanStatementItem *item = bayan_desk_find_statement (self->desk, id);
  guint position = GTK_INVALID_LIST_POSITION;

  if (get_shown_id (self) == id)
    return;
  /* Every letter of a search that hides the open statement comes by here: such a one is not looked for. */
  if (item != NULL && bayan_desk_matches (self->desk, item))
    position = find_position (self, id);
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
selected_cb (BayanStatementsPane *self)
{
  gint64 id = get_shown_id (self);

  if (!self->following && self->desk != NULL && id != 0 && id != bayan_desk_get_selected (self->desk))
    bayan_desk_select_statement (self->desk, id);
}

static void
row_activated_cb (BayanStatementsPane *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-reader", NULL);
}

/* What stands above the list */

static void
show_count (BayanStatementsPane *self)
{
  guint n_all = g_list_model_get_n_items (bayan_desk_get_statements (self->desk));
  guint n_matching = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *words = NULL;

  if (bayan_desk_is_filtered (self->desk))
    words = g_strdup_printf (ngettext ("%u of %u Statement", "%u of %u Statements", n_all), n_matching,
                             n_all);
  else
    words = g_strdup_printf (ngettext ("%u Statement", "%u Statements", n_all), n_all);
  gtk_label_set_label (self->count, words);
  gtk_stack_set_visible_child_name (self->stack, n_matching == 0 && n_all != 0 ? "nothing" : "list");
}

static void
show_groups_waiting (BayanStatementsPane *self)
{
  g_autoptr (GPtrArray) groups = bayan_desk_get_groups (self->desk, BAYAN_GROUP_PROPOSED);
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u Group to Look At", "%u Groups to Look At", groups->len), groups->len);

  gtk_button_set_label (self->groups_button, words);
  gtk_widget_set_visible (GTK_WIDGET (self->groups_button), groups->len > 0);
}

static void
desk_updated_cb (BayanStatementsPane *self)
{
  show_count (self);
  follow_desk_selection (self);
}

static void
filter_changed_cb (BayanStatementsPane *self)
{
  self->following = TRUE;
  if (g_str_equal (self->sort_order, "unfinished"))
    gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE_FILTER]);
  desk_updated_cb (self);
}

static gboolean
statement_matches (gpointer item, gpointer data)
{
  BayanStatementsPane *self = data;

  return bayan_desk_matches (self->desk, item);
}

/* Actions */

static void
clear_filters_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_desk_clear_filter (BAYAN_STATEMENTS_PANE (widget)->desk);
}

static void
present_groups (BayanStatementsPane *self, gint64 group)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (bayan_group_window_new (GTK_WINDOW (root), self->desk, group)));
}

static void
review_groups_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_groups (BAYAN_STATEMENTS_PANE (widget), 0);
}

/* Of the statement that is selected, or of the one whose row says so: the group of copies before that of the event. */
static void
show_group_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (widget);
  const BayanStatementGroup *group = NULL;
  gint64 statement;
  guint kind;

  g_variant_get (parameter, "(xu)", &statement, &kind);
  if (statement == 0)
    statement = get_shown_id (self);
  for (guint k = kind; group == NULL && k <= BAYAN_GROUP_SAME_EVENT; k++)
    group = bayan_desk_find_group (self->desk, statement, (BayanGroupKind) k);
  if (group != NULL)
    present_groups (self, group->id);
}

/* How far the work is: of all that are shown, and as a filter */

static GArray *
list_shown (BayanStatementsPane *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_items);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (BayanStatementItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      gint64 id = bayan_statement_item_get_id (item);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
set_stage_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (widget);
  g_autoptr (GArray) shown = list_shown (self);
  BayanStage stage;

  if (bayan_stage_from_string (g_variant_get_string (parameter, NULL), &stage))
    bayan_desk_set_stage (self->desk, (const gint64 *) (gpointer) shown->data, shown->len, stage);
}

static void
tag_answered_cb (AdwMessageDialog *dialog, const char *response, BayanStatementsPane *self)
{
  g_autoptr (GArray) shown = NULL;
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);

  if (g_strcmp0 (response, "add") != 0 || self->desk == NULL)
    return;
  shown = list_shown (self);
  bayan_desk_set_tag (self->desk, (const gint64 *) (gpointer) shown->data, shown->len,
                      gtk_editable_get_text (GTK_EDITABLE (entry)), TRUE);
}

static void
add_tag_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *heading = g_strdup_printf (ngettext ("Add a Tag to %u Statement", "Add a Tag to %u Statements", n), n);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tag"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (tag_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
get_stage_filter (BayanStatementsPane *self)
{
  int stage = self->desk != NULL ? bayan_desk_get_stage_filter (self->desk) : -1;

  return stage >= 0 ? bayan_stage_to_string ((BayanStage) stage) : "all";
}

static void
set_stage_filter (BayanStatementsPane *self, const char *name)
{
  BayanStage stage;

  bayan_desk_set_stage_filter (self->desk, bayan_stage_from_string (name, &stage) ? (int) stage : -1);
}

static void
set_sort_order (BayanStatementsPane *self, const char *order)
{
  g_autoptr (GtkSorter) sorter = NULL;

  if (g_strcmp0 (self->sort_order, order) == 0)
    return;
  g_free (self->sort_order);
  self->sort_order = g_strdup (order);
  sorter = bayan_statement_sorter_new (order);
  self->following = TRUE;
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  self->following = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT_ORDER]);
}

/* Life */

static void
build_models (BayanStatementsPane *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (statement_matches, self, NULL));
  gtk_filter_list_model_set_filter (self->filtered, self->filter);
  gtk_sort_list_model_set_model (self->sorted, bayan_desk_get_statements (self->desk));
}

static void
bayan_statements_pane_constructed (GObject *object)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (object);

  G_OBJECT_CLASS (bayan_statements_pane_parent_class)->constructed (object);
  build_models (self);
  bayan_filter_chips_set_desk (self->chips, self->desk);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "groups-changed", G_CALLBACK (show_groups_waiting),
                                  self);
  g_signal_group_set_target (self->desk_signals, self->desk);
  desk_updated_cb (self);
  show_groups_waiting (self);
}

static void
bayan_statements_pane_dispose (GObject *object)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (object);

  g_clear_object (&self->desk_signals);
  /* The filter asks the desk: it must be out of the way before the desk is. */
  if (self->sorted != NULL)
    gtk_sort_list_model_set_model (self->sorted, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->sort_order, g_free);
  G_OBJECT_CLASS (bayan_statements_pane_parent_class)->dispose (object);
}

static void
bayan_statements_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (object);

  switch (id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_SORT_ORDER:
      g_value_set_string (value, self->sort_order);
      break;
    case PROP_STAGE_FILTER:
      g_value_set_string (value, get_stage_filter (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bayan_statements_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (object);

  switch (id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_SORT_ORDER:
      set_sort_order (self, g_value_get_string (value));
      break;
    case PROP_STAGE_FILTER:
      set_stage_filter (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BAYAN_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                   | G_PARAM_STATIC_STRINGS);
  properties[PROP_SORT_ORDER] = g_param_spec_string ("sort-order", NULL, NULL, "newest",
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS);
  properties[PROP_STAGE_FILTER] = g_param_spec_string ("stage-filter", NULL, NULL, "all",
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                           | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_statements_pane_class_init (BayanStatementsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bayan_statements_pane_constructed;
  object_class->dispose = bayan_statements_pane_dispose;
  object_class->get_property = bayan_statements_pane_get_property;
  object_class->set_property = bayan_statements_pane_set_property;
  install_properties (object_class);
  g_type_ensure (BAYAN_TYPE_FILTER_CHIPS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/statements/bayan-statements-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanStatementsPane, count);
  gtk_widget_class_bind_template_child (widget_class, BayanStatementsPane, sort_button);
  gtk_widget_class_bind_template_child (widget_class, BayanStatementsPane, chips);
  gtk_widget_class_bind_template_child (widget_class, BayanStatementsPane, groups_button);
  gtk_widget_class_bind_template_child (widget_class, BayanStatementsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanStatementsPane, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "statements.sort-order", "sort-order");
  gtk_widget_class_install_property_action (widget_class, "statements.stage-filter", "stage-filter");
  gtk_widget_class_install_action (widget_class, "statements.set-stage", "s", set_stage_cb);
  gtk_widget_class_install_action (widget_class, "statements.add-tag", NULL, add_tag_cb);
  gtk_widget_class_install_action (widget_class, "statements.clear-filters", NULL, clear_filters_cb);
  gtk_widget_class_install_action (widget_class, "statements.review-groups", NULL, review_groups_cb);
  gtk_widget_class_install_action (widget_class, "statements.show-group", "(xu)", show_group_cb);
}

static void
bayan_statements_pane_init (BayanStatementsPane *self)
{
  g_autoptr (GtkListItemFactory) factory = new_row_factory ();
  g_autoptr (GtkSorter) sorter = bayan_statement_sorter_new ("newest");

  gtk_widget_init_template (GTK_WIDGET (self));
  self->sort_order = g_strdup ("newest");
  self->sorted = gtk_sort_list_model_new (NULL, g_object_ref (sorter));
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->filtered));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  bayan_list_top_keep (self->list);
}

/**
 * bayan_statements_pane_get_list:
 *
 * Returns: (transfer none): the list itself, whose keys may go to the search entry
 */
GtkWidget *
bayan_statements_pane_get_list (BayanStatementsPane *self)
{
  g_return_val_if_fail (BAYAN_IS_STATEMENTS_PANE (self), NULL);
  return GTK_WIDGET (self->list);
}

/**
 * bayan_statements_pane_step:
 * @by: 1 for the next statement in the order shown, -1 for the one before
 *
 * Returns: FALSE where there is none
 */
gboolean
bayan_statements_pane_step (BayanStatementsPane *self, int by)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint position;

  g_return_val_if_fail (BAYAN_IS_STATEMENTS_PANE (self), FALSE);

  if (selected == GTK_INVALID_LIST_POSITION)
    position = 0;
  else
    position = selected + (guint) by; /* one before the first wraps to a number beyond the last */
  if (position >= n_items)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  return TRUE;
}
