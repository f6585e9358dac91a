/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen of the map, written to a file that the analyst chooses. */
#include "bayan-map-view-private.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-file-export.h"
#include "bayan-map-page.h"
#include "bayan-toast.h"

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
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = bayan_date_words_day_of (now);
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

static const BayanFileFormat svg = { N_ ("SVG, for drawing programs and the web"), { "svg", NULL } };
static const BayanFileFormat pdf = { N_ ("PDF, for printing"), { "pdf", NULL } };
static const BayanFileFormat png = { N_ ("PNG, a picture"), { "png", NULL } };

static GBytes *
write_page (GtkWidget *widget, const BayanFileFormat *format)
{
  BayanMapView *self = BAYAN_MAP_VIEW (widget);
  g_autoptr (BayanMapPage) page = bayan_map_export_make_page (self);

  if (format == &pdf)
    return bayan_map_page_to_pdf (page, title_of (self));
  if (format == &png)
    return bayan_map_page_to_png (page);
  return bayan_file_export_take_text (bayan_map_page_to_svg (page, title_of (self)));
}

/**
 * bayan_map_export_ask:
 *
 * Asks where, writes what is seen as SVG, PDF or PNG, and says how it went.
 */
void
bayan_map_export_ask (BayanMapView *self)
{
  static const BayanFileExport picture = {
    N_ ("Save the Map"), N_ ("_Save"), N_ ("Map"), { &svg, &pdf, &png, NULL }, write_page, bayan_toast_say, TRUE,
  };

  bayan_file_export_run (&picture, GTK_WIDGET (self));
}
