/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-precision-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-share-bar.h"
#include "bayan-type-style.h"

#define BAR_LENGTH_PIXELS 140
#define ARROW_PIXELS 28 /* of an unfolding row, behind its bar */

static double
get_share (const BayanPrecisionBlock *block)
{
  return block->n_decided > 0 ? (double) block->n_right / block->n_decided : 0;
}

static char *
describe_share (const BayanPrecisionBlock *block)
{
  guint percent = (guint) (get_share (block) * 100 + 0.5);

  /* Translators: of suggestions: how many were confirmed, how many were decided on, and the share of the first in percent */
  return g_strdup_printf (_ ("%1$u of %2$u confirmed, %3$u%%"), block->n_right, block->n_decided, percent);
}

static char *
describe_day (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);
  BayanDate date = { 0, 0, 0 };

  if (time != NULL)
    {
      int year, month, day;

      g_date_time_get_ymd (time, &year, &month, &day);
      date = (BayanDate) { (gint16) year, (gint8) month, (gint8) day };
    }
  return bayan_date_words_gregorian (date);
}

static char *
describe_days (const BayanPrecisionBlock *block)
{
  g_autofree char *from = describe_day (block->from), *until = describe_day (block->until);

  if (g_str_equal (from, until))
    return g_steal_pointer (&from);
  /* Translators: the first and the last day of a time */
  return g_strdup_printf (_ ("%1$s – %2$s"), from, until);
}

static char *
describe_block (const BayanPrecisionBlock *block)
{
  if (block->n_decided == 1)
    return g_strdup_printf (_ ("Decision %u"), block->first);
  /* Translators: the numbers of the first and the last of some decisions */
  return g_strdup_printf (_ ("Decisions %1$u–%2$u"), block->first, block->first + block->n_decided - 1);
}

/* The bars of all rows begin below one another, so that one sees them rise. */
static GtkWidget *
make_bar (const BayanPrecisionBlock *block, BayanMentionType type, int margin_pixels)
{
  GtkWidget *bar = g_object_new (BAYAN_TYPE_SHARE_BAR, "valign", GTK_ALIGN_CENTER, "width-request",
                                 BAR_LENGTH_PIXELS, "margin-end", margin_pixels, NULL);

  bayan_share_bar_set_shares (BAYAN_SHARE_BAR (bar), get_share (block), get_share (block));
  bayan_share_bar_set_mention_type (BAYAN_SHARE_BAR (bar), type);
  return bar;
}

static GtkWidget *
make_block_row (const BayanPrecisionBlock *block, BayanMentionType type)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = describe_block (block), *share = describe_share (block),
                  *days = describe_days (block);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", share, days);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_bar (block, type, ARROW_PIXELS));
  return row;
}

/**
 * bayan_precision_row_new:
 * @decisions: (element-type BayanDecision): oldest first; at least one is of @type
 * @type: of which suggestions; BAYAN_MENTION_N_TYPES for all
 *
 * Returns: (transfer floating): an AdwExpanderRow, folded
 */
GtkWidget *
bayan_precision_row_new (const GArray *decisions, BayanMentionType type)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  BayanPrecisionBlock sum = bayan_precision_sum (decisions, type);
  g_autoptr (GArray) blocks = bayan_precision_make_blocks (decisions, type);
  const char *title = type < BAYAN_MENTION_N_TYPES ? bayan_type_style_get_heading (type) : _ ("All Types");
  g_autofree char *share = describe_share (&sum);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, share);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (row, share);
  adw_expander_row_add_action (row, make_bar (&sum, type, 0));
  for (guint i = 0; i < blocks->len; i++)
    adw_expander_row_add_row (row, make_block_row (&g_array_index (blocks, BayanPrecisionBlock, i), type));
  /* The row around the one with the words has the place in the list, and would have no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (row);
}
