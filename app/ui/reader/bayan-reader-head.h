/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the reader: what the statement says of itself, and how it is shown. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_READER_HEAD (bayan_reader_head_get_type ())
G_DECLARE_FINAL_TYPE (BayanReaderHead, bayan_reader_head, BAYAN, READER_HEAD, AdwBin)

void bayan_reader_head_show (BayanReaderHead *self, BayanDesk *desk); /* the desk's reading */
void bayan_reader_head_open_details (BayanReaderHead *self);
void bayan_reader_head_open_acts (BayanReaderHead *self);

void bayan_reader_head_show_standing (BayanReaderHead *self);

G_END_DECLS
