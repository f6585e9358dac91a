/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a document says that it was issued. Private to the room. */
#pragma once

#include "bayan-headline.h"

G_BEGIN_DECLS

typedef struct {
  BayanDate date;           /* Gregorian */
  BayanDraftSpan date_span; /* empty if the text does not state it in this calendar */
  BayanDate hijri;
  BayanDraftSpan hijri_span;
  gboolean is_declared;     /* @date was not stated in the text but beside it */
  BayanDraftSpan weekday;   /* the day of the week and the date it contradicts; empty if it does not */
  BayanDraftSpan calendars; /* two dates that are not the same day; empty if they are */
} BayanDocumentDate;

BayanDocumentDate bayan_document_date_find (const BayanDraft *draft, const GArray *cuts,
                                            const BayanHeadline *headline);

G_END_DECLS
