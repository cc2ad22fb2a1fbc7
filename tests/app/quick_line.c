/* quick_line.c - lines of quick entry beside what they should give. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/quick_line.h"

#include <string.h>

void
read_line(const struct world *w, const struct line *l, struct quick *q)
{
	struct strs picks = { 0 };
	struct quick_opts o = { .picks = &picks };
	struct err e = { 0 };

	if (l->pick != NULL)
		str_words(&picks, l->pick);
	assert_int_equal(quick_understand(&w->look, l->text, &o, q, &e),
	    ST_OK);
	strs_clear(&picks);
}

void
assert_lines(const struct line *lines, size_t n)
{
	struct world w;
	size_t bad = 0;

	world_init(&w);
	for (size_t i = 0; i < n; i++) {
		const struct line *l = &lines[i];
		struct quick q;
		const char *got;

		read_line(&w, l, &q);
		got = q.state == QUICK_READY ? q.echo : q.say;
		if (q.state != l->state || strcmp(got, l->want) != 0) {
			print_error("line: %s\nwant: %d %s\ngot:  %d %s\n",
			    l->text, (int)l->state, l->want, (int)q.state,
			    got);
			bad++;
		}
		quick_clear(&q);
	}
	world_clear(&w);
	assert_int_equal(bad, 0);
}
