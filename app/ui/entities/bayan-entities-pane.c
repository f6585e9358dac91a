/* SPDX-License-Identifier: GPL-3.0-or-later */
/*   entities of the desk        every BayanEntityItem in scope, by type, most first
 *   └ BayanEntityLines          those that the entry lets through, under their headings
 *     └ GtkSingleSelection      follows an entity, not a line: selected_key says which
 *       └ GtkListView
 */
#include "bayan-entities-pane.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-entity-card.h"
#include "bayan-entity-lines.h"
#include "bayan-entity-row.h"
#include "bayan-row-menu.h"
#include "bayan-list-top.h"

struct _BayanEntitiesPane {
  AdwBin parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;
  BayanEntityLines *lines;
  GtkSingleSelection *selection;
  gboolean following; /* the selection is being set to selected_key: not an act of the analyst */

  GtkSearchEntry *entry;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkListView *list;
  GtkRevealer *card_revealer;
  BayanEntityCard *card; /* its entity is the selected one */
  GMenuModel *entity_menu;
  GtkWidget *popover; /* made when first asked for */
};

enum { PROP_DESK = 1, PROP_SCOPE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BayanEntitiesPane, bayan_entities_pane, ADW_TYPE_BIN)

/* Selection */

static gboolean
names_person (BayanEntitiesPane *self, const char *key)
{
  BayanEntityItem *item = bayan_desk_find_entity (self->desk, key);

  return item != NULL && bayan_entity_item_get_mention_type (item) == BAYAN_MENTION_PERS;
}

static void
select_entity (BayanEntitiesPane *self, const char *key)
{
  bayan_entity_card_set_entity (self->card, key);
  gtk_revealer_set_reveal_child (self->card_revealer, key != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.next-mention", key != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.previous-mention", key != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.filter", key != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.filter-country",
                                 key != NULL && g_str_has_prefix (key, "iso:"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.details",
                                 bayan_desk_can_change_entity (self->desk, key));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.merge",
                                 bayan_desk_can_change_entity (self->desk, key)
                                     && bayan_desk_get_read_only (self->desk) == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.person",
                                 key != NULL && names_person (self, key));
}

/* Lines come, go and move; the same entity stays selected, or the one that it is one with now. */
static void
follow_entity (BayanEntitiesPane *self)
{
  g_autofree char *key = g_strdup (bayan_entity_card_get_entity (self->card));
  guint position = GTK_INVALID_LIST_POSITION;

  if (key != NULL)
    bayan_desk_follow_key (self->desk, &key);
  if (g_strcmp0 (key, bayan_entity_card_get_entity (self->card)) != 0)
    select_entity (self, key);
  if (key != NULL && bayan_desk_find_entity (self->desk, key) == NULL)
    select_entity (self, NULL);
  else if (key != NULL)
    bayan_entity_lines_find (self->lines, key, &position);
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
}

static void
selected_cb (BayanEntitiesPane *self)
{
  GObject *line = gtk_single_selection_get_selected_item (self->selection);

  if (self->following || !BAYAN_IS_ENTITY_ITEM (line))
    return;
  select_entity (self, bayan_entity_item_get_key (BAYAN_ENTITY_ITEM (line)));
  bayan_entity_card_step (self->card, 1);
}

static void
toggle_group (BayanEntitiesPane *self, BayanEntityGroup *group)
{
  self->following = TRUE;
  bayan_entity_lines_set_folded (self->lines, group, !bayan_entity_group_get_folded (group));
  self->following = FALSE;
  follow_entity (self);
}

static void
row_activated_cb (BayanEntitiesPane *self, guint position)
{
  g_autoptr (GObject) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  if (BAYAN_IS_ENTITY_GROUP (line))
    toggle_group (self, BAYAN_ENTITY_GROUP (line));
  else
    bayan_entity_card_step (self->card, 1);
}

/* The menu of a row */

static void
open_menu_at (BayanEntitiesPane *self, GtkWidget *row)
{
  if (self->popover == NULL)
    self->popover = bayan_row_menu_new (GTK_WIDGET (self), self->entity_menu);
  bayan_row_menu_open (self->popover, row);
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanEntitiesPane *self = BAYAN_ENTITIES_PANE (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (bayan_entity_card_get_entity (self->card) != NULL)
    open_menu_at (self, row != NULL ? row : GTK_WIDGET (self->list));
}

/* Rows */

static void
heading_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, BayanEntitiesPane *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GObject *line = bayan_entity_row_get_line (BAYAN_ENTITY_ROW (row));

  if (!BAYAN_IS_ENTITY_GROUP (line))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  toggle_group (self, BAYAN_ENTITY_GROUP (line));
}

static void
select_row (BayanEntitiesPane *self, BayanEntityItem *item)
{
  select_entity (self, bayan_entity_item_get_key (item));
  follow_entity (self);
}

static void
ctrl_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, BayanEntitiesPane *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GObject *line = bayan_entity_row_get_line (BAYAN_ENTITY_ROW (row));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!BAYAN_IS_ENTITY_ITEM (line) || (state & GDK_CONTROL_MASK) == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  select_row (self, BAYAN_ENTITY_ITEM (line));
  gtk_widget_activate_action (GTK_WIDGET (self), "entities.filter", NULL);
}

static void
secondary_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, BayanEntitiesPane *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GObject *line = bayan_entity_row_get_line (BAYAN_ENTITY_ROW (row));

  if (!BAYAN_IS_ENTITY_ITEM (line))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  select_row (self, BAYAN_ENTITY_ITEM (line));
  open_menu_at (self, row);
}

static void
add_click (BayanEntitiesPane *self, GtkWidget *row, guint button, GtkPropagationPhase phase,
           GCallback pressed)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), phase);
  g_signal_connect_object (click, "pressed", pressed, self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanEntitiesPane *self)
{
  GtkWidget *row = bayan_entity_row_new ();

  add_click (self, row, GDK_BUTTON_PRIMARY, GTK_PHASE_BUBBLE, G_CALLBACK (heading_pressed_cb));
  add_click (self, row, GDK_BUTTON_PRIMARY, GTK_PHASE_CAPTURE, G_CALLBACK (ctrl_clicked_cb));
  add_click (self, row, GDK_BUTTON_SECONDARY, GTK_PHASE_BUBBLE, G_CALLBACK (secondary_clicked_cb));
  gtk_list_item_set_child (list_item, row);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanEntitiesPane *self)
{
  GObject *line = gtk_list_item_get_item (list_item);

  bayan_entity_row_show (BAYAN_ENTITY_ROW (gtk_list_item_get_child (list_item)), self->lines, line);
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, BayanEntitiesPane *self)
{
  bayan_entity_row_show (BAYAN_ENTITY_ROW (gtk_list_item_get_child (list_item)), self->lines, NULL);
}

/* What the desk says */

static void
describe_nothing (BayanEntitiesPane *self)
{
  gboolean narrowed = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  gboolean no_statement = bayan_desk_get_scope (self->desk) == BAYAN_SCOPE_STATEMENT
                          && bayan_desk_get_selected (self->desk) == 0;

  adw_status_page_set_icon_name (self->nothing, narrowed ? "edit-find-symbolic" : "bayan-names-symbolic");
  if (narrowed)
    adw_status_page_set_title (self->nothing, _ ("No Such Name"));
  else if (no_statement)
    adw_status_page_set_title (self->nothing, _ ("No Statement Open"));
  else
    adw_status_page_set_title (self->nothing, _ ("Nothing Named Yet"));
  adw_status_page_set_description (
      self->nothing,
      no_statement && !narrowed ? _ ("Choose one from the list to see whom and what it names.") : NULL);
}

static void
show_page (BayanEntitiesPane *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->lines)) == 0
                   && bayan_desk_get_counted (self->desk);

  if (empty)
    describe_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "list");
}

static void
desk_updated_cb (BayanEntitiesPane *self)
{
  bayan_entity_lines_refresh (self->lines);
  follow_entity (self);
  bayan_entity_card_refresh (self->card);
  show_page (self);
}

static void
scope_changed_cb (BayanEntitiesPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
  desk_updated_cb (self);
}

static void
words_changed_cb (BayanEntitiesPane *self)
{
  self->following = TRUE;
  bayan_entity_lines_set_words (self->lines, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  self->following = FALSE;
  follow_entity (self);
  show_page (self);
}

static void
words_stopped_cb (BayanEntitiesPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Actions */

static void
next_mention_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_entity_card_step (BAYAN_ENTITIES_PANE (widget)->card, 1);
}

static void
previous_mention_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bayan_entity_card_step (BAYAN_ENTITIES_PANE (widget)->card, -1);
}

/* An action of the window, for the entity that is selected */
static void
activate_of_entity (BayanEntitiesPane *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", bayan_entity_card_get_entity (self->card));
}

static void
filter_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_of_entity (BAYAN_ENTITIES_PANE (widget), "win.filter-entity");
}

static void
filter_country_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *key = bayan_entity_card_get_entity (BAYAN_ENTITIES_PANE (widget)->card);

  gtk_widget_activate_action (widget, "win.filter-country", "s", key + strlen ("iso:"));
}

static void
person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_of_entity (BAYAN_ENTITIES_PANE (widget), "win.show-person");
}

static void
details_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_of_entity (BAYAN_ENTITIES_PANE (widget), "win.show-entity");
}

static void
merge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_of_entity (BAYAN_ENTITIES_PANE (widget), "win.merge-entity");
}

static void
unselect_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanEntitiesPane *self = BAYAN_ENTITIES_PANE (widget);

  select_entity (self, NULL);
  follow_entity (self);
}

/* Life */

static void
connect_desk (BayanEntitiesPane *self)
{
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::scope", G_CALLBACK (scope_changed_cb), self);
  g_signal_group_set_target (self->desk_signals, self->desk);
}

static void
bayan_entities_pane_constructed (GObject *object)
{
  BayanEntitiesPane *self = BAYAN_ENTITIES_PANE (object);

  G_OBJECT_CLASS (bayan_entities_pane_parent_class)->constructed (object);
  self->lines = bayan_entity_lines_new (bayan_desk_get_entities (self->desk));
  bayan_entity_card_set_desk (self->card, self->desk);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->lines));
  connect_desk (self);
  select_entity (self, NULL);
  desk_updated_cb (self);
}

static void
bayan_entities_pane_dispose (GObject *object)
{
  BayanEntitiesPane *self = BAYAN_ENTITIES_PANE (object);

  g_clear_object (&self->desk_signals);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_entities_pane_parent_class)->dispose (object);
}

static void
bayan_entities_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BayanEntitiesPane *self = BAYAN_ENTITIES_PANE (widget);

  GTK_WIDGET_CLASS (bayan_entities_pane_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
bayan_entities_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanEntitiesPane *self = BAYAN_ENTITIES_PANE (object);

  switch (id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_SCOPE:
      g_value_set_static_string (
          value, bayan_desk_get_scope (self->desk) == BAYAN_SCOPE_LIBRARY ? "library" : "statement");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bayan_entities_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BayanEntitiesPane *self = BAYAN_ENTITIES_PANE (object);

  switch (id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_SCOPE:
      bayan_desk_set_scope (self->desk, g_strcmp0 (g_value_get_string (value), "library") == 0
                                            ? BAYAN_SCOPE_LIBRARY
                                            : BAYAN_SCOPE_STATEMENT);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BAYAN_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                   | G_PARAM_STATIC_STRINGS);
  /* The desk's, as a word: the state of the action entities.scope */
  properties[PROP_SCOPE] = g_param_spec_string (
      "scope", NULL, NULL, "statement", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "entities.scope", "scope");
  gtk_widget_class_install_action (widget_class, "entities.next-mention", NULL, next_mention_cb);
  gtk_widget_class_install_action (widget_class, "entities.previous-mention", NULL, previous_mention_cb);
  gtk_widget_class_install_action (widget_class, "entities.filter", NULL, filter_cb);
  gtk_widget_class_install_action (widget_class, "entities.filter-country", NULL, filter_country_cb);
  gtk_widget_class_install_action (widget_class, "entities.person", NULL, person_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "entities.person", NULL);
  gtk_widget_class_install_action (widget_class, "entities.details", NULL, details_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "entities.details", NULL);
  gtk_widget_class_install_action (widget_class, "entities.merge", NULL, merge_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "entities.merge", NULL);
  gtk_widget_class_install_action (widget_class, "entities.unselect", NULL, unselect_cb);
  gtk_widget_class_install_action (widget_class, "entities.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "entities.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "entities.menu", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BAYAN_TYPE_ENTITY_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/entities/bayan-entities-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanEntitiesPane, entry);
  gtk_widget_class_bind_template_child (widget_class, BayanEntitiesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanEntitiesPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, BayanEntitiesPane, list);
  gtk_widget_class_bind_template_child (widget_class, BayanEntitiesPane, card_revealer);
  gtk_widget_class_bind_template_child (widget_class, BayanEntitiesPane, card);
  gtk_widget_class_bind_template_child (widget_class, BayanEntitiesPane, entity_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_stopped_cb);
}

static void
bayan_entities_pane_class_init (BayanEntitiesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bayan_entities_pane_constructed;
  object_class->dispose = bayan_entities_pane_dispose;
  object_class->get_property = bayan_entities_pane_get_property;
  object_class->set_property = bayan_entities_pane_set_property;
  widget_class->size_allocate = bayan_entities_pane_size_allocate;
  install_properties (object_class);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
bayan_entities_pane_init (BayanEntitiesPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, 0);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  bayan_list_top_keep (self->list);
}

/**
 * bayan_entities_pane_focus_entry:
 *
 * Puts the keyboard into the entry that narrows the list.
 */
void
bayan_entities_pane_focus_entry (BayanEntitiesPane *self)
{
  g_return_if_fail (BAYAN_IS_ENTITIES_PANE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
