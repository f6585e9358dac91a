/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-cleaning-rules.h"

#include <string.h>

#include "bayan-appeal.h"
#include "bayan-cleaning-details.h"
#include "bayan-cleaning-labels.h"
#include "bayan-cleaning-mail.h"
#include "bayan-cookie-notice.h"
#include "bayan-date-line.h"
#include "bayan-furniture-words.h"
#include "bayan-wording.h"

#define HEAD_LINES 6u /* where a section label may stand */
#define LABEL_MAX_WORDS 3u
#define NAMED_MAX_WORDS 6u
#define MAX_TEASERS 12u
#define FOOT_LINES 40u
#define FOOT_REACH 400u /* with those that the page leaves out */
#define MAX_TAGS 20u
#define MAX_FIELDS 20u
#define MENU_MIN_LINES 4u
#define MENU_MAX_LINES 60u
#define MENU_MAX_WORDS 3u
#define TAG_MAX_WORDS 5u
#define TEASER_MAX_WORDS 25u
#define SHARING_MAX_WORDS 16u
#define OWNER_MAX_WORDS 6u
#define DATED_MAX_WORDS 20u /* no date and what stands beside it has more */

/* Looks at line @index, of which @view is a close view; of running text it may be cut short, see needs_whole_view().
 * Cuts what it recognises. Returns how many lines that settled. */
typedef guint (*Rule) (BayanCleaningPage *page, guint index, const BayanLineView *view);

static BayanDraftSpan
line_span (const BayanCleaningPage *page, guint index)
{
  return g_array_index (page->lines, BayanLine, index).span;
}

static void
add_cut (BayanCleaningPage *page, BayanDraftSpan span, const char *kind, const char *rule)
{
  BayanCut cut = { span, kind, rule };

  g_array_append_val (page->cuts, cut);
}

static guint
cut_line (BayanCleaningPage *page, guint index, const char *kind, const char *rule)
{
  add_cut (page, line_span (page, index), kind, rule);
  return 1;
}

/* "[ad_1]", "[ad]", "[إعلان]": looks at what is between the brackets. */
static gboolean
is_ad_marker (const char *inside, gsize length)
{
  static const char *const WORDS[] = {
    "ad", "ads", "adsense", "advert", "advertisement", "sponsored", "اعلان", "اعلانات", NULL,
  };
  g_autofree char *words = bayan_line_dup_words (inside, (gssize) length);
  char *number = words + strcspn (words, " 0123456789");

  if (number[strspn (number, " 0123456789")] != '\0')
    return FALSE;
  *number = '\0';
  return g_strv_contains (WORDS, words);
}

static guint
rule_ad_marker (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan span = line_span (page, index);
  const char *text = page->draft->text->text->str;
  const char *at = text + span.start, *end = text + span.end, *close;
  guint marked = 0;

  while ((at = memchr (at, '[', (gsize) (end - at))) != NULL)
    {
      close = memchr (at, ']', MIN ((gsize) (end - at), 40));
      if (close != NULL && is_ad_marker (at + 1, (gsize) (close - at - 1)))
        {
          BayanDraftSpan marker = { (guint32) (at - text), (guint32) (close + 1 - text) };

          add_cut (page, marker, "ad-marker", "clean/ad-marker");
          marked = (guint) (close + 1 - at);
        }
      at++;
    }
  return marked == span.end - span.start ? 1 : 0;
}

static guint
rule_cookie_notice (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan notice;
  gboolean after = page->after_cookies;

  page->after_cookies = FALSE;
  if (after && bayan_furniture_words_make (BAYAN_FURNITURE_CONSENT, view->words))
    {
      page->after_cookies = TRUE;
      return cut_line (page, index, "cookie-banner", "clean/cookie-banner");
    }
  if (!page->cookies_possible
      || !bayan_cookie_notice_find (page->draft, line_span (page, index), view, &notice))
    return 0;
  page->after_cookies = TRUE;
  add_cut (page, notice, "cookie-banner", "clean/cookie-banner");
  return 1;
}

/* Whether @view is a sentence that a statement may have. */
static gboolean
is_sentence (const BayanLineView *view)
{
  return view->ends_sentence && view->n_words > 8 && bayan_wording_find (view) == NULL
         && bayan_appeal_count (view->words) < 2;
}

/* Whether the page itself leaves out line @index. */
static gboolean
is_out (const BayanCleaningPage *page, guint index)
{
  BayanDraftSpan span = line_span (page, index);
  const BayanCut *cut = bayan_cuts_find (page->draft->cuts, span);

  return cut != NULL && cut->span.start <= span.start && cut->span.end >= span.end;
}

/**
 * bayan_cleaning_is_foot:
 *
 * Returns: whether no running text comes any more from line @first on
 */
gboolean
bayan_cleaning_is_foot (BayanCleaningPage *page, guint first)
{
  for (guint i = first, count = 0; i < page->lines->len; i++)
    {
      g_auto (BayanLineView) view = { NULL };

      if (i - first > FOOT_REACH)
        return FALSE;
      if (is_out (page, i))
        continue;
      bayan_line_view_init_short (&view, page->draft, line_span (page, i));
      if (++count > FOOT_LINES || view.n_words == 0 || view.n_words > TEASER_MAX_WORDS || is_sentence (&view))
        return FALSE;
    }
  return TRUE;
}

/* The number of a teaser in its list, or how old it is. */
static gboolean
is_beside_teaser (const BayanLineView *view)
{
  return view->n_words > 0
         && (view->words[strspn (view->words, "0123456789")] == '\0'
             || bayan_furniture_words_make_counted (BAYAN_FURNITURE_COUNTERS, view->words));
}

/* The lines below a heading like "Related articles": short, no sentences. At the foot of the page any number
 * of them; above running text those that follow at once, for the next short line may be a heading in that
 * text. */
static guint
count_teasers (BayanCleaningPage *page, guint first)
{
  gboolean foot = bayan_cleaning_is_foot (page, first);
  guint count = 0;

  for (guint i = first; i < page->lines->len && count < MAX_TEASERS; i++, count++)
    {
      g_auto (BayanLineView) view = { NULL };

      if (!foot && g_array_index (page->lines, BayanLine, i).empty_before)
        break;
      bayan_line_view_init_short (&view, page->draft, line_span (page, i));
      if (is_beside_teaser (&view))
        continue;
      if (view.n_words < 3 || view.n_words > TEASER_MAX_WORDS || view.ends_sentence
          || bayan_wording_find (&view) != NULL)
        break;
    }
  return count;
}

static gboolean
is_comments (const BayanWording *wording)
{
  return strcmp (wording->rule, "clean/comments") == 0;
}

/* The lines below "Tags" alone on a line: a word or a few each, at the foot of the page. */
static guint
count_tags (BayanCleaningPage *page, guint first)
{
  guint count = 0;

  if (!bayan_cleaning_is_foot (page, first))
    return 0;
  for (guint i = first; i < page->lines->len && count < MAX_TAGS; i++, count++)
    {
      g_auto (BayanLineView) view = { NULL };

      if (count > 0 && g_array_index (page->lines, BayanLine, i).empty_before)
        break;
      bayan_line_view_init_short (&view, page->draft, line_span (page, i));
      if (view.n_words > TAG_MAX_WORDS || view.ends_sentence || bayan_wording_find (&view) != NULL)
        break;
    }
  return count;
}

static gboolean
is_of_form (const BayanLineView *view)
{
  const BayanWording *wording = bayan_wording_find (view);

  return bayan_furniture_words_make (BAYAN_FURNITURE_FORMS, view->words)
         || (wording != NULL && is_comments (wording)) || bayan_appeal_count (view->words) >= 2;
}

/* What is below "Leave a comment" at the foot of the page: the names of the fields. */
static guint
count_fields (BayanCleaningPage *page, guint first)
{
  guint count = 0;

  if (!bayan_cleaning_is_foot (page, first))
    return 0;
  for (guint i = first; i < page->lines->len && count < MAX_FIELDS; i++, count++)
    {
      g_auto (BayanLineView) view = { NULL };

      bayan_line_view_init (&view, page->draft, line_span (page, i));
      if (!is_of_form (&view))
        break;
    }
  return count;
}

/* The field and the button right below "Subscribe to our newsletter". */
static guint
count_subscription (BayanCleaningPage *page, guint first)
{
  guint count = 0;

  for (guint i = first;
       i < page->lines->len && !g_array_index (page->lines, BayanLine, i).empty_before && count < MAX_FIELDS;
       i++, count++)
    {
      g_auto (BayanLineView) view = { NULL };

      bayan_line_view_init_short (&view, page->draft, line_span (page, i));
      if (!bayan_furniture_words_make (BAYAN_FURNITURE_FORMS, view.words))
        break;
    }
  return count;
}

static guint
cut_heading (BayanCleaningPage *page, guint index)
{
  guint teasers = count_teasers (page, index + 1);

  cut_line (page, index, "related-heading", "clean/related-heading");
  for (guint i = 1; i <= teasers; i++)
    cut_line (page, index + i, "related-article", "clean/related-teaser");
  return 1 + teasers;
}

static guint
rule_wording (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  const BayanWording *wording = bayan_wording_find (view);
  guint below = 0;

  if (wording == NULL)
    return 0;
  if (strcmp (wording->kind, "related-article") == 0 && bayan_wording_is_alone (wording, view))
    return cut_heading (page, index);
  if (strcmp (wording->rule, "clean/tags") == 0 && bayan_wording_is_alone (wording, view))
    below = count_tags (page, index + 1);
  else if (is_comments (wording))
    below = count_fields (page, index + 1);
  else if (strcmp (wording->rule, "clean/follow-us") == 0)
    below = count_subscription (page, index + 1);
  for (guint i = 0; i <= below; i++)
    cut_line (page, index + i, wording->kind, wording->rule);
  return 1 + below;
}

/* "Contact", "Privacy policy", below everything. */
static guint
rule_footer (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  if (view->n_words > SHARING_MAX_WORDS || !bayan_furniture_words_make (BAYAN_FURNITURE_FOOTERS, view->words)
      || !bayan_cleaning_is_foot (page, index))
    return 0;
  return cut_line (page, index, "page-furniture", "clean/footer");
}

static gboolean
is_of_menu (const BayanLineView *view)
{
  return bayan_furniture_words_make (BAYAN_FURNITURE_SECTIONS, view->words)
         || bayan_furniture_words_make (BAYAN_FURNITURE_MENUS, view->words)
         || bayan_furniture_words_make (BAYAN_FURNITURE_FOOTERS, view->words)
         || bayan_wording_find (view) != NULL;
}

/* The menu above everything, line by line: short ones without an empty line between them, most of them known. */
static guint
rule_menu (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  guint count = 0, known = 0, last_known = 0;

  if (page->n_seen > 1 || page->menu_sought || view->n_words > MENU_MAX_WORDS)
    return 0;
  page->menu_sought = TRUE;
  for (guint i = index; i < page->lines->len && count < MENU_MAX_LINES; i++)
    {
      g_auto (BayanLineView) item = { NULL };

      if (i > index && g_array_index (page->lines, BayanLine, i).empty_before)
        break;
      bayan_line_view_init_short (&item, page->draft, line_span (page, i));
      if (item.n_words > MENU_MAX_WORDS)
        break;
      count++;
      if (is_of_menu (&item))
        {
          known++;
          last_known = count;
        }
    }
  if (last_known < MENU_MIN_LINES || known * 2 < last_known)
    return 0;
  for (guint i = 0; i < last_known; i++)
    cut_line (page, index + i, "page-furniture", "clean/menu");
  return last_known;
}

static guint
rule_sharing (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  if (view->n_words > SHARING_MAX_WORDS || !bayan_furniture_words_make (BAYAN_FURNITURE_SHARING, view->words))
    return 0;
  return cut_line (page, index, "page-furniture", "clean/share-buttons");
}

/* A line of nothing but hashtags. */
static guint
rule_hashtags (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  g_auto (GStrv) words = NULL;
  guint count = 0;

  if (view->folded[0] != '#')
    return 0;
  words = g_strsplit (view->folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == '#')
      count++;
    else if (words[i][0] != '\0')
      return 0;
  return count >= 2 ? cut_line (page, index, "page-furniture", "clean/tags") : 0;
}

static guint
count_words (const char *words)
{
  guint count = *words != '\0';

  for (; *words != '\0'; words++)
    count += *words == ' ';
  return count;
}

/* A line of it, or the end of one: behind the caption of a picture it says who took that. */
static guint
rule_copyright (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan span = line_span (page, index);
  const char *text = page->draft->text->text->str, *sign;
  g_autofree char *owner = NULL;

  if (view->n_words > TEASER_MAX_WORDS
      || (sign = g_strstr_len (text + span.start, span.end - span.start, "©")) == NULL)
    return 0;
  if (sign == text + span.start)
    return cut_line (page, index, "page-furniture", "clean/copyright");
  owner = bayan_line_dup_words (sign, text + span.end - sign);
  if (!view->ends_sentence && count_words (owner) <= OWNER_MAX_WORDS)
    add_cut (page, (BayanDraftSpan) { (guint32) (sign - text), span.end }, "page-furniture",
             "clean/copyright");
  return 0;
}

/* "Home > News > World" */
static gboolean
is_breadcrumb (const BayanLineView *view)
{
  static const char *const STARTS[] = { "الرييسيه", "home", "accueil" };
  static const char *const PLACES[] = { "انت هنا", "انت الان في", "you are here", "vous etes ici" };
  static const char *const SEPARATORS = ">»›/|";

  for (guint i = 0; i < G_N_ELEMENTS (PLACES); i++)
    if (g_str_has_prefix (view->words, PLACES[i]) && view->folded[strlen (PLACES[i])] == ':')
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (STARTS); i++)
    if (g_str_has_prefix (view->folded, STARTS[i]))
      {
        const char *rest = view->folded + strlen (STARTS[i]);

        while (*rest == ' ')
          rest++;
        return *rest != '\0' && g_utf8_strchr (SEPARATORS, -1, g_utf8_get_char (rest)) != NULL;
      }
  return FALSE;
}

/* "Section: Activities of the minister" */
static gboolean
is_named_section (const BayanLineView *view)
{
  static const char *const NAMES[] = { "التصنيف", "القسم",    "الفيه",    "category",
                                       "section", "rubrique", "categorie" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES) && view->n_words <= NAMED_MAX_WORDS; i++)
    if (g_str_has_prefix (view->folded, NAMES[i]))
      {
        const char *rest = view->folded + strlen (NAMES[i]);

        return rest[strspn (rest, " ")] == ':' && view->n_words > 1;
      }
  return FALSE;
}

/* "General / Gulf council", each part of it a section or what sections are about. */
static gboolean
is_path_of_sections (const BayanLineView *view)
{
  return view->n_words <= SHARING_MAX_WORDS && strpbrk (view->folded, "/|>") != NULL
         && bayan_furniture_words_fill (BAYAN_FURNITURE_SECTIONS, view->words);
}

/* The name of a site's section above the title, often several glued together. */
static guint
rule_category_label (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  if (page->n_seen > HEAD_LINES)
    return 0;
  if (!is_breadcrumb (view) && !is_named_section (view) && (page->after_text || !is_path_of_sections (view))
      && (page->after_text || index + 1 >= page->lines->len
          || !bayan_furniture_words_make (BAYAN_FURNITURE_SECTIONS, view->words)))
    return 0;
  return cut_line (page, index, "category-label", "clean/category-label");
}

/* The first to settle a line decides. Markers are asked first: they may stand in a line that stays. */
static const Rule RULES[] = {
  rule_ad_marker,
  rule_cookie_notice,
  rule_menu,
  rule_category_label,
  rule_wording,
  rule_sharing,
  bayan_cleaning_rule_counters,
  bayan_cleaning_rule_behind_date,
  rule_hashtags,
  rule_copyright,
  rule_footer,
  bayan_cleaning_rule_labels,
  bayan_cleaning_rule_label,
  bayan_cleaning_rule_updated,
  bayan_cleaning_rule_picture,
  bayan_cleaning_rule_mail,
};

static gboolean
may_be_title (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  BayanDraftSpan span = line_span (page, index);
  BayanDateLine dates;

  if (view->n_words == 0 || view->n_words > DATED_MAX_WORDS)
    return TRUE;
  if (view->n_words <= LABEL_MAX_WORDS)
    return FALSE;
  bayan_date_line_read (&dates, page->draft->text->text->str + span.start, span.end - span.start);
  return dates.n_others > 1;
}

/* Whether @text may end in a colon in the search key, which knows several and drops what cannot be seen. */
static gboolean
may_end_in_colon (const char *text, BayanDraftSpan span)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (text + span.end));

  return last == ':' || (last >= 0x80 && (!g_unichar_isalpha (last) || last == 0x640));
}

/* Whether one of the rules reads running text as a whole: about cookies, hashtags, quotations, disclaimers. */
static gboolean
needs_whole_view (BayanCleaningPage *page, BayanDraftSpan span, const BayanLineView *view)
{
  return page->cookies_possible || view->folded[0] == '#'
         || may_end_in_colon (page->draft->text->text->str, span) || bayan_cleaning_mail_may_disclaim (page);
}

/**
 * bayan_cleaning_apply_rules:
 * @index: of a line that is not cut yet
 *
 * Returns: how many lines that settled, this one among them
 */
guint
bayan_cleaning_apply_rules (BayanCleaningPage *page, guint index)
{
  BayanDraftSpan span = line_span (page, index);
  g_auto (BayanLineView) view = { NULL };
  guint settled = 0;

  page->n_seen++;
  bayan_line_view_init_short (&view, page->draft, span);
  if (view.cut_short && needs_whole_view (page, span, &view))
    {
      bayan_line_view_clear (&view);
      bayan_line_view_init (&view, page->draft, span);
    }
  for (guint i = 0; settled == 0 && i < G_N_ELEMENTS (RULES); i++)
    settled = RULES[i](page, index, &view);
  if (settled == 0 && page->n_seen <= HEAD_LINES)
    page->after_text = page->after_text || may_be_title (page, index, &view);
  /* What is left out above the text is no part of its head. */
  if (settled > 0 && !page->after_text)
    page->n_seen--;
  return MAX (settled, 1);
}
