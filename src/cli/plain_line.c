/* plain_line.c - the lines of line mode, as they come.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/plain_line.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>

#include "app/idle.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"

static struct idle idle;
static bool locked;

void
plain_begin(const struct app *app, FILE *in)
{
	locked = false;
	idle_begin(&idle, app, clock_monotonic_ms());
	if (idle.ms != 0)		/* what is read ahead is not seen to wait */
		setvbuf(in, NULL, _IONBF, 0);
}

bool
plain_locked(void)
{
	return locked;
}

static void
tell(enum idle_state state)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (state == IDLE_SOON) {
		buf_add(&b, "This session is locked in ");
		idle_left(&idle, &b);
		buf_add(&b, "; Enter keeps it.");
	} else {
		buf_add(&b, "Locked after ");
		idle_time(&idle, &b);
		buf_add(&b, " without a key. Connect again to go on.");
	}
	fprintf(stdout, "\n%s\n", b.p);
	fflush(stdout);
	buf_clear(&b);
}

/* False: nothing came, and the session is over. */
static bool
byte_comes(FILE *in)
{
	struct pollfd fd = { .fd = fileno(in), .events = POLLIN };
	enum idle_state state;
	int n;

	for (;;) {
		n = poll(&fd, 1, idle_wait(&idle, clock_monotonic_ms()));
		if (n > 0 || (n < 0 && errno != EINTR))
			return true;	/* or reading says what is wrong */
		state = idle_look(&idle, clock_monotonic_ms());
		if (state != IDLE_NO)
			tell(state);
		if (state == IDLE_OVER)
			return false;
	}
}

bool
plain_line(FILE *in, char **line, size_t *size)
{
	size_t n = 0;
	int c = 0;

	if (locked)
		return false;
	idle_key(&idle, clock_monotonic_ms());
	while (c != '\n' && n < PLAIN_MOST) {
		if (idle.ms != 0 && !byte_comes(in)) {
			locked = true;
			return false;
		}
		if ((c = getc(in)) == EOF)
			break;
		if (idle.ms != 0)
			idle_key(&idle, clock_monotonic_ms());
		if (*line == NULL || n + 2 > *size) {
			*size = *line == NULL ? 128 : 2 * (n + 2);
			*line = xreallocarray(*line, *size, 1);
		}
		(*line)[n++] = (char)c;
	}
	if (n == PLAIN_MOST) {
		fprintf(stderr, "caseload: a line of more than %d bytes: this "
		    "is no text\n", PLAIN_MOST - 1);
		return false;
	}
	if (n > 0)
		(*line)[n] = '\0';
	return n > 0;
}
