/* Shared by the files of this folder only. */
#ifndef TS_PRIVATE_H
#define TS_PRIVATE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <termios.h>

bool ts_open_pipes(void);
bool ts_catch_signals(const struct termios *saved, bool paste, bool title);
void ts_release_signals(void);
void ts_stop_group(void);

FILE *ts_open_output(void);
bool ts_gather(void);  /* from here curses writes to memory; */
void ts_release(void); /* from here to the terminal, which gets what was gathered */
void ts_send(const char *bytes); /* at once; safe in a signal handler */
void ts_send_bytes(const char *bytes, size_t left);

#endif
