/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is the matter, for whoever puts it in words. The rooms below have their own error domains, which ui does not
 * see; an error keeps its domain, code and technical message, and this says which of the things that can happen to
 * an analyst it is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_TROUBLE_OTHER,         /* nothing foreseen: show the error's own message */
  /* A source that is refused */
  BAYAN_TROUBLE_EMPTY,         /* no bytes at all */
  BAYAN_TROUBLE_BLANK,         /* no words in it */
  BAYAN_TROUBLE_BINARY,        /* no text */
  BAYAN_TROUBLE_UNSUPPORTED,   /* a known format that is not read; see bayan_trouble_get_found() */
  BAYAN_TROUBLE_TOO_LARGE,
  BAYAN_TROUBLE_ENCODING,      /* no character set fits; see bayan_trouble_get_byte() */
  BAYAN_TROUBLE_NOT_FOUND,     /* the file is not there */
  BAYAN_TROUBLE_NOT_A_FILE,    /* a pipe, a device, a socket */
  BAYAN_TROUBLE_PERMISSION,    /* it may not be read */
  BAYAN_TROUBLE_READ,          /* reading failed half way */
  BAYAN_TROUBLE_TOO_MANY_HELD, /* so many files wait for a look that no more can be kept */
  BAYAN_TROUBLE_FILE_DAMAGED,  /* a document, mail or archive that is cut off or no such thing */
  BAYAN_TROUBLE_ENCRYPTED,
  BAYAN_TROUBLE_EXPANDS,       /* more in it than can be unpacked safely */
  BAYAN_TROUBLE_TOO_MANY,      /* more members than are read */
  BAYAN_TROUBLE_TOO_MANY_PAGES,
  BAYAN_TROUBLE_TOO_DEEP,      /* archives in archives */
  BAYAN_TROUBLE_NO_TEXT,       /* pictures only, or an archive of them */
  BAYAN_TROUBLE_TIMEOUT,
  BAYAN_TROUBLE_CRASHED,       /* whoever read it broke down */
  BAYAN_TROUBLE_NO_READER,     /* the program that reads foreign formats is missing */
  BAYAN_TROUBLE_ROW,           /* of a table, that does not fit it or has no text */
  BAYAN_TROUBLE_NOT_EDITABLE,  /* words that cannot be written anew in one piece */
  BAYAN_TROUBLE_NO_STATEMENTS, /* a folder with nothing to read in it */
  /* A library */
  BAYAN_TROUBLE_NO_LIBRARY,    /* none is open */
  BAYAN_TROUBLE_NOT_LIBRARY,   /* the file is something else */
  BAYAN_TROUBLE_DAMAGED,
  BAYAN_TROUBLE_NEWER,         /* written by a newer Bayan */
  BAYAN_TROUBLE_READ_ONLY,
  BAYAN_TROUBLE_DISK_FULL,
  BAYAN_TROUBLE_BUSY,          /* another program holds it */
} BayanTrouble;

/* The desk's own errors. */
#define BAYAN_DESK_ERROR (bayan_desk_error_quark ())
typedef enum {
  BAYAN_DESK_ERROR_NO_LIBRARY, /* nothing can be kept: no library is open */
  BAYAN_DESK_ERROR_TOO_MANY_HELD, /* too many files wait for the analyst */
} BayanDeskError;
GQuark bayan_desk_error_quark (void);

BayanTrouble bayan_trouble_of (const GError *error);
const char *bayan_trouble_get_found (const GError *error);
guint64 bayan_trouble_get_byte (const GError *error);

G_END_DECLS
