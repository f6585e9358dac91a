/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-stage-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"

static const struct {
  const char *name, *icon;
} STAGES[BAYAN_N_STAGES] = {
  [BAYAN_STAGE_NEW] = { NC_ ("stage", "New"), "bayan-stage-new-symbolic" },
  [BAYAN_STAGE_IN_PROGRESS] = { NC_ ("stage", "In progress"), "bayan-stage-progress-symbolic" },
  [BAYAN_STAGE_DONE] = { NC_ ("stage", "Done"), "bayan-stage-done-symbolic" },
};

/* Returns: what the stage is called, in the language of the interface */
const char *
bayan_stage_words_get_name (BayanStage stage)
{
  g_return_val_if_fail ((guint) stage < BAYAN_N_STAGES, NULL);
  return g_dpgettext2 (NULL, "stage", STAGES[stage].name);
}

const char *
bayan_stage_words_get_icon (BayanStage stage)
{
  g_return_val_if_fail ((guint) stage < BAYAN_N_STAGES, NULL);
  return STAGES[stage].icon;
}

/* Returns: (transfer full): "30 November 2026, 14:20"; @at: seconds since 1970 */
char *
bayan_stage_words_describe_moment (gint64 at)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (at);

  /* Translators: a day and a time, see strftime(3) */
  return moment != NULL ? g_date_time_format (moment, _ ("%-e %B %Y, %H:%M")) : g_strdup ("");
}

/* Returns: (transfer full): "#one #two"; "" where there are none. @standing: (nullable) */
char *
bayan_stage_words_join_tags (const BayanStanding *standing)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; standing != NULL && i < standing->tags->len; i++)
    {
      g_autofree char *tag = g_strconcat ("#", (const char *) standing->tags->pdata[i], NULL);
      g_autofree char *apart = bayan_language_isolate (tag);

      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", apart);
    }
  return g_string_free (all, FALSE);
}

/* Returns: (transfer full): "Done · Layla, 30 November 2026, 14:20 · #summit": the stage, who said so, and the tags */
char *
bayan_stage_words_describe (BayanStatementItem *item)
{
  const BayanStanding *standing = bayan_statement_item_get_standing (item);
  g_autofree char *tags = bayan_stage_words_join_tags (standing);
  GString *all = g_string_new (bayan_stage_words_get_name (bayan_statement_item_get_stage (item)));

  if (standing != NULL && standing->who != NULL)
    {
      g_autofree char *who = bayan_language_isolate (standing->who);
      g_autofree char *at = bayan_stage_words_describe_moment (standing->at);

      /* Translators: who, and when */
      g_string_append_printf (all, " · ");
      g_string_append_printf (all, _ ("%1$s, %2$s"), who, at);
    }
  if (*tags != '\0')
    g_string_append_printf (all, " · %s", tags);
  return g_string_free (all, FALSE);
}
