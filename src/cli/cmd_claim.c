/* cmd_claim.c - claim: the lines a period gives, and submitting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/claim.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "cli/cli.h"
#include "cli/pick.h"
#include "model/fields.h"
#include "model/tables.h"

static enum status
read_claim(struct cli *c, bool *submit, int64_t *id, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const char *ent;

	*submit = pos->n > 0 && str_eq(pos->v[0], "submit");
	if (pos->n != 2 || (!*submit && !str_eq(pos->v[0], "lines")))
		return err_set(e, ST_USAGE, "say lines or submit, and one "
		    "claim: caseload claim lines claim/REF");
	return ref_resolve_in(c->app, "claim", pos->v[1], true, &ent, id, e);
}

/* What the period still brings is not in it. */
static enum status
say_early(struct cli *c, int64_t id, struct err *e)
{
	struct row *row;
	enum status st = record_load(c->app, entities[ENT_claim], id, &row, e);
	char day[24];
	int to;

	if (st != ST_OK)
		return st;
	to = row_day(row, F_claim_to);
	if (to != DAY_NONE && to > c->app->today) {
		day_long(to, day);
		cli_say(c, "Its period ends on %s only: what comes until then"
		    " is not in it.", day);
	}
	row_free(row);
	return ST_OK;
}

enum status
cmd_claim(struct cli *c, int *code, struct err *e)
{
	struct told told = { 0 };
	struct buf label;
	bool submit;
	int64_t id;
	enum status st;

	(void)code;
	if ((st = read_claim(c, &submit, &id, e)) != ST_OK ||
	    (st = step_begin(c->app, e)) != ST_OK)
		return st;
	st = submit ? claim_submit(c->app, id, arg_has(c->args, "sure"), e) :
	    claim_propose(c->app, id, &told, e);
	buf_init(&label, BUF_LINE);
	buf_add(&label, submit ? "submitted " : "made lines of ");
	ref_text(c->app, entity_find("claim"), id, &label);
	st = pick_end(c, st, label.p, e);
	if (st == ST_OK && !submit && told.n == 0)
		cli_say(c, "The period holds nothing that is not counted"
		    " already.");
	else if (st == ST_OK)
		pick_print(c->out, "%s", label.p);
	if (st == ST_OK)
		pick_told(c, &told);
	if (st == ST_OK && submit)
		st = say_early(c, id, e);
	buf_clear(&label);
	told_clear(&told);
	return st;
}
