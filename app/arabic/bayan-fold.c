/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-fold-private.h"

#include <string.h>

#define LETTER_HAMZA 0x0621
#define COMBINING_HAMZA_ABOVE 0x0654
/* A mark looks back over at most this many folded bytes for the letter it composes with: more vowel marks
 * than four on one letter are no writing, and a bound keeps the fold linear. */
#define COMPOSITION_REACH_BYTES 8
/* Room that one code point may need. */
#define SPARE_BYTES (4 * BAYAN_FOLD_EXPANSION)

typedef struct {
  BayanFoldKey key;
  const guint16 *narrow;
  char *out;
  gsize length, capacity;
  guint32 *offsets; /* NULL if nobody asked */
  gboolean with_offsets;
  gunichar base; /* the last letter, unfolded, for a combining mark to compose with; 0 if none may */
  gsize base_at; /* where in @out it is */
  guint base_length;
  guint letters; /* Arabic letters since the word began */
} Folder;

static void
folder_reserve (Folder *self)
{
  if (G_LIKELY (self->length + SPARE_BYTES <= self->capacity))
    return;
  self->capacity += self->capacity / 2 + SPARE_BYTES;
  self->out = g_realloc (self->out, self->capacity + 1);
  if (self->with_offsets)
    self->offsets = g_renew (guint32, self->offsets, self->capacity + 1);
}

static inline void
folder_put (Folder *self, gunichar character, guint32 offset)
{
  guint n = bayan_write_character (self->out + self->length, character);

  if (self->with_offsets)
    for (guint i = 0; i < n; i++)
      self->offsets[self->length + i] = offset;
  self->length += n;
}

/* SEARCH drops a hamza at the end of a word, so that سماء is found by سما. */
static void
folder_end_word (Folder *self)
{
  if (self->key == BAYAN_FOLD_SEARCH && self->letters >= 2
      && memcmp (self->out + self->length - 2, "ء", 2) == 0)
    self->length -= 2;
  self->letters = 0;
}

static inline gboolean
is_arabic_letter (gunichar character)
{
  return (character >= 0x0620 && character <= 0x064A) || (character >= 0x066E && character <= 0x06D3)
         || (character >= 0x06FA && character <= 0x06FF) || (character >= 0x0750 && character <= 0x077F);
}

static inline void
folder_put_letter (Folder *self, gunichar character, gunichar folded, guint32 offset)
{
  if (is_arabic_letter (folded))
    self->letters++;
  else
    folder_end_word (self);
  self->base = character;
  self->base_at = self->length;
  folder_put (self, folded, offset);
  self->base_length = (guint) (self->length - self->base_at);
}

/* What @base and a combining @mark are together, or 0. ى and ی take a hamza above like the ي they stand for.
 * */
static gunichar
compose (gunichar base, gunichar mark)
{
  gunichar composed;

  if (mark == COMBINING_HAMZA_ABOVE && (base == 0x0649 || base == 0x06CC))
    base = 0x064A;
  return g_unichar_compose (base, mark, &composed) ? composed : 0;
}

static inline gboolean
is_composing_mark (gunichar character)
{
  return (character >= 0x0653 && character <= 0x0655) || (character >= 0x0300 && character <= 0x036F);
}

/* Puts @composed in the place of the last letter; vowel marks that stood between the two stay behind it. */
static gboolean
folder_replace_base (Folder *self, gunichar composed)
{
  gunichar folded = composed < BAYAN_FOLD_NARROW ? self->narrow[composed] : composed;
  gsize tail_at = self->base_at + self->base_length;
  gsize tail = self->length - tail_at;
  char bytes[4];
  guint n = bayan_write_character (bytes, folded);

  if (folded == 0 || tail > COMPOSITION_REACH_BYTES)
    return FALSE;
  memmove (self->out + self->base_at + n, self->out + tail_at, tail);
  memcpy (self->out + self->base_at, bytes, n);
  if (self->with_offsets)
    {
      guint32 offset = self->offsets[self->base_at];
      memmove (self->offsets + self->base_at + n, self->offsets + tail_at, tail * sizeof (guint32));
      for (guint i = 0; i < n; i++)
        self->offsets[self->base_at + i] = offset;
    }
  self->length = self->base_at + n + tail;
  self->base = composed;
  self->base_length = n;
  return TRUE;
}

static void
folder_take_mark (Folder *self, gunichar mark, guint32 offset)
{
  gunichar composed = self->base != 0 ? compose (self->base, mark) : 0;

  if (composed != 0 && folder_replace_base (self, composed))
    return;
  if (self->narrow[mark] != 0)
    folder_put (self, self->narrow[mark], offset);
  if (mark < 0x0653 || mark > 0x0655 || self->key == BAYAN_FOLD_CLEAN)
    self->base = 0; /* a mark that stays stands between the letter and those that follow */
}

static void
folder_take_wide (Folder *self, gunichar character, guint32 offset)
{
  gunichar folded[BAYAN_FOLD_EXPANSION];
  guint n = bayan_fold_wide (self->key, character, folded);

  for (guint i = 0; i < n; i++)
    folder_put_letter (self, n == 1 && folded[0] == character ? character : folded[i], folded[i], offset);
}

/* Nearly every letter there is: known to be no mark by one test or two. */
static inline gboolean
is_no_mark (gunichar character)
{
  return character < 0x300 || (character >= 0x61B && character <= 0x64A);
}

static inline void
folder_take (Folder *self, gunichar character, guint32 offset)
{
  if (is_no_mark (character))
    {
      if (self->narrow[character] != 0)
        folder_put_letter (self, character, self->narrow[character], offset);
    }
  else if (character >= BAYAN_FOLD_NARROW)
    folder_take_wide (self, character, offset);
  else if (is_composing_mark (character))
    folder_take_mark (self, character, offset);
  else if (bayan_is_arabic_mark (character))
    {
      if (self->narrow[character] != 0)
        folder_put (self, self->narrow[character], offset);
    }
  else if (self->narrow[character] != 0)
    folder_put_letter (self, character, self->narrow[character], offset);
}

/* Whether the character at @at is an Arabic letter that becomes one, and no mark. */
static inline gboolean
is_plain_letter (const guint16 *narrow, const guchar *at, gunichar *character)
{
  *character = (gunichar) (at[0] & 0x1F) << 6 | (at[1] & 0x3F);
  return (at[0] & 0xFC) == 0xD8 && bayan_is_continuation (at[1]) && *character >= 0x620 && *character <= 0x64A
         && is_arabic_letter (narrow[*character]);
}

/* Plain letters, which is nearly all of any text: what the loop below does, without asking what else there might be.
 * Returns the first character of another kind. */
static const guchar *
folder_take_plain_letters (Folder *self, const guchar *at, const guchar *end)
{
  const guint16 *narrow = self->narrow;
  const guchar *start = at, *stop = MIN (end - 1, at + (self->capacity - self->length) / 2 * 2);
  char *out = self->out + self->length;
  gunichar character, base = 0;

  for (; at < stop && is_plain_letter (narrow, at, &character); at += 2)
    {
      base = character;
      bayan_write_character (out, narrow[character]);
      out += 2;
    }
  if (at == start)
    return at;
  self->letters += (guint) (at - start) / 2;
  self->length = (gsize) (out - self->out);
  self->base = base;
  self->base_at = self->length - 2;
  self->base_length = 2;
  return at;
}

static void
folder_run (Folder *self, const char *utf8, gsize length_bytes)
{
  const guchar *start = (const guchar *) utf8, *end = start + length_bytes;
  const guchar *at = start;

  while (at < end)
    {
      gunichar character;
      guint step;

      folder_reserve (self);
      if (!self->with_offsets)
        at = folder_take_plain_letters (self, at, end);
      if (at == end)
        break;
      folder_reserve (self);
      step = bayan_read_character (at, end, &character);
      if (character != '\r' || at + 1 == end || at[1] != '\n')
        folder_take (self, character, (guint32) (at - start));
      at += step;
    }
  folder_end_word (self);
  self->out[self->length] = '\0';
  if (self->with_offsets)
    self->offsets[self->length] = (guint32) length_bytes;
}

static void
folder_init (Folder *self, BayanFoldKey key, gsize length_bytes, gboolean with_offsets)
{
  *self = (Folder) { .key = key, .narrow = bayan_fold_narrow (key), .with_offsets = with_offsets };
  self->capacity = length_bytes + SPARE_BYTES;
  self->out = g_malloc (self->capacity + 1);
  if (with_offsets)
    self->offsets = g_new (guint32, self->capacity + 1);
}

/**
 * bayan_fold:
 * @utf8: a text; bytes that are no UTF-8 become U+FFFD
 * @length_bytes: its length, or -1 if it ends with NUL
 *
 * Returns: (transfer full): @utf8 under @key
 */
char *
bayan_fold (const char *utf8, gssize length_bytes, BayanFoldKey key)
{
  gsize length = length_bytes < 0 ? strlen (utf8) : (gsize) length_bytes;
  Folder folder;

  folder_init (&folder, key, length, FALSE);
  folder_run (&folder, utf8, length);
  return folder.out;
}

/**
 * bayan_fold_with_offsets:
 * @utf8: a text of less than 4 GiB; bytes that are no UTF-8 become U+FFFD
 * @length_bytes: its length, or -1 if it ends with NUL
 *
 * Returns: (transfer full): @utf8 under @key, and where each byte came from
 */
BayanFolded *
bayan_fold_with_offsets (const char *utf8, gssize length_bytes, BayanFoldKey key)
{
  gsize length = length_bytes < 0 ? strlen (utf8) : (gsize) length_bytes;
  BayanFolded *self = g_new (BayanFolded, 1);
  Folder folder;

  folder_init (&folder, key, length, TRUE);
  folder_run (&folder, utf8, length);
  self->text = folder.out;
  self->length_bytes = folder.length;
  self->offsets = folder.offsets;
  return self;
}

/**
 * bayan_fold_to_search:
 * @match_key: the MATCH key of one word
 * @length_bytes: its length
 * @out: (out): its SEARCH key, NUL terminated; room for @length_bytes + 1 bytes
 *
 * Returns: the length of the SEARCH key in bytes
 */
gsize
bayan_fold_to_search (const char *match_key, gsize length_bytes, char *out)
{
  const guint16 *narrow = bayan_fold_narrow (BAYAN_FOLD_SEARCH);
  const guchar *at = (const guchar *) match_key, *end = at + length_bytes;
  gsize length = 0;

  while (at < end)
    {
      gunichar character, folded[BAYAN_FOLD_EXPANSION];
      guint step = bayan_read_character (at, end, &character);
      guint n = 1;

      if (character < BAYAN_FOLD_NARROW)
        folded[0] = narrow[character];
      else
        n = bayan_fold_wide (BAYAN_FOLD_SEARCH, character, folded);
      if (n == 1 && folded[0] != 0 && g_unichar_to_utf8 (folded[0], NULL) <= (int) step)
        length += bayan_write_character (out + length, folded[0]);
      at += step;
    }
  if (length > 2 && memcmp (out + length - 2, "ء", 2) == 0)
    length -= 2;
  out[length] = '\0';
  return length;
}

void
bayan_folded_free (BayanFolded *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->offsets);
  g_free (self);
}

/* Where the character ends that began at @at, with the marks and tatweel on it but not the controls behind
 * it. */
static guint32
end_of_character (const char *original, guint32 at, guint32 limit)
{
  const guchar *text = (const guchar *) original;
  gunichar character;
  guint32 end = at + bayan_read_character (text + at, text + limit, &character);

  for (guint32 next = end; next < limit;)
    {
      next += bayan_read_character (text + next, text + limit, &character);
      if (bayan_is_combining_mark (character) || character == 0x640)
        end = next;
      else if (!bayan_is_format_control (character))
        break;
    }
  return end;
}

/**
 * bayan_folded_to_original:
 * @original: the text that was folded
 * @start: the first byte of a part of the folded text
 * @end: the first byte behind it
 * @original_start: (out): the first byte of what it was made from
 * @original_end: (out): the first byte behind that; vowel marks and tatweel on the last letter belong to it
 *
 * A part of what one character became (half of a lam-alef) comes from the whole character.
 */
void
bayan_folded_to_original (const BayanFolded *self, const char *original, guint32 start, guint32 end,
                          guint32 *original_start, guint32 *original_end)
{
  guint32 length = (guint32) self->length_bytes;

  start = MIN (start, length);
  end = MIN (end, length);
  *original_start = *original_end = self->offsets[start];
  if (end > start)
    *original_end = end_of_character (original, self->offsets[end - 1], self->offsets[length]);
}

/**
 * bayan_folded_from_original:
 * @original_byte: a byte of the original
 *
 * Returns: the first folded byte that came from the character at or behind it; the folded length if there is
 *   none
 */
guint32
bayan_folded_from_original (const BayanFolded *self, guint32 original_byte)
{
  gsize low = 0, high = self->length_bytes;

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      if (self->offsets[middle] < original_byte)
        low = middle + 1;
      else
        high = middle;
    }
  return (guint32) low;
}
