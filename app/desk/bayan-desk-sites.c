/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

/**
 * bayan_desk_get_sites:
 *
 * Returns: (transfer none): what is known of the sites that pages come from; %NULL while no library is open
 */
BayanSiteMemory *
bayan_desk_get_sites (BayanDesk *self)
{
  return self->sites;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanSiteMemory) sites = data;
  g_autoptr (GPtrArray) lines = bayan_library_load_sites_finish (BAYAN_LIBRARY (source), result, NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const BayanSiteLine *line = lines->pdata[i];

      if (line->n_pages > 0)
        bayan_site_memory_add_pages (sites, line->site, line->line, line->n_pages);
      if (line->choice != BAYAN_SITE_CHOICE_NONE)
        bayan_site_memory_choose (sites, line->site, line->line, line->choice);
    }
}

/* Begins with what the library that has been opened knows. Where that cannot be read imports learn anew. */
void
bayan_desk_load_sites (BayanDesk *self)
{
  g_clear_pointer (&self->sites, bayan_site_memory_unref);
  self->sites = bayan_site_memory_new ();
  bayan_library_load_sites_async (self->library, NULL, loaded_cb, bayan_site_memory_ref (self->sites));
}

void
bayan_desk_forget_sites (BayanDesk *self)
{
  g_clear_pointer (&self->sites, bayan_site_memory_unref);
  g_clear_pointer (&self->taught_site, g_free);
}

/* @lines: (element-type BayanSiteLine): what is chosen for them now, by an act, its undo or redo */
void
bayan_desk_take_choices (BayanDesk *self, GPtrArray *lines)
{
  for (guint i = 0; self->sites != NULL && i < lines->len; i++)
    {
      const BayanSiteLine *line = lines->pdata[i];

      bayan_site_memory_choose (self->sites, line->site, line->line, line->choice);
    }
}

/* Makes @choice for the pages of @site that have a line like one of @text, as part of @edit. */
void
bayan_desk_teach_site (BayanDesk *self, BayanEdit *edit, const char *site, const char *text,
                       BayanSiteChoice choice)
{
  g_auto (GStrv) lines = NULL;

  g_clear_pointer (&self->taught_site, g_free);
  if (site == NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        bayan_edit_choose_line (edit, site, bayan_site_memory_hash_line (lines[i], -1), choice);
        g_free (self->taught_site);
        self->taught_site = g_strdup (site);
      }
}

/**
 * bayan_desk_get_taught_site:
 *
 * Returns: (transfer none) (nullable): the site whose next pages will be cleaned as the analyst has just cleaned one:
 *   by the last act, if that took back or left out whole lines of a page
 */
const char *
bayan_desk_get_taught_site (BayanDesk *self)
{
  return self->taught_site;
}
