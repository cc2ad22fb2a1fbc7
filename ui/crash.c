/* crash.c - a fault of the program: terminal given back, a note in the log.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handler runs on a stack of its own and calls only what POSIX allows in
 * one: write, tcsetattr, clock_gettime, alarm, raise. endwin is not among them.
 */
#include "ui/crash.h"

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_EXECINFO_H
#include <execinfo.h>
#endif

#include "base/date.h"
#include "base/log.h"
#include "ui/curses.h"
#include "ui/term.h"

/* Cursor keys plain, cursor shown, colours off, the first screen back. */
#define RESET	TERM_PASTE_OFF "\033[?1l\033>\033[?25h\033[0m\033[?1049l\r\n"

enum { LAST = 8, STACK = 64 << 10, FRAMES = 64, GIVE_UP_S = 5 };

static const struct {
	int		 sig;
	const char	*name;
} faults[] = {
	{SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"}, {SIGFPE, "SIGFPE"},
	{SIGILL, "SIGILL"}, {SIGABRT, "SIGABRT"},
};
#define NFAULTS (sizeof faults / sizeof faults[0])

static const struct termios *terminal;
static struct {
	const char	*screen, *request;
} last[LAST];			/* a ring; the newest is at (noted - 1) */
static volatile sig_atomic_t noted;

void
crash_note(const char *screen, const char *request)
{
	int before = (noted + LAST - 1) % LAST;

	if (!request && !last[before].request && last[before].screen == screen)
		return;			/* many keys are one line */
	last[noted % LAST].screen = screen;
	last[noted % LAST].request = request;
	noted = (noted + 1) % (LAST * 1000);
}

/* --- in the handler ------------------------------------------------------ */

static void
put(int fd, const char *s)
{
	ssize_t n = 0;
	size_t left = strlen(s);

	while (left && (n = write(fd, s, left)) > 0) {
		s += n;
		left -= (size_t)n;
	}
}

static void
put_number(int fd, int n, int digits)
{
	char text[12];
	int i = (int)sizeof text - 1;

	text[i] = '\0';
	do {
		text[--i] = (char)('0' + n % 10);
		n /= 10;
	} while (i > 0 && (n || --digits > 0));
	put(fd, text + i);
}

/* 2026-11-20T10:00:00Z, of the real clock. */
static void
put_time(int fd)
{
	struct timespec ts = {0};
	int y, m, d, s;

	clock_gettime(CLOCK_REALTIME, &ts);
	day_to_ymd((int)(ts.tv_sec / 86400), &y, &m, &d);
	s = (int)(ts.tv_sec % 86400);
	put_number(fd, y, 4);
	put(fd, "-");
	put_number(fd, m, 2);
	put(fd, "-");
	put_number(fd, d, 2);
	put(fd, "T");
	put_number(fd, s / 3600, 2);
	put(fd, ":");
	put_number(fd, s / 60 % 60, 2);
	put(fd, ":");
	put_number(fd, s % 60, 2);
	put(fd, ".");
	put_number(fd, (int)(ts.tv_nsec / 1000000), 3);
	put(fd, "Z");
}

static void
put_last(int fd)
{
	int n = noted, i;

	for (i = n > LAST ? n - LAST : 0; i < n; i++) {
		put(fd, "  ");
		put(fd, last[i % LAST].screen ? last[i % LAST].screen : "?");
		put(fd, ": ");
		put(fd, last[i % LAST].request ? last[i % LAST].request :
		    "a key");
		put(fd, "\n");
	}
}

static void
put_report(int fd, int sig)
{
	size_t i;

	put_time(fd);
	put(fd, " " PACKAGE_NAME " " PACKAGE_VERSION " " LOG_FAULT ": ");
	for (i = 0; i < NFAULTS; i++)
		if (faults[i].sig == sig)
			put(fd, faults[i].name);
	put(fd, "\nDone last, the newest below:\n");
	put_last(fd);
#ifdef HAVE_EXECINFO_H
	void *frame[FRAMES];

	backtrace_symbols_fd(frame, backtrace(frame, FRAMES), fd);
#endif
	put(fd, "End of the report.\n");
}

/* Whatever blocks or faults here ends the program: the alarm and a second
 * fault, which is blocked, kill it. */
static void
on_fault(int sig)
{
	sigset_t alone;

	signal(SIGALRM, SIG_DFL);
	sigemptyset(&alone);
	sigaddset(&alone, SIGALRM);
	sigprocmask(SIG_UNBLOCK, &alone, NULL);
	alarm(GIVE_UP_S);
	if (log_fd() >= 0)
		put_report(log_fd(), sig);
	if (terminal) {
		put(STDOUT_FILENO, RESET);
		tcsetattr(STDIN_FILENO, TCSANOW, terminal);
	}
	put(STDERR_FILENO, "caseload: a fault ended the program. What was saved "
	    "is safe; what was\r\ntyped is offered at the next start. The log "
	    "in the state folder has more.\r\n");
	signal(sig, SIG_DFL);
	sigaddset(&alone, sig);
	raise(sig);
	sigprocmask(SIG_UNBLOCK, &alone, NULL);
}

/* --- before -------------------------------------------------------------- */

static void
own_stack(void)
{
	static char room[STACK];
	stack_t now, ours = {.ss_sp = room, .ss_size = sizeof room};

	if (sigaltstack(NULL, &now) == 0 && now.ss_flags & SS_DISABLE)
		sigaltstack(&ours, NULL);
}

void
crash_watch(const struct termios *before)
{
	struct sigaction sa = {.sa_handler = on_fault, .sa_flags = SA_ONSTACK};
	struct sigaction was;
	size_t i;

	terminal = before;
	own_stack();
#ifdef HAVE_EXECINFO_H
	void *frame[1];

	(void)backtrace(frame, 1);	/* loads what a handler may not load */
#endif
	sigfillset(&sa.sa_mask);
	for (i = 0; i < NFAULTS; i++)
		if (sigaction(faults[i].sig, NULL, &was) == 0 &&
		    was.sa_handler == SIG_DFL)
			sigaction(faults[i].sig, &sa, NULL);
}
