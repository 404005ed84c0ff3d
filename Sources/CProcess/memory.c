#include "include/CProcess.h"

#include <stdlib.h> /* says whether this is glibc */
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
