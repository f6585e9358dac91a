/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-frame.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct {
  guint32 kind;
  guint32 reserved; /* 0 */
  guint64 size_bytes;
} Head;

typedef struct {
  guint32 verb;
  guint32 kind;
} Request;

/* Room for one descriptor beside the bytes of a message. */
typedef union {
  char bytes[CMSG_SPACE (sizeof (int))];
  struct cmsghdr align;
} Control;

static gboolean
send_all (int descriptor, const void *data, gsize size_bytes)
{
  const char *at = data;

  while (size_bytes > 0)
    {
      gssize sent = send (descriptor, at, size_bytes, MSG_NOSIGNAL);

      if (sent < 0 && errno == EINTR)
        continue;
      if (sent <= 0)
        return FALSE;
      at += sent;
      size_bytes -= (gsize) sent;
    }
  return TRUE;
}

static gboolean
receive_all (int descriptor, void *data, gsize size_bytes, BayanFrameWait wait, gpointer wait_data)
{
  char *at = data;

  while (size_bytes > 0)
    {
      gssize taken;

      if (wait != NULL && !wait (descriptor, wait_data))
        return FALSE;
      taken = recv (descriptor, at, size_bytes, 0);
      if (taken < 0 && errno == EINTR)
        continue;
      if (taken <= 0)
        return FALSE;
      at += taken;
      size_bytes -= (gsize) taken;
    }
  return TRUE;
}

/**
 * bayan_frame_send:
 *
 * Blocks until the other end has room.
 *
 * Returns: FALSE if the other end is gone
 */
gboolean
bayan_frame_send (int descriptor, BayanFrameKind kind, const void *data, gsize size_bytes)
{
  Head head = { kind, 0, size_bytes };

  return send_all (descriptor, &head, sizeof head) && send_all (descriptor, data, size_bytes);
}

/**
 * bayan_frame_send_variant:
 * @variant: sunk
 *
 * Returns: FALSE if the other end is gone
 */
gboolean
bayan_frame_send_variant (int descriptor, BayanFrameKind kind, GVariant *variant)
{
  g_autoptr (GVariant) own = g_variant_ref_sink (variant);

  return bayan_frame_send (descriptor, kind, g_variant_get_data (own), g_variant_get_size (own));
}

/**
 * bayan_frame_receive:
 * @kind: (out): what it is; not to be trusted
 * @wait: (nullable): called before each read
 *
 * Returns: (transfer full): the frame's bytes; or NULL if the other end is gone or makes no sense, or @wait gave up
 */
GBytes *
bayan_frame_receive (int descriptor, BayanFrameKind *kind, BayanFrameWait wait, gpointer data)
{
  Head head;
  char *bytes;

  if (!receive_all (descriptor, &head, sizeof head, wait, data) || head.size_bytes > BAYAN_FRAME_MAX_BYTES)
    return NULL;
  bytes = g_malloc (head.size_bytes);
  if (!receive_all (descriptor, bytes, head.size_bytes, wait, data))
    {
      g_free (bytes);
      return NULL;
    }
  *kind = head.kind;
  return g_bytes_new_take (bytes, head.size_bytes);
}

/**
 * bayan_frame_get_variant:
 * @type: what it should be
 *
 * Returns: (transfer full): what @frame holds, or the defaults of @type where it does not hold that
 */
GVariant *
bayan_frame_get_variant (GBytes *frame, const char *type)
{
  return g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), frame, FALSE));
}

/**
 * bayan_frame_send_request:
 * @kind: a BayanKind
 * @file: a descriptor that the child may read from; stays the caller's
 *
 * Returns: FALSE if the child is gone
 */
gboolean
bayan_frame_send_request (int descriptor, BayanVerb verb, guint32 kind, int file)
{
  Request request = { verb, kind };
  struct iovec vector = { &request, sizeof request };
  Control control = { { 0 } };
  struct msghdr message = {
    .msg_iov = &vector, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes
  };
  struct cmsghdr *beside = CMSG_FIRSTHDR (&message);
  gssize sent;

  beside->cmsg_level = SOL_SOCKET;
  beside->cmsg_type = SCM_RIGHTS;
  beside->cmsg_len = CMSG_LEN (sizeof (int));
  memcpy (CMSG_DATA (beside), &file, sizeof file);
  do
    sent = sendmsg (descriptor, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == sizeof request;
}

/**
 * bayan_frame_receive_request:
 *
 * Blocks until the parent asks for something.
 *
 * Returns: the descriptor of what to read, the caller's own; -1 if the parent is gone
 */
int
bayan_frame_receive_request (int descriptor, BayanVerb *verb, guint32 *kind)
{
  Request request;
  struct iovec vector = { &request, sizeof request };
  Control control;
  struct msghdr message = {
    .msg_iov = &vector, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes
  };
  const struct cmsghdr *beside;
  gssize taken;
  int file;

  do
    taken = recvmsg (descriptor, &message, MSG_CMSG_CLOEXEC);
  while (taken < 0 && errno == EINTR);
  beside = taken == sizeof request ? CMSG_FIRSTHDR (&message) : NULL;
  if (beside == NULL || beside->cmsg_type != SCM_RIGHTS)
    return -1;
  memcpy (&file, CMSG_DATA (beside), sizeof file);
  *verb = request.verb;
  *kind = request.kind;
  return file;
}
