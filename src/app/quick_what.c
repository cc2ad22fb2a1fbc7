/* quick_what.c - which planned encounter or visit "sandm mock tue" is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words say school, type or employer, and day; or an employer to be
 * visited. Every way of cutting them is tried, the longest name of a school
 * first; what counts is whether all of them mean something.
 */
#include "app/quick_int.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/name.h"

#define AHEAD	400	/* days looked forward and back */
#define SHOWN	9	/* choices in a question */

struct what {
	struct cands	 places, types, employers;
	const struct choice *kind;	/* of visit, or NULL */
	int		 day;		/* DAY_NONE: any */
	struct row	**v;		/* what is planned and fits */
	size_t		 n;
};

static void
what_clear(struct what *w)
{
	cands_free(&w->places);
	cands_free(&w->types);
	cands_free(&w->employers);
	for (size_t i = 0; i < w->n; i++)
		row_free(w->v[i]);
	free(w->v);
	*w = (struct what){ .day = DAY_NONE };
}

static char *
join(const struct strs *words, size_t from, size_t to)
{
	struct strs some = { words->v + from, to - from, to - from };

	return to > from ? strs_join(&some, " ") : xstrdup("");
}

/* Candidates of KIND for TEXT, those of the best class only. */
static enum status
look_best(struct reading *r, enum name_kind kind, const char *text,
    struct cands *out, struct err *e)
{
	struct cands all = { 0 };
	int best = NAME_NONE;
	enum status st = names_look(r->look, kind, text, &all, e);

	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].class > best)
			best = all.v[i].class;
	for (size_t i = 0; st == ST_OK && i < all.n; i++)
		if (all.v[i].class == best)
			cand_push(out, &all.v[i]);
	cands_free(&all);
	return st;
}

/* A day at the end of the words, cut off. */
static void
cut_day(struct reading *r, struct strs *words, struct what *w)
{
	for (size_t n = words->n < 3 ? words->n : 3; n > 0; n--) {
		struct part when = { .day = DAY_NONE, .last_day = DAY_NONE,
		    .start = -1, .finish = -1 };
		char *text = join(words, words->n - n, words->n);
		bool good = when_read(text, r->look->today, r->dir, &when) &&
		    when.fault == NULL && when.day != DAY_NONE;

		free(text);
		free(when.fault);
		if (!good)
			continue;
		w->day = when.day;
		while (n-- > 0)
			free(words->v[--words->n]);
		return;
	}
}

static bool
visit_fits(const struct what *w, const struct row *row)
{
	bool good = w->types.n + w->employers.n == 0;

	if (w->day != DAY_NONE && row_day(row, F_visit_date) != w->day)
		return false;
	if (w->kind != NULL)
		return row_is(row, F_visit_kind, w->kind->word);
	for (size_t i = 0; i < w->employers.n && !good; i++)
		good = row_ref(row, F_visit_employer) ==
		    w->employers.v[i].id;
	return good;
}

static bool
event_fits(const struct what *w, const struct row *row)
{
	bool good = w->types.n + w->employers.n == 0 && w->kind == NULL;

	if (w->day != DAY_NONE && row_day(row, F_encounter_date) != w->day)
		return false;
	for (size_t i = 0; i < w->types.n && !good; i++)
		good = row_is(row, F_encounter_type,
		    w->types.v[i].choice->word);
	for (size_t i = 0; i < w->employers.n && !good; i++) {
		const struct set *s = row_members(row, F_encounter_employers);

		for (size_t k = 0; k < s->n && !good; k++)
			good = member_ref(&s->m[k], EE_EMPLOYER) ==
			    w->employers.v[i].id;
	}
	return good;
}

/* What is planned at PLACE and fits, of LIST. */
static enum status
find_of(struct reading *r, enum look_list list, int64_t place, struct what *w,
    struct err *e)
{
	int today = r->look->today;
	bool visit = list == LOOK_VISITS;
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, list, place, today - AHEAD,
	    today + AHEAD, &ids, e);

	for (size_t k = 0; st == ST_OK && k < ids.n; k++) {
		struct row *row;

		st = r->look->load(r->look->arg, entities[visit ? ENT_visit :
		    ENT_encounter], ids.v[k], &row, e);
		if (st != ST_OK)
			break;
		if (!(visit ? visit_fits(w, row) : event_fits(w, row))) {
			row_free(row);
			continue;
		}
		w->v = xreallocarray(w->v, w->n + 1, sizeof *w->v);
		w->v[w->n++] = row;
	}
	ids_clear(&ids);
	return st;
}

int
event_day(const struct row *row)
{
	return row_day(row, row->ent->main_date);
}

static int
by_day(const void *a, const void *b)
{
	const struct row *x = *(struct row *const *)a;
	const struct row *y = *(struct row *const *)b;
	int m = event_day(x), n = event_day(y);

	if (m != n)
		return (m > n) - (m < n);
	return (x->id > y->id) - (x->id < y->id);
}

/* "visit" is a visit, if there is one, before a workplace visit. */
static void
prefer_visits(struct what *w)
{
	size_t kept = 0, n = 0;

	for (size_t i = 0; i < w->n; i++)
		n += w->v[i]->ent->no == ENT_visit;
	for (size_t i = 0; i < w->n && w->kind != NULL && n > 0; i++) {
		if (w->v[i]->ent->no == ENT_visit)
			w->v[kept++] = w->v[i];
		else
			row_free(w->v[i]);
	}
	if (w->kind != NULL && n > 0)
		w->n = kept;
}

static enum status
find_events(struct reading *r, struct what *w, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < w->places.n && i < SHOWN && st == ST_OK; i++) {
		const struct cand *c = &w->places.v[i];

		if (c->kind == NK_SCHOOL)
			st = find_of(r, LOOK_PLANNED, c->id, w, e);
		if (st == ST_OK)
			st = find_of(r, LOOK_VISITS, c->id, w, e);
	}
	prefer_visits(w);
	if (w->n > 1)
		qsort(w->v, w->n, sizeof *w->v, by_day);
	return st;
}

/* The words from K on as a kind of visit, a type, else as an employer. */
static enum status
look_rest(struct reading *r, const struct strs *words, size_t k,
    struct what *w, struct err *e)
{
	char *rest = join(words, k, words->n);
	enum status st = ST_OK;

	w->kind = *rest == '\0' ? NULL : field_choice(
	    &entities[ENT_visit]->fields[F_visit_kind], rest);
	if (*rest != '\0')
		st = look_best(r, NK_TYPE, rest, &w->types, e);
	if (st == ST_OK && *rest != '\0' && w->types.n == 0 &&
	    w->kind == NULL)
		st = look_best(r, NK_EMPLOYER, rest, &w->employers, e);
	free(rest);
	return st;
}

static enum status
screen_schools(struct reading *r, struct what *w, struct err *e)
{
	for (size_t i = 0; i < r->opts->nschools; i++) {
		struct row *row;
		enum status st = r->look->load(r->look->arg,
		    entities[ENT_school], r->opts->schools[i], &row, e);

		if (st != ST_OK)
			return st;
		cand_push(&w->places, &(struct cand){ .kind = NK_SCHOOL,
		    .id = r->opts->schools[i],
		    .title = row->v[F_school_name] });
		row_free(row);
	}
	return ST_OK;
}

/* Cut the words before K as the school, or the employer that is visited;
 * *GOOD when all mean something. */
static enum status
try_cut(struct reading *r, enum name_kind place, const struct strs *words,
    size_t k, struct what *w, bool *good, struct err *e)
{
	int day = w->day;
	char *name = join(words, 0, k);
	enum status st = ST_OK;

	what_clear(w);
	w->day = day;
	if (k > 0)
		st = look_best(r, place, name, &w->places, e);
	else if (place == NK_SCHOOL)
		st = screen_schools(r, w, e);
	free(name);
	*good = false;
	if (st != ST_OK || w->places.n == 0)
		return st;
	if ((st = look_rest(r, words, k, w, e)) != ST_OK)
		return st;
	*good = k == words->n || w->kind != NULL ||
	    (place == NK_SCHOOL && w->types.n + w->employers.n > 0);
	return *good ? find_events(r, w, e) : ST_OK;
}

/* Fill W from TEXT; a fault when the words mean nothing. */
static enum status
what_read(struct reading *r, const char *text, struct what *w, struct err *e)
{
	struct strs words = { 0 };
	bool good = false;
	enum status st = ST_OK;

	*w = (struct what){ .day = DAY_NONE };
	str_words(&words, text);
	cut_day(r, &words, w);
	for (size_t k = words.n + 1; k-- > 0 && st == ST_OK && !good; )
		st = try_cut(r, NK_SCHOOL, &words, k, w, &good, e);
	for (size_t k = words.n + 1; k-- > 0 && st == ST_OK && !good; )
		st = try_cut(r, NK_EMPLOYER, &words, k, w, &good, e);
	strs_clear(&words);
	if (st == ST_OK && !good)
		read_fault(r, "\"%s\": which school and what? Write %s", text,
		    r->verb->told.example);
	return st;
}

/* "Tue 24 Nov mock interview", "Tue 24 Nov 10:00 visit" */
static char *
event_shown(const struct reading *r, const struct row *row)
{
	bool visit = row->ent->no == ENT_visit;
	const char *start = row_get(row, visit ? F_visit_start :
	    F_encounter_start);
	char day[24];

	day_short(event_day(row), r->look->today, day);
	return xasprintf("%s %s%s%s", day, start, *start != '\0' ? " " : "",
	    row_get(row, visit ? F_visit_kind : F_encounter_type));
}

/* Those of the side of today the verb looks at come before the others. */
static void
prefer_side(const struct reading *r, struct what *w)
{
	int today = r->look->today;
	bool forward = r->dir == DATE_FORWARD;
	size_t kept = 0;

	for (size_t i = 0; i < w->n; i++) {
		int day = event_day(w->v[i]);

		kept += forward ? day >= today : day <= today;
	}
	if (kept == 0 || kept == w->n || w->day != DAY_NONE)
		return;
	kept = 0;
	for (size_t i = 0; i < w->n; i++) {
		int day = event_day(w->v[i]);

		if (forward ? day >= today : day <= today)
			w->v[kept++] = w->v[i];
		else
			row_free(w->v[i]);
	}
	w->n = kept;
}

static void
tell_none(struct reading *r, const struct what *w)
{
	char day[24] = "";

	if (w->day != DAY_NONE)
		day_long(w->day, day);
	read_fault(r, "nothing%s%s%s is planned at %s%s%s",
	    w->types.n > 0 || w->kind != NULL ? " like " : "",
	    w->kind != NULL ? w->kind->word :
	    w->types.n > 0 ? w->types.v[0].choice->word : "",
	    w->employers.n > 0 ? " with that employer" : "",
	    w->places.v[0].title, *day != '\0' ? " on " : "", day);
}

/* Which one? NULL when it is asked, or none. The caller owns it. */
static struct row *
choose_event(struct reading *r, struct what *w)
{
	struct strs choices = { 0 };
	struct row *row = NULL;
	size_t picked = 0;
	char *lead;

	prefer_side(r, w);
	if (w->n == 0) {
		tell_none(r, w);
		return NULL;
	}
	for (size_t i = 0; i < w->n && i < SHOWN; i++)
		strs_take(&choices, event_shown(r, w->v[i]));
	lead = xasprintf("%zu planned at %s: ", w->n, w->places.v[0].title);
	if (w->n == 1 || read_ask(r, lead, &choices, NULL, &picked)) {
		row = w->v[picked];
		w->v[picked] = NULL;
	}
	free(lead);
	strs_clear(&choices);
	return row;
}

enum status
event_named(struct reading *r, const char *text, struct row **out,
    struct err *e)
{
	struct what w;
	enum status st = what_read(r, text, &w, e);

	*out = NULL;
	if (st == ST_OK && r->faults.n == 0) {
		*out = choose_event(r, &w);
		if (*out != NULL && w.places.n > 0)
			read_tell(r, kind_word(w.places.v[0].kind),
			    xstrdup(w.places.v[0].title),
			    &r->parts.v[r->verb_part + 1]);
	}
	what_clear(&w);
	return st;
}
