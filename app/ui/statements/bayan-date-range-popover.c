/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-date-range-popover.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#define MOST_YEARS 24 /* buttons: six rows */

struct _BayanDateRangePopover {
  GtkPopover parent_instance;

  BayanDesk *desk;
  gboolean showing; /* the entries are being filled from the desk */

  GtkEntry *from;
  GtkEntry *to;
  GtkLabel *hint;
  GtkWidget *years_box;
  GtkFlowBox *years;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (BayanDateRangePopover, bayan_date_range_popover, GTK_TYPE_POPOVER)

/* A range that ends in "2021" or "2021-06" ends with the last day of it. */
static BayanDate
complete_end (BayanDate date)
{
  if (date.year != 0 && date.month == 0)
    date.month = 12;
  if (date.year != 0 && date.day == 0)
    date.day = (gint8) g_date_get_days_in_month ((GDateMonth) date.month, (GDateYear) date.year);
  return date;
}

/* The digits of either script count the same. */
static char *
latin_digits (const char *text)
{
  GString *latin = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (at));

      if (digit >= 0)
        g_string_append_c (latin, (char) ('0' + digit));
      else if (*at == '/' || *at == '.')
        g_string_append_c (latin, '-');
      else if (!g_unichar_isspace (g_utf8_get_char (at)))
        g_string_append_unichar (latin, g_utf8_get_char (at));
    }
  return g_string_free (latin, FALSE);
}

/* An empty entry is an open end; FALSE for what is no date. */
static gboolean
read_entry (GtkEntry *entry, BayanDate *date)
{
  g_autofree char *text = latin_digits (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gboolean good;

  *date = bayan_date_from_iso (text);
  good = *text == '\0' || date->year >= 1000;
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return good;
}

static void
show_hint (BayanDateRangePopover *self, const char *words)
{
  gtk_label_set_label (self->hint, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), words != NULL);
}

static void
changed_cb (BayanDateRangePopover *self)
{
  BayanDate from, to;
  gboolean from_good = read_entry (self->from, &from);
  gboolean to_good = read_entry (self->to, &to);

  if (self->showing || self->desk == NULL)
    return;
  show_hint (self, NULL);
  if (!from_good || !to_good)
    return; /* still being typed; said when Enter is pressed */
  to = complete_end (to);
  if (bayan_date_is_set (from) && bayan_date_is_set (to) && bayan_date_compare (from, to) > 0)
    show_hint (self, _ ("The range ends before it begins."));
  else
    bayan_desk_set_date_range (self->desk, from, to);
  gtk_widget_set_sensitive (self->clear, bayan_date_is_set (from) || bayan_date_is_set (to));
}

static void
activated_cb (BayanDateRangePopover *self)
{
  BayanDate from, to;
  gboolean from_good = read_entry (self->from, &from);
  gboolean to_good = read_entry (self->to, &to);

  if (!from_good || !to_good)
    show_hint (self, _ ("Write a date as 2021, 2021-06 or 2021-06-28."));
  else if (!gtk_widget_get_visible (GTK_WIDGET (self->hint)))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
clear_clicked_cb (BayanDateRangePopover *self)
{
  bayan_desk_set_date_range (self->desk, (BayanDate) { 0 }, (BayanDate) { 0 });
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
year_clicked_cb (GtkButton *button, BayanDateRangePopover *self)
{
  gint16 year = (gint16) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "year"));

  bayan_desk_set_date_range (self->desk, (BayanDate) { year, 0, 0 }, (BayanDate) { year, 12, 31 });
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
append_year (BayanDateRangePopover *self, int year, guint n_statements)
{
  g_autofree char *label = g_strdup_printf ("%d", year);
  g_autofree char *tip = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements),
                                          n_statements);
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "year", GINT_TO_POINTER (year));
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "numeric");
  g_signal_connect_object (button, "clicked", G_CALLBACK (year_clicked_cb), self, 0);
  gtk_flow_box_insert (self->years, button, -1);
}

static int
compare_years_descending (gconstpointer a, gconstpointer b)
{
  return GPOINTER_TO_INT (b) - GPOINTER_TO_INT (a);
}

static GHashTable *
count_years (BayanDateRangePopover *self)
{
  GListModel *statements = bayan_desk_get_statements (self->desk);
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (BayanStatementItem) item = g_list_model_get_item (statements, i);
      gpointer year = GINT_TO_POINTER ((int) bayan_statement_item_get_date (item).year);

      if (year != NULL)
        g_hash_table_insert (counts, year,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, year)) + 1));
    }
  return counts;
}

static void
show_years (BayanDateRangePopover *self)
{
  g_autoptr (GHashTable) counts = count_years (self);
  g_autoptr (GList) years = g_list_sort (g_hash_table_get_keys (counts), compare_years_descending);
  GtkWidget *child;
  guint n_shown = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->years))) != NULL)
    gtk_flow_box_remove (self->years, child);
  for (GList *at = years; at != NULL && n_shown < MOST_YEARS; at = at->next, n_shown++)
    append_year (self, GPOINTER_TO_INT (at->data), GPOINTER_TO_UINT (g_hash_table_lookup (counts, at->data)));
  gtk_widget_set_visible (self->years_box, years != NULL);
}

static void
show_entry (GtkEntry *entry, BayanDate date)
{
  g_autofree char *iso = bayan_date_is_set (date) ? bayan_date_to_iso (date) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (entry), iso);
}

static void
bayan_date_range_popover_map (GtkWidget *widget)
{
  BayanDateRangePopover *self = BAYAN_DATE_RANGE_POPOVER (widget);
  BayanDate from, to;

  bayan_desk_get_date_range (self->desk, &from, &to);
  self->showing = TRUE;
  show_entry (self->from, from);
  show_entry (self->to, to);
  self->showing = FALSE;
  show_hint (self, NULL);
  show_years (self);
  gtk_widget_set_sensitive (self->clear, bayan_date_is_set (from) || bayan_date_is_set (to));
  GTK_WIDGET_CLASS (bayan_date_range_popover_parent_class)->map (widget);
}

static void
bayan_date_range_popover_dispose (GObject *object)
{
  BayanDateRangePopover *self = BAYAN_DATE_RANGE_POPOVER (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_date_range_popover_parent_class)->dispose (object);
}

static void
bayan_date_range_popover_class_init (BayanDateRangePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_date_range_popover_dispose;
  widget_class->map = bayan_date_range_popover_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/statements/bayan-date-range-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanDateRangePopover, from);
  gtk_widget_class_bind_template_child (widget_class, BayanDateRangePopover, to);
  gtk_widget_class_bind_template_child (widget_class, BayanDateRangePopover, hint);
  gtk_widget_class_bind_template_child (widget_class, BayanDateRangePopover, years_box);
  gtk_widget_class_bind_template_child (widget_class, BayanDateRangePopover, years);
  gtk_widget_class_bind_template_child (widget_class, BayanDateRangePopover, clear);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
bayan_date_range_popover_init (BayanDateRangePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_date_range_popover_set_desk:
 * @desk: whose filter is set; must come before the popover is first opened
 */
void
bayan_date_range_popover_set_desk (BayanDateRangePopover *self, BayanDesk *desk)
{
  g_return_if_fail (BAYAN_IS_DATE_RANGE_POPOVER (self));
  g_set_object (&self->desk, desk);
}
