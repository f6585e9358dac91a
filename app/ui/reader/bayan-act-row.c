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

  BayanActItem *item; /* nullable */
  GtkWidget *heading, *chip, *who, *amount, *mark, *about, *details;
};

G_DEFINE_FINAL_TYPE (BayanActRow, bayan_act_row, GTK_TYPE_BOX)

enum { JUDGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[JUDGED], 0, BAYAN_STATUS_CONFIRMED);
}

static void
reject_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[JUDGED], 0, BAYAN_STATUS_REJECTED);
}

static void
dispose (GObject *object)
{
  bayan_act_row_set_item (BAYAN_ACT_ROW (object), NULL);
  G_OBJECT_CLASS (bayan_act_row_parent_class)->dispose (object);
}

static void
bayan_act_row_class_init (BayanActRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  /* "judged": its buttons say what is to be said of it, a BayanMentionStatus */
  signals[JUDGED] = g_signal_new ("judged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "act.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "act.reject", NULL, reject_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-act-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, heading);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, chip);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, who);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, amount);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, mark);
  gtk_widget_class_bind_template_child (widget_class, BayanActRow, about);
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

/* What it says beside who: what an act is about, word for word where it is quoted; what a pledge is for; the meeting of a
 * part. Where nothing is known of that, the sentence. */
static char *
describe_about (const BayanActFacts *facts)
{
  g_autofree char *isolated = NULL;

  if (facts->kind == BAYAN_ACT_ITEM_ACT && facts->quotation != NULL
      && (facts->about == NULL || strstr (facts->about, facts->quotation) != NULL))
    return g_strdup_printf ("“%s”", facts->quotation);
  if (facts->about == NULL)
    return g_strconcat (facts->before, facts->words, facts->after, NULL);
  if (facts->kind == BAYAN_ACT_ITEM_ACT)
    return g_strdup (facts->about);
  isolated = bayan_language_isolate (facts->about);
  if (facts->kind == BAYAN_ACT_ITEM_PLEDGE)
    /* Translators: what a pledge is for */
    return g_strdup_printf (_ ("for: %s"), isolated);
  /* Translators: the meeting in which somebody takes a part */
  return g_strdup_printf (_ ("in: %s"), isolated);
}

static char *
describe_details (const BayanActFacts *facts)
{
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = facts->value != NULL ? group_digits (facts->value) : NULL;
  g_autofree char *joined = NULL;

  add_detail (details, "%s", value);
  /* Translators: the day until which a pledge is to be kept */
  add_detail (details, _ ("until: %s"), facts->deadline);
  /* What is said word for word is said once. */
  if (facts->quotation != NULL && facts->about != NULL && strstr (facts->about, facts->quotation) == NULL)
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

static void
show_about (BayanActRow *self, const BayanActFacts *facts, const char *about)
{
  g_autofree char *sentence = g_strconcat (facts->before, facts->words, facts->after, NULL);

  gtk_label_set_text (GTK_LABEL (self->about), about);
  gtk_widget_set_tooltip_text (self->about, sentence);
  gtk_widget_set_direction (self->about,
                            bayan_language_is_rtl_text (about) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

/* What a screen reader says of the row: the list item is what has the focus, not this widget inside it. */
static void
name_list_item (BayanActRow *self, const char *const *parts)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (name, "%s%s", i == 0 ? "" : i == 1 ? ": " : ", ", parts[i]);
  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/* What is rejected is struck out; what is confirmed has a mark. Returns the word for it. */
static const char *
show_status (BayanActRow *self, BayanMentionStatus status)
{
  PangoAttrList *attributes = status == BAYAN_STATUS_REJECTED ? pango_attr_list_new () : NULL;

  if (attributes != NULL)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (self->who), attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
  gtk_widget_set_visible (self->mark, status == BAYAN_STATUS_CONFIRMED);
  if (status == BAYAN_STATUS_REJECTED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "rejected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "rejected");
  return status == BAYAN_STATUS_SUGGESTED   ? ""
         : status == BAYAN_STATUS_CONFIRMED ? _ ("Confirmed")
                                            : _ ("Rejected");
}

static void
show_facts (BayanActRow *self)
{
  const BayanActFacts *facts = bayan_act_item_get_facts (self->item);
  g_autofree char *kind = describe_kind (facts);
  g_autofree char *deed = describe_deed (facts);
  g_autofree char *about = describe_about (facts);
  g_autofree char *details = describe_details (facts);
  const char *status = show_status (self, facts->status);
  const char *amount = facts->amount != NULL ? facts->amount : "";

  set_text (self->heading, facts->is_first ? get_heading (facts->kind) : NULL);
  show_chip (self, facts, kind);
  set_text (self->who, deed);
  set_text (self->amount, amount);
  show_about (self, facts, about);
  set_text (self->details, details);
  gtk_widget_set_tooltip_text (self->details, details);
  name_list_item (self, (const char *[]) { kind, deed, amount, about, details, status, NULL });
}

/**
 * bayan_act_row_set_item:
 * @item: (nullable): what it shows from now on, and as it changes
 *
 * To be called while the row is in its list.
 */
void
bayan_act_row_set_item (BayanActRow *self, BayanActItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify::status", G_CALLBACK (show_facts), self, G_CONNECT_SWAPPED);
  show_facts (self);
}

/* Returns: (transfer none) (nullable): what it shows */
BayanActItem *
bayan_act_row_get_item (BayanActRow *self)
{
  return self->item;
}
