/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements of a library written for other programs, one after the other. Any thread, one at a time; waits for the disk.
 *
 * What is not finished leaves nothing behind: all is written beside the place where it will be, and takes that place as a
 * whole at the end. */
#pragma once

#include <gio/gio.h>

#include "bayan-export-format.h"
#include "bayan-library.h"

G_BEGIN_DECLS

/* A statement and what is said of it; borrowed for the call. */
typedef struct {
  const char *title, *source_name;
  BayanDate date;
  const BayanOpenStatement *open;
  GPtrArray *entities; /* of BayanEntity: what its mentions name */
  GPtrArray *notes;    /* of BayanNote: on its mentions, and on it */
} BayanExportPiece;

typedef struct _BayanExporter BayanExporter;

char *bayan_exporter_make_name (const char *library);
BayanExporter *bayan_exporter_new (BayanExportFormat format, GFile *target, const char *name, gboolean confirmed_only,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_exporter_add (BayanExporter *self, const BayanExportPiece *piece, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_exporter_add_labels (BayanExporter *self, const GPtrArray *labels, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GFile *bayan_exporter_finish (BayanExporter *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_exporter_free (BayanExporter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanExporter, bayan_exporter_free)

G_END_DECLS
