/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of a file, cheaply: every file of an import is looked at so. Private to the room. */
#pragma once

#include <gio/gio.h>

#include "bayan-kind.h"

G_BEGIN_DECLS

typedef struct {
  guint8 bytes[BAYAN_KIND_HEAD_BYTES];
  gsize n_bytes;
  guint64 size_bytes;
  BayanKind kind;
  const char *found; /* nullable: what it calls itself */
  int file;          /* a descriptor of it */
} BayanHead;

gboolean bayan_head_read (BayanHead *self, GFile *file, GCancellable *cancellable);
void bayan_head_clear (BayanHead *self);
GBytes *bayan_head_read_all (BayanHead *self, GError **error);
int bayan_head_steal_file (BayanHead *self);

G_END_DECLS
