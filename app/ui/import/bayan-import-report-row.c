/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-report-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-review-page.h"
#include "bayan-trouble-words.h"

struct _BayanImportReportRow {
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (BayanImportReportRow, bayan_import_report_row, ADW_TYPE_BIN)

static char *
describe_held (BayanHeldFile *held)
{
  g_autofree char *reasons = NULL;

  switch (bayan_held_file_get_state (held))
    {
    case BAYAN_HELD_IMPORTING:
    case BAYAN_HELD_IMPORTED:
      return g_strdup (_ ("Imported after a look at it."));
    case BAYAN_HELD_KNOWN:
      return g_strdup (_ ("The library has this statement already."));
    case BAYAN_HELD_SKIPPED:
      return g_strdup (_ ("Skipped. The file itself is where it was."));
    case BAYAN_HELD_WAITING:
    default:
      reasons = bayan_review_page_describe (held, FALSE);
      /* Translators: a file that was not imported yet, and why */
      return *reasons != '\0' ? g_strdup_printf (_ ("Waits for a look: %s"), reasons)
                              : g_strdup (_ ("Waits for a look."));
    }
}

static char *
describe_note (BayanImportNote *note)
{
  if (bayan_import_note_get_held (note) != NULL)
    return describe_held (bayan_import_note_get_held (note));
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

static void
show_words (BayanImportReportRow *self, const char *icon_name, const char *name, const char *reason)
{
  const char *shown = name != NULL && *name != '\0' ? name : _ ("Pasted text");
  g_autofree char *accessible_name = g_strdup_printf ("%s: %s", shown, reason);
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->name, shown);
  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *reason != '\0');
  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    accessible_name, -1);
}

static const char *
choose_icon (BayanImportNote *note)
{
  BayanHeldFile *held = bayan_import_note_get_held (note);

  if (held != NULL && bayan_held_file_get_state (held) == BAYAN_HELD_WAITING)
    return "dialog-question-symbolic";
  return bayan_import_note_get_result (note) == BAYAN_IMPORT_REFUSED ? "dialog-warning-symbolic"
                                                                     : "object-select-symbolic";
}

/**
 * bayan_import_report_row_show:
 * @note: one that was refused, held back or known
 */
void
bayan_import_report_row_show (BayanImportReportRow *self, BayanImportNote *note)
{
  g_autofree char *reason = describe_note (note);

  g_return_if_fail (BAYAN_IS_IMPORT_REPORT_ROW (self));
  show_words (self, choose_icon (note), bayan_import_note_get_name (note), reason);
}

/**
 * bayan_import_report_row_show_held:
 * @held: one that waits
 */
void
bayan_import_report_row_show_held (BayanImportReportRow *self, BayanHeldFile *held)
{
  g_autofree char *reason = bayan_review_page_describe (held, FALSE);

  g_return_if_fail (BAYAN_IS_IMPORT_REPORT_ROW (self));
  show_words (self,
              bayan_held_file_get_is_table (held) ? "x-office-spreadsheet-symbolic"
                                                  : "dialog-question-symbolic",
              bayan_held_file_get_name (held), reason);
}
