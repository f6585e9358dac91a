/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What statements can be written as for other programs. */
#pragma once

typedef enum {
  BAYAN_EXPORT_BRAT,      /* a folder: NAME.txt with the clean text, NAME.ann, and annotation.conf */
  BAYAN_EXPORT_MENTIONS,  /* a file: one line of a CSV table a mention */
  BAYAN_EXPORT_CODE_BOOK, /* a file: the labels as JSON */
  BAYAN_EXPORT_N_FORMATS
} BayanExportFormat;
