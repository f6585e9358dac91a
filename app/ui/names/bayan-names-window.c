/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-names-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-act-words.h"
#include "bayan-file-export.h"
#include "bayan-name-editor.h"
#include "bayan-name-line.h"
#include "bayan-name-words.h"
#include "bayan-names-preview.h"
#include "bayan-toast.h"
#include "bayan-trouble-words.h"
#include "bayan-type-style.h"

struct _BayanNamesWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  GSignalGroup *desk_signals;
  guint serial;      /* of the names that are shown */
  GListStore *names; /* of BayanNameItem */
  GtkFilterListModel *found;
  char *wanted; /* nullable: what is searched for, folded */
  GCancellable *reading;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *rows;
};

G_DEFINE_FINAL_TYPE (BayanNamesWindow, bayan_names_window, ADW_TYPE_WINDOW)

/* Showing: names → found (search) → selection → rows */

static void
show_page (BayanNamesWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->names));
  g_autofree char *count = g_strdup_printf (ngettext ("%u name", "%u names", n), n);
  const char *page = n == 0                                                       ? "none"
                     : g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0 ? "nothing"
                                                                                  : "names";

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), n > 0);
  adw_window_title_set_subtitle (self->title, n > 0 ? count : "");
}

static void
enable (BayanNamesWindow *self)
{
  gboolean can_change = bayan_desk_get_state (self->desk) == BAYAN_DESK_READY
                        && bayan_desk_get_read_only (self->desk) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "names.add", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "names.import", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "names.export",
                                 g_list_model_get_n_items (G_LIST_MODEL (self->names)) > 0);
}

static void
show_names (BayanNamesWindow *self)
{
  g_autoptr (GPtrArray) items = bayan_desk_list_names (self->desk);

  self->serial = bayan_desk_get_names_serial (self->desk);
  g_list_store_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), items->pdata,
                       items->len);
  show_page (self);
}

static void
updated_cb (BayanNamesWindow *self)
{
  if (self->serial != bayan_desk_get_names_serial (self->desk))
    show_names (self);
  enable (self);
}

static gboolean
holds (const char *words, const char *wanted)
{
  g_autofree char *folded = bayan_desk_fold_words (words);

  return strstr (folded, wanted) != NULL;
}

static gboolean
matches (gpointer object, gpointer data)
{
  BayanNamesWindow *self = data;
  const BayanOwnName *name = bayan_name_item_get_name (object);
  g_autofree char *below = NULL;

  if (self->wanted == NULL || holds (name->name, self->wanted))
    return TRUE;
  for (guint i = 0; name->spellings[i] != NULL; i++)
    if (holds (name->spellings[i], self->wanted))
      return TRUE;
  below = bayan_name_words_describe (object);
  return holds (below, self->wanted);
}

static void
search_changed_cb (BayanNamesWindow *self)
{
  g_autofree char *wanted = bayan_desk_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_strstrip (wanted);
  g_clear_pointer (&self->wanted, g_free);
  if (*wanted != '\0')
    self->wanted = g_steal_pointer (&wanted);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self);
}

/* Escape: first the search goes, then the window. */
static void
search_stopped_cb (BayanNamesWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Rows */

static GtkWidget *
new_button (GtkListItem *item, const char *icon, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (button, "clicked", clicked, item);
  return button;
}

static BayanNamesWindow *
window_of (GtkWidget *button)
{
  return BAYAN_NAMES_WINDOW (gtk_widget_get_root (button));
}

static void
edit (BayanNamesWindow *self, BayanNameItem *item)
{
  if (bayan_desk_get_read_only (self->desk) != NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_window_present (GTK_WINDOW (bayan_name_editor_new (GTK_WINDOW (self), self->desk, item, NULL)));
}

static void
say (BayanNamesWindow *self, const char *sentence, gboolean with_undo)
{
  adw_toast_overlay_add_toast (self->toasts, bayan_toast_new (sentence, with_undo ? "names.undo" : NULL));
}

static void
remove_name (BayanNamesWindow *self, BayanNameItem *item)
{
  g_autofree char *sentence = bayan_act_words_done ("remove-name", bayan_name_item_get_name (item)->name);

  if (bayan_desk_get_read_only (self->desk) != NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  bayan_desk_remove_name (self->desk, item);
  say (self, sentence, TRUE);
}

static void
edit_clicked_cb (GtkWidget *button, GtkListItem *item)
{
  edit (window_of (button), gtk_list_item_get_item (item));
}

static void
remove_clicked_cb (GtkWidget *button, GtkListItem *item)
{
  remove_name (window_of (button), gtk_list_item_get_item (item));
}

static void
row_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *line = bayan_name_line_new ();

  bayan_name_line_add_button (
      BAYAN_NAME_LINE (line),
      new_button (item, "document-edit-symbolic", _ ("Change"), G_CALLBACK (edit_clicked_cb)));
  bayan_name_line_add_button (BAYAN_NAME_LINE (line), new_button (item, "user-trash-symbolic", _ ("Remove"),
                                                                  G_CALLBACK (remove_clicked_cb)));
  gtk_list_item_set_child (item, line);
}

static void
row_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  BayanNameItem *name = gtk_list_item_get_item (item);
  g_autofree char *below = bayan_name_words_describe (name);

  bayan_name_line_show (BAYAN_NAME_LINE (gtk_list_item_get_child (item)), bayan_name_item_get_name (name),
                        below);
}

static void
row_activated_cb (BayanNamesWindow *self, guint position)
{
  g_autoptr (BayanNameItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item != NULL)
    edit (self, item);
}

/* Actions */

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanNamesWindow *self = BAYAN_NAMES_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bayan_name_editor_new (GTK_WINDOW (self), self->desk, NULL, NULL)));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanNamesWindow *self = BAYAN_NAMES_WINDOW (widget);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->rows));
  BayanNameItem *item = gtk_single_selection_get_selected_item (selection);

  if (item != NULL)
    remove_name (self, item);
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (BAYAN_NAMES_WINDOW (widget)->search));
}

/* By the window below, which says what was undone. */
static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget))), "win.undo",
                              NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanNamesWindow) self = data;
  g_autoptr (GError) error = NULL;
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base_name);
  BayanNameList *list = bayan_desk_read_names_finish (result, &error);
  g_autofree char *trouble = NULL;

  if (self->desk == NULL)
    g_clear_pointer (&list, bayan_name_list_free);
  else if (list != NULL)
    gtk_window_present (GTK_WINDOW (bayan_names_preview_new (GTK_WINDOW (self), self->desk, name, list)));
  else
    {
      trouble = bayan_trouble_words (error);
      say (self, trouble, FALSE);
    }
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, BayanNamesWindow *self)
{
  g_autoptr (GFile) file = bayan_file_export_take_chosen (dialog, response);

  if (file != NULL && self->desk != NULL)
    bayan_desk_read_names_async (self->desk, file, self->reading, read_cb, g_object_ref (self));
}

static void
import_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { "csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", NULL };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Import Names"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  bayan_file_export_add_filter (GTK_FILE_CHOOSER (dialog), _ ("Lists of names (CSV, TSV, JSON lines)"), suffixes);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GBytes *
write_table (GtkWidget *window, const BayanFileFormat *format)
{
  BayanDesk *desk = BAYAN_NAMES_WINDOW (window)->desk;

  return desk != NULL ? bayan_file_export_take_text (bayan_desk_write_names (desk, format == &bayan_file_tsv ? '\t' : ',')) : NULL;
}

static void
say_written (GtkWidget *window, const char *sentence)
{
  if (BAYAN_NAMES_WINDOW (window)->desk != NULL)
    say (BAYAN_NAMES_WINDOW (window), sentence, FALSE);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const BayanFileExport table = {
    N_ ("Export Names"), N_ ("_Export"), N_ ("names"), { &bayan_file_csv, &bayan_file_tsv, NULL }, write_table, say_written,
  };

  bayan_file_export_run (&table, widget);
}

/* Life */

static void
dispose (GObject *object)
{
  BayanNamesWindow *self = BAYAN_NAMES_WINDOW (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_names_window_parent_class)->dispose (object);
  g_clear_object (&self->found);
  g_clear_object (&self->names);
  g_clear_pointer (&self->wanted, g_free);
}

static void
bayan_names_window_class_init (BayanNamesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/names/bayan-names-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanNamesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanNamesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BayanNamesWindow, search);
  gtk_widget_class_bind_template_child (widget_class, BayanNamesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanNamesWindow, rows);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "names.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "names.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "names.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "names.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "names.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "names.export", NULL, export_action);
}

static void
bayan_names_window_init (BayanNamesWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->reading = g_cancellable_new ();
  self->names = g_list_store_new (BAYAN_TYPE_NAME_ITEM);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->names)), filter);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->found)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), NULL);
  gtk_list_view_set_factory (self->rows, factory);
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (selection));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * bayan_names_window_new:
 * @parent: the window above which it opens
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_names_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanNamesWindow *self = g_object_new (BAYAN_TYPE_NAMES_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  show_names (self);
  enable (self);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (updated_cb), self);
  g_signal_group_set_target (self->desk_signals, desk);
  return GTK_WIDGET (self);
}
