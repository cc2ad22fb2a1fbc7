/* plan.c - a school's careers plan of one academic year, and its page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/plan.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/plan.h"
#include "db/rules.h"
#include "model/fields.h"

/* An encounter by which an action is done. */
struct shown {
	int64_t	 task, id;
	int	 day;
	bool	 held;
	char	*title;
};
struct making {
	struct app	*app;
	struct report	*r;
	struct shown	*v;		/* newest first */
	size_t		 n;
	int		 year;
	size_t		 actions, done, late, evidenced;
};

enum status
plan_of(struct app *app, int64_t school, int year, int64_t *plan,
    struct err *e)
{
	char name[8];

	year_format(year, name);
	return rules_plan_of(app->db, school, name, 0, plan, e);
}

enum status
plan_next_number(struct app *app, int64_t plan, int64_t *out, struct err *e)
{
	return rules_action_next(app->db, plan, out, e);
}

static void
on_encounter(void *arg, const struct plan_encounter_row *r)
{
	struct making *m = arg;

	m->v = xreallocarray(m->v, m->n + 1, sizeof *m->v);
	m->v[m->n++] = (struct shown){ r->task, r->id, day_from_iso(r->date),
		str_eq(r->status, "delivered"), xstrdup(r->title) };
}

/* "3 Nov", in another academic year "3 Nov 2025"; "" for no day. */
static const char *
day_text(const struct making *m, const char *iso, char out[24])
{
	int day = day_from_iso(iso);
	char text[24];

	out[0] = '\0';
	if (day == DAY_NONE)
		return out;
	day_long(day, text);
	snprintf(out, 24, "%s", text + 4);
	if (year_of_day(day) == m->year)
		out[strlen(out) - 5] = '\0';
	return out;
}

/* --- what shows an action ------------------------------------------------ */

/* The newest that took place, else the next to come; NULL none. COUNT says how
 * many took place. */
static const struct shown *
best_of(const struct making *m, int64_t task, size_t *count)
{
	const struct shown *best = NULL;

	*count = 0;
	for (size_t i = 0; i < m->n; i++) {
		const struct shown *v = &m->v[i];

		if (v->task != task)
			continue;
		if (v->held && (*count)++ == 0)
			best = v;
		if (!v->held && (best == NULL || !best->held))
			best = v;
	}
	return best;
}

/* "3 Nov Careers fair and 1 more", "26 Nov Talk, not yet" */
static void
put_shown(struct making *m, const struct shown *v, size_t count)
{
	char iso[11], day[24];

	if (v == NULL) {
		report_cell(m->r, "-");
		return;
	}
	day_iso(v->day, iso);
	day_text(m, iso, day);
	if (!v->held)
		report_cellf(m->r, "%s %s, not yet", day, v->title);
	else if (count > 1)
		report_cellf(m->r, "%s %s and %zu more", day, v->title,
		    count - 1);
	else
		report_cellf(m->r, "%s %s", day, v->title);
	report_opens(m->r, entities[ENT_encounter], v->id);
}

/* --- actions ------------------------------------------------------------- */

static void
put_status(struct making *m, const struct plan_action_row *a, bool late)
{
	char day[24];

	if (str_eq(a->status, "done"))
		report_cellf(m->r, "done%s%s", *a->done != '\0' ? " " : "",
		    day_text(m, a->done, day));
	else if (str_eq(a->status, "waiting") && *a->waiting_for != '\0')
		report_cellf(m->r, "waits for %s%s", a->waiting_for,
		    late ? ", late" : "");
	else
		report_cellf(m->r, "%s%s", a->status, late ? ", late" : "");
}

/* "3.3", "3, 5", "-" */
static void
put_serves(struct making *m, const struct plan_action_row *a)
{
	report_cell(m->r, *a->item != '\0' ? a->item :
	    *a->benchmarks != '\0' ? a->benchmarks : "-");
}

/* The same for files: values as they are kept. */
static void
put_data(struct making *m, const struct plan_action_row *a,
    const struct shown *v)
{
	struct buf ref;
	char iso[11] = "";

	if (a->number != 0)
		report_cellf(m->r, "%lld", (long long)a->number);
	else
		report_cell(m->r, "");
	report_cell(m->r, a->title);
	report_cell(m->r, a->benchmarks);
	report_cell(m->r, a->item);
	report_cell(m->r, a->owner);
	report_cell(m->r, a->due);
	report_cell(m->r, a->status);
	report_cell(m->r, a->waiting_for);
	report_cell(m->r, a->done);
	if (v != NULL && v->held)
		day_iso(v->day, iso);
	report_cell(m->r, iso);
	buf_init(&ref, BUF_LINE);
	if (v != NULL)
		ref_text(m->app, entities[ENT_encounter], v->id, &ref);
	report_cell(m->r, ref.p);
	buf_clear(&ref);
	buf_init(&ref, BUF_LINE);
	ref_text(m->app, entities[ENT_task], a->id, &ref);
	report_cell(m->r, ref.p);
	buf_clear(&ref);
}

static void
on_action(void *arg, const struct plan_action_row *a)
{
	struct making *m = arg;
	int due = day_from_iso(a->due);
	bool open = str_in(a->status, "open waiting");
	bool late = open && due != DAY_NONE && due < m->app->today;
	size_t count;
	const struct shown *v = best_of(m, a->id, &count);
	char day[24];

	if (a->number != 0)
		report_cellf(m->r, "%lld %s", (long long)a->number, a->title);
	else
		report_cell(m->r, a->title);
	report_opens(m->r, entities[ENT_task], a->id);
	put_serves(m, a);
	report_cell(m->r, *a->owner != '\0' ? a->owner : "-");
	report_cell(m->r, *day_text(m, a->due, day) != '\0' ? day : "-");
	put_status(m, a, late);
	put_shown(m, v, count);
	put_data(m, a, v);
	m->actions += !str_eq(a->status, "dropped");
	m->done += str_eq(a->status, "done");
	m->late += late;
	m->evidenced += count > 0;
}

/* --- the page ------------------------------------------------------------ */

/* "2026/27, under way, agreed 14 Sep, review 5 Feb. Looked after by Dan." */
static enum status
put_head(struct making *m, int64_t plan, struct err *e)
{
	struct row *p;
	struct buf b;
	char day[24];
	enum status st = record_load(m->app, entities[ENT_plan], plan, &p, e);

	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_ROW);
	buf_addf(&b, "%s, %s", row_get(p, F_plan_year),
	    row_get(p, F_plan_status));
	if (*day_text(m, row_get(p, F_plan_agreed), day) != '\0')
		buf_addf(&b, ", agreed %s", day);
	if (*day_text(m, row_get(p, F_plan_review), day) != '\0')
		buf_addf(&b, ", review %s", day);
	if (row_ref(p, F_plan_owner) != 0) {
		buf_add(&b, ", looked after by ");
		title_text(m->app, entities[ENT_user],
		    row_ref(p, F_plan_owner), &b);
	}
	report_source(m->r, "%s.", b.p);
	buf_clear(&b);
	if (!row_is_empty(p, F_plan_summary)) {
		report_text(m->r, "");
		report_cell(m->r, row_get(p, F_plan_summary));
	}
	row_free(p);
	return ST_OK;
}

/* It opens the plan itself. */
static void
put_sum(struct making *m, int64_t plan)
{
	report_text(m->r, "");
	if (m->actions == 0) {
		report_cell(m->r, "It has no actions yet.");
		report_opens(m->r, entities[ENT_plan], plan);
		return;
	}
	report_cellf(m->r, "%zu of %zu done, %zu late; %zu shown by an encounter"
	    " that took place.", m->done, m->actions, m->late, m->evidenced);
	report_opens(m->r, entities[ENT_plan], plan);
	report_note(m->r, "BM: the item of the framework an action serves, "
	    "else its benchmarks.");
}

static void
put_heads(struct report *r)
{
	report_table(r, "", "#Action|#BM|#Who|#Due|#Status|#Shown by|"
	    "@>number|@title|@benchmarks|@item|@owner|@due|@status|"
	    "@waiting_for|@done|@evidenced|@encounter|@ref");
}

static enum status
put_plan(struct making *m, int64_t plan, struct err *e)
{
	enum status st;

	if ((st = put_head(m, plan, e)) != ST_OK ||
	    (st = plan_encounters(m->app->db, plan, on_encounter, m, e)) !=
	    ST_OK)
		return st;
	put_heads(m->r);
	if ((st = plan_actions(m->app->db, plan, on_action, m, e)) == ST_OK)
		put_sum(m, plan);
	return st;
}

enum status
plan_page(struct app *app, const struct row *school, int year, int64_t *plan,
    struct report *r, struct err *e)
{
	struct making m = { .app = app, .r = r, .year = year };
	char *title = xasprintf("Careers plan: %s",
	    row_get(school, F_school_name));
	char name[8];
	enum status st;

	report_begin(r, title, app->today);
	free(title);
	r->flat = true;
	year_format(year, name);
	st = plan_of(app, school->id, year, plan, e);
	if (st == ST_OK && *plan != 0)
		st = put_plan(&m, *plan, e);
	for (size_t i = 0; i < m.n; i++)
		free(m.v[i].title);
	free(m.v);
	if (st == ST_OK && *plan == 0) {
		put_heads(r);		/* for files */
		report_text(r, "");
		report_cellf(r, "There is no careers plan for %s yet.", name);
	}
	return st;
}

enum status
plan_report(struct app *app, const struct report_args *args, struct report *r,
    struct err *e)
{
	int64_t plan;

	return plan_page(app, args->school, args->year, &plan, r, e);
}
