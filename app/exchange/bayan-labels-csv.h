/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code book as a table, for spreadsheets and for other libraries (see bayan-label-reading.h). */
#pragma once

#include "bayan-own-label.h"

G_BEGIN_DECLS

char *bayan_labels_csv_write (const GPtrArray *labels, char separator);

G_END_DECLS
