/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What mail puts around a text: headers of what is forwarded, what is answered, signatures, disclaimers. Private to
 * the room. */
#pragma once

#include "bayan-cleaning-rules.h"

G_BEGIN_DECLS

gboolean bayan_cleaning_mail_may_disclaim (BayanCleaningPage *page);
guint bayan_cleaning_rule_mail (BayanCleaningPage *page, guint index, const BayanLineView *view);

G_END_DECLS
