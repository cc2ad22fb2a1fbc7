/* claim_check.c - what is wrong with a claim of a careers cluster.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/claim_check.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/tables.h"

#define BIT(x) (1u << (x))

static const char *const abouts[] = {
	[CLAIM_NOTHING] = "", [CLAIM_ENCOUNTER] = "encounter",
	[CLAIM_PLACEMENT] = "placement", [CLAIM_PILOT] = "pilot",
	[CLAIM_SCHOOL] = "school", [CLAIM_EMPLOYER] = "employer",
	[CLAIM_CPD] = "cpd", [CLAIM_PLAN] = "plan",
};

/* What a deliverable may be about; by the code. Nothing: the cluster itself. */
static const struct {
	unsigned	 may;
	const char	*wants;
} deeds[] = {
	{ BIT(CLAIM_NOTHING), "the cluster itself: leave it out" },
	{ BIT(CLAIM_NOTHING) | BIT(CLAIM_SCHOOL) | BIT(CLAIM_EMPLOYER),
	    "a member, or the cluster itself: leave it out" },
	{ BIT(CLAIM_PILOT), "an employer pilot" },
	{ BIT(CLAIM_PILOT), "an employer pilot" },
	{ BIT(CLAIM_ENCOUNTER) | BIT(CLAIM_SCHOOL) | BIT(CLAIM_EMPLOYER) |
	    BIT(CLAIM_CPD), "an encounter, a CPD session or a member" },
	{ BIT(CLAIM_PLACEMENT) | BIT(CLAIM_ENCOUNTER),
	    "a placement or an encounter" },
	{ BIT(CLAIM_SCHOOL) | BIT(CLAIM_PLAN), "a member or its careers plan" },
};
enum { SD01, SD03 = 2, SD04, SD05, DEEDS = sizeof deeds / sizeof deeds[0] };

enum claim_about
claim_about(const char *ref)
{
	size_t len = strcspn(ref, "/");

	for (size_t i = 1; i < sizeof abouts / sizeof abouts[0]; i++)
		if (strlen(abouts[i]) == len &&
		    strncmp(abouts[i], ref, len) == 0)
			return (enum claim_about)i;
	return CLAIM_NOTHING;
}

bool
claim_same(const struct claim_line *l, int deed, enum claim_about about,
    int64_t about_id)
{
	if (about == CLAIM_NOTHING || l->about != about ||
	    l->about_id != about_id)
		return false;
	return about == CLAIM_ENCOUNTER || (l->deed == deed &&
	    !(deed == SD05 && (about == CLAIM_SCHOOL ||
	    about == CLAIM_EMPLOYER)));
}

/* --- one line ------------------------------------------------------------- */

static struct claim_fault *
fault(struct claim_faults *out, enum claim_why why, size_t line)
{
	struct claim_fault *f;

	out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
	f = &out->v[out->n++];
	*f = (struct claim_fault){ .why = why, .line = line, .day = DAY_NONE,
	    .name = "" };
	return f;
}

static bool
is_within(int day, int from, int to)
{
	return day != DAY_NONE && (from == DAY_NONE || day >= from) &&
	    (to == DAY_NONE || day <= to);
}

static bool
is_member(const struct claim_facts *f, const struct claim_party *p, int day)
{
	for (size_t i = 0; i < f->nmembers; i++) {
		const struct claim_member *m = &f->member[i];

		if (m->employer == p->employer && m->id == p->id &&
		    is_within(day, m->from, m->to))
			return true;
	}
	return false;
}

/* The day that counts: on which the encounter was, the placement ended, the
 * pilot began or was completed; of a member the last of the period. */
static int
day_of(const struct claim_facts *f, const struct claim_line *l)
{
	switch (l->about) {
	case CLAIM_PLACEMENT:
		return l->last;
	case CLAIM_PILOT:
		return l->deed == SD04 ? l->last : l->first;
	case CLAIM_ENCOUNTER: case CLAIM_CPD:
		return l->first;
	default:
		return f->to;
	}
}

/* A cluster brings its members together with any employer: where schools took
 * part, they are members, of an encounter at least one, since it may have
 * guests. Where none did, as in a pilot, the employer is. */
static void
check_members(const struct claim_facts *f, size_t at, int day,
    struct claim_faults *out)
{
	const struct claim_line *l = &f->line[at];
	const struct claim_party *stranger = NULL;
	bool any = false, schools = false;

	for (size_t i = 0; i < l->nparties; i++)
		schools = schools || !l->party[i].employer;
	for (size_t i = 0; i < l->nparties; i++) {
		const struct claim_party *p = &l->party[i];

		if (p->employer == schools)
			continue;
		if (is_member(f, p, day))
			any = true;
		else if (stranger == NULL)
			stranger = p;
	}
	if (stranger != NULL && !(any && l->about == CLAIM_ENCOUNTER)) {
		struct claim_fault *x = fault(out, CLAIM_NOT_MEMBER, at);

		x->name = stranger->name;
		x->day = day;
	}
}

static void
check_twice(const struct claim_facts *f, size_t at, struct claim_faults *out)
{
	const struct claim_line *l = &f->line[at];

	for (size_t i = 0; i < at; i++)
		if (claim_same(l, f->line[i].deed, f->line[i].about,
		    f->line[i].about_id)) {
			fault(out, CLAIM_TWICE_HERE, at);
			break;
		}
	for (size_t i = 0; i < f->ncounted; i++) {
		const struct claim_counted *c = &f->counted[i];
		struct claim_fault *x;

		if (!claim_same(l, c->deed, c->about, c->about_id) ||
		    !claim_one_payer(&f->payer, &c->payer))
			continue;
		x = fault(out, CLAIM_TWICE, at);
		x->unpaid = !claim_payer_known(&f->payer);
		x->its = !x->unpaid && !claim_payer_known(&c->payer);
		x->name = c->name;
		x->claim = c->claim;
		break;
	}
}

/* Completed is what ran its weeks, by the last day of the period at most. */
static void
check_done(const struct claim_facts *f, size_t at, struct claim_faults *out)
{
	const struct claim_line *l = &f->line[at];
	int day = day_of(f, l);
	struct claim_fault *x;

	if (l->about == CLAIM_ENCOUNTER || l->about == CLAIM_PLACEMENT ||
	    l->about == CLAIM_PILOT) {
		if (!l->done)
			fault(out, CLAIM_NOT_DONE, at)->day = day;
		if (l->done && l->about == CLAIM_PILOT && l->deed == SD04 &&
		    l->weeks < PILOT_WEEKS) {
			x = fault(out, CLAIM_WEEKS, at);
			x->figure = l->weeks;
			x->of = PILOT_WEEKS;
		}
	}
	if (day != DAY_NONE && !is_within(day, f->from, f->to))
		fault(out, CLAIM_OUTSIDE, at)->day = day;
	if (day != DAY_NONE)
		check_members(f, at, day, out);
}

static void
check_line(const struct claim_facts *f, size_t at, struct claim_faults *out)
{
	const struct claim_line *l = &f->line[at];
	unsigned may = l->deed >= 0 && l->deed < DEEDS ? deeds[l->deed].may :
	    ~0u;

	if (!l->evidence)
		fault(out, CLAIM_NO_EVIDENCE, at);
	if (l->about == CLAIM_NOTHING && !(may & BIT(CLAIM_NOTHING)))
		fault(out, CLAIM_NO_ABOUT, at);
	else if (!(may & BIT(l->about)))
		fault(out, CLAIM_WRONG_ABOUT, at);
	check_twice(f, at, out);
	check_done(f, at, out);
}

/* --- the whole claim ------------------------------------------------------ */

static size_t
members_on(const struct claim_facts *f, int day)
{
	size_t n = 0;

	for (size_t i = 0; i < f->nmembers; i++)
		n += is_within(day, f->member[i].from, f->member[i].to);
	return n;
}

/* The first line of DEED and how many all of them count; f->n none. */
static size_t
sum_of(const struct claim_facts *f, int deed, double *sum)
{
	size_t first = f->n;

	*sum = 0;
	for (size_t i = 0; i < f->n; i++)
		if (f->line[i].deed == deed) {
			first = first < f->n ? first : i;
			*sum += f->line[i].quantity;
		}
	return first;
}

static void
check_grant(const struct claim_facts *f, struct claim_faults *out)
{
	const struct claim_grant *g = &f->grant;
	struct claim_fault *x;

	if (f->n == 0 || f->payer.grant == 0)
		return;
	if (g->cluster != NULL)
		fault(out, CLAIM_GRANT_OTHER, 0)->name = g->cluster;
	/* Half a penny is no money. */
	if (g->amount < 0 || f->amount < 0 ||
	    f->amount + g->others < g->amount + 0.005)
		return;
	x = fault(out, CLAIM_GRANT_OVER, 0);
	x->figure = f->amount + g->others;
	x->of = g->amount;
}

static void
check_whole(const struct claim_facts *f, struct claim_faults *out)
{
	struct claim_fault *x;
	double sum;
	size_t at = sum_of(f, SD01, &sum);

	if (f->n > 0 && f->day != DAY_NONE && f->to != DAY_NONE &&
	    f->day < f->to)
		fault(out, CLAIM_EARLY, 0)->day = f->to;
	check_grant(f, out);
	if (at < f->n && members_on(f, f->to) < CLAIM_MEMBERS) {
		x = fault(out, CLAIM_FEW_MEMBERS, at);
		x->figure = (double)members_on(f, f->to);
		x->of = CLAIM_MEMBERS;
		x->day = f->to;
	}
	for (size_t i = 0; i < f->ntargets; i++) {
		const struct claim_target *t = &f->target[i];

		at = sum_of(f, t->deed, &sum);
		if (at == f->n || sum + t->others <= t->target)
			continue;
		x = fault(out, CLAIM_OVER, at);
		x->figure = sum + t->others;
		x->of = t->target;
	}
}

void
claim_check(const struct claim_facts *f, struct claim_faults *out)
{
	*out = (struct claim_faults){ NULL, 0 };
	for (size_t i = 0; i < f->n; i++)
		check_line(f, i, out);
	check_whole(f, out);
}

void
claim_faults_clear(struct claim_faults *fs)
{
	free(fs->v);
	*fs = (struct claim_faults){ NULL, 0 };
}

/* --- in words ------------------------------------------------------------- */

void
claim_number(double n, struct buf *out)
{
	buf_addf(out, "%.2f", n);
	while (out->p[out->n - 1] == '0')
		buf_cut(out, out->n - 1);
	if (out->p[out->n - 1] == '.')
		buf_cut(out, out->n - 1);
}

static void
add_figures(const struct claim_fault *x, const char *words, struct buf *out)
{
	claim_number(x->figure, out);
	buf_add(out, " of ");
	claim_number(x->of, out);
	buf_add(out, words);
}

static void
add_day(const char *words, int day, struct buf *out)
{
	char text[24];

	day_long(day, text);
	buf_addf(out, "%s%s", words, text);
}

static void
add_not_done(const struct claim_line *l, struct buf *out)
{
	buf_add(out, l->about == CLAIM_ENCOUNTER ?
	    "the encounter is not delivered" : l->about == CLAIM_PLACEMENT ?
	    "the placement is not finished" : l->deed == SD04 ?
	    "the pilot is not completed" : "the pilot has not begun");
}

/* Upper case is that of the label: SD03. */
static void
add_code(int deed, struct buf *out)
{
	const char *label = deed >= 0 && deed < DEEDS ?
	    deliverables[deed].label : "";

	buf_addn(out, label, strcspn(label, " "));
}

void
claim_fault_said(const struct claim_facts *f, const struct claim_fault *x,
    struct buf *out)
{
	const struct claim_line *l = &f->line[x->line];

	switch (x->why) {
	case CLAIM_NO_EVIDENCE:
		buf_add(out, "no evidence is named");
		break;
	case CLAIM_NO_ABOUT:
		buf_addf(out, "it does not say what was delivered: %s",
		    deeds[l->deed].wants);
		break;
	case CLAIM_WRONG_ABOUT:
		add_code(l->deed, out);
		buf_addf(out, " is about %s", deeds[l->deed].wants);
		break;
	case CLAIM_TWICE_HERE:
		buf_add(out, "counted twice in this claim");
		break;
	case CLAIM_TWICE:
		buf_addf(out, "counted already in the claim %s%s", x->name,
		    x->unpaid ? "; who pays this claim is not known" :
		    x->its ? "; who pays that one is not known" : "");
		break;
	case CLAIM_NOT_DONE:
		add_not_done(l, out);
		break;
	case CLAIM_OUTSIDE:
		add_day("outside the period: ", x->day, out);
		break;
	case CLAIM_NOT_MEMBER:
		buf_addf(out, "%s was not a member", x->name);
		add_day(" on ", x->day, out);
		break;
	case CLAIM_WEEKS:
		add_figures(x, " weeks of the pilot", out);
		break;
	case CLAIM_FEW_MEMBERS:
		add_figures(x, " members", out);
		add_day(" on ", x->day, out);
		break;
	case CLAIM_EARLY:
		add_day("early: its period ends on ", x->day, out);
		break;
	case CLAIM_GRANT_OTHER:
		buf_addf(out, "its grant is of the cluster %s", x->name);
		break;
	case CLAIM_GRANT_OVER:
		buf_add(out, "over its grant: ");
		add_figures(x, " pounds with what was claimed of it", out);
		break;
	case CLAIM_OVER:
		add_code(l->deed, out);
		buf_add(out, " over target: ");
		add_figures(x, " with all claims of the cluster", out);
		break;
	}
}
