/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-person-spelling.h"

#include <string.h>

#include "bayan-fold.h"

/* Written apart or joined: عبد الله and عبدالله. The first form of a father's name stands for all: أبي and أبا are أبو. */
static const struct {
  const char *word, *joined;
} JOINED[] = {
  { "عبد", "عبد" }, { "ابو", "ابو" }, { "ابي", "ابو" }, { "ابا", "ابو" }, { "بو", "بو" },
};

/* Said before a name and no part of it */
static const char *const TITLES[] = { "السيد", "السيده", "الدكتور", "الدكتوره",
                                      "الشيخ", "الامير", "الملك",   NULL };

static const char *
find_joined (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (JOINED); i++)
    if (strcmp (word, JOINED[i].word) == 0)
      return JOINED[i].joined;
  return NULL;
}

/* The letter that stands for all that sound like it, 0 for one that is left out inside a word. */
static gunichar
sound_of (gunichar letter)
{
  switch (letter)
    {
    case 0x063A: /* غ */
    case 0x062C: /* ج */
    case 0x0642: /* ق */
    case 0x0643: /* ك */
      return 0x0643;
    case 0x0634: /* ش */
    case 0x0633: /* س */
    case 0x0635: /* ص */
    case 0x062B: /* ث */
    case 0x0632: /* ز */
      return 0x0633;
    case 0x062A: /* ت */
    case 0x0637: /* ط */
      return 0x062A;
    case 0x062F: /* د */
    case 0x0636: /* ض */
    case 0x0630: /* ذ */
    case 0x0638: /* ظ */
      return 0x062F;
    case 0x0627: /* ا */
    case 0x0648: /* و */
    case 0x064A: /* ي */
    case 0x0621: /* ء */
      return 0;
    default:
      return letter;
    }
}

/* What is written with two letters is heard as one: تش. A vowel that begins a word is heard, whichever it is. */
static char *
make_sound (const char *plain)
{
  GString *sound = g_string_new (NULL);
  const char *at = g_str_has_prefix (plain, "ال") && g_utf8_strlen (plain, -1) > 4 ? plain + strlen ("ال")
                                                                                   : plain;
  gunichar last = 0;
  gboolean begins = TRUE;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar written = g_utf8_get_char (at), letter = sound_of (written);

      if (written == 0x062A && g_utf8_get_char (g_utf8_next_char (at)) == 0x0634) /* تش */
        continue;
      if (letter == 0 && begins)
        letter = 0x0627;
      if (letter == 0x0647 && at[strlen ("ه")] == '\0' && !begins) /* ة */
        letter = 0;
      if (letter != 0 && letter != last)
        g_string_append_unichar (sound, letter);
      if (letter != 0)
        last = letter;
      begins = FALSE;
    }
  return g_string_free (sound, FALSE);
}

static void
take_word (BayanPersonSpelling *self, char *plain)
{
  self->plain[self->n_words] = plain;
  self->sound[self->n_words++] = make_sound (plain);
}

static void
take_words (BayanPersonSpelling *self, char **words)
{
  for (guint i = 0; words[i] != NULL && self->n_words < BAYAN_PERSON_WORDS_MAX; i++)
    {
      const char *joined = words[i + 1] != NULL ? find_joined (words[i]) : NULL;

      if (*words[i] == '\0'
          || (self->n_words == 0 && words[i + 1] != NULL && g_strv_contains (TITLES, words[i])))
        continue;
      if (joined != NULL)
        take_word (self, g_strconcat (joined, words[++i], NULL));
      else
        take_word (self, g_strdup (strcmp (words[i], "ابن") == 0 ? "بن" : words[i]));
    }
}

/**
 * bayan_person_spelling_new:
 * @length_bytes: of @name, or -1
 *
 * Returns: (transfer full): the keys of its words, in their order
 */
BayanPersonSpelling *
bayan_person_spelling_new (const char *name, gssize length_bytes)
{
  BayanPersonSpelling *self = g_new0 (BayanPersonSpelling, 1);
  g_autofree char *folded = bayan_fold (name, length_bytes, BAYAN_FOLD_SEARCH);
  g_auto (GStrv) words = NULL;

  for (char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isalnum (g_utf8_get_char (at)))
      memset (at, ' ', (gsize) (g_utf8_next_char (at) - at));
  words = g_strsplit (folded, " ", -1);
  take_words (self, words);
  return self;
}

void
bayan_person_spelling_free (BayanPersonSpelling *self)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      g_free (self->plain[i]);
      g_free (self->sound[i]);
    }
  g_free (self);
}

static char *
join (char *const *keys, guint n_keys)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n_keys; i++)
    {
      if (i > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, keys[i]);
    }
  return g_string_free (line, FALSE);
}

/* Returns: (transfer full): the plain keys with a space between them */
char *
bayan_person_spelling_dup_plain (const BayanPersonSpelling *self)
{
  return join (self->plain, self->n_words);
}

/* Returns: (transfer full): the sounds with a space between them */
char *
bayan_person_spelling_dup_sound (const BayanPersonSpelling *self)
{
  return join (self->sound, self->n_words);
}
