/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-standing.h"

#include <string.h>

static const char *const STAGES[BAYAN_N_STAGES] = { "new", "in-progress", "done" };

/* Returns: (transfer none): as libraries hold it */
const char *
bayan_stage_to_string (BayanStage stage)
{
  g_return_val_if_fail ((guint) stage < BAYAN_N_STAGES, NULL);
  return STAGES[stage];
}

/* @string: (nullable) */
gboolean
bayan_stage_from_string (const char *string, BayanStage *stage)
{
  for (guint i = 0; i < BAYAN_N_STAGES; i++)
    if (g_strcmp0 (STAGES[i], string) == 0)
      {
        *stage = (BayanStage) i;
        return TRUE;
      }
  return FALSE;
}

/* Returns: (transfer full): that of a statement of which nothing was said yet */
BayanStanding *
bayan_standing_new (void)
{
  BayanStanding *self = g_new0 (BayanStanding, 1);

  self->tags = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* @self: (nullable) */
BayanStanding *
bayan_standing_copy (const BayanStanding *self)
{
  BayanStanding *copy;

  if (self == NULL)
    return NULL;
  copy = bayan_standing_new ();
  copy->stage = self->stage;
  copy->who = g_strdup (self->who);
  copy->at = self->at;
  for (guint i = 0; i < self->tags->len; i++)
    g_ptr_array_add (copy->tags, g_strdup (self->tags->pdata[i]));
  return copy;
}

void
bayan_standing_free (BayanStanding *self)
{
  g_ptr_array_unref (self->tags);
  g_free (self->who);
  g_free (self);
}

/* Either may be NULL: nothing was said yet. */
gboolean
bayan_standing_equal (const BayanStanding *self, const BayanStanding *other)
{
  if (self == NULL || other == NULL)
    return self == other;
  if (self->stage != other->stage || self->at != other->at || g_strcmp0 (self->who, other->who) != 0
      || self->tags->len != other->tags->len)
    return FALSE;
  for (guint i = 0; i < self->tags->len; i++)
    if (strcmp (self->tags->pdata[i], other->tags->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/* @self: (nullable) */
gboolean
bayan_standing_has_tag (const BayanStanding *self, const char *tag)
{
  for (guint i = 0; self != NULL && i < self->tags->len; i++)
    if (strcmp (self->tags->pdata[i], tag) == 0)
      return TRUE;
  return FALSE;
}
