/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the mentions of a library add up to, kept in memory: how often each entity and each country is named
 * in the statements that are in scope.
 *
 * Eight bytes a mention, together by statement, so that one statement's change touches a few cache lines and
 * a count over all of them is one sweep. Every change to the scope or to a mention inside it moves the counts
 * by the difference; nothing is counted again. The counts are those a recount would give (tests/analysis
 * proves it on random changes).
 *
 * A country is pointed at by its own name (iso:), by its nationality adjective (nisba:, the people of one state) and by
 * the places in it (place:, adm1:), not by the bodies, people and offices that belong to it. Rejected mentions do not
 * count.
 *
 * Not thread safe.
 */
#pragma once

#include "bayan-area-sums.h"
#include "bayan-library.h"
#include "bayan-slot-set.h"

G_BEGIN_DECLS

typedef struct {
  guint n_mentions;  /* not rejected */
  guint n_confirmed; /* of these */
} BayanCount;

#define BAYAN_TALLIES_NO_SLOT G_MAXUINT

typedef struct _BayanTallies BayanTallies;

BayanTallies *bayan_tallies_new (void);
void bayan_tallies_free (BayanTallies *self);

/* What is counted */
void bayan_tallies_set_entity (BayanTallies *self, guint32 number, const BayanEntity *entity);
guint bayan_tallies_add_statement (BayanTallies *self, gint64 statement);
void bayan_tallies_remove_statement (BayanTallies *self, gint64 statement);
guint bayan_tallies_find_slot (const BayanTallies *self, gint64 statement);
void bayan_tallies_add (BayanTallies *self, const BayanTally *tallies, guint n_tallies);
void bayan_tallies_remove (BayanTallies *self, const BayanTally *tally);

/* The statements it is counted in. At first, none. */
void bayan_tallies_set_in_scope (BayanTallies *self, guint slot, gboolean in_scope);
gboolean bayan_tallies_is_in_scope (const BayanTallies *self, guint slot);
void bayan_tallies_clear_scope (BayanTallies *self);

/* The counts */
BayanCount bayan_tallies_get_count (const BayanTallies *self, guint32 entity);
BayanCount bayan_tallies_get_country_count (const BayanTallies *self, const char *iso3);
GArray *bayan_tallies_take_changed_entities (BayanTallies *self);
GPtrArray *bayan_tallies_take_changed_countries (BayanTallies *self);
const char *bayan_tallies_country_of (const BayanTallies *self, guint32 entity);

/* By area of one level, as a view counts them: all of it is kept by differences, too. */
void bayan_tallies_set_view (BayanTallies *self, const BayanAreaView *view);
const BayanAreaView *bayan_tallies_get_view (const BayanTallies *self);
void bayan_tallies_set_is_before (BayanTallies *self, guint slot, gboolean is_before);
guint bayan_tallies_get_n_areas (const BayanTallies *self);
const char *bayan_tallies_get_area_key (const BayanTallies *self, guint area);
guint bayan_tallies_find_area (const BayanTallies *self, const char *key);
BayanAreaCount bayan_tallies_get_area_count (BayanTallies *self, BayanAreaSide side, guint area);
gboolean bayan_tallies_names_area (const BayanTallies *self, guint slot, guint area);
/* Which entities' mentions those are, of which type: one call of @func each. */
typedef void (*BayanAreaEntityFunc) (guint32 entity, BayanMentionType type, gpointer data);
void bayan_tallies_foreach_entity (const BayanTallies *self, guint area, BayanAreaEntityFunc func, gpointer data);

guint bayan_tallies_count_everywhere (const BayanTallies *self, guint32 entity, guint *n_statements); /* out of scope, too */

/* Which statements name something */
guint bayan_tallies_count_in (const BayanTallies *self, guint slot, guint32 entity);
gboolean bayan_tallies_names_entity (const BayanTallies *self, guint slot, guint32 entity);
gboolean bayan_tallies_points_to (const BayanTallies *self, guint slot, const char *iso3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanTallies, bayan_tallies_free)

G_END_DECLS
