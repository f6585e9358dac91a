/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-absence.h"

static const char *const REASONS[BAYAN_ABSENCE_N_REASONS] = {
  [BAYAN_ABSENCE_SUGGESTED] = "suggested", [BAYAN_ABSENCE_NO_WORD] = "no-word",
  [BAYAN_ABSENCE_TOO_LONG] = "too-long",   [BAYAN_ABSENCE_REJECTED] = "rejected",
  [BAYAN_ABSENCE_UNLEARNED] = "unlearned", [BAYAN_ABSENCE_GUARD] = "guard",
  [BAYAN_ABSENCE_RULE] = "rule",           [BAYAN_ABSENCE_BARE] = "bare",
  [BAYAN_ABSENCE_OUTRANKED] = "outranked", [BAYAN_ABSENCE_INSIDE] = "inside",
  [BAYAN_ABSENCE_OVERRULED] = "overruled", [BAYAN_ABSENCE_OTHER_TYPE] = "other-type",
  [BAYAN_ABSENCE_UNLIKELY] = "unlikely",   [BAYAN_ABSENCE_PART] = "part",
  [BAYAN_ABSENCE_UNKNOWN] = "unknown",
};

const char *
bayan_absence_reason_to_string (BayanAbsenceReason reason)
{
  g_return_val_if_fail ((guint) reason < BAYAN_ABSENCE_N_REASONS, NULL);
  return REASONS[reason];
}

/**
 * bayan_absence_new:
 * @rule: (nullable)
 * @evidence: (nullable)
 *
 * Returns: (transfer full): for its maker to fill in
 */
BayanAbsence *
bayan_absence_new (BayanAbsenceReason reason, BayanMentionType type, BayanLayer layer, const char *rule,
                   const char *evidence)
{
  BayanAbsence *self = g_new0 (BayanAbsence, 1);

  self->reason = reason;
  self->type = type;
  self->layer = layer;
  self->rule = g_strdup (rule);
  self->evidence = g_strdup (evidence);
  self->other_type = BAYAN_MENTION_N_TYPES;
  return self;
}

void
bayan_absence_free (BayanAbsence *self)
{
  g_free (self->rule);
  g_free (self->evidence);
  g_free (self->other_words);
  g_free (self->other_rule);
  g_free (self);
}
