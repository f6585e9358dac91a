/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-menu.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-detail-words.h"

static const BayanDetailField USES[] = {
  BAYAN_DETAIL_TITLE,  BAYAN_DETAIL_SUBTITLE, BAYAN_DETAIL_DATE,   BAYAN_DETAIL_EVENT_DATE,
  BAYAN_DETAIL_ISSUER, BAYAN_DETAIL_OUTLET,   BAYAN_DETAIL_AUTHOR, BAYAN_DETAIL_DATELINE,
};

/* The details of a statement that the selected words may be. */
static GMenuModel *
new_uses (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (USES); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (bayan_detail_words_get_name (USES[i]), NULL);
      g_menu_item_set_action_and_target (item, "reader.use-as", "s", bayan_detail_field_to_string (USES[i]));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
append_questions (GMenu *section)
{
  g_menu_append (section, _ ("W_hy Not?"), "reader.why-not");
  g_menu_append (section, _ ("Add to Your _Names…"), "reader.list-name");
}

/**
 * bayan_reader_menu_new:
 *
 * Returns: (transfer full): what the context menu of the text has besides copying
 */
GMenuModel *
bayan_reader_menu_new (void)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuModel) uses = new_uses ();
  GMenu *menu = g_menu_new ();

  append_questions (section);
  g_menu_append (section, _ ("_Correct the Text…"), "reader.edit-text");
  g_menu_append (section, _ ("_Leave Out of the Text"), "reader.leave-out");
  g_menu_append_submenu (section, _ ("_Use Selection As"), uses);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

/**
 * bayan_reader_menu_new_flat:
 *
 * Returns: (transfer full): the same for a menu of its own, without a second level
 */
GMenuModel *
bayan_reader_menu_new_flat (void)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuModel) uses = new_uses ();
  GMenu *menu = g_menu_new ();

  append_questions (section);
  g_menu_append (section, _ ("_Correct the Text…"), "reader.edit-text");
  g_menu_append (section, _ ("_Leave Out of the Text"), "reader.leave-out");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_menu_append_section (menu, _ ("Use Selection As"), uses);
  return G_MENU_MODEL (menu);
}
