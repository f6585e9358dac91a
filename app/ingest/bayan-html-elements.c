/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-elements.h"

#include <stdlib.h>
#include <string.h>

#define L BAYAN_HTML_LINE
#define P (BAYAN_HTML_LINE | BAYAN_HTML_PARAGRAPH)
#define F (BAYAN_HTML_LINE | BAYAN_HTML_FURNITURE)
#define V BAYAN_HTML_VOID
#define C (P | BAYAN_HTML_CONTENT)
#define S BAYAN_HTML_CLOSES_SAME

/* By name. What is not here is written as part of its line. */
static const BayanHtmlElement ELEMENTS[] = {
  { "a", BAYAN_HTML_LINK },
  { "address", L },
  { "area", V },
  { "article", C },
  { "aside", F },
  { "audio", F },
  { "base", V },
  { "blockquote", P },
  { "body", P },
  { "br", V },
  { "button", BAYAN_HTML_FURNITURE },
  { "canvas", F },
  { "caption", L },
  { "center", L },
  { "col", V },
  { "dd", L | S },
  { "details", P },
  { "dialog", F },
  { "dir", P },
  { "div", L },
  { "dl", P },
  { "dt", L | S },
  { "embed", V },
  { "fieldset", P },
  { "figcaption", P },
  { "figure", P },
  { "footer", F },
  { "form", F },
  { "h1", P | BAYAN_HTML_HEADLINE },
  { "h2", P },
  { "h3", P },
  { "h4", P },
  { "h5", P },
  { "h6", P },
  { "head", L },
  { "header", L },
  { "hr", V | P },
  { "html", P },
  { "img", V },
  { "input", V },
  { "legend", L },
  { "li", L | S },
  { "link", V },
  { "main", C },
  { "menu", F },
  { "meta", V },
  { "nav", F },
  { "noscript", F },
  { "object", F },
  { "ol", P },
  { "option", L | S },
  { "p", P | S },
  { "param", V },
  { "pre", P | BAYAN_HTML_PREFORMATTED },
  { "section", P },
  { "select", F },
  { "source", V },
  { "summary", L },
  { "svg", BAYAN_HTML_FURNITURE },
  { "table", P },
  { "tbody", 0 },
  { "td", BAYAN_HTML_CELL | S },
  { "template", F },
  { "tfoot", 0 },
  { "th", BAYAN_HTML_CELL | S },
  { "thead", 0 },
  { "tr", L | S },
  { "track", V },
  { "ul", P },
  { "video", F },
  { "wbr", V },
};

static int
compare_name (gconstpointer key, gconstpointer element)
{
  return strcmp (key, ((const BayanHtmlElement *) element)->name);
}

/**
 * bayan_html_element_find:
 * @name: in small letters
 *
 * Returns: (transfer none): what is known of it; never NULL
 */
const BayanHtmlElement *
bayan_html_element_find (const char *name)
{
  static const BayanHtmlElement OTHER = { "", 0 };
  const BayanHtmlElement *found = bsearch (name, ELEMENTS, G_N_ELEMENTS (ELEMENTS), sizeof ELEMENTS[0],
                                           compare_name);

  return found != NULL ? found : &OTHER;
}

/* What the themes of news sites call the boxes around an article. Each is looked for as a whole part of a
 * class or id: "related" is in "related-posts". Words that page builders also give to the text ("widget",
 * "content") are missing. */
static const char *const FURNITURE_WORDS[] = {
  "nav",         "navbar",       "navigation",
  "menu",        "breadcrumb",   "breadcrumbs",
  "sidebar",     "footer",       "share",
  "sharing",     "sharedaddy",   "social",
  "related",     "relatedposts", "recommended",
  "newsletter",  "subscribe",    "cookie",
  "cookies",     "gdpr",         "consent",
  "ads",         "advert",       "advertisement",
  "adsbygoogle", "sponsored",    "comments",
  "respond",     "pagination",   "tagcloud",
  "tags",        "popup",        "skip",
  "copyright",   "backtotop",    "twitter",
  "instagram",   "tiktok",       "facebook",
  "player",      "taboola",      "outbrain",
  "promoted",    "paywall",      "tabs",
  "poll",        "ad",           "dfp",
  "gpt",         "aside",        "donate",
  "donation",    "promo",        "toolbar",
  "tools",       "follow",       "rating",
  "reactions",   "disqus",       "trending",
  "survey",      "login",        "captcha",
  "telegram",    "whatsapp",     "tweet",
  "tweets",      "readmore",     "recommendations",
  "toolbox",     "marquee",      "ticker",
  "advertising", "i3lan",
};

/* What they call who made something: of a picture, or of the text. */
static const char *const CREDIT_WORDS[] = { "credit", "credits" };
static const char *const PICTURE_WORDS[] = {
  "photo", "image", "img", "pic", "picture", "caption", "media", "gallery",
};

/* And what they call a date or a byline, and the box about a writer below an article. */
static const char *const TOLD_WORDS[] = {
  "author", "byline", "writer", "date", "time", "timestamp", "published", "dateline",
};
static const char *const WRITER_WORDS[] = { "author", "writer", "bio", "biography", "authorbox" };
static const char *const BIO_WORDS[] = { "box", "bio", "about", "card", "profile" };

static gboolean
is_word_of (const char *const *words, guint n_words, const char *word, gsize length)
{
  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether one of @words is a whole part of @names. */
static gboolean
have_word_of (const char *names, const char *const *words, guint n_words)
{
  for (const char *at = names; *at != '\0';)
    {
      gsize length = 0;

      while (g_ascii_isalnum (at[length]))
        length++;
      if (length > 0 && is_word_of (words, n_words, at, length))
        return TRUE;
      at += MAX (length, 1);
    }
  return FALSE;
}

/**
 * bayan_html_is_furniture_class:
 * @names: the value of a class, id or role attribute
 *
 * Returns: whether it is one that is usually given to what stands around an article
 */
gboolean
bayan_html_is_furniture_class (const char *names)
{
  /* For those who listen to the page; their parts alone ("hidden") mean nothing. */
  static const char *const UNSEEN[] = { "screen-reader-text", "sr-only", "visually-hidden" };

  for (guint i = 0; i < G_N_ELEMENTS (UNSEEN); i++)
    if (strstr (names, UNSEEN[i]) != NULL)
      return TRUE;
  return have_word_of (names, FURNITURE_WORDS, G_N_ELEMENTS (FURNITURE_WORDS));
}

/**
 * bayan_html_is_told_class:
 * @names: the value of a class attribute
 *
 * Returns: whether it is one that is usually given to a date or a byline
 */
gboolean
bayan_html_is_told_class (const char *names)
{
  return have_word_of (names, TOLD_WORDS, G_N_ELEMENTS (TOLD_WORDS))
         && !have_word_of (names, BIO_WORDS, G_N_ELEMENTS (BIO_WORDS));
}

/**
 * bayan_html_is_credit_class:
 * @names: the value of a class or id attribute
 * @of_picture: (out): whether it says that a picture is meant
 *
 * Returns: whether it is one that is usually given to the name of who made a picture or a text
 */
gboolean
bayan_html_is_credit_class (const char *names, gboolean *of_picture)
{
  *of_picture = have_word_of (names, PICTURE_WORDS, G_N_ELEMENTS (PICTURE_WORDS));
  return have_word_of (names, CREDIT_WORDS, G_N_ELEMENTS (CREDIT_WORDS));
}

/**
 * bayan_html_is_section_class:
 * @names: the value of a class attribute
 *
 * Returns: whether it is one that is usually given to the name of the section that an article is in
 */
gboolean
bayan_html_is_section_class (const char *names)
{
  static const char *const SECTION_WORDS[] = { "category", "cat", "sec", "section", "badge", "rubrique" };

  return have_word_of (names, SECTION_WORDS, G_N_ELEMENTS (SECTION_WORDS));
}

/**
 * bayan_html_is_counter_class:
 * @names: the value of a class attribute
 *
 * Returns: whether it is one that is usually given to how often a page was read; "views" is also what Drupal calls
 * the parts of any list
 */
gboolean
bayan_html_is_counter_class (const char *names)
{
  static const char *const COUNTER_WORDS[] = { "views", "hits", "counter", "visits" };
  static const char *const LIST_WORDS[] = { "field", "row", "element", "content" };

  return have_word_of (names, COUNTER_WORDS, G_N_ELEMENTS (COUNTER_WORDS))
         && !have_word_of (names, LIST_WORDS, G_N_ELEMENTS (LIST_WORDS));
}

/**
 * bayan_html_is_embed_class:
 * @names: the value of a class or id attribute
 *
 * Returns: whether it is one that is usually given to what another site shows in the page, or to a picture
 */
gboolean
bayan_html_is_embed_class (const char *names)
{
  static const char *const EMBED_WORDS[] = { "embed" };

  return have_word_of (names, EMBED_WORDS, G_N_ELEMENTS (EMBED_WORDS));
}

/**
 * bayan_html_is_writer_class:
 * @names: the value of a class attribute
 *
 * Returns: whether it is one that is usually given to what says who wrote an article
 */
gboolean
bayan_html_is_writer_class (const char *names)
{
  return have_word_of (names, WRITER_WORDS, G_N_ELEMENTS (WRITER_WORDS));
}
