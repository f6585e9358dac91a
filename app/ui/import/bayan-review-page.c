/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-review-page.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-encoding-choice.h"
#include "bayan-column-chooser.h"
#include "bayan-date-words.h"
#include "bayan-doubt-words.h"
#include "bayan-language.h"
#include "bayan-preview.h"
#include "bayan-text-preview.h"
#include "bayan-trouble-words.h"

struct _BayanReviewPage {
  AdwBin parent_instance;
  BayanHeldFile *held;       /* nullable */
  GCancellable *cancellable; /* of the preview that is under way; nullable */
  gboolean readable;
  gboolean columns_are_old; /* the table is being read anew */

  GtkLabel *name;
  GtkLabel *doubts;
  GtkWidget *encoding;
  BayanEncodingChoice *charset;
  BayanColumnChooser *columns;
  GtkLabel *summary;
  BayanTextPreview *preview;
};

enum { PROP_0, PROP_READABLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BayanReviewPage, bayan_review_page, ADW_TYPE_BIN)

static void
set_readable (BayanReviewPage *self, gboolean readable)
{
  if (self->readable == readable)
    return;
  self->readable = readable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READABLE]);
}

/* Words */

static void
add_line (GString *words, const char *sentence, const char *hint)
{
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append (words, sentence);
  if (hint != NULL && *hint != '\0')
    g_string_append_printf (words, ". %s", hint);
}

/**
 * bayan_review_page_describe:
 * @with_hints: whether to say what can be done about it
 *
 * Returns: (transfer full): why @held was held back, one reason a line
 */
char *
bayan_review_page_describe (BayanHeldFile *held, gboolean with_hints)
{
  GPtrArray *doubts = bayan_held_file_get_doubts (held);
  const GError *error = bayan_held_file_get_error (held);
  g_autoptr (GString) words = g_string_new (NULL);

  for (int kind = 0; kind < BAYAN_DOUBT_N_KINDS; kind++)
    {
      g_autofree char *sentence = bayan_doubt_words_of_kind (doubts, (BayanDoubtKind) kind);
      if (sentence != NULL)
        add_line (words, sentence, with_hints ? bayan_doubt_words_get_hint ((BayanDoubtKind) kind) : NULL);
    }
  if (bayan_held_file_get_is_table (held))
    add_line (words, _ ("A table: choose what its columns are"), NULL);
  if (error != NULL)
    {
      g_autofree char *sentence = bayan_trouble_words (error);
      add_line (words, sentence, NULL);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* On one line, whatever the direction of the title is: Pango takes the line's own direction from the title, though it is
 * isolated, and would turn “28 June” round. */
static char *
summarise (const BayanStatement *statement)
{
  g_autofree char *title = bayan_language_isolate (statement->title != NULL ? statement->title : "");
  g_autofree char *dates = bayan_date_words_both (statement->date, statement->hijri);
  g_autofree char *isolated = bayan_language_isolate (dates);

  return *dates != '\0' ? g_strdup_printf ("%s · %s", title, isolated) : g_steal_pointer (&title);
}

/* The preview */

static void
show_statement (BayanReviewPage *self, const BayanStatement *statement)
{
  g_autofree char *summary = summarise (statement);

  gtk_label_set_label (self->summary, summary);
  gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "error");
  bayan_text_preview_show (self->preview, statement);
}

static void
show_trouble (BayanReviewPage *self, const GError *error)
{
  g_autofree char *sentence = error != NULL ? bayan_trouble_words (error)
                                            : g_strdup (_ ("There are no words in it as it is chosen now."));

  gtk_label_set_label (self->summary, sentence);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "error");
  bayan_text_preview_show (self->preview, NULL);
}

static void
show_charsets (BayanReviewPage *self, const BayanPreview *preview)
{
  const char *charset = preview->statement != NULL ? preview->statement->charset
                                                   : bayan_held_file_get_charset (self->held);

  gtk_widget_set_visible (self->encoding, preview->charsets != NULL);
  if (preview->charsets != NULL)
    bayan_encoding_choice_show (self->charset, (const char *const *) preview->charsets, charset);
}

static void
show_columns (BayanReviewPage *self)
{
  gboolean is_table = bayan_held_file_get_is_table (self->held);

  self->columns_are_old = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->columns), is_table);
  if (is_table)
    bayan_column_chooser_show (self->columns, self->held);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanReviewPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanPreview) preview = bayan_preview_held_finish (BAYAN_HELD_FILE (source), result, &error);

  if (preview == NULL || source != (GObject *) self->held)
    return; /* another has been asked for since */
  if (self->columns_are_old)
    show_columns (self);
  show_charsets (self, preview);
  if (preview->statement != NULL)
    show_statement (self, preview->statement);
  else
    show_trouble (self, preview->error);
  set_readable (self, preview->statement != NULL);
}

static void
cancel_preview (BayanReviewPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
preview_again (BayanReviewPage *self)
{
  cancel_preview (self);
  self->cancellable = g_cancellable_new ();
  bayan_preview_held_async (self->held, self->cancellable, previewed_cb, g_object_ref (self));
}

/* What the analyst chooses */

static void
charset_chosen_cb (BayanReviewPage *self, const char *charset)
{
  bayan_held_file_set_charset (self->held, charset);
  self->columns_are_old = bayan_held_file_get_is_table (self->held);
  preview_again (self);
}

static void
columns_changed_cb (BayanReviewPage *self)
{
  preview_again (self);
}

/* Life */

static void
dispose (GObject *object)
{
  BayanReviewPage *self = BAYAN_REVIEW_PAGE (object);

  cancel_preview (self);
  g_clear_object (&self->held);
  G_OBJECT_CLASS (bayan_review_page_parent_class)->dispose (object);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_READABLE)
    g_value_set_boolean (value, BAYAN_REVIEW_PAGE (object)->readable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bayan_review_page_class_init (BayanReviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->get_property = get_property;
  properties[PROP_READABLE] = g_param_spec_boolean (
      "readable", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (BAYAN_TYPE_ENCODING_CHOICE);
  g_type_ensure (BAYAN_TYPE_COLUMN_CHOOSER);
  g_type_ensure (BAYAN_TYPE_TEXT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/import/bayan-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanReviewPage, name);
  gtk_widget_class_bind_template_child (widget_class, BayanReviewPage, doubts);
  gtk_widget_class_bind_template_child (widget_class, BayanReviewPage, encoding);
  gtk_widget_class_bind_template_child (widget_class, BayanReviewPage, charset);
  gtk_widget_class_bind_template_child (widget_class, BayanReviewPage, columns);
  gtk_widget_class_bind_template_child (widget_class, BayanReviewPage, summary);
  gtk_widget_class_bind_template_child (widget_class, BayanReviewPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, charset_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
}

static void
bayan_review_page_init (BayanReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_review_page_show:
 * @held: (nullable): NULL for none
 */
void
bayan_review_page_show (BayanReviewPage *self, BayanHeldFile *held)
{
  g_autofree char *doubts = held != NULL ? bayan_review_page_describe (held, TRUE) : NULL;

  g_return_if_fail (BAYAN_IS_REVIEW_PAGE (self));
  g_set_object (&self->held, held);
  cancel_preview (self);
  set_readable (self, FALSE);
  if (held == NULL)
    return;
  gtk_label_set_label (self->name, bayan_held_file_get_name (held));
  gtk_label_set_label (self->doubts, doubts);
  gtk_widget_set_visible (GTK_WIDGET (self->doubts), *doubts != '\0');
  gtk_widget_set_visible (self->encoding, FALSE);
  gtk_label_set_label (self->summary, "");
  bayan_text_preview_show (self->preview, NULL);
  show_columns (self);
  preview_again (self);
}

gboolean
bayan_review_page_get_readable (BayanReviewPage *self)
{
  return self->readable;
}
