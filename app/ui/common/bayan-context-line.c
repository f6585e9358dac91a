/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-context-line.h"

#include <string.h>

#include "bayan-language.h"

#define NATURAL_CHARS 40

struct _BayanContextLine {
  GtkWidget parent_instance;
  PangoLayout *layout;
  int words_start, words_end; /* bytes of the layout's text */
};

G_DEFINE_FINAL_TYPE (BayanContextLine, bayan_context_line, GTK_TYPE_WIDGET)

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  BayanContextLine *self = BAYAN_CONTEXT_LINE (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 8 * PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
      *natural = NATURAL_CHARS / 8 * *minimum;
    }
  else
    {
      int height;

      pango_layout_get_pixel_size (self->layout, NULL, &height);
      *minimum = *natural = MAX (height, PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)));
    }
  pango_font_metrics_unref (metrics);
}

/* Where the layout begins for the middle of the words to be in the middle of the widget. */
static int
find_left (BayanContextLine *self, int width)
{
  PangoRectangle start, end;

  pango_layout_index_to_pos (self->layout, self->words_start, &start);
  pango_layout_index_to_pos (self->layout, self->words_end, &end);
  return width / 2 - PANGO_PIXELS ((start.x + end.x) / 2);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BayanContextLine *self = BAYAN_CONTEXT_LINE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), find_left (self, width), 0,
                              self->layout);
  gtk_snapshot_pop (snapshot);
}

static void
finalize (GObject *object)
{
  g_object_unref (BAYAN_CONTEXT_LINE (object)->layout);
  G_OBJECT_CLASS (bayan_context_line_parent_class)->finalize (object);
}

/* Another font or scale. */
static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bayan_context_line_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (BAYAN_CONTEXT_LINE (widget)->layout);
}

static void
bayan_context_line_class_init (BayanContextLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  widget_class->css_changed = css_changed;
  gtk_widget_class_set_css_name (widget_class, "context-line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bayan_context_line_init (BayanContextLine *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
}

GtkWidget *
bayan_context_line_new (void)
{
  return g_object_new (BAYAN_TYPE_CONTEXT_LINE, NULL);
}

static PangoAttrList *
new_attributes (BayanContextLine *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->start_index = (guint) self->words_start;
  weight->end_index = (guint) self->words_end;
  pango_attr_list_insert (attributes, weight);
  return attributes;
}

/* A line of an Arabic text runs to the left also where it begins with a Latin name: a mark says so. */
static const char *
get_direction_mark (const char *before, const char *words, const char *after)
{
  return bayan_language_is_rtl_text (before) || bayan_language_is_rtl_text (words)
                 || bayan_language_is_rtl_text (after)
             ? "\u200F"
             : "\u200E";
}

/**
 * bayan_context_line_set_text:
 * @before: what stands before the words in their line
 * @words: those that are to be in the middle
 */
void
bayan_context_line_set_text (BayanContextLine *self, const char *before, const char *words, const char *after)
{
  const char *mark = get_direction_mark (before, words, after);
  g_autofree char *line = g_strconcat (mark, before, words, after, NULL);
  g_autoptr (PangoAttrList) attributes = NULL;

  self->words_start = (int) (strlen (mark) + strlen (before));
  self->words_end = self->words_start + (int) strlen (words);
  attributes = new_attributes (self);
  pango_layout_set_text (self->layout, line, -1);
  pango_layout_set_attributes (self->layout, attributes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
