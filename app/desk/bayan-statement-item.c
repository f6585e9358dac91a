/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-item-private.h"

struct _BayanStatementItem {
  GObject parent_instance;
  BayanHeader *header;
  guint slot;
  BayanGroupMark marks[BAYAN_GROUP_SAME_EVENT + 1];
};

G_DEFINE_FINAL_TYPE (BayanStatementItem, bayan_statement_item, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_TITLE,
  PROP_N_SUGGESTED,
  PROP_N_CONFIRMED,
  PROP_PROGRESS,
  PROP_MARK,
  PROP_STANDING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanStatementItem *self = BAYAN_STATEMENT_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->header->title);
      break;
    case PROP_N_SUGGESTED:
      g_value_set_uint (value, self->header->n_suggested);
      break;
    case PROP_N_CONFIRMED:
      g_value_set_uint (value, self->header->n_confirmed);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, bayan_statement_item_get_progress (self));
      break;
    case PROP_MARK:
      g_value_set_boolean (value, self->marks[BAYAN_GROUP_DUPLICATE].place != 0
                                      || self->marks[BAYAN_GROUP_SAME_EVENT].place != 0);
      break;
    case PROP_STANDING:
      g_value_set_boolean (value, self->header->standing != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  BayanStatementItem *self = BAYAN_STATEMENT_ITEM (object);

  bayan_header_free (self->header);
  G_OBJECT_CLASS (bayan_statement_item_parent_class)->finalize (object);
}

static void
bayan_statement_item_class_init (BayanStatementItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_N_SUGGESTED] = g_param_spec_uint ("n-suggested", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_CONFIRMED] = g_param_spec_uint ("n-confirmed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_MARK] = g_param_spec_boolean ("mark", NULL, NULL, FALSE, flags);
  properties[PROP_STANDING] = g_param_spec_boolean ("standing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_statement_item_init (BayanStatementItem *self)
{
}

/* @header: copied */
BayanStatementItem *
bayan_statement_item_new (const BayanHeader *header, guint slot)
{
  BayanStatementItem *self = g_object_new (BAYAN_TYPE_STATEMENT_ITEM, NULL);

  self->header = bayan_header_copy (header);
  self->slot = slot;
  return self;
}

/* Takes what @header says now, and notifies of what is different. */
void
bayan_statement_item_update (BayanStatementItem *self, const BayanHeader *header)
{
  GObject *object = G_OBJECT (self);
  BayanHeader *before = self->header;
  gboolean counts_moved = before->n_suggested != header->n_suggested
                          || before->n_confirmed != header->n_confirmed
                          || before->n_rejected != header->n_rejected;

  self->header = bayan_header_copy (header);
  g_object_freeze_notify (object);
  if (g_strcmp0 (before->title, header->title) != 0 || bayan_date_compare (before->date, header->date) != 0
      || bayan_date_compare (before->hijri, header->hijri) != 0)
    g_object_notify_by_pspec (object, properties[PROP_TITLE]);
  if (before->n_suggested != header->n_suggested)
    g_object_notify_by_pspec (object, properties[PROP_N_SUGGESTED]);
  if (before->n_confirmed != header->n_confirmed)
    g_object_notify_by_pspec (object, properties[PROP_N_CONFIRMED]);
  if (counts_moved)
    g_object_notify_by_pspec (object, properties[PROP_PROGRESS]);
  if (!bayan_standing_equal (before->standing, header->standing))
    g_object_notify_by_pspec (object, properties[PROP_STANDING]);
  g_object_thaw_notify (object);
  bayan_header_free (before);
}

BayanGroupMark
bayan_statement_item_get_mark (BayanStatementItem *self, BayanGroupKind kind)
{
  return self->marks[kind];
}

void
bayan_statement_item_set_mark (BayanStatementItem *self, BayanGroupKind kind, BayanGroupMark mark)
{
  const BayanGroupMark *before = &self->marks[kind];

  if (before->place == mark.place && before->size == mark.size && before->state == mark.state)
    return;
  self->marks[kind] = mark;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

guint
bayan_statement_item_get_slot (BayanStatementItem *self)
{
  return self->slot;
}

const char *
bayan_statement_item_get_issuer (BayanStatementItem *self)
{
  return self->header->issuer;
}

gint64
bayan_statement_item_get_id (BayanStatementItem *self)
{
  return self->header->id;
}

const char *
bayan_statement_item_get_title (BayanStatementItem *self)
{
  return self->header->title;
}

const char *
bayan_statement_item_get_source_name (BayanStatementItem *self)
{
  return self->header->source_name;
}

const char *
bayan_statement_item_get_language (BayanStatementItem *self)
{
  return self->header->language;
}

BayanDate
bayan_statement_item_get_date (BayanStatementItem *self)
{
  return self->header->date;
}

BayanDate
bayan_statement_item_get_hijri (BayanStatementItem *self)
{
  return self->header->hijri;
}

gint64
bayan_statement_item_get_imported_at (BayanStatementItem *self)
{
  return self->header->imported_at;
}

guint
bayan_statement_item_get_n_suggested (BayanStatementItem *self)
{
  return self->header->n_suggested;
}

guint
bayan_statement_item_get_n_confirmed (BayanStatementItem *self)
{
  return self->header->n_confirmed;
}

guint
bayan_statement_item_get_n_rejected (BayanStatementItem *self)
{
  return self->header->n_rejected;
}

/* Returns: (transfer none) (nullable): what was said of it; valid until it says something else */
const BayanStanding *
bayan_statement_item_get_standing (BayanStatementItem *self)
{
  return self->header->standing;
}

BayanStage
bayan_statement_item_get_stage (BayanStatementItem *self)
{
  return self->header->standing != NULL ? self->header->standing->stage : BAYAN_STAGE_NEW;
}

/**
 * bayan_statement_item_get_progress:
 *
 * Returns: the share of its mentions that the analyst confirmed or rejected; 0 where it has none
 */
double
bayan_statement_item_get_progress (BayanStatementItem *self)
{
  guint decided = self->header->n_confirmed + self->header->n_rejected;
  guint all = decided + self->header->n_suggested;

  return all > 0 ? (double) decided / all : 0;
}
