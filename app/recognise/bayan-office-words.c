/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office is read from its first words, which a table has, and from whatever state or body the rest names. One word of the
 * rest that is not understood, and nothing is said: رئيس وزراء إقليم كردستان العراق is not the prime minister of Iraq. */
#include "bayan-office-words.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-lexicon-format.h"

#define WORDS_MAX 24
#define PHRASE_MAX 8 /* words of the longest name that is looked for */

typedef struct {
  const BayanLexicon *lexicon;
  char *words[WORDS_MAX];
  guint n_words;
  guint32 senders[2], n_states; /* the states that are named, in their order; a third is one too many */
  guint n_others;               /* states beyond those */
  gboolean is_un, is_coalition, is_us_presidential;
} Reader;

/* What may stand between the words of an office and those of its state, and says nothing of whose it is */
static const char *const UNTELLING[] = {
  "الى",     "في",       "لدى",      "الجديد",  "الجديدة", "الحالي",   "الحالية",   "الموقت",    "المؤقت",
  "المؤقتة", "بالانابة", "بالوكالة", "الوحدة",  "الوطنية", "الاتحادي", "الاتحادية", "الفيدرالي", "الفيدرالية",
  "دولة",    "جمهورية",  "حكومة",    "مملكة",   "سلطنة",   "الخاص",    "الخاصة",    "خاص",       "خاصة",
  "الشخصي",  "الشخصية",  "السامي",   "الشقيق",  "الشقيقة", "الصديق",   "الصديقة",   "المعني",    "المعنية",
  "الدائم",  "الدائمة",  "ازمة",     "الازمة",  "المقيم",  "المقيمة",  "العليا",    "ملف",       "شؤون",
  "لشؤون",   "الشؤون",   "تصريف",    "الاعمال", "الامير",  "السيد",    "عام",       "العام",     NULL,
};

static const char *const UN_WORDS[] = { "الاممي", "الاممية", "الدولي", "الدولية", NULL };

static const char *const FORMER[] = { "السابق", "السابقة", "الاسبق",  "الاسبقة", "سابقا",
                                      "سابق",   "الراحل",  "الراحلة", NULL };

static const char *const ENVOYS[] = { "المبعوث", "مبعوث",   "المبعوثة", "مبعوثة", "الممثل",
                                      "ممثل",    "الممثلة", "ممثلة",    "الموفد", "موفد",
                                      "المنسق",  "منسق",    "المنسقة",  "منسقة",  NULL };

static void
split (Reader *self, const char *words, gssize length_bytes)
{
  g_autofree char *folded = bayan_fold (words, length_bytes, BAYAN_FOLD_MATCH);
  const char *at = folded, *word;
  gsize length;

  while (self->n_words < WORDS_MAX && (word = bayan_lexicon_next_word (&at, &length)) != NULL)
    self->words[self->n_words++] = g_strndup (word, length);
}

static void
clear (Reader *self)
{
  for (guint i = 0; i < self->n_words; i++)
    g_free (self->words[i]);
}

/* What a first word may be without its proclitic: 0 as it stands, 1 without و, ف, ب, ك or ل, 2 with لل as ال. */
static char *
vary (const char *word, guint variant)
{
  if (variant == 0)
    return g_strdup (word);
  if (variant == 2)
    return g_str_has_prefix (word, "لل") ? g_strconcat ("ال", word + strlen ("لل"), NULL) : NULL;
  for (const char *letters = "وفبكل"; *letters != '\0'; letters = g_utf8_next_char (letters))
    if (strncmp (word, letters, 2) == 0 && g_utf8_strlen (word, -1) > 3)
      return g_strdup (word + 2);
  return NULL;
}

/* @n words from @at on, the first of them in a variant; NULL if it has none. */
static char *
join (const Reader *self, guint at, guint n, guint variant)
{
  g_autofree char *first = vary (self->words[at], variant);
  GString *line;

  if (first == NULL)
    return NULL;
  line = g_string_new (first);
  for (guint i = 1; i < n; i++)
    g_string_append_printf (line, " %s", self->words[at + i]);
  return g_string_free (line, FALSE);
}

/* The posts are sorted by their words. */
static const BayanLexiconPost *
find_post (const BayanLexicon *lexicon, const char *words)
{
  guint n, low = 1, high;
  const BayanLexiconPost *posts = bayan_lexicon_get_posts (lexicon, &n);

  for (high = n; low < high;)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (words, bayan_lexicon_get_string (lexicon, posts[middle].words));

      if (order == 0)
        return &posts[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

/* The longest name of an office at the beginning. @n: (out): of how many words */
static const BayanLexiconPost *
read_post (const Reader *self, guint *n)
{
  for (*n = MIN (self->n_words, 2 * PHRASE_MAX); *n > 0; (*n)--)
    for (guint variant = 0; variant < 3; variant++)
      {
        g_autofree char *words = join (self, 0, *n, variant);
        const BayanLexiconPost *post = words != NULL ? find_post (self->lexicon, words) : NULL;

        if (post != NULL)
          return post;
      }
  return NULL;
}

/* The state or body */

/* The entry of a state, whichever way it is named: عمان is a state too, الأميركي one's adjective. */
static guint32
find_state (const BayanLexicon *lexicon, const char *phrase)
{
  guint32 node = bayan_lexicon_find_node (lexicon, phrase), found = 0;

  for (guint32 m = node != 0 ? bayan_lexicon_first_match (lexicon, node) : 0; m != 0 && found == 0;
       m = bayan_lexicon_next_match (lexicon, m))
    {
      guint32 number = bayan_lexicon_match_entry (lexicon, m);
      const BayanLexiconEntry *entry = bayan_lexicon_get_entry (lexicon, number);

      if ((entry->flags & BAYAN_ENTRY_STATE) != 0)
        found = number;
      else if ((entry->flags & BAYAN_ENTRY_COUNTRY_ADJ) != 0)
        found = bayan_lexicon_find_key (lexicon, "iso:", entry->entity->iso3);
    }
  return found;
}

static void
note_state (Reader *self, guint32 state)
{
  for (guint i = 0; i < self->n_states; i++)
    if (self->senders[i] == state)
      return;
  if (self->n_states < G_N_ELEMENTS (self->senders))
    self->senders[self->n_states++] = state;
  else
    self->n_others++;
}

static gboolean
note_body (Reader *self, const char *phrase)
{
  const BayanLexiconEntry *body = bayan_lexicon_find_phrase (self->lexicon, phrase, BAYAN_MENTION_ORG);

  if (body == NULL)
    return FALSE;
  if (strcmp (body->entity->key, "org:un") == 0)
    self->is_un = TRUE;
  else if (strcmp (body->entity->key, "org:coalition") == 0)
    self->is_coalition = TRUE;
  else
    return FALSE;
  return TRUE;
}

/* Returns: how many words from @at on name a state, or a body that sends envoys; 0 for none */
static guint
read_name (Reader *self, guint at)
{
  for (guint n = MIN (self->n_words - at, PHRASE_MAX); n > 0; n--)
    for (guint variant = 0; variant < 3; variant++)
      {
        g_autofree char *phrase = join (self, at, n, variant);
        guint32 state = phrase != NULL ? find_state (self->lexicon, phrase) : 0;

        if (state != 0)
          note_state (self, state);
        if (state != 0 || (phrase != NULL && note_body (self, phrase)))
          return n;
      }
  return 0;
}

/* للأمين العام للأمم المتحدة: whose envoy it is */
static guint
read_sender (Reader *self, guint at)
{
  if (strcmp (self->words[at], "الرئاسي") == 0 || strcmp (self->words[at], "الرئيس") == 0
      || strcmp (self->words[at], "للرئيس") == 0)
    {
      self->is_us_presidential = TRUE;
      return 1;
    }
  if (g_strv_contains (UN_WORDS, self->words[at]))
    {
      self->is_un = TRUE;
      return 1;
    }
  if (at + 1 < self->n_words
      && (strcmp (self->words[at], "للامين") == 0 || strcmp (self->words[at], "الامين") == 0)
      && strcmp (self->words[at + 1], "العام") == 0)
    {
      self->is_un = TRUE;
      return 2;
    }
  return 0;
}

/* Reads what stands behind the first @at words. @sent: of an envoy. Returns: whether all of it is understood */
static gboolean
read_rest (Reader *self, guint at, gboolean sent)
{
  gboolean joined = FALSE;

  while (at < self->n_words)
    {
      guint n = read_name (self, at);

      if (n == 0 && sent)
        n = read_sender (self, at);
      if (n == 0 && !g_strv_contains (UNTELLING, self->words[at]))
        {
          /* وزير الخارجية والتعاون الدولي: of more than one matter */
          joined |= !sent
                    && (g_str_has_prefix (self->words[at], "وال") || strcmp (self->words[at], "وشؤون") == 0);
          if (!joined || g_strv_contains (FORMER, self->words[at]))
            return FALSE;
        }
      at += MAX (n, 1);
    }
  return TRUE;
}

static gboolean
is_state (const Reader *self, guint32 entry, const char *key)
{
  return entry != 0 && strcmp (bayan_lexicon_get_key (self->lexicon, entry), key) == 0;
}

/* The other one of two states, where the first or the second is @sender; the only one where it is not. */
static guint32
find_target (const Reader *self, const char *sender)
{
  guint32 target = 0;

  for (guint i = 0; i < self->n_states; i++)
    if (!is_state (self, self->senders[i], sender))
      {
        if (target != 0)
          return 0;
        target = self->senders[i];
      }
  return self->n_others == 0 ? target : 0;
}

static gboolean
read_envoy (Reader *self, BayanOfficeReading *reading)
{
  gboolean of_us = is_state (self, self->senders[0], "iso:USA");

  if (self->is_coalition && (of_us || self->is_us_presidential) && self->n_states <= 1)
    {
      reading->kind = "coalition-envoy";
      reading->of = bayan_lexicon_find_key (self->lexicon, "org:", "coalition");
    }
  else if (self->is_un && !of_us && self->n_states == 1)
    {
      reading->kind = "un-envoy";
      reading->of = find_target (self, "");
    }
  else if (!self->is_un && of_us && self->n_states == 2)
    {
      reading->kind = "us-envoy";
      reading->of = find_target (self, "iso:USA");
    }
  return reading->kind != NULL && reading->of != 0;
}

/* Of a state, which the words imply, name, or leave open. */
static gboolean
read_state_office (Reader *self, const BayanLexiconPost *post, BayanOfficeReading *reading)
{
  const char *kind = bayan_lexicon_get_string (self->lexicon, post->office);

  if (self->n_states > 1 || (post->of != 0 && self->n_states == 1 && self->senders[0] != post->of))
    return FALSE;
  if (self->is_un != (strcmp (kind, "un-rep") == 0) || self->is_coalition)
    return FALSE;
  reading->kind = kind;
  reading->of = post->of != 0 ? post->of : self->senders[0];
  return reading->of != 0;
}

static gboolean
read_words (Reader *self, BayanOfficeReading *reading)
{
  guint n = 0;
  const BayanLexiconPost *post = read_post (self, &n);
  g_autofree char *head = self->n_words > 0 && post == NULL ? vary (self->words[0], 0) : NULL;

  if (post != NULL)
    return read_rest (self, n, strcmp (bayan_lexicon_get_string (self->lexicon, post->office), "un-rep") == 0)
           && read_state_office (self, post, reading);
  for (guint variant = 1; head != NULL && !g_strv_contains (ENVOYS, head) && variant < 3; variant++)
    {
      g_autofree char *other = vary (self->words[0], variant);

      if (other != NULL && g_strv_contains (ENVOYS, other))
        {
          g_free (head);
          head = g_steal_pointer (&other);
        }
    }
  return head != NULL && g_strv_contains (ENVOYS, head) && read_rest (self, 1, TRUE)
         && read_envoy (self, reading);
}

/**
 * bayan_office_words_read:
 * @length_bytes: of @words, or -1
 *
 * Returns: whether @words name an office of the tables, and whose
 */
gboolean
bayan_office_words_read (const BayanLexicon *lexicon, const char *words, gssize length_bytes,
                         BayanOfficeReading *reading)
{
  Reader reader = { .lexicon = lexicon };
  gboolean read;

  *reading = (BayanOfficeReading) { NULL, 0 };
  split (&reader, words, length_bytes);
  read = reader.n_words > 0 && reader.n_words < WORDS_MAX && read_words (&reader, reading);
  clear (&reader);
  return read;
}

/**
 * bayan_office_words_is_former:
 * @behind: the text behind the words of an office
 *
 * Returns: whether it goes on with "former" or "late"
 */
gboolean
bayan_office_words_is_former (const char *behind, gsize length_bytes)
{
  const char *end = behind, *limit = behind + length_bytes;
  g_autofree char *word = NULL;

  while (end < limit && *end == ' ')
    end++;
  behind = end;
  while (end < limit && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  word = bayan_fold (behind, end - behind, BAYAN_FOLD_MATCH);
  return g_strv_contains (FORMER, word);
}
