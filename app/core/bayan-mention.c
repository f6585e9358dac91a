/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mention.h"

static const char *const TYPE_NAMES[BAYAN_MENTION_N_TYPES] = {
  [BAYAN_MENTION_GPE] = "GPE",           [BAYAN_MENTION_LOC] = "LOC",
  [BAYAN_MENTION_NORP] = "NORP",         [BAYAN_MENTION_ORG] = "ORG",
  [BAYAN_MENTION_PERS] = "PERS",         [BAYAN_MENTION_OCC] = "OCC",
  [BAYAN_MENTION_EVENT] = "EVENT",       [BAYAN_MENTION_FAC] = "FAC",
  [BAYAN_MENTION_LAW] = "LAW",           [BAYAN_MENTION_DATE] = "DATE",
  [BAYAN_MENTION_TIME] = "TIME",         [BAYAN_MENTION_MONEY] = "MONEY",
  [BAYAN_MENTION_CARDINAL] = "CARDINAL", [BAYAN_MENTION_QUANTITY] = "QUANTITY",
  [BAYAN_MENTION_PERCENT] = "PERCENT",   [BAYAN_MENTION_OWN] = "OWN",
};

static const char *const STATUS_NAMES[] = { "suggested", "confirmed", "rejected" };
static const char *const LAYER_NAMES[] = { "analyst", "memory", "gazetteer", "rule", "tagger" };

static int
find_name (const char *const *names, int n_names, const char *name)
{
  for (int i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return -1;
}

/**
 * bayan_mention_type_to_string:
 *
 * Returns: (transfer none): the type as libraries and files hold it: "GPE". So too the two functions of this
 *   name below.
 */
const char *
bayan_mention_type_to_string (BayanMentionType type)
{
  g_return_val_if_fail ((guint) type < BAYAN_MENTION_N_TYPES, NULL);
  return TYPE_NAMES[type];
}

/**
 * bayan_mention_type_from_string:
 * @string: (nullable): what bayan_mention_type_to_string() gives
 * @type: (out): the type; left as it is if there is none of that name
 *
 * Returns: FALSE if there is none. So too the two functions of this name below.
 */
gboolean
bayan_mention_type_from_string (const char *string, BayanMentionType *type)
{
  int found = find_name (TYPE_NAMES, G_N_ELEMENTS (TYPE_NAMES), string);

  if (found >= 0)
    *type = (BayanMentionType) found;
  return found >= 0;
}

const char *
bayan_mention_status_to_string (BayanMentionStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (STATUS_NAMES), NULL);
  return STATUS_NAMES[status];
}

gboolean
bayan_mention_status_from_string (const char *string, BayanMentionStatus *status)
{
  int found = find_name (STATUS_NAMES, G_N_ELEMENTS (STATUS_NAMES), string);

  if (found >= 0)
    *status = (BayanMentionStatus) found;
  return found >= 0;
}

const char *
bayan_layer_to_string (BayanLayer layer)
{
  g_return_val_if_fail ((guint) layer < G_N_ELEMENTS (LAYER_NAMES), NULL);
  return LAYER_NAMES[layer];
}

gboolean
bayan_layer_from_string (const char *string, BayanLayer *layer)
{
  int found = find_name (LAYER_NAMES, G_N_ELEMENTS (LAYER_NAMES), string);

  if (found >= 0)
    *layer = (BayanLayer) found;
  return found >= 0;
}

/**
 * bayan_mention_new_empty:
 *
 * Returns: (transfer full): a mention that says nothing yet, for its maker to fill in. There are so many of them that they
 *   have memory of their own.
 */
BayanMention *
bayan_mention_new_empty (void)
{
  return g_slice_new0 (BayanMention);
}

/**
 * bayan_mention_new:
 * @rule: what made it
 *
 * Returns: (transfer full): a suggested mention without entity or value
 */
BayanMention *
bayan_mention_new (BayanCleanSpan span, BayanMentionType type, BayanLayer layer, const char *rule)
{
  BayanMention *self = bayan_mention_new_empty ();

  self->span = span;
  self->type = type;
  self->layer = layer;
  self->rule = g_ref_string_new (rule);
  return self;
}

/**
 * bayan_mention_set_text:
 * @field: one of the texts of a mention
 * @text: (nullable): what it says from now on; copied
 */
void
bayan_mention_set_text (char **field, const char *text)
{
  char *old = *field;

  *field = text != NULL ? g_ref_string_new (text) : NULL;
  if (old != NULL)
    g_ref_string_release (old);
}

static char *
share (char *text)
{
  return text != NULL ? g_ref_string_acquire (text) : NULL;
}

/**
 * bayan_mention_copy:
 *
 * Returns: (transfer full): a mention that says the same, with the same id
 */
BayanMention *
bayan_mention_copy (const BayanMention *self)
{
  BayanMention *copy = g_slice_dup (BayanMention, self);

  copy->n_others = 0;
  copy->rule = share (self->rule);
  copy->evidence = share (self->evidence);
  copy->entity_key = share (self->entity_key);
  copy->value = share (self->value);
  copy->more = self->more != NULL ? g_array_ref (self->more) : NULL;
  return copy;
}

/**
 * bayan_mention_share:
 *
 * Returns: (transfer full): the same mention, to be freed once more. Nobody changes it from now on.
 */
BayanMention *
bayan_mention_share (BayanMention *self)
{
  g_atomic_int_inc (&self->n_others);
  return self;
}

void
bayan_mention_free (BayanMention *self)
{
  if (g_atomic_int_add (&self->n_others, -1) > 0)
    return;
  g_clear_pointer (&self->rule, g_ref_string_release);
  g_clear_pointer (&self->evidence, g_ref_string_release);
  g_clear_pointer (&self->entity_key, g_ref_string_release);
  g_clear_pointer (&self->value, g_ref_string_release);
  g_clear_pointer (&self->more, g_array_unref);
  g_slice_free (BayanMention, self);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return bayan_clean_span_compare (*(const BayanCleanSpan *) a, *(const BayanCleanSpan *) b);
}

/**
 * bayan_mention_set_parts:
 * @parts: what belongs to it, in any order; those that touch or overlap become one
 * @n_parts: at least 1
 */
void
bayan_mention_set_parts (BayanMention *self, const BayanCleanSpan *parts, guint n_parts)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (BayanCleanSpan), n_parts);
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));

  g_return_if_fail (n_parts > 0);
  g_array_append_vals (sorted, parts, n_parts);
  g_array_sort (sorted, compare_spans);
  self->span = g_array_index (sorted, BayanCleanSpan, 0);
  for (guint i = 1; i < n_parts; i++)
    {
      BayanCleanSpan part = g_array_index (sorted, BayanCleanSpan, i);
      BayanCleanSpan *last = joined->len > 0 ? &g_array_index (joined, BayanCleanSpan, joined->len - 1)
                                             : &self->span;

      if (part.start.byte <= last->end.byte)
        last->end.byte = MAX (last->end.byte, part.end.byte);
      else
        g_array_append_val (joined, part);
    }
  g_clear_pointer (&self->more, g_array_unref);
  if (joined->len > 0)
    self->more = joined;
  else
    g_array_unref (joined);
}

/* Returns: at least 1 */
guint
bayan_mention_get_n_parts (const BayanMention *self)
{
  return self->more != NULL ? self->more->len + 1 : 1;
}

/* @i: less than their number; 0 is the span */
BayanCleanSpan
bayan_mention_get_part (const BayanMention *self, guint i)
{
  return i == 0 ? self->span : g_array_index (self->more, BayanCleanSpan, i - 1);
}

/* In reading order, outer before inner; of two on the same span by type, and of two labels of the code book by which they
 * are, so that the order is total. */
int
bayan_mention_compare (const BayanMention *a, const BayanMention *b)
{
  int order = bayan_clean_span_compare (a->span, b->span);

  if (order == 0)
    order = (int) a->type - (int) b->type;
  return order != 0 || a->type != BAYAN_MENTION_OWN ? order : g_strcmp0 (a->entity_key, b->entity_key);
}
