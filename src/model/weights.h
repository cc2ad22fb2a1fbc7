/* weights.h - what the parts of a score weigh, as a setting says it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_WEIGHTS_H
#define MODEL_WEIGHTS_H

#include <stdbool.h>
#include <stddef.h>

/* "fsm 30 benchmarks 70": of the N parts NAMES, in any order, each at most
 * once, 0 to 100; those left out weigh nothing, and not all do. OUT has room
 * for N; it is left as it was, and false returned, when TEXT is something
 * else. */
bool		weights_read(const char *text, const char *const names[],
		    size_t n, int out[]);

#endif
