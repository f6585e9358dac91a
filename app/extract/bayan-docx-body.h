/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of one part of a DOCX file: its body, a header, its notes. Private to the room. */
#pragma once

#include "bayan-docx-styles.h"
#include "bayan-office-text.h"
#include "bayan-xml.h"

G_BEGIN_DECLS

BayanXmlResult bayan_docx_body_read (GBytes *bytes, BayanDocxStyles *styles, BayanOfficeText *text, GError **error);

G_END_DECLS
