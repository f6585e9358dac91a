/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst takes regions back and leaves others out: the statement made again with other cuts. */
#include "bayan-reshape.h"

typedef BayanReshapeChange Change;

/* Where in @draft the raw bytes @raw are. */
BayanDraftSpan
bayan_reshape_find_in_draft (const BayanDraft *draft, BayanRawSpan raw)
{
  BayanCleanPos start, end;

  bayan_offset_map_to_clean (draft->text->map, raw.start, &start);
  bayan_offset_map_to_clean (draft->text->map, raw.end, &end);
  return bayan_draft_trim (draft, (BayanDraftSpan) { start.byte, MAX (start.byte, end.byte) });
}

/* The changes that made @statement, from the regions it kept: the rules may have changed since.
 * Returns: (transfer full) (element-type BayanReshapeChange) */
GArray *
bayan_reshape_list_changes (const BayanStatement *statement, const gboolean *restored, const BayanDraft *draft)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = g_ptr_array_index (statement->removed, i);
      Change change = { { bayan_reshape_find_in_draft (draft, region->raw), region->kind, region->rule, region->instead },
                        region->id,
                        restored[i] };

      g_array_append_val (changes, change);
    }
  return changes;
}

static void
leave_out (GArray *changes, const BayanDraft *draft, BayanDraftSpan span)
{
  Change change = { { bayan_draft_trim (draft, span), "by-hand", "analyst", NULL }, 0, FALSE };

  if (span.start < span.end && change.cut.span.start < change.cut.span.end)
    g_array_append_val (changes, change);
}

/* Whether @change still says something once @span is left out: a region that lies in it is left out again, and
 * keeps its reason; one that lies in it in part, and letters put right, are a part of it from now on. */
static gboolean
stays_in (const Change *change, BayanDraftSpan span)
{
  if (change->cut.span.end <= span.start || change->cut.span.start >= span.end)
    return TRUE;
  if (change->cut.instead != NULL)
    return FALSE;
  return !change->restored || (change->cut.span.start >= span.start && change->cut.span.end <= span.end);
}

/* Leaves @span out too: as a region of its own between those that are there already. */
static GArray *
add_by_hand (const GArray *changes, const BayanDraft *draft, BayanDraftSpan span)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (Change));
  guint32 at = span.start;

  for (guint i = 0; i < changes->len; i++)
    {
      Change change = g_array_index (changes, Change, i);

      if (!stays_in (&change, span))
        continue;
      if (change.cut.span.end > span.start && change.cut.span.start < span.end)
        change.restored = FALSE;
      if (change.cut.span.start > at)
        leave_out (made, draft, (BayanDraftSpan) { at, MIN (change.cut.span.start, span.end) });
      at = MAX (at, change.cut.span.end);
      g_array_append_val (made, change);
    }
  leave_out (made, draft, (BayanDraftSpan) { at, span.end });
  return made;
}

/* Reads what @statement was read from. @format: (out) */
BayanDraft *
bayan_reshape_read_draft (const BayanStatement *statement, BayanFormat *format, GError **error)
{
  const char *charset = NULL;

  *format = statement->extract != NULL ? statement->format : BAYAN_FORMAT_TEXT;
  return bayan_draft_read (bayan_statement_get_readable (statement),
                           bayan_source_reading_get_wanted (statement->charset, statement->extract), format, &charset,
                           NULL, NULL, error);
}

/* Writes the clean text of @made. */
BayanAssembly *
bayan_reshape_write_text (BayanStatement *made, const BayanDraft *draft, const GArray *changes)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (BayanCut));
  g_autofree gboolean *restored = g_new (gboolean, changes->len + 1);
  BayanAssembly *assembly;

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      g_array_append_val (cuts, change->cut);
      restored[i] = change->restored;
    }
  assembly = bayan_clean_text_write (made, draft, cuts, restored);
  for (guint i = 0; i < changes->len; i++)
    ((BayanRemovedRegion *) g_ptr_array_index (made->removed, i))->id = g_array_index (changes, Change, i).id;
  return assembly;
}

void
bayan_reshape_copy_source (BayanStatement *made, const BayanStatement *from)
{
  made->raw = g_bytes_ref (from->raw);
  if (from->extract != NULL)
    made->extract = g_bytes_ref (from->extract);
  made->format = from->format;
  made->sha256 = g_strdup (from->sha256);
  made->name = g_strdup (from->name);
  made->uri = g_strdup (from->uri);
  made->charset = g_strdup (from->charset);
  made->site = g_strdup (from->site);
  if (from->site_lines != NULL)
    made->site_lines = g_array_copy (from->site_lines);
}

/* Where @span of @from, a span of its clean text, is in the clean text that @assembly made. */
static BayanCleanSpan
move_span (const BayanStatement *from, BayanCleanSpan span, const BayanDraft *draft,
           const BayanAssembly *assembly)
{
  if (bayan_clean_span_length_bytes (span) == 0)
    return bayan_clean_span (0, 0);
  return bayan_assembly_find_span (assembly,
                                   bayan_reshape_find_in_draft (draft, bayan_offset_map_to_raw (from->map, span)));
}

/* What @from says of itself, at its new place. */
static void
copy_details (BayanStatement *made, const BayanStatement *from, const BayanDraft *draft,
              const BayanAssembly *assembly)
{
  made->title = g_strdup (from->title);
  made->title_span = move_span (from, from->title_span, draft, assembly);
  made->date = from->date;
  made->date_span = move_span (from, from->date_span, draft, assembly);
  made->hijri = from->hijri;
  made->hijri_span = move_span (from, from->hijri_span, draft, assembly);
  made->language = g_strdup (from->language);
  for (guint i = 0; i < from->details->len; i++)
    {
      const BayanDetail *detail = from->details->pdata[i];

      bayan_statement_take_detail (made, bayan_detail_new (detail->field, detail->value, detail->origin,
                                                           move_span (from, detail->span, draft, assembly),
                                                           detail->words));
    }
  for (guint i = 0; i < from->doubts->len; i++)
    {
      const BayanDoubt *doubt = from->doubts->pdata[i];

      g_ptr_array_add (made->doubts, bayan_doubt_new (doubt->kind, doubt->subject,
                                                      move_span (from, doubt->span, draft, assembly)));
    }
}

/**
 * bayan_ingest_reshape:
 * @statement: a statement
 * @restored: for each of its removed regions whether its text is to be part of the clean text
 * @by_hand: (nullable): raw bytes that are to be left out too
 *
 * Reads the raw bytes of @statement again and leaves out the same regions but the ones restored; words put right
 * that are restored stand as they were. Regions keep their order and id, so that what was restored can be left
 * out again; that gives exactly the text there was before. @by_hand becomes a region of kind "by-hand", or
 * several between those there are; restored ones in it are left out again, letters put right in it go with it.
 * Title, dates and details stay as they were found.
 *
 * Returns: (transfer full): the new statement; or NULL with an error of this room if @statement's bytes are
 * no longer what they were
 */
BayanStatement *
bayan_ingest_reshape (const BayanStatement *statement, const gboolean *restored, const BayanRawSpan *by_hand,
                      GError **error)
{
  g_autoptr (BayanStatement) made = bayan_statement_new ();
  g_autoptr (BayanDraft) draft = NULL;
  g_autoptr (BayanAssembly) assembly = NULL;
  g_autoptr (GArray) changes = NULL;

  draft = bayan_reshape_read_draft (statement, &made->format, error);
  if (draft == NULL)
    return NULL;
  changes = bayan_reshape_list_changes (statement, restored, draft);
  if (by_hand != NULL)
    {
      g_autoptr (GArray) before = g_steal_pointer (&changes);

      changes = add_by_hand (before, draft, bayan_reshape_find_in_draft (draft, *by_hand));
    }
  assembly = bayan_reshape_write_text (made, draft, changes);
  bayan_reshape_copy_source (made, statement);
  copy_details (made, statement, draft, assembly);
  return g_steal_pointer (&made);
}

/**
 * bayan_ingest_restore:
 *
 * Returns: (transfer full): as bayan_ingest_reshape(), with nothing left out by hand
 */
BayanStatement *
bayan_ingest_restore (const BayanStatement *statement, const gboolean *restored, GError **error)
{
  return bayan_ingest_reshape (statement, restored, NULL, error);
}
