/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-zones.h"

#include <string.h>

#include "bayan-html-boxes.h"
#include "bayan-lines.h"

/* The text of a page is never all furniture: a zone of more than this many parts in a hundred is not left
 * out. */
#define FURNITURE_MAX_PERCENT 50u
#define CALLED_MAX_PERCENT 25u
#define FURNITURE_LINK_PERCENT 60u
#define CONTENT_MIN_PERCENT 30u
#define CONTENT_MIN_BYTES 200u
/* What may belong to a headline, in lines above it. */
#define HEAD_LINES 4u

static gboolean
has_value (const BayanHtmlScanner *scanner, const BayanHtmlToken *tag, const char *name, const char *part)
{
  g_autofree char *value = bayan_html_scanner_get_attribute (scanner, tag, name);
  g_autofree char *small = value != NULL ? g_ascii_strdown (value, -1) : NULL;

  return small != NULL && (part == NULL || strstr (small, part) != NULL);
}

static gboolean
is_hidden (const BayanHtmlScanner *scanner, const BayanHtmlToken *tag)
{
  return has_value (scanner, tag, "hidden", NULL) || has_value (scanner, tag, "style", "display:none")
         || has_value (scanner, tag, "style", "display: none")
         || has_value (scanner, tag, "style", "visibility:hidden");
}

/* What the class, id or role of @tag says; FALSE if nothing. */
static gboolean
find_called (const BayanHtmlScanner *scanner, const BayanHtmlToken *tag, gboolean in_picture,
             BayanHtmlZoneKind *kind)
{
  static const char *const ATTRIBUTES[] = { "class", "id", "role" };
  gboolean found = FALSE, of_picture;

  for (guint i = 0; i < G_N_ELEMENTS (ATTRIBUTES); i++)
    {
      g_autofree char *value = bayan_html_scanner_get_attribute (scanner, tag, ATTRIBUTES[i]);

      if (value == NULL)
        continue;
      if (bayan_html_is_furniture_class (value)
          || (bayan_html_is_credit_class (value, &of_picture) && (in_picture || of_picture)))
        {
          *kind = BAYAN_ZONE_CALLED;
          return TRUE;
        }
      if (bayan_html_is_embed_class (value))
        {
          *kind = BAYAN_ZONE_EMBED;
          found = TRUE;
        }
    }
  return found;
}

/**
 * bayan_html_zone_find_kind:
 * @in_picture: whether it stands in a figure
 * @kind: (out): which
 *
 * Returns: whether the element that @tag begins is a zone
 */
gboolean
bayan_html_zone_find_kind (const BayanHtmlScanner *scanner, const BayanHtmlToken *tag,
                           const BayanHtmlElement *element, gboolean in_picture, BayanHtmlZoneKind *kind)
{
  gboolean has_attributes = tag->attributes_start < tag->attributes_end;

  if (element->flags & BAYAN_HTML_CONTENT || (has_attributes && has_value (scanner, tag, "role", "main"))
      || (has_attributes && has_value (scanner, tag, "itemprop", "articlebody")))
    *kind = BAYAN_ZONE_CONTENT;
  else if (has_attributes && is_hidden (scanner, tag))
    *kind = BAYAN_ZONE_HIDDEN;
  else if (strcmp (tag->name, "footer") == 0)
    *kind = BAYAN_ZONE_FOOTER;
  else if (element->flags & BAYAN_HTML_FURNITURE)
    *kind = BAYAN_ZONE_FURNITURE;
  else if (strcmp (tag->name, "header") == 0)
    *kind = BAYAN_ZONE_HEADER;
  else
    return has_attributes && find_called (scanner, tag, in_picture, kind);
  return TRUE;
}

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
is_left_out (const BayanHtmlZone *zone, guint32 page_length, gboolean has_content)
{
  guint32 percent = (guint32) ((guint64) zone_length (zone) * 100 / MAX (page_length, 1));
  gboolean links = (guint64) zone->link_bytes * 100 > (guint64) zone_length (zone) * FURNITURE_LINK_PERCENT;

  switch (zone->kind)
    {
    case BAYAN_ZONE_HIDDEN:
      return percent <= FURNITURE_MAX_PERCENT;
    case BAYAN_ZONE_EMBED:
      if (zone->link_bytes == 0)
        return FALSE; /* a picture and its caption */
      G_GNUC_FALLTHROUGH;
    case BAYAN_ZONE_CALLED:
      return !zone->has_headline && (percent <= CALLED_MAX_PERCENT || links);
    case BAYAN_ZONE_HEADER:
      if (has_content)
        return FALSE; /* of the article */
      G_GNUC_FALLTHROUGH;
    case BAYAN_ZONE_FURNITURE:
    case BAYAN_ZONE_FOOTER:
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

/* Marks what is in a zone that is left out anyway. */
static void
mark_left_out (const GArray *zones, guint32 page_length, gboolean has_content, GArray *lines)
{
  guint32 left_out_to = 0;
  guint zone = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      BayanPageLine *line = &g_array_index (lines, BayanPageLine, i);

      for (; zone < zones->len && g_array_index (zones, BayanHtmlZone, zone).span.start <= line->span.start;
           zone++)
        {
          const BayanHtmlZone *begun = &g_array_index (zones, BayanHtmlZone, zone);

          if (is_left_out (begun, page_length, has_content))
            left_out_to = MAX (left_out_to, begun->span.end);
        }
      if (line->span.start < left_out_to)
        line->flags |= BAYAN_PAGE_LINE_OUT;
    }
}

/* The line above @first with the headline: what is marked as one, or what the page declares; G_MAXUINT if it is
 * further down. */
static guint
find_headline (const BayanDraft *draft, const GArray *lines, guint first, guint32 content_end)
{
  g_autofree char *declared =
      bayan_line_dup_words (draft->declared_title != NULL ? draft->declared_title : "", -1);
  guint found = G_MAXUINT;

  for (guint i = 0; i < draft->headlines->len; i++)
    {
      BayanDraftSpan headline = g_array_index (draft->headlines, BayanDraftSpan, i);
      guint line = bayan_page_lines_find (lines, headline.start);

      if (line >= first && headline.start < content_end)
        return G_MAXUINT;
      if (line < first)
        found = line;
    }
  for (guint i = first; i > 0 && found == G_MAXUINT; i--)
    {
      const BayanPageLine *line = &g_array_index (lines, BayanPageLine, i - 1);

      if (!(line->flags & BAYAN_PAGE_LINE_OUT) && bayan_page_line_is_declared (line, draft, declared))
        found = i - 1;
    }
  return found;
}

/* Marks what is of no use to find the text: what is left out anyway, and what is outside of @content, but for the
 * headline above it and a few lines on top of that. Returns the text with the headline. */
static BayanDraftSpan
mark_outside (const BayanDraft *draft, BayanDraftSpan content, GArray *lines)
{
  guint first = bayan_page_lines_find (lines, content.start);
  guint headline = find_headline (draft, lines, first, content.end);

  if (headline != G_MAXUINT)
    {
      content.start = g_array_index (lines, BayanPageLine, headline).span.start;
      first = headline - MIN (headline, HEAD_LINES);
    }
  for (guint i = 0; i < lines->len; i++)
    if (i < first || g_array_index (lines, BayanPageLine, i).span.end > content.end)
      g_array_index (lines, BayanPageLine, i).flags |= BAYAN_PAGE_LINE_OUT;
  return content;
}

static void
cut_zones (const GArray *zones, BayanDraftSpan kept, guint32 page_length, gboolean has_content, GArray *cuts)
{
  for (guint i = 0; i < zones->len; i++)
    {
      const BayanHtmlZone *zone = &g_array_index (zones, BayanHtmlZone, i);
      BayanCut cut = { zone->span, "page-furniture",
                       zone->kind == BAYAN_ZONE_HIDDEN ? "clean/html-hidden" : "clean/html-furniture" };

      if (zone->span.start >= kept.start && zone->span.end <= kept.end
          && is_left_out (zone, page_length, has_content))
        g_array_append_val (cuts, cut);
    }
}

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  const BayanCut *first = a, *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  return first->span.end > second->span.end ? -1 : first->span.end < second->span.end;
}

/* Adds those of @cuts that say something and lie in no other. */
static void
take_cuts (BayanDraft *draft, GArray *cuts)
{
  guint32 at = 0;

  g_array_sort (cuts, compare_cuts);
  for (guint i = 0; i < cuts->len; i++)
    {
      BayanCut cut = g_array_index (cuts, BayanCut, i);

      cut.span = bayan_draft_trim (draft,
                                   (BayanDraftSpan) { MAX (cut.span.start, at), MAX (cut.span.end, at) });
      if (cut.span.start >= cut.span.end)
        continue;
      at = cut.span.end;
      g_array_append_val (draft->cuts, cut);
    }
}

/**
 * bayan_html_zones_cut_edges:
 * @zones: (element-type BayanHtmlZone): of a document that is no page of the web
 * @draft: to which the cuts are added
 *
 * Leaves out what runs along the edges of printed pages, and nothing else.
 */
void
bayan_html_zones_cut_edges (const GArray *zones, BayanDraft *draft)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (BayanCut));

  for (guint i = 0; i < zones->len; i++)
    {
      const BayanHtmlZone *zone = &g_array_index (zones, BayanHtmlZone, i);
      BayanCut cut = { zone->span, "page-header", "clean/page-header" };

      if (zone->kind == BAYAN_ZONE_FOOTER)
        cut = (BayanCut) { zone->span, "page-footer", "clean/page-footer" };
      if (zone->kind == BAYAN_ZONE_HEADER || zone->kind == BAYAN_ZONE_FOOTER)
        g_array_append_val (cuts, cut);
    }
  take_cuts (draft, cuts);
}

/**
 * bayan_html_zones_cut:
 * @zones: (element-type BayanHtmlZone): in the order in which they begin, an outer one before those in it
 * @blocks: all elements
 * @draft: to which the cuts are added
 *
 * Leaves out what is not the text of a page: what stands outside the article, where the page marks one or
 * running text shows it, and inside it navigation, forms, boxes, teasers and hidden parts. Where nothing of the
 * kind is clear all of it stays, for a rest of furniture does less harm than a missing paragraph.
 */
void
bayan_html_zones_cut (const GArray *zones, const BayanHtmlBlocks *blocks, BayanDraft *draft)
{
  guint32 length = (guint32) draft->text->text->len;
  const BayanHtmlZone *content = find_content (zones, length);
  BayanDraftSpan kept = { 0, length };
  g_autoptr (GArray) lines = bayan_page_lines_new (draft, blocks);
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (BayanCut));
  BayanHtmlArticle article;

  mark_left_out (zones, length, content != NULL, lines);
  if (content != NULL)
    kept = mark_outside (draft, content->span, lines);
  if (bayan_html_article_find (&article, draft, blocks, lines))
    {
      kept = article.span;
      bayan_html_boxes_find (draft, blocks, lines, &article, cuts);
    }
  cut_zones (zones, kept, length, content != NULL, cuts);
  g_array_append_vals (
      cuts,
      (BayanCut[]) { { { 0, kept.start }, "page-furniture", "clean/html-outside-article" },
                     { { kept.end, length }, "page-furniture", "clean/html-outside-article" } },
      2);
  take_cuts (draft, cuts);
}
