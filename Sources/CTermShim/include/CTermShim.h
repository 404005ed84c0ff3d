/* ncurses, its macros and every signal, behind a small typed API.
 *
 * One terminal a process, used from one thread; ts_notify alone may be called
 * from any thread.
 */
#ifndef CTERMSHIM_H
#define CTERMSHIM_H

#include <stdbool.h>
#include <stdint.h>

typedef enum ts_result {
  TS_OPENED,
  TS_NOT_A_TERMINAL,
  TS_UNKNOWN_TERMINAL, /* no description of $TERM */
  TS_TOO_PLAIN,        /* described, but cannot place its cursor: dumb */
  TS_NO_RESOURCES,     /* no pipe, or curses refused */
  TS_ALREADY_OPEN
} ts_result;

/* Takes the terminal: raw mode, alternate screen, paste mode, title, signals.
 * `paste`, `title`: send those sequences. `text` is the title, already safe. */
ts_result ts_open(bool paste, bool title, const char *text);
/* Gives the terminal back and throws typed-ahead input away. */
void ts_close(void);
/* Gives it back for a while, and takes it again with everything repainted. */
void ts_leave(void);
void ts_return(void);
/* Stops the process group as Ctrl-Z does; returns when continued. */
void ts_stop(void);
/* Chooses the character set from the environment; true if it is UTF-8. */
bool ts_choose_locale(void);

/* Starts colours; how many there are, 0 if none. */
int ts_start_colors(void);
void ts_define_pair(short pair, short foreground);

enum { TS_BOLD = 1, TS_DIM = 2, TS_REVERSE = 4, TS_UNDERLINE = 8 };

/* The size after asking the kernel; curses is told when it differs. */
typedef struct ts_size { int rows, cols; } ts_size;
ts_size ts_measure(void);
void ts_begin(void); /* an empty screen to draw on */
void ts_put(int row, int column, const uint32_t *scalars, int count, unsigned weight, short pair);
int ts_width(uint32_t scalar); /* as the C library counts: -1, 0, 1 or 2 */
/* Sends what changed in one write; the cursor is hidden when row < 0. */
void ts_finish(int row, int column);
void ts_repaint(void);

/* Reports presses and the wheel as `ESC [ < …` (SGR 1006); off at first. */
void ts_set_mouse(bool on);
/* Hands text in base64 to the terminal's clipboard (OSC 52). */
void ts_copy(const char *base64);

typedef enum ts_input_kind {
  TS_NOTHING, TS_BYTE, TS_KEY, TS_PASTE_START, TS_PASTE_END
} ts_input_kind;
typedef enum ts_named_key {
  TS_UNNAMED, TS_UP, TS_DOWN, TS_LEFT, TS_RIGHT, TS_PAGE_UP, TS_PAGE_DOWN,
  TS_HOME, TS_END, TS_BACKSPACE, TS_DELETE, TS_ENTER, TS_BACK_TAB,
  TS_FUNCTION /* TS_FUNCTION + n is Fn */
} ts_named_key;
typedef struct ts_input { ts_input_kind kind; int value; } ts_input;
ts_input ts_read(void); /* never waits, but 25 ms for what follows an Esc */

enum { TS_READY_INPUT = 1, TS_READY_SIGNAL = 2, TS_READY_NOTICE = 4, TS_HUNG_UP = 8 };
unsigned ts_wait(int milliseconds); /* -1 sleeps for ever; 0 on time-out */
int ts_next_signal(void);           /* 0 if there is none */
void ts_notify(void);               /* wakes ts_wait, from any thread */

#endif
