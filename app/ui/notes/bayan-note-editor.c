/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-note-editor.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"
#include "bayan-stage-words.h"

struct _BayanNoteEditor {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanNoteAbout about;
  gint64 target;

  AdwWindowTitle *title;
  GtkTextView *text;
  GtkLabel *who;
  GtkWidget *save, *remove;
};

G_DEFINE_FINAL_TYPE (BayanNoteEditor, bayan_note_editor, ADW_TYPE_WINDOW)

static char *
dup_text (BayanNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanNoteEditor *self = BAYAN_NOTE_EDITOR (widget);
  g_autofree char *text = dup_text (self);

  if (bayan_desk_get_read_only (self->desk) != NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  bayan_desk_set_note (self->desk, self->about, self->target, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanNoteEditor *self = BAYAN_NOTE_EDITOR (widget);

  bayan_desk_set_note (self->desk, self->about, self->target, "");
  gtk_window_close (GTK_WINDOW (self));
}

static const char *
get_title (BayanNoteAbout about)
{
  switch (about)
    {
    case BAYAN_NOTE_OF_MENTION:
      return _ ("Note on a Mention");
    case BAYAN_NOTE_OF_ENTITY:
      return _ ("Note on an Entity");
    case BAYAN_NOTE_OF_STATEMENT:
      return _ ("Note on the Statement");
    case BAYAN_NOTE_OF_LIBRARY:
    default:
      return _ ("Note on the Library");
    }
}

static void
show_note (BayanNoteEditor *self, const BayanNote *note)
{
  g_autofree char *who = bayan_language_isolate (note->who);
  g_autofree char *at = bayan_stage_words_describe_moment (note->at);
  /* Translators: who, and when */
  g_autofree char *words = g_strdup_printf (_ ("%1$s, %2$s"), who, at);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), note->text, -1);
  gtk_label_set_text (self->who, words);
}

static void
dispose (GObject *object)
{
  g_clear_object (&BAYAN_NOTE_EDITOR (object)->desk);
  G_OBJECT_CLASS (bayan_note_editor_parent_class)->dispose (object);
}

static void
bayan_note_editor_class_init (BayanNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/notes/bayan-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanNoteEditor, title);
  gtk_widget_class_bind_template_child (widget_class, BayanNoteEditor, text);
  gtk_widget_class_bind_template_child (widget_class, BayanNoteEditor, who);
  gtk_widget_class_bind_template_child (widget_class, BayanNoteEditor, save);
  gtk_widget_class_bind_template_child (widget_class, BayanNoteEditor, remove);
  gtk_widget_class_install_action (widget_class, "note.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "note.remove", NULL, remove_action);
}

static void
bayan_note_editor_init (BayanNoteEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_note_editor_new:
 * @parent: the window above which it opens
 * @target: see bayan_desk_find_note()
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_note_editor_new (GtkWindow *parent, BayanDesk *desk, BayanNoteAbout about, gint64 target)
{
  BayanNoteEditor *self = g_object_new (BAYAN_TYPE_NOTE_EDITOR, "transient-for", parent, NULL);
  const BayanNote *note = bayan_desk_find_note (desk, about, target);
  g_autofree char *words = bayan_desk_describe_target (desk, about, target);
  gboolean writable = bayan_desk_get_read_only (desk) == NULL;

  self->desk = g_object_ref (desk);
  self->about = about;
  self->target = target;
  gtk_window_set_title (GTK_WINDOW (self), get_title (about));
  adw_window_title_set_title (self->title, get_title (about));
  adw_window_title_set_subtitle (self->title, words != NULL ? words : note != NULL ? note->words : "");
  if (note != NULL)
    show_note (self, note);
  gtk_widget_set_visible (GTK_WIDGET (self->who), note != NULL);
  gtk_widget_set_visible (self->remove, note != NULL && writable);
  gtk_widget_set_sensitive (self->save, writable);
  gtk_text_view_set_editable (self->text, writable);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return GTK_WIDGET (self);
}
