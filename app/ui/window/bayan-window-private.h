/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "bayan-window.h"

#include "bayan-date-range-popover.h"
#include "bayan-entities-pane.h"
#include "bayan-import-bar.h"
#include "bayan-map-pane.h"
#include "bayan-query-help.h"
#include "bayan-reader-pane.h"
#include "bayan-statements-pane.h"

G_BEGIN_DECLS

/* What the next change of the undo label comes from. */
typedef enum {
  BAYAN_TURN_OPEN, /* another library: nothing was done in it yet */
  BAYAN_TURN_ACT,
  BAYAN_TURN_UNDO,
  BAYAN_TURN_REDO,
  BAYAN_TURN_TRAVEL, /* back or forth by many */
} BayanTurn;

struct _BayanWindow {
  AdwApplicationWindow parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;
  GSettings *settings;
  char *samples;           /* the folder of the sample statements */

  BayanImportJob *last_job; /* what "Details" shows; nullable */
  GtkWidget *history;      /* weak: the window with all acts */
  GtkWidget *person;       /* weak: the page of a person */
  GtkWidget *entity;       /* weak: the page of an entity */
  GtkWidget *concordance;  /* weak */
  GtkWidget *review;       /* weak: the window with what waits for a look */
  guint focus_hides;       /* in focus mode: which panes come back, */
  int focus_positions[3];  /* and where the handles were: outer, inner, centre */
  BayanTurn turn;
  char *undo_words;        /* what undo would undo, as it was at the last update; nullable */
  AdwToast *toast;         /* weak: the last one about an act or an import; the next takes its place */

  AdwToast *copying;       /* weak: what is said while the library is copied or checked */
  GCancellable *copy_cancellable; /* nullable: while it is copied */
  gboolean is_checking;

  GMenu *recent_menu;
  AdwToastOverlay *toasts;
  GtkWidget *drop_hint;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *search_tools; /* the search entry and the range of dates */
  GtkSearchEntry *search;
  BayanQueryHelp *query_help;
  GtkRevealer *trouble_revealer; /* why what was typed cannot be understood */
  GtkLabel *trouble;
  GtkMenuButton *range_button;
  BayanDateRangePopover *range_popover;
  GtkWidget *pane_buttons;
  GtkMenuButton *menu_button;
  GtkRevealer *notice_revealer;
  GtkLabel *notice;
  BayanImportBar *import_bar;
  GtkStack *pages;
  GtkSpinner *spinner;
  AdwStatusPage *failed_page;
  GtkWidget *empty_import_button;
  GtkPaned *outer_paned;   /* statements | the rest */
  GtkPaned *inner_paned;   /* centre | entities */
  GtkPaned *centre_paned;  /* reader over map */

  BayanStatementsPane *statements;
  BayanReaderPane *reader;
  BayanMapPane *map;
  BayanEntitiesPane *entities;
};

/* bayan-window-actions.c */
void bayan_window_install_actions (GtkWidgetClass *widget_class);
void bayan_window_update_actions (BayanWindow *self);

/* bayan-window-focus.c: the text alone */
void bayan_window_add_focus_actions (BayanWindow *self);

/* bayan-window-intake.c: files and text from the clipboard and from other windows */
void bayan_window_accept_drops (BayanWindow *self);
void bayan_window_paste (BayanWindow *self);
void bayan_window_import_files (BayanWindow *self, GListModel *files);
void bayan_window_review_files (BayanWindow *self, GListModel *files);
void bayan_window_review (BayanWindow *self);
void bayan_window_review_if_all_waits (BayanWindow *self, BayanImportJob *job);

/* bayan-window-library.c: the library as a file */
void bayan_window_remember_library (BayanWindow *self);
void bayan_window_offer_recent_libraries (BayanWindow *self);
void bayan_window_save_copy (BayanWindow *self);
void bayan_window_stop_copy (BayanWindow *self);
void bayan_window_check_library (BayanWindow *self);

/* bayan-window-panes.c: which panes are there and how large */
void bayan_window_restore_panes (BayanWindow *self);
void bayan_window_save_panes (BayanWindow *self);
gboolean bayan_window_get_pane_visible (BayanWindow *self, GtkWidget *pane);
void bayan_window_set_pane_visible (BayanWindow *self, GtkWidget *pane, gboolean visible);

/* bayan-window-toasts.c: what is said */
void bayan_window_say_failure (BayanWindow *self, const GError *error);
void bayan_window_say_import (BayanWindow *self, BayanImportJob *job);
void bayan_window_say_export (BayanWindow *self, GFile *written);
void bayan_window_follow_acts (BayanWindow *self);

G_END_DECLS
