/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work in the reader from the inside: ends of mentions moved by a word, types, what is looked for, how it looks, and the keys
 * for it. */
#include <glib/gstdio.h>
#include <locale.h>

#include "bayan-find-bar.h"
#include "bayan-reader-keys.h"
#include "bayan-reader-pane.h"
#include "bayan-reader-view-private.h"
#include "bayan-reading-style.h"
#include "window-fixture.h"

static const char *const TEXT = "بيان صحفي\n\n"
                                "رحب العراق بمشاركة الأردن في الاجتماع أمس. وأكد العراق التزامه بدعم سوريا، "
                                "وأعرب والعراق عن شكره لوزير الخارجية الأردني.\n";

static const char *const DATED_TEXT = "بيان ثان\n\nصدر في 18 ذو القعدة 1442هـ الموافق 28 حزيران/يونيو "
                                      "2021.\n\nأكد العراق التزامه بدعم سوريا.\n";

static WindowFixture window;
static char *folder;
static gint64 statement;

static BayanReaderPane *
get_pane (void)
{
  return BAYAN_READER_PANE (window_fixture_find (window.window, "BayanReaderPane"));
}

static BayanReaderView *
get_view (void)
{
  return bayan_reader_pane_get_view (get_pane ());
}

static void
activate (const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_pane ()), action, NULL));
}

static char *
dup_words (BayanCleanSpan span)
{
  const BayanStatement *text = bayan_reading_get_statement (bayan_desk_get_reading (window.desk));

  return g_strndup (text->text + span.start.byte, bayan_clean_span_length_bytes (span));
}

static const BayanMention *
find_mention (const char *words)
{
  GPtrArray *mentions = bayan_reading_get_mentions (bayan_desk_get_reading (window.desk));

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      g_autofree char *there = dup_words (mention->span);
      if (mention->status != BAYAN_STATUS_REJECTED && g_str_equal (there, words))
        return mention;
    }
  return NULL;
}

static const BayanMention *
get_current (void)
{
  gint64 current = bayan_reader_view_get_current (get_view ());

  return current != 0 ? bayan_reading_find_mention (bayan_desk_get_reading (window.desk), current) : NULL;
}

static gboolean
current_is (const char *words)
{
  const BayanMention *current = get_current ();
  g_autofree char *there = current != NULL ? dup_words (current->span) : NULL;

  return g_strcmp0 (there, words) == 0;
}

static void
undo_all (void)
{
  while (bayan_desk_get_can_undo (window.desk)
         && g_strcmp0 (bayan_desk_get_undo_act (window.desk, NULL), "import") != 0)
    {
      bayan_desk_undo (window.desk);
      window_fixture_settle (&window);
    }
}

static void
test_default_keys (void)
{
  g_autoptr (BayanReaderKeys) keys = bayan_reader_keys_new (NULL);

  for (guint command = 0; command < BAYAN_READER_N_COMMANDS; command++)
    {
      guint key = bayan_reader_keys_get (keys, command);
      g_assert_true (bayan_reader_keys_can_be (key));
      g_assert_cmpint (bayan_reader_keys_find (keys, key), ==, (int) command);
      g_assert_nonnull (bayan_reader_command_get_title (command));
    }
  g_assert_cmpint (bayan_reader_keys_find (keys, GDK_KEY_Arabic_question_mark), ==, BAYAN_READER_WHY_NOT);
  g_assert_cmpint (bayan_reader_keys_find (keys, GDK_KEY_Left), ==, -1);
}

static void
test_changed_keys (void)
{
  g_autoptr (BayanReaderKeys) keys = bayan_reader_keys_new (window.settings);
  g_autoptr (BayanReaderKeys) others = bayan_reader_keys_new (window.settings);

  g_assert_cmpint (bayan_reader_keys_set (keys, BAYAN_READER_CONFIRM, GDK_KEY_x), ==, BAYAN_READER_REJECT);
  g_assert_cmpuint (bayan_reader_keys_get (keys, BAYAN_READER_CONFIRM), ==, GDK_KEY_y);
  g_assert_cmpint (bayan_reader_keys_set (keys, BAYAN_READER_CONFIRM, GDK_KEY_b), ==, -1);
  g_assert_cmpuint (bayan_reader_keys_get (others, BAYAN_READER_CONFIRM), ==, GDK_KEY_b);
  g_assert_cmpint (bayan_reader_keys_find (others, GDK_KEY_y), ==, -1);
  g_assert_true (bayan_reader_keys_are_changed (others));
  bayan_reader_keys_swap (keys, BAYAN_READER_CONFIRM, GDK_KEY_x);
  g_assert_cmpuint (bayan_reader_keys_get (keys, BAYAN_READER_CONFIRM), ==, GDK_KEY_x);
  g_assert_cmpuint (bayan_reader_keys_get (keys, BAYAN_READER_REJECT), ==, GDK_KEY_b);
  bayan_reader_keys_reset (keys);
  g_assert_false (bayan_reader_keys_are_changed (others));
  /* Another hand wrote nonsense: what comes with the program holds. */
  g_settings_set (window.settings, "reader-keys", "a{ss}", NULL);
  g_settings_set_value (
      window.settings, "reader-keys",
      g_variant_new_parsed ("{'confirm': 'NoSuchKey', 'nonsense': 'q', 'reject': 'Return'}"));
  g_assert_cmpuint (bayan_reader_keys_get (keys, BAYAN_READER_CONFIRM), ==, GDK_KEY_y);
  g_assert_cmpuint (bayan_reader_keys_get (keys, BAYAN_READER_REJECT), ==, GDK_KEY_x);
  g_settings_reset (window.settings, "reader-keys");
}

/* Two commands with one key, as only another hand can write: both keep theirs. */
static void
test_doubled_keys (void)
{
  g_autoptr (BayanReaderKeys) keys = bayan_reader_keys_new (window.settings);

  g_settings_set_value (window.settings, "reader-keys", g_variant_new_parsed ("{'confirm': 'x'}"));
  g_assert_cmpint (bayan_reader_keys_find (keys, GDK_KEY_x), !=, -1);
  g_assert_cmpuint (bayan_reader_keys_get (keys, BAYAN_READER_CONFIRM), ==, GDK_KEY_y);
  g_settings_reset (window.settings, "reader-keys");
}

/* In Arabic the end on the left is the last one. */
static void
test_extend (void)
{
  bayan_reader_pane_show_mention (get_pane (), find_mention ("الأردن")->id);
  g_assert_true (current_is ("الأردن"));
  activate ("reader.extend-left");
  window_wait_until (current_is ("الأردن في"));
  activate ("reader.extend-right");
  window_wait_until (current_is ("بمشاركة الأردن في"));
  activate ("reader.shrink-left");
  window_wait_until (current_is ("بمشاركة الأردن"));
  g_assert_cmpint (get_current ()->status, ==, BAYAN_STATUS_CONFIRMED);
  /* Faster than the library writes */
  activate ("reader.extend-left");
  activate ("reader.extend-left");
  activate ("reader.extend-left");
  window_wait_until (current_is ("بمشاركة الأردن في الاجتماع أمس"));
  undo_all ();
  g_assert_nonnull (find_mention ("الأردن"));
  g_assert_null (find_mention ("بمشاركة الأردن"));
}

static void
test_join (void)
{
  const BayanMention *first = find_mention ("العراق");

  bayan_reader_pane_show_mention (get_pane (), first->id);
  activate ("reader.join");
  window_wait_until (current_is ("العراق بمشاركة الأردن"));
  g_assert_cmpstr (bayan_desk_get_undo_act (window.desk, NULL), ==, "join");
  undo_all ();
}

/* With a selection the same keys move its ends, and a type is for it. */
static void
test_selection (void)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view ()));
  BayanCleanSpan span;
  g_autofree char *words = NULL, *more = NULL;
  GtkTextIter start, end;

  gtk_widget_grab_focus (GTK_WIDGET (get_view ()));
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "التزامه", 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &end, &start);
  activate ("reader.extend-left");
  g_assert_true (bayan_reader_pane_get_selection (get_pane (), &span));
  words = dup_words (span);
  g_assert_cmpstr (words, ==, "التزامه بدعم");
  activate ("reader.extend-right");
  g_assert_true (bayan_reader_pane_get_selection (get_pane (), &span));
  more = dup_words (span);
  g_assert_cmpstr (more, ==, "العراق التزامه بدعم"); /* no particle: it has none */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_pane ()), "reader.set-type", "s", "EVENT"));
  window_wait_until (find_mention ("العراق التزامه بدعم") != NULL);
  g_assert_cmpint (find_mention ("العراق التزامه بدعم")->type, ==, BAYAN_MENTION_EVENT);
  undo_all ();
}

static GtkWidget *
find_label_with (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), words))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label_with (child, words);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_find (void)
{
  GtkWidget *bar = window_fixture_find (window.window, "BayanFindBar");
  GtkEditable *entry = GTK_EDITABLE (window_fixture_find (bar, "GtkSearchEntry"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view ()));
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  g_assert_false (bayan_find_bar_is_open (BAYAN_FIND_BAR (bar)));
  activate ("reader.find");
  g_assert_true (bayan_find_bar_is_open (BAYAN_FIND_BAR (bar)));
  gtk_editable_set_text (entry, "العراق");
  window_fixture_settle (&window);
  g_assert_nonnull (find_label_with (bar, "1 of 3"));
  g_assert_cmpuint (get_view ()->hits->len, ==, 3);
  activate ("reader.find-next");
  activate ("reader.find-next");
  g_assert_nonnull (find_label_with (bar, "3 of 3"));
  activate ("reader.find-next");
  g_assert_nonnull (find_label_with (bar, "1 of 3")); /* and round */
  activate ("reader.find-previous");
  g_assert_nonnull (find_label_with (bar, "3 of 3"));
  gtk_editable_set_text (entry, "زخرفة");
  window_fixture_settle (&window);
  g_assert_nonnull (find_label_with (bar, "Not in this statement"));
  gtk_editable_set_text (entry, "الاردن");
  window_fixture_settle (&window);
  bayan_find_bar_close (BAYAN_FIND_BAR (bar));
  g_assert_null (get_view ()->hits);
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (selected, ==, "الأردن");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_view ())));
}

static void
test_look (void)
{
  g_autofree char *css = bayan_reading_style_make_css ("A \"B\" \\C", 18.5);
  GtkTextView *view = GTK_TEXT_VIEW (get_view ());

  g_assert_nonnull (strstr (css, "\"A \\\"B\\\" \\\\C\", \"Noto Naskh Arabic\""));
  g_assert_nonnull (strstr (css, "font-size: 18.5pt"));
  activate ("reader.zoom-in");
  activate ("reader.zoom-in");
  g_assert_cmpfloat (g_settings_get_double (window.settings, "reader-font-size"), ==, 17);
  for (guint i = 0; i < 30; i++)
    activate ("reader.zoom-out");
  g_assert_cmpfloat (g_settings_get_double (window.settings, "reader-font-size"), ==, 8);
  activate ("reader.zoom-reset");
  g_assert_cmpfloat (g_settings_get_double (window.settings, "reader-font-size"), ==, 15);
  g_settings_set_double (window.settings, "reader-line-height", 2);
  g_assert_cmpint (gtk_text_view_get_pixels_inside_wrap (view), ==, 32);
  g_settings_reset (window.settings, "reader-line-height");
  g_assert_cmpint (gtk_text_view_get_pixels_inside_wrap (view), ==, 16);
  g_settings_set_int (window.settings, "reader-column-width", 500);
  g_assert_cmpint (adw_clamp_scrollable_get_maximum_size (
                       ADW_CLAMP_SCROLLABLE (gtk_widget_get_parent (GTK_WIDGET (view)))),
                   ==, 500);
  g_settings_reset (window.settings, "reader-column-width");
}

static void
test_bars (void)
{
  GtkWidget *decisions = window_fixture_find (window.window, "BayanDecisionBar");
  GtkWidget *minimap = window_fixture_find (window.window, "BayanReaderMinimap");

  g_assert_true (gtk_widget_get_visible (decisions));
  g_signal_emit_by_name (decisions, "hidden");
  g_assert_false (g_settings_get_boolean (window.settings, "reader-decisions"));
  g_settings_reset (window.settings, "reader-decisions");
  g_assert_true (gtk_widget_get_visible (decisions));
  g_settings_set_boolean (window.settings, "reader-minimap", FALSE);
  g_assert_false (gtk_widget_get_visible (minimap));
  g_settings_reset (window.settings, "reader-minimap");
}

/* Acts come to the margin a moment after the text. */
static void
test_margin (void)
{
  window_wait_until (get_view ()->acts != NULL && get_view ()->acts->len > 0);
  for (guint i = 0; i < get_view ()->acts->len; i++)
    g_assert_true (g_array_index (get_view ()->acts, BayanMarginMark, i).right_to_left);
}

static guint
count_noted (const BayanReaderMark *mark, gboolean other_side)
{
  GtkTextView *view = GTK_TEXT_VIEW (get_view ());
  g_autoptr (GPtrArray) noted = NULL;
  GdkRectangle place;
  int x, y;

  g_assert_true (bayan_reader_view_get_note_rectangle (get_view (), mark, &place));
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x + place.width / 2,
                                         place.y + place.height / 2, &x, &y);
  noted = bayan_reader_view_list_noted_at (get_view (),
                                           other_side ? gtk_widget_get_width (GTK_WIDGET (view)) - x : x, y);
  if (noted->len > 0)
    g_assert_cmpint (((BayanMention *) noted->pdata[0])->id, ==, mark->id);
  return noted->len;
}

/* The sign of a note comes and goes with the note, on the side where its line begins, and moves no text. */
static void
test_noted (void)
{
  gint64 mention = find_mention ("العراق")->id;
  int height = gtk_widget_get_height (GTK_WIDGET (get_view ()));

#define MARK bayan_reader_marks_find (bayan_reader_view_get_marks (get_view ()), mention)
  g_assert_cmpuint (count_noted (MARK, FALSE), ==, 0);
  bayan_desk_set_note (window.desk, BAYAN_NOTE_OF_MENTION, mention, "أول ذكر");
  window_wait_until (MARK->has_note);
  window_fixture_settle (&window);
  g_assert_true (MARK->right_to_left);
  g_assert_cmpuint (count_noted (MARK, FALSE), ==, 1);
  g_assert_cmpuint (count_noted (MARK, TRUE), ==, 0);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_view ())), ==, height);
  bayan_reader_view_set_type_visible (get_view (), MARK->type, FALSE);
  g_assert_cmpuint (count_noted (MARK, FALSE), ==, 0);
  bayan_reader_view_set_type_visible (get_view (), MARK->type, TRUE);
  bayan_desk_undo (window.desk);
  window_wait_until (!MARK->has_note);
  bayan_desk_redo (window.desk);
  window_wait_until (MARK->has_note);
  bayan_desk_set_note (window.desk, BAYAN_NOTE_OF_MENTION, mention, "");
  window_wait_until (!MARK->has_note);
#undef MARK
}

static gboolean
label_says (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (label_says (child, words))
      return TRUE;
  return FALSE;
}

/* What a screen reader says of the first row of the list */
static gboolean
row_says (const char *words)
{
  GtkWidget *row = window_fixture_find (window.window, "BayanStatementRow");
  g_autofree char *name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                                              GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  return name != NULL && strstr (name, words) != NULL;
}

/* The list and the head follow the preference while they are shown. */
static void
test_dates (void)
{
  GtkWidget *head = window_fixture_find (window.window, "BayanReaderHead");

  window_fixture_read (&window, window_fixture_import_text (&window, DATED_TEXT));
  window_wait_until (label_says (head, "28 June 2021 · 18 Dhuʻl-Qiʻdah 1442 AH") && row_says ("1442"));
  g_settings_set_boolean (window.settings, "hijri-dates", FALSE);
  window_wait_until (label_says (head, "28 June 2021") && !label_says (head, "1442") && !row_says ("1442"));
  g_assert_true (row_says ("28 June 2021"));
  g_settings_reset (window.settings, "hijri-dates");
  window_wait_until (label_says (head, "1442") && row_says ("1442"));
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int result;

  gtk_test_init (&argc, &argv);
  setlocale (LC_ALL, "C.UTF-8");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  folder = g_dir_make_tmp ("bayan-reader-XXXXXX", NULL);
  path = g_build_filename (folder, "library.bayan", NULL);
  window_fixture_open (&window, path);
  statement = window_fixture_import_text (&window, TEXT);
  window_fixture_read (&window, statement);
  window_fixture_settle (&window);
  g_test_add_func ("/ui/reader-work/default-keys", test_default_keys);
  g_test_add_func ("/ui/reader-work/changed-keys", test_changed_keys);
  g_test_add_func ("/ui/reader-work/doubled-keys", test_doubled_keys);
  g_test_add_func ("/ui/reader-work/margin", test_margin);
  g_test_add_func ("/ui/reader-work/noted", test_noted);
  g_test_add_func ("/ui/reader-work/extend", test_extend);
  g_test_add_func ("/ui/reader-work/join", test_join);
  g_test_add_func ("/ui/reader-work/selection", test_selection);
  g_test_add_func ("/ui/reader-work/find", test_find);
  g_test_add_func ("/ui/reader-work/look", test_look);
  g_test_add_func ("/ui/reader-work/bars", test_bars);
  g_test_add_func ("/ui/reader-work/dates", test_dates);
  result = g_test_run ();
  window_fixture_close (&window);
  g_free (folder);
  return result;
}
