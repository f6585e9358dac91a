/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-request.h"

/**
 * bayan_import_request_new:
 * @file: (nullable): one of the two
 * @source: (nullable)
 *
 * Returns: (transfer full): a request that holds back what is doubtful
 */
BayanImportRequest *
bayan_import_request_new (GFile *file, BayanSource *source)
{
  BayanImportRequest *self = g_new0 (BayanImportRequest, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->source = source != NULL ? bayan_source_ref (source) : NULL;
  return self;
}

BayanImportRequest *
bayan_import_request_ref (BayanImportRequest *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_import_request_unref (BayanImportRequest *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->file);
  g_clear_pointer (&self->source, bayan_source_unref);
  g_clear_object (&self->held);
  g_clear_pointer (&self->roles, g_array_unref);
  g_free (self);
}
