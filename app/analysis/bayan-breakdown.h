/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The regional breakdown of one statement: how often it names each state, each nationality and each region.
 *
 * As statements' gold counts (GUIDELINES §4): a state counts wherever its name stands, nested in other names
 * too; a city, a capital and a province do not count for their state; a nationality is an adjective or the
 * name of a people of one state; a region counts outside the names of organisations, and apart inside them.
 * Rejected mentions do not count.
 */
#pragma once

#include "bayan-recognition.h"

G_BEGIN_DECLS

typedef enum
{
  BAYAN_BREAKDOWN_COUNTRIES_BY_NAME,                  /* ISO 3166-1 alpha-3 */
  BAYAN_BREAKDOWN_COUNTRIES_BY_NAME_INSIDE_ORG_NAMES, /* of those, the part inside organisations' names */
  BAYAN_BREAKDOWN_COUNTRIES_BY_NATIONALITY,           /* ISO 3166-1 alpha-3 */
  BAYAN_BREAKDOWN_REGIONS,                            /* English names: "Sahel" */
  BAYAN_BREAKDOWN_REGIONS_INSIDE_ORG_NAMES,
  BAYAN_BREAKDOWN_N_FIELDS
} BayanBreakdownField;

typedef struct _BayanBreakdown BayanBreakdown;

BayanBreakdown *bayan_breakdown_new (const BayanRecognition *recognition);
void bayan_breakdown_free (BayanBreakdown *self);

const char *bayan_breakdown_field_to_string (BayanBreakdownField field);
GPtrArray *bayan_breakdown_get_keys (const BayanBreakdown *self, BayanBreakdownField field);
guint bayan_breakdown_get_count (const BayanBreakdown *self, BayanBreakdownField field, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanBreakdown, bayan_breakdown_free)

G_END_DECLS
