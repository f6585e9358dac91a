/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-character-class.h"

#include "bayan-fold-private.h"

typedef struct {
  gunichar character;
  BayanCharacterClass class;
} Sign;

static const Sign SIGNS[] = {
  { '.', BAYAN_CLASS_STOP },           { '!', BAYAN_CLASS_STOP },
  { '?', BAYAN_CLASS_STOP },           { 0x061F, BAYAN_CLASS_STOP },
  { 0x06D4, BAYAN_CLASS_STOP },        { 0x2026, BAYAN_CLASS_STOP },
  { 0x203C, BAYAN_CLASS_STOP },        { 0x2047, BAYAN_CLASS_STOP },
  { 0x2048, BAYAN_CLASS_STOP },        { 0x2049, BAYAN_CLASS_STOP },
  { ',', BAYAN_CLASS_COMMA },          { ';', BAYAN_CLASS_COMMA },
  { ':', BAYAN_CLASS_COMMA },          { 0x060C, BAYAN_CLASS_COMMA },
  { 0x061B, BAYAN_CLASS_COMMA },       { '(', BAYAN_CLASS_OPEN },
  { '[', BAYAN_CLASS_OPEN },           { '{', BAYAN_CLASS_OPEN },
  { 0xFD3F, BAYAN_CLASS_OPEN },        { ')', BAYAN_CLASS_CLOSE },
  { ']', BAYAN_CLASS_CLOSE },          { '}', BAYAN_CLASS_CLOSE },
  { 0xFD3E, BAYAN_CLASS_CLOSE },       { 0x00AB, BAYAN_CLASS_OPEN_QUOTE },
  { 0x201C, BAYAN_CLASS_OPEN_QUOTE },  { 0x2018, BAYAN_CLASS_OPEN_QUOTE },
  { 0x201A, BAYAN_CLASS_OPEN_QUOTE },  { 0x201E, BAYAN_CLASS_OPEN_QUOTE },
  { 0x2039, BAYAN_CLASS_OPEN_QUOTE },  { 0x201F, BAYAN_CLASS_OPEN_QUOTE },
  { 0x00BB, BAYAN_CLASS_CLOSE_QUOTE }, { 0x201D, BAYAN_CLASS_CLOSE_QUOTE },
  { 0x2019, BAYAN_CLASS_CLOSE_QUOTE }, { 0x203A, BAYAN_CLASS_CLOSE_QUOTE },
  { '"', BAYAN_CLASS_QUOTE },          { '\'', BAYAN_CLASS_QUOTE },
  { 0xFF02, BAYAN_CLASS_QUOTE },       { '-', BAYAN_CLASS_DASH },
  { 0x2010, BAYAN_CLASS_DASH },        { 0x2011, BAYAN_CLASS_DASH },
  { 0x2012, BAYAN_CLASS_DASH },        { 0x2013, BAYAN_CLASS_DASH },
  { 0x2014, BAYAN_CLASS_DASH },        { 0x2015, BAYAN_CLASS_DASH },
  { 0x2212, BAYAN_CLASS_DASH },
};

static BayanCharacterClass
letter_class (gunichar character)
{
  if (g_unichar_get_script (character) == G_UNICODE_SCRIPT_ARABIC)
    return BAYAN_CLASS_ARABIC;
  return BAYAN_CLASS_LATIN;
}

static BayanCharacterClass
other_class (gunichar character)
{
  if (bayan_is_format_control (character))
    return BAYAN_CLASS_IGNORED;
  if (bayan_is_combining_mark (character) || g_unichar_ismark (character))
    return BAYAN_CLASS_MARK;
  if (character == '_' || g_unichar_isspace (character) || g_unichar_iscntrl (character))
    return BAYAN_CLASS_SPACE;
  if (g_unichar_isalpha (character))
    return letter_class (character);
  if (g_unichar_isdigit (character))
    return BAYAN_CLASS_DIGIT;
  return BAYAN_CLASS_SIGN;
}

static BayanCharacterClass
sign_class (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (SIGNS[i].character == character)
      return SIGNS[i].class;
  return other_class (character);
}

static void
fill_classes (guint8 *classes)
{
  for (gunichar c = 0; c < BAYAN_FOLD_NARROW; c++)
    classes[c] = sign_class (c);
  classes['\n'] = classes['\r'] = classes['\v'] = classes['\f'] = classes[0x85] = BAYAN_CLASS_NEWLINE;
  classes[0x640] = BAYAN_CLASS_TATWEEL;
}

/**
 * bayan_character_classes:
 *
 * Returns: the class of each code point below BAYAN_FOLD_NARROW. Any thread.
 */
const guint8 *
bayan_character_classes (void)
{
  static guint8 classes[BAYAN_FOLD_NARROW];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      fill_classes (classes);
      g_once_init_leave (&filled, 1);
    }
  return classes;
}

/* The class of a code point of BAYAN_FOLD_NARROW or above. A presentation form is what it stands for. */
BayanCharacterClass
bayan_character_class_wide (gunichar character)
{
  const guchar *form = (const guchar *) bayan_presentation_form (character);
  gunichar letter;

  if (character == 0x2028 || character == 0x2029)
    return BAYAN_CLASS_NEWLINE;
  if (*form == '\0')
    return sign_class (character);
  bayan_read_character (form, form + 2, &letter);
  return bayan_character_classes ()[letter];
}
