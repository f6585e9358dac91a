/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What "bayan-cli persons" writes of one statement. */
#pragma once

#include <json-glib/json-glib.h>

#include "bayan-office-book.h"
#include "bayan-recognition.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

JsonObject *bayan_cli_describe_persons (const BayanOfficeBook *book, const BayanStatement *statement,
                                        const BayanRecognition *recognition);

G_END_DECLS
