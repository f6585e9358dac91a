/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-history-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-history-list.h"
#include "bayan-history-row.h"

struct _BayanHistoryWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanHistoryList *history;
  GtkSingleSelection *selection;
  gint64 wanted; /* the act that is selected, also while it is being replaced; -1 for none */

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkListView *rows;
  GtkButton *travel;
};

G_DEFINE_FINAL_TYPE (BayanHistoryWindow, bayan_history_window, ADW_TYPE_WINDOW)

/* Showing: history → selection → rows */

static BayanHistoryItem *
get_selected (BayanHistoryWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
enable (BayanHistoryWindow *self)
{
  BayanHistoryItem *item = get_selected (self);
  gboolean can_change = bayan_desk_get_read_only (self->desk) == NULL && !bayan_desk_get_travels (self->desk);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.travel",
                                 item != NULL && can_change && !bayan_history_item_get_is_last (item));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.show",
                                 item != NULL && bayan_history_item_get_statement (item) != 0);
  gtk_button_set_label (self->travel, item != NULL && bayan_history_item_get_undone (item) ? _ ("_Redo up to Here")
                                                                                           : _ ("_Undo Back to Here"));
}

static void
show_title (BayanHistoryWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->history));
  guint n_acts = n > 0 ? n - 1 : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u act", "%u acts", n_acts), n_acts);

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "acts" : "none");
  adw_window_title_set_subtitle (self->title, n_acts > 0 ? count : "");
}

/* The item of an act that was undone is another one: the selection stays with the act. */
static void
select_wanted (BayanHistoryWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->history));

  for (guint i = 0; self->wanted >= 0 && i < n; i++)
    {
      g_autoptr (BayanHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->history), i);

      if (bayan_history_item_get_id (item) == self->wanted)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static void
acts_changed_cb (BayanHistoryWindow *self)
{
  select_wanted (self);
  show_title (self);
  enable (self);
}

static void
selected_cb (BayanHistoryWindow *self)
{
  BayanHistoryItem *item = get_selected (self);

  if (item != NULL)
    self->wanted = bayan_history_item_get_id (item);
  enable (self);
}

static void
row_setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, bayan_history_row_new ());
}

static void
row_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, BayanHistoryWindow *self)
{
  BayanHistoryItem *item = gtk_list_item_get_item (list_item);

  bayan_history_row_show (BAYAN_HISTORY_ROW (gtk_list_item_get_child (list_item)), self->desk, item);
  g_signal_connect_object (item, "notify::statement", G_CALLBACK (enable), self, G_CONNECT_SWAPPED);
  bayan_history_list_ask_place (self->history, item);
}

static void
row_unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, BayanHistoryWindow *self)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), self);
  bayan_history_row_show (BAYAN_HISTORY_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

/* What is done in it: by the window below, which says what was undone. */

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanHistoryItem *item = get_selected (BAYAN_HISTORY_WINDOW (widget));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (item != NULL && parent != NULL && bayan_history_item_get_statement (item) != 0)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-place", "(xx)", bayan_history_item_get_statement (item),
                                bayan_history_item_get_mention (item));
}

static void
row_activated_cb (BayanHistoryWindow *self)
{
  show_action (GTK_WIDGET (self), NULL, NULL);
}

static void
travel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanHistoryItem *item = get_selected (BAYAN_HISTORY_WINDOW (widget));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (item != NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.travel", "x", bayan_history_item_get_id (item));
}

static void
parent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), g_str_equal (name, "history.undo") ? "win.undo" : "win.redo", NULL);
}

/* Another library has another history. */
static void
state_changed_cb (BayanHistoryWindow *self)
{
  if (bayan_desk_get_state (self->desk) != BAYAN_DESK_READY)
    gtk_window_close (GTK_WINDOW (self));
}

/* Life */

static void
dispose (GObject *object)
{
  BayanHistoryWindow *self = BAYAN_HISTORY_WINDOW (object);

  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  if (self->rows != NULL)
    gtk_list_view_set_model (self->rows, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->history);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_history_window_parent_class)->dispose (object);
}

static void
bayan_history_window_class_init (BayanHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/history/bayan-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanHistoryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanHistoryWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, BayanHistoryWindow, travel);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "history.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "history.travel", NULL, travel_action);
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, parent_action);
  gtk_widget_class_install_action (widget_class, "history.redo", NULL, parent_action);
}

static void
bayan_history_window_init (BayanHistoryWindow *self)
{
  self->wanted = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_rows (BayanHistoryWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->history)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind_cb), self);
  gtk_list_view_set_factory (self->rows, factory);
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (self->selection));
}

/**
 * bayan_history_window_new:
 * @parent: the window beside which it opens
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_history_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanHistoryWindow *self = g_object_new (BAYAN_TYPE_HISTORY_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  self->history = bayan_history_list_new (desk);
  make_rows (self);
  g_signal_connect_object (self->history, "items-changed", G_CALLBACK (acts_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (desk, "updated", G_CALLBACK (enable), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  acts_changed_cb (self);
  return GTK_WIDGET (self);
}
