/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-own-name.h"

#include <string.h>

static const char *const ORIGINS[] = {
  [BAYAN_NAME_ORIGIN_HAND] = "hand",
  [BAYAN_NAME_ORIGIN_FILE] = "file",
  [BAYAN_NAME_ORIGIN_MERGE] = "merge",
};

const char *
bayan_name_origin_to_string (BayanNameOrigin origin)
{
  g_return_val_if_fail ((guint) origin < G_N_ELEMENTS (ORIGINS), NULL);
  return ORIGINS[origin];
}

gboolean
bayan_name_origin_from_string (const char *string, BayanNameOrigin *origin)
{
  for (guint i = 0; i < G_N_ELEMENTS (ORIGINS); i++)
    if (g_strcmp0 (ORIGINS[i], string) == 0)
      {
        *origin = (BayanNameOrigin) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bayan_own_name_new:
 *
 * Returns: (transfer full): a name without other spellings, written by hand, for its maker to fill in
 */
BayanOwnName *
bayan_own_name_new (BayanMentionType type, const char *name)
{
  BayanOwnName *self = g_new0 (BayanOwnName, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->name = g_strdup (name);
  self->spellings = g_new0 (char *, 1);
  self->source = g_strdup ("");
  return self;
}

/* What it is called already is no other spelling. */
void
bayan_own_name_add_spelling (BayanOwnName *self, const char *spelling)
{
  guint n = g_strv_length (self->spellings);

  if (*spelling == '\0' || n == BAYAN_OWN_NAME_MAX_SPELLINGS || strcmp (spelling, self->name) == 0
      || g_strv_contains ((const char *const *) self->spellings, spelling))
    return;
  self->spellings = g_renew (char *, self->spellings, n + 2);
  self->spellings[n] = g_strdup (spelling);
  self->spellings[n + 1] = NULL;
}

/**
 * bayan_own_name_copy:
 *
 * Returns: (transfer full): a name that says the same, and is not to be changed
 */
BayanOwnName *
bayan_own_name_copy (const BayanOwnName *self)
{
  BayanOwnName *same = (BayanOwnName *) self;

  g_atomic_ref_count_inc (&same->ref_count);
  return same;
}

/**
 * bayan_own_name_dup:
 *
 * Returns: (transfer full): one of its own, to be changed by whoever asked for it
 */
BayanOwnName *
bayan_own_name_dup (const BayanOwnName *self)
{
  BayanOwnName *other = bayan_own_name_new (self->type, self->name);

  other->id = self->id;
  g_strfreev (other->spellings);
  other->spellings = g_strdupv (self->spellings);
  other->iso3 = g_strdup (self->iso3);
  other->key = g_strdup (self->key);
  other->origin = self->origin;
  g_free (other->source);
  other->source = g_strdup (self->source);
  return other;
}

void
bayan_own_name_free (BayanOwnName *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  g_strfreev (self->spellings);
  g_free (self->iso3);
  g_free (self->key);
  g_free (self->source);
  g_free (self);
}

/* TRUE if the two say the same of the same thing, wherever they come from. */
gboolean
bayan_own_name_says_same (const BayanOwnName *self, const BayanOwnName *other)
{
  return self->type == other->type && strcmp (self->name, other->name) == 0
         && g_strv_equal ((const char *const *) self->spellings, (const char *const *) other->spellings)
         && g_strcmp0 (self->iso3, other->iso3) == 0 && g_strcmp0 (self->key, other->key) == 0;
}
