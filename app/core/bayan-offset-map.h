/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each byte of clean text came from in the raw bytes.
 *
 * The map is a list of runs. A run is @count equal units, each @clean_step bytes of clean text made from
 * @raw_step bytes of the source: plain UTF-8 is one run of 1:1 units, Arabic letters from Windows-1256 are
 * runs of 2:1, an HTML entity is one unit of 1:n. Between two runs raw bytes may be left out (a removed
 * region), clean bytes never: what cleaning adds (a paragraph break) is a unit with a raw_step of 0.
 *
 * Invariants: runs are sorted in both coordinates, the first begins at clean byte 0, each begins where the
 * one before it ends in clean text and not before it ends in raw bytes.
 */
#pragma once

#include "bayan-position.h"

G_BEGIN_DECLS

typedef struct _BayanOffsetMap BayanOffsetMap;

BayanOffsetMap *bayan_offset_map_new (void);
BayanOffsetMap *bayan_offset_map_ref (BayanOffsetMap *self);
void bayan_offset_map_unref (BayanOffsetMap *self);

/* Building, from front to back */
void bayan_offset_map_append (BayanOffsetMap *self, BayanRawPos raw, guint32 clean_step, guint32 raw_step,
                              guint32 count);
void bayan_offset_map_append_slice (BayanOffsetMap *self, const BayanOffsetMap *other, BayanCleanSpan span);

/* Asking */
guint32 bayan_offset_map_get_clean_length (const BayanOffsetMap *self);
BayanRawSpan bayan_offset_map_to_raw (const BayanOffsetMap *self, BayanCleanSpan span);
gboolean bayan_offset_map_to_clean (const BayanOffsetMap *self, BayanRawPos raw, BayanCleanPos *clean);

/* Keeping */
GBytes *bayan_offset_map_to_bytes (const BayanOffsetMap *self);
BayanOffsetMap *bayan_offset_map_new_from_bytes (GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanOffsetMap, bayan_offset_map_unref)

G_END_DECLS
