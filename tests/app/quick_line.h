/* quick_line.h - lines of quick entry beside what they should give. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_QUICK_LINE_H
#define TESTS_APP_QUICK_LINE_H

#include "tests/app/quick_world.h"
#include "tests/lib/test.h"

#define TODAY	"(Fri 20 Nov 2026)"
#define SANDM	"Sandmere Park Academy"

struct line {
	const char	*text, *pick;	/* answers, blank-separated; NULL none */
	enum quick_state state;
	const char	*want;		/* READY: the echo, else what is said */
};

void		 read_line(const struct world *, const struct line *,
		    struct quick *out);
/* Every line gives what it should; all that do not are told. */
void		 assert_lines(const struct line *lines, size_t n);

#endif
