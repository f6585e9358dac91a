/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose statement it is: "بيان صادر عن …", "البيان الختامي لـ…", a ministry's name on a line of its own. */
#include <string.h>

#include "bayan-details.h"

#define NAME_MAX_WORDS 12u
#define LINE_MAX_WORDS 9u
#define SENTENCE_MAX_WORDS 45u

/* How bodies that issue statements are called, in the match key. */
static const char *const BODIES[] = {
  "وزارة",    "رئاسة",    "مجلس",    "الامانة", "ديوان",   "سفارة",   "مكتب",     "حكومة",    "الامم",
  "جامعة",    "الجامعة",  "منظمة",   "المنظمة", "الاتحاد", "التحالف", "المجموعة", "مجموعة",   "هيئة",
  "الهيئة",   "لجنة",     "اللجنة",  "قيادة",   "القيادة", "بعثة",    "البعثة",   "الرئاسة",  "الحكومة",
  "المجلس",   "المفوضية", "مفوضية",  "رابطة",   "الرابطة", "مركز",    "المركز",   "قوات",     "القوات",
  "الخارجية", "الوزارة",  "المتحدث", "الناطق",  "الامين",  "المبعوث", "وزراء",    "البرلمان", "المكتب",
  "السفارة",  "جمعية",    "الجمعية", "حزب",     "حركة",    NULL,
};
static const char *const LATIN_BODIES[] = {
  "ministry",   "department", "office",    "embassy",   "government", "council",   "secretariat",
  "commission", "mission",    "coalition", "foreign",   "united",     "european",  "permanent",
  "u.s.",       "us",         "ministère", "ministere", "présidence", "ambassade", "conseil",
  "bureau",     "global",     "white",     NULL,
};

/* What documents are called, and how they are qualified. */
static const char *const DOCUMENTS[] = { "بيان",  "البيان", "بيانا",  "بلاغ", "البلاغ",
                                         "بلاغا", "تصريح",  "تصريحا", NULL };
static const char *const QUALITIES[] = {
  "صحفي",    "صحافي",  "صحفيا",   "صحافيا", "ختامي", "الختامي", "مشترك",
  "المشترك", "الصحفي", "الصحافي", "هام",    "رسمي",  NULL,
};
static const char *const ISSUED[] = { "صادر", "الصادر", "صدر", "صادرا", "صادرة", NULL };
static const char *const FROM[] = { "عن", "من", NULL };
static const char *const ISSUES[] = { "اصدر", "اصدرت", "اصدروا", NULL };
static const char *const IN[] = { "في", NULL };

/* Where a name ends. */
static const char *const STOPS[] = {
  "بشان",   "حول",        "ختام",      "بمناسبة", "عقب",       "اثر",   "بعد",   "قبل",      "خلال",
  "يوم",    "اليوم",      "امس",       "التي",    "الذي",      "الذين", "ان",    "انه",      "انها",
  "في",     "على",        "الى",       "عن",      "من",        "بخصوص", "ردا",   "تعليقا",   "بتاريخ",
  "بيان",   "بيانا",      "بلاغا",     "تصريحا",  "تدين",      "تعرب",  "تؤكد",  "ترحب",     "تستنكر",
  "تعلن",   "تدعو",       "تشيد",      "تهنئ",    "تعزي",      "تنفي",  "تحذر",  "تطالب",    "تجدد",
  "تتابع",  "تشدد",       "تشجب",      "تندد",    "تثمن",      "يدين",  "يعرب",  "يؤكد",     "يرحب",
  "يستنكر", "يعلن",       "يدعو",      "يشيد",    "يحذر",      "يطالب", "يجدد",  "يشدد",     "يندد",
  "يثمن",   "تختتم",      "يختتم",     "تبدا",    "يبدا",      "تعقد",  "يعقد",  "تبحث",     "يبحث",
  "تناقش",  "يناقش",      "تقرر",      "يقرر",    "تعتمد",     "يعتمد", "توقع",  "يوقع",     "تنظم",
  "ينظم",   "تستضيف",     "يستضيف",    "تتفق",    "يتفق",      "تلتقي", "يلتقي", "تطلق",     "يطلق",
  "سنواصل", "on",         "regarding", "about",   "following", "at",    "after", "condemns", "welcomes",
  "sur",    "concernant", "à",         "au",      "suite",     NULL,
};
/* Behind "في" a name may go on. */
static const char *const STATES[] = { "جمهورية", "دولة",  "المملكة",   "مملكة", "سلطنة",
                                      "حكومة",   "اقليم", "الجمهورية", NULL };

static gboolean
has_flag (const BayanDetailsHead *head, guint index, guint32 flag)
{
  return index < head->words->n_words && (head->words->words[index].flags & flag) != 0;
}

static gboolean
is_latin_body (const BayanDetailsHead *head, guint index)
{
  g_autofree char *small = NULL;

  if (!has_flag (head, index, BAYAN_WORD_LATIN) || !has_flag (head, index, BAYAN_WORD_UPPER_FIRST))
    return FALSE;
  small = g_utf8_strdown (bayan_words_get_key (head->words, index), -1);
  return g_strv_contains (LATIN_BODIES, small);
}

static gboolean
is_body (const BayanDetailsHead *head, guint index)
{
  return bayan_details_is_word (head, index, BODIES) || is_latin_body (head, index);
}

/* A name within the name, in quotation marks, at @index. Returns how many words it takes with them; 0 if
 * there is none. */
static guint
measure_quoted (const BayanDetailsHead *head, guint index)
{
  if (!has_flag (head, index, BAYAN_WORD_QUOTE))
    return 0;
  for (guint i = index + 1; i <= index + 4; i++)
    if (has_flag (head, i, BAYAN_WORD_QUOTE))
      return i > index + 1 ? i + 1 - index : 0;
  return 0;
}

static gboolean
ends_name (const BayanDetailsHead *head, guint index)
{
  g_autofree char *small = NULL;

  if (has_flag (head, index, BAYAN_WORD_PUNCTUATION | BAYAN_WORD_NUMBER | BAYAN_WORD_ADDRESS))
    return TRUE;
  if (bayan_details_is_word (head, index, IN) && bayan_details_is_word (head, index + 1, STATES))
    return FALSE;
  small = g_utf8_strdown (bayan_words_get_key (head->words, index), -1);
  return g_strv_contains (STOPS, small);
}

/* Whether the word at @index is what the body does: "حركة الشباب تقتحم …", "وزراء خارجية عرب يبحثون …". Nouns that
 * begin alike follow no definite one. */
static gboolean
is_verb (const BayanDetailsHead *head, guint index)
{
  const char *key = bayan_words_get_key (head->words, index);

  if (strlen (key) < 4 * strlen ("ي"))
    return FALSE;
  return g_str_has_prefix (key, "ي")
         || (g_str_has_prefix (key, "ت")
             && g_str_has_prefix (bayan_words_get_key (head->words, index - 1), "ال"));
}

/* How many words from @index on are a name. */
static guint
measure_name (const BayanDetailsHead *head, guint index)
{
  guint count = 0;

  while (index + count < head->words->n_words && count < NAME_MAX_WORDS)
    {
      guint quoted = count > 0 ? measure_quoted (head, index + count) : 0;

      if (count > 0 && has_flag (head, index + count, BAYAN_WORD_NEWLINE_BEFORE))
        break;
      if (quoted == 0 && (ends_name (head, index + count) || (count > 1 && is_verb (head, index + count))))
        break;
      count += MAX (quoted, 1);
    }
  return count;
}

/* Takes the name at @index; @prefix: bytes of its first word that are no part of it. */
static gboolean
take_name (BayanDetailsHead *head, guint index, guint prefix)
{
  guint count = index < head->words->n_words ? measure_name (head, index) : 0;
  const BayanWord *words = head->words->words;
  BayanCleanSpan span;
  g_autofree char *value = NULL;

  if (count == 0)
    return FALSE;
  span = bayan_clean_span (words[index].span.start.byte + prefix, words[index + count - 1].span.end.byte);
  /* "للقمة" is "ل" and "القمة". */
  if (prefix > 0 && g_str_has_prefix (head->statement->text + span.start.byte, "ل"))
    value = g_strdup_printf ("ا%.*s", (int) bayan_clean_span_length_bytes (span),
                             head->statement->text + span.start.byte);
  bayan_details_take_span (head->statement, BAYAN_DETAIL_ISSUER, value, BAYAN_ORIGIN_TEXT, span);
  return TRUE;
}

static guint
skip_qualities (const BayanDetailsHead *head, guint index)
{
  while (bayan_details_is_word (head, index, QUALITIES))
    index++;
  return index;
}

/* "بيان صحفي صادر عن …", "بيان من وزارة …", "بيان وزارة …", "البيان الختامي لاجتماع …" */
static gboolean
read_document (BayanDetailsHead *head, guint index)
{
  guint at, behind;

  if (!bayan_details_is_word (head, index, DOCUMENTS))
    return FALSE;
  at = behind = skip_qualities (head, index + 1);
  if (bayan_details_is_word (head, at, ISSUED) && bayan_details_is_word (head, at + 1, FROM))
    return take_name (head, at + 2, 0);
  if (bayan_details_is_word (head, at, FROM) && is_body (head, at + 1))
    return take_name (head, at + 1, 0);
  if (is_body (head, at))
    return take_name (head, at, 0);
  return behind > index + 1 && behind < head->words->n_words
         && !has_flag (head, behind, BAYAN_WORD_NEWLINE_BEFORE) && has_flag (head, behind, BAYAN_WORD_ARABIC)
         && g_str_has_prefix (bayan_words_get_key (head->words, behind), "ل")
         && strlen (bayan_words_get_key (head->words, behind)) > 4 * strlen ("ل")
         && take_name (head, behind, (guint) strlen ("ل"));
}

/* "Statement by the Ministry of …", "Joint Statement of …", "Déclaration du …" */
static gboolean
read_latin_document (BayanDetailsHead *head, guint index)
{
  static const char *const TITLES[] = { "statement",   "communiqué", "communique", "declaration",
                                        "déclaration", "remarks",    NULL };
  static const char *const BY[] = { "by", "of", "from", "du", "des", "de", NULL };
  static const char *const ARTICLES[] = { "the", "la", "l", NULL };
  g_autofree char *small = NULL;
  guint at = index + 1;

  if (!has_flag (head, index, BAYAN_WORD_LATIN))
    return FALSE;
  small = g_utf8_strdown (bayan_words_get_key (head->words, index), -1);
  if (!g_strv_contains (TITLES, small))
    return FALSE;
  if (bayan_details_is_word (head, at, (const char *const[]) { "conjointe", "conjoint", "final", NULL }))
    at++;
  if (!bayan_details_is_word (head, at, BY))
    return FALSE;
  at++;
  if (bayan_details_is_word (head, at, ARTICLES))
    at++;
  while (has_flag (head, at, BAYAN_WORD_PUNCTUATION) && bayan_words_touches_previous (head->words, at))
    at++;
  return has_flag (head, at, BAYAN_WORD_UPPER_FIRST) && take_name (head, at, 0);
}

/* "أصدرت وزارة الخارجية بيانا", "أعلنت وزارة الخارجية في بيان" */
static gboolean
read_sentence (BayanDetailsHead *head)
{
  guint first = bayan_words_find (head->words, (BayanCleanPos) { MAX (head->body, head->dateline.end.byte) });
  guint named = 0;

  while (has_flag (head, first, BAYAN_WORD_PUNCTUATION))
    first++;
  for (guint i = first; i < head->words->n_words && i < first + SENTENCE_MAX_WORDS; i++)
    {
      if (has_flag (head, i, BAYAN_WORD_SENTENCE_END)
          || (i > first && has_flag (head, i, BAYAN_WORD_NEWLINE_BEFORE)))
        break;
      if (named == 0 && i <= first + 1 && is_body (head, i))
        named = i;
      if (bayan_details_is_word (head, i, DOCUMENTS) && i > first && named > 0
          && (bayan_details_is_word (head, i - 1, IN) || bayan_details_is_word (head, first, ISSUES)))
        return take_name (head, named, 0);
    }
  return FALSE;
}

/* A body's name on a line of its own, above the text, or at the beginning of the title. */
static gboolean
read_line (BayanDetailsHead *head, guint index)
{
  guint count = is_body (head, index) ? measure_name (head, index) : 0;
  gboolean title = head->words->words[index].span.start.byte == head->statement->title_span.start.byte;
  guint behind = index + count;

  if (count < 2)
    return FALSE;
  if (!title
      && (count > LINE_MAX_WORDS
          || (behind < head->words->n_words && !has_flag (head, behind, BAYAN_WORD_NEWLINE_BEFORE))))
    return FALSE;
  return take_name (head, index, 0);
}

/**
 * bayan_details_find_issuer:
 *
 * Finds whose statement it is, in the lines above the running text and in its first sentence.
 */
void
bayan_details_find_issuer (BayanDetailsHead *head)
{
  for (guint i = 0; i < head->words->n_words && head->words->words[i].span.start.byte < head->body; i++)
    if (read_document (head, i) || read_latin_document (head, i))
      return;
  for (guint i = 0; i < head->words->n_words && head->words->words[i].span.start.byte < head->body; i++)
    if (has_flag (head, i, BAYAN_WORD_NEWLINE_BEFORE) && read_line (head, i))
      return;
  read_sentence (head);
}
