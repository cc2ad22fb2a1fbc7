/* quick_come.c - what is to come of a visit, typed in its form.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts are those behind "todo" and "next" of a line of quick entry, read
 * and planned by the same functions; the visit is there already.
 */
#include "app/quick_come.h"

#include <stdlib.h>
#include <string.h>

#include "app/dated_rows.h"
#include "app/quick_db.h"
#include "app/quick_int.h"
#include "app/record.h"
#include "base/mem.h"
#include "model/fields.h"

/* --- reading ------------------------------------------------------------- */

static const struct field *
field_of(enum part_kind kind)
{
	return &entities[ENT_visit]->fields[kind == PK_NEXT ? F_visit_next :
	    F_visit_todo];
}

/* The parts of TEXT, all of KIND; faults are theirs. */
static void
read_all(struct parts *ps, const char *text, enum part_kind kind, int today)
{
	const char *word = kind == PK_NEXT ? "next " : "todo ";

	parts_split(ps, text);
	for (size_t i = 0; i < ps->n; i++) {
		const char *said = ps->v[i].text;

		if (str_istarts(said, word))	/* as quick entry has it */
			said += strlen(word);
		ps->v[i].kind = kind;
		follow_read(&ps->v[i], said, today);
	}
}

/* Every fault, in one sentence. */
static enum status
refuse(const struct parts *ps, enum part_kind kind, struct err *e)
{
	const char *id = field_of(kind)->id;
	struct strs faults = { 0 };
	char *all;
	enum status st = ST_OK;

	for (size_t i = 0; i < ps->n; i++) {
		const struct part *p = &ps->v[i];

		if (p->fault != NULL && strstr(p->fault, p->text) == NULL)
			strs_take(&faults, xasprintf("\"%s\": %s", p->text,
			    p->fault));
		else if (p->fault != NULL)
			strs_add(&faults, p->fault);
	}
	if (kind == PK_NEXT && ps->n > 1)
		strs_add(&faults, "one next visit, please");
	if (faults.n > 0) {
		all = strs_join(&faults, "; ");
		st = err_field(e, ST_INVALID, id, "%s: %s.", id, all);
		free(all);
	}
	strs_clear(&faults);
	return st;
}

static enum status
check(const struct app *app, const char *text, enum part_kind kind,
    struct err *e)
{
	struct parts ps = { 0 };
	enum status st;

	read_all(&ps, text, kind, app->today);
	st = refuse(&ps, kind, e);
	parts_clear(&ps);
	return st;
}

enum status
come_check_todo(const struct app *app, const char *text, struct err *e)
{
	return check(app, text, PK_TODO, e);
}

enum status
come_check_next(const struct app *app, const char *text, struct err *e)
{
	return check(app, text, PK_NEXT, e);
}

/* --- planning ------------------------------------------------------------ */

/* Another of its kind, there, with the same people. */
static enum status
plan_next_one(struct reading *r, const struct part *p, const struct row *visit,
    struct err *e)
{
	struct row *row;
	char day[24];

	(void)e;
	if (p->day <= row_day(visit, F_visit_date)) {
		day_long(p->day, day);
		read_fault(r, "%s is not after the visit", day);
		return ST_OK;
	}
	visit_next(r, p, visit);
	row = r->q->plan->op[r->q->plan->n - 1].mine;
	row_set(row, F_visit_owner, row_get(visit, F_visit_owner));
	set_copy(row_members(row, F_visit_people),
	    row_members(visit, F_visit_people),
	    row->ent->fields[F_visit_people].set);
	return ST_OK;
}

static enum status
plan_task(struct reading *r, const struct part *p, const struct row *visit,
    struct err *e)
{
	const struct about about = { .ent = "visit", .id = visit->id,
		.school = row_ref(visit, F_visit_school) };
	struct row *row;

	return follow_task(r, p, &about, false, &row, e);
}

/* What is asked or at fault: "@bell placement list: Ms Bell or Mr Bell?" */
static enum status
tell(const struct reading *r, enum part_kind kind, struct err *e)
{
	const char *id = field_of(kind)->id;
	enum status st = ST_OK;
	char *all;

	if (r->faults.n > 0) {
		all = strs_join(&r->faults, "; ");
		st = err_field(e, ST_INVALID, id, "%s: %s.", id, all);
		free(all);
	} else if (r->asked) {
		st = err_field(e, ST_AMBIGUOUS, id, "%s: %s. Type more of the "
		    "name.", id, r->q->say);
	}
	return st;
}

static enum status
add_rows(struct app *app, const struct quick_plan *plan, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < plan->n && st == ST_OK; i++)
		st = record_add(app, plan->op[i].mine, e);
	return st;
}

static enum status
plan_parts(struct reading *r, const struct row *visit, enum part_kind kind,
    struct err *e)
{
	enum status st = refuse(&r->follow, kind, e);

	for (size_t i = 0; i < r->follow.n && st == ST_OK; i++)
		st = kind == PK_NEXT ?
		    plan_next_one(r, &r->follow.v[i], visit, e) :
		    plan_task(r, &r->follow.v[i], visit, e);
	return st == ST_OK ? tell(r, kind, e) : st;
}

static enum status
come(struct app *app, const struct row *visit, const char *text,
    enum part_kind kind, struct err *e)
{
	struct look look = quick_look_db(app);
	int64_t place = row_is_empty(visit, F_visit_school) ?
	    row_ref(visit, F_visit_employer) : row_ref(visit, F_visit_school);
	const struct quick_opts opts = { .schools = &place, .nschools = 1 };
	struct quick q = { .say = xstrdup(""), .echo = xstrdup("") };
	struct reading r = { .look = &look, .opts = &opts, .line = text,
		.q = &q, .dir = DATE_FORWARD };
	enum status st;

	q.plan = xcalloc(1, sizeof *q.plan);
	read_all(&r.follow, text, kind, app->today);
	st = plan_parts(&r, visit, kind, e);
	if (st == ST_OK)
		st = add_rows(app, q.plan, e);
	quick_reading_clear(&r);
	quick_clear(&q);
	return st;
}

enum status
come_todo(struct app *app, const struct row *visit, const char *text,
    struct err *e)
{
	return come(app, visit, text, PK_TODO, e);
}

enum status
come_next(struct app *app, const struct row *visit, const char *text,
    struct err *e)
{
	return come(app, visit, text, PK_NEXT, e);
}

/* --- telling ------------------------------------------------------------- */

/* As derived.sql has the tasks that are there. */
static void
show_part(const struct part *p, struct buf *out)
{
	char day[24] = "", clock[6] = "";

	if (p->day != DAY_NONE)
		day_long(p->day, day);
	if (p->kind == PK_NEXT) {
		if (p->start >= 0)
			time_format(p->start, clock);
		buf_addf(out, "%s%s%s", day, *clock != '\0' ? " " : "", clock);
		return;
	}
	buf_addf(out, "%s%s%s%s%s%s", p->word != NULL ? "@" : "",
	    p->word != NULL ? p->word : "", p->word != NULL ? ": " : "",
	    p->value, *day != '\0' ? " by " : "", day);
}

static void
shown(const struct app *app, const char *text, enum part_kind kind,
    struct buf *out)
{
	struct parts ps = { 0 };

	read_all(&ps, text, kind, app->today);
	if (refuse(&ps, kind, NULL) == ST_OK)
		for (size_t i = 0; i < ps.n; i++) {
			buf_add(out, i > 0 ? "; " : "");
			show_part(&ps.v[i], out);
		}
	parts_clear(&ps);
}

void
come_todo_shown(const struct app *app, const char *text, struct buf *out)
{
	shown(app, text, PK_TODO, out);
}

void
come_next_shown(const struct app *app, const char *text, struct buf *out)
{
	shown(app, text, PK_NEXT, out);
}

/* --- for the table of dated.c -------------------------------------------- */

enum status
dated_todo(struct app *app, const struct row *visit,
    const struct dated_item *it, const char *arg, struct err *e)
{
	(void)arg;
	return come_todo(app, visit, it->text, e);
}

enum status
dated_next(struct app *app, const struct row *visit,
    const struct dated_item *it, const char *arg, struct err *e)
{
	(void)arg;
	return come_next(app, visit, it->text, e);
}
