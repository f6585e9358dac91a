/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bayan-map-view.c, bayan-map-bearings.c, bayan-map-marks.c and bayan-map-gestures.c share. */
#pragma once

#include "bayan-map-areas.h"
#include "bayan-map-atlas.h"
#include "bayan-map-counts.h"
#include "bayan-map-extent.h"
#include "bayan-map-inks.h"
#include "bayan-map-labels.h"
#include "bayan-map-page.h"
#include "bayan-map-painter.h"
#include "bayan-map-view.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_MAP_CHOICE_AUTOMATIC,
  BAYAN_MAP_CHOICE_WORLD,
  BAYAN_MAP_CHOICE_REGION,
} BayanMapChoice;

struct _BayanMapView
{
  GtkWidget parent_instance;

  BayanDesk *desk; /* NULL before set_desk and after dispose */
  GSignalGroup *desk_signals;
  const BayanMapAtlas *atlas; /* of the camera's projection */
  BayanMapPainter *painter;
  BayanMapLabels *labels;
  BayanMapCounts counts;

  BayanMapCamera camera; /* of the projection of the picture that is shown */
  BayanProjection aim;   /* the projection wished for; it comes with the next picture */
  BayanMapChoice choice;
  gboolean asks;    /* a click says where something lies */
  gboolean is_home; /* never moved: a new size shows the home region again */
  gboolean is_held; /* by a drag or a pinch */
  gboolean may_follow; /* what is counted is of other statements: home may be elsewhere */
  char *hovered;    /* nullable: key of the area under the pointer */
  char *focused;    /* nullable: of the one that the keyboard is on */
  char *compared;   /* nullable: of the one that it is compared with */
  BayanMapExtent hovered_extent, focused_extent, compared_extent;
  BayanMapExtent filter_extent; /* of the country or the entity that the desk filters by */
  gboolean filter_is_new;       /* it is not painted yet */
  guint memory_source;

  double pointer_x, pointer_y; /* where the pointer was last */
  gint64 click_time_us; /* of the last click that is not the second of two */
  double click_x, click_y;
  char *country_before, *entity_before; /* what was filtered by before it */
  double dragged_x, dragged_y; /* what of the drag has been followed, in pixels */
  gint64 drag_time_us;
  double speed_x, speed_y; /* pixels a millisecond, of the drag's last part */
  guint glide_tick;
  double pinched; /* what of the pinch has been followed */
};

void bayan_map_view_camera_moved (BayanMapView *self);
gboolean bayan_map_view_choose (BayanMapView *self, const char *key);
void bayan_map_view_answer (BayanMapView *self, double x, double y);
void bayan_map_view_let_go (BayanMapView *self);
void bayan_map_view_choose_back (BayanMapView *self);
void bayan_map_view_compare (BayanMapView *self, const char *key);
void bayan_map_view_set_compared (BayanMapView *self, const char *key);
void bayan_map_view_unmark (BayanMapView *self);
void bayan_map_view_hover (BayanMapView *self, const char *key);
void bayan_map_view_walk_to (BayanMapView *self, const char *key);
const char *bayan_map_view_get_name (BayanMapView *self, const char *key);
char *bayan_map_view_describe (BayanMapView *self, const char *key);

char *bayan_map_view_pick (BayanMapView *self, double x, double y);
char *bayan_map_view_pick_area (BayanMapView *self, double x, double y);
void bayan_map_marks_snapshot (BayanMapView *self, GtkSnapshot *snapshot);

void bayan_map_bearings_look (BayanMapView *self);
void bayan_map_bearings_arrive (BayanMapView *self);
void bayan_map_bearings_follow (BayanMapView *self);
void bayan_map_bearings_recall (BayanMapView *self);
void bayan_map_bearings_resize (BayanMapView *self, int width, int height);
void bayan_map_bearings_close (BayanMapView *self);
const char *bayan_map_bearings_get_choice (BayanMapView *self);
void bayan_map_bearings_set_choice (BayanMapView *self, const char *word);

BayanMapPage *bayan_map_export_make_page (BayanMapView *self);
void bayan_map_export_ask (BayanMapView *self);

void bayan_map_gestures_install (GtkWidgetClass *widget_class);
void bayan_map_gestures_add (BayanMapView *self);
void bayan_map_gestures_stop (BayanMapView *self);

G_END_DECLS
