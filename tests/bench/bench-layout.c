/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader adds to the layout of text that nobody can do without (performance.md, P17 to P19), as ratios taken in one run:
 * opening a statement of ten kilobytes with five hundred mentions to Pango's layout of the paragraphs that are in view, one
 * more mark to the layout of the whole text, and a statement of a megabyte to one of ten kilobytes. All through the real
 * window, in time of the main thread: what else follows a change (lists, map, sidebar) is in ours.
 *
 * usage: bench-layout [opening | mark | length]
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "bayan-reader-pane.h"
#include "figures.h"
#include "pairs.h"
#include "stage.h"

#define N_ROUNDS 25
#define SHORT_BYTES 10000
#define LONG_BYTES 1000000
#define OPENING_GOAL 1.25
#define MARK_GOAL 0.10
#define LENGTH_GOAL 1.3

/* Every second word begins a name. */
static const char *const DENSE[] = {
  "رحب العراق وإيران وتركيا والأردن بسوريا ولبنان وليبيا وتونس.",
  "وزار وفد مصر والسودان قطر والكويت وعمان واليمن والبحرين.",
  "وشكرت فرنسا إيطاليا وألمانيا وإسبانيا والنمسا وبولندا واليونان.",
};
/* As many as statements have. */
static const char *const PLAIN[] = {
  "وناقش المجتمعون ما تم إنجازه من خطوات في الأشهر التي مضت، واتفقوا على مواصلة العمل.",
  "وأعرب المشاركون عن تقديرهم لما تبذله الأردن من جهود في استضافة اللاجئين على أرضها منذ سنوات.",
  "وأكدوا أن الحل لا يكون إلا سياسيا، وأن على الجميع أن يعملوا من أجله دون تأخير.",
};

static char *
make_text (const char *title, const char *const *sentences, gsize n_bytes)
{
  GString *text = g_string_new (title);

  for (guint i = 0; text->len < n_bytes; i++)
    {
      g_string_append (text, i % 6 == 0 ? "\n\n" : " ");
      g_string_append (text, sentences[i % 3]);
    }
  return g_string_free (text, FALSE);
}

static BayanReaderView *
get_view (Stage *stage)
{
  return bayan_reader_pane_get_view (
      BAYAN_READER_PANE (window_fixture_find (stage->window.window, "BayanReaderPane")));
}

/* Lays out paragraph by paragraph as wide as the view is, and in its font, and nothing else.
 *
 * @n_pixels: where to end
 * Returns: ms */
static double
lay_out (GtkTextView *view, int n_pixels)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_left_margin (view)
              - gtk_text_view_get_right_margin (view);
  double start = thread_ms ();
  GtkTextIter from;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  gtk_text_buffer_get_start_iter (buffer, &from);
  for (int y = 0; y < n_pixels && !gtk_text_iter_is_end (&from); gtk_text_iter_forward_line (&from))
    {
      GtkTextIter to = from;
      g_autofree char *paragraph = NULL;
      int height;

      gtk_text_iter_forward_to_line_end (&to);
      paragraph = gtk_text_iter_get_slice (&from, &to);
      pango_layout_set_text (layout, paragraph, -1);
      pango_layout_get_pixel_size (layout, NULL, &height);
      y += height;
    }
  return thread_ms () - start;
}

static double
open_statement (Stage *stage, gint64 statement)
{
  double start = thread_ms (), time;

  stage_turn_to (stage, statement);
  time = thread_ms () - start;
  window_fixture_settle (&stage->window);
  return time;
}

static void
measure_opening (Stage *stage, gint64 dense, gint64 other)
{
  Pairs pairs;

  pairs_init (&pairs);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double ours;

      open_statement (stage, other);
      ours = open_statement (stage, dense);
      pairs_add (
          &pairs, ours,
          lay_out (GTK_TEXT_VIEW (get_view (stage)), gtk_widget_get_height (GTK_WIDGET (get_view (stage)))));
    }
  pairs_report (&pairs, "opening 10 KB, 500 mentions", "Pango, what is in view", OPENING_GOAL);
}

static void
updated_cb (gboolean *told)
{
  *told = TRUE;
}

static void
measure_mark (Stage *stage, gint64 dense)
{
  g_autoptr (GPtrArray) mentions = NULL;
  Pairs pairs;

  pairs_init (&pairs);
  open_statement (stage, dense);
  mentions = g_ptr_array_ref (bayan_reading_get_mentions (bayan_desk_get_reading (stage->window.desk)));
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      double start = thread_ms (), ours;
      gboolean told = FALSE;
      gulong handler = g_signal_connect_swapped (stage->window.desk, "updated", G_CALLBACK (updated_cb),
                                                 &told);

      bayan_desk_confirm (stage->window.desk, mention->id);
      while (!told)
        g_main_context_iteration (NULL, TRUE);
      g_signal_handler_disconnect (stage->window.desk, handler);
      stage_wait_painted (stage);
      ours = thread_ms () - start;
      pairs_add (&pairs, ours, lay_out (GTK_TEXT_VIEW (get_view (stage)), G_MAXINT));
      window_fixture_settle (&stage->window);
    }
  pairs_report (&pairs, "one more mark", "Pango, the whole text", MARK_GOAL);
}

static void
measure_length (Stage *stage, gint64 large, gint64 small, gint64 other)
{
  Pairs pairs;

  pairs_init (&pairs);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double ours;

      open_statement (stage, other);
      ours = open_statement (stage, large);
      open_statement (stage, other);
      pairs_add (&pairs, ours, open_statement (stage, small));
    }
  pairs_report (&pairs, "opening 1 MB", "10 KB", LENGTH_GOAL);
}

static gint64
import (Stage *stage, const char *title, const char *const *sentences, gsize n_bytes)
{
  g_autofree char *text = make_text (title, sentences, n_bytes);

  return window_fixture_import_text (&stage->window, text);
}

int
main (int argc, char *argv[])
{
  const char *part = argc > 1 ? argv[1] : NULL;
  Stage stage;
  g_autofree char *folder = g_dir_make_tmp ("bayan-bench-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.bayan", NULL);
  g_autofree char *sweep = g_strdup_printf ("rm -rf '%s'", folder);
  gint64 other, dense, small, large;

  setlocale (LC_ALL, "C.UTF-8");
  if (!gtk_init_check ())
    g_error ("no display");
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  stage_open (&stage, library);
  other = import (&stage, "بيان آخر", PLAIN, 1000);
  dense = import (&stage, "بيان كثير الأسماء", DENSE, SHORT_BYTES);
  small = import (&stage, "بيان قصير", PLAIN, SHORT_BYTES);
  large = import (&stage, "بيان طويل", PLAIN, LONG_BYTES);
  window_fixture_settle (&stage.window);
  if (part == NULL || g_str_equal (part, "opening"))
    measure_opening (&stage, dense, other);
  if (part == NULL || g_str_equal (part, "mark"))
    measure_mark (&stage, dense);
  if (part == NULL || g_str_equal (part, "length"))
    measure_length (&stage, large, small, other);
  stage_close (&stage);
  if (system (sweep) != 0)
    g_printerr ("%s is left behind\n", folder);
  return EXIT_SUCCESS;
}
