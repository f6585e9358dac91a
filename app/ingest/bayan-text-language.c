/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-text-language.h"

#include <string.h>

#define SAMPLE_BYTES (64u * 1024)
#define WORD_BYTES 24u

/* Letters that only one of the languages writes count as so many function words. */
#define OWN_LETTER 2u

/* A text is read in chunks until one language is so far before the others. */
#define CHUNK_BYTES 1024u
#define ENOUGH_POINTS 12u

typedef enum {
  ARABIC,
  PERSIAN,
  SORANI,
  ENGLISH,
  FRENCH,
  TURKISH,
  KURMANJI,
  N_LANGUAGES,
} Language;

static const char *const CODES[N_LANGUAGES] = { "ar", "fa", "ckb", "en", "fr", "tr", "ku" };

/* The words that every text in a language has, and that the others on this list have not. Persian and Arabic
 * yeh, kaf and heh are one each here. */
static const char *const ARABIC_WORDS[] = {
  "فی",  "من", "على", "إلى", "الى", "عن",   "أن",    "ان",  "إن",   "التی", "الذی", "هذا", "هذه",
  "ذلک", "مع", "کما", "قال", "بین", "بعد",  "خلال",  "لم",  "لا",   "قد",   "وقد",  "ما",  "أو",
  "کل",  "هو", "هی",  "وفی", "ومن", "وعلى", "الذین", "حیث", "وزیر", "رئیس", "یوم",  NULL,
};
static const char *const PERSIAN_WORDS[] = {
  "از",   "به",   "که",  "را",  "این",  "است",   "های", "ها", "برای", "شد",   "شده", "می",   "خود", "کرد",
  "کرده", "گفت",  "نیز", "یک",  "هم",   "بود",   "اما", "تا", "باید", "باشد", "آن",  "آنها", "وی",  "درباره",
  "دیگر", "دارد", "اند", "کند", "کنند", "خواهد", "نمی", "ای", "بر",   "ما",   "در",  "با",   NULL,
};
static const char *const SORANI_WORDS[] = {
  "لە",     "بە",    "کە",        "بۆ",      "ئەم",  "ئەو",  "لەگەڵ", "هەیە",  "دەکات",
  "کرد",    "نێوان", "لەسەر",     "هەر",     "یان",  "ئەوە", "سەر",   "دەبێت", "وەک",
  "هاتووە", "دوای",  "ڕایگەیاند", "دەوڵەتی", "ئێمە", "بوو",  NULL,
};
static const char *const ENGLISH_WORDS[] = {
  "the",   "of",   "and",  "to",   "in",   "for",  "that", "is",      "on",   "with", "as",  "by",    "was",
  "at",    "from", "his",  "has",  "have", "will", "be",   "are",     "this", "an",   "its", "their", "said",
  "which", "were", "been", "they", "he",   "who",  "also", "between", "all",  "our",  "we",  NULL,
};
static const char *const FRENCH_WORDS[] = {
  "le",  "la",  "les", "des",   "et",  "du",   "une", "un",    "pour", "dans",  "que",  "qui", "au",  "aux",
  "sur", "par", "est", "avec",  "ont", "sont", "ce",  "cette", "leur", "leurs", "de",   "en",  "été", "plus",
  "il",  "se",  "ses", "entre", "à",   "l",    "d",   "s",     "n",    "qu",    "nous", NULL,
};
static const char *const TURKISH_WORDS[] = {
  "ve",      "bir",     "bu",       "ile",    "için",    "olarak",   "olan",       "da",
  "de",      "daha",    "çok",      "gibi",   "kadar",   "sonra",    "ancak",      "ise",
  "dedi",    "etti",    "oldu",     "değil",  "üzere",   "arasında", "tarafından", "konusunda",
  "yapılan", "yaptığı", "toplantı", "bakanı", "türkiye", "her",      "karşı",      NULL,
};
static const char *const KURMANJI_WORDS[] = {
  "û",   "li",  "ji",    "ku",    "bi",      "di",  "de",  "ser", "bo",  "xwe",   "jî", "wan",   "ew",
  "hat", "kir", "got",   "dike",  "navbera", "yê",  "yên", "ya",  "her", "vê",    "vî", "wê",    "wî",
  "me",  "ê",   "hatin", "dikin", "heye",    "gel", "pê",  "tê",  "nav", "piştî", "dê", "kirin", NULL,
};

static const char *const *const WORDS[N_LANGUAGES] = {
  ARABIC_WORDS, PERSIAN_WORDS, SORANI_WORDS, ENGLISH_WORDS, FRENCH_WORDS, TURKISH_WORDS, KURMANJI_WORDS,
};

/* How much speaks for each. */
typedef struct {
  guint points[N_LANGUAGES];
} Tally;

/* Which of our languages have each word. Made once. */
static GHashTable *
get_words (void)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint language = 0; language < N_LANGUAGES; language++)
        for (guint i = 0; WORDS[language][i] != NULL; i++)
          {
            const char *word = WORDS[language][i];
            guint known = GPOINTER_TO_UINT (g_hash_table_lookup (made, word));

            g_hash_table_insert (made, (gpointer) word, GUINT_TO_POINTER (known | 1u << language));
          }
      g_once_init_leave (&table, made);
    }
  return table;
}

static gunichar
plain_letter (gunichar c)
{
  if (c >= 0x600)
    return c == 0x643 ? 0x6A9 : c == 0x64A ? 0x6CC : c;
  return c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : g_unichar_tolower (c);
}

/* Puts @c at @out: one of two bytes, as nearly all are, without a call. Returns its length in bytes. */
static inline gsize
put_letter (char *out, gunichar c)
{
  if (c < 0x80 || c >= 0x800)
    return (gsize) g_unichar_to_utf8 (c, out);
  out[0] = (char) (0xC0 | c >> 6);
  out[1] = (char) (0x80 | (c & 0x3F));
  return 2;
}

/* Letters that one language has and its neighbours have not. ی and ک do not tell, for Arabic is often typed
 * with them. */
static void
tally_letter (Tally *tally, gunichar c)
{
  if (c < 0x11F || (c > 0x649 && c < 0x67E && c != 0x64B))
    return;
  if (c == 0x67E || c == 0x686 || c == 0x698 || c == 0x6AF)
    tally->points[PERSIAN] += OWN_LETTER;
  else if (c == 0x6CE || c == 0x6C6 || c == 0x695 || c == 0x6B5 || c == 0x6D5)
    tally->points[SORANI] += OWN_LETTER;
  else if (c == 0x11F || c == 0x131 || c == 0x130)
    tally->points[TURKISH] += OWN_LETTER;
  else if (c == 0x629 || c == 0x64B || c == 0x623 || c == 0x625 || c == 0x649)
    tally->points[ARABIC] += 1;
}

static void
tally_word (Tally *tally, const char *word, gsize length)
{
  guint known = length > 0 && length < WORD_BYTES
                    ? GPOINTER_TO_UINT (g_hash_table_lookup (get_words (), word))
                    : 0;
  static const char ARTICLE[] = "ال";

  if (length > 3 * strlen ("ا") && strncmp (word, ARTICLE, strlen (ARTICLE)) == 0)
    tally->points[ARABIC] += 2;
  for (guint language = 0; known != 0 && language < N_LANGUAGES; language++)
    tally->points[language] += (known >> language & 1) * (known == 1u << language ? 2 : 1);
}

static gboolean
is_in_word (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha ((char) c);
  return (c >= 0x620 && c <= 0x652) || c == 0x200C || g_unichar_isalpha (c);
}

static void
tally_text (Tally *tally, const char *text, const char *end)
{
  char word[WORD_BYTES + 6];
  gsize length = 0;

  for (const guchar *at = (const guchar *) text; at < (const guchar *) end; at += g_utf8_skip[*at])
    {
      gunichar c = *at < 0x80   ? *at
                   : *at < 0xE0 ? (*at & 0x1Fu) << 6 | (at[1] & 0x3Fu)
                                : g_utf8_get_char ((const char *) at);

      if (is_in_word (c))
        {
          tally_letter (tally, c);
          if (length < WORD_BYTES && c != 0x200C)
            length += put_letter (word + length, plain_letter (c));
          continue;
        }
      word[length] = '\0';
      tally_word (tally, word, length);
      length = 0;
    }
  word[length] = '\0';
  tally_word (tally, word, length);
}

static Language
best_of (const Tally *tally, Language first, Language last)
{
  Language best = first;

  for (Language language = first; language <= last; language++)
    if (tally->points[language] > tally->points[best])
      best = language;
  return best;
}

/* Which script most letters are of. Letters of the Arabic block begin with one of four bytes. */
static gboolean
is_mostly_latin (const char *text, gsize length)
{
  static const gint8 MORE_LATIN[256] = { ['a' ... 'z'] = 1, ['A' ... 'Z'] = 1, [0xD8 ... 0xDB] = -1 };
  gint more = 0;

  for (gsize i = 0; i < length; i++)
    more += MORE_LATIN[(guchar) text[i]];
  return more > 0;
}

/* Whether the best of some languages is far enough before the others. */
static gboolean
is_settled (const Tally *tally, Language first, Language last, Language best)
{
  for (Language language = first; language <= last; language++)
    if (language != best && tally->points[best] < tally->points[language] * 2 + ENOUGH_POINTS)
      return FALSE;
  return TRUE;
}

/**
 * bayan_text_language_of:
 *
 * By the letters that only one of the languages has, and by the little words that every text is full of. Of a
 * text in two scripts, the one that most is written in. Reads no more than it needs to be sure.
 *
 * Returns: (transfer none): ISO 639-1, "ku" being Kurmanji, and "ckb" for Sorani Kurdish, which has none; "ar"
 * for a text without letters
 */
const char *
bayan_text_language_of (const char *text, gsize length)
{
  Tally tally = { 0 };
  gsize sample = MIN (length, SAMPLE_BYTES);
  gboolean latin = is_mostly_latin (text, sample);
  Language first = latin ? ENGLISH : ARABIC, last = latin ? KURMANJI : SORANI, best = first;

  for (gsize at = 0, end; at < sample; at = end)
    {
      end = MIN (at + CHUNK_BYTES, sample);
      while (end < sample && text[end] != ' ' && text[end] != '\n')
        end++;
      while (end < length && ((guchar) text[end] & 0xC0) == 0x80)
        end++;
      tally_text (&tally, text + at, text + end);
      best = best_of (&tally, first, last);
      if (is_settled (&tally, first, last, best))
        break;
    }
  return CODES[best];
}
