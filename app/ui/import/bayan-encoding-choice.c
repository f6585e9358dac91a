/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-encoding-choice.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-charset-words.h"

struct _BayanEncodingChoice {
  AdwBin parent_instance;
  GtkDropDown *list;
  char **charsets;  /* nullable */
  gboolean showing; /* the selection is ours */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanEncodingChoice, bayan_encoding_choice, ADW_TYPE_BIN)

static void
selected_cb (BayanEncodingChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, self->charsets[selected]);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BAYAN_ENCODING_CHOICE (widget)->list));
}

static gboolean
mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  return gtk_widget_mnemonic_activate (GTK_WIDGET (BAYAN_ENCODING_CHOICE (widget)->list), group_cycling);
}

static void
finalize (GObject *object)
{
  g_strfreev (BAYAN_ENCODING_CHOICE (object)->charsets);
  G_OBJECT_CLASS (bayan_encoding_choice_parent_class)->finalize (object);
}

static void
bayan_encoding_choice_class_init (BayanEncodingChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->mnemonic_activate = mnemonic_activate;
  signals[CHOSEN] = g_signal_new ("chosen", BAYAN_TYPE_ENCODING_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bayan_encoding_choice_init (BayanEncodingChoice *self)
{
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Encoding"),
                                  -1);
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
}

static guint
find (char **charsets, const char *charset)
{
  for (guint i = 0; charset != NULL && charsets[i] != NULL; i++)
    if (g_ascii_strcasecmp (charsets[i], charset) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* A set that the list does not know is its first line. */
static char **
copy_with (const char *const *charsets, const char *current)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (current != NULL && find ((char **) charsets, current) == GTK_INVALID_LIST_POSITION)
    g_strv_builder_add (builder, current);
  g_strv_builder_addv (builder, (const char **) charsets);
  return g_strv_builder_end (builder);
}

static GListModel *
new_words (char **charsets)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; charsets[i] != NULL; i++)
    gtk_string_list_take (words, bayan_charset_words (charsets[i]));
  return G_LIST_MODEL (words);
}

/**
 * bayan_encoding_choice_show:
 * @charsets: in the order in which they are offered
 * @current: (nullable): the one that holds
 */
void
bayan_encoding_choice_show (BayanEncodingChoice *self, const char *const *charsets, const char *current)
{
  g_auto (GStrv) next = copy_with (charsets, current);

  g_return_if_fail (BAYAN_IS_ENCODING_CHOICE (self));
  self->showing = TRUE;
  if (self->charsets == NULL
      || !g_strv_equal ((const char *const *) self->charsets, (const char *const *) next))
    {
      g_autoptr (GListModel) words = new_words (next);

      g_strfreev (self->charsets);
      self->charsets = g_steal_pointer (&next);
      gtk_drop_down_set_model (self->list, words);
    }
  gtk_drop_down_set_selected (self->list, find (self->charsets, current));
  self->showing = FALSE;
}
