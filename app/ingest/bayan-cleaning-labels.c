/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-cleaning-labels.h"

#include <string.h>

#include "bayan-appeal.h"
#include "bayan-date-line.h"
#include "bayan-furniture-words.h"

#define HEAD_LINES 6u
#define LABEL_MAX_WORDS 20u
#define MASTHEAD_MAX_WORDS 8u
#define DISCLAIMER_MAX_WORDS 40u
/* Behind how many words of a line the channel is named that it asks to follow. */
#define CHANNEL_REACH 3u

/* What a line says that is of the kind; all in the search key. */
typedef struct {
  const char *const *phrases;
  guint n_phrases;
} Family;

#define FAMILY(phrases)                                                                                      \
  (const Family)                                                                                             \
  {                                                                                                          \
    phrases, G_N_ELEMENTS (phrases)                                                                          \
  }

static const char *const FOLLOWS[] = {
  "تابع",   "تابعوا",   "تابعنا",  "تابعونا",   "اشترك",  "اشتركوا", "للاشتراك", "انضم",
  "انضموا", "للانضمام", "لمتابعه", "لمتابعتنا", "follow", "join",    "suivez",   "rejoignez",
};
static const char *const CHANNELS[] = {
  "قناه",   "قناتنا", "قناتها",    "قنواتنا",     "صفحه",         "صفحتنا",  "صفحاتنا",
  "حساب",   "حسابنا", "حساباتنا",  "مجموعتنا",    "channel",      "page",    "group",
  "chaine", "us",     "اخر اخبار", "اخر الاخبار", "احدث الاخبار", "اخبارنا",
};
static const char *const PLATFORMS[] = {
  "تلغرام",   "التلغرام", "تليغرام",   "تيليغرام", "تلجرام",    "تيليجرام",    "تيلقرام",  "واتساب",
  "الواتساب", "واتس اب",  "فيسبوك",    "الفيسبوك", "فيس بوك",   "تويتر",       "اكس",      "انستغرام",
  "انستجرام", "يوتيوب",   "اليوتيوب",  "تيك توك",  "غوغل نيوز", "جوجل نيوز",   "telegram", "whatsapp",
  "facebook", "twitter",  "instagram", "youtube",  "tiktok",    "google news",
};
static const char *const NEWSPAPERS[] = { "صحيفه", "جريده", "مجله", "اسبوعيه", "يوميه" };
static const char *const OPINIONS[] = {
  "الارا", "ارا", "المقالات", "المواد", "ما ينشر", "المقال", "views", "opinions", "les opinions",
};
static const char *const DENIALS[] = {
  "لا تعبر",
  "لا يعبر",
  "لا تمثل",
  "لا يمثل",
  "لا تعكس",
  "لا يعكس",
  "do not necessarily",
  "does not necessarily",
  "not those of",
  "لا تتحمل",
  "لا يتحمل",
  "n engagent que",
  "ne refletent pas",
};
static const char *const SITES[] = {
  "الموقع",    "موقع",      "الصحيفه",   "صحيفه",     "الجريده",      "جريده",
  "المجله",    "مجله",      "التحرير",   "الناشر",    "this website", "the website",
  "this site", "newspaper", "publisher", "editorial", "la redaction", "du site",
};

static BayanDraftSpan
line_span (const BayanCleaningPage *page, guint index)
{
  return g_array_index (page->lines, BayanLine, index).span;
}

static guint
cut_line (BayanCleaningPage *page, guint index, const char *kind, const char *rule)
{
  BayanCut cut = { line_span (page, index), kind, rule };

  g_array_append_val (page->cuts, cut);
  return 1;
}

static gboolean
has_any (const char *words, Family family)
{
  for (guint i = 0; i < family.n_phrases; i++)
    if (bayan_words_have_phrase (words, family.phrases[i]))
      return TRUE;
  return FALSE;
}

/* Whether the first @n_words of @words have one of @family. */
static gboolean
begins_with_any (const char *words, guint n_words, Family family)
{
  const char *end = words;
  g_autofree char *start = NULL;

  for (guint i = 0; i < n_words && *end != '\0'; i++)
    end += strcspn (end + (*end == ' '), " ") + (*end == ' ');
  start = g_strndup (words, (gsize) (end - words));
  return has_any (start, family);
}

/* Whether @rule left out the line before. */
static gboolean
is_behind (const BayanCleaningPage *page, guint index, const char *rule)
{
  const BayanCut *last = page->cuts->len > 0 ? &g_array_index (page->cuts, BayanCut, page->cuts->len - 1)
                                             : NULL;

  return index > 0 && last != NULL && last->span.start == line_span (page, index - 1).start
         && strcmp (last->rule, rule) == 0;
}

/* A player and the times it shows: "Listen to this article (4 minutes)", "00:00". */
static guint
find_player (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  gboolean is_time = strpbrk (view->words, "0123456789") != NULL && strchr (view->folded, ':') != NULL
                     && view->words[strspn (view->words, "0123456789 ")] == '\0';

  if (!bayan_furniture_words_make_counted (BAYAN_FURNITURE_LISTENING, view->words)
      && !(is_time && is_behind (page, index, "clean/player")))
    return 0;
  return cut_line (page, index, "page-furniture", "clean/player");
}

static guint
find_advertising (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  if (!bayan_furniture_words_make_counted (BAYAN_FURNITURE_ADVERTISING, view->words))
    return 0;
  return cut_line (page, index, "ad-marker", "clean/ad-marker");
}

/* "Follow our channel on Telegram". Not the first line, which may be a title. */
static guint
find_follow (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  if (page->n_seen <= 1 || view->ends_sentence || !begins_with_any (view->words, 1, FAMILY (FOLLOWS))
      || !begins_with_any (view->words, CHANNEL_REACH, FAMILY (CHANNELS))
      || !has_any (view->words, FAMILY (PLATFORMS)))
    return 0;
  return cut_line (page, index, "page-furniture", "clean/follow-us");
}

static gboolean
is_address (const char *folded)
{
  return strchr (folded, ' ') == NULL
         && (g_str_has_prefix (folded, "http") || g_str_has_prefix (folded, "www."));
}

/* Addresses, behind the name of one or what asks to follow a channel. */
static guint
find_address (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  const char *address = strstr (view->folded, "http");
  g_autofree char *label = NULL;
  g_auto (BayanLineView) next = { NULL };

  if (is_address (view->folded)
      && (is_behind (page, index, "clean/permalink") || is_behind (page, index, "clean/follow-us")))
    return cut_line (page, index, "source-link", "clean/permalink");
  if (address == NULL && index + 1 < page->lines->len)
    {
      bayan_line_view_init_short (&next, page->draft, line_span (page, index + 1));
      address = is_address (next.folded) ? view->folded + strlen (view->folded) : NULL;
    }
  else if (address != NULL && !is_address (address))
    address = NULL;
  if (address == NULL)
    return 0;
  label = bayan_line_dup_words (view->folded, address - view->folded);
  return bayan_furniture_words_make (BAYAN_FURNITURE_ADDRESSES, label)
             ? cut_line (page, index, "source-link", "clean/permalink")
             : 0;
}

/* "Page 1 of 2" */
static guint
find_page_number (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  static const char *const WORDS[] = { "صفحه", "الصفحه", "رقم الصفحه", "page" };
  static const char *const OF[] = { " من ", " of ", " sur " };
  const char *at = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (WORDS) && at == NULL; i++)
    if (g_str_has_prefix (view->words, WORDS[i]) && view->words[strlen (WORDS[i])] == ' ')
      at = view->words + strlen (WORDS[i]) + 1;
  if (at == NULL || !g_ascii_isdigit (*at))
    return 0;
  at += strspn (at, "0123456789");
  for (guint i = 0; i < G_N_ELEMENTS (OF); i++)
    if (g_str_has_prefix (at, OF[i]) && g_ascii_isdigit (at[strlen (OF[i])])
        && at[strlen (OF[i]) + strspn (at + strlen (OF[i]), "0123456789")] == '\0')
      return cut_line (page, index, "page-furniture", "clean/page-number");
  return 0;
}

/* "Available in English Français" */
static guint
find_languages (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  if (view->n_words < 2 || !bayan_furniture_words_make (BAYAN_FURNITURE_LANGUAGES, view->words))
    return 0;
  return cut_line (page, index, "page-furniture", "clean/languages");
}

/* The address of a channel, alone on a line. */
static guint
find_channel (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  static const char *const HOSTS[] = {
    "t.me/", "whatsapp.com/channel", "youtube.com/@", "youtube.com/channel", "facebook.com/groups",
  };

  for (guint i = 0; is_address (view->folded) && i < G_N_ELEMENTS (HOSTS); i++)
    if (strstr (view->folded, HOSTS[i]) != NULL)
      return cut_line (page, index, "page-furniture", "clean/follow-us");
  return 0;
}

/* "The Daily - issue 3318", or the issue alone, above a title. With a date it is the line of the date. */
static guint
find_masthead (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  const char *issue = strstr (view->words, "العدد ");
  BayanDraftSpan span = line_span (page, index);
  BayanDateLine dates;

  if (page->n_seen > HEAD_LINES || view->n_words > MASTHEAD_MAX_WORDS || issue == NULL
      || !g_ascii_isdigit (issue[strlen ("العدد ")]))
    return 0;
  if (issue == view->words && view->n_words == 2)
    return cut_line (page, index, "page-furniture", "clean/masthead");
  if (page->after_text || !begins_with_any (view->words, 1, FAMILY (NEWSPAPERS)))
    return 0;
  bayan_date_line_read (&dates, page->draft->text->text->str + span.start, span.end - span.start);
  return dates.n_dates == 0 ? cut_line (page, index, "page-furniture", "clean/masthead") : 0;
}

/* "The views expressed are not necessarily those of the newspaper", below the text. */
static guint
find_disclaimer (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  if (index == 0 || !begins_with_any (view->words, CHANNEL_REACH, FAMILY (OPINIONS))
      || !has_any (view->words, FAMILY (DENIALS)) || !has_any (view->words, FAMILY (SITES))
      || (index + 1 < page->lines->len && !bayan_cleaning_is_foot (page, index + 1)))
    return 0;
  return cut_line (page, index, "page-furniture", "clean/disclaimer");
}

/**
 * bayan_cleaning_rule_labels:
 * @index: of a line, of which @view is a close view
 *
 * Returns: how many lines that settled
 */
guint
bayan_cleaning_rule_labels (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  static guint (*const FINDERS[]) (BayanCleaningPage *, guint, const BayanLineView *) = {
    find_player,  find_advertising, find_follow,    find_address,
    find_channel, find_page_number, find_languages, find_masthead,
  };
  guint settled = 0;

  if (view->n_words == 0 || view->n_words > DISCLAIMER_MAX_WORDS)
    return 0;
  for (guint i = 0; view->n_words <= LABEL_MAX_WORDS && settled == 0 && i < G_N_ELEMENTS (FINDERS); i++)
    settled = FINDERS[i](page, index, view);
  return settled > 0 ? settled : find_disclaimer (page, index, view);
}
