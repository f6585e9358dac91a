/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-column-chooser.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"

/* Nobody looks through more, and each is a list of roles. The others keep the role that was guessed. */
#define MAX_COLUMNS 24
#define CELL_CHARS 18

struct _BayanColumnChooser {
  AdwBin parent_instance;
  GtkScrolledWindow *scrolled;
  BayanHeldFile *held; /* nullable */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanColumnChooser, bayan_column_chooser, ADW_TYPE_BIN)

static const char *const ROLES[BAYAN_TABLE_N_ROLES + 1] = {
  [BAYAN_TABLE_ROLE_NONE] = N_ ("Leave out"),  [BAYAN_TABLE_ROLE_TEXT] = N_ ("Text"),
  [BAYAN_TABLE_ROLE_TITLE] = N_ ("Title"),     [BAYAN_TABLE_ROLE_SUBTITLE] = N_ ("Subtitle"),
  [BAYAN_TABLE_ROLE_DATE] = N_ ("Date"),       [BAYAN_TABLE_ROLE_OUTLET] = N_ ("Outlet"),
  [BAYAN_TABLE_ROLE_ISSUER] = N_ ("Issuer"),   [BAYAN_TABLE_ROLE_AUTHOR] = N_ ("Author"),
  [BAYAN_TABLE_ROLE_ADDRESS] = N_ ("Address"), [BAYAN_TABLE_ROLE_LANGUAGE] = N_ ("Language"),
};

static void
finalize (GObject *object)
{
  g_clear_object (&BAYAN_COLUMN_CHOOSER (object)->held);
  G_OBJECT_CLASS (bayan_column_chooser_parent_class)->finalize (object);
}

static void
bayan_column_chooser_class_init (BayanColumnChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  signals[CHANGED] = g_signal_new ("changed", BAYAN_TYPE_COLUMN_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bayan_column_chooser_init (BayanColumnChooser *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->scrolled = GTK_SCROLLED_WINDOW (scrolled);
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_add_css_class (scrolled, "frame");
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
role_selected_cb (GtkDropDown *list, GParamSpec *pspec, BayanColumnChooser *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), "column"));

  bayan_held_file_set_role (self->held, column, (BayanTableRole) gtk_drop_down_get_selected (list));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_role_list (BayanColumnChooser *self, guint column, const char *name)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *list;
  /* Translators: of a column of a table, by its name */
  g_autofree char *label = g_strdup_printf (_ ("What column %s is"), name);

  for (guint role = 0; role < BAYAN_TABLE_N_ROLES; role++)
    gtk_string_list_append (words, _ (ROLES[role]));
  list = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), bayan_held_file_get_role (self->held, column));
  g_object_set_data (G_OBJECT (list), "column", GUINT_TO_POINTER (column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (role_selected_cb), self, 0);
  return list;
}

/* One line, whatever is in it. */
static GtkWidget *
new_cell (const char *text, const char *css_class)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 4 * CELL_CHARS));
  g_autofree char *line = g_strdelimit (g_steal_pointer (&start), "\n\r\t", ' ');
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label),
                        bayan_language_is_rtl_text (line) == bayan_language_is_arabic () ? 0 : 1);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
get_column_name (BayanHeldFile *held, guint column)
{
  const char *name = bayan_held_file_get_column_name (held, column);

  return name != NULL && *name != '\0' ? g_strdup (name) : g_strdup_printf ("%u", column + 1);
}

static void
add_column (BayanColumnChooser *self, GtkGrid *grid, guint column)
{
  g_autofree char *name = get_column_name (self->held, column);
  guint n_rows = bayan_held_file_get_n_samples (self->held);

  gtk_grid_attach (grid, new_role_list (self, column, name), (int) column, 0, 1, 1);
  gtk_grid_attach (grid, new_cell (name, "heading"), (int) column, 1, 1, 1);
  for (guint row = 0; row < n_rows; row++)
    {
      const char *sample = bayan_held_file_get_sample (self->held, row, column);
      gtk_grid_attach (grid, new_cell (sample != NULL ? sample : "", "caption"), (int) column, (int) row + 2,
                       1, 1);
    }
}

/**
 * bayan_column_chooser_show:
 * @held: a table
 */
void
bayan_column_chooser_show (BayanColumnChooser *self, BayanHeldFile *held)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n_columns = MIN (bayan_held_file_get_n_columns (held), MAX_COLUMNS);

  g_return_if_fail (BAYAN_IS_COLUMN_CHOOSER (self));
  g_set_object (&self->held, held);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_widget_add_css_class (grid, "column-chooser");
  for (guint column = 0; column < n_columns; column++)
    add_column (self, GTK_GRID (grid), column);
  gtk_scrolled_window_set_child (self->scrolled, grid);
}
