/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-group-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

/* Returns: what statements have in common that are in a group of @kind */
const char *
bayan_group_words_kind (BayanGroupKind kind)
{
  return kind == BAYAN_GROUP_DUPLICATE ? _ ("Same Text") : _ ("Same Event");
}

/* Returns: (transfer full): a sentence without its dot; for tooltips and screen readers */
char *
bayan_group_words_mark (BayanGroupKind kind, BayanGroupMark mark)
{
  g_autofree char *words = kind == BAYAN_GROUP_DUPLICATE
                               ? g_strdup_printf (_ ("Version %u of %u of one text"), mark.place, mark.size)
                               : g_strdup_printf (_ ("Account %u of %u of one event"), mark.place, mark.size);

  /* Translators: "Version 2 of 3 of one text (not confirmed yet)" */
  return mark.state == BAYAN_GROUP_PROPOSED ? g_strdup_printf (_ ("%s (not confirmed yet)"), words)
                                            : g_steal_pointer (&words);
}

/* Returns: (transfer full): for the line of a list */
char *
bayan_group_words_mark_short (BayanGroupKind kind, BayanGroupMark mark)
{
  /* Translators: the second of three; a mark of a few letters */
  return g_strdup_printf (_ ("%u/%u"), mark.place, mark.size);
}
