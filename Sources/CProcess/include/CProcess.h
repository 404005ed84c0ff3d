/* What the C library can do for a process and Swift's overlay does not show. */
#ifndef CPROCESS_H
#define CPROCESS_H

/* Keeps one heap for all threads and gives freed memory back to the system,
 * so that a long sitting stays as small as what it shows. A little slower
 * where several threads allocate at once; nothing where it is not glibc. */
void cp_stay_small(void);

/* From here on no core file is written, and no other process of this account
 * may look into this one. */
void cp_forbid_core_dumps(void);

/* Leaves every signal that comes from outside to the other threads; those of
 * this thread's own faults still reach their handlers. */
void cp_refuse_signals(void);

#endif
