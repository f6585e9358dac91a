/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a statement that is not in the library yet: as it would be read, with what is doubtful marked. */
#pragma once

#include <adwaita.h>

#include "bayan-statement.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_TEXT_PREVIEW (bayan_text_preview_get_type ())
G_DECLARE_FINAL_TYPE (BayanTextPreview, bayan_text_preview, BAYAN, TEXT_PREVIEW, AdwBin)

void bayan_text_preview_show (BayanTextPreview *self, const BayanStatement *statement);

G_END_DECLS
