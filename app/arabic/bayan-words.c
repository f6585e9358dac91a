/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-words.h"

#include <string.h>

#include "bayan-character-class.h"
#include "bayan-fold-private.h"

#define SHADDA 0x651
/* Room that one character may need in the keys, and its NUL. */
#define KEY_SPARE_BYTES (4 * BAYAN_FOLD_EXPANSION + 1)

/* Of every two bytes, as they lie in memory, the two that an Arabic letter (U+0600 to U+06FF) gives a key; 0 if they are no
 * Arabic letter, or one that gives anything else. Of this only a few lines of the cache are ever read. */
static guint16 plain_letters[G_MAXUINT16 + 1];

typedef struct {
  BayanWords public;
  BayanWord *words;
  guint words_capacity;
  char *keys;
  guint32 keys_length, keys_capacity;

  /* While reading */
  const guint8 *classes;
  const guint16 *narrow;
  const guchar *start, *at, *end;
  gunichar character; /* at @at */
  guint step;         /* its bytes; 0 at the end */
  BayanCharacterClass class;
  guint newlines; /* since the last word */
  gboolean space;
  gboolean has_at_sign; /* the text: without one there is no mail address in it */
} Reader;

static inline guint16
read_pair (const guchar *at)
{
  guint16 pair;

  memcpy (&pair, at, sizeof pair);
  return pair;
}

static void
fill_plain_letters (void)
{
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      const guint8 *classes = bayan_character_classes ();
      const guint16 *narrow = bayan_fold_narrow (BAYAN_FOLD_MATCH);

      for (gunichar letter = 0x600; letter < 0x700; letter++)
        if (classes[letter] == BAYAN_CLASS_ARABIC && narrow[letter] >= 0x80)
          {
            guchar written[2], folded[2];

            bayan_write_character ((char *) written, letter);
            bayan_write_character ((char *) folded, narrow[letter]);
            plain_letters[read_pair (written)] = read_pair (folded);
          }
      g_once_init_leave (&filled, 1);
    }
}

/* Folds plain letters from @at to @out, and moves both behind the last one. Ends at @stop or at the first character of
 * another kind. */
static inline void
take_plain_letters (const guchar **at, const guchar *stop, char **out)
{
  const guchar *letter = *at;
  char *folded = *out;

  for (guint16 pair; letter < stop && (pair = plain_letters[read_pair (letter)]) != 0;
       letter += 2, folded += 2)
    memcpy (folded, &pair, sizeof pair);
  *at = letter;
  *out = folded;
}

static G_ALWAYS_INLINE inline void
reader_look (Reader *self)
{
  if (G_UNLIKELY (self->at >= self->end))
    {
      self->step = 0;
      self->character = 0;
      self->class = BAYAN_CLASS_SPACE;
      return;
    }
  self->step = bayan_read_character (self->at, self->end, &self->character);
  self->class = G_LIKELY (self->character < BAYAN_FOLD_NARROW) ? self->classes[self->character]
                                                               : bayan_character_class_wide (self->character);
}

static inline void
reader_next (Reader *self)
{
  self->at += self->step;
  reader_look (self);
}

/* The class of the character behind the one at hand, whose step is 1 to 4. */
static BayanCharacterClass
reader_peek_class (const Reader *self)
{
  Reader ahead = *self;

  reader_next (&ahead);
  return ahead.step > 0 ? ahead.class : BAYAN_CLASS_SPACE;
}

static inline guint32
reader_offset (const Reader *self)
{
  return (guint32) (self->at - self->start);
}

static inline void
reader_reserve_key (Reader *self, guint32 bytes)
{
  if (G_LIKELY (self->keys_length + bytes <= self->keys_capacity))
    return;
  self->keys_capacity += self->keys_capacity / 2 + bytes;
  self->keys = g_realloc (self->keys, self->keys_capacity);
}

static inline void
reader_put_key (Reader *self)
{
  gunichar folded[BAYAN_FOLD_EXPANSION];
  guint n = 1;

  reader_reserve_key (self, KEY_SPARE_BYTES);
  if (G_LIKELY (self->character < BAYAN_FOLD_NARROW))
    folded[0] = self->narrow[self->character];
  else
    n = bayan_fold_wide (BAYAN_FOLD_MATCH, self->character, folded);
  for (guint i = 0; i < n; i++)
    if (folded[i] != 0)
      self->keys_length += bayan_write_character (self->keys + self->keys_length, folded[i]);
}

static guint32
flags_before (const Reader *self)
{
  guint32 flags = 0;

  if (self->space)
    flags |= BAYAN_WORD_SPACE_BEFORE;
  if (self->newlines > 0)
    flags |= BAYAN_WORD_NEWLINE_BEFORE;
  if (self->newlines > 1)
    flags |= BAYAN_WORD_PARAGRAPH_BEFORE;
  return flags;
}

static inline BayanWord *
reader_begin_word (Reader *self, guint32 flags)
{
  BayanWord *word;

  if (G_UNLIKELY (self->public.n_words == self->words_capacity))
    {
      self->words_capacity += self->words_capacity / 2 + 16;
      self->words = g_renew (BayanWord, self->words, self->words_capacity);
    }
  word = &self->words[self->public.n_words];
  word->span = bayan_clean_span (reader_offset (self), reader_offset (self));
  word->key_at = self->keys_length;
  word->flags = flags | flags_before (self);
  return word;
}

static inline gboolean
reader_key_is_full (const Reader *self, const BayanWord *word)
{
  return self->keys_length - word->key_at + KEY_SPARE_BYTES > BAYAN_WORD_KEY_BYTES_MAX;
}

static inline void
reader_end_word (Reader *self, BayanWord *word)
{
  word->key_length = (guint16) (self->keys_length - word->key_at);
  self->keys[self->keys_length++] = '\0';
  word->hash = bayan_word_hash (self->keys + word->key_at, word->key_length);
  self->public.n_words++;
  self->newlines = 0;
  self->space = FALSE;
}

/* A hamza or madda that stands apart from its letter. The MATCH key of alef with either is alef. */
static void
reader_put_combining_hamza (Reader *self, const BayanWord *word)
{
  char *last = self->keys + self->keys_length - 2;

  if (self->keys_length - word->key_at < 2 || self->character != 0x654)
    return;
  if (memcmp (last, "و", 2) == 0)
    memcpy (last, "ؤ", 2);
  else if (memcmp (last, "ي", 2) == 0 || memcmp (last, "ى", 2) == 0)
    memcpy (last, "ئ", 2);
}

static void
reader_take_mark (Reader *self, BayanWord *word)
{
  word->flags |= BAYAN_WORD_HAS_MARKS | (self->character == SHADDA ? BAYAN_WORD_HAS_SHADDA : 0);
  if (self->character == 0x654)
    reader_put_combining_hamza (self, word);
}

/* Plain letters of two bytes, which is nearly all of any text: what the loop below does, without asking what
 * else there might be. Ends at the first character of another kind. */
static void
reader_take_plain_letters (Reader *self)
{
  const guchar *at = self->at;
  const guchar *stop = MIN (self->end - 1, at + BAYAN_WORD_KEY_BYTES_MAX / 2);
  char *out;

  reader_reserve_key (self, BAYAN_WORD_KEY_BYTES_MAX);
  out = self->keys + self->keys_length;
  take_plain_letters (&at, stop, &out);
  self->keys_length = (guint32) (out - self->keys);
  self->at = at;
  reader_look (self);
}

/* Whether the character at @at, of one byte, ends a word. */
static inline gboolean
ends_word (const Reader *self, const guchar *at)
{
  return *at < 0x80 && (self->classes[*at] < BAYAN_CLASS_IGNORED || self->classes[*at] > BAYAN_CLASS_ARABIC);
}

/* Words of plain letters that one character of one byte ends, with a space between two of them: what follows below for any
 * word, for what is nearly all of any text. Ends at the first word that is not so. */
static void
reader_take_plain_words (Reader *self)
{
  const guchar *at = self->at;
  const guchar *stop = self->end - 1; /* a letter has two bytes, and something ends its word */

  while (at < stop && self->public.n_words < self->words_capacity)
    {
      BayanWord *word = &self->words[self->public.n_words];
      const guchar *start = at, *most = MIN (stop, at + BAYAN_WORD_KEY_BYTES_MAX / 2);
      char *out;

      reader_reserve_key (self, BAYAN_WORD_KEY_BYTES_MAX + 1);
      out = self->keys + self->keys_length;
      take_plain_letters (&at, most, &out);
      if (at == start || at >= most || !ends_word (self, at))
        {
          at = start;
          break;
        }

      word->span = bayan_clean_span ((guint32) (start - self->start), (guint32) (at - self->start));
      word->key_at = self->keys_length;
      word->flags = BAYAN_WORD_ARABIC | flags_before (self);
      self->keys_length = (guint32) (out - self->keys);
      reader_end_word (self, word);
      if (*at != ' ')
        break;
      self->space = TRUE;
      at++;
    }
  if (at == self->at)
    return;
  self->at = at;
  reader_look (self);
}

static void
reader_take_arabic (Reader *self)
{
  BayanWord *word = reader_begin_word (self, BAYAN_WORD_ARABIC);

  reader_take_plain_letters (self);
  word->span.end.byte = reader_offset (self);
  while (self->class >= BAYAN_CLASS_IGNORED && self->class <= BAYAN_CLASS_ARABIC
         && !reader_key_is_full (self, word))
    {
      word->flags &= ~(self->class == BAYAN_CLASS_ARABIC ? BAYAN_WORD_ENDS_IN_TATWEEL : 0u);
      if (G_LIKELY (self->class == BAYAN_CLASS_ARABIC))
        reader_put_key (self);
      else if (self->class == BAYAN_CLASS_MARK)
        reader_take_mark (self, word);
      else if (self->class == BAYAN_CLASS_TATWEEL)
        word->flags |= BAYAN_WORD_HAS_TATWEEL | BAYAN_WORD_ENDS_IN_TATWEEL;
      if (G_LIKELY (self->class != BAYAN_CLASS_IGNORED))
        word->span.end.byte = reader_offset (self) + self->step;
      reader_next (self);
    }
  reader_end_word (self, word);
}

static inline gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == 0x2019;
}

static void
reader_take_latin (Reader *self)
{
  gboolean upper = g_unichar_isupper (self->character);
  BayanWord *word = reader_begin_word (self, BAYAN_WORD_LATIN | (upper ? BAYAN_WORD_UPPER_FIRST : 0));

  for (;;)
    {
      upper = upper && !g_unichar_islower (self->character);
      if (self->class != BAYAN_CLASS_IGNORED)
        {
          reader_put_key (self);
          word->span.end.byte = reader_offset (self) + self->step;
        }
      reader_next (self);
      if (reader_key_is_full (self, word))
        break;
      if (is_apostrophe (self->character) && reader_peek_class (self) == BAYAN_CLASS_LATIN)
        continue;
      if (self->class != BAYAN_CLASS_LATIN && self->class != BAYAN_CLASS_MARK
          && self->class != BAYAN_CLASS_IGNORED)
        break;
    }
  word->flags |= upper ? BAYAN_WORD_UPPER_ALL : 0;
  reader_end_word (self, word);
}

static inline gboolean
is_number_separator (gunichar character)
{
  return character == '.' || character == ',' || character == 0x66B || character == 0x66C;
}

static void
reader_take_number (Reader *self)
{
  BayanWord *word = reader_begin_word (self, BAYAN_WORD_NUMBER);

  do
    {
      if (self->class != BAYAN_CLASS_IGNORED)
        {
          reader_put_key (self);
          word->span.end.byte = reader_offset (self) + self->step;
        }
      reader_next (self);
    }
  while ((self->class == BAYAN_CLASS_DIGIT || self->class == BAYAN_CLASS_IGNORED
          || (is_number_separator (self->character) && reader_peek_class (self) == BAYAN_CLASS_DIGIT))
         && !reader_key_is_full (self, word));
  reader_end_word (self, word);
}

static guint32
sign_flags (BayanCharacterClass class)
{
  switch (class)
    {
    case BAYAN_CLASS_STOP:
      return BAYAN_WORD_PUNCTUATION | BAYAN_WORD_SENTENCE_END;
    case BAYAN_CLASS_COMMA:
      return BAYAN_WORD_PUNCTUATION | BAYAN_WORD_CLAUSE_END;
    case BAYAN_CLASS_OPEN:
      return BAYAN_WORD_PUNCTUATION | BAYAN_WORD_OPEN;
    case BAYAN_CLASS_CLOSE:
      return BAYAN_WORD_PUNCTUATION | BAYAN_WORD_CLOSE;
    case BAYAN_CLASS_OPEN_QUOTE:
      return BAYAN_WORD_PUNCTUATION | BAYAN_WORD_OPEN | BAYAN_WORD_QUOTE;
    case BAYAN_CLASS_CLOSE_QUOTE:
      return BAYAN_WORD_PUNCTUATION | BAYAN_WORD_CLOSE | BAYAN_WORD_QUOTE;
    case BAYAN_CLASS_QUOTE:
      return BAYAN_WORD_PUNCTUATION | BAYAN_WORD_QUOTE;
    case BAYAN_CLASS_DASH:
    case BAYAN_CLASS_TATWEEL:
      return BAYAN_WORD_PUNCTUATION | BAYAN_WORD_DASH;
    default:
      return BAYAN_WORD_PUNCTUATION;
    }
}

/* One sign, or a run of full stops, which is one sign drawn long. */
static void
reader_take_sign (Reader *self)
{
  gunichar sign = self->character;
  BayanWord *word = reader_begin_word (self, sign_flags (self->class));

  do
    {
      reader_put_key (self);
      reader_next (self);
      word->span.end.byte = reader_offset (self);
    }
  while (sign == '.' && self->character == sign && !reader_key_is_full (self, word));
  reader_end_word (self, word);
}

/* Tatweel before a letter is only drawn length; alone it is a dash. */
static void
reader_take_tatweel (Reader *self)
{
  BayanWord *word = reader_begin_word (self, sign_flags (BAYAN_CLASS_TATWEEL));

  while (self->class == BAYAN_CLASS_TATWEEL || self->class == BAYAN_CLASS_MARK
         || self->class == BAYAN_CLASS_IGNORED)
    {
      if (self->class == BAYAN_CLASS_TATWEEL)
        word->span.end.byte = reader_offset (self) + self->step;
      reader_next (self);
    }
  if (self->class == BAYAN_CLASS_ARABIC)
    return;
  reader_reserve_key (self, KEY_SPARE_BYTES);
  memcpy (self->keys + self->keys_length, "ـ", 2);
  self->keys_length += 2;
  reader_end_word (self, word);
}

static inline gboolean
is_address_byte (guchar byte)
{
  static const gboolean SIGNS[128] = {
    ['.'] = TRUE, ['_'] = TRUE, ['%'] = TRUE, ['+'] = TRUE, ['-'] = TRUE, ['@'] = TRUE, ['/'] = TRUE,
    [':'] = TRUE, ['?'] = TRUE, ['='] = TRUE, ['&'] = TRUE, ['#'] = TRUE, ['~'] = TRUE,
  };

  return g_ascii_isalnum (byte) || (byte < G_N_ELEMENTS (SIGNS) && SIGNS[byte]);
}

/* Where the address ends that begins at @at, or @at if there is none. Full stops and the like at its end
 * belong to the sentence. */
static const guchar *
address_end (const guchar *at, const guchar *end)
{
  const guchar *stop = at;
  gboolean mail = FALSE, web = FALSE;

  for (; stop < end && *stop < 0x80 && *stop != '\0' && is_address_byte (*stop); stop++)
    mail |= *stop == '@' && stop > at && stop + 1 < end && g_ascii_isalnum (stop[1]);
  while (stop > at && strchr (".:?-@", stop[-1]) != NULL)
    stop--;
  web = (stop - at > 4 && g_ascii_strncasecmp ((const char *) at, "www.", 4) == 0)
        || (stop - at > 8 && g_ascii_strncasecmp ((const char *) at, "http://", 7) == 0)
        || (stop - at > 9 && g_ascii_strncasecmp ((const char *) at, "https://", 8) == 0);
  return mail || web ? stop : at;
}

static void
reader_take_address (Reader *self, const guchar *stop)
{
  BayanWord *word = reader_begin_word (self, BAYAN_WORD_ADDRESS);

  while (self->at < stop && !reader_key_is_full (self, word))
    {
      reader_put_key (self);
      reader_next (self);
    }
  self->at = stop;
  word->span.end.byte = reader_offset (self);
  reader_look (self);
  reader_end_word (self, word);
}

/* An address is looked for only where a run of its characters begins, so that no run is read twice. */
static gboolean
reader_try_address (Reader *self)
{
  const guchar *stop;

  if (self->character >= 0x80 || !g_ascii_isalnum (self->character)
      || (!self->has_at_sign && strchr ("wWhH", (int) self->character) == NULL)
      || (self->at > self->start && self->at[-1] < 0x80 && self->at[-1] != '\0'
          && is_address_byte (self->at[-1])))
    return FALSE;
  stop = address_end (self->at, self->end);
  if (stop == self->at)
    return FALSE;
  reader_take_address (self, stop);
  return TRUE;
}

static void
reader_take_newline (Reader *self)
{
  gboolean pair = self->character == '\r' && self->at + 1 < self->end && self->at[1] == '\n';

  self->newlines += pair ? 0 : 1;
  reader_next (self);
}

static void
reader_step (Reader *self)
{
  const guchar *start;

  switch (self->class)
    {
    case BAYAN_CLASS_SPACE:
      self->space = TRUE;
      G_GNUC_FALLTHROUGH;
    case BAYAN_CLASS_IGNORED:
    case BAYAN_CLASS_MARK:
      reader_next (self);
      break;
    case BAYAN_CLASS_NEWLINE:
      reader_take_newline (self);
      break;
    case BAYAN_CLASS_TATWEEL:
      reader_take_tatweel (self);
      break;
    case BAYAN_CLASS_ARABIC:
      start = self->at;
      reader_take_plain_words (self);
      if (self->at == start)
        reader_take_arabic (self);
      break;
    case BAYAN_CLASS_LATIN:
      if (!reader_try_address (self))
        reader_take_latin (self);
      break;
    case BAYAN_CLASS_DIGIT:
      if (!reader_try_address (self))
        reader_take_number (self);
      break;
    default:
      reader_take_sign (self);
    }
}

/**
 * bayan_words_new:
 * @utf8: clean text of less than 4 GiB; must outlive what is returned. Bytes that are no UTF-8 are signs
 * @length_bytes: its length, or -1 if it ends with NUL
 *
 * Returns: (transfer full): its words
 */
BayanWords *
bayan_words_new (const char *utf8, gssize length_bytes)
{
  gsize length = length_bytes < 0 ? strlen (utf8) : (gsize) length_bytes;
  Reader *self = g_new0 (Reader, 1);

  self->classes = bayan_character_classes ();
  self->narrow = bayan_fold_narrow (BAYAN_FOLD_MATCH);
  fill_plain_letters ();
  self->start = self->at = (const guchar *) utf8;
  self->end = self->start + length;
  self->words_capacity = (guint) (length / 8) + 16;
  self->words = g_new (BayanWord, self->words_capacity);
  self->keys_capacity = (guint32) (length + length / 8) + KEY_SPARE_BYTES;
  self->keys = g_malloc (self->keys_capacity);
  self->newlines = 2;
  self->has_at_sign = length > 0 && memchr (utf8, '@', length) != NULL;
  reader_look (self);
  while (self->step > 0)
    reader_step (self);
  self->public.words = self->words;
  self->public.keys = self->keys;
  self->public.text = utf8;
  self->public.text_length_bytes = length;
  return &self->public;
}

void
bayan_words_free (BayanWords *self)
{
  Reader *reader = (Reader *) self;

  if (self == NULL)
    return;
  g_free (reader->words);
  g_free (reader->keys);
  g_free (reader);
}

/**
 * bayan_words_find:
 *
 * Returns: the first word that ends behind @position: the one that holds it, or the next one; n_words if
 *   there is none
 */
guint
bayan_words_find (const BayanWords *self, BayanCleanPos position)
{
  guint low = 0, high = self->n_words;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (self->words[middle].span.end.byte <= position.byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How many characters of the key the character at @at gave. */
static guint
key_chars_of (const guint16 *narrow, gunichar character)
{
  gunichar folded[BAYAN_FOLD_EXPANSION];

  if (character < BAYAN_FOLD_NARROW)
    return narrow[character] != 0 ? 1 : 0;
  return bayan_fold_wide (BAYAN_FOLD_MATCH, character, folded);
}

/* TRUE if the text of a word of Arabic letters begins with @n_letters that each gave one of its key, and another one. */
static gboolean
begins_plainly (const guchar *at, const guchar *end, guint n_letters)
{
  const guchar *last = at + 2 * n_letters;

  if (last + 2 > end)
    return FALSE;
  for (; at <= last; at += 2)
    if (plain_letters[read_pair (at)] == 0)
      return FALSE;
  return TRUE;
}

/**
 * bayan_words_get_position_in:
 * @index: a word
 * @key_chars: characters of its key to leave behind, such as those of its proclitics
 *
 * Returns: where in the text the next character of the word begins; vowel marks, tatweel and controls on what
 *   was left behind are left behind with it (بـ|مراكش). A character that gave the last one left behind and
 *   more (a lam-alef in one sign) cannot be cut: its beginning is returned. The word's end if there is
 *   nothing more.
 */
BayanCleanPos
bayan_words_get_position_in (const BayanWords *self, guint index, guint key_chars)
{
  const BayanWord *word = &self->words[index];
  const guchar *text = (const guchar *) self->text;
  const guchar *at = text + word->span.start.byte, *end = text + word->span.end.byte;
  const guint16 *narrow;
  guint step;

  if (key_chars == 0)
    return word->span.start;
  if (begins_plainly (at, end, key_chars))
    return (BayanCleanPos) { word->span.start.byte + 2 * key_chars };
  narrow = bayan_fold_narrow (BAYAN_FOLD_MATCH);
  for (guint left = key_chars; at < end; at += step)
    {
      gunichar character;
      guint n;

      step = bayan_read_character (at, end, &character);
      n = key_chars_of (narrow, character);
      if (n > left)
        break;
      left -= n;
    }
  return (BayanCleanPos) { (guint32) (at - text) };
}
