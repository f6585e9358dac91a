/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-bar.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-reader-menu.h"
#include "bayan-type-dot.h"
#include "bayan-type-style.h"

struct _BayanReaderBar {
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *legend_box, *label_box;
  GtkWidget *more_button;
  BayanReaderKeys *keys;                    /* nullable until it is set */
  GPtrArray *own_chips; /* of GtkWidget: those of the code book, before the types */
  GtkWidget *counts[BAYAN_MENTION_N_TYPES]; /* labels in the legend's chips */
  GtkWidget *caps[BAYAN_MENTION_N_TYPES];   /* those with the keys that label */
};

G_DEFINE_FINAL_TYPE (BayanReaderBar, bayan_reader_bar, ADW_TYPE_BIN)

static guint type_toggled_signal;

static void
legend_toggled_cb (GtkToggleButton *button, BayanReaderBar *self)
{
  guint type = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mention-type"));

  g_signal_emit (self, type_toggled_signal, 0, type, gtk_toggle_button_get_active (button));
}

static GtkWidget *
fill_chip (GtkWidget *button, GtkWidget *dot, const char *name, const char *aside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (aside);

  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return label;
}

static void
add_legend_chip (BayanReaderBar *self, BayanMentionType type)
{
  GtkWidget *button = gtk_toggle_button_new ();

  self->counts[type] = fill_chip (button, bayan_type_dot_new (type), bayan_type_style_get_name (type), "0");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "legend-chip");
  gtk_widget_set_tooltip_text (button, _ ("Show or hide the marks of this type"));
  g_object_set_data (G_OBJECT (button), "mention-type", GUINT_TO_POINTER (type));
  g_signal_connect_object (button, "toggled", G_CALLBACK (legend_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (self->legend_box), button);
}

static void
add_label_chip (BayanReaderBar *self, BayanMentionType type)
{
  GtkWidget *button = gtk_button_new ();

  self->caps[type] = fill_chip (button, bayan_type_dot_new (type), bayan_type_style_get_name (type), NULL);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.label");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", bayan_mention_type_to_string (type));
  gtk_box_append (GTK_BOX (self->label_box), button);
}

static void
add_own_chip (BayanReaderBar *self, const BayanOwnLabel *label)
{
  char key[2] = { g_ascii_toupper (label->key), '\0' };
  GtkWidget *button = gtk_button_new (), *dot = bayan_type_dot_new (BAYAN_MENTION_OWN);
  GtkWidget *before = self->own_chips->len > 0 ? self->own_chips->pdata[self->own_chips->len - 1] : NULL;

  bayan_type_dot_set_colour (BAYAN_TYPE_DOT (dot), label->colour);
  fill_chip (button, dot, label->name, key);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, *label->description != '\0' ? label->description : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.mark");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", label->id);
  gtk_box_insert_child_after (GTK_BOX (self->label_box), button, before);
  g_ptr_array_add (self->own_chips, button);
}

static void
bayan_reader_bar_finalize (GObject *object)
{
  g_clear_object (&BAYAN_READER_BAR (object)->keys);
  g_ptr_array_unref (BAYAN_READER_BAR (object)->own_chips);
  G_OBJECT_CLASS (bayan_reader_bar_parent_class)->finalize (object);
}

static void
bayan_reader_bar_class_init (BayanReaderBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bayan_reader_bar_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-reader-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanReaderBar, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderBar, legend_box);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderBar, label_box);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderBar, more_button);
  type_toggled_signal = g_signal_new ("type-toggled", BAYAN_TYPE_READER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
bayan_reader_bar_init (BayanReaderBar *self)
{
  g_autoptr (GMenuModel) menu = bayan_reader_menu_new_flat ();

  self->own_chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more_button), menu);
  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    {
      add_legend_chip (self, type);
      if (type < BAYAN_MENTION_N_SUGGESTED)
        add_label_chip (self, type);
    }
}

/**
 * bayan_reader_bar_set_counts:
 * @counts:: mentions of each type; a type without any is not shown
 */
void
bayan_reader_bar_set_counts (BayanReaderBar *self, const guint *counts)
{
  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[type]);
      GtkWidget *chip = gtk_widget_get_ancestor (self->counts[type], GTK_TYPE_TOGGLE_BUTTON);

      gtk_label_set_text (GTK_LABEL (self->counts[type]), count);
      gtk_widget_set_visible (chip, counts[type] > 0);
    }
}

/**
 * bayan_reader_bar_set_selecting:
 * @selecting: whether there is a selection that something can be done with
 */
void
bayan_reader_bar_set_selecting (BayanReaderBar *self, gboolean selecting)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), selecting ? "labels" : "legend");
}

static void
show_keys (BayanReaderBar *self)
{
  for (guint type = 0; type < BAYAN_MENTION_N_SUGGESTED; type++)
    {
      g_autofree char *key = bayan_reader_keys_get_label (self->keys, BAYAN_READER_FIRST_TYPE + type);
      gtk_label_set_text (GTK_LABEL (self->caps[type]), key);
    }
}

/**
 * bayan_reader_bar_set_keys:
 * @keys: whose changes it follows
 */
void
bayan_reader_bar_set_keys (BayanReaderBar *self, BayanReaderKeys *keys)
{
  g_set_object (&self->keys, keys);
  g_signal_connect_object (keys, "changed", G_CALLBACK (show_keys), self, G_CONNECT_SWAPPED);
  show_keys (self);
}

/**
 * bayan_reader_bar_show_labels:
 * @labels: (element-type BayanOwnLabel): the code book as it is now; its labels stand before the types
 */
void
bayan_reader_bar_show_labels (BayanReaderBar *self, GPtrArray *labels)
{
  for (guint i = 0; i < self->own_chips->len; i++)
    gtk_box_remove (GTK_BOX (self->label_box), self->own_chips->pdata[i]);
  g_ptr_array_set_size (self->own_chips, 0);
  for (guint i = 0; i < labels->len; i++)
    add_own_chip (self, labels->pdata[i]);
}
