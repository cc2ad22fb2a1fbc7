/* term.c - the terminal: taken over, given back on every way out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals set flags and write one byte to a pipe that the wait watches.
 */
#include "ui/term.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/path.h"
#include "ui/crash.h"
#include "ui/curses.h"
#include "ui/keymap.h"
#include "ui/term_keys.h"
#include "ui/ui.h"

#define PASTE_ON	"\033[?2004h"
#define PASTE_OFF	TERM_PASTE_OFF

static volatile sig_atomic_t caught;	/* TERM_... */
static int wake[2] = {-1, -1};		/* pipe: a signal came */
static struct termios before;		/* the terminal as it was */
static bool is_open, is_script, has_before;
static SCREEN *screen;
static FILE *nowhere_out, *nowhere_in;

static void
on_signal(int sig)
{
	int saved = errno;
	char c = 0;

	if (sig == SIGWINCH)
		caught |= TERM_RESIZE;
	else if (sig == SIGINT)
		caught |= TERM_BREAK;
	else if (sig == SIGTSTP)
		caught |= TERM_STOP;
	else
		caught |= TERM_HANGUP;
	if (write(wake[1], &c, 1) < 0)
		c = 1;			/* the pipe is full: it will wake */
	errno = saved;
}

static volatile sig_atomic_t continued;	/* a stop has ended */

static void
on_continue(int sig)
{
	continued = sig;
}

static void
catch(int sig, void (*fn)(int))
{
	struct sigaction sa = {.sa_handler = fn};

	sigfillset(&sa.sa_mask);	/* one handler at a time sets CAUGHT */
	sigaction(sig, &sa, NULL);
}

static void
catch_all(void)
{
	static const int plain[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT,
	    SIGTSTP};
	size_t i;

	for (i = 0; i < sizeof plain / sizeof plain[0]; i++)
		catch(plain[i], on_signal);
	catch(SIGPIPE, SIG_IGN);
	crash_watch(has_before ? &before : NULL);
}

static void
send(const char *s)
{
	size_t n = strlen(s), done = 0;
	ssize_t k;

	while (done < n) {
		k = write(STDOUT_FILENO, s + done, n - done);
		if (k < 0 && errno != EINTR && errno != EAGAIN)
			return;
		if (k > 0)
			done += (size_t)k;
	}
}

static bool
report_size(int *rows, int *cols)
{
	struct winsize ws;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) != 0 || !ws.ws_row ||
	    !ws.ws_col)
		return false;
	*rows = ws.ws_row;
	*cols = ws.ws_col;
	return true;
}

void
term_size(int *rows, int *cols)
{
	if (is_script) {
		*rows = LINES;
		*cols = COLS;
	} else if (!report_size(rows, cols)) {
		*rows = 24;
		*cols = 80;
	}
	if (*rows > 500)
		*rows = 500;
	if (*cols > 1000)
		*cols = 1000;
}

void
term_resize(int rows, int cols)
{
	resizeterm(rows, cols);
}

/* What it writes to its terminal goes to the file "terminal" of its folder. */
static enum status
open_script(const struct ui_opts *o, struct err *e)
{
	char *path = path_join(o->out ? o->out : "/dev", o->out ? "terminal" :
	    "null");
	enum status st = ST_OK;

	nowhere_out = fopen(path, "w");
	nowhere_in = fopen("/dev/null", "r");
	if (!nowhere_out || !nowhere_in)
		st = err_errno(e, "cannot open %s",
		    nowhere_out ? "/dev/null" : path);
	free(path);
	if (st)
		return st;
	screen = newterm(o->mono ? "vt220" : "xterm-256color", nowhere_out,
	    nowhere_in);
	if (!screen)
		return err_set(e, ST_IO, "There is no description of a "
		    "terminal to draw the script's screens on.");
	set_term(screen);
	return ST_OK;
}

static enum status
open_real(struct err *e)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(e, ST_IO, "The full-screen program needs a "
		    "terminal; caseload agenda prints what is due.");
	if (tcgetattr(STDIN_FILENO, &before) == 0)
		has_before = true;
	screen = newterm(NULL, stdout, stdin);
	if (!screen)
		return err_set(e, ST_IO, "This terminal (TERM=%s) is not "
		    "known here; try TERM=xterm, or --plain.",
		    getenv("TERM") ? getenv("TERM") : "");
	set_term(screen);
	return ST_OK;
}

enum status
term_open(const struct ui_opts *o, const struct options *opt, struct err *e)
{
	enum status st;
	int rows, cols;

	is_script = o->script != NULL;
	caught = 0;
	st = is_script ? open_script(o, e) : open_real(e);
	if (st)
		return st;
	is_open = true;
	if (pipe(wake) == 0) {
		fcntl(wake[0], F_SETFL, O_NONBLOCK);
		fcntl(wake[1], F_SETFL, O_NONBLOCK);
		fcntl(wake[0], F_SETFD, FD_CLOEXEC);
		fcntl(wake[1], F_SETFD, FD_CLOEXEC);
	}
	raw();
	noecho();
	nonl();
	keys_init(opt);
	if (!is_script) {
		term_size(&rows, &cols);
		if (rows != LINES || cols != COLS)
			resizeterm(rows, cols);
		catch_all();
		if (!getenv("TERM") || strcmp(getenv("TERM"), "dumb") != 0)
			send(PASTE_ON);
	} else {
		resizeterm(o->rows ? o->rows : 24, o->cols ? o->cols : 80);
	}
	return ST_OK;
}

void
term_close(void)
{
	if (!is_open)
		return;
	is_open = false;
	mem_on_failure(NULL, NULL);
	keys_free();
	if (!is_script)
		send(PASTE_OFF);
	endwin();
	/* no delscreen: it would lose the panel library's own panel, which
	 * nothing else can free, and the program ends now anyway */
	screen = NULL;
	if (nowhere_out)
		fclose(nowhere_out);
	if (nowhere_in)
		fclose(nowhere_in);
	nowhere_out = nowhere_in = NULL;
	close(wake[0]);
	close(wake[1]);
	wake[0] = wake[1] = -1;
}

bool
term_hangs_up(void)
{
	return caught & TERM_HANGUP;
}

unsigned
term_signals(void)
{
	sigset_t all, old;
	unsigned got;
	char c[64];

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &old);
	got = (unsigned)caught;
	caught = 0;
	while (wake[0] >= 0 && read(wake[0], c, sizeof c) > 0)
		continue;
	sigprocmask(SIG_SETMASK, &old, NULL);
	return got;
}

/* A terminal that is gone is ready for reading for ever, and has nothing. */
static bool
has_bytes(void)
{
	int n = 0;

	return ioctl(STDIN_FILENO, FIONREAD, &n) == 0 && n > 0;
}

bool
term_wait(int ms)
{
	struct pollfd fd[2] = {{.fd = STDIN_FILENO, .events = POLLIN},
	    {.fd = wake[0], .events = POLLIN}};
	int n;

	if (keys_waiting())
		return true;
	n = is_script ? 0 : poll(fd, 2, ms);

	if (n <= 0 || !fd[0].revents)
		return false;
	if (!has_bytes()) {
		caught |= TERM_HANGUP;
		return false;
	}
	return true;
}

bool
term_suspend(void)
{
	if (is_script || getsid(0) == getpid() ||
	    getsid(getppid()) != getsid(0))
		return false;
	send(PASTE_OFF);
	endwin();
	continued = 0;
	catch(SIGCONT, on_continue);
	catch(SIGTSTP, SIG_DFL);
	kill(0, SIGTSTP);	/* dropped where no shell controls the job */
	catch(SIGTSTP, on_signal);
	catch(SIGCONT, SIG_DFL);
	send(PASTE_ON);
	return continued != 0;
}

void
term_clipboard(const char *text)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t n = strlen(text), i;
	struct buf b;
	unsigned v;

	if (is_script)
		return;
	buf_init(&b, BUF_ROW);
	buf_add(&b, "\033]52;c;");
	for (i = 0; i < n; i += 3) {
		v = (unsigned)(unsigned char)text[i] << 16;
		v |= i + 1 < n ? (unsigned)(unsigned char)text[i + 1] << 8 : 0;
		v |= i + 2 < n ? (unsigned)(unsigned char)text[i + 2] : 0;
		buf_addc(&b, digit[v >> 18]);
		buf_addc(&b, digit[v >> 12 & 63]);
		buf_addc(&b, i + 1 < n ? digit[v >> 6 & 63] : '=');
		buf_addc(&b, i + 2 < n ? digit[v & 63] : '=');
	}
	buf_add(&b, "\a");
	send(b.p);
	buf_clear(&b);
}
