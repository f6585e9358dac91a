/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-act-style.h"
#include "bayan-language.h"

#define LEFT_TO_RIGHT "\u200E"
#define RIGHT_TO_LEFT "\u200F"

struct _BayanActRow {
  GtkBox parent_instance;

  GtkWidget *heading, *chip, *who, *amount, *sentence, *details;
};

G_DEFINE_FINAL_TYPE (BayanActRow, bayan_act_row, GTK_TYPE_BOX)

static void
bayan_act_row_class_init (BayanActRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-act-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, heading);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, chip);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, who);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, amount);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, details);
}

static void
bayan_act_row_init (BayanActRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bayan_act_row_new (void)
{
  return g_object_new (BAYAN_TYPE_ACT_ROW, NULL);
}

/* Words */

static const char *
get_heading (BayanActItemKind kind)
{
  switch (kind)
    {
    case BAYAN_ACT_ITEM_PLEDGE:
      return _ ("Pledges");
    case BAYAN_ACT_ITEM_PART:
      return _ ("Parts taken in meetings");
    case BAYAN_ACT_ITEM_ACT:
    default:
      return _ ("Acts");
    }
}

static char *
describe_kind (const BayanActFacts *facts)
{
  if (facts->kind == BAYAN_ACT_ITEM_PART)
    return g_strdup (bayan_act_style_get_role_name (facts->role));
  if (facts->kind == BAYAN_ACT_ITEM_PLEDGE)
    return g_strdup (bayan_act_style_get_name (BAYAN_ACT_PLEDGE));
  if (facts->negated)
    /* Translators: an act that somebody does not do: "Not: Support" */
    return g_strdup_printf (_ ("Not: %s"), bayan_act_style_get_name (facts->act_class));
  return g_strdup (bayan_act_style_get_name (facts->act_class));
}

static char *
describe_actors (const BayanActFacts *facts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; facts->actors[i] != NULL; i++)
    {
      g_autofree char *name = bayan_language_isolate (facts->actors[i]);

      g_string_append_printf (names, "%s%s", i == 0 ? "" : bayan_language_is_arabic () ? "، " : ", ", name);
    }
  if (names->len > 0)
    return g_string_free (g_steal_pointer (&names), FALSE);
  if (facts->count > 0)
    /* Translators: how many took part, where it is not said who */
    return g_strdup_printf (_ ("%u, not named"), facts->count);
  if (facts->kind == BAYAN_ACT_ITEM_ACT && facts->source == BAYAN_ACTOR_SPEAKER)
    return g_strdup (_ ("Who speaks here"));
  return g_strdup (_ ("Nobody named"));
}

static char *
describe_deed (const BayanActFacts *facts)
{
  g_autofree char *actors = describe_actors (facts);
  g_autofree char *words = bayan_language_isolate (facts->words);

  if (facts->kind == BAYAN_ACT_ITEM_PART)
    return g_steal_pointer (&actors);
  /* Translators: who acts, and the verb, as the statement has it */
  return g_strdup_printf (_ ("%1$s — %2$s"), actors, words);
}

/* "436000000 USD" with marks between the thousands. */
static char *
group_digits (const char *value)
{
  GString *grouped = g_string_new (value);

  for (gssize at = (gssize) strspn (value, "0123456789") - 3; at > 0; at -= 3)
    g_string_insert_c (grouped, at, ',');
  return g_string_free (grouped, FALSE);
}

static void
add_detail (GPtrArray *details, const char *format, const char *words)
{
  g_autofree char *isolated = words != NULL ? bayan_language_isolate (words) : NULL;
  g_auto (GStrv) parts = NULL;

  if (isolated == NULL)
    return;
  parts = g_strsplit (format, "%s", 2);
  g_ptr_array_add (details, g_strjoinv (isolated, parts));
}

static const char *
get_about_format (const BayanActFacts *facts)
{
  switch (facts->kind)
    {
    case BAYAN_ACT_ITEM_PLEDGE:
      /* Translators: what a pledge is for */
      return _ ("for: %s");
    case BAYAN_ACT_ITEM_PART:
      /* Translators: the meeting in which somebody takes a part */
      return _ ("in: %s");
    case BAYAN_ACT_ITEM_ACT:
    default:
      /* Translators: what an act is about */
      return _ ("about: %s");
    }
}

static char *
describe_details (const BayanActFacts *facts)
{
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = facts->value != NULL ? group_digits (facts->value) : NULL;
  g_autofree char *joined = NULL;

  add_detail (details, "%s", value);
  /* What is said word for word is said once. */
  if (facts->about != NULL && (facts->quotation == NULL || strstr (facts->about, facts->quotation) == NULL))
    add_detail (details, get_about_format (facts), facts->about);
  /* Translators: the day until which a pledge is to be kept */
  add_detail (details, _ ("until: %s"), facts->deadline);
  add_detail (details, "“%s”", facts->quotation);
  if (facts->kind == BAYAN_ACT_ITEM_ACT && facts->source == BAYAN_ACTOR_INHERITED)
    g_ptr_array_add (details, g_strdup (_ ("who acts is said with another verb")));
  if (details->len == 0)
    return g_strdup ("");
  g_ptr_array_add (details, NULL);
  joined = g_strjoinv (" · ", (char **) details->pdata);
  /* It runs as the interface does, though it may begin with words of another direction. */
  return g_strconcat (bayan_language_is_arabic () ? RIGHT_TO_LEFT : LEFT_TO_RIGHT, joined, NULL);
}

/* Showing */

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_chip (BayanActRow *self, const BayanActFacts *facts, const char *kind)
{
  const char *colour = facts->kind == BAYAN_ACT_ITEM_ACT ? bayan_act_style_get_css_class (facts->act_class)
                       : facts->kind == BAYAN_ACT_ITEM_PLEDGE
                           ? bayan_act_style_get_css_class (BAYAN_ACT_PLEDGE)
                           : "part";

  gtk_label_set_text (GTK_LABEL (self->chip), kind);
  gtk_widget_set_css_classes (self->chip, (const char *[]) { "act-chip", colour, NULL });
}

/* The verb stands out. */
static void
show_sentence (BayanActRow *self, const BayanActFacts *facts, const char *sentence)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->start_index = (guint) strlen (facts->before);
  weight->end_index = weight->start_index + (guint) strlen (facts->words);
  pango_attr_list_insert (attributes, weight);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_label_set_attributes (GTK_LABEL (self->sentence), attributes);
  gtk_widget_set_direction (self->sentence,
                            bayan_language_is_rtl_text (sentence) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  pango_attr_list_unref (attributes);
}

/* What a screen reader says of the row: the list item is what has the focus, not this widget inside it. */
static void
name_list_item (BayanActRow *self, const BayanActFacts *facts, const char *kind, const char *deed,
                const char *details, const char *sentence)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strdup_printf (
      "%s: %s%s%s%s%s. %s", kind, deed, facts->amount != NULL ? ", " : "",
      facts->amount != NULL ? facts->amount : "", *details != '\0' ? ", " : "", details, sentence);

  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * bayan_act_row_set_item:
 * @item: what it shows from now on
 *
 * To be called while the row is in its list.
 */
void
bayan_act_row_set_item (BayanActRow *self, BayanActItem *item)
{
  const BayanActFacts *facts = bayan_act_item_get_facts (item);
  g_autofree char *kind = describe_kind (facts);
  g_autofree char *deed = describe_deed (facts);
  g_autofree char *details = describe_details (facts);
  g_autofree char *sentence = g_strconcat (facts->before, facts->words, facts->after, NULL);

  set_text (self->heading, facts->is_first ? get_heading (facts->kind) : NULL);
  show_chip (self, facts, kind);
  set_text (self->who, deed);
  set_text (self->amount, facts->amount);
  show_sentence (self, facts, sentence);
  set_text (self->details, details);
  gtk_widget_set_tooltip_text (self->details, details);
  name_list_item (self, facts, kind, deed, details, sentence);
}
