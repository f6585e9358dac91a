/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-key-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"
#include "bayan-reader-actions.h"

struct _BayanKeyRow {
  AdwActionRow parent_instance;

  BayanReaderKeys *keys;
  BayanDesk *desk;
  guint command;
  gboolean waits; /* for a key */
  guint wanted;   /* a key that another command has; 0 for none */

  GtkWidget *swap_button;
  GtkWidget *key_button;
};

G_DEFINE_FINAL_TYPE (BayanKeyRow, bayan_key_row, ADW_TYPE_ACTION_ROW)

/* A screen reader adds what the row says. */
static void
show_key (BayanKeyRow *self)
{
  g_autofree char *key = bayan_reader_keys_get_label (self->keys, self->command);
  /* Translators: what a screen reader says of the button with the key of a command */
  g_autofree char *name = g_strdup_printf (_ ("Key %s"), key);

  gtk_button_set_label (GTK_BUTTON (self->key_button), self->waits ? _ ("Press a key…") : key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->key_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->waits ? _ ("Press a key…") : name, -1);
}

/* @words: (nullable): why the key was not taken */
static void
say (BayanKeyRow *self, const char *words, guint wanted)
{
  self->wanted = wanted;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words != NULL ? words : "");
  gtk_widget_set_visible (self->swap_button, wanted != 0);
}

static void
set_waits (BayanKeyRow *self, gboolean waits)
{
  self->waits = waits;
  if (waits)
    say (self, NULL, 0);
  show_key (self);
}

static void
keys_changed_cb (BayanKeyRow *self)
{
  say (self, NULL, 0);
  show_key (self);
}

/* A command would go before the label, and the label could be given by no key. */
static void
say_label (BayanKeyRow *self, const BayanOwnLabel *label)
{
  g_autofree char *name = bayan_language_isolate (label->name);
  g_autofree char *words = g_strdup_printf (
      _ ("%1$c gives the label “%2$s” of the code book. Choose another key, or another one for the label"),
      g_ascii_toupper (label->key), name);

  say (self, words, 0);
}

static void
take_key (BayanKeyRow *self, guint key)
{
  const BayanOwnLabel *label;
  g_autofree char *words = NULL;
  int other;

  set_waits (self, FALSE);
  if (!bayan_reader_keys_can_be (key))
    {
      say (self, _ ("Only letters and signs of a Latin keyboard can be keys"), 0);
      return;
    }
  label = bayan_desk_find_label_of_key (self->desk, (char) key);
  if (label != NULL)
    {
      say_label (self, label);
      return;
    }
  other = bayan_reader_keys_set (self->keys, self->command, key);
  if (other < 0)
    return;
  words = g_strdup_printf (_ ("%1$c is the key of “%2$s”"), (char) g_ascii_toupper ((char) key),
                           bayan_reader_command_get_title ((guint) other));
  say (self, words, key);
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) || keyval == GDK_KEY_ISO_Level3_Shift
         || keyval == GDK_KEY_Mode_switch || keyval == GDK_KEY_ISO_Next_Group;
}

/* While the row waits it takes every key, Escape to wait no longer. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                BayanKeyRow *self)
{
  if (!self->waits || is_modifier (keyval))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    set_waits (self, FALSE);
  else if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    {
      set_waits (self, FALSE);
      return GDK_EVENT_PROPAGATE;
    }
  else
    take_key (self, bayan_reader_actions_get_latin_key (controller, keyval, keycode, state));
  return GDK_EVENT_STOP;
}

static void
focus_left_cb (BayanKeyRow *self)
{
  if (self->waits)
    set_waits (self, FALSE);
}

static void
key_clicked_cb (BayanKeyRow *self)
{
  gtk_widget_grab_focus (self->key_button);
  set_waits (self, !self->waits);
}

static void
swap_clicked_cb (BayanKeyRow *self)
{
  if (self->wanted != 0)
    bayan_reader_keys_swap (self->keys, self->command, self->wanted);
  gtk_widget_grab_focus (self->key_button);
}

static void
bayan_key_row_dispose (GObject *object)
{
  g_clear_object (&BAYAN_KEY_ROW (object)->keys);
  g_clear_object (&BAYAN_KEY_ROW (object)->desk);
  G_OBJECT_CLASS (bayan_key_row_parent_class)->dispose (object);
}

static void
bayan_key_row_class_init (BayanKeyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bayan_key_row_dispose;
}

static void
bayan_key_row_init (BayanKeyRow *self)
{
  GtkEventController *pressed = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->swap_button = gtk_button_new_with_mnemonic (_ ("S_wap"));
  gtk_widget_set_visible (self->swap_button, FALSE);
  gtk_widget_set_valign (self->swap_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->swap_button, "clicked", G_CALLBACK (swap_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->key_button = gtk_button_new ();
  gtk_widget_set_valign (self->key_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->key_button, "key-choice");
  g_signal_connect_object (self->key_button, "clicked", G_CALLBACK (key_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (pressed, GTK_PHASE_CAPTURE);
  g_signal_connect_object (pressed, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->key_button, pressed);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->key_button, focus);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->swap_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->key_button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->key_button);
}

/**
 * bayan_key_row_new:
 * @desk: whose code book has keys, too
 * @command: a BayanReaderCommand
 */
GtkWidget *
bayan_key_row_new (BayanReaderKeys *keys, BayanDesk *desk, guint command)
{
  BayanKeyRow *self = g_object_new (BAYAN_TYPE_KEY_ROW, NULL);

  self->keys = g_object_ref (keys);
  self->desk = g_object_ref (desk);
  self->command = command;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), bayan_reader_command_get_title (command));
  g_signal_connect_object (keys, "changed", G_CALLBACK (keys_changed_cb), self, G_CONNECT_SWAPPED);
  show_key (self);
  return GTK_WIDGET (self);
}
