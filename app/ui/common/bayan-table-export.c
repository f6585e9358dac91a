/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-table-export.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-language.h"
#include "bayan-trouble-words.h"

/* From the dialog until the file is written. */
typedef struct {
  const BayanTableExport *table;
  GtkWidget *window;
} Run;

static void
run_free (Run *self)
{
  g_object_unref (self->window);
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
  run->table->say (run->window, sentence);
  run_free (run);
}

static gboolean
has_tabs (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".tsv") || g_str_has_suffix (lower, ".tab");
}

static gboolean
is_other_format (const BayanTableExport *table, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return table->other_suffix != NULL && g_str_has_suffix (name, table->other_suffix);
}

/* @run: taken */
static void
write_to (GFile *file, Run *run)
{
  char separator = run->table->or_tabs && has_tabs (file) ? '\t' : ',';
  char *text = is_other_format (run->table, file) ? run->table->write_other (run->window)
                                                  : run->table->write (run->window, separator);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  if (bytes != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, run);
  else
    run_free (run);
}

static void
place_chosen_cb (GtkNativeDialog *dialog, int response, Run *run)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                               : NULL;

  g_object_unref (dialog);
  if (file != NULL)
    write_to (file, run);
  else
    run_free (run);
}

/* @suffixes: ends with NULL */
void
bayan_table_export_add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * bayan_table_export_run:
 * @self: is there as long as the program
 *
 * Asks where, writes, and says how it went.
 */
void
bayan_table_export_run (const BayanTableExport *self, GtkWidget *window)
{
  static const char *const csv[] = { "csv", NULL }, *const tsv[] = { "tsv", "tab", NULL };
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ (self->title), GTK_WINDOW (gtk_widget_get_root (window)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ (self->accept), NULL);
  g_autofree char *name = g_strconcat (_ (self->name), ".csv", NULL);
  Run *run = g_new0 (Run, 1);

  run->table = self;
  run->window = g_object_ref (window);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (self->or_tabs)
    {
      bayan_table_export_add_filter (GTK_FILE_CHOOSER (dialog), _ ("CSV, for spreadsheets"), csv);
      bayan_table_export_add_filter (GTK_FILE_CHOOSER (dialog), _ ("TSV, with tabs"), tsv);
    }
  if (self->other_suffix != NULL)
    bayan_table_export_add_filter (GTK_FILE_CHOOSER (dialog), _ (self->other_format),
                                   (const char *const[]) { self->other_suffix, NULL });
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (place_chosen_cb), run);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
