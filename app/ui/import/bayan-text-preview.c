/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-text-preview.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-shown-text.h"

/* Enough to judge by; the rest is seen in the reader. */
#define MAX_BYTES (256 * 1024)

struct _BayanTextPreview {
  AdwBin parent_instance;
  GtkTextView *view;
  GtkTextTag *doubtful;
};

G_DEFINE_FINAL_TYPE (BayanTextPreview, bayan_text_preview, ADW_TYPE_BIN)

static void
bayan_text_preview_class_init (BayanTextPreviewClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "textpreview");
}

static void
bayan_text_preview_init (BayanTextPreview *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_editable (self->view, FALSE);
  gtk_text_view_set_cursor_visible (self->view, FALSE);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (self->view, 12);
  gtk_text_view_set_bottom_margin (self->view, 12);
  gtk_text_view_set_left_margin (self->view, 18);
  gtk_text_view_set_right_margin (self->view, 18);
  gtk_text_view_set_pixels_below_lines (self->view, 6);
  gtk_widget_add_css_class (view, "statement-preview");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The text as it will be read"), -1);
  /* A yellow that stands out behind black and behind white letters. */
  self->doubtful = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->view), NULL, "background-rgba",
                                               &(GdkRGBA) { 0.90f, 0.65f, 0.04f, 0.38f }, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "frame");
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static gsize
shown_bytes (const BayanStatement *statement)
{
  const char *end;

  if (statement->text_length_bytes <= MAX_BYTES)
    return statement->text_length_bytes;
  end = g_utf8_find_prev_char (statement->text, statement->text + MAX_BYTES);
  return end != NULL ? (gsize) (end - statement->text) : 0;
}

/* Marks what is doubtful. Returns the offset of the first in the buffer, -1 for none. */
static int
mark_doubts (BayanTextPreview *self, const BayanStatement *statement, BayanShownText *shown, gsize size_bytes)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  int first = -1;

  for (guint i = 0; i < statement->doubts->len; i++)
    {
      const BayanDoubt *doubt = statement->doubts->pdata[i];
      GtkTextIter start, end;

      if (bayan_clean_span_length_bytes (doubt->span) == 0 || doubt->span.end.byte > size_bytes)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &start,
                                          bayan_shown_text_to_buffer (shown, doubt->span.start.byte));
      gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                          bayan_shown_text_end_to_buffer (shown, doubt->span.end.byte));
      gtk_text_buffer_apply_tag (buffer, self->doubtful, &start, &end);
      if (first < 0 || gtk_text_iter_get_offset (&start) < first)
        first = gtk_text_iter_get_offset (&start);
    }
  return first;
}

static void
scroll_to (BayanTextPreview *self, int offset_chars)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, MAX (offset_chars, 0));
  gtk_text_buffer_place_cursor (buffer, &at);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}

/**
 * bayan_text_preview_show:
 * @statement: (nullable): NULL where it cannot be read
 */
void
bayan_text_preview_show (BayanTextPreview *self, const BayanStatement *statement)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autoptr (BayanShownText) shown = NULL;
  gsize size_bytes;

  g_return_if_fail (BAYAN_IS_TEXT_PREVIEW (self));
  if (statement == NULL)
    {
      gtk_text_buffer_set_text (buffer, "", 0);
      return;
    }
  size_bytes = shown_bytes (statement);
  shown = bayan_shown_text_new (statement->text, size_bytes, TRUE);
  bayan_shown_text_finish (shown);
  gtk_text_buffer_set_text (buffer, bayan_shown_text_get_string (shown), -1);
  scroll_to (self, mark_doubts (self, statement, shown, size_bytes));
}
