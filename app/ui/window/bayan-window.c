/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-window-private.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-language.h"
#include "bayan-query-words.h"
#include "bayan-trouble-words.h"

enum {
  PROP_DESK = 1,
  PROP_SETTINGS,
  PROP_SAMPLES,
  PROP_SHOW_STATEMENTS,
  PROP_SHOW_MAP,
  PROP_SHOW_ENTITIES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BayanWindow, bayan_window, ADW_TYPE_APPLICATION_WINDOW)

/* Search */

static void
search_changed_cb (BayanWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *sentence = NULL;
  BayanQueryProblem problem;

  bayan_desk_set_search (self->desk, typed);
  problem = bayan_desk_get_search_problem (self->desk);
  sentence = bayan_query_words (&problem, typed);
  if (sentence != NULL)
    gtk_label_set_text (self->trouble, sentence);
  gtk_revealer_set_reveal_child (self->trouble_revealer, sentence != NULL);
}

static void
search_stopped_cb (BayanWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (bayan_statements_pane_get_list (self->statements));
}

static void
search_activated_cb (BayanWindow *self)
{
  bayan_query_help_remember (self->query_help, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-statements", NULL);
}

/* The desk's search can be taken away elsewhere (a chip, another library). */
static void
filter_changed_cb (BayanWindow *self)
{
  const char *search = bayan_desk_get_search (self->desk);
  BayanDate from, to;

  if ((search == NULL || *search == '\0') && !gtk_widget_has_focus (GTK_WIDGET (self->search))
      && gtk_widget_get_focus_child (GTK_WIDGET (self->search)) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  bayan_desk_get_date_range (self->desk, &from, &to);
  if (bayan_date_is_set (from) || bayan_date_is_set (to))
    gtk_widget_add_css_class (GTK_WIDGET (self->range_button), "filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->range_button), "filtering");
}

/* Pages */

static const char *
choose_page (BayanWindow *self)
{
  switch (bayan_desk_get_state (self->desk))
    {
    case BAYAN_DESK_FAILED:
      return "failed";
    case BAYAN_DESK_READY:
      return g_list_model_get_n_items (bayan_desk_get_statements (self->desk)) > 0 ? "desk" : "empty";
    case BAYAN_DESK_EMPTY:
    case BAYAN_DESK_OPENING:
    default:
      return "opening";
    }
}

/* Pages out of sight are out of the accessible tree too. */
static void
hide_other_pages (BayanWindow *self)
{
  GtkWidget *visible = gtk_stack_get_visible_child (self->pages);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != visible, -1);
}

static void
show_page (BayanWindow *self)
{
  const char *page = choose_page (self);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0)
    return;
  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_widget_set_visible (self->pane_buttons, strcmp (page, "desk") == 0);
  gtk_widget_set_visible (self->search_tools, strcmp (page, "desk") == 0);
  gtk_spinner_set_spinning (self->spinner, strcmp (page, "opening") == 0);
  hide_other_pages (self);
  if (strcmp (page, "desk") == 0)
    gtk_widget_grab_focus (bayan_statements_pane_get_list (self->statements));
  else if (strcmp (page, "empty") == 0)
    gtk_widget_grab_focus (self->empty_import_button);
}

static void
show_failure (BayanWindow *self)
{
  const GError *failure = bayan_desk_get_failure (self->desk);
  g_autofree char *sentence = failure != NULL ? bayan_trouble_words (failure) : NULL;
  g_autofree char *path = g_filename_display_name (
      bayan_desk_get_path (self->desk) != NULL ? bayan_desk_get_path (self->desk) : "");
  g_autofree char *description = sentence != NULL ? g_strdup_printf ("%s\n\n%s", sentence, path) : NULL;
  g_autofree char *markup = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_status_page_set_description (self->failed_page, markup);
  if (sentence != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (self), "status", g_variant_new_string (sentence));
}

/* The library cannot be written, or the watched folder is not to be found. */
static char *
describe_notice (BayanWindow *self)
{
  const GError *reason = bayan_desk_get_read_only (self->desk);
  BayanWatch *watch = bayan_desk_get_watch (self->desk);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  if (bayan_desk_get_state (self->desk) != BAYAN_DESK_READY)
    return NULL;
  if (reason != NULL)
    return bayan_trouble_words (reason);
  if (!bayan_watch_get_lost (watch))
    return NULL;
  folder = g_file_get_parse_name (bayan_watch_get_folder (watch));
  name = bayan_language_isolate (folder);
  return g_strdup_printf (
      _ ("The watched folder %s is not there. Connect its disk again, or choose another folder "
         "with Import ▸ Watch a Folder…"),
      name);
}

static void
show_notice (BayanWindow *self)
{
  g_autofree char *sentence = describe_notice (self);

  if (sentence != NULL)
    gtk_label_set_label (self->notice, sentence);
  gtk_revealer_set_reveal_child (self->notice_revealer, sentence != NULL);
}

static void
show_title (BayanWindow *self)
{
  const char *path = bayan_desk_get_path (self->desk);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  /* Translators: the title of the window: a library's file name and the name of the program */
  g_autofree char *title = name != NULL ? g_strdup_printf (_ ("%s — Bayan"), name) : g_strdup (_ ("Bayan"));

  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The desk */

static void
desk_updated_cb (BayanWindow *self)
{
  bayan_window_follow_acts (self);
  bayan_window_update_actions (self);
  show_page (self);
}

static void
read_only_changed_cb (BayanWindow *self)
{
  show_notice (self);
  bayan_window_update_actions (self);
}

static void
state_changed_cb (BayanWindow *self)
{
  if (bayan_desk_get_state (self->desk) == BAYAN_DESK_OPENING)
    self->turn = BAYAN_TURN_OPEN;
  show_title (self);
  show_notice (self);
  show_failure (self);
  bayan_window_update_actions (self);
  show_page (self);
  if (bayan_desk_get_state (self->desk) == BAYAN_DESK_READY)
    bayan_window_remember_library (self);
}

static void
act_failed_cb (BayanWindow *self, const GError *error)
{
  self->turn = BAYAN_TURN_ACT;
  bayan_window_say_failure (self, error);
}

/* The watched folder had nothing new. */
static gboolean
says_nothing (BayanImportJob *job)
{
  return bayan_import_job_get_cause (job) == BAYAN_IMPORT_WATCHED && bayan_import_job_get_error (job) == NULL
         && bayan_import_job_get_n_done (job) == bayan_import_job_get_n_known (job);
}

/* An analyst who had nothing open finds the first of what came in before them. */
static void
import_finished_cb (BayanWindow *self, BayanImportJob *job)
{
  if (says_nothing (job))
    return;
  bayan_window_say_import (self, job);
  bayan_window_review_if_all_waits (self, job);
  if (bayan_desk_get_selected (self->desk) == 0 && bayan_import_job_get_n_added (job) > 0)
    bayan_statements_pane_step (self->statements, 1);
}

static void
connect_desk (BayanWindow *self)
{
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "act-failed", G_CALLBACK (act_failed_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::read-only", G_CALLBACK (read_only_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::reading",
                                  G_CALLBACK (bayan_window_update_actions), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::can-undo",
                                  G_CALLBACK (bayan_window_update_actions), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::can-redo",
                                  G_CALLBACK (bayan_window_update_actions), self);
  g_signal_group_set_target (self->desk_signals, self->desk);
  g_signal_connect_object (bayan_desk_get_held (self->desk), "items-changed",
                           G_CALLBACK (bayan_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bayan_desk_get_watch (self->desk), "notify::lost", G_CALLBACK (show_notice), self,
                           G_CONNECT_SWAPPED);
}

/* The page of the entity was out of the way of the map. */
static void
map_answered_cb (BayanWindow *self)
{
  if (self->entity != NULL)
    gtk_window_present (GTK_WINDOW (self->entity));
}

/* Life */

static void
make_panes (BayanWindow *self)
{
  self->statements = g_object_new (BAYAN_TYPE_STATEMENTS_PANE, "desk", self->desk, NULL);
  self->reader = g_object_new (BAYAN_TYPE_READER_PANE, "desk", self->desk, "settings", self->settings, NULL);
  self->map = g_object_new (BAYAN_TYPE_MAP_PANE, "desk", self->desk, NULL);
  self->entities = g_object_new (BAYAN_TYPE_ENTITIES_PANE, "desk", self->desk, NULL);
  gtk_paned_set_start_child (self->outer_paned, GTK_WIDGET (self->statements));
  gtk_paned_set_start_child (self->centre_paned, GTK_WIDGET (self->reader));
  gtk_paned_set_end_child (self->centre_paned, GTK_WIDGET (self->map));
  g_signal_connect_object (self->map, "answered", G_CALLBACK (map_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_paned_set_end_child (self->inner_paned, GTK_WIDGET (self->entities));
  gtk_search_entry_set_key_capture_widget (self->search, bayan_statements_pane_get_list (self->statements));
  bayan_query_help_attach (self->query_help, GTK_EDITABLE (self->search), self->desk);
}

static void
hijri_dates_changed_cb (BayanWindow *self)
{
  bayan_date_words_set_hijri_shown (g_settings_get_boolean (self->settings, "hijri-dates"));
  bayan_statements_pane_show_dates (self->statements);
  bayan_reader_pane_show_dates (self->reader);
}

static void
bind_settings (BayanWindow *self)
{
  bayan_date_words_set_hijri_shown (g_settings_get_boolean (self->settings, "hijri-dates"));
  g_signal_connect_object (self->settings, "changed::hijri-dates", G_CALLBACK (hijri_dates_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sort-order", self->statements, "sort-order", G_SETTINGS_BIND_DEFAULT);
}

static gboolean
close_requested_cb (BayanWindow *self)
{
  bayan_window_save_panes (self);
  return GDK_EVENT_PROPAGATE;
}

/* GTK 4.8 leaves the keys with a popover menu that has closed: an analyst would type into nothing. */
static void
menu_closed_cb (BayanWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
}

static void
bayan_window_constructed (GObject *object)
{
  BayanWindow *self = BAYAN_WINDOW (object);
  g_autoptr (GSimpleAction) status = g_simple_action_new_stateful ("status", NULL, g_variant_new_string (""));

  G_OBJECT_CLASS (bayan_window_parent_class)->constructed (object);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (status));
  bayan_window_add_focus_actions (self);
  make_panes (self);
  bind_settings (self);
  bayan_window_restore_panes (self);
  bayan_date_range_popover_set_desk (self->range_popover, self->desk);
  bayan_import_bar_set_desk (self->import_bar, self->desk);
  bayan_window_accept_drops (self);
  connect_desk (self);
  state_changed_cb (self);
  filter_changed_cb (self);
  hide_other_pages (self);
  for (guint id = PROP_SHOW_STATEMENTS; id <= PROP_SHOW_ENTITIES; id++)
    g_object_notify_by_pspec (object, properties[id]); /* asked for by the buttons before there were panes */
}

static void
bayan_window_dispose (GObject *object)
{
  BayanWindow *self = BAYAN_WINDOW (object);

  g_clear_object (&self->desk_signals);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->copying);
  g_cancellable_cancel (self->copy_cancellable);
  g_clear_weak_pointer (&self->review);
  g_clear_weak_pointer (&self->person);
  g_clear_weak_pointer (&self->entity);
  g_clear_weak_pointer (&self->history);
  g_clear_weak_pointer (&self->concordance);
  g_clear_object (&self->last_job);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->samples, g_free);
  g_clear_pointer (&self->undo_words, g_free);
  G_OBJECT_CLASS (bayan_window_parent_class)->dispose (object);
}

static void
bayan_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanWindow *self = BAYAN_WINDOW (object);

  switch (id)
    {
    case PROP_SHOW_STATEMENTS:
      g_value_set_boolean (value, bayan_window_get_pane_visible (self, GTK_WIDGET (self->statements)));
      break;
    case PROP_SHOW_MAP:
      g_value_set_boolean (value, bayan_window_get_pane_visible (self, GTK_WIDGET (self->map)));
      break;
    case PROP_SHOW_ENTITIES:
      g_value_set_boolean (value, bayan_window_get_pane_visible (self, GTK_WIDGET (self->entities)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_pane_shown (BayanWindow *self, GtkWidget *pane, const GValue *value, GParamSpec *pspec)
{
  if (bayan_window_get_pane_visible (self, pane) == g_value_get_boolean (value))
    return;
  bayan_window_set_pane_visible (self, pane, g_value_get_boolean (value));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
bayan_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BayanWindow *self = BAYAN_WINDOW (object);

  switch (id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    case PROP_SAMPLES:
      self->samples = g_value_dup_string (value);
      break;
    case PROP_SHOW_STATEMENTS:
      set_pane_shown (self, GTK_WIDGET (self->statements), value, pspec);
      break;
    case PROP_SHOW_MAP:
      set_pane_shown (self, GTK_WIDGET (self->map), value, pspec);
      break;
    case PROP_SHOW_ENTITIES:
      set_pane_shown (self, GTK_WIDGET (self->entities), value, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags handed_in = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags shown = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BAYAN_TYPE_DESK, handed_in);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, handed_in);
  properties[PROP_SAMPLES] = g_param_spec_string ("samples", NULL, NULL, NULL, handed_in);
  properties[PROP_SHOW_STATEMENTS] = g_param_spec_boolean ("show-statements", NULL, NULL, TRUE, shown);
  properties[PROP_SHOW_MAP] = g_param_spec_boolean ("show-map", NULL, NULL, TRUE, shown);
  properties[PROP_SHOW_ENTITIES] = g_param_spec_boolean ("show-entities", NULL, NULL, TRUE, shown);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, search_tools);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, search);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, query_help);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, trouble_revealer);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, range_button);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, range_popover);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, pane_buttons);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, empty_import_button);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, outer_paned);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, inner_paned);
  gtk_widget_class_bind_template_child (widget_class, BayanWindow, centre_paned);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_requested_cb);
}

static void
bayan_window_class_init (BayanWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bayan_window_constructed;
  object_class->dispose = bayan_window_dispose;
  object_class->get_property = bayan_window_get_property;
  object_class->set_property = bayan_window_set_property;
  install_properties (object_class);
  g_type_ensure (BAYAN_TYPE_DATE_RANGE_POPOVER);
  g_type_ensure (BAYAN_TYPE_QUERY_HELP);
  g_type_ensure (BAYAN_TYPE_IMPORT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/window/bayan-window.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
  bayan_window_install_actions (widget_class);
}

static void
bayan_window_init (BayanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->turn = BAYAN_TURN_OPEN;
  g_signal_connect_object (gtk_menu_button_get_popover (self->menu_button), "closed",
                           G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  bayan_window_offer_recent_libraries (self);
}

/**
 * bayan_window_new:
 * @desk: what the window shows
 * @settings: where its size and the like are kept
 * @samples: (nullable): the folder of the sample statements
 *
 * Returns: (transfer none): a window of @application, not yet presented
 */
GtkWidget *
bayan_window_new (AdwApplication *application, BayanDesk *desk, GSettings *settings, const char *samples)
{
  return g_object_new (BAYAN_TYPE_WINDOW, "application", application, "desk", desk, "settings", settings,
                       "samples", samples, NULL);
}
