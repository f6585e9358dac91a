/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "bayan-config.h"
#include "bayan-fonts.h"
#include "bayan-resources.h"
#include "bayan-window.h"

/* Long enough for every answer of the library and every frame that follows from it. */
#define SETTLE_MS 150

/**
 * window_fixture_open:
 * @library: where the library is or shall be
 *
 * Opens the window over @library and waits until it shows what is in it.
 */
void
window_fixture_open (WindowFixture *self, const char *library)
{
  g_autoptr (GError) error = NULL;

  self->application = ADW_APPLICATION (g_object_new (ADW_TYPE_APPLICATION, "application-id", BAYAN_APP_ID,
                                                     "flags", G_APPLICATION_NON_UNIQUE, NULL));
  g_resources_register (bayan_resources_get_resource ());
  if (!g_application_register (G_APPLICATION (self->application), NULL, &error))
    g_error ("%s", error->message);
  bayan_fonts_add ();
  self->settings = g_settings_new (BAYAN_APP_ID);
  self->desk = bayan_desk_new ();
  self->window = bayan_window_new (self->application, self->desk, self->settings, NULL);
  bayan_desk_open (self->desk, library);
  gtk_window_present (GTK_WINDOW (self->window));
  window_wait_until (bayan_desk_get_state (self->desk) == BAYAN_DESK_READY);
}

void
window_fixture_close (WindowFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  bayan_desk_close (self->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  g_clear_object (&self->application);
}

/**
 * window_fixture_find:
 *
 * Returns: (transfer none) (nullable): the first widget at or below @root of the type called @type_name
 */
GtkWidget *
window_fixture_find (GtkWidget *root, const char *type_name)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), g_type_from_name (type_name)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_fixture_find (child, type_name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * window_fixture_import_text:
 *
 * Returns: the statement that @text became
 */
gint64
window_fixture_import_text (WindowFixture *self, const char *text)
{
  g_autoptr (BayanImportJob) job = bayan_desk_import_text (self->desk, text);
  g_autoptr (BayanImportNote) note = NULL;

  window_wait_until (!bayan_import_job_get_running (job));
  note = g_list_model_get_item (bayan_import_job_get_notes (job), 0);
  g_assert_nonnull (note);
  g_assert_cmpint (bayan_import_note_get_result (note), ==, BAYAN_IMPORT_ADDED);
  return bayan_import_note_get_statement (note);
}

static gboolean
is_read (WindowFixture *self, gint64 statement)
{
  BayanReading *reading = bayan_desk_get_reading (self->desk);

  return reading != NULL && bayan_reading_get_id (reading) == statement;
}

void
window_fixture_read (WindowFixture *self, gint64 statement)
{
  bayan_desk_select_statement (self->desk, statement);
  window_wait_until (is_read (self, statement));
}

/* Until nothing more is under way. */
void
window_fixture_settle (WindowFixture *self)
{
  gint64 until_us = g_get_monotonic_time () + SETTLE_MS * 1000;

  window_wait_until (g_get_monotonic_time () > until_us);
}
