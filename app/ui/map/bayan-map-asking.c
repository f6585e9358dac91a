/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-asking.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"

struct _BayanMapAsking {
  AdwBin parent_instance;

  BayanDesk *desk; /* as long as something is asked */
  char *key;
  GSignalGroup *view_signals;

  GtkRevealer *revealer;
  GtkLabel *question;
};

enum { ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanMapAsking, bayan_map_asking, ADW_TYPE_BIN)

static void
stop (BayanMapAsking *self)
{
  g_autoptr (BayanMapView) view = g_signal_group_dup_target (self->view_signals);

  if (self->key == NULL)
    return;
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->desk);
  g_signal_group_set_target (self->view_signals, NULL);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (view != NULL)
    bayan_map_view_set_asks (view, FALSE);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
pointed_cb (BayanMapAsking *self, double latitude, double longitude)
{
  bayan_desk_place_entity (self->desk, self->key, latitude, longitude);
  stop (self);
}

static void
let_go_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stop (BAYAN_MAP_ASKING (widget));
}

/**
 * bayan_map_asking_ask:
 * @entity_key: see bayan_desk_can_place_entity()
 *
 * The next click on @view says where the entity lies. What was asked before is let go.
 */
void
bayan_map_asking_ask (BayanMapAsking *self, BayanMapView *view, BayanDesk *desk, const char *entity_key)
{
  const BayanEntity *entity = bayan_desk_get_entity (desk, entity_key);
  g_autofree char *name = NULL, *question = NULL;

  g_return_if_fail (BAYAN_IS_MAP_ASKING (self));

  stop (self);
  if (entity == NULL)
    return;
  name = bayan_language_isolate (bayan_language_get_entity_name (entity));
  question = g_strdup_printf (_ ("Click where “%s” lies"), name);
  gtk_label_set_text (self->question, question);
  self->key = g_strdup (entity_key);
  self->desk = g_object_ref (desk);
  g_signal_group_set_target (self->view_signals, view);
  bayan_map_view_set_asks (view, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
dispose (GObject *object)
{
  BayanMapAsking *self = BAYAN_MAP_ASKING (object);

  g_clear_object (&self->view_signals);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (bayan_map_asking_parent_class)->dispose (object);
}

static void
bayan_map_asking_class_init (BayanMapAskingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/map/bayan-map-asking.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanMapAsking, revealer);
  gtk_widget_class_bind_template_child (widget_class, BayanMapAsking, question);
  gtk_widget_class_install_action (widget_class, "map-asking.let-go", NULL, let_go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "map-asking.let-go", NULL);
  signals[ANSWERED] = g_signal_new ("answered", BAYAN_TYPE_MAP_ASKING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
bayan_map_asking_init (BayanMapAsking *self)
{
  self->view_signals = g_signal_group_new (BAYAN_TYPE_MAP_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "pointed", G_CALLBACK (pointed_cb), self);
  g_signal_group_connect_swapped (self->view_signals, "let-go", G_CALLBACK (stop), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
