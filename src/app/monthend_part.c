/* monthend_part.c - the month-end return: what is to mend of what is mine, of a
 * school; where.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/monthend_impl.h"

#include <stdlib.h>

#include "app/mine_rows.h"
#include "app/options.h"
#include "app/record.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/agenda.h"

enum status
monthend_where(struct app *app, const struct monthend *m,
    const struct monthly_gap *g, const struct entity **ent, int64_t *id,
    int *field, struct err *e)
{
	const struct monthly_record *rec = &m->here.v[g->record];
	struct row *r;
	enum status st;

	*ent = rec->ent;
	*id = rec->id;
	*field = g->f->field;
	if (g->f->rest == NULL)
		return ST_OK;
	if ((st = record_load(app, rec->ent, rec->id, &r, e)) != ST_OK)
		return st;
	st = monthend_before_dot(app, r, g->f, ent, id, e);
	row_free(r);
	if (st == ST_OK)
		*field = entity_field(*ent, g->f->rest);
	return st;
}

static enum status
has_schools(struct app *app, bool *out, struct err *e)
{
	char day[11];

	day_iso(app->today, day);
	return agenda_has_schools(app->db, app->user, day, out, e);
}

enum status
monthend_whose(struct app *app, const struct monthend *m, bool **mine,
    struct err *e)
{
	struct mine_rows rows = { .app = app };
	bool *flag, has = false;
	size_t n, left;
	enum status st = has_schools(app, &has, e);

	*mine = NULL;
	if (st != ST_OK || !has)
		return st;
	flag = xcalloc(m->ngaps + 1, sizeof *flag);
	for (size_t i = 0; i < m->ngaps && st == ST_OK; i += n) {
		const struct monthly_record *rec =
		    &m->here.v[m->gap[i].record];
		int64_t id = rec->id;

		n = monthly_gaps_run(&m->gap[i], m->ngaps - i);
		st = mine_rows_these(&rows, rec->ent, &id, 1, &left, e);
		for (size_t k = 0; k < n && st == ST_OK; k++)
			flag[i + k] = left == 1;
	}
	mine_rows_clear(&rows);
	if (st == ST_OK)
		*mine = flag;
	else
		free(flag);
	return st;
}

enum status
monthend_school(struct app *app, int64_t school, int day, int64_t *out,
    struct err *e)
{
	struct monthend m = { .school = school };
	char iso[11];
	enum status st = monthend_rules(app, &m.rules, e);

	if (st != ST_OK)
		return st;
	day_iso(day, iso);
	monthend_days(&m, iso, day);
	st = monthend_of_school(app, &m, e);
	*out = st != ST_OK || m.here.n == 0 ? -1 :
	    (int64_t)monthly_gaps(m.rules, &m.here, &m.gap);
	monthend_clear(&m);
	return st;
}

enum status
monthend_mine(struct app *app, int64_t *out, int *due, struct err *e)
{
	struct monthend m = { 0 };
	char month[MONTH_TEXT];
	bool mine = false;
	enum status st = monthend_month("", app->today, month, e);

	*out = -1;
	if (st != ST_OK)
		return st;
	monthend_days(&m, month, app->today);
	st = monthend_rows(app, &m, e);
	*due = m.due;
	if (st != ST_OK || m.confirmed ||
	    m.due - app->today > option_int(app->opt, OPT_RETURN_DAYS)) {
		monthend_clear(&m);
		return st;
	}
	st = has_schools(app, &mine, e);
	if (st == ST_OK)
		st = monthend_rules(app, &m.rules, e);
	if (st == ST_OK)
		st = monthend_records(app, &m, mine ? "mine " : "", e);
	if (st == ST_OK)
		*out = (int64_t)monthly_gaps(m.rules, &m.here, &m.gap);
	monthend_clear(&m);
	return st;
}
