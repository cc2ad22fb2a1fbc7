/* pledges_count.c - how many records of an organisation keep a commitment.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter finds those of the rule's kind; model/pledge_counts.c says what each
 * of them counts for.
 */
#include "app/pledges_int.h"

#include <stdlib.h>

#include "app/lists.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

#define KINDS	10

/* What each rule looks through: $r is the organisation. */
#define TALKS	"employers:$r type:talk,\"workplace visit\",mentoring," \
	"\"mock interview\",\"speed networking\",\"job shadowing\"," \
	"\"virtual encounter\",\"apprenticeship talk\""
#define TASTES	"employers:$r type:\"employer taster day\"," \
	"\"work experience\",\"extended placement\",\"virtual experience\""
#define PLACES	"employer:$r kind:\"work experience\"," \
	"\"extended placement\",\"job shadowing\""
#define STAFF	"kind:\"enterprise adviser\",governor"
static const struct {
	enum pledge_rule rule;
	enum entity_no	 ent;
	const char	*filter;
} sources[] = {
	{ PLEDGE_INSIGHTS, ENT_encounter, TALKS },
	{ PLEDGE_EXPERIENCE, ENT_encounter, TASTES },
	{ PLEDGE_EXPERIENCE, ENT_placement, PLACES },
	{ PLEDGE_VOLUNTEERS, ENT_volunteer, "employer:$r " STAFF },
	{ PLEDGE_INTERNSHIPS, ENT_encounter,
	    "employers:$r type:\"supported internship\"" },
	{ PLEDGE_INTERNSHIPS, ENT_placement,
	    "employer:$r kind:\"supported internship\"" },
	{ PLEDGE_T_LEVELS, ENT_encounter,
	    "employers:$r type:\"t level placement\"" },
	{ PLEDGE_T_LEVELS, ENT_placement,
	    "employer:$r kind:\"t level placement\"" },
	{ PLEDGE_MEETS, ENT_encounter, "providers:$r" },
};

/* Which kinds of offer are a beginning of it. */
static const char *const kinds[PLEDGE_RULES][KINDS] = {
	[PLEDGE_INSIGHTS] = { "talks", "mentoring", "workplace visits",
	    "mock interviews", "apprenticeship talks" },
	[PLEDGE_EXPERIENCE] = { "work experience", "taster days" },
	[PLEDGE_VOLUNTEERS] = { "enterprise advisers", "governors" },
	[PLEDGE_INTERNSHIPS] = { "supported internships" },
	[PLEDGE_T_LEVELS] = { "t level placements" },
	[PLEDGE_MEETS] = { "talks", "careers fair", "mentoring", "projects",
	    "taster days", "apprenticeship talks", "campus visits",
	    "provider assembly", "other" },
};

/* Of those looked through, the ones that count for it. */
static const struct {
	enum pledge_counts of;
	enum entity_no	 ent;
	const char	*filter;
} opened[] = {		/* the first that fits */
	{ COUNTS_NOW, ENT_encounter, " status:delivered since:$y" },
	{ COUNTS_NOW, ENT_placement, " status:\"under way\",finished"
	    " -from>today -to<$y -filled:0" },
	{ COUNTS_NOW, ENT_volunteer,
	    " stage:\"signed up\",inducted,checked,matched" },
	{ COUNTS_NOW, ENT_role, " is:current" },
	{ COUNTS_PLANNED, ENT_encounter,
	    " status:planned,confirmed date>=today" },
	{ COUNTS_PLANNED, ENT_placement, " -status:finished,cancelled" },
	{ COUNTS_PLANNED, ENT_volunteer, " stage:enquiry" },
	{ COUNTS_PLANNED, ENT_role, " from>today" },
	{ COUNTS_OFFERED, ENT_offer, " status:open -to<today" },
	{ COUNTS_OFFERED, ENT_placement, " status:\"under way\"" },
	{ COUNTS_EARLIER, ENT_encounter, " status:delivered" },
	{ COUNTS_EARLIER, ENT_placement, " status:\"under way\",finished" },
	{ COUNTS_EARLIER, ENT_volunteer, " stage:resting,closed" },
	{ COUNTS_EARLIER, ENT_role, " is:ended" },
	{ COUNTS_LATE, ENT_encounter,
	    " status:planned,confirmed date<today" },
	{ COUNTS_LATE, ENT_placement, " status:planned,confirmed" },
	{ COUNTS_LAPSED, ENT_offer, " status:open to<today" },
};

struct counting {
	struct reading	*r;
	int64_t		*seen;		/* no record, and nobody, twice */
	size_t		 nseen;
	const struct entity *ent;	/* looked through */
	char		*filter;
	int64_t		*people;	/* with a role at the organisation */
	size_t		 npeople;
	size_t		 best;		/* of opened */
};

static void
add_id(int64_t **v, size_t *n, int64_t id)
{
	*v = xreallocarray(*v, *n + 1, sizeof **v);
	(*v)[(*n)++] = id;
}

/* TEXT with the organisation and the first day of the academic year. */
static void
fill(const struct reading *r, const char *text, struct buf *out)
{
	for (const char *c = text; *c != '\0'; c++) {
		if (c[0] == '$' && c[1] == 'r')
			buf_add(out, r->ref.p);
		else if (c[0] == '$' && c[1] == 'y')
			buf_add(out, r->year);
		else
			buf_addc(out, *c);
		c += *c == '$';
	}
}

/* Where the best that counts is found; the first of several. */
static void
opens(struct counting *c, enum pledge_counts n)
{
	struct buf b;
	size_t i = 0;

	while (i < c->best && (opened[i].of != n ||
	    opened[i].ent != c->ent->no))
		i++;
	if (i >= c->best)
		return;
	c->best = i;
	buf_init(&b, BUF_LINE);
	buf_add(&b, c->filter);
	fill(c->r, opened[i].filter, &b);
	pledge_opens(c->r, c->ent, buf_take(&b));
}

/* Of an encounter and the placement in it, of a person who is a volunteer and
 * a governor, one counts. 0: nothing else is it. */
static int64_t
same_as(const struct row *r)
{
	switch (r->ent->no) {
	case ENT_encounter:
		return r->id;
	case ENT_placement:
		return row_ref(r, F_placement_encounter);
	case ENT_volunteer:
		return row_ref(r, F_volunteer_contact);
	case ENT_role:
		return row_ref(r, F_role_contact);
	default:
		return 0;
	}
}

static bool
seen(struct counting *c, int64_t id)
{
	for (size_t i = 0; i < c->nseen; i++)
		if (c->seen[i] == id)
			return true;
	return false;
}

static enum status
count_row(void *arg, int64_t id, struct err *e)
{
	struct counting *c = arg;
	struct reading *r = c->r;
	enum pledge_counts n;
	struct row *row;
	int day;
	enum status st = store_load(r->app->db, c->ent, id, false, &row, e);

	if (st != ST_OK)
		return st;
	n = pledge_counts_of(row, r->ent, r->id, r->app->today, &day);
	if (n != COUNTS_NOT && !seen(c, same_as(row))) {
		r->f.n[n]++;
		if (n == COUNTS_NOW && same_as(row) != 0)
			add_id(&c->seen, &c->nseen, same_as(row));
		if (day != DAY_NONE && (r->f.last == DAY_NONE ||
		    day > r->f.last))
			r->f.last = day;
		opens(c, n);
	}
	row_free(row);
	return ST_OK;
}

static enum status
each_of(struct counting *c, enum entity_no ent, char *take_filter,
    enum status (*fn)(void *, int64_t, struct err *), struct err *e)
{
	struct lister l;
	enum status st;

	c->ent = entities[ent];
	c->filter = take_filter;
	st = lister_open(&l, c->r->app, c->ent, take_filter, e);
	if (st == ST_OK) {
		st = lister_each(&l, fn, c, e);
		lister_close(&l);
	}
	free(take_filter);
	return st;
}

static enum status
count_source(struct counting *c, size_t i, struct err *e)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	fill(c->r, sources[i].filter, &b);
	return each_of(c, sources[i].ent, buf_take(&b), count_row, e);
}

/* --- staff ----------------------------------------------------------------------- */

static enum status
add_person(void *arg, int64_t id, struct err *e)
{
	struct counting *c = arg;
	struct row *row;
	enum status st = store_load(c->r->app->db, &role_entity, id, false,
	    &row, e);

	if (st != ST_OK)
		return st;
	add_id(&c->people, &c->npeople, row_ref(row, F_role_contact));
	row_free(row);
	return ST_OK;
}

/* Who works there and is a volunteer, whatever is said of the employer; or
 * holds a role of governors or volunteers at a school. */
static enum status
count_person(struct counting *c, int64_t contact, struct err *e)
{
	struct buf who;
	enum status st;

	buf_init(&who, BUF_LINE);
	ref_text(c->r->app, &contact_entity, contact, &who);
	st = each_of(c, ENT_volunteer, xasprintf("contact:%s employer: " STAFF,
	    who.p), count_row, e);
	if (st == ST_OK)
		st = each_of(c, ENT_role, xasprintf("contact:%s role:\"link "
		    "governor\",\"chair of governors\",governor,\"enterprise "
		    "adviser\"", who.p), count_row, e);
	buf_clear(&who);
	return st;
}

static enum status
count_staff(struct counting *c, struct err *e)
{
	enum status st = each_of(c, ENT_role, xasprintf("organisation:%s"
	    " is:current", c->r->ref.p), add_person, e);

	for (size_t i = 0; i < c->npeople && st == ST_OK; i++)
		st = count_person(c, c->people[i], e);
	return st;
}

/* --- offers ---------------------------------------------------------------------- */

static enum status
count_offers(struct counting *c, const char *const *k, struct err *e)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "organisation:%s kind:", c->r->ref.p);
	for (size_t i = 0; k[i] != NULL; i++)
		buf_addf(&b, "%s\"%s\"", i > 0 ? "," : "", k[i]);
	return each_of(c, ENT_offer, buf_take(&b), count_row, e);
}

/* What the employer's own record says it offers. */
static void
read_listed(struct reading *r, const char *const *k)
{
	const struct set *s = row_members(r->row, F_employer_offers);
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (const struct choice *o = offer_kinds; o->word != NULL; o++) {
		size_t i = 0, m = 0;

		while (k[i] != NULL && !str_eq(k[i], o->word))
			i++;
		while (m < s->n && !str_eq(s->m[m].v[0], o->word))
			m++;
		if (k[i] != NULL && m < s->n)
			buf_addf(&b, "%s%s", b.n > 0 ? ", " : "", o->label);
	}
	r->f.listed = r->l->text[0] = buf_take(&b);
}

enum status
pledge_count(struct reading *r, struct err *e)
{
	enum pledge_rule rule = r->l->item->rule;
	struct counting c = { .r = r, .best = COUNT_OF(opened) };
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(sources) && st == ST_OK; i++)
		if (sources[i].rule == rule)
			st = count_source(&c, i, e);
	if (st == ST_OK && rule == PLEDGE_VOLUNTEERS)
		st = count_staff(&c, e);
	if (st == ST_OK)
		st = count_offers(&c, kinds[rule], e);
	if (st == ST_OK && r->ent == &employer_entity)
		read_listed(r, kinds[rule]);
	free(c.seen);
	free(c.people);
	return st;
}
