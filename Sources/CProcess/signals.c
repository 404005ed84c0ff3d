#include "include/CProcess.h"

#include <pthread.h>
#include <signal.h>

void cp_refuse_signals(void) {
  static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
  sigset_t every;
  sigfillset(&every);
  for (unsigned index = 0; index < sizeof faults / sizeof *faults; index++)
    sigdelset(&every, faults[index]);
  pthread_sigmask(SIG_BLOCK, &every, NULL);
}
