#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "include/CTermShim.h"

static const int asynchronous[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGTSTP};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
enum { ASYNCHRONOUS = 6, FATAL = 6 };

static int signal_pipe[2] = {-1, -1};
static int notice_pipe[2] = {-1, -1};
static struct termios at_start;
static const char *restore = "";
static char emergency_stack[65536]; /* bytes: far more than the handler needs */

/* Leave the alternate screen, show the cursor, mouse and paste off, plain text. */
#define PLAIN "\033[?1l\033>\033[m"
#define MODERN "\033[?1049l\033[?25h\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l" PLAIN
#define TITLED MODERN "\033[23;2t"

static void remember(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  if (write(signal_pipe[1], &byte, 1) < 0) { /* full: as many are waiting already */ }
  errno = kept;
}

static void give_back(int number) {
  ts_send(restore);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &at_start);
  raise(number); /* pending until this returns; then the default action ends the process */
}

static bool open_pipe(int ends[2]) {
  if (ends[0] >= 0) return true;
  if (pipe(ends) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  }
  return true;
}

bool ts_open_pipes(void) { return open_pipe(signal_pipe) && open_pipe(notice_pipe); }

static void catch_with(void (*handler)(int), int number, int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

bool ts_catch_signals(const struct termios *saved, bool paste, bool title) {
  at_start = *saved;
  restore = title ? TITLED : paste ? MODERN : PLAIN;
  stack_t stack = {.ss_sp = emergency_stack, .ss_size = sizeof emergency_stack};
  if (sigaltstack(&stack, NULL) != 0) return false;
  for (int i = 0; i < ASYNCHRONOUS; i++) catch_with(remember, asynchronous[i], SA_RESTART);
  for (int i = 0; i < FATAL; i++) catch_with(give_back, fatal[i], SA_ONSTACK | SA_RESETHAND);
  return true;
}

void ts_release_signals(void) {
  for (int i = 0; i < ASYNCHRONOUS; i++) catch_with(SIG_DFL, asynchronous[i], 0);
  for (int i = 0; i < FATAL; i++) catch_with(SIG_DFL, fatal[i], 0);
}

void ts_stop_group(void) {
  catch_with(SIG_DFL, SIGTSTP, 0);
  kill(0, SIGTSTP);
  catch_with(remember, SIGTSTP, SA_RESTART);
}

static bool drain(int descriptor) {
  char bytes[64];
  bool any = false;
  while (read(descriptor, bytes, sizeof bytes) > 0) any = true;
  return any;
}

unsigned ts_wait(int milliseconds) {
  struct pollfd set[3] = {
      {STDIN_FILENO, POLLIN, 0}, {signal_pipe[0], POLLIN, 0}, {notice_pipe[0], POLLIN, 0}};
  unsigned ready = 0;
  /* A signal that interrupts has left a byte, so the second turn returns at once. */
  while (poll(set, 3, milliseconds) < 0)
    if (errno != EINTR) return 0;
  if (set[0].revents & POLLIN) ready |= TS_READY_INPUT;
  if (set[0].revents & (POLLHUP | POLLERR | POLLNVAL)) ready |= TS_HUNG_UP;
  if (set[1].revents & POLLIN) ready |= TS_READY_SIGNAL;
  if ((set[2].revents & POLLIN) && drain(notice_pipe[0])) ready |= TS_READY_NOTICE;
  return ready;
}

int ts_next_signal(void) {
  unsigned char byte = 0;
  return read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

void ts_notify(void) {
  if (notice_pipe[1] >= 0 && write(notice_pipe[1], "", 1) < 0) { /* full: it is awake already */ }
}
