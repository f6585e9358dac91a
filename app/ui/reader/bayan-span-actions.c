/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-span-actions.h"

#include "bayan-reader-pane-private.h"

/* What is pressed while an act is still being written waits for it: at most so much. */
#define MOST_WAITING 16

static gboolean
move_edge (BayanReaderPane *pane, BayanSpanMove move, BayanCleanSpan *span)
{
  gboolean is_left = move == BAYAN_MOVE_EXTEND_LEFT || move == BAYAN_MOVE_SHRINK_LEFT;
  gboolean extends = move == BAYAN_MOVE_EXTEND_LEFT || move == BAYAN_MOVE_EXTEND_RIGHT;
  BayanSpanEdge edge = is_left == bayan_reader_pane_is_right_to_left (pane, span->start) ? BAYAN_EDGE_END
                                                                                         : BAYAN_EDGE_START;

  return bayan_desk_step_span (bayan_reader_pane_get_desk (pane), edge, extends, span);
}

static const BayanMention *
find_mention (BayanReaderPane *pane, BayanCleanSpan span, BayanMentionType type)
{
  GPtrArray *mentions = bayan_reading_get_mentions (pane->reading);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      if (mention->type == type && mention->status != BAYAN_STATUS_REJECTED
          && bayan_clean_span_equal (mention->span, span))
        return mention;
    }
  return NULL;
}

/* The mention of which the current one becomes a part: the next that begins behind its end. */
static const BayanMention *
find_next (BayanReaderPane *pane, const BayanMention *current)
{
  GPtrArray *mentions = bayan_reading_get_mentions (pane->reading);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      if (mention->status != BAYAN_STATUS_REJECTED && mention->span.start.byte >= current->span.end.byte)
        return mention;
    }
  return NULL;
}

static gboolean
change_mention (BayanReaderPane *pane, BayanSpanMove move)
{
  BayanDesk *desk = bayan_reader_pane_get_desk (pane);
  const BayanMention *current = bayan_reader_pane_get_current (pane);
  const BayanMention *next = current != NULL && move == BAYAN_MOVE_JOIN ? find_next (pane, current) : NULL;
  BayanCleanSpan span;

  if (current == NULL || (move == BAYAN_MOVE_JOIN && next == NULL))
    return FALSE;
  span = current->span;
  if (next != NULL)
    span.end = next->span.end;
  else if (!move_edge (pane, move, &span)
           || (current->more != NULL && span.end.byte >= bayan_mention_get_part (current, 1).start.byte))
    return FALSE;
  pane->moved_type = current->type;
  pane->moved_span = span;
  pane->is_moving = next != NULL ? bayan_desk_join (desk, current->id, next->id)
                                 : bayan_desk_set_span (desk, current->id, span);
  bayan_reader_pane_close_popover (pane);
  return pane->is_moving;
}

static gboolean
change_selection (BayanReaderPane *pane, BayanSpanMove move, BayanCleanSpan span)
{
  if (move == BAYAN_MOVE_JOIN || !move_edge (pane, move, &span))
    return FALSE;
  bayan_reader_pane_select (pane, span);
  return TRUE;
}

static void
move (BayanReaderPane *pane, BayanSpanMove what)
{
  BayanCleanSpan span;
  gboolean done;

  if (pane->is_moving && pane->moves->len < MOST_WAITING)
    {
      g_array_append_val (pane->moves, what);
      return;
    }
  if (pane->reading == NULL)
    return;
  done = bayan_reader_pane_get_selection (pane, &span) ? change_selection (pane, what, span)
                                                       : change_mention (pane, what);
  if (!done)
    gtk_widget_error_bell (GTK_WIDGET (pane));
}

/**
 * bayan_span_actions_take_mentions:
 *
 * The reading has other mentions: the one that was moved is the current one, and what was pressed meanwhile is done.
 */
void
bayan_span_actions_take_mentions (BayanReaderPane *pane)
{
  const BayanMention *moved = pane->is_moving && pane->reading != NULL
                                  ? find_mention (pane, pane->moved_span, pane->moved_type)
                                  : NULL;
  BayanSpanMove what;

  if (moved == NULL)
    return;
  pane->is_moving = FALSE;
  bayan_reader_view_set_current (BAYAN_READER_VIEW (pane->view), moved->id);
  if (pane->moves->len == 0)
    return;
  what = g_array_index (pane->moves, BayanSpanMove, 0);
  g_array_remove_index (pane->moves, 0);
  move (pane, what);
}

/**
 * bayan_span_actions_forget:
 *
 * Nothing is waited for any more: another statement is open, or an act was not kept.
 */
void
bayan_span_actions_forget (BayanReaderPane *pane)
{
  pane->is_moving = FALSE;
  g_array_set_size (pane->moves, 0);
}

static const struct {
  const char *action;
  BayanSpanMove move;
} MOVES[] = {
  { "reader.extend-left", BAYAN_MOVE_EXTEND_LEFT },
  { "reader.extend-right", BAYAN_MOVE_EXTEND_RIGHT },
  { "reader.shrink-left", BAYAN_MOVE_SHRINK_LEFT },
  { "reader.shrink-right", BAYAN_MOVE_SHRINK_RIGHT },
  { "reader.join", BAYAN_MOVE_JOIN },
};

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (MOVES); i++)
    if (g_str_equal (MOVES[i].action, name))
      move (BAYAN_READER_PANE (widget), MOVES[i].move);
}

/**
 * bayan_span_actions_install:
 *
 * Installs the actions on the class of the reader pane.
 */
void
bayan_span_actions_install (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (MOVES); i++)
    gtk_widget_class_install_action (klass, MOVES[i].action, NULL, move_action);
}
