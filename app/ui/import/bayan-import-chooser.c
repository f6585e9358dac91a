/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-chooser.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

typedef struct {
  BayanFilesChosen chosen;
  gpointer data;
} Choice;

static void
responded_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      choice->chosen (files, choice->data);
    }
  g_object_unref (dialog);
}

static void
free_choice (gpointer choice, GClosure *closure)
{
  g_free (choice);
}

static void
show (GtkFileChooserNative *dialog, BayanFilesChosen chosen, gpointer data)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { chosen, data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (responded_cb), choice, free_choice, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* By what analysts look for. What a file is, is found out by its content, not by its name. */
static const struct {
  const char *name;
  const char *suffixes[8];
} KINDS[] = {
  { N_ ("Text and web pages"), { "txt", "text", "html", "htm", "xhtml", "mht", "mhtml" } },
  { N_ ("Documents (Word, OpenDocument, RTF, PDF)"), { "docx", "docm", "odt", "fodt", "rtf", "pdf" } },
  { N_ ("Mails and archives"), { "eml", "mbox", "zip", "tar", "tgz", "7z" } },
  { N_ ("Tables of statements (CSV, JSON)"), { "csv", "tsv", "json", "jsonl", "ndjson" } },
};

static void
add_suffixes (GtkFileFilter *filter, const char *const *suffixes)
{
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) readable = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (readable, _ ("All that Bayan reads"));
  gtk_file_chooser_add_filter (chooser, readable);
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (KINDS[i].name));
      add_suffixes (filter, KINDS[i].suffixes);
      add_suffixes (readable, KINDS[i].suffixes);
      gtk_file_chooser_add_filter (chooser, filter);
    }
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * bayan_import_chooser_choose_files:
 * @parent: the window above which the dialog opens
 * @chosen: (scope async): called with the files; not called where the analyst thinks better of it
 * @data: for @chosen; must live as long as @parent
 */
void
bayan_import_chooser_choose_files (GtkWindow *parent, BayanFilesChosen chosen, gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Import Statements"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  show (dialog, chosen, data);
}

/**
 * bayan_import_chooser_choose_folder:
 * @parent: the window above which the dialog opens
 * @chosen: (scope async): called with the folders; not called where the analyst thinks better of it
 * @data: for @chosen; must live as long as @parent
 */
void
bayan_import_chooser_choose_folder (GtkWindow *parent, BayanFilesChosen chosen, gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Import a Folder"), parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Import"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  show (dialog, chosen, data);
}

/**
 * bayan_import_chooser_choose_watched:
 * @parent: the window above which the dialog opens
 * @chosen: (scope async): called with the folder; not called where the analyst thinks better of it
 * @data: for @chosen; must live as long as @parent
 */
void
bayan_import_chooser_choose_watched (GtkWindow *parent, BayanFilesChosen chosen, gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Watch a Folder"), parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Watch"), NULL);

  show (dialog, chosen, data);
}
