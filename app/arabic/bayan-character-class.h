/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a code point does to a word. Private to this room. */
#pragma once

#include <glib.h>

typedef enum {
  BAYAN_CLASS_SPACE,
  BAYAN_CLASS_NEWLINE,
  BAYAN_CLASS_IGNORED, /* format controls: cut nothing, belong to no word */
  BAYAN_CLASS_MARK,
  BAYAN_CLASS_TATWEEL,
  BAYAN_CLASS_ARABIC,
  BAYAN_CLASS_LATIN,
  BAYAN_CLASS_DIGIT,
  BAYAN_CLASS_SIGN,    /* any other punctuation or symbol */
  BAYAN_CLASS_STOP,
  BAYAN_CLASS_COMMA,
  BAYAN_CLASS_OPEN,
  BAYAN_CLASS_CLOSE,
  BAYAN_CLASS_OPEN_QUOTE,
  BAYAN_CLASS_CLOSE_QUOTE,
  BAYAN_CLASS_QUOTE,
  BAYAN_CLASS_DASH,
} BayanCharacterClass;

const guint8 *bayan_character_classes (void);
BayanCharacterClass bayan_character_class_wide (gunichar character);
