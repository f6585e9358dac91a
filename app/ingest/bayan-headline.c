/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-headline.h"

#include <string.h>

#include "bayan-date-line.h"

#define HEAD_LINES 10u /* how many lines may stand above the running text */
#define TITLE_MAX_WORDS 30u
#define SENTENCE_TITLE_MAX_WORDS 20u
#define SHORT_MAX_WORDS 3u /* a line like "روما" or "بيان صحفي" */
#define DATED_MAX_WORDS 4u /* a place and an agency beside a date */
#define INVENTED_MAX_CHARS 120

typedef struct {
  guint line;
  BayanDraftSpan span;
  guint n_words;
  gboolean is_kicker, is_declared, is_dated;
} Candidate;

/* How the line above a headline begins: circumstances of what the headline says. In the search key. */
static const char *const KICKER_STARTS[] = {
  "عقب",   "بعد",    "خلال",    "في",     "علي",      "ضمن",   "قبيل",   "قبل",
  "بحضور", "برياسه", "بمشاركه", "برعايه", "بمناسبه",  "اثر",   "وسط",    "عشيه",
  "اليوم", "عاجل",   "خاص",     "حصري",   "بالفيديو", "فيديو", "بالصور", "صور",
};

/* What a document is called that has a title of its own below. */
static const char *const GENERIC_TITLES[] = {
  "بيان",
  "بيان صحفي",
  "بيان صحافي",
  "خبر صحفي",
  "بلاغ",
  "بلاغ صحفي",
  "بلاغ صحافي",
  "تصريح صحفي",
  "للنشر الفوري",
  "press release",
  "press statement",
  "media note",
  "for immediate release",
  "office of the spokesperson",
  "communique de presse",
  "joint statement",
  "statement",
  "بيان مشترك",
  "بيان ختامي",
  "البيان الختامي",
};

/* Who wrote it, not what it says. */
static const char *const BYLINE_STARTS[] = {
  "كتب", "كتبت", "بقلم", "اعداد", "تحرير", "مراسل", "المحرر", "نشر بواسطه", "by", "written by", "par",
};

static gboolean
begins_with_word (const char *words, const char *start)
{
  gsize length = strlen (start);

  return strncmp (words, start, length) == 0 && (words[length] == ' ' || words[length] == '\0');
}

static gboolean
begins_with_any (const char *words, const char *const *starts, guint n_starts)
{
  for (guint i = 0; i < n_starts; i++)
    if (begins_with_word (words, starts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_any (const char *words, const char *const *wanted, guint n_wanted)
{
  for (guint i = 0; i < n_wanted; i++)
    if (strcmp (words, wanted[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_kicker (const BayanLineView *view, const BayanDateLine *dates)
{
  return view->n_words <= SHORT_MAX_WORDS || (dates->n_dates > 0 && dates->n_others <= DATED_MAX_WORDS)
         || g_str_has_suffix (view->folded, ":")
         || is_any (view->words, GENERIC_TITLES, G_N_ELEMENTS (GENERIC_TITLES))
         || begins_with_any (view->words, KICKER_STARTS, G_N_ELEMENTS (KICKER_STARTS));
}

static gboolean
is_body (const BayanLineView *view, gboolean before_empty_line)
{
  if (view->n_words == 0 || view->n_words > TITLE_MAX_WORDS)
    return TRUE;
  return view->ends_sentence && (view->n_words > SENTENCE_TITLE_MAX_WORDS || !before_empty_line);
}

/* Neither title nor running text: dates, times, places of issue, names of writers, addresses. */
static gboolean
is_passed_over (const BayanLineView *view, const BayanDateLine *dates)
{
  return (dates->n_dates + dates->n_times > 0 && dates->n_others <= 1) || strstr (view->folded, "://") != NULL
         || g_str_has_prefix (view->folded, "www.")
         || (view->n_words <= 8
             && begins_with_any (view->words, BYLINE_STARTS, G_N_ELEMENTS (BYLINE_STARTS)));
}

/* The words of what the source declares as its title, in the search key; "" if it declares none. */
static char *
declared_words (const BayanDraft *draft)
{
  return bayan_line_dup_words (draft->declared_title != NULL ? draft->declared_title : "", -1);
}

/* Gathers the lines above the running text that may be the title, and finds where that begins. */
static GArray *
gather_candidates (const BayanDraft *draft, const GArray *lines, const GArray *cuts, const char *declared,
                   BayanDraftSpan *first, BayanDraftSpan *body)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint kept = 0;

  for (guint i = 0; i < lines->len && kept < HEAD_LINES; i++)
    {
      BayanDraftSpan span = bayan_draft_get_kept (draft, cuts, g_array_index (lines, BayanLine, i).span);
      gboolean before_empty = i + 1 < lines->len && g_array_index (lines, BayanLine, i + 1).empty_before;
      g_auto (BayanLineView) view = { NULL };
      Candidate candidate = { i, span };
      BayanDateLine dates;

      if (span.start == span.end)
        continue;
      if (kept++ == 0)
        *first = span;
      bayan_line_view_init_short (&view, draft, span);
      if (is_body (&view, before_empty))
        {
          *body = span;
          break;
        }
      bayan_date_line_read (&dates, draft->text->text->str + span.start, span.end - span.start);
      if (is_passed_over (&view, &dates))
        continue;
      candidate.n_words = view.n_words;
      candidate.is_declared = view.n_words > SHORT_MAX_WORDS && begins_with_word (declared, view.words);
      candidate.is_kicker = is_kicker (&view, &dates);
      candidate.is_dated = dates.n_dates > 0 && dates.n_others <= DATED_MAX_WORDS;
      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

/**
 * bayan_headline_is_about:
 * @view: a short line
 *
 * Returns: whether it says what kind of document this is, or who wrote it, as the lines around a title do
 */
gboolean
bayan_headline_is_about (const BayanLineView *view)
{
  return is_any (view->words, GENERIC_TITLES, G_N_ELEMENTS (GENERIC_TITLES))
         || begins_with_any (view->words, BYLINE_STARTS, G_N_ELEMENTS (BYLINE_STARTS));
}

/* What the source declares as its title; else the first candidate that is no kicker; among kickers only, the
 * first of several words. */
static const Candidate *
choose (const GArray *candidates)
{
  const Candidate *best = NULL;

  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index (candidates, Candidate, i).is_declared)
      return &g_array_index (candidates, Candidate, i);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (!candidate->is_kicker)
        return candidate;
      if (best == NULL || (best->n_words <= SHORT_MAX_WORDS && candidate->n_words > best->n_words))
        best = candidate;
    }
  return best;
}

/* What the page marks as its first heading, the one that its declared title repeats before all others. */
static gboolean
find_marked (const BayanDraft *draft, const GArray *lines, const GArray *cuts, const char *declared_as,
             BayanHeadline *self)
{
  for (guint i = 0, line = 0; i < draft->headlines->len; i++)
    {
      BayanDraftSpan span = g_array_index (draft->headlines, BayanDraftSpan, i);
      g_auto (BayanLineView) view = { NULL };
      gboolean declared;

      if (span.start == span.end || bayan_cuts_find (cuts, span) != NULL)
        continue;
      bayan_line_view_init_short (&view, draft, span);
      /* A heading that was never closed has the text in it. */
      if (view.n_words == 0 || view.n_words > TITLE_MAX_WORDS)
        continue;
      /* The site's name may follow in what is declared. */
      declared = begins_with_word (declared_as, view.words);
      if (self->found && !declared)
        continue;
      while (line + 1 < lines->len && g_array_index (lines, BayanLine, line).span.end < span.end)
        line++;
      self->found = TRUE;
      self->span = span;
      self->line = line;
      if (declared)
        break;
    }
  return self->found;
}

/* Words behind which a title goes on on the next line. In the search key. */
static const char *const OPEN_ENDS[] = {
  "في",   "من",  "علي", "الي", "عن",  "مع",  "بين", "ان",  "التي", "الذي", "الذين", "بشان", "حول", "خلال",
  "بعد",  "قبل", "و",   "او",  "ضد",  "تحت", "عبر", "لدي", "the",  "of",   "and",   "to",   "in",  "for",
  "with", "on",  "at",  "de",  "des", "du",  "et",  "la",  "le",   "les",  "a",     "au",   "aux", "pour",
};

static gboolean
is_open_end (const BayanDraft *draft, BayanDraftSpan span)
{
  g_auto (BayanLineView) view = { NULL };
  const char *last;

  bayan_line_view_init (&view, draft, span);
  if (g_str_has_suffix (view.folded, "،") || g_str_has_suffix (view.folded, ","))
    return TRUE;
  last = strrchr (view.words, ' ');
  return last != NULL && g_str_has_suffix (view.folded, last + 1)
         && is_any (last + 1, OPEN_ENDS, G_N_ELEMENTS (OPEN_ENDS));
}

/* What stands under the title and above the running text: the rest of a title that is not at its end, and the
 * subtitle. */
static void
find_lines_below (const BayanDraft *draft, const GArray *lines, const GArray *candidates, BayanHeadline *self)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      gboolean next = candidate->line == self->line + 1
                      && !g_array_index (lines, BayanLine, candidate->line).empty_before;

      if (candidate->span.start < self->span.end || candidate->line == self->line)
        continue;
      if (next && self->subtitle.end == 0 && is_open_end (draft, self->span))
        {
          self->span.end = candidate->span.end;
          self->line = candidate->line;
        }
      else if (candidate->n_words > SHORT_MAX_WORDS && !candidate->is_dated && self->subtitle.end == 0)
        self->subtitle = candidate->span;
    }
}

/**
 * bayan_headline_find:
 * @lines: (element-type BayanLine): of @draft
 * @cuts: (element-type BayanCut): what is left out already
 *
 * The title is the first line above the running text that is no date, no byline and no kicker; in a web page,
 * what it marks as such.
 *
 * Returns: the title, or that there is none because the text begins at once
 */
BayanHeadline
bayan_headline_find (const BayanDraft *draft, const GArray *lines, const GArray *cuts)
{
  BayanHeadline self = { FALSE };
  g_autofree char *declared = declared_words (draft);
  g_autoptr (GArray) candidates = gather_candidates (draft, lines, cuts, declared, &self.first, &self.body);
  const Candidate *chosen = choose (candidates);

  if (!find_marked (draft, lines, cuts, declared, &self) && chosen != NULL)
    {
      self.found = TRUE;
      self.line = chosen->line;
      self.span = chosen->span;
    }
  if (self.found)
    find_lines_below (draft, lines, candidates, &self);
  return self;
}

/* The first sentence of @text, cut at a word if it is long. */
static char *
shorten (const char *text, gsize length)
{
  const char *at = text, *end = text + length, *last_space = NULL;

  for (guint chars = 0; at < end; at = g_utf8_next_char (at), chars++)
    {
      const char *next = g_utf8_next_char (at);

      if (chars == INVENTED_MAX_CHARS)
        return g_strdup_printf ("%.*s…", (int) ((last_space != NULL ? last_space : at) - text), text);
      /* A text may begin with its full stop, and still needs a title. */
      if (*at == '\n'
          || (at > text && strchr (".!", *at) != NULL && (next >= end || g_ascii_isspace (*next))))
        break;
      if (*at == ' ')
        last_space = at;
    }
  return g_strndup (text, (gsize) (at - text));
}

/* Signs that channels put before a title: "🔴", "▪️". */
static gboolean
is_ornament (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isspace (c) || type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MODIFIER_SYMBOL
         || type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_FORMAT;
}

static char *
dup_title (const char *text, gsize length)
{
  const char *start = text, *end = text + length;

  while (start < end && is_ornament (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return g_strndup (start < end ? start : text, (gsize) (end - (start < end ? start : text)));
}

/**
 * bayan_headline_make_title:
 * @clean: @draft without its cuts
 *
 * Returns: (transfer full): the words of the title; for a text without one what its source declares beside
 * it, or else its first sentence, cut at a word
 */
char *
bayan_headline_make_title (const BayanHeadline *self, const BayanDraft *draft, const BayanAssembly *clean)
{
  BayanDraftSpan start = self->body.start < self->body.end ? self->body : self->first;
  BayanCleanSpan span = bayan_assembly_find_span (clean, self->found ? self->span : start);
  const char *text = clean->text->str + span.start.byte;
  gsize length = bayan_clean_span_length_bytes (span);

  if (self->found)
    return g_strdelimit (dup_title (text, length), "\n\t", ' ');
  if (draft->declared_title != NULL)
    return g_strdup (draft->declared_title);
  return shorten (text, length);
}
