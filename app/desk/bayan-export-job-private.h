/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an export is started: see bayan-desk-export.c. */
#pragma once

#include "bayan-desk.h"
#include "bayan-library.h"

G_BEGIN_DECLS

BayanExportJob *bayan_export_job_new (BayanDesk *desk, BayanLibrary *library, BayanExportFormat format, GArray *statements,
                                      GPtrArray *labels, gboolean confirmed_only, GFile *target, const char *name);

G_END_DECLS
