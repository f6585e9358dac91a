/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file that was held back: what is doubtful about it, and how it would be read in an encoding or with the columns
 * that the analyst chooses.
 *
 * Properties
 *   readable   whether there is anything in it to import, as it is chosen now
 */
#pragma once

#include <adwaita.h>

#include "bayan-held-file.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_REVIEW_PAGE (bayan_review_page_get_type ())
G_DECLARE_FINAL_TYPE (BayanReviewPage, bayan_review_page, BAYAN, REVIEW_PAGE, AdwBin)

void bayan_review_page_show (BayanReviewPage *self, BayanHeldFile *held);
gboolean bayan_review_page_get_readable (BayanReviewPage *self);
char *bayan_review_page_describe (BayanHeldFile *held, gboolean with_hints);

G_END_DECLS
