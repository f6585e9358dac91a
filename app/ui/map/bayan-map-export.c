/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen of the map, written to a file that the analyst chooses. */
#include "bayan-map-view-private.h"

#include "bayan-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "bayan-date-words.h"
#include "bayan-language.h"
#include "bayan-map-page.h"
#include "bayan-table-export.h"
#include "bayan-toast.h"
#include "bayan-trouble-words.h"

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  BayanDate date = { (gint16) g_date_time_get_year (now), (gint8) g_date_time_get_month (now),
                     (gint8) g_date_time_get_day_of_month (now) };

  return bayan_date_words_gregorian (date);
}

static const char *
title_of (BayanMapView *self)
{
  switch (self->counts.level)
    {
    case BAYAN_LEVEL_REGIONS:
    case BAYAN_LEVEL_M49:
      return _ ("Regions mentioned");
    case BAYAN_LEVEL_PROVINCES:
      return _ ("Provinces mentioned");
    case BAYAN_LEVEL_PLACES:
      return _ ("Places mentioned");
    case BAYAN_LEVEL_COUNTRIES:
    case BAYAN_N_LEVELS:
    default:
      return _ ("Countries mentioned");
    }
}

/* In which statements, and when it was counted. */
static char *
subtitle_of (BayanMapView *self)
{
  gboolean is_one = self->desk == NULL || bayan_desk_get_scope (self->desk) == BAYAN_SCOPE_STATEMENT;
  guint n_statements = is_one ? 1 : bayan_desk_get_n_matching (self->desk);
  g_autofree char *date = today ();
  g_autofree char *count = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements),
                                            n_statements);

  return g_strdup_printf ("%s · %s", count, date);
}

/**
 * bayan_map_export_make_page:
 *
 * Returns: (transfer full): what is seen of the map, as a page
 */
BayanMapPage *
bayan_map_export_make_page (BayanMapView *self)
{
  g_autofree char *subtitle = subtitle_of (self);
  BayanMapPageWords words = {
    title_of (self), subtitle,
    _ ("Borders: Natural Earth, drawn by the practice of the United Nations; dashed where "
       "they are disputed. No claim is made. Counted by Bayan.")
  };

  return bayan_map_page_new (&self->camera, &self->counts, &words,
                             gtk_widget_get_pango_context (GTK_WIDGET (self)));
}

static GBytes *
write_page (BayanMapView *self, GFile *file)
{
  g_autoptr (BayanMapPage) page = bayan_map_export_make_page (self);
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (base_name, -1);
  char *svg;

  if (g_str_has_suffix (lower, ".pdf"))
    return bayan_map_page_to_pdf (page, title_of (self));
  if (g_str_has_suffix (lower, ".png"))
    return bayan_map_page_to_png (page);
  svg = bayan_map_page_to_svg (page, title_of (self));
  return g_bytes_new_take (svg, strlen (svg));
}

static void
say (BayanMapView *self, const char *sentence)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), bayan_toast_new (sentence, NULL));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanMapView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *base_name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (base_name);
  g_autofree char *name = bayan_language_isolate (shown);
  g_autofree char *sentence = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    sentence = g_strdup_printf (_ ("Written to %s"), name);
  else
    sentence = bayan_trouble_words (error);
  say (self, sentence);
}

/* The name says the format; one that does not gets that of the filter. */
static GFile *
get_file (GtkFileChooser *chooser)
{
  static const char *const SUFFIXES[] = { ".svg", ".pdf", ".png" };
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *longer = NULL;

  for (guint i = 0; path == NULL || i < G_N_ELEMENTS (SUFFIXES); i++)
    if (path == NULL || g_str_has_suffix (path, SUFFIXES[i]))
      return g_steal_pointer (&file);
  longer = g_strconcat (path, SUFFIXES[0], NULL);
  return g_file_new_for_path (longer);
}

/* The file is replaced in one step, when all of it is written beside it. */
static void
place_chosen_cb (GtkNativeDialog *dialog, int response, BayanMapView *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = get_file (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GBytes) bytes = write_page (self, file);

      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb,
                                           g_object_ref (self));
    }
  g_object_unref (dialog);
  g_object_unref (self);
}

/**
 * bayan_map_export_ask:
 *
 * Asks where, writes what is seen as SVG, PDF or PNG, and says how it went.
 */
void
bayan_map_export_ask (BayanMapView *self)
{
  static const char *const svg[] = { "svg", NULL }, *const pdf[] = { "pdf", NULL },
                           *const png[] = { "png", NULL };
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Save the Map"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autofree char *name = g_strconcat (_ ("Map"), ".svg", NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  bayan_table_export_add_filter (GTK_FILE_CHOOSER (dialog), _ ("SVG, for drawing programs and the web"), svg);
  bayan_table_export_add_filter (GTK_FILE_CHOOSER (dialog), _ ("PDF, for printing"), pdf);
  bayan_table_export_add_filter (GTK_FILE_CHOOSER (dialog), _ ("PNG, a picture"), png);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (place_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
