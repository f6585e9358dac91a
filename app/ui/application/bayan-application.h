/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: one desk, one window, the command line, and what is said of Bayan itself. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_APPLICATION (bayan_application_get_type ())
G_DECLARE_FINAL_TYPE (BayanApplication, bayan_application, BAYAN, APPLICATION, AdwApplication)

BayanApplication *bayan_application_new (void);

G_END_DECLS
