/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What marks must never do to a text, on texts and spans drawn at random: change a letter. The glyphs that GTK is about to
 * paint are read from the render nodes of the view, with and without marks. And where a click and the caret go: to the
 * right character, and never into the middle of one. */
#include <adwaita.h>
#include <string.h>

#include "bayan-fonts.h"
#include "bayan-reader-view.h"
#include "bayan-resources.h"

#define N_TEXTS 50
#define N_SPANS 200 /* in each of them: ten thousand in all */
#define N_WORDS 220
#define DEEPEST 5
#define WIDTH_PX 640
#define HEIGHT_PX 3000

/* Parts that words are made of: clitics, vowel marks, joiners, ligatures, digits of three kinds, Latin, pictures. */
static const char *const PARTS[] = {
  "والعراق",
  "وبالأردن",
  "للتحالف",
  "لا",
  "الله",
  "إلى",
  "محمّد",
  "مُتَّفِقُون",
  "الدَّوْلَة",
  "قرآنًا",
  "می\u200cخواهد",
  "خانه\u200cها",
  "كـــلمة",
  "بيان",
  "١٤٤٢",
  "۱۳۹۹",
  "2021",
  "25%",
  "٥٠٪",
  "1٬234٫5",
  "3.5",
  "UN",
  "résolution",
  "re\u0301solution",
  "OPEC+",
  "«النصّ»",
  "(S/2021)",
  "ـه",
  "\u06ccک",
  "ڤيينا",
  "چاد",
  "👩\u200D🌾",
  "🇮🇶",
  "لإلا",
  "ٱلرَّحْمٰنِ",
  "ﻻ",
  "\u200Fبيان\u200F",
  "x\u0323\u0307",
  "،",
  "؟",
  "لأمر",
  "هٰذا",
};

typedef struct {
  GtkWidget *window;
  BayanReaderView *view;
} Fixture;

static Fixture fixture;

static void
settle (void)
{
  gint64 until_us = g_get_monotonic_time () + 40 * 1000;

  while (g_main_context_iteration (NULL, FALSE) || g_get_monotonic_time () < until_us)
    ;
}

static GtkTextBuffer *
get_buffer (void)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture.view));
}

/* Texts and spans */

static BayanStatement *
draw_statement (GRand *random)
{
  BayanStatement *statement = bayan_statement_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    {
      guint n_parts = g_rand_int_range (random, 0, 8) == 0 ? 2 : 1;
      for (guint part = 0; part < n_parts; part++)
        g_string_append (text, PARTS[g_rand_int_range (random, 0, G_N_ELEMENTS (PARTS))]);
      g_string_append (text, g_rand_int_range (random, 0, 30) == 0 ? "\n" : " ");
    }
  statement->text_length_bytes = text->len;
  statement->text = g_string_free (text, FALSE);
  return statement;
}

static guint32
to_byte (const BayanStatement *statement, int offset)
{
  return (guint32) (g_utf8_offset_to_pointer (statement->text, offset) - statement->text);
}

static void
add_mention (GPtrArray *mentions, const BayanStatement *statement, GRand *random, int start, int end)
{
  BayanMention *mention = bayan_mention_new (
      bayan_clean_span (to_byte (statement, start), to_byte (statement, end)),
      (BayanMentionType) g_rand_int_range (random, 0, BAYAN_MENTION_N_SUGGESTED), BAYAN_LAYER_RULE, "x");

  mention->id = (gint64) mentions->len + 1;
  mention->status = g_rand_boolean (random) ? BAYAN_STATUS_SUGGESTED : BAYAN_STATUS_CONFIRMED;
  g_ptr_array_add (mentions, mention);
}

/* Spans of any code points, one within the other: not even whole characters. */
static GPtrArray *
draw_mentions (const BayanStatement *statement, GRand *random)
{
  GPtrArray *mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  int n_chars = (int) g_utf8_strlen (statement->text, (gssize) statement->text_length_bytes);

  while (mentions->len < N_SPANS)
    {
      int start = g_rand_int_range (random, 0, n_chars - 1);
      int end = MIN (start + g_rand_int_range (random, 1, 60), n_chars);
      int depth = g_rand_int_range (random, 1, DEEPEST + 1);

      for (int level = 0; level < depth && start < end && mentions->len < N_SPANS; level++)
        {
          add_mention (mentions, statement, random, start, end);
          start += g_rand_int_range (random, 0, 3);
          end -= g_rand_int_range (random, 0, 3);
        }
    }
  return mentions;
}

static BayanReaderText *
show (const BayanStatement *statement)
{
  BayanReaderText *text = bayan_reader_text_new (statement, NULL, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  gtk_text_buffer_set_text (get_buffer (), bayan_reader_text_get_string (text), -1);
  bayan_reader_view_take_marks (fixture.view, bayan_reader_marks_new (none, text));
  settle ();
  return text;
}

/* Glyphs */

static void collect_glyphs (GskRenderNode *node, GString *glyphs);

static void
add_text (GskRenderNode *node, GString *glyphs)
{
  const PangoGlyphInfo *info;
  g_autofree char *font =
      pango_font_description_to_string (pango_font_describe (gsk_text_node_get_font (node)));
  const graphene_point_t *offset = gsk_text_node_get_offset (node);
  guint n_glyphs = gsk_text_node_get_num_glyphs (node); /* GTK 4.8 does not tell it with the glyphs */

  info = gsk_text_node_get_glyphs (node, NULL);
  g_string_append_printf (glyphs, "%s %.2f %.2f:", font, (double) offset->x, (double) offset->y);
  for (guint i = 0; i < n_glyphs; i++)
    g_string_append_printf (glyphs, " %u+%d(%d,%d)", info[i].glyph, info[i].geometry.width,
                            info[i].geometry.x_offset, info[i].geometry.y_offset);
  g_string_append_c (glyphs, '\n');
}

static void
collect_children (GskRenderNode *node, GString *glyphs)
{
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    collect_glyphs (gsk_container_node_get_child (node, i), glyphs);
}

static void
collect_glyphs (GskRenderNode *node, GString *glyphs)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      collect_children (node, glyphs);
      break;
      case GSK_TRANSFORM_NODE: {
        g_autofree char *transform = gsk_transform_to_string (gsk_transform_node_get_transform (node));
        g_string_append_printf (glyphs, "%s\n", transform);
        collect_glyphs (gsk_transform_node_get_child (node), glyphs);
        break;
      }
    case GSK_CLIP_NODE:
      collect_glyphs (gsk_clip_node_get_child (node), glyphs);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      collect_glyphs (gsk_rounded_clip_node_get_child (node), glyphs);
      break;
    case GSK_OPACITY_NODE:
      collect_glyphs (gsk_opacity_node_get_child (node), glyphs);
      break;
    case GSK_DEBUG_NODE:
      collect_glyphs (gsk_debug_node_get_child (node), glyphs);
      break;
    case GSK_TEXT_NODE:
      add_text (node, glyphs);
      break;
    default:
      break;
    }
}

static GskRenderNode *
take_node (void)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture.view));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (fixture.view)),
                          gtk_widget_get_height (GTK_WIDGET (fixture.view)));
  return gtk_snapshot_free_to_node (snapshot);
}

static char *
look_at_glyphs (void)
{
  GString *glyphs = g_string_new (NULL);
  g_autoptr (GskRenderNode) node = NULL;

  gtk_widget_queue_draw (GTK_WIDGET (fixture.view));
  settle ();
  node = take_node ();
  if (node != NULL)
    collect_glyphs (node, glyphs);
  return g_string_free (glyphs, FALSE);
}

/* Once two looks see the same: a slow machine paints late, and lines are measured while nothing else is to be done. */
static char *
take_glyphs (void)
{
  char *last = look_at_glyphs ();

  for (guint tries = 0; tries < 50; tries++)
    {
      g_autofree char *before = last;

      last = look_at_glyphs ();
      if (*last != '\0' && g_str_equal (before, last))
        break;
    }
  return last;
}

/* One of the two may show more paragraphs at the end: the window grows while lines are measured. */
static void
assert_same_glyphs (const char *one, const char *other)
{
  gsize length = MIN (strlen (one), strlen (other));
  g_autofree char *start = g_strndup (one, length), *other_start = g_strndup (other, length);

  g_assert_cmpuint (length, >, 10000);
  g_assert_cmpstr (start, ==, other_start);
}

/* Ten thousand spans: the glyphs with marks are those without. */
static void
test_glyphs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (41);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (BayanStatement) statement = draw_statement (random);
      g_autoptr (BayanReaderText) text = show (statement);
      g_autoptr (GPtrArray) mentions = draw_mentions (statement, random);
      g_autofree char *before = take_glyphs ();
      g_autofree char *after = NULL;

      bayan_reader_view_take_marks (fixture.view, bayan_reader_marks_new (mentions, text));
      bayan_reader_view_set_current (fixture.view, 1);
      after = take_glyphs ();
      assert_same_glyphs (before, after);
    }
}

/* Places */

/* Begin and end of the character, with its marks, that stands at @offset */
static void
get_grapheme (int offset, int *start, int *end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (get_buffer (), &from, offset);
  to = from;
  if (!gtk_text_iter_is_cursor_position (&from))
    gtk_text_iter_backward_cursor_position (&from);
  gtk_text_iter_forward_cursor_position (&to);
  *start = gtk_text_iter_get_offset (&from);
  *end = gtk_text_iter_get_offset (&to);
}

static gboolean
is_to_be_hit (const GtkTextIter *iter)
{
  return !g_unichar_isspace (gtk_text_iter_get_char (iter)) && gtk_text_iter_is_cursor_position (iter);
}

/* A click on each character, in either half of it, hits that character. Two that make one glyph share it. */
static void
check_clicks (GRand *random)
{
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (get_buffer (), &iter);
  for (; !gtk_text_iter_is_end (&iter); gtk_text_iter_forward_char (&iter))
    {
      GdkRectangle place;
      int x, y, hit, start, end, across, offset = gtk_text_iter_get_offset (&iter);

      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture.view), &iter, &place);
      if (!is_to_be_hit (&iter) || ABS (place.width) < 6)
        continue;
      across = place.width * g_rand_int_range (random, 3, 8) / 10; /* edges are rounded to pixels */
      gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (fixture.view), GTK_TEXT_WINDOW_WIDGET,
                                             place.x + across, place.y + place.height / 2, &x, &y);
      hit = bayan_reader_view_get_offset_at (fixture.view, x, y);
      get_grapheme (offset, &start, &end);
      if (hit < start || hit >= end)
        g_test_message ("U+%04X at %d: %d", gtk_text_iter_get_char (&iter), offset, hit);
      g_assert_cmpint (hit, >=, start);
      g_assert_cmpint (hit, <, end);
    }
}

static void
test_clicks (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (guint i = 0; i < N_TEXTS / 10; i++)
    {
      g_autoptr (BayanStatement) statement = draw_statement (random);
      g_autoptr (BayanReaderText) text = show (statement);
      g_autoptr (GPtrArray) mentions = draw_mentions (statement, random);

      bayan_reader_view_take_marks (fixture.view, bayan_reader_marks_new (mentions, text));
      check_clicks (random);
    }
}

/* Not before a mark that belongs to the letter before it, and where GTK too says that a caret may stand. */
static void
assert_caret (const char *way)
{
  GtkTextIter caret, before;
  gunichar here;

  gtk_text_buffer_get_iter_at_mark (get_buffer (), &caret, gtk_text_buffer_get_insert (get_buffer ()));
  here = gtk_text_iter_get_char (&caret);
  before = caret;
  if (!gtk_text_iter_is_cursor_position (&caret) && !gtk_text_iter_is_end (&caret))
    g_test_message ("%s: in the middle of a character, before U+%04X", way, here);
  g_assert_true (gtk_text_iter_is_cursor_position (&caret) || gtk_text_iter_is_end (&caret));
  if (gtk_text_iter_backward_char (&before) && !g_unichar_isspace (gtk_text_iter_get_char (&before)))
    g_assert_false (g_unichar_ismark (here) || here == 0x200C || here == 0x200D);
}

static void
walk_caret (GtkMovementStep step, int count, const char *way)
{
  GtkTextIter from;
  int last = -1, here;

  if (count > 0)
    gtk_text_buffer_get_start_iter (get_buffer (), &from);
  else
    gtk_text_buffer_get_end_iter (get_buffer (), &from);
  gtk_text_buffer_place_cursor (get_buffer (), &from);
  g_object_get (get_buffer (), "cursor-position", &here, NULL);
  for (guint n = 0; here != last && n < 20000; n++)
    {
      last = here;
      g_signal_emit_by_name (fixture.view, "move-cursor", step, count, FALSE);
      assert_caret (way);
      g_object_get (get_buffer (), "cursor-position", &here, NULL);
    }
}

/* With the keys, along the marks, and to any point that is clicked. */
static void
check_carets (GPtrArray *mentions, GRand *random)
{
  const BayanReaderMarks *marks = bayan_reader_view_get_marks (fixture.view);

  walk_caret (GTK_MOVEMENT_LOGICAL_POSITIONS, 1, "forward");
  walk_caret (GTK_MOVEMENT_LOGICAL_POSITIONS, -1, "backward");
  walk_caret (GTK_MOVEMENT_WORDS, 1, "words forward");
  walk_caret (GTK_MOVEMENT_WORDS, -1, "words backward");
  walk_caret (GTK_MOVEMENT_DISPLAY_LINES, 1, "lines");
  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      const BayanReaderMark *mark = bayan_reader_marks_find (marks, mention->id);

      if (mark == NULL)
        continue;
      bayan_reader_view_scroll_to_mark (fixture.view, mark);
      assert_caret ("to a mark");
    }
  for (guint i = 0; i < 500; i++)
    {
      GtkTextIter iter;

      gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (fixture.view), &iter,
                                          g_rand_int_range (random, 0, WIDTH_PX),
                                          g_rand_int_range (random, 0, HEIGHT_PX));
      gtk_text_buffer_place_cursor (get_buffer (), &iter);
      assert_caret ("to a point");
    }
}

static void
test_carets (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (43);
  g_autoptr (BayanStatement) statement = draw_statement (random);
  g_autoptr (BayanReaderText) text = show (statement);
  g_autoptr (GPtrArray) mentions = draw_mentions (statement, random);

  bayan_reader_view_take_marks (fixture.view, bayan_reader_marks_new (mentions, text));
  check_carets (mentions, random);
}

static void
open_window (void)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  g_resources_register (bayan_resources_get_resource ());
  bayan_fonts_add ();
  gtk_css_provider_load_from_resource (style, "/io/github/bayandesk/Bayan/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (style);
  fixture.view = g_object_new (BAYAN_TYPE_READER_VIEW, "left-margin", 24, "right-margin", 24, NULL);
  fixture.window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture.window), GTK_WIDGET (fixture.view));
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), WIDTH_PX, HEIGHT_PX);
  gtk_window_present (GTK_WINDOW (fixture.window));
  while (gtk_widget_get_height (GTK_WIDGET (fixture.view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

int
main (int argc, char *argv[])
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  open_window ();
  g_test_add_func ("/ui/reader-shape/glyphs", test_glyphs);
  g_test_add_func ("/ui/reader-shape/clicks", test_clicks);
  g_test_add_func ("/ui/reader-shape/carets", test_carets);
  result = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  return result;
}
