/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-person-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-act-words.h"
#include "bayan-language.h"
#include "bayan-person-rows.h"
#include "bayan-toast.h"

struct _BayanPersonWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanPersonPage *page; /* nullable */
  GQueue before;         /* of char *: whose pages were shown before this one, the last first */
  GPtrArray *rows;       /* of GtkWidget: all that were added to groups */
  AdwToast *toast;       /* weak: the last one; the next takes its place */

  AdwToastOverlay *toasts;
  GtkWidget *back;
  GtkStack *stack;
  AdwPreferencesPage *sheet;
  GtkLabel *name, *other_name, *counts;
  AdwPreferencesGroup *alike, *held_offices, *seen_offices, *names, *places;
  GtkListBox *places_list;
};

G_DEFINE_FINAL_TYPE (BayanPersonWindow, bayan_person_window, ADW_TYPE_WINDOW)

/* Showing */

static void
add_row (BayanPersonWindow *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (BayanPersonWindow *self)
{
  GtkListBoxRow *place;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      if (group != NULL)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  while ((place = gtk_list_box_get_row_at_index (self->places_list, 0)) != NULL)
    gtk_list_box_remove (self->places_list, GTK_WIDGET (place));
}

static void
show_names (BayanPersonWindow *self)
{
  const BayanEntity *entity = bayan_person_page_get_entity (self->page);
  const char *other = bayan_language_get_entity_other_name (entity);
  guint n_statements = bayan_person_page_get_n_statements (self->page);
  guint n_mentions = bayan_person_page_get_n_mentions (self->page);
  g_autofree char *statements = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements),
                                                 n_statements);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions),
                                               n_mentions);
  g_autofree char *counts = NULL;

  /* Mentions are counted in the newest statements only. */
  if (n_statements > BAYAN_PERSON_PAGE_STATEMENTS_MAX)
    counts = g_strdup_printf (_ ("%s · the newest %u are shown here"), statements,
                              BAYAN_PERSON_PAGE_STATEMENTS_MAX);
  else
    counts = g_strdup_printf ("%s · %s", statements, mentions);
  gtk_label_set_text (self->name, bayan_language_get_entity_name (entity));
  gtk_label_set_text (self->other_name, other != NULL ? other : "");
  gtk_widget_set_visible (GTK_WIDGET (self->other_name), other != NULL);
  gtk_label_set_text (self->counts, counts);
  gtk_window_set_title (GTK_WINDOW (self), bayan_language_get_entity_name (entity));
}

static void
show_alike (BayanPersonWindow *self)
{
  GPtrArray *alike = bayan_person_page_get_alike (self->page);

  for (guint i = 0; i < alike->len; i++)
    add_row (self, self->alike,
             bayan_person_row_new_alike (alike->pdata[i], bayan_desk_get_read_only (self->desk) == NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->alike), alike->len > 0);
}

static void
show_offices (BayanPersonWindow *self)
{
  GPtrArray *held = bayan_person_page_get_held_offices (self->page);
  GPtrArray *seen = bayan_person_page_get_seen_offices (self->page);

  for (guint i = held->len; i > 0; i--)
    add_row (self, self->held_offices, bayan_person_row_new_held_office (held->pdata[i - 1]));
  gtk_widget_set_visible (GTK_WIDGET (self->held_offices), held->len > 0);
  for (guint i = 0; i < seen->len; i++)
    add_row (self, self->seen_offices, bayan_person_row_new_seen_office (seen->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->seen_offices), seen->len > 0);
}

static void
show_places (BayanPersonWindow *self)
{
  GListModel *places = bayan_person_page_get_places (self->page);
  GPtrArray *names = bayan_person_page_get_names (self->page);
  guint n = g_list_model_get_n_items (places);

  for (guint i = 0; i < names->len; i++)
    add_row (self, self->names, bayan_person_row_new_name (names->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->names), names->len > 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BayanPersonPlace) place = g_list_model_get_item (places, i);

      gtk_list_box_append (self->places_list, bayan_person_row_new_place (place));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->places_list), n > 0);
  if (n == 0)
    add_row (self, self->places,
             bayan_person_row_new_nothing (_ ("No statement of this library names the person")));
}

/* The focus goes with a row that goes, and keys with it: it stays on the sheet. */
static void
keep_focus (BayanPersonWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_all (BayanPersonWindow *self)
{
  gboolean known = bayan_person_page_get_entity (self->page) != NULL;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  remove_rows (self);
  gtk_stack_set_visible_child_name (self->stack, known ? "sheet" : "nobody");
  if (!known)
    return;
  show_names (self);
  show_alike (self);
  show_offices (self);
  show_places (self);
  keep_focus (self);
}

static void
loading_changed_cb (BayanPersonWindow *self)
{
  if (self->page != NULL && !bayan_person_page_get_loading (self->page))
    show_all (self);
}

static void
set_person (BayanPersonWindow *self, const char *key)
{
  g_autoptr (BayanPersonPage) page = bayan_person_page_new (self->desk, key);

  if (self->page != NULL)
    g_signal_handlers_disconnect_by_data (self->page, self);
  g_set_object (&self->page, page);
  g_signal_connect_object (page, "notify::loading", G_CALLBACK (loading_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->back, !g_queue_is_empty (&self->before));
  gtk_stack_set_visible_child_name (self->stack, "loading");
  loading_changed_cb (self);
}

/* What is done in it */

static void
place_activated_cb (BayanPersonWindow *self, GtkListBoxRow *row)
{
  GListModel *places = bayan_person_page_get_places (self->page);
  g_autoptr (BayanPersonPlace) place = g_list_model_get_item (places,
                                                              (guint) gtk_list_box_row_get_index (row));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  BayanStatementItem *statement = place != NULL ? bayan_person_place_get_statement (place) : NULL;

  if (statement == NULL || parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-place", "(xx)",
                              bayan_statement_item_get_id (statement),
                              bayan_person_place_get_mention (place));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanPersonWindow *self = BAYAN_PERSON_WINDOW (widget);

  if (self->page != NULL)
    g_queue_push_head (&self->before, g_strdup (bayan_person_page_get_key (self->page)));
  set_person (self, g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanPersonWindow *self = BAYAN_PERSON_WINDOW (widget);
  g_autofree char *key = g_queue_pop_head (&self->before);

  if (key != NULL)
    set_person (self, key);
}

static void
say (BayanPersonWindow *self, const char *act, const char *key)
{
  BayanEntityItem *item = bayan_desk_find_entity (self->desk, key);
  const BayanEntity *entity = item != NULL ? bayan_entity_item_get_entity (item) : NULL;
  g_autofree char *words = bayan_act_words_done (act, entity != NULL ? bayan_language_get_entity_name (entity)
                                                                     : "");
  AdwToast *toast = bayan_toast_new (words, "person.undo");

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanPersonWindow *self = BAYAN_PERSON_WINDOW (widget);
  const char *key = g_variant_get_string (parameter, NULL);

  say (self, "merge", key);
  bayan_person_page_merge (self->page, key);
}

static void
part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanPersonWindow *self = BAYAN_PERSON_WINDOW (widget);
  const char *key = g_variant_get_string (parameter, NULL);

  say (self, "part", key);
  bayan_person_page_part (self->page, key);
}

/* By the window below, which says what was undone. */
static void
parent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (BAYAN_PERSON_WINDOW (widget)->toast != NULL)
    adw_toast_dismiss (BAYAN_PERSON_WINDOW (widget)->toast);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent),
                                g_str_equal (name, "person.undo") ? "win.undo" : "win.redo", NULL);
}

/* Another library has other persons. */
static void
state_changed_cb (BayanPersonWindow *self)
{
  if (bayan_desk_get_state (self->desk) != BAYAN_DESK_READY)
    gtk_window_close (GTK_WINDOW (self));
}

/* Life */

static void
dispose (GObject *object)
{
  BayanPersonWindow *self = BAYAN_PERSON_WINDOW (object);

  g_clear_object (&self->page);
  g_clear_object (&self->desk);
  g_queue_clear_full (&self->before, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_weak_pointer (&self->toast);
  G_OBJECT_CLASS (bayan_person_window_parent_class)->dispose (object);
}

static void
bayan_person_window_class_init (BayanPersonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/persons/bayan-person-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, back);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, name);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, other_name);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, alike);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, held_offices);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, seen_offices);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, names);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, places);
  gtk_widget_class_bind_template_child (widget_class, BayanPersonWindow, places_list);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_install_action (widget_class, "person.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "person.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "person.merge", "s", merge_action);
  gtk_widget_class_install_action (widget_class, "person.part", "s", part_action);
  gtk_widget_class_install_action (widget_class, "person.undo", NULL, parent_action);
  gtk_widget_class_install_action (widget_class, "person.redo", NULL, parent_action);
}

static void
bayan_person_window_init (BayanPersonWindow *self)
{
  g_queue_init (&self->before);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_person_window_new:
 * @parent: the window beside which it opens
 *
 * Returns: (transfer none): a window, not yet presented, that shows nobody yet
 */
GtkWidget *
bayan_person_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanPersonWindow *self = g_object_new (BAYAN_TYPE_PERSON_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * bayan_person_window_show_person:
 * @person_key: of an entity of the library, or of the program's tables
 *
 * Shows another person. There is no way back to the one before.
 */
void
bayan_person_window_show_person (BayanPersonWindow *self, const char *person_key)
{
  g_return_if_fail (BAYAN_IS_PERSON_WINDOW (self));

  g_queue_clear_full (&self->before, g_free);
  set_person (self, person_key);
}
