/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files an import refused and why, and which ones the library had already. */
#pragma once

#include <adwaita.h>

#include "bayan-import-job.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_IMPORT_REPORT (bayan_import_report_get_type ())
G_DECLARE_FINAL_TYPE (BayanImportReport, bayan_import_report, BAYAN, IMPORT_REPORT, AdwWindow)

GtkWidget *bayan_import_report_new (GtkWindow *parent, BayanImportJob *job);
char *bayan_import_report_summarise (BayanImportJob *job);

G_END_DECLS
