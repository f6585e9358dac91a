/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line that stands on pages of one site, as the library keeps it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_SITE_CHOICE_NONE,
  BAYAN_SITE_CHOICE_KEEP,      /* the analyst took a line like this back */
  BAYAN_SITE_CHOICE_LEAVE_OUT, /* the analyst left a line like this out */
} BayanSiteChoice;

typedef struct {
  char *site;
  guint64 line; /* see bayan_site_memory_hash_line() */
  guint n_pages;
  BayanSiteChoice choice;
} BayanSiteLine;

G_END_DECLS
