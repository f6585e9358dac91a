/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-person-rows.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-context-line.h"
#include "bayan-date-words.h"
#include "bayan-language.h"
#include "bayan-plain-row.h"

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = bayan_plain_row_new (title, subtitle);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle != NULL ? subtitle : "", -1);
  return row;
}

static char *
count_mentions (guint n_mentions)
{
  return g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
}

static void
add_count (GtkWidget *row, guint count)
{
  g_autofree char *digits = g_strdup_printf ("%u", count);
  g_autofree char *words = count_mentions (count);
  GtkWidget *label = gtk_label_new (digits);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_tooltip_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

/* A name as it stands in the statements. */
GtkWidget *
bayan_person_row_new_name (const BayanSeenWords *name)
{
  GtkWidget *row = new_row (name->words, NULL);

  add_count (row, name->n_mentions);
  return row;
}

static char *
describe_days (BayanDate from, BayanDate to)
{
  g_autofree char *first = bayan_date_words_gregorian (from), *last = bayan_date_words_gregorian (to);

  if (*first == '\0' || g_str_equal (first, last))
    return g_steal_pointer (&last);
  /* Translators: the first and the last day of a time */
  return g_strdup_printf (_ ("%1$s – %2$s"), first, last);
}

static GtkWidget *
new_note (const char *words)
{
  GtkWidget *note = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "same-note");
  return note;
}

/* An office as the statements give it. */
GtkWidget *
bayan_person_row_new_seen_office (const BayanSeenWords *office)
{
  g_autofree char *days = describe_days (office->first, office->last);
  GtkWidget *row = new_row (office->words, days);

  if (office->differs)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_note (_ ("Not in the table then")));
  add_count (row, office->n_mentions);
  return row;
}

static char *
describe_tenure (const BayanHeldOffice *office)
{
  g_autofree char *from = bayan_date_words_gregorian (office->from);
  g_autofree char *to = bayan_date_words_gregorian (office->to);

  if (office->is_open)
    /* Translators: since when an office is held, and the last month of which that is known */
    return g_strdup_printf (_ ("Since %1$s (as of %2$s)"), from, to);
  return describe_days (office->from, office->to);
}

/* An office by the tables. */
GtkWidget *
bayan_person_row_new_held_office (const BayanHeldOffice *office)
{
  const char *name = bayan_language_is_arabic () ? office->name_ar : office->name_en;
  const char *of = bayan_language_get_entity_name (office->of);
  g_autofree char *name_apart = bayan_language_isolate (name), *of_apart = bayan_language_isolate (of);
  /* Translators: an office, and the state or body that it is of */
  g_autofree char *title = g_strdup_printf (_ ("%1$s, %2$s"), name_apart, of_apart);
  g_autofree char *time = describe_tenure (office);

  return new_row (title, time);
}

static char *
describe_place (BayanPersonPlace *place)
{
  BayanStatementItem *statement = bayan_person_place_get_statement (place);
  g_autofree char *day = bayan_date_words_gregorian (bayan_statement_item_get_date (statement));
  g_autofree char *date = bayan_language_isolate (*day != '\0' ? day : _ ("No date"));
  const char *title = bayan_statement_item_get_title (statement);
  g_autofree char *name = bayan_language_isolate (title != NULL && *title != '\0' ? title
                                                                                  : _ ("Untitled statement"));
  g_autofree char *count = count_mentions (bayan_person_place_get_n_mentions (place));

  return g_strdup_printf ("%s · %s · %s", date, count, name);
}

/* A statement, with the line in which it names the person first. */
GtkWidget *
bayan_person_row_new_place (BayanPersonPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = bayan_context_line_new (), *caption = gtk_label_new (NULL);
  g_autofree char *words = describe_place (place);
  g_autofree char *name = g_strdup_printf ("%s%s%s. %s", bayan_person_place_get_before (place),
                                           bayan_person_place_get_words (place),
                                           bayan_person_place_get_after (place), words);

  bayan_context_line_set_text (BAYAN_CONTEXT_LINE (line), bayan_person_place_get_before (place),
                               bayan_person_place_get_words (place), bayan_person_place_get_after (place));
  gtk_label_set_text (GTK_LABEL (caption), words);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_add_css_class (box, "person-place");
  gtk_widget_set_can_target (box, FALSE); /* the row is what is pressed */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GtkWidget *
new_button (const char *label, const char *action, const char *key, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, and the name of the person that it is about */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s: %2$s"), label, name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

/* Somebody who may be the same, to be decided on. The row itself leads to his page. */
GtkWidget *
bayan_person_row_new_alike (const BayanLikePerson *like, gboolean can_change)
{
  const char *name = bayan_language_get_entity_name (like->entity);
  const char *other = bayan_language_get_entity_other_name (like->entity);
  g_autofree char *count = g_strdup_printf (
      ngettext ("In %u statement", "In %u statements", like->n_statements), like->n_statements);
  g_autofree char *apart = other != NULL ? bayan_language_isolate (other) : NULL;
  g_autofree char *subtitle = apart != NULL ? g_strdup_printf ("%s · %s", apart, count) : g_strdup (count);
  GtkWidget *row = new_row (name, subtitle), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), new_button (_ ("Same Person"), "person.merge", like->entity->key, name));
  gtk_box_append (GTK_BOX (box), new_button (_ ("Not the Same"), "person.part", like->entity->key, name));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (box, can_change);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "person.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", like->entity->key);
  return row;
}

/* Said where there is no other row. */
GtkWidget *
bayan_person_row_new_nothing (const char *words)
{
  GtkWidget *row = new_row (words, NULL);

  gtk_widget_add_css_class (row, "dim-label");
  return row;
}
