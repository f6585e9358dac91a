/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-detail-row.h"

#include "bayan-config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-desk.h"
#include "bayan-detail-words.h"

struct _BayanDetailRow {
  AdwBin parent_instance;

  BayanDetailField field;
  char *shown;      /* the text that stands for the value of the statement */
  gboolean filling; /* it is us who change the choice of languages */

  GtkWidget *name_label;
  GtkWidget *origin_button;
  GtkWidget *editor_box;
  GtkWidget *entry;     /* NULL for the language */
  GtkWidget *languages; /* for the language alone */
  GtkWidget *revert_button;
  GtkWidget *hint_label;
};

G_DEFINE_FINAL_TYPE (BayanDetailRow, bayan_detail_row, ADW_TYPE_BIN)

static guint value_set_signal;

static gboolean
is_date (BayanDetailRow *self)
{
  return self->field == BAYAN_DETAIL_DATE || self->field == BAYAN_DETAIL_EVENT_DATE;
}

static const char *
get_text (BayanDetailRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* Dates: what is typed is said again in words, in both calendars. */

static char *
say_date (const char *text)
{
  BayanDate gregorian, hijri;

  return bayan_desk_read_date (text, &gregorian, &hijri) ? bayan_date_words_both (gregorian, hijri) : NULL;
}

static char *
say_event_date (const char *text)
{
  g_autofree char *value = bayan_desk_read_event_date (text);

  return value != NULL ? bayan_detail_words_get_value (BAYAN_DETAIL_EVENT_DATE, value) : NULL;
}

static void
check_date (BayanDetailRow *self)
{
  const char *text = get_text (self);
  g_autofree char *words = self->field == BAYAN_DETAIL_DATE ? say_date (text) : say_event_date (text);
  const char *hint = words;

  if (*text == '\0')
    hint = bayan_detail_words_get_hint (self->field);
  else if (words == NULL)
    hint = _ ("This is not a date. Write 2025-01-14, 14 January 2025 or 14 رجب 1446");
  gtk_label_set_text (GTK_LABEL (self->hint_label), hint);
  if (*text != '\0' && words == NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
text_changed_cb (BayanDetailRow *self)
{
  if (is_date (self))
    check_date (self);
}

/* Setting */

static void
commit (BayanDetailRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  if (g_strcmp0 (text, self->shown) != 0 && !gtk_widget_has_css_class (self->entry, "error"))
    g_signal_emit (self, value_set_signal, 0, text);
}

static void
language_chosen_cb (BayanDetailRow *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->languages));

  if (self->filling || chosen == GTK_INVALID_LIST_POSITION)
    return;
  /* The first is none. */
  g_signal_emit (self, value_set_signal, 0,
                 chosen > 0 ? bayan_detail_words_list_languages ()[chosen - 1] : "");
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                BayanDetailRow *self)
{
  if (key != GDK_KEY_Escape || g_strcmp0 (get_text (self), self->shown) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  return GDK_EVENT_STOP;
}

/* Showing */

static char *
describe (BayanDetailRow *self, const BayanStatement *statement, const BayanDetail *detail)
{
  g_auto (GStrv) days = NULL;

  if (detail == NULL)
    return g_strdup ("");
  if (self->field != BAYAN_DETAIL_EVENT_DATE)
    return g_strdup (detail->value);
  days = g_strsplit (detail->value, "/", 2);
  return g_strjoinv (" – ", days);
}

static void
show_language (BayanDetailRow *self, const char *code)
{
  const char *const *codes = bayan_detail_words_list_languages ();
  guint selected = *code == '\0' ? 0 : GTK_INVALID_LIST_POSITION;

  for (guint i = 0; codes[i] != NULL; i++)
    if (strcmp (codes[i], code) == 0)
      selected = i + 1;
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->languages), selected);
  self->filling = FALSE;
}

/* A press on it shows the words in the text, if they are there. */
static void
show_origin (BayanDetailRow *self, const BayanDetail *detail)
{
  g_autofree char *origin = detail != NULL ? bayan_detail_words_get_origin (detail) : NULL;
  gboolean in_text = detail != NULL && bayan_clean_span_length_bytes (detail->span) > 0;
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->origin_button));

  gtk_label_set_text (GTK_LABEL (label), origin != NULL ? origin : "");
  gtk_widget_set_visible (self->origin_button, origin != NULL);
  gtk_widget_set_tooltip_text (self->origin_button, in_text ? _ ("Show it in the text") : origin);
  gtk_widget_set_focusable (self->origin_button, in_text);
  /* The target first: the action is looked at as soon as it has its name. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->origin_button), NULL);
  if (!in_text)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->origin_button), "(uu)", detail->span.start.byte,
                                    detail->span.end.byte);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->origin_button), "reader.show-place");
}

/**
 * bayan_detail_row_show:
 * @writable: whether it can be changed
 */
void
bayan_detail_row_show (BayanDetailRow *self, const BayanStatement *statement, gboolean writable)
{
  g_autoptr (BayanDetail) detail = bayan_statement_dup_detail (statement, self->field);
  g_autofree char *text = NULL;

  g_return_if_fail (BAYAN_IS_DETAIL_ROW (self));

  if (detail == NULL && self->field == BAYAN_DETAIL_DATE)
    detail = bayan_statement_dup_detail (statement, BAYAN_DETAIL_HIJRI);
  text = describe (self, statement, detail);
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  if (self->entry != NULL)
    {
      if (strcmp (get_text (self), self->shown) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
      gtk_editable_set_editable (GTK_EDITABLE (self->entry), writable);
      text_changed_cb (self);
    }
  else
    {
      show_language (self, self->shown);
      gtk_widget_set_sensitive (self->languages, writable);
    }
  show_origin (self, detail);
  gtk_widget_set_visible (self->revert_button,
                          writable && detail != NULL && detail->origin == BAYAN_ORIGIN_ANALYST);
}

/* Life */

static void
bayan_detail_row_finalize (GObject *object)
{
  g_free (BAYAN_DETAIL_ROW (object)->shown);
  G_OBJECT_CLASS (bayan_detail_row_parent_class)->finalize (object);
}

static void
bayan_detail_row_class_init (BayanDetailRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bayan_detail_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-detail-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanDetailRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, BayanDetailRow, origin_button);
  gtk_widget_class_bind_template_child (widget_class, BayanDetailRow, editor_box);
  gtk_widget_class_bind_template_child (widget_class, BayanDetailRow, revert_button);
  gtk_widget_class_bind_template_child (widget_class, BayanDetailRow, hint_label);
  value_set_signal = g_signal_new ("value-set", BAYAN_TYPE_DETAIL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bayan_detail_row_init (BayanDetailRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_entry (BayanDetailRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_prepend (GTK_BOX (self->editor_box), self->entry);
}

static void
add_languages (BayanDetailRow *self)
{
  const char *const *codes = bayan_detail_words_list_languages ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Not known"));
  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (names, bayan_detail_words_get_language (codes[i]));
  self->languages = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_hexpand (self->languages, TRUE);
  g_signal_connect_object (self->languages, "notify::selected", G_CALLBACK (language_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_prepend (GTK_BOX (self->editor_box), self->languages);
}

static void
name_editor (BayanDetailRow *self)
{
  GtkWidget *editor = self->entry != NULL ? self->entry : self->languages;
  const char *name = bayan_detail_words_get_name (self->field);
  g_autofree char *revert = g_strdup_printf (_ ("%s: as it was found"), name);

  gtk_label_set_text (GTK_LABEL (self->name_label), name);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->name_label), editor);
  gtk_widget_set_tooltip_text (editor, bayan_detail_words_get_hint (self->field));
  gtk_widget_set_visible (self->hint_label, is_date (self));
  gtk_widget_set_tooltip_text (self->revert_button, revert);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->revert_button), GTK_ACCESSIBLE_PROPERTY_LABEL, revert,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->revert_button), "s",
                                    bayan_detail_field_to_string (self->field));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->revert_button), "reader.revert-detail");
}

BayanDetailRow *
bayan_detail_row_new (BayanDetailField field)
{
  BayanDetailRow *self = g_object_new (BAYAN_TYPE_DETAIL_ROW, NULL);

  self->field = field;
  self->shown = g_strdup ("");
  if (field == BAYAN_DETAIL_LANGUAGE)
    add_languages (self);
  else
    add_entry (self);
  name_editor (self);
  return self;
}

/**
 * bayan_detail_row_focus:
 *
 * Puts the focus where the value is changed.
 */
void
bayan_detail_row_focus (BayanDetailRow *self)
{
  gtk_widget_grab_focus (self->entry != NULL ? self->entry : self->languages);
}
