/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-lesson.h"

/**
 * bayan_lesson_new:
 *
 * Returns: (transfer full): a lesson that names nothing yet, for its maker to fill in
 */
BayanLesson *
bayan_lesson_new (BayanMentionType type, gboolean is_right, const char *surface, const char *context)
{
  BayanLesson *self = g_new0 (BayanLesson, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->is_right = is_right;
  self->surface = g_strdup (surface);
  self->context = g_strdup (context);
  return self;
}

/**
 * bayan_lesson_copy:
 *
 * Returns: (transfer full): a lesson that says the same, and is not to be changed
 */
BayanLesson *
bayan_lesson_copy (const BayanLesson *self)
{
  BayanLesson *same = (BayanLesson *) self;

  g_atomic_ref_count_inc (&same->ref_count);
  return same;
}

void
bayan_lesson_free (BayanLesson *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->surface);
  g_free (self->context);
  g_clear_pointer (&self->entity, bayan_entity_free);
  g_clear_pointer (&self->steps, g_bytes_unref);
  g_free (self->listed);
  g_free (self);
}
