/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every act reaches list, sidebar and map in the frame that follows it.
 *
 * What was painted is read from the render nodes of the three panes right after each frame: when the desk says
 * "updated", the panes that the act concerns must look otherwise in that frame or the next, and no pane may look
 * otherwise again later: nothing comes in late. */
#include <glib/gstdio.h>

#include "window-fixture.h"

enum { LIST, SIDEBAR, MAP, N_PANES };

static const char *const PANE_TYPES[N_PANES] = { "BayanStatementsPane", "BayanEntitiesPane", "BayanMapPane" };

#define MASK(pane) (1u << (pane))
#define ALL (MASK (LIST) | MASK (SIDEBAR) | MASK (MAP))

/* What was rejected and is labelled again was decided before: the list, which shows how much is decided, stays. Peru is
 * named once, so that the map must lose its colour with that mention. */
static const char *const TEXT = "بيان صحفي\n\n"
                                "زار وزير الخارجية الفرنسي بيرو، ورحب بمشاركة العراق والأردن في الاجتماع. "
                                "وأكد العراق التزامه بدعم الاستقرار في سوريا.\n";
static const char *const OTHER_TEXT =
    "بيان مشترك\n\nرحبت المملكة العربية السعودية وعُمان بمشاركة نيجيريا وتشاد، "
    "وأعربت نيجيريا عن شكرها.\n";

typedef struct {
  WindowFixture window;
  char *folder;
  GtkWidget *panes[N_PANES];
  GdkFrameClock *clock;
  char *before[N_PANES], *first[N_PANES], *now[N_PANES]; /* pictures */
  gint64 updated_in; /* frame counter when the desk said "updated"; -1 before */
  gint64 painted_in; /* of the first frame painted after that; -1 before */
} Fixture;

/* What the pane shows, as a checksum of its render node; a node is the picture without the pixels. */
static char *
take_picture (GtkWidget *pane)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (pane);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  gsize stride, size;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (pane), gtk_widget_get_height (pane));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (pane)), node, NULL);
  stride = (gsize) gdk_texture_get_width (texture) * 4;
  size = stride * (gsize) gdk_texture_get_height (texture);
  pixels = g_malloc (size);
  gdk_texture_download (texture, pixels, stride);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, pixels, size);
}

static void
take_pictures (Fixture *self, char **pictures)
{
  for (int i = 0; i < N_PANES; i++)
    {
      g_free (pictures[i]);
      pictures[i] = take_picture (self->panes[i]);
    }
}

static void
updated_cb (Fixture *self)
{
  if (self->updated_in < 0)
    self->updated_in = gdk_frame_clock_get_frame_counter (self->clock);
}

static void
painted_cb (Fixture *self)
{
  if (self->updated_in < 0 || self->painted_in >= 0)
    return;
  self->painted_in = gdk_frame_clock_get_frame_counter (self->clock);
  take_pictures (self, self->first);
}

static void
begin (Fixture *self)
{
  window_fixture_settle (&self->window);
  take_pictures (self, self->before);
  self->updated_in = self->painted_in = -1;
}

/* @act: for the log; @moved: the panes that must look otherwise. */
static void
check (Fixture *self, const char *act, guint moved)
{
  window_wait_until (self->painted_in >= 0);
  g_assert_cmpint (self->painted_in, <=, self->updated_in + 1);
  window_fixture_settle (&self->window);
  take_pictures (self, self->now);
  for (guint i = 0; i < N_PANES; i++)
    {
      g_test_message ("%s: %s", act, PANE_TYPES[i]);
      if (moved & MASK (i))
        g_assert_cmpstr (self->first[i], !=, self->before[i]);
      g_assert_cmpstr (self->now[i], ==, self->first[i]);
    }
}

static const BayanMention *
find_mention (Fixture *self, const char *words)
{
  BayanReading *reading = bayan_desk_get_reading (self->window.desk);
  const BayanStatement *statement = bayan_reading_get_statement (reading);
  GPtrArray *mentions = bayan_reading_get_mentions (reading);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (mentions, i);
      g_autofree char *text = g_strndup (statement->text + mention->span.start.byte,
                                         bayan_clean_span_length_bytes (mention->span));
      if (g_str_equal (text, words))
        return mention;
    }
  g_error ("no mention of %s", words);
}

static BayanCleanSpan
find_span (Fixture *self, const char *words)
{
  const char *text = bayan_reading_get_statement (bayan_desk_get_reading (self->window.desk))->text;
  guint32 start = (guint32) (strstr (text, words) - text);

  return bayan_clean_span (start, start + (guint32) strlen (words));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *library = NULL;

  self->folder = g_dir_make_tmp ("bayan-frames-XXXXXX", NULL);
  library = g_build_filename (self->folder, "library.bayan", NULL);
  window_fixture_open (&self->window, library);
  window_fixture_read (&self->window, window_fixture_import_text (&self->window, TEXT));
  bayan_desk_set_scope (self->window.desk, BAYAN_SCOPE_LIBRARY);
  window_fixture_settle (&self->window);
  for (int i = 0; i < N_PANES; i++)
    {
      self->panes[i] = window_fixture_find (self->window.window, PANE_TYPES[i]);
      g_assert_nonnull (self->panes[i]);
    }
  self->clock = gtk_widget_get_frame_clock (self->window.window);
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (painted_cb), self);
  g_signal_connect_swapped (self->window.desk, "updated", G_CALLBACK (updated_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_signal_handlers_disconnect_by_data (self->window.desk, self);
  window_fixture_close (&self->window);
  for (int i = 0; i < N_PANES; i++)
    {
      g_free (self->before[i]);
      g_free (self->first[i]);
      g_free (self->now[i]);
    }
  g_free (self->folder);
}

static void
test_every_act (Fixture *self, gconstpointer data)
{
  BayanDesk *desk = self->window.desk;
  BayanCleanSpan peru = find_span (self, "بيرو");

  begin (self);
  bayan_desk_confirm (desk, find_mention (self, "الأردن")->id);
  check (self, "confirm", MASK (LIST) | MASK (SIDEBAR));

  begin (self);
  bayan_desk_undo (desk);
  check (self, "undo of confirm", MASK (LIST) | MASK (SIDEBAR));

  begin (self);
  bayan_desk_reject (desk, find_mention (self, "بيرو")->id);
  check (self, "reject", ALL);

  begin (self);
  bayan_desk_label (desk, peru, BAYAN_MENTION_GPE);
  check (self, "label", MASK (SIDEBAR) | MASK (MAP));

  begin (self);
  bayan_desk_undo (desk);
  check (self, "undo of label", MASK (SIDEBAR) | MASK (MAP));

  begin (self);
  bayan_desk_redo (desk);
  check (self, "redo of label", MASK (SIDEBAR) | MASK (MAP));

  begin (self);
  bayan_desk_label (desk, find_span (self, "التزامه"), BAYAN_MENTION_EVENT);
  check (self, "label of new words", MASK (LIST) | MASK (SIDEBAR));

  begin (self);
  window_fixture_import_text (&self->window, OTHER_TEXT);
  check (self, "import", ALL);

  begin (self);
  bayan_desk_undo (desk);
  check (self, "undo of import", ALL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/ui/frames/every-act", Fixture, NULL, set_up, test_every_act, tear_down);
  return g_test_run ();
}
