/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-intake.h"

#include <string.h>

#include "bayan-html-clip.h"

/* As much as one statement may have; what is longer is refused for its size. */
#define MAX_BYTES (65 * 1024 * 1024)
#define CHUNK_BYTES (256 * 1024)

static const char *const HTML[] = { "text/html", NULL };
static const char *const RICH_TEXT[] = { "text/rtf", "application/rtf", "text/richtext", NULL };
/* How Chromium and Firefox say where a selection comes from. */
static const char *const ADDRESS[] = { "chromium/x-source-url", "text/x-moz-url-priv", NULL };

typedef struct Question Question;

/* With the bytes that were offered, NULL if there are none. */
typedef void (*Took) (Question *self, GBytes *bytes);

/* One after the other: the address, the page or the rich text, files, plain text. */
struct Question {
  GObject *source; /* GdkClipboard or GdkDrop */
  GdkContentFormats *formats;
  BayanIntakeDone done;
  gpointer data;
  BayanIntake intake;
  GByteArray *taken;
  Took took;
};

static void ask_for_text (Question *self);

static void
answer (Question *self)
{
  self->done (&self->intake, self->data);
  g_clear_object (&self->intake.files);
  g_clear_pointer (&self->intake.bytes, g_bytes_unref);
  g_free (self->intake.address);
  g_clear_pointer (&self->taken, g_byte_array_unref);
  gdk_content_formats_unref (self->formats);
  g_object_unref (self->source);
  g_free (self);
}

static gboolean
offers (GdkContentFormats *formats, const char *const *types)
{
  for (guint i = 0; types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, types[i]))
      return TRUE;
  return FALSE;
}

static gboolean
offers_picture (GdkContentFormats *formats)
{
  gsize n_types;
  const char *const *types = gdk_content_formats_get_mime_types (formats, &n_types);

  for (gsize i = 0; i < n_types; i++)
    if (g_str_has_prefix (types[i], "image/"))
      return TRUE;
  return FALSE;
}

/* Streams */

static void
end_stream (Question *self)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->taken));

  self->took (self, g_bytes_get_size (bytes) > 0 ? bytes : NULL);
}

static void
chunk_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *self = data;
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (source); /* handed on from call to call */
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (stream, result, NULL);

  if (chunk == NULL || g_bytes_get_size (chunk) == 0 || self->taken->len > MAX_BYTES)
    {
      end_stream (self);
      return;
    }
  g_byte_array_append (self->taken, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  g_input_stream_read_bytes_async (g_object_ref (stream), CHUNK_BYTES, G_PRIORITY_DEFAULT, NULL,
                                   chunk_read_cb, self);
}

static void
stream_offered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *self = data;
  const char *type;
  GInputStream *stream;

  if (GDK_IS_CLIPBOARD (source))
    stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, NULL);
  else
    stream = gdk_drop_read_finish (GDK_DROP (source), result, &type, NULL);
  if (stream == NULL)
    {
      self->took (self, NULL);
      return;
    }
  self->taken = g_byte_array_new ();
  g_input_stream_read_bytes_async (stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, NULL, chunk_read_cb, self);
}

static void
read_type (Question *self, const char *const *types, Took took)
{
  self->took = took;
  if (GDK_IS_CLIPBOARD (self->source))
    gdk_clipboard_read_async (GDK_CLIPBOARD (self->source), (const char **) types, G_PRIORITY_DEFAULT, NULL,
                              stream_offered_cb, self);
  else
    gdk_drop_read_async (GDK_DROP (self->source), (const char **) types, G_PRIORITY_DEFAULT, NULL,
                         stream_offered_cb, self);
}

/* Values */

static const GValue *
finish_value (GObject *source, GAsyncResult *result)
{
  if (GDK_IS_CLIPBOARD (source))
    return gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  return gdk_drop_read_value_finish (GDK_DROP (source), result, NULL);
}

static void
read_value (Question *self, GType type, GAsyncReadyCallback callback)
{
  if (GDK_IS_CLIPBOARD (self->source))
    gdk_clipboard_read_value_async (GDK_CLIPBOARD (self->source), type, G_PRIORITY_DEFAULT, NULL, callback,
                                    self);
  else
    gdk_drop_read_value_async (GDK_DROP (self->source), type, G_PRIORITY_DEFAULT, NULL, callback, self);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *self = data;
  const GValue *value = finish_value (source, result);
  const char *text = value != NULL ? g_value_get_string (value) : NULL;

  if (text != NULL && text[strspn (text, " \t\r\n")] != '\0')
    self->intake.bytes = g_bytes_new (text, strlen (text));
  else
    self->intake.picture = offers_picture (self->formats);
  answer (self);
}

/* A link to the web is no file, and nothing is fetched from there. */
static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *self = data;
  const GValue *value = finish_value (source, result);
  GdkFileList *list = value != NULL ? g_value_get_boxed (value) : NULL;
  g_autoptr (GSList) files = list != NULL ? gdk_file_list_get_files (list) : NULL;
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (GSList *at = files; at != NULL; at = at->next)
    if (g_file_peek_path (at->data) != NULL)
      g_list_store_append (store, at->data);
  if (g_list_model_get_n_items (G_LIST_MODEL (store)) == 0)
    {
      ask_for_text (self);
      return;
    }
  self->intake.files = G_LIST_MODEL (g_steal_pointer (&store));
  answer (self);
}

/* The order of the questions */

static gboolean
offers_text (GdkContentFormats *formats)
{
  g_autoptr (GdkContentFormats) readable =
      gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

  return gdk_content_formats_contain_gtype (readable, G_TYPE_STRING);
}

static void
ask_for_text (Question *self)
{
  if (offers_text (self->formats))
    {
      read_value (self, G_TYPE_STRING, text_read_cb);
      return;
    }
  self->intake.picture = offers_picture (self->formats);
  answer (self);
}

static void
took_rich_text (Question *self, GBytes *bytes)
{
  if (bytes == NULL)
    {
      ask_for_text (self);
      return;
    }
  self->intake.bytes = g_bytes_ref (bytes);
  answer (self);
}

static gboolean
offers_files (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
         || gdk_content_formats_contain_mime_type (formats, "text/uri-list");
}

static void
ask_without_page (Question *self)
{
  if (offers_files (self->formats))
    read_value (self, GDK_TYPE_FILE_LIST, files_read_cb);
  else if (offers (self->formats, RICH_TEXT))
    read_type (self, RICH_TEXT, took_rich_text);
  else
    ask_for_text (self);
}

static void
took_page (Question *self, GBytes *bytes)
{
  g_autoptr (GBytes) page = bytes != NULL ? bayan_html_clip_to_page (bytes, &self->intake.address) : NULL;

  if (page == NULL || !bayan_html_clip_has_words (page))
    {
      ask_without_page (self);
      return;
    }
  self->intake.bytes = g_steal_pointer (&page);
  answer (self);
}

static void
took_address (Question *self, GBytes *bytes)
{
  self->intake.address = bytes != NULL ? bayan_html_clip_read_address (bytes) : NULL;
  read_type (self, HTML, took_page);
}

/* @formats: (transfer full) */
static void
ask (gpointer source, GdkContentFormats *formats, BayanIntakeDone done, gpointer data)
{
  Question *self = g_new0 (Question, 1);

  self->source = g_object_ref (source);
  self->formats = formats;
  self->done = done;
  self->data = data;
  if (!offers (formats, HTML))
    ask_without_page (self);
  else if (offers (formats, ADDRESS))
    read_type (self, ADDRESS, took_address);
  else
    read_type (self, HTML, took_page);
}

/**
 * bayan_intake_get_formats:
 *
 * Returns: (transfer full): what may be dropped
 */
GdkContentFormats *
bayan_intake_get_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  gdk_content_formats_builder_add_mime_type (builder, HTML[0]);
  for (guint i = 0; RICH_TEXT[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, RICH_TEXT[i]);
  return gdk_content_formats_union_deserialize_mime_types (
      gdk_content_formats_builder_free_to_formats (builder));
}

/* Whether there is anything that can be taken. */
gboolean
bayan_intake_accepts (GdkContentFormats *formats)
{
  g_autoptr (GdkContentFormats) ours = bayan_intake_get_formats ();

  return gdk_content_formats_match (ours, formats);
}

/**
 * bayan_intake_read_clipboard:
 * @done: called once, on the main thread, later
 */
void
bayan_intake_read_clipboard (GdkClipboard *clipboard, BayanIntakeDone done, gpointer data)
{
  ask (clipboard, gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)), done, data);
}

/**
 * bayan_intake_read_drop:
 * @done: called once, on the main thread, later; then @drop is to be finished
 */
void
bayan_intake_read_drop (GdkDrop *drop, BayanIntakeDone done, gpointer data)
{
  ask (drop, gdk_content_formats_ref (gdk_drop_get_formats (drop)), done, data);
}
