/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters written as "&#1593;" where that is not read as a letter. Private to the room. */
#pragma once

#include "bayan-mapped-text.h"

G_BEGIN_DECLS

gboolean bayan_references_need_repair (const BayanMappedText *text, gboolean html);
BayanMappedText *bayan_references_repair (const BayanMappedText *text, gboolean html);

G_END_DECLS
