/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files are, by the sums of their bytes: worked out on a thread, without keeping what is in them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  GFile *file;
  char *sha256; /* hexadecimal; "" if it cannot be read */
} BayanFileSum;

void bayan_file_sums_async (GListModel *files, GAsyncReadyCallback callback, gpointer data);
GPtrArray *bayan_file_sums_finish (GAsyncResult *result);

G_END_DECLS
