/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-help-page.h"

#define GAP_PIXELS 12
#define CELL_GAP_PIXELS 18
/* Keys and names of other scripts keep their order within a line: first strong isolate … pop directional isolate */
#define ISOLATE "\u2068"
#define END_ISOLATE "\u2069"

/* What a run of text looks like */
static const struct {
  const char *element, *before, *after;
} INLINES[] = {
  { "gui", "<b>" ISOLATE, END_ISOLATE "</b>" },
  { "key", "<b>" ISOLATE, END_ISOLATE "</b>" },
  { "code", "<tt>" ISOLATE, END_ISOLATE "</tt>" },
};

typedef struct {
  BayanHelpPage *page;
  GString *text;  /* of the block that is read, as Pango's markup; NULL outside of one */
  GtkGrid *table; /* nullable: that is read */
  int n_rows, n_cells, n_steps;
  gboolean in_info, in_steps, in_list, in_keys;
} Reader;

static GtkWidget *
make_label (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
append_title (Reader *reader, const char *markup)
{
  GtkWidget *label = make_label (markup);
  gboolean is_first = reader->page->title == NULL;

  if (is_first)
    reader->page->title = g_strdup (gtk_label_get_text (GTK_LABEL (label)));
  gtk_widget_add_css_class (label, is_first ? "title-1" : "heading");
  gtk_widget_set_margin_top (label, is_first ? 0 : GAP_PIXELS);
  gtk_box_append (GTK_BOX (reader->page->body), label);
}

/* An item of a list stands beside its number or its dot. */
static void
append_item (Reader *reader, const char *markup)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP_PIXELS);
  g_autofree char *number = g_strdup_printf ("%d.", ++reader->n_steps);
  GtkWidget *sign = make_label (reader->in_steps ? number : "•"), *label = make_label (markup);

  gtk_widget_add_css_class (sign, "dim-label");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (reader->page->body), row);
}

static void
append_paragraph (Reader *reader, const char *markup)
{
  if (reader->table != NULL)
    {
      GtkWidget *label = make_label (markup);

      gtk_widget_set_hexpand (label, reader->n_cells > 0);
      gtk_grid_attach (reader->table, label, reader->n_cells++, reader->n_rows, 1, 1);
    }
  else if (reader->in_steps || reader->in_list)
    append_item (reader, markup);
  else
    gtk_box_append (GTK_BOX (reader->page->body), make_label (markup));
}

static void
begin_table (Reader *reader)
{
  reader->table = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (reader->table, CELL_GAP_PIXELS);
  gtk_grid_set_row_spacing (reader->table, GAP_PIXELS / 2);
  gtk_box_append (GTK_BOX (reader->page->body), GTK_WIDGET (reader->table));
  reader->n_rows = -1;
}

static void
begin_inline (Reader *reader, const char *element, const char *xref)
{
  if (g_str_equal (element, "link") && xref != NULL)
    {
      g_autofree char *opening = g_markup_printf_escaped ("<a href=\"help:%s\">", xref);

      g_string_append (reader->text, opening);
    }
  if (g_str_equal (element, "key") && reader->in_keys && !g_str_has_suffix (reader->text->str, ISOLATE))
    g_string_append_c (reader->text, '+');
  if (g_str_equal (element, "keyseq"))
    {
      reader->in_keys = TRUE;
      g_string_append (reader->text, ISOLATE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (INLINES); i++)
    if (g_str_equal (element, INLINES[i].element))
      g_string_append (reader->text, INLINES[i].before);
}

static void
end_inline (Reader *reader, const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (INLINES); i++)
    if (g_str_equal (element, INLINES[i].element))
      g_string_append (reader->text, INLINES[i].after);
  if (g_str_equal (element, "keyseq"))
    {
      reader->in_keys = FALSE;
      g_string_append (reader->text, END_ISOLATE);
    }
  if (g_str_equal (element, "link"))
    g_string_append (reader->text, "</a>");
}

static void
start_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values,
          gpointer data, GError **error)
{
  Reader *reader = data;
  const char *xref = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "xref"))
      xref = values[i];
  if (reader->text != NULL)
    begin_inline (reader, element, xref);
  else if (g_str_equal (element, "info"))
    reader->in_info = TRUE;
  else if (!reader->in_info && (g_str_equal (element, "p") || g_str_equal (element, "title")))
    reader->text = g_string_new (NULL);
  else if (g_str_equal (element, "table"))
    begin_table (reader);
  else if (g_str_equal (element, "tr"))
    {
      reader->n_rows++;
      reader->n_cells = 0;
    }
  else if (g_str_equal (element, "steps") || g_str_equal (element, "list"))
    {
      reader->n_steps = 0;
      *(g_str_equal (element, "steps") ? &reader->in_steps : &reader->in_list) = TRUE;
    }
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;
  gboolean is_title = g_str_equal (element, "title");

  if (reader->text != NULL && (is_title || g_str_equal (element, "p")))
    {
      g_autofree char *markup = g_string_free (g_steal_pointer (&reader->text), FALSE);

      if (is_title)
        append_title (reader, markup);
      else
        append_paragraph (reader, markup);
    }
  else if (reader->text != NULL)
    end_inline (reader, element);
  else if (g_str_equal (element, "info"))
    reader->in_info = FALSE;
  else if (g_str_equal (element, "table"))
    reader->table = NULL;
  else if (g_str_equal (element, "steps") || g_str_equal (element, "list"))
    reader->in_steps = reader->in_list = FALSE;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  if (reader->text != NULL)
    g_string_append (reader->text, escaped);
}

/**
 * bayan_help_page_read:
 * @path: of a file that Mallard's readers read too
 *
 * Returns: (transfer full) (nullable): the page, with a body that nobody has yet
 */
BayanHelpPage *
bayan_help_page_read (const char *path, GError **error)
{
  static const GMarkupParser PARSER = { .start_element = start_cb, .end_element = end_cb, .text = text_cb };
  g_autoptr (BayanHelpPage) page = g_new0 (BayanHelpPage, 1);
  Reader reader = { .page = page };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&PARSER, G_MARKUP_PREFIX_ERROR_POSITION, &reader, NULL);
  g_autofree char *contents = NULL;
  gsize length;
  gboolean parsed;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  page->body = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP_PIXELS));
  parsed = g_markup_parse_context_parse (context, contents, (gssize) length, error)
           && g_markup_parse_context_end_parse (context, error);
  if (reader.text != NULL)
    g_string_free (reader.text, TRUE);
  return parsed ? g_steal_pointer (&page) : NULL;
}

void
bayan_help_page_free (BayanHelpPage *self)
{
  g_free (self->title);
  g_clear_object (&self->body);
  g_free (self);
}
