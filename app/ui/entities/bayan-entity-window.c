/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-act-words.h"
#include "bayan-countries.h"
#include "bayan-entity-fields.h"
#include "bayan-entity-merger.h"
#include "bayan-entity-place.h"
#include "bayan-language.h"
#include "bayan-plain-row.h"
#include "bayan-name-list.h"
#include "bayan-toast.h"
#include "bayan-type-style.h"

#define N_TYPES (BAYAN_MENTION_LAW + 1)
#define MOST_VARIANTS 50

struct _BayanEntityWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  GSignalGroup *desk_signals;
  char *key;        /* nullable: of the entity that is shown */
  gboolean showing; /* fields are being set to what the desk says: no act of the analyst */
  gboolean acted;   /* what the desk says next is what was done here */
  AdwToast *toast;  /* weak: the last one; the next takes its place */

  GCancellable *loading;          /* nullable: of the variants */
  GPtrArray *variants;            /* nullable: of BayanVariant */
  guint n_mentions, n_statements; /* of which they are */
  GPtrArray *rows;                /* of GtkWidget: those of the variants */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *name, *counts;
  AdwEntryRow *name_ar, *name_en, *iso, *m49, *wikidata;
  AdwComboRow *type;
  GtkLabel *name_trouble, *number_trouble, *description_trouble;
  GtkTextView *description;
  AdwPreferencesGroup *variants_group;
  BayanEntityPlace *place;
  GtkWidget *keep_description, *merge_row, *note_row, *found_row;
};

G_DEFINE_FINAL_TYPE (BayanEntityWindow, bayan_entity_window, ADW_TYPE_WINDOW)

static BayanEntityItem *
get_item (BayanEntityWindow *self)
{
  return self->key != NULL ? bayan_desk_find_entity (self->desk, self->key) : NULL;
}

/* Returns: (transfer full): what is said of the entity, to be changed */
static BayanOwnEntity *
dup_own (BayanEntityWindow *self)
{
  BayanEntityItem *item = get_item (self);

  return bayan_own_entity_dup (item != NULL ? bayan_entity_item_get_own (item) : NULL);
}

/* Fields */

static void
take_back_trouble (BayanEntityWindow *self)
{
  bayan_entity_fields_show_trouble (self->name_trouble, GTK_WIDGET (self->name_ar), NULL);
  bayan_entity_fields_show_trouble (self->name_trouble, GTK_WIDGET (self->name_en), NULL);
  bayan_entity_fields_show_trouble (self->number_trouble, GTK_WIDGET (self->iso), NULL);
  bayan_entity_fields_show_trouble (self->number_trouble, GTK_WIDGET (self->m49), NULL);
  bayan_entity_fields_show_trouble (self->number_trouble, GTK_WIDGET (self->wikidata), NULL);
  bayan_entity_fields_show_trouble (self->description_trouble, GTK_WIDGET (self->description), NULL);
}

static char *
dup_description (BayanEntityWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
show_description (BayanEntityWindow *self, const char *text, gboolean anyhow)
{
  g_autofree char *written = dup_description (self);

  if (anyhow || bayan_entity_fields_is_shown (self->description, written) || strcmp (written, text) == 0)
    {
      bayan_entity_fields_remember (self->description, text);
      if (strcmp (written, text) != 0)
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->description), text, -1);
    }
}

/* How statements name it */

static void
remove_rows (BayanEntityWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->variants_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
add_row (BayanEntityWindow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = bayan_plain_row_new (title, subtitle);

  adw_preferences_group_add (self->variants_group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_variant (BayanEntityWindow *self, const BayanVariant *variant, gboolean can_split)
{
  g_autofree char *counts = bayan_plain_row_count (variant->n_mentions, variant->n_statements);
  GtkWidget *row = add_row (self, variant->surface, counts), *button;
  g_autofree char *label = NULL;

  if (!can_split)
    return;
  button = gtk_button_new_with_mnemonic (_ ("_Split Off"));
  label = g_strdup_printf (_ ("Make “%s” an entity of its own"), variant->surface);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "entity.split");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", variant->words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_variants (BayanEntityWindow *self)
{
  guint n_variants = self->variants->len, n_shown = MIN (n_variants, MOST_VARIANTS);
  gboolean can_split = n_variants > 1 && bayan_desk_get_read_only (self->desk) == NULL;

  remove_rows (self);
  for (guint i = 0; i < n_shown; i++)
    add_variant (self, self->variants->pdata[i], can_split);
  if (n_variants > n_shown)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_variants - n_shown),
                                               n_variants - n_shown);

      add_row (self, more, "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->variants_group), n_variants > 0);
}

static void
variants_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanEntityWindow) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *variants = self->desk != NULL ? bayan_desk_load_variants_finish (self->desk, result, &error)
                                           : NULL;

  if (variants == NULL)
    return;
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  self->variants = variants;
  show_variants (self);
}

/* They are read out of the statements: only where there are other mentions. */
static void
load_variants (BayanEntityWindow *self, guint n_mentions, guint n_statements)
{
  if (self->loading != NULL && self->n_mentions == n_mentions && self->n_statements == n_statements)
    return;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  self->n_mentions = n_mentions;
  self->n_statements = n_statements;
  bayan_desk_load_variants_async (self->desk, self->key, self->loading, variants_loaded_cb,
                                  g_object_ref (self));
}

static void
show_head (BayanEntityWindow *self, const BayanEntity *entity)
{
  guint n_statements, n_mentions = bayan_desk_count_entity (self->desk, self->key, &n_statements);
  g_autofree char *count = bayan_plain_row_count (n_mentions, n_statements);
  g_autofree char *counts = g_strdup_printf ("%s · %s", bayan_type_style_get_name (entity->type), count);

  load_variants (self, n_mentions, n_statements);

  gtk_label_set_text (self->name, bayan_language_get_entity_name (entity));
  gtk_label_set_text (self->counts, counts);
  gtk_window_set_title (GTK_WINDOW (self), bayan_language_get_entity_name (entity));
}

static void
show_note (BayanEntityWindow *self)
{
  const BayanNote *note = bayan_desk_find_note (self->desk, BAYAN_NOTE_OF_ENTITY,
                                                bayan_desk_get_note_target (self->desk, self->key));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->note_row), note != NULL ? note->text : _ ("None yet"));
}

static void
show_fields (BayanEntityWindow *self, BayanEntityItem *item, gboolean anyhow)
{
  const BayanEntity *entity = bayan_entity_item_get_entity (item);
  g_autoptr (BayanOwnEntity) own = dup_own (self);

  self->showing = TRUE;
  bayan_entity_fields_show_text (self->name_ar, entity->name_ar != NULL ? entity->name_ar : "", anyhow);
  bayan_entity_fields_show_text (self->name_en, entity->name_en != NULL ? entity->name_en : "", anyhow);
  bayan_entity_fields_show_text (self->iso, own->iso, anyhow);
  bayan_entity_fields_show_text (self->m49, own->m49, anyhow);
  bayan_entity_fields_show_text (self->wikidata, own->wikidata, anyhow);
  show_description (self, own->description, anyhow);
  adw_combo_row_set_selected (self->type, entity->type);
  gtk_widget_set_visible (self->found_row, !bayan_own_entity_is_empty (own));
  self->showing = FALSE;
}

static void
refresh (BayanEntityWindow *self, gboolean anyhow)
{
  BayanEntityItem *item = get_item (self);

  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "sheet" : "nothing");
  if (item == NULL)
    return;
  show_head (self, bayan_entity_item_get_entity (item));
  show_fields (self, item, anyhow);
  bayan_entity_place_show (self->place, self->desk, self->key, anyhow);
  show_note (self);
}

/* What was read of the entity before is not its. */
static void
set_key (BayanEntityWindow *self, const char *key)
{
  g_free (self->key);
  self->key = g_strdup (key);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  remove_rows (self);
}

/* Acts */

static void
say (BayanEntityWindow *self)
{
  const char *subject = NULL, *act = bayan_desk_get_undo_act (self->desk, &subject);
  g_autofree char *words = act != NULL ? bayan_act_words_done (act, subject) : NULL;
  AdwToast *toast = words != NULL ? bayan_toast_new (words, "entity.undo") : NULL;

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (toast == NULL)
    return;
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
desk_updated_cb (BayanEntityWindow *self)
{
  if (self->acted)
    say (self);
  self->acted = FALSE;
  refresh (self, FALSE);
}

/* What was written is not kept: the window below says why. */
static void
act_failed_cb (BayanEntityWindow *self)
{
  self->acted = FALSE;
  refresh (self, TRUE);
}

/* @own: all that is said from now on */
static void
keep (BayanEntityWindow *self, const BayanOwnEntity *own)
{
  g_autoptr (BayanOwnEntity) before = dup_own (self);

  if (bayan_own_entity_says_same (before, own))
    {
      refresh (self, TRUE);
      return;
    }
  self->acted = TRUE;
  bayan_desk_say_of_entity (self->desk, self->key, own);
}

/* Nothing written is the name that was found. */
static void
name_applied_cb (BayanEntityWindow *self, AdwEntryRow *row)
{
  g_autofree char *name = bayan_name_list_clean (gtk_editable_get_text (GTK_EDITABLE (row)));
  g_autoptr (BayanOwnEntity) own = dup_own (self);
  char **field = row == self->name_ar ? &own->name_ar : &own->name_en;

  if (strlen (name) > BAYAN_OWN_ENTITY_MAX_NAME_BYTES)
    {
      bayan_entity_fields_show_trouble (self->name_trouble, GTK_WIDGET (row),
                                        _ ("The name is too long. Shorten it."));
      return;
    }
  if (!bayan_entity_fields_is_shown (row, name))
    {
      g_free (*field);
      *field = *name != '\0' ? g_strdup (name) : NULL;
    }
  bayan_entity_fields_remember (row, gtk_editable_get_text (GTK_EDITABLE (row)));
  keep (self, own);
}

/* Returns: (transfer full) (nullable): the code as it is kept; NULL with what is wrong with it */
static char *
read_iso (const char *typed, char **trouble)
{
  g_autofree char *code = bayan_own_entity_read_iso (typed);
  const BayanCountry *country = NULL;

  *trouble = NULL;
  if (code == NULL)
    *trouble = g_strdup (_ ("An ISO 3166 code has two or three Latin letters, as IQ or IRQ."));
  if (code == NULL || *code == '\0')
    return g_steal_pointer (&code);
  country = strlen (code) == 2 ? bayan_country_find_iso2 (code) : bayan_country_find (code);
  if (country == NULL)
    *trouble = g_strdup_printf (_ ("No country has the code %s. Look at the letters again."), code);
  return country != NULL ? g_strdup (country->iso3) : NULL;
}

static char *
read_m49 (const char *typed, char **trouble)
{
  char *number = bayan_own_entity_read_m49 (typed);

  *trouble = number == NULL ? g_strdup (_ ("An M49 number has three digits, as 368.")) : NULL;
  return number;
}

static char *
read_wikidata (const char *typed, char **trouble)
{
  char *number = bayan_own_entity_read_wikidata (typed);

  *trouble = number == NULL ? g_strdup (_ ("A Wikidata number is a Q with digits behind it, as Q796."))
                            : NULL;
  return number;
}

static void
number_applied_cb (BayanEntityWindow *self, AdwEntryRow *row)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (BayanOwnEntity) own = dup_own (self);
  g_autofree char *trouble = NULL, *number = NULL;

  if (row == self->iso)
    number = read_iso (typed, &trouble);
  else
    number = row == self->m49 ? read_m49 (typed, &trouble) : read_wikidata (typed, &trouble);
  bayan_entity_fields_show_trouble (self->number_trouble, GTK_WIDGET (row), trouble);
  if (trouble != NULL)
    return;
  bayan_own_entity_set_text (row == self->iso   ? &own->iso
                             : row == self->m49 ? &own->m49
                                                : &own->wikidata,
                             number);
  bayan_entity_fields_remember (row, typed);
  keep (self, own);
}

static void
row_changed_cb (BayanEntityWindow *self)
{
  if (!self->showing)
    take_back_trouble (self);
}

static void
type_chosen_cb (BayanEntityWindow *self)
{
  g_autoptr (BayanOwnEntity) own = NULL;

  if (self->showing || self->key == NULL)
    return;
  own = dup_own (self);
  own->type = (int) adw_combo_row_get_selected (self->type);
  keep (self, own);
}

static void
description_changed_cb (BayanEntityWindow *self)
{
  g_autofree char *written = dup_description (self);

  gtk_widget_set_visible (self->keep_description, !bayan_entity_fields_is_shown (self->description, written));
  row_changed_cb (self);
}

static void
keep_description_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityWindow *self = BAYAN_ENTITY_WINDOW (widget);
  g_autofree char *written = dup_description (self);
  g_autoptr (BayanOwnEntity) own = dup_own (self);

  if (strlen (written) > BAYAN_OWN_ENTITY_MAX_DESCRIPTION_BYTES)
    {
      bayan_entity_fields_show_trouble (
          self->description_trouble, GTK_WIDGET (self->description),
          _ ("The description is too long. Shorten it, or write the rest as a note."));
      return;
    }
  bayan_own_entity_set_text (&own->description, written);
  bayan_entity_fields_remember (self->description, written);
  gtk_widget_set_visible (self->keep_description, FALSE);
  keep (self, own);
}

/* What was noted and drawn on the map stays: it was never found. */
static void
as_found_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (BayanOwnEntity) nothing = bayan_own_entity_new ();

  keep (BAYAN_ENTITY_WINDOW (widget), nothing);
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityWindow *self = BAYAN_ENTITY_WINDOW (widget);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.note", "(ux)", (guint) BAYAN_NOTE_OF_ENTITY,
                                bayan_desk_get_note_target (self->desk, self->key));
}

static void
split_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityWindow *self = BAYAN_ENTITY_WINDOW (widget);
  const char *words = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; self->variants != NULL && i < self->variants->len; i++)
    if (strcmp (((const BayanVariant *) self->variants->pdata[i])->words, words) == 0)
      g_ptr_array_add (chosen, self->variants->pdata[i]);
  if (chosen->len == 0)
    return;
  self->acted = TRUE;
  bayan_desk_split_entity (self->desk, self->key, chosen);
}

/* Both are one: the page is about that one from now on. */
static void
merged_cb (BayanEntityWindow *self, const char *key)
{
  set_key (self, key);
  self->acted = TRUE;
  refresh (self, TRUE);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityWindow *self = BAYAN_ENTITY_WINDOW (widget);
  GtkWidget *merger;

  if (get_item (self) == NULL || bayan_desk_get_read_only (self->desk) != NULL)
    return;
  merger = bayan_entity_merger_new (GTK_WINDOW (self), self->desk, self->key);
  g_signal_connect_object (merger, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (merger));
}

static void
place_acted_cb (BayanEntityWindow *self)
{
  self->acted = TRUE;
}

/* The map is in the window below: this one is out of the way until it has its answer. */
static void
place_asks_for_map_cb (BayanEntityWindow *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (parent == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_activate_action (parent, "win.place-entity", "s", self->key);
}

/* By the window below, which says what was undone. */
static void
parent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityWindow *self = BAYAN_ENTITY_WINDOW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent),
                                g_str_equal (name, "entity.undo") ? "win.undo" : "win.redo", NULL);
}

/* Whether something is written in the field that has the keyboard, and not kept yet. */
static gboolean
is_writing (BayanEntityWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW) : NULL;

  if (focus == GTK_WIDGET (self->description))
    return gtk_widget_get_visible (self->keep_description);
  return row != NULL && !bayan_entity_fields_is_shown (row, gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* Letters are undone as long as they are not kept; then it is the act that is. */
static gboolean
key_pressed_cb (BayanEntityWindow *self, guint key, guint code, GdkModifierType state)
{
  gboolean back = (state & GDK_SHIFT_MASK) == 0;

  if (gdk_keyval_to_lower (key) != GDK_KEY_z || (state & GDK_CONTROL_MASK) == 0 || is_writing (self))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), back ? "entity.undo" : "entity.redo", NULL);
  return GDK_EVENT_STOP;
}

/* Another library has other entities. */
static void
state_changed_cb (BayanEntityWindow *self)
{
  if (bayan_desk_get_state (self->desk) != BAYAN_DESK_READY)
    gtk_window_close (GTK_WINDOW (self));
}

/* Life */

static void
dispose (GObject *object)
{
  BayanEntityWindow *self = BAYAN_ENTITY_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_weak_pointer (&self->toast);
  G_OBJECT_CLASS (bayan_entity_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BAYAN_TYPE_ENTITY_PLACE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/entities/bayan-entity-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, name);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, name_ar);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, name_en);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, type);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, name_trouble);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, iso);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, m49);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, wikidata);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, number_trouble);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, description);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, description_trouble);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, place);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, variants_group);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, keep_description);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, merge_row);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, note_row);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityWindow, found_row);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_acted_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_asks_for_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
bayan_entity_window_class_init (BayanEntityWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "entity.keep-description", NULL, keep_description_action);
  gtk_widget_class_install_action (widget_class, "entity.as-found", NULL, as_found_action);
  gtk_widget_class_install_action (widget_class, "entity.split", "s", split_action);
  gtk_widget_class_install_action (widget_class, "entity.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "entity.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "entity.undo", NULL, parent_action);
  gtk_widget_class_install_action (widget_class, "entity.redo", NULL, parent_action);
}

static void
fill_types (BayanEntityWindow *self)
{
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);

  for (guint type = 0; type < N_TYPES; type++)
    gtk_string_list_append (types, bayan_type_style_get_name ((BayanMentionType) type));
  self->showing = TRUE;
  adw_combo_row_set_model (self->type, G_LIST_MODEL (types));
  self->showing = FALSE;
}

static void
bayan_entity_window_init (BayanEntityWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_types (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->description), "changed",
                           G_CALLBACK (description_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * bayan_entity_window_new:
 * @parent: the window beside which it opens
 *
 * Returns: (transfer none): a window, not yet presented, that shows nothing yet
 */
GtkWidget *
bayan_entity_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanEntityWindow *self = g_object_new (BAYAN_TYPE_ENTITY_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "act-failed", G_CALLBACK (act_failed_cb), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_group_set_target (self->desk_signals, desk);
  return GTK_WIDGET (self);
}

/**
 * bayan_entity_window_show_entity:
 * @entity_key: see bayan_desk_can_change_entity()
 *
 * Shows another entity. What was written and not kept is dropped.
 */
void
bayan_entity_window_show_entity (BayanEntityWindow *self, const char *entity_key)
{
  gboolean can_change = bayan_desk_get_read_only (self->desk) == NULL;
  GtkWidget *const fields[] = { GTK_WIDGET (self->name_ar),
                                GTK_WIDGET (self->name_en),
                                GTK_WIDGET (self->type),
                                GTK_WIDGET (self->iso),
                                GTK_WIDGET (self->m49),
                                GTK_WIDGET (self->wikidata),
                                GTK_WIDGET (self->description),
                                GTK_WIDGET (self->place),
                                self->merge_row,
                                self->found_row };

  g_return_if_fail (BAYAN_IS_ENTITY_WINDOW (self));

  set_key (self, entity_key);
  take_back_trouble (self);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_set_sensitive (fields[i], can_change);
  refresh (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (bayan_language_is_arabic () ? self->name_ar : self->name_en));
}
