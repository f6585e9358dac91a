/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list shows, from the desk upwards:
 *
 *   statements of the desk        every BayanStatementItem, newest import first
 *   └ GtkSortListModel            BayanStatementSorter, by the sort menu; beneath the filter, so that a
 *     │                           letter more in the search sorts nothing again
 *     └ GtkFilterListModel        those that bayan_desk_matches() lets through; asked again on
 *       │                         "filter-changed"
 *       └ GtkMultiSelection       one alone is the desk's selected statement; of several, the reader keeps the one it has
 *         └ GtkListView
 */
#include "bayan-statements-pane.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-filter-chips.h"
#include "bayan-group-window.h"
#include "bayan-list-top.h"
#include "bayan-row-menu.h"
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
  GtkMultiSelection *selection;
  gint64 opened;      /* the statement that was last selected alone, here or at the desk */
  gboolean following; /* the selection is being set to the desk's: not an act of the analyst */

  GtkLabel *count;
  GtkMenuButton *sort_button;
  BayanFilterChips *chips;
  GtkButton *groups_button;
  GtkStack *stack;
  GtkListView *list;
  GMenuModel *work_menu;
  GtkWidget *popover; /* nullable: the menu of a row, once one was opened */
};

enum { PROP_DESK = 1, PROP_SORT_ORDER, PROP_STAGE_FILTER, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BayanStatementsPane, bayan_statements_pane, ADW_TYPE_BIN)

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

static guint
count_selected (BayanStatementsPane *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

/* Returns: GTK_INVALID_LIST_POSITION where none or several are selected */
static guint
get_only_position (BayanStatementsPane *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (selected) == 1 ? gtk_bitset_get_minimum (selected) : GTK_INVALID_LIST_POSITION;
}

static gint64
get_only_id (BayanStatementsPane *self)
{
  guint position = get_only_position (self);
  g_autoptr (BayanStatementItem) item = position != GTK_INVALID_LIST_POSITION
                                            ? g_list_model_get_item (G_LIST_MODEL (self->selection), position)
                                            : NULL;

  return item != NULL ? bayan_statement_item_get_id (item) : 0;
}

static void
select_alone (BayanStatementsPane *self, guint position)
{
  if (position == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  else
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

static void
follow_desk_selection (BayanStatementsPane *self)
{
  gint64 id = bayan_desk_get_selected (self->desk);
  BayanStatementItem *item = bayan_desk_find_statement (self->desk, id);
  guint position = GTK_INVALID_LIST_POSITION;

  if (get_only_id (self) == id || (count_selected (self) > 1 && id == self->opened))
    return;
  /* Every letter of a search that hides the open statement comes by here: such a one is not looked for. */
  if (item != NULL && bayan_desk_matches (self->desk, item))
    position = find_position (self, id);
  self->opened = id;
  self->following = TRUE;
  select_alone (self, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void show_count (BayanStatementsPane *self);

static void
selected_cb (BayanStatementsPane *self)
{
  gint64 id = get_only_id (self);

  if (self->following || self->desk == NULL)
    return;
  if (id != 0 && id != bayan_desk_get_selected (self->desk))
    {
      self->opened = id;
      bayan_desk_select_statement (self->desk, id);
    }
  show_count (self);
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
  guint n_selected = count_selected (self), n_left = bayan_desk_get_search_left (self->desk);
  g_autofree char *words = NULL;

  if (n_left > 0)
    /* Translators: of statements, while a search that takes long goes on: how many it has found so far, and how many it has
     * not looked at yet */
    words = g_strdup_printf (_ ("%1$u found · %2$u left to read"), n_matching, n_left);
  else if (n_selected > 1)
    words = g_strdup_printf (ngettext ("%u of %u Statement Selected", "%u of %u Statements Selected", n_all),
                             n_selected, n_all);
  else if (bayan_desk_is_filtered (self->desk))
    words = g_strdup_printf (ngettext ("%u of %u Statement", "%u of %u Statements", n_all), n_matching,
                             n_all);
  else
    words = g_strdup_printf (ngettext ("%u Statement", "%u Statements", n_all), n_all);
  gtk_label_set_label (self->count, words);
  gtk_stack_set_visible_child_name (self->stack,
                                    n_matching == 0 && n_all != 0 && n_left == 0 ? "nothing" : "list");
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
    statement = bayan_desk_get_selected (self->desk);
  for (guint k = kind; group == NULL && k <= BAYAN_GROUP_SAME_EVENT; k++)
    group = bayan_desk_find_group (self->desk, statement, (BayanGroupKind) k);
  if (group != NULL)
    present_groups (self, group->id);
}

/* How far the work is: of those that are selected or of all that are shown, and as a filter */

static GArray *
list_statements (BayanStatementsPane *self, gboolean of_selected)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_items; i++)
    if (!of_selected || gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
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
  g_autoptr (GArray) statements = NULL;
  gboolean of_selected;
  const char *name;
  BayanStage stage;

  g_variant_get (parameter, "(b&s)", &of_selected, &name);
  if (!bayan_stage_from_string (name, &stage))
    return;
  statements = list_statements (self, of_selected);
  bayan_desk_set_stage (self->desk, (const gint64 *) (gpointer) statements->data, statements->len, stage);
}

/* A question for a tag, and the statements that it is for. */
typedef struct {
  BayanStatementsPane *pane;
  GArray *statements;
} TagQuestion;

static void
tag_question_free (gpointer data, GClosure *closure)
{
  TagQuestion *self = data;

  g_object_unref (self->pane);
  g_array_unref (self->statements);
  g_free (self);
}

static void
tag_answered_cb (AdwMessageDialog *dialog, const char *response, TagQuestion *question)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  BayanDesk *desk = question->pane->desk;

  if (g_strcmp0 (response, "add") == 0 && desk != NULL)
    bayan_desk_set_tag (desk, (const gint64 *) (gpointer) question->statements->data,
                        question->statements->len, gtk_editable_get_text (GTK_EDITABLE (entry)), TRUE);
}

static void
add_tag_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (widget);
  TagQuestion *question = g_new (TagQuestion, 1);
  GArray *statements = list_statements (self, g_variant_get_boolean (parameter));
  g_autofree char *heading = g_strdup_printf (
      ngettext ("Add a Tag to %u Statement", "Add a Tag to %u Statements", statements->len), statements->len);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, NULL);
  GtkWidget *entry = gtk_entry_new ();

  question->pane = g_object_ref (self);
  question->statements = statements;
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tag"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "add", _ ("_Add"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (tag_answered_cb), question, tag_question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The menu of a row */

static void
open_menu_at (BayanStatementsPane *self, GtkWidget *row)
{
  if (self->popover == NULL)
    self->popover = bayan_row_menu_new (GTK_WIDGET (self), self->work_menu);
  bayan_row_menu_open (self->popover, row);
}

static void
select_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (BAYAN_STATEMENTS_PANE (widget)->selection));
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (count_selected (self) > 0)
    open_menu_at (self, row != NULL ? row : GTK_WIDGET (self->list));
}

/* A row that is not among those that are selected is selected first, and alone. */
static void
secondary_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *list_item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  BayanStatementsPane *self =
      BAYAN_STATEMENTS_PANE (gtk_widget_get_ancestor (row, BAYAN_TYPE_STATEMENTS_PANE));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_list_item_get_selected (list_item))
    select_alone (self, gtk_list_item_get_position (list_item));
  open_menu_at (self, row);
}

/* Rows */

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = bayan_statement_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (secondary_clicked_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
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

/* Properties */

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
  g_clear_pointer (&self->popover, gtk_widget_unparent);
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
bayan_statements_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BayanStatementsPane *self = BAYAN_STATEMENTS_PANE (widget);

  GTK_WIDGET_CLASS (bayan_statements_pane_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
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
  widget_class->size_allocate = bayan_statements_pane_size_allocate;
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
  gtk_widget_class_bind_template_child (widget_class, BayanStatementsPane, work_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "statements.sort-order", "sort-order");
  gtk_widget_class_install_property_action (widget_class, "statements.stage-filter", "stage-filter");
  gtk_widget_class_install_action (widget_class, "statements.set-stage", "(bs)", set_stage_cb);
  gtk_widget_class_install_action (widget_class, "statements.add-tag", "b", add_tag_cb);
  gtk_widget_class_install_action (widget_class, "statements.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "statements.select-all", NULL, select_all_cb);
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
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self,
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
  guint selected = count_selected (self) > 1 ? find_position (self, bayan_desk_get_selected (self->desk))
                                             : get_only_position (self);
  guint position;

  g_return_val_if_fail (BAYAN_IS_STATEMENTS_PANE (self), FALSE);

  if (selected == GTK_INVALID_LIST_POSITION)
    position = 0;
  else
    position = selected + (guint) by; /* one before the first wraps to a number beyond the last */
  if (position >= n_items)
    return FALSE;
  select_alone (self, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  return TRUE;
}

void
bayan_statements_pane_show_dates (BayanStatementsPane *self)
{
  g_autoptr (GtkListItemFactory) factory = new_row_factory ();

  gtk_list_view_set_factory (self->list, factory);
}
