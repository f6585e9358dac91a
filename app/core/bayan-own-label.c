/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-own-label.h"

#include <string.h>

#define SCHEME "label:"
#define GREY 0x6b6b70

/**
 * bayan_own_label_new:
 *
 * Returns: (transfer full): a grey label without group, description and key, for its maker to fill in
 */
BayanOwnLabel *
bayan_own_label_new (const char *name)
{
  BayanOwnLabel *self = g_new0 (BayanOwnLabel, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->group = g_strdup ("");
  self->description = g_strdup ("");
  self->colour = GREY;
  return self;
}

/**
 * bayan_own_label_copy:
 *
 * Returns: (transfer full): a label that says the same, and is not to be changed
 */
BayanOwnLabel *
bayan_own_label_copy (const BayanOwnLabel *self)
{
  BayanOwnLabel *same = (BayanOwnLabel *) self;

  g_atomic_ref_count_inc (&same->ref_count);
  return same;
}

/**
 * bayan_own_label_dup:
 *
 * Returns: (transfer full): one of its own, to be changed by whoever asked for it
 */
BayanOwnLabel *
bayan_own_label_dup (const BayanOwnLabel *self)
{
  BayanOwnLabel *other = bayan_own_label_new (self->name);

  other->id = self->id;
  bayan_own_label_set_text (&other->group, self->group);
  bayan_own_label_set_text (&other->description, self->description);
  other->colour = self->colour;
  other->key = self->key;
  other->position = self->position;
  return other;
}

void
bayan_own_label_free (BayanOwnLabel *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  g_free (self->group);
  g_free (self->description);
  g_free (self);
}

/* TRUE if the two are the same but for where they stand. */
gboolean
bayan_own_label_says_same (const BayanOwnLabel *self, const BayanOwnLabel *other)
{
  return strcmp (self->name, other->name) == 0 && strcmp (self->group, other->group) == 0
         && strcmp (self->description, other->description) == 0 && self->colour == other->colour
         && self->key == other->key;
}

/**
 * bayan_own_label_set_text:
 * @field: of a label that its maker still fills in
 * @text: (nullable): NULL is nothing
 */
void
bayan_own_label_set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
}

/* Returns: (transfer full): the entity key of mentions with the label */
char *
bayan_own_label_make_key (gint64 id)
{
  return g_strdup_printf (SCHEME "%" G_GINT64_FORMAT, id);
}

/**
 * bayan_own_label_read_key:
 * @entity_key: (nullable)
 *
 * Returns: the id of the label that the key means; 0 for a key of anything else
 */
gint64
bayan_own_label_read_key (const char *entity_key)
{
  if (entity_key == NULL || strncmp (entity_key, SCHEME, strlen (SCHEME)) != 0)
    return 0;
  return MAX (0, g_ascii_strtoll (entity_key + strlen (SCHEME), NULL, 10));
}
