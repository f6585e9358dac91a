/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office while it is read: what the files that read heads and what stands behind them share. Private to this room. */
#pragma once

#include "bayan-rules.h"

G_BEGIN_DECLS

#define PLACES (BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC))
#define NAMES (PLACES | BAYAN_TYPE (ORG))
#define HEADS BAYAN_OFFICE_HEADS

typedef struct {
  BayanScan *scan;
  guint32 head;      /* the token of the head noun: of the last one, behind deputies */
  gboolean complete; /* has a country, an institution or another complement that makes it definite */
  gboolean plural;
  gboolean sender; /* whose envoy stands before it: the place belongs to the envoy */
  guint depth;
  guint32 asked; /* 1 + the head whose answer is_resident() keeps in @resident, 0 = none */
  gboolean resident;
} Office;

/* Each returns the token behind what it took, or @token. @classes: of the head, which stands at @token */
guint32 bayan_office_finder_parse (Office *office, guint32 token, guint64 classes);
guint32 bayan_office_finder_parse_holder (Office *office, guint32 token);
guint32 bayan_office_finder_parse_adjectives (Office *office, guint32 token);
guint32 bayan_office_finder_parse_charge (Office *office, guint32 token);
guint32 bayan_office_finder_parse_second_matter (const BayanScan *scan, guint32 token);
guint32 bayan_office_finder_parse_tails (Office *office, guint32 token);

gboolean bayan_office_finder_is_resident (Office *office);
gboolean bayan_office_finder_name_follows (const BayanScan *scan, guint32 token);
gboolean bayan_office_finder_is_sovereign (const BayanScan *scan, guint32 token); /* of a state, never for a matter */

G_END_DECLS
