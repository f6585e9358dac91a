/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-names-preview.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"
#include "bayan-name-line.h"
#include "bayan-name-words.h"
#include "bayan-type-style.h"

struct _BayanNamesPreview {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanNameList *list;
  GArray *news; /* of BayanNameNews: what each row would be */

  AdwWindowTitle *title;
  GtkLabel *summary;
  GtkListView *rows;
  GtkButton *take;
};

G_DEFINE_FINAL_TYPE (BayanNamesPreview, bayan_names_preview, ADW_TYPE_WINDOW)

/* Rows. A line of the list is a string with the place of its row: a GListModel holds objects only. */

static guint
get_row (GtkStringObject *object)
{
  return (guint) g_ascii_strtoull (gtk_string_object_get_string (object), NULL, 10);
}

static const char *
get_news (BayanNameNews news)
{
  switch (news)
    {
    case BAYAN_NAME_NEW:
      return _ ("new");
    case BAYAN_NAME_DIFFERENT:
      return _ ("changed");
    case BAYAN_NAME_KNOWN:
    default:
      return _ ("there already");
    }
}

static void
show_name (BayanNamesPreview *self, BayanNameLine *line, guint place)
{
  const BayanNameRow *row = self->list->rows->pdata[place];
  g_autofree char *country = bayan_name_words_describe_country (row->name->iso3);
  g_autofree char *number = g_strdup_printf (_ ("line %u"), row->line);
  g_autofree char *below =
      g_strdup_printf ("%s · %s%s%s · %s", get_news (g_array_index (self->news, BayanNameNews, place)),
                       bayan_type_style_get_name (row->name->type), country != NULL ? " · " : "",
                       country != NULL ? country : "", number);

  bayan_name_line_show (line, row->name, below);
}

static void
show_problem (BayanNamesPreview *self, BayanNameLine *line, const BayanNameRow *row)
{
  g_autofree char *number = g_strdup_printf (_ ("line %u"), row->line);
  g_autofree char *problem = g_strdup_printf ("%s · %s", bayan_name_words_get_problem (row->problem), number);

  bayan_name_line_show_problem (line, row->words, problem);
}

static void
row_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, bayan_name_line_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
row_bind_cb (BayanNamesPreview *self, GtkListItem *item)
{
  guint place = get_row (gtk_list_item_get_item (item));
  BayanNameLine *line = BAYAN_NAME_LINE (gtk_list_item_get_child (item));
  const BayanNameRow *row = self->list->rows->pdata[place];

  if (row->name != NULL)
    show_name (self, line, place);
  else
    show_problem (self, line, row);
}

/* What cannot be used first: it is what one has to look at. Then the others, each in the order of the file. */
static GListModel *
new_rows (const BayanNameList *list)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (int problems = 1; problems >= 0; problems--)
    for (guint i = 0; i < list->rows->len; i++)
      if ((((const BayanNameRow *) list->rows->pdata[i])->name == NULL) == problems)
        gtk_string_list_take (rows, g_strdup_printf ("%u", i));
  return G_LIST_MODEL (rows);
}

static guint
count (BayanNamesPreview *self, BayanNameNews news)
{
  guint n = 0;

  for (guint i = 0; i < self->news->len; i++)
    n += ((const BayanNameRow *) self->list->rows->pdata[i])->name != NULL
         && g_array_index (self->news, BayanNameNews, i) == news;
  return n;
}

/* "12 new, 3 changed, 5 there already; 2 lines cannot be used" */
static char *
describe (BayanNamesPreview *self)
{
  guint n_new = count (self, BAYAN_NAME_NEW), n_different = count (self, BAYAN_NAME_DIFFERENT);
  guint n_known = count (self, BAYAN_NAME_KNOWN), n_problems = self->list->n_problems;
  g_autofree char *names = NULL, *problems = NULL;

  if (self->list->rows->len == 0)
    return g_strdup (_ ("There are no names in this file."));
  /* Translators: numbers of names in a list */
  names = g_strdup_printf (_ ("New: %1$u, changed: %2$u, there already: %3$u."), n_new, n_different, n_known);
  if (n_problems == 0)
    return g_steal_pointer (&names);
  problems = g_strdup_printf (ngettext ("%u line cannot be used and is left out.",
                                        "%u lines cannot be used and are left out.", n_problems),
                              n_problems);
  return g_strdup_printf ("%s %s", names, problems);
}

static void
show_list (BayanNamesPreview *self)
{
  guint n = count (self, BAYAN_NAME_NEW) + count (self, BAYAN_NAME_DIFFERENT);
  g_autofree char *summary = describe (self);
  g_autofree char *label = g_strdup_printf (ngettext ("_Import %u Name", "_Import %u Names", n), n);
  g_autoptr (GListModel) rows = new_rows (self->list);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_steal_pointer (&rows));

  gtk_label_set_text (self->summary, summary);
  gtk_button_set_label (self->take, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), n > 0 && bayan_desk_get_read_only (self->desk) == NULL);
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (selection));
}

static void
take_clicked_cb (BayanNamesPreview *self)
{
  bayan_desk_import_names (self->desk, self->list);
  gtk_window_close (GTK_WINDOW (self));
}

static void
dispose (GObject *object)
{
  BayanNamesPreview *self = BAYAN_NAMES_PREVIEW (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_names_preview_parent_class)->dispose (object);
  g_clear_pointer (&self->news, g_array_unref);
  g_clear_pointer (&self->list, bayan_name_list_free);
}

static void
bayan_names_preview_class_init (BayanNamesPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/names/bayan-names-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanNamesPreview, title);
  gtk_widget_class_bind_template_child (widget_class, BayanNamesPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, BayanNamesPreview, rows);
  gtk_widget_class_bind_template_child (widget_class, BayanNamesPreview, take);
  gtk_widget_class_bind_template_callback (widget_class, take_clicked_cb);
}

static void
bayan_names_preview_init (BayanNamesPreview *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->rows, factory);
}

/**
 * bayan_names_preview_new:
 * @parent: the window above which it opens
 * @list: (transfer full)
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_names_preview_new (GtkWindow *parent, BayanDesk *desk, const char *file_name, BayanNameList *list)
{
  BayanNamesPreview *self = g_object_new (BAYAN_TYPE_NAMES_PREVIEW, "transient-for", parent, NULL);
  g_autofree char *name = bayan_language_isolate (file_name);
  /* Translators: the name of a file, and its encoding */
  g_autofree char *subtitle = g_strdup_printf (_ ("%1$s, in %2$s"), name, list->charset);

  self->desk = g_object_ref (desk);
  self->list = list;
  self->news = bayan_desk_compare_names (desk, list);
  adw_window_title_set_subtitle (self->title, subtitle);
  show_list (self);
  return GTK_WIDGET (self);
}
