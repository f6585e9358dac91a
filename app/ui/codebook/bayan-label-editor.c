/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-label-editor.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-label-style.h"
#include "bayan-language.h"
#include "bayan-type-dot.h"

struct _BayanLabelEditor {
  AdwWindow parent_instance;
  BayanDesk *desk;
  BayanReaderKeys *keys;
  gint64 id; /* 0 for a new label */
  guint32 colour;
  gboolean showing; /* what is chosen is being set: not an act of the analyst */

  GtkEditable *name, *group, *key;
  GtkWidget *swatches, *free_colour;
  GtkTextView *description;
  GtkLabel *trouble, *hint;
  GtkButton *save;
};

G_DEFINE_FINAL_TYPE (BayanLabelEditor, bayan_label_editor, ADW_TYPE_WINDOW)

static char *
dup_description (BayanLabelEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* What is written now */
static BayanOwnLabel *
read_label (BayanLabelEditor *self)
{
  g_autofree char *name = bayan_name_list_clean (gtk_editable_get_text (self->name));
  g_autofree char *group = bayan_name_list_clean (gtk_editable_get_text (self->group));
  g_autofree char *description = dup_description (self);
  g_autofree char *key = bayan_name_list_clean (gtk_editable_get_text (self->key));
  BayanOwnLabel *label = bayan_own_label_new (name);

  label->id = self->id;
  label->colour = self->colour;
  label->key = g_ascii_isalnum (key[0]) && key[1] == '\0' ? g_ascii_tolower (key[0]) : '\0';
  bayan_own_label_set_text (&label->group, group);
  bayan_own_label_set_text (&label->description, description);
  return label;
}

static gboolean
is_there (BayanLabelEditor *self, const BayanOwnLabel *label)
{
  GPtrArray *labels = bayan_desk_get_labels (self->desk);

  for (guint i = 0; i < labels->len; i++)
    {
      const BayanOwnLabel *other = labels->pdata[i];

      if (other->id != self->id && strcmp (other->name, label->name) == 0
          && strcmp (other->group, label->group) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): why it cannot be a label; NULL for nothing */
static char *
find_trouble (BayanLabelEditor *self, const BayanOwnLabel *label)
{
  int command = label->key != '\0' ? bayan_reader_keys_find (self->keys, (guint) label->key) : -1;
  const char *typed = gtk_editable_get_text (self->key);

  if (strlen (label->name) > BAYAN_OWN_LABEL_MAX_NAME_BYTES || strlen (label->group) > BAYAN_OWN_LABEL_MAX_NAME_BYTES)
    return g_strdup (_ ("The name or the group is too long."));
  if (strlen (label->description) > BAYAN_OWN_LABEL_MAX_DESCRIPTION_BYTES)
    return g_strdup (_ ("The description is too long."));
  if (is_there (self, label))
    return g_strdup (_ ("There is a label of this name in this group already."));
  if (command >= 0)
    /* Translators: a key of the keyboard, and what it does in the reader: “Y” is taken: Confirm. */
    return g_strdup_printf (_ ("“%1$c” is taken: %2$s. Choose another key."), g_ascii_toupper (label->key),
                            bayan_reader_command_get_title ((guint) command));
  if (*typed != '\0' && label->key == '\0')
    return g_strdup (_ ("A key is one Latin letter or one digit."));
  return NULL;
}

/* One key is of one label. */
static void
show_hint (BayanLabelEditor *self, const BayanOwnLabel *label)
{
  const BayanOwnLabel *holder = bayan_desk_find_label_of_key (self->desk, label->key);
  g_autofree char *name = NULL, *words = NULL;

  if (holder != NULL && holder->id != self->id)
    {
      name = bayan_language_isolate (holder->name);
      words = g_strdup_printf (_ ("The key is that of “%s” now, which will have none."), name);
    }
  gtk_label_set_text (self->hint, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), words != NULL);
}

static void
changed_cb (BayanLabelEditor *self)
{
  g_autoptr (BayanOwnLabel) label = NULL;
  g_autofree char *trouble = NULL;

  if (self->desk == NULL)
    return;
  label = read_label (self);
  trouble = find_trouble (self, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), trouble == NULL && *label->name != '\0');
  gtk_label_set_text (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  show_hint (self, label);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BayanLabelEditor *self = BAYAN_LABEL_EDITOR (widget);
  g_autoptr (BayanOwnLabel) label = read_label (self);
  g_autofree char *trouble = find_trouble (self, label);

  if (trouble != NULL || *label->name == '\0')
    {
      gtk_widget_error_bell (widget);
      return;
    }
  bayan_desk_put_own_label (self->desk, label);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_clicked_cb (BayanLabelEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "label.save", NULL);
}

/* Colours */

static void
swatch_toggled_cb (GtkToggleButton *button, BayanLabelEditor *self)
{
  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  self->colour = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "colour"));
  changed_cb (self);
}

static void
show_colour (BayanLabelEditor *self)
{
  GdkRGBA colour = { (float) (self->colour >> 16 & 0xff) / 255, (float) (self->colour >> 8 & 0xff) / 255,
                     (float) (self->colour & 0xff) / 255, 1 };

  self->showing = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (self->swatches); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "colour")) == self->colour);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->free_colour), &colour);
  self->showing = FALSE;
}

static guint32
make_part (float part)
{
  return (guint32) (CLAMP (part, 0, 1) * 255 + 0.5F);
}

static void
colour_set_cb (BayanLabelEditor *self)
{
  GdkRGBA colour;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->free_colour), &colour);
  self->colour = make_part (colour.red) << 16 | make_part (colour.green) << 8 | make_part (colour.blue);
  show_colour (self);
  changed_cb (self);
}

static void
add_swatch (BayanLabelEditor *self, guint i, GtkWidget **first)
{
  GtkWidget *button = gtk_toggle_button_new (), *dot = bayan_type_dot_new (BAYAN_MENTION_OWN);
  const char *name = bayan_label_style_get_palette_name (i);

  bayan_type_dot_set_colour (BAYAN_TYPE_DOT (dot), bayan_label_style_get_palette_colour (i));
  gtk_button_set_child (GTK_BUTTON (button), dot);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "colour", GUINT_TO_POINTER (bayan_label_style_get_palette_colour (i)));
  if (*first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (*first));
  else
    *first = button;
  g_signal_connect_object (button, "toggled", G_CALLBACK (swatch_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (self->swatches), button);
}

/* A colour that the fewest labels have */
static guint32
suggest_colour (BayanDesk *desk)
{
  GPtrArray *labels = bayan_desk_get_labels (desk);
  guint best = 0, least = G_MAXUINT;

  for (guint i = 0; i < bayan_label_style_get_n_colours (); i++)
    {
      guint n = 0;

      for (guint l = 0; l < labels->len; l++)
        n += ((const BayanOwnLabel *) labels->pdata[l])->colour == bayan_label_style_get_palette_colour (i);
      if (n < least)
        {
          least = n;
          best = i;
        }
    }
  return bayan_label_style_get_palette_colour (best);
}

/* Life */

static void
dispose (GObject *object)
{
  g_clear_object (&BAYAN_LABEL_EDITOR (object)->desk);
  g_clear_object (&BAYAN_LABEL_EDITOR (object)->keys);
  G_OBJECT_CLASS (bayan_label_editor_parent_class)->dispose (object);
}

static void
bayan_label_editor_class_init (BayanLabelEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/codebook/bayan-label-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanLabelEditor, name);
  gtk_widget_class_bind_template_child (widget_class, BayanLabelEditor, group);
  gtk_widget_class_bind_template_child (widget_class, BayanLabelEditor, key);
  gtk_widget_class_bind_template_child (widget_class, BayanLabelEditor, swatches);
  gtk_widget_class_bind_template_child (widget_class, BayanLabelEditor, free_colour);
  gtk_widget_class_bind_template_child (widget_class, BayanLabelEditor, description);
  gtk_widget_class_bind_template_child (widget_class, BayanLabelEditor, trouble);
  gtk_widget_class_bind_template_child (widget_class, BayanLabelEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, BayanLabelEditor, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_install_action (widget_class, "label.save", NULL, save_action);
}

static void
bayan_label_editor_init (BayanLabelEditor *self)
{
  GtkWidget *first = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < bayan_label_style_get_n_colours (); i++)
    add_swatch (self, i, &first);
  g_signal_connect_object (gtk_text_view_get_buffer (self->description), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_label (BayanLabelEditor *self, const BayanOwnLabel *label)
{
  char key[2] = { g_ascii_toupper (label->key), '\0' };

  gtk_editable_set_text (self->name, label->name);
  gtk_editable_set_text (self->group, label->group);
  gtk_editable_set_text (self->key, key);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->description), label->description, -1);
}

/**
 * bayan_label_editor_new:
 * @parent: the window above which it opens
 * @keys: which keys do something of their own in the reader
 * @label: (nullable): what is to be changed; NULL for a new one
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_label_editor_new (GtkWindow *parent, BayanDesk *desk, BayanReaderKeys *keys, const BayanOwnLabel *label)
{
  BayanLabelEditor *self = g_object_new (BAYAN_TYPE_LABEL_EDITOR, "transient-for", parent, NULL);

  self->keys = g_object_ref (keys);
  self->id = label != NULL ? label->id : 0;
  self->colour = label != NULL ? label->colour : suggest_colour (desk);
  gtk_window_set_title (GTK_WINDOW (self), label != NULL ? _ ("Change a Label") : _ ("Add a Label"));
  gtk_button_set_label (self->save, label != NULL ? _ ("_Save") : _ ("_Add"));
  if (label != NULL)
    show_label (self, label);
  show_colour (self);
  self->desk = g_object_ref (desk);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
