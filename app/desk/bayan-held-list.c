/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-held-list.h"

#include "bayan-trouble.h"

struct _BayanHeldList {
  GObject parent_instance;
  GListStore *files;
  GHashTable *by_key; /* key → BayanHeldFile, borrowed from @files */
  gsize size_bytes;
};

G_DEFINE_FINAL_TYPE (BayanHeldList, bayan_held_list, G_TYPE_OBJECT)

static void state_changed_cb (BayanHeldList *self, GParamSpec *pspec, BayanHeldFile *held);

static void
finalize (GObject *object)
{
  BayanHeldList *self = BAYAN_HELD_LIST (object);

  bayan_held_list_clear (self);
  g_hash_table_unref (self->by_key);
  g_object_unref (self->files);
  G_OBJECT_CLASS (bayan_held_list_parent_class)->finalize (object);
}

static void
bayan_held_list_class_init (BayanHeldListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
bayan_held_list_init (BayanHeldList *self)
{
  self->files = g_list_store_new (BAYAN_TYPE_HELD_FILE);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

BayanHeldList *
bayan_held_list_new (void)
{
  return g_object_new (BAYAN_TYPE_HELD_LIST, NULL);
}

GListModel *
bayan_held_list_get_model (BayanHeldList *self)
{
  return G_LIST_MODEL (self->files);
}

static void
forget (BayanHeldList *self, BayanHeldFile *held)
{
  const char *key = bayan_held_file_get_key (held);
  guint position;

  g_signal_handlers_disconnect_by_func (held, state_changed_cb, self);
  self->size_bytes -= bayan_held_file_get_size_bytes (held);
  if (key != NULL && g_hash_table_lookup (self->by_key, key) == held)
    g_hash_table_remove (self->by_key, key);
  if (g_list_store_find (self->files, held, &position))
    g_list_store_remove (self->files, position);
}

static void
state_changed_cb (BayanHeldList *self, GParamSpec *pspec, BayanHeldFile *held)
{
  BayanHeldState state = bayan_held_file_get_state (held);

  if (state != BAYAN_HELD_WAITING && state != BAYAN_HELD_IMPORTING)
    forget (self, held);
}

static gboolean
is_full (BayanHeldList *self, BayanHeldFile *held)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->files)) >= BAYAN_HELD_LIST_MAX_FILES
         || self->size_bytes + bayan_held_file_get_size_bytes (held) > BAYAN_HELD_LIST_MAX_BYTES;
}

/**
 * bayan_held_list_add:
 *
 * Returns: (transfer none) (nullable): @held, or the one with the same bytes that waits already; NULL where no more can
 * be kept
 */
BayanHeldFile *
bayan_held_list_add (BayanHeldList *self, BayanHeldFile *held, GError **error)
{
  const char *key = bayan_held_file_get_key (held);
  BayanHeldFile *same = key != NULL ? g_hash_table_lookup (self->by_key, key) : NULL;

  if (same != NULL)
    return same;
  if (is_full (self, held))
    {
      g_set_error_literal (error, BAYAN_DESK_ERROR, BAYAN_DESK_ERROR_TOO_MANY_HELD,
                           "too many files wait for a look already");
      return NULL;
    }
  self->size_bytes += bayan_held_file_get_size_bytes (held);
  if (key != NULL)
    g_hash_table_insert (self->by_key, (char *) key, held);
  g_signal_connect_object (held, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->files, held);
  return held;
}

/* They belong to a library that is being closed. */
void
bayan_held_list_clear (BayanHeldList *self)
{
  GListModel *files = G_LIST_MODEL (self->files);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (BayanHeldFile) held = g_list_model_get_item (files, i);
      g_signal_handlers_disconnect_by_func (held, state_changed_cb, self);
    }
  g_hash_table_remove_all (self->by_key);
  g_list_store_remove_all (self->files);
  self->size_bytes = 0;
}
