/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong, said to a person, and what to do about it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bayan_trouble_words (const GError *error);

G_END_DECLS
