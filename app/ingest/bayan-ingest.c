/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-ingest.h"

#include "bayan-child.h"
#include "bayan-clean-text.h"
#include "bayan-cleaning-site.h"
#include "bayan-cleaning.h"
#include "bayan-damage.h"
#include "bayan-details.h"
#include "bayan-format.h"
#include "bayan-glued.h"
#include "bayan-ingest-error.h"
#include "bayan-ingest-file.h"
#include "bayan-ingest-private.h"
#include "bayan-sha256.h"
#include "bayan-source-reading.h"
#include "bayan-spoofing.h"

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

static int
compare_doubts (gconstpointer a, gconstpointer b)
{
  const BayanDoubt *one = *(BayanDoubt *const *) a, *other = *(BayanDoubt *const *) b;

  return one->span.start.byte < other->span.start.byte   ? -1
         : one->span.start.byte > other->span.start.byte ? 1
                                                         : (int) one->kind - (int) other->kind;
}

/* What the site of the page adds to @cuts, if it is known. */
static void
apply_site (BayanStatement *statement, const BayanSource *source, const BayanDraft *draft,
            BayanSiteMemory *sites, gboolean learn, GArray **cuts, BayanHeadline *headline)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) lines = NULL;

  statement->site = bayan_cleaning_site_find (source, draft);
  if (statement->site == NULL)
    return;
  statement->site_lines = bayan_cleaning_site_lines (draft, *cuts);
  if (sites == NULL)
    return;
  before = g_steal_pointer (cuts);
  *cuts = bayan_cleaning_site_apply (draft, before, sites, statement->site, !learn);
  lines = bayan_lines_new (draft);
  *headline = bayan_headline_find (draft, lines, *cuts);
  if (learn)
    bayan_cleaning_site_learn (sites, statement->site, statement->site_lines);
}

/* All that is changed in @draft: @cuts, and words put right. */
static GArray *
find_changes (const BayanStatement *statement, BayanDraft *draft, BayanSiteMemory *sites, const GArray *cuts)
{
  g_autoptr (GArray) repairs = bayan_glued_find (draft, cuts);

  if (sites != NULL && statement->site != NULL)
    bayan_cleaning_site_keep_words (sites, statement->site, draft, repairs);
  return bayan_cuts_merge (cuts, repairs);
}

/**
 * bayan_ingest_read:
 * @learn: whether @sites learns from this page
 *
 * Returns: (transfer full): as bayan_ingest_source(), of @raw, which was read out already where that was needed
 */
BayanStatement *
bayan_ingest_read (const BayanSource *source, GBytes *raw, BayanSiteMemory *sites, gboolean learn,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  g_autoptr (BayanDraft) draft = NULL;
  g_autoptr (BayanAssembly) assembly = NULL;
  g_autoptr (GArray) cuts = NULL;
  g_autoptr (GArray) changes = NULL;
  BayanHeadline headline = { FALSE };
  const char *charset = NULL;

  statement->format = source->extract != NULL ? source->format : BAYAN_FORMAT_TEXT;
  draft = bayan_draft_read (source->extract != NULL ? source->extract : raw,
                            bayan_source_reading_get_wanted (source->charset, source->extract),
                            &statement->format, &charset, statement->doubts, cancellable, error);
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
  statement->sha256 = bayan_sha256_of_bytes (raw);
  statement->name = make_name (source->name);
  statement->uri = g_strdup (source->uri);
  statement->charset = g_strdup (source->extract != NULL && source->charset != NULL ? source->charset
                                                                                    : charset);
  apply_site (statement, source, draft, sites, learn, &cuts, &headline);
  changes = find_changes (statement, draft, sites, cuts);
  assembly = bayan_clean_text_write (statement, draft, changes, NULL);
  bayan_details_write (statement, draft, cuts, &headline, assembly);
  bayan_details_take_declared (statement, source);
  take_doubts (statement, source);
  bayan_damage_find (statement->text, statement->text_length_bytes, statement->doubts);
  bayan_spoofing_find (statement->text, statement->text_length_bytes, statement->doubts);
  g_ptr_array_sort (statement->doubts, compare_doubts);
  return g_steal_pointer (&statement);
}

/**
 * bayan_ingest_source:
 * @source: what to read; its file is read now, if it has no bytes yet. Blocks while it is
 * @sites: (nullable): what is known of the sites that pages come from; learns from this one
 * @cancellable: (nullable): looked at every few thousand letters
 *
 * Reads @source: finds its format, has the child program read what is no text, finds its character set, leaves page
 * furniture out and keeps a receipt of each part left out, and finds title, date and language. Takes time linear in
 * its size.
 *
 * Returns: (transfer full): the statement; or NULL with BAYAN_INGEST_ERROR or G_IO_ERROR_CANCELLED
 */
BayanStatement *
bayan_ingest_source (BayanSource *source, BayanSiteMemory *sites, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) raw = NULL;
  g_autoptr (BayanSource) extracted = NULL;
  BayanKind kind;

  if (source->raw != NULL)
    raw = g_bytes_ref (source->raw);
  else
    raw = bayan_ingest_read_file (source->file, cancellable, error);
  if (raw == NULL || !bayan_format_refuse_unread (raw, &kind, error))
    return NULL;
  if (source->extract != NULL || !bayan_kind_is_document (kind))
    return bayan_ingest_read (source, raw, sites, TRUE, cancellable, error);
  extracted = bayan_child_extract (source, raw, kind, cancellable, error);
  return extracted != NULL ? bayan_ingest_read (extracted, raw, sites, TRUE, cancellable, error) : NULL;
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
