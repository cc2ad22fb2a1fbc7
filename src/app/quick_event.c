/* quick_event.c - verbs on a planned encounter or visit: done, cancel, moved.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"

static void
plan_put(struct reading *r, struct row *take_base, struct row *take_mine,
    const char *did)
{
	plan_change(r->q->plan, take_base, take_mine);
	r->q->plan->main = r->q->plan->n - 1;
	r->q->plan->did = did;
}

/* --- done ---------------------------------------------------------------- */

static bool
is_visit(const struct row *row)
{
	return row->ent->no == ENT_visit;
}

/* What the line says is of the event's own schools, unless it names others. */
static enum status
own_schools(struct reading *r, const struct row *row, struct err *e)
{
	const struct set *set = is_visit(row) ? NULL :
	    row_members(row, F_encounter_schools);
	struct quick_opts opts = *r->opts;
	const struct quick_opts *was = r->opts;
	size_t n = set != NULL ? set->n :
	    !row_is_empty(row, F_visit_school);
	int64_t *ids = xcalloc(n + 1, sizeof *ids);
	enum status st;

	for (size_t i = 0; i < n; i++)
		ids[i] = set != NULL ? member_ref(&set->m[i], ES_SCHOOL) :
		    row_ref(row, F_visit_school);
	opts.schools = ids;
	opts.nschools = n;
	r->opts = &opts;
	st = set != NULL ? names_encounter(r, 0, e) : visit_names(r, e);
	r->opts = was;
	free(ids);
	return st;
}

/* Fields were read as those of an encounter: a visit has most of them too. */
static void
visit_fields(struct reading *r)
{
	for (size_t i = 0; i < r->parts.n; i++) {
		struct part *p = &r->parts.v[i];
		const char *id;

		if (p->kind != PK_FIELD || p->fault != NULL)
			continue;
		id = entities[ENT_encounter]->fields[p->field].id;
		p->field = entity_field(entities[ENT_visit], id);
		if (p->field >= 0)
			continue;
		p->fault = xasprintf("a visit has no \"%s\"", id);
		read_fault(r, "%s", p->fault);
	}
}

static enum status
visit_done(struct reading *r, struct row *take_base, struct err *e)
{
	struct row *row;
	enum status st;

	visit_fields(r);
	if ((st = own_schools(r, take_base, e)) != ST_OK) {
		row_free(take_base);
		return st;
	}
	if ((st = visit_happened(r, take_base, DAY_NONE, e)) != ST_OK)
		return st;
	row = r->q->plan->op[r->q->plan->main].mine;
	tell_visit(r, row);
	return visit_tries(r, row, e);
}

enum status
plan_done(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	struct row *base, *mine;
	enum status st;

	if (said == NULL)
		return ST_OK;
	st = event_named(r, said->text, &base, e);
	if (st != ST_OK || base == NULL)
		return st;
	if (is_visit(base))
		return visit_done(r, base, e);
	for (size_t i = 0; i < r->q->nparts; i++) {
		free(r->q->part[i].shown);
		free(r->q->part[i].kind);
	}
	r->q->nparts = 0;
	r->stored = true;
	mine = row_copy(base);
	row_set(mine, F_encounter_status, "delivered");
	if ((st = own_schools(r, base, e)) == ST_OK)
		st = apply_said(r, mine, e);
	if (st != ST_OK) {
		row_free(base);
		row_free(mine);
		return st;
	}
	tell_encounter(r, mine);
	plan_put(r, base, mine, "Closed");
	return ST_OK;
}

/* --- cancel -------------------------------------------------------------- */

static void
tell_event(struct reading *r, const struct row *row, const char *state)
{
	bool visit = is_visit(row);
	int start = visit ? F_visit_start : F_encounter_start;
	char day[24];

	day_long(event_day(row), day);
	read_tell(r, "type", xstrdup(row_get(row, visit ? F_visit_kind :
	    F_encounter_type)), NULL);
	read_tell(r, "date", xasprintf("%s%s%s", day,
	    row_is_empty(row, start) ? "" : " ", row_get(row, start)), NULL);
	read_tell(r, "status", xstrdup(state), NULL);
}

enum status
plan_cancel(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	struct row *base, *mine;
	struct buf why;
	enum status st;

	if (said == NULL)
		return ST_OK;
	st = event_named(r, said->text, &base, e);
	if (st != ST_OK || base == NULL)
		return st;
	buf_init(&why, BUF_LINE);
	for (size_t i = r->verb_part + 2; i < r->parts.n; i++)
		buf_addf(&why, "%s%s", why.n > 0 ? "; " : "",
		    r->parts.v[i].text);
	mine = row_copy(base);
	row_set(mine, is_visit(mine) ? F_visit_status : F_encounter_status,
	    "cancelled");
	if (why.n > 0)
		row_set(mine, is_visit(mine) ? F_visit_reason :
		    F_encounter_reason, why.p);
	tell_event(r, mine, "cancelled");
	if (why.n > 0)
		read_tell(r, "reason", xasprintf("reason: %s", why.p),
		    &r->parts.v[r->verb_part + 2]);
	buf_clear(&why);
	plan_put(r, base, mine, "Cancelled");
	return ST_OK;
}

/* --- moved --------------------------------------------------------------- */

static void
shift_finish(struct row *row, int start)
{
	int was = time_parse(row_get(row, F_encounter_start));
	int finish = time_parse(row_get(row, F_encounter_finish));
	char text[6];

	if (was >= 0 && finish > was && start + finish - was < 24 * 60) {
		time_format(start + finish - was, text);
		row_set(row, F_encounter_finish, text);
	}
	time_format(start, text);
	row_set(row, F_encounter_start, text);
}

static void
visit_when_put(struct row *row, const struct part *when)
{
	char text[24];

	if (when->day != DAY_NONE)
		put_date(row, F_visit_date, when->day);
	if (when->start >= 0) {
		time_format(when->start, text);
		row_set(row, F_visit_start, text);
	}
	if (when->start >= 0 && when->finish > when->start) {
		snprintf(text, sizeof text, "%d", when->finish - when->start);
		row_set(row, F_visit_minutes, text);
	}
}

static void
put_when(struct row *row, const struct part *when)
{
	int was = row_day(row, F_encounter_date);
	int last = row_day(row, F_encounter_end);
	char text[11];

	if (when->day != DAY_NONE) {
		day_iso(when->day, text);
		row_set(row, F_encounter_date, text);
		if (when->last_day != DAY_NONE)
			last = when->last_day;
		else if (last != DAY_NONE && was != DAY_NONE)
			last += when->day - was;
		day_iso(last, text);
		row_set(row, F_encounter_end, text);
	}
	if (when->start >= 0)
		shift_finish(row, when->start);
	if (when->finish >= 0) {
		time_format(when->finish, text);
		row_set(row, F_encounter_finish, text);
	}
}

/* The last " to " of S, NULL when there is none. */
static const char *
last_to(const char *s)
{
	const char *found = NULL, *at = s;

	while ((at = strstr(at, " to ")) != NULL)
		found = at++;
	return found;
}

enum status
plan_moved(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	const char *to;
	struct part when = { .day = DAY_NONE, .last_day = DAY_NONE,
	    .start = -1, .finish = -1 };
	struct row *base, *mine;
	char *what;
	enum status st;

	if (said == NULL)
		return ST_OK;
	if (r->parts.n > r->verb_part + 2)
		read_fault(r, "\"%s\" is too much: write %s",
		    r->parts.v[r->verb_part + 2].text, r->verb->told.example);
	if ((to = last_to(said->text)) == NULL || !when_read(to + 4, r->look->today,
	    DATE_FORWARD, &when)) {
		read_fault(r, "moved to when? Write %s",
		    r->verb->told.example);
		return ST_OK;
	}
	if (when.fault != NULL) {
		read_fault(r, "%s", when.fault);
		free(when.fault);
		return ST_OK;
	}
	what = xstrndup(said->text, (size_t)(to - said->text));
	st = event_named(r, what, &base, e);
	free(what);
	if (st != ST_OK || base == NULL)
		return st;
	mine = row_copy(base);
	if (is_visit(mine))
		visit_when_put(mine, &when);
	else
		put_when(mine, &when);
	if (mine->ent->check != NULL) {
		struct err why;

		if (mine->ent->check(mine, &why) != ST_OK)
			read_fault(r, "%s", why.text);
	}
	tell_event(r, mine, row_get(mine, is_visit(mine) ? F_visit_status :
	    F_encounter_status));
	plan_put(r, base, mine, "Moved");
	return ST_OK;
}
