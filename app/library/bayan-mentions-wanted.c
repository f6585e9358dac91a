/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mentions-wanted.h"

struct _BayanMentionsWanted {
  gatomicrefcount ref_count;
  gboolean confirmed_only;
  GArray *statements; /* of gint64 */
  GHashTable *types;  /* entity key → BayanMentionType */
};

BayanMentionsWanted *
bayan_mentions_wanted_new (gboolean confirmed_only)
{
  BayanMentionsWanted *self = g_new0 (BayanMentionsWanted, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->confirmed_only = confirmed_only;
  self->statements = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

BayanMentionsWanted *
bayan_mentions_wanted_ref (BayanMentionsWanted *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_mentions_wanted_unref (BayanMentionsWanted *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->statements);
  g_hash_table_unref (self->types);
  g_free (self);
}

void
bayan_mentions_wanted_add_statement (BayanMentionsWanted *self, gint64 statement)
{
  g_array_append_val (self->statements, statement);
}

void
bayan_mentions_wanted_add_entity (BayanMentionsWanted *self, const char *key, BayanMentionType type)
{
  g_hash_table_insert (self->types, g_strdup (key), GUINT_TO_POINTER (type));
}

guint
bayan_mentions_wanted_get_n_statements (const BayanMentionsWanted *self)
{
  return self->statements->len;
}

gint64
bayan_mentions_wanted_get_statement (const BayanMentionsWanted *self, guint i)
{
  return g_array_index (self->statements, gint64, i);
}

gboolean
bayan_mentions_wanted_has (const BayanMentionsWanted *self, const BayanMention *mention)
{
  gpointer type;

  if (mention->entity_key == NULL || mention->status == BAYAN_STATUS_REJECTED
      || (self->confirmed_only && mention->status != BAYAN_STATUS_CONFIRMED)
      || !g_hash_table_lookup_extended (self->types, mention->entity_key, NULL, &type))
    return FALSE;
  return GPOINTER_TO_UINT (type) == BAYAN_MENTION_N_TYPES || GPOINTER_TO_UINT (type) == mention->type;
}
