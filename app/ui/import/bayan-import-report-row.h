/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of an import: its name, and why it is not among the new statements. */
#pragma once

#include <adwaita.h>

#include "bayan-import-job.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_IMPORT_REPORT_ROW (bayan_import_report_row_get_type ())
G_DECLARE_FINAL_TYPE (BayanImportReportRow, bayan_import_report_row, BAYAN, IMPORT_REPORT_ROW, AdwBin)

GtkWidget *bayan_import_report_row_new (void);
void bayan_import_report_row_show (BayanImportReportRow *self, BayanImportNote *note);
void bayan_import_report_row_show_held (BayanImportReportRow *self, BayanHeldFile *held);

G_END_DECLS
