/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-word-hashes.h"

#include <string.h>

#include "bayan-fold.h"

/* What a character is, by its code point: below, or the letter or digit that it is folded to. */
enum {
  SEPARATOR,
  IGNORED, /* stands in words and is no part of them: marks, tatweel, hamza alone */
  SENTENCE_END,
};

#define TABLE_SIZE 0x800 /* all characters of one or two bytes */
#define MAX_LETTERS 48   /* of a word that count */
#define SHORT_LETTERS 2  /* so short a word is in every text */
#define COMMON_BITS 4096
#define SOME_WORDS 32 /* that are put into an array at once */

static guint16 table[TABLE_SIZE];
static GHashTable *common;
static guint64
    maybe_common[COMMON_BITS / 64]; /* by the end of the hash: most words are in no list, and need no look */

static const char *const COMMON_WORDS[] = {
  "على",  "إلى",  "التي", "الذي", "الذين", "اللذين", "اللذان", "هذا",  "هذه",  "ذلك",   "تلك",  "كما",
  "وقد",  "خلال", "بعد",  "قبل",  "بين",   "عند",    "منذ",    "حتى",  "حول",  "دون",   "غير",  "كان",
  "كانت", "كل",   "بعض",  "أي",   "إلا",   "إذ",     "ثم",     "أمام", "ضد",   "نحو",   "عبر",  "لدى",
  "ضمن",  "بشأن", "حيث",  "فيما", "بما",   "مما",    "عما",    "منها", "فيها", "لها",   "له",   "إنه",
  "أنه",  "إنها", "أنها", "فيه",  "منه",   "عليه",   "عليها",  "إليه", "بها",  "به",    "ليس",  "لكن",
  "وذلك", "أجل",  "the",  "and",  "for",   "that",   "with",   "from", "was",  "were",  "has",  "had",
  "have", "its",  "his",  "her",  "their", "this",   "which",  "who",  "will", "would", "said", "are",
  "been", "not",  "but",  "also", "into",
};

/* What @code is, seen between two letters, where a mark is a mark. */
static guint16
classify (gunichar code)
{
  static const char BESIDE[] = "ب";
  g_autofree char *folded = NULL;
  char text[2 * sizeof BESIDE + 6] = "";
  gunichar letter;
  gsize length = sizeof BESIDE - 1;

  if (code == '.' || code == '!' || code == '?' || code == 0x61f || code == 0x6d4 || code == '\n')
    return SENTENCE_END;
  memcpy (text, BESIDE, length);
  length += (gsize) g_unichar_to_utf8 (code, text + length);
  memcpy (text + length, BESIDE, sizeof BESIDE);
  folded = bayan_fold (text, -1, BAYAN_FOLD_SEARCH);
  if (code == 0x621 || strlen (folded) == 2 * (sizeof BESIDE - 1))
    return IGNORED;
  letter = g_unichar_tolower (g_utf8_get_char (folded + sizeof BESIDE - 1));
  return letter > SENTENCE_END && letter <= G_MAXUINT16 && g_unichar_isalnum (letter) ? (guint16) letter
                                                                                      : SEPARATOR;
}

/* The character at @at, and how many bytes it has. Characters of three and more bytes: letters and signs. */
static inline guint16
read_character (const guchar *at, const guchar *end, guint *n_bytes)
{
  guint code;

  *n_bytes = *at < 0x80 ? 1 : *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : 4;
  if (*n_bytes == 1)
    return table[*at];
  if (at + *n_bytes > end)
    {
      *n_bytes = (guint) (end - at);
      return SEPARATOR;
    }
  if (*n_bytes == 2)
    return table[((*at & 0x1fu) << 6 | (at[1] & 0x3fu)) % TABLE_SIZE];
  if (*n_bytes == 4)
    return SEPARATOR;
  code = (*at & 0xfu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu);
  if (code >= 0x200b && code <= 0x200f)
    return IGNORED;
  return code < 0x2000 || code >= 0x3040 ? (guint16) code : SEPARATOR;
}

/**
 * bayan_word_hashes_mix:
 *
 * Returns: @hash with every bit of it in every bit; no two numbers give the same
 */
guint32
bayan_word_hashes_mix (guint32 hash)
{
  hash ^= hash >> 16;
  hash *= 0x85ebca6bu;
  hash ^= hash >> 13;
  hash *= 0xc2b2ae35u;
  return hash ^ hash >> 16;
}

/* How many letters stand before what the word is about: و, and ال with a preposition before it. More than a reader
 * would take off (وزير), but the same from every such word. */
static guint
count_proclitics (const guint16 *letters, guint n_letters)
{
  const guint16 WA = 0x648, BA = 0x628, KAF = 0x643, LAM = 0x644, ALEF = 0x627;
  guint n = n_letters >= 4 && letters[0] == WA ? 1 : 0;

  if (n_letters >= n + 5 && (letters[n] == BA || letters[n] == KAF) && letters[n + 1] == ALEF
      && letters[n + 2] == LAM)
    return n + 3;
  if (n_letters >= n + 4 && (letters[n] == ALEF || letters[n] == LAM) && letters[n + 1] == LAM)
    return n + 2;
  return n;
}

static guint32
hash_letters (const guint16 *letters, guint n_letters)
{
  guint32 hash = 2166136261u;

  for (guint i = count_proclitics (letters, n_letters); i < n_letters; i++)
    hash = (hash ^ letters[i]) * 16777619u;
  return bayan_word_hashes_mix (hash);
}

static gboolean
is_number (const guint16 *letters, guint n_letters)
{
  for (guint i = 0; i < n_letters; i++)
    if (letters[i] < '0' || letters[i] > '9')
      return FALSE;
  return TRUE;
}

/* The word that begins at @at, if one does, and what stands behind it: @stopped_at, of @n_bytes, 0 at the end. Returns
 * where the word ends. */
static const guchar *
read_word (const guchar *at, const guchar *end, guint16 letters[MAX_LETTERS], guint *n_letters,
           guint16 *stopped_at, guint *n_bytes)
{
  guint count = 0, length = 0;
  guint16 character = SEPARATOR;

  for (; at < end; at += length)
    {
      if (*at >= 0xc0 && *at < 0xe0 && end - at >= 2) /* nearly all */
        {
          length = 2;
          character = table[(*at & 0x1fu) << 6 | (at[1] & 0x3fu)];
        }
      else
        character = read_character (at, end, &length);
      if (character == SEPARATOR || character == SENTENCE_END)
        break;
      if (character != IGNORED && count < MAX_LETTERS)
        letters[count++] = character;
    }
  *n_letters = count;
  *stopped_at = at < end ? character : SEPARATOR;
  *n_bytes = at < end ? length : 0;
  return at;
}

static gboolean
is_common (guint32 hash)
{
  return (maybe_common[hash % COMMON_BITS / 64] >> hash % 64 & 1) != 0
         && g_hash_table_contains (common, GUINT_TO_POINTER (hash));
}

static BayanWordHash
make_word (const guint16 *letters, guint n_letters, BayanCleanSpan span, gboolean after_end)
{
  BayanWordHash word = { hash_letters (letters, n_letters), span, after_end ? BAYAN_WORD_HASH_AFTER_END : 0 };

  if (is_number (letters, n_letters))
    word.flags |= BAYAN_WORD_HASH_NUMBER;
  else if (n_letters <= SHORT_LETTERS || is_common (word.hash))
    word.flags |= BAYAN_WORD_HASH_COMMON;
  return word;
}

static GArray *
scan (const char *text, gsize length_bytes)
{
  const guchar *start = (const guchar *) text, *end = start + length_bytes, *at = start;
  GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (BayanWordHash), (guint) (length_bytes / 8 + 8));
  BayanWordHash some[SOME_WORDS];
  guint n_some = 0;
  gboolean after_end = TRUE;

  while (at < end)
    {
      guint16 letters[MAX_LETTERS], stopped_at;
      guint n_letters, n_bytes;
      const guchar *word = at;

      at = read_word (at, end, letters, &n_letters, &stopped_at, &n_bytes);
      if (n_letters > 0)
        {
          some[n_some++] = make_word (letters, n_letters,
                                      bayan_clean_span ((guint32) (word - start), (guint32) (at - start)),
                                      after_end);
          after_end = FALSE;
        }
      if (n_some == SOME_WORDS)
        {
          g_array_append_vals (words, some, n_some);
          n_some = 0;
        }
      after_end |= stopped_at == SENTENCE_END;
      at += n_bytes;
    }
  g_array_append_vals (words, some, n_some);
  return words;
}

static guint32
hash_one (const char *word)
{
  g_autoptr (GArray) words = scan (word, strlen (word));

  return words->len > 0 ? g_array_index (words, BayanWordHash, 0).hash : 0;
}

static void
ensure_tables (void)
{
  static gsize made;

  if (!g_once_init_enter (&made))
    return;
  for (gunichar code = 1; code < TABLE_SIZE; code++)
    table[code] = classify (code);
  common = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (COMMON_WORDS); i++)
    {
      guint32 hash = hash_one (COMMON_WORDS[i]);
      g_hash_table_add (common, GUINT_TO_POINTER (hash));
      maybe_common[hash % COMMON_BITS / 64] |= (guint64) 1 << hash % 64;
    }
  g_once_init_leave (&made, 1);
}

/**
 * bayan_word_hashes_new:
 * @text: clean text; valid UTF-8
 *
 * Returns: (element-type BayanWordHash) (transfer full): its words in their order. Signs are none, an address is several.
 */
GArray *
bayan_word_hashes_new (const char *text, gsize length_bytes)
{
  ensure_tables ();
  return scan (text, length_bytes);
}

/**
 * bayan_word_hashes_get_one:
 * @word: one word, in any spelling
 *
 * Returns: its hash; 0 where there is no letter in it
 */
guint32
bayan_word_hashes_get_one (const char *word)
{
  ensure_tables ();
  return hash_one (word);
}
