/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the application share. */
#pragma once

#include "bayan-application.h"

#include "bayan-desk.h"

G_BEGIN_DECLS

struct _BayanApplication {
  AdwApplication parent_instance;

  BayanDesk *desk;
  GSettings *settings;
  GListStore *waiting; /* of GFile: to be imported when the library is open */
};

/* bayan-application-actions.c */
void bayan_application_add_actions (BayanApplication *self);

G_END_DECLS
