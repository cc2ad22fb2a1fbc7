/* cmd_step.c - history, undo, redo.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/history.h"
#include "app/record.h"
#include "app/since.h"
#include "app/text.h"
#include "app/undo.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/pick.h"

static const char *const heads[] = { "step", "at", "user", "node", "ref",
    "field", "member", "old", "new", "label", "undoes" };
#define NHEADS	(sizeof heads / sizeof heads[0])

/* A name of a user as typed: "me" is who asks. */
static const char *
user_meant(const struct cli *c, const char *name)
{
	return str_eq(name, "me") ? c->app->user : name;
}

static enum status
day_word(struct cli *c, const char *s, int *out, struct err *e)
{
	if (date_parse(s, c->app->today, DATE_BACK, out, e) != ST_OK)
		return e->st = ST_USAGE;
	return ST_OK;
}

/* since:last: after what was seen when the program was left. */
static enum status
since_last_here(struct cli *c, struct history_query *q, struct err *e)
{
	struct since_point p;

	if (!since_last(c->app, &p))
		return err_set(e, ST_NOT_FOUND, "since:last: it is not known"
		    " when you were last here; since: also takes a day.");
	q->after = p.seq;
	return ST_OK;
}

/* One argument of history; what is none of its words must be a reference. */
static enum status
history_word(struct cli *c, const char *s, struct history_query *q,
    struct err *e)
{
	const char *value = strchr(s, ':') != NULL ? strchr(s, ':') + 1 : "";

	if (str_starts(s, "user:"))
		q->user = user_meant(c, value);
	else if (str_starts(s, "-user:"))
		q->not_user = user_meant(c, value);
	else if (str_eq(s, "school:mine"))
		q->mine = true;
	else if (str_eq(s, "since:last"))
		return since_last_here(c, q, e);
	else if (str_starts(s, "since:"))
		return day_word(c, value, &q->since, e);
	else if (str_starts(s, "until:"))
		return day_word(c, value, &q->until, e);
	else if (str_starts(s, "after:"))
		return str_int(value, 0, INT64_MAX, &q->after) ? ST_OK :
		    err_set(e, ST_USAGE, "after: takes the number of a step,"
		    " as history prints it");
	else if (q->ent != NULL)
		return err_set(e, ST_USAGE, "history takes one reference");
	else
		return ref_resolve(c->app, s, true, &q->ent, &q->row, e);
	return ST_OK;
}

static enum status
history_filter(struct cli *c, struct history_query *q, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	enum status st = ST_OK;
	size_t i;

	for (i = 0; st == ST_OK && i < pos->n; i++)
		st = history_word(c, pos->v[i], q, e);
	return st;
}

#define TABLE_VALUE	60	/* columns that a table gives to a value */

struct printer {
	struct cli	*c;
	struct sheet	*sheet;
	bool		 table;
	struct buf	 ref, old, new;
};

/* As much of a value as a table has room for. */
static const char *
cut(const struct printer *p, const char *value, struct buf *b)
{
	if (!p->table || utf8_width(value) <= TABLE_VALUE)
		return value;
	buf_reset(b);
	buf_addn(b, value, utf8_fit(value, TABLE_VALUE - 3, NULL));
	buf_add(b, "...");
	return b->p;
}

static enum status
print_change(void *arg, const struct history_line *h, struct err *e)
{
	struct printer *p = arg;
	char step[24], undoes[24] = "";
	const char *cell[NHEADS] = { step, h->at, h->user, h->node, NULL,
	    h->field, h->member, cut(p, h->old, &p->old),
	    cut(p, h->new, &p->new), h->label, undoes };

	(void)e;
	snprintf(step, sizeof step, "%" PRId64, h->seq);
	if (h->undoes != 0)
		snprintf(undoes, sizeof undoes, "%" PRId64, h->undoes);
	buf_reset(&p->ref);
	ref_text(p->c->app, h->ent, h->row, &p->ref);
	cell[4] = p->ref.p;
	sheet_row(p->sheet, cell);
	return ST_OK;
}

enum status
cmd_history(struct cli *c, int *code, struct err *e)
{
	struct history_query q = { HISTORY_ALL };
	struct printer p = { .c = c };
	enum format fmt;
	enum status st, end;

	(void)code;
	if ((st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = arg_number(c->args, "limit", 1, INT64_MAX, 0, &q.limit, e)) !=
	    ST_OK || (st = history_filter(c, &q, e)) != ST_OK)
		return st;
	q.brief = fmt == FMT_TABLE || fmt == FMT_TSV;
	p.sheet = sheet_new(c->out, fmt, heads, NHEADS);
	sheet_kinds(p.sheet, "nsssssssssn");
	p.table = fmt == FMT_TABLE;
	buf_init(&p.ref, BUF_LINE);
	buf_init(&p.old, BUF_LINE);
	buf_init(&p.new, BUF_LINE);
	st = history_read(c->app, &q, print_change, &p, e);
	buf_clear(&p.ref);
	buf_clear(&p.old);
	buf_clear(&p.new);
	end = sheet_end(p.sheet, st == ST_OK ? e : NULL);
	return st == ST_OK ? end : st;
}

static void
print_report(struct cli *c, const char *verb, const struct undo_report *r)
{
	size_t i;

	pick_print(c->out, "%s step %" PRId64 ": %s (%" PRId64 " %s)", verb,
	    r->seq, r->label, r->records, r->records == 1 ? "record" :
	    "records");
	for (i = 0; i < r->what.n; i++)
		pick_print(c->out, "  %s", r->what.v[i]);
	if (r->what.n == UNDO_LINES)
		pick_print(c->out, "  and others");
}

static void
print_refused(struct cli *c, const struct undo_report *r)
{
	size_t i;

	for (i = 0; i < r->refused.n; i++)
		cli_say(c, "%s", r->refused.v[i]);
}

/* What can be done about a step that does not go back as a whole. */
static enum status
undo_hint(const struct undo_report *r, struct err *e)
{
	struct buf b;
	enum status st;

	buf_init(&b, BUF_LINE);
	if (r->what.n > 0)
		buf_add(&b, "--except-changed takes back the rest.");
	else if (r->since != 0)
		buf_addf(&b, "Take that back first: caseload undo %" PRId64
		    ".", r->since);
	if (r->what.n == 0 && r->made != NULL)
		buf_addf(&b, "%sTo hide it instead: caseload archive %s.",
		    b.n > 0 ? "\n" : "", r->made);
	st = b.n > 0 ? pick_hint(b.p, e) : e->st;
	buf_clear(&b);
	return st;
}

enum status
cmd_undo(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct undo_report r = { 0 };
	bool dry = arg_has(c->args, "dry-run");
	int64_t seq = 0;
	enum status st;

	if (pos->n > 1 || (pos->n == 1 &&
	    !str_int(pos->v[0], 1, INT64_MAX, &seq)))
		return err_set(e, ST_USAGE, "undo takes the number of a step,"
		    " as history prints it");
	st = undo_step(c->app, seq, false, dry,
	    arg_has(c->args, "except-changed"), &r, e);
	if (st == ST_OK) {
		print_report(c, dry ? "Would undo" : "Undid", &r);
		if (r.refused.n > 0) {
			print_refused(c, &r);
			*code = EXIT_PART;
		}
	} else if (st == ST_CONFLICT || st == ST_DENIED) {
		if (r.refused.n > 1)
			print_refused(c, &r);
		if (st == ST_CONFLICT && r.refused.n > 0)
			st = undo_hint(&r, e);
	}
	undo_report_clear(&r);
	return st;
}

enum status
cmd_redo(struct cli *c, int *code, struct err *e)
{
	struct undo_report r = { 0 };
	enum status st;

	(void)code;
	st = redo_step(c->app, &r, e);
	if (st == ST_OK)
		print_report(c, "Redid", &r);
	undo_report_clear(&r);
	return st;
}
