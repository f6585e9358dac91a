/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-zones.h"

/* The text of a page is never all furniture: a zone of more than this many parts in a hundred is not left
 * out. */
#define FURNITURE_MAX_PERCENT 50u
#define CALLED_MAX_PERCENT 25u
#define FURNITURE_LINK_PERCENT 60u
#define CONTENT_MIN_PERCENT 30u
#define CONTENT_MIN_BYTES 200u

static guint32
zone_length (const BayanHtmlZone *zone)
{
  return zone->span.end - zone->span.start;
}

static guint32
plain_length (const BayanHtmlZone *zone)
{
  return zone_length (zone) - MIN (zone->link_bytes, zone_length (zone));
}

static gboolean
is_left_out (const BayanHtmlZone *zone, guint32 page_length)
{
  guint32 percent = (guint32) ((guint64) zone_length (zone) * 100 / MAX (page_length, 1));
  gboolean links = (guint64) zone->link_bytes * 100 > (guint64) zone_length (zone) * FURNITURE_LINK_PERCENT;

  switch (zone->kind)
    {
    case BAYAN_ZONE_HIDDEN:
      return percent <= FURNITURE_MAX_PERCENT;
    case BAYAN_ZONE_CALLED:
      return !zone->has_headline && (percent <= CALLED_MAX_PERCENT || links);
    case BAYAN_ZONE_FURNITURE:
    case BAYAN_ZONE_HEADER:
      return !zone->has_headline && (percent <= FURNITURE_MAX_PERCENT || links);
    case BAYAN_ZONE_CONTENT:
    default:
      return FALSE;
    }
}

/* The zone that the text of the page is in, if one has a good part of it outside of links; or NULL. */
static const BayanHtmlZone *
find_content (const GArray *zones, guint32 page_length)
{
  const BayanHtmlZone *best = NULL;

  for (guint i = 0; i < zones->len; i++)
    {
      const BayanHtmlZone *zone = &g_array_index (zones, BayanHtmlZone, i);

      /* An article inside the main part is the closer one if little else is there. */
      if (zone->kind == BAYAN_ZONE_CONTENT
          && (best == NULL || plain_length (zone) > plain_length (best)
              || (zone->span.start >= best->span.start && zone->span.end <= best->span.end
                  && (guint64) plain_length (zone) * 100 > (guint64) plain_length (best) * 60)))
        best = zone;
    }
  if (best == NULL || plain_length (best) < CONTENT_MIN_BYTES
      || (guint64) plain_length (best) * 100 < (guint64) page_length * CONTENT_MIN_PERCENT)
    return NULL;
  return best;
}

/* The text with the headline above it, where that stands outside. */
static BayanDraftSpan
content_span (const BayanHtmlZone *content, const GArray *headlines)
{
  BayanDraftSpan span = content->span;

  for (guint i = 0; i < headlines->len; i++)
    {
      BayanDraftSpan headline = g_array_index (headlines, BayanDraftSpan, i);

      if (headline.start >= content->span.start && headline.start < content->span.end)
        return content->span;
      if (headline.start < headline.end && headline.end <= content->span.start)
        span.start = headline.start;
    }
  return span;
}

static void
add_cut (BayanDraft *draft, BayanDraftSpan span, const char *rule)
{
  BayanCut cut = { bayan_draft_trim (draft, span), "page-furniture", rule };

  if (cut.span.start < cut.span.end)
    g_array_append_val (draft->cuts, cut);
}

/**
 * bayan_html_zones_cut:
 * @zones: (element-type BayanHtmlZone): in the order in which they begin, an outer one before those in it
 * @draft: to which the cuts are added
 *
 * Leaves out what a page says is not its text: what stands outside the article, if there clearly is one, and
 * inside it navigation, forms, boxes and hidden parts. Where a page says nothing of the kind all of it stays,
 * for a rest of furniture does less harm than a missing paragraph.
 */
void
bayan_html_zones_cut (const GArray *zones, BayanDraft *draft)
{
  guint32 length = (guint32) draft->text->text->len;
  const BayanHtmlZone *content = find_content (zones, length);
  BayanDraftSpan kept = content != NULL ? content_span (content, draft->headlines)
                                        : (BayanDraftSpan) { 0, length };
  guint32 at = kept.start;

  add_cut (draft, (BayanDraftSpan) { 0, kept.start }, "clean/html-outside-article");
  for (guint i = 0; i < zones->len; i++)
    {
      const BayanHtmlZone *zone = &g_array_index (zones, BayanHtmlZone, i);
      gboolean header_of_article = zone->kind == BAYAN_ZONE_HEADER && content != NULL;

      if (zone->span.start < at || zone->span.end > kept.end || header_of_article
          || !is_left_out (zone, length))
        continue;
      add_cut (draft, zone->span,
               zone->kind == BAYAN_ZONE_HIDDEN ? "clean/html-hidden" : "clean/html-furniture");
      at = zone->span.end;
    }
  add_cut (draft, (BayanDraftSpan) { kept.end, length }, "clean/html-outside-article");
}
