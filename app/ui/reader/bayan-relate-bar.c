/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-relate-bar.h"

#include <glib/gi18n.h>

#include "bayan-relation-words.h"

struct _BayanRelateBar {
  AdwBin parent_instance;

  GtkWidget *from_label, *hint_label, *offer_box, *other_label;
};

G_DEFINE_FINAL_TYPE (BayanRelateBar, bayan_relate_bar, ADW_TYPE_BIN)

static void
bayan_relate_bar_class_init (BayanRelateBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-relate-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanRelateBar, from_label);
  gtk_widget_class_bind_template_child (widget_class, BayanRelateBar, hint_label);
  gtk_widget_class_bind_template_child (widget_class, BayanRelateBar, offer_box);
  gtk_widget_class_bind_template_child (widget_class, BayanRelateBar, other_label);
}

static void
bayan_relate_bar_init (BayanRelateBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @name: what a screen reader says, and the tooltip */
static GtkWidget *
add_chip (BayanRelateBar *self, const char *words, const char *key, const char *name)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cap = gtk_label_new (key);

  gtk_widget_add_css_class (cap, "key-cap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  gtk_box_append (GTK_BOX (box), cap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->offer_box), button);
  return button;
}

/* Between the two mentions, so that they read as a sentence with it; its name is the whole sentence. */
static void
add_offer (BayanRelateBar *self, guint i, const BayanRelation *offer, gboolean inverse, const char *sentence)
{
  g_autofree char *digit = g_strdup_printf ("%u", i + 1);
  GtkWidget *button = add_chip (self, bayan_relation_words_get_name (offer->kind, inverse), digit, sentence);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.relate-as");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
}

static void
clear (BayanRelateBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->offer_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->offer_box), child);
}

/* A screen reader hears what can be chosen as soon as there is anything. */
static void
announce (BayanRelateBar *self, const char *hint, const GString *sentences)
{
  gboolean offered = sentences->len > 0;

  gtk_label_set_text (GTK_LABEL (self->hint_label), offered ? "" : hint);
  gtk_widget_set_tooltip_text (self->hint_label, offered ? NULL : hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hint_label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  offered ? sentences->str : hint, -1);
}

/**
 * bayan_relate_bar_show:
 * @from: the mention that the relation begins with
 * @words: those of @from
 * @other_words: (nullable): those of the other mention; NULL before it is chosen
 * @hint: what is to be done while nothing is offered
 * @offers: (element-type BayanRelation): what one may be to the other
 */
void
bayan_relate_bar_show (BayanRelateBar *self, gint64 from, const char *words, const char *other_words,
                       const char *hint, const GArray *offers)
{
  g_autoptr (GString) sentences = g_string_new (NULL);

  g_return_if_fail (BAYAN_IS_RELATE_BAR (self));

  clear (self);
  for (guint i = 0; other_words != NULL && i < offers->len; i++)
    {
      const BayanRelation *offer = &g_array_index (offers, BayanRelation, i);
      gboolean inverse = offer->source != from;
      g_autofree char *sentence = bayan_relation_words_tell (offer->kind, inverse ? other_words : words,
                                                             inverse ? words : other_words);

      add_offer (self, i, offer, inverse, sentence);
      g_string_append_printf (sentences, "%u: %s. ", i + 1, sentence);
    }
  gtk_label_set_text (GTK_LABEL (self->from_label), words);
  gtk_label_set_text (GTK_LABEL (self->other_label), other_words != NULL ? other_words : "");
  announce (self, hint, sentences);
}

/**
 * bayan_relate_bar_show_part:
 * @words: of the mention
 * @hint: what is to be done before something is selected
 * @key: that adds it
 */
void
bayan_relate_bar_show_part (BayanRelateBar *self, const char *words, const char *hint, const char *key,
                            gboolean is_selected)
{
  g_autoptr (GString) offered = g_string_new (is_selected ? _ ("Add the Selection") : NULL);

  g_return_if_fail (BAYAN_IS_RELATE_BAR (self));

  clear (self);
  if (is_selected)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (add_chip (self, offered->str, key, offered->str)),
                                    "reader.add-part");
  gtk_label_set_text (GTK_LABEL (self->from_label), words);
  gtk_label_set_text (GTK_LABEL (self->other_label), "");
  announce (self, hint, offered);
}
