/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-recognition.h"

/**
 * bayan_recognition_new:
 *
 * Returns: (transfer full): one with nothing in it, to be filled by its maker before anyone else sees it; it
 *   owns what is put into it
 */
BayanRecognition *
bayan_recognition_new (void)
{
  BayanRecognition *self = g_new0 (BayanRecognition, 1);

  self->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  self->entities = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_entity_free);
  return self;
}

void
bayan_recognition_free (BayanRecognition *self)
{
  g_ptr_array_unref (self->mentions);
  g_ptr_array_unref (self->entities);
  g_free (self);
}
