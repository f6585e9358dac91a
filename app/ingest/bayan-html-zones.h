/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a page that are or are not its text, and which of them to leave out. Private to the room. */
#pragma once

#include "bayan-html-blocks.h"
#include "bayan-html-elements.h"
#include "bayan-html-scanner.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_ZONE_FURNITURE, /* by its element */
  BAYAN_ZONE_CALLED,    /* furniture by its class, id or role: less sure */
  BAYAN_ZONE_EMBED,     /* furniture by its class if it leads to another site */
  BAYAN_ZONE_HEADER,    /* a header: furniture unless it belongs to the article */
  BAYAN_ZONE_FOOTER,
  BAYAN_ZONE_HIDDEN,  /* not to be seen */
  BAYAN_ZONE_CONTENT, /* an article, the main part */
} BayanHtmlZoneKind;

typedef struct {
  BayanHtmlZoneKind kind;
  BayanDraftSpan span;
  guint32 link_bytes; /* how much of it is in links */
  gboolean has_headline;
} BayanHtmlZone;

gboolean bayan_html_zone_find_kind (const BayanHtmlScanner *scanner, const BayanHtmlToken *tag,
                                    const BayanHtmlElement *element, gboolean in_picture,
                                    BayanHtmlZoneKind *kind);
void bayan_html_zones_cut_edges (const GArray *zones, BayanDraft *draft);
void bayan_html_zones_cut (const GArray *zones, const BayanHtmlBlocks *blocks, BayanDraft *draft);

G_END_DECLS
