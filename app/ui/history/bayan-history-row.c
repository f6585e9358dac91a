/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-history-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-act-words.h"
#include "bayan-date-words.h"
#include "bayan-language.h"

#define GAP_PIXELS 9

struct _BayanHistoryRow {
  GtkBox parent_instance;

  BayanDesk *desk;        /* nullable: as the item */
  BayanHistoryItem *item; /* nullable */

  GtkWidget *mark, *words, *below;
};

G_DEFINE_FINAL_TYPE (BayanHistoryRow, bayan_history_row, GTK_TYPE_BOX)

static GtkWidget *
new_label (const char *const *classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

static void
forget (BayanHistoryRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_object (&self->desk);
}

static void
dispose (GObject *object)
{
  forget (BAYAN_HISTORY_ROW (object));
  G_OBJECT_CLASS (bayan_history_row_parent_class)->dispose (object);
}

static void
bayan_history_row_class_init (BayanHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
bayan_history_row_init (BayanHistoryRow *self)
{
  static const char *const words_classes[] = { NULL };
  static const char *const below_classes[] = { "dim-label", "caption", NULL };
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  self->words = new_label (words_classes);
  self->below = new_label (below_classes);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (self->mark, "accent");
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_set_spacing (GTK_BOX (self), GAP_PIXELS);
  gtk_widget_set_margin_start (GTK_WIDGET (self), GAP_PIXELS);
  gtk_widget_set_margin_end (GTK_WIDGET (self), GAP_PIXELS);
  gtk_widget_set_margin_top (GTK_WIDGET (self), GAP_PIXELS / 2);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), GAP_PIXELS / 2);
  gtk_box_append (GTK_BOX (column), self->words);
  gtk_box_append (GTK_BOX (column), self->below);
  gtk_box_append (GTK_BOX (self), self->mark);
  gtk_box_append (GTK_BOX (self), column);
}

GtkWidget *
bayan_history_row_new (void)
{
  return g_object_new (BAYAN_TYPE_HISTORY_ROW, NULL);
}

static char *
describe_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = NULL;

  if (time == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (time) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (now))
    return g_strdup_printf ("%02d:%02d", g_date_time_get_hour (time), g_date_time_get_minute (time));
  date = bayan_date_words_day_of (time);
  /* Translators: a date, then a time of that day */
  return g_strdup_printf (_ ("%1$s, %2$02d:%3$02d"), date, g_date_time_get_hour (time), g_date_time_get_minute (time));
}

static char *
describe_place (BayanHistoryRow *self)
{
  gint64 id = bayan_history_item_get_statement (self->item);
  BayanStatementItem *statement = id != 0 ? bayan_desk_find_statement (self->desk, id) : NULL;

  return statement != NULL ? bayan_language_isolate (bayan_statement_item_get_title (statement)) : NULL;
}

static char *
describe_below (BayanHistoryRow *self)
{
  g_autofree char *time = describe_time (bayan_history_item_get_done_at (self->item));
  g_autofree char *place = describe_place (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (bayan_history_item_get_undone (self->item))
    g_ptr_array_add (parts, (gpointer) _ ("Undone"));
  else if (bayan_history_item_get_is_last (self->item))
    /* Translators: the last act that stands: as it was after it, so the library is now */
    g_ptr_array_add (parts, (gpointer) _ ("Now"));
  if (bayan_history_item_get_id (self->item) != 0)
    g_ptr_array_add (parts, time);
  if (place != NULL)
    g_ptr_array_add (parts, place);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* The list item is what has the focus, not this widget inside it. */
static void
name_list_item (BayanHistoryRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = g_strdup_printf ("%s, %s", gtk_label_get_text (GTK_LABEL (self->words)),
                                            gtk_label_get_text (GTK_LABEL (self->below)));

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update (BayanHistoryRow *self)
{
  const char *subject = NULL;
  const char *act = bayan_history_item_get_act (self->item, &subject);
  g_autofree char *words = act != NULL ? bayan_act_words (act, subject) : g_strdup (_ ("Before the first act"));
  g_autofree char *below = describe_below (self);

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_label_set_text (GTK_LABEL (self->below), below);
  gtk_widget_set_visible (self->below, *below != '\0');
  gtk_widget_set_opacity (self->mark, bayan_history_item_get_is_last (self->item) ? 1 : 0);
  if (bayan_history_item_get_undone (self->item))
    gtk_widget_add_css_class (self->words, "dim-label");
  else
    gtk_widget_remove_css_class (self->words, "dim-label");
  name_list_item (self);
}

/**
 * bayan_history_row_show:
 * @item: (nullable): NULL for none
 */
void
bayan_history_row_show (BayanHistoryRow *self, BayanDesk *desk, BayanHistoryItem *item)
{
  g_return_if_fail (BAYAN_IS_HISTORY_ROW (self));

  forget (self);
  if (item == NULL)
    return;
  self->desk = g_object_ref (desk);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify::statement", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
