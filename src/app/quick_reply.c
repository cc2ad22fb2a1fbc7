/* quick_reply.c - "reply harbour; by friday": who was asked has answered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The school, employer or provider asked; a person asked, else where they work.
 */
#include "app/quick_int.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/name.h"

struct open {
	struct row	**v;		/* recipients that are to answer */
	size_t		 n;
	char		*where;		/* what the words named, or NULL */
};

static void
open_clear(struct open *o)
{
	for (size_t i = 0; i < o->n; i++)
		row_free(o->v[i]);
	free(o->v);
	free(o->where);
}

static enum status
find_at(struct reading *r, int64_t id, struct open *out, struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_ASKED, id, 0, 0,
	    &ids, e);

	out->v = xreallocarray(out->v, out->n + ids.n + 1, sizeof *out->v);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		bool had = false;

		for (size_t k = 0; k < out->n && !had; k++)
			had = out->v[k]->id == ids.v[i];
		if (had)
			continue;
		st = r->look->load(r->look->arg, entities[ENT_recipient],
		    ids.v[i], &out->v[out->n], e);
		out->n += st == ST_OK;
	}
	ids_clear(&ids);
	return st;
}

/* Where somebody works: the letter may have gone there without a name. */
static enum status
find_work(struct reading *r, int64_t contact, struct open *out, struct err *e)
{
	struct works at = { 0 };
	enum status st = person_places(r, contact, r->look->today, &at, e);

	for (size_t i = 0; i < at.n && st == ST_OK; i++)
		st = find_at(r, at.v[i].id, out, e);
	works_clear(&at);
	return st;
}

/* At those that the words fit best, of a kind. */
static enum status
find_kind(struct reading *r, enum name_kind kind, const char *text,
    struct open *out, struct err *e)
{
	struct cands cs = { 0 };
	int best = NAME_BEGINNINGS;
	size_t before = out->n;
	enum status st = names_look(r->look, kind, text, &cs, e);

	for (size_t i = 0; i < cs.n; i++)
		best = cs.v[i].class > best ? cs.v[i].class : best;
	for (size_t i = 0; i < cs.n && st == ST_OK; i++) {
		if (cs.v[i].class < best)
			continue;
		if (out->where == NULL)
			out->where = xstrdup(cs.v[i].title);
		st = find_at(r, cs.v[i].id, out, e);
	}
	for (size_t i = 0; i < cs.n && kind == NK_CONTACT &&
	    st == ST_OK && out->n == before; i++)
		if (cs.v[i].class >= best)
			st = find_work(r, cs.v[i].id, out, e);
	cands_free(&cs);
	return st;
}

/* "Harbour UTC", "Harbour UTC, Ms Okoro" */
static enum status
name_who(const struct reading *r, const struct row *row, char **out,
    struct err *e)
{
	const char *text = row_get(row, F_recipient_organisation);
	enum entity_no ent = str_starts(text, "school/") ? ENT_school :
	    str_starts(text, "employer/") ? ENT_employer : ENT_partner;
	int64_t id = row_ref(row, F_recipient_organisation);
	int64_t contact = row_ref(row, F_recipient_contact);
	char *place = NULL, *person = NULL;
	enum status st = id == 0 ? ST_OK : record_name(r, ent, id, &place, e);

	if (st == ST_OK && contact != 0)
		st = record_name(r, ENT_contact, contact, &person, e);
	if (st == ST_OK)
		*out = xasprintf("%s%s%s", place != NULL ? place : "",
		    place != NULL && person != NULL ? ", " : "",
		    person != NULL ? person : "");
	free(place);
	free(person);
	return st;
}

/* Who, and "Reminder: Autumn assessment". */
static enum status
names_of(const struct reading *r, const struct row *row, char **who,
    char **what, struct err *e)
{
	enum status st;

	*who = *what = NULL;
	st = name_who(r, row, who, e);
	return st != ST_OK ? st : record_name(r, ENT_notice,
	    row_ref(row, F_recipient_notice), what, e);
}

/* Which of them? *OUT stays in O; NULL when it is asked, or none. */
static enum status
choose(struct reading *r, const struct open *o, const char *text,
    const struct row **out, struct err *e)
{
	struct strs choices = { 0 };
	size_t picked = 0;
	enum status st = ST_OK;

	*out = NULL;
	if (o->n == 0) {
		read_fault(r, o->where != NULL ? "%s has nothing to answer" :
		    "nobody called \"%s\" was asked anything",
		    o->where != NULL ? o->where : text);
		return ST_OK;
	}
	for (size_t i = 0; i < o->n && i < QUESTION_MAX && st == ST_OK; i++) {
		char *who, *what;

		st = names_of(r, o->v[i], &who, &what, e);
		if (st == ST_OK)
			strs_take(&choices, xasprintf("%s, %s", who, what));
		free(who);
		free(what);
	}
	if (st == ST_OK && (o->n == 1 || read_ask(r, "answers to: ", &choices,
	    NULL, &picked)))
		*out = o->v[picked];
	strs_clear(&choices);
	return st;
}

static enum status
put_reply(struct reading *r, const struct row *base, struct err *e)
{
	struct row *old = row_copy(base), *mine = row_copy(base);
	char *who, *what;
	struct buf said;
	enum status st;
	bool no;

	buf_init(&said, BUF_LINE);
	for (size_t i = r->verb_part > 0 ? r->verb_part + 1 : 2;
	    i < r->parts.n; i++)
		buf_addf(&said, "%s%s", said.n > 0 ? "; " : "",
		    r->parts.v[i].text);
	no = str_ieq(said.p, "no") || str_ieq(said.p, "declined");
	row_set(mine, F_recipient_status, no ? "declined" : "replied");
	row_set(mine, F_recipient_reply, said.p);
	plan_change(r->q->plan, old, mine);
	r->q->plan->did = "Answered";
	st = names_of(r, base, &who, &what, e);
	if (st == ST_OK) {
		read_tell(r, "school", who, NULL);
		read_tell(r, "notice", what, NULL);
		read_tell(r, "reply", xasprintf("%s%s%s", no ? "declined" :
		    "replied", said.n > 0 && !no ? ": " : "", no ? "" :
		    said.p), NULL);
	} else {
		free(who);
		free(what);
	}
	buf_clear(&said);
	return st;
}

/* The part that says who: before the verb or behind it. */
static const struct part *
who_said(struct reading *r)
{
	if (r->verb_part > 1)
		read_fault(r, "\"%s\" is too much before reply: write %s",
		    r->parts.v[1].text, r->verb->told.example);
	return r->verb_part > 0 ? &r->parts.v[0] : verb_text(r);
}

enum status
plan_reply(struct reading *r, struct err *e)
{
	static const enum name_kind kinds[] = { NK_SCHOOL, NK_EMPLOYER,
	    NK_PROVIDER, NK_CONTACT };
	const struct part *said = who_said(r);
	const struct row *row = NULL;
	struct open o = { 0 };
	enum status st = ST_OK;

	if (said == NULL)
		return ST_OK;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0] &&
	    st == ST_OK && o.n == 0; i++)
		st = find_kind(r, kinds[i], said->text, &o, e);
	if (st == ST_OK)
		st = choose(r, &o, said->text, &row, e);
	if (st == ST_OK && row != NULL)
		st = put_reply(r, row, e);
	open_clear(&o);
	return st;
}
