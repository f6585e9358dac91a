/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-history-item-private.h"

struct _BayanHistoryItem {
  GObject parent_instance;

  gint64 id;
  char *act, *subject;
  gint64 done_at;
  gboolean undone, is_last;
  gboolean was_asked; /* for its place */
  BayanActPlace place;
};

enum {
  PROP_STATEMENT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BayanHistoryItem, bayan_history_item, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  BayanHistoryItem *self = BAYAN_HISTORY_ITEM (object);

  g_free (self->act);
  g_free (self->subject);
  G_OBJECT_CLASS (bayan_history_item_parent_class)->finalize (object);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int64 (value, BAYAN_HISTORY_ITEM (object)->place.statement);
}

static void
bayan_history_item_class_init (BayanHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = finalize;
  object_class->get_property = get_property;
  properties[PROP_STATEMENT] = g_param_spec_int64 ("statement", NULL, NULL, 0, G_MAXINT64, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_history_item_init (BayanHistoryItem *self)
{
}

/**
 * bayan_history_item_new:
 * @entry: (nullable): NULL for what was before the first act
 * @is_last: whether it is the newest that stands
 */
BayanHistoryItem *
bayan_history_item_new (const BayanHistoryEntry *entry, gboolean is_last)
{
  BayanHistoryItem *self = g_object_new (BAYAN_TYPE_HISTORY_ITEM, NULL);

  self->is_last = is_last;
  if (entry == NULL)
    return self;
  self->id = entry->id;
  self->act = g_strdup (entry->act);
  self->subject = g_strdup (entry->subject);
  self->done_at = entry->done_at;
  self->undone = entry->undone;
  return self;
}

gboolean
bayan_history_item_says_same (BayanHistoryItem *self, BayanHistoryItem *other)
{
  return self->id == other->id && self->undone == other->undone && self->is_last == other->is_last
         && g_strcmp0 (self->subject, other->subject) == 0;
}

/* Returns: FALSE where its place has been asked for already, or is none */
gboolean
bayan_history_item_begin_asking (BayanHistoryItem *self)
{
  gboolean begins = !self->was_asked && self->id != 0;

  self->was_asked = TRUE;
  return begins;
}

void
bayan_history_item_set_place (BayanHistoryItem *self, const BayanActPlace *place)
{
  self->place = *place;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATEMENT]);
}

gint64
bayan_history_item_get_id (BayanHistoryItem *self)
{
  return self->id;
}

/**
 * bayan_history_item_get_act:
 * @subject: (out) (optional) (nullable): what it was done to
 *
 * Returns: (nullable): NULL for what was before the first act
 */
const char *
bayan_history_item_get_act (BayanHistoryItem *self, const char **subject)
{
  if (subject != NULL)
    *subject = self->subject;
  return self->act;
}

gint64
bayan_history_item_get_done_at (BayanHistoryItem *self)
{
  return self->done_at;
}

gboolean
bayan_history_item_get_undone (BayanHistoryItem *self)
{
  return self->undone;
}

gboolean
bayan_history_item_get_is_last (BayanHistoryItem *self)
{
  return self->is_last;
}

gint64
bayan_history_item_get_statement (BayanHistoryItem *self)
{
  return self->place.statement;
}

gint64
bayan_history_item_get_mention (BayanHistoryItem *self)
{
  return self->place.mention;
}
