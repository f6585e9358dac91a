/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#define SUBJECT_MAX_CHARS 24 /* of each of the two mentions */

static char *
dup_short_words (BayanDesk *self, const BayanMention *mention)
{
  g_autofree char *words = bayan_reading_dup_words (self->reading, mention);

  return g_utf8_strlen (words, -1) > SUBJECT_MAX_CHARS ? g_utf8_substring (words, 0, SUBJECT_MAX_CHARS)
                                                       : g_steal_pointer (&words);
}

/* The mention at one end; NULL where it is none of the reading, or rejected */
static const BayanMention *
find_end (BayanDesk *self, gint64 id)
{
  const BayanMention *found = self->reading != NULL ? bayan_reading_find_mention (self->reading, id) : NULL;

  return found != NULL && found->status != BAYAN_STATUS_REJECTED ? found : NULL;
}

static BayanEdit *
new_edit (BayanDesk *self, const char *act, const BayanRelation *relation)
{
  g_autofree char *source = dup_short_words (self, find_end (self, relation->source));
  g_autofree char *target = dup_short_words (self, find_end (self, relation->target));
  g_autofree char *subject = g_strdup_printf ("%s … %s", source, target);

  return bayan_edit_new (act, subject);
}

/* Who says what one is to the other says that both are what they are. */
static void
confirm (BayanDesk *self, BayanEdit *edit, gint64 id)
{
  const BayanMention *mention = find_end (self, id);

  if (mention->status == BAYAN_STATUS_CONFIRMED)
    return;
  bayan_edit_set_status (edit, id, BAYAN_STATUS_CONFIRMED);
  bayan_desk_teach (self, edit, mention, BAYAN_STATUS_CONFIRMED, NULL);
}

/**
 * bayan_desk_can_relate:
 * @relation: between two mentions
 *
 * Returns: whether it can be made: both are in the reading, of types that fit, and it is not there yet
 */
gboolean
bayan_desk_can_relate (BayanDesk *self, const BayanRelation *relation)
{
  const BayanMention *source = find_end (self, relation->source), *target = find_end (self, relation->target);

  return source != NULL && target != NULL && source != target && !self->text_is_old
         && bayan_relation_kind_fits (relation->kind, source->type, target->type)
         && !bayan_reading_has_relation (self->reading, relation);
}

/* It is so now: it is not rejected any more. */
static void
take_back_rejection (BayanDesk *self, BayanEdit *edit, const BayanRelation *relation)
{
  BayanRelation rejected = *relation;

  rejected.is_rejected = TRUE;
  if (bayan_reading_has_rejected (self->reading, relation))
    bayan_edit_remove_relation (edit, &rejected);
}

/**
 * bayan_desk_relate:
 *
 * Says what one mention is to another. One act, which confirms both.
 *
 * Returns: FALSE where that cannot be: see bayan_desk_can_relate()
 */
gboolean
bayan_desk_relate (BayanDesk *self, const BayanRelation *relation)
{
  BayanEdit *edit;

  if (!bayan_desk_can_relate (self, relation) || !bayan_desk_can_change (self))
    return FALSE;
  edit = new_edit (self, "relate", relation);
  confirm (self, edit, relation->source);
  confirm (self, edit, relation->target);
  take_back_rejection (self, edit, relation);
  bayan_edit_add_relation (edit, relation);
  bayan_desk_apply_edit (self, edit);
  return TRUE;
}

/**
 * bayan_desk_reject_relation:
 * @relation: that was suggested
 *
 * It is not suggested any more.
 *
 * Returns: FALSE where it cannot be: see bayan_desk_can_relate()
 */
gboolean
bayan_desk_reject_relation (BayanDesk *self, const BayanRelation *relation)
{
  BayanRelation rejected = *relation;
  BayanEdit *edit;

  if (!bayan_desk_can_relate (self, relation) || bayan_reading_has_rejected (self->reading, relation)
      || !bayan_desk_can_change (self))
    return FALSE;
  rejected.is_rejected = TRUE;
  edit = new_edit (self, "reject-relation", relation);
  bayan_edit_add_relation (edit, &rejected);
  bayan_desk_apply_edit (self, edit);
  return TRUE;
}

/**
 * bayan_desk_change_relation:
 * @relation: of the reading
 * @changed: what is there instead: of another kind, or the other way round
 *
 * Returns: FALSE where that cannot be: see bayan_desk_can_relate()
 */
gboolean
bayan_desk_change_relation (BayanDesk *self, const BayanRelation *relation, const BayanRelation *changed)
{
  BayanEdit *edit;

  if (self->reading == NULL || !bayan_reading_has_relation (self->reading, relation)
      || !bayan_desk_can_relate (self, changed) || !bayan_desk_can_change (self))
    return FALSE;
  edit = new_edit (self, "change-relation", changed);
  bayan_edit_remove_relation (edit, relation);
  take_back_rejection (self, edit, changed);
  bayan_edit_add_relation (edit, changed);
  bayan_desk_apply_edit (self, edit);
  return TRUE;
}

/* Returns: FALSE where there is none such in the reading, or nothing can be changed */
gboolean
bayan_desk_remove_relation (BayanDesk *self, const BayanRelation *relation)
{
  BayanEdit *edit;

  if (self->reading == NULL || self->text_is_old || !bayan_reading_has_relation (self->reading, relation)
      || !bayan_desk_can_change (self))
    return FALSE;
  edit = new_edit (self, "remove-relation", relation);
  bayan_edit_remove_relation (edit, relation);
  bayan_desk_apply_edit (self, edit);
  return TRUE;
}
