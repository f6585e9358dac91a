/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-acts-popover.h"

#include "bayan-act-list.h"
#include "bayan-act-row.h"
#include "bayan-reader-actions.h"

struct _BayanActsPopover {
  GtkPopover parent_instance;

  BayanDesk *desk;
  gint64 id;          /* of the statement that is shown */
  BayanActList *list; /* while it is open; NULL else: nobody looks, nothing is looked for */

  GtkStack *stack;
  GtkListView *acts;
};

G_DEFINE_FINAL_TYPE (BayanActsPopover, bayan_acts_popover, GTK_TYPE_POPOVER)

/* What is listed */

static void
show_page (BayanActsPopover *self)
{
  gboolean has_acts = g_list_model_get_n_items (bayan_act_list_get_items (self->list)) > 0;
  gboolean loading = bayan_act_list_get_loading (self->list);

  gtk_stack_set_visible_child_name (self->stack, has_acts ? "acts" : loading ? "loading" : "nothing");
  /* They can be gone through by key at once. */
  if (has_acts && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->acts));
}

static void
take_list (BayanActsPopover *self, BayanActList *list)
{
  g_autoptr (GtkNoSelection) model =
      list != NULL ? gtk_no_selection_new (g_object_ref (bayan_act_list_get_items (list))) : NULL;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  gtk_list_view_set_model (self->acts, GTK_SELECTION_MODEL (model));
  if (list == NULL)
    return;
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  show_page (self);
}

/**
 * bayan_acts_popover_prepare:
 *
 * To be called before it pops up: what it lists is looked for from now until it closes.
 */
void
bayan_acts_popover_prepare (BayanActsPopover *self)
{
  g_autoptr (BayanActList) list = NULL;

  g_return_if_fail (BAYAN_IS_ACTS_POPOVER (self));

  if (self->desk == NULL || self->list != NULL)
    return;
  list = bayan_act_list_new (self->desk);
  take_list (self, list);
}

/**
 * bayan_acts_popover_show:
 * @desk: whose reading is shown
 */
void
bayan_acts_popover_show (BayanActsPopover *self, BayanDesk *desk)
{
  BayanReading *reading = bayan_desk_get_reading (desk);

  g_return_if_fail (BAYAN_IS_ACTS_POPOVER (self));

  g_set_object (&self->desk, desk);
  if (reading == NULL || bayan_reading_get_id (reading) != self->id)
    gtk_popover_popdown (GTK_POPOVER (self));
  self->id = reading != NULL ? bayan_reading_get_id (reading) : 0;
}

static void
closed_cb (BayanActsPopover *self)
{
  take_list (self, NULL);
}

static void
mapped_cb (BayanActsPopover *self)
{
  if (self->list != NULL)
    show_page (self);
}

/* What is done in it */

static void
row_activated_cb (BayanActsPopover *self, guint position)
{
  g_autoptr (BayanActItem) item = g_list_model_get_item (bayan_act_list_get_items (self->list), position);
  BayanCleanSpan place;

  if (item == NULL)
    return;
  place = bayan_act_item_get_facts (item)->place;
  /* Closing it brings the focus back to where it was: the text takes it after that. */
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "reader.show-place", "(uu)", place.start.byte,
                              place.end.byte);
}

static void
judge (BayanActsPopover *self, BayanActRow *row, BayanMentionStatus status)
{
  if (self->list != NULL && bayan_act_row_get_item (row) != NULL)
    bayan_act_list_judge (self->list, bayan_act_row_get_item (row), status);
}

static void
row_judged_cb (BayanActsPopover *self, guint status, BayanActRow *row)
{
  judge (self, row, status);
}

/* The row that has the focus is inside it. */
static BayanActRow *
get_focus_row (BayanActsPopover *self)
{
  GtkWidget *list_item = gtk_widget_get_focus_child (GTK_WIDGET (self->acts));
  GtkWidget *row = list_item != NULL ? gtk_widget_get_first_child (list_item) : NULL;

  return BAYAN_IS_ACT_ROW (row) ? BAYAN_ACT_ROW (row) : NULL;
}

/* The keys that decide a mention in the text decide an act here. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                BayanActsPopover *self)
{
  guint key = bayan_reader_actions_get_latin_key (controller, keyval, keycode, state);
  BayanActRow *row = get_focus_row (self);

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || (key != GDK_KEY_y && key != GDK_KEY_x && key != GDK_KEY_Delete))
    return GDK_EVENT_PROPAGATE;
  judge (self, row, key == GDK_KEY_y ? BAYAN_STATUS_CONFIRMED : BAYAN_STATUS_REJECTED);
  return GDK_EVENT_STOP;
}

/* Rows */

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanActsPopover *self)
{
  GtkWidget *row = bayan_act_row_new ();

  g_signal_connect_object (row, "judged", G_CALLBACK (row_judged_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_act_row_set_item (BAYAN_ACT_ROW (gtk_list_item_get_child (list_item)),
                          gtk_list_item_get_item (list_item));
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_act_row_set_item (BAYAN_ACT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* Life */

static void
bayan_acts_popover_dispose (GObject *object)
{
  BayanActsPopover *self = BAYAN_ACTS_POPOVER (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_acts_popover_parent_class)->dispose (object);
}

static void
bayan_acts_popover_class_init (BayanActsPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_acts_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-acts-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanActsPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanActsPopover, acts);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bayan_acts_popover_init (BayanActsPopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbound_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->acts), keys);
  gtk_list_view_set_factory (self->acts, factory);
  g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
}
