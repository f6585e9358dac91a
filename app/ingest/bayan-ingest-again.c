/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement cleaned once more, with what is known by now. */
#include "bayan-ingest-private.h"

#include <string.h>

/* What @statement was read from. */
static BayanSource *
source_of (const BayanStatement *statement)
{
  BayanSource *source = bayan_source_new (statement->name, statement->uri);

  source->raw = g_bytes_ref (statement->raw);
  source->charset = g_strdup (statement->charset);
  source->format = statement->format;
  if (statement->extract != NULL)
    source->extract = g_bytes_ref (statement->extract);
  for (guint i = 0; i < statement->details->len; i++)
    {
      const BayanDetail *detail = statement->details->pdata[i];

      if (detail->origin == BAYAN_ORIGIN_DECLARED)
        g_ptr_array_add (source->details, bayan_detail_new (detail->field, detail->value, detail->origin,
                                                            bayan_clean_span (0, 0), detail->words));
    }
  return source;
}

static gboolean
contains (BayanRawSpan outer, BayanRawSpan inner)
{
  return outer.start.byte <= inner.start.byte && outer.end.byte >= inner.end.byte;
}

/* For each region of @made whether the analyst took it back in @old, on the way giving it the id it had. */
static gboolean *
match_regions (BayanStatement *made, const BayanStatement *old)
{
  gboolean *restored = g_new0 (gboolean, made->removed->len + 1);
  guint next = 0;

  for (guint i = 0; i < made->removed->len; i++)
    {
      BayanRemovedRegion *region = made->removed->pdata[i];
      const BayanRemovedRegion *was;

      while (next < old->removed->len
             && ((const BayanRemovedRegion *) old->removed->pdata[next])->raw.end.byte
                    <= region->raw.start.byte)
        next++;
      was = next < old->removed->len ? old->removed->pdata[next] : NULL;
      if (was == NULL || !(contains (was->raw, region->raw) || contains (region->raw, was->raw)))
        continue;
      restored[i] = was->restored && contains (was->raw, region->raw);
      if (contains (was->raw, region->raw) && contains (region->raw, was->raw)
          && strcmp (was->rule, region->rule) == 0)
        region->id = was->id;
    }
  return restored;
}

static gboolean *
copy_restored (const BayanStatement *statement)
{
  gboolean *restored = g_new0 (gboolean, statement->removed->len + 1);

  for (guint i = 0; i < statement->removed->len; i++)
    restored[i] = ((const BayanRemovedRegion *) statement->removed->pdata[i])->restored;
  return restored;
}

/* Writes anew in @before what the analyst wrote anew in @region; nothing where the same words are not there any more. */
static BayanStatement *
edit_again (BayanStatement *before, const BayanRemovedRegion *region)
{
  BayanCleanPos start, last;
  BayanTextEdit edit;
  guint32 length = (guint32) strlen (region->text);
  BayanStatement *made = NULL;

  if (bayan_offset_map_to_clean (before->map, region->raw.start, &start)
      && bayan_offset_map_to_clean (before->map, (BayanRawPos) { region->raw.end.byte - 1 }, &last)
      && start.byte + length <= before->text_length_bytes && memcmp (before->text + start.byte, region->text, length) == 0)
    made = bayan_ingest_edit (before, bayan_clean_span (start.byte, start.byte + length), region->instead, &edit, NULL);
  return made != NULL ? made : bayan_statement_ref (before);
}

/* Leaves out again what the analyst left out by hand in @old, and writes anew what was written anew. */
static BayanStatement *
leave_out_by_hand (BayanStatement *made, const BayanStatement *old, GError **error)
{
  for (guint i = 0; made != NULL && i < old->removed->len; i++)
    {
      const BayanRemovedRegion *region = old->removed->pdata[i];
      g_autoptr (BayanStatement) before = NULL;
      g_autofree gboolean *restored = NULL;

      if (region->restored || (strcmp (region->kind, "by-hand") != 0 && strcmp (region->kind, "edited") != 0))
        continue;
      before = g_steal_pointer (&made);
      if (region->instead != NULL)
        {
          made = edit_again (before, region);
          continue;
        }
      restored = copy_restored (before);
      made = bayan_ingest_reshape (before, restored, &region->raw, error);
    }
  return made;
}

/* What the analyst said about @old is true of @made, too. Where the words were found may have moved. */
static void
take_analyst_details (BayanStatement *made, const BayanStatement *old)
{
  for (guint i = 0; i < old->details->len; i++)
    {
      const BayanDetail *detail = old->details->pdata[i];

      if (detail->origin == BAYAN_ORIGIN_ANALYST)
        bayan_statement_take_detail (made, bayan_detail_new (detail->field, detail->value, detail->origin,
                                                             bayan_clean_span (0, 0), detail->words));
    }
}

/**
 * bayan_ingest_again:
 * @statement: a statement
 * @sites: (nullable): what is known by now of the sites that pages come from; does not learn from this one again
 *
 * Cleans @statement's raw bytes once more by the rules and the knowledge there are now. What the analyst took
 * back stays, what the analyst left out by hand stays out, and so do details the analyst gave.
 *
 * Returns: (transfer full): the new statement; or NULL with an error of this room
 */
BayanStatement *
bayan_ingest_again (const BayanStatement *statement, BayanSiteMemory *sites, GError **error)
{
  g_autoptr (BayanSource) source = source_of (statement);
  g_autoptr (BayanStatement) fresh = bayan_ingest_read (source, statement->raw, sites, FALSE, NULL, error);
  g_autofree gboolean *restored = NULL;
  BayanStatement *made;

  if (fresh == NULL)
    return NULL;
  restored = match_regions (fresh, statement);
  made = leave_out_by_hand (bayan_ingest_restore (fresh, restored, error), statement, error);
  if (made != NULL)
    take_analyst_details (made, statement);
  return made;
}

/**
 * bayan_ingest_hash_region:
 * @region: what was left out
 *
 * Returns: (transfer full) (element-type guint64): its lines as bayan_site_memory_hash_line() has them, so that
 * the analyst's choice can be remembered for the site
 */
GArray *
bayan_ingest_hash_region (const BayanRemovedRegion *region)
{
  g_auto (GStrv) lines = g_strsplit (region->text, "\n", -1);
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint64 hash = bayan_site_memory_hash_line (lines[i], -1);

      if (*g_strstrip (lines[i]) != '\0')
        g_array_append_val (hashes, hash);
    }
  return hashes;
}
