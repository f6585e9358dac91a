/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-clean-text.h"

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
  region->instead = g_strdup (cut->instead);
  region->restored = restored;
  return region;
}

/**
 * bayan_clean_text_write:
 * @statement: its text, map and removed regions are written
 * @cuts: (element-type BayanCut): all changes that were ever made, sorted
 * @restored: (nullable): for each of them whether the analyst took it back
 *
 * Returns: (transfer full): where everything in @draft has gone
 */
BayanAssembly *
bayan_clean_text_write (BayanStatement *statement, const BayanDraft *draft, const GArray *cuts,
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
