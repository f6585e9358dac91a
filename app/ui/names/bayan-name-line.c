/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-name-line.h"

#include "bayan-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bayan-type-dot.h"

#define GAP_PIXELS 9

struct _BayanNameLine {
  GtkBox parent_instance;

  GtkWidget *dot, *warning;
  GtkWidget *name, *spellings, *below;
};

G_DEFINE_FINAL_TYPE (BayanNameLine, bayan_name_line, GTK_TYPE_BOX)

static void
bayan_name_line_class_init (BayanNameLineClass *klass)
{
}

static GtkWidget *
new_label (const char *const *classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

static void
bayan_name_line_init (BayanNameLine *self)
{
  static const char *const name_classes[] = { "statement-text", NULL };
  static const char *const spellings_classes[] = { "dim-label", NULL };
  static const char *const below_classes[] = { "dim-label", "caption", NULL };
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP_PIXELS);

  self->dot = bayan_type_dot_new (BAYAN_MENTION_ORG);
  self->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  self->name = new_label (name_classes);
  self->spellings = new_label (spellings_classes);
  self->below = new_label (below_classes);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->warning, "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->warning), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_set_spacing (GTK_BOX (self), GAP_PIXELS);
  gtk_widget_set_margin_start (GTK_WIDGET (self), GAP_PIXELS);
  gtk_widget_set_margin_end (GTK_WIDGET (self), GAP_PIXELS);
  gtk_widget_set_margin_top (GTK_WIDGET (self), GAP_PIXELS / 2);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), GAP_PIXELS / 2);
  gtk_box_append (GTK_BOX (above), self->name);
  gtk_box_append (GTK_BOX (above), self->spellings);
  gtk_box_append (GTK_BOX (words), above);
  gtk_box_append (GTK_BOX (words), self->below);
  gtk_box_append (GTK_BOX (self), self->dot);
  gtk_box_append (GTK_BOX (self), self->warning);
  gtk_box_append (GTK_BOX (self), words);
}

GtkWidget *
bayan_name_line_new (void)
{
  return g_object_new (BAYAN_TYPE_NAME_LINE, NULL);
}

/* The list item is what has the focus, not this widget inside it. */
static void
name_list_item (BayanNameLine *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = g_strdup_printf ("%s, %s", gtk_label_get_text (GTK_LABEL (self->name)),
                                            gtk_label_get_text (GTK_LABEL (self->below)));

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show (BayanNameLine *self, const char *name, const char *spellings, const char *below, gboolean is_problem)
{
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->spellings), spellings);
  gtk_label_set_text (GTK_LABEL (self->below), below);
  gtk_widget_set_visible (self->name, *name != '\0');
  gtk_widget_set_visible (self->spellings, *spellings != '\0');
  gtk_widget_set_visible (self->dot, !is_problem);
  gtk_widget_set_visible (self->warning, is_problem);
  gtk_widget_set_tooltip_text (self->spellings, spellings);
  name_list_item (self);
}

/* @below: what stands below the name */
void
bayan_name_line_show (BayanNameLine *self, const BayanOwnName *name, const char *below)
{
  /* Translators: between the other spellings of a name */
  g_autofree char *spellings = g_strjoinv (_ (", "), name->spellings);

  bayan_type_dot_set_mention_type (BAYAN_TYPE_DOT (self->dot), name->type);
  show (self, name->name, spellings, below, FALSE);
}

/* @words: what @problem is in */
void
bayan_name_line_show_problem (BayanNameLine *self, const char *words, const char *problem)
{
  show (self, words, "", problem, TRUE);
}

/* Puts @button at the end. */
void
bayan_name_line_add_button (BayanNameLine *self, GtkWidget *button)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self), button);
}
