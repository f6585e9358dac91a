/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-source.h"

static void
clear_doubt (gpointer data)
{
  g_free (((BayanSourceDoubt *) data)->subject);
}

/**
 * bayan_source_new:
 * @name: (nullable): for showing
 * @uri: (nullable): where it was found
 *
 * Returns: (transfer full): a source without bytes, which its maker puts in
 */
BayanSource *
bayan_source_new (const char *name, const char *uri)
{
  BayanSource *self = g_new0 (BayanSource, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name != NULL ? name : "");
  self->uri = g_strdup (uri);
  self->details = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_detail_free);
  self->doubts = g_array_new (FALSE, FALSE, sizeof (BayanSourceDoubt));
  g_array_set_clear_func (self->doubts, clear_doubt);
  return self;
}

/**
 * bayan_source_new_for_file:
 *
 * Returns: (transfer full): a source that is read from @file when it is its turn
 */
BayanSource *
bayan_source_new_for_file (GFile *file)
{
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base_name != NULL ? base_name : "");
  g_autofree char *uri = g_file_get_uri (file);
  BayanSource *self = bayan_source_new (name, uri);

  self->file = g_object_ref (file);
  return self;
}

BayanSource *
bayan_source_ref (BayanSource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_source_unref (BayanSource *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->file);
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_clear_pointer (&self->extract, g_bytes_unref);
  g_ptr_array_unref (self->details);
  g_array_unref (self->doubts);
  g_free (self->name);
  g_free (self->uri);
  g_free (self->charset);
  g_free (self);
}

/**
 * bayan_source_add_doubt:
 * @subject: (nullable): see BayanDoubtKind
 * @at: where in the extract; empty if it is about the whole
 */
void
bayan_source_add_doubt (BayanSource *self, BayanDoubtKind kind, const char *subject, BayanRawSpan at)
{
  BayanSourceDoubt doubt = { kind, g_strdup (subject != NULL ? subject : ""), at };

  g_array_append_val (self->doubts, doubt);
}
