/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-cookie-notice.h"

#include <string.h>

#include "bayan-appeal.h"
#include "bayan-lines.h"

#define MAX_SENTENCES 64
#define MAX_NOTICE_WORDS 120
/* A sentence of more words that gives no cue is text again, not a part of the notice. */
#define MAX_CUELESS_WORDS 6

/* All in the search key. */
static const char *const NAMES[] = {
  "ملفات تعريف الارتباط", "ملفات الارتباط", "ملف تعريف الارتباط", "الكوكيز", "كوكيز", "cookies", "cookie",
  "temoins de connexion",
};

/* What only a web page says, to its reader. A statement that deals with cookies has one of these at most. */
static const char *const CUES[] = {
  "موقع الويب",
  "هذا الموقع",
  "موقعنا",
  "نستخدم",
  "تجربتك",
  "تجربه التصفح",
  "تجربه المستخدم",
  "خصوصيتك",
  "قبول",
  "اوافق",
  "موافق",
  "انت توافق",
  "فانت توافق",
  "فانك توافق",
  "الغا الاشتراك",
  "سياسه الخصوصيه",
  "شروط الاستخدام",
  "متصفحك",
  "المتصفح",
  "باستمرارك",
  "بمتابعتك",
  "باستخدامك",
  "بالنقر",
  "النقر علي",
  "يمكنك",
  "تفضيلاتك",
  "قراءه المزيد",
  "معرفه المزيد",
  "اعرف المزيد",
  "we use",
  "uses cookies",
  "this site",
  "this website",
  "our site",
  "our website",
  "your experience",
  "your browser",
  "your preferences",
  "accept",
  "you agree",
  "you consent",
  "you can opt",
  "by continuing",
  "by using",
  "privacy policy",
  "read more",
  "learn more",
  "nous utilisons",
  "ce site",
  "notre site",
  "votre experience",
  "votre navigation",
  "accepter",
  "en poursuivant",
  "vous acceptez",
};

typedef struct {
  BayanDraftSpan span;
  guint n_words, n_cues;
  gboolean names;
} Sentence;

/* How many of @phrases are in @words. */
static guint
count_phrases (const char *words, const char *const *phrases, guint n_phrases)
{
  guint count = 0;

  for (guint i = 0; i < n_phrases; i++)
    count += bayan_words_have_phrase (words, phrases[i]) ? 1 : 0;
  return count;
}

static gboolean
names_cookies (const char *words)
{
  return count_phrases (words, NAMES, G_N_ELEMENTS (NAMES)) > 0;
}

static void
look_at_sentence (Sentence *self, const BayanDraft *draft, BayanDraftSpan span)
{
  g_auto (BayanLineView) view = { NULL };

  bayan_line_view_init (&view, draft, span);
  self->span = span;
  self->n_words = view.n_words;
  self->n_cues = count_phrases (view.words, CUES, G_N_ELEMENTS (CUES));
  self->names = names_cookies (view.words);
}

/* The end of the sentence that begins at @at. */
static guint32
find_sentence_end (const char *text, guint32 at, guint32 end)
{
  for (; at < end; at++)
    {
      guint32 next = at + 1;

      if (strchr (".!?", text[at]) == NULL && strncmp (text + at, "؟", 2) != 0)
        continue;
      if ((guchar) text[at] >= 0x80)
        next++;
      if (next >= end || g_ascii_isspace (text[next]))
        return MIN (next, end);
    }
  return end;
}

static guint
split_sentences (const BayanDraft *draft, BayanDraftSpan line, Sentence *sentences)
{
  guint count = 0;

  for (guint32 at = line.start; at < line.end && count < MAX_SENTENCES; count++)
    {
      guint32 end = count + 1 == MAX_SENTENCES ? line.end
                                               : find_sentence_end (draft->text->text->str, at, line.end);

      look_at_sentence (&sentences[count], draft, bayan_draft_trim (draft, (BayanDraftSpan) { at, end }));
      at = end;
    }
  return count;
}

/* The sentences that make up the notice around sentence @first, the first that names cookies. */
static gboolean
gather_notice (const Sentence *sentences, guint count, guint first, BayanDraftSpan *notice)
{
  guint start = first, end = first + 1, n_words = 0, n_cues = 0;

  while (start > 0 && sentences[start - 1].n_cues > 0 && sentences[start - 1].n_words <= 15)
    start--;
  while (
      end < count
      && (sentences[end].n_cues > 0 || sentences[end].names || sentences[end].n_words <= MAX_CUELESS_WORDS))
    end++;
  for (guint i = start; i < end; i++)
    {
      n_words += sentences[i].n_words;
      n_cues += sentences[i].n_cues;
    }
  *notice = (BayanDraftSpan) { sentences[start].span.start, sentences[end - 1].span.end };
  return n_cues >= 2 && n_words <= MAX_NOTICE_WORDS;
}

/**
 * bayan_cookie_notice_is_possible:
 *
 * Returns: FALSE if nothing in @draft is named like cookies, so that no line need be looked at
 */
gboolean
bayan_cookie_notice_is_possible (const BayanDraft *draft)
{
  static const char *const HINTS[] = { "كوكيز", "ookie", "COOKIE", "moins de connexion" };
  const char *text = draft->text->text->str;

  for (guint i = 0; i < G_N_ELEMENTS (HINTS); i++)
    if (strstr (text, HINTS[i]) != NULL)
      return TRUE;
  /* "ملفات تعريف الارتباط"; the second word alone is one of diplomats: "لجنة الارتباط". */
  return strstr (text, "رتباط") != NULL && strstr (text, "ملف") != NULL;
}

/**
 * bayan_cookie_notice_find:
 * @close: (nullable): @line looked at closely, where that was done already
 * @notice: (out): the sentences of @line that are a notice about cookies
 *
 * A notice names cookies and speaks to the reader of a page at least twice. Text that it was glued to stays.
 *
 * Returns: FALSE if there is none
 */
gboolean
bayan_cookie_notice_find (const BayanDraft *draft, BayanDraftSpan line, const BayanLineView *close,
                          BayanDraftSpan *notice)
{
  Sentence sentences[MAX_SENTENCES];
  const char *text = draft->text->text->str;
  g_auto (BayanLineView) view = { NULL };
  guint count;

  if (line.end - line.start > BAYAN_LINE_VIEW_MAX_BYTES)
    {
      /* A notice stands at the end of what it is glued to; begin with a whole sentence there. */
      const char *from = g_utf8_find_next_char (text + line.end - BAYAN_LINE_VIEW_MAX_BYTES, NULL);

      line.start = find_sentence_end (text, (guint32) (from - text), line.end);
      close = NULL;
    }
  /* Few lines do, and all the cues in each of its sentences are looked for in one that does. */
  if (close == NULL)
    bayan_line_view_init (&view, draft, line);
  if (!names_cookies (close != NULL ? close->words : view.words))
    return FALSE;
  count = split_sentences (draft, line, sentences);
  for (guint i = 0; i < count; i++)
    if (sentences[i].names && gather_notice (sentences, count, i, notice))
      return TRUE;
  return FALSE;
}
