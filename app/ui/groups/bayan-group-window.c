/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-group-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-group-card.h"
#include "bayan-group-words.h"

struct _BayanGroupWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  GSignalGroup *desk_signals;
  gint64 group;          /* the one that is shown; 0 for none */
  gboolean stepping;     /* through the proposals: one that is decided makes room for the next */
  GCancellable *loading; /* nullable */

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *cards;
  GtkLabel *state;
  GtkWidget *buttons;
  GtkWidget *confirm_button;
};

G_DEFINE_FINAL_TYPE (BayanGroupWindow, bayan_group_window, ADW_TYPE_WINDOW)

/* Which group */

/* The place of the group among those to look at, from 0; their number where it is none of them. */
static guint
find_place (GPtrArray *proposals, gint64 group)
{
  guint place = 0;

  while (place < proposals->len && ((const BayanStatementGroup *) proposals->pdata[place])->id != group)
    place++;
  return place;
}

/* The first proposal behind the group by number; the first of all where there is none. 0 where there are none. */
static gint64
find_next (BayanDesk *desk, gint64 group)
{
  g_autoptr (GPtrArray) proposals = bayan_desk_get_groups (desk, BAYAN_GROUP_PROPOSED);

  for (guint i = 0; i < proposals->len; i++)
    if (((const BayanStatementGroup *) proposals->pdata[i])->id > group)
      return ((const BayanStatementGroup *) proposals->pdata[i])->id;
  return proposals->len > 0 ? ((const BayanStatementGroup *) proposals->pdata[0])->id : 0;
}

static gint64
find_previous (BayanDesk *desk, gint64 group)
{
  g_autoptr (GPtrArray) proposals = bayan_desk_get_groups (desk, BAYAN_GROUP_PROPOSED);

  for (guint i = proposals->len; i > 0; i--)
    if (((const BayanStatementGroup *) proposals->pdata[i - 1])->id < group)
      return ((const BayanStatementGroup *) proposals->pdata[i - 1])->id;
  return proposals->len > 0 ? ((const BayanStatementGroup *) proposals->pdata[proposals->len - 1])->id : 0;
}

/* Showing it */

static void
clear_cards (BayanGroupWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
}

static void
open_cb (BayanGroupCard *card, BayanGroupWindow *self)
{
  bayan_desk_select_statement (self->desk, bayan_group_card_get_statement (card));
  gtk_window_present (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

static void
take_out_cb (BayanGroupCard *card, BayanGroupWindow *self)
{
  bayan_desk_take_out_of_group (self->desk, self->group, bayan_group_card_get_statement (card));
}

static void
show_view (BayanGroupWindow *self, const BayanGroupView *view)
{
  clear_cards (self);
  for (guint i = 0; i < view->members->len; i++)
    {
      const BayanGroupMember *member = view->members->pdata[i];
      BayanStatementItem *item = bayan_desk_find_statement (self->desk, member->statement);
      GtkWidget *card;

      if (item == NULL)
        continue;
      card = bayan_group_card_new (item, member, i == 0, view->first_known);
      g_signal_connect_object (card, "open", G_CALLBACK (open_cb), self, 0);
      g_signal_connect_object (card, "take-out", G_CALLBACK (take_out_cb), self, 0);
      gtk_box_append (self->cards, card);
    }
}

static void
viewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanGroupWindow) self = data;
  g_autoptr (BayanGroupView) view = bayan_desk_view_group_finish (BAYAN_DESK (source), result, NULL);

  if (view == NULL || self->desk == NULL || view->group != self->group)
    return;
  g_clear_object (&self->loading);
  show_view (self, view);
}

static void
stop_loading (BayanGroupWindow *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
show_place (BayanGroupWindow *self, const BayanStatementGroup *group)
{
  g_autoptr (GPtrArray) proposals = bayan_desk_get_groups (self->desk, BAYAN_GROUP_PROPOSED);
  guint place = find_place (proposals, self->group);
  g_autofree char *words = NULL;

  if (group == NULL)
    words = g_strdup ("");
  else if (place < proposals->len)
    words = g_strdup_printf (_ ("%u of %u to look at"), place + 1, proposals->len);
  else
    words = g_strdup (_ ("Confirmed"));
  adw_window_title_set_title (self->title,
                              group != NULL ? bayan_group_words_kind (group->kind) : _ ("Groups"));
  adw_window_title_set_subtitle (self->title, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "groups.next", proposals->len > (place < proposals->len));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "groups.previous",
                                 proposals->len > (place < proposals->len));
}

static void
show_state (BayanGroupWindow *self, const BayanStatementGroup *group)
{
  gboolean proposed = group != NULL && group->state == BAYAN_GROUP_PROPOSED;
  gboolean writable = bayan_desk_get_read_only (self->desk) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "groups.confirm", proposed && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "groups.split", group != NULL && writable);
  gtk_widget_set_visible (self->confirm_button, proposed);
  if (group != NULL && group->kind == BAYAN_GROUP_DUPLICATE)
    gtk_label_set_label (self->state,
                         proposed ? _ ("Are these one text?") : _ ("You confirmed that these are one text."));
  else
    gtk_label_set_label (self->state, proposed ? _ ("Do these tell of one event?")
                                               : _ ("You confirmed that these tell of one event."));
}

static void
show_group (BayanGroupWindow *self, gint64 id)
{
  const BayanStatementGroup *group = bayan_desk_get_group (self->desk, id);
  gboolean is_other = id != self->group;

  stop_loading (self);
  self->group = group != NULL ? id : 0;
  show_place (self, group);
  show_state (self, group);
  gtk_widget_set_visible (self->buttons, group != NULL);
  gtk_stack_set_visible_child_name (self->stack, group != NULL ? "group" : "nothing");
  if (group == NULL)
    {
      clear_cards (self);
      return;
    }
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->loading = g_cancellable_new ();
  bayan_desk_view_group_async (self->desk, id, self->loading, viewed_cb, g_object_ref (self));
}

static void
groups_changed_cb (BayanGroupWindow *self)
{
  const BayanStatementGroup *group = bayan_desk_get_group (self->desk, self->group);

  if (group == NULL || (self->stepping && group->state != BAYAN_GROUP_PROPOSED))
    show_group (self, find_next (self->desk, self->group));
  else
    show_group (self, self->group);
}

/* Actions */

static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanGroupWindow *self = BAYAN_GROUP_WINDOW (widget);
  gboolean forwards = g_str_equal (action, "groups.next");

  self->stepping = TRUE;
  show_group (self, forwards ? find_next (self->desk, self->group) : find_previous (self->desk, self->group));
}

static void
confirm_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_desk_confirm_group (BAYAN_GROUP_WINDOW (widget)->desk, BAYAN_GROUP_WINDOW (widget)->group);
}

static void
split_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_desk_split_group (BAYAN_GROUP_WINDOW (widget)->desk, BAYAN_GROUP_WINDOW (widget)->group);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_desk_undo (BAYAN_GROUP_WINDOW (widget)->desk);
}

/* Life */

static void
bayan_group_window_dispose (GObject *object)
{
  BayanGroupWindow *self = BAYAN_GROUP_WINDOW (object);

  stop_loading (self);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_group_window_parent_class)->dispose (object);
}

static void
bayan_group_window_class_init (BayanGroupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_group_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/groups/bayan-group-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanGroupWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupWindow, cards);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupWindow, state);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupWindow, buttons);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupWindow, confirm_button);
  gtk_widget_class_install_action (widget_class, "groups.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "groups.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "groups.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "groups.split", NULL, split_cb);
  gtk_widget_class_install_action (widget_class, "groups.undo", NULL, undo_cb);
}

static void
bayan_group_window_init (BayanGroupWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_group_window_new:
 * @parent: the window beside which it opens
 * @group: the group to show; 0 to step through those that are proposed
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_group_window_new (GtkWindow *parent, BayanDesk *desk, gint64 group)
{
  BayanGroupWindow *self = g_object_new (BAYAN_TYPE_GROUP_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  self->stepping = group == 0;
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "groups-changed", G_CALLBACK (groups_changed_cb), self);
  g_signal_group_set_target (self->desk_signals, desk);
  show_group (self, group != 0 ? group : find_next (desk, 0));
  return GTK_WIDGET (self);
}
