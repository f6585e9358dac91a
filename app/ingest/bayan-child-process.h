/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One running bayan-extract. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  int pid;
  int socket;
  guint n_requests; /* that it has answered */
} BayanChildProcess;

BayanChildProcess *bayan_child_process_start (GError **error);
void bayan_child_process_end (BayanChildProcess *self);

G_END_DECLS
