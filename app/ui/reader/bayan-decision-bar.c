/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-decision-bar.h"

#include <glib/gi18n.h>

#include "bayan-type-dot.h"
#include "bayan-type-style.h"

/* The buttons once: with words where there is room, with pictures where there is not. */
typedef struct {
  GtkWidget *box, *sides_box;
  GtkWidget *type_button, *type_dot, *type_label; /* the label is owned: it is not always shown */
  GtkWidget *caps[BAYAN_READER_FIRST_TYPE];       /* labels that show a key; NULL where there is no button */
  GtkWidget *buttons[BAYAN_READER_FIRST_TYPE];
} Row;

#define TYPE_CHARS 18

enum { WIDE, NARROW, N_ROWS };

struct _BayanDecisionBar {
  AdwBin parent_instance;

  BayanReaderKeys *keys; /* nullable until it is set */
  GtkWidget *squeezer;
  GtkWidget *left_label;
  Row rows[N_ROWS];
};

G_DEFINE_FINAL_TYPE (BayanDecisionBar, bayan_decision_bar, ADW_TYPE_BIN)

static guint hidden_signal;

/* The buttons, in this order; a group ends with a gap. An icon points to where an end goes on the screen, in either
 * direction of the interface: its sides are those of the text. */
static const struct {
  BayanReaderCommand command;
  const char *words; /* NULL: always the icon */
  const char *icon;
  gboolean ends_group;
} BUTTONS[] = {
  { BAYAN_READER_PREVIOUS, NULL, "go-up-symbolic", FALSE },
  { BAYAN_READER_NEXT, N_ ("Next"), "go-down-symbolic", TRUE },
  { BAYAN_READER_CONFIRM, N_ ("Confirm"), "object-select-symbolic", FALSE },
  { BAYAN_READER_REJECT, N_ ("Reject"), "edit-delete-symbolic", TRUE },
  { BAYAN_READER_EXTEND_LEFT, NULL, "bayan-extend-left-symbolic", FALSE },
  { BAYAN_READER_SHRINK_LEFT, NULL, "bayan-shrink-left-symbolic", FALSE },
  { BAYAN_READER_SHRINK_RIGHT, NULL, "bayan-shrink-right-symbolic", FALSE },
  { BAYAN_READER_EXTEND_RIGHT, NULL, "bayan-extend-right-symbolic", FALSE },
  { BAYAN_READER_JOIN, NULL, "bayan-join-symbolic", FALSE },
  { BAYAN_READER_RELATE, NULL, "bayan-relate-symbolic", TRUE },
  { BAYAN_READER_SAME, N_ ("Same"), "edit-copy-symbolic", FALSE },
  { BAYAN_READER_WHY_NOT, N_ ("Why Not"), "dialog-question-symbolic", FALSE },
};

static GtkWidget *
new_cap (void)
{
  GtkWidget *cap = gtk_label_new (NULL);

  gtk_widget_add_css_class (cap, "key-cap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  return cap;
}

static void
fill_button (GtkWidget *button, GtkWidget *content, GtkWidget *cap)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_focus_on_click (button, FALSE);
}

static gboolean
is_of_sides (guint command)
{
  return command >= BAYAN_READER_EXTEND_LEFT && command <= BAYAN_READER_SHRINK_RIGHT;
}

/* Left is left in an Arabic window too. */
static void
add_sides (Row *row)
{
  row->sides_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_direction (row->sides_box, GTK_TEXT_DIR_LTR);
  gtk_box_append (GTK_BOX (row->box), row->sides_box);
}

static void
add_button (Row *row, guint i, gboolean with_words)
{
  BayanReaderCommand command = BUTTONS[i].command;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = with_words && BUTTONS[i].words != NULL
                           ? gtk_label_new (_ (BUTTONS[i].words))
                           : gtk_image_new_from_icon_name (BUTTONS[i].icon);
  GVariant *target;

  row->caps[command] = new_cap ();
  row->buttons[command] = button;
  fill_button (button, content, row->caps[command]);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  bayan_reader_command_get_action (command, &target));
  gtk_box_append (GTK_BOX (is_of_sides (command) ? row->sides_box : row->box), button);
  if (BUTTONS[i].ends_group)
    gtk_widget_set_margin_end (button, 6);
}

static GMenuModel *
new_type_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint type = 0; type < BAYAN_MENTION_N_SUGGESTED; type++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (bayan_type_style_get_name (type), NULL);
      g_menu_item_set_action_and_target (item, "reader.set-type", "s", bayan_mention_type_to_string (type));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
add_type_button (Row *row, gboolean with_words)
{
  g_autoptr (GMenuModel) menu = new_type_menu ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->type_button = gtk_menu_button_new ();
  row->type_dot = bayan_type_dot_new (BAYAN_MENTION_GPE);
  row->type_label = g_object_ref_sink (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), row->type_dot);
  if (with_words)
    gtk_box_append (GTK_BOX (box), row->type_label);
  gtk_label_set_ellipsize (GTK_LABEL (row->type_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (row->type_label), TYPE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (row->type_label), TYPE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (row->type_label), 0);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (row->type_button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (row->type_button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (row->type_button), menu);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (row->type_button), GTK_ARROW_UP);
  gtk_widget_add_css_class (row->type_button, "flat");
  gtk_widget_add_css_class (row->type_button, "type-choice");
  gtk_widget_set_focus_on_click (row->type_button, FALSE);
  gtk_widget_set_tooltip_text (row->type_button, _ ("Change the type: each has its letter too"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->type_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Change the type"), -1);
  gtk_box_append (GTK_BOX (row->box), row->type_button);
}

static void
add_row (BayanDecisionBar *self, guint which)
{
  Row *row = &self->rows[which];

  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  if (which == NARROW)
    gtk_widget_add_css_class (row->box, "narrow");
  for (guint i = 0; i < G_N_ELEMENTS (BUTTONS); i++)
    {
      add_button (row, i, which == WIDE);
      if (BUTTONS[i].command != BAYAN_READER_REJECT)
        continue;
      add_type_button (row, which == WIDE);
      add_sides (row);
    }
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), row->box);
}

static void
hide_clicked_cb (BayanDecisionBar *self)
{
  g_signal_emit (self, hidden_signal, 0);
}

static void
bayan_decision_bar_finalize (GObject *object)
{
  BayanDecisionBar *self = BAYAN_DECISION_BAR (object);

  g_clear_object (&self->keys);
  for (guint i = 0; i < N_ROWS; i++)
    g_clear_object (&self->rows[i].type_label);
  G_OBJECT_CLASS (bayan_decision_bar_parent_class)->finalize (object);
}

static void
bayan_decision_bar_class_init (BayanDecisionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bayan_decision_bar_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-decision-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanDecisionBar, squeezer);
  gtk_widget_class_bind_template_child (widget_class, BayanDecisionBar, left_label);
  gtk_widget_class_bind_template_callback (widget_class, hide_clicked_cb);
  hidden_signal = g_signal_new ("hidden", BAYAN_TYPE_DECISION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
bayan_decision_bar_init (BayanDecisionBar *self)
{
  BayanDecisions nothing = { 0 };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ROWS; i++)
    add_row (self, i);
  bayan_decision_bar_show (self, &nothing);
}

static void
show_key (BayanDecisionBar *self, guint command, const char *key, const char *tip)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      gtk_label_set_text (GTK_LABEL (self->rows[i].caps[command]), key);
      gtk_widget_set_tooltip_text (self->rows[i].buttons[command], tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[i].buttons[command]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
    }
}

static void
show_keys (BayanDecisionBar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (BUTTONS); i++)
    {
      guint command = BUTTONS[i].command;
      g_autofree char *key = bayan_reader_keys_get_label (self->keys, command);
      /* Translators: a tip: what a button does, and the key that does the same */
      g_autofree char *tip = g_strdup_printf (_ ("%1$s (%2$s)"), bayan_reader_command_get_title (command),
                                              key);

      show_key (self, command, key, tip);
    }
}

/**
 * bayan_decision_bar_set_keys:
 * @keys: whose changes it follows
 */
void
bayan_decision_bar_set_keys (BayanDecisionBar *self, BayanReaderKeys *keys)
{
  g_return_if_fail (BAYAN_IS_DECISION_BAR (self));

  g_set_object (&self->keys, keys);
  g_signal_connect_object (keys, "changed", G_CALLBACK (show_keys), self, G_CONNECT_SWAPPED);
  show_keys (self);
}

static gboolean
can_do (guint command, const BayanDecisions *decisions)
{
  switch (command)
    {
    case BAYAN_READER_NEXT:
    case BAYAN_READER_PREVIOUS:
      return decisions->n_left > 0;
    case BAYAN_READER_SAME:
      return decisions->current != NULL;
    case BAYAN_READER_WHY_NOT:
      return TRUE;
    case BAYAN_READER_EXTEND_LEFT:
    case BAYAN_READER_EXTEND_RIGHT:
    case BAYAN_READER_SHRINK_LEFT:
    case BAYAN_READER_SHRINK_RIGHT:
      return decisions->selecting || (decisions->writable && decisions->current != NULL);
    default:
      return decisions->writable && decisions->current != NULL;
    }
}

static void
show_type (Row *row, const BayanDecisions *decisions)
{
  const BayanMention *current = decisions->selecting ? NULL : decisions->current;

  gtk_widget_set_sensitive (row->type_button,
                            decisions->writable && (decisions->selecting || decisions->current != NULL));
  gtk_widget_set_opacity (row->type_dot, current != NULL ? 1 : 0.3);
  gtk_label_set_text (GTK_LABEL (row->type_label),
                      current != NULL ? bayan_type_style_get_name (current->type) : _ ("Type"));
  if (current != NULL)
    bayan_type_dot_set_mention_type (BAYAN_TYPE_DOT (row->type_dot), current->type);
}

/**
 * bayan_decision_bar_show:
 * @decisions: what there is to decide on
 */
void
bayan_decision_bar_show (BayanDecisionBar *self, const BayanDecisions *decisions)
{
  guint n_left = decisions->n_left;
  g_autofree char *left = n_left > 0 ? g_strdup_printf (ngettext ("%u left", "%u left", n_left), n_left)
                                     /* Translators: no suggestion of the statement is left to decide on */
                                     : g_strdup (_ ("All decided"));

  g_return_if_fail (BAYAN_IS_DECISION_BAR (self));

  gtk_label_set_text (GTK_LABEL (self->left_label), left);
  for (guint i = 0; i < N_ROWS; i++)
    {
      for (guint command = 0; command < BAYAN_READER_FIRST_TYPE; command++)
        if (self->rows[i].buttons[command] != NULL)
          gtk_widget_set_sensitive (self->rows[i].buttons[command], can_do (command, decisions));
      show_type (&self->rows[i], decisions);
    }
}
