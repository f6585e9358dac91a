/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clean text of a statement, and its receipts, from a draft and what is to be changed in it. Private to the
 * room. */
#pragma once

#include "bayan-assembly.h"

G_BEGIN_DECLS

BayanAssembly *bayan_clean_text_write (BayanStatement *statement, const BayanDraft *draft, const GArray *cuts,
                                       const gboolean *restored);

G_END_DECLS
