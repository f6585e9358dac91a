/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list shows, from the desk upwards:
 *
 *   lines of the concordance      every BayanConcordanceItem, newest statement first
 *   └ GtkSortListModel            bayan_concordance_item_compare(), by the choice above
 *     └ GtkSingleSelection        the line the keys are at; what is chosen is the line's own
 */
#include "bayan-concordance-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-concordance-row.h"
#include "bayan-concordance.h"
#include "bayan-file-export.h"
#include "bayan-query-help.h"
#include "bayan-query-words.h"
#include "bayan-toast.h"
#include "bayan-type-style.h"

struct _BayanConcordanceWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanConcordance *concordance;
  GtkSorter *sorter;
  BayanLinesOrder order;
  gboolean goes_to_list; /* when what was asked for is found */
  guint delay;           /* source: the query is looked for when the keys rest; 0 for none */

  GtkSearchEntry *entry;
  BayanQueryHelp *help;
  GtkDropDown *order_choice;
  GtkRevealer *about_revealer;
  GtkLabel *about; /* what is listed instead of what the query finds */
  GtkRevealer *trouble_revealer;
  GtkLabel *trouble;
  GtkStack *stack;
  AdwToastOverlay *toasts;
  GtkListView *list;
  GtkLabel *state;
  GtkMenuButton *label_button;
};

G_DEFINE_FINAL_TYPE (BayanConcordanceWindow, bayan_concordance_window, ADW_TYPE_WINDOW)

/* A key more is a query more: each reads texts, so they wait until the keys rest. */
#define DELAY_MS 250

/* What it says */

static guint
count_lines (BayanConcordanceWindow *self)
{
  return g_list_model_get_n_items (bayan_concordance_get_lines (self->concordance));
}

static void
show_page (BayanConcordanceWindow *self)
{
  const char *query = bayan_concordance_get_query (self->concordance);
  const char *page = count_lines (self) > 0                                 ? "lines"
                     : bayan_concordance_get_loading (self->concordance)    ? "loading"
                     : bayan_concordance_get_failed (self->concordance)     ? "failed"
                     : gtk_revealer_get_reveal_child (self->about_revealer) ? "nothing"
                     : query == NULL || *query == '\0'                      ? "empty"
                                                                            : "nothing";

  gtk_stack_set_visible_child_name (self->stack, page);
}

static char *
describe_lines (BayanConcordanceWindow *self)
{
  guint n_lines = count_lines (self), n_statements = bayan_concordance_count_statements (self->concordance);
  guint n_chosen = bayan_concordance_get_n_chosen (self->concordance);
  g_autofree char *statements =
      g_strdup_printf (ngettext ("in %u statement", "in %u statements", n_statements), n_statements);
  g_autofree char *places = NULL;

  if (n_chosen > 0)
    return g_strdup_printf (ngettext ("%u of %u place chosen", "%u of %u places chosen", n_lines), n_chosen,
                            n_lines);
  if (bayan_concordance_get_is_cut (self->concordance))
    /* Translators: a number; "in 12 statements" */
    return g_strdup_printf (_ ("The newest %1$u places, %2$s; there are more"), n_lines, statements);
  places = g_strdup_printf (ngettext ("%u place", "%u places", n_lines), n_lines);
  /* Translators: "120 places"; "in 12 statements" */
  return g_strdup_printf (_ ("%1$s %2$s"), places, statements);
}

static void
show_choice (BayanConcordanceWindow *self)
{
  gboolean has_lines = count_lines (self) > 0;
  gboolean can_label = bayan_concordance_get_n_chosen (self->concordance) > 0
                       && !bayan_concordance_get_loading (self->concordance)
                       && bayan_desk_get_read_only (self->desk) == NULL;
  g_autofree char *lines = has_lines ? describe_lines (self) : g_strdup ("");

  gtk_label_set_text (self->state, lines);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "concordance.all", has_lines);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "concordance.none", has_lines);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "concordance.copy", has_lines);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "concordance.save", has_lines);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "concordance.label", can_label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->label_button), can_label);
}

static void
show_trouble (BayanConcordanceWindow *self)
{
  BayanQueryProblem problem = bayan_concordance_get_problem (self->concordance);
  const char *query = bayan_concordance_get_query (self->concordance);
  g_autofree char *sentence = query != NULL ? bayan_query_words (&problem, query) : NULL;

  if (sentence != NULL)
    gtk_label_set_text (self->trouble, sentence);
  gtk_revealer_set_reveal_child (self->trouble_revealer, sentence != NULL);
}

static void
show_all (BayanConcordanceWindow *self)
{
  show_page (self);
  show_choice (self);
  show_trouble (self);
}

/* Looking for something */

static void
go_to_list (BayanConcordanceWindow *self)
{
  if (self->goes_to_list && count_lines (self) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  self->goes_to_list = FALSE;
}

static void
loading_changed_cb (BayanConcordanceWindow *self)
{
  show_all (self);
  if (!bayan_concordance_get_loading (self->concordance))
    go_to_list (self);
}

static void
look (BayanConcordanceWindow *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  gtk_revealer_set_reveal_child (self->about_revealer, FALSE);
  bayan_concordance_set_query (self->concordance, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static gboolean
delay_over_cb (gpointer data)
{
  BayanConcordanceWindow *self = data;

  self->delay = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
query_changed_cb (BayanConcordanceWindow *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  /* An entry that was emptied for an area looks for nothing. */
  if (gtk_revealer_get_reveal_child (self->about_revealer)
      && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return;
  self->delay = g_timeout_add (DELAY_MS, delay_over_cb, self);
}

static void
query_activated_cb (BayanConcordanceWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  bayan_query_help_remember (self->help, typed);
  self->goes_to_list = TRUE;
  if (g_strcmp0 (typed, bayan_concordance_get_query (self->concordance)) != 0)
    look (self);
  else if (!bayan_concordance_get_loading (self->concordance))
    go_to_list (self);
}

/* Escape: first the query goes, then the window. */
static void
query_stopped_cb (BayanConcordanceWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Another library has other lines. */
static void
library_changed_cb (BayanConcordanceWindow *self)
{
  if (bayan_desk_get_state (self->desk) != BAYAN_DESK_READY)
    gtk_window_close (GTK_WINDOW (self));
}

/* The list */

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  BayanConcordanceWindow *self = data;

  return bayan_concordance_item_compare ((BayanConcordanceItem *) a, (BayanConcordanceItem *) b, self->order);
}

static void
order_changed_cb (BayanConcordanceWindow *self)
{
  self->order = (BayanLinesOrder) MIN (gtk_drop_down_get_selected (self->order_choice),
                                       BAYAN_LINES_N_ORDERS - 1);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  if (count_lines (self) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, bayan_concordance_row_new ());
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_concordance_row_set_item (BAYAN_CONCORDANCE_ROW (gtk_list_item_get_child (list_item)),
                                  gtk_list_item_get_item (list_item));
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_concordance_row_set_item (BAYAN_CONCORDANCE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
fill_list (BayanConcordanceWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSortListModel *sorted;
  GtkSingleSelection *model;

  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, NULL));
  sorted = gtk_sort_list_model_new (g_object_ref (bayan_concordance_get_lines (self->concordance)),
                                    g_object_ref (self->sorter));
  model = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (model, FALSE);
  gtk_single_selection_set_can_unselect (model, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbound_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  g_object_unref (factory);
  g_object_unref (model);
}

static GListModel *
get_sorted (BayanConcordanceWindow *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (self->list));
}

/* The statement opens beside this, with the words selected. */
static void
row_activated_cb (BayanConcordanceWindow *self, guint position)
{
  g_autoptr (BayanConcordanceItem) item = g_list_model_get_item (get_sorted (self), position);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  BayanCleanSpan span;

  if (item == NULL || parent == NULL)
    return;
  span = bayan_concordance_item_get_span (item);
  gtk_widget_activate_action (
      GTK_WIDGET (parent), "win.show-words", "(xuu)",
      bayan_statement_item_get_id (bayan_occurrence_item_get_statement (BAYAN_OCCURRENCE_ITEM (item))),
      span.start.byte, span.end.byte);
}

/* What is done with lines */

static void
say (BayanConcordanceWindow *self, const char *sentence, gboolean can_undo)
{
  adw_toast_overlay_add_toast (self->toasts,
                               bayan_toast_new (sentence, can_undo ? "concordance.undo" : NULL));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bayan_concordance_choose_all (BAYAN_CONCORDANCE_WINDOW (widget)->concordance,
                                g_str_equal (name, "concordance.all"));
}

/* The row that has the focus: the list's own child around our widget has it, not our widget. */
static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (BAYAN_IS_CONCORDANCE_ROW (row))
    bayan_concordance_row_toggle (BAYAN_CONCORDANCE_ROW (row));
}

/* @parameter: the name of a type */
static void
label_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanConcordanceWindow *self = BAYAN_CONCORDANCE_WINDOW (widget);
  guint n_chosen = bayan_concordance_get_n_chosen (self->concordance);
  g_autofree char *sentence = NULL;
  BayanMentionType type;

  if (!bayan_mention_type_from_string (g_variant_get_string (parameter, NULL), &type)
      || !bayan_concordance_label (self->concordance, type))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  /* Translators: how many places; the name of a type of mention */
  sentence = g_strdup_printf (ngettext ("Labelled %1$u place: %2$s", "Labelled %1$u places: %2$s", n_chosen),
                              n_chosen, bayan_type_style_get_name (type));
  bayan_concordance_choose_all (self->concordance, FALSE);
  say (self, sentence, TRUE);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent),
                                g_str_equal (name, "concordance.undo") ? "win.undo" : "win.redo", NULL);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanConcordanceWindow *self = BAYAN_CONCORDANCE_WINDOW (widget);
  g_autofree char *text = bayan_concordance_write (get_sorted (self), FALSE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  say (self, _ ("Lines copied"), FALSE);
}

static GBytes *
write_table (GtkWidget *window, const BayanFileFormat *format)
{
  BayanConcordanceWindow *self = BAYAN_CONCORDANCE_WINDOW (window);

  return self->desk != NULL ? bayan_file_export_take_text (bayan_concordance_write (get_sorted (self), TRUE)) : NULL;
}

static void
say_written (GtkWidget *window, const char *sentence)
{
  if (BAYAN_CONCORDANCE_WINDOW (window)->desk != NULL)
    say (BAYAN_CONCORDANCE_WINDOW (window), sentence, FALSE);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const BayanFileExport table = {
    N_ ("Save Lines"), N_ ("_Save"), N_ ("concordance"), { &bayan_file_csv, NULL }, write_table, say_written,
  };

  bayan_file_export_run (&table, widget);
}

static void
look_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  look (BAYAN_CONCORDANCE_WINDOW (widget));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanConcordanceWindow *self = BAYAN_CONCORDANCE_WINDOW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
open_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (BAYAN_CONCORDANCE_WINDOW (widget)->label_button);
}

/* Life */

static GMenuModel *
new_types_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < BAYAN_MENTION_N_TYPES; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (bayan_type_style_get_name ((BayanMentionType) i), NULL);

      g_menu_item_set_action_and_target (item, "concordance.label", "s",
                                         bayan_mention_type_to_string ((BayanMentionType) i));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
dispose (GObject *object)
{
  BayanConcordanceWindow *self = BAYAN_CONCORDANCE_WINDOW (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_object (&self->concordance);
  g_clear_object (&self->sorter);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_concordance_window_parent_class)->dispose (object);
}

static void
bayan_concordance_window_class_init (BayanConcordanceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (BAYAN_TYPE_QUERY_HELP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/concordance/bayan-concordance-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, help);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, order_choice);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, about_revealer);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, about);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, trouble_revealer);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, list);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, state);
  gtk_widget_class_bind_template_child (widget_class, BayanConcordanceWindow, label_button);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "concordance.all", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "concordance.none", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "concordance.toggle", NULL, toggle_action);
  gtk_widget_class_install_action (widget_class, "concordance.label", "s", label_action);
  gtk_widget_class_install_action (widget_class, "concordance.open-menu", NULL, open_menu_action);
  gtk_widget_class_install_action (widget_class, "concordance.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "concordance.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "concordance.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "concordance.look", NULL, look_action);
  gtk_widget_class_install_action (widget_class, "concordance.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "concordance.redo", NULL, undo_action);
}

static void
bayan_concordance_window_init (BayanConcordanceWindow *self)
{
  g_autoptr (GMenuModel) types = new_types_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->label_button, types);
}

/**
 * bayan_concordance_window_new:
 * @parent: the window beside which it opens
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_concordance_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanConcordanceWindow *self = g_object_new (BAYAN_TYPE_CONCORDANCE_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  self->concordance = bayan_concordance_new (desk);
  bayan_query_help_attach (self->help, GTK_EDITABLE (self->entry), desk);
  fill_list (self);
  show_all (self);
  g_signal_connect_object (self->concordance, "notify::loading", G_CALLBACK (loading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->concordance, "notify::n-chosen", G_CALLBACK (show_choice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* The entry is emptied without a look for nothing. */
void
bayan_concordance_window_show_area (BayanConcordanceWindow *self, const char *area_key, const char *name)
{
  /* Translators: the name of a country, a province or a region */
  g_autofree char *words = g_strdup_printf (_ ("Mentions that count for %s"), name);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_clear_handle_id (&self->delay, g_source_remove);
  gtk_label_set_text (self->about, words);
  gtk_revealer_set_reveal_child (self->about_revealer, TRUE);
  self->goes_to_list = TRUE;
  bayan_concordance_set_area (self->concordance, area_key);
}

/**
 * bayan_concordance_window_look_for:
 * @query: (nullable): NULL leaves what is there
 */
void
bayan_concordance_window_look_for (BayanConcordanceWindow *self, const char *query)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (query == NULL || *query == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  look (self);
}
