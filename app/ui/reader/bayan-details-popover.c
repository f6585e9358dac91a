/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-details-popover.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-detail-row.h"
#include "bayan-language.h"

/* In the order of the popover. The Hijri date is one with the date of publication. */
static const BayanDetailField FIELDS[] = {
  BAYAN_DETAIL_TITLE,    BAYAN_DETAIL_SUBTITLE, BAYAN_DETAIL_DATE,   BAYAN_DETAIL_EVENT_DATE,
  BAYAN_DETAIL_ISSUER,   BAYAN_DETAIL_OUTLET,   BAYAN_DETAIL_AUTHOR, BAYAN_DETAIL_ADDRESS,
  BAYAN_DETAIL_LANGUAGE, BAYAN_DETAIL_DATELINE,
};

struct _BayanDetailsPopover {
  GtkPopover parent_instance;

  BayanDesk *desk;
  gint64 id;                                   /* of the statement that is shown */
  BayanDetailRow *rows[G_N_ELEMENTS (FIELDS)]; /* all of them, or none before the first look */

  GtkWidget *box;
  GtkWidget *source_label;
};

G_DEFINE_FINAL_TYPE (BayanDetailsPopover, bayan_details_popover, GTK_TYPE_POPOVER)

static void
value_set_cb (BayanDetailRow *row, const char *value, BayanDetailsPopover *self)
{
  BayanReading *reading = self->desk != NULL ? bayan_desk_get_reading (self->desk) : NULL;

  /* A field is left when another statement comes, too: what was typed belongs to the one before. */
  if (reading == NULL || bayan_reading_get_id (reading) != self->id)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (self->rows[i] == row)
      bayan_desk_set_detail (self->desk, FIELDS[i], value);
}

static void
show_source (BayanDetailsPopover *self, const BayanStatement *statement)
{
  g_autofree char *name = bayan_language_isolate (*statement->name != '\0' ? statement->name
                                                                           : _ ("Pasted text"));
  g_autofree char *charset = bayan_language_isolate (statement->charset);

  g_autofree char *words = NULL;
  /* Translators: the name of a file, and its encoding */
  words = g_strdup_printf (_ ("%1$s, written in %2$s"), name, charset);
  gtk_label_set_text (GTK_LABEL (self->source_label), words);
}

static void
fill (BayanDetailsPopover *self)
{
  BayanReading *reading = self->desk != NULL ? bayan_desk_get_reading (self->desk) : NULL;
  const BayanStatement *statement;

  if (reading == NULL || self->rows[0] == NULL)
    return;
  statement = bayan_reading_get_statement (reading);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    bayan_detail_row_show (self->rows[i], statement, bayan_desk_get_read_only (self->desk) == NULL);
  show_source (self, statement);
}

static void
add_rows (BayanDetailsPopover *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      self->rows[i] = bayan_detail_row_new (FIELDS[i]);
      g_signal_connect_object (self->rows[i], "value-set", G_CALLBACK (value_set_cb), self, 0);
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->rows[i]));
    }
}

/**
 * bayan_details_popover_prepare:
 *
 * To be called before it pops up: what it holds is made at the first look.
 */
void
bayan_details_popover_prepare (BayanDetailsPopover *self)
{
  g_return_if_fail (BAYAN_IS_DETAILS_POPOVER (self));

  if (self->rows[0] == NULL)
    add_rows (self);
  fill (self);
}

/**
 * bayan_details_popover_show:
 * @desk: whose reading is shown
 */
void
bayan_details_popover_show (BayanDetailsPopover *self, BayanDesk *desk)
{
  BayanReading *reading = bayan_desk_get_reading (desk);

  g_return_if_fail (BAYAN_IS_DETAILS_POPOVER (self));

  g_set_object (&self->desk, desk);
  if (reading == NULL || bayan_reading_get_id (reading) != self->id)
    gtk_popover_popdown (GTK_POPOVER (self));
  self->id = reading != NULL ? bayan_reading_get_id (reading) : 0;
  fill (self);
}

/* Not at the first thing that can have the focus, which leads away from here. */
static void
shown_cb (BayanDetailsPopover *self)
{
  if (self->rows[0] != NULL)
    bayan_detail_row_focus (self->rows[0]);
}

static void
bayan_details_popover_dispose (GObject *object)
{
  g_clear_object (&BAYAN_DETAILS_POPOVER (object)->desk);
  G_OBJECT_CLASS (bayan_details_popover_parent_class)->dispose (object);
}

static void
bayan_details_popover_class_init (BayanDetailsPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_details_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/reader/bayan-details-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanDetailsPopover, box);
  gtk_widget_class_bind_template_child (widget_class, BayanDetailsPopover, source_label);
}

static void
bayan_details_popover_init (BayanDetailsPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_after (self, "map", G_CALLBACK (shown_cb), NULL);
}
