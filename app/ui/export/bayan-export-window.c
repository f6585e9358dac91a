/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-export-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-file-export.h"
#include "bayan-trouble-words.h"

struct _BayanExportWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanExportJob *job; /* nullable: the one that runs */
  GArray *choices;     /* of BayanExportChoice: those in the row of statements */

  AdwPreferencesGroup *choices_group;
  AdwComboRow *format, *statements;
  GtkWidget *confirmed_row;
  GtkSwitch *confirmed;
  GtkLabel *holds, *trouble;
  GtkProgressBar *progress;
  GtkButton *button;
};

enum { EXPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanExportWindow, bayan_export_window, ADW_TYPE_WINDOW)

static const struct {
  const char *name;
  const char *holds; /* and what it cannot hold */
  const char *suffix, *filter;
} FORMATS[BAYAN_EXPORT_N_FORMATS] = {
  [BAYAN_EXPORT_BRAT] = { N_ ("Texts for brat"),
                          N_ ("A folder with the text of each statement and, beside it, its mentions, "
                              "relations and notes, for brat, "
                              "INCEpTION and the programs that read their files. Notes on statements and "
                              "entities, speech acts and "
                              "tags are not in it."),
                          NULL, NULL },
  [BAYAN_EXPORT_MENTIONS] = { N_ ("Table of Mentions (CSV)"),
                              N_ ("One line a mention, with where it stands, what it names and what is noted "
                                  "of it, for "
                                  "spreadsheets and statistics. Relations are not in it."),
                              "csv", N_ ("CSV, for spreadsheets") },
  [BAYAN_EXPORT_CODE_BOOK] = { N_ ("Code Book (JSON)"),
                               N_ ("The labels with their groups, colours, keys and descriptions, for "
                                   "programs."),
                               "json", N_ ("JSON, for programs") },
};

static BayanExportFormat
get_format (BayanExportWindow *self)
{
  return (BayanExportFormat) MIN (adw_combo_row_get_selected (self->format), BAYAN_EXPORT_N_FORMATS - 1);
}

static BayanExportChoice
get_choice (BayanExportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->statements);

  return selected < self->choices->len ? g_array_index (self->choices, BayanExportChoice, selected)
                                       : BAYAN_EXPORT_LIBRARY;
}

/* Showing */

static void
show_choice (BayanExportWindow *self)
{
  BayanExportFormat format = get_format (self);

  gtk_label_set_text (self->holds, _ (FORMATS[format].holds));
  gtk_widget_set_sensitive (GTK_WIDGET (self->statements), format != BAYAN_EXPORT_CODE_BOOK);
  gtk_widget_set_sensitive (self->confirmed_row, format != BAYAN_EXPORT_CODE_BOOK);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button),
                            format == BAYAN_EXPORT_CODE_BOOK
                                || bayan_desk_count_export (self->desk, get_choice (self)) > 0);
}

static void
show_running (BayanExportWindow *self)
{
  gboolean running = self->job != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->choices_group), !running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
  gtk_button_set_label (self->button, running ? _ ("_Cancel") : _ ("_Export…"));
  if (running)
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
}

static void
say (BayanExportWindow *self, const char *trouble)
{
  gtk_label_set_text (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

static void
chosen_cb (BayanExportWindow *self)
{
  if (self->desk == NULL)
    return;
  say (self, NULL);
  show_choice (self);
}

static void
show_fraction (BayanExportWindow *self)
{
  /* Translators: the twelfth of forty files */
  g_autofree char *words = g_strdup_printf (_ ("%1$u of %2$u"), bayan_export_job_get_n_done (self->job),
                                            bayan_export_job_get_n_total (self->job));

  gtk_progress_bar_set_fraction (self->progress, bayan_export_job_get_fraction (self->job));
  gtk_progress_bar_set_text (self->progress, words);
}

/* What to do about a place that takes nothing; the library's own troubles have words of theirs. */
static char *
describe_failure (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup (_ ("The disk is full. Nothing was written; make room, or choose another place."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return g_strdup (_ ("You may not write there. Choose a folder of your own."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_ ("The folder is not there any more. Choose another one."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_strdup (_ ("A folder has this name. Choose another name."));
  return bayan_trouble_words (error);
}

/* Exporting */

static void
ended_cb (BayanExportWindow *self)
{
  g_autoptr (BayanExportJob) job = g_steal_pointer (&self->job);
  g_autofree char *trouble = NULL;

  if (job == NULL || bayan_export_job_get_running (job))
    {
      self->job = g_steal_pointer (&job);
      return;
    }
  g_signal_handlers_disconnect_by_data (job, self);
  show_running (self);
  if (bayan_export_job_get_written (job) != NULL)
    {
      g_signal_emit (self, signals[EXPORTED], 0, bayan_export_job_get_written (job));
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  trouble = bayan_export_job_get_error (job) != NULL ? describe_failure (bayan_export_job_get_error (job))
                                                     : NULL;
  say (self, trouble);
}

static void
export_to (BayanExportWindow *self, GFile *target)
{
  say (self, NULL);
  self->job = bayan_desk_export (self->desk, get_format (self), get_choice (self),
                                 gtk_switch_get_active (self->confirmed), target);
  g_signal_connect_object (self->job, "notify::fraction", G_CALLBACK (show_fraction), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "notify::running", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  show_fraction (self);
  show_running (self);
}

static void
place_chosen_cb (GtkNativeDialog *dialog, int response, BayanExportWindow *self)
{
  g_autoptr (GFile) file = bayan_file_export_take_chosen (dialog, response);

  if (file != NULL && self->job == NULL && self->desk != NULL)
    export_to (self, file);
}

static void
choose_place (BayanExportWindow *self)
{
  BayanExportFormat format = get_format (self);
  gboolean is_folder = FORMATS[format].suffix == NULL;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      is_folder ? _ ("Where to Make a Folder") : _ ("Export"), GTK_WINDOW (self),
      is_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);

  if (!is_folder)
    {
      const char *const suffixes[] = { FORMATS[format].suffix, NULL };
      g_autofree char *name =
          g_strdup_printf ("%s.%s", format == BAYAN_EXPORT_MENTIONS ? _ ("mentions") : _ ("code-book"),
                           FORMATS[format].suffix);

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
      bayan_file_export_add_filter (GTK_FILE_CHOOSER (dialog), _ (FORMATS[format].filter), suffixes);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
clicked_cb (BayanExportWindow *self)
{
  if (self->job != NULL)
    bayan_export_job_cancel (self->job);
  else
    choose_place (self);
}

/* Life */

static void
dispose (GObject *object)
{
  BayanExportWindow *self = BAYAN_EXPORT_WINDOW (object);

  if (self->job != NULL)
    bayan_export_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->choices, g_array_unref);
  G_OBJECT_CLASS (bayan_export_window_parent_class)->dispose (object);
}

static void
bayan_export_window_class_init (BayanExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/export/bayan-export-window.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "choices", FALSE,
                                             G_STRUCT_OFFSET (BayanExportWindow, choices_group));
  gtk_widget_class_bind_template_child (widget_class, BayanExportWindow, format);
  gtk_widget_class_bind_template_child (widget_class, BayanExportWindow, statements);
  gtk_widget_class_bind_template_child (widget_class, BayanExportWindow, confirmed_row);
  gtk_widget_class_bind_template_child (widget_class, BayanExportWindow, confirmed);
  gtk_widget_class_bind_template_child (widget_class, BayanExportWindow, holds);
  gtk_widget_class_bind_template_child (widget_class, BayanExportWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, BayanExportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, BayanExportWindow, button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  signals[EXPORTED] = g_signal_new ("exported", BAYAN_TYPE_EXPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
bayan_export_window_init (BayanExportWindow *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (BayanExportChoice));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_choice (BayanExportChoice choice, guint n_statements)
{
  switch (choice)
    {
    case BAYAN_EXPORT_MATCHING:
      return g_strdup_printf (ngettext ("Those in the list: %u", "Those in the list: %u", n_statements),
                              n_statements);
    case BAYAN_EXPORT_READING:
      return g_strdup (_ ("The one in the reader"));
    case BAYAN_EXPORT_LIBRARY:
    default:
      return g_strdup_printf (ngettext ("The whole library: %u", "The whole library: %u", n_statements),
                              n_statements);
    }
}

/* Those that differ, the most likely first: a list that is not filtered is the library. */
static void
fill_statements (BayanExportWindow *self)
{
  static const BayanExportChoice CHOICES[] = { BAYAN_EXPORT_MATCHING, BAYAN_EXPORT_LIBRARY,
                                               BAYAN_EXPORT_READING };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CHOICES); i++)
    {
      BayanExportChoice choice = CHOICES[i];
      guint n_statements = bayan_desk_count_export (self->desk, choice);
      g_autofree char *name = describe_choice (choice, n_statements);

      if ((choice == BAYAN_EXPORT_MATCHING && !bayan_desk_is_filtered (self->desk))
          || (choice == BAYAN_EXPORT_READING && n_statements == 0))
        continue;
      gtk_string_list_append (names, name);
      g_array_append_val (self->choices, choice);
    }
  adw_combo_row_set_model (self->statements, G_LIST_MODEL (names));
}

static void
fill_formats (BayanExportWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint format = 0; format < BAYAN_EXPORT_N_FORMATS; format++)
    gtk_string_list_append (names, _ (FORMATS[format].name));
  adw_combo_row_set_model (self->format, G_LIST_MODEL (names));
}

/* Another library has other statements. */
static void
state_changed_cb (BayanExportWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * bayan_export_window_new:
 * @parent: the window above which it opens
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_export_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanExportWindow *self = g_object_new (BAYAN_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  fill_formats (self);
  fill_statements (self);
  show_choice (self);
  show_running (self);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
