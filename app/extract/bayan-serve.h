/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the child process does with a request. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bayan_serve (int descriptor);

G_END_DECLS
