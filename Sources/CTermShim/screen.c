#include "private.h"

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "include/CTermShim.h"

enum { PASTE_START = KEY_MAX - 2, PASTE_END = KEY_MAX - 1 };

static SCREEN *screen;
static FILE *output;
static WINDOW *keyboard; /* a pad: reading from a window would paint it */
static struct termios saved;
static bool sends_paste, sends_title, is_away, reports_mouse;
static bool is_fresh; /* the next frame also sets the terminal's modes */
static char own_title[256];

static const char *environment_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "";
}

static bool speaks_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool ts_choose_locale(void) {
  setlocale(LC_CTYPE, "");
  if (speaks_utf8()) return true;
  /* Nothing chosen, or UTF-8 chosen under a name that isn't installed. */
  const char *chosen = environment_locale();
  bool fall_back = !*chosen || strcasestr(chosen, "utf-8") || strcasestr(chosen, "utf8");
  if (fall_back) setlocale(LC_CTYPE, "C.UTF-8");
  return speaks_utf8();
}

static ts_result check_description(void) {
  int status = 0;
  const char *name = getenv("TERM");
  if (!name || !*name) return TS_UNKNOWN_TERMINAL;
  if (setupterm(NULL, STDOUT_FILENO, &status) != OK) return TS_UNKNOWN_TERMINAL;
  const char *move = tigetstr("cup");
  bool can_move = move && move != (char *)-1;
  del_curterm(cur_term);
  return can_move ? TS_OPENED : TS_TOO_PLAIN;
}

static void send_mouse(void) { ts_send(reports_mouse ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l"); }

static void enter_modes(void) {
  if (sends_paste) ts_send("\033[?2004h");
  if (reports_mouse) send_mouse();
  if (!sends_title) return;
  ts_send("\033[22;2t\033]2;");
  ts_send(own_title);
  ts_send("\033\\");
}

static void leave_modes(void) {
  if (reports_mouse) ts_send("\033[?1006l\033[?1000l");
  if (sends_paste) ts_send("\033[?2004l");
  if (sends_title) ts_send("\033[23;2t");
}

static void set_up_input(void) {
  raw();
  noecho();
  nonl();
  keyboard = newpad(1, 1);
  keypad(keyboard, TRUE);
  nodelay(keyboard, TRUE);
  if (!getenv("ESCDELAY")) set_escdelay(25); /* milliseconds */
  define_key("\033[200~", PASTE_START);
  define_key("\033[201~", PASTE_END);
}

ts_result ts_open(bool paste, bool title, const char *text) {
  if (screen) return TS_ALREADY_OPEN;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return TS_NOT_A_TERMINAL;
  ts_result described = check_description();
  if (described != TS_OPENED) return described;
  if (!ts_open_pipes() || tcgetattr(STDIN_FILENO, &saved) != 0) return TS_NO_RESOURCES;
  use_env(FALSE); /* a stale LINES must not beat the kernel */
  use_tioctl(TRUE);
  output = ts_open_output();
  screen = output ? newterm(NULL, output, stdin) : NULL;
  if (!screen) return TS_NO_RESOURCES;
  sends_paste = paste;
  sends_title = title;
  is_away = reports_mouse = false;
  is_fresh = true;
  set_up_input();
  snprintf(own_title, sizeof own_title, "%s", text);
  enter_modes();
  ts_catch_signals(&saved, paste, title);
  return TS_OPENED;
}

void ts_leave(void) {
  if (!screen || is_away) return;
  is_away = true;
  leave_modes();
  curs_set(1);
  endwin();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &saved);
}

void ts_return(void) {
  if (!screen) return;
  /* Continued after an unannounced stop: say goodbye first, so that curses starts over. */
  ts_leave();
  is_away = false;
  is_fresh = true;
  reset_prog_mode(); /* first: in the background this stops the process until fg */
  enter_modes();
  clearok(curscr, TRUE);
}

void ts_stop(void) {
  ts_leave();
  ts_stop_group();
  ts_return();
}

void ts_close(void) {
  if (!screen) return;
  ts_leave();
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved);
  ts_release_signals();
  delwin(keyboard);
  delscreen(screen);
  fclose(output);
  keyboard = NULL;
  screen = NULL;
}

int ts_start_colors(void) {
  if (!has_colors() || start_color() != OK || use_default_colors() != OK) return 0;
  return COLORS;
}

void ts_define_pair(short pair, short foreground) { init_pair(pair, foreground, -1); }

ts_size ts_measure(void) {
  struct winsize window;
  bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_row && window.ws_col;
  if (known && (window.ws_row != LINES || window.ws_col != COLS)) {
    resizeterm(window.ws_row, window.ws_col);
    clearok(curscr, TRUE); /* the terminal may have moved what it had */
  }
  return (ts_size){LINES, COLS};
}

void ts_begin(void) { werase(stdscr); }

void ts_put(int row, int column, const uint32_t *scalars, int count, unsigned weight, short pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t attributes = A_NORMAL;
  cchar_t cell;
  for (int i = 0; i < count && i < CCHARW_MAX; i++) text[i] = (wchar_t)scalars[i];
  if (weight & TS_BOLD) attributes |= A_BOLD;
  if (weight & TS_DIM) attributes |= A_DIM;
  if (weight & TS_REVERSE) attributes |= A_REVERSE;
  if (weight & TS_UNDERLINE) attributes |= A_UNDERLINE;
  if (setcchar(&cell, text, attributes, pair, NULL) == OK) mvadd_wch(row, column, &cell);
}

int ts_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void ts_finish(int row, int column) {
  bool gathers = !is_fresh && ts_gather();
  is_fresh = false;
  if (row >= 0) move(row, column);
  curs_set(row >= 0 ? 1 : 0);
  wnoutrefresh(stdscr);
  doupdate();
  if (gathers) ts_release();
}

void ts_set_mouse(bool on) {
  if (!screen || on == reports_mouse) return;
  reports_mouse = on;
  send_mouse();
}

void ts_copy(const char *base64) {
  if (!screen) return;
  ts_send("\033]52;c;");
  ts_send(base64);
  ts_send("\a");
}

void ts_repaint(void) { clearok(curscr, TRUE); }

static int named(int code) {
  static const struct { int code, name; } table[] = {
      {KEY_UP, TS_UP}, {KEY_SR, TS_UP}, {KEY_DOWN, TS_DOWN}, {KEY_SF, TS_DOWN},
      {KEY_LEFT, TS_LEFT}, {KEY_SLEFT, TS_LEFT}, {KEY_RIGHT, TS_RIGHT}, {KEY_SRIGHT, TS_RIGHT},
      {KEY_PPAGE, TS_PAGE_UP}, {KEY_SPREVIOUS, TS_PAGE_UP}, {KEY_NPAGE, TS_PAGE_DOWN},
      {KEY_SNEXT, TS_PAGE_DOWN}, {KEY_HOME, TS_HOME}, {KEY_FIND, TS_HOME}, {KEY_SHOME, TS_HOME},
      {KEY_END, TS_END}, {KEY_SELECT, TS_END}, {KEY_SEND, TS_END}, {KEY_LL, TS_END},
      {KEY_BACKSPACE, TS_BACKSPACE}, {KEY_DC, TS_DELETE}, {KEY_SDC, TS_DELETE},
      {KEY_ENTER, TS_ENTER}, {KEY_BTAB, TS_BACK_TAB}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (table[i].code == code) return table[i].name;
  if (code > KEY_F0 && code <= KEY_F(63)) return TS_FUNCTION + (code - KEY_F0);
  return TS_UNNAMED;
}

ts_input ts_read(void) {
  int code = screen ? wgetch(keyboard) : ERR;
  if (code == ERR) return (ts_input){TS_NOTHING, 0};
  if (code < KEY_MIN) return (ts_input){TS_BYTE, code & 0xFF};
  if (code == PASTE_START) return (ts_input){TS_PASTE_START, 0};
  if (code == PASTE_END) return (ts_input){TS_PASTE_END, 0};
  return (ts_input){TS_KEY, named(code)};
}
