/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-preferences-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-fonts.h"
#include "bayan-key-row.h"

struct _BayanPreferencesWindow {
  AdwPreferencesWindow parent_instance;

  GSettings *settings;
  BayanReaderKeys *keys;
  GPtrArray *families; /* of char *: those in the row of faces; "" for the one that comes with the program */

  AdwComboRow *language_row, *style_row, *font_row;
  GtkWidget *size_spin, *line_height_spin, *column_spin;
  GtkWidget *hijri_switch, *minimap_switch, *decisions_switch;
  AdwPreferencesGroup *command_group, *type_group;
  GtkWidget *reset_button;
};

G_DEFINE_FINAL_TYPE (BayanPreferencesWindow, bayan_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* Choices: the rows stand in the order of the enumerations in the schema. */

static void
language_chosen_cb (BayanPreferencesWindow *self)
{
  g_settings_set_enum (self->settings, "interface-language",
                       (int) adw_combo_row_get_selected (self->language_row));
}

static void
style_chosen_cb (BayanPreferencesWindow *self)
{
  g_settings_set_enum (self->settings, "colour-scheme", (int) adw_combo_row_get_selected (self->style_row));
}

static void
font_chosen_cb (BayanPreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->font_row);

  if (selected < self->families->len)
    g_settings_set_string (self->settings, "reader-font", self->families->pdata[selected]);
}

/* One that is not installed any more stays chosen: it may come back. */
static void
fill_fonts (BayanPreferencesWindow *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "reader-font");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_auto (GStrv) families = bayan_fonts_list_arabic ();
  guint selected = 0;

  g_ptr_array_add (self->families, g_strdup (""));
  /* Translators: the face of statements that comes with the program */
  gtk_string_list_append (names, _ ("As it comes"));
  if (*chosen != '\0' && !g_strv_contains ((const char *const *) families, chosen))
    {
      g_ptr_array_add (self->families, g_strdup (chosen));
      gtk_string_list_append (names, chosen);
      selected = 1;
    }
  for (guint i = 0; families[i] != NULL; i++)
    {
      if (g_str_equal (families[i], chosen))
        selected = self->families->len;
      g_ptr_array_add (self->families, g_strdup (families[i]));
      gtk_string_list_append (names, families[i]);
    }
  adw_combo_row_set_model (self->font_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->font_row, selected);
  g_signal_connect_object (self->font_row, "notify::selected", G_CALLBACK (font_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_choices (BayanPreferencesWindow *self)
{
  adw_combo_row_set_selected (self->language_row,
                              (guint) g_settings_get_enum (self->settings, "interface-language"));
  adw_combo_row_set_selected (self->style_row, (guint) g_settings_get_enum (self->settings, "colour-scheme"));
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (language_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style_row, "notify::selected", G_CALLBACK (style_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
bind_values (BayanPreferencesWindow *self)
{
  const struct {
    const char *key;
    GtkWidget *widget;
    const char *property;
  } VALUES[] = {
    { "hijri-dates", self->hijri_switch, "active" },
    { "reader-font-size", self->size_spin, "value" },
    { "reader-line-height", self->line_height_spin, "value" },
    { "reader-column-width", self->column_spin, "value" },
    { "reader-minimap", self->minimap_switch, "active" },
    { "reader-decisions", self->decisions_switch, "active" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    g_settings_bind (self->settings, VALUES[i].key, VALUES[i].widget, VALUES[i].property,
                     G_SETTINGS_BIND_DEFAULT);
}

/* Keys */

static void
show_reset (BayanPreferencesWindow *self)
{
  gtk_widget_set_sensitive (self->reset_button, bayan_reader_keys_are_changed (self->keys));
}

static void
reset_clicked_cb (BayanPreferencesWindow *self)
{
  bayan_reader_keys_reset (self->keys);
}

static void
fill_keys (BayanPreferencesWindow *self, BayanDesk *desk)
{
  for (guint command = 0; command < BAYAN_READER_N_COMMANDS; command++)
    adw_preferences_group_add (command < BAYAN_READER_FIRST_TYPE ? self->command_group : self->type_group,
                               bayan_key_row_new (self->keys, desk, command));
  g_signal_connect_object (self->keys, "changed", G_CALLBACK (show_reset), self, G_CONNECT_SWAPPED);
  show_reset (self);
}

static void
bayan_preferences_window_dispose (GObject *object)
{
  BayanPreferencesWindow *self = BAYAN_PREFERENCES_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->keys);
  g_clear_pointer (&self->families, g_ptr_array_unref);
  G_OBJECT_CLASS (bayan_preferences_window_parent_class)->dispose (object);
}

static void
bayan_preferences_window_class_init (BayanPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/preferences/bayan-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, style_row);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, font_row);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, size_spin);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, line_height_spin);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, column_spin);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, hijri_switch);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, minimap_switch);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, decisions_switch);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, command_group);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, type_group);
  gtk_widget_class_bind_template_child (widget_class, BayanPreferencesWindow, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
bayan_preferences_window_init (BayanPreferencesWindow *self)
{
  self->families = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_preferences_window_new:
 * @parent: it stands above this one, and goes with it
 * @settings: where all is kept
 * @desk: whose code book has keys, too
 */
GtkWidget *
bayan_preferences_window_new (GtkWindow *parent, GSettings *settings, BayanDesk *desk)
{
  BayanPreferencesWindow *self = g_object_new (BAYAN_TYPE_PREFERENCES_WINDOW, "transient-for", parent,
                                               "destroy-with-parent", TRUE, NULL);

  self->settings = g_object_ref (settings);
  self->keys = bayan_reader_keys_new (settings);
  fill_choices (self);
  fill_fonts (self);
  bind_values (self);
  fill_keys (self, desk);
  return GTK_WIDGET (self);
}
