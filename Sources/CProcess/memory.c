#include "include/CProcess.h"

#include <stdlib.h> /* says whether this is glibc */
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

void cp_stay_small(void) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TRIM_THRESHOLD, 128 * 1024); /* bytes free at the top of the heap */
  mallopt(M_MMAP_THRESHOLD, 64 * 1024);  /* larger blocks go back as they are freed */
#endif
}

void cp_forbid_core_dumps(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
  prctl(PR_SET_DUMPABLE, 0);
#endif
}
