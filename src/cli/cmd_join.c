/* cmd_join.c - join: two records of one employer, partner or person.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/join.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "cli/pick.h"

/* Both, of one kind. The first is not followed to where it may have gone. */
static enum status
read_two(struct cli *c, const struct entity **ent, int64_t id[2],
    struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const struct entity *other;
	enum status st;

	if (pos->n < 2)
		return err_set(e, ST_USAGE, "name two records, the one that "
		    "goes and the one that stays: caseload join "
		    "employer/01234567 employer/07654321");
	if ((st = ref_resolve(c->app, pos->v[0], true, ent, &id[0], e)) !=
	    ST_OK ||
	    (st = ref_resolve(c->app, pos->v[1], false, &other, &id[1], e)) !=
	    ST_OK)
		return st;
	if (other != *ent)
		return err_set(e, ST_INVALID, "%s and %s are of two kinds; "
		    "only two of one kind are joined.", pos->v[0],
		    pos->v[1]);
	return ST_OK;
}

static enum status
read_values(struct cli *c, struct join *j, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	enum status st = ST_OK;

	for (size_t i = 2; i < pos->n && st == ST_OK; i++) {
		const char *eq = strchr(pos->v[i], '=');
		char *name;

		if (eq == NULL || eq == pos->v[i])
			return err_set(e, ST_USAGE, "\"%s\" is not "
			    "field=value", pos->v[i]);
		name = xstrndup(pos->v[i], (size_t)(eq - pos->v[i]));
		st = join_type(j, name, eq + 1, e);
		free(name);
	}
	return st;
}

/* What becomes of the one that stays: "town: Deal (given)". */
static void
print_values(struct cli *c, const struct join *j)
{
	struct row *r = join_result(j);
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < j->n; i++) {
		const struct join_value *v = &j->v[i];

		if (v->same && !v->typed)
			continue;
		buf_reset(&b);
		value_shown(c->app, r, v->field, &b);
		pick_print(c->out, "%s: %s (%s%s%s)",
		    r->ent->fields[v->field].id, b.p, v->typed ? "given" :
		    v->take == JOIN_BOTH ? "both" :
		    v->take == JOIN_GONE ? "of the one that goes" :
		    "of the one that stays", v->wish && !v->typed ? ", " : "",
		    v->wish && !v->typed ? v->why : "");
	}
	buf_clear(&b);
	row_free(r);
}

static enum status
do_it(struct cli *c, struct join *j, struct err *e)
{
	const struct entity *ent = j->kept->ent;
	struct told told = { 0 };
	struct buf label;
	enum status st;

	if ((st = step_begin(c->app, e)) != ST_OK)
		return st;
	buf_init(&label, BUF_LINE);
	st = join_do(j, &told, e);
	if (st == ST_OK)
		join_label(c->app, ent, j->gone->id, j->kept->id, &label);
	st = pick_end(c, st, label.p, e);
	if (st == ST_OK) {
		pick_print(c->out, "%s", label.p);
		print_values(c, j);
		pick_told(c, &told);
	}
	buf_clear(&label);
	told_clear(&told);
	return st;
}

enum status
cmd_join(struct cli *c, int *code, struct err *e)
{
	const struct entity *ent;
	struct join j;
	int64_t id[2];
	enum status st;

	(void)code;
	if ((st = read_two(c, &ent, id, e)) != ST_OK ||
	    (st = join_open(c->app, ent, id[0], id[1], &j, e)) != ST_OK)
		return st;
	st = read_values(c, &j, e);
	if (st == ST_OK)
		st = do_it(c, &j, e);
	join_close(&j);
	return st;
}
