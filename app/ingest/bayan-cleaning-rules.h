/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that look at one line after the other. Private to the room. */
#pragma once

#include "bayan-lines.h"

G_BEGIN_DECLS

/* The draft while the rules look at it. Rules see one line after the other, and never one that is cut
 * already. */
typedef struct {
  const BayanDraft *draft;
  const GArray *lines;
  GArray *cuts;
  gboolean cookies_possible;
  guint n_seen;                         /* lines looked at; those that the page itself leaves out are not */
  gboolean menu_sought;                 /* the menu above everything was looked for */
  gboolean after_text;                  /* a line that may be the title was kept already */
  gboolean disclaims_sought, disclaims; /* whether a mail's disclaimer may be in it */
  guint64 own_bytes;                    /* what is no quotation in a mail; 0 if that was not asked yet */
  gboolean after_cookies;               /* the line before was a notice about cookies, or its buttons */
} BayanCleaningPage;

gboolean bayan_cleaning_is_foot (BayanCleaningPage *page, guint first);
guint bayan_cleaning_apply_rules (BayanCleaningPage *page, guint index);

G_END_DECLS
