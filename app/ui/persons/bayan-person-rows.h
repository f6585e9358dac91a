/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a person's page. */
#pragma once

#include <adwaita.h>

#include "bayan-person-page.h"

G_BEGIN_DECLS

GtkWidget *bayan_person_row_new_name (const BayanSeenWords *name);
GtkWidget *bayan_person_row_new_seen_office (const BayanSeenWords *office);
GtkWidget *bayan_person_row_new_held_office (const BayanHeldOffice *office);
GtkWidget *bayan_person_row_new_place (BayanPersonPlace *place);
GtkWidget *bayan_person_row_new_alike (const BayanLikePerson *like, gboolean can_change);
GtkWidget *bayan_person_row_new_nothing (const char *words);

G_END_DECLS
