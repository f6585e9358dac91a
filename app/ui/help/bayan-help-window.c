/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-help-window.h"

#include <string.h>

#include "bayan-help-page.h"

#define SCHEME "help:"

/* In the order in which one reads them */
static const char *const PAGES[] = { "first-minutes", "import", "annotate", "entities", "map",
                                     "search",        "undo",   "data",     "shortcuts" };

struct _BayanHelpWindow {
  AdwWindow parent_instance;
  BayanHelpPage *pages[G_N_ELEMENTS (PAGES)]; /* nullable: those that can be read */

  GtkListBox *list;
  GtkScrolledWindow *scroller;
  AdwBin *place;
  AdwStatusPage *failure;
};

G_DEFINE_FINAL_TYPE (BayanHelpWindow, bayan_help_window, ADW_TYPE_WINDOW)

static void
row_selected_cb (BayanHelpWindow *self, GtkListBoxRow *row)
{
  const BayanHelpPage *page = row != NULL ? self->pages[gtk_list_box_row_get_index (row)] : NULL;

  if (page == NULL)
    return;
  adw_bin_set_child (self->place, page->body);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, page->title,
                                  -1);
}

/* Links between pages stay in this window. */
static gboolean
link_cb (BayanHelpWindow *self, const char *address)
{
  if (!g_str_has_prefix (address, SCHEME))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    if (g_str_equal (address + strlen (SCHEME), PAGES[i]))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
  return TRUE;
}

static void
follow_links (BayanHelpWindow *self, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_signal_connect_object (widget, "activate-link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    follow_links (self, child);
}

static void
add_row (BayanHelpWindow *self, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_append (self->list, label);
}

/* @folder: where the pages are */
static void
read_pages (BayanHelpWindow *self, const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      g_autofree char *name = g_strconcat (PAGES[i], ".page", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      self->pages[i] = bayan_help_page_read (path, &error);
      if (self->pages[i] == NULL)
        {
          adw_status_page_set_description (self->failure, error->message);
          gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
          gtk_widget_set_visible (GTK_WIDGET (self->scroller), FALSE);
          return;
        }
      follow_links (self, self->pages[i]->body);
      add_row (self, self->pages[i]->title);
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
finalize (GObject *object)
{
  BayanHelpWindow *self = BAYAN_HELP_WINDOW (object);

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    g_clear_pointer (&self->pages[i], bayan_help_page_free);
  G_OBJECT_CLASS (bayan_help_window_parent_class)->finalize (object);
}

static void
bayan_help_window_class_init (BayanHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/help/bayan-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, BayanHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, BayanHelpWindow, place);
  gtk_widget_class_bind_template_child (widget_class, BayanHelpWindow, failure);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
bayan_help_window_init (BayanHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_help_window_new:
 * @parent: the window above which it opens
 * @folder: with the manual's pages in the language of the interface
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_help_window_new (GtkWindow *parent, const char *folder)
{
  BayanHelpWindow *self = g_object_new (BAYAN_TYPE_HELP_WINDOW, "transient-for", parent, NULL);

  read_pages (self, folder);
  return GTK_WIDGET (self);
}
