/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-application-private.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-help-window.h"
#include "bayan-language.h"
#include "bayan-paths.h"

/* The window remembers its panes when it is closed; the program ends with the last one. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    gtk_window_close (window);
  g_application_quit (application);
}

static const char *
get_boundary_policy (void)
{
  return _ (
      "The map follows the practice of the United Nations and claims nothing. Crimea is drawn in "
      "Ukraine; Western Sahara whole and as a unit of its own; the Golan as a unit of its own, shown as "
      "Syria, with a dashed edge; the West Bank, Gaza and East Jerusalem in Palestine. Kosovo, Taiwan "
      "and Somaliland are drawn in their own shape and counted as ISO 3166 says. Kashmir and other "
      "disputed edges are dashed. Names and numbers never "
      "depend on what is drawn.");
}

static void
add_data_credits (AdwAboutWindow *about)
{
  adw_about_window_add_legal_section (about, _ ("Boundaries on the map"), NULL, GTK_LICENSE_CUSTOM,
                                      get_boundary_policy ());
  adw_about_window_add_legal_section (about, "Natural Earth", NULL, GTK_LICENSE_CUSTOM,
                                      _ ("Borders and provinces; public domain."));
  adw_about_window_add_legal_section (about, "GeoNames", NULL, GTK_LICENSE_CUSTOM,
                                      _ ("Cities: geonames.org, CC BY 4.0, modified."));
  adw_about_window_add_legal_section (about, "Unicode CLDR", NULL, GTK_LICENSE_CUSTOM,
                                      _ ("Names of countries and months; Unicode License v3."));
  adw_about_window_add_legal_section (about, "Vazirmatn, Noto Naskh Arabic", NULL, GTK_LICENSE_CUSTOM,
                                      _ ("The Arabic faces; SIL Open Font License 1.1."));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (
      about, "application-name", _ ("Bayan"), "application-icon", BAYAN_APP_ID, "version", BAYAN_VERSION,
      "developer-name", _ ("The Bayan developers"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("A desk for those who read Arabic diplomatic statements: who is named in them, where, when, and how "
         "often.\n\nNothing leaves this computer."),
      /* Translators: your name, it is shown in the window About Bayan */
      "translator-credits", _ ("translator-credits"), "modal", TRUE, "transient-for",
      gtk_application_get_active_window (application), NULL);
  add_data_credits (ADW_ABOUT_WINDOW (about));
  gtk_window_present (GTK_WINDOW (about));
}

static GtkWindow *
find_help (GtkApplication *application)
{
  for (GList *windows = gtk_application_get_windows (application); windows != NULL; windows = windows->next)
    if (BAYAN_IS_HELP_WINDOW (windows->data))
      return windows->data;
  return NULL;
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *help = find_help (application);

  if (help == NULL)
    {
      g_autofree char *folder = bayan_paths_get_help_dir (bayan_language_is_arabic () ? "ar" : "C");

      help = GTK_WINDOW (bayan_help_window_new (gtk_application_get_active_window (application), folder));
      gtk_window_set_application (help, application);
    }
  gtk_window_present (help);
}

/* Words that a widget has shown it keeps: the window is made anew, over the same desk. */
static gboolean
replace_window_cb (gpointer application)
{
  GtkWindow *before = gtk_application_get_active_window (application);

  while (before != NULL && gtk_window_get_transient_for (before) != NULL)
    before = gtk_window_get_transient_for (before); /* the choice may come from the preferences */
  g_application_hold (application);
  if (before != NULL)
    gtk_window_close (before);
  g_application_activate (application);
  g_application_release (application);
  return G_SOURCE_REMOVE;
}

/* The choice comes from a menu of the window that goes: it has to close first. */
static void
language_changed_cb (BayanApplication *self)
{
  g_autofree char *choice = g_settings_get_string (self->settings, "interface-language");

  bayan_language_apply (choice);
  gtk_widget_set_default_direction (bayan_language_get_direction ());
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, replace_window_cb, g_object_ref (self), g_object_unref);
}

static const GActionEntry ACTIONS[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "help", .activate = help_cb },
};

/* Adds the actions of the group "app", and the keys that work in every window. */
void
bayan_application_add_actions (BayanApplication *self)
{
  g_autoptr (GAction) language = g_settings_create_action (self->settings, "interface-language");
  g_autoptr (GAction) scheme = g_settings_create_action (self->settings, "colour-scheme");

  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  g_action_map_add_action (G_ACTION_MAP (self), language);
  g_action_map_add_action (G_ACTION_MAP (self), scheme);
  g_signal_connect_object (self->settings, "changed::interface-language", G_CALLBACK (language_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]) { "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.help", (const char *[]) { "F1", NULL });
}
