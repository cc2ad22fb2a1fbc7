/* cmd_rollover.c - rollover: the next academic year is prepared.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/record.h"
#include "app/rollover.h"
#include "base/date.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "cli/pick.h"

static void
print_told(struct cli *c, const struct rollover_told *t, const char *label)
{
	bool lines = arg_has(c->args, "dry-run");

	pick_print(c->out, "%s", label);
	for (int i = 0; i < ENT_MAX; i++)
		if (t->added[i] > 0)
			pick_print(c->out, "%s: %zu added", entities[i]->ids,
			    t->added[i]);
	if (t->all == 0)
		pick_print(c->out, "nothing to add");
	for (size_t i = 0; lines && i < t->lines.n; i++)
		pick_print(c->out, "  %s", t->lines.v[i]);
}

enum status
cmd_rollover(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct rollover_told told;
	char name[8], *label = NULL;
	enum status st;
	int year;

	(void)code;
	if (pos->n != 1)
		return err_set(e, ST_USAGE, "name the next academic year:"
		    " caseload rollover 2027/28");
	if (!year_parse(pos->v[0], &year))
		return err_set(e, ST_USAGE, "\"%s\" is no academic year such"
		    " as 2027/28", pos->v[0]);
	if ((st = step_begin(c->app, e)) != ST_OK)
		return st;
	st = rollover(c->app, year, &told, e);
	if (st == ST_OK) {
		year_format(year, name);
		label = xasprintf("%s prepared for %zu school%s", name,
		    told.schools, told.schools == 1 ? "" : "s");
	}
	st = pick_end(c, st, label != NULL ? label : "", e);
	if (st == ST_OK)
		print_told(c, &told, label);
	free(label);
	rollover_told_clear(&told);
	return st;
}
