/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-cleaning-site.h"

#include <string.h>

#include "bayan-cleaning.h"
#include "bayan-date-line.h"
#include "bayan-headline.h"
#include "bayan-lines.h"

/* The name of all pages of a site among its lines: how many there are. */
#define PAGE_HASH G_GUINT64_CONSTANT (0)
/* What stands on so many other pages, and on so great a part of them, is furniture. */
#define RECURS_PAGES 3u
#define RECURS_PERCENT 30u
#define MAX_SITE_LINES 200u
#define SHORT_MAX_WORDS 25u
#define SENTENCE_MAX_WORDS 3u
#define RUNNING_SENTENCE_WORDS 8u
#define RUNNING_WORDS 20u

typedef enum {
  LINE_SHORT = 1 << 0,   /* may be furniture */
  LINE_RUNNING = 1 << 1, /* is text */
  LINE_CUT = 1 << 2,     /* left out already */
  LINE_RECURS = 1 << 3,
  LINE_TOLD = 1 << 4, /* a date, a byline, the kind of document: may recur and is none the less text */
} LineFlags;

typedef struct {
  BayanDraftSpan span;
  guint64 hash;
  guint flags;
} Line;

/* The host of a web address; NULL if @address is none. */
static char *
host_of (const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host;

  if (uri == NULL || !g_str_has_prefix (g_uri_get_scheme (uri), "http"))
    return NULL;
  host = g_uri_get_host (uri);
  if (host == NULL || *host == '\0')
    return NULL;
  return g_ascii_strdown (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host, -1);
}

static const char *
find_declared (const BayanSource *source, BayanDetailField field)
{
  for (guint i = 0; i < source->details->len; i++)
    if (((const BayanDetail *) source->details->pdata[i])->field == field)
      return ((const BayanDetail *) source->details->pdata[i])->value;
  return NULL;
}

/**
 * bayan_cleaning_site_find:
 *
 * Returns: (transfer full) (nullable): whose page @draft is: the host of its address, or the outlet that it names
 */
char *
bayan_cleaning_site_find (const BayanSource *source, const BayanDraft *draft)
{
  char *site = host_of (find_declared (source, BAYAN_DETAIL_ADDRESS));

  if (site == NULL)
    site = host_of (draft->declared[BAYAN_DETAIL_ADDRESS]);
  if (site == NULL)
    site = host_of (source->uri);
  if (site == NULL)
    site = g_strdup (draft->declared[BAYAN_DETAIL_OUTLET]);
  return site != NULL ? site : g_strdup (find_declared (source, BAYAN_DETAIL_OUTLET));
}

static void
judge (Line *line, const BayanDraft *draft)
{
  g_auto (BayanLineView) view = { NULL };
  BayanDateLine dates;

  bayan_line_view_init_short (&view, draft, line->span);
  if (view.n_words == 0 || view.n_words > SHORT_MAX_WORDS
      || (view.ends_sentence && view.n_words > SENTENCE_MAX_WORDS))
    {
      if (view.n_words == 0 || view.n_words >= RUNNING_WORDS || view.n_words >= RUNNING_SENTENCE_WORDS)
        line->flags |= LINE_RUNNING;
      return;
    }
  bayan_date_line_read (&dates, draft->text->text->str + line->span.start, line->span.end - line->span.start);
  if (dates.n_dates > 0 || bayan_headline_is_about (&view))
    line->flags |= LINE_TOLD;
  line->flags |= LINE_SHORT;
}

/* The lines of @draft; those that are cut only if @all. */
static GArray *
read_lines (const BayanDraft *draft, const GArray *cuts, gboolean all)
{
  g_autoptr (GArray) lines = bayan_lines_new (draft);
  GArray *read = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < lines->len; i++)
    {
      Line line = { g_array_index (lines, BayanLine, i).span };

      if (bayan_cuts_find (cuts, line.span) != NULL)
        line.flags |= LINE_CUT;
      if ((line.flags & LINE_CUT) == 0)
        judge (&line, draft);
      if (line.span.end - line.span.start <= BAYAN_LINE_VIEW_MAX_BYTES
          && (all || (line.flags & LINE_CUT) == 0))
        line.hash = bayan_site_memory_hash_line (draft->text->text->str + line.span.start,
                                                 (gssize) (line.span.end - line.span.start));
      g_array_append_val (read, line);
    }
  return read;
}

/* The first line of running text, which no other page has. NULL if there is none. */
static const Line *
find_lead (const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, Line, i).flags & LINE_RUNNING && g_array_index (lines, Line, i).hash != 0)
      return &g_array_index (lines, Line, i);
  return NULL;
}

/**
 * bayan_cleaning_site_lines:
 * @cuts: (element-type BayanCut): what other rules left out
 *
 * Returns: (transfer full) (element-type guint64): what the page has to say to others of its site: that it is one,
 * where its text begins, and its short lines
 */
GArray *
bayan_cleaning_site_lines (const BayanDraft *draft, const GArray *cuts)
{
  g_autoptr (GArray) lines = read_lines (draft, cuts, FALSE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 page = PAGE_HASH;
  const Line *lead = find_lead (lines);

  g_array_append_val (hashes, page);
  if (lead != NULL)
    g_array_append_val (hashes, lead->hash);
  for (guint i = 0; i < lines->len && hashes->len < MAX_SITE_LINES; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (line->flags & LINE_SHORT && line->hash != 0 && g_hash_table_add (seen, &line->hash))
        g_array_append_val (hashes, line->hash);
    }
  return hashes;
}

/* On how many other pages of @site @hash was seen; @counted if this page is counted already. */
static guint
count_pages (BayanSiteMemory *sites, const char *site, guint64 hash, gboolean counted)
{
  guint n_pages = bayan_site_memory_get_pages (sites, site, hash);

  return n_pages - (counted && n_pages > 0 ? 1 : 0);
}

/* Which lines recur on pages of @site. */
static void
mark_recurring (GArray *lines, BayanSiteMemory *sites, const char *site, gboolean counted)
{
  guint n_site = count_pages (sites, site, PAGE_HASH, counted);
  const Line *lead = find_lead (lines);

  /* The same page once more recurs as a whole. */
  if (n_site < RECURS_PAGES || (lead != NULL && count_pages (sites, site, lead->hash, counted) > 0))
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);
      guint n_pages = line->flags & LINE_SHORT && !(line->flags & LINE_TOLD)
                          ? count_pages (sites, site, line->hash, counted)
                          : 0;

      if (n_pages >= RECURS_PAGES && n_pages * 100 >= n_site * RECURS_PERCENT)
        line->flags |= LINE_RECURS;
    }
}

static gboolean
is_furniture (const GArray *lines, guint index)
{
  return (g_array_index (lines, Line, index).flags & (LINE_CUT | LINE_RECURS)) != 0;
}

/* Whether line @index, which recurs, is outside the text or beside furniture: between paragraphs a line alone may
 * be a stock phrase. */
static gboolean
is_outside (const GArray *lines, guint index, guint first_text, guint last_text)
{
  if (index < first_text || index > last_text)
    return TRUE;
  return is_furniture (lines, index - 1) || is_furniture (lines, index + 1);
}

static void
add_cut (GArray *cuts, const Line *line, const char *rule)
{
  BayanCut cut = { line->span, "page-furniture", rule };

  g_array_append_val (cuts, cut);
}

/* Lines that recur, and lines that the analyst left out. */
static GArray *
find_more (const GArray *lines, BayanSiteMemory *sites, const char *site)
{
  GArray *more = g_array_new (FALSE, FALSE, sizeof (BayanCut));
  guint first = 0, last = lines->len;

  while (first < lines->len && !(g_array_index (lines, Line, first).flags & LINE_RUNNING))
    first++;
  while (last > 0 && !(g_array_index (lines, Line, last - 1).flags & LINE_RUNNING))
    last--;
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->flags & LINE_CUT || line->hash == 0)
        continue;
      if (bayan_site_memory_get_choice (sites, site, line->hash) == BAYAN_SITE_CHOICE_LEAVE_OUT)
        add_cut (more, line, "clean/chosen");
      else if (line->flags & LINE_RECURS && first < last && is_outside (lines, i, first, last - 1))
        add_cut (more, line, "clean/recurs-on-site");
    }
  return more;
}

/* @cuts without the lines that the analyst keeps. */
static GArray *
spare_kept (const BayanDraft *draft, const GArray *cuts, const GArray *lines, BayanSiteMemory *sites,
            const char *site)
{
  GArray *spared = g_array_new (FALSE, FALSE, sizeof (BayanCut));
  guint next = 0;

  for (guint i = 0; i < cuts->len; i++)
    {
      BayanCut cut = g_array_index (cuts, BayanCut, i), part;

      for (; next < lines->len && g_array_index (lines, Line, next).span.start < cut.span.end; next++)
        {
          const Line *line = &g_array_index (lines, Line, next);

          if (line->hash == 0 || line->span.end <= cut.span.start
              || bayan_site_memory_get_choice (sites, site, line->hash) != BAYAN_SITE_CHOICE_KEEP)
            continue;
          part = cut;
          part.span.end = MAX (line->span.start, cut.span.start);
          part.span = bayan_draft_trim (draft, part.span);
          if (part.span.start < part.span.end)
            g_array_append_val (spared, part);
          cut.span.start = MIN (line->span.end, cut.span.end);
        }
      cut.span = bayan_draft_trim (draft, cut.span);
      if (cut.span.start < cut.span.end)
        g_array_append_val (spared, cut);
    }
  return spared;
}

/**
 * bayan_cleaning_site_apply:
 * @cuts: (element-type BayanCut): what other rules left out
 * @counted: whether @sites has learned from this page already
 *
 * What stands on many pages of the site outside the text is left out, and so is what the analyst left out on
 * another page; what the analyst kept stays.
 *
 * Returns: (transfer full) (element-type BayanCut): all cuts, sorted
 */
GArray *
bayan_cleaning_site_apply (const BayanDraft *draft, const GArray *cuts, BayanSiteMemory *sites,
                           const char *site, gboolean counted)
{
  g_autoptr (GArray) lines = read_lines (draft, cuts, TRUE);
  g_autoptr (GArray) more = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) joined = NULL;

  mark_recurring (lines, sites, site, counted);
  more = find_more (lines, sites, site);
  all = bayan_cuts_merge (cuts, more);
  joined = bayan_cleaning_join (draft, all);
  if (bayan_cleaning_takes_everything (draft, joined))
    return g_array_copy ((GArray *) cuts);
  return spare_kept (draft, joined, lines, sites, site);
}

/**
 * bayan_cleaning_site_learn:
 * @site_lines: (element-type guint64): of one page more of @site
 */
void
bayan_cleaning_site_learn (BayanSiteMemory *sites, const char *site, const GArray *site_lines)
{
  for (guint i = 0; i < site_lines->len; i++)
    bayan_site_memory_add_pages (sites, site, g_array_index (site_lines, guint64, i), 1);
}

/**
 * bayan_cleaning_site_keep_words:
 * @repairs: (element-type BayanCut): glued words; those that the analyst keeps as they are are taken out
 */
void
bayan_cleaning_site_keep_words (BayanSiteMemory *sites, const char *site, const BayanDraft *draft,
                                GArray *repairs)
{
  guint n_left = 0;

  for (guint i = 0; i < repairs->len; i++)
    {
      BayanCut repair = g_array_index (repairs, BayanCut, i);
      guint64 hash = bayan_site_memory_hash_line (draft->text->text->str + repair.span.start,
                                                  (gssize) (repair.span.end - repair.span.start));

      if (bayan_site_memory_get_choice (sites, site, hash) != BAYAN_SITE_CHOICE_KEEP)
        g_array_index (repairs, BayanCut, n_left++) = repair;
    }
  g_array_set_size (repairs, n_left);
}
