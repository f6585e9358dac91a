/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-library-chooser.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#define SUFFIX ".bayan"

typedef struct {
  BayanLibraryChosen chosen;
  gpointer data;
  gboolean make;
} Choice;

static char *
get_path (GtkFileChooser *chooser, gboolean make)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  char *path = file != NULL ? g_file_get_path (file) : NULL;
  char *with_suffix;

  if (path == NULL || !make || g_str_has_suffix (path, SUFFIX))
    return path;
  with_suffix = g_strconcat (path, SUFFIX, NULL);
  g_free (path);
  return with_suffix;
}

static void
responded_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autofree char *path = get_path (GTK_FILE_CHOOSER (dialog), choice->make);

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    choice->chosen (path, choice->data);
  g_object_unref (dialog);
}

static void
free_choice (gpointer choice, GClosure *closure)
{
  g_free (choice);
}

static void
show (GtkFileChooserNative *dialog, BayanLibraryChosen chosen, gpointer data, gboolean make)
{
  Choice *choice = g_new (Choice, 1);
  g_autoptr (GtkFileFilter) libraries = gtk_file_filter_new ();

  *choice = (Choice) { chosen, data, make };
  gtk_file_filter_set_name (libraries, _ ("Bayan libraries"));
  gtk_file_filter_add_suffix (libraries, "bayan");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), libraries);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (responded_cb), choice, free_choice, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * bayan_library_chooser_open:
 * @parent: the window above which the dialog opens
 * @chosen: (scope async): called with the path of a file that is there
 * @data: for @chosen; must live as long as @parent
 */
void
bayan_library_chooser_open (GtkWindow *parent, BayanLibraryChosen chosen, gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Open a Library"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  show (dialog, chosen, data, FALSE);
}

/**
 * bayan_library_chooser_make:
 * @parent: the window above which the dialog opens
 * @chosen: (scope async): called with the path of a file that is not there yet; where the analyst chose one
 * that is, it is opened, not overwritten
 * @data: for @chosen; must live as long as @parent
 */
void
bayan_library_chooser_make (GtkWindow *parent, BayanLibraryChosen chosen, gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("New Library"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Make"), NULL);
  g_autofree char *name = g_strconcat (_ ("Statements"), SUFFIX, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show (dialog, chosen, data, TRUE);
}

/* "المكتبة (2026-11-30).bayan" */
static char *
name_copy (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d"), *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_strdup_printf ("%s (%s)" SUFFIX, name, day);
}

/**
 * bayan_library_chooser_copy:
 * @parent: the window above which the dialog opens
 * @path: of the library
 * @chosen: (scope async): called with the path of the copy; where a file is there, the analyst has agreed that it is replaced
 * @data: for @chosen; must live as long as @parent
 */
void
bayan_library_chooser_copy (GtkWindow *parent, const char *path, BayanLibraryChosen chosen, gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save a Copy of the Library"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autofree char *name = name_copy (path);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show (dialog, chosen, data, TRUE);
}
