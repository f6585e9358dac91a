/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader over a statement of twenty thousand words with five thousand mentions: time to its first picture, from a
 * decision and a label to the screen, frames while it scrolls; and turning over the statements of a library of ten
 * thousand. In one process, through the real window. Where the machine is busy with other things the time of this thread
 * tells more than the clock: both are told.
 *
 * usage: bench-reader SAMPLES [STATEMENTS [turning | opening | scrolling | acts]]
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "bayan-reader-pane.h"
#include "figures.h"
#include "files.h"
#include "stage.h"

#define N_STATEMENTS 10000
#define N_WORDS 20000
#define N_ACTS 150
#define N_TURNS 200
#define N_SCROLL_FRAMES 300
#define SCROLL_STEP_PX 160

/* Sleeping until there is something to do: looking again and again would count as time of this thread. */
#define sleep_until(condition)                                                                               \
  while (!(condition))                                                                                       \
  g_main_context_iteration (NULL, TRUE)

/* What was measured: by the clock, and of this thread alone. */
typedef struct {
  GArray *wall, *thread; /* of double, ms */
} Series;

static Series
series_new (void)
{
  return (Series) { g_array_new (FALSE, FALSE, sizeof (double)),
                    g_array_new (FALSE, FALSE, sizeof (double)) };
}

static void
series_add (Series *self, double wall_start, double thread_start)
{
  double wall = wall_ms () - wall_start, thread = thread_ms () - thread_start;

  g_array_append_val (self->wall, wall);
  g_array_append_val (self->thread, thread);
}

static void
series_tell (Series *self, const char *what, const char *goal)
{
  g_print ("%s: p50 %.1f, p95 %.1f ms by the clock; p50 %.1f, p95 %.1f, longest %.1f ms of the main thread "
           "(goal %s)\n",
           what, percentile (self->wall, 0.5), percentile (self->wall, 0.95), percentile (self->thread, 0.5),
           percentile (self->thread, 0.95), percentile (self->thread, 1), goal);
  g_array_unref (self->wall);
  g_array_unref (self->thread);
}

/* Twenty thousand words of which every fourth begins a name */
static char *
make_text (void)
{
  static const char *const SENTENCES[] = {
    "رحب العراق أمس بمشاركة الأردن في الاجتماع الذي عقد لبحث الأوضاع.",
    "وأكد وزير الخارجية المصري دعم بلاده لجهود الأمم المتحدة في سوريا.",
    "وشكر الوفد لبنان وتونس والمغرب على حسن الاستقبال في هذه الزيارة.",
    "وزار الوزراء بغداد في 28 يونيو 2021 واطلعوا على سير العمل فيها.",
    "وشدد الجانبان على أهمية التعاون القائم بين السعودية والكويت وقطر.",
    "وأعربت فرنسا وإيطاليا وألمانيا عن قلقها ودعت إلى ضبط النفس فورا.",
  };
  GString *text = g_string_new ("بيان طويل\n\n");

  for (guint words = 0, i = 0; words < N_WORDS; i++)
    {
      const char *sentence = SENTENCES[i % G_N_ELEMENTS (SENTENCES)];

      g_string_append (text, sentence);
      g_string_append (text, i % 6 == 5 ? "\n\n" : " ");
      for (const char *at = sentence; *at != '\0'; at++)
        words += *at == ' ';
      words++;
    }
  return g_string_free (text, FALSE);
}

static void
import_folder (Stage *stage, const char *folder)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (BayanImportJob) job = NULL;
  gint64 until_us = g_get_monotonic_time () + (gint64) 3600 * G_USEC_PER_SEC;

  g_list_store_append (files, file);
  job = bayan_desk_import_files (stage->window.desk, G_LIST_MODEL (files));
  while (bayan_import_job_get_running (job) && g_get_monotonic_time () < until_us)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
turn_to (Stage *stage, gint64 statement, Series *series)
{
  double wall = wall_ms (), thread = thread_ms ();

  stage_turn_to (stage, statement);
  series_add (series, wall, thread);
}

static gint64
get_statement (Stage *stage, guint position)
{
  g_autoptr (BayanStatementItem) item = g_list_model_get_item (bayan_desk_get_statements (stage->window.desk),
                                                               position);

  return bayan_statement_item_get_id (item);
}

static void
measure_first_paint (Stage *stage, gint64 statement)
{
  Series series = series_new ();

  for (guint i = 0; i < 9; i++)
    {
      Series away = series_new ();

      turn_to (stage, get_statement (stage, 1 + i), &away);
      window_fixture_settle (&stage->window);
      turn_to (stage, statement, &series);
      window_fixture_settle (&stage->window);
      g_array_unref (away.wall);
      g_array_unref (away.thread);
    }
  series_tell (&series, "first picture of the long statement", "< 150 ms");
}

/* Acts of the analyst on what is on screen: from the call that a key makes until the picture is there. */
typedef struct {
  Series whole, news, frame;
} Acts;

static Acts
acts_new (void)
{
  return (Acts) { series_new (), series_new (), series_new () };
}

static void
acts_tell (Acts *self, const char *what)
{
  g_autofree char *news = g_strconcat (what, ": written, and told to all that show it", NULL);
  g_autofree char *frame = g_strconcat (what, ": the frame that follows", NULL);

  series_tell (&self->news, news, "none");
  series_tell (&self->frame, frame, "none");
  series_tell (&self->whole, what, "p95 < 16 ms");
}

static void
updated_cb (gboolean *told)
{
  *told = TRUE;
}

/* Every few mentions one is confirmed that was suggested, and the words behind another are labelled. */
static void
act_on (Stage *stage, const BayanMention *mention, gboolean confirms, Acts *acts)
{
  BayanDesk *desk = stage->window.desk;
  BayanCleanSpan behind = bayan_clean_span (mention->span.end.byte + 1, mention->span.end.byte + 9);
  gboolean told = FALSE;
  gulong handler = g_signal_connect_swapped (desk, "updated", G_CALLBACK (updated_cb), &told);
  double wall = wall_ms (), thread = thread_ms (), told_wall, told_thread;

  if (confirms)
    bayan_desk_confirm (desk, mention->id);
  else
    bayan_desk_label (desk, behind, BAYAN_MENTION_EVENT);
  sleep_until (told);
  series_add (&acts->news, wall, thread);
  told_wall = wall_ms ();
  told_thread = thread_ms ();
  stage_wait_painted (stage);
  series_add (&acts->frame, told_wall, told_thread);
  series_add (&acts->whole, wall, thread);
  g_signal_handler_disconnect (desk, handler);
}

static void
measure_acts (Stage *stage)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (window_fixture_find (stage->window.window, "BayanReaderPane"));
  BayanReading *reading = bayan_desk_get_reading (stage->window.desk);
  g_autoptr (GPtrArray) mentions = g_ptr_array_ref (bayan_reading_get_mentions (reading));
  Acts confirmed = acts_new (), labelled = acts_new ();
  guint step = mentions->len / N_ACTS;

  for (guint i = 0; i < N_ACTS; i++)
    {
      const BayanMention *mention = mentions->pdata[i * step];
      gboolean confirms = i % 2 == 0 && mention->status == BAYAN_STATUS_SUGGESTED;

      bayan_reader_pane_show_mention (pane, mention->id);
      window_fixture_settle (&stage->window);
      act_on (stage, mention, confirms, confirms ? &confirmed : &labelled);
      window_fixture_settle (&stage->window);
    }
  acts_tell (&confirmed, "confirmation to screen");
  acts_tell (&labelled, "label to screen");
}

static void
measure_scrolling (Stage *stage)
{
  GtkWidget *pane = window_fixture_find (stage->window.window, "BayanReaderPane");
  BayanReaderView *view = bayan_reader_pane_get_view (BAYAN_READER_PANE (pane));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  for (guint pass = 0; pass < 2; pass++)
    {
      gtk_adjustment_set_value (adjustment, 0);
      window_fixture_settle (&stage->window);
      stage_forget_frames (stage);
      for (int i = 1; i <= N_SCROLL_FRAMES; i++)
        {
          gtk_adjustment_set_value (adjustment, (double) i * SCROLL_STEP_PX);
          stage_wait_painted (stage);
        }
      g_print (
          "frames while the text scrolls, %s: p50 %.1f, p95 %.1f, longest %.1f ms (goal p95 < 16.7 ms)\n",
          pass == 0 ? "for the first time" : "again", percentile (stage->frames, 0.5),
          percentile (stage->frames, 0.95), percentile (stage->frames, 1));
    }
}

static void
measure_turning (Stage *stage)
{
  guint n = g_list_model_get_n_items (bayan_desk_get_statements (stage->window.desk));
  Series series = series_new ();

  for (guint i = 0; i < N_TURNS; i++)
    {
      turn_to (stage, get_statement (stage, 1 + (i * 37) % (n - 1)), &series);
      window_fixture_settle (&stage->window);
    }
  series_tell (&series, "turning to another statement", "p95 < 50 ms");
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == ' ' || *text == '\n';
  return n;
}

/* @part: (nullable): the one that is measured; NULL for all */
static void
measure (Stage *stage, gint64 statement, const char *part)
{
  if (part == NULL || g_str_equal (part, "turning"))
    measure_turning (stage);
  if (part == NULL || g_str_equal (part, "opening"))
    measure_first_paint (stage, statement);
  window_fixture_read (&stage->window, statement);
  window_fixture_settle (&stage->window);
  if (part == NULL || g_str_equal (part, "scrolling"))
    measure_scrolling (stage);
  if (part == NULL || g_str_equal (part, "acts"))
    measure_acts (stage);
}

static void
run (const char *samples, guint n_statements, const char *part)
{
  Stage stage;
  g_autofree char *folder = g_dir_make_tmp ("bayan-bench-XXXXXX", NULL);
  g_autofree char *statements = g_build_filename (folder, "statements", NULL);
  g_autofree char *library = g_build_filename (folder, "library.bayan", NULL);
  g_autofree char *sweep = g_strdup_printf ("rm -rf '%s'", folder);
  g_autofree char *text = make_text ();
  gint64 statement;

  g_mkdir (statements, 0700);
  files_make (samples, statements, 0, n_statements);
  stage_open (&stage, library);
  import_folder (&stage, statements);
  statement = window_fixture_import_text (&stage.window, text);
  window_fixture_read (&stage.window, statement);
  window_fixture_settle (&stage.window);
  g_print ("%u words, %u mentions, %u statements\n", count_words (text),
           bayan_reading_get_mentions (bayan_desk_get_reading (stage.window.desk))->len,
           g_list_model_get_n_items (bayan_desk_get_statements (stage.window.desk)));
  measure (&stage, statement, part);
  stage_close (&stage);
  if (system (sweep) != 0)
    g_printerr ("%s is left behind\n", folder);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 2 || !gtk_init_check ())
    g_error ("usage: %s SAMPLES [STATEMENTS [PART]]", argv[0]);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  run (argv[1], argc > 2 ? (guint) atoi (argv[2]) : N_STATEMENTS, argc > 3 ? argv[3] : NULL);
  return EXIT_SUCCESS;
}
