/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-notes-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-language.h"
#include "bayan-note-item.h"
#include "bayan-stage-words.h"

#define GAP_PIXELS 9

struct _BayanNotesWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  GSignalGroup *desk_signals;
  guint serial;      /* of the notes that are shown */
  GListStore *notes; /* of BayanNoteItem */
  GtkFilterListModel *found;
  char *wanted; /* nullable: what is searched for, folded */

  AdwWindowTitle *title;
  GtkSearchEntry *search;
  GtkToggleButton *here;
  GtkStack *stack;
  GtkListView *rows;
};

G_DEFINE_FINAL_TYPE (BayanNotesWindow, bayan_notes_window, ADW_TYPE_WINDOW)

/* Showing: notes → found (search) → rows */

static void
show_page (BayanNotesWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->notes));
  g_autofree char *count = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
  const char *page = n == 0                                                       ? "none"
                     : g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0 ? "nothing"
                                                                                  : "notes";

  gtk_stack_set_visible_child_name (self->stack, page);
  adw_window_title_set_subtitle (self->title, n > 0 ? count : "");
}

static void
show_notes (BayanNotesWindow *self)
{
  gint64 statement = gtk_toggle_button_get_active (self->here) ? bayan_desk_get_selected (self->desk) : 0;
  g_autoptr (GPtrArray) notes = bayan_desk_list_notes (self->desk, statement);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (items, bayan_note_item_new (notes->pdata[i]));
  self->serial = bayan_desk_get_notes_serial (self->desk);
  g_list_store_splice (self->notes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->notes)), items->pdata,
                       items->len);
  show_page (self);
}

static void
updated_cb (BayanNotesWindow *self)
{
  if (self->serial != bayan_desk_get_notes_serial (self->desk))
    show_notes (self);
}

static void
here_toggled_cb (BayanNotesWindow *self)
{
  if (self->desk != NULL)
    show_notes (self);
}

static gboolean
holds (const char *words, const char *wanted)
{
  g_autofree char *folded = bayan_desk_fold_words (words);

  return strstr (folded, wanted) != NULL;
}

static gboolean
matches (gpointer object, gpointer data)
{
  BayanNotesWindow *self = data;
  const BayanNote *note = bayan_note_item_get_note (object);

  return self->wanted == NULL || holds (note->text, self->wanted) || holds (note->words, self->wanted)
         || holds (note->who, self->wanted);
}

static void
search_changed_cb (BayanNotesWindow *self)
{
  g_autofree char *wanted = bayan_desk_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_strstrip (wanted);
  g_clear_pointer (&self->wanted, g_free);
  if (*wanted != '\0')
    self->wanted = g_steal_pointer (&wanted);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self);
}

/* Escape: first the search goes, then the window. */
static void
search_stopped_cb (BayanNotesWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Rows: what is noted, and below it of what, by whom and when */

static char *
describe_subject (BayanNotesWindow *self, const BayanNote *note)
{
  g_autofree char *words = note->about != BAYAN_NOTE_OF_LIBRARY ? bayan_language_isolate (note->words) : NULL;

  switch (note->about)
    {
    case BAYAN_NOTE_OF_MENTION:
      {
        BayanStatementItem *item = bayan_desk_find_statement (self->desk, note->statement);
        g_autofree char *title = bayan_language_isolate (item != NULL ? bayan_statement_item_get_title (item) : "");

        /* Translators: words that are marked, and the title of the statement that they stand in */
        return g_strdup_printf (_ ("“%1$s” in %2$s"), words, title);
      }
    case BAYAN_NOTE_OF_ENTITY:
      return g_strdup_printf (_ ("Entity: %s"), words);
    case BAYAN_NOTE_OF_STATEMENT:
      return g_strdup_printf (_ ("Statement: %s"), words);
    case BAYAN_NOTE_OF_LIBRARY:
    default:
      return g_strdup (_ ("The library"));
    }
}

static GtkWidget *
new_label (const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class_name != NULL)
    {
      gtk_widget_add_css_class (label, class_name);
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

static void
row_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *text = new_label (NULL);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 4);
  gtk_widget_set_margin_start (box, GAP_PIXELS);
  gtk_widget_set_margin_end (box, GAP_PIXELS);
  gtk_widget_set_margin_top (box, GAP_PIXELS);
  gtk_widget_set_margin_bottom (box, GAP_PIXELS);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), new_label ("subject"));
  gtk_box_append (GTK_BOX (box), new_label ("dim-label"));
  gtk_list_item_set_child (item, box);
}

static void
row_bind_cb (BayanNotesWindow *self, GtkListItem *item)
{
  const BayanNote *note = bayan_note_item_get_note (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item), *text = gtk_widget_get_first_child (box);
  GtkWidget *subject = gtk_widget_get_next_sibling (text), *who = gtk_widget_get_next_sibling (subject);
  g_autofree char *of = describe_subject (self, note);
  g_autofree char *by = bayan_language_isolate (note->who);
  g_autofree char *at = bayan_stage_words_describe_moment (note->at);
  /* Translators: who, and when */
  g_autofree char *words = g_strdup_printf (_ ("%1$s, %2$s"), by, at);
  g_autofree char *all = g_strdup_printf ("%s, %s, %s", note->text, of, words);

  gtk_label_set_text (GTK_LABEL (text), note->text);
  gtk_label_set_text (GTK_LABEL (subject), of);
  gtk_label_set_text (GTK_LABEL (who), words);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    all, -1);
}

/* Goes where the note belongs; what has no place there, or none any more, is opened. */
static void
row_activated_cb (BayanNotesWindow *self, guint position)
{
  g_autoptr (BayanNoteItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  const BayanNote *note = item != NULL ? bayan_note_item_get_note (item) : NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (note == NULL || parent == NULL)
    return;
  if (note->about == BAYAN_NOTE_OF_MENTION)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-place", "(xx)", note->statement, note->target);
  else if (note->about == BAYAN_NOTE_OF_STATEMENT)
    bayan_desk_select_statement (self->desk, note->target);
  else
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.note", "(ux)", (guint) note->about, note->target);
  gtk_window_close (GTK_WINDOW (self));
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (BAYAN_NOTES_WINDOW (widget)->search));
}

static void
note_library_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_window_close (GTK_WINDOW (widget));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.note", "(ux)", (guint) BAYAN_NOTE_OF_LIBRARY, (gint64) 0);
}

/* Life */

static void
dispose (GObject *object)
{
  BayanNotesWindow *self = BAYAN_NOTES_WINDOW (object);

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_notes_window_parent_class)->dispose (object);
  g_clear_object (&self->found);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->wanted, g_free);
}

static void
bayan_notes_window_class_init (BayanNotesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/notes/bayan-notes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanNotesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanNotesWindow, search);
  gtk_widget_class_bind_template_child (widget_class, BayanNotesWindow, here);
  gtk_widget_class_bind_template_child (widget_class, BayanNotesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanNotesWindow, rows);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, here_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "notes.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "notes.note-library", NULL, note_library_action);
}

static void
bayan_notes_window_init (BayanNotesWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->notes = g_list_store_new (BAYAN_TYPE_NOTE_ITEM);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->notes)), filter);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->found)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->rows, factory);
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (selection));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * bayan_notes_window_new:
 * @parent: the window above which it opens
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_notes_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanNotesWindow *self = g_object_new (BAYAN_TYPE_NOTES_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  gtk_widget_set_sensitive (GTK_WIDGET (self->here), bayan_desk_get_selected (desk) != 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  show_notes (self);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (updated_cb), self);
  g_signal_group_set_target (self->desk_signals, desk);
  return GTK_WIDGET (self);
}
