/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-config.h"

#include <libintl.h>
#include <locale.h>

#include "bayan-application.h"
#include "bayan-language.h"
#include "bayan-paths.h"

static void
prepare_language (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, bayan_paths_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  bayan_language_prepare ();
}

int
main (int argc, char **argv)
{
  g_autoptr (BayanApplication) application = NULL;

  bayan_paths_prepare ();
  prepare_language ();
  application = bayan_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
