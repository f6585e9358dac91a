/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list model says when its items have become others: one splice, of the part that is different. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void bayan_list_difference_tell (GListModel *model, const GPtrArray *before, const GPtrArray *now);

G_END_DECLS
