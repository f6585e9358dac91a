/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-toast.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

/**
 * bayan_toast_new:
 * @sentence: plain text: what a file or a name has of markup is shown as it is
 * @undo_action: (nullable): what its button does
 *
 * Returns: (transfer full): one that is not shown yet
 */
AdwToast *
bayan_toast_new (const char *sentence, const char *undo_action)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (undo_action != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, undo_action);
    }
  return toast;
}

/* Says it where @widget is; nothing where its window is closed. */
void
bayan_toast_say (GtkWidget *widget, const char *sentence)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), bayan_toast_new (sentence, NULL));
}
