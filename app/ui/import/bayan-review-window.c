/* SPDX-License-Identifier: GPL-3.0-or-later */
/*   held files of the desk          those that wait, in the order they came
 *   └ GtkSingleSelection → GtkListView     the one that the page shows
 */
#include "bayan-review-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-import-report-row.h"
#include "bayan-review-page.h"

struct _BayanReviewWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  GtkSingleSelection *selection;
  BayanHeldFile *shown; /* nullable */

  AdwWindowTitle *title;
  GtkListView *list;
  BayanReviewPage *page;
};

G_DEFINE_FINAL_TYPE (BayanReviewWindow, bayan_review_window, ADW_TYPE_WINDOW)

static void follow_state (BayanReviewWindow *self);

static void
update_actions (BayanReviewWindow *self)
{
  gboolean waits = self->shown != NULL && bayan_held_file_get_state (self->shown) == BAYAN_HELD_WAITING;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.import",
                                 waits && bayan_review_page_get_readable (self->page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.skip", waits);
}

static void
show_selected (BayanReviewWindow *self)
{
  BayanHeldFile *held = gtk_single_selection_get_selected_item (self->selection);

  if (held == self->shown)
    return;
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (self->shown, follow_state, self);
  g_set_object (&self->shown, held);
  if (held != NULL)
    g_signal_connect_object (held, "notify::state", G_CALLBACK (follow_state), self, G_CONNECT_SWAPPED);
  bayan_review_page_show (self->page, held);
  update_actions (self);
}

/* One that could not be imported waits again, and the page says why. */
static void
follow_state (BayanReviewWindow *self)
{
  if (bayan_held_file_get_state (self->shown) == BAYAN_HELD_WAITING)
    bayan_review_page_show (self->page, self->shown);
  update_actions (self);
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

/* Not at once: the selection is in the middle of telling what has changed in it. */
static void
files_changed_cb (BayanReviewWindow *self)
{
  guint n_files = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *words = g_strdup_printf (ngettext ("%u file", "%u files", n_files), n_files);

  adw_window_title_set_subtitle (self->title, words);
  if (n_files == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
}

/* Acts */

/* The next one that waits; those on their way to the library go by themselves. */
static void
step (BayanReviewWindow *self)
{
  GListModel *files = G_LIST_MODEL (self->selection);
  guint n_files = g_list_model_get_n_items (files);
  guint selected = gtk_single_selection_get_selected (self->selection);

  for (guint i = 1; i < n_files; i++)
    {
      g_autoptr (BayanHeldFile) held = g_list_model_get_item (files, (selected + i) % n_files);
      if (bayan_held_file_get_state (held) != BAYAN_HELD_WAITING)
        continue;
      gtk_single_selection_set_selected (self->selection, (selected + i) % n_files);
      return;
    }
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanReviewWindow *self = BAYAN_REVIEW_WINDOW (widget);
  g_autoptr (GListStore) one = g_list_store_new (BAYAN_TYPE_HELD_FILE);

  g_list_store_append (one, self->shown);
  bayan_desk_accept_held (self->desk, G_LIST_MODEL (one));
  step (self);
}

static void
skip_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanReviewWindow *self = BAYAN_REVIEW_WINDOW (widget);
  g_autoptr (BayanHeldFile) held = g_object_ref (self->shown);

  step (self);
  bayan_desk_skip_held (self->desk, held);
}

static void
import_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_desk_accept_held (BAYAN_REVIEW_WINDOW (widget)->desk,
                          G_LIST_MODEL (BAYAN_REVIEW_WINDOW (widget)->selection));
}

static void
skip_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanReviewWindow *self = BAYAN_REVIEW_WINDOW (widget);
  GListModel *files = G_LIST_MODEL (self->selection);

  for (guint i = g_list_model_get_n_items (files); i > 0; i--)
    {
      g_autoptr (BayanHeldFile) held = g_list_model_get_item (files, i - 1);
      bayan_desk_skip_held (self->desk, held);
    }
}

/* Rows */

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, bayan_import_report_row_new ());
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_import_report_row_show_held (BAYAN_IMPORT_REPORT_ROW (gtk_list_item_get_child (list_item)),
                                     gtk_list_item_get_item (list_item));
}

/* Life */

static void
dispose (GObject *object)
{
  BayanReviewWindow *self = BAYAN_REVIEW_WINDOW (object);

  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (self->shown, follow_state, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_review_window_parent_class)->dispose (object);
}

static void
bayan_review_window_class_init (BayanReviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (BAYAN_TYPE_REVIEW_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/import/bayan-review-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanReviewWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanReviewWindow, list);
  gtk_widget_class_bind_template_child (widget_class, BayanReviewWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_install_action (widget_class, "review.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "review.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "review.import-all", NULL, import_all_cb);
  gtk_widget_class_install_action (widget_class, "review.skip-all", NULL, skip_all_cb);
}

static void
bayan_review_window_init (BayanReviewWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * bayan_review_window_new:
 * @parent: the window above which it opens
 * @desk: whose held files it shows: at least one
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_review_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanReviewWindow *self = g_object_new (BAYAN_TYPE_REVIEW_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  self->selection = gtk_single_selection_new (g_object_ref (bayan_desk_get_held (desk)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (files_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_selected (self);
  files_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GTK_WIDGET (self);
}
