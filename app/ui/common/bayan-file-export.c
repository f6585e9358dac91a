/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-file-export.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-language.h"
#include "bayan-trouble-words.h"

const BayanFileFormat bayan_file_csv = { N_ ("CSV, for spreadsheets"), { "csv", NULL } };
const BayanFileFormat bayan_file_tsv = { N_ ("TSV, with tabs"), { "tsv", "tab", NULL } };

/* From the dialog until the file is written. */
typedef struct {
  const BayanFileExport *export;
  GtkWidget *widget;
} Run;

static void
run_free (Run *self)
{
  g_object_unref (self->widget);
  g_free (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *base_name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (base_name);
  g_autofree char *name = bayan_language_isolate (shown);
  g_autofree char *sentence = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    sentence = g_strdup_printf (_ ("Written to %s"), name);
  else
    sentence = bayan_trouble_words (error);
  run->export->say (run->widget, sentence);
  run_free (run);
}

static gboolean
is_of_format (const char *name, const BayanFileFormat *format)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && g_strv_contains (format->suffixes, dot + 1);
}

/* Returns: (nullable): the format that the name of the file says */
static const BayanFileFormat *
find_format (const BayanFileExport *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; self->formats[i] != NULL; i++)
    if (is_of_format (lower, self->formats[i]))
      return self->formats[i];
  return NULL;
}

/* Returns: (transfer full): @file, or one of that name with the suffix behind it */
static GFile *
add_suffix (GFile *file, const BayanFileFormat *format)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *longer = path != NULL ? g_strconcat (path, ".", format->suffixes[0], NULL) : NULL;

  return longer != NULL ? g_file_new_for_path (longer) : g_object_ref (file);
}

/* @run: taken */
static void
write_to (GFile *file, Run *run)
{
  const BayanFileExport *self = run->export;
  const BayanFileFormat *said = find_format (self, file), *format = said != NULL ? said : self->formats[0];
  g_autoptr (GFile) target = said == NULL && self->adds_suffix ? add_suffix (file, format) : g_object_ref (file);
  g_autoptr (GBytes) bytes = self->write (run->widget, format);

  /* Replaced in one step, when all of it is written beside it */
  if (bytes != NULL)
    g_file_replace_contents_bytes_async (target, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, run);
  else
    run_free (run);
}

/**
 * bayan_file_export_take_chosen:
 * @dialog: (transfer full): a file dialog that was answered
 *
 * Returns: (transfer full) (nullable): the file or the folder that was chosen
 */
GFile *
bayan_file_export_take_chosen (GtkNativeDialog *dialog, int response)
{
  GFile *file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  g_object_unref (dialog);
  return file;
}

static void
place_chosen_cb (GtkNativeDialog *dialog, int response, Run *run)
{
  g_autoptr (GFile) file = bayan_file_export_take_chosen (dialog, response);

  if (file != NULL)
    write_to (file, run);
  else
    run_free (run);
}

/* @suffixes: ends with NULL */
void
bayan_file_export_add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* @text: (transfer full) (nullable) */
GBytes *
bayan_file_export_take_text (char *text)
{
  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

/**
 * bayan_file_export_run:
 * @self: is there as long as the program
 *
 * Asks where, writes, and says how it went.
 */
void
bayan_file_export_run (const BayanFileExport *self, GtkWidget *widget)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ (self->title), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ (self->accept), NULL);
  g_autofree char *name = g_strconcat (_ (self->name), ".", self->formats[0]->suffixes[0], NULL);
  Run *run = g_new0 (Run, 1);

  run->export = self;
  run->widget = g_object_ref (widget);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  for (guint i = 0; self->formats[1] != NULL && self->formats[i] != NULL; i++)
    bayan_file_export_add_filter (GTK_FILE_CHOOSER (dialog), _ (self->formats[i]->label), self->formats[i]->suffixes);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (place_chosen_cb), run);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
