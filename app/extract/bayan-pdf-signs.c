/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poppler's own text has neither spaces nor ligatures: both are told from widths there. Drawing has them, each sign
 * with its characters and its place. What is drawn we have written down as a CairoScript, of which a line is
 *
 *   (\731\604\730\647 ) [56.8 -72.5 <~!<~> 0.2 <~!r~>] <~!W`~> //FORWARD show-text-glyphs
 *
 * the characters; where the first sign stands, its number and those after it; how many bytes each sign has of the
 * characters, as pairs of bytes in base 85. */
#include "bayan-pdf-signs.h"

#include <cairo-script.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A page with much more than text is not worth it: as bytes of the script, as a part of it that pictures have, as
 * seconds of drawing for the document. */
#define MAX_SCRIPT_BYTES (16u * 1024 * 1024)
#define MAX_PICTURE 0.3
#define MAX_SECONDS 2.0
#define PICTURE "/Image"
#define SHOW " //FORWARD show-text-glyphs"
#define MAX_CLUSTER_BYTES 2048u
#define LIGATURE_MAX 4u /* the name of God */

struct _BayanPdfPen {
  cairo_device_t *device;
  GString *script;
  gboolean has_pictures, failed;
  double seconds;
};

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  BayanPdfPen *self = data;

  if (self->script->len + length > MAX_SCRIPT_BYTES)
    self->failed = TRUE;
  if (self->failed)
    return CAIRO_STATUS_WRITE_ERROR;
  g_string_append_len (self->script, (const char *) bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Pictures are streams, whose heads are never compressed: "/Subtype /Image", but not "/ProcSet [/ImageB]". */
static gboolean
may_have_pictures (GBytes *bytes)
{
  gsize length;
  const char *at = g_bytes_get_data (bytes, &length), *end = at + length;

  while ((at = memmem (at, (gsize) (end - at), PICTURE, strlen (PICTURE))) != NULL)
    {
      at += strlen (PICTURE);
      if (at == end || !g_ascii_isalpha (*at))
        return TRUE;
    }
  return FALSE;
}

/**
 * bayan_pdf_pen_new:
 * @bytes: of the document
 *
 * Returns: (transfer full): one pen for all its pages: the fonts are written down once
 */
BayanPdfPen *
bayan_pdf_pen_new (GBytes *bytes)
{
  BayanPdfPen *self = g_new0 (BayanPdfPen, 1);

  self->script = g_string_new (NULL);
  self->has_pictures = may_have_pictures (bytes);
  self->device = cairo_script_create_for_stream (write_cb, self);
  return self;
}

void
bayan_pdf_pen_free (BayanPdfPen *self)
{
  /* The script is not wanted any more. */
  self->failed = TRUE;
  cairo_device_finish (self->device);
  cairo_device_destroy (self->device);
  g_string_free (self->script, TRUE);
  g_free (self);
}

void
bayan_pdf_signs_free (BayanPdfSigns *self)
{
  g_array_unref (self->runs);
  g_array_unref (self->signs);
  g_free (self);
}

gboolean
bayan_pdf_sign_is_space (const BayanPdfSign *self)
{
  return self->n == 1 && g_unichar_isspace (self->characters[0]);
}

static gboolean
has_large_picture (PopplerPage *page, double page_area)
{
  GList *pictures = poppler_page_get_image_mapping (page);
  double area = 0;

  for (GList *at = pictures; at != NULL; at = at->next)
    {
      const PopplerRectangle *box = &((PopplerImageMapping *) at->data)->area;

      area += ABS ((box->x2 - box->x1) * (box->y2 - box->y1));
    }
  poppler_page_free_image_mapping (pictures);
  return area > page_area * MAX_PICTURE;
}

static void
draw (BayanPdfPen *self, PopplerPage *page, double width, double height)
{
  cairo_surface_t *surface = cairo_script_surface_create (self->device, CAIRO_CONTENT_COLOR_ALPHA, width,
                                                          height);
  cairo_t *cairo = cairo_create (surface);
  clock_t start = clock ();

  poppler_page_render (page, cairo);
  /* Of a sign that looks like nothing Cairo may give up, and write down no more. */
  self->failed |= cairo_status (cairo) != CAIRO_STATUS_SUCCESS
                  || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS
                  || cairo_device_status (self->device) != CAIRO_STATUS_SUCCESS;
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  self->seconds += (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* The string that begins at @at, without its escapes, up to the bracket that closes it; NULL if none does. */
static const char *
read_string (const char *at, const char *end, GString *text)
{
  static const char NAMES[] = "nrtbf", MEANINGS[] = "\n\r\t\b\f";

  g_string_truncate (text, 0);
  for (at++; at < end && *at != ')'; at++)
    {
      const char *name;

      if (*at != '\\' || at + 1 >= end)
        {
          g_string_append_c (text, *at);
          continue;
        }
      at++;
      name = strchr (NAMES, *at);
      if (*at >= '0' && *at <= '7' && end - at >= 3)
        {
          g_string_append_c (text, (char) ((at[0] - '0') * 64 + (at[1] - '0') * 8 + at[2] - '0'));
          at += 2;
        }
      else
        g_string_append_c (text, name != NULL ? MEANINGS[name - NAMES] : *at);
    }
  return at < end ? at + 1 : NULL;
}

/* Base 85: five characters are four bytes, of the last ones one less than there are characters. */
static gsize
read_base85 (const char *at, const char *end, guint8 *bytes)
{
  gsize n = 0;

  while (at < end && n + 4 <= MAX_CLUSTER_BYTES)
    {
      guint32 value = 0;
      guint length = *at == 'z' ? 5 : (guint) MIN (5, end - at);

      for (guint i = 0; i < 5 && *at != 'z'; i++)
        value = value * 85 + (i < length ? (guint32) (at[i] - '!') : 84u);
      for (guint i = 0; i + 1 < length; i++)
        bytes[n++] = (guint8) (value >> (24 - 8 * i));
      at += *at == 'z' ? 1 : length;
    }
  return n;
}

static BayanPdfSign
make_sign (const char *text, gsize length)
{
  BayanPdfSign sign = { 0 };

  if (!g_utf8_validate (text, (gssize) length, NULL))
    return sign;
  for (const char *at = text; at < text + length && sign.n < BAYAN_PDF_SIGN_MAX; at = g_utf8_next_char (at))
    sign.characters[sign.n++] = g_utf8_get_char (at);
  return sign;
}

/* Poppler draws sign by sign: each pair is the bytes of one, and a one. */
static void
add_run (BayanPdfSigns *self, const GString *text, const guint8 *pairs, gsize n_pairs, BayanPdfRun run)
{
  gsize at = 0;

  run.first = self->signs->len;
  for (gsize i = 0; i < n_pairs && at + pairs[i * 2] <= text->len; i++)
    {
      BayanPdfSign sign = make_sign (text->str + at, pairs[i * 2]);

      at += pairs[i * 2];
      self->n_long += sign.n > LIGATURE_MAX;
      self->may_have_marks |= sign.n == 0 || g_unichar_ismark (sign.characters[sign.n - 1]);
      g_array_append_val (self->signs, sign);
      run.n++;
    }
  if (run.n > 0)
    g_array_append_val (self->runs, run);
}

static void
read_run (BayanPdfSigns *self, const char *line, const char *end, const cairo_matrix_t *matrix, GString *text)
{
  const char *place = read_string (line, end, text), *clusters = end;
  guint8 pairs[MAX_CLUSTER_BYTES];
  gsize n_bytes;
  char *next;
  double x, y;

  if (place == NULL || !g_str_has_prefix (place, " ["))
    return;
  x = g_ascii_strtod (place + 2, &next);
  y = g_ascii_strtod (next, NULL);
  cairo_matrix_transform_point (matrix, &x, &y);
  while (clusters > place + 1 && !(clusters[-2] == '<' && clusters[-1] == '~'))
    clusters--;
  if (end - clusters < 2)
    return;
  n_bytes = read_base85 (clusters, end - 2, pairs);
  add_run (self, text, pairs, n_bytes / 2, (BayanPdfRun) { .x = (float) x, .y = (float) y });
}

static gboolean
ends_with (const char *line, const char *end, const char *suffix)
{
  gsize length = strlen (suffix);

  return (gsize) (end - line) >= length && memcmp (end - length, suffix, length) == 0;
}

/* The lines by which the coordinates change: "2 2 scale", "[1 0 0 1 5 5] set-matrix". */
static void
read_matrix (const char *line, const char *end, cairo_matrix_t *matrix)
{
  double values[6] = { 0 };
  const char *at = *line == '[' ? line + 1 : line;
  guint n = 0;

  for (; n < G_N_ELEMENTS (values); n++)
    {
      char *next;

      values[n] = g_ascii_strtod (at, &next);
      if (next == at)
        break;
      at = next;
    }
  if (ends_with (line, end, "identity set-matrix"))
    cairo_matrix_init_identity (matrix);
  else if (ends_with (line, end, "] set-matrix") && n == 6)
    cairo_matrix_init (matrix, values[0], values[1], values[2], values[3], values[4], values[5]);
  else if (ends_with (line, end, " scale") && n == 2)
    cairo_matrix_init_scale (matrix, values[0], values[1]);
  else if (ends_with (line, end, " translate") && n == 2)
    cairo_matrix_init_translate (matrix, values[0], values[1]);
}

/* How the signs of a font look is written down between the runs. */
static gboolean
skips (const char *line, const char *end, gboolean skipping)
{
  return skipping ? !ends_with (line, end, "} >> set") : ends_with (line, end, "/render {");
}

static BayanPdfSigns *
read_script (const GString *script)
{
  BayanPdfSigns *self = g_new0 (BayanPdfSigns, 1);
  const char *end = script->str + script->len;
  g_autoptr (GString) text = g_string_new (NULL);
  cairo_matrix_t matrix;
  gboolean skipping = FALSE;

  self->runs = g_array_new (FALSE, FALSE, sizeof (BayanPdfRun));
  self->signs = g_array_new (FALSE, FALSE, sizeof (BayanPdfSign));
  cairo_matrix_init_identity (&matrix);
  for (const char *line = script->str, *next; line < end; line = next)
    {
      const char *line_end = memchr (line, '\n', (gsize) (end - line));

      line_end = line_end != NULL ? line_end : end;
      next = line_end + 1;
      skipping = skips (line, line_end, skipping);
      if (skipping)
        continue;
      if (*line == '(' && ends_with (line, line_end, SHOW))
        read_run (self, line, line_end - strlen (SHOW), &matrix, text);
      else
        read_matrix (line, line_end, &matrix);
    }
  return self;
}

/**
 * bayan_pdf_pen_draw:
 *
 * Returns: (transfer full) (nullable): the signs of @page; %NULL if there is too much else on it
 */
BayanPdfSigns *
bayan_pdf_pen_draw (BayanPdfPen *self, PopplerPage *page)
{
  double width, height;

  poppler_page_get_size (page, &width, &height);
  if (self->failed || self->seconds > MAX_SECONDS
      || (self->has_pictures && has_large_picture (page, width * height)))
    return NULL;
  g_string_truncate (self->script, 0);
  draw (self, page, width, height);
  return self->failed ? NULL : read_script (self->script);
}
