/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-card.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"
#include "bayan-type-style.h"

struct _BayanEntityCard {
  AdwBin parent_instance;

  BayanDesk *desk;
  char *key;        /* of the entity shown; NULL for none */
  gint64 current;   /* the mention that the reader was last moved to; 0 for none yet */
  gboolean showing; /* the toggle is being set to what the desk says */

  GtkLabel *name;
  GtkLabel *subtitle;
  GtkWidget *previous;
  GtkLabel *position;
  GtkWidget *next;
  GtkWidget *person;
  GtkWidget *details;
  GtkWidget *note;
  GtkToggleButton *filter;
};

G_DEFINE_FINAL_TYPE (BayanEntityCard, bayan_entity_card, ADW_TYPE_BIN)

static int
find_current (BayanEntityCard *self, const gint64 *mentions, gsize n_mentions)
{
  for (gsize i = 0; i < n_mentions; i++)
    if (mentions[i] == self->current)
      return (int) i;
  return -1;
}

static void
show_position (BayanEntityCard *self)
{
  gsize n_mentions = 0;
  g_autofree gint64 *mentions = bayan_desk_find_mentions (self->desk, self->key, &n_mentions);
  int at = find_current (self, mentions, n_mentions);
  g_autofree char *words = NULL;

  if (n_mentions == 0)
    words = g_strdup (_ ("Not in this statement"));
  else if (at < 0)
    words = g_strdup_printf (ngettext ("%u mention here", "%u mentions here", n_mentions),
                             (guint) n_mentions);
  else
    /* Translators: the third of nine mentions */
    words = g_strdup_printf (_ ("%1$d of %2$u"), at + 1, (guint) n_mentions);
  gtk_label_set_label (self->position, words);
  gtk_widget_set_sensitive (self->previous, n_mentions > 0);
  gtk_widget_set_sensitive (self->next, n_mentions > 0);
}

static void
show_names (BayanEntityCard *self, BayanEntityItem *item)
{
  const BayanEntity *entity = bayan_entity_item_get_entity (item);
  const char *other = bayan_language_get_entity_other_name (entity);
  const char *type = bayan_type_style_get_name (bayan_entity_item_get_mention_type (item));
  g_autofree char *isolated = other != NULL ? bayan_language_isolate (other) : NULL;
  g_autofree char *subtitle = isolated != NULL ? g_strdup_printf ("%s · %s", type, isolated)
                                               : g_strdup (type);

  gtk_label_set_label (self->name, bayan_language_get_entity_name (entity));
  gtk_label_set_label (self->subtitle, subtitle);
}

static void
show_filter (BayanEntityCard *self)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->filter,
                                g_strcmp0 (bayan_desk_get_entity_filter (self->desk), self->key) == 0);
  self->showing = FALSE;
}

static void
show_note (BayanEntityCard *self)
{
  gint64 target = bayan_desk_get_note_target (self->desk, self->key);
  const BayanNote *note = bayan_desk_find_note (self->desk, BAYAN_NOTE_OF_ENTITY, target);

  gtk_button_set_icon_name (GTK_BUTTON (self->note), note != NULL ? "bayan-note-symbolic" : "bayan-note-empty-symbolic");
  gtk_widget_set_tooltip_text (self->note, note != NULL ? note->text : _ ("Note on This Entity"));
}

static void
note_clicked_cb (BayanEntityCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.note", "(ux)", (guint) BAYAN_NOTE_OF_ENTITY,
                              bayan_desk_get_note_target (self->desk, self->key));
}

static void
filter_toggled_cb (BayanEntityCard *self)
{
  const char *key = gtk_toggle_button_get_active (self->filter) ? self->key : "";

  if (!self->showing && self->key != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.filter-entity", "s", key);
}

static void
previous_clicked_cb (BayanEntityCard *self)
{
  bayan_entity_card_step (self, -1);
}

static void
next_clicked_cb (BayanEntityCard *self)
{
  bayan_entity_card_step (self, 1);
}

static void
bayan_entity_card_dispose (GObject *object)
{
  BayanEntityCard *self = BAYAN_ENTITY_CARD (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (bayan_entity_card_parent_class)->dispose (object);
}

static void
bayan_entity_card_class_init (BayanEntityCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_entity_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/entities/bayan-entity-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanEntityCard, name);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityCard, previous);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityCard, position);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityCard, next);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityCard, person);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityCard, details);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityCard, note);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityCard, filter);
  gtk_widget_class_bind_template_callback (widget_class, note_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
bayan_entity_card_init (BayanEntityCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_entity_card_set_desk:
 * @desk: where entities and mentions are looked up
 */
void
bayan_entity_card_set_desk (BayanEntityCard *self, BayanDesk *desk)
{
  g_return_if_fail (BAYAN_IS_ENTITY_CARD (self));
  g_set_object (&self->desk, desk);
}

/**
 * bayan_entity_card_set_entity:
 * @entity_key: (nullable): whom the card is about
 */
void
bayan_entity_card_set_entity (BayanEntityCard *self, const char *entity_key)
{
  g_return_if_fail (BAYAN_IS_ENTITY_CARD (self));

  if (g_strcmp0 (self->key, entity_key) == 0)
    return;
  g_free (self->key);
  self->key = g_strdup (entity_key);
  self->current = 0;
  bayan_entity_card_refresh (self);
}

const char *
bayan_entity_card_get_entity (BayanEntityCard *self)
{
  g_return_val_if_fail (BAYAN_IS_ENTITY_CARD (self), NULL);
  return self->key;
}

/**
 * bayan_entity_card_refresh:
 *
 * Shows what the desk knows of the entity now. To be called when the desk says that anything is different.
 */
void
bayan_entity_card_refresh (BayanEntityCard *self)
{
  BayanEntityItem *item;

  g_return_if_fail (BAYAN_IS_ENTITY_CARD (self));

  item = self->key != NULL ? bayan_desk_find_entity (self->desk, self->key) : NULL;
  if (item == NULL)
    return;
  show_names (self, item);
  gtk_widget_set_visible (self->person, bayan_entity_item_get_mention_type (item) == BAYAN_MENTION_PERS);
  gtk_widget_set_visible (self->details, bayan_desk_can_change_entity (self->desk, self->key));
  show_position (self);
  show_filter (self);
  show_note (self);
}

/**
 * bayan_entity_card_step:
 * @by: 1 for the mention after the one shown last, -1 for the one before; round at the ends
 *
 * Moves the reader to a mention of the entity.
 *
 * Returns: FALSE where the statement in the reader has none
 */
gboolean
bayan_entity_card_step (BayanEntityCard *self, int by)
{
  gsize n_mentions = 0;
  g_autofree gint64 *mentions = NULL;
  int at;

  g_return_val_if_fail (BAYAN_IS_ENTITY_CARD (self), FALSE);

  if (self->key == NULL)
    return FALSE;
  mentions = bayan_desk_find_mentions (self->desk, self->key, &n_mentions);
  if (n_mentions == 0)
    return FALSE;
  at = find_current (self, mentions, n_mentions);
  if (at < 0)
    at = by > 0 ? 0 : (int) n_mentions - 1;
  else
    at = (at + by + (int) n_mentions) % (int) n_mentions;
  self->current = mentions[at];
  show_position (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-mention", "x", self->current);
  return TRUE;
}
