/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-plain-row.h"

#include "bayan-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bayan-language.h"

/**
 * bayan_plain_row_new:
 * @subtitle: (nullable)
 *
 * Returns: (transfer floating): an AdwActionRow
 */
GtkWidget *
bayan_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *apart = bayan_language_isolate (title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), apart);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* Returns: (transfer full): "3 mentions · 2 statements", a subtitle */
char *
bayan_plain_row_count (guint n_mentions, guint n_statements)
{
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions),
                                               n_mentions);
  g_autofree char *statements = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements),
                                                 n_statements);

  return g_strdup_printf ("%s · %s", mentions, statements);
}
