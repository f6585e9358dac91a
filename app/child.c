/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bayan-extract: reads foreign formats for Bayan, in a process that may be killed. Its socket is descriptor 3; it is
 * started by Bayan and by nobody else. */
#include <glib.h>
#include <locale.h>
#include <poll.h>
#include <sys/socket.h>

#include "bayan-sandbox.h"
#include "bayan-serve.h"

#define SOCKET 3

int
main (int argc, char *argv[])
{
  int type;
  socklen_t size = sizeof type;
  struct pollfd parent = { SOCKET, POLLHUP, 0 };

  if (getsockopt (SOCKET, SOL_SOCKET, SO_TYPE, &type, &size) != 0)
    {
      g_printerr ("bayan-extract: this program is started by Bayan\n");
      return 2;
    }
  setlocale (LC_CTYPE, "C.UTF-8");
  bayan_sandbox_enter ();
  /* The parent may have ended before the child could ask to be ended with it. */
  if (poll (&parent, 1, 0) > 0 && (parent.revents & POLLHUP) != 0)
    return 0;
  while (bayan_serve (SOCKET))
    continue;
  return 0;
}
