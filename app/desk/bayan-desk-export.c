/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-export-job-private.h"
#include "bayan-exporter.h"

/* Which are chosen, newest import first, as the list has them */
static GArray *
list_chosen (BayanDesk *self, BayanExportChoice choice)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_statements = bayan_statement_list_get_size (self->statements);
  gint64 reading = self->reading != NULL ? bayan_reading_get_id (self->reading) : 0;

  for (guint i = 0; i < n_statements; i++)
    {
      BayanStatementItem *item = bayan_statement_list_peek (self->statements, i);
      gint64 id = bayan_statement_item_get_id (item);

      if (choice == BAYAN_EXPORT_LIBRARY
          || (choice == BAYAN_EXPORT_MATCHING && bayan_desk_matches (self, item))
          || (choice == BAYAN_EXPORT_READING && id == reading))
        g_array_append_val (chosen, id);
    }
  return chosen;
}

/* Returns: how many statements that are */
guint
bayan_desk_count_export (BayanDesk *self, BayanExportChoice choice)
{
  g_autoptr (GArray) chosen = list_chosen (self, choice);

  return chosen->len;
}

/**
 * bayan_desk_export:
 * @target: for brat a folder, in which one of its own is made; a file otherwise, which is replaced
 * @confirmed_only: without what is only suggested
 *
 * Writes them for other programs, while the analyst goes on. What is changed meanwhile is in it or is not.
 *
 * Returns: (transfer full)
 */
BayanExportJob *
bayan_desk_export (BayanDesk *self, BayanExportFormat format, BayanExportChoice choice,
                   gboolean confirmed_only, GFile *target)
{
  g_autofree char *base_name = g_path_get_basename (bayan_desk_get_path (self));
  g_autofree char *name = bayan_exporter_make_name (base_name);
  GArray *statements = format != BAYAN_EXPORT_CODE_BOOK ? list_chosen (self, choice)
                                                        : g_array_new (FALSE, FALSE, sizeof (gint64));

  return bayan_export_job_new (self, self->library, format, statements, self->labels, confirmed_only, target,
                               name);
}
