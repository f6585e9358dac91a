/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-pane-private.h"

#include "bayan-part-actions.h"
#include "bayan-relation-actions.h"

static guint
count_left (BayanReaderPane *self)
{
  const GArray *marks = bayan_reader_view_get_marks (BAYAN_READER_VIEW (self->view))->marks;
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const BayanReaderMark *mark = &g_array_index (marks, BayanReaderMark, i);

      n += mark->status == BAYAN_STATUS_SUGGESTED && !mark->is_part;
    }
  return n;
}

/**
 * bayan_reader_pane_get_current:
 *
 * Returns: (nullable): the mention that keys act on
 */
const BayanMention *
bayan_reader_pane_get_current (BayanReaderPane *self)
{
  gint64 current = bayan_reader_view_get_current (BAYAN_READER_VIEW (self->view));

  return self->reading != NULL && current != 0 ? bayan_reading_find_mention (self->reading, current) : NULL;
}

/* What can be decided now, in the bar. */
void
bayan_reader_pane_update_decisions (BayanReaderPane *self)
{
  BayanDecisions decisions = { 0 };
  BayanCleanSpan span;

  decisions.current = bayan_reader_pane_get_current (self);
  decisions.selecting = bayan_reader_pane_get_selection (self, &span);
  decisions.writable = self->reading != NULL && bayan_desk_get_read_only (self->desk) == NULL;
  decisions.n_left = count_left (self);
  bayan_decision_bar_show (BAYAN_DECISION_BAR (self->decisions), &decisions);
  bayan_relation_actions_update (self);
  bayan_part_actions_update (self);
}

/* What the caret comes to with the keys is what they act on. */
static void
caret_moved_cb (BayanReaderPane *self)
{
  bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), bayan_reader_pane_find_at_caret (self));
}

/**
 * bayan_reader_pane_connect_decisions:
 *
 * The bar follows the text, and the current mention the caret.
 */
void
bayan_reader_pane_connect_decisions (BayanReaderPane *self)
{
  bayan_decision_bar_set_keys (BAYAN_DECISION_BAR (self->decisions), self->keys);
  g_signal_connect_object (self->view, "current-changed", G_CALLBACK (bayan_reader_pane_update_decisions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "move-cursor", G_CALLBACK (caret_moved_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
