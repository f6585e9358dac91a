/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-keys.h"

#include <gdk/gdk.h>
#include <glib/gi18n.h>

#include "bayan-type-style.h"

#define SETTING "reader-keys"

struct _BayanReaderKeys {
  GObject parent_instance;

  GSettings *settings; /* nullable: nothing is kept */
  guint keys[BAYAN_READER_N_COMMANDS];
};

G_DEFINE_FINAL_TYPE (BayanReaderKeys, bayan_reader_keys, G_TYPE_OBJECT)

static guint changed_signal;

/* In the order of the enumeration. The key on the left moves the end on the left: in Arabic that is where a mention ends. */
static const struct {
  const char *name; /* in the settings */
  const char *title, *action;
  guint key;
} COMMANDS[BAYAN_READER_FIRST_TYPE] = {
  { "next", N_ ("Next suggestion"), "reader.next-suggestion", GDK_KEY_j },
  { "previous", N_ ("Previous suggestion"), "reader.previous-suggestion", GDK_KEY_k },
  { "confirm", N_ ("Confirm"), "reader.confirm", GDK_KEY_y },
  { "reject", N_ ("Reject"), "reader.reject", GDK_KEY_x },
  { "same", N_ ("Same everywhere"), "reader.same", GDK_KEY_s },
  { "why-not", N_ ("Why is nothing suggested here?"), "reader.why-not", GDK_KEY_question },
  { "extend-left", N_ ("Extend on the left by a word"), "reader.extend-left", GDK_KEY_bracketleft },
  { "extend-right", N_ ("Extend on the right by a word"), "reader.extend-right", GDK_KEY_bracketright },
  { "shrink-left", N_ ("Shrink on the left by a word"), "reader.shrink-left", GDK_KEY_braceleft },
  { "shrink-right", N_ ("Shrink on the right by a word"), "reader.shrink-right", GDK_KEY_braceright },
  { "join", N_ ("Join with the next mention"), "reader.join", GDK_KEY_plus },
  { "relate", N_ ("Relate to another mention"), "reader.relate", GDK_KEY_i },
  { "add-part", N_ ("Add the selection to the mention as a part"), "reader.add-part", GDK_KEY_equal },
  { "take-part", N_ ("Take a part off the mention"), "reader.take-part", GDK_KEY_minus },
  { "find", N_ ("Find in the statement"), "reader.find", GDK_KEY_slash },
  { "note", N_ ("Note"), "reader.note", GDK_KEY_r },
  { "stage", N_ ("Next stage of the work"), "reader.next-stage", GDK_KEY_v },
};

static gboolean
is_type (guint command)
{
  return command >= BAYAN_READER_FIRST_TYPE;
}

static const char *
get_name (guint command)
{
  return is_type (command) ? bayan_mention_type_to_string (command - BAYAN_READER_FIRST_TYPE)
                           : COMMANDS[command].name;
}

static guint
get_default (guint command)
{
  return is_type (command) ? (guint) bayan_type_style_get_key (command - BAYAN_READER_FIRST_TYPE)
                           : COMMANDS[command].key;
}

/**
 * bayan_reader_command_get_title:
 *
 * Returns: what the command does, in the language of the interface
 */
const char *
bayan_reader_command_get_title (guint command)
{
  g_return_val_if_fail (command < BAYAN_READER_N_COMMANDS, NULL);
  return is_type (command) ? bayan_type_style_get_name (command - BAYAN_READER_FIRST_TYPE)
                           : _ (COMMANDS[command].title);
}

/**
 * bayan_reader_command_get_action:
 * @target: (out) (nullable): a floating target of it
 *
 * Returns: the action of the reader pane that does it
 */
const char *
bayan_reader_command_get_action (guint command, GVariant **target)
{
  g_return_val_if_fail (command < BAYAN_READER_N_COMMANDS, NULL);
  *target = is_type (command) ? g_variant_new_string (get_name (command)) : NULL;
  return is_type (command) ? "reader.set-type" : COMMANDS[command].action;
}

/* Another one has it already: both are as they come, so that none is without a key. */
static void
part_doubles (BayanReaderKeys *self)
{
  for (guint one = 0; one < BAYAN_READER_N_COMMANDS; one++)
    for (guint other = one + 1; other < BAYAN_READER_N_COMMANDS; other++)
      if (self->keys[one] == self->keys[other])
        {
          self->keys[one] = get_default (one);
          self->keys[other] = get_default (other);
        }
}

/* What is kept may come from another version, or another hand: a name or a key that is none is passed over. */
static void
read_settings (BayanReaderKeys *self)
{
  g_autoptr (GVariant) kept = self->settings != NULL ? g_settings_get_value (self->settings, SETTING) : NULL;

  for (guint command = 0; command < BAYAN_READER_N_COMMANDS; command++)
    {
      const char *name = NULL;
      guint key = 0;

      if (kept != NULL && g_variant_lookup (kept, get_name (command), "&s", &name))
        key = gdk_keyval_from_name (name);
      self->keys[command] = bayan_reader_keys_can_be (key) ? key : get_default (command);
    }
  part_doubles (self);
}

static void
write_settings (BayanReaderKeys *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint command = 0; command < BAYAN_READER_N_COMMANDS; command++)
    if (self->keys[command] != get_default (command))
      g_variant_builder_add (&builder, "{ss}", get_name (command), gdk_keyval_name (self->keys[command]));
  if (self->settings != NULL)
    g_settings_set_value (self->settings, SETTING, g_variant_builder_end (&builder));
  else
    g_variant_builder_clear (&builder);
}

static void
settings_changed_cb (BayanReaderKeys *self)
{
  read_settings (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
bayan_reader_keys_finalize (GObject *object)
{
  g_clear_object (&BAYAN_READER_KEYS (object)->settings);
  G_OBJECT_CLASS (bayan_reader_keys_parent_class)->finalize (object);
}

static void
bayan_reader_keys_class_init (BayanReaderKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bayan_reader_keys_finalize;
  changed_signal = g_signal_new ("changed", BAYAN_TYPE_READER_KEYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
bayan_reader_keys_init (BayanReaderKeys *self)
{
}

/**
 * bayan_reader_keys_new:
 * @settings: (nullable): where changed keys are kept
 */
BayanReaderKeys *
bayan_reader_keys_new (GSettings *settings)
{
  BayanReaderKeys *self = g_object_new (BAYAN_TYPE_READER_KEYS, NULL);

  g_set_object (&self->settings, settings);
  read_settings (self);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::" SETTING, G_CALLBACK (settings_changed_cb), self,
                             G_CONNECT_SWAPPED);
  return self;
}

guint
bayan_reader_keys_get (BayanReaderKeys *self, guint command)
{
  g_return_val_if_fail (command < BAYAN_READER_N_COMMANDS, 0);
  return self->keys[command];
}

/**
 * bayan_reader_keys_get_label:
 *
 * Returns: (transfer full): the key as it stands on a keyboard: "Y", "["
 */
char *
bayan_reader_keys_get_label (BayanReaderKeys *self, guint command)
{
  gunichar character = gdk_keyval_to_unicode (bayan_reader_keys_get (self, command));
  char text[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (character), text);
  return g_strdup (text);
}

/**
 * bayan_reader_keys_find:
 * @keyval: see bayan_reader_actions_get_latin_key()
 *
 * Returns: the command of that key; -1 for none
 */
int
bayan_reader_keys_find (BayanReaderKeys *self, guint keyval)
{
  if (keyval == GDK_KEY_Arabic_question_mark)
    keyval = GDK_KEY_question;
  for (guint command = 0; keyval != 0 && command < BAYAN_READER_N_COMMANDS; command++)
    if (self->keys[command] == keyval)
      return (int) command;
  return -1;
}

/**
 * bayan_reader_keys_can_be:
 *
 * Returns: whether a command may have that key: letters, and signs that every Latin keyboard has
 */
gboolean
bayan_reader_keys_can_be (guint keyval)
{
  return keyval > GDK_KEY_space && keyval < 0x7F && gdk_keyval_to_lower (keyval) == keyval;
}

/**
 * bayan_reader_keys_set:
 * @keyval: what bayan_reader_keys_can_be() allows
 *
 * Gives @command the key, if no other one has it.
 *
 * Returns: the other one; -1 where the key is given
 */
int
bayan_reader_keys_set (BayanReaderKeys *self, guint command, guint keyval)
{
  int other = bayan_reader_keys_find (self, keyval);

  g_return_val_if_fail (command < BAYAN_READER_N_COMMANDS && bayan_reader_keys_can_be (keyval), -1);

  if (other >= 0 && other != (int) command)
    return other;
  if (other < 0)
    {
      self->keys[command] = keyval;
      write_settings (self);
      if (self->settings == NULL)
        g_signal_emit (self, changed_signal, 0);
    }
  return -1;
}

/**
 * bayan_reader_keys_swap:
 *
 * Gives @command the key, and the command that has it that of @command.
 */
void
bayan_reader_keys_swap (BayanReaderKeys *self, guint command, guint keyval)
{
  int other = bayan_reader_keys_find (self, keyval);

  g_return_if_fail (command < BAYAN_READER_N_COMMANDS && bayan_reader_keys_can_be (keyval));

  if (other >= 0)
    self->keys[other] = self->keys[command];
  self->keys[command] = keyval;
  write_settings (self);
  if (self->settings == NULL)
    g_signal_emit (self, changed_signal, 0);
}

/* All keys are as they come. */
void
bayan_reader_keys_reset (BayanReaderKeys *self)
{
  for (guint command = 0; command < BAYAN_READER_N_COMMANDS; command++)
    self->keys[command] = get_default (command);
  write_settings (self);
  if (self->settings == NULL)
    g_signal_emit (self, changed_signal, 0);
}

gboolean
bayan_reader_keys_are_changed (BayanReaderKeys *self)
{
  for (guint command = 0; command < BAYAN_READER_N_COMMANDS; command++)
    if (self->keys[command] != get_default (command))
      return TRUE;
  return FALSE;
}
