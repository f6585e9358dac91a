/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-relation-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"

static const struct {
  const char *name, *inverse;
} WORDS[BAYAN_N_RELATIONS] = {
  /* Translators: between two mentions: “Fuad Hussein [holds the office] Minister of Foreign Affairs” */
  [BAYAN_RELATION_HOLDS_OFFICE] = { N_ ("Holds the office"), N_ ("Is held by") },
  /* Translators: between two mentions: “Iraq [is a member of] the League of Arab States” */
  [BAYAN_RELATION_MEMBER_OF] = { N_ ("Is a member of"), N_ ("Has as a member") },
  /* Translators: between two mentions: “the embassy [is in] Baghdad” */
  [BAYAN_RELATION_LOCATED_IN] = { N_ ("Is in"), N_ ("Is where there is") },
  /* Translators: between two mentions: “Germany [pledges to] Iraq” */
  [BAYAN_RELATION_PLEDGES_TO] = { N_ ("Pledges to"), N_ ("Gets a pledge of") },
};

/**
 * bayan_relation_words_get_name:
 * @inverse: said of the target
 *
 * Returns: what stands between the two mentions, in the language of the interface
 */
const char *
bayan_relation_words_get_name (BayanRelationKind kind, gboolean inverse)
{
  g_return_val_if_fail ((guint) kind < BAYAN_N_RELATIONS, NULL);
  return _ (inverse ? WORDS[kind].inverse : WORDS[kind].name);
}

static char *
put_together (BayanRelationKind kind, const char *source, const char *target)
{
  g_autofree char *first = bayan_language_isolate (source), *second = bayan_language_isolate (target);

  switch (kind)
    {
    case BAYAN_RELATION_HOLDS_OFFICE:
      return g_strdup_printf (_ ("%1$s holds the office %2$s"), first, second);
    case BAYAN_RELATION_MEMBER_OF:
      return g_strdup_printf (_ ("%1$s is a member of %2$s"), first, second);
    case BAYAN_RELATION_LOCATED_IN:
      return g_strdup_printf (_ ("%1$s is in %2$s"), first, second);
    case BAYAN_RELATION_PLEDGES_TO:
      return g_strdup_printf (_ ("%1$s pledges to %2$s"), first, second);
    case BAYAN_N_RELATIONS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * bayan_relation_words_tell:
 * @source: words of the text
 * @target: the same
 *
 * Returns: (transfer full): “X holds the office Y”
 */
char *
bayan_relation_words_tell (BayanRelationKind kind, const char *source, const char *target)
{
  g_autofree char *sentence = put_together (kind, source, target);

  /* It may begin with a name of the other direction. */
  return g_strconcat (bayan_language_get_direction () == GTK_TEXT_DIR_RTL ? "\u200F" : "\u200E", sentence,
                      NULL);
}
