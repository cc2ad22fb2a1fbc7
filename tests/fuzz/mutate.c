/* mutate.c - feed a fuzz target small random changes of known inputs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/fuzz/replay.h"

#define MOST_EDITS	4	/* of one input */
#define MOST_COPY	64	/* bytes spliced in from another */

/* xorshift64*: the same everywhere, which rand() is not. */
static uint64_t
next_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717);
}

static size_t
below(uint64_t *state, size_t n)
{
	return n > 0 ? (size_t)(next_random(state) >> 11) % n : 0;
}

/* Characters at which parsers decide something. */
static uint8_t
interesting(uint64_t *state)
{
	static const uint8_t bytes[] =
	    "\0\n\r\t \"',;:=+-@/.&#~*0129azAZ\x7F\x80\x9D\xBF\xC2\xE2\xEF\xFF";

	return bytes[below(state, sizeof bytes - 1)];
}

/* One change of the N bytes at P, which has room for MOST_COPY more. */
static size_t
change(uint8_t *p, size_t n, const struct input *other, uint64_t *state)
{
	size_t at = below(state, n + 1), len, from;

	switch (below(state, 5)) {
	case 0:				/* another byte */
		if (at < n)
			p[at] = interesting(state);
		return n;
	case 1:				/* one bit */
		if (at < n)
			p[at] ^= (uint8_t)(1u << below(state, 8));
		return n;
	case 2:				/* a few bytes less */
		len = 1 + below(state, 8);
		if (len > n - at)
			len = n - at;
		memmove(p + at, p + at + len, n - at - len);
		return n - len;
	case 3:				/* one byte more */
		memmove(p + at + 1, p + at, n - at);
		p[at] = interesting(state);
		return n + 1;
	default:			/* a piece of another input */
		from = below(state, other->size);
		len = below(state, MOST_COPY);
		if (len > other->size - from)
			len = other->size - from;
		memmove(p + at + len, p + at, n - at);
		memcpy(p + at, other->data + from, len);
		return n + len;
	}
}

static void
run_one(const struct input *in, size_t count, uint64_t seed, long run)
{
	uint64_t state = (seed + (uint64_t)run) * UINT64_C(0x9E3779B97F4A7C15);
	const struct input *base;
	uint8_t *p, *exact;
	size_t n, edits;

	if (state == 0)
		state = 1;
	base = &in[below(&state, count)];
	edits = 1 + below(&state, MOST_EDITS);
	p = malloc(base->size + edits * MOST_COPY + 1);
	if (p == NULL)
		abort();
	n = base->size;
	memcpy(p, base->data, n);
	while (edits-- > 0)
		n = change(p, n, &in[below(&state, count)], &state);
	exact = malloc(n > 0 ? n : 1);
	if (exact == NULL)
		abort();
	memcpy(exact, p, n);
	free(p);
	LLVMFuzzerTestOneInput(exact, n);
	free(exact);
}

/* The child says where it is, so that a crash can be repeated. */
bool
mutate(const struct input *in, size_t count, uint64_t seed, long first,
    long runs, long *out_last)
{
	int ends[2], status;
	ssize_t k;
	pid_t pid;
	long at;

	*out_last = first;
	fflush(stdout);
	if (pipe(ends) != 0 || (pid = fork()) < 0)
		return false;
	if (pid == 0) {
		close(ends[0]);
		for (at = first; at < first + runs; at++) {
			if (write(ends[1], &at, sizeof at) != sizeof at)
				_exit(3);
			run_one(in, count, seed, at);
		}
		exit(0);	/* not _exit: leaks are looked for here */
	}
	close(ends[1]);
	for (;;) {		/* writes this small arrive whole */
		k = read(ends[0], &at, sizeof at);
		if (k == (ssize_t)sizeof at)
			*out_last = at;
		else if (k >= 0 || errno != EINTR)
			break;
	}
	close(ends[0]);
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
