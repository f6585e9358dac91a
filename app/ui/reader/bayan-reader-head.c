/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-head.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-acts-popover.h"
#include "bayan-date-words.h"
#include "bayan-detail-words.h"
#include "bayan-details-popover.h"
#include "bayan-language.h"
#include "bayan-stage-words.h"
#include "bayan-standing-popover.h"

struct _BayanReaderHead {
  AdwBin parent_instance;

  GtkWidget *title_label, *facts_label;
  GtkWidget *details_button, *details_popover;
  GtkWidget *acts_button, *acts_popover;
  GtkWidget *stage_button, *stage_image, *stage_label, *stage_popover, *note_button;
  BayanDesk *desk; /* not owned: the pane's, which outlives the head */
  gint64 shown;    /* the statement whose standing is shown; 0 for none */
  char *shown_words;
  guint shown_notes;
  gboolean shown_writable;
};

G_DEFINE_FINAL_TYPE (BayanReaderHead, bayan_reader_head, ADW_TYPE_BIN)

static void
add_fact (GPtrArray *facts, char *fact)
{
  if (*fact != '\0')
    g_ptr_array_add (facts, fact);
  else
    g_free (fact);
}

static void
add_detail (GPtrArray *facts, const BayanStatement *statement, BayanDetailField field)
{
  g_autoptr (BayanDetail) detail = bayan_statement_dup_detail (statement, field);
  g_autofree char *words = detail != NULL ? bayan_detail_words_get_value (field, detail->value) : NULL;

  if (words == NULL)
    return;
  if (field == BAYAN_DETAIL_EVENT_DATE)
    /* Translators: the day on which what the statement is about took place */
    add_fact (facts, g_strdup_printf (_ ("event: %s"), words));
  else
    add_fact (facts, bayan_language_isolate (words));
}

static char *
describe (const BayanStatement *statement)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  const char *name = statement->name != NULL && *statement->name != '\0' ? statement->name
                                                                         : _ ("Pasted text");

  add_fact (facts, bayan_date_words_both (statement->date, statement->hijri));
  add_detail (facts, statement, BAYAN_DETAIL_EVENT_DATE);
  add_detail (facts, statement, BAYAN_DETAIL_ISSUER);
  add_detail (facts, statement, BAYAN_DETAIL_OUTLET);
  add_detail (facts, statement, BAYAN_DETAIL_LANGUAGE);
  add_fact (facts, bayan_language_isolate (name));
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}

static void
show_title (BayanReaderHead *self, const BayanStatement *statement)
{
  const BayanDetail *subtitle = bayan_statement_find_detail (statement, BAYAN_DETAIL_SUBTITLE);
  g_autofree char *title = bayan_language_isolate (statement->title != NULL ? statement->title : "");
  g_autofree char *both = subtitle != NULL ? g_strdup_printf ("%s\n%s", title, subtitle->value) : NULL;

  gtk_label_set_text (GTK_LABEL (self->title_label), title);
  gtk_widget_set_visible (self->title_label, statement->title != NULL && *statement->title != '\0');
  gtk_widget_set_tooltip_text (self->title_label, both != NULL ? both : title);
}

/* Whether what is to be shown of @item is shown already: setting it once more would have the window laid out again. */
static gboolean
is_shown (BayanReaderHead *self, BayanStatementItem *item, const char *words)
{
  gint64 statement = bayan_statement_item_get_id (item);
  guint notes = bayan_desk_get_notes_serial (self->desk);
  gboolean writable = bayan_desk_get_read_only (self->desk) == NULL;
  gboolean same = self->shown == statement && g_strcmp0 (self->shown_words, words) == 0
                  && self->shown_notes == notes && self->shown_writable == writable
                  && !gtk_widget_get_visible (self->stage_popover);

  self->shown = statement;
  self->shown_notes = notes;
  self->shown_writable = writable;
  g_free (self->shown_words);
  self->shown_words = g_strdup (words);
  return same;
}

/* What was said of the statement, and noted of it. */
void
bayan_reader_head_show_standing (BayanReaderHead *self)
{
  BayanReading *reading = self->desk != NULL ? bayan_desk_get_reading (self->desk) : NULL;
  BayanStatementItem *item = reading != NULL
                                 ? bayan_desk_find_statement (self->desk, bayan_reading_get_id (reading))
                                 : NULL;
  const BayanNote *note = item != NULL ? bayan_desk_find_note (self->desk, BAYAN_NOTE_OF_STATEMENT,
                                                               bayan_statement_item_get_id (item))
                                       : NULL;
  g_autofree char *words = item != NULL ? bayan_stage_words_describe (item) : NULL;

  if (item == NULL || is_shown (self, item, words))
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->stage_image),
                                bayan_stage_words_get_icon (bayan_statement_item_get_stage (item)));
  gtk_label_set_text (GTK_LABEL (self->stage_label),
                      bayan_stage_words_get_name (bayan_statement_item_get_stage (item)));
  gtk_widget_set_tooltip_text (self->stage_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stage_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_button_set_icon_name (GTK_BUTTON (self->note_button),
                            note != NULL ? "bayan-note-symbolic" : "bayan-note-empty-symbolic");
  gtk_widget_set_tooltip_text (self->note_button, note != NULL ? note->text : _ ("Note on the statement"));
  bayan_standing_popover_show (BAYAN_STANDING_POPOVER (self->stage_popover), self->desk, item);
}

/**
 * bayan_reader_head_show:
 * @desk: whose reading is shown
 */
void
bayan_reader_head_show (BayanReaderHead *self, BayanDesk *desk)
{
  BayanReading *reading = bayan_desk_get_reading (desk);
  g_autofree char *facts = NULL;

  g_return_if_fail (BAYAN_IS_READER_HEAD (self));

  bayan_details_popover_show (BAYAN_DETAILS_POPOVER (self->details_popover), desk);
  bayan_acts_popover_show (BAYAN_ACTS_POPOVER (self->acts_popover), desk);
  self->desk = desk;
  if (reading == NULL)
    return;
  bayan_reader_head_show_standing (self);
  facts = describe (bayan_reading_get_statement (reading));
  show_title (self, bayan_reading_get_statement (reading));
  gtk_label_set_text (GTK_LABEL (self->facts_label), facts);
  gtk_widget_set_tooltip_text (self->facts_label, facts);
}

void
bayan_reader_head_open_details (BayanReaderHead *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->details_button));
}

void
bayan_reader_head_open_acts (BayanReaderHead *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->acts_button));
}

static void
prepare_acts_cb (GtkMenuButton *button, gpointer data)
{
  bayan_acts_popover_prepare (BAYAN_ACTS_POPOVER (BAYAN_READER_HEAD (data)->acts_popover));
}

static void
prepare_details_cb (GtkMenuButton *button, gpointer data)
{
  bayan_details_popover_prepare (BAYAN_DETAILS_POPOVER (BAYAN_READER_HEAD (data)->details_popover));
}

static void
bayan_reader_head_finalize (GObject *object)
{
  g_free (BAYAN_READER_HEAD (object)->shown_words);
  G_OBJECT_CLASS (bayan_reader_head_parent_class)->finalize (object);
}

static void
bayan_reader_head_class_init (BayanReaderHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bayan_reader_head_finalize;
  g_type_ensure (BAYAN_TYPE_ACTS_POPOVER);
  g_type_ensure (BAYAN_TYPE_DETAILS_POPOVER);
  g_type_ensure (BAYAN_TYPE_STANDING_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-reader-head.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, title_label);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, facts_label);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, details_button);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, details_popover);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, acts_button);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, acts_popover);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, note_button);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, stage_popover);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, stage_label);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, stage_image);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderHead, stage_button);
}

static void
bayan_reader_head_init (BayanReaderHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->details_button), prepare_details_cb, self,
                                         NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->acts_button), prepare_acts_cb, self, NULL);
}
