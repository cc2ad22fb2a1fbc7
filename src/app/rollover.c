/* rollover.c - the next academic year, made from the present one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rollover_int.h"

#include <stdlib.h>
#include <string.h>

#include "app/checklist.h"
#include "app/record.h"
#include "app/terms.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/date.h"
#include "db/db.h"
#include "db/store.h"
#include "model/fields.h"

#define START	"start of year"
enum { EARLY = 14 };		/* so many days before September may term begin */

enum status
rolling_add(struct rolling *w, struct row *r, struct err *e)
{
	enum status st = record_add(w->app, r, e);

	if (st == ST_OK) {
		w->told->added[r->ent->no]++;
		w->told->all++;
	}
	return st;
}

/* --- the checklist ------------------------------------------------------- */

static enum status
first_day(struct rolling *w, int64_t school, char out[11], struct err *e)
{
	int before = year_first_day(w->next) - EARLY - 1;
	struct calendar *cal;
	enum status st = terms_calendar(w->app, school, &cal, e);

	if (st != ST_OK)
		return st;
	day_iso(cal_next_term(cal, before), out);
	cal_free(cal);
	return ST_OK;
}

/* For SCHOOL, 0: for one's own week. */
static enum status
add_checklist(struct rolling *w, int64_t school, struct err *e)
{
	char first[11], last[11], anchor[11];
	int64_t there = 0;
	struct row *list;
	int64_t before = step_count(w->app);
	enum status st;

	day_iso(year_first_day(w->next) - EARLY, first);
	day_iso(year_last_day(w->next) - EARLY, last);
	st = db_get_int(w->app->db, Q_ROLLOVER_CHECKLIST, 0, &there, e, "szss",
	    START, school, first, last);
	if (st == ST_OK && there == 0)
		st = first_day(w, school, anchor, e);
	if (st != ST_OK || there != 0 || *anchor == '\0')
		return st;
	list = record_new(w->app, entities[ENT_checklist]);
	row_set(list, F_checklist_template, START);
	row_set(list, F_checklist_anchor, anchor);
	row_set_ref(list, F_checklist_school, "school", school);
	st = rolling_add(w, list, e);
	if (st == ST_OK) {		/* its tasks come with it */
		size_t n = (size_t)(step_count(w->app) - before) - 1;

		w->told->added[ENT_task] += n;
		w->told->all += n;
	}
	row_free(list);
	return st;
}

/* Is there such a template, and is it for schools? */
static enum status
find_template(struct app *app, bool *there, bool *each, struct err *e)
{
	struct templates *all;
	enum status st = checklist_templates(app, &all, e);

	*there = *each = false;
	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].name, START)) {
			*there = true;
			*each = template_fits(&all->v[i], "school");
		}
	templates_free(all);
	return ST_OK;
}

/* --- each school --------------------------------------------------------- */

/* "school/136578 Northgate: 5 rolls, 1 plan" */
static void
tell(struct rolling *w, const struct row *school,
    const size_t before[ENT_MAX])
{
	const struct rollover_told *t = w->told;
	const char *sep = ": ";
	struct buf b;

	buf_init(&b, BUF_LINE);
	ref_text(w->app, school->ent, school->id, &b);
	buf_addf(&b, " %s", row_get(school, F_school_name));
	for (int i = 0; i < ENT_MAX; i++) {
		size_t n = t->added[i] - before[i];

		if (n == 0)
			continue;
		buf_addf(&b, "%s%zu %s", sep, n, n == 1 ? entities[i]->id :
		    entities[i]->ids);
		sep = ", ";
	}
	strs_take(&w->told->lines, buf_take(&b));
}

static enum status
roll_school(struct rolling *w, int64_t id, bool checklist, struct err *e)
{
	size_t before[ENT_MAX], all = w->told->all;
	struct row *school;
	enum status st;

	memcpy(before, w->told->added, sizeof before);
	st = store_load(w->app->db, entities[ENT_school], id, false, &school,
	    e);
	if (st != ST_OK)
		return st;
	w->told->schools++;
	st = roll_rolls(w, school, e);
	if (st == ST_OK)
		st = roll_plan(w, school, e);
	if (st == ST_OK)
		st = roll_facts(w, school, e);
	if (st == ST_OK && checklist)
		st = add_checklist(w, id, e);
	if (st == ST_OK && w->told->all > all)
		tell(w, school, before);
	row_free(school);
	return st;
}

static enum status
check_year(struct rolling *w, struct err *e)
{
	int now = year_of_day(w->app->today);
	char next[8];

	year_format(now, w->from);
	year_format(w->next, w->to);
	year_format(now + 1, next);
	if (w->next == now + 1)
		return ST_OK;
	return err_set(e, ST_INVALID, "%s cannot be prepared: the present "
	    "academic year is %s, and the next one is %s.", w->to, w->from,
	    next);
}

enum status
rollover(struct app *app, int year, struct rollover_told *told, struct err *e)
{
	struct rolling w = { .app = app, .next = year, .told = told };
	struct db_ids ids = { 0 };
	bool there, for_schools;
	char today[11], first[11];
	enum status st;

	*told = (struct rollover_told){ 0 };
	if ((st = check_year(&w, e)) != ST_OK ||
	    (st = find_template(app, &there, &for_schools, e)) != ST_OK)
		return st;
	app->step.goes_on = true;
	day_iso(app->today, today);
	day_iso(year_first_day(year), first);
	st = db_get_ids(app->db, Q_ROLLOVER_SCHOOLS, &ids, e, "ss", today,
	    first);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = roll_school(&w, ids.v[i], for_schools, e);
	if (st == ST_OK && ids.n > 0 && there && !for_schools)
		st = add_checklist(&w, 0, e);
	app->step.goes_on = false;
	db_ids_clear(&ids);
	return st;
}

void
rollover_told_clear(struct rollover_told *t)
{
	strs_clear(&t->lines);
	*t = (struct rollover_told){ 0 };
}
