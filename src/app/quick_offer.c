/* quick_offer.c - "wants ashdown; construction speaker; y9; before 13/2" and
 * "offers city cranes; 6 work experience; y10; summer".
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first part names who, before the verb or behind it; of the others each is
 * known by what it holds: a field, a day, year groups, else words, in which the
 * kind and the sector are found. What else they say is the title, or when.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "model/fit.h"
#include "model/tables.h"

/* What the two verbs differ in: fields of their records, -1 none. */
struct offering {
	enum entity_no	 ent;
	unsigned	 kinds;		/* who the first part may be */
	int		 who, title, kind, sector, groups, number, from, to, when,
			 contact;
};

static const struct offering request = {
	.ent = ENT_request, .kinds = KIND(NK_SCHOOL),
	.who = F_request_school, .title = F_request_title,
	.kind = F_request_kind, .sector = F_request_sector,
	.groups = F_request_groups, .number = F_request_pupils, .from = -1,
	.to = F_request_by, .when = -1, .contact = F_request_contact,
};
static const struct offering offer = {
	.ent = ENT_offer, .kinds = KIND(NK_EMPLOYER) | KIND(NK_PROVIDER),
	.who = F_offer_organisation, .title = F_offer_title,
	.kind = F_offer_kind, .sector = -1, .groups = F_offer_groups,
	.number = F_offer_places, .from = F_offer_from, .to = F_offer_to,
	.when = F_offer_term, .contact = F_offer_contact,
};

/* --- words --------------------------------------------------------------- */

/* "6" of "6 work experience", taken out of W. */
static void
take_number(struct strs *w, const struct offering *o, struct row *row)
{
	int64_t n;

	if (w->n < 2 || !str_int(w->v[0], 0, 99999, &n))
		return;
	row_set(row, o->number, w->v[0]);
	free(w->v[0]);
	memmove(w->v, w->v + 1, --w->n * sizeof *w->v);
}

/* What says no more than the kind needs no title. */
static void
put_title(const struct offering *o, struct row *row, const struct strs *w)
{
	const struct field *f = &row->ent->fields[o->kind];
	char *text = words_join(w, 0, w->n);

	if (row_is_empty(row, o->title) && field_choice(f, text) == NULL)
		row_set(row, o->title, text);
	free(text);
}

/* A second kind is a second record: nothing is dropped. */
static void
check_one_kind(struct reading *r, const struct offering *o,
    const struct row *row, const struct strs *w)
{
	const struct field *f = &row->ent->fields[o->kind];
	char *text = words_join(w, 0, w->n);
	const struct choice *c = field_choice(f, text);

	if (c != NULL && !row_is_empty(row, o->kind) &&
	    !row_is(row, o->kind, c->word))
		read_fault(r, "two kinds, %s and %s: write two lines",
		    row_get(row, o->kind), c->word);
	free(text);
}

/* "construction speaker", "6 work experience", "summer" */
static void
read_words(struct reading *r, const struct offering *o, struct row *row,
    const struct part *p)
{
	const struct entity *ent = row->ent;
	const struct choice *kind, *sector = NULL;
	struct strs w = { 0 };
	int from, to;

	str_words(&w, p->text);
	take_number(&w, o, row);
	check_one_kind(r, o, row, &w);
	kind = row_is_empty(row, o->kind) ?
	    words_choice(&ent->fields[o->kind], &w) : NULL;
	if (o->sector >= 0 && row_is_empty(row, o->sector))
		sector = words_choice(&ent->fields[o->sector], &w);
	if (kind == NULL && o->when >= 0 && (!row_is_empty(row, o->title) ||
	    !row_is_empty(row, o->kind) ||
	    fit_term(p->text, r->look->today, &from, &to))) {
		put_text(r, row, o->when, p->text);
	} else {
		put_title(o, row, &w);
		if (kind != NULL)
			row_set(row, o->kind, kind->word);
		if (sector != NULL)
			row_set(row, o->sector, sector->word);
	}
	strs_clear(&w);
}

/* --- parts --------------------------------------------------------------- */

/* "y9", "y7-9 and ks4", "y9 180": only year groups, and how many pupils. */
static bool
read_groups(struct reading *r, const struct offering *o, struct row *row,
    const struct part *p)
{
	struct nums nums = { 0 };
	char *fault = NULL;
	bool good = nums_read(p->text, &nums, &fault) && fault == NULL;

	for (size_t i = 0; i < nums.n && good; i++)
		good = nums.v[i].school < 0;
	for (size_t i = 0; i < nums.n && good; i++) {
		const struct years_item *it = &nums.v[i].it;
		char number[24];

		for (int g = it->first; g <= it->last; g++)
			set_put(row_members(row, o->groups),
			    row->ent->fields[o->groups].set,
			    (const char *[]){ year_groups[g].word });
		if (it->count <= 0)
			continue;
		snprintf(number, sizeof number, "%ld", it->count);
		put_text(r, row, o->number, number);
	}
	nums_clear(&nums);
	free(fault);
	return good;
}

/* "before 13/2", "by fri", "until 30/6", "from 1/4", a day alone. */
static bool
read_day(struct reading *r, const struct offering *o, struct row *row,
    const struct part *p)
{
	static const char *const words[] = { "before ", "by ", "until ",
		"to ", "from " };
	const char *text = p->text;
	int field = o->to, day;
	struct err e = { 0 };

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (!str_istarts(text, words[i]))
			continue;
		text += strlen(words[i]);
		field = str_eq(words[i], "from ") ? o->from : o->to;
		break;
	}
	if (field < 0 || !date_like(text))
		return false;
	if (date_parse(text, r->look->today, DATE_FORWARD, &day, &e) !=
	    ST_OK)
		read_fault(r, "%s", e.text);
	else
		put_date(row, field, day);
	return true;
}

/* --- who ----------------------------------------------------------------- */

/* The school, employer or provider of part WHO; the last item, which may be let
 * go: then the line is about the school of the screen. */
static enum status
read_who(struct reading *r, const struct offering *o, size_t who, bool *named,
    struct err *e)
{
	const struct part *p = &r->parts.v[who];
	struct item *it;
	enum status st = names_item(r, who, p->from, p->text, o->kinds, &it,
	    e);

	*named = true;
	if (st != ST_OK)
		return st;
	it->len = p->len;
	if (it->cands.n == 0 && r->opts->nschools == 1 &&
	    o->ent == ENT_request && r->verb_part == 0) {
		free(it->text);
		cands_free(&it->cands);
		r->items.n--;
		*named = false;
	}
	if ((st = names_settle(r, false, o->kinds, e)) != ST_OK)
		return st;
	return apply_schools(r, e);
}

/* A school that is closed wants nothing: who goes on for it may. */
static enum status
check_open(struct reading *r, int64_t school, struct err *e)
{
	const struct item *it = r->schools.v[0].item;
	const char *name = r->schools.v[0].title;
	int first, last;
	char day[24];
	struct buf next;
	enum status st;

	buf_init(&next, BUF_LINE);
	st = r->look->span(r->look->arg, school, &first, &last, &next, e);
	if (st == ST_OK && last != DAY_NONE && last < r->look->today) {
		day_long(last, day);
		if (next.n > 0)
			read_fault(r, "%s was that school to %s: now it is %s",
			    name, day, next.p);
		else
			read_fault(r, "%s closed on %s: it wants nothing any "
			    "more", name, day);
	} else if (it != NULL && item_cand(it)->closed) {
		read_fault(r, "%s is closed: it wants nothing any more", name);
	}
	buf_clear(&next);
	return st;
}

static bool
put_who(struct reading *r, const struct offering *o, struct row *row)
{
	const struct cand *c = r->items.n > 0 ? item_cand(&r->items.v[0]) :
	    NULL;

	if (o->ent == ENT_request) {
		int64_t school = read_is_fine(r) ? verb_one_school(r) : 0;

		row_set_ref(row, o->who, "school", school);
		return school != 0;
	}
	if (c == NULL)
		return false;
	row_set_ref(row, o->who, kind_entity(c->kind)->id, c->id);
	read_tell_item(r, &r->items.v[0], NULL);
	return true;
}

/* "+City Cranes": an employer that is not there yet. */
static enum status
put_new(struct reading *r, const struct offering *o, struct row *row,
    const struct part *p, struct err *e)
{
	struct cands near = { 0 };
	char *name = str_trimmed(p->text + 1);
	struct row *employer;
	enum status st = r->look->near(r->look->arg, NK_EMPLOYER, name, &near,
	    e);

	if (st == ST_OK && near.n > 0) {
		read_fault(r, "\"%s\" is close to %s, which is there: write "
		    "that name", name, near.v[0].title);
	} else if (st == ST_OK) {
		employer = fresh_row(r, ENT_employer);
		row_set(employer, F_employer_name, name);
		row_set_ref(row, o->who, "employer",
		    plan_add(r->q->plan, employer));
		read_tell(r, "employer", xstrdup(name), p)->is_new = true;
	}
	cands_free(&near);
	free(name);
	return st;
}

/* --- the echo ------------------------------------------------------------ */

static void
tell(struct reading *r, const struct offering *o, const struct row *row)
{
	bool wants = o->ent == ENT_request;

	tell_field(r, row, o->kind, "");
	tell_field(r, row, o->title, "");
	tell_field(r, row, o->sector, "sector ");
	tell_field(r, row, o->number, wants ? "pupils " : "places ");
	tell_group_set(r, row, o->groups);
	tell_field(r, row, o->when, "");
	tell_field(r, row, o->from, "from ");
	tell_field(r, row, o->to, wants ? "before " : "until ");
	tell_field(r, row, entity_field(row->ent, "summary"), "summary: ");
	tell_field(r, row, entity_field(row->ent, "note"), "note: ");
}

/* "2 offers fit: City Cranes, Borough Council" */
static enum status
tell_fits(struct reading *r, const struct row *row, struct err *e)
{
	struct buf b;
	enum status st;

	buf_init(&b, BUF_LINE);
	st = r->look->fits(r->look->arg, row, &b, e);
	if (st == ST_OK && b.n > 0)
		read_tell(r, "fits", xstrdup(b.p), NULL)->assumed = true;
	buf_clear(&b);
	return st;
}

/* --- the line ------------------------------------------------------------ */

static void
read_part(struct reading *r, const struct offering *o, struct row *row,
    const struct part *p)
{
	if (p->kind != PK_VERB && !put_keyed(r, row, p) &&
	    !read_groups(r, o, row, p) && !read_day(r, o, row, p))
		read_words(r, o, row, p);
}

static void
check_kind(struct reading *r, const struct offering *o, const struct row *row)
{
	if (row_is_empty(row, o->kind))
		read_fault(r, "what kind? Say talk, mock interviews, work "
		    "experience or another: write %s", r->verb->told.example);
}

static enum status
understand(struct reading *r, const struct offering *o, struct row *row,
    struct err *e)
{
	size_t who = r->verb_part > 0 ? 0 : 1;
	const struct part *p = &r->parts.v[who];
	bool named = true, fresh = o->ent == ENT_offer && p->text[0] == '+';
	enum status st = fresh ? put_new(r, o, row, p, e) :
	    read_who(r, o, who, &named, e);

	if (st != ST_OK || r->asked || (!fresh && !put_who(r, o, row)) ||
	    (o->ent == ENT_request && (st = check_open(r,
	    row_ref(row, o->who), e)) != ST_OK))
		return st;
	for (size_t i = 0; i < r->parts.n; i++)
		if (i != who || !named)
			read_part(r, o, row, &r->parts.v[i]);
	check_kind(r, o, row);
	if (o->ent == ENT_request)
		tell_school(r);
	tell(r, o, row);
	return o->ent == ENT_request && read_is_fine(r) ?
	    tell_fits(r, row, e) : ST_OK;
}

static enum status
plan_one(struct reading *r, const struct offering *o, struct err *e)
{
	struct row *row;
	enum status st;

	if (verb_text(r) == NULL)
		return ST_OK;
	row = fresh_row(r, o->ent);
	if ((st = understand(r, o, row, e)) != ST_OK) {
		row_free(row);
		return st;
	}
	(void)plan_add(r->q->plan, row);
	r->q->plan->main = r->q->plan->n - 1;
	r->q->plan->did = "Added";
	return ST_OK;
}

enum status
plan_wants(struct reading *r, struct err *e)
{
	return plan_one(r, &request, e);
}

enum status
plan_offers(struct reading *r, struct err *e)
{
	return plan_one(r, &offer, e);
}
