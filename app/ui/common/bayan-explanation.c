/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-explanation.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>

#include "bayan-language.h"

static const char *
find_name (const char *rule)
{
  const char *slash = strchr (rule, '/');

  return slash != NULL ? slash + 1 : rule;
}

static char *
explain_gazetteer (const BayanMention *mention)
{
  g_autofree char *table = bayan_language_isolate (find_name (mention->rule));
  g_autofree char *row = NULL;

  if (mention->evidence == NULL)
    return g_strdup_printf (_ ("Found in the table %s"), table);
  row = bayan_language_isolate (mention->evidence);
  return g_strdup_printf (_ ("Found in the table %1$s, row %2$s"), table, row);
}

static char *
explain_rule (const BayanMention *mention)
{
  g_autofree char *rule = bayan_language_isolate (mention->rule);
  g_autofree char *cue = NULL;

  if (mention->evidence == NULL)
    return g_strdup_printf (_ ("Recognised by the rule %s"), rule);
  cue = bayan_language_isolate (mention->evidence);
  return g_strdup_printf (_ ("Recognised by the rule %1$s, because of %2$s"), rule, cue);
}

static char *
explain_memory (const BayanMention *mention)
{
  guint n_right, n_wrong;
  g_autofree char *name = NULL;

  if (g_str_equal (mention->rule, "memory/list"))
    {
      name = bayan_language_isolate (mention->evidence != NULL ? mention->evidence : "");
      return g_strdup_printf (_ ("On your list of names: %s"), name);
    }
  if (mention->evidence == NULL
      || sscanf (mention->evidence, "%u confirmed, %u rejected", &n_right, &n_wrong) != 2)
    return g_strdup (_ ("Like what you confirmed before"));
  return g_strdup_printf (_ ("Like what you confirmed before (confirmed: %1$u, rejected: %2$u)"), n_right,
                          n_wrong);
}

static char *
explain_tagger (const BayanMention *mention)
{
  g_autofree char *features = NULL;

  if (mention->evidence == NULL)
    return g_strdup (_ ("Recognised by the learned model"));
  features = bayan_language_isolate (mention->evidence);
  return g_strdup_printf (_ ("Learned from your decisions, because of %s"), features);
}

/**
 * bayan_explanation_of_mention:
 *
 * Returns: (transfer full): one sentence in the language of the interface
 */
char *
bayan_explanation_of_mention (const BayanMention *mention)
{
  if (mention->status == BAYAN_STATUS_SUGGESTED && g_strcmp0 (mention->evidence, BAYAN_EVIDENCE_EDITED) == 0)
    return g_strdup (_ ("The words were changed since: look at it again"));
  switch (mention->layer)
    {
    case BAYAN_LAYER_ANALYST:
      return g_strdup (_ ("Labelled by you"));
    case BAYAN_LAYER_MEMORY:
      return explain_memory (mention);
    case BAYAN_LAYER_GAZETTEER:
      return explain_gazetteer (mention);
    case BAYAN_LAYER_RULE:
      return explain_rule (mention);
    case BAYAN_LAYER_TAGGER:
      return explain_tagger (mention);
    default:
      g_return_val_if_reached (NULL);
    }
}

static const struct {
  const char *kind, *name;
} KINDS[] = {
  { "ad-marker", N_ ("advertising marker") },
  { "source-link", N_ ("source link") },
  { "cookie-banner", N_ ("cookie banner") },
  { "category-label", N_ ("category label") },
  { "related-article", N_ ("related article") },
  { "related-heading", N_ ("heading of related articles") },
  { "repeated-title", N_ ("repeated title") },
  { "back-to-top", N_ ("link to the top of the page") },
  { "share-buttons", N_ ("share buttons") },
  { "tags", N_ ("keywords of the site") },
  { "copyright", N_ ("copyright line") },
  { "page-furniture", N_ ("page furniture") },
  { "page-header", N_ ("header of the page") },
  { "page-footer", N_ ("footer of the page") },
  { "glued-words", N_ ("words that were glued together") },
  { "by-hand", N_ ("left out by you") },
  { "edited", N_ ("written anew by you") },
};

/* A line holds so much of a removed text; the tooltip has all of it. */
#define EXCERPT_CHARS 60

static char *
make_excerpt (const char *text)
{
  g_autofree char *flat = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *start = NULL, *cut = NULL;

  g_strstrip (flat);
  if (g_utf8_strlen (flat, -1) <= EXCERPT_CHARS)
    return bayan_language_isolate (flat);
  start = g_utf8_substring (flat, 0, EXCERPT_CHARS);
  cut = g_strconcat (start, "…", NULL);
  return bayan_language_isolate (cut);
}

static const char *
get_kind (const BayanRemovedRegion *region)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (strcmp (KINDS[i].kind, region->kind) == 0)
      return _ (KINDS[i].name);
  return _ ("page furniture");
}

/**
 * bayan_explanation_of_region:
 *
 * Returns: (transfer full): the line that stands for @region in the reader: what it is, how it begins, and what a click
 *   does
 */
char *
bayan_explanation_of_region (const BayanRemovedRegion *region)
{
  g_autofree char *excerpt = make_excerpt (region->text);
  const char *name = get_kind (region);

  if (region->restored)
    return g_strdup_printf (_ ("Taken back (%1$s): %2$s — click to leave it out again"), name, excerpt);
  return g_strdup_printf (_ ("Left out (%1$s): %2$s — click to take it back"), name, excerpt);
}

/**
 * bayan_explanation_get_region_caption:
 *
 * Returns: (transfer full): what stands above @region among its source: what it is, and whether it is in the text
 */
char *
bayan_explanation_get_region_caption (const BayanRemovedRegion *region)
{
  if (region->restored)
    return g_strdup_printf (_ ("Taken back: %s"), get_kind (region));
  return g_strdup_printf (_ ("Left out: %s"), get_kind (region));
}

/**
 * bayan_explanation_of_region_rule:
 *
 * Returns: (transfer full): what @region is, the rule that decided, and what a click does
 */
char *
bayan_explanation_of_region_rule (const BayanRemovedRegion *region)
{
  g_autofree char *rule = bayan_language_isolate (region->rule);
  g_autofree char *instead = region->instead != NULL ? bayan_language_isolate (region->instead) : NULL;
  g_autofree char *what = g_strdup_printf (_ ("%1$s, by the rule %2$s"), get_kind (region), rule);

  if (instead != NULL && region->restored)
    return g_strdup_printf (_ ("%1$s\nAs it was. Click to write %2$s again"), what, instead);
  if (instead != NULL)
    return g_strdup_printf (_ ("%1$s\nThe text says %2$s. Click to have it as it was"), what, instead);
  if (region->restored)
    return g_strdup_printf (_ ("%s\nClick to leave it out again"), what);
  return g_strdup_printf (_ ("%s\nClick to take it back"), what);
}

const char *
bayan_explanation_get_status (BayanMentionStatus status)
{
  switch (status)
    {
    case BAYAN_STATUS_SUGGESTED:
      return _ ("Suggested");
    case BAYAN_STATUS_CONFIRMED:
      return _ ("Confirmed");
    case BAYAN_STATUS_REJECTED:
      return _ ("Rejected");
    default:
      g_return_val_if_reached (NULL);
    }
}
