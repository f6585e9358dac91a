/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-list-difference.h"

/**
 * bayan_list_difference_tell:
 * @model: has the items of @now already
 * @before: (element-type GObject): those that it had; only where they are is looked at
 * @now: (element-type GObject)
 *
 * Emits "items-changed" from the first item that is another one to the last; nothing where all are the same.
 */
void
bayan_list_difference_tell (GListModel *model, const GPtrArray *before, const GPtrArray *now)
{
  guint shorter = MIN (before->len, now->len), start = 0, end = 0;

  while (start < shorter && before->pdata[start] == now->pdata[start])
    start++;
  while (end < shorter - start && before->pdata[before->len - 1 - end] == now->pdata[now->len - 1 - end])
    end++;
  if (before->len != now->len || start < now->len)
    g_list_model_items_changed (model, start, before->len - start - end, now->len - start - end);
}
