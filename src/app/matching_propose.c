/* matching_propose.c - a volunteer for each school of a caseload that has none.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/matching.h"

#include <stdlib.h>

#include "app/board.h"
#include "app/matching_int.h"
#include "app/record.h"
#include "base/mem.h"
#include "model/propose.h"

#define IN_NETWORK	" stage:\"signed up\",matched,active"
#define OPEN		"is:open"

/* What model/propose.h is told, and what it answers. */
struct proposing {
	struct matching	 w;
	struct propose_school *school;
	int		*room, *score;
	size_t		*given;
	size_t		*order;		/* schools, the neediest first */
};

static void
begin(struct proposing *p)
{
	const struct matching *w = &p->w;

	p->school = xcalloc(w->nschools + 1, sizeof *p->school);
	p->given = xcalloc(w->nschools + 1, sizeof *p->given);
	p->order = xcalloc(w->nschools + 1, sizeof *p->order);
	p->room = xcalloc(w->nvolunteers + 1, sizeof *p->room);
	p->score = xcalloc(w->nschools * w->nvolunteers + 1,
	    sizeof *p->score);
	for (size_t i = 0; i < w->nschools; i++) {
		const struct suit_school *s = &w->school[i].s;

		p->school[i] = (struct propose_school){ .id = s->id,
		    .name = s->name, .need = s->need, .wait = s->wait,
		    .room = s->advisers.n == 0 };
	}
	for (size_t j = 0; j < w->nvolunteers; j++) {
		const struct suit_volunteer *v = &w->volunteer[j].v;

		p->room[j] = v->capacity > v->matched ?
		    v->capacity - v->matched : 0;
	}
}

static void
score_all(struct proposing *p)
{
	const struct matching *w = &p->w;

	for (size_t i = 0; i < w->nschools; i++)
		for (size_t j = 0; j < w->nvolunteers; j++) {
			struct reasons s = matching_pair(w, &w->volunteer[j],
			    &w->school[i]);

			p->score[i * w->nvolunteers + j] =
			    s.barred || !suit_ready(&s) ? PROPOSE_BARRED :
			    s.score;
			reasons_clear(&s);
		}
}

static void
end(struct proposing *p)
{
	free(p->school);
	free(p->given);
	free(p->order);
	free(p->room);
	free(p->score);
	matching_clear(&p->w);
}

/* Of the school I nobody was left: were there any at all? */
static char *
why_nobody(const struct proposing *p, size_t i)
{
	size_t n = p->w.nvolunteers, could = 0;

	for (size_t j = 0; j < n; j++)
		could += p->score[i * n + j] >= 0;
	if (n == 0)
		return xstrdup("there are no Enterprise Advisers");
	if (could == 0)
		return xstrdup("nobody is free and ready for it: see its suggestions");
	return xasprintf("needier schools have the %zu who could", could);
}

static void
tell(struct proposal *out, const struct proposing *p, size_t i)
{
	const struct matching *w = &p->w;
	const struct school_fact *s = &w->school[i];
	const struct volunteer_fact *v = p->given[i] == PROPOSE_NOBODY ? NULL :
	    &w->volunteer[p->given[i]];
	struct proposal_line *l = &out->v[out->n++];

	*l = (struct proposal_line){ .school = s->s.id,
	    .school_name = xstrdup(s->name), .need = s->s.need };
	if (v == NULL) {
		l->why_not = why_nobody(p, i);
		return;
	}
	l->volunteer = v->v.id;
	l->name = xstrdup(v->name);
	l->employer = xstrdup(v->employer);
	l->suit = matching_pair(w, v, s);
	out->served++;
}

/* Few thousand schools at most: each finds its place among those before it. */
static void
order(struct proposing *p)
{
	size_t n = p->w.nschools;

	for (size_t i = 0, k; i < n; i++) {
		for (k = i; k > 0 && propose_cmp(&p->school[i],
		    &p->school[p->order[k - 1]]) < 0; k--)
			p->order[k] = p->order[k - 1];
		p->order[k] = i;
	}
}

/* Mine, or those that FILTER names, that are in the network; where nobody keeps
 * who is in it, those that are open. */
static enum status
choose(struct app *app, const char *filter, char **out, struct err *e)
{
	char *mine = NULL;
	bool stages = true;
	const char *name;
	enum status st = board_staged(app, &stages, e);

	if (st == ST_OK && !stages)
		*out = filter != NULL ? xasprintf("%s " OPEN, filter) :
		    xstrdup(OPEN);
	if (st != ST_OK || !stages)
		return st;
	if (filter == NULL)
		st = board_default(app, app->today, &mine, &name, e);
	if (st == ST_OK)
		*out = xasprintf("%s" IN_NETWORK, filter != NULL ? filter : mine);
	free(mine);
	return st;
}

enum status
proposal_make(struct app *app, const char *filter, struct proposal *out,
    struct err *e)
{
	struct proposing p = { 0 };
	struct propose_in in;
	enum status st;

	*out = (struct proposal){ 0 };
	if ((st = choose(app, filter, &out->filter, e)) != ST_OK)
		return st;
	if ((st = matching_begin(app, &p.w, e)) == ST_OK &&
	    (st = matching_read_schools(&p.w, out->filter, e)) == ST_OK)
		st = matching_read_volunteers(&p.w, 0, e);
	if (st == ST_OK) {
		begin(&p);
		score_all(&p);
		in = (struct propose_in){ p.school, p.w.nschools,
		    p.w.nvolunteers, p.room, p.score };
		propose(&in, p.given);
		order(&p);
		out->v = xcalloc(p.w.nschools + 1, sizeof *out->v);
		for (size_t i = 0; i < p.w.nschools; i++)
			if (p.school[p.order[i]].room > 0)
				tell(out, &p, p.order[i]);
	}
	end(&p);
	return st;
}

enum status
proposal_apply(struct app *app, const struct proposal *p, const bool *taken,
    size_t *made, struct err *e)
{
	char *label;
	int64_t id;
	enum status st = step_begin(app, e);

	*made = 0;
	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < p->n && st == ST_OK; i++) {
		if (p->v[i].volunteer == 0 || (taken != NULL && !taken[i]))
			continue;
		st = match_add(app, p->v[i].volunteer, p->v[i].school, &id, e);
		*made += st == ST_OK;
	}
	label = xasprintf("proposed %zu match%s", *made,
	    *made == 1 ? "" : "es");
	st = step_end(app, st, label, e);
	free(label);
	return st;
}

void
proposal_clear(struct proposal *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct proposal_line *l = &p->v[i];

		free(l->school_name);
		free(l->name);
		free(l->employer);
		free(l->why_not);
		reasons_clear(&l->suit);
	}
	free(p->v);
	free(p->filter);
	*p = (struct proposal){ 0 };
}
