/* One write a frame.
 *
 * ncurses 6.4 flushes after every cursor movement, so that a frame would reach
 * the terminal in pieces. Curses therefore writes to a descriptor of its own,
 * which stands on memory while a frame is made and on the terminal otherwise.
 * Where there is no memfd_create, frames go out in pieces.
 */
#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int curses_descriptor = -1;
static int memory = -1;
static char chunk[65536]; /* bytes: more than a frame on a large screen takes */

void ts_send_bytes(const char *bytes, size_t left) {
  while (left > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, left);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    bytes += sent;
    left -= (size_t)sent;
  }
}

void ts_send(const char *bytes) { ts_send_bytes(bytes, strlen(bytes)); }

FILE *ts_open_output(void) {
  curses_descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
#ifdef __linux__
  if (memory < 0) memory = memfd_create("frame", MFD_CLOEXEC);
#endif
  return curses_descriptor < 0 ? NULL : fdopen(curses_descriptor, "w");
}

static bool point_at(int target) {
#ifdef __linux__
  return dup3(target, curses_descriptor, O_CLOEXEC) >= 0;
#else
  return dup2(target, curses_descriptor) >= 0;
#endif
}

bool ts_gather(void) {
  if (memory < 0 || ftruncate(memory, 0) != 0) return false;
  return lseek(memory, 0, SEEK_SET) == 0 && point_at(memory);
}

void ts_release(void) {
  point_at(STDOUT_FILENO);
  ssize_t count = 0;
  for (off_t from = 0; (count = pread(memory, chunk, sizeof chunk, from)) > 0; from += count)
    ts_send_bytes(chunk, (size_t)count);
}
