/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-group-card.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-language.h"

#define MOST_SENTENCES 12 /* of a long text that is all new only so many are shown */
#define MOST_WORDS 12     /* names or numbers */

struct _BayanGroupCard {
  GtkBox parent_instance;
  gint64 statement;

  GtkLabel *title;
  GtkLabel *origin;
  GtkWidget *first;
  GtkLabel *additions;
  GtkBox *sentences;
  GtkLabel *names;
  GtkLabel *numbers;
  GtkWidget *open_button;
  GtkWidget *take_out_button;
};

G_DEFINE_FINAL_TYPE (BayanGroupCard, bayan_group_card, GTK_TYPE_BOX)

static guint open_signal, take_out_signal;

static void
open_cb (BayanGroupCard *self)
{
  g_signal_emit (self, open_signal, 0);
}

static void
take_out_cb (BayanGroupCard *self)
{
  g_signal_emit (self, take_out_signal, 0);
}

static void
bayan_group_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_box_remove (GTK_BOX (object), child);
  G_OBJECT_CLASS (bayan_group_card_parent_class)->dispose (object);
}

static void
bayan_group_card_class_init (BayanGroupCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_group_card_dispose;
  open_signal = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  take_out_signal = g_signal_new ("take-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/groups/bayan-group-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanGroupCard, title);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupCard, origin);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupCard, first);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupCard, additions);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupCard, sentences);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupCard, names);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupCard, numbers);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupCard, open_button);
  gtk_widget_class_bind_template_child (widget_class, BayanGroupCard, take_out_button);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_out_cb);
}

static void
bayan_group_card_init (BayanGroupCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Text of a statement stands on the side on which its letters begin, whatever the interface speaks. */
static void
set_text (GtkLabel *label, const char *text)
{
  gtk_widget_set_direction (GTK_WIDGET (label),
                            bayan_language_is_rtl_text (text) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_label_set_label (label, text);
}

static void
show_origin (BayanGroupCard *self, BayanStatementItem *item)
{
  g_autofree char *dates = bayan_date_words_both (bayan_statement_item_get_date (item),
                                                  bayan_statement_item_get_hijri (item));
  const char *name = bayan_statement_item_get_source_name (item);
  g_autofree char *source = bayan_language_isolate (name != NULL && *name != '\0' ? name : _ ("Pasted text"));
  g_autofree char *words = g_strdup_printf ("%s · %s", *dates != '\0' ? dates : _ ("No date"), source);

  gtk_label_set_label (self->origin, words);
}

static void
append_sentence (BayanGroupCard *self, const char *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "statement-text");
  gtk_widget_add_css_class (label, "added");
  set_text (GTK_LABEL (label), text);
  gtk_box_append (self->sentences, label);
}

static void
show_sentences (BayanGroupCard *self, GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len && i < MOST_SENTENCES; i++)
    append_sentence (self, sentences->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->sentences), sentences->len > 0);
}

static char *
join_words (GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len && i < MOST_WORDS; i++)
    {
      g_autofree char *isolated = bayan_language_isolate (words->pdata[i]);
      /* Translators: between the names of a list */
      g_string_append_printf (joined, "%s%s", i > 0 ? _ (", ") : "", isolated);
    }
  if (words->len > MOST_WORDS)
    g_string_append (joined, "…");
  return g_string_free (joined, FALSE);
}

static void
show_names (BayanGroupCard *self, GPtrArray *names)
{
  g_autofree char *joined = join_words (names);
  g_autofree char *text = g_strdup_printf (_ ("Only here: %s"), joined);

  gtk_label_set_label (self->names, text);
  gtk_widget_set_visible (GTK_WIDGET (self->names), names->len > 0);
}

static void
show_numbers (BayanGroupCard *self, GPtrArray *numbers)
{
  g_autofree char *joined = join_words (numbers);
  g_autofree char *text = g_strdup_printf (_ ("Numbers only here: %s"), joined);

  gtk_label_set_label (self->numbers, text);
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), numbers->len > 0);
}

static char *
describe_additions (const BayanGroupMember *member, gboolean is_first)
{
  g_autofree char *adds = NULL, *leaves_out = NULL;

  if (is_first)
    return g_strdup_printf (ngettext ("%u sentence", "%u sentences", member->n_sentences),
                            member->n_sentences);
  if (member->sentences->len == 0)
    adds = g_strdup (_ ("Adds no sentence"));
  else
    adds = g_strdup_printf (
        ngettext ("Adds %u sentence of its %u", "Adds %u sentences of its %u", member->sentences->len),
        member->sentences->len, member->n_sentences);
  if (member->n_left_out == 0)
    return g_steal_pointer (&adds);
  leaves_out = g_strdup_printf (
      ngettext ("leaves out %u of the first", "leaves out %u of the first", member->n_left_out),
      member->n_left_out);
  /* Translators: "Adds 2 sentences of its 9; leaves out 1 of the first" */
  return g_strdup_printf (_ ("%s; %s"), adds, leaves_out);
}

static void
name_buttons (BayanGroupCard *self, const char *title)
{
  g_autofree char *isolated = bayan_language_isolate (title);
  g_autofree char *open = g_strdup_printf (_ ("Open “%s”"), isolated);
  g_autofree char *take_out = g_strdup_printf (_ ("Take “%s” out of the group"), isolated);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL, open,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_out_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  take_out, -1);
}

/**
 * bayan_group_card_new:
 * @is_first: it stands first in its group
 * @first_known: and that is known from the dates
 */
GtkWidget *
bayan_group_card_new (BayanStatementItem *item, const BayanGroupMember *member, gboolean is_first,
                      gboolean first_known)
{
  BayanGroupCard *self = g_object_new (BAYAN_TYPE_GROUP_CARD, NULL);
  const char *title = bayan_statement_item_get_title (item);
  g_autofree char *additions = describe_additions (member, is_first);

  if (title == NULL || *title == '\0')
    title = _ ("Untitled statement");
  self->statement = member->statement;
  set_text (self->title, title);
  show_origin (self, item);
  gtk_widget_set_visible (self->first, is_first && first_known);
  gtk_label_set_label (self->additions, additions);
  show_sentences (self, member->sentences);
  show_names (self, member->names);
  show_numbers (self, member->numbers);
  name_buttons (self, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

gint64
bayan_group_card_get_statement (BayanGroupCard *self)
{
  return self->statement;
}
