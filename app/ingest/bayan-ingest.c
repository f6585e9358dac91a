/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-ingest.h"

#include "bayan-assembly.h"
#include "bayan-cleaning.h"
#include "bayan-document-date.h"
#include "bayan-ingest-error.h"
#include "bayan-ingest-file.h"
#include "bayan-text-language.h"

/* The cuts that stand, of all that were made. */
static GArray *
cuts_that_stand (const GArray *cuts, const gboolean *restored)
{
  GArray *standing = g_array_new (FALSE, FALSE, sizeof (BayanCut));

  for (guint i = 0; i < cuts->len; i++)
    if (restored == NULL || !restored[i])
      g_array_append_val (standing, g_array_index (cuts, BayanCut, i));
  return standing;
}

static BayanRemovedRegion *
make_region (const BayanDraft *draft, const BayanCut *cut, BayanCleanPos at, gboolean restored)
{
  BayanRemovedRegion *region = g_new0 (BayanRemovedRegion, 1);
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (BayanCut));
  g_autoptr (BayanAssembly) alone = bayan_assembly_new (draft, cut->span, nothing);

  region->raw = bayan_draft_to_raw (draft, cut->span);
  region->at = at;
  region->text = g_strndup (alone->text->str, alone->text->len);
  region->kind = g_strdup (cut->kind);
  region->rule = g_strdup (cut->rule);
  region->restored = restored;
  return region;
}

/* Writes the clean text of @draft and its removed regions into @statement. Returns where everything has gone.
 */
static BayanAssembly *
write_clean_text (BayanStatement *statement, const BayanDraft *draft, const GArray *cuts,
                  const gboolean *restored)
{
  g_autoptr (GArray) standing = cuts_that_stand (cuts, restored);
  BayanDraftSpan all = { 0, (guint32) draft->text->text->len };
  BayanAssembly *assembly = bayan_assembly_new (draft, all, standing);

  statement->text = g_strndup (assembly->text->str, assembly->text->len);
  statement->text_length_bytes = assembly->text->len;
  statement->map = bayan_offset_map_ref (assembly->map);
  for (guint i = 0; i < cuts->len; i++)
    {
      const BayanCut *cut = &g_array_index (cuts, BayanCut, i);

      g_ptr_array_add (statement->removed,
                       make_region (draft, cut, bayan_assembly_find (assembly, cut->span.start),
                                    restored != NULL && restored[i]));
    }
  return assembly;
}

static void
write_metadata (BayanStatement *statement, const BayanDraft *draft, const GArray *cuts,
                const BayanHeadline *headline, const BayanAssembly *assembly)
{
  BayanDocumentDate date = bayan_document_date_find (draft, cuts, headline);

  statement->title = bayan_headline_make_title (headline, draft, assembly);
  statement->title_span = bayan_assembly_find_span (assembly, headline->span);
  statement->date = date.date;
  statement->date_span = bayan_assembly_find_span (assembly, date.date_span);
  statement->hijri = date.hijri;
  statement->hijri_span = bayan_assembly_find_span (assembly, date.hijri_span);
  statement->language = g_strdup (bayan_text_language_of (statement->text, statement->text_length_bytes));
}

/* A name that can be shown on one line. */
static char *
make_name (const char *name)
{
  char *made = g_utf8_make_valid (name != NULL ? name : "", -1);

  for (char *at = made; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return made;
}

/* What the source brings with it, where the text says nothing itself. */
static void
take_declared (BayanStatement *statement, const BayanSource *source)
{
  for (guint i = 0; i < source->details->len; i++)
    {
      const BayanDetail *detail = source->details->pdata[i];

      if (bayan_statement_find_detail (statement, detail->field) == NULL)
        bayan_statement_take_detail (statement, bayan_detail_copy (detail));
    }
}

/* The doubts about the extract, where they are in the clean text. */
static void
take_doubts (BayanStatement *statement, const BayanSource *source)
{
  for (guint i = 0; i < source->doubts->len; i++)
    {
      const BayanSourceDoubt *doubt = &g_array_index (source->doubts, BayanSourceDoubt, i);
      BayanCleanPos start = { 0 }, end = { 0 };

      if (doubt->at.start.byte < doubt->at.end.byte)
        {
          bayan_offset_map_to_clean (statement->map, doubt->at.start, &start);
          bayan_offset_map_to_clean (statement->map, doubt->at.end, &end);
        }
      g_ptr_array_add (statement->doubts,
                       bayan_doubt_new (doubt->kind, doubt->subject,
                                        bayan_clean_span (start.byte, MAX (start.byte, end.byte))));
    }
}

static BayanStatement *
read_statement (const BayanSource *source, GBytes *raw, GCancellable *cancellable, GError **error)
{
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  g_autoptr (BayanDraft) draft = NULL;
  g_autoptr (BayanAssembly) assembly = NULL;
  g_autoptr (GArray) cuts = NULL;
  BayanHeadline headline = { FALSE };
  const char *charset = NULL;

  draft = bayan_draft_read (source->extract != NULL ? source->extract : raw, &statement->format, &charset,
                            cancellable, error);
  if (draft == NULL)
    return NULL;
  cuts = bayan_cleaning_find_cuts (draft, &headline, cancellable, error);
  if (cuts == NULL)
    return NULL;
  if (source->extract != NULL)
    {
      statement->extract = g_bytes_ref (source->extract);
      statement->format = source->format;
    }
  statement->raw = g_bytes_ref (raw);
  statement->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, raw);
  statement->name = make_name (source->name);
  statement->uri = g_strdup (source->uri);
  statement->charset = g_strdup (charset);
  assembly = write_clean_text (statement, draft, cuts, NULL);
  write_metadata (statement, draft, cuts, &headline, assembly);
  take_declared (statement, source);
  take_doubts (statement, source);
  return g_steal_pointer (&statement);
}

/**
 * bayan_ingest_source:
 * @source: what to read; its file is read now, if it has no bytes yet. Blocks while it is
 * @sites: (nullable): what is known of the sites that pages come from; learns from this one
 * @cancellable: (nullable): looked at every few thousand letters
 *
 * Reads @source: finds its character set and format, leaves page furniture out and keeps a receipt of each part
 * left out, and finds title, date and language. Takes time linear in its size.
 *
 * Returns: (transfer full): the statement; or NULL with BAYAN_INGEST_ERROR or G_IO_ERROR_CANCELLED
 */
BayanStatement *
bayan_ingest_source (BayanSource *source, BayanSiteMemory *sites, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) raw = NULL;

  if (source->raw != NULL)
    raw = g_bytes_ref (source->raw);
  else
    raw = bayan_ingest_read_file (source->file, cancellable, error);
  return raw != NULL ? read_statement (source, raw, cancellable, error) : NULL;
}

/**
 * bayan_ingest_bytes:
 * @raw: a whole source
 * @name: (nullable): what to call it: a file's name; nothing for pasted text
 * @uri: (nullable): where it was found
 *
 * Returns: (transfer full): as bayan_ingest_source()
 */
BayanStatement *
bayan_ingest_bytes (GBytes *raw, const char *name, const char *uri, GCancellable *cancellable, GError **error)
{
  g_autoptr (BayanSource) source = bayan_source_new (name, uri);

  source->raw = g_bytes_ref (raw);
  return bayan_ingest_source (source, NULL, cancellable, error);
}

/**
 * bayan_ingest_file:
 * @file: a file
 *
 * Returns: (transfer full): as bayan_ingest_source()
 */
BayanStatement *
bayan_ingest_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (BayanSource) source = bayan_source_new_for_file (file);

  return bayan_ingest_source (source, NULL, cancellable, error);
}

/* Where in @draft the raw bytes @raw are. */
static BayanDraftSpan
find_in_draft (const BayanDraft *draft, BayanRawSpan raw)
{
  BayanCleanPos start, end;

  bayan_offset_map_to_clean (draft->text->map, raw.start, &start);
  bayan_offset_map_to_clean (draft->text->map, raw.end, &end);
  return bayan_draft_trim (draft, (BayanDraftSpan) { start.byte, MAX (start.byte, end.byte) });
}

/* The cuts that made @statement, from the regions it kept: the rules may have changed since. */
static GArray *
cuts_of_statement (const BayanStatement *statement, const BayanDraft *draft)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (BayanCut));

  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = g_ptr_array_index (statement->removed, i);
      BayanCut cut = { find_in_draft (draft, region->raw), region->kind, region->rule };

      g_array_append_val (cuts, cut);
    }
  return cuts;
}

/* Where @span of @from, a span of its clean text, is in the clean text that @assembly made. */
static BayanCleanSpan
move_span (const BayanStatement *from, BayanCleanSpan span, const BayanDraft *draft,
           const BayanAssembly *assembly)
{
  if (bayan_clean_span_length_bytes (span) == 0)
    return bayan_clean_span (0, 0);
  return bayan_assembly_find_span (assembly,
                                   find_in_draft (draft, bayan_offset_map_to_raw (from->map, span)));
}

/**
 * bayan_ingest_restore:
 * @statement: a statement
 * @restored: for each of its removed regions whether its text is to be part of the clean text
 *
 * Reads the raw bytes of @statement again and leaves out the same regions but the ones restored. Regions keep
 * their order and number, so that what was restored can be left out again; that gives exactly the text there
 * was before. Title and dates stay as they were found.
 *
 * Returns: (transfer full): the new statement; or NULL with an error of this room if @statement's bytes are
 * no longer what they were
 */
BayanStatement *
bayan_ingest_restore (const BayanStatement *statement, const gboolean *restored, GError **error)
{
  g_autoptr (BayanStatement) made = bayan_statement_new ();
  g_autoptr (BayanDraft) draft = NULL;
  g_autoptr (BayanAssembly) assembly = NULL;
  g_autoptr (GArray) cuts = NULL;
  const char *charset = NULL;

  draft = bayan_draft_read (bayan_statement_get_readable (statement), &made->format, &charset, NULL, error);
  if (draft == NULL)
    return NULL;
  cuts = cuts_of_statement (statement, draft);
  assembly = write_clean_text (made, draft, cuts, restored);
  for (guint i = 0; i < cuts->len; i++)
    ((BayanRemovedRegion *) g_ptr_array_index (made->removed, i))->id =
        ((const BayanRemovedRegion *) g_ptr_array_index (statement->removed, i))->id;
  made->raw = g_bytes_ref (statement->raw);
  if (statement->extract != NULL)
    made->extract = g_bytes_ref (statement->extract);
  made->format = statement->format;
  made->sha256 = g_strdup (statement->sha256);
  made->name = g_strdup (statement->name);
  made->uri = g_strdup (statement->uri);
  made->charset = g_strdup (charset);
  made->title = g_strdup (statement->title);
  made->title_span = move_span (statement, statement->title_span, draft, assembly);
  made->date = statement->date;
  made->date_span = move_span (statement, statement->date_span, draft, assembly);
  made->hijri = statement->hijri;
  made->hijri_span = move_span (statement, statement->hijri_span, draft, assembly);
  made->language = g_strdup (statement->language);
  for (guint i = 0; i < statement->details->len; i++)
    {
      const BayanDetail *detail = statement->details->pdata[i];

      bayan_statement_take_detail (
          made, bayan_detail_new (detail->field, detail->value, detail->origin,
                                  move_span (statement, detail->span, draft, assembly), detail->words));
    }
  for (guint i = 0; i < statement->doubts->len; i++)
    {
      const BayanDoubt *doubt = statement->doubts->pdata[i];

      g_ptr_array_add (made->doubts, bayan_doubt_new (doubt->kind, doubt->subject,
                                                      move_span (statement, doubt->span, draft, assembly)));
    }
  return g_steal_pointer (&made);
}
