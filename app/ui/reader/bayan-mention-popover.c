/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mention-popover.h"

#include <glib/gi18n.h>

#include "bayan-explanation.h"
#include "bayan-label-style.h"
#include "bayan-language.h"
#include "bayan-place-words.h"
#include "bayan-relation-list.h"
#include "bayan-type-dot.h"
#include "bayan-type-style.h"

struct _BayanMentionPopover {
  GtkPopover parent_instance;

  GtkWidget *stack_box;
  GtkWidget *dot;
  GtkWidget *type_label, *status_label, *name_label, *place_label, *value_label, *why_label, *note_label;
  GtkWidget *relations; /* a BayanRelationList */
  GtkWidget *confirm_button, *reject_button, *same_button, *person_button, *type_button, *note_button,
      *relate_button, *part_button;
  guint labels_serial; /* of the code book in the menu */
};

G_DEFINE_FINAL_TYPE (BayanMentionPopover, bayan_mention_popover, GTK_TYPE_POPOVER)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The labels of the code book, beside which a mention keeps its type; then the types */
static GMenuModel *
create_type_menu (GPtrArray *labels)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new (), types = g_menu_new ();

  for (guint i = 0; i < labels->len; i++)
    {
      const BayanOwnLabel *label = labels->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", label->name);
      g_menu_item_set_action_and_target (item, "reader.mark", "x", label->id);
      g_menu_append_item (own, item);
    }

  for (guint type = 0; type < BAYAN_MENTION_N_SUGGESTED; type++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (bayan_type_style_get_name (type), NULL);
      g_menu_item_set_action_and_target (item, "reader.change-type", "s",
                                         bayan_mention_type_to_string (type));
      g_menu_append_item (types, item);
    }
  if (labels->len > 0)
    g_menu_append_section (menu, _ ("Code Book"), G_MENU_MODEL (own));
  g_menu_append_section (menu, labels->len > 0 ? _ ("Types") : NULL, G_MENU_MODEL (types));
  return G_MENU_MODEL (menu);
}

static void
bayan_mention_popover_class_init (BayanMentionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BAYAN_TYPE_TYPE_DOT);
  g_type_ensure (BAYAN_TYPE_RELATION_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/reader/bayan-mention-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, stack_box);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, dot);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, type_label);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, status_label);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, name_label);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, place_label);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, value_label);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, why_label);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, reject_button);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, person_button);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, note_label);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, same_button);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, note_button);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, relate_button);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, part_button);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, relations);
  gtk_widget_class_bind_template_child (widget_class, BayanMentionPopover, type_button);

  signals[CHOSEN] = g_signal_new ("chosen", BAYAN_TYPE_MENTION_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
bayan_mention_popover_init (BayanMentionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->labels_serial = G_MAXUINT;
}

BayanMentionPopover *
bayan_mention_popover_new (void)
{
  return g_object_new (BAYAN_TYPE_MENTION_POPOVER, NULL);
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static char *
describe_entity (BayanDesk *desk, const BayanMention *mention)
{
  BayanEntityItem *item = mention->entity_key != NULL ? bayan_desk_find_entity (desk, mention->entity_key)
                                                      : NULL;
  const BayanEntity *entity = item != NULL ? bayan_entity_item_get_entity (item) : NULL;

  if (entity == NULL)
    return NULL;
  if (entity->name_ar != NULL && entity->name_en != NULL)
    return g_strdup_printf ("%s\n%s", entity->name_ar, entity->name_en);
  return g_strdup (entity->name_ar != NULL ? entity->name_ar : entity->name_en);
}

/* Leads to the page of the person, or of who held the office then: whose name it says. */
static void
show_person (BayanMentionPopover *self, BayanDesk *desk, const BayanMention *mention)
{
  g_autofree char *name_ar = NULL, *name_en = NULL;
  g_autofree char *key = bayan_desk_find_person (desk, mention->id, &name_ar, &name_en);
  const char *name = name_en == NULL || (bayan_language_is_arabic () && name_ar != NULL) ? name_ar : name_en;
  g_autofree char *apart = bayan_language_isolate (name != NULL ? name : "");
  /* Translators: who held an office when a statement was published; the button leads to more about the person */
  g_autofree char *held = g_strdup_printf (_ ("Held Then by %s"), apart);

  gtk_widget_set_visible (self->person_button, key != NULL);
  if (mention->type == BAYAN_MENTION_PERS)
    gtk_button_set_label (GTK_BUTTON (self->person_button), _ ("_About This Person"));
  else
    gtk_button_set_label (GTK_BUTTON (self->person_button), held);
  gtk_button_set_use_underline (GTK_BUTTON (self->person_button), mention->type == BAYAN_MENTION_PERS);
}

static void
show_menu (BayanMentionPopover *self, BayanDesk *desk)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (self->labels_serial == bayan_desk_get_labels_serial (desk))
    return;
  self->labels_serial = bayan_desk_get_labels_serial (desk);
  menu = create_type_menu (bayan_desk_get_labels (desk));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->type_button), menu);
}

static void
show_note (BayanMentionPopover *self, BayanDesk *desk, const BayanMention *mention)
{
  const BayanNote *note = bayan_desk_find_note (desk, BAYAN_NOTE_OF_MENTION, mention->id);

  set_text (self->note_label, note != NULL ? note->text : NULL);
  gtk_button_set_label (GTK_BUTTON (self->note_button), note != NULL ? _ ("_Note…") : _ ("Add a _Note…"));
}

/* What has a label of the code book can only lose it: nothing of it was suggested. */
static void
show_dot (BayanMentionPopover *self, BayanDesk *desk, const BayanMention *mention)
{
  const BayanOwnLabel *label = mention->type == BAYAN_MENTION_OWN ? bayan_desk_find_label (desk, mention->entity_key)
                                                                  : NULL;
  gboolean is_own = mention->type == BAYAN_MENTION_OWN;

  bayan_type_dot_set_mention_type (BAYAN_TYPE_DOT (self->dot), mention->type);
  if (label != NULL)
    bayan_type_dot_set_colour (BAYAN_TYPE_DOT (self->dot), label->colour);
  set_text (self->type_label, bayan_label_style_get_name (desk, mention->type, mention->entity_key));
  set_text (self->name_label, label != NULL ? label->description : NULL);
  gtk_button_set_label (GTK_BUTTON (self->reject_button), is_own ? _ ("_Take the Label Off") : _ ("_Reject"));
  gtk_widget_set_tooltip_text (self->reject_button, is_own ? _ ("Take the Label Off (X)") : _ ("Reject (X)"));
}

/**
 * bayan_mention_popover_show_mention:
 *
 * Shows @mention. Does not pop up.
 */
void
bayan_mention_popover_show_mention (BayanMentionPopover *self, BayanDesk *desk, const BayanMention *mention)
{
  const BayanEntity *entity = bayan_desk_get_entity (desk, mention->entity_key);
  g_autofree char *names = describe_entity (desk, mention);
  g_autofree char *place = entity != NULL ? bayan_place_words_tell (entity) : NULL;
  g_autofree char *why = bayan_explanation_of_mention (mention);
  gboolean writable = bayan_desk_get_read_only (desk) == NULL;

  show_menu (self, desk);
  show_dot (self, desk, mention);
  show_note (self, desk, mention);
  set_text (self->status_label,
            mention->type != BAYAN_MENTION_OWN ? bayan_explanation_get_status (mention->status) : NULL);
  if (mention->type != BAYAN_MENTION_OWN)
    set_text (self->name_label, names);
  set_text (self->place_label, place);
  set_text (self->value_label, mention->value);
  set_text (self->why_label, why);
  show_person (self, desk, mention);
  bayan_relation_list_show (BAYAN_RELATION_LIST (self->relations), desk, mention->id);
  gtk_widget_set_visible (self->relate_button, writable && mention->type != BAYAN_MENTION_OWN);
  gtk_widget_set_visible (self->part_button, writable);
  gtk_widget_set_visible (self->same_button, mention->type != BAYAN_MENTION_OWN && mention->more == NULL);
  gtk_widget_set_visible (self->confirm_button, mention->status != BAYAN_STATUS_CONFIRMED);
  gtk_widget_set_sensitive (self->type_button, writable);
}

/* Returns: whether the focus is on a suggested relation, which is decided on instead of the mention */
gboolean
bayan_mention_popover_decide (BayanMentionPopover *self, BayanMentionStatus status)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self))
         && bayan_relation_list_decide (BAYAN_RELATION_LIST (self->relations), status);
}

/**
 * bayan_mention_popover_focus_decision:
 *
 * Puts the focus where Return says yes: on Confirm, or on Reject where that is all that is left to decide.
 */
void
bayan_mention_popover_focus_decision (BayanMentionPopover *self)
{
  gtk_widget_grab_focus (gtk_widget_get_visible (self->confirm_button) ? self->confirm_button
                                                                       : self->reject_button);
}

typedef struct {
  BayanMentionPopover *popover;
  gint64 mention;
} Choice;

static void
stack_toggled_cb (GtkToggleButton *button, Choice *choice)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (choice->popover, signals[CHOSEN], 0, choice->mention);
}

static void
free_choice (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
add_choice (BayanMentionPopover *self, BayanDesk *desk, const BayanMention *mention)
{
  g_autofree char *text = bayan_reading_dup_words (bayan_desk_get_reading (desk), mention);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text), *dot = bayan_type_dot_new (mention->type);
  const BayanOwnLabel *own = bayan_desk_find_label (desk, mention->entity_key);
  Choice *choice = g_new (Choice, 1);

  if (own != NULL)
    bayan_type_dot_set_colour (BAYAN_TYPE_DOT (dot), own->colour);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  *choice = (Choice) { self, mention->id };
  g_signal_connect_data (button, "toggled", G_CALLBACK (stack_toggled_cb), choice, free_choice, 0);
  gtk_box_append (GTK_BOX (self->stack_box), button);
  return button;
}

/**
 * bayan_mention_popover_set_stack:
 * @mentions: (element-type BayanMention): what stands at the place that was clicked, innermost first; one of several
 *   can then be chosen
 */
void
bayan_mention_popover_set_stack (BayanMentionPopover *self, BayanDesk *desk, GPtrArray *mentions)
{
  GtkWidget *child, *first = NULL;

  while ((child = gtk_widget_get_first_child (self->stack_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->stack_box), child);
  gtk_widget_set_visible (self->stack_box, mentions->len > 1);
  for (guint i = 0; i < mentions->len && mentions->len > 1; i++)
    {
      GtkWidget *button = add_choice (self, desk, g_ptr_array_index (mentions, i));
      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
    }
  if (first != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
}
