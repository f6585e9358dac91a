/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what shall stand instead of some words of the text. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

GtkWidget *bayan_text_editor_new (GtkWindow *parent, BayanDesk *desk, BayanCleanSpan span);

G_END_DECLS
