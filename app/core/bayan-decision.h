/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A suggestion that the analyst decided on, and whether it was right. */
#pragma once

#include "bayan-mention.h"

G_BEGIN_DECLS

typedef struct {
  gint64 done_at;        /* seconds since 1970 */
  BayanMentionType type; /* what was suggested */
  gboolean is_right;     /* it is confirmed, and as that type */
} BayanDecision;

G_END_DECLS
