/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of many designs, built from templates, of which every byte is known to be statement or furniture.
 *
 * A template is a page with {{field}} where a field of the statement stands, {{=field}} where it stands as
 * furniture, and {{#kind}}…{{/}} around furniture. */
#pragma once

#include "bayan-ingest.h"

G_BEGIN_DECLS

typedef struct {
  gsize start, end; /* in the page */
  char *kind;       /* of furniture; NULL: a part of the statement */
} PageRange;

typedef struct {
  char *design, *statement; /* what it was made from */
  char *title;              /* that of the statement */
  char *text;
  gsize length;
  GArray *ranges; /* of PageRange */
} Page;

void page_free (Page *self);
GPtrArray *pages_new (const char *folder);

/* What cleaning did to a set of pages. */
typedef struct {
  guint pages, perfect, titles; /* all, those without a fault, those with the right title */
  guint64 letters, lost; /* of the statements, without white space */
  guint ranges, dropped; /* of furniture */
  guint64 leaked;        /* letters of furniture that are still there */
  GHashTable *kinds;     /* kind → guint[2]: ranges, and those dropped */
} PageFigures;

PageFigures *page_figures_new (void);
void page_figures_free (PageFigures *self);
void page_figures_add (PageFigures *self, const Page *page, const BayanStatement *statement);
void page_figures_report (const PageFigures *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageFigures, page_figures_free)

G_END_DECLS
