/* quick_volunteer.c - "ea tom; northgate; 2h; governors meeting; mon": what a
 * volunteer did.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only people who are volunteers are looked at; of several of a name, those who
 * are matched with the school of the line. Without a school it is the only one
 * they are matched with. What names nothing says what it was.
 */
#include "app/quick_int.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"

/* --- what it was --------------------------------------------------------- */

/* "governors meeting" is what it was and no school's name. */
static void
take_kinds(struct reading *r, struct row *row)
{
	const struct field *f = &row->ent->fields[F_activity_kind];

	for (size_t i = 0; i < r->parts.n; i++) {
		struct part *p = &r->parts.v[i];
		const struct choice *c = p->kind == PK_NAME ?
		    field_choice(f, p->text) : NULL;

		if (c == NULL || !row_is_empty(row, F_activity_kind))
			continue;
		p->kind = PK_TEXT;
		row_set(row, F_activity_kind, c->word);
	}
}

/* A name that nothing has says it too, in words of its own. */
static void
take_words(struct reading *r, struct row *row)
{
	for (size_t i = 0; i < r->items.n; i++) {
		struct item *it = &r->items.v[i];

		if (it->cands.n > 0 || !row_is_empty(row, F_activity_kind) ||
		    r->parts.v[it->part].kind != PK_NAME)
			continue;
		row_set(row, F_activity_kind, it->text);
		r->parts.v[it->part].kind = PK_TEXT;
		free(it->text);
		cands_free(&it->cands);
		memmove(it, it + 1, (--r->items.n - i) * sizeof *it);
		i--;
	}
}

/* --- who ----------------------------------------------------------------- */

/* What CONTACT is a volunteer as: an Enterprise Adviser first; 0 none. */
static enum status
volunteer_of(const struct reading *r, int64_t contact, int64_t *out,
    struct err *e)
{
	struct ids ids = { 0 };
	struct row *row;
	enum status st = r->look->ids(r->look->arg, LOOK_VOLUNTEERS, contact,
	    0, 0, &ids, e);

	*out = ids.n > 0 ? ids.v[0] : 0;
	for (size_t i = 0; i < ids.n && ids.n > 1 && st == ST_OK; i++) {
		st = r->look->load(r->look->arg, entities[ENT_volunteer],
		    ids.v[i], &row, e);
		if (st != ST_OK)
			break;
		if (row_is(row, F_volunteer_kind, "enterprise adviser"))
			*out = ids.v[i];
		row_free(row);
	}
	ids_clear(&ids);
	return st;
}

/* The schools of VOLUNTEER's matches. */
static enum status
schools_of(const struct reading *r, int64_t volunteer, struct ids *out,
    struct err *e)
{
	struct ids ids = { 0 };
	struct row *row;
	enum status st = r->look->ids(r->look->arg, LOOK_MATCHES, volunteer,
	    r->look->today, 0, &ids, e);

	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		st = r->look->load(r->look->arg, entities[ENT_match],
		    ids.v[i], &row, e);
		if (st != ST_OK)
			break;
		ids_add(out, row_ref(row, F_match_school));
		row_free(row);
	}
	ids_clear(&ids);
	return st;
}

static enum status
is_matched(const struct reading *r, int64_t volunteer, bool *out,
    struct err *e)
{
	struct ids ids = { 0 };
	enum status st = schools_of(r, volunteer, &ids, e);

	*out = false;
	for (size_t i = 0; i < ids.n; i++)
		*out = *out || ids.v[i] == r->schools.v[0].id;
	ids_clear(&ids);
	return st;
}

enum { IS_VOLUNTEER = 1, IS_MATCHED = 2 };

static enum status
know(const struct reading *r, const struct cand *c, unsigned *out,
    struct err *e)
{
	bool matched = false;
	int64_t v;
	enum status st = volunteer_of(r, c->id, &v, e);

	if (st == ST_OK && v != 0 && r->schools.n == 1)
		st = is_matched(r, v, &matched, e);
	*out = v == 0 ? 0 : matched ? IS_VOLUNTEER | IS_MATCHED : IS_VOLUNTEER;
	return st;
}

/* Of the candidates only those who are WHAT. */
static void
keep(struct item *it, const unsigned *known, unsigned what)
{
	size_t kept = 0;

	for (size_t i = 0; i < it->cands.n; i++) {
		struct cand *c = &it->cands.v[i];

		if ((known[i] & what) != 0) {
			it->cands.v[kept++] = *c;
			continue;
		}
		free(c->title);
		free(c->where);
	}
	it->cands.n = kept;
}

static enum status
keep_volunteers(struct reading *r, struct item *it, struct err *e)
{
	unsigned *known = xcalloc(it->cands.n + 1, sizeof *known);
	size_t volunteers = 0, matched = 0;
	enum status st = ST_OK;

	for (size_t i = 0; i < it->cands.n && st == ST_OK; i++) {
		st = know(r, &it->cands.v[i], &known[i], e);
		volunteers += (known[i] & IS_VOLUNTEER) != 0;
		matched += (known[i] & IS_MATCHED) != 0;
	}
	if (it->cands.n == 0)
		no_person(r, it->text);
	else if (volunteers == 0)
		read_fault(r, "%s is no volunteer; g a and n make one",
		    it->cands.v[0].title);
	else if (matched > 0 && matched < volunteers) {
		it->assumed = true;
		it->why = "there";
	}
	keep(it, known, matched > 0 ? IS_MATCHED : IS_VOLUNTEER);
	free(known);
	return st;
}

/* Who IT was, put on ROW; *SURE unless it is asked about or a fault. */
static enum status
put_volunteer(struct reading *r, struct item *it, struct row *row, bool *sure,
    struct err *e)
{
	int64_t id;
	enum status st = keep_volunteers(r, it, e);

	*sure = false;
	if (st != ST_OK || (st = names_choose(r, it, e)) != ST_OK ||
	    item_cand(it) == NULL)
		return st;
	*sure = true;
	if ((st = volunteer_of(r, item_cand(it)->id, &id, e)) == ST_OK)
		row_set_ref(row, F_activity_volunteer, "volunteer", id);
	return st;
}

/* --- where --------------------------------------------------------------- */

static enum status
put_school(struct reading *r, struct row *row, struct err *e)
{
	struct ids ids = { 0 };
	char *name;
	enum status st = ST_OK;

	if (r->schools.n > 1)
		read_fault(r, "one school a line: write two lines");
	if (r->schools.n > 0) {
		row_set_ref(row, F_activity_school, "school",
		    r->schools.v[0].id);
		tell_school(r);
		return ST_OK;
	}
	st = schools_of(r, row_ref(row, F_activity_volunteer), &ids, e);
	if (st == ST_OK && ids.n == 1) {
		row_set_ref(row, F_activity_school, "school", ids.v[0]);
		st = record_name(r, ENT_school, ids.v[0], &name, e);
		if (st == ST_OK)
			read_tell(r, "school", name, NULL)->assumed = true;
	}
	ids_clear(&ids);
	return st;
}

/* --- the rest ------------------------------------------------------------ */

#define DAY_MINUTES	(24 * 60)	/* there are no more in a day */
#define LONG_DAY	(10 * 60)	/* nobody gives more without a slip */

/* 25h was perhaps 2.5h. */
static void
check_minutes(struct reading *r, const struct part *p)
{
	if (p->number > DAY_MINUTES)
		read_fault(r, "\"%s\" is more than a day: write a line for "
		    "each day", p->text);
	else if (p->number > LONG_DAY)
		read_sure(r, xasprintf("%s on one day?", p->text));
}

static void
put_part(struct reading *r, struct row *row, const struct part *p)
{
	char text[24];

	switch (p->kind) {
	case PK_WHEN:
		if (p->day == DAY_NONE || p->last_day != DAY_NONE)
			read_fault(r, "\"%s\": it has one day", p->text);
		else
			put_date(row, F_activity_date, p->day);
		break;
	case PK_MINUTES:
		snprintf(text, sizeof text, "%ld", p->number);
		row_set(row, F_activity_minutes, text);
		check_minutes(r, p);
		break;
	case PK_FIELD:
		put_text(r, row, p->field, p->value);
		break;
	case PK_NAME:
	case PK_VERB:
	case PK_TEXT:
		break;
	default:
		read_fault(r, "\"%s\" is no part of it: write %s", p->text,
		    r->verb->told.example);
	}
}

static void
tell_fields(struct reading *r, const struct part *p)
{
	if (p->kind == PK_FIELD)
		read_tell(r, "field", xasprintf("%s: %s",
		    entities[ENT_activity]->fields[p->field].id, p->value), p);
}

static void
tell(struct reading *r, const struct row *row)
{
	const struct part *when = NULL, *minutes = NULL;
	int day = row_day(row, F_activity_date);
	char shown[24];

	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		when = p->kind == PK_WHEN ? p : when;
		minutes = p->kind == PK_MINUTES ? p : minutes;
	}
	if (!row_is_empty(row, F_activity_kind))
		read_tell(r, "kind", xstrdup(row_get(row, F_activity_kind)),
		    NULL);
	if (minutes != NULL)
		read_tell(r, "minutes", xasprintf("%ld min",
		    minutes->number), minutes);
	if (day > r->look->today) {
		day_long(day, shown);
		read_fault(r, "%s is still to come", shown);
	}
	if (day != DAY_NONE) {
		day_long(day, shown);
		read_tell(r, "date", xstrdup(shown), when)->assumed =
		    when == NULL;
	}
	for (size_t i = 0; i < r->parts.n; i++)
		tell_fields(r, &r->parts.v[i]);
}

/* The names of the line; the last item is who it was. */
static enum status
find_names(struct reading *r, const struct part *who, struct row *row,
    struct err *e)
{
	struct item *it;
	enum status st;

	take_kinds(r, row);
	if ((st = names_find(r, KIND(NK_SCHOOL), e)) != ST_OK)
		return st;
	take_words(r, row);
	if ((st = names_item(r, r->verb_part + 1, who->from, who->text,
	    KIND(NK_CONTACT), &it, e)) != ST_OK)
		return st;
	it->kind = NK_CONTACT;
	it->len = who->len;
	if ((st = names_settle(r, false, 0, e)) != ST_OK)
		return st;
	return apply_schools(r, e);
}

static enum status
understand(struct reading *r, const struct part *who, struct row *row,
    struct err *e)
{
	struct item *it;
	bool sure;
	enum status st;

	if ((st = find_names(r, who, row, e)) != ST_OK)
		return st;
	it = &r->items.v[r->items.n - 1];
	if ((st = put_volunteer(r, it, row, &sure, e)) != ST_OK || !sure)
		return st;
	read_tell_item(r, it, NULL);
	if ((st = put_school(r, row, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < r->parts.n; i++)
		put_part(r, row, &r->parts.v[i]);
	tell(r, row);
	return ST_OK;
}

enum status
plan_volunteer(struct reading *r, struct err *e)
{
	const struct part *who = verb_text(r);
	struct row *row;
	enum status st;

	if (who == NULL)
		return ST_OK;
	row = fresh_row(r, ENT_activity);
	if ((st = understand(r, who, row, e)) != ST_OK) {
		row_free(row);
		return st;
	}
	apply_twice(r);
	(void)plan_add(r->q->plan, row);
	r->q->plan->main = r->q->plan->n - 1;
	r->q->plan->did = "Logged";
	return ST_OK;
}
