/* fuzz_quick.c - any line at all: understood, asked about or refused with
 * words, over a world in memory; every part lies within the line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "tests/app/quick_world.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_plan(const struct quick *q)
{
	struct err e;

	assert(q->plan != NULL && q->plan->n > 0);
	assert(q->plan->main < q->plan->n);
	for (size_t i = 0; i < q->plan->n; i++) {
		const struct row *row = q->plan->op[i].mine;

		assert(row->ent->check == NULL ||
		    row->ent->check(row, &e) == ST_OK);
	}
}

static void
check_read(const struct world *w, const char *line, const struct strs *picks)
{
	struct quick_opts o = { .picks = picks, .strict = picks->n == 1 };
	struct err e = { 0 };
	struct quick q;

	assert(quick_understand(&w->look, line, &o, &q, &e) == ST_OK);
	if (q.state == QUICK_READY || q.state == QUICK_SURE)
		check_plan(&q);
	else
		assert(q.plan == NULL && *q.say != '\0');
	if (q.state == QUICK_ASK)
		assert(q.choices.n > 0);
	for (size_t i = 0; i < q.nparts; i++)
		assert(q.part[i].from + q.part[i].len <= strlen(line));
	assert(!utf8_valid(line, strlen(line)) ||
	    utf8_valid(q.echo, strlen(q.echo)));
	quick_clear(&q);
}

static void
check_suggest(const struct world *w, const char *line)
{
	struct strs out = { 0 };
	struct err e = { 0 };
	size_t from, len, all = strlen(line);

	for (size_t at = 0; at <= all; at += all / 2 + 1) {
		assert(quick_suggest(&w->look, line, at, &out, &from, &len,
		    &e) == ST_OK);
		assert(from + len <= all);
		strs_clear(&out);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct world w;
	struct strs picks = { 0 };
	char *line;

	if (size > 2000)
		return 0;
	if (w.n == 0)
		world_init(&w);
	line = xstrndup((const char *)data, size);
	check_read(&w, line, &picks);
	strs_add(&picks, "1");
	check_read(&w, line, &picks);
	strs_add(&picks, "2");
	strs_add(&picks, "1");
	check_read(&w, line, &picks);
	check_suggest(&w, line);
	strs_clear(&picks);
	free(line);
	return 0;
}
