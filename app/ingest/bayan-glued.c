/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-glued.h"

#include <string.h>

#include "bayan-clitics.h"
#include "bayan-glued-lexicon.h"

#define LETTER 2u /* bytes of an Arabic letter */
#define LEFT_MIN 3u
#define ARTICLE_MIN 5u /* letters of a word with its article */
#define PLAIN_MIN 4u   /* of each of two words that nothing but themselves shows */
#define PLAIN_TOTAL_MIN 9u
#define HEADING_MIN 6u

/* Statements use the same words again and again: each thread remembers those that it found to be one word, by 64 bits of
 * each, which no two words of a language share. Those that may lie in one place fill a line of the processor's cache;
 * the oldest makes room. */
#define N_PLACES 4096u
#define N_IN_PLACE 8u

/* A part of a key, in letters. */
typedef struct {
  const char *at;
  guint letters;
} Part;

/* Words of two letters that others are glued to. */
static const char *const SHORT_WORDS[] = { "في", "من", "عن", "ان", "قد", "لم", "لن", "او", "مع", "كل" };

/* What begins a name that many write as one word: عبدالله, صلاحالدين. */
static const char *const NAME_STARTS[] = {
  "عبد",  "ابو",  "ابي", "بو",  "بن",  "ابن",  "ام",   "ذو",   "ذي",  "سيف",  "نور",  "صلاح", "جمال",
  "حسام", "علاء", "شرف", "بدر", "عز",  "شمس",  "فخر",  "محيي", "محي", "تقي",  "زين",  "ضياء", "بهاء",
  "عماد", "نصر",  "سعد", "جار", "هبة", "كمال", "ناصر", "حسن",  "خير", "سراج", "امين", "رضا",
};
static const char *const NAME_ENDS[] = { "الله", "الدين", "الرحمن", "الرحيم", "ستان", "اباد", "لاند" };

/* Before a verb, and before the name of a place. */
static const char *const BEFORE_VERBS[] = { "قد", "لم", "لن" };
static const char *const BEFORE_NAMES[] = { "في", "من", "عن" };

/* Behind a word with its article. */
static const char *const BEHIND[] = { "في", "من", "الى", "على" };

/* Words of three letters that others are glued to; many more only look like one with a letter before it. */
static const char *const FUNCTION_WORDS[] = {
  "بعد", "قبل", "بين", "عند", "حيث", "منذ", "حول", "نحو", "عبر", "دون",
  "هذا", "هذه", "تلك", "ذلك", "ليس", "كان", "غير", "كما", "وقد",
};

/* Of the words that begin like an article those that are none. */
static const char *const RELATIVES[] = { "الى", "الذي", "التي" };

static gboolean
is_any (Part part, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i]) == part.letters * LETTER && memcmp (words[i], part.at, part.letters * LETTER) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
begins_with (Part part, const char *letters)
{
  return part.letters * LETTER >= strlen (letters) && memcmp (part.at, letters, strlen (letters)) == 0;
}

static gboolean
ends_with (Part part, const char *letter)
{
  return memcmp (part.at + (part.letters - 1) * LETTER, letter, LETTER) == 0;
}

static guint
find (Part part)
{
  guint flags = bayan_glued_lexicon_find (part.at, part.letters * LETTER);

  if (part.letters >= ARTICLE_MIN && begins_with (part, "ال"))
    flags |= bayan_glued_lexicon_find (part.at + 2 * LETTER, (part.letters - 2) * LETTER);
  return flags;
}

static gboolean
is_whole (Part part)
{
  return bayan_glued_lexicon_is_whole (part.at, part.letters * LETTER);
}

/* Whether @part begins with the article, or with a letter before the article. */
static gboolean
has_article (Part part)
{
  Part rest = { part.at + LETTER, part.letters - 1 };

  if (part.letters < ARTICLE_MIN || bayan_clitics_is_function_word (part.at, part.letters * LETTER))
    return FALSE;
  if (begins_with (part, "ال") || begins_with (part, "لل"))
    return TRUE;
  return rest.letters >= ARTICLE_MIN && begins_with (rest, "ال")
         && (begins_with (part, "و") || begins_with (part, "ب") || begins_with (part, "ف"));
}

static gboolean
is_strong (Part part)
{
  return (part.letters >= ARTICLE_MIN && begins_with (part, "ال"))
         || (part.letters >= PLAIN_MIN && (find (part) & BAYAN_GLUED_NAME) != 0);
}

static gboolean
is_function_word (Part part)
{
  return is_any (part, FUNCTION_WORDS, G_N_ELEMENTS (FUNCTION_WORDS))
         || (part.letters >= PLAIN_MIN && bayan_clitics_is_function_word (part.at, part.letters * LETTER));
}

/* "and" before a name or a word with its article. */
static gboolean
is_joined (Part right)
{
  Part rest = { right.at + LETTER, right.letters - 1 };

  return right.letters > LEFT_MIN && begins_with (right, "و") && is_strong (rest) && find (rest) != 0;
}

/* Whether the first word may be one that another is glued to. */
static gboolean
may_be_left (Part left)
{
  if (left.letters < LEFT_MIN)
    return is_any (left, SHORT_WORDS, G_N_ELEMENTS (SHORT_WORDS));
  if (left.letters < ARTICLE_MIN && begins_with (left, "ال"))
    return is_any (left, RELATIVES, G_N_ELEMENTS (RELATIVES));
  return (find (left) & BAYAN_GLUED_PART) != 0 && !is_any (left, NAME_STARTS, G_N_ELEMENTS (NAME_STARTS));
}

/* The same behind a word of two letters. */
static gboolean
touch_short (Part left, Part right)
{
  if (is_any (left, BEFORE_NAMES, G_N_ELEMENTS (BEFORE_NAMES)))
    return right.letters >= ARTICLE_MIN && (find (right) & BAYAN_GLUED_NAME) != 0;
  return is_any (left, BEFORE_VERBS, G_N_ELEMENTS (BEFORE_VERBS)) && right.letters >= PLAIN_MIN
         && ((find (right) & BAYAN_GLUED_VERB) != 0
             || bayan_clitics_is_function_word (right.at, right.letters * LETTER));
}

/* عقدا للجنة or عقد اللجنة: nobody can tell. */
static gboolean
is_ambiguous (Part left, Part right)
{
  if (begins_with (right, "لل"))
    return ends_with (left, "ا");
  return begins_with (right, "الل") && !ends_with (left, "ة") && !ends_with (left, "ى")
         && left.letters > LEFT_MIN;
}

/* Whether two words that may be parts are two words indeed, by the place where they touch. */
static gboolean
touch (Part left, Part right)
{
  if (is_any (right, NAME_ENDS, G_N_ELEMENTS (NAME_ENDS)))
    return FALSE;
  if (has_article (right))
    return !is_ambiguous (left, right) && is_whole (right);
  /* These two end a word and are nowhere else. */
  if (ends_with (left, "ة") || ends_with (left, "ى"))
    return right.letters >= LEFT_MIN ? is_whole (right)
                                     : is_any (right, SHORT_WORDS, G_N_ELEMENTS (SHORT_WORDS));
  if (left.letters >= ARTICLE_MIN && begins_with (left, "ال")
      && is_any (right, BEHIND, G_N_ELEMENTS (BEHIND)))
    return TRUE;
  if (is_joined (right))
    return is_strong (left);
  if (left.letters < LEFT_MIN)
    return touch_short (left, right);
  if (is_function_word (left))
    return right.letters >= PLAIN_MIN && (find (right) & BAYAN_GLUED_PART) != 0;
  /* A headline without its full stop, and the verb behind it. */
  if (left.letters >= HEADING_MIN && begins_with (left, "ال"))
    return right.letters >= LEFT_MIN && (find (right) & BAYAN_GLUED_VERB) != 0;
  return left.letters >= PLAIN_MIN && right.letters >= PLAIN_MIN
         && left.letters + right.letters >= PLAIN_TOTAL_MIN && (find (right) & BAYAN_GLUED_PART) != 0;
}

/* Splits @word, of which the first @skipped letters are proclitics of its first part. Returns the number of parts,
 * 0 if it cannot be split; the longest first part counts. */
static guint
split_from (Part word, guint skipped, guint offset, guint max_parts, guint8 *ends)
{
  for (guint n = word.letters - 2; n >= skipped + 2; n--)
    {
      Part left = { word.at + skipped * LETTER, n - skipped };
      Part right = { word.at + n * LETTER, word.letters - n };

      if (may_be_left (left) && touch (left, right))
        {
          ends[0] = (guint8) (offset + n);
          ends[1] = (guint8) (offset + word.letters);
          return 2;
        }
    }
  for (guint n = word.letters - ARTICLE_MIN; max_parts > 2 && n >= skipped + 2 && n < word.letters; n--)
    {
      Part left = { word.at + skipped * LETTER, n - skipped };
      Part right = { word.at + n * LETTER, word.letters - n };
      guint more;

      if (!has_article (right) || !may_be_left (left))
        continue;
      more = split_from (right, begins_with (right, "ال") ? 0 : 1, offset + n, max_parts - 1, ends + 1);
      ends[0] = (guint8) (offset + n);
      if (more > 0)
        return more + 1;
    }
  return 0;
}

static guint
split (Part word, guint8 *ends)
{
  BayanCliticSplit splits[BAYAN_CLITICS_MAX];
  guint n_splits, found, tried = 0;

  if (is_whole (word))
    return 0;
  found = split_from (word, 0, 0, BAYAN_GLUED_PARTS_MAX, ends);
  n_splits = found == 0 ? bayan_clitics_split (word.at, word.letters * LETTER, splits) : 0;
  for (guint i = 0; i < n_splits && found == 0; i++)
    if (splits[i].prefix_chars > 0 && splits[i].prefix_chars <= 3
        && (tried & 1u << splits[i].prefix_chars) == 0)
      {
        tried |= 1u << splits[i].prefix_chars;
        found = split_from (word, splits[i].prefix_chars, 0, BAYAN_GLUED_PARTS_MAX, ends);
      }
  return found;
}

/* Returns: 64 bits that stand for @word; never 0 */
static guint64
find_mark (Part word)
{
  gsize length_bytes = word.letters * LETTER;
  guint64 mark = length_bytes, part;

  for (gsize at = 0; at + sizeof part <= length_bytes; at += sizeof part)
    {
      memcpy (&part, word.at + at, sizeof part);
      mark = (mark ^ part) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      mark ^= mark >> 32;
    }
  memcpy (&part, word.at + length_bytes - sizeof part, sizeof part);
  mark = (mark ^ part) * G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  return (mark ^ mark >> 32) | 1;
}

/* Returns: the place where a word with this mark is kept if it is one word */
static guint64 *
find_place (guint64 mark)
{
  static GPrivate all = G_PRIVATE_INIT (g_free);

  if (g_private_get (&all) == NULL)
    g_private_set (&all, g_new0 (guint64, N_PLACES * N_IN_PLACE));
  return (guint64 *) g_private_get (&all) + (mark >> 32) % N_PLACES * N_IN_PLACE;
}

static gboolean
is_remembered (const guint64 *place, guint64 mark)
{
  for (guint i = 0; i < N_IN_PLACE; i++)
    if (place[i] == mark)
      return TRUE;
  return FALSE;
}

static void
remember (guint64 *place, guint64 mark)
{
  memmove (place + 1, place, (N_IN_PLACE - 1) * sizeof *place);
  place[0] = mark;
}

/**
 * bayan_glued_split:
 * @key: a word in the match key, of Arabic letters only
 * @n_letters: at most BAYAN_GLUED_MAX
 * @ends: (out): where each part ends, in letters
 *
 * A word is split only if it is not known as it stands, in any reading or form, if each part is known, and if the
 * place where they touch shows that there were two: an article inside, a letter that only ends words, a name
 * behind "and".
 *
 * Returns: how many parts there are; 0 if it is one word
 */
guint
bayan_glued_split (const char *key, guint n_letters, guint8 ends[BAYAN_GLUED_PARTS_MAX])
{
  Part word = { key, n_letters };
  guint64 mark, *place;
  guint found;

  if (n_letters < BAYAN_GLUED_MIN || n_letters > BAYAN_GLUED_MAX)
    return 0;
  mark = find_mark (word);
  place = find_place (mark);
  if (is_remembered (place, mark))
    return 0;
  found = split (word, ends);
  if (found == 0)
    remember (place, mark);
  return found;
}
