// The thread sanitizer sees the atomics by which Swift's Mutex is taken at once, for they are compiled
// into Heed; those by which it is waited for lie in a library that is not instrumented. So it takes two
// threads that queued for a lock for a race. These two stand in front of the library's and say what a
// lock that was waited for orders.

#if __has_feature(thread_sanitizer)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

// Source: compiler-rt, "tsan_interface.h".
void __tsan_acquire(void *address);
void __tsan_release(void *address);

SWIFT void heed_lock_slow(uint32_t thread, SELF void *mutex) __asm__(LOCK);
SWIFT void heed_unlock_slow(SELF void *mutex) __asm__(UNLOCK);

SWIFT void heed_lock_slow(uint32_t thread, SELF void *mutex) {
  SWIFT void (*lock)(uint32_t, SELF void *) = dlsym(RTLD_NEXT, LOCK);
  lock(thread, mutex);
  __tsan_acquire(mutex);
}

SWIFT void heed_unlock_slow(SELF void *mutex) {
  SWIFT void (*unlock)(SELF void *) = dlsym(RTLD_NEXT, UNLOCK);
  __tsan_release(mutex);
  unlock(mutex);
}
#endif
