/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label of the analyst's code book: what words may be marked as beside the types that every library has. A mention
 * that is marked so has the type BAYAN_MENTION_OWN and the entity key of the label, so that labels count, filter and
 * travel as entities do. Its maker fills it in; from then on it is not changed, and whoever copies it gets the same
 * one, counted. Any thread. */
#pragma once

#include "bayan-mention.h"

G_BEGIN_DECLS

/* More is no label, and no line of a list. */
#define BAYAN_OWN_LABEL_MAX_NAME_BYTES 200
#define BAYAN_OWN_LABEL_MAX_DESCRIPTION_BYTES 4000

typedef struct {
  gint64 id;         /* in the library; 0 before it is stored */
  char *name;        /* as the analyst wrote it, in whichever language; never NULL */
  char *group;       /* what it stands under; "" for none; never NULL */
  char *description; /* when to use it; never NULL */
  guint32 colour;    /* 0xRRGGBB, as it is on a light ground */
  char key;          /* a to z or 0 to 9: what labels with it; '\0' for none */
  gint position;     /* those of a group stand in this order */
  gatomicrefcount ref_count;
} BayanOwnLabel;

BayanOwnLabel *bayan_own_label_new (const char *name);
BayanOwnLabel *bayan_own_label_copy (const BayanOwnLabel *self);
BayanOwnLabel *bayan_own_label_dup (const BayanOwnLabel *self);
void bayan_own_label_free (BayanOwnLabel *self);
gboolean bayan_own_label_says_same (const BayanOwnLabel *self, const BayanOwnLabel *other);
void bayan_own_label_set_text (char **field, const char *text);
char *bayan_own_label_make_key (gint64 id);
gint64 bayan_own_label_read_key (const char *entity_key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanOwnLabel, bayan_own_label_free)

G_END_DECLS
