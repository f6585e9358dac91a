/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-text-editor.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the answer needs. The statement may be another one by then: its words are compared. */
typedef struct {
  BayanDesk *desk;
  BayanReading *reading;
  BayanCleanSpan span;
  GtkWidget *entry;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  g_object_unref (self->desk);
  g_object_unref (self->reading);
  g_free (self);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question *self = data;

  if (g_str_equal (response, "write") && bayan_desk_get_reading (self->desk) == self->reading)
    bayan_desk_edit_text (self->desk, self->span, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "write", *words != '\0');
}

/**
 * bayan_text_editor_new:
 * @span: of the reading
 *
 * Returns: (transfer none) (nullable): a dialog, not yet presented; NULL where nothing is open, or @span is of several lines
 */
GtkWidget *
bayan_text_editor_new (GtkWindow *parent, BayanDesk *desk, BayanCleanSpan span)
{
  BayanReading *reading = bayan_desk_get_reading (desk);
  const BayanStatement *statement = reading != NULL ? bayan_reading_get_statement (reading) : NULL;
  g_autofree char *words = NULL;
  AdwMessageDialog *dialog;
  GtkWidget *entry;
  Question *question;

  if (statement == NULL || span.start.byte >= span.end.byte || span.end.byte > statement->text_length_bytes)
    return NULL;
  words = g_strstrip (g_strndup (statement->text + span.start.byte, bayan_clean_span_length_bytes (span)));
  if (*words == '\0' || strchr (words, '\n') != NULL)
    return NULL;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      parent, _ ("Correct the Text"),
      _ ("Names keep their places. Those in what you change ask for another look. The source stays as it is.")));
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "write", _ ("_Write"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "write", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "write");
  adw_message_dialog_set_close_response (dialog, "cancel");
  question = g_new (Question, 1);
  *question = (Question) { g_object_ref (desk), g_object_ref (reading), span, entry };
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  return GTK_WIDGET (dialog);
}
