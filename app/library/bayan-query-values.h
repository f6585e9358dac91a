/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind the colon of a field. Private to this room. */
#pragma once

#include "bayan-query.h"

G_BEGIN_DECLS

/* How a value was understood. */
typedef enum {
  BAYAN_QUERY_VALUE_KNOWN,
  BAYAN_QUERY_VALUE_BEGINNING, /* not yet, but it can become one */
  BAYAN_QUERY_VALUE_UNKNOWN,
} BayanQueryValue;

BayanQueryValue bayan_query_read_type (const char *value, guint *type);
BayanQueryValue bayan_query_read_act (const char *value, guint *act_class);
BayanQueryValue bayan_query_read_country (const char *value, const char **iso3);
BayanQueryValue bayan_query_read_dates (const char *value, gint32 *from, gint32 *to);

char *bayan_query_fold_name (const char *name);

G_END_DECLS
