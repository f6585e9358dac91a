/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code book that somebody else keeps: CSV or TSV with the columns group, label, colour, key and description, named in a
 * first line or in this order. */
#pragma once

#include <gio/gio.h>

#include "bayan-own-label.h"

G_BEGIN_DECLS

#define BAYAN_LABEL_READING_MAX_LABELS 2000

/* @n_left_out: (out): lines that are no label, or say one twice */
GPtrArray *bayan_label_reading_read (GBytes *raw, guint *n_left_out, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
