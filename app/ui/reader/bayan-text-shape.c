/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-text-shape.h"

#include <math.h>

static void
get_character_rectangle (GtkTextView *view, const GtkTextIter *iter, int paragraph_y,
                         graphene_rect_t *rectangle)
{
  GdkRectangle location;

  /* In right-to-left runs the width is negative and x is the right edge. */
  gtk_text_view_get_iter_location (view, iter, &location);
  graphene_rect_init (rectangle, location.x, location.y - paragraph_y, location.width, location.height);
  graphene_rect_normalize (rectangle);
}

/* Two characters that follow one another on a display line, and touch. */
static gboolean
joins (const graphene_rect_t *run, const graphene_rect_t *next)
{
  float gap = MAX (run->origin.x, next->origin.x)
              - MIN (run->origin.x + run->size.width, next->origin.x + next->size.width);

  return fabsf (run->origin.y - next->origin.y) < run->size.height / 2 && gap <= 1;
}

/* Digits and Latin words run against the line: their characters come in another order than the places. */
static void
join_runs (GArray *rectangles)
{
  for (guint i = 0; i < rectangles->len; i++)
    for (guint j = i + 1; j < rectangles->len;)
      {
        graphene_rect_t *one = &g_array_index (rectangles, graphene_rect_t, i);
        const graphene_rect_t *other = &g_array_index (rectangles, graphene_rect_t, j);

        if (!joins (one, other))
          {
            j++;
            continue;
          }
        graphene_rect_union (one, other, one);
        g_array_remove_index (rectangles, j);
        j = i + 1;
      }
}

/**
 * bayan_text_shape_measure:
 * @start_chars: a buffer offset
 * @end_chars: behind the last character
 *
 * Measures that part of the text in @view. Costs time for each of its characters.
 */
void
bayan_text_shape_measure (BayanTextShape *self, GtkTextView *view, int start_chars, int end_chars)
{
  g_autoptr (GArray) rectangles = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GtkTextIter iter;
  int paragraph_y, paragraph_height;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, start_chars);
  gtk_text_view_get_line_yrange (view, &iter, &paragraph_y, &paragraph_height);
  for (int at = start_chars; at < end_chars && !gtk_text_iter_is_end (&iter); at++)
    {
      graphene_rect_t rectangle;
      graphene_rect_t *last = rectangles->len > 0
                                  ? &g_array_index (rectangles, graphene_rect_t, rectangles->len - 1)
                                  : NULL;

      get_character_rectangle (view, &iter, paragraph_y, &rectangle);
      if (last != NULL && joins (last, &rectangle))
        graphene_rect_union (last, &rectangle, last);
      else if (!gtk_text_iter_ends_line (&iter))
        g_array_append_val (rectangles, rectangle);
      gtk_text_iter_forward_char (&iter);
    }
  join_runs (rectangles);
  bayan_text_shape_clear (self);
  self->n_rectangles = rectangles->len;
  self->rectangles = (graphene_rect_t *) g_array_free (g_steal_pointer (&rectangles), FALSE);
}

void
bayan_text_shape_clear (BayanTextShape *self)
{
  g_clear_pointer (&self->rectangles, g_free);
  self->n_rectangles = 0;
}
