/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The single keys of the text: which one does what. Each command of the reader has a key that the analyst may change; what
 * was changed is kept in the settings ("reader-keys"), all else is as it comes.
 *
 * Signals
 *   changed ()   a command has another key
 */
#pragma once

#include <gio/gio.h>

#include "bayan-mention.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_READER_NEXT,
  BAYAN_READER_PREVIOUS,
  BAYAN_READER_CONFIRM,
  BAYAN_READER_REJECT,
  BAYAN_READER_SAME,
  BAYAN_READER_WHY_NOT,
  BAYAN_READER_EXTEND_LEFT,
  BAYAN_READER_EXTEND_RIGHT,
  BAYAN_READER_SHRINK_LEFT,
  BAYAN_READER_SHRINK_RIGHT,
  BAYAN_READER_JOIN,
  BAYAN_READER_RELATE,
  BAYAN_READER_ADD_PART,
  BAYAN_READER_TAKE_PART,
  BAYAN_READER_FIND,
  BAYAN_READER_NOTE,
  BAYAN_READER_STAGE,
  BAYAN_READER_FIRST_TYPE, /* and one for each type that is suggested from here on */
  BAYAN_READER_N_COMMANDS = BAYAN_READER_FIRST_TYPE + BAYAN_MENTION_N_SUGGESTED
} BayanReaderCommand;

#define BAYAN_TYPE_READER_KEYS (bayan_reader_keys_get_type ())
G_DECLARE_FINAL_TYPE (BayanReaderKeys, bayan_reader_keys, BAYAN, READER_KEYS, GObject)

BayanReaderKeys *bayan_reader_keys_new (GSettings *settings);
guint bayan_reader_keys_get (BayanReaderKeys *self, guint command);           /* a keyval */
char *bayan_reader_keys_get_label (BayanReaderKeys *self, guint command);     /* "Y", "[" */
int bayan_reader_keys_find (BayanReaderKeys *self, guint keyval);             /* a command; -1 for none */
gboolean bayan_reader_keys_can_be (guint keyval);
int bayan_reader_keys_set (BayanReaderKeys *self, guint command, guint keyval); /* what has the key; -1 for nothing */
void bayan_reader_keys_swap (BayanReaderKeys *self, guint command, guint keyval);
void bayan_reader_keys_reset (BayanReaderKeys *self);
gboolean bayan_reader_keys_are_changed (BayanReaderKeys *self);

const char *bayan_reader_command_get_title (guint command); /* in the language of the interface */
const char *bayan_reader_command_get_action (guint command, GVariant **target);

G_END_DECLS
