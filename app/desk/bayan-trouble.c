/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-trouble.h"

#include <gio/gio.h>

#include "bayan-folder.h"
#include "bayan-ingest.h"
#include "bayan-library.h"

/* The name is not a subtraction. */
/* clang-format off */
G_DEFINE_QUARK (bayan-desk-error-quark, bayan_desk_error)
/* clang-format on */

typedef struct {
  int code;
  BayanTrouble trouble;
} Row;

static const Row INGEST[] = {
  { BAYAN_INGEST_ERROR_EMPTY, BAYAN_TROUBLE_EMPTY },
  { BAYAN_INGEST_ERROR_BLANK, BAYAN_TROUBLE_BLANK },
  { BAYAN_INGEST_ERROR_BINARY, BAYAN_TROUBLE_BINARY },
  { BAYAN_INGEST_ERROR_UNSUPPORTED, BAYAN_TROUBLE_UNSUPPORTED },
  { BAYAN_INGEST_ERROR_TOO_LARGE, BAYAN_TROUBLE_TOO_LARGE },
  { BAYAN_INGEST_ERROR_ENCODING, BAYAN_TROUBLE_ENCODING },
  { BAYAN_INGEST_ERROR_NOT_FOUND, BAYAN_TROUBLE_NOT_FOUND },
  { BAYAN_INGEST_ERROR_DIRECTORY, BAYAN_TROUBLE_NOT_A_FILE },
  { BAYAN_INGEST_ERROR_NOT_REGULAR, BAYAN_TROUBLE_NOT_A_FILE },
  { BAYAN_INGEST_ERROR_PERMISSION, BAYAN_TROUBLE_PERMISSION },
  { BAYAN_INGEST_ERROR_READ, BAYAN_TROUBLE_READ },
  { BAYAN_INGEST_ERROR_DAMAGED, BAYAN_TROUBLE_FILE_DAMAGED },
  { BAYAN_INGEST_ERROR_ENCRYPTED, BAYAN_TROUBLE_ENCRYPTED },
  { BAYAN_INGEST_ERROR_EXPANDS, BAYAN_TROUBLE_EXPANDS },
  { BAYAN_INGEST_ERROR_TOO_MANY, BAYAN_TROUBLE_TOO_MANY },
  { BAYAN_INGEST_ERROR_TOO_MANY_PAGES, BAYAN_TROUBLE_TOO_MANY_PAGES },
  { BAYAN_INGEST_ERROR_TOO_DEEP, BAYAN_TROUBLE_TOO_DEEP },
  { BAYAN_INGEST_ERROR_NO_TEXT, BAYAN_TROUBLE_NO_TEXT },
  { BAYAN_INGEST_ERROR_TIMEOUT, BAYAN_TROUBLE_TIMEOUT },
  { BAYAN_INGEST_ERROR_CRASHED, BAYAN_TROUBLE_CRASHED },
  { BAYAN_INGEST_ERROR_NO_READER, BAYAN_TROUBLE_NO_READER },
  { BAYAN_INGEST_ERROR_ROW, BAYAN_TROUBLE_ROW },
  { BAYAN_INGEST_ERROR_NOT_EDITABLE, BAYAN_TROUBLE_NOT_EDITABLE },
};

static const Row LIBRARY[] = {
  { BAYAN_LIBRARY_ERROR_NOT_LIBRARY, BAYAN_TROUBLE_NOT_LIBRARY },
  { BAYAN_LIBRARY_ERROR_DAMAGED, BAYAN_TROUBLE_DAMAGED },
  { BAYAN_LIBRARY_ERROR_NEWER, BAYAN_TROUBLE_NEWER },
  { BAYAN_LIBRARY_ERROR_READ_ONLY, BAYAN_TROUBLE_READ_ONLY },
  { BAYAN_LIBRARY_ERROR_FULL, BAYAN_TROUBLE_DISK_FULL },
  { BAYAN_LIBRARY_ERROR_BUSY, BAYAN_TROUBLE_BUSY },
};

static const Row FILES[] = {
  { G_IO_ERROR_NOT_FOUND, BAYAN_TROUBLE_NOT_FOUND },
  { G_IO_ERROR_PERMISSION_DENIED, BAYAN_TROUBLE_PERMISSION },
  { G_IO_ERROR_NO_SPACE, BAYAN_TROUBLE_DISK_FULL },
  { G_IO_ERROR_READ_ONLY, BAYAN_TROUBLE_READ_ONLY },
  { G_IO_ERROR_FAILED, BAYAN_TROUBLE_READ },
};

static const Row DESK[] = {
  { BAYAN_DESK_ERROR_NO_LIBRARY, BAYAN_TROUBLE_NO_LIBRARY },
  { BAYAN_DESK_ERROR_TOO_MANY_HELD, BAYAN_TROUBLE_TOO_MANY_HELD },
};

static BayanTrouble
find_row (const Row *rows, gsize n_rows, int code)
{
  for (gsize i = 0; i < n_rows; i++)
    if (rows[i].code == code)
      return rows[i].trouble;
  return BAYAN_TROUBLE_OTHER;
}

/**
 * bayan_trouble_of:
 * @error: (nullable): from any call or signal of this room
 *
 * Returns: what it is
 */
BayanTrouble
bayan_trouble_of (const GError *error)
{
  if (error == NULL)
    return BAYAN_TROUBLE_OTHER;
  if (error->domain == BAYAN_INGEST_ERROR)
    return find_row (INGEST, G_N_ELEMENTS (INGEST), error->code);
  if (error->domain == BAYAN_LIBRARY_ERROR)
    return find_row (LIBRARY, G_N_ELEMENTS (LIBRARY), error->code);
  if (error->domain == G_IO_ERROR)
    return find_row (FILES, G_N_ELEMENTS (FILES), error->code);
  if (error->domain == BAYAN_FOLDER_ERROR)
    return BAYAN_TROUBLE_NO_STATEMENTS;
  if (error->domain == BAYAN_DESK_ERROR)
    return find_row (DESK, G_N_ELEMENTS (DESK), error->code);
  return BAYAN_TROUBLE_OTHER;
}

/**
 * bayan_trouble_get_found:
 *
 * Returns: (nullable): the format of an unsupported source ("PDF"), where it is known
 */
const char *
bayan_trouble_get_found (const GError *error)
{
  return error->domain == BAYAN_INGEST_ERROR ? bayan_ingest_error_get_found (error) : NULL;
}

/**
 * bayan_trouble_get_byte:
 *
 * Returns: the byte of the source that decided, where one did; else 0
 */
guint64
bayan_trouble_get_byte (const GError *error)
{
  return error->domain == BAYAN_INGEST_ERROR ? bayan_ingest_error_get_byte (error) : 0;
}
