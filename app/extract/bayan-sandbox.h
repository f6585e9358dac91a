/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the child process gives up before it reads anything. Private to the child. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BAYAN_SANDBOX_MAX_MEMORY_BYTES (512u * 1024 * 1024)
#define BAYAN_SANDBOX_MAX_SECONDS 10u

void bayan_sandbox_enter (void);
void bayan_sandbox_allow_seconds (guint seconds);

G_END_DECLS
