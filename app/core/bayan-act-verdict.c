/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-verdict.h"

/**
 * bayan_act_verdict:
 * @kind: what is judged; interned
 */
BayanActVerdict
bayan_act_verdict (const char *kind, BayanRawSpan place, BayanMentionStatus status)
{
  return (BayanActVerdict) { g_intern_string (kind), place, status };
}

/* TRUE if both speak of the same thing. */
gboolean
bayan_act_verdict_is_of_same (const BayanActVerdict *a, const BayanActVerdict *b)
{
  return a->place.start.byte == b->place.start.byte && g_str_equal (a->kind, b->kind);
}

/**
 * bayan_act_verdicts_find:
 * @verdicts: (element-type BayanActVerdict): of one statement
 *
 * Returns: what is said of the @kind at @place; suggested where nothing is
 */
BayanMentionStatus
bayan_act_verdicts_find (const GArray *verdicts, const char *kind, BayanRawSpan place)
{
  const BayanActVerdict wanted = { kind, place, BAYAN_STATUS_SUGGESTED };

  for (guint i = 0; i < verdicts->len; i++)
    if (bayan_act_verdict_is_of_same (&g_array_index (verdicts, BayanActVerdict, i), &wanted))
      return g_array_index (verdicts, BayanActVerdict, i).status;
  return BAYAN_STATUS_SUGGESTED;
}
