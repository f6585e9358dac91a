/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-concordance-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-context-line.h"
#include "bayan-date-words.h"
#include "bayan-language.h"

struct _BayanConcordanceRow {
  GtkBox parent_instance;
  BayanConcordanceItem *item; /* nullable */
  GBinding *binding;          /* nullable */

  GtkWidget *check;
  GtkWidget *line;
  GtkLabel *title, *date;
};

G_DEFINE_FINAL_TYPE (BayanConcordanceRow, bayan_concordance_row, GTK_TYPE_BOX)

static void
dispose (GObject *object)
{
  bayan_concordance_row_set_item (BAYAN_CONCORDANCE_ROW (object), NULL);
  G_OBJECT_CLASS (bayan_concordance_row_parent_class)->dispose (object);
}

static void
bayan_concordance_row_class_init (BayanConcordanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (BAYAN_TYPE_CONTEXT_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/concordance/bayan-concordance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceRow, check);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceRow, line);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceRow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceRow, date);
}

static void
bayan_concordance_row_init (BayanConcordanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bayan_concordance_row_new (void)
{
  return g_object_new (BAYAN_TYPE_CONCORDANCE_ROW, NULL);
}

static void
name_for_screen_readers (BayanConcordanceRow *self, const char *title, const char *date)
{
  g_autofree char *name = g_strdup_printf ("%s%s%s. %s. %s", bayan_occurrence_item_get_before (BAYAN_OCCURRENCE_ITEM (self->item)),
                                           bayan_occurrence_item_get_words (BAYAN_OCCURRENCE_ITEM (self->item)),
                                           bayan_occurrence_item_get_after (BAYAN_OCCURRENCE_ITEM (self->item)), title, date);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* The list's own widget around this one is what has the focus. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * bayan_concordance_row_set_item:
 * @item: (nullable)
 */
void
bayan_concordance_row_set_item (BayanConcordanceRow *self, BayanConcordanceItem *item)
{
  BayanStatementItem *statement = item != NULL ? bayan_occurrence_item_get_statement (BAYAN_OCCURRENCE_ITEM (item)) : NULL;
  g_autofree char *date = NULL;
  const char *title;

  g_clear_pointer (&self->binding, g_binding_unbind);
  if (!g_set_object (&self->item, item) || item == NULL)
    return;
  title = bayan_statement_item_get_title (statement);
  title = title != NULL && *title != '\0' ? title : _ ("Untitled statement");
  date = bayan_date_words_gregorian (bayan_statement_item_get_date (statement));
  bayan_context_line_set_text (BAYAN_CONTEXT_LINE (self->line), bayan_occurrence_item_get_before (BAYAN_OCCURRENCE_ITEM (item)),
                               bayan_occurrence_item_get_words (BAYAN_OCCURRENCE_ITEM (item)),
                               bayan_occurrence_item_get_after (BAYAN_OCCURRENCE_ITEM (item)));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->date, date);
  name_for_screen_readers (self, title, date);
  self->binding = g_object_bind_property (item, "chosen", self->check, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

void
bayan_concordance_row_toggle (BayanConcordanceRow *self)
{
  if (self->item != NULL)
    bayan_occurrence_item_set_chosen (BAYAN_OCCURRENCE_ITEM (self->item), !bayan_occurrence_item_get_chosen (BAYAN_OCCURRENCE_ITEM (self->item)));
}
