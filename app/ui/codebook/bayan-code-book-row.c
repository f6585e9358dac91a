/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-code-book-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-type-dot.h"

struct _BayanCodeBookRow {
  AdwActionRow parent_instance;
  gint64 label;
};

G_DEFINE_FINAL_TYPE (BayanCodeBookRow, bayan_code_book_row, ADW_TYPE_ACTION_ROW)

static void
bayan_code_book_row_class_init (BayanCodeBookRowClass *klass)
{
}

static void
bayan_code_book_row_init (BayanCodeBookRow *self)
{
}

/* What it does to the label is one of the window's actions. */
static void
add_button (BayanCodeBookRow *self, const char *icon, const char *words, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", self->label);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
add_key (BayanCodeBookRow *self, char key, const char *taken_by)
{
  char text[2] = { g_ascii_toupper (key), '\0' };
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *words = taken_by != NULL
                               ? g_strdup_printf (_ ("“%1$c” is taken: %2$s. Choose another key."), text[0], taken_by)
                               : g_strdup_printf (_ ("Key: %s"), text);

  gtk_widget_add_css_class (label, "keycap");
  if (taken_by != NULL)
    gtk_widget_add_css_class (label, "error");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), label);
}

static void
add_shortcut (GtkEventController *shortcuts, guint key, GdkModifierType modifiers, const char *action, gint64 label)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action), "x",
                                       label));
}

/**
 * bayan_code_book_row_new:
 * @taken_by: (nullable): what its key does in the reader instead
 * @can_change: whether the library can be written
 */
GtkWidget *
bayan_code_book_row_new (const BayanOwnLabel *label, const char *taken_by, gboolean can_change)
{
  BayanCodeBookRow *self = g_object_new (BAYAN_TYPE_CODE_BOOK_ROW, NULL);
  GtkWidget *dot = bayan_type_dot_new (BAYAN_MENTION_OWN);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  self->label = label->id;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), label->description);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  bayan_type_dot_set_colour (BAYAN_TYPE_DOT (dot), label->colour);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), dot);
  if (label->key != '\0')
    add_key (self, label->key, taken_by);
  if (!can_change)
    return GTK_WIDGET (self);
  add_button (self, "go-up-symbolic", _ ("Move Up (Alt+Up)"), "codebook.move-up");
  add_button (self, "go-down-symbolic", _ ("Move Down (Alt+Down)"), "codebook.move-down");
  add_button (self, "user-trash-symbolic", _ ("Remove"), "codebook.remove");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "codebook.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", label->id);
  add_shortcut (shortcuts, GDK_KEY_Up, GDK_ALT_MASK, "codebook.move-up", label->id);
  add_shortcut (shortcuts, GDK_KEY_Down, GDK_ALT_MASK, "codebook.move-down", label->id);
  add_shortcut (shortcuts, GDK_KEY_Delete, 0, "codebook.remove", label->id);
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
  return GTK_WIDGET (self);
}

gint64
bayan_code_book_row_get_label (BayanCodeBookRow *self)
{
  return self->label;
}
