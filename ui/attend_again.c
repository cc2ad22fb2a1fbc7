/* attend_again.c - bookings read again, since somebody else saved some.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "ui/attend_inner.h"

/* The booking ID among V; their number when it is not there. */
static size_t
booking(const struct attend *at, int64_t id)
{
	size_t i;

	for (i = 0; i < at->n; i++)
		if (at->v[i].base && at->v[i].base->id == id)
			break;
	return i;
}

/* WHO, taken over, at row I. */
static void
put_in(struct attend *at, size_t i, struct attendee *who)
{
	at->v = xreallocarray(at->v, at->n + 1, sizeof *at->v);
	memmove(at->v + i + 1, at->v + i, (at->n - i) * sizeof *at->v);
	at->v[i] = *who;
	at->n++;
	memset(who, 0, sizeof *who);
}

static bool
is_touched(const struct attendee *a)
{
	return !a->base || !attend_same(a->base, a->row);
}

/* A into NOW when they were ticked here; where they stand there, SIZE_MAX:
 * nowhere. */
static size_t
carry(struct attend *now, struct attendee *a)
{
	size_t to = a->base ? booking(now, a->base->id) : now->n;
	struct attendee stored;

	if (!is_touched(a))
		return to < now->n ? to : SIZE_MAX;
	if (to == now->n) {		/* a walk-in, or cancelled meanwhile */
		put_in(now, to, a);
	} else {
		stored = now->v[to];
		now->v[to] = *a;
		*a = stored;
	}
	return to;
}

enum status
attend_again(struct attend *at, size_t *here, struct err *e)
{
	struct attend now = {0};
	struct row *base, *cpd;
	enum status st;
	size_t i, to, stay = at->n ? SIZE_MAX : 0;

	st = attend_load(&now, at->app, at->base->id, e);
	for (i = 0; i < at->n && !st; i++) {
		to = carry(&now, &at->v[i]);
		if (i == *here)
			stay = to;
	}
	/* whom the cursor is on does not vanish, though cancelled */
	if (!st && *here < at->n && stay == SIZE_MAX) {
		stay = *here < now.n ? *here : now.n;
		put_in(&now, stay, &at->v[*here]);
	}
	if (st) {
		attend_clear(&now);
		return st;
	}
	if (!attend_same(at->base, at->cpd)) {
		base = now.base;
		cpd = now.cpd;
		now.base = at->base;
		now.cpd = at->cpd;
		at->base = base;
		at->cpd = cpd;
	}
	attend_clear(at);
	*at = now;
	*here = stay;
	return ST_OK;
}
