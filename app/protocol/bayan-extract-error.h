/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a foreign file cannot be read: the same on both sides of the pipe. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_EXTRACT_ERROR_DAMAGED,     /* not what it says it is, or cut off */
  BAYAN_EXTRACT_ERROR_ENCRYPTED,   /* needs a password */
  BAYAN_EXTRACT_ERROR_TOO_LARGE,   /* more text, or more when unpacked, than the limits allow */
  BAYAN_EXTRACT_ERROR_TOO_MANY,    /* more members than the limits allow */
  BAYAN_EXTRACT_ERROR_TOO_DEEP,    /* nested deeper than the limits allow */
  BAYAN_EXTRACT_ERROR_NO_TEXT,     /* nothing but pictures */
  BAYAN_EXTRACT_ERROR_UNSUPPORTED, /* a kind of this format that we do not read */
  BAYAN_EXTRACT_ERROR_TOO_MANY_PAGES,
  BAYAN_EXTRACT_ERROR_N_CODES
} BayanExtractError;

#define BAYAN_EXTRACT_ERROR (bayan_extract_error_quark ())
GQuark bayan_extract_error_quark (void);

G_END_DECLS
