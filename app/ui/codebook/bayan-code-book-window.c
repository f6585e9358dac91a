/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-code-book-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-act-words.h"
#include "bayan-code-book-row.h"
#include "bayan-file-export.h"
#include "bayan-label-editor.h"
#include "bayan-language.h"
#include "bayan-toast.h"
#include "bayan-trouble-words.h"

struct _BayanCodeBookWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanReaderKeys *keys;
  GSignalGroup *desk_signals;
  guint serial;      /* of the labels that are shown */
  GPtrArray *groups; /* of GtkWidget: those on the page */
  gint64 removing;   /* the label that the analyst is asked about */
  GCancellable *reading;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (BayanCodeBookWindow, bayan_code_book_window, ADW_TYPE_WINDOW)

static gboolean
can_change (BayanCodeBookWindow *self)
{
  return bayan_desk_get_state (self->desk) == BAYAN_DESK_READY && bayan_desk_get_read_only (self->desk) == NULL;
}

static const BayanOwnLabel *
find_label (BayanCodeBookWindow *self, gint64 id)
{
  g_autofree char *key = bayan_own_label_make_key (id);

  return bayan_desk_find_label (self->desk, key);
}

/* Showing: each group of the code book is a group of the page. */

static void
show_count (BayanCodeBookWindow *self, guint n)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u label", "%u labels", n), n);

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "labels" : "none");
  adw_window_title_set_subtitle (self->title, n > 0 ? count : "");
}

static void
enable (BayanCodeBookWindow *self)
{
  gboolean changeable = can_change (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.add", changeable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.import", changeable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.export", bayan_desk_get_labels (self->desk)->len > 0);
}

static AdwPreferencesGroup *
add_group (BayanCodeBookWindow *self, const char *name)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static gint64
get_focused (BayanCodeBookWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, BAYAN_TYPE_CODE_BOOK_ROW) : NULL;

  return row != NULL ? bayan_code_book_row_get_label (BAYAN_CODE_BOOK_ROW (row)) : 0;
}

static void
clear (BayanCodeBookWindow *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
}

/* Returns: (nullable): what the key of the label does in the reader, where that goes before the label */
static const char *
find_taker (BayanCodeBookWindow *self, const BayanOwnLabel *label)
{
  int command = label->key != '\0' ? bayan_reader_keys_find (self->keys, (guint) label->key) : -1;

  return command >= 0 ? bayan_reader_command_get_title ((guint) command) : NULL;
}

/* The row that had the focus has it again, wherever it is by now. */
static void
show_labels (BayanCodeBookWindow *self)
{
  GPtrArray *labels = bayan_desk_get_labels (self->desk);
  AdwPreferencesGroup *group = NULL;
  const char *name = NULL;
  gint64 focused = get_focused (self);

  self->serial = bayan_desk_get_labels_serial (self->desk);
  clear (self);
  for (guint i = 0; i < labels->len; i++)
    {
      const BayanOwnLabel *label = labels->pdata[i];
      GtkWidget *row = bayan_code_book_row_new (label, find_taker (self, label), can_change (self));

      if (name == NULL || strcmp (name, label->group) != 0)
        group = add_group (self, label->group);
      name = label->group;
      adw_preferences_group_add (group, row);
      if (label->id == focused)
        gtk_widget_grab_focus (row);
    }
  show_count (self, labels->len);
}

static void
updated_cb (BayanCodeBookWindow *self)
{
  if (self->serial != bayan_desk_get_labels_serial (self->desk))
    show_labels (self);
  enable (self);
}

static void
say (BayanCodeBookWindow *self, const char *sentence, gboolean with_undo)
{
  adw_toast_overlay_add_toast (self->toasts, bayan_toast_new (sentence, with_undo ? "codebook.undo" : NULL));
}

/* Acts */

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanCodeBookWindow *self = BAYAN_CODE_BOOK_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bayan_label_editor_new (GTK_WINDOW (self), self->desk, self->keys, NULL)));
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanCodeBookWindow *self = BAYAN_CODE_BOOK_WINDOW (widget);
  const BayanOwnLabel *label = find_label (self, g_variant_get_int64 (parameter));

  if (label != NULL && can_change (self))
    gtk_window_present (GTK_WINDOW (bayan_label_editor_new (GTK_WINDOW (self), self->desk, self->keys, label)));
}

static void
move (GtkWidget *widget, GVariant *parameter, int by)
{
  if (!bayan_desk_move_label (BAYAN_CODE_BOOK_WINDOW (widget)->desk, g_variant_get_int64 (parameter), by))
    gtk_widget_error_bell (widget);
}

static void
move_up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (widget, parameter, -1);
}

static void
move_down_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (widget, parameter, 1);
}

static void
remove_label (BayanCodeBookWindow *self, gint64 id)
{
  const BayanOwnLabel *label = find_label (self, id);
  g_autofree char *sentence = label != NULL ? bayan_act_words_done ("remove-label", label->name) : NULL;

  if (label == NULL)
    return;
  bayan_desk_remove_label (self->desk, id);
  say (self, sentence, TRUE);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, BayanCodeBookWindow *self)
{
  if (g_strcmp0 (response, "remove") == 0 && self->desk != NULL)
    remove_label (self, self->removing);
}

/* What goes with the label is said before. */
static void
ask (BayanCodeBookWindow *self, const BayanOwnLabel *label, guint n_mentions, guint n_statements)
{
  g_autofree char *name = bayan_language_isolate (label->name);
  g_autofree char *heading = g_strdup_printf (_ ("Remove “%s”?"), name);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u place", "%u places", n_mentions), n_mentions);
  g_autofree char *statements = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements),
                                                 n_statements);
  /* Translators: “12 places”, “3 statements” */
  g_autofree char *body = g_strdup_printf (
      _ ("It marks %1$s in %2$s, which lose it. Undo brings all of them back."), mentions, statements);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  self->removing = label->id;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove", _ ("_Remove"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanCodeBookWindow *self = BAYAN_CODE_BOOK_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  const BayanOwnLabel *label = find_label (self, id);
  guint n_mentions, n_statements;

  if (label == NULL || !can_change (self))
    return;
  n_mentions = bayan_desk_count_label (self->desk, id, &n_statements);
  if (n_mentions > 0)
    ask (self, label, n_mentions, n_statements);
  else
    remove_label (self, id);
}

/* By the window below, which says what was undone. */
static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget))), "win.undo", NULL);
}

/* Files */

/* A key that does something of its own in the reader is not taken over. */
static void
free_taken_keys (BayanCodeBookWindow *self, GPtrArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    {
      BayanOwnLabel *label = labels->pdata[i];

      if (label->key != '\0' && bayan_reader_keys_find (self->keys, (guint) label->key) >= 0)
        label->key = '\0';
    }
}

static void
say_imported (BayanCodeBookWindow *self, guint n_changed, guint n_left_out)
{
  g_autofree char *count = g_strdup_printf ("%u", n_changed);
  g_autofree char *done = n_changed > 0 ? bayan_act_words_done ("import-labels", count)
                                        : g_strdup (_ ("All of these labels were there already"));
  g_autofree char *left_out = g_strdup_printf (
      ngettext ("%u line was left out", "%u lines were left out", n_left_out), n_left_out);
  g_autofree char *both = n_left_out > 0 ? g_strdup_printf ("%s · %s", done, left_out) : g_strdup (done);

  say (self, both, n_changed > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanCodeBookWindow) self = data;
  g_autoptr (GError) error = NULL;
  guint n_left_out = 0;
  g_autoptr (GPtrArray) labels = bayan_desk_read_labels_finish (result, &n_left_out, &error);
  g_autofree char *trouble = NULL;

  if (self->desk == NULL)
    return;
  if (labels == NULL)
    {
      trouble = bayan_trouble_words (error);
      say (self, trouble, FALSE);
      return;
    }
  free_taken_keys (self, labels);
  say_imported (self, bayan_desk_import_labels (self->desk, labels), n_left_out);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, BayanCodeBookWindow *self)
{
  g_autoptr (GFile) file = bayan_file_export_take_chosen (dialog, response);

  if (file != NULL && self->desk != NULL)
    bayan_desk_read_labels_async (self->desk, file, self->reading, read_cb, g_object_ref (self));
}

static void
import_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { "csv", "tsv", "tab", "txt", NULL };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Import a Code Book"), GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  bayan_file_export_add_filter (GTK_FILE_CHOOSER (dialog), _ ("Code books (CSV, TSV)"), suffixes);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GBytes *
write_table (GtkWidget *window, const BayanFileFormat *format)
{
  BayanDesk *desk = BAYAN_CODE_BOOK_WINDOW (window)->desk;

  return desk != NULL ? bayan_file_export_take_text (bayan_desk_write_labels (desk, format == &bayan_file_tsv ? '\t' : ',')) : NULL;
}

static void
say_written (GtkWidget *window, const char *sentence)
{
  if (BAYAN_CODE_BOOK_WINDOW (window)->desk != NULL)
    say (BAYAN_CODE_BOOK_WINDOW (window), sentence, FALSE);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const BayanFileExport table = {
    N_ ("Export the Code Book"),
    N_ ("_Export"),
    /* Translators: the beginning of a file's name */
    N_ ("code-book"),
    { &bayan_file_csv, &bayan_file_tsv, NULL },
    write_table,
    say_written,
  };

  bayan_file_export_run (&table, widget);
}

/* Life */

static void
dispose (GObject *object)
{
  BayanCodeBookWindow *self = BAYAN_CODE_BOOK_WINDOW (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  g_clear_object (&self->keys);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (bayan_code_book_window_parent_class)->dispose (object);
}

static void
bayan_code_book_window_class_init (BayanCodeBookWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/codebook/bayan-code-book-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanCodeBookWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanCodeBookWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BayanCodeBookWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanCodeBookWindow, page);
  gtk_widget_class_install_action (widget_class, "codebook.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "codebook.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "codebook.move-up", "x", move_up_action);
  gtk_widget_class_install_action (widget_class, "codebook.move-down", "x", move_down_action);
  gtk_widget_class_install_action (widget_class, "codebook.remove", "x", remove_action);
  gtk_widget_class_install_action (widget_class, "codebook.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "codebook.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "codebook.export", NULL, export_action);
}

static void
bayan_code_book_window_init (BayanCodeBookWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_ptr_array_new ();
  self->reading = g_cancellable_new ();
}

/**
 * bayan_code_book_window_new:
 * @parent: the window above which it opens
 * @keys: which keys do something of their own in the reader
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_code_book_window_new (GtkWindow *parent, BayanDesk *desk, BayanReaderKeys *keys)
{
  BayanCodeBookWindow *self = g_object_new (BAYAN_TYPE_CODE_BOOK_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  self->keys = g_object_ref (keys);
  show_labels (self);
  enable (self);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (updated_cb), self);
  g_signal_group_set_target (self->desk_signals, desk);
  return GTK_WIDGET (self);
}
