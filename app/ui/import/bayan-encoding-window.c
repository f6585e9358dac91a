/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-encoding-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-encoding-choice.h"
#include "bayan-preview.h"
#include "bayan-text-preview.h"
#include "bayan-trouble-words.h"

struct _BayanEncodingWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanStatement *statement;
  char *charset;
  GCancellable *cancellable; /* of the preview that is under way; nullable */

  AdwWindowTitle *title;
  BayanEncodingChoice *choice;
  GtkLabel *trouble;
  BayanTextPreview *preview;
};

G_DEFINE_FINAL_TYPE (BayanEncodingWindow, bayan_encoding_window, ADW_TYPE_WINDOW)

static void
show_preview (BayanEncodingWindow *self, const BayanPreview *preview)
{
  g_autofree char *trouble = preview->error != NULL ? bayan_trouble_words (preview->error) : NULL;
  gboolean same = g_strcmp0 (self->charset, self->statement->charset) == 0;

  if (preview->charsets != NULL)
    bayan_encoding_choice_show (self->choice, (const char *const *) preview->charsets, self->charset);
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  bayan_text_preview_show (self->preview, preview->statement);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "encoding.apply", preview->statement != NULL && !same);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanEncodingWindow) self = data;
  g_autoptr (BayanPreview) preview = bayan_preview_statement_finish (result, NULL);

  if (preview != NULL && self->desk != NULL)
    show_preview (self, preview);
}

static void
cancel_preview (BayanEncodingWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
preview_again (BayanEncodingWindow *self)
{
  cancel_preview (self);
  self->cancellable = g_cancellable_new ();
  bayan_preview_statement_async (self->statement, self->charset, self->cancellable, previewed_cb,
                                 g_object_ref (self));
}

static void
charset_chosen_cb (BayanEncodingWindow *self, const char *charset)
{
  g_free (self->charset);
  self->charset = g_strdup (charset);
  preview_again (self);
}

/* Only if the reader still shows what was looked at here. */
static void
apply_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanEncodingWindow *self = BAYAN_ENCODING_WINDOW (widget);
  BayanReading *reading = bayan_desk_get_reading (self->desk);

  if (reading != NULL && bayan_reading_get_statement (reading) == self->statement)
    bayan_desk_set_charset (self->desk, self->charset);
  gtk_window_close (GTK_WINDOW (self));
}

static void
dispose (GObject *object)
{
  BayanEncodingWindow *self = BAYAN_ENCODING_WINDOW (object);

  cancel_preview (self);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->statement, bayan_statement_unref);
  g_clear_pointer (&self->charset, g_free);
  G_OBJECT_CLASS (bayan_encoding_window_parent_class)->dispose (object);
}

static void
bayan_encoding_window_class_init (BayanEncodingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (BAYAN_TYPE_ENCODING_CHOICE);
  g_type_ensure (BAYAN_TYPE_TEXT_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/import/bayan-encoding-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanEncodingWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanEncodingWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, BayanEncodingWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, BayanEncodingWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, charset_chosen_cb);
  gtk_widget_class_install_action (widget_class, "encoding.apply", NULL, apply_cb);
}

static void
bayan_encoding_window_init (BayanEncodingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "encoding.apply", FALSE);
}

/**
 * bayan_encoding_window_new:
 * @parent: the window above which it opens
 * @desk: with a reading whose encoding can be chosen, see bayan_desk_can_set_charset()
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_encoding_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanEncodingWindow *self = g_object_new (BAYAN_TYPE_ENCODING_WINDOW, "transient-for", parent, NULL);
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (desk));

  self->desk = g_object_ref (desk);
  self->statement = bayan_statement_ref ((BayanStatement *) statement);
  self->charset = g_strdup (statement->charset);
  adw_window_title_set_subtitle (self->title, statement->name);
  preview_again (self);
  return GTK_WIDGET (self);
}
