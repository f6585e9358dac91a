/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-report-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-trouble-words.h"

struct _BayanImportReportRow {
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (BayanImportReportRow, bayan_import_report_row, ADW_TYPE_BIN)

static char *
describe_note (BayanImportNote *note)
{
  if (bayan_import_note_get_error (note) != NULL)
    return bayan_trouble_words (bayan_import_note_get_error (note));
  return g_strdup (_ ("The library has this statement already."));
}

static void
bayan_import_report_row_class_init (BayanImportReportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/import/bayan-import-report-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanImportReportRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BayanImportReportRow, name);
  gtk_widget_class_bind_template_child (widget_class, BayanImportReportRow, reason);
}

static void
bayan_import_report_row_init (BayanImportReportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bayan_import_report_row_new (void)
{
  return g_object_new (BAYAN_TYPE_IMPORT_REPORT_ROW, NULL);
}

/**
 * bayan_import_report_row_show:
 * @note: one that was refused or known
 */
void
bayan_import_report_row_show (BayanImportReportRow *self, BayanImportNote *note)
{
  gboolean refused = bayan_import_note_get_result (note) == BAYAN_IMPORT_REFUSED;
  g_autofree char *reason = describe_note (note);
  g_autofree char *accessible_name = g_strdup_printf ("%s: %s", bayan_import_note_get_name (note), reason);
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  g_return_if_fail (BAYAN_IS_IMPORT_REPORT_ROW (self));

  gtk_image_set_from_icon_name (self->icon, refused ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_label_set_label (self->name, bayan_import_note_get_name (note));
  gtk_label_set_label (self->reason, reason);
  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    accessible_name, -1);
}
