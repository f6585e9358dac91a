/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst's list of names as a table, for spreadsheets and for other libraries (see bayan-name-reading.h). */
#pragma once

#include "bayan-own-name.h"

G_BEGIN_DECLS

char *bayan_names_csv_write (const GPtrArray *names, char separator);

G_END_DECLS
