/* cmd_list.c - list, count, show, find, agenda: looking never writes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <inttypes.h>
#include <stdlib.h>

#include "app/agenda.h"
#include "app/find.h"
#include "app/mine.h"
#include "app/monthend.h"
#include "app/record.h"
#include "app/select.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/pick.h"
#include "model/snapshot.h"

#define NO_LIMIT	INT64_C(1000000000)
#define FOUND_MOST	10000	/* rows of find */

enum status
cmd_list(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const struct entity *ent;
	struct list_spec spec;
	enum format fmt;
	int64_t limit;
	enum status st;

	(void)code;
	if (pos->n == 0)
		return err_set(e, ST_USAGE, "list what? caseload list school");
	if ((st = pick_entity(pos->v[0], &ent, e)) != ST_OK ||
	    (st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = arg_number(c->args, "limit", 1, NO_LIMIT, 0, &limit, e)) !=
	    ST_OK ||
	    (st = pick_spec(c, ent, pos->v + 1, pos->n - 1, &spec, e)) != ST_OK)
		return st;
	st = pick_columns(c, fmt, &spec, e);
	if (st == ST_OK)
		st = export_list(c->app, &spec, fmt, limit, c->out, NULL, e);
	pick_spec_clear(&spec);
	return st;
}

enum status
cmd_count(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const struct entity *ent;
	struct list_spec spec;
	int64_t n;
	enum status st;

	(void)code;
	if (pos->n == 0)
		return err_set(e, ST_USAGE, "count what? caseload count"
		    " school");
	if ((st = pick_entity(pos->v[0], &ent, e)) != ST_OK ||
	    (st = pick_spec(c, ent, pos->v + 1, pos->n - 1, &spec, e)) != ST_OK)
		return st;
	st = select_count(c->app, &spec, NO_LIMIT - 1, &n, e);
	if (st == ST_OK)
		fprintf(c->out, "%" PRId64 "\n", n);
	pick_spec_clear(&spec);
	return st;
}

/* On a terminal a record reads better down the page. */
static void
show_down(struct cli *c, const struct row *r, const int *cols, size_t n)
{
	struct buf b;
	int width = utf8_width(r->ent->title), w;
	size_t i;

	for (i = 0; i < n; i++)
		if ((w = utf8_width(r->ent->fields[cols[i]].label)) > width)
			width = w;
	buf_init(&b, BUF_ROW);
	ref_text(c->app, r->ent, r->id, &b);
	pick_print(c->out, "%-*s %s", width, r->ent->title, b.p);
	for (i = 0; i < n; i++) {
		buf_reset(&b);
		value_shown(c->app, r, cols[i], &b);
		if (b.n > 0)
			pick_print(c->out, "%-*s %s", width,
			    r->ent->fields[cols[i]].label, b.p);
	}
	buf_clear(&b);
}

enum status
cmd_show(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct list_spec spec = { .sort = -1, .today = c->app->today };
	struct row *r = NULL;
	enum format fmt;
	int64_t id;
	enum status st;

	(void)code;
	if (pos->n != 1)
		return err_set(e, ST_USAGE, "show takes one reference");
	if ((st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = ref_resolve(c->app, pos->v[0], false, &spec.ent, &id, e)) !=
	    ST_OK || (st = record_load(c->app, spec.ent, id, &r, e)) != ST_OK)
		return st;
	st = pick_columns(c, fmt == FMT_TABLE ? FMT_TSV : fmt, &spec, e);
	if (st == ST_OK && fmt == FMT_TABLE)
		show_down(c, r, spec.cols, spec.ncols);
	else if (st == ST_OK)
		st = export_row(c->app, &spec, r, fmt, c->out, e);
	pick_spec_clear(&spec);
	row_free(r);
	return st;
}

enum status
cmd_find(struct cli *c, int *code, struct err *e)
{
	static const char *const heads[] = { "ref", "title", "where" };
	struct hits hits = { NULL, 0, 0 };
	struct sheet *s;
	struct buf ref;
	enum format fmt;
	enum status st;
	int64_t limit;
	char *text;
	size_t i;

	(void)code;
	if (c->args->pos.n == 0)
		return err_set(e, ST_USAGE, "find what? caseload find"
		    " northgate");
	if ((st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = arg_number(c->args, "limit", 1, FOUND_MOST, FOUND_MOST,
	    &limit, e)) != ST_OK)
		return st;
	text = strs_join(&c->args->pos, " ");
	st = find_all(c->app, text, (size_t)limit, 0, &hits, e);
	free(text);
	if (st != ST_OK)
		return st;
	s = sheet_new(c->out, fmt, heads, 3);
	buf_init(&ref, BUF_LINE);
	for (i = 0; i < hits.n; i++) {
		const char *cell[3] = { NULL, hits.v[i].title, hits.v[i].where };

		buf_reset(&ref);
		ref_text(c->app, hits.v[i].ent, hits.v[i].id, &ref);
		cell[0] = ref.p;
		sheet_row(s, cell);
	}
	buf_clear(&ref);
	hits_clear(&hits);
	return sheet_end(s, e);
}

/* What of my schools is due on the next snapshot, within DAYS; its day, or
 * DAY_NONE. */
static enum status
snapshot_due(struct app *app, int64_t days, int *day, struct buf *title,
    struct err *e)
{
	struct mine m = { .next = DAY_NONE };
	enum status st;

	*day = DAY_NONE;
	if (snapshot_from(app->today) > app->today + days)
		return ST_OK;
	if ((st = mine_read(app, &m, e)) != ST_OK ||
	    m.n[MINE_NOT_ASSESSED] == 0)
		return st;
	*day = m.next;
	mine_snapshot(&m, title);
	return ST_OK;
}

static void
snapshot_row(struct sheet *s, int day, const char *title, const char *user)
{
	char date[11];

	day_iso(day, date);
	sheet_row(s, (const char *const[]){ date, "snapshot", "", title, user,
	    "" });
}

/* The month-end return that is due within DAYS, and what is to mend for it. */
struct return_due {
	int64_t	n;
	int	day;
};

static enum status
return_due(struct app *app, int64_t days, struct return_due *out,
    struct err *e)
{
	enum status st = monthend_mine(app, &out->n, &out->day, e);

	if (st == ST_OK && out->day > app->today + days)
		out->n = 0;
	return st;
}

static void
return_row(struct sheet *s, const struct return_due *r, const char *user)
{
	char date[11], title[64];

	if (r->n <= 0)
		return;
	day_iso(r->day, date);
	snprintf(title, sizeof title, "Month-end return: %" PRId64 " to mend",
	    r->n);
	sheet_row(s, (const char *const[]){ date, "return", "", title, user,
	    "" });
}

/* Does what is due on DAY come before A? */
static bool
is_past(const struct agenda_item *a, int day)
{
	return a->day > day || a->day == DAY_NONE;
}

enum status
cmd_agenda(struct cli *c, int *code, struct err *e)
{
	static const char *const heads[] = { "date", "kind", "ref", "title",
	    "who", "state" };
	struct agenda ag = { 0 };
	struct sheet *s;
	struct buf ref, due;
	enum format fmt;
	enum status st;
	struct return_due ret = { 0, DAY_NONE };
	int64_t days;
	int snapshot;
	bool returns;
	size_t i;

	(void)code;
	if ((st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = arg_number(c->args, "days", 0, 3660, 14, &days, e)) != ST_OK)
		return st;
	buf_init(&due, BUF_LINE);
	st = snapshot_due(c->app, days, &snapshot, &due, e);
	if (st == ST_OK)
		st = return_due(c->app, days, &ret, e);
	if (st == ST_OK)
		st = agenda_read(c->app, (int)days, 10000, &ag, e);
	if (st != ST_OK) {
		buf_clear(&due);
		return st;
	}
	agenda_by_day(&ag);
	returns = ret.n > 0;
	s = sheet_new(c->out, fmt, heads, 6);
	buf_init(&ref, BUF_LINE);
	for (i = 0; i < ag.n; i++) {
		const struct agenda_item *a = &ag.v[i];
		char date[11];
		const char *cell[6] = { date, agenda_kind(a), NULL, a->title,
		    a->who, a->state };

		if (ret.n > 0 && is_past(a, ret.day)) {
			return_row(s, &ret, c->app->user);
			ret.n = 0;
		}
		if (snapshot != DAY_NONE && is_past(a, snapshot)) {
			snapshot_row(s, snapshot, due.p, c->app->user);
			snapshot = DAY_NONE;
		}
		day_iso(a->day, date);
		buf_reset(&ref);
		ref_text(c->app, a->ent, a->id, &ref);
		cell[2] = ref.p;
		sheet_row(s, cell);
	}
	if (ag.n == 0 && due.n == 0 && !returns && fmt == FMT_TABLE)
		cli_say(c, "%s", "Nothing to close, due or coming.");
	return_row(s, &ret, c->app->user);
	if (snapshot != DAY_NONE)
		snapshot_row(s, snapshot, due.p, c->app->user);
	buf_clear(&ref);
	buf_clear(&due);
	agenda_clear(&ag);
	return sheet_end(s, e);
}
