/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"
#include "bayan-same-item-private.h"

struct _BayanSameItem {
  BayanOccurrenceItem parent_instance;
  BayanSameState state;
  BayanMentionType type;
  BayanMentionStatus status;
  char *other; /* nullable */
};

G_DEFINE_FINAL_TYPE (BayanSameItem, bayan_same_item, BAYAN_TYPE_OCCURRENCE_ITEM)

static void
finalize (GObject *object)
{
  g_free (BAYAN_SAME_ITEM (object)->other);
  G_OBJECT_CLASS (bayan_same_item_parent_class)->finalize (object);
}

static void
bayan_same_item_class_init (BayanSameItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
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

  bayan_occurrence_item_set_place (BAYAN_OCCURRENCE_ITEM (self), statement, occurrence);
  self->state = find_state (occurrence, mention, decision);
  self->type = mention != NULL ? mention->type : decision->mention->type;
  self->status = mention != NULL ? mention->status : BAYAN_STATUS_SUGGESTED;
  self->other = g_strdup (self->state == BAYAN_SAME_WITHIN ? occurrence->within : other_thing);
  bayan_occurrence_item_set_chosen (BAYAN_OCCURRENCE_ITEM (self), is_obvious (self->state, decision));
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
  return bayan_same_is_place (bayan_occurrence_item_get_occurrence (BAYAN_OCCURRENCE_ITEM (self)),
                              occurrence);
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
