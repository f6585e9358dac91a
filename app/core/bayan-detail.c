/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-detail.h"

static const char *const FIELD_NAMES[BAYAN_DETAIL_N_FIELDS] = {
  "title",  "subtitle", "dateline", "date",    "hijri",    "event-date",
  "issuer", "outlet",   "author",   "address", "language",
};

static const char *const ORIGIN_NAMES[] = { "text", "declared", "derived", "analyst" };

/**
 * bayan_detail_new:
 * @value: not empty
 * @span: empty if the words are not in the clean text
 * @words: (nullable): the words it came from
 *
 * Returns: (transfer full): the detail
 */
BayanDetail *
bayan_detail_new (BayanDetailField field, const char *value, BayanOrigin origin, BayanCleanSpan span,
                  const char *words)
{
  BayanDetail *self = g_new0 (BayanDetail, 1);

  self->field = field;
  self->value = g_strdup (value);
  self->origin = origin;
  self->span = span;
  self->words = g_strdup (words);
  return self;
}

BayanDetail *
bayan_detail_copy (const BayanDetail *self)
{
  return bayan_detail_new (self->field, self->value, self->origin, self->span, self->words);
}

void
bayan_detail_free (BayanDetail *self)
{
  g_free (self->value);
  g_free (self->words);
  g_free (self);
}

static gboolean
find_name (const char *const *names, guint n_names, const char *string, guint *index)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], string) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bayan_detail_field_to_string:
 *
 * Returns: (transfer none): the field as libraries hold it: "event-date"
 */
const char *
bayan_detail_field_to_string (BayanDetailField field)
{
  g_return_val_if_fail ((guint) field < BAYAN_DETAIL_N_FIELDS, NULL);
  return FIELD_NAMES[field];
}

/**
 * bayan_detail_field_from_string:
 * @string: (nullable): what bayan_detail_field_to_string() gives
 * @field: (out): left as it is if there is none of that name
 *
 * Returns: FALSE if there is none
 */
gboolean
bayan_detail_field_from_string (const char *string, BayanDetailField *field)
{
  guint index;

  if (!find_name (FIELD_NAMES, G_N_ELEMENTS (FIELD_NAMES), string, &index))
    return FALSE;
  *field = (BayanDetailField) index;
  return TRUE;
}

/**
 * bayan_origin_to_string:
 *
 * Returns: (transfer none): the origin as libraries hold it: "declared"
 */
const char *
bayan_origin_to_string (BayanOrigin origin)
{
  g_return_val_if_fail ((guint) origin < G_N_ELEMENTS (ORIGIN_NAMES), NULL);
  return ORIGIN_NAMES[origin];
}

/**
 * bayan_origin_from_string:
 * @string: (nullable): what bayan_origin_to_string() gives
 * @origin: (out): left as it is if there is none of that name
 *
 * Returns: FALSE if there is none
 */
gboolean
bayan_origin_from_string (const char *string, BayanOrigin *origin)
{
  guint index;

  if (!find_name (ORIGIN_NAMES, G_N_ELEMENTS (ORIGIN_NAMES), string, &index))
    return FALSE;
  *origin = (BayanOrigin) index;
  return TRUE;
}
