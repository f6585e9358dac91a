/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-doubt-bar.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-doubt-words.h"

struct _BayanDoubtBar {
  AdwBin parent_instance;

  gint64 id;                       /* of the statement that is shown */
  BayanStatement *statement;       /* nullable */
  guint next[BAYAN_DOUBT_N_KINDS]; /* the doubt from which a press goes on, by kind */
  GHashTable *closed;              /* of gint64: statements whose doubts are not shown again today */

  GtkWidget *revealer;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (BayanDoubtBar, bayan_doubt_bar, ADW_TYPE_BIN)

static guint place_wanted_signal;

static gboolean
has_place (const BayanDoubt *doubt)
{
  return bayan_clean_span_length_bytes (doubt->span) > 0;
}

/* From @from on, and then from the front. -1 if none of @kind is anywhere in the text. */
static int
find_place (BayanDoubtBar *self, BayanDoubtKind kind, guint from)
{
  GPtrArray *doubts = self->statement->doubts;

  for (guint i = 0; i < doubts->len; i++)
    {
      guint at = (from + i) % doubts->len;
      const BayanDoubt *doubt = doubts->pdata[at];
      if (doubt->kind == kind && has_place (doubt))
        return (int) at;
    }
  return -1;
}

static void
row_clicked_cb (GtkWidget *row, BayanDoubtBar *self)
{
  BayanDoubtKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "doubt-kind"));
  int place = find_place (self, kind, self->next[kind]);

  if (place < 0)
    return;
  self->next[kind] = (guint) place + 1;
  g_signal_emit (self, place_wanted_signal, 0, (guint) place);
}

static GtkWidget *
new_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* What is about the whole leads nowhere, and is no button. */
static void
add_row (BayanDoubtBar *self, BayanDoubtKind kind)
{
  g_autofree char *words = bayan_doubt_words_of_kind (self->statement->doubts, kind);
  g_autofree char *tip = NULL;
  GtkWidget *row;

  if (words == NULL)
    return;
  tip = g_strdup_printf ("%s\n%s", words, bayan_doubt_words_get_hint (kind));
  row = new_label (words);
  if (find_place (self, kind, 0) >= 0)
    {
      GtkWidget *button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (button), row);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      g_object_set_data (G_OBJECT (button), "doubt-kind", GUINT_TO_POINTER (kind));
      g_signal_connect_object (button, "clicked", G_CALLBACK (row_clicked_cb), self, 0);
      row = button;
    }
  gtk_widget_set_tooltip_text (row, tip);
  gtk_widget_add_css_class (row, "doubt");
  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
fill (BayanDoubtBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint kind = 0; self->statement != NULL && kind < BAYAN_DOUBT_N_KINDS; kind++)
    {
      self->next[kind] = 0;
      add_row (self, kind);
    }
}

/**
 * bayan_doubt_bar_show:
 * @id: of the statement
 * @statement: (nullable): whose doubts are to be shown
 */
void
bayan_doubt_bar_show (BayanDoubtBar *self, gint64 id, BayanStatement *statement)
{
  g_return_if_fail (BAYAN_IS_DOUBT_BAR (self));

  if (self->statement != statement)
    {
      g_clear_pointer (&self->statement, bayan_statement_unref);
      self->statement = statement != NULL ? bayan_statement_ref (statement) : NULL;
      self->id = id;
      fill (self);
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer),
                                 statement != NULL && statement->doubts->len > 0
                                     && !g_hash_table_contains (self->closed, &id));
}

static void
close_clicked_cb (GtkWidget *button, BayanDoubtBar *self)
{
  gint64 *id = g_new (gint64, 1);

  *id = self->id;
  g_hash_table_add (self->closed, id);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

static void
bayan_doubt_bar_finalize (GObject *object)
{
  BayanDoubtBar *self = BAYAN_DOUBT_BAR (object);

  g_clear_pointer (&self->statement, bayan_statement_unref);
  g_hash_table_unref (self->closed);
  G_OBJECT_CLASS (bayan_doubt_bar_parent_class)->finalize (object);
}

static void
bayan_doubt_bar_class_init (BayanDoubtBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bayan_doubt_bar_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-doubt-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanDoubtBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, BayanDoubtBar, rows);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  place_wanted_signal = g_signal_new ("place-wanted", BAYAN_TYPE_DOUBT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bayan_doubt_bar_init (BayanDoubtBar *self)
{
  self->closed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
