/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents made by hand, and what is read out of them. */
#pragma once

#include "bayan-extract.h"

/* What a reader made of a document. */
typedef struct {
  BayanExtract *extract;
  gboolean good;
  GError *error;
} Outcome;

Outcome outcome_of (BayanExtractReader reader, GBytes *bytes);
void outcome_clear (Outcome *self);
const char *outcome_html (const Outcome *self);
const char *outcome_detail (const Outcome *self, BayanDetailField field);
gboolean outcome_has_doubt (const Outcome *self, BayanDoubtKind kind, const char *subject);
void assert_refused (BayanExtractReader reader, GBytes *bytes, BayanExtractError code);
void assert_contains (const char *text, const char *part);
void assert_lacks (const char *text, const char *part);

char *visible_text (const char *html);
GBytes *load_data (const char *name);
GBytes *make_zip (const char *first_name, ...) G_GNUC_NULL_TERMINATED;
void try_truncated (BayanExtractReader reader, GBytes *bytes, guint steps);
void try_damaged (BayanExtractReader reader, GBytes *bytes, guint times);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)
