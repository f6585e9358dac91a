/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reading-style.h"

#include <math.h>

/* Settings */
#define FAMILY "reader-font"
#define SIZE "reader-font-size"

/* Of the text and the source beside it, whose size is this much smaller. */
#define SOURCE_LESS_POINTS 2.0
#define DEFAULT_FAMILIES "\"Noto Naskh Arabic\", \"Amiri\", \"Vazirmatn\", serif"

struct _BayanReadingStyle {
  GObject parent_instance;

  GSettings *settings;
  GdkDisplay *display;
  GtkCssProvider *provider;
};

G_DEFINE_FINAL_TYPE (BayanReadingStyle, bayan_reading_style, G_TYPE_OBJECT)

/* A name goes into a style sheet: it is not to end its string there. */
static char *
quote_family (const char *family)
{
  GString *quoted = g_string_new ("\"");

  for (const char *at = family; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (quoted, '\\');
      if ((guchar) *at >= ' ')
        g_string_append_c (quoted, *at);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/**
 * bayan_reading_style_make_css:
 * @family: of the face; "" for the one that comes with the program
 * @size_points: of the text in the reader
 *
 * Returns: (transfer full): a style sheet
 */
char *
bayan_reading_style_make_css (const char *family, double size_points)
{
  g_autofree char *quoted = *family != '\0' ? quote_family (family) : NULL;
  g_autofree char *families = quoted != NULL ? g_strdup_printf ("%s, " DEFAULT_FAMILIES, quoted)
                                             : g_strdup (DEFAULT_FAMILIES);
  char size[G_ASCII_DTOSTR_BUF_SIZE], source_size[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (size, sizeof size, "%.1f", size_points);
  g_ascii_formatd (source_size, sizeof source_size, "%.1f", size_points - SOURCE_LESS_POINTS);
  return g_strdup_printf (
      ".statement-text, textview.reader, textview.statement-preview, context-line, .act-sentence "
      "{ font-family: %s; }\n"
      "textview.reader { font-size: %spt; }\n"
      "textview.reader.source { font-size: %spt; }\n",
      families, size, source_size);
}

static void
apply (BayanReadingStyle *self)
{
  g_autofree char *family = g_settings_get_string (self->settings, FAMILY);
  g_autofree char *css = bayan_reading_style_make_css (family, g_settings_get_double (self->settings, SIZE));

  gtk_css_provider_load_from_data (self->provider, css, -1);
}

static void
bayan_reading_style_dispose (GObject *object)
{
  BayanReadingStyle *self = BAYAN_READING_STYLE (object);

  if (self->display != NULL)
    gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->display);
  g_clear_object (&self->provider);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (bayan_reading_style_parent_class)->dispose (object);
}

static void
bayan_reading_style_class_init (BayanReadingStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bayan_reading_style_dispose;
}

static void
bayan_reading_style_init (BayanReadingStyle *self)
{
  self->provider = gtk_css_provider_new ();
}

/**
 * bayan_reading_style_new:
 * @settings: where it is kept
 * @display: whose windows it holds for, as long as the object lives
 */
BayanReadingStyle *
bayan_reading_style_new (GSettings *settings, GdkDisplay *display)
{
  BayanReadingStyle *self = g_object_new (BAYAN_TYPE_READING_STYLE, NULL);

  self->settings = g_object_ref (settings);
  self->display = g_object_ref (display);
  g_signal_connect_object (settings, "changed::" FAMILY, G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" SIZE, G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  apply (self);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  return self;
}

/**
 * bayan_reading_style_zoom:
 * @steps: larger by so many points, or smaller; 0 for the size that it comes with
 */
void
bayan_reading_style_zoom (BayanReadingStyle *self, int steps)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;
  g_autoptr (GVariant) range = NULL, limits = NULL;
  double least, most, size = round (g_settings_get_double (self->settings, SIZE));

  if (steps == 0)
    {
      g_settings_reset (self->settings, SIZE);
      return;
    }
  g_object_get (self->settings, "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, SIZE);
  range = g_settings_schema_key_get_range (key);
  g_variant_get (range, "(sv)", NULL, &limits);
  g_variant_get (limits, "(dd)", &least, &most);
  g_settings_set_double (self->settings, SIZE, CLAMP (size + steps, least, most));
}
