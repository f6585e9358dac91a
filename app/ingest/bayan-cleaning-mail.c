/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-cleaning-mail.h"

#include <string.h>

#include "bayan-appeal.h"

#define HEADERS_MAX 10u
#define SIGNATURE_MAX_LINES 15u
#define SIGNATURE_MAX_WORDS 20u
#define MARKER_MAX_WORDS 12u
#define QUOTE_MIN_LINES 2u
#define DISCLAIMER_MAX_WORDS 200u
/* What is left beside a quotation must be worth reading, in bytes; else that was the point of the mail. */
#define OWN_MIN_BYTES 200u

/* All in the search key. */
static const char *const FORWARDED[] = {
  "forwarded message",  "original message",           "begin forwarded message",
  "رساله معاد توجيهها", "بد الرساله المحوله",         "الرساله الاصليه",
  "رساله محوله",        "message d origine",          "message transfere",
  "message original",   "debut du message reexpedie",
};
static const char *const HEADERS[] = {
  "from",    "to",    "cc",   "date",    "sent",     "subject", "reply to", "من",    "الي",    "نسخه",
  "التاريخ", "ارسلت", "ارسل", "الموضوع", "الرد علي", "de",      "a",        "objet", "envoye", "envoye le",
};
static const char *const ANSWERED[] = { "wrote", "كتب", "كتبت", "a ecrit" };
static const char *const SENT_FROM[] = {
  "sent from my", "get outlook for", "ارسلت من",      "ارسل من هاتفي",
  "ارسل من ال",   "تم الارسال من",   "envoye de mon", "envoye depuis mon",
};
static const char *const MESSAGE_NAMES[] = {
  "هذه الرساله",  "هذا البريد",         "هذا الايميل", "البريد الالكتروني", "this e mail", "this email",
  "this message", "this communication", "ce message",  "ce courriel",       "cet e mail",
};
static const char *const DISCLAIMERS[] = {
  "سريه",         "سري",
  "المرسل اليه",  "المرسل اليهم",
  "اذا لم تكن",   "الشخص المقصود",
  "الشخص المعني", "يرجي حذفها",
  "حذفها",        "ابلاغ المرسل",
  "اشعار المرسل", "عن طريق الخطا",
  "confidential", "intended recipient",
  "privileged",   "delete it",
  "delete this",  "notify the sender",
  "in error",     "addressee",
  "confidentiel", "destinataire",
  "par erreur",   "detruire",
  "unauthorized",
};

static BayanDraftSpan
line_span (const BayanCleaningPage *page, guint index)
{
  return g_array_index (page->lines, BayanLine, index).span;
}

static const char *
line_text (const BayanCleaningPage *page, guint index)
{
  return page->draft->text->text->str + line_span (page, index).start;
}

/* Cuts @count lines from @index on. */
static guint
cut_lines (BayanCleaningPage *page, guint index, guint count, const char *rule)
{
  for (guint i = 0; i < count; i++)
    {
      BayanCut cut = { line_span (page, index + i), "page-furniture", rule };

      g_array_append_val (page->cuts, cut);
    }
  return count;
}

static guint
count_phrases (const char *words, const char *const *phrases, guint n_phrases)
{
  guint count = 0;

  for (guint i = 0; i < n_phrases; i++)
    count += bayan_words_have_phrase (words, phrases[i]) ? 1 : 0;
  return count;
}

/* "From: …", "الموضوع: …" */
static gboolean
is_header (const BayanCleaningPage *page, guint index)
{
  const char *text = line_text (page, index);
  gsize length = line_span (page, index).end - line_span (page, index).start;
  const char *colon = memchr (text, ':', MIN (length, 40));
  g_autofree char *name = colon != NULL ? bayan_line_dup_words (text, colon - text) : NULL;

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (HEADERS); i++)
    if (strcmp (name, HEADERS[i]) == 0)
      return TRUE;
  return FALSE;
}

static guint
count_headers (const BayanCleaningPage *page, guint first)
{
  guint count = 0;

  while (first + count < page->lines->len && count < HEADERS_MAX && is_header (page, first + count))
    count++;
  return count;
}

/* "---------- Forwarded message ---------" and the headers below it; what was forwarded stays. */
static guint
find_forwarded (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  guint headers;

  if (view->n_words > MARKER_MAX_WORDS
      || count_phrases (view->words, FORWARDED, G_N_ELEMENTS (FORWARDED)) == 0)
    return 0;
  headers = count_headers (page, index + 1);
  return headers >= 2 ? cut_lines (page, index, 1 + headers, "clean/mail-forwarded") : 0;
}

static gboolean
is_quoted (const BayanCleaningPage *page, guint index)
{
  return index < page->lines->len && *line_text (page, index) == '>';
}

static guint
count_quoted (const BayanCleaningPage *page, guint first)
{
  guint count = 0;

  while (is_quoted (page, first + count))
    count++;
  return count;
}

/* How much of the text is no quotation. Asked once, where the first begins. */
static gboolean
has_own_text (BayanCleaningPage *page)
{
  guint64 own = 0;

  for (guint i = 0; page->own_bytes == 0 && i < page->lines->len; i++)
    if (!is_quoted (page, i))
      own += line_span (page, i).end - line_span (page, i).start;
  if (page->own_bytes == 0)
    page->own_bytes = MAX (own, 1);
  return page->own_bytes >= OWN_MIN_BYTES;
}

/* "On Monday … wrote:" and the lines that begin with ">". */
static guint
find_quoted (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  gboolean introduces = view->n_words > 0 && g_str_has_suffix (view->folded, ":")
                        && count_phrases (view->words, ANSWERED, G_N_ELEMENTS (ANSWERED)) > 0;
  guint quoted;

  if ((!introduces && !is_quoted (page, index)) || !has_own_text (page))
    return 0;
  quoted = count_quoted (page, index + introduces);
  if (quoted < QUOTE_MIN_LINES)
    return 0;
  return cut_lines (page, index, introduces + quoted, "clean/mail-quote");
}

/* Short lines from "--" to the end, and what telephones add. */
static guint
find_signature (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  guint left = page->lines->len - index;

  if (view->n_words <= MARKER_MAX_WORDS
      && count_phrases (view->words, SENT_FROM, G_N_ELEMENTS (SENT_FROM)) > 0 && left <= SIGNATURE_MAX_LINES
      && !view->ends_sentence)
    return cut_lines (page, index, 1, "clean/mail-signature");
  if (index == 0 || line_span (page, index).end - line_span (page, index).start != strlen ("--")
      || strncmp (line_text (page, index), "--", strlen ("--")) != 0 || left > SIGNATURE_MAX_LINES)
    return 0;
  for (guint i = index + 1; i < page->lines->len; i++)
    {
      g_auto (BayanLineView) below = { NULL };

      bayan_line_view_init (&below, page->draft, line_span (page, i));
      if (below.n_words == 0 || below.n_words > SIGNATURE_MAX_WORDS)
        return 0;
    }
  return cut_lines (page, index, left, "clean/mail-signature");
}

/* "This message is confidential …" */
static guint
find_disclaimer (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  if (view->n_words < 6 || view->n_words > DISCLAIMER_MAX_WORDS
      || count_phrases (view->words, MESSAGE_NAMES, G_N_ELEMENTS (MESSAGE_NAMES)) == 0
      || count_phrases (view->words, DISCLAIMERS, G_N_ELEMENTS (DISCLAIMERS)) < 2)
    return 0;
  return cut_lines (page, index, 1, "clean/mail-disclaimer");
}

/**
 * bayan_cleaning_mail_may_disclaim:
 *
 * Returns: whether one of the words is in the text at all that a disclaimer has, so that not every line is looked at
 */
gboolean
bayan_cleaning_mail_may_disclaim (BayanCleaningPage *page)
{
  static const char *const HINTS[] = { "onfidenti",   "CONFIDENTI", "سرية",        "سري ",
                                       "المرسل إليه", "intended",   "destinataire" };

  for (guint i = 0; !page->disclaims_sought && i < G_N_ELEMENTS (HINTS); i++)
    page->disclaims |= strstr (page->draft->text->text->str, HINTS[i]) != NULL;
  page->disclaims_sought = TRUE;
  return page->disclaims;
}

/**
 * bayan_cleaning_rule_mail:
 * @index: of a line, of which @view is a close view
 *
 * Returns: how many lines that settled
 */
guint
bayan_cleaning_rule_mail (BayanCleaningPage *page, guint index, const BayanLineView *view)
{
  guint settled = find_quoted (page, index, view);

  if (settled == 0)
    settled = find_forwarded (page, index, view);
  if (settled == 0)
    settled = find_signature (page, index, view);
  return settled == 0 && bayan_cleaning_mail_may_disclaim (page) ? find_disclaimer (page, index, view)
                                                                 : settled;
}
