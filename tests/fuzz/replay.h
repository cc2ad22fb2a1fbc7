/* replay.h - inputs of a fuzz target when it is run as a plain test. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_REPLAY_H
#define TESTS_FUZZ_REPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct input {
	uint8_t	*data;		/* exactly SIZE bytes, so that a sanitizer */
	size_t	 size;		/* sees a read beyond them */
};

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * RUNS changed inputs from number FIRST on, in a child process; false when it
 * did not end well, and *OUT_LAST is then the number to repeat.
 */
bool	mutate(const struct input *in, size_t count, uint64_t seed, long first,
	    long runs, long *out_last);

#endif
