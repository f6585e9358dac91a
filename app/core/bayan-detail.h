/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a statement says of itself, or what is said of it beside the text: its title, its dates, who issued it.
 * Each with the words that it came from. */
#pragma once

#include <glib.h>

#include "bayan-position.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_DETAIL_TITLE,
  BAYAN_DETAIL_SUBTITLE,
  BAYAN_DETAIL_DATELINE,   /* "روما، 28 يونيو 2021 (واس)" */
  BAYAN_DETAIL_DATE,       /* when it was published; Gregorian, ISO 8601, also with parts unknown: "2021-06" */
  BAYAN_DETAIL_HIJRI,      /* the same in the other calendar, ISO-like: "1442-11-18" */
  BAYAN_DETAIL_EVENT_DATE, /* when what it is about took place; ISO 8601, a range with "/" between */
  BAYAN_DETAIL_ISSUER,     /* whose statement it is: a ministry, a coalition */
  BAYAN_DETAIL_OUTLET,     /* who carried it: a site, a news agency */
  BAYAN_DETAIL_AUTHOR,     /* the byline */
  BAYAN_DETAIL_ADDRESS,    /* where it was published: a URL */
  BAYAN_DETAIL_LANGUAGE,   /* ISO 639-1, and "ckb" for Sorani */
  BAYAN_DETAIL_N_FIELDS
} BayanDetailField;

/* Where a detail was found. */
typedef enum {
  BAYAN_ORIGIN_TEXT,     /* in the text: see @span */
  BAYAN_ORIGIN_DECLARED, /* beside the text: the head of a page or a mail, a file's properties, a table's column */
  BAYAN_ORIGIN_DERIVED,  /* worked out: one calendar from the other, the language from the letters */
  BAYAN_ORIGIN_ANALYST,  /* the analyst said so */
} BayanOrigin;

typedef struct {
  BayanDetailField field;
  char *value;         /* never empty */
  BayanOrigin origin;
  BayanCleanSpan span; /* the words it came from, if they are in the clean text; else empty */
  char *words;         /* nullable: the words it came from, as they stand there, wherever that is */
} BayanDetail;

BayanDetail *bayan_detail_new (BayanDetailField field, const char *value, BayanOrigin origin, BayanCleanSpan span,
                               const char *words);
BayanDetail *bayan_detail_copy (const BayanDetail *self);
void bayan_detail_free (BayanDetail *self);

const char *bayan_detail_field_to_string (BayanDetailField field);
gboolean bayan_detail_field_from_string (const char *string, BayanDetailField *field);
const char *bayan_origin_to_string (BayanOrigin origin);
gboolean bayan_origin_from_string (const char *string, BayanOrigin *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanDetail, bayan_detail_free)

G_END_DECLS
