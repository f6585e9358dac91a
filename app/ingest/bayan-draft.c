/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-draft.h"

#include "bayan-format.h"
#include "bayan-html.h"
#include "bayan-ingest-error.h"
#include "bayan-source-reading.h"
#include "bayan-references.h"

/**
 * bayan_draft_new:
 *
 * Returns: (transfer full): a draft without text, which its maker puts in
 */
BayanDraft *
bayan_draft_new (void)
{
  BayanDraft *self = g_new0 (BayanDraft, 1);

  self->cuts = g_array_new (FALSE, FALSE, sizeof (BayanCut));
  self->headlines = g_array_new (FALSE, FALSE, sizeof (BayanDraftSpan));
  self->strings = g_string_chunk_new (256);
  return self;
}

void
bayan_draft_free (BayanDraft *self)
{
  g_clear_pointer (&self->text, bayan_mapped_text_free);
  g_array_unref (self->cuts);
  g_array_unref (self->headlines);
  g_string_chunk_free (self->strings);
  g_free (self->declared_title);
  for (guint i = 0; i < BAYAN_DETAIL_N_FIELDS; i++)
    g_free (self->declared[i]);
  g_free (self);
}

/* Refuses what is no text that can be read here. */
static gboolean
check_source (GBytes *raw, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (raw, &size);

  if (size == 0)
    return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_EMPTY, 0, NULL, "The source is empty");
  if (size > BAYAN_INGEST_MAX_BYTES)
    return bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_TOO_LARGE, size, NULL,
                                "The source has %" G_GSIZE_FORMAT " bytes, more than %u", size,
                                BAYAN_INGEST_MAX_BYTES);
  return bayan_format_refuse_foreign (data, size, error);
}

/* Letters written as numbers become letters. */
static void
repair_references (BayanMappedText **text, gboolean html, GPtrArray *doubts)
{
  g_autoptr (BayanMappedText) before = NULL;

  if (!bayan_references_need_repair (*text, html))
    return;
  before = g_steal_pointer (text);
  *text = bayan_references_repair (before, html);
  if (doubts != NULL)
    g_ptr_array_add (doubts, bayan_doubt_new (BAYAN_DOUBT_REPAIRED, "&#", bayan_clean_span (0, 0)));
}

/* Whether all of what was read out of it is text: no menus around it, no teasers. */
static gboolean
is_document (BayanFormat format)
{
  return format != BAYAN_FORMAT_TEXT && format != BAYAN_FORMAT_HTML && format != BAYAN_FORMAT_MHTML
         && format != BAYAN_FORMAT_EML;
}

/**
 * bayan_draft_read:
 * @raw: a whole source
 * @wanted: (nullable): its character set, if that is known
 * @format: (inout): what it was read out of already, or BAYAN_FORMAT_TEXT; what it is
 * @charset: (out): its character set; static or interned
 * @doubts: (nullable) (element-type BayanDoubt): where doubts about the whole are added
 *
 * Returns: (transfer full): the draft of @raw, the same one each time it is read in @charset; or NULL with an
 *   error of this room
 */
BayanDraft *
bayan_draft_read (GBytes *raw, const char *wanted, BayanFormat *format, const char **charset,
                  GPtrArray *doubts, GCancellable *cancellable, GError **error)
{
  g_autoptr (BayanDraft) self = NULL;
  g_autoptr (BayanMappedText) text = NULL;
  gboolean document;

  if (!check_source (raw, error))
    return NULL;
  text = bayan_source_reading_read (raw, wanted, charset, doubts, cancellable, error);
  if (text == NULL)
    return NULL;
  document = is_document (*format);
  *format = bayan_format_of_text (text->text->str, text->text->len);
  repair_references (&text, *format == BAYAN_FORMAT_HTML, doubts);
  if (*format == BAYAN_FORMAT_HTML)
    self = bayan_html_read (text, document, cancellable, error);
  else
    {
      self = bayan_draft_new ();
      self->text = g_steal_pointer (&text);
    }
  if (self != NULL && bayan_draft_is_blank (self, (BayanDraftSpan) { 0, (guint32) self->text->text->len }))
    {
      bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_BLANK, 0, NULL, "Nothing but white space");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * bayan_draft_to_raw:
 *
 * Returns: the raw bytes that @span was read from
 */
BayanRawSpan
bayan_draft_to_raw (const BayanDraft *self, BayanDraftSpan span)
{
  return bayan_offset_map_to_raw (self->text->map, bayan_clean_span (span.start, span.end));
}

/* White space, and the marks that show nothing: a line of these is an empty line to a reader. */
static gboolean
is_blank_point (gunichar c)
{
  return g_unichar_isspace (c) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2060 && c <= 0x2069) || c == 0x61C || c == 0xFEFF || c == 0xAD;
}

/**
 * bayan_draft_trim:
 *
 * Returns: @span without the white space at its ends
 */
BayanDraftSpan
bayan_draft_trim (const BayanDraft *self, BayanDraftSpan span)
{
  const char *text = self->text->text->str;
  const char *start = text + span.start, *end = text + span.end;

  while (start < end && is_blank_point (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *before = g_utf8_prev_char (end);

      if (!is_blank_point (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return (BayanDraftSpan) { (guint32) (start - text), (guint32) (end - text) };
}

/**
 * bayan_draft_is_blank:
 *
 * Returns: whether there is nothing to be seen in @span
 */
gboolean
bayan_draft_is_blank (const BayanDraft *self, BayanDraftSpan span)
{
  BayanDraftSpan trimmed = bayan_draft_trim (self, span);

  return trimmed.start == trimmed.end;
}

/**
 * bayan_cuts_find:
 * @cuts: (element-type BayanCut): sorted, and none overlaps another
 *
 * Returns: (transfer none) (nullable): the first of @cuts that has a part of @span
 */
const BayanCut *
bayan_cuts_find (const GArray *cuts, BayanDraftSpan span)
{
  guint low = 0, high = cuts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (cuts, BayanCut, middle).span.end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == cuts->len || g_array_index (cuts, BayanCut, low).span.start >= span.end)
    return NULL;
  return &g_array_index (cuts, BayanCut, low);
}

/**
 * bayan_cuts_merge:
 * @cuts: (element-type BayanCut): as for bayan_cuts_find()
 * @others: (element-type BayanCut): the same; none overlaps one of @cuts
 *
 * Returns: (transfer full) (element-type BayanCut): both, sorted
 */
GArray *
bayan_cuts_merge (const GArray *cuts, const GArray *others)
{
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (BayanCut), cuts->len + others->len);
  guint next = 0;

  for (guint i = 0; i < cuts->len; i++)
    {
      const BayanCut *cut = &g_array_index (cuts, BayanCut, i);

      for (; next < others->len && g_array_index (others, BayanCut, next).span.start < cut->span.start;
           next++)
        g_array_append_vals (merged, &g_array_index (others, BayanCut, next), 1);
      g_array_append_vals (merged, cut, 1);
    }
  if (next < others->len)
    g_array_append_vals (merged, &g_array_index (others, BayanCut, next), others->len - next);
  return merged;
}

/**
 * bayan_draft_get_kept:
 * @cuts: (element-type BayanCut): as for bayan_cuts_find()
 * @span: a line
 *
 * Returns: what is left of @span without the cuts and the white space at its ends; empty if nothing is
 */
BayanDraftSpan
bayan_draft_get_kept (const BayanDraft *self, const GArray *cuts, BayanDraftSpan span)
{
  const BayanCut *cut;

  span = bayan_draft_trim (self, span);
  while (span.start < span.end && (cut = bayan_cuts_find (cuts, span)) != NULL)
    {
      if (cut->span.start <= span.start)
        span.start = MIN (cut->span.end, span.end);
      else if (cut->span.end >= span.end)
        span.end = cut->span.start;
      else
        break;
      span = bayan_draft_trim (self, span);
    }
  return span;
}
