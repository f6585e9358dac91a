/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-sandbox.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>

#define MAX_FILES 64

/* The sanitizers reserve terabytes of addresses. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LIMITS_MEMORY FALSE
#else
#define LIMITS_MEMORY TRUE
#endif

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static void
limit (__rlimit_resource_t resource, rlim_t most)
{
  struct rlimit limits;

  if (getrlimit (resource, &limits) != 0)
    return;
  limits.rlim_cur = MIN (most, limits.rlim_max);
  limits.rlim_max = limits.rlim_cur;
  setrlimit (resource, &limits);
}

/* No network, no other program, no look into other processes. Where the kernel has no such filters the rest holds. */
static void
refuse_calls (void)
{
#ifdef ARCHITECTURE
#define REFUSE(call)                                                                                         \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1),                                                   \
      BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (EACCES & SECCOMP_RET_DATA))
  struct sock_filter filter[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, arch)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    REFUSE (socket),
    REFUSE (connect),
    REFUSE (bind),
    REFUSE (execve),
    REFUSE (execveat),
    REFUSE (ptrace),
    REFUSE (process_vm_readv),
    REFUSE (process_vm_writev),
    REFUSE (unlinkat),
    REFUSE (renameat2),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { G_N_ELEMENTS (filter), filter };

  prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#endif
}

/**
 * bayan_sandbox_enter:
 *
 * Ends with the parent, writes no file, dumps no core, takes no more memory than a document needs, and reaches no
 * network. Each as far as the system allows.
 */
void
bayan_sandbox_enter (void)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  /* Writing fails, then, and does not end the process: fontconfig may want to keep what it found. */
  signal (SIGXFSZ, SIG_IGN);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_NOFILE, MAX_FILES);
  if (LIMITS_MEMORY)
    limit (RLIMIT_AS, BAYAN_SANDBOX_MAX_MEMORY_BYTES);
  refuse_calls ();
}

/**
 * bayan_sandbox_allow_seconds:
 *
 * Of the processor's time from now on; the process is ended when they are used up. The parent's clock is the limit
 * meant; this one holds should the parent be gone.
 */
void
bayan_sandbox_allow_seconds (guint seconds)
{
  struct rlimit limits;

  if (getrlimit (RLIMIT_CPU, &limits) != 0)
    return;
  limits.rlim_cur = MIN ((rlim_t) (clock () / CLOCKS_PER_SEC) + seconds + 1, limits.rlim_max);
  setrlimit (RLIMIT_CPU, &limits);
}
