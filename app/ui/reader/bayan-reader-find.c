/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-find.h"

#include "bayan-reader-pane-private.h"

/* More words would not be looked for again: the selection was for something else. */
#define MOST_SELECTED_CHARS 60

static BayanFindBar *
get_bar (BayanReaderPane *pane)
{
  return BAYAN_FIND_BAR (pane->find_bar);
}

/* Where the words stand, in buffer offsets. */
static GArray *
find_hits (BayanReaderPane *pane)
{
  g_autoptr (GArray) spans = bayan_desk_find_in_text (bayan_reader_pane_get_desk (pane),
                                                      bayan_find_bar_get_text (get_bar (pane)));
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (BayanReaderRange), spans->len);

  for (guint i = 0; i < spans->len && pane->text != NULL; i++)
    {
      const BayanCleanSpan *span = &g_array_index (spans, BayanCleanSpan, i);
      BayanReaderRange hit = { bayan_reader_text_to_buffer (pane->text, span->start),
                               bayan_reader_text_end_to_buffer (pane->text, span->end) };

      if (hit.start < hit.end)
        g_array_append_val (hits, hit);
    }
  return hits;
}

static int
get_caret (BayanReaderPane *pane)
{
  int caret;

  g_object_get (bayan_reader_pane_get_buffer (pane), "cursor-position", &caret, NULL);
  return caret;
}

/* The first place at @offset or behind it; behind the last one comes the first. */
static int
find_from (GArray *hits, int offset)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, BayanReaderRange, i).start >= offset)
      return (int) i;
  return hits->len > 0 ? 0 : -1;
}

/* Selected, so that what is done next is done with it. */
static void
show_hit (BayanReaderPane *pane)
{
  GtkTextBuffer *buffer = bayan_reader_pane_get_buffer (pane);
  const BayanReaderRange *hit;
  GtkTextIter start, end;

  bayan_reader_view_set_hit (BAYAN_READER_VIEW (pane->view), pane->hit);
  bayan_find_bar_show_count (get_bar (pane), pane->hit, pane->hits->len);
  if (pane->hit < 0)
    return;
  hit = &g_array_index (pane->hits, BayanReaderRange, pane->hit);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, hit->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, hit->end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (pane->view), gtk_text_buffer_get_insert (buffer), 0.15, FALSE,
                                0, 0);
}

static void
take_hits (BayanReaderPane *pane, GArray *hits)
{
  g_clear_pointer (&pane->hits, g_array_unref);
  pane->hits = hits;
  bayan_reader_view_set_hits (BAYAN_READER_VIEW (pane->view), hits);
}

/* From where the caret was when the bar was opened, however much is typed. */
static void
changed_cb (BayanReaderPane *pane)
{
  take_hits (pane, find_hits (pane));
  pane->hit = find_from (pane->hits, pane->find_from);
  show_hit (pane);
}

static void
step (BayanReaderPane *pane, gboolean forward)
{
  int n = pane->hits != NULL ? (int) pane->hits->len : 0;

  if (n == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (pane));
      return;
    }
  pane->hit = (pane->hit + (forward ? 1 : n - 1)) % n;
  pane->find_from = g_array_index (pane->hits, BayanReaderRange, pane->hit).start;
  show_hit (pane);
}

static void
step_cb (BayanReaderPane *pane, gboolean forward)
{
  step (pane, forward);
}

static void
closed_cb (BayanReaderPane *pane)
{
  take_hits (pane, NULL);
  gtk_widget_grab_focus (pane->view);
}

static char *
get_selected_words (BayanReaderPane *pane)
{
  GtkTextBuffer *buffer = bayan_reader_pane_get_buffer (pane);
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end)
      || gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end)
      || gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) > MOST_SELECTED_CHARS)
    return NULL;
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);
  g_autofree char *words = NULL;
  GtkTextIter start;

  if (pane->reading == NULL)
    return;
  words = get_selected_words (pane);
  gtk_text_buffer_get_selection_bounds (bayan_reader_pane_get_buffer (pane), &start, NULL);
  pane->find_from = gtk_text_iter_get_offset (&start);
  bayan_reader_pane_close_popover (pane);
  bayan_find_bar_open (get_bar (pane), words);
}

static void
find_next (GtkWidget *widget, gboolean forward)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);

  if (bayan_find_bar_is_open (get_bar (pane)))
    step (pane, forward);
  else
    find_action (widget, NULL, NULL);
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  find_next (widget, TRUE);
}

static void
find_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  find_next (widget, FALSE);
}

/**
 * bayan_reader_find_renew:
 *
 * The pane shows another text: what is looked for is looked for there.
 */
void
bayan_reader_find_renew (BayanReaderPane *pane)
{
  if (!bayan_find_bar_is_open (get_bar (pane)))
    return;
  take_hits (pane, find_hits (pane));
  pane->hit = -1;
  pane->find_from = get_caret (pane);
  bayan_reader_view_set_hit (BAYAN_READER_VIEW (pane->view), -1);
  bayan_find_bar_show_count (get_bar (pane), -1, pane->hits->len);
}

/**
 * bayan_reader_find_connect:
 *
 * The bar of the pane looks for words in its text.
 */
void
bayan_reader_find_connect (BayanReaderPane *pane)
{
  g_signal_connect_object (pane->find_bar, "changed", G_CALLBACK (changed_cb), pane, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->find_bar, "step", G_CALLBACK (step_cb), pane, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->find_bar, "closed", G_CALLBACK (closed_cb), pane, G_CONNECT_SWAPPED);
}

/**
 * bayan_reader_find_install:
 *
 * Installs the actions on the class of the reader pane.
 */
void
bayan_reader_find_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reader.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "reader.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (klass, "reader.find-previous", NULL, find_previous_action);
}
