/* cmd_succeed.c - succeed: one school takes over from another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/record.h"
#include "app/succeed.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/date.h"
#include "cli/cli.h"
#include "cli/pick.h"

/* Both, and each that is wrong is told. */
static enum status
read_schools(struct cli *c, struct succeed_ask *ask, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	int64_t *ids[2] = { &ask->from, &ask->to };
	struct err all = { 0 };
	const char *ent;

	if (pos->n != 2)
		return err_set(e, ST_USAGE, "name two schools, the old one and"
		    " the new one: caseload succeed school/100001"
		    " school/136578");
	for (size_t i = 0; i < 2; i++) {
		struct err one = { 0 };

		if (ref_resolve_in(c->app, "school", pos->v[i], false, &ent,
		    ids[i], &one) != ST_OK)
			(void)err_join(&all, &one, "\n");
	}
	if (all.st != ST_OK)
		*e = all;
	return all.st;
}

enum status
cmd_succeed(struct cli *c, int *code, struct err *e)
{
	struct succeed_ask ask = { .kind = arg_get(c->args, "kind"),
	    .day = DAY_NONE };
	struct succeed_told told;
	struct buf label;
	enum status st;

	(void)code;
	if ((st = read_schools(c, &ask, e)) != ST_OK ||
	    (st = pick_day(c, "on", DATE_FORWARD, &ask.day, e)) != ST_OK ||
	    (st = step_begin(c->app, e)) != ST_OK)
		return st;
	buf_init(&label, BUF_LINE);
	st = succeed(c->app, &ask, &told, e);
	if (st == ST_OK)
		succeed_label(c->app, &ask, &told, &label);
	st = pick_end(c, st, label.p, e);
	if (st == ST_OK) {
		pick_print(c->out, "%s", label.p);
		pick_told(c, &told.did);
	}
	buf_clear(&label);
	succeed_told_clear(&told);
	return st;
}
