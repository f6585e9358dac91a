/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text on its way from the source to the statement: decoded and laid out in lines, with nothing left out yet,
 * and with the cuts that cleaning wants to make in it. Private to the room.
 *
 * Positions in a draft are a third coordinate beside raw and clean ones. They live in BayanDraftSpan and in
 * nothing else, and no draft leaves the room.
 */
#pragma once

#include "bayan-ingest.h"
#include "bayan-mapped-text.h"

G_BEGIN_DECLS

typedef struct {
  guint32 start, end;
} BayanDraftSpan;

typedef struct {
  BayanDraftSpan span;
  const char *kind; /* see BayanRemovedRegion; this and @rule are static, or those of a statement in use */
  const char *rule;
  const char *instead; /* nullable: what to write in its place, on one line; as static as @kind, or the draft's */
} BayanCut;

typedef struct {
  BayanMappedText *text;
  GArray *cuts;            /* of BayanCut: sorted, none touches another's text */
  GArray *headlines;       /* of BayanDraftSpan: what the source itself marks as its first heading */
  GStringChunk *strings;   /* of what is to be written instead */
  char *declared_title;    /* nullable: what the source says about itself beside the text */
  BayanDate declared_date; /* Gregorian */
  /* What else a page says of itself, see bayan-page-head.h */
  char *declared[BAYAN_DETAIL_N_FIELDS]; /* nullable each */
  guint declared_by[BAYAN_DETAIL_N_FIELDS];
  guint n_times;           /* elements that are a time */
  BayanDate only_time;     /* the day they all say, if they do */
} BayanDraft;

BayanDraft *bayan_draft_new (void);
void bayan_draft_free (BayanDraft *self);
BayanDraft *bayan_draft_read (GBytes *raw, const char *wanted, BayanFormat *format, const char **charset,
                              GPtrArray *doubts, GCancellable *cancellable, GError **error);

BayanRawSpan bayan_draft_to_raw (const BayanDraft *self, BayanDraftSpan span);
BayanDraftSpan bayan_draft_trim (const BayanDraft *self, BayanDraftSpan span);
const BayanCut *bayan_cuts_find (const GArray *cuts, BayanDraftSpan span);
GArray *bayan_cuts_merge (const GArray *cuts, const GArray *others);
BayanDraftSpan bayan_draft_get_kept (const BayanDraft *self, const GArray *cuts, BayanDraftSpan span);
gboolean bayan_draft_is_blank (const BayanDraft *self, BayanDraftSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanDraft, bayan_draft_free)

G_END_DECLS
