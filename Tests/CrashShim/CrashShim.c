#define _GNU_SOURCE
#include "include/CrashShim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

/* Whether a path lies under the folder that counts. */
static int counts_path(const char *path) {
  const char *under = getenv("CRASH_UNDER");
  char here[4096];
  if (!under || !path) return 0;
  if (path[0] != '/') {
    if (!path[0] || !getcwd(here, sizeof here)) return 0;
    return strncmp(here, under, strlen(under)) == 0;
  }
  return strncmp(path, under, strlen(under)) == 0;
}

/* The path of an open file; empty when it has none. */
static const char *path_of(int descriptor) {
  static __thread char path[4096];
  char name[64];
  snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(name, path, sizeof path - 1);
  path[length < 0 ? 0 : length] = 0;
  return path;
}

static int counts_descriptor(int descriptor) {
  return counts_path(path_of(descriptor));
}

/* Counts a call; 1 when it is to fail, with errno set. */
static int before(int counts) {
  if (!counts) return 0;
  calls++;
  if (calls != number("CRASH_AT")) return 0;
  if (number("CRASH_ERROR")) {
    errno = (int)number("CRASH_ERROR");
    return 1;
  }
  if (!number("CRASH_AFTER")) _exit(99);
  return 0;
}

/* Writes down one operation for a disk that is made up later:
 * a letter, the path, two numbers, and as many bytes as the second says. */
static void record(char what, const char *path, long at, const void *bytes, long count) {
  const char *to = getenv("CRASH_RECORD");
  static FILE *log;
  if (!to || (what == 's' && number("CRASH_NO_SYNC"))) return;
  if (!log) log = fopen(to, "a");
  if (!log) return;
  fprintf(log, "%c %s\n%ld %ld\n", what, path, at, bytes ? count : 0);
  if (bytes) fwrite(bytes, 1, (size_t)count, log);
  fputc('\n', log);
  fflush(log);
}

static void after(int counts) {
  if (counts && calls == number("CRASH_AT") && number("CRASH_AFTER") && !number("CRASH_ERROR"))
    _exit(99);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("CRASH_COUNT");
  if (!path) return;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%ld", calls);
  fclose(file);
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define WRAP(type, name, parameters, arguments, counted, note, types) \
  type name parameters { \
    REAL(type, name, types); \
    int counts = counted; \
    if (before(counts)) return -1; \
    if (counts) note; \
    type result = real arguments; \
    int code = errno; \
    after(counts); \
    errno = code; \
    return result; \
  }
#define TYPES(...) __VA_ARGS__

WRAP(ssize_t, write, (int d, const void *b, size_t n), (d, b, n), counts_descriptor(d),
     record('w', path_of(d), lseek(d, 0, SEEK_CUR), b, (long)n),
     TYPES(int, const void *, size_t))
WRAP(ssize_t, pwrite, (int d, const void *b, size_t n, off_t o), (d, b, n, o),
     counts_descriptor(d), record('w', path_of(d), o, b, (long)n),
     TYPES(int, const void *, size_t, off_t))
WRAP(ssize_t, pwrite64, (int d, const void *b, size_t n, off64_t o), (d, b, n, o),
     counts_descriptor(d), record('w', path_of(d), o, b, (long)n),
     TYPES(int, const void *, size_t, off64_t))
WRAP(int, fsync, (int d), (d), counts_descriptor(d), record('s', path_of(d), 0, NULL, 0),
     TYPES(int))
WRAP(int, fdatasync, (int d), (d), counts_descriptor(d), record('s', path_of(d), 0, NULL, 0),
     TYPES(int))
WRAP(int, ftruncate, (int d, off_t n), (d, n), counts_descriptor(d),
     record('t', path_of(d), n, NULL, 0), TYPES(int, off_t))
WRAP(int, ftruncate64, (int d, off64_t n), (d, n), counts_descriptor(d),
     record('t', path_of(d), n, NULL, 0), TYPES(int, off64_t))
WRAP(int, unlink, (const char *p), (p), counts_path(p), record('u', p, 0, NULL, 0),
     TYPES(const char *))
WRAP(int, link, (const char *a, const char *b), (a, b), counts_path(b),
     record('l', b, 0, a, (long)strlen(a)), TYPES(const char *, const char *))
WRAP(int, rename, (const char *a, const char *b), (a, b), counts_path(b),
     record('r', b, 0, a, (long)strlen(a)), TYPES(const char *, const char *))
