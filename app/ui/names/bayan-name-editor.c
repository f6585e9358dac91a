/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-name-editor.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-name-words.h"
#include "bayan-type-style.h"

/* Values (dates, amounts) are no names. */
#define N_TYPES (BAYAN_MENTION_LAW + 1)

struct _BayanNameEditor {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanNameItem *item; /* nullable: what is changed */

  GtkEditable *name, *country;
  AdwComboRow *type;
  GtkTextView *spellings;
  GtkLabel *trouble;
  GtkButton *save;
};

G_DEFINE_FINAL_TYPE (BayanNameEditor, bayan_name_editor, ADW_TYPE_WINDOW)

static void
read_spellings (BayanNameEditor *self, BayanOwnName *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->spellings);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *clean = bayan_name_list_clean (lines[i]);

      if (*clean != '\0')
        bayan_own_name_add_spelling (name, clean);
    }
}

/* What is written now; with the problem that it has */
static BayanOwnName *
read_name (BayanNameEditor *self, BayanNameProblem *problem)
{
  g_autofree char *words = bayan_name_list_clean (gtk_editable_get_text (self->name));
  g_autofree char *country = bayan_name_list_clean (gtk_editable_get_text (self->country));
  const char *iso3 = *country != '\0' ? bayan_desk_find_country (country) : NULL;
  BayanOwnName *name = bayan_own_name_new ((BayanMentionType) adw_combo_row_get_selected (self->type), words);

  *problem = bayan_name_list_check (words);
  if (*problem == BAYAN_NAME_PROBLEM_NONE && *country != '\0' && iso3 == NULL)
    *problem = BAYAN_NAME_PROBLEM_COUNTRY;
  name->iso3 = g_strdup (iso3);
  read_spellings (self, name);
  for (guint i = 0; *problem == BAYAN_NAME_PROBLEM_NONE && name->spellings[i] != NULL; i++)
    *problem = bayan_name_list_check (name->spellings[i]);
  /* What it names stays with it while it is of the same type. */
  if (self->item != NULL && bayan_name_item_get_name (self->item)->type == name->type)
    name->key = g_strdup (bayan_name_item_get_name (self->item)->key);
  return name;
}

static void
changed_cb (BayanNameEditor *self)
{
  BayanNameProblem problem;
  g_autoptr (BayanOwnName) name = read_name (self, &problem);
  gboolean is_empty = *name->name == '\0';

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), problem == BAYAN_NAME_PROBLEM_NONE);
  gtk_label_set_text (self->trouble, is_empty ? "" : bayan_name_words_get_problem (problem));
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), !is_empty && problem != BAYAN_NAME_PROBLEM_NONE);
  if (problem == BAYAN_NAME_PROBLEM_COUNTRY)
    gtk_widget_add_css_class (GTK_WIDGET (self->country), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->country), "error");
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanNameEditor *self = BAYAN_NAME_EDITOR (widget);
  BayanNameProblem problem;
  g_autoptr (BayanOwnName) name = read_name (self, &problem);

  if (problem != BAYAN_NAME_PROBLEM_NONE)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  bayan_desk_put_name (self->desk, self->item, name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_clicked_cb (BayanNameEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "name.save", NULL);
}

static GListModel *
new_types (void)
{
  GtkStringList *types = gtk_string_list_new (NULL);

  for (guint type = 0; type < N_TYPES; type++)
    gtk_string_list_append (types, bayan_type_style_get_name (type));
  return G_LIST_MODEL (types);
}

static void
show_name (BayanNameEditor *self, const BayanOwnName *name)
{
  g_autofree char *spellings = g_strjoinv ("\n", name->spellings);
  g_autofree char *country = bayan_name_words_describe_country (name->iso3);

  gtk_editable_set_text (self->name, name->name);
  gtk_editable_set_text (self->country, country != NULL ? country : "");
  adw_combo_row_set_selected (self->type, MIN (name->type, N_TYPES - 1));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->spellings), spellings, -1);
}

static void
dispose (GObject *object)
{
  BayanNameEditor *self = BAYAN_NAME_EDITOR (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (bayan_name_editor_parent_class)->dispose (object);
}

static void
bayan_name_editor_class_init (BayanNameEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/names/bayan-name-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanNameEditor, name);
  gtk_widget_class_bind_template_child (widget_class, BayanNameEditor, country);
  gtk_widget_class_bind_template_child (widget_class, BayanNameEditor, type);
  gtk_widget_class_bind_template_child (widget_class, BayanNameEditor, spellings);
  gtk_widget_class_bind_template_child (widget_class, BayanNameEditor, trouble);
  gtk_widget_class_bind_template_child (widget_class, BayanNameEditor, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_install_action (widget_class, "name.save", NULL, save_action);
}

static void
bayan_name_editor_init (BayanNameEditor *self)
{
  g_autoptr (GListModel) types = new_types ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->type, types);
  adw_combo_row_set_selected (self->type, BAYAN_MENTION_ORG);
  g_signal_connect_object (gtk_text_view_get_buffer (self->spellings), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * bayan_name_editor_new:
 * @parent: the window above which it opens
 * @item: (nullable): what is to be changed; NULL for a new name
 * @words: (nullable): what a new name is, to begin with
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_name_editor_new (GtkWindow *parent, BayanDesk *desk, BayanNameItem *item, const char *words)
{
  BayanNameEditor *self = g_object_new (BAYAN_TYPE_NAME_EDITOR, "transient-for", parent, NULL);
  gboolean is_change = item != NULL && bayan_name_item_get_is_listed (item);

  self->desk = g_object_ref (desk);
  self->item = item != NULL ? g_object_ref (item) : NULL;
  gtk_window_set_title (GTK_WINDOW (self), is_change ? _ ("Change a Name") : _ ("Add a Name"));
  gtk_button_set_label (self->save, is_change ? _ ("_Save") : _ ("_Add"));
  if (item != NULL)
    show_name (self, bayan_name_item_get_name (item));
  else if (words != NULL)
    gtk_editable_set_text (self->name, words);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
