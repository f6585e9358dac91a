/* SPDX-License-Identifier: GPL-3.0-or-later */
/*   notes of the job            every BayanImportNote, in the order of the files
 *   └ GtkFilterListModel        not those that were added
 *     └ GtkSortListModel        refused ones first, then those that were held back
 *       └ GtkNoSelection → GtkListView
 */
#include "bayan-import-report.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-import-report-row.h"
#include "bayan-language.h"
#include "bayan-trouble-words.h"

struct _BayanImportReport {
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkListView *list;
  GtkWidget *review;
};

G_DEFINE_FINAL_TYPE (BayanImportReport, bayan_import_report, ADW_TYPE_WINDOW)

static gboolean
note_was_not_added (gpointer note, gpointer data)
{
  return bayan_import_note_get_result (note) != BAYAN_IMPORT_ADDED;
}

/* GtkSortListModel keeps the order of equals: that of the files. */
static int
compare_notes (gconstpointer a, gconstpointer b, gpointer data)
{
  BayanImportResult first = bayan_import_note_get_result ((BayanImportNote *) a);
  BayanImportResult second = bayan_import_note_get_result ((BayanImportNote *) b);

  return (int) second - (int) first;
}

static GtkSelectionModel *
new_model (BayanImportJob *job)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (note_was_not_added, NULL, NULL));
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_notes, NULL, NULL));
  GListModel *notes = g_object_ref (bayan_import_job_get_notes (job));
  GListModel *filtered = G_LIST_MODEL (gtk_filter_list_model_new (notes, filter));
  GListModel *sorted = G_LIST_MODEL (gtk_sort_list_model_new (filtered, sorter));

  return GTK_SELECTION_MODEL (gtk_no_selection_new (sorted));
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, bayan_import_report_row_new ());
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_import_report_row_show (BAYAN_IMPORT_REPORT_ROW (gtk_list_item_get_child (list_item)),
                                gtk_list_item_get_item (list_item));
}

static void
review_clicked_cb (BayanImportReport *self)
{
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.review", NULL);
}

static gboolean
has_waiting (BayanImportJob *job)
{
  GListModel *notes = bayan_import_job_get_notes (job);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BayanImportNote) note = g_list_model_get_item (notes, i);
      BayanHeldFile *held = bayan_import_note_get_held (note);
      if (held != NULL && bayan_held_file_get_state (held) == BAYAN_HELD_WAITING)
        return TRUE;
    }
  return FALSE;
}

static void
bayan_import_report_class_init (BayanImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/import/bayan-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanImportReport, title);
  gtk_widget_class_bind_template_child (widget_class, BayanImportReport, list);
  gtk_widget_class_bind_template_child (widget_class, BayanImportReport, review);
  gtk_widget_class_bind_template_callback (widget_class, review_clicked_cb);
}

static void
bayan_import_report_init (BayanImportReport *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * bayan_import_report_new:
 * @parent: the window above which it opens
 * @job: an import that is over
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_import_report_new (GtkWindow *parent, BayanImportJob *job)
{
  BayanImportReport *self = g_object_new (BAYAN_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);
  g_autoptr (GtkSelectionModel) model = new_model (job);
  g_autofree char *summary = bayan_import_report_summarise (job);

  adw_window_title_set_subtitle (self->title, summary);
  gtk_list_view_set_model (self->list, model);
  gtk_widget_set_visible (self->review, has_waiting (job));
  return GTK_WIDGET (self);
}

/**
 * bayan_import_report_summarise:
 * @job: an import that is over
 *
 * Returns: (transfer full): "38 imported, 1 already there, 1 refused"
 */
char *
bayan_import_report_summarise (BayanImportJob *job)
{
  guint n_added = bayan_import_job_get_n_added (job);
  guint n_known = bayan_import_job_get_n_known (job);
  guint n_held = bayan_import_job_get_n_held (job);
  guint n_refused = bayan_import_job_get_n_refused (job);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (n_added > 0 || n_known + n_held + n_refused == 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u imported", "%u imported", n_added), n_added));
  if (n_known > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u already there", "%u already there", n_known), n_known));
  if (n_held > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u to look at", "%u to look at", n_held), n_held));
  if (n_refused > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u refused", "%u refused", n_refused), n_refused));
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between the parts of a list of two or three */
  return g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);
}
