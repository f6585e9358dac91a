/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long text in blocks. What is worked out of a text word by word takes many times its room; done block by block it
 * takes that of one block. Nearly every statement is one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BAYAN_BLOCK_BYTES (512 * 1024)

gsize bayan_block_length (const char *utf8, gsize length_bytes);

G_END_DECLS
