/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-same-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-context-line.h"
#include "bayan-date-words.h"
#include "bayan-language.h"
#include "bayan-type-style.h"

struct _BayanSameRow {
  GtkBox parent_instance;
  BayanSameItem *item; /* nullable */
  GBinding *binding;   /* nullable */

  GtkWidget *check;
  GtkWidget *line;
  GtkWidget *note;
  GtkWidget *caption;
};

G_DEFINE_FINAL_TYPE (BayanSameRow, bayan_same_row, GTK_TYPE_BOX)

static void
dispose (GObject *object)
{
  bayan_same_row_set_item (BAYAN_SAME_ROW (object), NULL);
  G_OBJECT_CLASS (bayan_same_row_parent_class)->dispose (object);
}

static void
bayan_same_row_class_init (BayanSameRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (BAYAN_TYPE_CONTEXT_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-same-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanSameRow, check);
  gtk_widget_class_bind_template_child (widget_class, BayanSameRow, line);
  gtk_widget_class_bind_template_child (widget_class, BayanSameRow, note);
  gtk_widget_class_bind_template_child (widget_class, BayanSameRow, caption);
}

static void
bayan_same_row_init (BayanSameRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bayan_same_row_new (void)
{
  return g_object_new (BAYAN_TYPE_SAME_ROW, NULL);
}

/* Why the place may not be the same; NULL where it is. */
static char *
describe_state (BayanSameItem *item)
{
  const char *other = bayan_same_item_get_other (item);
  g_autofree char *name = bayan_language_isolate (other != NULL ? other : "");
  const char *type = bayan_type_style_get_name (bayan_same_item_get_mention_type (item));

  switch (bayan_same_item_get_state (item))
    {
    case BAYAN_SAME_OTHER_THING:
      return other != NULL ? g_strdup_printf (_ ("Suggested as %s"), name)
                           : g_strdup (_ ("Suggested as something else"));
    case BAYAN_SAME_OTHER_TYPE:
      /* Translators: the name of a type of mention */
      return g_strdup_printf (_ ("Suggested as: %s"), type);
    case BAYAN_SAME_UNMARKED:
      return g_strdup (_ ("Not marked"));
    case BAYAN_SAME_WITHIN:
      return g_strdup_printf (_ ("Inside “%s”"), name);
    case BAYAN_SAME_DECIDED:
      if (bayan_same_item_get_status (item) == BAYAN_STATUS_REJECTED)
        return g_strdup (_ ("You rejected it here"));
      /* Translators: the name of a type of mention */
      return g_strdup_printf (_ ("You confirmed it here as: %s"), type);
    case BAYAN_SAME_SUGGESTED:
    default:
      return NULL;
    }
}

static char *
describe_statement (BayanStatementItem *statement)
{
  g_autofree char *day = bayan_date_words_gregorian (bayan_statement_item_get_date (statement));
  g_autofree char *date = bayan_language_isolate (day);
  const char *title = bayan_statement_item_get_title (statement);
  g_autofree char *name = bayan_language_isolate (title != NULL && *title != '\0' ? title
                                                                                  : _ ("Untitled statement"));

  return *day != '\0' ? g_strdup_printf ("%s · %s", name, date) : g_steal_pointer (&name);
}

static void
name_for_screen_readers (BayanSameRow *self, const char *note, const char *caption)
{
  g_autofree char *line = g_strconcat (bayan_occurrence_item_get_before (BAYAN_OCCURRENCE_ITEM (self->item)),
                                       bayan_occurrence_item_get_words (BAYAN_OCCURRENCE_ITEM (self->item)),
                                       bayan_occurrence_item_get_after (BAYAN_OCCURRENCE_ITEM (self->item)), NULL);
  g_autofree char *name = g_strdup_printf ("%s. %s%s%s", line, caption, note != NULL ? ". " : "",
                                           note != NULL ? note : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * bayan_same_row_set_item:
 * @item: (nullable)
 */
void
bayan_same_row_set_item (BayanSameRow *self, BayanSameItem *item)
{
  g_autofree char *note = item != NULL ? describe_state (item) : NULL;
  g_autofree char *caption = item != NULL ? describe_statement (bayan_occurrence_item_get_statement (BAYAN_OCCURRENCE_ITEM (item))) : NULL;

  g_clear_pointer (&self->binding, g_binding_unbind);
  if (!g_set_object (&self->item, item) || item == NULL)
    return;
  bayan_context_line_set_text (BAYAN_CONTEXT_LINE (self->line), bayan_occurrence_item_get_before (BAYAN_OCCURRENCE_ITEM (item)),
                               bayan_occurrence_item_get_words (BAYAN_OCCURRENCE_ITEM (item)), bayan_occurrence_item_get_after (BAYAN_OCCURRENCE_ITEM (item)));
  gtk_label_set_text (GTK_LABEL (self->caption), caption);
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  name_for_screen_readers (self, note, caption);
  self->binding = g_object_bind_property (item, "chosen", self->check, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

void
bayan_same_row_toggle (BayanSameRow *self)
{
  if (self->item != NULL)
    bayan_occurrence_item_set_chosen (BAYAN_OCCURRENCE_ITEM (self->item), !bayan_occurrence_item_get_chosen (BAYAN_OCCURRENCE_ITEM (self->item)));
}
