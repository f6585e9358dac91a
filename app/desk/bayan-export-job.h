/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An export under way, or done. It goes on by itself; what is not finished, because it was cancelled or failed, or because
 * the library was closed, leaves nothing behind. Main thread only.
 *
 * Properties: running; fraction: 0–1, notifies ≤ 10 times a second. */
#pragma once

#include <gio/gio.h>

#include "bayan-export-format.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_EXPORT_JOB (bayan_export_job_get_type ())
G_DECLARE_FINAL_TYPE (BayanExportJob, bayan_export_job, BAYAN, EXPORT_JOB, GObject)

gboolean bayan_export_job_get_running (BayanExportJob *self);
double bayan_export_job_get_fraction (BayanExportJob *self);
guint bayan_export_job_get_n_done (BayanExportJob *self);
guint bayan_export_job_get_n_total (BayanExportJob *self);     /* statements */
gboolean bayan_export_job_get_cancelled (BayanExportJob *self);
GFile *bayan_export_job_get_written (BayanExportJob *self);    /* the folder or file that is there now; nullable */
const GError *bayan_export_job_get_error (BayanExportJob *self); /* nullable */
void bayan_export_job_cancel (BayanExportJob *self);

G_END_DECLS
