/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-language.h"
#include "bayan-share-bar.h"

struct _BayanStatementRow {
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *date;
  GtkLabel *source;
  BayanShareBar *bar;
  GtkLabel *count;

  GSignalGroup *item_signals; /* its target is the item that is shown; NULL while the row rests */
};

G_DEFINE_FINAL_TYPE (BayanStatementRow, bayan_statement_row, GTK_TYPE_WIDGET)

/* A title begins on the side on which its letters do, whichever way the window is laid out. */
static void
show_title (BayanStatementRow *self, BayanStatementItem *item)
{
  const char *title = bayan_statement_item_get_title (item);
  gboolean untitled = title == NULL || *title == '\0';
  gboolean rtl = bayan_language_is_rtl_text (untitled ? _ ("Untitled statement") : title);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_label_set_label (self->title, untitled ? _ ("Untitled statement") : title);
  gtk_label_set_xalign (self->title, rtl == mirrored ? 0 : 1);
  if (rtl)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "arabic");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "arabic");
}

static void
show_source (BayanStatementRow *self, BayanStatementItem *item)
{
  const char *name = bayan_statement_item_get_source_name (item);
  gboolean pasted = name == NULL || *name == '\0';

  gtk_label_set_label (self->source, pasted ? _ ("Pasted text") : name);
}

static void
show_progress (BayanStatementRow *self, BayanStatementItem *item)
{
  guint n_decided = bayan_statement_item_get_n_confirmed (item) + bayan_statement_item_get_n_rejected (item);
  guint n_mentions = n_decided + bayan_statement_item_get_n_suggested (item);
  double progress = bayan_statement_item_get_progress (item);
  g_autofree char *count = g_strdup_printf ("%u/%u", n_decided, n_mentions);

  gtk_label_set_label (self->count, count);
  bayan_share_bar_set_shares (self->bar, progress, progress);
}

static char *
describe_dates (BayanStatementItem *item)
{
  char *words = bayan_date_words_both (bayan_statement_item_get_date (item), bayan_statement_item_get_hijri (item));

  if (*words != '\0')
    return words;
  g_free (words);
  return g_strdup (_ ("No date"));
}

/* What a screen reader says of the row: the list item is what has the focus, not this widget inside it. */
static void
name_list_item (BayanStatementRow *self, BayanStatementItem *item, const char *dates)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));
  guint n_decided = bayan_statement_item_get_n_confirmed (item) + bayan_statement_item_get_n_rejected (item);
  guint n_mentions = n_decided + bayan_statement_item_get_n_suggested (item);
  g_autofree char *decided = NULL;
  g_autofree char *name = NULL;

  if (list_item == NULL)
    return;
  decided = g_strdup_printf (ngettext ("%u of %u mention decided", "%u of %u mentions decided", n_mentions),
                             n_decided, n_mentions);
  name = g_strdup_printf ("%s, %s, %s, %s", gtk_label_get_label (self->title), dates,
                          gtk_label_get_label (self->source), decided);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), decided);
}

static void
show_item (BayanStatementRow *self, BayanStatementItem *item)
{
  g_autofree char *dates = describe_dates (item);

  show_title (self, item);
  show_source (self, item);
  show_progress (self, item);
  gtk_label_set_label (self->date, dates);
  name_list_item (self, item, dates);
}

static void
item_notified_cb (BayanStatementItem *item, GParamSpec *property, BayanStatementRow *self)
{
  show_item (self, item);
}

static void
bayan_statement_row_dispose (GObject *object)
{
  BayanStatementRow *self = BAYAN_STATEMENT_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bayan_statement_row_parent_class)->dispose (object);
}

static void
bayan_statement_row_class_init (BayanStatementRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bayan_statement_row_dispose;
  g_type_ensure (BAYAN_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/statements/bayan-statement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanStatementRow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanStatementRow, date);
  gtk_widget_class_bind_template_child (widget_class, BayanStatementRow, source);
  gtk_widget_class_bind_template_child (widget_class, BayanStatementRow, bar);
  gtk_widget_class_bind_template_child (widget_class, BayanStatementRow, count);
}

static void
bayan_statement_row_init (BayanStatementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (BAYAN_TYPE_STATEMENT_ITEM);
  g_signal_group_connect (self->item_signals, "notify", G_CALLBACK (item_notified_cb), self);
}

GtkWidget *
bayan_statement_row_new (void)
{
  return g_object_new (BAYAN_TYPE_STATEMENT_ROW, NULL);
}

/**
 * bayan_statement_row_set_item:
 * @item: (nullable): what to show and to follow from now on; NULL when the row is put aside
 */
void
bayan_statement_row_set_item (BayanStatementRow *self, BayanStatementItem *item)
{
  g_return_if_fail (BAYAN_IS_STATEMENT_ROW (self));

  g_signal_group_set_target (self->item_signals, item);
  if (item != NULL)
    show_item (self, item);
}
