/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the lexicon that mean something else as well: which of a scan's candidates their context speaks
 * against. Private to this room. */
#pragma once

#include "bayan-scan.h"

G_BEGIN_DECLS

typedef struct _BayanHomographs BayanHomographs;

BayanHomographs *bayan_homographs_new (const BayanLexicon *lexicon, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_homographs_free (BayanHomographs *self);
void bayan_homographs_resolve (const BayanHomographs *self, BayanScan *scan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanHomographs, bayan_homographs_free)

G_END_DECLS
