/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-filter-chips.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-language.h"
#include "bayan-stage-words.h"

typedef enum { SEARCH, DATES, ENTITY, COUNTRY, STAGE, TAG, N_CONDITIONS } Condition;

struct _BayanFilterChips {
  GtkBox parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;
  GtkWidget *chips[N_CONDITIONS]; /* all are always there; those of conditions that are set are visible */
  GtkLabel *labels[N_CONDITIONS];
};

G_DEFINE_FINAL_TYPE (BayanFilterChips, bayan_filter_chips, GTK_TYPE_BOX)

static void
drop_search_cb (BayanFilterChips *self)
{
  bayan_desk_set_search (self->desk, NULL);
}

static void
drop_dates_cb (BayanFilterChips *self)
{
  bayan_desk_set_date_range (self->desk, (BayanDate) { 0 }, (BayanDate) { 0 });
}

static void
drop_entity_cb (BayanFilterChips *self)
{
  bayan_desk_set_entity_filter (self->desk, NULL);
}

static void
drop_country_cb (BayanFilterChips *self)
{
  bayan_desk_set_country_filter (self->desk, NULL);
}

static void
drop_stage_cb (BayanFilterChips *self)
{
  bayan_desk_set_stage_filter (self->desk, -1);
}

static void
drop_tag_cb (BayanFilterChips *self)
{
  bayan_desk_set_tag_filter (self->desk, NULL);
}

static void
append_chip (BayanFilterChips *self, Condition condition, GCallback clicked)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_visible (chip, FALSE);
  g_signal_connect_object (chip, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), chip);
  self->chips[condition] = chip;
  self->labels[condition] = GTK_LABEL (label);
}

/* What a condition says, or NULL where it is not set. Takes @words. */
static void
show_condition (BayanFilterChips *self, Condition condition, char *words)
{
  GtkWidget *chip = self->chips[condition];
  g_autofree char *taken = words;
  g_autofree char *name = words != NULL ? g_strdup_printf (_ ("Remove filter: %s"), words) : NULL;

  if (words != NULL)
    {
      gtk_label_set_label (self->labels[condition], words);
      gtk_widget_set_tooltip_text (chip, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  gtk_widget_set_visible (chip, words != NULL);
}

static gboolean
is_whole_year (BayanDate from, BayanDate to)
{
  return from.year != 0 && from.year == to.year && from.month <= 1 && from.day <= 1 && to.month == 12
         && to.day == 31;
}

static char *
describe_range (BayanDate from, BayanDate to)
{
  g_autofree char *first = bayan_date_words_gregorian (from);
  g_autofree char *last = bayan_date_words_gregorian (to);

  if (is_whole_year (from, to))
    return g_strdup_printf ("%d", from.year);
  if (!bayan_date_is_set (to))
    /* Translators: statements of this date and all later ones */
    return g_strdup_printf (_ ("From %s"), first);
  if (!bayan_date_is_set (from))
    /* Translators: statements of this date and all earlier ones */
    return g_strdup_printf (_ ("Until %s"), last);
  return g_strdup_printf (_ ("%1$s to %2$s"), first, last);
}

static char *
describe_entity (BayanFilterChips *self, const char *key)
{
  BayanEntityItem *item = bayan_desk_find_entity (self->desk, key);
  const char *name = item != NULL ? bayan_language_get_entity_name (bayan_entity_item_get_entity (item))
                                  : key;
  g_autofree char *isolated = bayan_language_isolate (name);

  return g_strdup_printf (_ ("Mentions %s"), isolated);
}

static char *
describe_country (BayanFilterChips *self, const char *iso3)
{
  g_autofree char *key = g_strconcat ("iso:", iso3, NULL);
  BayanEntityItem *item = bayan_desk_find_entity (self->desk, key);
  const char *name = item != NULL ? bayan_language_get_entity_name (bayan_entity_item_get_entity (item))
                                  : iso3;
  g_autofree char *isolated = bayan_language_isolate (name);

  return g_strdup_printf (_ ("On the map: %s"), isolated);
}

static char *
describe_search (const char *search)
{
  g_autofree char *isolated = bayan_language_isolate (search);

  return g_strdup_printf (_ ("Words: %s"), isolated);
}

static char *
describe_stage (int stage)
{
  /* Translators: how far the work on statements is: new, in progress, done */
  return g_strdup_printf (_ ("Work: %s"), bayan_stage_words_get_name ((BayanStage) stage));
}

static char *
describe_tag (const char *tag)
{
  g_autofree char *isolated = bayan_language_isolate (tag);

  return g_strdup_printf (_ ("Tag: %s"), isolated);
}

static void
show_filter (BayanFilterChips *self)
{
  const char *search = bayan_desk_get_search (self->desk);
  const char *entity = bayan_desk_get_entity_filter (self->desk);
  const char *country = bayan_desk_get_country_filter (self->desk);
  const char *tag = bayan_desk_get_tag_filter (self->desk);
  int stage = bayan_desk_get_stage_filter (self->desk);
  gboolean searching = search != NULL && *search != '\0';
  BayanDate from, to;

  bayan_desk_get_date_range (self->desk, &from, &to);
  show_condition (self, SEARCH, searching ? describe_search (search) : NULL);
  show_condition (self, DATES,
                  bayan_date_is_set (from) || bayan_date_is_set (to) ? describe_range (from, to) : NULL);
  show_condition (self, ENTITY, entity != NULL ? describe_entity (self, entity) : NULL);
  show_condition (self, COUNTRY, country != NULL ? describe_country (self, country) : NULL);
  show_condition (self, STAGE, stage >= 0 ? describe_stage (stage) : NULL);
  show_condition (self, TAG, tag != NULL ? describe_tag (tag) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), bayan_desk_is_filtered (self->desk));
}

static void
bayan_filter_chips_dispose (GObject *object)
{
  BayanFilterChips *self = BAYAN_FILTER_CHIPS (object);

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_filter_chips_parent_class)->dispose (object);
}

static void
bayan_filter_chips_class_init (BayanFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bayan_filter_chips_dispose;
}

static void
bayan_filter_chips_init (BayanFilterChips *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  append_chip (self, SEARCH, G_CALLBACK (drop_search_cb));
  append_chip (self, DATES, G_CALLBACK (drop_dates_cb));
  append_chip (self, ENTITY, G_CALLBACK (drop_entity_cb));
  append_chip (self, COUNTRY, G_CALLBACK (drop_country_cb));
  append_chip (self, STAGE, G_CALLBACK (drop_stage_cb));
  append_chip (self, TAG, G_CALLBACK (drop_tag_cb));
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "filter-changed", G_CALLBACK (show_filter), self);
}

/**
 * bayan_filter_chips_set_desk:
 * @desk: whose filter is shown
 */
void
bayan_filter_chips_set_desk (BayanFilterChips *self, BayanDesk *desk)
{
  g_return_if_fail (BAYAN_IS_FILTER_CHIPS (self));

  if (!g_set_object (&self->desk, desk))
    return;
  g_signal_group_set_target (self->desk_signals, desk);
  show_filter (self);
}
