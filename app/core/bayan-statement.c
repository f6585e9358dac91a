/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement.h"

static const char *const FORMAT_NAMES[] = { "text", "html" };

/**
 * bayan_format_to_string:
 *
 * Returns: (transfer none): the format as libraries hold it: "html"
 */
const char *
bayan_format_to_string (BayanFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (FORMAT_NAMES), NULL);
  return FORMAT_NAMES[format];
}

/**
 * bayan_format_from_string:
 * @string: (nullable): what bayan_format_to_string() gives
 * @format: (out): the format; left as it is if there is none of that name
 *
 * Returns: FALSE if there is none
 */
gboolean
bayan_format_from_string (const char *string, BayanFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMAT_NAMES); i++)
    if (g_strcmp0 (FORMAT_NAMES[i], string) == 0)
      {
        *format = (BayanFormat) i;
        return TRUE;
      }
  return FALSE;
}

void
bayan_removed_region_free (BayanRemovedRegion *self)
{
  g_free (self->text);
  g_free (self->kind);
  g_free (self->rule);
  g_free (self);
}

/**
 * bayan_statement_new:
 *
 * Returns: (transfer full): an empty statement, to be filled by its maker before anyone else sees it
 */
BayanStatement *
bayan_statement_new (void)
{
  BayanStatement *self = g_new0 (BayanStatement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_removed_region_free);
  return self;
}

/**
 * bayan_statement_ref:
 *
 * From any thread, as bayan_statement_unref().
 *
 * Returns: (transfer full): @self
 */
BayanStatement *
bayan_statement_ref (BayanStatement *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_statement_unref (BayanStatement *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_clear_pointer (&self->map, bayan_offset_map_unref);
  g_ptr_array_unref (self->removed);
  g_free (self->sha256);
  g_free (self->name);
  g_free (self->uri);
  g_free (self->charset);
  g_free (self->text);
  g_free (self->title);
  g_free (self->language);
  g_free (self);
}
