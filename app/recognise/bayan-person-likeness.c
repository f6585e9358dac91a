/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-person-likeness.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-lexicon-format.h"
#include "bayan-person-spelling.h"

#define SOUND_CHARS_MIN 3 /* a shorter one is shared by too many names */
#define NEAR_CHARS_MIN 5  /* of a sound of which one letter may differ */

struct _BayanPersonForm {
  BayanPersonSpelling *spelling;
  guint arabic; /* bit n: word n is an Arabic name, or has a letter that no other language is written with */
};

/* Letters that names of other languages are not written with. */
static gboolean
has_arabic_letter (const char *plain)
{
  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0x0639 || letter == 0x062D || letter == 0x0636 || letter == 0x0638 || letter == 0x0630
          || letter == 0x0635) /* ع ح ض ظ ذ ص */
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_arabic (const BayanLexicon *lexicon, const char *word, const char *plain)
{
  const guint64 given = G_GUINT64_CONSTANT (1) << BAYAN_LEX_GIVEN;
  const guint64 foreign = G_GUINT64_CONSTANT (1) << BAYAN_LEX_FOREIGN;
  guint64 classes =
      bayan_lexicon_get_classes (lexicon, bayan_lexicon_find_word (lexicon, word, strlen (word)))
      | bayan_lexicon_get_classes (lexicon, bayan_lexicon_find_word (lexicon, plain, strlen (plain)));

  return ((classes & given) != 0 && (classes & foreign) == 0) || has_arabic_letter (plain)
         || g_str_has_prefix (plain, "ال") || g_str_has_prefix (plain, "عبد")
         || g_str_has_prefix (plain, "ابو");
}

/* Classes are of words as they are written; plain keys may be joined of two. */
static void
note_arabic_words (BayanPersonForm *self, const BayanLexicon *lexicon, const char *name, gssize length_bytes)
{
  g_autofree char *folded = bayan_fold (name, length_bytes, BAYAN_FOLD_MATCH);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words);

  for (guint i = 0; i < self->spelling->n_words; i++)
    {
      const char *word = n == self->spelling->n_words ? words[i] : self->spelling->plain[i];

      if (is_arabic (lexicon, word, self->spelling->plain[i]))
        self->arabic |= 1u << i;
    }
}

/* @length_bytes: of @name, or -1 */
BayanPersonForm *
bayan_person_form_new (const BayanLexicon *lexicon, const char *name, gssize length_bytes)
{
  BayanPersonForm *self = g_new0 (BayanPersonForm, 1);

  self->spelling = bayan_person_spelling_new (name, length_bytes);
  note_arabic_words (self, lexicon, name, length_bytes);
  return self;
}

void
bayan_person_form_free (BayanPersonForm *self)
{
  bayan_person_spelling_free (self->spelling);
  g_free (self);
}

/* A form without words is like none. */
guint
bayan_person_form_count_words (const BayanPersonForm *self)
{
  return self->spelling->n_words;
}

/* One word of each */

static gboolean
without_article_equal (const char *a, const char *b)
{
  a += g_str_has_prefix (a, "ال") ? strlen ("ال") : 0;
  b += g_str_has_prefix (b, "ال") ? strlen ("ال") : 0;
  return strlen (a) >= 6 && strcmp (a, b) == 0;
}

/* One letter more, less or other. */
static gboolean
is_near (const char *a, const char *b)
{
  g_autofree gunichar *one = g_utf8_to_ucs4_fast (a, -1, NULL), *other = g_utf8_to_ucs4_fast (b, -1, NULL);
  glong n = g_utf8_strlen (a, -1), m = g_utf8_strlen (b, -1), start = 0, end = 0;

  if (MIN (n, m) < NEAR_CHARS_MIN || ABS (n - m) > 1)
    return FALSE;
  while (start < MIN (n, m) && one[start] == other[start])
    start++;
  while (end < MIN (n, m) - start && one[n - 1 - end] == other[m - 1 - end])
    end++;
  return MAX (n, m) - start - end <= 1;
}

static BayanPersonLikeness
compare_words (const BayanPersonForm *a, guint i, const BayanPersonForm *b, guint j)
{
  const char *one = a->spelling->plain[i], *other = b->spelling->plain[j];
  const char *sound = a->spelling->sound[i], *other_sound = b->spelling->sound[j];

  if (strcmp (one, other) == 0)
    return BAYAN_PERSONS_SAME;
  if (without_article_equal (one, other))
    return BAYAN_PERSONS_MAYBE_SAME;
  if ((a->arabic & (1u << i)) != 0 || (b->arabic & (1u << j)) != 0)
    return BAYAN_PERSONS_DIFFERENT;
  if (strcmp (sound, other_sound) == 0)
    return g_utf8_strlen (sound, -1) >= SOUND_CHARS_MIN ? BAYAN_PERSONS_MAYBE_SAME : BAYAN_PERSONS_DIFFERENT;
  return is_near (sound, other_sound) ? BAYAN_PERSONS_MAYBE_SAME : BAYAN_PERSONS_DIFFERENT;
}

/* The least of the first @n words. */
static BayanPersonLikeness
compare_all (const BayanPersonForm *a, const BayanPersonForm *b, guint n)
{
  BayanPersonLikeness least = BAYAN_PERSONS_SAME;

  for (guint i = 0; i < n && least != BAYAN_PERSONS_DIFFERENT; i++)
    least = MIN (least, compare_words (a, i, b, i));
  return least;
}

/* @shorter without some of what stands in the middle or at the end of @longer: محمد السوداني and محمد شياع السوداني, محمد بن
 * سلمان and محمد بن سلمان بن عبد العزيز. All of it in the same order, from the given name on. */
static gboolean
is_part_of (const BayanPersonForm *shorter, const BayanPersonForm *longer)
{
  guint at = 0;

  for (guint i = 0; i < shorter->spelling->n_words; i++, at++)
    {
      while (at < longer->spelling->n_words
             && compare_words (shorter, i, longer, at) == BAYAN_PERSONS_DIFFERENT)
        {
          if (i == 0)
            return FALSE;
          at++;
        }
      if (at >= longer->spelling->n_words)
        return FALSE;
    }
  return TRUE;
}

/* A family name alone, of a whole name: not a given one, which anybody may have. */
static gboolean
is_family_of (const BayanPersonForm *shorter, const BayanPersonForm *longer)
{
  guint last = longer->spelling->n_words - 1;
  const char *plain = shorter->spelling->plain[0];
  gboolean is_name = g_str_has_prefix (plain, "ال") || (shorter->arabic & 1) == 0;

  return is_name && g_utf8_strlen (plain, -1) > 3
         && compare_words (shorter, 0, longer, last) != BAYAN_PERSONS_DIFFERENT;
}

/**
 * bayan_person_form_compare:
 *
 * Returns: how alike they are; the order does not matter
 */
BayanPersonLikeness
bayan_person_form_compare (const BayanPersonForm *self, const BayanPersonForm *other)
{
  const BayanPersonForm *shorter = self->spelling->n_words <= other->spelling->n_words ? self : other;
  const BayanPersonForm *longer = shorter == self ? other : self;
  guint n = shorter->spelling->n_words, m = longer->spelling->n_words;

  if (n == 0)
    return BAYAN_PERSONS_DIFFERENT;
  if (n == m)
    return compare_all (self, other, n);
  if (n == 1)
    return is_family_of (shorter, longer) ? BAYAN_PERSONS_MAYBE_SAME : BAYAN_PERSONS_DIFFERENT;
  return is_part_of (shorter, longer) ? BAYAN_PERSONS_MAYBE_SAME : BAYAN_PERSONS_DIFFERENT;
}

/* The table */

static guint
find_first (const BayanLexicon *lexicon, const BayanLexiconSpelling *spellings, guint n, const char *sound)
{
  guint low = 1, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (bayan_lexicon_get_string (lexicon, spellings[middle].sound), sound) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * bayan_person_likeness_find:
 * @length_bytes: of @name, or -1
 *
 * Whom of the tables a name means that is written otherwise there: all its words sound like those of one person, and the
 * Arabic ones among them are the same.
 *
 * Returns: (transfer none) (nullable): the person; %NULL for a name of one word, or of nobody or several
 */
const BayanEntity *
bayan_person_likeness_find (const BayanLexicon *lexicon, const char *name, gssize length_bytes)
{
  g_autoptr (BayanPersonSpelling) spelling = bayan_person_spelling_new (name, length_bytes);
  g_autofree char *sound = bayan_person_spelling_dup_sound (spelling);
  g_autoptr (BayanPersonForm) form = NULL;
  guint n;
  const BayanLexiconSpelling *spellings = bayan_lexicon_get_spellings (lexicon, &n);
  guint32 found = 0;

  if (spelling->n_words < 2)
    return NULL;
  for (guint i = find_first (lexicon, spellings, n, sound);
       i < n && strcmp (bayan_lexicon_get_string (lexicon, spellings[i].sound), sound) == 0; i++)
    {
      g_autoptr (BayanPersonForm) known =
          bayan_person_form_new (lexicon, bayan_lexicon_get_string (lexicon, spellings[i].name), -1);

      /* Most names sound like nobody's: only now is it worth to know which of its words are Arabic. */
      if (form == NULL)
        form = bayan_person_form_new (lexicon, name, length_bytes);
      if (spellings[i].entry == found || bayan_person_form_compare (form, known) == BAYAN_PERSONS_DIFFERENT)
        continue;
      if (found != 0)
        return NULL;
      found = spellings[i].entry;
    }
  return found != 0 ? bayan_lexicon_get_entry (lexicon, found)->entity : NULL;
}
