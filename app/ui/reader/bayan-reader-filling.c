/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-pane-private.h"

#include "bayan-explanation.h"

static void
tag_range (BayanReaderPane *self, const char *tag, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (bayan_reader_pane_get_buffer (self), &from, start);
  gtk_text_buffer_get_iter_at_offset (bayan_reader_pane_get_buffer (self), &to, end);
  gtk_text_buffer_apply_tag_by_name (bayan_reader_pane_get_buffer (self), tag, &from, &to);
}

/* An empty line between paragraphs is a little room, not a line of text. */
static void
tag_empty_lines (BayanReaderPane *self)
{
  GtkTextIter iter, next;

  gtk_text_buffer_get_start_iter (bayan_reader_pane_get_buffer (self), &iter);
  do
    {
      next = iter;
      if (gtk_text_iter_ends_line (&iter) && gtk_text_iter_forward_char (&next))
        gtk_text_buffer_apply_tag_by_name (bayan_reader_pane_get_buffer (self), "empty", &iter, &next);
    }
  while (gtk_text_iter_forward_line (&iter));
}

static void
tag_text (BayanReaderPane *self, const BayanStatement *statement)
{
  int start, end;

  tag_empty_lines (self);
  if (bayan_clean_span_length_bytes (statement->title_span) > 0)
    tag_range (self, "title", bayan_reader_text_to_buffer (self->text, statement->title_span.start),
               bayan_reader_text_end_to_buffer (self->text, statement->title_span.end));
  for (guint i = 0; i < statement->removed->len; i++)
    if (bayan_reader_text_get_region_line (self->text, i, &start, &end))
      tag_range (self, "region", start, end);
  for (guint i = 0; i < bayan_reader_text_get_n_repairs (self->text); i++)
    {
      bayan_reader_text_get_repair (self->text, i, &start, &end);
      tag_range (self, "repaired", start, end);
    }
}

/* What the code book and the notes say of the marks */
static void
dress_marks (BayanReaderPane *self, BayanReaderMarks *marks)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      BayanReaderMark *mark = &g_array_index (marks->marks, BayanReaderMark, i);
      const BayanOwnLabel *label;

      if (mark->is_dressed)
        continue;
      label = bayan_desk_find_label (self->desk, mark->mention->entity_key);
      mark->has_colour = label != NULL;
      mark->colour = label != NULL ? label->colour : 0;
      mark->has_note = !mark->is_part
                       && bayan_desk_find_note (self->desk, BAYAN_NOTE_OF_MENTION, mark->id) != NULL;
      mark->right_to_left = mark->has_note
                            && bayan_reader_pane_is_right_to_left (self, mark->mention->span.start);
      mark->is_dressed = TRUE;
    }
}

/* @before: (nullable): marks of the same text, made with the code book and the notes that there are */
static void
renew_marks (BayanReaderPane *self, const BayanReaderMarks *before)
{
  GPtrArray *mentions = bayan_reading_get_mentions (self->reading);
  guint counts[BAYAN_MENTION_N_TYPES] = { 0 };
  BayanReaderMarks *marks = bayan_reader_marks_renew (before, mentions, self->text);

  dress_marks (self, marks);
  bayan_reader_view_take_marks (BAYAN_READER_VIEW (self->view), marks);
  bayan_reader_view_set_relations (BAYAN_READER_VIEW (self->view),
                                   bayan_reading_get_relations (self->reading));
  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (mentions, i);
      if (mention->status != BAYAN_STATUS_REJECTED)
        counts[mention->type]++;
    }
  bayan_reader_minimap_renew (BAYAN_READER_MINIMAP (self->minimap));
  bayan_reader_bar_set_counts (BAYAN_READER_BAR (self->bar), counts);
}

/* The mentions as they are now, under the text and in the bar. */
void
bayan_reader_pane_show_marks (BayanReaderPane *self)
{
  renew_marks (self, NULL);
}

/* As bayan_reader_pane_show_marks() for the text that is shown already: what is the same mention as before stays as it is. */
void
bayan_reader_pane_follow_mentions (BayanReaderPane *self)
{
  renew_marks (self, bayan_reader_view_get_marks (BAYAN_READER_VIEW (self->view)));
}

static char *
region_line (const BayanRemovedRegion *region, gpointer data)
{
  return bayan_explanation_of_region (region);
}

/* Beside its source the text stands alone: what was left out is to be seen there. */
void
bayan_reader_pane_show_text (BayanReaderPane *self)
{
  const BayanStatement *statement = bayan_reading_get_statement (self->reading);
  gboolean beside = gtk_widget_get_visible (self->source);

  bayan_reader_twin_set_text (self->twin, NULL);
  g_clear_pointer (&self->text, bayan_reader_text_free);
  self->text = bayan_reader_text_new (statement, beside ? NULL : region_line, NULL);
  gtk_text_buffer_set_text (bayan_reader_pane_get_buffer (self), bayan_reader_text_get_string (self->text),
                            -1);
  tag_text (self, statement);
  bayan_reader_view_take_chips (BAYAN_READER_VIEW (self->view),
                                bayan_control_chips_new (statement, self->text));
  bayan_reader_pane_show_marks (self);
  bayan_source_pane_show (BAYAN_SOURCE_PANE (self->source), beside ? (BayanStatement *) statement : NULL);
  if (beside)
    bayan_reader_twin_set_text (self->twin, self->text);
}

/* How titles, regions and words that were put right look. */
void
bayan_reader_pane_create_tags (BayanReaderPane *self)
{
  static const GdkRGBA REPAIRED = { 0.5F, 0.5F, 0.54F, 1 };
  GtkTextBuffer *buffer = bayan_reader_pane_get_buffer (self);

  gtk_text_buffer_create_tag (buffer, "title", "weight", PANGO_WEIGHT_BOLD, "scale", 1.2, NULL);
  gtk_text_buffer_create_tag (buffer, "empty", "scale", 0.2, "pixels-below-lines", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "region", "foreground", "#80808a", "scale", 0.72, "style",
                              PANGO_STYLE_NORMAL, NULL);
  gtk_text_buffer_create_tag (buffer, "repaired", "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba",
                              &REPAIRED, NULL);
}
