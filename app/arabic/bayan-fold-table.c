/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each code point folds to under each key: shared/arabic.md §2.1. */
#include "bayan-fold-private.h"

#include <string.h>

typedef struct {
  guint16 from, to;
} Pair;

/* The table of a key is the one before it, with these changed. */
static const Pair MATCH_LETTERS[] = {
  { 0x0622, 0x0627 }, { 0x0623, 0x0627 }, { 0x0625, 0x0627 }, { 0x0671, 0x0627 }, /* آ أ إ ٱ → ا */
  { 0x0672, 0x0627 }, { 0x0673, 0x0627 }, { 0x0675, 0x0627 }, { 0x0676, 0x0624 },
  { 0x0677, 0x0624 }, { 0x0678, 0x0626 }, { 0x06CC, 0x064A }, { 0x06CD, 0x064A },
  { 0x06D2, 0x064A }, { 0x06D3, 0x0626 }, /* ی ۍ ے → ي, ۓ → ئ */
  { 0x06A9, 0x0643 }, { 0x06AA, 0x0643 }, /* ک ڪ → ك */
  { 0x06C1, 0x0647 }, { 0x06C0, 0x0647 }, { 0x06D5, 0x0647 }, { 0x06BE, 0x0647 },
  { 0x06C2, 0x0647 }, { 0x06C3, 0x0629 }, { 0x066A, '%' },    { 0x066B, '.' },
  { 0x066C, ',' },
};

static const Pair LOOSE_LETTERS[] = {
  { 0x06A4, 0x0641 }, { 0x06A8, 0x0642 }, { 0x06A5, 0x0641 }, /* ڤ ڥ → ف, ڨ → ق */
  { 0x067E, 0x0628 }, { 0x0686, 0x062C }, { 0x0698, 0x0632 }, { 0x06AF, 0x0643 }, /* پ ب, چ ج, ژ ز, گ ك */
  { 0x06AD, 0x0643 }, { 0x06CB, 0x0648 }, { 0x06C6, 0x0648 }, { 0x06C7, 0x0648 }, { 0x06CE, 0x064A },
};

static const Pair SEARCH_LETTERS[] = {
  { 0x0649, 0x064A }, { 0x0629, 0x0647 }, { 0x0624, 0x0648 }, { 0x0626, 0x064A }, /* ى ي, ة ه, ؤ و, ئ ي */
};

static guint16 tables[BAYAN_FOLD_N_KEYS][BAYAN_FOLD_NARROW];

static void
change (guint16 *table, const Pair *pairs, gsize n_pairs)
{
  for (gsize i = 0; i < n_pairs; i++)
    table[pairs[i].from] = pairs[i].to;
}

static void
fill_clean (guint16 *table)
{
  for (guint c = 0; c < BAYAN_FOLD_NARROW; c++)
    table[c] = c < 0x20 || (c >= 0x7F && c < 0xA0) || bayan_is_format_control (c) ? 0 : (guint16) c;
  table['\t'] = '\t';
  table['\n'] = table['\r'] = table['\v'] = table['\f'] = table[0x85] = '\n';
  table[0xA0] = ' ';
  table[0x640] = 0;
}

static void
fill_match (guint16 *table)
{
  for (guint c = 0x300; c < BAYAN_FOLD_NARROW; c++)
    if (bayan_is_arabic_mark (c))
      table[c] = 0;
  for (guint digit = 0; digit < 10; digit++)
    table[0x660 + digit] = table[0x6F0 + digit] = (guint16) ('0' + digit);
  table['\t'] = ' ';
  change (table, MATCH_LETTERS, G_N_ELEMENTS (MATCH_LETTERS));
}

/* The letter under a letter's accents, small. */
static gunichar
plain_letter (gunichar character)
{
  gunichar base, mark;

  while (g_unichar_decompose (character, &base, &mark) && base != 0)
    character = base;
  return g_unichar_tolower (character);
}

static gboolean
is_arabic_block (gunichar character)
{
  return character >= 0x0600 && character <= 0x077F;
}

static void
fill_search (guint16 *table)
{
  change (table, SEARCH_LETTERS, G_N_ELEMENTS (SEARCH_LETTERS));
  for (guint c = 'A'; c < BAYAN_FOLD_NARROW; c++)
    if (!is_arabic_block (c) && g_unichar_isalpha (c))
      {
        gunichar plain = plain_letter (c);
        table[c] = plain < BAYAN_FOLD_NARROW ? (guint16) plain : (guint16) c;
      }
  for (guint mark = 0x300; mark <= 0x36F; mark++)
    table[mark] = 0;
}

static void
fill_tables (void)
{
  const gsize size = sizeof tables[0];

  fill_clean (tables[BAYAN_FOLD_CLEAN]);
  memcpy (tables[BAYAN_FOLD_MATCH], tables[BAYAN_FOLD_CLEAN], size);
  fill_match (tables[BAYAN_FOLD_MATCH]);
  memcpy (tables[BAYAN_FOLD_MATCH_LOOSE], tables[BAYAN_FOLD_MATCH], size);
  change (tables[BAYAN_FOLD_MATCH_LOOSE], LOOSE_LETTERS, G_N_ELEMENTS (LOOSE_LETTERS));
  memcpy (tables[BAYAN_FOLD_SEARCH], tables[BAYAN_FOLD_MATCH_LOOSE], size);
  fill_search (tables[BAYAN_FOLD_SEARCH]);
}

/**
 * bayan_fold_narrow:
 *
 * Returns: for each code point below BAYAN_FOLD_NARROW what it becomes under @key, 0 where it goes. Any
 *   thread.
 */
const guint16 *
bayan_fold_narrow (BayanFoldKey key)
{
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      fill_tables ();
      g_once_init_leave (&filled, 1);
    }
  return tables[key];
}

static gunichar
wide_space (gunichar character)
{
  if (character == 0x1680 || (character >= 0x2000 && character <= 0x200A) || character == 0x202F
      || character == 0x205F || character == 0x3000)
    return ' ';
  if (character == 0x2028 || character == 0x2029)
    return '\n';
  return 0;
}

static guint
fold_form (BayanFoldKey key, const char *form, gunichar folded[BAYAN_FOLD_EXPANSION])
{
  const guint16 *narrow = bayan_fold_narrow (key);
  guint n = 0;

  for (const guchar *at = (const guchar *) form; *at != '\0'; at += 2)
    {
      gunichar letter = narrow[(at[0] & 0x1F) << 6 | (at[1] & 0x3F)];
      if (letter != 0)
        folded[n++] = letter;
    }
  return n;
}

/**
 * bayan_fold_wide:
 * @character: a code point of BAYAN_FOLD_NARROW or above
 * @folded: (out): what it becomes under @key
 *
 * Returns: how many code points that is; 0 where @character goes
 */
guint
bayan_fold_wide (BayanFoldKey key, gunichar character, gunichar folded[BAYAN_FOLD_EXPANSION])
{
  const char *form = bayan_presentation_form (character);

  if (*form != '\0')
    return fold_form (key, form, folded);
  if (bayan_is_format_control (character))
    return 0;
  if (key != BAYAN_FOLD_CLEAN
      && (bayan_is_arabic_mark (character) || (character >= 0xFE00 && character <= 0xFE0F)))
    return 0;
  folded[0] = wide_space (character);
  if (folded[0] == 0)
    folded[0] = key == BAYAN_FOLD_SEARCH && g_unichar_isalpha (character) ? plain_letter (character)
                                                                          : character;
  return 1;
}
