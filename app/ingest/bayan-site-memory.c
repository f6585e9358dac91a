/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-site-memory.h"

#include "bayan-lines.h"

typedef struct {
  guint n_pages;
  BayanSiteChoice choice;
} Line;

struct _BayanSiteMemory {
  gatomicrefcount ref_count;
  GMutex lock;
  GHashTable *sites; /* name → (hash of a line → Line) */
};

BayanSiteMemory *
bayan_site_memory_new (void)
{
  BayanSiteMemory *self = g_new0 (BayanSiteMemory, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->sites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  return self;
}

BayanSiteMemory *
bayan_site_memory_ref (BayanSiteMemory *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_site_memory_unref (BayanSiteMemory *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->sites);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * bayan_site_memory_hash_line:
 * @length_bytes: of @line, or -1
 *
 * Returns: the same for lines that a reader takes for the same: FNV-1a (Fowler, Noll & Vo) of their words
 */
guint64
bayan_site_memory_hash_line (const char *line, gssize length_bytes)
{
  g_autofree char *words = bayan_line_dup_words (line, length_bytes);
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *at = words; *at != '\0'; at++)
    hash = (hash ^ (guint8) *at) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/* With the lock held. */
static Line *
find_line (BayanSiteMemory *self, const char *site, guint64 hash, gboolean make)
{
  GHashTable *lines = g_hash_table_lookup (self->sites, site);
  Line *line = lines != NULL ? g_hash_table_lookup (lines, &hash) : NULL;

  if (line != NULL || !make)
    return line;
  if (lines == NULL)
    {
      lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      g_hash_table_insert (self->sites, g_strdup (site), lines);
    }
  line = g_new0 (Line, 1);
  g_hash_table_insert (lines, g_memdup2 (&hash, sizeof hash), line);
  return line;
}

/**
 * bayan_site_memory_add_pages:
 *
 * @line stands on @n_pages more pages of @site.
 */
void
bayan_site_memory_add_pages (BayanSiteMemory *self, const char *site, guint64 line, guint n_pages)
{
  g_mutex_lock (&self->lock);
  find_line (self, site, line, TRUE)->n_pages += n_pages;
  g_mutex_unlock (&self->lock);
}

/**
 * bayan_site_memory_get_pages:
 *
 * Returns: on how many pages of @site the line was seen
 */
guint
bayan_site_memory_get_pages (BayanSiteMemory *self, const char *site, guint64 line)
{
  const Line *found;
  guint n_pages;

  g_mutex_lock (&self->lock);
  found = find_line (self, site, line, FALSE);
  n_pages = found != NULL ? found->n_pages : 0;
  g_mutex_unlock (&self->lock);
  return n_pages;
}

/**
 * bayan_site_memory_choose:
 *
 * The analyst decided about a line of @site.
 */
void
bayan_site_memory_choose (BayanSiteMemory *self, const char *site, guint64 line, BayanSiteChoice choice)
{
  g_mutex_lock (&self->lock);
  find_line (self, site, line, TRUE)->choice = choice;
  g_mutex_unlock (&self->lock);
}

BayanSiteChoice
bayan_site_memory_get_choice (BayanSiteMemory *self, const char *site, guint64 line)
{
  const Line *found;
  BayanSiteChoice choice;

  g_mutex_lock (&self->lock);
  found = find_line (self, site, line, FALSE);
  choice = found != NULL ? found->choice : BAYAN_SITE_CHOICE_NONE;
  g_mutex_unlock (&self->lock);
  return choice;
}
