/* cmd_eligible.c - eligible: may schools join the network on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/eligible.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/pick.h"

/* The schools named, in that order, the same one twice when it was said twice.
 * Every bad name is told. IDS has room for them. */
static enum status
schools_named(struct cli *c, int64_t *ids, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct err all = { 0 };
	const char *ent;

	for (size_t i = 0; i < pos->n; i++) {
		struct err one = { 0 };

		if (ref_resolve_in(c->app, "school", pos->v[i], false, &ent,
		    &ids[i], &one) != ST_OK)
			(void)err_join(&all, &one, "\n");
	}
	if (all.st != ST_OK)
		*e = all;
	return all.st;
}

static enum status
print_one(struct cli *c, int64_t id, int day, struct err *e)
{
	struct buf ref, why;
	enum verdict v;
	enum status st;
	char *safe;

	buf_init(&ref, BUF_LINE);
	buf_init(&why, BUF_LINE);
	st = eligible_of(c->app, id, day, &v, &why, e);
	if (st == ST_OK) {
		ref_text(c->app, entities[ENT_school], id, &ref);
		safe = utf8_printable(ref.p, true);
		fprintf(c->out, "%s\t%s\t", safe, verdicts[v].word);
		free(safe);
		pick_print(c->out, "%s", why.p);
	}
	buf_clear(&ref);
	buf_clear(&why);
	return st;
}

enum status
cmd_eligible(struct cli *c, int *code, struct err *e)
{
	const size_t n = c->args->pos.n;
	int64_t *ids = xcalloc(n + 1, sizeof *ids);
	enum status st;
	int day = c->app->today;

	(void)code;
	if (n == 0)
		st = err_set(e, ST_USAGE, "name one school or more:"
		    " school/136578");
	else if ((st = pick_day(c, "on", DATE_BACK, &day, e)) == ST_OK)
		st = schools_named(c, ids, e);
	for (size_t i = 0; st == ST_OK && i < n; i++)
		st = print_one(c, ids[i], day, e);
	free(ids);
	return st;
}
