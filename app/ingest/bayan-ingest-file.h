/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a file whole. Private to the room. */
#pragma once

#include "bayan-ingest.h"

G_BEGIN_DECLS

GBytes *bayan_ingest_read_file (GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
