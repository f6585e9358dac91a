/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shapes that Arabic letters have within a word, as old programs and PDF files write them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *bayan_presentation_form (gunichar character);

G_END_DECLS
