/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window from the inside: what its actions do to the panes, and that every control has a name. */
#include <glib/gstdio.h>
#include <locale.h>

#include "bayan-config.h"
#include "bayan-entity-lines.h"
#include "bayan-help-window.h"
#include "bayan-reader-pane.h"
#include "window-fixture.h"

static const char *const TEXT = "بيان صحفي\n\n"
                                "رحب العراق بمشاركة الأردن في الاجتماع. وأكد العراق التزامه بدعم سوريا، "
                                "وأعرب العراق عن شكره للأمم المتحدة.\n";
static const char *const OTHER_TEXT =
    "بيان مشترك\n\nرحبت نيجيريا بمشاركة تشاد في الاجتماع، وأعربت تشاد عن شكرها.\n";

typedef struct {
  WindowFixture window;
  char *folder;
  gint64 first, second;
} Fixture;

/* An application can be registered once in a process: one window for all tests. */
static Fixture fixture;

static guint
count_rows (const char *pane_type)
{
  GtkWidget *pane = window_fixture_find (fixture.window.window, pane_type);
  GtkListView *list = GTK_LIST_VIEW (window_fixture_find (pane, "GtkListView"));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
activate (const char *pane_type, const char *action, GVariant *parameter)
{
  GtkWidget *pane = window_fixture_find (fixture.window.window, pane_type);

  g_assert_true (gtk_widget_activate_action_variant (pane, action, parameter));
}

static void
test_panes (void)
{
  static const struct {
    const char *action, *pane, *key;
  } PANES[] = {
    { "win.show-statements", "BayanStatementsPane", "statements-visible" },
    { "win.show-map", "BayanMapPane", "map-visible" },
    { "win.show-entities", "BayanEntitiesPane", "entities-visible" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (PANES); i++)
    {
      GtkWidget *pane = window_fixture_find (fixture.window.window, PANES[i].pane);
      int width = gtk_widget_get_width (pane), height = gtk_widget_get_height (pane);

      g_assert_true (gtk_widget_get_mapped (pane));
      activate ("BayanReaderPane", PANES[i].action, NULL);
      g_assert_false (gtk_widget_get_visible (pane));
      g_assert_false (g_settings_get_boolean (fixture.window.settings, PANES[i].key));
      activate ("BayanReaderPane", PANES[i].action, NULL);
      window_fixture_settle (&fixture.window);
      g_assert_true (g_settings_get_boolean (fixture.window.settings, PANES[i].key));
      g_assert_cmpint (ABS (gtk_widget_get_width (pane) - width), <=, 1);
      g_assert_cmpint (ABS (gtk_widget_get_height (pane) - height), <=, 1);
    }
}

static GtkEditable *
get_search (void)
{
  return GTK_EDITABLE (window_fixture_find (fixture.window.window, "GtkSearchEntry"));
}

/* Words typed become a chip; pressing the chip empties the entry. */
static void
test_search (void)
{
  GtkWidget *chips = window_fixture_find (fixture.window.window, "BayanFilterChips");

  g_assert_cmpuint (count_rows ("BayanStatementsPane"), ==, 2);
  g_assert_false (gtk_widget_get_visible (chips));
  gtk_editable_set_text (get_search (), "نيجيريا");
  window_wait_until (count_rows ("BayanStatementsPane") == 1);
  g_assert_true (gtk_widget_get_visible (chips));
  gtk_widget_grab_focus (gtk_widget_get_first_child (chips));
  g_signal_emit_by_name (gtk_widget_get_first_child (chips), "clicked");
  window_wait_until (count_rows ("BayanStatementsPane") == 2);
  g_assert_cmpstr (gtk_editable_get_text (get_search ()), ==, "");
  g_assert_false (gtk_widget_get_visible (chips));
}

static void
test_nothing_matches (void)
{
  GtkWidget *pane = window_fixture_find (fixture.window.window, "BayanStatementsPane");
  GtkWidget *nothing = window_fixture_find (pane, "AdwStatusPage");

  gtk_editable_set_text (get_search (), "زخرفة");
  window_wait_until (gtk_widget_get_mapped (nothing));
  gtk_widget_grab_focus (pane);
  activate ("BayanStatementsPane", "statements.clear-filters", NULL);
  window_wait_until (!gtk_widget_get_mapped (nothing));
  gtk_editable_set_text (get_search (), "");
}

static GtkSingleSelection *
get_entities (void)
{
  GtkWidget *pane = window_fixture_find (fixture.window.window, "BayanEntitiesPane");

  return GTK_SINGLE_SELECTION (
      gtk_list_view_get_model (GTK_LIST_VIEW (window_fixture_find (pane, "GtkListView"))));
}

static guint
find_entity (const char *key)
{
  guint position = GTK_INVALID_LIST_POSITION;

  bayan_entity_lines_find (BAYAN_ENTITY_LINES (gtk_single_selection_get_model (get_entities ())), key,
                           &position);
  return position;
}

static gint64
get_shown_mention (void)
{
  GtkWidget *reader = window_fixture_find (fixture.window.window, "BayanReaderPane");

  return bayan_reader_view_get_current (bayan_reader_pane_get_view (BAYAN_READER_PANE (reader)));
}

/* Selecting an entity shows its first mention; from there on to the next, and round. */
static void
test_walk (void)
{
  gsize n_mentions;
  g_autofree gint64 *mentions = NULL;

  window_fixture_read (&fixture.window, fixture.first);
  activate ("BayanEntitiesPane", "entities.scope", g_variant_new_string ("statement"));
  window_fixture_settle (&fixture.window);
  mentions = bayan_desk_find_mentions (fixture.window.desk, "iso:IRQ", &n_mentions);
  g_assert_cmpuint (n_mentions, ==, 3);
  gtk_single_selection_set_selected (get_entities (), find_entity ("iso:IRQ"));
  g_assert_cmpint (get_shown_mention (), ==, mentions[0]);
  activate ("BayanEntitiesPane", "entities.next-mention", NULL);
  g_assert_cmpint (get_shown_mention (), ==, mentions[1]);
  activate ("BayanEntitiesPane", "entities.previous-mention", NULL);
  activate ("BayanEntitiesPane", "entities.previous-mention", NULL);
  g_assert_cmpint (get_shown_mention (), ==, mentions[2]);
}

/* An act that changes counts and order leaves the same entity selected. */
static void
test_selection_follows_entity (void)
{
  gsize n_mentions;
  g_autofree gint64 *mentions = bayan_desk_find_mentions (fixture.window.desk, "iso:IRQ", &n_mentions);
  guint before = count_rows ("BayanEntitiesPane");

  bayan_desk_reject (fixture.window.desk, mentions[0]);
  bayan_desk_reject (fixture.window.desk, mentions[1]);
  window_fixture_settle (&fixture.window);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_entities ()), ==, find_entity ("iso:IRQ"));
  bayan_desk_reject (fixture.window.desk, mentions[2]);
  window_wait_until (count_rows ("BayanEntitiesPane") < before);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_entities ()), ==, GTK_INVALID_LIST_POSITION);
  for (int i = 0; i < 3; i++)
    bayan_desk_undo (fixture.window.desk);
  window_wait_until (count_rows ("BayanEntitiesPane") == before);
}

/* The chip says by whom the list is filtered, and the filter of an entity is taken away by the empty name. */
static void
test_filter_by_entity (void)
{
  GtkWidget *chips = window_fixture_find (fixture.window.window, "BayanFilterChips");

  activate ("BayanEntitiesPane", "win.filter-entity", g_variant_new_string ("iso:TCD"));
  window_wait_until (count_rows ("BayanStatementsPane") == 1);
  g_assert_true (gtk_widget_get_visible (chips));
  activate ("BayanEntitiesPane", "win.filter-entity", g_variant_new_string (""));
  window_wait_until (count_rows ("BayanStatementsPane") == 2);
  g_assert_false (gtk_widget_get_visible (chips));
}

static void
test_folding (void)
{
  GtkSingleSelection *selection = get_entities ();
  BayanEntityLines *lines = BAYAN_ENTITY_LINES (gtk_single_selection_get_model (selection));
  BayanEntityGroup *group = bayan_entity_lines_get_group (lines, BAYAN_MENTION_GPE);
  guint before = count_rows ("BayanEntitiesPane");

  bayan_entity_lines_set_folded (lines, group, TRUE);
  g_assert_cmpuint (count_rows ("BayanEntitiesPane"), ==, before - bayan_entity_group_get_n_entities (group));
  bayan_entity_lines_set_words (lines, "اردن");
  g_assert_cmpuint (count_rows ("BayanEntitiesPane"), ==, 1);
  bayan_entity_lines_set_folded (lines, group, FALSE);
  g_assert_cmpuint (count_rows ("BayanEntitiesPane"), ==, 2);
  bayan_entity_lines_set_words (lines, NULL);
  g_assert_cmpuint (count_rows ("BayanEntitiesPane"), ==, before);
}

/* The keyboard comes into the list by its first line, and that is a heading. */
static void
test_headings_take_focus (void)
{
  GtkWidget *pane = window_fixture_find (fixture.window.window, "BayanEntitiesPane");
  GtkWidget *list = window_fixture_find (pane, "GtkListView");

  gtk_single_selection_set_selected (get_entities (), GTK_INVALID_LIST_POSITION);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", 0u);
  gtk_window_set_focus (GTK_WINDOW (fixture.window.window), NULL);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (gtk_widget_get_focus_child (list));
  g_assert_true (gtk_widget_get_focus_child (list) == gtk_widget_get_first_child (list));
}

static gboolean
has_name (GtkWidget *widget)
{
  g_autofree char *problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                                 GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  return problem != NULL; /* it is not empty */
}

static gboolean
has_words (GtkWidget *widget)
{
  GtkWidget *label = window_fixture_find (widget, "GtkLabel");

  return label != NULL && *gtk_label_get_label (GTK_LABEL (label)) != '\0';
}

/* For the log of a test that fails: where in the window it is. */
static char *
describe_place (GtkWidget *widget)
{
  GString *place = g_string_new (G_OBJECT_TYPE_NAME (widget));

  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    g_string_append_printf (place, " in %s", G_OBJECT_TYPE_NAME (at));
  return g_string_free (place, FALSE);
}

/* What GTK and libadwaita put together themselves. */
static gboolean
is_of_toolkit (GtkWidget *widget)
{
  static const char *const TYPES[] = { "GtkWindowControls", "AdwSplitButton", "AdwToastWidget", NULL };

  return g_strv_contains (TYPES, G_OBJECT_TYPE_NAME (widget));
}

/* A button without words must have a name and a tip: the picture says nothing to who does not see it. */
static void
check_names (GtkWidget *widget)
{
  gboolean ours = GTK_IS_BUTTON (widget) && gtk_widget_get_parent (widget) != NULL
                  && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget));

  if ((ours || GTK_IS_MENU_BUTTON (widget)) && gtk_widget_get_visible (widget) && !has_words (widget))
    {
      g_autofree char *place = describe_place (widget);

      if (!has_name (widget) || gtk_widget_get_tooltip_text (widget) == NULL)
        g_test_message ("no name or no tip: %s", place);
      g_assert_true (has_name (widget));
      g_assert_nonnull (gtk_widget_get_tooltip_text (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!is_of_toolkit (child))
      check_names (child);
}

static void
test_controls_are_named (void)
{
  check_names (fixture.window.window);
}

/* Sizes are asked for only until the panes have been laid out once: afterwards they may be made smaller. */
static void
test_panes_shrink (void)
{
  GtkWidget *pane = window_fixture_find (fixture.window.window, "BayanEntitiesPane");
  int width, height;

  gtk_widget_get_size_request (pane, &width, &height);
  g_assert_cmpint (width, <, g_settings_get_int (fixture.window.settings, "right-pane"));
}

static GtkWidget *
open_help (const char *folder, GtkListBox **list)
{
  GtkWidget *help = bayan_help_window_new (GTK_WINDOW (fixture.window.window), folder);

  *list = GTK_LIST_BOX (window_fixture_find (help, "GtkListBox"));
  gtk_window_present (GTK_WINDOW (help));
  return help;
}

static GtkWidget *
find_link (GtkWidget *root)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), "<a href") != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_link (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* In each language all pages can be read, each has something in it, and a link leads to another page. */
static void
test_help (void)
{
  static const char *const LANGUAGES[] = { "C", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    {
      g_autofree char *folder = g_build_filename (BAYAN_SOURCE_ROOT, "help", LANGUAGES[i], NULL);
      GtkListBox *list;
      GtkWidget *help = open_help (folder, &list), *link = find_link (help);
      GtkListBoxRow *first = gtk_list_box_get_row_at_index (list, 0), *row;
      gboolean followed = FALSE;

      g_assert_nonnull (link);
      g_signal_emit_by_name (link, "activate-link", "help:import", &followed);
      g_assert_true (followed);
      g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 1));
      for (int n = 0; (row = gtk_list_box_get_row_at_index (list, n)) != NULL; n++)
        {
          GtkWidget *body;

          gtk_list_box_select_row (list, row);
          body = gtk_widget_get_first_child (window_fixture_find (help, "AdwBin"));
          g_assert_nonnull (gtk_widget_get_first_child (body));
          g_assert_nonnull (gtk_widget_get_next_sibling (gtk_widget_get_first_child (body)));
          g_assert_cmpint (n, <, 9);
        }
      gtk_list_box_select_row (list, first);
      gtk_window_destroy (GTK_WINDOW (help));
    }
}

static void
test_help_missing (void)
{
  GtkListBox *list;
  GtkWidget *help = open_help (fixture.folder, &list);
  GtkWidget *failure = window_fixture_find (help, "AdwStatusPage");

  g_assert_true (gtk_widget_get_visible (failure));
  g_assert_nonnull (
      strstr (adw_status_page_get_description (ADW_STATUS_PAGE (failure)), "first-minutes.page"));
  gtk_window_destroy (GTK_WINDOW (help));
}

static void
test_close (void)
{
  gpointer window = fixture.window.window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  window_fixture_close (&fixture.window);
  g_assert_null (window);
}

static void
open_fixture (void)
{
  g_autofree char *path = NULL;

  fixture.folder = g_dir_make_tmp ("bayan-window-XXXXXX", NULL);
  path = g_build_filename (fixture.folder, "library.bayan", NULL);
  window_fixture_open (&fixture.window, path);
  fixture.first = window_fixture_import_text (&fixture.window, TEXT);
  fixture.second = window_fixture_import_text (&fixture.window, OTHER_TEXT);
  window_fixture_settle (&fixture.window);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name; folder != NULL && (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  setlocale (LC_ALL, "C.UTF-8"); /* gtk_test_init() asks for one that need not be there */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  open_fixture ();
  g_test_add_func ("/ui/window/panes-shrink", test_panes_shrink);
  g_test_add_func ("/ui/window/panes", test_panes);
  g_test_add_func ("/ui/window/search", test_search);
  g_test_add_func ("/ui/window/nothing-matches", test_nothing_matches);
  g_test_add_func ("/ui/window/walk", test_walk);
  g_test_add_func ("/ui/window/selection-follows-entity", test_selection_follows_entity);
  g_test_add_func ("/ui/window/filter-by-entity", test_filter_by_entity);
  g_test_add_func ("/ui/window/folding", test_folding);
  g_test_add_func ("/ui/window/headings-take-focus", test_headings_take_focus);
  g_test_add_func ("/ui/window/controls-are-named", test_controls_are_named);
  g_test_add_func ("/ui/window/help", test_help);
  g_test_add_func ("/ui/window/help-missing", test_help_missing);
  g_test_add_func ("/ui/window/close", test_close);
  result = g_test_run ();
  remove_folder (fixture.folder);
  g_free (fixture.folder);
  return result;
}
