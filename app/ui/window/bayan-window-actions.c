/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-window-private.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-concordance-window.h"
#include "bayan-encoding-window.h"
#include "bayan-entity-merger.h"
#include "bayan-entity-window.h"
#include "bayan-export-window.h"
#include "bayan-history-window.h"
#include "bayan-import-chooser.h"
#include "bayan-import-report.h"
#include "bayan-learning-window.h"
#include "bayan-library-chooser.h"
#include "bayan-name-editor.h"
#include "bayan-code-book-window.h"
#include "bayan-names-window.h"
#include "bayan-note-editor.h"
#include "bayan-notes-window.h"
#include "bayan-person-window.h"
#include "bayan-preferences-window.h"
#include "bayan-watch-window.h"

/* Import */

static void
files_chosen_cb (GListModel *files, gpointer window)
{
  bayan_window_import_files (BAYAN_WINDOW (window), files);
}

static void
import_files_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_import_chooser_choose_files (GTK_WINDOW (widget), files_chosen_cb, widget);
}

static void
files_to_review_chosen_cb (GListModel *files, gpointer window)
{
  bayan_window_review_files (BAYAN_WINDOW (window), files);
}

static void
import_reviewed_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_import_chooser_choose_files (GTK_WINDOW (widget), files_to_review_chosen_cb, widget);
}

static void
review_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_window_review (BAYAN_WINDOW (widget));
}

static void
watch_folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWatch *watch = bayan_desk_get_watch (BAYAN_WINDOW (widget)->desk);

  gtk_window_present (GTK_WINDOW (bayan_watch_window_new (GTK_WINDOW (widget), watch)));
}

static void
choose_encoding_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  if (bayan_desk_can_set_charset (self->desk))
    gtk_window_present (GTK_WINDOW (bayan_encoding_window_new (GTK_WINDOW (self), self->desk)));
}

static void
import_folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_import_chooser_choose_folder (GTK_WINDOW (widget), files_chosen_cb, widget);
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_window_paste (BAYAN_WINDOW (widget));
}

static gboolean
is_statement_name (const char *name)
{
  return g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html");
}

/* The files themselves, not their folder: what stands beside them there (a README, gold) is no statement. */
static void
import_samples_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);
  g_autoptr (GDir) folder = g_dir_open (self->samples, 0, NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (self->samples, name, NULL);

      if (is_statement_name (name))
        g_list_store_append (files, file);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    bayan_window_say (self, _ ("The sample statements are not installed."));
  else
    bayan_window_import_files (self, G_LIST_MODEL (files));
}

static void
import_details_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  if (self->last_job != NULL)
    gtk_window_present (GTK_WINDOW (bayan_import_report_new (GTK_WINDOW (self), self->last_job)));
}

/* Libraries */

static void
library_chosen_cb (const char *path, gpointer window)
{
  BayanWindow *self = BAYAN_WINDOW (window);

  g_settings_set_string (self->settings, "library-path", path);
  bayan_desk_open (self->desk, path);
}

static void
open_library_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_library_chooser_open (GTK_WINDOW (widget), library_chosen_cb, widget);
}

static void
new_library_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_library_chooser_make (GTK_WINDOW (widget), library_chosen_cb, widget);
}

static void
open_recent_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  library_chosen_cb (g_variant_get_string (parameter, NULL), widget);
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_window_save_copy (BAYAN_WINDOW (widget));
}

static void
stop_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_window_stop_copy (BAYAN_WINDOW (widget));
}

static void
check_library_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_window_check_library (BAYAN_WINDOW (widget));
}

static void
retry_library_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);
  g_autofree char *path = g_strdup (bayan_desk_get_path (self->desk));

  if (path != NULL)
    bayan_desk_open (self->desk, path);
}

/* Export */

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *window = bayan_export_window_new (GTK_WINDOW (widget), BAYAN_WINDOW (widget)->desk);

  g_signal_connect_object (window, "exported", G_CALLBACK (bayan_window_say_export), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* @parameter: the address of a folder */
static void
open_folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

/* Acts */

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  self->turn = BAYAN_TURN_UNDO;
  bayan_desk_undo (self->desk);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  self->turn = BAYAN_TURN_REDO;
  bayan_desk_redo (self->desk);
}

static void
history_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  if (self->history == NULL)
    g_set_weak_pointer (&self->history, bayan_history_window_new (GTK_WINDOW (self), self->desk));
  gtk_window_present (GTK_WINDOW (self->history));
}

/* @parameter: the act that shall be the newest that stands */
static void
travel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  self->turn = BAYAN_TURN_TRAVEL;
  bayan_desk_travel_to (self->desk, g_variant_get_int64 (parameter));
}

static void
learning_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *window = bayan_learning_window_new (GTK_WINDOW (widget), BAYAN_WINDOW (widget)->desk);

  gtk_window_present (GTK_WINDOW (window));
}

static void
names_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (bayan_names_window_new (GTK_WINDOW (widget), BAYAN_WINDOW (widget)->desk)));
}

static void
code_book_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);
  g_autoptr (BayanReaderKeys) keys = bayan_reader_keys_new (self->settings);

  gtk_window_present (GTK_WINDOW (bayan_code_book_window_new (GTK_WINDOW (self), self->desk, keys)));
}

static void
notes_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (bayan_notes_window_new (GTK_WINDOW (widget), BAYAN_WINDOW (widget)->desk)));
}

/* @parameter: what the note is about, see bayan_desk_find_note() */
static void
note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 target;
  guint about;

  g_variant_get (parameter, "(ux)", &about, &target);
  gtk_window_present (GTK_WINDOW (bayan_note_editor_new (GTK_WINDOW (widget), BAYAN_WINDOW (widget)->desk,
                                                         (BayanNoteAbout) about, target)));
}

static void
filter_tag_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *tag = g_variant_get_string (parameter, NULL);

  bayan_desk_set_tag_filter (BAYAN_WINDOW (widget)->desk, *tag != '\0' ? tag : NULL);
}

static void
preferences_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);
  GtkWidget *window = bayan_preferences_window_new (GTK_WINDOW (self), self->settings, self->desk);

  gtk_window_present (GTK_WINDOW (window));
}

/* @parameter: the words that are a name */
static void
add_name_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *words = g_variant_get_string (parameter, NULL);

  gtk_window_present (
      GTK_WINDOW (bayan_name_editor_new (GTK_WINDOW (widget), BAYAN_WINDOW (widget)->desk, NULL, words)));
}

/* Finding one's way */

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
focus_statements_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  bayan_window_set_pane_visible (self, GTK_WIDGET (self->statements), TRUE);
  gtk_widget_grab_focus (bayan_statements_pane_get_list (self->statements));
}

static void
focus_reader_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (bayan_reader_pane_get_view (BAYAN_WINDOW (widget)->reader)));
}

static void
focus_map_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  bayan_window_set_pane_visible (self, GTK_WIDGET (self->map), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->map), GTK_DIR_TAB_FORWARD);
}

static void
focus_entities_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  bayan_window_set_pane_visible (self, GTK_WIDGET (self->entities), TRUE);
  bayan_entities_pane_focus_entry (self->entities);
}

static void
next_statement_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_statements_pane_step (BAYAN_WINDOW (widget)->statements, 1);
}

static void
previous_statement_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_statements_pane_step (BAYAN_WINDOW (widget)->statements, -1);
}

static void
show_mention_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_reader_pane_show_mention (BAYAN_WINDOW (widget)->reader, g_variant_get_int64 (parameter));
}

/* The reader goes to the mention when the statement is loaded. */
static void
show_place_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);
  gint64 statement, mention;

  g_variant_get (parameter, "(xx)", &statement, &mention);
  bayan_desk_select_statement (self->desk, statement);
  bayan_reader_pane_show_mention (self->reader, mention);
}

/* The same with words that may be marked as nothing. */
static void
show_words_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);
  guint start, end;
  gint64 statement;

  g_variant_get (parameter, "(xuu)", &statement, &start, &end);
  bayan_desk_select_statement (self->desk, statement);
  bayan_reader_pane_show_words (self->reader, statement, bayan_clean_span (start, end));
}

static void
present_concordance (BayanWindow *self)
{
  if (self->concordance == NULL)
    g_set_weak_pointer (&self->concordance, bayan_concordance_window_new (GTK_WINDOW (self), self->desk));
  gtk_window_present (GTK_WINDOW (self->concordance));
}

static void
concordance_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  present_concordance (self);
  bayan_concordance_window_look_for (BAYAN_CONCORDANCE_WINDOW (self->concordance),
                                     bayan_desk_get_search (self->desk));
}

/* The mentions that a figure of the map is the sum of. @parameter: key and name of an area */
static void
show_area_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);
  const char *key, *name;

  g_variant_get (parameter, "(&s&s)", &key, &name);
  present_concordance (self);
  bayan_concordance_window_show_area (BAYAN_CONCORDANCE_WINDOW (self->concordance), key, name);
}

/* One page at a time, which shows the one person after the other. */
static void
show_person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  if (self->person == NULL)
    g_set_weak_pointer (&self->person, bayan_person_window_new (GTK_WINDOW (self), self->desk));
  bayan_person_window_show_person (BAYAN_PERSON_WINDOW (self->person),
                                   g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (self->person));
}

/* One page at a time, too. */
static void
show_entity_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  if (self->entity == NULL)
    g_set_weak_pointer (&self->entity, bayan_entity_window_new (GTK_WINDOW (self), self->desk));
  bayan_entity_window_show_entity (BAYAN_ENTITY_WINDOW (self->entity),
                                   g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (self->entity));
}

/* The page of the entity comes back with the answer. */
static void
place_entity_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanWindow *self = BAYAN_WINDOW (widget);

  bayan_window_set_pane_visible (self, GTK_WIDGET (self->map), TRUE);
  gtk_window_present (GTK_WINDOW (self));
  bayan_map_pane_ask_for_place (self->map, g_variant_get_string (parameter, NULL));
}

static void
merge_entity_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (bayan_entity_merger_new (GTK_WINDOW (widget), BAYAN_WINDOW (widget)->desk,
                                                           g_variant_get_string (parameter, NULL))));
}

static const char *
get_filter (GVariant *parameter)
{
  const char *filter = g_variant_get_string (parameter, NULL);

  return *filter != '\0' ? filter : NULL;
}

static void
filter_entity_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_desk_set_entity_filter (BAYAN_WINDOW (widget)->desk, get_filter (parameter));
}

static void
filter_country_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_desk_set_country_filter (BAYAN_WINDOW (widget)->desk, get_filter (parameter));
}

static void
clear_filters_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_desk_clear_filter (BAYAN_WINDOW (widget)->desk);
}

static const struct {
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} ACTIONS[] = {
  { "win.import-files", NULL, import_files_cb },
  { "win.import-folder", NULL, import_folder_cb },
  { "win.import-reviewed", NULL, import_reviewed_cb },
  { "win.review", NULL, review_cb },
  { "win.watch-folder", NULL, watch_folder_cb },
  { "win.choose-encoding", NULL, choose_encoding_cb },
  { "win.paste", NULL, paste_cb },
  { "win.import-samples", NULL, import_samples_cb },
  { "win.import-details", NULL, import_details_cb },
  { "win.open-library", NULL, open_library_cb },
  { "win.new-library", NULL, new_library_cb },
  { "win.open-recent", "s", open_recent_cb },
  { "win.save-copy", NULL, save_copy_cb },
  { "win.stop-copy", NULL, stop_copy_cb },
  { "win.check-library", NULL, check_library_cb },
  { "win.retry-library", NULL, retry_library_cb },
  { "win.export", NULL, export_cb },
  { "win.open-folder", "s", open_folder_cb },
  { "win.undo", NULL, undo_cb },
  { "win.redo", NULL, redo_cb },
  { "win.history", NULL, history_cb },
  { "win.travel", "x", travel_cb },
  { "win.learning", NULL, learning_cb },
  { "win.code-book", NULL, code_book_cb },
  { "win.notes", NULL, notes_cb },
  { "win.note", "(ux)", note_cb },
  { "win.filter-tag", "s", filter_tag_cb },
  { "win.names", NULL, names_cb },
  { "win.preferences", NULL, preferences_cb },
  { "win.add-name", "s", add_name_cb },
  { "win.find", NULL, find_cb },
  { "win.focus-statements", NULL, focus_statements_cb },
  { "win.focus-reader", NULL, focus_reader_cb },
  { "win.focus-map", NULL, focus_map_cb },
  { "win.focus-entities", NULL, focus_entities_cb },
  { "win.next-statement", NULL, next_statement_cb },
  { "win.previous-statement", NULL, previous_statement_cb },
  { "win.show-mention", "x", show_mention_cb },
  { "win.show-place", "(xx)", show_place_cb },
  { "win.show-words", "(xuu)", show_words_cb },
  { "win.show-person", "s", show_person_cb },
  { "win.show-entity", "s", show_entity_cb },
  { "win.place-entity", "s", place_entity_cb },
  { "win.merge-entity", "s", merge_entity_cb },
  { "win.concordance", NULL, concordance_cb },
  { "win.show-area", "(ss)", show_area_cb },
  { "win.filter-entity", "s", filter_entity_cb },
  { "win.filter-country", "s", filter_country_cb },
  { "win.clear-filters", NULL, clear_filters_cb },
};

/* Installs the actions of the group "win". Those that show panes are properties of the window. */
void
bayan_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    gtk_widget_class_install_action (widget_class, ACTIONS[i].name, ACTIONS[i].parameter,
                                     ACTIONS[i].activate);
  gtk_widget_class_install_property_action (widget_class, "win.show-statements", "show-statements");
  gtk_widget_class_install_property_action (widget_class, "win.show-map", "show-map");
  gtk_widget_class_install_property_action (widget_class, "win.show-entities", "show-entities");
}

static void
enable (BayanWindow *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

/* Enables what can be done as the desk is now. */
void
bayan_window_update_actions (BayanWindow *self)
{
  gboolean ready = bayan_desk_get_state (self->desk) == BAYAN_DESK_READY;
  gboolean writable = ready && bayan_desk_get_read_only (self->desk) == NULL;

  enable (self, "win.import-files", writable);
  enable (self, "win.import-folder", writable);
  enable (self, "win.import-reviewed", writable);
  enable (self, "win.watch-folder", writable);
  enable (self, "win.choose-encoding", writable && bayan_desk_can_set_charset (self->desk));
  enable (self, "win.review", g_list_model_get_n_items (bayan_desk_get_held (self->desk)) > 0);
  enable (self, "win.paste", writable);
  enable (self, "win.import-samples", writable);
  enable (self, "win.import-details", self->last_job != NULL);
  enable (self, "win.undo", writable && bayan_desk_get_can_undo (self->desk));
  enable (self, "win.redo", writable && bayan_desk_get_can_redo (self->desk));
  enable (self, "win.export", ready);
  enable (self, "win.save-copy", ready);
  enable (self, "win.check-library", ready);
  enable (self, "win.history", ready);
  enable (self, "win.learning", ready);
  enable (self, "win.code-book", ready);
  enable (self, "win.notes", ready);
  enable (self, "win.note", ready);
  enable (self, "win.names", ready);
  enable (self, "win.concordance", ready);
  enable (self, "win.add-name", writable);
  enable (self, "win.find", ready);
  enable (self, "win.clear-filters", ready);
}
