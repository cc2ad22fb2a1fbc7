/* idle.c - a session over SSH that nobody types in is locked: when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/idle.h"

#include "app/options.h"

#define MINUTE	60000

void
idle_begin(struct idle *i, const struct app *app, int64_t now)
{
	*i = (struct idle){ .last = now };
	if (app->restricted)
		i->ms = option_minutes(app->opt, OPT_IDLE_MINUTES);
}

void
idle_key(struct idle *i, int64_t now)
{
	i->last = now;
	i->warned = false;
}

/* How long before the end it is said. */
static int64_t
notice(const struct idle *i)
{
	return i->ms < 2 * MINUTE ? i->ms / 2 : MINUTE;
}

enum idle_state
idle_look(struct idle *i, int64_t now)
{
	int64_t left = i->last + i->ms - now;

	if (i->ms == 0 || left > notice(i))
		return IDLE_NO;
	if (left <= 0)
		return IDLE_OVER;
	if (i->warned)
		return IDLE_NO;
	i->warned = true;
	return IDLE_SOON;
}

int
idle_wait(const struct idle *i, int64_t now)
{
	int64_t left = i->last + i->ms - now;

	if (i->ms == 0)
		return -1;
	if (!i->warned)
		left -= notice(i);
	return left > 0 ? (int)left : 0;
}

static void
add_time(int64_t ms, struct buf *out)
{
	bool whole = ms % MINUTE == 0;
	long n = (long)(whole ? ms / MINUTE : (ms + 999) / 1000);

	buf_addf(out, "%ld %s%s", n, whole ? "minute" : "second",
	    n == 1 ? "" : "s");
}

void
idle_time(const struct idle *i, struct buf *out)
{
	add_time(i->ms, out);
}

void
idle_left(const struct idle *i, struct buf *out)
{
	add_time(notice(i), out);
}
