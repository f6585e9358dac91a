/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html.h"

#include <string.h>

#include "bayan-calendar.h"
#include "bayan-html-elements.h"
#include "bayan-html-scanner.h"
#include "bayan-html-zones.h"
#include "bayan-lines.h"
#include "bayan-page-head.h"

#define DECLARED_MAX_BYTES 600u
#define CANCEL_EVERY 1024u
#define NONE G_MAXUINT
/* What is nested deeper belongs to the element above it. */
#define MAX_DEPTH 4096u
/* How far up an end tag looks for its start tag beyond those that are certainly there. */
#define IMPLIED_END_REACH 8u

/* An element that is open. */
typedef struct {
  char name[BAYAN_HTML_NAME_MAX];
  const BayanHtmlElement *element;
  guint zone, block;    /* of those of the page, or NONE */
  guint32 links_before; /* bytes in links when the zone began */
  guint headlines_before;
} Open;

typedef struct {
  const BayanMappedText *source;
  BayanHtmlScanner scanner;
  BayanDraft *draft;
  GArray *open;           /* of Open */
  GHashTable *open_names; /* name → how many are open */
  GArray *zones;          /* of BayanHtmlZone */
  BayanHtmlBlocks *blocks;
  gboolean has_text;               /* a letter was written */
  gunichar last;                   /* which */
  gboolean link_ended, part_ended; /* since then a link, or any element, has ended */
  gboolean told_ended;             /* since then a byline or a date has ended */
  guint32 at;                      /* raw position, for what is added to the text */
  guint breaks;                    /* line breaks to write before the next letter */
  gunichar space;                  /* to write before the next letter on the line, or 0 */
  guint32 space_raw, space_raw_length;
  guint links, preformatted;
  guint32 link_bytes;
  gsize link_start;     /* of the link that is open, if one is */
  gsize headline_start; /* of the h1 that is open; G_MAXSIZE if none is */
} Page;

static GString *
page_text (const Page *page)
{
  return page->draft->text->text;
}

static void
break_line (Page *page, guint breaks)
{
  page->breaks = MAX (page->breaks, breaks);
  page->space = 0;
}

static void
write_breaks (Page *page)
{
  for (guint i = 0; page->has_text && i < page->breaks; i++)
    bayan_mapped_text_put_added (page->draft->text, '\n', page->at);
  page->breaks = 0;
}

/* Asks for @space, which the page does not write, before the next letter on the line. */
static void
separate (Page *page, gunichar space, guint32 raw)
{
  page->space = space;
  page->space_raw = raw;
  page->space_raw_length = 0;
}

static void
write_point (Page *page, gunichar c, BayanRawSpan raw)
{
  gsize before = page_text (page)->len;

  if (g_ascii_isspace ((char) MIN (c, 0x7F)) && page->preformatted == 0)
    {
      if (page->space == 0 && page->breaks == 0 && page->has_text)
        {
          page->space = ' ';
          page->space_raw = raw.start.byte;
          page->space_raw_length = raw.end.byte - raw.start.byte;
        }
      return;
    }
  /* Boxes side by side without a space between them: a date and a counter are not one number. */
  if (page->part_ended && page->space == 0 && page->breaks == 0 && g_unichar_isdigit (page->last)
      && g_unichar_isdigit (c))
    separate (page, ' ', raw.start.byte);
  page->link_ended = page->part_ended = page->told_ended = FALSE;
  page->last = c;
  page->at = raw.start.byte;
  write_breaks (page);
  if (page->space != 0)
    bayan_mapped_text_put (page->draft->text, page->space, page->space_raw, page->space_raw_length);
  page->space = 0;
  bayan_mapped_text_put (page->draft->text, c, raw.start.byte, raw.end.byte - raw.start.byte);
  page->has_text = TRUE;
  if (page->links > 0)
    page->link_bytes += (guint32) (page_text (page)->len - before);
}

static void
write_text (Page *page, gsize start, gsize end)
{
  const char *text = page->source->text->str;

  for (gsize at = start; at < end;)
    {
      gsize taken = 0;
      gunichar c = text[at] == '&' ? bayan_html_read_reference (text + at, text + end, &taken) : 0;

      if (c == 0)
        {
          c = g_utf8_get_char (text + at);
          taken = (gsize) (g_utf8_next_char (text + at) - (text + at));
        }
      write_point (page, c,
                   bayan_offset_map_to_raw (page->source->map,
                                            bayan_clean_span ((guint32) at, (guint32) (at + taken))));
      at += taken;
    }
}

/* Where the next letter will be written, line breaks before it apart. */
static gsize
get_position (Page *page)
{
  bayan_mapped_text_flush (page->draft->text);
  return page_text (page)->len;
}

static guint
begin_zone (Page *page, BayanHtmlZoneKind kind)
{
  BayanHtmlZone zone = { kind };

  zone.span.start = zone.span.end = (guint32) get_position (page);
  g_array_append_val (page->zones, zone);
  return page->zones->len - 1;
}

static void
end_zone (Page *page, const Open *open)
{
  BayanHtmlZone *zone = &g_array_index (page->zones, BayanHtmlZone, open->zone);

  zone->span.end = (guint32) get_position (page);
  zone->link_bytes = page->link_bytes - open->links_before;
  zone->has_headline = page->draft->headlines->len > open->headlines_before;
  if (zone->span.start == zone->span.end && open->zone + 1 == page->zones->len)
    g_array_set_size (page->zones, open->zone);
}

static void
end_headline (Page *page)
{
  BayanDraftSpan span;

  bayan_mapped_text_flush (page->draft->text);
  span = bayan_draft_trim (
      page->draft, (BayanDraftSpan) { (guint32) page->headline_start, (guint32) page_text (page)->len });
  page->headline_start = G_MAXSIZE;
  if (span.start < span.end)
    g_array_append_val (page->draft->headlines, span);
}

static guint
count_open (const Page *page, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (page->open_names, name));
}

static void
change_open (Page *page, const char *name, int by)
{
  guint count = (guint) ((int) count_open (page, name) + by);

  if (count > 0)
    g_hash_table_insert (page->open_names, g_strdup (name), GUINT_TO_POINTER (count));
  else
    g_hash_table_remove (page->open_names, name);
}

/* Line breaks around an element. */
static void
break_for (Page *page, const BayanHtmlElement *element)
{
  if (element->flags & BAYAN_HTML_LINE)
    break_line (page, element->flags & BAYAN_HTML_PARAGRAPH ? 2 : 1);
}

static void
close_last (Page *page)
{
  Open open = g_array_index (page->open, Open, page->open->len - 1);

  if (open.element->flags & BAYAN_HTML_HEADLINE && page->headline_start != G_MAXSIZE)
    end_headline (page);
  if (open.zone != NONE)
    end_zone (page, &open);
  if (open.block != NONE)
    page->told_ended |= g_array_index (page->blocks->blocks, BayanHtmlBlock, open.block).told;
  if (open.block != NONE)
    bayan_html_blocks_end (page->blocks, open.block, get_position (page),
                           page->link_bytes - open.links_before);
  if (open.element->flags & BAYAN_HTML_LINK && --page->links == 0)
    bayan_html_blocks_add_link (page->blocks, page->link_start, get_position (page));
  if (open.element->flags & BAYAN_HTML_PREFORMATTED)
    page->preformatted--;
  break_for (page, open.element);
  page->part_ended = TRUE;
  page->link_ended |= (open.element->flags & BAYAN_HTML_LINK) != 0;
  change_open (page, open.name, -1);
  g_array_set_size (page->open, page->open->len - 1);
}

/* An end tag closes what was opened inside, and means nothing if there is nothing to close. */
static void
close_named (Page *page, const char *name)
{
  if (count_open (page, name) == 0)
    return;
  while (strcmp (g_array_index (page->open, Open, page->open->len - 1).name, name) != 0)
    close_last (page);
  close_last (page);
}

/* <p> ends the paragraph before it, <li> the item before it, if that is close by. */
static void
close_same (Page *page, const char *name)
{
  for (guint i = 0; i < IMPLIED_END_REACH && i < page->open->len; i++)
    {
      const Open *open = &g_array_index (page->open, Open, page->open->len - 1 - i);

      if (strcmp (open->name, name) == 0)
        {
          close_named (page, name);
          return;
        }
      if (open->element->flags & BAYAN_HTML_PARAGRAPH || strcmp (open->name, "div") == 0)
        return;
    }
}

static guint32
raw_of (const Page *page, gsize position)
{
  BayanCleanSpan here = bayan_clean_span ((guint32) position, (guint32) position);

  return bayan_offset_map_to_raw (page->source->map, here).start.byte;
}

/* The name of the writer leads to what else they wrote. */
static gboolean
leads_to_author (const Page *page, const BayanHtmlToken *tag)
{
  g_autofree char *relation = bayan_html_scanner_get_attribute (&page->scanner, tag, "rel");
  g_autofree char *address = bayan_html_scanner_get_attribute (&page->scanner, tag, "href");

  return (relation != NULL && strcmp (relation, "author") == 0)
         || (address != NULL && strstr (address, "/author/") != NULL);
}

static gboolean
is_in_picture (const Page *page)
{
  return count_open (page, "figure") > 0 || count_open (page, "figcaption") > 0;
}

/* Who made the text, not a picture in it. */
static gboolean
is_text_credit (const Page *page, const char *classes)
{
  gboolean of_picture;

  return bayan_html_is_credit_class (classes, &of_picture) && !of_picture && !is_in_picture (page);
}

/* What has lines or cells of its own, or is known for what it says, is looked at as one. */
static void
begin_block (Page *page, const BayanHtmlToken *tag, Open *open)
{
  g_autofree char *classes = tag->attributes_start < tag->attributes_end
                                 ? bayan_html_scanner_get_attribute (&page->scanner, tag, "class")
                                 : NULL;
  gboolean told = strcmp (tag->name, "time") == 0
                  || (classes != NULL
                      && (bayan_html_is_told_class (classes) || is_text_credit (page, classes)))
                  || (open->element->flags & BAYAN_HTML_LINK && leads_to_author (page, tag));

  gboolean section = classes != NULL && bayan_html_is_section_class (classes);
  gboolean counter = classes != NULL && bayan_html_is_counter_class (classes);

  /* A byline and a date beside each other, and what stands behind them, are no one word. */
  if (((told && page->part_ended) || page->told_ended) && page->space == 0 && page->breaks == 0
      && page->has_text)
    separate (page, ' ', raw_of (page, tag->start));
  if (told || section || counter || open->element->flags & (BAYAN_HTML_LINE | BAYAN_HTML_CELL))
    open->block = bayan_html_blocks_begin (page->blocks, get_position (page), told,
                                           bayan_html_shape (tag->name, classes));
  if (open->block != NONE)
    {
      BayanHtmlBlock *block = &g_array_index (page->blocks->blocks, BayanHtmlBlock, open->block);

      block->section = section;
      block->counter = counter;
      block->item = strcmp (tag->name, "li") == 0;
      block->caption = strcmp (tag->name, "figcaption") == 0;
      block->writer = classes != NULL && bayan_html_is_writer_class (classes);
    }
}

static void
start_element (Page *page, const BayanHtmlToken *tag, const BayanHtmlElement *element)
{
  Open open = { .element = element,
                .zone = NONE,
                .block = NONE,
                .links_before = page->link_bytes,
                .headlines_before = page->draft->headlines->len };
  BayanHtmlZoneKind kind;

  if (element->flags & BAYAN_HTML_CLOSES_SAME)
    close_same (page, tag->name);
  break_for (page, element);
  if (element->flags & BAYAN_HTML_CELL && page->breaks == 0 && page->has_text)
    separate (page, '\t', raw_of (page, tag->start));
  /* No word is made of two links. */
  if (element->flags & BAYAN_HTML_LINK && page->link_ended && page->space == 0 && page->breaks == 0
      && page->has_text)
    separate (page, ' ', raw_of (page, tag->start));
  if (element->flags & BAYAN_HTML_VOID || page->open->len >= MAX_DEPTH)
    return;
  g_strlcpy (open.name, tag->name, sizeof open.name);
  if (bayan_html_zone_find_kind (&page->scanner, tag, element, is_in_picture (page), &kind))
    open.zone = begin_zone (page, kind);
  begin_block (page, tag, &open);
  if (element->flags & BAYAN_HTML_HEADLINE && page->headline_start == G_MAXSIZE)
    {
      page->headline_start = get_position (page);
    }
  if (element->flags & BAYAN_HTML_LINK && page->links++ == 0)
    page->link_start = get_position (page);
  page->preformatted += (element->flags & BAYAN_HTML_PREFORMATTED) != 0;
  change_open (page, open.name, 1);
  g_array_append_val (page->open, open);
}

/* A page may make @title as long as it likes, and may put nothing into it that can be read. */
static void
declare_title (Page *page, char *title)
{
  g_autofree char *words = NULL;

  if (strlen (title) > DECLARED_MAX_BYTES)
    *g_utf8_find_prev_char (title, title + DECLARED_MAX_BYTES) = '\0';
  words = bayan_line_dup_words (title, -1);
  if (*words == '\0')
    return;
  for (char *at = title; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  g_free (page->draft->declared_title);
  page->draft->declared_title = g_strdup (g_strstrip (title));
}

/* The first that can be read counts. Of "2021-06-28T19:23:00+03:00" it is the day. */
static void
declare_date (Page *page, const char *content)
{
  g_autofree char *day = g_strndup (content, strlen ("2021-06-28"));
  BayanDate date = bayan_date_from_iso (day);

  if (!bayan_date_is_set (page->draft->declared_date)
      && bayan_calendar_is_valid (BAYAN_CALENDAR_GREGORIAN, date))
    page->draft->declared_date = date;
}

/* og:title says the title better than <title>, which has the site's name in it. */
static void
read_meta (Page *page, const BayanHtmlToken *tag)
{
  static const char *const DATES[] = {
    "article:published_time", "date", "datepublished", "dc.date", "dcterms.date", "pubdate", NULL,
  };
  g_autofree char *property = bayan_html_scanner_get_attribute (&page->scanner, tag, "property");
  g_autofree char *name = bayan_html_scanner_get_attribute (&page->scanner, tag, "name");
  g_autofree char *item = bayan_html_scanner_get_attribute (&page->scanner, tag, "itemprop");
  const char *declared = property != NULL ? property : name != NULL ? name : item != NULL ? item : "";
  g_autofree char *key = g_ascii_strdown (declared, -1);
  g_autofree char *content = bayan_html_scanner_get_attribute (&page->scanner, tag, "content");

  if (content == NULL)
    return;
  if (strcmp (key, "og:title") == 0)
    declare_title (page, content);
  else if (g_strv_contains (DATES, key))
    declare_date (page, content);
  else
    bayan_page_head_take_meta (page->draft, key, content);
}

static void
read_link (Page *page, const BayanHtmlToken *tag)
{
  g_autofree char *relation = bayan_html_scanner_get_attribute (&page->scanner, tag, "rel");
  g_autofree char *address = bayan_html_scanner_get_attribute (&page->scanner, tag, "href");

  bayan_page_head_take_link (page->draft, relation, address);
}

static void
read_time (Page *page, const BayanHtmlToken *tag)
{
  g_autofree char *datetime = bayan_html_scanner_get_attribute (&page->scanner, tag, "datetime");
  g_autofree char *item = bayan_html_scanner_get_attribute (&page->scanner, tag, "itemprop");
  g_autofree char *pubdate = bayan_html_scanner_get_attribute (&page->scanner, tag, "pubdate");

  if (datetime != NULL)
    bayan_page_head_take_time (page->draft, datetime,
                               pubdate != NULL || (item != NULL && strcmp (item, "datePublished") == 0));
}

static void
read_start (Page *page, const BayanHtmlToken *tag)
{
  const BayanHtmlElement *element = bayan_html_element_find (tag->name);

  if (strcmp (tag->name, "time") == 0)
    read_time (page, tag);
  if (strcmp (tag->name, "meta") == 0)
    read_meta (page, tag);
  else if (strcmp (tag->name, "link") == 0)
    read_link (page, tag);
  else if (strcmp (tag->name, "br") == 0)
    break_line (page, page->breaks + 1);
  else
    start_element (page, tag, element);
}

/* What is in a <title>, and what a <script> says of the page; of other elements whose content is no text
 * nothing is read. */
static void
read_raw_text (Page *page, const BayanHtmlToken *token)
{
  const Open *open = page->open->len > 0 ? &g_array_index (page->open, Open, page->open->len - 1) : NULL;
  g_autofree char *title = NULL;

  if (open != NULL && strcmp (open->name, "script") == 0)
    bayan_page_head_take_script (page->draft, page->source->text->str + token->start,
                                 token->end - token->start);
  if (open == NULL || strcmp (open->name, "title") != 0 || page->draft->declared_title != NULL)
    return;
  title = bayan_html_decode (page->source->text->str + token->start, token->end - token->start);
  declare_title (page, title);
}

static void
read_token (Page *page, const BayanHtmlToken *token)
{
  if (token->type == BAYAN_HTML_START)
    read_start (page, token);
  else if (token->type == BAYAN_HTML_END)
    close_named (page, token->name);
  else if (token->raw)
    read_raw_text (page, token);
  else
    write_text (page, token->start, token->end);
}

static void
page_clear (Page *page)
{
  g_array_unref (page->open);
  g_array_unref (page->zones);
  bayan_html_blocks_free (page->blocks);
  g_hash_table_unref (page->open_names);
}

/**
 * bayan_html_read:
 * @source: a decoded web page
 * @document: whether it is what was read out of a document: then all of it is text, but for the edges of pages
 *
 * Lays the page out as a reader would see it, without its boxes side by side. Nothing is fetched. Time is
 * linear in the length of @source, however its tags are nested or unclosed.
 *
 * Returns: (transfer full): the draft, its map leading to the raw bytes; or NULL with G_IO_ERROR_CANCELLED
 */
BayanDraft *
bayan_html_read (const BayanMappedText *source, gboolean document, GCancellable *cancellable, GError **error)
{
  g_autoptr (BayanDraft) draft = bayan_draft_new ();
  Page page = { .source = source, .draft = draft, .headline_start = G_MAXSIZE };
  BayanHtmlToken token;
  gboolean cancelled = FALSE;

  draft->text = bayan_mapped_text_new (source->text->len / 4);
  page.open = g_array_new (FALSE, FALSE, sizeof (Open));
  page.zones = g_array_new (FALSE, FALSE, sizeof (BayanHtmlZone));
  page.blocks = bayan_html_blocks_new ();
  page.open_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bayan_html_scanner_init (&page.scanner, source->text->str, source->text->len);
  for (guint count = 0; !cancelled && bayan_html_scanner_next (&page.scanner, &token); count++)
    {
      cancelled = count % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error);
      if (!cancelled)
        read_token (&page, &token);
    }
  while (page.open->len > 0)
    close_last (&page);
  bayan_mapped_text_flush (draft->text);
  if (!cancelled && document)
    bayan_html_zones_cut_edges (page.zones, draft);
  else if (!cancelled)
    bayan_html_zones_cut (page.zones, page.blocks, draft);
  page_clear (&page);
  return cancelled ? NULL : g_steal_pointer (&draft);
}
