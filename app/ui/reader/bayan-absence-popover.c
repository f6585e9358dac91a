/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-absence-popover.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-absence-words.h"
#include "bayan-language.h"
#include "bayan-type-style.h"

#define WORDS_CHARS 42

struct _BayanAbsencePopover {
  GtkPopover parent_instance;

  BayanDesk *desk;
  BayanCleanSpan span;
  GCancellable *asking; /* nullable */

  GtkLabel *words;
  GtkDropDown *type;
  GtkBox *reasons;
  GtkWidget *label_button, *list_button;
};

G_DEFINE_FINAL_TYPE (BayanAbsencePopover, bayan_absence_popover, GTK_TYPE_POPOVER)

static void
clear_reasons (BayanAbsencePopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_box_remove (self->reasons, child);
}

static void
add_reason (BayanAbsencePopover *self, const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* A popover asks for the height of its least width only: let there be one width. */
  gtk_label_set_width_chars (GTK_LABEL (label), WORDS_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_box_append (self->reasons, label);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanAbsencePopover) self = data;
  g_autoptr (GPtrArray) reasons = bayan_desk_explain_absence_finish (result, NULL);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  clear_reasons (self);
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    {
      g_autofree char *sentence = bayan_absence_words (reasons->pdata[i]);

      add_reason (self, sentence);
    }
  /* It has the size of what is in it when it pops up, or is told to look again. */
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_present (GTK_POPOVER (self));
  else
    gtk_popover_popup (GTK_POPOVER (self));
}

static void
stop_asking (BayanAbsencePopover *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (BayanAbsencePopover *self)
{
  guint chosen = gtk_drop_down_get_selected (self->type);
  BayanMentionType type = chosen == 0 ? BAYAN_MENTION_N_TYPES : (BayanMentionType) (chosen - 1);

  stop_asking (self);
  if (self->desk == NULL)
    return;
  self->asking = g_cancellable_new ();
  bayan_desk_explain_absence_async (self->desk, self->span, type, self->asking, answered_cb,
                                    g_object_ref (self));
}

static GListModel *
new_types (void)
{
  GtkStringList *types = gtk_string_list_new (NULL);

  gtk_string_list_append (types, _ ("Anything"));
  for (guint type = 0; type < BAYAN_MENTION_N_SUGGESTED; type++)
    gtk_string_list_append (types, bayan_type_style_get_name (type));
  return G_LIST_MODEL (types);
}

static GMenuModel *
new_labels (void)
{
  GMenu *menu = g_menu_new ();

  for (guint type = 0; type < BAYAN_MENTION_N_SUGGESTED; type++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (bayan_type_style_get_name (type), NULL);

      g_menu_item_set_action_and_target (item, "reader.label", "s", bayan_mention_type_to_string (type));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
dispose (GObject *object)
{
  BayanAbsencePopover *self = BAYAN_ABSENCE_POPOVER (object);

  stop_asking (self);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_absence_popover_parent_class)->dispose (object);
}

static void
bayan_absence_popover_class_init (BayanAbsencePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/reader/bayan-absence-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanAbsencePopover, words);
  gtk_widget_class_bind_template_child (widget_class, BayanAbsencePopover, type);
  gtk_widget_class_bind_template_child (widget_class, BayanAbsencePopover, reasons);
  gtk_widget_class_bind_template_child (widget_class, BayanAbsencePopover, label_button);
  gtk_widget_class_bind_template_child (widget_class, BayanAbsencePopover, list_button);
}

static void
bayan_absence_popover_init (BayanAbsencePopover *self)
{
  g_autoptr (GListModel) types = new_types ();
  g_autoptr (GMenuModel) labels = new_labels ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->type, types);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->label_button), labels);
  /* It would keep the keyboard from the window that opens. */
  g_signal_connect_object (self->list_button, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->type, "notify::selected", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
}

BayanAbsencePopover *
bayan_absence_popover_new (void)
{
  return g_object_new (BAYAN_TYPE_ABSENCE_POPOVER, NULL);
}

/**
 * bayan_absence_popover_ask:
 * @span: of the reading's text
 *
 * Asks about the words there, and pops up with the answer.
 */
void
bayan_absence_popover_ask (BayanAbsencePopover *self, BayanDesk *desk, BayanCleanSpan span)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (desk));
  g_autofree char *raw = g_strndup (statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
  g_autofree char *words = bayan_name_list_clean (raw);
  g_autofree char *isolated = bayan_language_isolate (words);
  g_autofree char *heading = g_strdup_printf (_ ("Why not “%s”?"), isolated);
  gboolean can_change = bayan_desk_get_read_only (desk) == NULL;

  g_set_object (&self->desk, desk);
  self->span = span;
  gtk_label_set_text (self->words, heading);
  clear_reasons (self);
  gtk_widget_set_sensitive (self->label_button, can_change);
  /* The target comes first: an action with a parameter is asked for by name at once. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->list_button), "s", words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->list_button), "win.add-name");
  if (gtk_drop_down_get_selected (self->type) != 0)
    gtk_drop_down_set_selected (self->type, 0); /* asks */
  else
    ask (self);
}
