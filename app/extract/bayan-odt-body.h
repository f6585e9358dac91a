/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of one part of an OpenDocument text. Private to the room. */
#pragma once

#include "bayan-office-text.h"
#include "bayan-xml.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_ODT_HEADERS,
  BAYAN_ODT_BODY,
  BAYAN_ODT_FOOTERS,
} BayanOdtPart;

BayanXmlResult bayan_odt_body_read (GBytes *bytes, BayanOdtPart part, BayanOfficeText *text, GError **error);

G_END_DECLS
