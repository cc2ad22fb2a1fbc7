/* claim_lines.c - the lines a period gives, and submitting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/claim.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

#define EVIDENCE_MAX	400	/* bytes of a record's evidence in a line */

/* What a cluster delivers without saying more: by kind. */
static const struct {
	enum query	 q;
	enum entity_no	 ent;
	const char	*deliverable;
} sources[] = {
	{ Q_CLAIMABLE_PILOTS_BEGUN, ENT_pilot, "sd03" },
	{ Q_CLAIMABLE_PILOTS_COMPLETED, ENT_pilot, "sd04" },
	{ Q_CLAIMABLE_ENCOUNTERS, ENT_encounter, "sd05" },
	{ Q_CLAIMABLE_CPD, ENT_cpd, "sd05" },
	{ Q_CLAIMABLE_PLACEMENTS, ENT_placement, "sd06" },
	{ Q_CLAIMABLE_PLANS, ENT_plan, "sd07" },
};

struct proposing {
	struct app	*app;
	const struct row *claim;
	struct told	*told;
	int64_t		*id;		/* of one source */
	char		**evidence;
	size_t		 n;
};

static void
on_record(void *arg, int64_t id, const char *evidence)
{
	struct proposing *p = arg;

	p->id = xreallocarray(p->id, p->n + 1, sizeof *p->id);
	p->evidence = xreallocarray(p->evidence, p->n + 1,
	    sizeof *p->evidence);
	p->id[p->n] = id;
	p->evidence[p->n++] = xstrdup(evidence);
}

/* The first line of what shows it. */
static void
set_evidence(struct row *line, const char *text)
{
	size_t n = strcspn(text, "\n");
	struct buf b;

	buf_init(&b, EVIDENCE_MAX);
	buf_addn(&b, text, n);
	row_set(line, F_line_evidence, b.p);
	buf_clear(&b);
}

/* What is counted already is passed over. */
static enum status
add_one(struct proposing *p, size_t source, size_t i, struct err *e)
{
	struct row *line = record_new(p->app, entities[ENT_line]);
	char month[8];
	struct err no = { 0 };
	enum status st;

	snprintf(month, sizeof month, "%.7s", row_get(p->claim, F_claim_to));
	row_set_ref(line, F_line_claim, "claim", p->claim->id);
	row_set(line, F_line_deliverable, sources[source].deliverable);
	row_set_ref(line, F_line_about, entities[sources[source].ent]->id,
	    p->id[i]);
	row_set(line, F_line_month, month);
	set_evidence(line, p->evidence[i]);
	st = record_add(p->app, line, &no);
	if (st == ST_OK && p->told != NULL) {
		struct buf b;

		buf_init(&b, BUF_LINE);
		title_text(p->app, entities[sources[source].ent], p->id[i],
		    &b);
		told_add(p->app, p->told, "added", line, b.p);
		buf_clear(&b);
	} else if (st == ST_CONFLICT) {
		st = ST_OK;
	} else if (st != ST_OK && e != NULL) {
		*e = no;
	}
	row_free(line);
	return st;
}

static void
forget(struct proposing *p)
{
	for (size_t i = 0; i < p->n; i++)
		free(p->evidence[i]);
	free(p->evidence);
	free(p->id);
	p->evidence = NULL;
	p->id = NULL;
	p->n = 0;
}

enum status
claim_propose(struct app *app, int64_t claim, struct told *told,
    struct err *e)
{
	struct proposing p = { .app = app, .told = told };
	struct row *row;
	enum status st = record_load(app, entities[ENT_claim], claim, &row, e);

	if (st != ST_OK)
		return st;
	p.claim = row;
	if (!claim_is_draft(row))
		st = err_set(e, ST_CONFLICT, "This claim is %s: its lines stay"
		    " as they were submitted.", row_get(row, F_claim_status));
	for (size_t s = 0; s < COUNT_OF(sources) && st == ST_OK; s++) {
		st = claimable(app->db, sources[s].q,
		    row_ref(row, F_claim_cluster), row_get(row, F_claim_from),
		    row_get(row, F_claim_to), on_record, &p, e);
		for (size_t i = 0; i < p.n && st == ST_OK; i++)
			st = add_one(&p, s, i, e);
		forget(&p);
	}
	row_free(row);
	return st;
}

/* --- submitting ----------------------------------------------------------- */

#define FAULTS_TOLD	8		/* what a message has room for */

/* Some funders ask for a claim before its period is over: said, no bar. */
static bool
is_only_early(const struct claim_faults *f)
{
	return f->n == 1 && f->v[0].why == CLAIM_EARLY;
}

enum status
claim_faultless(const struct claim_view *v, struct err *e)
{
	size_t told = v->faults.n < FAULTS_TOLD ? v->faults.n : FAULTS_TOLD;
	struct buf b;
	enum status st;

	if (v->faults.n == 0 || is_only_early(&v->faults))
		return ST_OK;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < told; i++) {
		const struct claim_fault *x = &v->faults.v[i];

		if (x->why >= CLAIM_EARLY)
			buf_add(&b, "\nThe claim: ");
		else
			buf_addf(&b, "\n%s: ", *v->now.v[x->line].title ?
			    v->now.v[x->line].title :
			    v->now.v[x->line].deliverable);
		claim_fault_said(&v->facts, x, &b);
	}
	if (told < v->faults.n)
		buf_addf(&b, "\nand %zu more: the report claim names all.",
		    v->faults.n - told);
	st = err_set(e, ST_INVALID, "It has %zu fault%s: mend %s%s.%s",
	    v->faults.n, v->faults.n == 1 ? "" : "s",
	    v->faults.n == 1 ? "it" : "them", claim_twice(v) != NULL ?
	    "; nothing is submitted that is counted twice for one funder" :
	    ", or submit it with --sure", b.p);
	buf_clear(&b);
	return st;
}

enum status
claim_submit(struct app *app, int64_t claim, bool sure, struct err *e)
{
	struct claim_view v;
	struct row *mine;
	enum status st = claim_read(app, claim, &v, e);

	if (st != ST_OK)
		return st;
	if (!claim_is_draft(v.row)) {
		st = err_set(e, ST_CONFLICT, "This claim is %s already.",
		    row_get(v.row, F_claim_status));
	} else if (sure || (st = claim_faultless(&v, e)) == ST_OK) {
		app->sure = sure;
		mine = row_copy(v.row);
		row_set(mine, F_claim_status, "submitted");
		st = record_change(app, v.row, mine, NULL, e);
		app->sure = false;
		row_free(mine);
	}
	claim_view_clear(&v);
	return st;
}
