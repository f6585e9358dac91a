/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How phrases that act are taken apart. Private to this room. */
#pragma once

#include "bayan-act-scan.h"

G_BEGIN_DECLS

/* Heads of phrases that act. */
#define BAYAN_ACT_HEADS                                                                                      \
  (BAYAN_AW (PEOPLE) | BAYAN_AW (PAIR) | BAYAN_AW (BODY_M) | BAYAN_AW (BODY_F) | BAYAN_AW (SPEAKER))
/* Words that end one. */
#define BAYAN_ACT_PARTICLES                                                                                  \
  (BAYAN_AW (THAT) | BAYAN_AW (RELATIVE) | BAYAN_AW (SUBORDINATE) | BAYAN_AW (NEGATION) | BAYAN_AW (OPENER)  \
   | BAYAN_AW (PREPOSITION) | BAYAN_AW (ADVERB))

#define BAYAN_ACT_TYPE(name) (1u << BAYAN_MENTION_##name)

static inline gboolean
bayan_act_is_definite (const char *key)
{
  return bayan_key_begins (key, "ال") || bayan_key_begins (key, "لل");
}

/* The mention that begins there, if it is of one of the types. */
static inline const BayanActMention *
bayan_act_scan_get_mention_of (const BayanActScan *self, guint index, guint32 types)
{
  const BayanActMention *mention = bayan_act_scan_get_mention (self, index);

  return mention != NULL && (1u << mention->mention->type & types) != 0 ? mention : NULL;
}

guint64 bayan_act_get_head (const BayanActScan *self, guint index, gboolean joined);
void bayan_act_add_actor (const BayanActScan *self, BayanActPhrase *phrase, BayanCleanSpan span,
                          const BayanActMention *mention, const char *iso3);
void bayan_act_take_person (const BayanActScan *self, BayanActPhrase *phrase, const BayanActMention *person,
                            const char *iso3);
const BayanActMention *bayan_act_find_holder (const BayanActScan *self, guint *at, guint end,
                                              const char **iso3);
guint bayan_act_get_number (guint64 head);
gboolean bayan_act_take_head (const BayanActScan *self, BayanActPhrase *phrase, guint at, guint end,
                              gboolean joined);
gboolean bayan_act_take_count (const BayanActScan *self, BayanActPhrase *phrase, guint at, guint end);

G_END_DECLS
