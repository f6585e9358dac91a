/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes through the socket between the window's process and the child that reads foreign formats.
 *
 *   parent: REQUEST with the file's descriptor
 *   child:  PART, BYTES, FAILURE … any number, HTML and ABOUT for one document; then DONE or ERROR
 *
 * A frame is a head of fixed size and its bytes. Both ends are one build on one machine, so numbers go as they are;
 * what comes from the child is not trusted all the same: lengths are limited, and GVariant makes the best of any bytes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_FRAME_REQUEST, /* BAYAN_FRAME_REQUEST_TYPE */
  BAYAN_FRAME_HTML,    /* the text as simple HTML */
  BAYAN_FRAME_ABOUT,   /* BAYAN_FRAME_ABOUT_TYPE */
  BAYAN_FRAME_PART,    /* BAYAN_FRAME_PART_TYPE: a part, whose BYTES follow unless it is the whole */
  BAYAN_FRAME_BYTES,   /* of the part just announced */
  BAYAN_FRAME_FAILURE, /* BAYAN_FRAME_FAILURE_TYPE: of a part; more may come */
  BAYAN_FRAME_ERROR,   /* BAYAN_FRAME_FAILURE_TYPE: the end */
  BAYAN_FRAME_DONE,    /* nothing: the end */
} BayanFrameKind;

#define BAYAN_FRAME_REQUEST_TYPE "(uu)"               /* BayanVerb, BayanKind */
#define BAYAN_FRAME_ABOUT_TYPE "(a(usms)a(usuu))"     /* details: field, value, words; doubts: kind, subject, start, end */
#define BAYAN_FRAME_PART_TYPE "(bs)"                  /* whether it is the whole's own text; its path in it */
#define BAYAN_FRAME_FAILURE_TYPE "(usss)"             /* BayanExtractError, path, what was found, message */

/* Longer frames are refused: nothing that is asked for is longer. */
#define BAYAN_FRAME_MAX_BYTES (80u * 1024 * 1024)

typedef enum {
  BAYAN_VERB_EXTRACT, /* the text of one document */
  BAYAN_VERB_UNPACK,  /* the parts of an archive or mail */
} BayanVerb;

/* Waits until there is something to read at @descriptor. FALSE: give up. */
typedef gboolean (*BayanFrameWait) (int descriptor, gpointer data);

gboolean bayan_frame_send (int descriptor, BayanFrameKind kind, const void *data, gsize size_bytes);
gboolean bayan_frame_send_variant (int descriptor, BayanFrameKind kind, GVariant *variant);
GBytes *bayan_frame_receive (int descriptor, BayanFrameKind *kind, BayanFrameWait wait, gpointer data);
GVariant *bayan_frame_get_variant (GBytes *frame, const char *type);

gboolean bayan_frame_send_request (int descriptor, BayanVerb verb, guint32 kind, int file);
int bayan_frame_receive_request (int descriptor, BayanVerb *verb, guint32 *kind);

G_END_DECLS
