/* quick_apply.c - what an encounter line says, put on an encounter.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row is new, or a planned one that happened: what the line does not say
 * stays as it was.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/id.h"

void
schools_clear(struct schools *ss)
{
	for (size_t i = 0; i < ss->n; i++) {
		free(ss->v[i].title);
		free(ss->v[i].typed);
	}
	free(ss->v);
	*ss = (struct schools){ 0 };
}

static void
add_school(struct schools *ss, int64_t id, const char *title,
    const char *typed, struct item *item)
{
	for (size_t i = 0; i < ss->n; i++)
		if (ss->v[i].id == id)
			return;
	ss->v = xreallocarray(ss->v, ss->n + 1, sizeof *ss->v);
	ss->v[ss->n++] = (struct school){
		id, xstrdup(title), xstrdup(typed), item
	};
}

/* Those of the screen, when the line names none. */
static enum status
view_schools(struct reading *r, struct err *e)
{
	for (size_t i = 0; i < r->opts->nschools; i++) {
		struct row *row;
		const char *name;
		enum status st;

		st = r->look->load(r->look->arg, entities[ENT_school],
		    r->opts->schools[i], &row, e);
		if (st != ST_OK)
			return st;
		name = row_get(row, F_school_name);
		add_school(&r->schools, r->opts->schools[i], name, name, NULL);
		row_free(row);
	}
	return ST_OK;
}

enum status
apply_schools(struct reading *r, struct err *e)
{
	bool named = false;

	for (size_t i = 0; i < r->items.n; i++) {
		struct item *it = &r->items.v[i];
		const struct cand *c = item_cand(it);

		named = named || it->kind == NK_SCHOOL;
		if (c != NULL && c->kind == NK_SCHOOL)
			add_school(&r->schools, c->id, c->title, it->text, it);
	}
	return named ? ST_OK : view_schools(r, e);
}

/* Add record ID to a set of references, keeping the word it has. */
static void
put_ref(struct row *row, int field, int64_t id)
{
	const struct setdef *def = row->ent->fields[field].set;
	struct set *set = row_members(row, field);
	char code[ID_CODE];
	const char *v[] = { code, "" };

	id_code(id, code);
	if (set_find(set, def, v) == NULL)
		set_put(set, def, v);
}

static void
apply_names(struct reading *r, struct row *row)
{
	for (size_t i = 0; i < r->schools.n; i++)
		put_ref(row, F_encounter_schools, r->schools.v[i].id);
	for (size_t i = 0; i < r->items.n; i++) {
		const struct item *it = &r->items.v[i];
		const struct cand *c = item_cand(it);

		if (it->new_id != 0)
			put_ref(row, F_encounter_employers, it->new_id);
		if (c == NULL)
			continue;
		if (c->kind == NK_EMPLOYER)
			put_ref(row, F_encounter_employers, c->id);
		else if (c->kind == NK_PROVIDER)
			put_ref(row, F_encounter_providers, c->id);
		else if (c->kind == NK_CLUSTER)
			row_set_ref(row, F_encounter_cluster, "cluster",
			    c->id);
		else if (c->kind == NK_MODE)
			row_set(row, F_encounter_mode, c->choice->word);
		else if (c->kind == NK_TYPE)
			row_set(row, F_encounter_type, c->choice->word);
	}
}

static void
put_day(struct row *row, int field, int day)
{
	char text[11];

	day_iso(day, text);
	row_set(row, field, text);
}

static void
put_number(struct row *row, int field, long n)
{
	char text[24];

	snprintf(text, sizeof text, "%ld", n);
	row_set(row, field, text);
}

static void
put_time(struct row *row, int field, int minutes)
{
	char text[6];

	time_format(minutes, text);
	row_set(row, field, text);
}

static void
apply_when(struct row *row, const struct part *p)
{
	if (p->day != DAY_NONE)
		put_day(row, F_encounter_date, p->day);
	if (p->last_day != DAY_NONE)
		put_day(row, F_encounter_end, p->last_day);
	if (p->start >= 0) {
		put_time(row, F_encounter_start, p->start);
		row_set(row, F_encounter_finish, "");
	}
	if (p->finish >= 0) {
		put_time(row, F_encounter_finish, p->finish);
		row_set(row, F_encounter_minutes, "");
	}
}

static void
apply_days(struct reading *r, struct row *row, long hundredths)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%ld", hundredths / 100);
	if (hundredths % 100 != 0)
		buf_addf(&b, hundredths % 10 == 0 ? ".%ld" : ".%02ld",
		    hundredths % 10 == 0 ? hundredths % 100 / 10 :
		    hundredths % 100);
	row_set(row, F_encounter_days, b.p);
	buf_clear(&b);
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == PK_MINUTES)
			return;		/* said apart */
	put_number(row, F_encounter_minutes,
	    hundredths * r->look->hours_per_day * 60 / 100);
}

static void
put_words(struct row *row, int field, const char *const *words)
{
	for (; *words != NULL; words++)
		set_put(row_members(row, field), row->ent->fields[field].set,
		    words);
}

static void
put_benchmarks(struct row *row, unsigned set)
{
	set_clear(row_members(row, F_encounter_benchmarks),
	    &encounter_benchmarks_set);
	for (int n = 1; n <= 8; n++) {
		char text[2] = { (char)('0' + n) };

		if ((set & 1u << n) != 0)
			put_words(row, F_encounter_benchmarks,
			    (const char *[]){ text, NULL });
	}
}

void
append_line(struct row *row, int field, const char *text)
{
	const char *old = row_get(row, field);
	char *both = *old == '\0' ? xstrdup(text) :
	    xasprintf("%s\n%s", old, text);

	row_set(row, field, both);
	free(both);
}

static void
apply_part(struct reading *r, struct row *row, const struct part *p)
{
	static const char *const access[] = {
		"provider", "careers", "learning", "questions", NULL
	};
	struct err why = { 0 };

	switch (p->kind) {
	case PK_FIELD:
		if (r->look->field(r->look->arg, row, p->field, p->value,
		    &why) != ST_OK)
			read_fault(r, "%s", why.text);
		break;
	case PK_WHEN:
		apply_when(row, p);
		break;
	case PK_MINUTES:
		put_number(row, F_encounter_minutes, p->number);
		break;
	case PK_DAYS:
		apply_days(r, row, p->number);
		break;
	case PK_PERIOD:
		append_line(row, F_encounter_note, p->value);
		break;
	case PK_BENCHMARKS:
		put_benchmarks(row, p->benchmarks);
		break;
	case PK_MODE:
		row_set(row, F_encounter_mode, p->word);
		break;
	case PK_ACCESS:
		row_set(row, F_encounter_in_hours, "yes");
		put_words(row, F_encounter_ticks, access);
		break;
	case PK_PERSON:
		read_fault(r, "\"%s\": an encounter keeps no people; put the "
		    "name in note:", p->text);
		break;
	default:		/* names and numbers have their own turn */
		break;
	}
}

/* planned when it is said or still to come; else it took place. */
static void
apply_status(struct reading *r, struct row *row)
{
	int day = row_day(row, F_encounter_date), today = r->look->today;
	const char *word = NULL;
	char shown[24];

	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == PK_STATUS)
			word = r->parts.v[i].word;
	if (word == NULL)
		word = r->plan_word || (!r->stored && day != DAY_NONE &&
		    day > today) ?
		    "planned" : "delivered";
	if (day != DAY_NONE && day > today && str_eq(word, "delivered")) {
		day_long(day, shown);
		read_fault(r, "%s is still to come: it cannot be delivered",
		    shown);
	}
	row_set(row, F_encounter_status, word);
}

static bool
said_ahead(const struct reading *r)
{
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == PK_STATUS &&
		    str_in(r->parts.v[i].word, "planned confirmed"))
			return true;
	return r->plan_word;
}

void
apply_strict(struct reading *r)
{
	char shown[24];

	if (!r->opts->strict || said_ahead(r))
		return;
	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind != PK_WHEN || p->day == DAY_NONE || !p->no_year ||
		    p->day <= r->look->today)
			continue;
		day_long(p->day, shown);
		read_fault(r, "\"%s\" would be %s: write plan, or the year",
		    p->text, shown);
	}
}

/* A school that was no longer that school on DAY: say who was. */
static enum status
check_span(struct reading *r, const struct school *s, int day, struct err *e)
{
	int first, last;
	struct buf next;
	char shown[24];
	enum status st;

	buf_init(&next, BUF_LINE);
	st = r->look->span(r->look->arg, s->id, &first, &last, &next, e);
	if (st == ST_OK && last != DAY_NONE && day > last) {
		day_long(last, shown);
		if (next.n > 0)
			read_fault(r, "%s was that school to %s: now it is %s",
			    s->title, shown, next.p);
		else
			read_fault(r, "%s closed on %s: only days up to that "
			    "can be logged", s->title, shown);
	}
	buf_clear(&next);
	return st;
}

enum status
apply_closed(struct reading *r, int day, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; st == ST_OK && day != DAY_NONE &&
	    i < r->schools.n; i++)
		if (r->schools.v[i].id != 0)
			st = check_span(r, &r->schools.v[i], day, e);
	return st;
}

/* What P says of which a line has one: "day"; NULL when it may come again. */
static const char *
said_once(const struct part *p)
{
	static const char *const words[] = {
		[PK_MINUTES] = "lengths", [PK_DAYS] = "lengths in days",
		[PK_STATUS] = "states", [PK_MODE] = "modes",
		[PK_BENCHMARKS] = "lists of benchmarks",
	};

	if (p->kind == PK_WHEN)
		return p->day != DAY_NONE ? "days" : "times";
	return p->kind < sizeof words / sizeof words[0] ? words[p->kind] :
	    NULL;
}

/* "two days: \"t\" and \"y\"" */
void
apply_twice(struct reading *r)
{
	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];
		const char *what = said_once(p);

		for (size_t k = 0; k < i && what != NULL; k++)
			if (r->parts.v[k].kind == p->kind &&
			    str_eq(said_once(&r->parts.v[k]), what))
				read_fault(r, "two %s: \"%s\" and \"%s\"",
				    what, r->parts.v[k].text, p->text);
	}
}

enum status
apply_said(struct reading *r, struct row *row, struct err *e)
{
	struct err why = { 0 };
	enum status st;

	apply_twice(r);
	apply_names(r, row);
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].fault == NULL &&
		    r->parts.v[i].kind != PK_PERIOD)
			apply_part(r, row, &r->parts.v[i]);
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == PK_PERIOD)	/* behind the note */
			apply_part(r, row, &r->parts.v[i]);
	apply_status(r, row);
	apply_strict(r);
	if ((st = apply_closed(r, row_day(row, F_encounter_date), e)) !=
	    ST_OK ||
	    (st = apply_years(r, row, e)) != ST_OK)
		return st;
	row->ent->derive(NULL, row, r->look->today);
	if (row->ent->check(row, &why) != ST_OK)
		read_fault(r, "%s", why.text);
	return ST_OK;
}
