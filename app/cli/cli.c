/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bayan-cli: the engine without a window, for batch work, scripts and measurement. */
#include "cli-common.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "bayan-config.h"

typedef struct {
  const char *name;
  int (*run) (char ***arguments);
  const char *usage;
} Command;

static const Command COMMANDS[] = {
  { "acts", bayan_cli_run_acts, N_ ("acts [--json] FILE…                 who says, does and pledges what") },
  { "annotate", bayan_cli_run_annotate,
    N_ ("annotate --output FOLDER FILE…     what is recognised, as brat stand-off files") },
  { "breakdown", bayan_cli_run_breakdown,
    N_ ("breakdown [--json] FILE…            how often each country and region is named") },
  { "explain", bayan_cli_run_explain,
    N_ ("explain --span START:END FILE        why nothing is suggested there") },
  { "export", bayan_cli_run_export,
    N_ ("export LIBRARY --output WHERE       statements and what is marked in them, for other programs") },
  { "import", bayan_cli_run_import, N_ ("import LIBRARY FILE…                add statements to a library") },
  { "persons", bayan_cli_run_persons,
    N_ ("persons [--json] FILE…              who is named, and who held which office") },
  { "search", bayan_cli_run_search,
    N_ ("search LIBRARY QUERY                statements in which words occur") },
};

static void
print_usage (void (*print) (const char *format, ...) G_GNUC_PRINTF (1, 2))
{
  print (_ ("Usage: bayan-cli COMMAND …\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    print ("  bayan-cli %s\n", _ (COMMANDS[i].usage));
  print (_ ("\nFILE may be a folder: the statements in it are read. “bayan-cli COMMAND --help” says more.\n"
            "Exit codes: 0 done, 1 some files failed (each is named), 2 wrong usage.\n"));
}

static int
run_command (char ***arguments)
{
  const char *name = (*arguments)[0];
  g_autofree char *program = g_strconcat ("bayan-cli ", name, NULL);

  g_set_prgname (program);
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (g_str_equal (name, COMMANDS[i].name))
      return COMMANDS[i].run (arguments);
  g_printerr (_ ("bayan-cli: there is no command “%s”\n"), name);
  print_usage (g_printerr);
  return BAYAN_CLI_USAGE;
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BAYAN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc < 2)
    {
      print_usage (g_printerr);
      return BAYAN_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_usage (g_print);
      return BAYAN_CLI_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("bayan-cli %s\n", BAYAN_VERSION);
      return BAYAN_CLI_DONE;
    }
  arguments = g_strdupv (argv + 1);
  return run_command (&arguments);
}
