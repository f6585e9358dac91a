/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"
#include "bayan-same-item-private.h"

struct _BayanSameItem {
  GObject parent_instance;
  BayanStatementItem *statement;
  BayanOccurrence *occurrence;
  BayanSameState state;
  BayanMentionType type;
  BayanMentionStatus status;
  char *other; /* nullable */
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (BayanSameItem, bayan_same_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_CHOSEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, BAYAN_SAME_ITEM (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    bayan_same_item_set_chosen (BAYAN_SAME_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
finalize (GObject *object)
{
  BayanSameItem *self = BAYAN_SAME_ITEM (object);

  g_object_unref (self->statement);
  bayan_occurrence_unref (self->occurrence);
  g_free (self->other);
  G_OBJECT_CLASS (bayan_same_item_parent_class)->finalize (object);
}

static void
bayan_same_item_class_init (BayanSameItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->finalize = finalize;
  properties[PROP_CHOSEN] = g_param_spec_boolean (
      "chosen", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_same_item_init (BayanSameItem *self)
{
}

/* What a decision means at a place */

/* Of several mentions on the same words the one that the decision would change: of its type, else one that is not
 * rejected, else any. NULL where nothing is marked. */
const BayanMention *
bayan_same_find_mention (const BayanOccurrence *occurrence, const BayanSameDecision *decision)
{
  const BayanMention *best = NULL;

  for (guint i = 0; i < occurrence->mentions->len; i++)
    {
      const BayanMention *mention = occurrence->mentions->pdata[i];

      if (mention->type == decision->mention->type)
        return mention;
      if (best == NULL || best->status == BAYAN_STATUS_REJECTED)
        best = mention;
    }
  return best;
}

/* Whether there is anything to decide: not where it is so already, not where a mention would cross another one, and
 * rejecting needs a mention of the type. */
gboolean
bayan_same_is_open (const BayanOccurrence *occurrence, const BayanSameDecision *decision)
{
  const BayanMention *mention = bayan_same_find_mention (occurrence, decision);
  gboolean is_of_type = mention != NULL && mention->type == decision->mention->type;

  if (is_of_type && mention->status == decision->status)
    return FALSE;
  return decision->status == BAYAN_STATUS_REJECTED ? is_of_type : mention != NULL || !occurrence->is_cut;
}

static BayanSameState
find_state (const BayanOccurrence *occurrence, const BayanMention *mention, const BayanSameDecision *decision)
{
  if (mention == NULL
      || (mention->type != decision->mention->type && mention->status == BAYAN_STATUS_REJECTED))
    return occurrence->within != NULL ? BAYAN_SAME_WITHIN : BAYAN_SAME_UNMARKED;
  if (mention->status != BAYAN_STATUS_SUGGESTED)
    return BAYAN_SAME_DECIDED;
  if (mention->type != decision->mention->type)
    return BAYAN_SAME_OTHER_TYPE;
  return g_strcmp0 (mention->entity_key, decision->mention->entity_key) == 0 ? BAYAN_SAME_SUGGESTED
                                                                             : BAYAN_SAME_OTHER_THING;
}

/* Chosen from the start is what is the same beyond doubt. Where the recogniser saw nothing, or something else, it may
 * have been right there: only where the analyst has corrected it is it wrong in all such places. */
static gboolean
is_obvious (BayanSameState state, const BayanSameDecision *decision)
{
  gboolean corrected = decision->mention->layer == BAYAN_LAYER_ANALYST;

  return state == BAYAN_SAME_SUGGESTED
         || (corrected && (state == BAYAN_SAME_OTHER_TYPE || state == BAYAN_SAME_UNMARKED));
}

/**
 * bayan_same_item_new:
 * @occurrence: one that is open to the decision
 * @other_thing: (nullable): the name of what is named there, to be shown where it is another thing
 */
BayanSameItem *
bayan_same_item_new (BayanStatementItem *statement, BayanOccurrence *occurrence,
                     const BayanSameDecision *decision, const char *other_thing)
{
  BayanSameItem *self = g_object_new (BAYAN_TYPE_SAME_ITEM, NULL);
  const BayanMention *mention = bayan_same_find_mention (occurrence, decision);

  self->statement = g_object_ref (statement);
  self->occurrence = bayan_occurrence_ref (occurrence);
  self->state = find_state (occurrence, mention, decision);
  self->type = mention != NULL ? mention->type : decision->mention->type;
  self->status = mention != NULL ? mention->status : BAYAN_STATUS_SUGGESTED;
  self->other = g_strdup (self->state == BAYAN_SAME_WITHIN ? occurrence->within : other_thing);
  self->chosen = is_obvious (self->state, decision);
  return self;
}

/* TRUE if both are one place, and nothing else stands there meanwhile. */
gboolean
bayan_same_is_place (const BayanOccurrence *one, const BayanOccurrence *other)
{
  return one->statement == other->statement && bayan_clean_span_equal (one->span, other->span)
         && g_str_equal (one->words, other->words);
}

gboolean
bayan_same_item_is_place (BayanSameItem *self, const BayanOccurrence *occurrence)
{
  return bayan_same_is_place (self->occurrence, occurrence);
}

/**
 * bayan_same_add_to_edit:
 * @occurrence: one that is open to the decision
 * @entity: (nullable): what the decision says is named
 */
void
bayan_same_add_to_edit (BayanEdit *edit, const BayanOccurrence *occurrence, const BayanSameDecision *decision,
                        const BayanEntity *entity)
{
  const BayanMention *there = bayan_same_find_mention (occurrence, decision);
  const BayanMention *decided = decision->mention;

  if (there == NULL)
    {
      g_autoptr (BayanMention) mention = bayan_mention_new (occurrence->span, decided->type,
                                                            BAYAN_LAYER_ANALYST, "analyst");
      mention->status = decision->status;
      bayan_mention_set_text (&mention->entity_key, decided->entity_key);
      bayan_mention_set_text (&mention->value, decided->value);
      bayan_edit_add_mention (edit, occurrence->statement, mention, entity);
      return;
    }
  if (there->type != decided->type)
    bayan_edit_set_type (edit, there->id, decided->type, entity);
  bayan_edit_set_status (edit, there->id, decision->status);
}

/* What the place teaches is of the mention there, or of the one just added. To be called after
 * bayan_same_add_to_edit(). */
void
bayan_same_teach (BayanDesk *desk, BayanEdit *edit, const BayanOccurrence *occurrence,
                  const BayanSameDecision *decision, const BayanEntity *entity)
{
  const BayanMention *there = bayan_same_find_mention (occurrence, decision);
  g_autoptr (BayanMention) mention = bayan_mention_copy (decision->mention);

  mention->id = there != NULL ? there->id : 0;
  bayan_desk_teach_line (desk, edit, occurrence->before, occurrence->words, occurrence->after, mention,
                         decision->status, entity);
}

/* For ui */

BayanStatementItem *
bayan_same_item_get_statement (BayanSameItem *self)
{
  return self->statement;
}

const char *
bayan_same_item_get_before (BayanSameItem *self)
{
  return self->occurrence->before;
}

const char *
bayan_same_item_get_words (BayanSameItem *self)
{
  return self->occurrence->words;
}

const char *
bayan_same_item_get_after (BayanSameItem *self)
{
  return self->occurrence->after;
}

BayanSameState
bayan_same_item_get_state (BayanSameItem *self)
{
  return self->state;
}

BayanMentionType
bayan_same_item_get_mention_type (BayanSameItem *self)
{
  return self->type;
}

BayanMentionStatus
bayan_same_item_get_status (BayanSameItem *self)
{
  return self->status;
}

const char *
bayan_same_item_get_other (BayanSameItem *self)
{
  return self->other;
}

gboolean
bayan_same_item_get_chosen (BayanSameItem *self)
{
  return self->chosen;
}

void
bayan_same_item_set_chosen (BayanSameItem *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}
