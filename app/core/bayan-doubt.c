/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-doubt.h"

static const char *const KIND_NAMES[BAYAN_DOUBT_N_KINDS] = {
  "replacement", "question-marks", "double-encoded", "repaired",  "charset",  "no-text",
  "wrong-text",  "cut-short",      "weekday",        "calendars", "spoofing",
};

/**
 * bayan_doubt_new:
 * @subject: (nullable): what it is about
 * @span: empty if it is about the whole statement
 *
 * Returns: (transfer full): the doubt
 */
BayanDoubt *
bayan_doubt_new (BayanDoubtKind kind, const char *subject, BayanCleanSpan span)
{
  BayanDoubt *self = g_new0 (BayanDoubt, 1);

  self->kind = kind;
  self->subject = g_strdup (subject != NULL ? subject : "");
  self->span = span;
  return self;
}

BayanDoubt *
bayan_doubt_copy (const BayanDoubt *self)
{
  return bayan_doubt_new (self->kind, self->subject, self->span);
}

void
bayan_doubt_free (BayanDoubt *self)
{
  g_free (self->subject);
  g_free (self);
}

/**
 * bayan_doubt_kind_to_string:
 *
 * Returns: (transfer none): the kind as libraries hold it: "wrong-text"
 */
const char *
bayan_doubt_kind_to_string (BayanDoubtKind kind)
{
  g_return_val_if_fail ((guint) kind < BAYAN_DOUBT_N_KINDS, NULL);
  return KIND_NAMES[kind];
}

/**
 * bayan_doubt_kind_from_string:
 * @string: (nullable): what bayan_doubt_kind_to_string() gives
 * @kind: (out): left as it is if there is none of that name
 *
 * Returns: FALSE if there is none
 */
gboolean
bayan_doubt_kind_from_string (const char *string, BayanDoubtKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (KIND_NAMES); i++)
    if (g_strcmp0 (KIND_NAMES[i], string) == 0)
      {
        *kind = (BayanDoubtKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bayan_doubt_kind_is_grave:
 *
 * Returns: whether text may be missing or wrong, so that the analyst is asked before the statement is taken in
 */
gboolean
bayan_doubt_kind_is_grave (BayanDoubtKind kind)
{
  switch (kind)
    {
    case BAYAN_DOUBT_REPLACEMENT:
    case BAYAN_DOUBT_QUESTION_MARKS:
    case BAYAN_DOUBT_DOUBLE_ENCODED:
    case BAYAN_DOUBT_CHARSET:
    case BAYAN_DOUBT_NO_TEXT:
    case BAYAN_DOUBT_WRONG_TEXT:
    case BAYAN_DOUBT_CUT_SHORT:
      return TRUE;
    case BAYAN_DOUBT_REPAIRED:
    case BAYAN_DOUBT_WEEKDAY:
    case BAYAN_DOUBT_CALENDARS:
    case BAYAN_DOUBT_SPOOFING:
    case BAYAN_DOUBT_N_KINDS:
    default:
      return FALSE;
    }
}
