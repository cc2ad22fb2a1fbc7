/* diary_rows.c - the records of a diary's week, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/agenda.h"
#include "app/diary_impl.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

/* Rows of a kind that are read by day: to be shown, to be asked whose they
 * are. */
enum { MOST = 400, MOST_ASKED = 5000 };

static const struct {
	const struct entity *ent;
	int		 field;		/* its day */
	bool		 moves;
	const char	*kind;		/* NULL: by its word */
	int		 word;		/* … of this field */
} kinds[DIARY_KINDS] = {
	[DIARY_ENCOUNTER] = { &encounter_entity, F_encounter_date, true, NULL,
	    F_encounter_type },
	[DIARY_LASTED] = { &encounter_entity, F_encounter_date, true, NULL,
	    F_encounter_type },
	[DIARY_VISIT] = { &visit_entity, F_visit_date, true, NULL,
	    F_visit_kind },
	[DIARY_SESSION] = { &cpd_entity, F_cpd_date, true, "CPD", 0 },
	[DIARY_EVENT] = { &event_entity, F_event_date, true, NULL,
	    F_event_kind },
	[DIARY_TERM] = { &term_entity, F_term_from, false, NULL, F_term_kind },
	[DIARY_TASK] = { &task_entity, F_task_due, true, "Task", 0 },
	[DIARY_CASE] = { &case_entity, F_case_due, true, "Case", 0 },
	[DIARY_REVIEW] = { &plan_entity, F_plan_review, true, "Plan", 0 },
	[DIARY_CONTACT] = { &visit_entity, F_visit_next_contact, true,
	    "Contact", 0 },
};

struct feed {
	struct reading	*rd;
	enum diary_what	 what;
	int64_t		 rows;		/* met by day */
};

/* --- places -------------------------------------------------------------- */

/* The schools of the entry at hand. */
struct placing {
	struct reading	*rd;
	unsigned	 groups;	/* of an event, at all its schools */
	bool		 event, mine;
	size_t		 n;
	char		*name;		/* the first, mine before others */
};

static void
on_place(void *arg, int64_t school, const char *groups, const char *name)
{
	struct placing *p = arg;
	struct reading *rd = p->rd;
	bool mine = who_has(&rd->schools, school);

	rd->place = xreallocarray(rd->place, rd->nplaces + 1,
	    sizeof *rd->place);
	rd->place[rd->nplaces++] = (struct clash_place){ school,
	    p->event ? p->groups : clash_groups(groups) };
	if (p->n++ == 0 || (mine && !p->mine)) {
		free(p->name);
		p->name = xstrdup(name);
	}
	p->mine |= mine;
}

static bool
in_boroughs(const struct reading *rd, const char *la)
{
	for (size_t i = 0; i < rd->las.n; i++)
		if (str_ieq(rd->las.v[i], la))
			return true;
	return rd->all;
}

/* Whom an event takes away from what else is on. */
static unsigned
taken_away(const struct diary_row *r)
{
	if (!str_empty(r->state))
		return clash_groups(r->state);
	return str_eq(r->word, "exams") || str_eq(r->word, "school trip") ?
	    CLASH_ALL : 0;
}

/* Its schools, and whose it is; *OURS: does it belong in the diary? */
static enum status
place_event(struct reading *rd, const struct diary_row *r, struct entry *n,
    bool *ours, struct err *e)
{
	struct placing p = { .rd = rd, .event = true,
	    .groups = taken_away(r) };
	enum status st = diary_places(rd->app->db, true, r->id, on_place, &p,
	    e);

	if (p.n > 0)
		*ours = rd->all || p.mine;
	else
		*ours = rd->d->layer == DIARY_BOROUGH &&
		    (*r->la == '\0' || in_boroughs(rd, r->la));
	n->nplaces = p.n;
	n->it.who = p.n > 1 ? xasprintf("%s + %zu", p.name, p.n - 1) :
	    xstrdup(p.n == 1 ? p.name : *r->la ? r->la : r->who);
	n->it.state = diary_groups(clash_groups(r->state));
	n->c.fair = str_eq(r->word, "borough event");
	free(p.name);
	return st;
}

/* --- words --------------------------------------------------------------- */

static const char *
kind_of(enum diary_what what, const char *word)
{
	const struct choice *c;

	if (kinds[what].kind != NULL)
		return kinds[what].kind;
	c = field_choice(&kinds[what].ent->fields[kinds[what].word], word);
	return c != NULL && c->label != NULL ? c->label : word;
}

static enum status
word_encounter(struct reading *rd, const struct diary_row *r, struct entry *n,
    struct err *e)
{
	struct placing p = { .rd = rd };
	struct agenda_item it;
	enum status st = diary_places(rd->app->db, false, r->id, on_place, &p,
	    e);

	free(p.name);
	if (st || (st = agenda_describe(rd->app, r->id, &it, e)) != ST_OK)
		return st;
	n->nplaces = p.n;
	n->name = xstrdup(it.kind);
	n->it.kind = xstrdup(kind_of(DIARY_ENCOUNTER, r->word));
	if (str_eq(n->name, n->it.kind))
		n->it.title = xstrdup(it.title);
	else
		n->it.title = xasprintf("%s, %s", n->name, it.title);
	n->it.who = xstrdup(it.who);
	n->it.state = xstrdup(str_eq(r->state, "confirmed") ? r->state :
	    it.state);
	n->c.fair = str_eq(r->word, "careers fair");
	agenda_item_clear(&it);
	return ST_OK;
}

/* Whose visit it is, when not that of who looks. */
static enum status
word_visit(struct reading *rd, const struct diary_row *r, struct entry *n,
    struct err *e)
{
	char *owner = NULL;
	enum status st = ST_OK;

	if (r->owner != 0)
		st = diary_user(rd->app->db, r->owner, &owner, e);
	n->it.title = xstrdup(r->title);
	n->it.who = xstrdup(r->who);
	if (owner != NULL && !str_eq(owner, rd->app->user))
		n->it.state = xstrdup(owner);
	else
		n->it.state = xstrdup(str_eq(r->state, "done") ? "done" : "");
	free(owner);
	if (r->school != 0) {
		struct placing p = { .rd = rd };

		on_place(&p, r->school, "", "");
		free(p.name);
		n->nplaces = 1;
	}
	n->c.user = r->owner;
	return st;
}

static void
word_others(enum diary_what what, const struct diary_row *r, struct entry *n)
{
	bool raised = str_in(r->word, "high urgent");

	n->it.title = xstrdup(r->title);
	n->it.who = xstrdup(what == DIARY_CONTACT ? "be in touch again" :
	    r->who);
	n->it.state = xstrdup(what == DIARY_CASE && raised ? r->word :
	    r->state);
}

/* What is over stays on its day, but when to be in touch again can move. */
static bool
is_over(const struct feed *f, const struct diary_row *r)
{
	return f->what < DIARY_TASK && (str_eq(r->state, "delivered") ||
	    str_eq(r->state, "done"));
}

static void
set_times(const struct diary_row *r, struct entry *n)
{
	n->it.day = day_from_iso(r->date);
	n->last = day_from_iso(r->end);
	if (n->last == DAY_NONE || n->last < n->it.day)
		n->last = n->it.day;
	n->it.whole = n->last > n->it.day;
	snprintf(n->it.time, sizeof n->it.time, "%.5s", r->start);
	n->c.from = time_parse(r->start);
	n->c.to = time_parse(r->finish);
	if (n->c.to < 0 && n->c.from >= 0 && r->minutes > 0)
		n->c.to = n->c.from + (int)r->minutes;
	n->it.first = n->it.day;
	n->it.last = n->last;
	n->it.from = n->c.from;
	n->it.to = n->c.to;
}

static enum status
make_entry(struct feed *f, const struct diary_row *r, struct entry *n,
    bool *ours, struct err *e)
{
	n->it.ent = kinds[f->what].ent;
	n->it.id = r->id;
	n->it.field = kinds[f->what].moves && !is_over(f, r) ?
	    kinds[f->what].field : -1;
	n->it.cls = f->what >= DIARY_TASK ? DIARY_DUE : *r->start != '\0' ?
	    DIARY_TIMED : DIARY_ALL_DAY;
	set_times(r, n);
	n->clashes = true;
	n->place = f->rd->nplaces;
	switch (f->what) {
	case DIARY_ENCOUNTER: case DIARY_LASTED:
		n->c.kind = CLASH_ENCOUNTER;
		return word_encounter(f->rd, r, n, e);
	case DIARY_VISIT:
		n->c.kind = CLASH_VISIT;
		n->it.kind = xstrdup(kind_of(f->what, r->word));
		n->name = xstrdup(n->it.kind);
		return word_visit(f->rd, r, n, e);
	case DIARY_EVENT:
		n->c.kind = CLASH_EVENT;
		n->it.kind = xstrdup(kind_of(f->what, r->word));
		n->it.title = xstrdup(r->title);
		n->name = xstrdup(r->title);
		n->it.whole |= n->it.cls == DIARY_ALL_DAY;
		return place_event(f->rd, r, n, ours, e);
	default:
		n->clashes = false;
		n->it.whole |= f->what == DIARY_TERM;
		n->it.kind = xstrdup(kind_of(f->what, r->word));
		word_others(f->what, r, n);
		return ST_OK;
	}
}

/* --- reading ------------------------------------------------------------- */

void
diary_entry_clear(struct entry *n)
{
	free(n->name);
	free(n->it.kind);
	free(n->it.title);
	free(n->it.who);
	free(n->it.state);
}

static bool
is_there(const struct feed *f, int64_t id)
{
	const struct reading *rd = f->rd;

	for (size_t i = 0; i < rd->n; i++)
		if (rd->entry[i].it.id == id &&
		    rd->entry[i].it.ent == kinds[f->what].ent &&
		    (rd->entry[i].it.cls == DIARY_DUE) ==
		    (f->what >= DIARY_TASK))
			return true;
	return false;
}

/* Of what was looked for by its day alone. */
static bool
is_ours(const struct feed *f, const struct diary_row *r)
{
	const struct reading *rd = f->rd;

	if (rd->all || f->what == DIARY_SESSION || f->what == DIARY_EVENT)
		return true;
	if (f->what == DIARY_TERM && r->school == 0)
		return in_boroughs(rd, r->la);
	return who_has(&rd->schools, r->school) ||
	    who_has(&rd->users, r->owner);
}

static enum status
on_row(void *arg, const struct diary_row *r, struct err *e)
{
	struct feed *f = arg;
	struct reading *rd = f->rd;
	struct entry n = { .last = 0 };
	bool ours = true;
	enum status st;

	if (is_there(f, r->id))
		return ST_OK;
	st = make_entry(f, r, &n, &ours, e);
	if (st || !ours) {
		rd->nplaces = n.place;
		diary_entry_clear(&n);
		return st;
	}
	if (rd->n == rd->cap) {
		rd->cap = rd->cap ? 2 * rd->cap : 64;
		rd->entry = xreallocarray(rd->entry, rd->cap,
		    sizeof *rd->entry);
	}
	rd->entry[rd->n++] = n;
	return ST_OK;
}

static enum status
on_day_row(void *arg, const struct diary_row *r, struct err *e)
{
	struct feed *f = arg;

	f->rows++;
	return is_ours(f, r) ? on_row(f, r, e) : ST_OK;
}

static enum status
read_by_day(struct feed *f, struct err *e)
{
	struct reading *rd = f->rd;
	int64_t most = rd->all ? MOST : MOST_ASKED;
	enum status st;

	f->rows = 0;
	st = diary_rows(rd->app->db, f->what, DIARY_BY_DAY, rd->first,
	    rd->last, most, on_day_row, f, e);
	rd->d->cut |= f->rows == most;
	return st;
}

static enum status
read_of(struct feed *f, enum diary_by by, const struct who *of, struct err *e)
{
	struct reading *rd = f->rd;
	enum status st = ST_OK;

	for (size_t i = 0; i < of->n && !st && diary_has(f->what, by); i++)
		st = diary_rows(rd->app->db, f->what, by, rd->first, rd->last,
		    of->v[i], on_row, f, e);
	return st;
}

enum status
diary_find_rows(struct reading *rd, struct err *e)
{
	enum status st = ST_OK;

	for (int w = 0; w < DIARY_KINDS && !st; w++) {
		struct feed f = { .rd = rd, .what = (enum diary_what)w };

		if (rd->all || !diary_has(f.what, DIARY_BY_SCHOOL)) {
			if (rd->all || w != DIARY_LASTED)
				st = read_by_day(&f, e);
			continue;
		}
		st = read_of(&f, DIARY_BY_SCHOOL, &rd->schools, e);
		if (!st)
			st = read_of(&f, DIARY_BY_OWNER, &rd->users, e);
	}
	return st;
}
