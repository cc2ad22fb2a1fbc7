/* matching.c - suggestions for a school or a volunteer; one match proposed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/matching.h"

#include <stdlib.h>
#include <string.h>

#include "app/matching_int.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

/* Open schools that take part in the network. */
#define IN_NETWORK	"is:open stage:\"signed up\",matched,active"

/* Keep a suggestion if anything speaks for it. */
static void
suggest(struct suggestions *out, int64_t id, const char *name,
    const char *where, struct reasons s)
{
	if (!suit_suggests(&s)) {
		reasons_clear(&s);
		return;
	}
	out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
	out->v[out->n++] = (struct suggestion){ id, xstrdup(name),
		xstrdup(where), s };
}

static int
best_first(const void *a, const void *b)
{
	const struct suggestion *x = a, *y = b;
	int c = reasons_cmp(&x->suit, &y->suit);

	if (c != 0 || (c = strcmp(x->name, y->name)) != 0)
		return c;
	return (x->id > y->id) - (x->id < y->id);
}

static void
sort(struct suggestions *s)
{
	if (s->n > 0)
		qsort(s->v, s->n, sizeof *s->v, best_first);
}

enum status
suggest_volunteers(struct app *app, int64_t school, struct suggestions *out,
    struct err *e)
{
	struct matching w;
	enum status st = matching_begin(app, &w, e);

	*out = (struct suggestions){ 0 };
	if (st == ST_OK)
		st = matching_read_school(&w, school, e);
	if (st == ST_OK)
		st = matching_read_volunteers(&w, 0, e);
	for (size_t i = 0; st == ST_OK && w.nschools > 0 &&
	    i < w.nvolunteers; i++) {
		const struct volunteer_fact *v = &w.volunteer[i];

		suggest(out, v->v.id, v->name, v->employer,
		    matching_pair(&w, v, &w.school[0]));
	}
	sort(out);
	matching_clear(&w);
	return st;
}

enum status
suggest_schools(struct app *app, int64_t volunteer, struct suggestions *out,
    struct err *e)
{
	struct matching w;
	enum status st = matching_begin(app, &w, e);

	*out = (struct suggestions){ 0 };
	if (st == ST_OK)
		st = matching_read_volunteers(&w, volunteer, e);
	if (st == ST_OK)
		st = matching_read_schools(&w, IN_NETWORK, e);
	for (size_t i = 0; st == ST_OK && w.nvolunteers > 0 &&
	    i < w.nschools; i++) {
		const struct school_fact *s = &w.school[i];

		suggest(out, s->s.id, s->name, s->borough,
		    matching_pair(&w, &w.volunteer[0], s));
	}
	sort(out);
	matching_clear(&w);
	return st;
}

void
suggestions_clear(struct suggestions *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->v[i].name);
		free(s->v[i].where);
		reasons_clear(&s->v[i].suit);
	}
	free(s->v);
	*s = (struct suggestions){ 0 };
}

enum status
match_add(struct app *app, int64_t volunteer, int64_t school, int64_t *id,
    struct err *e)
{
	struct row *r = record_new(app, entities[ENT_match]);
	enum status st;

	row_set_ref(r, F_match_volunteer, "volunteer", volunteer);
	row_set_ref(r, F_match_school, "school", school);
	row_set(r, F_match_status, "proposed");
	if ((st = record_add(app, r, e)) == ST_OK)
		*id = r->id;
	row_free(r);
	return st;
}

enum status
match_propose(struct app *app, int64_t volunteer, int64_t school, int64_t *id,
    struct err *e)
{
	struct buf label;
	struct row *who = NULL;
	enum status st = step_begin(app, e);

	if (st != ST_OK)
		return st;
	st = match_add(app, volunteer, school, id, e);
	if (st == ST_OK)
		st = record_load(app, entities[ENT_volunteer], volunteer,
		    &who, e);
	buf_init(&label, BUF_LINE);
	buf_add(&label, "proposed ");
	if (who != NULL)		/* the person: a volunteer's is long */
		value_text(app, who, F_volunteer_contact, &label);
	row_free(who);
	buf_add(&label, " to ");
	ref_text(app, entities[ENT_school], school, &label);
	st = step_end(app, st, label.p, e);
	buf_clear(&label);
	return st;
}
